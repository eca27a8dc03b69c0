"""Headings do not run into sentences, wrapped lines do, and nothing shifts an offset."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.blocks import PIECE, blocks_of

WRAPPED = (
    "The foreign ministers of the two countries met in the capital on Monday and agreed\n"
    "to open the border to lorries that carry food and medicine to the villages beyond it."
)


def test_heading_is_a_block_of_its_own() -> None:
    texts = [block.text for block in blocks_of("Mali Vows War\n\nMali said so on Friday.\nAn end\n")]
    assert texts == ["Mali Vows War", "Mali said so on Friday.", "An end"]


def test_line_that_an_editor_wrapped_goes_on_in_the_next() -> None:
    assert [block.text for block in blocks_of(WRAPPED)] == [WRAPPED.replace("\n", " ")]


def test_paragraph_that_is_too_long_is_read_in_pieces() -> None:
    text = "Kenya praised Uganda. " * (PIECE // 10)
    blocks = list(blocks_of(text))
    assert all(block.piece and len(block.text) <= PIECE for block in blocks)
    assert "".join(block.text for block in blocks) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_block_stands_where_it_says(text: str) -> None:
    for block in blocks_of(text):
        original = text[block.start : block.start + len(block.text)]
        assert len(original) == len(block.text)
        assert all(a == b or b == " " for a, b in zip(original, block.text, strict=True))


@pytest.mark.parametrize(
    "dateline",
    [
        "ALGIERS - ",
        "RANGOON, March 4 - ",
        "COMITAN, Mexico - ",
        "UNITED NATIONS, N.Y. (AP) -- ",
        "SÃO PAULO \u2014 ",
    ],
)
def test_dateline_is_a_block_of_its_own(dateline: str) -> None:
    first, second = blocks_of(dateline + "Morocco balked at talks.")
    assert (first.text, first.dateline) == (dateline, True)
    assert (second.text, second.start, second.dateline) == ("Morocco balked at talks.", len(dateline), False)


@pytest.mark.parametrize(
    "text", ["NATO - the alliance.", "The IMF - and the World Bank - lent Mali money.", "OSLO - "]
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert [block.text for block in blocks_of(text)] == [text]


@pytest.mark.parametrize("blank", [" ", "\t", " \n", "\n"])
def test_blanks_without_end_take_no_time(blank: str) -> None:
    began = time.process_time()
    list(blocks_of("Mali said so." + blank * (500_000 // len(blank)) + "."))
    assert time.process_time() - began < 5  # it was twenty minutes
