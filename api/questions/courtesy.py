"""What people say around a question: "please tell me", "can you show me a list of", "were there any"."""

from api.questions.words import Words

BEFORE = tuple(
    tuple(words.split())
    for words in (
        "please",
        "hi",
        "hello",
        "hey",
        "so",
        "and",
        "ok",
        "can|could|would|will you",
        "i want|need|would to know",
        "i would like to know|see",
        "i'd like to know|see",
        "i am|was wondering",
        "i'm wondering",
        "do you know|happen to know",
        "do we know",
        "tell|show|give|find|get me",
        "tell|show|give|find|get us",
        "show|find|list|name|identify|display",
        "a|the list of",
        "list of",
        "victims|targets|recipients|objects of",
        "everything|anything|events that",
        "events where|when",
        "all|any events where|when",
        "all of",
        "what|which are|were|is the",
        "were|are|was|is there",
        "have|has there been",
        "let me know",
        "remind me",
    )
)
"""Beginnings that ask for nothing by themselves; `|` means or."""
BEHIND = tuple(tuple(w.split()) for w in ("please", "thanks", "thank you", "at all", "so far", "to date"))


def bare(words: Words) -> tuple[Words, ...]:
    """A question with and without the courtesy around it, the shortest last."""
    while any(_ends(words, end) for end in BEHIND):
        words = words[: -next(len(end) for end in BEHIND if _ends(words, end))]
    found = [words]
    while True:
        lengths = [len(start) for start in BEFORE if _begins(found[-1], start)]
        if not lengths:
            return tuple(found)
        found.append(found[-1][max(lengths) :])


def _begins(words: Words, start: tuple[str, ...]) -> bool:
    return len(words) > len(start) and all(
        word.casefold() in options.split("|") for word, options in zip(words, start, strict=False)
    )


def _ends(words: Words, end: tuple[str, ...]) -> bool:
    return len(words) > len(end) and tuple(word.casefold() for word in words[-len(end) :]) == end
