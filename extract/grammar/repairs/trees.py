"""What all repairs know of trees, and how one is changed as a whole."""

from extract.grammar.parse import Doc, Token

NOMINAL = ("NOUN", "PROPN", "PRON")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PARTICIPLES = frozenset({"VBG", "VBN"})
PAST = frozenset({"VBN", "VBD"})


class Tree:
    """The tree of a doc to be hung anew: the doc stays as it is until all is said, then it changes at once.

    "Policemen flogged students": hang "flogged" on itself as the root, "policemen" on it as its subject.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._heads = [token.head.i for token in doc]
        self.deps = [token.dep_ for token in doc]
        self.pos = [token.pos_ for token in doc]
        self._tags = [token.tag_ for token in doc]

    def hang(self, token: Token, head: Token, dep: str | None = None) -> None:
        """Hang a token on a head, on itself if it is the root; without a `dep` it stays what it was."""
        self._heads[token.i] = head.i
        self.deps[token.i] = dep or self.deps[token.i]

    def tag(self, token: Token, tag: str, pos: str) -> None:
        """Say what sort of word a token is."""
        self._tags[token.i], self.pos[token.i] = tag, pos

    def grow(self) -> None:
        """Give the doc this tree; a word whose tag is another one loses its lemma."""
        for token, tag, pos, dep in zip(self._doc, self._tags, self.pos, self.deps, strict=True):
            if token.tag_ != tag:
                token.tag_, token.lemma_ = tag, ""
            token.pos_, token.dep_ = pos, dep
        self._doc.grown(self._heads)
