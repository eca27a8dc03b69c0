"""Cuts an article's text into blocks that are parsed apart, so that a heading never runs into a sentence.

Offsets are kept: a block is a slice of the text, with line breaks inside it read as spaces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PIECE = 10_000
"""Code points that are parsed at once at most; longer blocks are read in pieces (spaCy's parser wants
about 1 GB for 100,000)."""

WORD = 500
"""Code points without a space after which something is no word: spaCy's tokenizer takes quadratic time."""

WRAPPED = 50
"""A line shorter than this (in code points) is not taken for one that an editor wrapped."""

SLACK = 10
"""How much longer (in code points) than a line with its next word the next may be if an editor wrapped it."""

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
PARAGRAPH = re.compile(r"(?<![ \t])(?:[ \t]*(?:\r\n|[\n\r\u2028\u2029\x0b\x0c\x85])){2,}")
UNBROKEN = re.compile(rf"\S{{{WORD},}}")
CAPITAL = r"A-Z\u00c0-\u00de"
CITY = rf"[{CAPITAL}.'\u2019-]{{2,}}"
DATELINE = re.compile(
    rf"\s*(?=[{CAPITAL}]){CITY}(?: {CITY}){{0,3}}"
    r"(?:, [A-Z][\w.'\u2019 ]{1,30})?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: \([A-Z][\w /]{1,30}\))?"
    rf"\s(?:-|--|\u2013|\u2014)\s(?=[\"'\u2018\u201c]?[{CAPITAL}\d])"
)
"""Where an agency reports from, as the first words of a paragraph: "ALGIERS, March 4 (AFP) - "."""

SENTENCE_END = re.compile("[.!?\u2026]['\"\u201d\u2019)\\]]*\\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or line: `text` stands at `start` of the article, line breaks made spaces.

    `piece` tells that it is a part of something too long to be read at once, `dateline` that it only says
    from where the next block is reported.
    """

    text: str
    start: int
    piece: bool = False
    dateline: bool = False


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a text in their order. A line that an editor wrapped goes on in the next line."""
    for start, end in _paragraphs(text):
        block_start = block_end = None
        for line in LINE.finditer(text, start, end):
            if not line.group().strip():
                continue
            if block_start is not None and block_end is not None:
                if _runs_on(text[block_start:block_end].rsplit("\n", 1)[-1], line.group()):
                    block_end = line.end()
                    continue
                yield from _pieces(text, block_start, block_end)
            block_start, block_end = line.start(), line.end()
        if block_start is not None and block_end is not None:
            yield from _pieces(text, block_start, block_end)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in PARAGRAPH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _runs_on(line: str, following: str) -> bool:
    """Whether a line ends where an editor wrapped it rather than where its author ended it."""
    if following.lstrip()[:1].islower():
        return True
    first = len(following.split(maxsplit=1)[0])
    if len(line.rstrip()) + 1 + first + SLACK <= len(following.rstrip()):
        return False  # the next word had room on the line, so nobody wrapped it there: a title
    return (
        len(line) >= WRAPPED
        and not line.rstrip()[-1:].endswith(tuple('.!?…"”:'))
        and line.count(" ") > 6
        and (not _looks_like_heading(line))
    )


def _looks_like_heading(line: str) -> bool:
    """Whether most longer words of a line begin with a capital, as in a headline."""
    words = [word for word in line.split() if len(word) > 3]
    return (
        bool(words) and sum(word[0].isupper() or not word[0].isalpha() for word in words) > len(words) * 0.6
    )


def _pieces(text: str, start: int, end: int) -> Iterator[Block]:
    """A dateline apart from what it heads; what is too long to be read at once cut behind a sentence, else
    at a space, else anywhere.
    """
    dateline = DATELINE.match(text, start, end)
    if dateline is not None and dateline.end() < end:
        yield Block(_one_line(text[start : dateline.end()]), start, dateline=True)
        start = dateline.end()
    if end - start <= PIECE and not UNBROKEN.search(text, start, end):
        yield Block(_one_line(text[start:end]), start)
        return
    while start < end:
        window = text[start : min(end, start + PIECE)]
        unbroken = UNBROKEN.search(window)
        if unbroken is not None and unbroken.start() == 0:
            cut = WORD
        elif unbroken is not None:
            cut = unbroken.start()
        elif start + len(window) == end:
            cut = len(window)
        else:
            ends = [found.end() for found in SENTENCE_END.finditer(window)]
            cut = ends[-1] if ends else (window.rfind(" ") + 1 or len(window))
        yield Block(_one_line(text[start : start + cut]), start, piece=True)
        start += cut


def _one_line(text: str) -> str:
    return re.sub(r"[\n\r\u2028\u2029\x0b\x0c\x85\t]", " ", text)
