"""Whose are roles without a country: "the army", "rebels", "the president" where the text names no state.

A role is given a country only where grammar or the kind of act leaves little doubt; otherwise it is nobody.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from extract.clauses import grammatical_subject, objects_of
from extract.mentions import Mention
from extract.modality import SAYING
from extract.referents import OWNERS, Referents
from extract.triggers import Match
from graph.model import Kind

INTERNAL = frozenset({"REB", "SEP", "OPP", "COP", "LAB", "UAF", "RAD"})
"""Sectors whose opposite numbers are most often at home."""

RISING = frozenset({"REB", "SEP", "OPP"})
"""Sectors that act against their own state."""


class Home:
    """Gives roles without a country the one that they are at home in."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents

    def at_home(
        self, tokens: Iterable[Token], others: Sequence[Mention], *, domestic: bool, rising: bool
    ) -> tuple[Mention, ...]:
        """Roles without a country as those of the other end's: "Colombian rebels surrendered to the army".

        Only where the act is domestic by nature, or the other end is part of a state and not its army
        abroad, or the roles are rebels of the only country that the sentence names.
        """
        found: list[Mention] = []
        for token in (part for noun in tokens for part in (noun, *_owner_tokens(noun))):
            role = self._referents.mentions.bare_role(token)
            for other in others if role else ():
                countries = self._referents.mentions.countries_in(token.sent)
                country = countries.get(other.actor.code or "")
                if role is None or country is None or other.actor.kind not in (Kind.COUNTRY, Kind.SECTOR):
                    continue
                alone = len(countries) == 1
                own_rebels = rising and role.sector in RISING and alone
                internal = other.actor.kind is Kind.SECTOR and other.actor.sector in INTERNAL
                if (domestic and alone) or own_rebels or internal:
                    found.append(self._referents.mentions.in_country(token, role, country))
        return tuple(dict.fromkeys(found))

    def speakers_own(self, match: Match) -> tuple[Mention, ...]:
        """A government's role in what a state says is its own: "Mali said the president had left"."""
        verb = match.trigger
        if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING:
            return ()
        speakers = self._referents.each(grammatical_subject(verb.head).tokens, besides=(), owned=False)
        states = [m.actor for m in speakers if m.actor.kind is Kind.COUNTRY]
        roles = [(token, self._referents.mentions.bare_role(token)) for token in match.sources]
        return tuple(
            self._referents.mentions.in_country(token, role, state)
            for token, role in roles
            for state in states[:1]
            if role is not None and role.sector in ("GOV", "MIL")
        )


def _owner_tokens(noun: Token) -> tuple[Token, ...]:
    """Whose thing a noun is, whoever that may be: "president" in "the president's decision"."""
    of = (o for child in noun.children if child.lower_ in OWNERS for o in objects_of(child))
    return (*(child for child in noun.children if child.dep_ in ("poss", "compound")), *of)
