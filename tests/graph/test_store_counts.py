"""Whatever is added and removed, every answer equals what one counts by hand from the events."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from graph.model import Event, Modality
from graph.query import EventQuery, Level, Page, actor_ids, folded_pair
from graph.store import Store
from tests.builders import make_event, make_party, make_reading

ACTORS = ["USA", "USA-MIL", "EGY", "EGY-MIL", "EGY-REB", "RUS", "nato"]
ARTICLES = ["article-1", "article-2", "article-3"]
DAYS = ["2021-12-31", "2022-01-01", "2022-06-15"]
RELATIONS = ["CONDEMN", "PRAISE"]
PEOPLE = ["joe-biden", "abdel-fattah-el-sisi"]
ANYTHING = EventQuery(negated=None, modality=())

Counts = tuple[int, int, int, str | None, str | None]


def holds(event: Event, query: EventQuery, *, dated: bool = True) -> bool:
    """Whether an event is meant by a query: the meaning of the filters, spelt out once more."""

    def means(ids: Iterable[str], actor: str) -> bool:
        return any(actor in actor_ids(id) for id in ids)

    source, target = event.source.actor, event.target.actor
    people = {party.person.id for party in (event.source, event.target) if party.person}
    speaker = event.attributed_to.speaker.actor.id if event.attributed_to else ""
    day = event.when
    return all(
        (
            not query.source or means(query.source, source.id),
            not query.target or means(query.target, target.id),
            not query.actor or means(query.actor, source.id) or means(query.actor, target.id),
            not query.between
            or any(
                (means([a], source.id) and means([b], target.id))
                or (means([b], source.id) and means([a], target.id))
                for a, b in query.between
            ),
            not query.code or source.code in query.code or target.code in query.code,
            not query.relation or event.relation in query.relation,
            not query.content or event.content in query.content,
            not query.plover or event.plover in query.plover,
            not query.quad or event.quad in query.quad,
            not query.person or bool(people & set(query.person)),
            not query.attributed_to or means(query.attributed_to, speaker),
            not query.article or event.article in query.article,
            query.negated is None or event.negated is query.negated,
            not query.modality or event.modality in query.modality,
            event.confidence >= query.min_confidence,
            not dated or query.since is None or (day is not None and day >= query.since),
            not dated or query.until is None or (day is not None and day < query.until),
        )
    )


def count(events: Iterable[Event], query: EventQuery) -> dict[tuple[str, str, str], Counts]:
    groups: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in events:
        if holds(event, query):
            source, target = event.source.actor.id, event.target.actor.id
            if query.level is Level.STATE:
                source, target = folded_pair(source, target)
            groups[source, event.relation, target].append(event)
    return {
        key: (
            len(group),
            sum(event.attributed_to is not None for event in group),
            len({event.article for event in group}),
            min((e.when for e in group if e.when), default=None),
            max((e.when for e in group if e.when), default=None),
        )
        for key, group in groups.items()
    }


def some(values: list[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


pairs = st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)).filter(lambda pair: pair[0] != pair[1])
queries = st.builds(
    EventQuery,
    source=some(ACTORS),
    target=some(ACTORS),
    actor=some(ACTORS),
    between=st.lists(pairs, max_size=1).map(tuple),
    code=some(["USA", "EGY"]),
    relation=some(RELATIONS),
    content=some(["ATTACK"]),
    plover=some(["ACCUSE", "THREATEN"]),
    quad=some(["verbal conflict", "verbal cooperation"]),
    person=some(PEOPLE),
    attributed_to=some(["RUS", "EGY"]),
    article=some(ARTICLES),
    since=st.sampled_from([None, *DAYS]),
    until=st.sampled_from([None, *DAYS]),
    negated=st.sampled_from([False, True, None]),
    modality=some([m.value for m in Modality]),
    min_confidence=st.sampled_from([0.0, 0.5]),
    level=st.sampled_from(Level),
)
counted_queries = st.builds(
    EventQuery,
    source=some(ACTORS),
    target=some(ACTORS),
    actor=some(ACTORS),
    between=st.lists(pairs, max_size=2).map(tuple),
    relation=some(RELATIONS),
    level=st.sampled_from(Level),
)


@st.composite
def events_of(draw: st.DrawFn, article: str) -> tuple[Event, ...]:
    published = draw(st.sampled_from([None, "2022-01-01"]))
    events = []
    for i in range(draw(st.integers(0, 6))):
        source, target = draw(pairs)
        claimed = draw(st.sampled_from([None, "RUS", "EGY-MIL"]))
        event = make_event(
            make_party(source, person=draw(st.sampled_from([None, *PEOPLE]))),
            draw(st.sampled_from(RELATIONS)),
            target,
            at=100 * i,
            article=article,
            published=published,
            date=draw(st.sampled_from([None, *DAYS])),
            negated=draw(st.sampled_from([False, False, True])),
            modality=draw(st.sampled_from([Modality.ACTUAL, *Modality])),
            content=draw(st.sampled_from([None, "ATTACK"])),
            attributed_to=claimed,
            confidence=draw(st.sampled_from([0.3, 0.9])),
        )
        events.append(event)
    return tuple(events)


class AnyHistory(RuleBasedStateMachine):
    """A store beside a plain dictionary of the events that it ought to hold."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.held: dict[str, tuple[Event, ...]] = {}
        self.version = 0

    @rule(readings=st.lists(st.sampled_from(ARTICLES).flatmap(events_of), min_size=1, max_size=2))
    def add(self, readings: list[tuple[Event, ...]]) -> None:
        self.version += 1
        given = [events for events in readings if events]
        self.store.add(make_reading(*events, extractor=f"test-{self.version}") for events in given)
        self.held.update({events[0].article: events for events in given})

    @rule(article=st.sampled_from(ARTICLES))
    def remove(self, article: str) -> None:
        assert self.store.remove(article) == (self.held.pop(article, None) is not None)

    @property
    def events(self) -> list[Event]:
        return [event for events in self.held.values() for event in events]

    @rule(query=queries)
    def any_filter_means_the_same(self, query: EventQuery) -> None:
        self.compare(query)

    @rule(query=counted_queries)
    def counted_pairs_are_the_recount(self, query: EventQuery) -> None:
        self.compare(query)

    def compare(self, query: EventQuery) -> None:
        rows = list(self.store.all_relations(query))
        answer = {
            (row.source, row.relation, row.target): (
                row.events,
                row.claimed,
                row.articles,
                row.first,
                row.last,
            )
            for row in rows
        }
        assert len(answer) == len(rows)
        assert answer == count(self.events, query)
        assert {e.id for e in self.store.events(query)} == {e.id for e in self.events if holds(e, query)}
        asked_for_days = query.since is not None or query.until is not None
        undated = [e for e in self.events if e.when is None and holds(e, query, dated=False)]
        assert self.store.relations(query, Page()).undated == (len(undated) if asked_for_days else 0)

    @invariant()
    def both_levels_are_the_recount(self) -> None:
        for level in Level:
            self.compare(EventQuery(level=level))

    @invariant()
    def actors_are_those_that_events_mention(self) -> None:
        mentioned = {
            actor.id
            for event in self.events
            for actor in (
                event.source.actor,
                event.target.actor,
                *([event.attributed_to.speaker.actor] if event.attributed_to else []),
            )
        }
        countries = {id[:3] for id in mentioned if id[3:4] == "-"}
        assert self.store.totals().actors == len(mentioned | countries)
        assert {id for id in ACTORS if self.store.actor(id)} == mentioned | countries

    def teardown(self) -> None:
        for article in self.held:
            self.store.remove(article)
        totals = self.store.totals()
        assert (totals.articles, totals.events, totals.actors) == (0, 0, 0)


HISTORIES = {"sqlite": 40, "neo4j": 8}


def test_any_history(store: Store) -> None:
    run_state_machine_as_test(
        lambda: AnyHistory(store),
        settings=settings(
            max_examples=HISTORIES[store.uri.partition(":")[0].replace("bolt", "neo4j")],
            stateful_step_count=15,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@given(st.sampled_from(ACTORS), st.sampled_from(ACTORS))
def test_folding_never_joins_both_ends(source: str, target: str) -> None:
    folded = folded_pair(source, target)
    assert (folded[0] == folded[1]) == (source == target)
