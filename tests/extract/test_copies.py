"""A copy of an article gets the events of the first, at its own places and under its own name."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pipeline import Extractor
from graph.model import Article, Event
from graph.vocabulary import default_vocabulary

SAMPLES = Path(__file__).parents[2] / "samples" / "articles.jsonl"
GAPS = ["\n\n", "\n\n\n", "\r\n\r\n", "\n \n", "\n\t\n"]
"""What parts blocks."""

REPORT = Article(
    id="first",
    title="Chad expels envoy",
    text=(
        "NAIROBI - Chad expelled the ambassador of Sudan on Friday and closed the border.\n\n"
        "Its foreign minister said Sudan had armed rebels.\n\nKenya condemned the move and urged the two "
        "governments to hold talks."
    ),
    published="2009-07-20",
)


@pytest.fixture(scope="module")
def forgetful() -> Extractor:
    """An extractor that reads each article anew."""
    return Extractor(default_vocabulary(), copies=0)


@pytest.fixture(scope="module")
def reader() -> Extractor:
    """An extractor that knows copies again."""
    return Extractor(default_vocabulary())


@pytest.fixture(scope="module")
def samples() -> list[Article]:
    records = map(json.loads, SAMPLES.read_text(encoding="utf-8").splitlines())
    return [Article(id=r["id"], text=r["text"], published=r.get("published")) for r in records]


def are_at_their_places(events: tuple[Event, ...], article: Article) -> bool:
    texts = {"title": article.title or "", "text": article.text}
    spans = [span for e in events for span in (e.trigger, e.sentence, e.source.mention, e.target.mention)]
    fields = [e.field for e in events for _ in range(4)]
    return all(
        s is None or texts[field][s.start : s.end] == s.text for s, field in zip(spans, fields, strict=True)
    )


def test_copies_of_all_samples_are_read_as_if_they_were_no_copies(
    reader: Extractor, forgetful: Extractor, samples: list[Article]
) -> None:
    first = list(reader.extract_all(samples))
    copies = [replace(a, id=f"{a.id}-again", text="\n" + a.text.replace("\n\n", "\n \n\n")) for a in samples]
    again = list(reader.extract_all(copies))
    assert [len(reading.events) for reading in again] == [len(reading.events) for reading in first]
    assert again == list(forgetful.extract_all(copies))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(GAPS), min_size=2, max_size=2))
def test_blank_lines_move_events_and_change_nothing_else(
    reader: Extractor, forgetful: Extractor, gaps: list[str]
) -> None:
    blocks = REPORT.text.split("\n\n")
    text = blocks[0] + gaps[0] + blocks[1] + gaps[1] + blocks[2]
    copy = replace(REPORT, id="copy", text=text, published="2009-07-20T18:00:00Z")
    first, again = reader.extract(REPORT).events, reader.extract(copy).events
    assert len(first) == len(again) > 2
    assert are_at_their_places(again, copy)
    assert {event.published for event in again} == {copy.published}
    assert again == forgetful.extract(copy).events


@pytest.mark.parametrize(
    "other",
    [
        replace(REPORT, id="b", published="2009-07-27"),  # another Friday
        replace(REPORT, id="c", title="Sudan protests"),
        replace(REPORT, id="d", text=REPORT.text.replace("Sudan", "Niger")),
        replace(REPORT, id="e", text=REPORT.text.partition("\n\n")[2]),  # "its": of whom?
    ],
    ids=["another day", "another title", "another country", "cut"],
)
def test_what_says_something_else_is_read_for_itself(
    reader: Extractor, forgetful: Extractor, other: Article
) -> None:
    reader.extract(REPORT)
    assert reader.extract(other).events == forgetful.extract(other).events != reader.extract(REPORT).events


def test_what_was_not_met_for_longest_is_forgotten() -> None:
    extractor = Extractor(default_vocabulary(), copies=2)
    for name in ("Chad", "Mali", "Niger"):
        extractor.extract(Article(id=name, text=f"Kenya condemned {name}."))
    assert len(extractor._copies._read) == 2
    assert len(extractor.parser._kept) <= 8
