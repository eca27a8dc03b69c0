"""What all repairs know of spaCy's trees, and how one is built anew."""

from spacy.tokens import Doc

NOMINAL = ("NOUN", "PROPN", "PRON")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PAST = frozenset({"VBN", "VBD"})


def rebuilt(doc: Doc, heads: list[int], deps: list[str], tags: list[str], pos: list[str]) -> Doc:
    """The same words with another tree."""
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        morphs=[str(token.morph) if token.tag_ == tags[token.i] else "" for token in doc],
        heads=heads,
        deps=deps,
        tags=tags,
        pos=pos,
    )
