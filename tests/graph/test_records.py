"""An event is the same event after it has been a line of JSON."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import Rejected
from graph.model import (
    Actor,
    Attribution,
    Event,
    Granularity,
    Kind,
    Modality,
    Party,
    Person,
    Plover,
    Span,
    Why,
    coded_type,
)
from graph.records import act_id, article_record, event_id, event_of, event_record, iso_date
from tests.builders import make_article, make_event, make_party

texts = st.text(max_size=20)
days = st.dates().map(lambda day: day.isoformat())
relations = st.from_regex(r"[A-Z][A-Z_]{0,8}", fullmatch=True)
spans = st.builds(
    lambda text, start: Span(text=text, start=start, end=start + len(text)), texts, st.integers(0, 10**6)
)
actors = st.builds(
    Actor,
    id=texts,
    name=texts,
    kind=st.sampled_from(Kind),
    code=st.none() | texts,
    sector=st.none() | texts,
)
parties = st.builds(
    Party,
    actor=actors,
    person=st.none() | st.builds(Person, id=texts, name=texts),
    mention=st.none() | spans,
)
events = st.builds(
    Event,
    id=texts,
    act=texts,
    article=texts,
    field=st.sampled_from(["text", "title"]),
    sentence=spans,
    source=parties,
    relation=relations,
    content=st.none() | relations,
    plover=st.sampled_from(Plover),
    cameo=st.from_regex(r"[0-9]{2,4}", fullmatch=True),
    trigger=spans,
    target=parties,
    reciprocal=st.booleans(),
    negated=st.booleans(),
    modality=st.sampled_from(Modality),
    attributed_to=st.none() | st.builds(Attribution, speaker=parties, via=st.none() | parties),
    date=st.none() | days,
    date_granularity=st.none() | st.sampled_from(Granularity),
    published=st.none() | days,
    confidence=st.floats(0, 1),
    why=st.builds(Why, rule=texts, frame=texts, source=texts, target=texts),
)


@given(events)
def test_an_event_survives_being_a_line(event: Event) -> None:
    line = json.dumps(event_record(event), ensure_ascii=False)
    assert event_of(json.loads(line), name="line 1") == event


def test_an_event_line_has_the_keys_of_the_interface() -> None:
    record = event_record(
        make_event(
            "USA",
            "CONDEMN",
            "RUS",
            attributed_to=Attribution(speaker=make_party("TASS"), via=make_party("RUS")),
        )
    )
    assert list(record) == [
        *("id", "act", "article", "field", "sentence", "source", "relation", "content", "plover", "cameo"),
        *("quad", "trigger", "target", "reciprocal", "negated", "modality", "attributed_to", "date"),
        *("date_granularity", "published", "confidence", "why"),
    ]
    assert list(record["source"]) == ["id", "code", "sector", "name", "kind", "person", "mention"]
    assert list(record["attributed_to"]) == [*record["source"], "via"]
    assert list(record["attributed_to"]["via"]) == list(record["source"])
    assert record["quad"] == "verbal conflict"
    assert list(record["why"]) == ["rule", "frame", "source", "target"]


def changed(path: str, value: Any) -> Mapping[str, Any]:
    record: dict[str, Any] = event_record(make_event())
    *outer, last = path.split(".")
    place = record
    for key in outer:
        place = place[key]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return record


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        ("id", ..., "has no 'id'"),
        ("source.mention.start", ..., "has no 'start'"),
        ("why", None, "not an event"),
        ("trigger.start", -1, "offsets -1"),
        ("trigger.end", "5", "offsets"),
        ("plover", "LOVE", "'LOVE'"),
        ("modality", "maybe", "'maybe'"),
        ("source.kind", "planet", "'planet'"),
        ("source.code", {}, "'code' is not a text"),
        ("source.name", "\ud800", "lone surrogate stands at offset 0"),
        ("relation", "condemn", "not the name of a relation"),
        ("relation", "A`]->() DETACH DELETE", "not the name of a relation"),
        ("content", 7, "'content' is not a text"),
        ("negated", "false", "neither true nor false"),
        ("confidence", float("nan"), "not a number from 0 to 1"),
        ("confidence", 1.5, "not a number from 0 to 1"),
        ("confidence", None, "not an event"),
        ("date", "yesterday", "yesterday"),
        ("date", 2024, "not an event"),
        ("date_granularity", "week", "'week'"),
        ("attributed_to", "TASS", "not an event"),
    ],
)
def test_what_is_no_event_is_rejected_by_name(path: str, value: Any, complaint: str) -> None:
    with pytest.raises(Rejected, match=complaint) as rejection:
        event_of(changed(path, value), name="events.jsonl line 7")
    assert rejection.value.name == "events.jsonl line 7"
    assert str(rejection.value).startswith("events.jsonl line 7: ")


@pytest.mark.parametrize("record", [[], "text", None, 5])
def test_a_line_that_is_no_object_is_rejected(record: Any) -> None:
    with pytest.raises(Rejected, match="line 1"):
        event_of(record, name="line 1")


def test_an_article_line_leaves_out_what_is_unknown() -> None:
    article = make_article("Text.", published=None, url="https://example.org")
    assert article_record(article) == {"id": "article-1", "url": "https://example.org", "text": "Text."}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024-12-28", "2024-12-28"),
        ("20241228", "2024-12-28"),
        ("2024-W52-6", "2024-12-28"),
        ("2024-12-28T10:00:00Z", "2024-12-28T10:00:00Z"),
        ("20241228T100000+0100", "2024-12-28T10:00:00+01:00"),
    ],
)
def test_days_are_written_so_that_they_sort(text: str, read: str) -> None:
    assert iso_date(text) == read


@pytest.mark.parametrize("text", ["", "2024", "28.12.2024", "2024-02-30", "soon", "2024-12-28 25:00"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the words are Python's own
        iso_date(text)


# Ids.


def span(start: int) -> Span:
    return Span(text="xxxx", start=start, end=start + 4)


def id_of(source: Party, target: Party, *, shared: bool = False, content: str | None = None) -> str:
    return event_id("a", "text", span(50), source, target, "CONDEMN", content, shared)


def test_a_better_list_of_actors_changes_no_id() -> None:
    target = make_party("RUS", mention=span(90))
    assert id_of(make_party("KOR", mention=span(0)), target) == id_of(
        make_party("PRK", mention=span(0)), target
    )


def test_actors_count_where_words_stand_for_several_or_for_none() -> None:
    target = make_party("RUS", mention=span(90))
    both = [make_party(id, mention=span(0)) for id in ("KOR", "PRK")]
    assert len({id_of(party, target, shared=True) for party in both}) == 2
    implied = [make_party("KOR"), make_party("PRK")]
    assert len({id_of(party, target) for party in implied}) == 2


def test_the_two_directions_of_a_meeting_share_an_act_but_no_id() -> None:
    one, two = make_party("KOR", mention=span(0)), make_party("PRK", mention=span(90))
    assert id_of(one, two) != id_of(two, one)
    assert act_id("a", "text", span(50)) == act_id("a", "text", replace(span(50), text="other"))
    assert act_id("a", "text", span(50)) != act_id("a", "title", span(50))


def test_the_act_spoken_of_tells_events_apart() -> None:
    one, two = make_party("KOR", mention=span(0)), make_party("PRK", mention=span(90))
    assert id_of(one, two, content="ATTACK") != id_of(one, two)


@pytest.mark.parametrize(
    ("base", "modality", "negated", "coded"),
    [
        ("AID", "actual", False, "AID"),
        ("AID", "actual", True, "AID"),
        ("AID", "planned", False, "AGREE"),
        ("AID", "planned", True, "REJECT"),
        ("AID", "possible", False, "AID"),
        ("ASSAULT", "planned", False, "THREATEN"),
        ("ASSAULT", "planned", True, "ASSAULT"),
        ("ASSAULT", "possible", True, "ASSAULT"),
        ("CONSULT", "planned", True, "REJECT"),
    ],
)
def test_intentions_are_coded_by_types_of_their_own(
    base: str, modality: str, negated: bool, coded: str
) -> None:
    assert coded_type(Plover(base), Modality(modality), negated) == coded
