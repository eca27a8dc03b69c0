"""A question as words: without marks, contractions in full."""

from collections.abc import Iterator

Words = tuple[str, ...]

APOSTROPHE = str.maketrans({"\u2019": "'"})
EDGES = '?!,;:"\u201c\u201d\u00ab\u00bb()'


def words_of(text: str) -> Words:
    """The words of a text: "Who hasn't condemned Russia?" gives "has", "not"."""
    return tuple(_split(text))


def _split(text: str) -> Iterator[str]:
    for word in text.translate(APOSTROPHE).split():
        bare = word.strip(EDGES)
        if bare.endswith(".") and "." not in bare[:-1]:
            bare = bare[:-1]
        if bare.lower() in ("who's", "what's"):  # has or is: whichever, what follows tells the same
            yield from (bare[:-2], "has")
        elif bare.lower().endswith("n't"):
            yield from (CONTRACTED.get(bare.lower(), bare[:-3]), "not")
        elif bare:
            yield bare


CONTRACTED = {"won't": "will", "can't": "can"}
