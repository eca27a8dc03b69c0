"""When an act happened, where its sentence says so in plain dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from extract.carriers import carrying_verb
from extract.verbs import is_verb
from graph.model import Granularity

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
ABSOLUTE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{MONTH} {DAY},? {YEAR}\b",
        rf"\b{DAY} {MONTH},? {YEAR}\b",
        rf"\b{MONTH} {DAY}\b(?!,? \d)",
        rf"\b{DAY} {MONTH}\b(?!,? \d)",
        rf"\b{MONTH},? {YEAR}\b",
        rf"\bin {YEAR}\b",
    )
)
COUNTED_BACK = re.compile(
    r"\b(?P<word>today|yesterday|on (?P<weekday>" + "|".join(WEEKDAYS) + r"))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class When:
    """The first day of when something happened, ISO, and how exactly that is known."""

    day: str
    granularity: Granularity


def when_of(trigger: Token, published: str | None) -> When | None:
    """The date that stands at a trigger's clause; None where the sentence gives none or several.

    A day without a year, "today" and "on Friday" count back from the article's date, and stay unknown
    without one. "on Friday" in an article of Saturday 28 December 2024 is 27 December.
    """
    verb = trigger if is_verb(trigger) else carrying_verb(trigger)
    clause = {trigger} if verb is None else {trigger, _verb_above(verb)}
    sentence = trigger.sent
    found: set[When | None] = set()
    for start, end, when in _dates_in(sentence.text, published):
        words = sentence.char_span(start, end, alignment_mode="expand")
        if words is not None and _verb_above(words.root, trigger) in clause:
            found.add(when)
    return found.pop() if len(found) == 1 else None


def _verb_above(token: Token, stop: Token | None = None) -> Token:
    """The verb of the clause that a token stands in; an infinitive counts to the verb it completes."""
    while token.head.i != token.i and token != stop and (not is_verb(token) or token.dep_ == "xcomp"):
        token = token.head
    return token


def _dates_in(text: str, published: str | None) -> Iterator[tuple[int, int, When | None]]:
    """(start, end, when) of each date in a sentence; when is None where the article's date is wanting."""
    taken: list[tuple[int, int]] = []
    for form in ABSOLUTE:
        for match in form.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            yield *match.span(), _absolute(match.groupdict(), published)
    for match in COUNTED_BACK.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield *match.span(), _counted_back(match, published) if published else None


def _absolute(parts: dict[str, str | None], published: str | None) -> When | None:
    month = MONTHS.get((parts.get("month") or "").lower())
    day = int(parts["day"] or 0) if parts.get("day") else None
    year = int(parts["year"] or 0) if parts.get("year") else None
    try:
        if year is None:
            if published is None or month is None or day is None:
                return None
            printed = date.fromisoformat(published[:10])
            when = date(printed.year, month, day)
            if when > printed + timedelta(days=31):
                when = date(printed.year - 1, month, day)
            return When(when.isoformat(), Granularity.DAY)
        if month is None:
            return When(date(year, 1, 1).isoformat(), Granularity.YEAR)
        if day is None:
            return When(date(year, month, 1).isoformat(), Granularity.MONTH)
        return When(date(year, month, day).isoformat(), Granularity.DAY)
    except ValueError:
        return None


def _counted_back(match: re.Match[str], published: str) -> When:
    printed = date.fromisoformat(published[:10])
    weekday, word = match.group("weekday"), match.group("word").lower()
    if weekday is not None:
        back = (printed.weekday() - WEEKDAYS[weekday.lower()]) % 7
    else:
        back = 0 if word == "today" else 1
    return When((printed - timedelta(days=back)).isoformat(), Granularity.DAY)
