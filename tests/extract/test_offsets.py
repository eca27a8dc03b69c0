"""Whatever the text: every span holds the words it claims, and no input breaks the reader."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pipeline import Extractor
from graph.model import Article, Event, Span
from graph.vocabulary import default_vocabulary

EXTRACTOR = Extractor(default_vocabulary())
PIECES = st.sampled_from(
    [
        "France condemned Syria.", "Kenya and Uganda met.", "He said Iran had bombed Iraq.", "\n\n", "\n",
        " ",
        "\u200b", "\u202eRussia\u202c", "İstanbul", "🇫🇷", "e\u0301", "(((", "“Syria”", "\t", "\r\n", "\x0b",
        "The White House's", "both nations", "Kremlin", "attack on", "will not", "if",
    ]
)  # fmt: skip


def spans(event: Event) -> list[Span]:
    parties = [event.source, event.target]
    if event.attributed_to:
        parties.append(event.attributed_to.speaker)
    return [event.sentence, event.trigger, *(p.mention for p in parties if p.mention)]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12), st.sampled_from(["", " "]))
def test_every_span_holds_its_words(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    for event in EXTRACTOR.extract(Article(id="a", text=text)).events:
        for span in spans(event):
            assert text[span.start : span.end] == span.text
        for party in (event.source, event.target):
            if party.mention:
                assert event.sentence.start <= party.mention.start
                assert party.mention.end <= event.sentence.end


@pytest.mark.parametrize(
    "text",
    [
        "Russia" * 20_000,
        "(" * 100_000,
        "France condemned " * 5_000 + "Syria.",
        "\u202b" + "سلام " * 5_000,
        "🇫🇷" * 10_000,
        "İ" * 10_000 + " France condemned Syria.",
        " \u200b" * 10_000,
        "The chief of staff of " * 400 + "Kenya met Iran.",
        "the last of " * 800 + "its soldiers left Mali.",
    ],
    ids=[
        "no spaces",
        "brackets",
        "one long sentence",
        "right to left",
        "flags",
        "dotted I",
        "zero width",
        "offices",
        "measures",
    ],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    for event in EXTRACTOR.extract(Article(id="a", text=text)).events:
        for span in spans(event):
            assert text[span.start : span.end] == span.text


def test_title_given_apart_is_read_with_its_own_offsets() -> None:
    article = Article(id="a", title="Kenya condemns Uganda", text="Nothing else was said.")
    events = EXTRACTOR.extract(article).events
    assert [(e.field, e.trigger.start) for e in events] == [("title", 6)]


def test_title_that_begins_the_text_is_read_once() -> None:
    article = Article(id="a", title="Kenya condemns Uganda", text="Kenya condemns Uganda\n\nIt rained.")
    assert [e.field for e in EXTRACTOR.extract(article).events] == ["text"]
