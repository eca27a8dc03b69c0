"""How sure an event is: the share of events like it that were right where somebody knows what is right.

The figures stand in confidence.toml, which `make confidence` writes from gold sets that the rules were not
made on. "Mali armed it" is less sure than "Mali armed Chad": a pronoun is more often misread than a name.
"""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import rtoml

from graph.model import Modality, Why

FIGURES = Path(__file__).with_name("confidence.toml")

DIRECT = frozenset({"verb.subject", "verb.relative", "verb.each other"})
"""Rules by which the words themselves say who acts."""

TAKEN_UP = frozenset({"coreference"})
"""Ways to somebody whom a pronoun or a noun like "the movement" takes up."""

GUESSED = frozenset({"context", "implied", "stranger", "place", "demonym", "people"})
"""Ways to somebody whom no word names as himself."""

PEOPLE = frozenset({"person", "title", "surname"})
"""Ways to a person whom the text names; no other alias is as often right."""

FACTORS = {
    "indirect": "the one who acts is found by another rule than as subject of the verb",
    "noun": "the act is told by a noun",
    "shaky": "the frame was right two times of three or less on the sentences of `make practice`",
    "no person": "an end is not a person by name (for each end)",
    "taken up": "an end is a pronoun, or a noun that takes up somebody named before (for each end)",
    "guessed": "an end is at home where the text is set, a place or people, or not named (for each end)",
    "possible": "the act may have happened, or may happen",
    "content": "it is a speech act with what it speaks of",
    "attributed": "somebody says so",
}
"""What makes an event less sure, and never surer."""


def factors(why: Why, modality: Modality, *, content: bool, attributed: bool) -> Iterator[tuple[str, int]]:
    """What makes an event less sure, each with how often it does.

    The length of its sentence is none: it told the sets apart on which the figures rest, not the events.
    """
    ends = (why.source, why.target)
    counts = {
        "indirect": why.rule not in DIRECT,
        "noun": why.rule.startswith("noun."),
        "shaky": why.frame in shaky_frames(),
        "no person": sum(how not in PEOPLE for how in ends),
        "taken up": sum(how in TAKEN_UP for how in ends),
        "guessed": sum(how in GUESSED for how in ends),
        "possible": modality is Modality.POSSIBLE,
        "content": content,
        "attributed": attributed,
    }
    yield from ((name, int(count)) for name, count in counts.items() if count)


def confidence(why: Why, modality: Modality, *, content: bool, attributed: bool) -> float:
    """The share of events with these factors that are right, from 0 to 1: .8 is eight of ten."""
    even, odds = figures()
    told = factors(why, modality, content=content, attributed=attributed)
    return round(1 / (1 + math.exp(-even - sum(odds[name] * count for name, count in told))), 2)


@cache
def figures() -> tuple[float, Mapping[str, float]]:
    """The log-odds of an event that nothing makes less sure, and what each factor adds to them."""
    table = rtoml.loads(FIGURES.read_text(encoding="utf-8"))
    return float(table["even"]), {name: float(table["factors"][name]) for name in FACTORS}


@cache
def shaky_frames() -> frozenset[str]:
    """The frames, by their names in `why`, that err most often."""
    return frozenset(rtoml.loads(FIGURES.read_text(encoding="utf-8"))["shaky"])
