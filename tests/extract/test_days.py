"""Which words of a sentence are a date, and which day, month or year they mean."""

import pytest

from extract.grammar.days import dates_in, resolved
from graph.model import Granularity

WEDNESDAY = "1993-11-10"


@pytest.mark.parametrize(
    ("words", "day", "granularity"),
    [
        ("on Tuesday", "1993-11-09", "day"),
        ("on Wednesday", "1993-11-10", "day"),
        ("last Wednesday", "1993-11-03", "day"),
        ("this past Thursday", "1993-11-04", "day"),
        ("late on Sunday night", "1993-11-07", "day"),
        ("on Friday last week", "1993-11-05", "day"),
        ("yesterday", "1993-11-09", "day"),
        ("the day before yesterday", "1993-11-08", "day"),
        ("last night", "1993-11-09", "day"),
        ("three days ago", "1993-11-07", "day"),
        ("on 26 Dec.", "1992-12-26", "day"),
        ("on the 3rd of May 1991", "1991-05-03", "day"),
        ("on May 3 last year", "1992-05-03", "day"),
        ("on 1991-05-03", "1991-05-03", "day"),
        ("on the 5th of this month", "1993-11-05", "day"),
        ("on New Year's Eve", "1992-12-31", "day"),
        ("in November", "1993-11-01", "month"),
        ("last November", "1992-11-01", "month"),
        ("since March", "1993-03-01", "month"),
        ("in mid-June", "1993-06-01", "month"),
        ("at the end of February 1986", "1986-02-01", "month"),
        ("from April to June 1982", "1982-04-01", "month"),
        ("earlier this month", "1993-11-01", "month"),
        ("two months ago", "1993-09-01", "month"),
        ("at the weekend", "1993-11-01", "month"),
        ("a fortnight ago", "1993-10-01", "month"),
        ("earlier this week", "1993-11-01", "month"),
        ("two weeks ago", "1993-10-01", "month"),
        ("six weeks ago", "1993-01-01", "year"),
        ("in 2006", "2006-01-01", "year"),
        ("in the spring of 1990", "1990-01-01", "year"),
        ("from 1980 to 1988", "1980-01-01", "year"),
        ("between 1975 and 1990", "1975-01-01", "year"),
        ("in 1980-88", "1980-01-01", "year"),
        ("last year", "1992-01-01", "year"),
        ("the year before last", "1991-01-01", "year"),
        ("last summer", "1993-01-01", "year"),
        ("forty years ago", "1953-01-01", "year"),
        ("a decade ago", "1983-01-01", "year"),
    ],
)
def test_a_date_told_of_what_was_done(words: str, day: str, granularity: str) -> None:
    (said,) = dates_in(f"Kenya condemned Uganda {words}.")
    when = resolved(said, WEDNESDAY, False)
    assert when is not None
    assert (when.day, when.granularity) == (day, Granularity(granularity))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Tuesday", "1993-11-16"),
        ("next Wednesday", "1993-11-17"),
        ("tomorrow", "1993-11-11"),
        ("in three days", "1993-11-13"),
        ("on 26 December", "1993-12-26"),
        ("in March", "1994-03-01"),
        ("next month", "1993-12-01"),
        ("next year", "1994-01-01"),
        ("at the weekend", "1993-11-01"),
        ("in two weeks' time", "1993-11-01"),
    ],
)
def test_a_date_told_of_what_is_planned(words: str, day: str) -> None:
    (said,) = dates_in(f"Kenya will visit Uganda {words}.")
    when = resolved(said, WEDNESDAY, True)
    assert when is not None
    assert when.day == day


@pytest.mark.parametrize(
    "words",
    [
        "in the 1990s",
        "two days after the summit",
        "a week earlier",
        "years ago",
        "recently",
        "last winter",
        "in three days",
        "on Saturday of that week",
        "on 31 February 1990",
        "over Theresa May",
        "over 1,990 cases",
        "over a 2000-year-old statue",
    ],
)
def test_no_day_can_be_told(words: str) -> None:
    found = {resolved(said, WEDNESDAY, False) for said in dates_in(f"Kenya condemned Uganda {words}.")}
    assert found <= {None}


@pytest.mark.parametrize(
    "words", ["on Friday", "last week", "in March", "on 3 March", "yesterday", "last year"]
)
def test_what_counts_from_the_articles_day_is_unknown_without_one(words: str) -> None:
    assert {resolved(said, None, False) for said in dates_in(f"Kenya condemned Uganda {words}.")} == {None}
