"""The vocabulary of a graph: the codebook's names, and those of actors that only the graph knows."""

import difflib
from dataclasses import dataclass, fields
from typing import Self

from graph.errors import AmbiguousName, UnknownName
from graph.query import ActorRow
from graph.store import Store
from graph.vocabulary import Meaning, Vocabulary


@dataclass(frozen=True, kw_only=True)
class GraphVocabulary(Vocabulary):
    """A codebook that also answers to the names of actors in a store: organisations found in the texts."""

    store: Store

    @classmethod
    def of(cls, vocabulary: Vocabulary, store: Store) -> Self:
        return cls(**{f.name: getattr(vocabulary, f.name) for f in fields(Vocabulary)}, store=store)

    def named(self, field: str, text: str) -> Meaning | None:
        """Who is meant by a name; the codebook decides, and the graph where the codebook knows nothing.

        The id of a person who has a node of his own, being out of office, means that node; his name means
        the office. Raises AmbiguousName with the candidates.
        """
        if field != "person" and text.strip() in self.gazetteer.holders:
            own = self.store.actor(text.strip())
            if own is not None:
                return Meaning(actor=own.actor)
        known = super().named(field, text)
        if known is not None:
            return known
        same = [row for row in self._resembling(text) if _called(row, _wanted(text))]
        if len(same) > 1:
            raise AmbiguousName(field, text, [(r.actor.id, r.actor.name) for r in same])
        return Meaning(actor=same[0].actor) if same else None

    def meaning(self, field: str, text: str) -> Meaning:
        """The same; raises UnknownName with near names of both, codebook and graph, for a name nobody has."""
        try:
            return super().meaning(field, text)
        except UnknownName as unknown:
            near = _nearest(_wanted(text), self._resembling(text))
            raise UnknownName(field, text, tuple(dict.fromkeys([*unknown.near, *near]))) from None

    def _resembling(self, text: str) -> list[ActorRow]:
        """Actors of the graph in whose name or id a text occurs."""
        wanted = _wanted(text)
        found = [self.store.actor(id) for id in self.store.find_actors(wanted)] if wanted else []
        return [row for row in found if row is not None]


def _wanted(text: str) -> str:
    return text.strip().casefold().removeprefix("the ")


def _called(row: ActorRow, wanted: str) -> bool:
    names = (row.actor.id.casefold(), row.actor.name.casefold())
    return any(name.removeprefix("the ") == wanted for name in names)


def _nearest(wanted: str, rows: list[ActorRow]) -> list[str]:
    names = {row.actor.name.casefold(): row.actor.name for row in rows}
    close = difflib.get_close_matches(wanted, names, n=4, cutoff=0.0)
    return [names[name] for name in close]
