"""Questions are read as they are meant, and what is none is refused with three that are."""

import pytest

from api.questions import EXAMPLES, read_question
from graph.errors import BadQuery, UnknownName
from graph.vocabulary import default_vocabulary
from tests.gold.questions import ASIDE, OPEN, TODAY, Asked, not_questions, questions


@pytest.mark.parametrize("asked", list(questions(OPEN)), ids=lambda asked: asked.text)
def test_question_is_read_as_it_is_meant(asked: Asked) -> None:
    assert asked.is_right, asked.read


def test_questions_set_aside_are_read_as_well() -> None:
    """Their number alone is tested, so that nobody who mends a failure has to look at them."""
    aside = list(questions(ASIDE))
    assert len(aside) == 50
    assert sum(asked.is_right for asked in aside) >= 48


@pytest.mark.parametrize("text", not_questions())
def test_what_is_no_question_is_refused_with_three_that_are(text: str) -> None:
    with pytest.raises(BadQuery) as refused:
        read_question(text, default_vocabulary(), TODAY)
    if not isinstance(refused.value, UnknownName):
        assert all(example in str(refused.value) for example in EXAMPLES)
