"""Which frame of a verb is meant, and what else the verb speaks of: "threatened to close its ports and to
recall its envoy" tells of two threats.
"""

from collections.abc import Iterator
from dataclasses import replace

from extract.acts.act import Act
from extract.acts.contents import UNDOING
from extract.acts.finders import Finders
from extract.acts.misreadings import Misreadings
from extract.acts.noun_ends import NounEnds
from extract.acts.pairs import OTHERS
from extract.acts.unnamed import OCCASIONED
from extract.acts.verb_ends import VerbEnds
from extract.frames.triggers import Match
from extract.grammar.carriers import is_light
from extract.grammar.clauses import CAUSING
from extract.grammar.parse import Token
from extract.grammar.verbs import compounded, is_verb
from extract.referents.ends import are_several
from extract.standing.implicatives import cannot_but, is_driven
from graph.model import Plover

TURNING_DOWN = frozenset({"reject", "refuse", "deny", "oppose", "turn", "decline"})
"""Verbs of those who will not have what is put to them."""

BACKING = frozenset({Plover.AID, Plover.SUPPORT})
"""Types of act that a participle before a noun tells: "Iran-backed rebels" are backed, while a Chadian-held
town is only described.
"""

BROKERED = frozenset({"MEDIATE"})
"""Relations of other types that it tells: "the Norwegian-brokered truce between Sri Lanka and rebels"."""

WORDLESS = "the words that the frame asks for are not there"
"""Why a frame of a verb that is there did not fit."""


class VerbActs:
    """Finds the acts that the verbs of one sentence tell."""

    def __init__(self, find: Finders, ends: VerbEnds, of_things: NounEnds) -> None:
        self._find, self._ends, self._of_things = find, ends, of_things
        self._misreadings = Misreadings(find.referents, find.vocabulary)

    def of(self, verb: Token) -> Iterator[Act]:
        """The acts of a verb by the first of its frames that finds somebody at both ends."""
        best: Match | None = None
        last: tuple[Match, Act] | None = None
        for match in self._find.readings.of(verb) if not (cannot_but(verb) or is_driven(verb)) else ():
            if best and match.weight < best.weight and match.frame.relation != best.frame.relation:
                continue  # the frame that asks for more is meant, though not all of it was found
            if match.frame.idiom:
                return
            if compounded(verb) is not None and not self._is_backing(match):
                continue
            if self._misreadings.is_one(match):
                continue
            best = best or match
            found, why = self._act_of(match)
            if found is not None and found.rule == OCCASIONED:
                last, found = last or (match, found), None  # another frame may name whom it is done to
            elif found is None:
                self._find.ledger.near.append((verb, match.name, why))
            if found is not None:
                yield from self._told(match, found)
                return
            idle = why == OTHERS or match.implied or bool(match.unfilled) or self._leaves_somebody(match)
            best = None if best is match and idle else best
        if last is not None:
            yield from self._told(*last)
        elif best is not None:
            self._by_nobody(best)
        else:
            self._wordless(verb)

    def _leaves_somebody(self, match: Match) -> bool:
        """Whether a verb acts on somebody for whom the frame has no place: "asked the UN for support for its
        plan" does not canvass for the plan.
        """
        placed = {noun.i for noun in (*match.targets, *match.owned, *match.used, *match.named)}
        objects = (c for c in match.trigger.children if c.dep_ == "dobj" and c.i not in placed)
        return any(self._find.referents.actors_of(noun) for noun in objects)

    def _act_of(self, match: Match) -> tuple[Act | None, str]:
        if match.thing is not None:
            return self._of_things.act_of_thing(match, match.thing)
        return self._ends.act_of(match)

    def _told(self, match: Match, act: Act) -> Iterator[Act]:
        """An act with what else its verb speaks of, unless it is only spoken of itself."""
        self._find.ledger.consume(match)
        if act.relation.name == "VISIT" and are_several([source for source, _ in act.pairs]):
            self._find.ledger.leave_to_others(match)
        self._find.referents.did[match.trigger.i] = tuple(dict.fromkeys(source for source, _ in act.pairs))
        self._find.referents.hit[match.trigger.i] = tuple(dict.fromkeys(target for _, target in act.pairs))
        if not self._find.ledger.is_content(match.trigger):
            yield act
            yield from self._further_contents(match, act)

    def _further_contents(self, match: Match, act: Act) -> Iterator[Act]:
        """The other acts that are spoken of: "threatened to close ... and to break ..."; they are done to
        the same where no word says to whom: "to cut off gas to Mali and to recall its envoy".
        """
        if match.content is None:
            return
        for other in _joined(match.content):
            further = replace(match, content=other)
            self._find.ledger.consume(further)
            found, _ = self._act_of(further)
            found = found or self._to_the_same(other, act)
            if found is not None and found.content not in (None, act.content):
                yield found

    def _to_the_same(self, other: Token, act: Act) -> Act | None:
        """An act that speaks of another thing as well, where both are of one mind."""
        content, _ = self._find.contents.of(other, [source.actor.id for source, _ in act.pairs])
        spoken_of = filter(None, (content, act.content))
        minds = {self._find.vocabulary.relations[name].plover.quad[-4:] for name in spoken_of}
        return replace(act, content=content) if len(minds) == 1 else None

    def _by_nobody(self, match: Match) -> None:
        """What nobody named promises, demands or lifts is not done either."""
        lemma = match.trigger.lemma_.lower()
        if match.content is not None and lemma not in CAUSING:
            self._find.ledger.only_speaks_of(match.content, match)
        if lemma in UNDOING:
            self._find.ledger.consume(match)  # sanctions that are lifted, by whomever, are not imposed
            if lemma in TURNING_DOWN:
                self._find.ledger.leave_what_was_put(match)

    def _wordless(self, verb: Token) -> None:
        """A verb that the codebook knows, but none of whose frames fits."""
        lemma = verb.lemma_.lower()
        frames = self._find.vocabulary.verb_frames.get(lemma, ())
        if frames and not is_light(verb):
            self._find.ledger.near.append((verb, frames[0].called(lemma), WORDLESS))

    def _is_backing(self, match: Match) -> bool:
        relation = match.frame.relation
        return relation in BROKERED or self._find.vocabulary.relations[relation].plover in BACKING


def _joined(content: Token) -> Iterator[Token]:
    """The acts that are spoken of beside the first, behind a preposition of their own or the same: "accused
    of arming rebels and of burning a mosque", "blamed for the raid and the murder of a priest".
    """
    acts = list(content.conjuncts)
    if content.head.pos_ == "ADP":
        others = (c for c in content.head.conjuncts if c.lower_ == content.head.lower_)
        acts += [act for other in others for act in other.children if act.dep_ in ("pcomp", "pobj")]
    yield from (act for act in acts if act.i > content.i and (is_verb(act) or act.pos_ == content.pos_))
