"""What a plural may be one of."""

from collections.abc import Iterator


def singulars(word: str) -> Iterator[str]:
    """What a plural may be one of, where the lemmatizer finds none: "Policewomen", "Facilities"."""
    yield word.removesuffix("s")
    if word.endswith("ies"):
        yield word.removesuffix("ies") + "y"
    if word.endswith("men"):
        yield word.removesuffix("men") + "man"
