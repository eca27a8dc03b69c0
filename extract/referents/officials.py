"""Whose minister somebody is whom no file knows: Canada's, where it seized a trawler and "Fisheries Minister
Brent Dallow accused Spain".
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.actors.resolver import Mention
from extract.grammar.parse import Token
from extract.referents.referents import Referents
from graph.gazetteer import How, Sort
from graph.model import Kind

VISITED = frozenset({"in", "near", "outside", "inside"})
"""Prepositions that lead to where an official is, which need not be whose he is."""


class Officials:
    """Finds the states of those who are called by an office and a name that no file knows."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents

    def of(self, name: Token, others: Sequence[Mention] = ()) -> Mention | None:
        """Somebody called by an office of state and a name that no file knows, as that state's of which the
        article speaks most: "Canada seized a trawler. Fisheries Minister Brent Dallow accused Spain".
        """
        role = self._referents.mentions.bare_role(name) if name.pos_ == "PROPN" else None
        if role is None or role.sort is not Sort.HOLDER or role.sector != "GOV":
            return None
        named = self._referents.strangers.of(name)
        if named is not None and named.actor.kind is Kind.COUNTRY:
            return named  # whose he is has been told before
        states = {m.actor.id for m in others if m.actor.kind is Kind.COUNTRY}
        mentions = self._referents.mentions
        here = mentions.countries_in(name.sent).keys() - states
        scene = self._referents.scenes.of(name.head, VISITED)
        inside = (m for part in name.subtree for m in mentions.at(part))  # "In Togo Minister Ellwood met"
        scene += tuple(m for m in inside if m.start and name.doc[m.start - 1].lower_ in VISITED)
        visited = {m.actor.id for m in scene if m.how == How.NAME.value}
        countries = here if here - visited else self._referents.scenes.spoken_of() - states - visited
        state = self._referents.scenes.main_of(countries) if len(here) < 2 else None
        if named is None or named.person is None or state is None:
            return None
        found = replace(named, actor=state, how="context", role=role.sort)
        self._referents.strangers.learn(name, found)
        return found
