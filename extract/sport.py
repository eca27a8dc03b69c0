"""Whether a sentence is about sport, whose words of fight and defeat mean nothing political."""

import re

from spacy.tokens import Span as Words

from extract.triggers import fits
from graph.frames import NONE
from graph.model import Plover
from graph.vocabulary import Vocabulary

PLAYED = frozenset(
    {Plover.ASSAULT, Plover.COERCE, Plover.SANCTION, Plover.RETREAT, Plover.REJECT, Plover.CONCEDE}
)
"""Types of act whose words sport uses in a sense of its own: "Spain crushed Russia 5-0"."""

SCORE = re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}(?![\d-])(?! (?:year|day|hour|mile|month|week|vote|majority))")
GAME = re.compile(r"\b(?:semi|quarter)-finals?\b|\bhalf-time\b")
"""What is said of games only, in words that the parser cuts at their hyphens."""


def is_sport(sentence: Words, vocabulary: Vocabulary) -> bool:
    """Whether the sentence is about sport, by a word of its own or a score."""
    words = vocabulary.classes.get("sport", NONE)
    text = sentence.text
    return bool(SCORE.search(text) or GAME.search(text)) or any(fits(token, words) for token in sentence)
