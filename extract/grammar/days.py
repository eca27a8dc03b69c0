"""Finds the words of a date in a sentence and says which day, month or year they mean: "late on Tuesday".

`dateparser` counts the days; what its words mean to a reader of news is decided here: which "March" is meant,
how exactly a date is known, and which words name no date at all ("the 1990s", "two days after the summit").
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from graph.model import Granularity

MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
DAY = r"(?:the )?(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?: of)?"
YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?:[-\u2013/]\d\d(?:\d\d)?)?(?!\w|['\u2019]s\b|[-.,]\d|-[a-z])"
OF_YEAR = r"(?:,? (?:of )?(?P<which>this|last|next|the same)(?P<whose> year)\b)?"
PART = r"(?: (?P<part>morning|afternoon|evening|night|midday|noon|dawn)\b)?"
HEDGE = (
    r"(?:(?:early|late|later|earlier|mid|middle)[- ](?:on |in |of )?"
    r"|(?:the )?(?:start|beginning|middle|end|close|first days?|last days?|final days?|"
    r"(?:first|second|latter) half|(?:first|second|third|fourth|last|final) (?:quarter|week|weekend)) of )"
)
SEASON = r"(?:spring|summer|autumn|fall)"
UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?"
COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|forty|fifty)"
)
NUMBERS = {"fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50"}
"""Words of numbers that `dateparser` does not read."""

FEASTS = {
    "new year's day": "1 january",
    "may day": "1 may",
    "christmas eve": "24 december",
    "christmas day": "25 december",
    "boxing day": "26 december",
    "new year's eve": "31 december",
}
"""Days that have a name and always the same date."""

FEAST = "|".join(FEASTS).title().replace("'S", "['\u2019]s")

FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(form))
    for kind, form in (
        ("iso", r"\b(?P<year>(?:1[89]|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
        ("absolute", rf"\b{MONTH} {DAY},? {YEAR}\b"),
        ("absolute", rf"\b{DAY} {MONTH},? {YEAR}\b"),
        ("without year", rf"\b{MONTH} {DAY}\b(?![,.]?\d){OF_YEAR}"),
        ("without year", rf"\b{DAY} {MONTH}(?!\w){OF_YEAR}"),
        ("feast", r"\b(?P<feast>" + FEAST + rf")\b{OF_YEAR}"),
        ("absolute", rf"\b{HEDGE}?{MONTH},? (?:of )?{YEAR}\b"),
        ("without year", rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his) |{HEDGE}){MONTH}(?!\w)"),
        (
            "without year",
            rf"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil|[Ff]rom|[Tt]hroughout) {MONTH}(?!\w){OF_YEAR}",
        ),
        ("without year", rf"\b{MONTH}(?=['\u2019]s\b)"),
        ("this month", r"\b(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th) of (?P<which>this|last|next) month\b"),
        ("weekday", rf"\b{WEEKDAY}{PART},? (?:of )?(?P<week>last|next|this) week\b"),
        ("weekday", rf"\b(?:(?:[Tt]his )?(?P<which>[Ll]ast|[Nn]ext|[Tt]his|past|coming) )?{WEEKDAY}{PART}"),
        (
            "named",
            r"\b(?P<named>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Yy]esterday|[Tt]oday"
            r"|[Tt]onight|[Tt]omorrow|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b",
        ),
        ("ago", rf"\b(?i:{COUNT}) {UNIT} ago\b"),
        ("ahead", rf"\b[Ii]n (?i:{COUNT}) {UNIT}(?: from now|['\u2019] time)?\b(?! of)"),
        ("span", rf"\b(?i:(?P<which>last|this|next)) (?P<span>weekend|week|month|year|{SEASON})\b"),
        ("ago", r"\b(?i:the) (?P<unit>week|month|year) (?P<count>before last)\b"),
        ("span", r"\b(?i:at|over|on) the (?P<span>weekend)\b"),
        ("absolute", rf"\b(?:{HEDGE}|(?:the )?{SEASON} (?:of )?)?{YEAR}\b"),
    )
)
"""The forms of dates, the longest reading first. Hedges ("early in") are read over: a month is a month."""

RANGES = {"from": ("to", "until", "till", "through"), "between": ("and",)}
"""What lasts from one date to another, and happened from the first on."""

ABOUT = re.compile(
    r"^ (?:before|after|earlier|later|of (?:that|the same|talks|fighting|war|negotiations)\b|on end\b)"
    r"|^-(?:old|long|day)",
    re.IGNORECASE,
)
"""Words behind a date by which it is counted from something else: "a week after the summit"."""


@dataclass(frozen=True, slots=True)
class When:
    """The first day of when something happened, ISO, and how exactly that is known."""

    day: str
    granularity: Granularity


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a date: characters `start` to `end` of a sentence, and the parts that a form found."""

    start: int
    end: int
    kind: str
    parts: tuple[tuple[str, str], ...]


@lru_cache(maxsize=256)
def dates_in(text: str) -> tuple[Said, ...]:
    """The words of each date in a sentence, "on Friday" and "in 2006", in their order.

    Of what lasts "from 1980 to 1988" it is the beginning.
    """
    found: list[Said] = []
    for kind, form in FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            if not any(said.start < end and start < said.end for said in found):
                parts = {name: part.lower().rstrip(".") for name, part in match.groupdict().items() if part}
                found.append(Said(start, end, kind, tuple(sorted(parts.items()))))
    found.sort(key=lambda said: said.start)
    for at in range(len(found) - 1, 0, -1):
        if _is_range(text, found[at - 1], found[at]):
            found[at - 1] = _with_year(found[at - 1], found.pop(at))
    return tuple(said for said in found if not ABOUT.match(text[said.end :]))


def _with_year(first: Said, last: Said) -> Said:
    """The beginning of what lasts "from April to June 1982"."""
    year = dict(last.parts).get("year")
    if year is None or first.kind != "without year":
        return first
    return replace(first, kind="absolute", parts=(*first.parts, ("year", year)))


def _is_range(text: str, first: Said, last: Said) -> bool:
    """Whether two dates are the ends of what lasts; their own first words may be the prepositions."""
    before = text[: first.start].split()[-1:] + text[first.start :].split()[:1]
    between, behind = text[first.end : last.start].split(), text[last.start :].split()
    joint = (between or behind)[0].lower()
    return len(between) < 2 and any(joint in RANGES.get(word.lower(), ()) for word in before)


def resolved(said: Said, published: str | None, ahead: bool) -> When | None:
    """What the words mean in an article of that day, for what is done (or, `ahead`, planned) then.

    "March" is the last March that has begun, of a plan the next; "last week" is known by its month where all
    of it lies in one. None where that is not known: "on Friday" in an article without a date.
    """
    parts = dict(said.parts)
    if published is None and said.kind not in COMPLETE:
        return None
    today = date.fromisoformat(published[:10]) if published else ANY_DAY
    try:
        return RESOLVERS[said.kind](parts, today, ahead)
    except (ValueError, OverflowError):
        return None


Parts = dict[str, str]

COMPLETE = frozenset({"iso", "absolute"})
"""Kinds of date that count from no other day."""

ANY_DAY = date(2000, 1, 1)
"""From which they are counted all the same."""

EXACTLY = {
    "day": Granularity.DAY,
    "month": Granularity.MONTH,
    "year": Granularity.YEAR,
    "decade": Granularity.YEAR,
}


@lru_cache(maxsize=4096)
def _counted(words: str, today: date, *, ahead: bool = False) -> When:
    """What `dateparser` finds for plain words of a date, counted from a day on, or back from its end.

    Raises ValueError where it finds none.
    """
    from dateparser.date import DateDataParser  # most sentences have no date, and it takes long to import

    base = today if ahead else today + timedelta(days=1)
    parser = DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime(base.year, base.month, base.day),
            "PREFER_DATES_FROM": "future" if ahead else "past",
            "PREFER_DAY_OF_MONTH": "first",
            "PREFER_MONTH_OF_YEAR": "first",
        },
    )
    found = parser.get_date_data(words)
    if found.date_obj is None:
        raise ValueError(f"no date: {words!r}")
    return _from(found.date_obj.date(), EXACTLY.get(found.period or "day", Granularity.DAY))


def _from(day: date, granularity: Granularity) -> When:
    first = {Granularity.MONTH: day.replace(day=1), Granularity.YEAR: day.replace(month=1, day=1)}
    return When(first.get(granularity, day).isoformat(), granularity)


def _absolute(parts: Parts, today: date, ahead: bool) -> When:
    """Told with its year: "3 March 1999", "February 1986", "in 2006"."""
    words = " ".join(parts[part] for part in ("day", "month", "year") if part in parts)
    return _counted(words, ANY_DAY)


def _iso(parts: Parts, today: date, ahead: bool) -> When:
    return _from(date(int(parts["year"]), int(parts["month"]), int(parts["day"])), Granularity.DAY)


def _without_year(parts: Parts, today: date, ahead: bool) -> When:
    """Told like "3 March", "in March", "last March" (before this month), "26 December last year"."""
    words = " ".join(parts[part] for part in ("day", "month") if part in parts)
    which = parts.get("which")
    if "whose" in parts:
        return _counted(f"{words} {_year(today, which)}", today)
    if which == "last":
        return _counted(words, today.replace(day=1) - timedelta(days=2))
    return _counted(words, today, ahead=ahead or which == "next")


def _this_month(parts: Parts, today: date, ahead: bool) -> When:
    """Told like "the 5th of this month"."""
    month = date.fromisoformat(_span({"span": "month", "which": parts["which"]}, today, ahead).day)
    return _from(month.replace(day=int(parts["day"])), Granularity.DAY)


def _feast(parts: Parts, today: date, ahead: bool) -> When:
    day = FEASTS[parts["feast"].replace("\u2019", "'")]
    return _without_year({**parts, "day": day}, today, ahead)


def _year(today: date, which: str | None) -> int:
    if which not in STEPS:
        raise ValueError("which year is meant is told elsewhere")
    return today.year + STEPS[which]


def _weekday(parts: Parts, today: date, ahead: bool) -> When:
    """Told like "on Friday", "last Friday" (not today), "Friday last week"."""
    which = parts.get("which")
    if "week" in parts:
        before = _monday(today) + timedelta(weeks=STEPS[parts["week"]], days=-1)
        return _counted(parts["weekday"], before, ahead=True)
    if which in ("last", "past"):
        return _counted(parts["weekday"], today - timedelta(days=1))
    return _counted(parts["weekday"], today, ahead=ahead or which in ("next", "coming"))


def _named(parts: Parts, today: date, ahead: bool) -> When:
    named = parts["named"]
    words = (
        "yesterday" if named == "last night" else "today" if named.startswith(("this", "tonight")) else named
    )
    return _counted(words, today, ahead=True)


def _ago(parts: Parts, today: date, ahead: bool) -> When:
    return _away("2" if parts["count"] == "before last" else parts["count"], parts["unit"], today, -1)


def _ahead(parts: Parts, today: date, ahead: bool) -> When:
    """Told like "in three days", of a plan; of what is done it tells how long it took."""
    if not ahead:
        raise ValueError("it tells how long something took")
    return _away(parts["count"], parts["unit"], today, 1)


def _away(count: str, unit: str, today: date, way: int) -> When:
    count, unit = ("2", "week") if unit == "fortnight" else (NUMBERS.get(count, count), unit)
    when = _counted(f"in {count} {unit}" if way > 0 else f"{count} {unit} ago", today, ahead=True)
    return _week(date.fromisoformat(when.day)) if unit == "week" else when


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _week(day: date) -> When:
    """A week is known by its month or year, where all its days lie in one."""
    first = _monday(day)
    last = first + timedelta(days=6)
    if first.year != last.year:
        raise ValueError("the week lies in two years")
    return _from(first, Granularity.MONTH if first.month == last.month else Granularity.YEAR)


def _span(parts: Parts, today: date, ahead: bool) -> When:
    """Told like "last week", "this month", "at the weekend", "last summer" (known by its year)."""
    span, which = parts["span"], parts.get("which", "this")
    if span == "weekend":
        saturday = _counted("saturday", today, ahead=ahead or which == "next")
        return _week(date.fromisoformat(saturday.day))
    if span == "week":
        return _week(today + timedelta(weeks=STEPS[which]))
    if span in BEGUN:
        year = today.year + (STEPS[which] if which != "last" or today.month <= BEGUN[span] else 0)
        return _from(date(year, 1, 1), Granularity.YEAR)
    return _counted(f"{which} {span}", today, ahead=True)


STEPS = {"last": -1, "this": 0, "next": 1}
BEGUN = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}
"""The last month of each season, by the north's; behind it "last summer" is this year's."""

RESOLVERS: dict[str, Callable[[Parts, date, bool], When]] = {
    "iso": _iso,
    "absolute": _absolute,
    "without year": _without_year,
    "this month": _this_month,
    "feast": _feast,
    "weekday": _weekday,
    "named": _named,
    "ago": _ago,
    "ahead": _ahead,
    "span": _span,
}
"""What the words of each form mean, in an article of a day, of what is done or planned."""
