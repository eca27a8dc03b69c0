"""How many questions are read as they are meant: `make gold-questions`.

The questions stand with the query of `/v1/relations` that each means; the third in questions-aside.tsv is
not looked at while the grammar is worked on.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, unquote_plus, urlencode

from api.questions import read_question
from graph.errors import BadQuery
from graph.query import EventQuery, events_query
from graph.vocabulary import default_vocabulary

HERE = Path(__file__).parent
OPEN, ASIDE, NONE = HERE / "questions.tsv", HERE / "questions-aside.tsv", HERE / "not-questions.txt"
TODAY = date(2024, 6, 15)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the query that it means."""

    text: str
    meant: EventQuery

    @property
    def read(self) -> EventQuery | BadQuery:
        """The query as which it is read, or why it is not."""
        try:
            return read_question(self.text, default_vocabulary(), TODAY).query
        except BadQuery as refused:
            return refused

    @property
    def is_right(self) -> bool:
        found = self.read
        return isinstance(found, EventQuery) and _plain(found) == _plain(self.meant)


def _plain(query: EventQuery) -> EventQuery:
    """A query whose lists have one order; a person named at an end stands under `person` alone."""
    ends = {
        key: tuple(sorted({*getattr(query, key)} - {*query.person})) for key in ("source", "target", "actor")
    }
    pairs = tuple(sorted(tuple(sorted(pair)) for pair in query.between))
    return replace(query, **ends, between=pairs, relation=tuple(sorted(query.relation)))  # type: ignore[arg-type]


def questions(path: Path) -> Iterator[Asked]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, query = line.split("\t")
            yield Asked(text, events_query(parse_qs(query), default_vocabulary()))


def not_questions() -> list[str]:
    return NONE.read_text(encoding="utf-8").splitlines()


def main(arguments: list[str]) -> int:
    asked = list(questions(ASIDE if "aside" in arguments else OPEN))
    wrong = [question for question in asked if not question.is_right]
    if "errors" in arguments:
        for question in wrong:
            found = question.read
            read = _url(found) if isinstance(found, EventQuery) else str(found)
            print(f"{question.text}\n    meant {_url(question.meant)}\n    read  {read}")
    print(f"{len(asked) - len(wrong)} of {len(asked)} questions are read as they are meant")
    return 0


def _url(query: EventQuery) -> str:
    return unquote_plus(urlencode(query.parameters()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
