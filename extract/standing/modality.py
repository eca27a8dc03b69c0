"""What an act's own words make of it: "will" plans it, "might" or "allegedly" leave it possible."""

from extract.grammar.carriers import WEIGHING
from extract.grammar.parse import Token
from extract.grammar.verbs import auxiliaries, own_subject
from extract.standing.attribution import CLAIMS, is_reported, says
from extract.standing.negation import is_but
from extract.standing.standing import Standing
from graph.model import Modality

PLANNED_AUX = frozenset("will 'll shall wo gonna".split())
POSSIBLE_AUX = frozenset("may might could can ca must should ought need".split())
"""Auxiliaries of what is to come, and of what only may come."""

MAYBE = frozenset(
    "allegedly possibly perhaps probably maybe supposedly reputedly presumably potentially".split()
)
"""Adverbs of what is not certain."""

SUSPECTED = frozenset(
    "suspected alleged possible potential probable likely purported presumed supposed rumored rumoured "
    "hypothetical apparent".split()
)
"""Adjectives of what is not certain: "suspected attacks", "is likely"."""

IRREALIS = frozenset("if unless whether lest".split())
"""Words before a clause whose act need not come true."""

UNSURE = {"advmod": MAYBE, "mark": IRREALIS, "acomp": SUSPECTED, "attr": SUSPECTED}
"""By its place at the verb, the words that leave an act only possible."""

PROJECTED = frozenset(
    "planned proposed upcoming future forthcoming imminent intended scheduled expected threatened "
    "promised looming".split()
)
"""Adjectives of what is still to come: "planned talks"."""

PROJECTING = frozenset("plan prepare propose schedule vow pledge promise order seek offer discuss".split())
"""Verbs that carry an event noun which is still to come: "will discuss a truce"."""


AWAITED = frozenset({"due", "expected", "awaited"})
"""Words of where somebody will be: "is due in Tehran on Friday"."""


def read_noun(noun: Token, carrier: Token | None, standing: Standing) -> None:
    """Whether the act that a noun names is planned or only possible: "planned talks", "an alleged raid"."""
    words = {child.lower_ for child in noun.children if child.dep_ in ("amod", "det", "compound", "preconj")}
    reported = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in CLAIMS
    if words & SUSPECTED or "any" in words or reported:
        standing.weaken(Modality.POSSIBLE)
    elif words & PROJECTED:
        standing.weaken(Modality.PLANNED)
    carrying = carrier.lemma_.lower() if carrier is not None else ""
    if carrying in PROJECTING:
        standing.weaken(Modality.PLANNED)
    if carrying in WEIGHING:
        standing.weaken(Modality.POSSIBLE)


def read_verb(verb: Token, standing: Standing) -> None:
    """What the auxiliaries and adverbs of a verb make of its act."""
    if _is_inverted(verb):
        standing.weaken(Modality.POSSIBLE)
    read_auxiliaries(verb, standing)
    if verb.lemma_ == "be" and any(child.lower_ in AWAITED for child in verb.children):
        standing.weaken(Modality.PLANNED)
    if any(child.lower_ in UNSURE.get(child.dep_, ()) for child in verb.children):
        standing.weaken(Modality.POSSIBLE)


def read_auxiliaries(verb: Token, standing: Standing) -> None:
    """What the auxiliaries of a verb make of its act: "will leave", "might leave"."""
    for child in verb.children:
        if child.dep_ == "aux" and not is_but(child):
            standing.weaken(_auxiliary(verb, child.lower_))


def _auxiliary(verb: Token, word: str) -> Modality:
    """What an auxiliary makes of its verb; "would" is "will" where somebody is reported.

    A headline's "to" is "will": "UK to send tanks".
    """
    if word == "to" and own_subject(verb) is not None and verb.dep_ in ("ROOT", "ccomp"):
        headline = verb.dep_ == "ROOT" or says(verb.head)
        return Modality.PLANNED if headline else Modality.ACTUAL
    if word in PLANNED_AUX:
        return Modality.PLANNED
    if word in ("would", "'d"):
        return Modality.PLANNED if is_reported(verb) else Modality.POSSIBLE
    return Modality.POSSIBLE if word in POSSIBLE_AUX else Modality.ACTUAL


def _is_inverted(verb: Token) -> bool:
    """Whether an auxiliary begins a clause: "Had Egypt invaded Libya", but not "at no point had Egypt"."""
    subject = own_subject(verb)
    first = next((aux for aux in auxiliaries(verb) if aux.lower_ in ("had", "should", "were")), None)
    if subject is None or first is None or first.i > subject.i:
        return False
    ahead = any(child.i < first.i and child.dep_ in ("prep", "advmod", "neg") for child in verb.children)
    return not ahead and verb.doc[first.i - 1].lower_ != "nor"
