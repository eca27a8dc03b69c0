"""How sure an event is: the share of events like it that were right where somebody knows what is right.

The figures stand in confidence.toml, which `make confidence` writes from texts that nobody read and from
twenty articles whose errors were read, not from the sentences that the rules were made on. "Mali armed it" is
less sure than "Mali armed Chad": a pronoun is more often misread than a name.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rtoml

from graph.model import Modality, Why

FIGURES = Path(__file__).with_name("confidence.toml")

DIRECT = frozenset({"verb.subject", "verb.relative", "verb.each other"})
"""Rules by which the words themselves say who acts."""

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


@dataclass(frozen=True, slots=True)
class Figures:
    """The log-odds of an event that nothing makes less sure (`even`), what each factor adds to them, and the
    frames, by their names in `why`, that err most often.
    """

    even: float
    factors: Mapping[str, float]
    shaky: frozenset[str]


@cache
def figures() -> Figures:
    """Those of confidence.toml."""
    table = rtoml.loads(FIGURES.read_text(encoding="utf-8"))
    return Figures(float(table["even"]), table["factors"], frozenset(table["shaky"]))


def factors(
    why: Why, modality: Modality, *, content: bool, attributed: bool, shaky: Collection[str]
) -> dict[str, int]:
    """How often each factor makes an event less sure.

    The length of its sentence is none: it told the sets apart on which the figures rest, not the events.
    """
    ends = (why.source, why.target)
    return {
        "indirect": int(why.rule not in DIRECT),
        "noun": int(why.rule.startswith("noun.")),
        "shaky": int(why.frame in shaky),
        "no person": sum(how not in PEOPLE for how in ends),
        "taken up": ends.count("coreference"),
        "guessed": sum(how in GUESSED for how in ends),
        "possible": int(modality is Modality.POSSIBLE),
        "content": int(content),
        "attributed": int(attributed),
    }


def confidence(why: Why, modality: Modality, *, content: bool, attributed: bool) -> float:
    """The share of events with these factors that are right, from 0 to 1: .8 is eight of ten."""
    known = figures()
    told = factors(why, modality, content=content, attributed=attributed, shaky=known.shaky)
    odds = known.even + sum(known.factors[name] * count for name, count in told.items())
    return round(1 / (1 + math.exp(-odds)), 2)
