"""Finds the names that the gazetteer knows in a doc, the longest first."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans
from spacy.vocab import Vocab

from graph.gazetteer import Gazetteer, How, Name

PLACES = "places"
"""Under this key a doc's user data holds which of its tokens head the name of a city or region."""


@dataclass(frozen=True, slots=True)
class Named:
    """A known name in a doc: tokens `start` to `end` (exclusive), headed by `head`, with its readings."""

    start: int
    end: int
    head: int
    text: str
    readings: tuple[Name, ...]


class NameMatcher:
    """Finds the gazetteer's names in a doc, the longest first. One for all articles."""

    def __init__(self, gazetteer: Gazetteer, vocab: Vocab, tokenizer: Callable[[str], Doc]) -> None:
        self.gazetteer = gazetteer
        self._names = gazetteer.names
        self._matcher = PhraseMatcher(vocab, attr="ORTH")
        for text in gazetteer.names:
            self._matcher.add(text, [tokenizer(text)])

    def __call__(self, doc: Doc) -> list[Named]:
        """Every name of a doc, none overlapping another."""
        spans = filter_spans(self._matcher(doc, as_spans=True))
        found = [Named(s.start, s.end, s.root.i, s.label_, self._names[s.label_]) for s in spans]
        doc.user_data[PLACES] = {name.head for name in found if _is_place(name)}
        return found


def _is_place(named: Named) -> bool:
    return any(reading.how in (How.PLACE, How.CAPITAL) for reading in named.readings)
