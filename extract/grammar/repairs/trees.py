"""What all repairs know of spaCy's trees, and how one is built anew."""

from spacy.tokens import Doc, Token

NOMINAL = ("NOUN", "PROPN", "PRON")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PARTICIPLES = frozenset({"VBG", "VBN"})
PAST = frozenset({"VBN", "VBD"})


class Tree:
    """The tree of a doc to be hung anew: spaCy lets nobody give a sentence another root in place.

    "Policemen flogged students": hang "flogged" on itself as the root, "policemen" on it as its subject.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self.heads = [token.head.i for token in doc]
        self.deps = [token.dep_ for token in doc]
        self.tags = [token.tag_ for token in doc]
        self.pos = [token.pos_ for token in doc]

    def hang(self, token: Token, head: Token, dep: str | None = None) -> None:
        """Hang a token on a head, on itself if it is the root; without a `dep` it stays what it was."""
        self.heads[token.i] = head.i
        self.deps[token.i] = dep or self.deps[token.i]

    def tag(self, token: Token, tag: str, pos: str) -> None:
        """Say what sort of word a token is."""
        self.tags[token.i], self.pos[token.i] = tag, pos

    def built(self) -> Doc:
        """The same words with this tree; whose tag is another one loses its morphology and its lemma."""
        doc, tags = self._doc, self.tags
        return Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            lemmas=[token.lemma_ if token.tag_ == tags[token.i] else "" for token in doc],
            morphs=[str(token.morph) if token.tag_ == tags[token.i] else "" for token in doc],
            heads=self.heads,
            deps=self.deps,
            tags=tags,
            pos=self.pos,
        )
