"""What an act is told as by the words around it: who "stopped bombing" ceased fire, who "will leave unless"
threatens to.
"""

from collections.abc import Sequence

from extract.actors.resolver import Mention
from extract.acts.contents import STOPPING, Contents
from extract.frames.triggers import Match
from extract.grammar.clauses import circumstances
from extract.grammar.parse import Token
from extract.standing.governing import ABSTAINING
from extract.standing.standing import Standing
from graph.model import Kind, Modality, Plover
from graph.vocabulary import Relation, Vocabulary

UNLESS = frozenset({"unless"})

AHEAD = frozenset({"plan", "prepare", "propose", "schedule", "plot"})
"""Verbs whose object is an act still to come: "planned an invasion of Mali"."""

SWEARING = frozenset({"vow", "swear"})
"""Verbs of promises that nobody has asked for."""

FORSWORN = frozenset({Plover.CONSULT, Plover.SUPPORT, Plover.COOPERATE, Plover.AID})
"""Types of act that somebody refuses by swearing not to do them; who swears not to leave promises to stay."""


def meant(
    relation: Relation,
    sources: Sequence[Mention],
    targets: Sequence[Mention],
    spoken_of: Relation | None,
    vocabulary: Vocabulary,
) -> Relation:
    """Who promises or offers to use force threatens: "vowed to bomb" is no agreement; who asks to mediate
    asks for mediation; a state that protests complains.
    """
    relations = vocabulary.relations
    if relation.name in ("DEMAND", "APPEAL") and spoken_of is not None and spoken_of.name == "MEDIATE":
        return relations.get("REQUEST_MEDIATION", relation)
    if relation.name == "PROTEST" and sources and all(m.actor.kind is Kind.COUNTRY for m in sources):
        return relations.get("COMPLAIN", relation)  # states protest by their envoys
    hostile = spoken_of is not None and spoken_of.plover.quad == "material conflict"
    sent = (m.actor.sector == "MIL" or m.actor.kind is Kind.ORGANISATION for m in targets)
    if relation.name == "DEPORT" and targets and all(sent):
        return relations.get("EXPEL", relation)  # "ordered French troops out of the country"
    if spoken_of is not None and spoken_of.name == "DEPLOY":
        hostile = False  # "promised to send troops"
    if relation.plover is Plover.AGREE and hostile:
        return relations.get("THREATEN", relation)
    return relation


def forsworn(match: Match, besides: Sequence[str], contents: Contents, vocabulary: Vocabulary) -> str | None:
    """The kind act that somebody swears not to do: "vowed never to negotiate" refuses it, while who
    "promised not to recruit" gives his word.
    """
    act = match.content
    if act is None or match.frame.has_target or match.trigger.lemma_.lower() not in SWEARING:
        return None
    if not any(child.dep_ == "neg" for child in act.children):
        return None
    name, _ = contents.of(act, besides, against=True)
    return name if name is not None and vocabulary.relations[name].plover in FORSWORN else None


def retold(
    match: Match,
    relation: Relation,
    standing: Standing,
    own: Sequence[tuple[Token, ...]],
    vocabulary: Vocabulary,
) -> Relation:
    """The relation that an act is told as, with its standing put right; `own` are those of the speakers who
    do the act themselves.
    """
    trigger = match.trigger
    if any("no" in noun.modifiers for place in match.frame.places for noun in place.nouns):
        standing.negated = not standing.negated  # the "no" of "has no plans to" is the frame's own
    lemma = trigger.lemma_.lower()
    if lemma in AHEAD | {"threaten"} and _is_carried(match, relation, vocabulary):
        if lemma == "threaten" and relation.plover.quad.endswith("conflict"):
            return vocabulary.relations.get("THREATEN", relation)  # "threatened an invasion"
        standing.weaken(Modality.PLANNED)
    gerund = trigger.dep_ in ("xcomp", "ccomp") and trigger.tag_ == "VBG"
    ended = vocabulary.relations.get(relation.ended or "")
    if gerund and trigger.head.lemma_.lower() in STOPPING and ended is not None and standing.negated:
        standing.negated = False
        return ended  # "stopped bombing"
    spared = ended is not None and ended.plover is Plover.RETREAT and _is_forborne(trigger)
    if ended is not None and spared:
        standing.negated = False
        return ended  # "refrained from bombing"
    being = relation.plover is Plover.AGREE and trigger.lemma_.lower() == "be"
    if being and standing.modality is Modality.PLANNED:
        standing.modality = Modality.ACTUAL  # who "would be willing" is so already
    if relation.plover is Plover.REQUEST and trigger.lemma_.lower() == "like":
        standing.modality = Modality.ACTUAL  # who "would like" something wants it
    denied = any(child.dep_ == "neg" for child in trigger.children)
    if denied and standing.negated and relation.name == "OFFER" and match.content is not None:
        standing.negated = "REFUSE" not in vocabulary.relations
        return vocabulary.relations.get("REFUSE", relation)  # "is not prepared to talk"
    planned = standing.modality is Modality.PLANNED and not standing.negated
    if planned and not relation.plover.quad.endswith("conflict") and any(circumstances(trigger, UNLESS)):
        standing.modality = Modality.ACTUAL  # who "will withdraw unless" threatens to, by saying so
        standing.speakers = [speaker for speaker in standing.speakers if speaker not in own]
        return vocabulary.relations.get("THREATEN", relation)
    return relation


def _is_forborne(gerund: Token) -> bool:
    """Whether a gerund is what somebody holds back from: "refrained from bombing", "held off bombing"."""
    if gerund.tag_ != "VBG" or gerund.dep_ not in ("pcomp", "xcomp"):
        return False
    if gerund.dep_ == "xcomp":
        off = any(child.dep_ == "prt" and child.lower_ == "off" for child in gerund.head.children)
        verb = gerund.head if off and gerund.head.lemma_.lower() == "hold" else None
    else:
        verb = gerund.head.head if gerund.head.lower_ == "from" else None
    if verb is None or verb.lemma_.lower() not in ABSTAINING or verb.tag_ == "VB":
        return False  # "urged it to refrain from bombing"
    return not any(child.dep_ == "neg" for child in verb.children)


def _is_carried(match: Match, relation: Relation, vocabulary: Vocabulary) -> bool:
    """Whether the noun of a verb's act tells it alone: "an invasion", not the troops that are prepared."""
    for noun in match.used:
        frames = vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        if noun.head.i == match.trigger.i and any(frame.relation == relation.name for frame in frames):
            return True
    return False
