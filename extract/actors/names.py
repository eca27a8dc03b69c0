"""Finds the names that the gazetteer knows in a doc, the longest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.grammar.parse import Doc, Span, Token
from graph.gazetteer import Gazetteer, How, Name
from graph.model import Actor, Kind

FIRST = re.compile(r"\w+|\W")
WORD = re.compile(r"\w+")
SHORT = 6
"""How many letters a name has that is no longer known when it lacks one."""

NO_SLIPS = frozenset(
    "Alegria Aleria Alania Amenia Grenda Romana Hungry Surname Libera Monserrat Guadelupe Austra "
    "Astria".split()
)
"""Words and other names that are a slip away from a country's."""

QUARTERS = frozenset({"North", "South", "East", "West"})
"""Words by which states of one name are told apart."""

ENDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "poss"})
"""What a name is in a clause, if the parser reads it as one noun."""


@dataclass(frozen=True, slots=True)
class Named:
    """A known name in a doc: tokens `start` to `end` (exclusive), headed by `head`, with its readings."""

    start: int
    end: int
    head: int
    text: str
    readings: tuple[Name, ...]


class NameMatcher:
    """Finds the gazetteer's names in a doc, the longest first. One for all articles.

    A name is looked up in the text wherever a token begins, by its first word, and must end where a token
    ends. spaCy's own phrase matcher finds the same and takes two seconds to learn 60,000 names.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._names = gazetteer.names
        self._by_first: dict[str, list[str]] = {}
        for name in gazetteer.names:
            first = name.partition(" ")[0]
            first = first if first.isalnum() else _first_word(name, 0)
            self._by_first.setdefault(first, []).append(name)
        for names in self._by_first.values():
            if len(names) > 1:
                names.sort(key=len, reverse=True)
        lands = (actor.name for actor in gazetteer.actors.values() if _is_land(actor))
        slips = ((slip, name) for name in lands for slip in slips_of(name))
        self._slips = {
            slip: name for slip, name in slips if slip not in gazetteer.names and slip not in NO_SLIPS
        }

    def __call__(self, doc: Doc) -> list[Named]:
        """Every name of a doc, none overlapping another; of one that the parser cut it makes one noun."""
        spans = _apart(self._spans(doc))
        halves = [half for span in spans for half in self._halves(doc, span)]
        words = ((span, self._slips.get(span.text, span.text)) for span in spans)
        found = [Named(s.start, s.end, _whole(s).i, name, self._names[name]) for s, name in words]
        found += halves
        doc.places = frozenset(name.head for name in found if _is_place(name))
        return found

    def in_text(self, text: str) -> Iterator[tuple[Name, ...]]:
        """The readings of each name in a text that is not parsed, the longest first, none inside another."""
        end = 0
        for word in WORD.finditer(text):
            at = word.start()
            names = (name for name in self._at(text, at) if not text[at + len(name) :][:1].isalnum())
            name = next(names, None) if at >= end else None
            if name is not None:
                end = at + len(name)
                yield self._names[name]

    def _spans(self, doc: Doc) -> Iterator[Span]:
        ends = {token.end: token.i + 1 for token in doc}
        for token in doc:
            if token.pos_ == "PROPN" and token.text in self._slips:
                yield Span(doc, token.i, token.i + 1)
            for name in self._at(doc.text, token.idx):
                end = ends.get(token.idx + len(name))
                if end is not None:
                    yield Span(doc, token.i, end)

    def _halves(self, doc: Doc, name: Span) -> Iterator[Named]:
        """The first of two names that end alike: "North" in "North and South Korean officials"."""
        first, _, end = name.text.partition(" ")
        before = name.start - 2
        if first not in QUARTERS or not end or before < 0 or doc[name.start - 1].lower_ != "and":
            return
        other = f"{doc[before].text} {end}"
        if doc[before].text in QUARTERS - {first} and other in self._names:
            _join(doc[before], doc[name.end - 1])
            yield Named(before, before + 1, before, other, self._names[other])

    def _at(self, text: str, at: int) -> Iterator[str]:
        """The names that stand at a place of a text, the longest first, wherever they end."""
        names = self._by_first.get(_first_word(text, at), ())
        return (name for name in names if text.startswith(name, at))


def slips_of(name: str) -> Iterator[str]:
    """A name as it is misspelt by a slip inside: "Ethopia", "Phillippines", "Isreal".

    A letter is left out, doubled, or changes places with the next; the first and the last stay, since
    "Georgi" and "Hollande" are other names.
    """
    for at in range(1, len(name) - 1):
        before, letter, behind = name[:at], name[at], name[at + 1 :]
        yield before + letter + letter + behind
        if at < len(name) - 2:
            yield before + behind[0] + letter + behind[1:]
        if len(name) > SHORT:
            yield before + behind


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Spans of which none overlaps a longer one, or one as long before it; in the order of the text."""
    taken: set[int] = set()
    found = []
    for span in sorted(spans, key=lambda span: (-len(span), span.start)):
        if span.start not in taken and span.end - 1 not in taken:
            taken.update(range(span.start, span.end))
            found.append(span)
    return sorted(found, key=lambda span: span.start)


def _is_land(actor: Actor) -> bool:
    """Whether an actor is a country with a name in one word, long enough to be known by its letters."""
    return actor.kind is Kind.COUNTRY and actor.name.isalpha() and len(actor.name) >= SHORT


def _first_word(text: str, at: int) -> str:
    """The first run of letters and digits, or the sign, at a place of a text."""
    found = FIRST.match(text, at)
    return found.group() if found is not None else ""


def _whole(name: Span) -> Token:
    """The noun that heads a name; the parse is mended where it makes several of one: "Hamad bin Khalifa"."""
    head = _head(name)
    outer = [t for t in name if not name.start <= t.head.i < name.end]
    parts = any(t.dep_ in ("nsubj", "nsubjpass", "dobj") for t in outer)
    if len(outer) < 2 or not parts or any(t.pos_ != "PROPN" for t in outer):
        return head
    head = next((t for t in outer if t.dep_ in ENDS), head)
    for token in outer:
        if token.i != head.i and not token.is_ancestor(head):
            for child in [c for c in token.children if not name.start <= c.i < name.end]:
                child.hang(head)
            token.hang(head, "compound")
    return head


def _join(first: Token, second: Token) -> None:
    """Hang two names that end alike as two: "North and South Korea" is no Korea that is northern."""
    if first.head.i != second.i or second.pos_ != "PROPN" or second.dep_ in ("compound", "amod"):
        return
    inside = [word for word in second.children if first.i < word.i < second.i]
    joint = [word for word in first.children if word.i < second.i]
    first.hang(second.head if second.head.i != second.i else first, second.dep_)
    second.hang(first, "conj")
    for word in (*inside, *joint):
        if word.dep_ == "cc":
            word.hang(first)
        elif word.i == second.i - 1:
            word.hang(second, "compound")


def _head(name: Span) -> Token:
    """The noun that heads a name, though the parser may hang the preposition in it higher."""
    root = name.root
    if root.pos_ != "ADP":
        return root
    nouns = (t for t in name if t.pos_ in ("PROPN", "NOUN") and not name.start <= t.head.i < name.end)
    return next(nouns, root)


def _is_place(named: Named) -> bool:
    return any(reading.how in (How.PLACE, How.CAPITAL) for reading in named.readings)
