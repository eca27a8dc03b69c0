"""A parsed block as plain objects, which are quick to ask and can be mended in place.

spaCy's own tokens make a new object for every look at a head or a child; the grammar here looks many times
at each. The names are spaCy's, so that its documentation tells what a `dep_` or a `tag_` is. A token is
itself and nothing else: `token.head is token` holds at the root.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import category

from extract.grammar.plurals import singulars


class Token:
    """A word or sign: what sort it is, and on which other it hangs in the tree of its sentence."""

    __slots__ = (
        "children", "dep_", "doc", "head", "i", "idx", "lemma_", "lower_", "pos_", "sent", "tag_", "text",
        "whitespace_",
    )  # fmt: skip
    children: tuple["Token", ...]
    """What hangs on it, in the order of the text."""
    dep_: str
    """What it is to its head: "nsubj", "dobj", "ROOT"."""
    head: "Token"
    """On which it hangs: itself, at the root. Changed by `hang` alone."""
    sent: "Span"

    def __init__(self, doc: "Doc", i: int, idx: int, text: str, whitespace: str) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = text.lower()
        self.whitespace_ = whitespace
        self.tag_ = self.pos_ = self.dep_ = self.lemma_ = ""
        self.head = self
        self.children = ()

    def __repr__(self) -> str:
        return self.text

    @property
    def end(self) -> int:
        """Where it ends in the text of its block."""
        return self.idx + len(self.text)

    def hang(self, head: "Token", dep: str | None = None) -> None:
        """Hang it on another head, on itself as a root; without a `dep` it stays what it was to the old."""
        if head is not self.head:
            if self.head is not self:
                self.head.children = tuple(child for child in self.head.children if child is not self)
            if head is not self:
                head.children = tuple(sorted((*head.children, self), key=_place))
            self.head = head
            self.doc.edges = None
        if dep is not None:
            self.dep_ = dep

    def nbor(self, steps: int = 1) -> "Token":
        """The token so many steps further on. Raises IndexError outside of the block."""
        at = self.i + steps
        if at < 0:
            raise IndexError(f"no token {steps} from {self.text!r}")
        return self.doc[at]

    @property
    def lefts(self) -> Iterator["Token"]:
        """Its children before it."""
        return (child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> Iterator["Token"]:
        """Its children behind it."""
        return (child for child in self.children if child.i > self.i)

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Its head, the head of that, and so on up to the root."""
        token = self
        for _ in self.doc:  # a mended tree may go round
            if token.head is token:
                return
            token = token.head
            yield token

    def is_ancestor(self, other: "Token") -> bool:
        """Whether another hangs on it, on one of its children, and so on."""
        return any(above is self for above in other.ancestors)

    @property
    def subtree(self) -> Iterator["Token"]:
        """It and all that hangs below it, in the order of the tree: what is before it, it, what is behind."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def left_edge(self) -> "Token":
        """The first word of all that hangs below it."""
        return self.doc[(self.doc.edges or self.doc.measured())[0][self.i]]

    @property
    def right_edge(self) -> "Token":
        """The last word of all that hangs below it."""
        return self.doc[(self.doc.edges or self.doc.measured())[1][self.i]]

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The others of a list that it is in: of "Chad", "Mali" and "Niger" in "Chad, Mali and Niger"."""
        first = self
        for above in self.ancestors:
            if first.dep_ != "conj":
                break
            first = above
        joined = [first]
        for token in joined:
            joined += [child for child in token.rights if child.dep_ == "conj"]
        return tuple(token for token in joined if token is not self)

    @property
    def is_space(self) -> bool:
        """Whether it is blank."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether it is made of punctuation alone."""
        return all(category(letter).startswith("P") for letter in self.text)


def _place(token: Token) -> int:
    return token.i


class Span(list[Token]):
    """Some tokens of a block in a row: a sentence, a name. `start` is the first, `end` is behind the last."""

    __slots__ = ("_forms", "doc", "end", "start")

    def __init__(self, doc: "Doc", start: int, end: int) -> None:
        super().__init__(doc[start:end])
        self.doc, self.start, self.end = doc, start, end
        self._forms: frozenset[str] | None = None

    @property
    def forms(self) -> frozenset[str]:
        """Its words in small letters, their bases, and what the plurals among them may be one of.

        Taken once, so not before the bases are there.
        """
        if self._forms is None:
            words = {form for token in self for form in (token.lower_, token.lemma_.lower())}
            words |= {one for word in words if word.endswith("s") for one in singulars(word)}
            self._forms = frozenset(words)
        return self._forms

    @property
    def start_char(self) -> int:
        """Where it begins in the text of its block."""
        return self[0].idx

    @property
    def text(self) -> str:
        """Its words as they are written."""
        return self.doc.text[self[0].idx : self[-1].end] if self else ""

    def covering(self, start: int, end: int) -> "Span":
        """The tokens of it that its text holds, wholly or in part, from `start` to before `end`."""
        start, end = start + self.start_char, end + self.start_char
        inside = [token.i for token in self if token.end > start and token.idx < end]
        return Span(self.doc, inside[0], inside[-1] + 1)

    @property
    def root(self) -> Token:
        """The token that heads it: the nearest to the root of the sentence."""
        found = next((token for token in self if token.head is token), None)
        if found is not None:
            return found
        outer = (token for token in self if not self.start <= token.head.i < self.end)
        return min(outer, key=lambda token: sum(1 for _ in token.ancestors), default=self[0])


class Doc(list[Token]):
    """A parsed block: the list of its tokens, with its text and its sentences."""

    __slots__ = ("edges", "places", "sents", "text")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.sents: list[Span] = []
        self.edges: tuple[list[int], list[int]] | None = None
        """Of each token the first and the last below it; None when the tree has changed."""
        self.places: frozenset[int] = frozenset()
        """Which tokens head the name of a city or region."""

    def grown(self, heads: Iterable[int], starts: Sequence[int] = ()) -> "Doc":
        """The doc with a tree: the place of each token's head, and where sentences start, if elsewhere."""
        below: list[list[Token]] = [[] for _ in self]
        for token, head in zip(self, heads, strict=True):
            token.head = self[head]
            if head != token.i:
                below[head].append(token)
        for token, children in zip(self, below, strict=True):
            token.children = tuple(children)
        self.edges = None
        if starts:
            ends = [*starts[1:], len(self)]
            self.sents = [Span(self, start, end) for start, end in zip(starts, ends, strict=True)]
            for sentence in self.sents:
                for token in sentence:
                    token.sent = sentence
        return self

    def packed(self) -> "Packed":
        """All that is told of it, in a tenth of the room."""
        return Packed(
            text=self.text,
            words=tuple(token.text for token in self),
            spaces=tuple(token.whitespace_ for token in self),
            classes=tuple((token.tag_, token.pos_, token.dep_, token.lemma_) for token in self),
            heads=tuple(token.head.i for token in self),
            starts=tuple(sentence.start for sentence in self.sents),
        )

    def words(self, start: int, end: int) -> str:
        """The text of the tokens from `start` to before `end`."""
        tokens = self[start:end]
        return self.text[tokens[0].idx : tokens[-1].end] if tokens else ""

    def measured(self) -> tuple[list[int], list[int]]:
        """Of each token the first and the last below it, anew."""
        left, right = list(range(len(self))), list(range(len(self)))
        for token in self:
            above = token.head
            while left[above.i] > token.i:
                left[above.i] = token.i
                above = above.head
        for token in reversed(self):
            above = token.head
            while right[above.i] < token.i:
                right[above.i] = token.i
                above = above.head
        self.edges = left, right
        return self.edges


class Packed(NamedTuple):
    """A parsed block as rows: its text, its words with the space behind each, tag, part of speech, dependency
    and base of each, the place of its head, and where sentences start.
    """

    text: str
    words: Sequence[str]
    spaces: Sequence[str]
    classes: Sequence[tuple[str, str, str, str]]
    heads: Sequence[int]
    starts: Sequence[int]

    def doc(self) -> Doc:
        """The block as objects, new at each call."""
        doc = Doc(self.text)
        at = 0
        for i, (word, space, classes) in enumerate(zip(self.words, self.spaces, self.classes, strict=True)):
            token = Token(doc, i, at, word, space)
            token.tag_, token.pos_, token.dep_, token.lemma_ = classes
            doc.append(token)
            at += len(word) + len(space)
        return doc.grown(self.heads, self.starts)


__all__ = ["Doc", "Packed", "Span", "Token"]
