"""When a question asks about: "since 2022", "last year", "between March and May 2020", as days."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from api.questions.words import Words
from graph.errors import BadQuery

When = dict[str, list[str]]
"""The filters `since` and `until`, where a question has them."""


@dataclass(frozen=True, slots=True)
class Period:
    """From a day (inclusive) to a day (exclusive); None is open: "the last three months" go on."""

    start: date
    end: date | None


MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
NUMBERS = dict(
    zip("a one two three four five six seven eight nine ten".split(), (1, *range(1, 11)), strict=True)
)
NUMBERS |= {"an": 1, "couple": 2, "eleven": 11, "twelve": 12}
UNITS = ("day", "week", "month", "year", "decade")
QUARTERS = {word: number for number, word in enumerate("first second third fourth".split())}
DECADE = re.compile(r"(\d{3}0)'?s")
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
LONGEST = 7  # words of a period: "the second half of the year 2022"


def time_of(words: Words, today: date) -> tuple[Words, When]:
    """Take the periods out of a question, as `since` and `until`; of two the first holds."""
    when: When = {}
    i = 0
    while i < len(words):
        for end in range(min(len(words), i + 2 * LONGEST), i, -1):
            if end < len(words) and words[end][0].isdigit():
                continue  # "February" of "February 30 2022" is half a date
            found = _stretch(words[i].casefold(), words[i + 1 : end], today) or _adverb(words[i:end], today)
            if found is not None and (i > 0 or end < len(words)):
                for key, day in found.items():
                    when.setdefault(key, [day.isoformat()])
                words = words[:i] + words[end:]
                break
        else:
            i += 1
    return words, when


def _stretch(word: str, rest: Words, today: date) -> dict[str, date] | None:
    """The days of a preposition with what follows it."""
    joint = {"between": "and", "from": "to"}.get(word)
    if joint is not None:
        for i in range(1, len(rest) - 1):
            if rest[i].casefold() in (joint, "until", "till", "through"):
                last = period(rest[i + 1 :], today)
                first = last and (_of_same_year(rest[:i], last) or period(rest[:i], today))
                if first and last:
                    return _days(first.start, last.end)
        return None
    found = period(rest, today) if 0 < len(rest) <= LONGEST else None
    if found is None:
        return None
    if word in ("in", "on", "during", "over", "within", "throughout", "for"):
        return _days(found.start, found.end)
    if word == "after":
        return _days(found.end, None) if found.end else None
    return {
        "since": {"since": found.start},
        "from": {"since": found.start},
        "before": {"until": found.start},
        "until": {"until": found.start},
        "till": {"until": found.start},
    }.get(word)


def _adverb(words: Words, today: date) -> dict[str, date] | None:
    """A period that needs no preposition: "yesterday", "last week", "this year"."""
    told = words[0].casefold() in ("today", "yesterday", "this", "last") or words[-1].casefold() == "ago"
    if len(words) > LONGEST or not told:
        return None
    found = period(words, today)
    return None if found is None else _days(found.start, found.end)


def _days(start: date | None, end: date | None) -> dict[str, date]:
    return {key: day for key, day in (("since", start), ("until", end)) if day is not None}


def _of_same_year(words: Sequence[str], last: Period) -> Period | None:
    """The month of "between March and May 2020"."""
    try:
        return _absolute([*_plain(words), str(last.start.year)])
    except ValueError:
        return None


def period(words: Sequence[str], today: date) -> Period | None:
    """The period that words name: 2022, 24 February 2022, the 1990s, last year, the past three months."""
    lower = [w.casefold() for w in words]
    for edge in (["start"], ["beginning"], ["end"]):
        for article in ([], ["the"]):
            opening = [*article, *edge, "of"]
            if lower[: len(opening)] == opening and len(lower) > len(opening):
                whole = period(words[len(opening) :], today)
                if whole is None:
                    return None
                day = whole.end if edge == ["end"] else whole.start
                return None if day is None else Period(day, day)
    plain = _plain(words)
    try:
        return _absolute(plain) or _relative(plain, rolling="the" in lower or "past" in lower, today=today)
    except (ValueError, OverflowError):
        return None


def _plain(words: Sequence[str]) -> list[str]:
    """The words that tell, small: "the year 2022" is 2022."""
    lower = [w.casefold().strip(".,") for w in words]
    return [
        word
        for word, after in zip(lower, [*lower[1:], ""], strict=True)
        if word not in ("the", "of", "in") and not (word == "year" and _is_year(after))
    ]


def _absolute(words: list[str]) -> Period | None:
    if not words:
        return None
    if len(words) >= 3 and words[-2] in ("quarter", "half") and words[0] in QUARTERS and _is_year(words[-1]):
        return _fraction(QUARTERS[words[0]], 3 if words[-2] == "quarter" else 6, int(words[-1]))
    months = [i for i, word in enumerate(words) if word in MONTHS]
    if len(words) == 1:
        decade = DECADE.fullmatch(words[0])
        if decade:
            return Period(date(int(decade[1]), 1, 1), date(int(decade[1]) + 10, 1, 1))
        parts = words[0].split("-")
        if [len(part) for part in parts] in ([4], [4, 2], [4, 2, 2]) and all(p.isdecimal() for p in parts):
            return _calendar(*(int(part) for part in parts))
        if [len(part) for part in parts] == [4, 4] and all(_is_year(p) for p in parts):
            return Period(date(int(parts[0]), 1, 1), date(int(parts[1]) + 1, 1, 1))
    elif len(months) == 1 and len(words) in (2, 3):
        month = MONTHS[words[months[0]]]
        others = [word for i, word in enumerate(words) if i != months[0]]
        year, day = others[-1], ORDINAL.fullmatch(others[0])
        if _is_year(year):
            if len(others) == 1:
                return _calendar(int(year), month)
            if day:
                return _calendar(int(year), month, int(day[1]))
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal()


def _calendar(year: int, month: int | None = None, day: int | None = None) -> Period:
    if month is None:
        return Period(date(year, 1, 1), date(year + 1, 1, 1))
    if day is None:
        return Period(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1))
    return Period(date(year, month, day), date(year, month, day) + timedelta(days=1))


def _fraction(number: int, months: int, year: int) -> Period | None:
    if number * months >= 12:
        return None
    start = date(year, 1 + number * months, 1)
    return Period(start, _moved(start, months))


def _relative(words: list[str], *, rolling: bool, today: date) -> Period | None:
    """A period told from today: "last year" is the calendar's, "the last year" twelve months."""
    if words == ["today"]:
        return Period(today, today + timedelta(days=1))
    if words == ["yesterday"]:
        return Period(today - timedelta(days=1), today)
    if len(words) == 1 and words[0] in WEEKDAYS:
        start = today - timedelta(days=(today.weekday() - WEEKDAYS[words[0]]) % 7)
        return Period(start, start + timedelta(days=1))
    if len(words) == 1 and words[0] in MONTHS:
        month = MONTHS[words[0]]
        return _calendar(today.year - (month > today.month), month)
    if words[-1:] == ["ago"]:
        counted = _counted(words[:-1])
        return None if counted is None else _containing(_before(today, *counted), "day")
    if words[:1] in (["this"], ["current"]):
        return _containing(today, words[1]) if len(words) == 2 and words[1] in UNITS else None
    if words[:1] and words[0] in ("last", "past", "previous"):
        rest = words[1:]
        if len(rest) == 1 and rest[0] in UNITS and not rolling:
            this = _containing(today, rest[0])
            return this and _containing(this.start - timedelta(days=1), rest[0])
        counted = _counted(rest)
        return None if counted is None else Period(_before(today, *counted), None)
    if words == ["year"]:  # "since the start of the year"
        return _containing(today, "year")
    return None


def _counted(words: Sequence[str]) -> tuple[int, str] | None:
    """How many of which unit: "three months", "a couple of years", "12 days", "year"."""
    words = [w for w in words if w not in ("few",)]
    unit = words[-1].removesuffix("s") if words else ""
    number = words[-2] if len(words) > 1 else "one"
    if unit not in UNITS or len(words) > 3:
        return None
    count = int(number) if number.isdecimal() else NUMBERS.get(number, 0)
    return (count, unit) if 0 < count < 1_000 else None


def _before(day: date, count: int, unit: str) -> date:
    """The day so many units before; the 31st becomes the last day of a shorter month."""
    if unit in ("day", "week"):
        return day - timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    return _moved(day, -months)


def _moved(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _containing(day: date, unit: str) -> Period | None:
    """The calendar's day, week (from Monday), month, year or decade that a day is in."""
    if unit == "day":
        return Period(day, day + timedelta(days=1))
    if unit == "week":
        start = day - timedelta(days=day.weekday())
        return Period(start, start + timedelta(days=7))
    if unit == "month":
        return _calendar(day.year, day.month)
    if unit == "year":
        return _calendar(day.year)
    return Period(date(day.year // 10 * 10, 1, 1), date(day.year // 10 * 10 + 10, 1, 1))


STARTS = frozenset({"since", "after", "in", "on", "during", "from", "between"})
ENDS = frozenset({"until", "before"})


def bad_date(words: Words, today: date) -> BadQuery | None:
    """What stands where a question has its date and is none: "since 2022-13", "until yesterdy"."""
    lower = [word.casefold() for word in words]
    joints = [i for i, word in enumerate(lower) if word in STARTS | ENDS]
    for i, end in pairwise([*joints, len(words)]):
        rest = words[i + 1 : end]
        meant = lower[i] in ("since", "until") or (rest and (rest[0][0].isdigit() or lower[i + 1] in MONTHS))
        if rest and meant and period(rest, today) is None:
            key, said = "until" if lower[i] in ENDS else "since", " ".join(rest)
            return BadQuery(key, said, f"{key}: {said!r} is not a date; write 2022, 2022-02 or 2022-02-24")
    return None
