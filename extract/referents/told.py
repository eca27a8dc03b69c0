"""Deeds that were told, which a noun takes up sentences later: "Chad expelled an envoy. Mali condemned the
expulsion".
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from extract.actors.resolver import IN_ARMS, Mention, taking_up
from extract.grammar.parse import Token
from graph.model import Actor, Event, Kind, Modality, Plover

LATELY = 3
"""Sentences within which "the expulsion" takes up that somebody was expelled."""

JUST = 2
"""Sentences within which "the move" does, which may be any deed, and "the operation" some assault."""

ANY = frozenset("move step decision measure action gesture ruling resolution decree".split())
"""Nouns by which any deed is called."""

POINTING = frozenset({"the", "this", "that", "these", "those"})

BEHIND = frozenset("of by from to on against in for between with that at".split())
"""Words behind a noun that say more of it, wherever the parser hangs them: then it tells of its own deed."""

BY_DEED = {
    noun: frozenset(relations.split())
    for nouns, relations in {
        "kidnapper captor abductor hostage-taker hijacker": "ABDUCT ARREST",
        "attacker assailant raider aggressor intruder": "ATTACK KILL MASSACRE FIGHT OCCUPY RIOT",
        "killer murderer assassin": "KILL ASSASSINATE MASSACRE",
        "invader": "INVADE",
        "occupier": "OCCUPY INVADE",
        "putschist usurper plotter junta": "OVERTHROW",
        "besieger": "BLOCKADE",
    }.items()
    for noun in nouns.split()
}
"""By a noun for people, what they have done whom a report calls so: the kidnappers have abducted somebody."""

BY_SUFFERING = {
    noun: frozenset(relations.split())
    for nouns, relations in {
        "captive hostage": "ABDUCT",
        "detainee prisoner": "ARREST ABDUCT",
        "deportee": "DEPORT",
    }.items()
    for noun in nouns.split()
}
"""By a noun for people, what was done to them whom a report calls so."""

RULING = frozenset({"junta"})
"""Those of them that rule where nobody else is told to have seized power: then the junta is the state."""

SPOKEN = frozenset({Plover.CONSULT, Plover.REQUEST, Plover.AGREE, Plover.THREATEN, Plover.ACCUSE})
"""Types of what is only said: who put it to whom is kept by the discourse."""


@dataclass(slots=True)
class Told:
    """The deeds that an article has told so far."""

    _deeds: list[tuple[int, Event]] = field(default_factory=list)
    _ends: dict[str, list[Event]] = field(default_factory=dict)
    """By relation, all that was told of it in the article."""

    def take(self, event: Event, sentence: int) -> None:
        """Remember an event of a sentence, unless it may not have happened or two did it to each other."""
        if not event.negated and not event.reciprocal and event.modality is not Modality.POSSIBLE:
            self._deeds = [row for row in self._deeds if row[0] >= sentence - LATELY]
            self._deeds.append((sentence, event))
            self._ends.setdefault(event.relation, []).append(event)

    def called_so(self, noun: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """Whom a noun calls by what he did or suffered: "the kidnappers", "the hostages", "the junta".

        Who did it last, however long ago, if he alone did it in that act; nobody of `besides`.
        """
        lemma = noun.lemma_.lower()
        doing, relations = (
            (True, BY_DEED[lemma]) if lemma in BY_DEED else (False, BY_SUFFERING.get(lemma, ()))
        )
        if not relations or not _is_pointed_at(noun):
            return ()
        told = [event for relation in relations for event in self._ends.get(relation, ())]
        told = [e for e in told if e.relation != "ARREST" or not doing or e.source.actor.sector in IN_ARMS]
        told = sorted(told, key=lambda event: event.trigger.start)
        if lemma in RULING:
            told = [event for event in told if event.source.actor.kind is Kind.GROUP]
        last = [event for event in told if event.act == told[-1].act]
        ends = {(event.source if doing else event.target).actor for event in last}
        found = [actor for actor in ends if actor.id not in besides]
        if len(ends) != 1 or not found:
            return ()
        return (taking_up(noun, found[0], plural=noun.tag_ == "NNS"),)

    def doers(
        self,
        noun: Token,
        relations: Collection[str],
        types: Collection[Plover],
        sentence: int,
        besides: Collection[str],
        places: Collection[str],
    ) -> tuple[Mention, ...]:
        """Who did what a noun takes up: what it tells by its `relations`, or just before by their `types`, or
        by a word like "move" whatever was told just before.

        An assault only just before, for the next may be the other side's, and one of the `places`, countries
        by code, that the sentence is set in: "Israel raided Gaza. In Kabul, the explosion ..." is another.
        Nobody of `besides`, who judges it, and nobody if one of them did it. The noun is one that `takes_up`.
        """
        told = [(at, event) for at, event in self._deeds if 0 < sentence - at <= LATELY]
        if noun.lemma_.lower() in ANY:
            doers = _only_doers([event for at, event in told if sentence - at < JUST])
        else:
            fitting = [
                event
                for at, event in told
                if event.plover not in SPOKEN
                and (
                    (event.relation in relations and event.plover is not Plover.ASSAULT)
                    or (sentence - at < JUST and event.plover in types and _is_there(event, places))
                )
            ]
            doers = _doers(fitting, fitting[-1].act) if fitting else ()
        states = {id.partition("-")[0] for id in besides}
        if any(actor.id.partition("-")[0] in states or actor.code in states for actor in doers):
            return ()
        return tuple(taking_up(noun, actor, shared=len(doers) > 1) for actor in doers)


def _is_there(event: Event, places: Collection[str]) -> bool:
    """Whether an assault may have been in one of these countries, if there are any."""
    ends = {event.source.actor.code, event.target.actor.code}
    return event.plover is not Plover.ASSAULT or not places or bool(ends & {*places})


def _doers(events: Sequence[Event], act: str) -> tuple[Actor, ...]:
    """Who did an act."""
    return tuple(dict.fromkeys(event.source.actor for event in events if event.act == act))


def _only_doers(events: Sequence[Event]) -> tuple[Actor, ...]:
    """Who did all that was told just before; nobody where one did this and another that."""
    sets = {_doers(events, event.act) for event in events}
    return sets.pop() if len(sets) == 1 else ()


def _is_pointed_at(noun: Token) -> bool:
    """Whether a noun stands with nothing that tells it apart but where: "the junta in Freetown"."""
    children = [
        c
        for c in noun.children
        if c.dep_ not in ("punct", "relcl", "cc", "conj", "appos") and c.lower_ != "in"
    ]
    return noun.pos_ == "NOUN" and bool(children) and all(c.lower_ in POINTING for c in children)


def takes_up(noun: Token) -> bool:
    """Whether a noun is only pointed at: "the expulsion", not "the expulsion of the envoy"."""
    children = [child for child in noun.children if child.dep_ != "punct" and child.lower_ != "as"]
    pointed_at = bool(children) and all(child.lower_ in POINTING for child in children)
    return noun.pos_ == "NOUN" and pointed_at and noun.doc.words(noun.i + 1, noun.i + 2).lower() not in BEHIND
