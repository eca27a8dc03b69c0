"""The vocabulary of a graph: the codebook's names, and those of actors that only the graph knows."""

import difflib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from typing import Self

from graph.errors import AmbiguousName, UnknownName
from graph.gazetteer import folded_name
from graph.query import Page
from graph.store import Store
from graph.vocabulary import Meaning, Vocabulary

LOOKED_AT = 1_000  # actors among whose names near ones are sought


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
        same = self.store.actors_called([text.strip()])
        if len(same) > 1:
            raise AmbiguousName(field, text, [(actor.id, actor.name) for actor in same])
        return Meaning(actor=same[0]) if same else None

    def nobodys(self, names: Iterable[str]) -> Collection[str]:
        """Those of the names that neither codebook nor graph knows: one look at the graph for all of them."""
        strange = super().nobodys(names)
        known = {
            folded_name(n) for actor in self.store.actors_called(strange) for n in (actor.id, actor.name)
        }
        return [name for name in strange if folded_name(name) not in known]

    def meaning(self, field: str, text: str) -> Meaning:
        """The same; raises UnknownName with near names of both, codebook and graph, for a name nobody has."""
        try:
            return super().meaning(field, text)
        except UnknownName as unknown:
            near = self._nearest(folded_name(text.strip()))
            raise UnknownName(field, text, tuple(dict.fromkeys([*unknown.near, *near]))) from None

    def _nearest(self, wanted: str) -> list[str]:
        """The names most like a text of the graph's actors that have it in theirs, the busiest of them."""
        ids = self.store.find_actors(wanted) if wanted else []
        rows = self.store.actors(ids, Page(limit=LOOKED_AT)).rows
        names = {row.actor.name.casefold(): row.actor.name for row in rows}
        return [names[name] for name in difflib.get_close_matches(wanted, names, n=4, cutoff=0.0)]
