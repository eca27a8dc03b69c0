"""A world of generated articles: as many as wanted, always the same, skewed as news is.

A few actors and relations fill most of the events, as in the news; articles hold about ten events each over
ten years; a third of the events are attributed, a tenth planned or possible, one in twenty negated.
"""

import random
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice

from graph.model import (
    Actor,
    Article,
    Attribution,
    Event,
    Granularity,
    Kind,
    Modality,
    Party,
    Person,
    Reading,
    Span,
    Why,
    coded_type,
)
from graph.records import act_id, event_id
from graph.store import Store
from graph.vocabulary import Vocabulary, default_vocabulary

EVENTS_OF_AN_ARTICLE = 10
ACTORS = 400
FIRST_DAY = date(2015, 1, 1)
DAYS = 3650


def readings(events: int, *, seed: int = 1, actors: int = ACTORS, skew: float = 1) -> Iterator[Reading]:
    """Readings with this many events in all, the same for the same seed.

    The n-th actor acts 1 / n ** skew as often as the first: with less skew more pairs have events.
    """
    world = _World(random.Random(seed), default_vocabulary(), actors, skew)
    for number in range(-(-events // EVENTS_OF_AN_ARTICLE)):
        yield world.reading(number, min(EVENTS_OF_AN_ARTICLE, events - number * EVENTS_OF_AN_ARTICLE))


def fill(store: Store, events: int, *, actors: int = ACTORS, skew: float = 1) -> None:
    """Add generated articles with so many events."""
    rest = readings(events, actors=actors, skew=skew)
    while batch := list(islice(rest, store.batch // EVENTS_OF_AN_ARTICLE)):
        store.add(batch)


class _World:
    """Who there is and what is done, the n-th of either about n times as rare as the first, unless told."""

    def __init__(self, chance: random.Random, vocabulary: Vocabulary, actors: int, skew: float) -> None:
        self.chance = chance
        known = vocabulary.gazetteer.actors.values()
        countries = sorted((a for a in known if a.kind is Kind.COUNTRY), key=lambda a: a.id)
        others = sorted((a for a in known if a.kind is not Kind.COUNTRY), key=lambda a: a.id)
        chance.shuffle(countries)
        chance.shuffle(others)
        self.actors = [*countries[:40]]
        self.actors += [
            Actor(id=f"{a.id}-MIL", name=f"{a.name} (military)", kind=Kind.SECTOR, code=a.id, sector="MIL")
            for a in countries[:20]
        ]
        self.actors += [*countries[40:], *others][: actors - len(self.actors)]
        self.relations = sorted(vocabulary.relations.values(), key=lambda r: r.name)
        chance.shuffle(self.relations)
        self.actor_weights = list(accumulate(1 / (n + 1) ** skew for n in range(len(self.actors))))
        self.relation_weights = list(accumulate(1 / (n + 1) for n in range(len(self.relations))))

    def one(self, weights: list[float]) -> int:
        return bisect(weights, self.chance.random() * weights[-1])

    def reading(self, number: int, events: int) -> Reading:
        day = FIRST_DAY + timedelta(days=self.chance.randrange(DAYS))
        article = f"generated-{number:07d}"
        parts: list[str] = []
        found: list[Event] = []
        at = 0
        while len(found) < events:
            event = self.event(article, at, day)
            found.append(event)
            parts.append(event.sentence.text)
            at = event.sentence.end + 1
        return Reading(
            article=Article(
                id=article,
                text=" ".join(parts),
                title=f"Report {number}",
                published=day.isoformat(),
                url=f"https://example.org/{number}",
                language="en",
            ),
            events=tuple(found),
            extractor="generated",
            codebook="generated",
        )

    def event(self, article: str, at: int, day: date) -> Event:
        chance = self.chance
        source, target = self.one(self.actor_weights), self.one(self.actor_weights)
        while target == source:
            target = self.one(self.actor_weights)
        relation = self.relations[self.one(self.relation_weights)]
        doer, receiver = self.actors[source], self.actors[target]
        verb = relation.name.lower()
        words = (
            f"{doer.name} {verb} {receiver.name} in a way that the day's reports described at some length."
        )
        mention = Span(text=doer.name, start=at, end=at + len(doer.name))
        trigger = Span(text=verb, start=mention.end + 1, end=mention.end + 1 + len(verb))
        other = Span(text=receiver.name, start=trigger.end + 1, end=trigger.end + 1 + len(receiver.name))
        person = Person(id=f"person-{source}", name=f"Person {source}") if chance.random() < 0.2 else None
        ends = Party(actor=doer, mention=mention, person=person), Party(actor=receiver, mention=other)
        modality = chance.choices([*Modality], [0.9, 0.06, 0.04])[0]
        negated = chance.random() < 0.05
        speaker = self.actors[self.one(self.actor_weights)] if chance.random() < 0.33 else None
        happened = day - timedelta(days=chance.randrange(30)) if chance.random() < 0.2 else None
        return Event(
            id=event_id(article, "text", trigger, *ends, relation.name, None, False),
            act=act_id(article, "text", trigger),
            article=article,
            field="text",
            sentence=Span(text=words, start=at, end=at + len(words)),
            source=ends[0],
            relation=relation.name,
            content=None,
            plover=coded_type(relation.plover, modality, negated),
            cameo=relation.cameo,
            trigger=trigger,
            target=ends[1],
            reciprocal=False,
            negated=negated,
            modality=modality,
            attributed_to=Attribution(speaker=Party(actor=speaker)) if speaker else None,
            date=happened.isoformat() if happened else None,
            date_granularity=Granularity.DAY if happened else None,
            published=day.isoformat(),
            confidence=round(chance.uniform(0.3, 0.95), 2),
            why=Why(rule="verb.object", frame=f"{relation.name}/{verb} X", source="name", target="name"),
        )
