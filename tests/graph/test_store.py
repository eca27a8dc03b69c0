"""What every store does, whatever it is built on: run once for each by the fixture `store`."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import BadQuery, Rejected
from graph.model import Attribution, Event, Kind, Reading
from graph.query import ActorPage, EventQuery, EvidencePage, Level, Page, RelationPage
from graph.store import Store
from graph.storing import ID_BYTES, Marks, Outcome
from tests.builders import fill, make_actor, make_article, make_event, make_party, make_reading
from tests.hostile import HOSTILE
from tests.stores import Address, fingerprint

EVERYTHING = EventQuery(negated=None, modality=())


def counted(store: Store, query: EventQuery | None = None) -> dict[tuple[str, str, str], int]:
    rows = store.all_relations(query or EventQuery())
    return {(row.source, row.relation, row.target): row.events for row in rows}


def found(store: Store, query: EventQuery) -> set[str]:
    return {event.id for event in store.events(query)}


# Loading.


def test_an_event_comes_back_as_it_went_in(store: Store) -> None:
    event = make_event(
        make_party("FRA", person="emmanuel-macron"),
        "ARM",
        "TCD-MIL",
        modality="planned",
        attributed_to=Attribution(speaker=make_party("TASS"), via=make_party("RUS")),
        date="2024-12-01",
        date_granularity="month",
    )
    fill(store, event)
    assert list(store.events(EVERYTHING)) == [event]
    evidence = store.event(event.id)
    assert evidence is not None
    assert evidence.event == event


def test_adding_twice_changes_nothing(store: Store) -> None:
    reading = make_reading(
        make_event("USA", "CONDEMN", "RUS-MIL"), make_event("DZA-MIL", "ATTACK", "DZA-REB")
    )
    assert store.add([reading]) == [Outcome.LOADED]
    before = fingerprint(store)
    assert store.add([reading]) == [Outcome.UNCHANGED]
    assert store.add([reading, reading]) == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert fingerprint(store) == before


@pytest.mark.parametrize(
    "change",
    [
        {"extractor": "test-2"},
        {"codebook": "book-2"},
        {"article": make_article("Another text.")},
        {"article": make_article("France condemned Russia.", title="A title")},
    ],
    ids=["extractor", "codebook", "text", "title"],
)
def test_a_changed_article_replaces_its_own_events_only(store: Store, change: dict[str, Any]) -> None:
    first = Reading(
        article=make_article(),
        events=(make_event("FRA", "CONDEMN", "RUS"),),
        extractor="test-1",
        codebook="book-1",
    )
    fill(store, make_event("CHN", "PRAISE", "IRN", article="article-2"))
    store.add([first])
    newer = make_event("DEU", "SANCTION", "IRN")
    assert store.add([replace(first, events=(newer,), **change)]) == [Outcome.REPLACED]
    assert counted(store) == {("CHN", "PRAISE", "IRN"): 1, ("DEU", "SANCTION", "IRN"): 1}
    assert {row.actor.id for row in store.actors(None, Page()).rows} == {"CHN", "IRN", "DEU"}
    assert store.actor("FRA") is None


def test_an_article_is_known_by_its_content_and_by_who_read_it(store: Store) -> None:
    article = make_article()
    assert store.marks([article.id]) == {}
    store.add([make_reading(make_event(), make_event(at=100), article=article)])
    (marks,) = store.marks([article.id, "article-2"]).values()
    assert marks.events == 2
    assert marks == Marks.of(article, "test-1", "book-1")
    assert marks != Marks.of(article, "test-2", "book-1")
    assert marks != Marks.of(article, "test-1", "book-2")
    assert marks != Marks.of(replace(article, text=article.text + " "), "test-1", "book-1")


def test_an_article_without_events_is_kept(store: Store) -> None:
    store.add([make_reading(article=make_article("Nothing happened.", url="https://example.org/1"))])
    stored = store.article("article-1")
    assert stored is not None
    assert (stored.article.text, stored.article.url, stored.events) == (
        "Nothing happened.",
        "https://example.org/1",
        0,
    )
    assert store.article("article-2") is None


def test_several_articles_are_taken_in_all_or_none(store: Store) -> None:
    fill(store, make_event("USA", "CONDEMN", "RUS"))
    before = fingerprint(store)
    good = make_reading(make_event("FRA", "CONDEMN", "RUS", article="article-2"))
    astray = make_reading(
        make_event("CHN", "CONDEMN", "RUS", article="article-9"), article=make_article(id="article-3")
    )
    with pytest.raises(Rejected, match=r"article-3: .*belongs to article 'article-9'"):
        store.add([good, astray])
    assert fingerprint(store) == before


def test_a_reading_that_fails_half_way_leaves_nothing(store: Store) -> None:
    def readings() -> Iterator[Reading]:
        yield make_reading(make_event("FRA", "CONDEMN", "RUS"))
        raise RuntimeError("the reader broke off")

    with pytest.raises(RuntimeError):
        store.add(readings())
    assert store.totals().articles == 0


def test_an_event_of_one_article_never_takes_the_place_of_anothers(store: Store) -> None:
    event = make_event("USA", "CONDEMN", "RUS")
    fill(store, event)
    before = fingerprint(store)
    with pytest.raises(Rejected, match="article-2"):
        store.add([make_reading(replace(event, article="article-2"))])
    assert fingerprint(store) == before


def test_one_article_twice_in_one_add_counts_once(store: Store) -> None:
    older = make_reading(make_event("USA", "CONDEMN", "RUS"))
    newer = make_reading(make_event("USA", "CONDEMN", "IRN"), extractor="test-2")
    assert store.add([older, newer]) == [Outcome.LOADED, Outcome.REPLACED]
    assert counted(store) == {("USA", "CONDEMN", "IRN"): 1}


# Deleting.


def test_deleting_takes_events_counts_and_orphaned_actors_along(store: Store) -> None:
    fill(store, make_event("USA", "CONDEMN", "RUS", attributed_to="TASS"))
    assert store.remove("article-1")
    assert not store.remove("article-1")
    totals = store.totals()
    assert (totals.articles, totals.events, totals.actors, totals.relations) == (0, 0, 0, {})
    assert counted(store) == {}


def test_deleting_leaves_actors_that_others_mention(store: Store) -> None:
    fill(
        store,
        make_event("USA", "CONDEMN", "RUS", attributed_to="TASS"),
        make_event("CHN", "PRAISE", "USA", article="article-2"),
        make_event("IRN", "PRAISE", "CUB", article="article-3", attributed_to="TASS"),
    )
    store.remove("article-1")
    assert store.actor("USA") is not None
    assert store.actor("TASS") is not None
    assert store.actor("RUS") is None


def test_a_country_stays_while_one_of_its_sectors_does(store: Store) -> None:
    fill(
        store,
        make_event("DZA", "CONDEMN", "MAR"),
        make_event("DZA-REB", "ATTACK", "MAR", article="article-2"),
    )
    store.remove("article-1")
    country = store.actor("DZA")
    assert country is not None
    assert (country.outgoing, country.incoming) == (0, 0)
    store.remove("article-2")
    assert store.actor("DZA") is None


def test_a_sector_alone_brings_its_country(store: Store) -> None:
    fill(store, make_event("DZA-MIL", "ATTACK", "DZA-REB"))
    country = store.actor("DZA")
    assert country is not None
    assert country.actor.kind is Kind.COUNTRY


# Counting.


def test_a_pair_counts_events_claims_articles_and_days(store: Store) -> None:
    fill(
        store,
        make_event("USA", "CONDEMN", "RUS", date="2022-03-01"),
        make_event("USA", "CONDEMN", "RUS", at=100, attributed_to="TASS"),
        make_event("USA", "CONDEMN", "RUS", article="article-2", published="2023-05-05"),
        make_event("USA", "CONDEMN", "RUS", article="article-3", published=None),
    )
    (row,) = store.all_relations(EventQuery())
    assert (row.events, row.claimed, row.articles) == (4, 1, 3)
    assert (row.first, row.last) == ("2022-03-01", "2024-12-28")
    assert row.base == "ACCUSE"


def test_planned_aid_counts_under_the_relations_own_type(store: Store) -> None:
    fill(store, make_event("FRA", "ARM", "TCD", modality="planned"))
    (row,) = store.all_relations(EventQuery(modality=("planned",)))
    (event,) = store.events(EventQuery(modality=("planned",)))
    assert (row.base, event.plover) == ("AID", "AGREE")


def test_by_default_only_what_actually_happened_counts(store: Store) -> None:
    fill(
        store,
        make_event("USA", "CONDEMN", "RUS"),
        make_event("USA", "CONDEMN", "RUS", at=100, negated=True),
        make_event("USA", "CONDEMN", "RUS", at=200, modality="planned"),
        make_event("USA", "CONDEMN", "RUS", at=300, modality="possible"),
    )
    assert counted(store) == {("USA", "CONDEMN", "RUS"): 1}
    assert counted(store, EventQuery(negated=True)) == {("USA", "CONDEMN", "RUS"): 1}
    assert counted(store, EventQuery(modality=())) == {("USA", "CONDEMN", "RUS"): 3}
    assert counted(store, EVERYTHING) == {("USA", "CONDEMN", "RUS"): 4}


def test_a_military_counts_as_its_country_unless_asked_apart(store: Store) -> None:
    fill(store, make_event("USA-MIL", "ATTACK", "SYR"), make_event("USA", "ATTACK", "SYR-MIL", at=100))
    assert counted(store) == {("USA", "ATTACK", "SYR"): 2}
    assert counted(store, EventQuery(level=Level.ACTOR)) == {
        ("USA", "ATTACK", "SYR-MIL"): 1,
        ("USA-MIL", "ATTACK", "SYR"): 1,
    }


def test_other_sectors_are_never_folded(store: Store) -> None:
    fill(store, make_event("SYR-REB", "ATTACK", "SYR-MIL"))
    assert counted(store) == {("SYR-REB", "ATTACK", "SYR"): 1}


def test_egypts_military_against_egypt_stays_a_pair_of_two(store: Store) -> None:
    fill(store, make_event("EGY-MIL", "OVERTHROW", "EGY"), make_event("EGY-MIL", "ATTACK", "ISR", at=100))
    expected = {("EGY", "ATTACK", "ISR"): 1, ("EGY-MIL", "OVERTHROW", "EGY"): 1}
    assert counted(store) == expected
    assert counted(store, EventQuery(source=("EGY",))) == expected
    assert counted(store, EventQuery(source=("EGY-MIL",))) == expected
    assert counted(store, EventQuery(source=("EGY",), min_confidence=0.1)) == expected


def test_asking_for_a_country_means_its_node_and_its_military_only(store: Store) -> None:
    fill(
        store,
        make_event("USA", "CONDEMN", "RUS"),
        make_event("USA-MIL", "CONDEMN", "RUS", at=100),
        make_event("USA-OPP", "CONDEMN", "RUS", at=200),
    )
    assert counted(store, EventQuery(source=("USA",))) == {("USA", "CONDEMN", "RUS"): 2}
    assert counted(store, EventQuery(code=("USA",))) == {
        ("USA", "CONDEMN", "RUS"): 2,
        ("USA-OPP", "CONDEMN", "RUS"): 1,
    }


def test_actors_tell_how_often_they_act_and_are_acted_upon(store: Store) -> None:
    fill(
        store,
        make_event("USA", "CONDEMN", "RUS"),
        make_event("USA", "PRAISE", "FRA", at=100),
        make_event("FRA", "PRAISE", "USA", at=200),
        make_event("DZA-REB", "ATTACK", "MAR", at=300),
    )
    rows = store.actors(None, Page()).rows
    assert [(row.actor.id, row.outgoing, row.incoming) for row in rows] == [
        ("USA", 2, 1),
        ("FRA", 1, 1),
        ("DZA-REB", 1, 0),
        ("MAR", 0, 1),
        ("RUS", 0, 1),
    ]
    assert [row.actor.id for row in store.actors(["RUS", "FRA", "nobody"], Page()).rows] == ["FRA", "RUS"]


def test_actors_are_found_by_part_of_a_name_in_any_case(store: Store) -> None:
    union = make_actor("european-union", name="European Union", code="IGOEUREEC")
    fill(store, make_event(union, "SANCTION", make_actor("zurich-oel", name="Zürich ÖL 100%_")))
    assert store.find_actors("union") == ["european-union"]
    assert store.find_actors("zÜRICH öl") == ["zurich-oel"]
    assert store.find_actors("%_") == ["zurich-oel"]
    assert store.find_actors("%") == ["zurich-oel"]
    assert store.find_actors("nobody") == []


def test_totals_count_what_is_held(store: Store) -> None:
    fill(store, make_event("USA", "CONDEMN", "RUS"), make_event("USA", "PRAISE", "FRA", article="article-2"))
    totals = store.totals()
    assert (totals.articles, totals.events, totals.actors) == (2, 2, 3)
    assert totals.relations == {"CONDEMN": 1, "PRAISE": 1}


# Filters.


def sample() -> dict[str, Event]:
    """Events that differ in one thing each, by that thing's name."""
    things: dict[str, dict[str, Any]] = {
        "plain": {},
        "source": {"source": "FRA"},
        "target": {"target": "IRN"},
        "military": {"source": "USA-MIL"},
        "opposition": {"source": "USA-OPP"},
        "organisation": {"source": make_actor("nato", code="IGOWSTNAT")},
        "relation": {"relation": "ATTACK", "plover": "ASSAULT"},
        "content": {"relation": "THREATEN", "content": "SANCTION", "plover": "THREATEN"},
        "plover": {"plover": "REJECT"},
        "negated": {"negated": True},
        "planned": {"modality": "planned"},
        "possible": {"modality": "possible"},
        "person": {"source": make_party("USA", person="joe-biden")},
        "target_person": {"target": make_party("RUS", person="vladimir-putin")},
        "claimed": {"attributed_to": "TASS"},
        "doubtful": {"confidence": 0.2},
        "old": {"date": "2014-03-18"},
        "undated": {"published": None},
        "elsewhere": {"article": "article-2"},
    }
    return {name: make_event(**({"at": 100 * i} | given)) for i, (name, given) in enumerate(things.items())}


OPEN: dict[str, Any] = {"negated": None, "modality": ()}


def named(value: EventQuery | set[str]) -> str:
    """What a test case is called: the same in every process, since several share the tests."""
    return " ".join(sorted(value)) if isinstance(value, set) else str(value.described())


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (EventQuery(**OPEN, source=("FRA",)), {"source"}),
        (EventQuery(**OPEN, source=("FRA", "nato")), {"source", "organisation"}),
        (EventQuery(**OPEN, target=("IRN",)), {"target"}),
        (EventQuery(**OPEN, actor=("IRN",)), {"target"}),
        (EventQuery(**OPEN, actor=("FRA",)), {"source"}),
        (EventQuery(**OPEN, source=("USA-MIL",)), {"military"}),
        (EventQuery(**OPEN, between=(("RUS", "FRA"),)), {"source"}),
        (EventQuery(**OPEN, between=(("USA", "IRN"), ("RUS", "nato"))), {"target", "organisation"}),
        (EventQuery(**OPEN, code=("FRA",)), {"source"}),
        (EventQuery(**OPEN, code=("IGOWSTNAT",)), {"organisation"}),
        (EventQuery(**OPEN, relation=("ATTACK",)), {"relation"}),
        (EventQuery(**OPEN, relation=("ATTACK", "THREATEN")), {"relation", "content"}),
        (EventQuery(**OPEN, content=("SANCTION",)), {"content"}),
        (EventQuery(**OPEN, plover=("REJECT",)), {"plover"}),
        (EventQuery(**OPEN, quad=("material conflict",)), {"relation"}),
        (EventQuery(**OPEN, person=("joe-biden",)), {"person"}),
        (EventQuery(**OPEN, person=("joe-biden", "vladimir-putin")), {"person", "target_person"}),
        (EventQuery(**OPEN, attributed_to=("TASS",)), {"claimed"}),
        (EventQuery(**OPEN, article=("article-2",)), {"elsewhere"}),
        (EventQuery(**OPEN, until="2020-01-01"), {"old"}),
        (EventQuery(negated=True, modality=()), {"negated"}),
        (EventQuery(modality=("planned",)), {"planned"}),
        (EventQuery(modality=("planned", "possible")), {"planned", "possible"}),
    ],
    ids=named,
)
def test_a_filter_keeps_what_it_names(store: Store, query: EventQuery, kept: set[str]) -> None:
    events = sample()
    fill(store, *events.values())
    assert found(store, query) == {events[name].id for name in kept}


@pytest.mark.parametrize(
    ("query", "dropped"),
    [
        (EVERYTHING, set()),
        (EventQuery(), {"negated", "planned", "possible"}),
        (EventQuery(**OPEN, source=("USA",)), {"source", "opposition", "organisation"}),
        (EventQuery(**OPEN, actor=("USA",)), {"source", "opposition", "organisation"}),
        (EventQuery(**OPEN, code=("USA",)), {"source", "organisation"}),
        (EventQuery(**OPEN, min_confidence=0.5), {"doubtful"}),
        (EventQuery(**OPEN, min_confidence=0.2), set()),
        (EventQuery(**OPEN, since="2020-01-01"), {"old", "undated"}),
    ],
    ids=named,
)
def test_a_filter_drops_what_it_excludes(store: Store, query: EventQuery, dropped: set[str]) -> None:
    events = sample()
    fill(store, *events.values())
    assert found(store, query) == {event.id for name, event in events.items() if name not in dropped}


def test_filters_together_mean_all_of_them(store: Store) -> None:
    events = sample()
    fill(store, *events.values())
    query = EventQuery(
        source=("USA",),
        target=("RUS",),
        actor=("USA", "FRA"),
        between=(("USA", "RUS"),),
        code=("RUS",),
        relation=("CONDEMN", "THREATEN"),
        content=("SANCTION",),
        plover=("THREATEN",),
        quad=("verbal conflict",),
        article=("article-1",),
        since="2024-12-28",
        until="2024-12-29",
        min_confidence=0.8,
    )
    assert found(store, query) == {events["content"].id}
    assert counted(store, query) == {("USA", "THREATEN", "RUS"): 1}
    assert found(store, replace(query, person=("joe-biden",))) == set()


def test_days_are_half_open_and_the_undated_are_counted(store: Store) -> None:
    days = {
        day: make_event(at=i * 100, date=day)
        for i, day in enumerate(("2022-02-23", "2022-02-24", "2022-02-25"))
    }
    without = make_event(at=900, article="article-2", published=None)
    denied = make_event(at=1000, article="article-2", published=None, negated=True)
    fill(store, *days.values(), without, denied)
    query = EventQuery(since="2022-02-24", until="2022-02-25")
    page = store.evidence(query, Page())
    assert [row.event.date for row in page.rows] == ["2022-02-24"]
    assert page.undated == 1
    assert store.relations(query, Page()).undated == 1
    assert store.relations(replace(query, source=("FRA",)), Page()).undated == 0
    assert store.relations(EventQuery(), Page()).undated == 0


def test_an_event_is_filed_under_its_own_day_else_its_articles(store: Store) -> None:
    fill(store, make_event(date="2014-03-18", published="2024-12-28T09:30:00+01:00"), make_event(at=100))
    assert counted(store, EventQuery(until="2015-01-01")) == {("USA", "CONDEMN", "RUS"): 1}
    assert counted(store, EventQuery(since="2024-12-28")) == {("USA", "CONDEMN", "RUS"): 1}


# Paging.


def many(store: Store) -> None:
    ids = ["USA", "RUS", "CHN", "FRA", "DEU", "IRN", "DZA-MIL", "EGY"]
    pairs = [(s, t) for s in ids for t in ids if s != t]
    events = [
        make_event(
            s,
            relation,
            t,
            at=100 * i,
            date=None if i % 5 else f"2024-0{i % 9 + 1}-01",
            article=f"article-{i % 3}",
        )
        for i, (s, t) in enumerate(pairs)
        for relation in (["CONDEMN", "PRAISE"] if i % 2 else ["CONDEMN"])
    ]
    fill(store, *events)


@pytest.mark.parametrize("limit", [1, 2, 7, 1000])
@pytest.mark.parametrize(
    "query", [EventQuery(), EventQuery(since="2024-01-01", level=Level.ACTOR)], ids=["counted", "filtered"]
)
def test_pages_of_relations_are_complete_and_without_repeats(
    store: Store, query: EventQuery, limit: int
) -> None:
    many(store)
    rows, cursor = [], None
    while True:
        page = store.relations(query, Page(limit=limit, cursor=cursor))
        assert len(page.rows) <= limit
        rows += page.rows
        cursor = page.next
        if cursor is None:
            break
    assert rows == list(store.all_relations(query))
    assert [row.events for row in rows] == sorted((row.events for row in rows), reverse=True)


@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_pages_of_evidence_go_from_the_latest_day_to_the_undated(store: Store, limit: int) -> None:
    many(store)
    fill(store, *(make_event(at=i, article="article-9", published=None) for i in range(5)))
    rows, cursor = [], None
    while True:
        page = store.evidence(EventQuery(), Page(limit=limit, cursor=cursor))
        rows += page.rows
        cursor = page.next
        if cursor is None:
            break
    days = [row.event.when or "" for row in rows]
    assert days == sorted(days, reverse=True)
    assert days[-5:] == [""] * 5
    assert sorted(row.event.id for row in rows) == [event.id for event in store.events(EventQuery())]


def test_pages_of_actors_are_complete_and_without_repeats(store: Store) -> None:
    many(store)
    ids, cursor = [], None
    while True:
        page = store.actors(None, Page(limit=3, cursor=cursor))
        ids += [row.actor.id for row in page.rows]
        cursor = page.next
        if cursor is None:
            break
    assert ids == [row.actor.id for row in store.actors(None, Page()).rows]
    assert len(ids) == len(set(ids)) == 8


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "é",
        "bm90IGpzb24",
        "e30",
        "WzFd",
        "WyJhIiwgImIiLCAiYyIsICJkIl0",
        "WzEsIDIsIDMsIDRd",
        "W" * 4000,
    ],
)
def test_a_foreign_cursor_is_refused(store: Store, cursor: str) -> None:
    many(store)
    for ask in (
        lambda p: store.relations(EventQuery(), p),
        lambda p: store.evidence(EventQuery(), p),
        lambda p: store.actors(None, p),
    ):
        with pytest.raises(BadQuery, match="not a cursor of this list") as refusal:
            ask(Page(cursor=cursor))
        assert refusal.value.field == "cursor"


def test_a_cursor_of_another_list_is_refused(store: Store) -> None:
    many(store)
    pages: list[RelationPage | EvidencePage | ActorPage] = [
        store.relations(EventQuery(), Page(limit=1)),
        store.evidence(EventQuery(), Page(limit=1)),
        store.actors(None, Page(limit=1)),
    ]
    relations, evidence, actors = (page.next for page in pages)
    for cursor in (evidence, actors):
        with pytest.raises(BadQuery):
            store.relations(EventQuery(), Page(cursor=cursor))
    for cursor in (relations, actors):
        with pytest.raises(BadQuery):
            store.evidence(EventQuery(), Page(cursor=cursor))
    for cursor in (relations, evidence):
        with pytest.raises(BadQuery):
            store.actors(None, Page(cursor=cursor))


# Strain.


@pytest.mark.parametrize("name", [*HOSTILE, "n" * 1_000_000], ids=lambda name: repr(name[:12]))
def test_hostile_words_come_back_unharmed(store: Store, name: str) -> None:
    actor = make_actor("somebody", name=name)
    event = make_event(make_party(actor, person="x"), "CONDEMN", "RUS", attributed_to=actor)
    article = make_article(name, id="article-1", title=name, url=name)
    store.add([make_reading(event, article=article)])
    assert list(store.events(EVERYTHING)) == [event]
    stored = store.article("article-1")
    assert stored is not None
    assert stored.article == article
    (row,) = store.relations(EventQuery(), Page()).rows
    assert row.source_name == name
    assert store.find_actors(name) == ["somebody"]


@pytest.mark.parametrize("id", [*HOSTILE, "n" * (ID_BYTES - 1)], ids=lambda name: repr(name[:12]))
def test_hostile_ids_are_told_apart(store: Store, id: str) -> None:
    fill(
        store,
        make_event(make_actor(id), "CONDEMN", "RUS", article=id),
        make_event(make_actor(id + "2"), "CONDEMN", "RUS", article=id + "2"),
    )
    assert counted(store, EventQuery(source=(id,))) == {(id, "CONDEMN", "RUS"): 1}
    assert len(found(store, EventQuery(article=(id,)))) == 1
    assert found(store, EventQuery(person=(id,))) == set()
    first = store.relations(EventQuery(), Page(limit=1))
    second = store.relations(EventQuery(), Page(limit=1, cursor=first.next))
    assert {row.source for row in (*first.rows, *second.rows)} == {id, id + "2"}
    assert store.remove(id)
    assert counted(store) == {(id + "2", "CONDEMN", "RUS"): 1}


@pytest.mark.parametrize(
    "given",
    [
        {"source": make_actor("n" * (ID_BYTES + 1))},
        {"target": make_actor("é" * ID_BYTES)},
        {"attributed_to": make_actor("n" * (ID_BYTES + 1))},
        {"article": "n" * (ID_BYTES + 1)},
        {"id": "n" * (ID_BYTES + 1)},
    ],
    ids=lambda given: next(iter(given)),
)
def test_an_id_too_long_for_an_index_is_refused_by_name(store: Store, given: dict[str, Any]) -> None:
    with pytest.raises(Rejected, match=f"has {ID_BYTES + 1}|{2 * ID_BYTES} bytes of UTF-8; {ID_BYTES} are"):
        fill(store, make_event(**given))
    assert store.totals().articles == 0


@pytest.mark.parametrize(
    "relation", ["SOURCE", "PART_OF", "condemn", "A`]->() DETACH DELETE n //", "", "A\0"]
)
def test_what_names_no_relation_is_refused(store: Store, relation: str) -> None:
    with pytest.raises(Rejected, match="article-1: no relation is called"):
        fill(store, make_event(relation=relation))
    assert store.totals().articles == 0


def test_eight_threads_add_and_read_without_loss(store: Store) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for i in range(15):
                name = f"article-{number}-{i}"
                store.add([make_reading(make_event("USA", "CONDEMN", "RUS", article=name))])
                (row,) = store.relations(EventQuery(), Page()).rows
                assert row.events == row.articles
                if i % 3 == 0:
                    assert store.remove(name)
                assert len(list(store.events(EventQuery(article=(name,))))) == (i % 3 != 0)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert counted(store) == {("USA", "CONDEMN", "RUS"): 80}


def test_a_list_under_way_holds_up_nobody_and_keeps_what_stands(store: Store) -> None:
    lasting = [make_event(at=100 * i, article="article-2") for i in range(2000)]
    fill(store, make_event("CHN", "PRAISE", "IRN"), *lasting)
    under_way = store.events(EventQuery(relation=("CONDEMN",)))
    first = next(under_way)
    store.remove("article-1")
    fill(store, make_event("FRA", "PRAISE", "DEU", article="article-3"))
    assert counted(store, EventQuery(relation=("PRAISE",))) == {("FRA", "PRAISE", "DEU"): 1}
    assert [first, *under_way] == sorted(lasting, key=lambda event: event.id)


def test_a_list_begun_in_one_thread_may_be_read_in_another(store: Store) -> None:
    fill(store, *(make_event(at=100 * i) for i in range(100)))
    under_way = store.events(EventQuery())
    next(under_way)
    rest: list[int] = []
    thread = threading.Thread(target=lambda: rest.append(sum(1 for _ in under_way)))
    thread.start()
    thread.join()
    assert rest == [99]


def test_more_ids_than_a_database_takes_parameters(store: Store) -> None:
    fill(store, make_event("USA", "CONDEMN", "RUS"))
    ids = ["USA", *(f"nobody-{i}" for i in range(300_000))]
    assert [row.actor.id for row in store.actors(ids, Page()).rows] == ["USA"]


def test_what_was_added_is_there_after_reopening(store: Store, address: Address) -> None:
    fill(store, make_event("USA", "CONDEMN", "RUS"))
    before = fingerprint(store)
    store.close()
    with address.open() as again:
        assert fingerprint(again) == before


@pytest.mark.parametrize(
    ("ask", "name"),
    [
        (
            lambda store, page: store.relations(EventQuery(), page),
            lambda row: (row.source, row.relation, row.target),
        ),
        (lambda store, page: store.evidence(EventQuery(), page), lambda row: row.event.id),
    ],
    ids=["relations", "evidence"],
)
def test_cursors_stay_good_while_articles_are_added(
    store: Store, ask: Callable[[Store, Page], Any], name: Callable[[Any], Any]
) -> None:
    many(store)
    before = [name(row) for row in ask(store, Page(limit=1000)).rows]
    found: list[Any] = []
    cursor, number = None, 0
    while cursor is not None or not number:
        page = ask(store, Page(limit=7, cursor=cursor))
        found += [name(row) for row in page.rows]
        cursor, number = page.next, number + 1
        # A new pair, on a later day than any and without one: before what is to come, and after.
        for days in ({"published": "2030-01-01"}, {"published": None}):
            fill(store, make_event(f"new-{number}", "ARM", "TCD", article=f"new-{number}-{days}", **days))
    known = set(before)
    assert number > 3
    assert [row for row in found if row in known] == before
    assert len(found) == len(set(found))


# What exports ask.


def test_an_export_asks_for_the_actors_at_the_ends_of_the_events(store: Store) -> None:
    fill(
        store,
        make_event("FRA-MIL", "ATTACK", "TCD-REB", attributed_to="reuters"),
        make_event("USA", "CONDEMN", "RUS", article="article-2"),
        make_event(make_party("KOR", person="lee"), "PRAISE", "PRK", at=100, article="article-2"),
        make_event("DEU", "ARM", "UKR", at=200, article="article-2", modality="planned"),
    )

    def ends(level: Level = Level.ACTOR, **given: Any) -> list[str]:
        return [actor.id for actor in store.actors_of(EventQuery(level=level, **given))]

    assert ends(Level.STATE) == ["FRA", "KOR", "PRK", "RUS", "TCD-REB", "USA"]
    assert ends() == ["FRA-MIL", "KOR", "PRK", "RUS", "TCD-REB", "USA"]
    assert ends(modality=("planned",)) == ends(Level.STATE, modality=("planned",)) == ["DEU", "UKR"]
    assert ends(article=("article-1",)) == ["FRA-MIL", "TCD-REB"]
    assert ends(Level.STATE, article=("article-1",)) == ["FRA", "TCD-REB"]
    assert ends(attributed_to=("reuters",)) == ["FRA-MIL", "TCD-REB"]
    assert ends(person=("lee",)) == ends(source=("KOR",)) == ["KOR", "PRK"]
    assert ends(Level.STATE, relation=("CONDEMN",)) == ends(relation=("CONDEMN",)) == ["RUS", "USA"]
    assert ends(code=("TCD",)) == ["FRA-MIL", "TCD-REB"]
    assert ends(since="2025-01-01") == []


def test_the_actors_of_events_are_whole_and_ordered_as_every_list_is(store: Store) -> None:
    actors = [make_actor(f"id {text}", name=text) for text in HOSTILE]
    fill(store, *(make_event(actor, "CONDEMN", "USA", at=100 * n) for n, actor in enumerate(actors)))
    found = list(store.actors_of(EventQuery(level=Level.ACTOR)))
    assert found == sorted([*actors, make_actor("USA")], key=lambda actor: actor.id)
    assert found == list(store.actors_of(EventQuery()))


def test_articles_are_asked_for_by_their_events(store: Store) -> None:
    fill(
        store,
        make_event("USA", "CONDEMN", "RUS"),
        make_event("USA", "CONDEMN", "PRK", at=100),
        make_event("KOR", "PRAISE", "USA", article="article-2"),
        make_event("KOR", "ARM", "USA", article="article-3", modality="planned"),
    )

    def ids(query: EventQuery | None) -> list[str]:
        return [stored.article.id for stored in store.articles(query)]

    assert ids(None) == ["article-1", "article-2", "article-3"]
    assert ids(EventQuery()) == ["article-1", "article-2"]
    assert ids(EventQuery(source=("USA",))) == ["article-1"]
    assert ids(EventQuery(modality=("planned",))) == ["article-3"]
    assert ids(EventQuery(since="2025-01-01")) == []
