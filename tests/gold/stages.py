"""The project's own gold set: news sentences coded by hand, and how far the extractor comes at each stage.

Every stage holds what it needs of an event and forgets the rest, so that a loss is seen where it happens: the
words that name an actor, the actor, the relation, the pair it joins, its direction, and the whole event with
content, modality, negation and who says so.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.pipeline import Extractor
from graph.model import Article, Event
from graph.vocabulary import default_vocabulary

FOLDER = Path(__file__).parent
OPEN = FOLDER / "sentences.jsonl"
ASIDE = FOLDER / "aside.jsonl"
BLIND = FOLDER / "blind.jsonl"


@dataclass(frozen=True, slots=True)
class Coded:
    """One event as it is compared: ids of actors, names of relations, and the words of both ends."""

    source: str
    relation: str
    content: str | None
    target: str
    modality: str
    negated: bool
    attributed_to: str | None
    mentions: tuple[str | None, str | None]
    trigger: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with every event it holds, and the cell of the plan by which it was written."""

    id: str
    text: str
    plover: str | None
    construction: str
    events: tuple[Coded, ...]


def sentences(path: Path) -> list[Sentence]:
    """The texts of a gold file."""
    return [_sentence(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _sentence(record: dict[str, Any]) -> Sentence:
    return Sentence(
        id=record["id"],
        text=record["text"],
        plover=record["type"],
        construction=record["construction"],
        events=coded_events(record),
    )


def coded_events(record: dict[str, Any]) -> tuple[Coded, ...]:
    """The events of a record as they are compared."""
    return tuple(
        Coded(
            **{key: event[key] for key in Coded.__slots__ if key not in ("source", "target", "mentions")},
            source=whole(event["source"]),
            target=whole(event["target"]),
            mentions=(event["source_mention"], event["target_mention"]),
        )
        for event in record["events"]
    )


def found(extractor: Extractor, sentence: Sentence) -> list[Coded]:
    """What the extractor finds in a text."""
    article = Article(id=sentence.id, text=sentence.text)
    return [coded(event) for event in extractor.extract(article).events]


def coded(event: Event) -> Coded:
    """An event of the extractor as it is compared."""
    mentions = event.source.mention, event.target.mention
    return Coded(
        source=whole(event.source.actor.id),
        relation=event.relation,
        content=event.content,
        target=whole(event.target.actor.id),
        modality=event.modality.value,
        negated=event.negated,
        attributed_to=event.attributed_to.speaker.actor.id if event.attributed_to else None,
        mentions=(mentions[0].text if mentions[0] else None, mentions[1].text if mentions[1] else None),
        trigger=event.trigger.text,
    )


def whole(id: str) -> str:
    """A people for its part in one state: the set was coded when `tutsis` were the same everywhere."""
    homes = default_vocabulary().gazetteer.homes
    return next((people for people, parts in homes.items() if id in parts.values()), id)


Stage = Callable[[Iterable[Coded]], Iterator[object]]


def _ends(events: Iterable[Coded]) -> Iterator[object]:
    """The nouns and names that the words of the actors end in: "the Syrian army" and "army" are the same."""
    for event in events:
        for mention in event.mentions:
            if mention:
                yield re.sub(r"['\u2019]s?$", "", mention).split()[-1].casefold()


STAGES: dict[str, Stage] = {
    "mention": _ends,
    "actor": lambda events: (end for e in events for end in (e.source, e.target)),
    "relation": lambda events: (e.relation for e in events),
    "pair": lambda events: ((frozenset((e.source, e.target)), e.relation) for e in events),
    "direction": lambda events: ((e.source, e.relation, e.target) for e in events),
    "event": lambda events: (
        (e.source, e.relation, e.content, e.target, e.modality, e.negated, e.attributed_to) for e in events
    ),
}


@dataclass(slots=True)
class Tally:
    """How many were right of those found and of those there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    def count(self, there: set[object], found: set[object]) -> None:
        self.right += len(there & found)
        self.found += len(found)
        self.there += len(there)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 0.0


def tallies(pairs: Iterable[tuple[Sentence, list[Coded]]]) -> dict[str, Tally]:
    """Of every stage what was right, text by text; the same thing twice in one text counts once."""
    counted = {stage: Tally() for stage in STAGES}
    for sentence, events in pairs:
        for stage, keys in STAGES.items():
            counted[stage].count(set(keys(sentence.events)), set(keys(events)))
    return counted


def inventions(pairs: Iterable[tuple[Sentence, list[Coded]]]) -> int:
    """How many texts without any event were given one."""
    return sum(1 for sentence, events in pairs if events and not sentence.events)


def cells(
    pairs: Iterable[tuple[Sentence, list[Coded]]], by: Callable[[Sentence], str | None]
) -> Counter[tuple[str, str]]:
    """Events missed and events invented, by the cell of their text."""
    counted: Counter[tuple[str, str]] = Counter()
    keys = STAGES["direction"]
    for sentence, events in pairs:
        there, given = set(keys(sentence.events)), set(keys(events))
        cell = by(sentence) or "none"
        counted[cell, "right"] += len(there & given)
        counted[cell, "missed"] += len(there - given)
        counted[cell, "invented"] += len(given - there)
    return counted


def causes(extractor: Extractor, of: Iterable[Sentence]) -> Counter[str]:
    """What each missed event lacked: an actor, a frame with its word, or the way from it to both ends."""
    counted: Counter[str] = Counter()
    for sentence in of:
        explained = extractor.explain(sentence.text)
        events = [coded(event) for event in explained.events]
        given = set(STAGES["direction"](events))
        seen = {actor.id for _, actor in explained.actors}
        tried = [(near.trigger.text, near.frame.partition("/")[0]) for near in explained.near]
        tried += [(event.trigger, event.relation) for event in events]
        for event in sentence.events:
            if (event.source, event.relation, event.target) in given:
                continue
            words = set(event.trigger.lower().split())
            relations = {relation for trigger, relation in tried if words & set(trigger.lower().split())}
            if not relations:
                lacking = "its trigger: no frame has the word"
            elif event.relation not in relations:
                lacking = "a frame of its relation for the trigger"
            else:
                lacking = "the way from the trigger to both ends"
            if not {event.source, event.target} <= seen:
                lacking += ", and an actor"
            counted[lacking] += 1
    return counted
