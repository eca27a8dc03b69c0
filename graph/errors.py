"""What can go wrong, said so that the reader can mend it.

GkgError
├── Rejected             an article or event line that cannot be read; the others go on
├── BadQuery             a question or filter that cannot be understood
│   ├── UnknownName      no actor, person, relation or article of this name
│   └── AmbiguousName    several actors of this name
├── CodebookError        the vocabulary contradicts itself
└── StoreError           the store cannot do what was asked
    ├── StoreUnavailable it cannot be reached or written just now
    ├── QueryTooLong     a question took longer than it may
    └── ForeignStore     the file or server holds something else, or another version
"""

from collections.abc import Sequence
from enum import StrEnum


class GkgError(Exception):
    """An error with one clear line for the person who caused it."""


class Fault(StrEnum):
    """What is wrong with what is rejected, in one word, to count by."""

    MALFORMED = "malformed"
    ENCODING = "encoding"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    DATE = "date"
    REPEATED_ID = "repeated_id"
    UNREADABLE = "unreadable"
    EVENT = "event"


class Rejected(GkgError):
    """One article or event that is not taken in. `name` is the file, line or id to find it by."""

    def __init__(self, name: str, reason: str, fault: Fault = Fault.MALFORMED) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason
        self.fault = fault


class BadQuery(GkgError):
    """A query that cannot be understood. `field` is the filter, `value` what was given for it."""

    def __init__(self, field: str, value: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.value = value


class NotUnderstood(BadQuery):
    """A question in words that nobody can read. `questions` holds some that can be, to ask instead."""

    def __init__(self, question: str, hint: str, questions: Sequence[str]) -> None:
        quoted = "; ".join(f'"{other}"' for other in questions)
        super().__init__(
            "q", question, f"the question {question!r} is not understood{hint}; ask like {quoted}"
        )
        self.questions = tuple(questions)


class UnknownName(BadQuery):
    """A name that nothing answers to. `near` holds the names that look most like it."""

    def __init__(self, field: str, value: str, near: Sequence[str] = ()) -> None:
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        super().__init__(field, value, f"{field}: nothing is called {value!r}{hint}")
        self.near = tuple(near)


class AmbiguousName(BadQuery):
    """A name that several actors answer to. `candidates` holds (id, name) of each."""

    def __init__(self, field: str, value: str, candidates: Sequence[tuple[str, str]]) -> None:
        listed = ", ".join(f"{name} ({id})" for id, name in candidates)
        super().__init__(field, value, f"{field}: {value!r} may mean {listed}; give the id")
        self.candidates = tuple(candidates)


class CodebookError(GkgError):
    """The codebook contradicts itself or cannot be read."""


class StoreError(GkgError):
    """The store cannot do what was asked of it."""


class StoreUnavailable(StoreError):
    """The store cannot be reached or written just now: away, locked, full or read-only."""


class QueryTooLong(StoreError):
    """A question took the store longer than `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"the question takes longer than {seconds:g} seconds; "
            "narrow it by source, target, relation or days"
        )
        self.seconds = seconds


class ForeignStore(StoreError):
    """The file or server holds something else than a gkg graph of this version."""
