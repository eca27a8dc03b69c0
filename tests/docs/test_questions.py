"""Every question in docs/questions.md is read as the page says."""

import re
from pathlib import Path

import pytest

from api.questions import EXAMPLES, read_question
from graph.vocabulary import default_vocabulary

PAGE = (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")
ROWS = [
    (question, reading)
    for question, reading in re.findall(r"^\| (.+?) \| (.+?) \|$", PAGE, flags=re.M)
    if question != "question"
]


@pytest.mark.parametrize(("question", "reading"), ROWS)
def test_question_is_read_as_the_page_says(question: str, reading: str) -> None:
    assert read_question(question, default_vocabulary()).reading == reading


def test_page_has_a_row_for_every_kind_of_question() -> None:
    assert len(ROWS) >= 25
    assert EXAMPLES[0] in dict(ROWS)
