"""Who of those at the ends of a frame its relation may join: the last look at an act before it is told."""

from collections.abc import Sequence

from extract.actors.resolver import Mention
from extract.acts.act import Act
from extract.acts.drafts import Draft
from extract.acts.retellings import retold
from extract.frames.sport import is_at_leisure
from extract.frames.triggers import Match
from extract.grammar.parse import Token
from extract.referents.ends import (
    are_several,
    confined,
    each_other,
    is_at_its_own,
    is_own_organ,
    is_people,
    one_for_each,
)
from extract.referents.home import LAND, SCENE
from extract.referents.referents import Referents
from extract.standing.climb import standing_of
from extract.standing.standing import Standing
from graph.gazetteer import Sort
from graph.model import Kind, Plover
from graph.vocabulary import Vocabulary

SPOKEN = frozenset(
    {Plover.CONSULT, Plover.SUPPORT, Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.PROTEST}
)
"""Types of act that are done by doing something else: "rallied to protest", "phoned to praise"."""

ON_FOOT = frozenset({"DEMONSTRATE", "STRIKE", "HUNGER_STRIKE"})
"""Relations of what people do and no states."""

WITH_WORDS = frozenset("attack assail hit savage blast".split())
"""Verbs of what is done with words as well."""

MISSILES = frozenset({"drone", "missile", "rocket", "shell", "bomb", "warhead", "torpedo"})
"""Nouns of what flies to where nobody visits."""

OTHERS = "the frame is confined to other actors"
"""Why a frame did not fit that asks for armed ones, states or people; the next one may."""


class Pairs:
    """Joins the sources and targets of the acts of one sentence."""

    def __init__(self, referents: Referents, vocabulary: Vocabulary) -> None:
        self._referents, self._mentions = referents, referents.mentions
        self._vocabulary = vocabulary

    def checked(self, draft: Draft, standing: Standing | None = None) -> tuple[Act | None, str]:
        """The act of a frame between whom it fits, or why it fits nobody: "no target: ..."."""
        match, relation = draft.match, draft.relation
        sources, targets = draft.sources, draft.targets
        if not sources and self._are_things(match):
            return None, OTHERS  # "three strikes destroyed a depot": no crowd did
        if not sources:
            return None, "no source: nobody is named who does it"
        if relation.domestic and not confined(sources, match.frame.source_only):
            return None, OTHERS  # whoever it is done to: "its offices" were raided by police, no rioters
        if not targets:
            return None, "no target: nobody is named to whom it is done"
        frame = match.frame
        mutual = targets is sources
        sources = confined(sources, frame.source_only)
        doc = match.trigger.doc
        targets = sources if mutual else confined(targets, frame.target_only, doc)
        idle = {m for m in sources if m.role is Sort.MEMBER and is_at_leisure(doc[m.head], relation.plover)}
        if relation.plover is Plover.ASSAULT:  # papers attack with words, and so do lawmakers
            wordy = match.trigger.lemma_.lower() in WITH_WORDS
            idle |= {m for m in sources if m.actor.sector == "MED" or (wordy and m.actor.sector == "LEG")}
        if relation.plover is Plover.CONSULT:  # "drones headed for Israel" visit nobody
            idle |= {m for m in sources if doc[m.head].lemma_.lower() in MISSILES}
        if relation.forces or idle:
            sources = tuple(m for m in sources if m not in idle and not (relation.forces and is_people(m)))
            targets = sources if mutual else targets
        if not sources or not targets:
            return None, OTHERS
        if relation.name in ON_FOOT:
            sources = tuple(m for m in sources if m.actor.kind is not Kind.COUNTRY or m.how not in LAND)
            if not sources:
                return None, OTHERS  # "Mali was on the march" is no demonstration
        placed = all(doc[m.head].head.lower_ in SCENE for m in targets)
        if relation.name == "PROTEST" and placed and all(m.actor.kind is Kind.COUNTRY for m in sources):
            return None, OTHERS  # states protest by their envoys, wherever these are
        if relation.name == "SHOW_FORCE" and are_several(sources):
            hosts = {m.actor.code for m in sources}
            if any(m.actor.code in hosts for m in targets):
                return None, OTHERS  # "Kazakh and Kyrgyz troops began exercises near Bishkek" frighten nobody
        harming = relation.plover in (Plover.ASSAULT, Plover.COERCE)
        pairs = each_other(sources) if mutual else one_for_each(sources, targets, harming=harming)
        if relation.plover is Plover.MOBILIZE:  # who mobilises reservists does so against others
            pairs = tuple(
                (s, t) for s, t in pairs if not (t.actor.sector == "MIL" and is_own_organ(t, [s.actor.id]))
            )
        if harming or relation.name in ("CLASH", "CEASE_FIRE"):  # "a price war between Airbus and Boeing"
            pairs = tuple((s, t) for s, t in pairs if not s.actor.kind is t.actor.kind is Kind.COMPANY)
        if relation.name == "OVERTHROW":  # "seized power in Mali, and the African Union suspended it"
            pairs = tuple((s, t) for s, t in pairs if not (t.actor.code or "").startswith("IGO"))
        if relation.name == "SHARE_INTELLIGENCE":  # "a Russian spy"
            pairs = tuple((s, t) for s, t in pairs if not is_own_organ(t, [s.actor.id]))
        if relation.abroad:
            among = relation.plover is Plover.ASSAULT
            pairs = tuple((s, t) for s, t in pairs if not is_at_its_own(s, t, among=among))
        if not pairs:
            return None, "source and target are the same actor"
        standing = standing or standing_of(match.trigger, spoken=relation.plover in SPOKEN)
        own = [speaker for speaker in standing.speakers if self._are(speaker, sources)]
        told = retold(match, relation, standing, own, self._vocabulary)
        reciprocal = draft.reciprocal and (told is relation or told.reciprocal)
        threat = told.name == "THREATEN" and relation is not told
        content = relation.name if threat else draft.content
        relation = told
        one_sided = standing.negated and not mutual  # who will not meet is not thereby refused
        return (
            Act(
                trigger=match.trigger,
                relation=relation,
                frame=match.name,
                rule=draft.rule,
                pairs=pairs,
                standing=standing,
                content=content,
                reciprocal=reciprocal and not one_sided,
                words=frozenset(token.lemma_.lower() for token in (match.trigger, *match.used)),
            ),
            "",
        )

    def _are(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> bool:
        """Whether words mean some of these actors and nobody else."""
        found = {m.actor.id for token in tokens for m in self._referents.actors_of(token)}
        return bool(found) and found <= {m.actor.id for m in mentions}

    def _are_things(self, match: Match) -> bool:
        """Whether no person can be meant by the subject of a frame that is of some sort of actor only."""
        nouns = [noun for noun in match.sources if noun.pos_ == "NOUN"]
        roles = (self._mentions.bare_role(noun) or self._mentions.at(noun) for noun in nouns)
        return match.frame.source_only is not None and bool(nouns) and not any(roles)
