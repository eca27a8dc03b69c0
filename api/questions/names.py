"""Who is meant by a name in a question: "the Turkish army", "Russian diplomats", "France or Germany"."""

import re
from dataclasses import dataclass

from api.questions.function_words import NO_NAMES
from api.questions.words import Words
from graph.frames import PREPOSITIONS
from graph.vocabulary import Vocabulary

JOINT = re.compile(r"\s(?:and|or|nor)\s")
THINGS = 3  # words that may follow whose they are: "Russian diplomats", "British merchant ships"


def parts_of(words: Words) -> list[str]:
    """The names that "and" or "or" joins; the words of one name are left together."""
    return [part.strip() for part in JOINT.split(f" {' '.join(words)} ") if part.strip()]


@dataclass(frozen=True, slots=True)
class Names:
    """Finds the names of a question in the vocabulary."""

    vocabulary: Vocabulary

    def of(self, key: str, words: Words) -> list[str] | None:
        """One name or several, as a filter takes them; "Bosnia and Herzegovina" is one. None: nobody's."""
        whole = self._one(key, words)
        if whole is not None:
            return [whole]
        parts = parts_of(words)
        if len(parts) < 2:
            return None
        found = [self._one(key, tuple(part.split())) for part in parts]
        return [name for name in found if name is not None] if None not in found else None

    def _one(self, key: str, words: Words) -> str | None:
        if len(words) > 1 and {*words} & NO_NAMES - {"and", "or"}:
            return None  # spares a search of the graph
        text = " ".join(words).removesuffix("'s")
        if self.vocabulary.named(key, text) is not None:
            return text
        return self._sector(words) or self._belonging(key, words)

    def _sector(self, words: Words) -> str | None:
        """The id of "the Turkish army", "Syria's rebels": a role of a country."""
        gazetteer = self.vocabulary.gazetteer
        for split in range(1, len(words)):
            role = gazetteer.roles.get(" ".join(words[split:]).casefold())
            owner = self._country(words[:split])
            if role is not None and owner is not None:
                country = gazetteer.actor(owner)
                if country is not None:
                    return gazetteer.sector(country, role.sector).id
        return None

    def _belonging(self, key: str, words: Words) -> str | None:
        """Whose "Russian diplomats" are: what is done to them is done to the country."""
        for split in range(1, len(words)):
            things = words[split:]
            if len(things) <= THINGS and all(word.islower() and word.isalpha() for word in things):
                owner = self._country(words[:split])
                if owner is not None and not {*things} & NOT_THINGS:
                    return owner
        return None

    def _country(self, words: Words) -> str | None:
        text = " ".join((*words[:-1], words[-1].removesuffix("'s").removesuffix("'")))
        meant = self.vocabulary.named("source", text)
        return meant.actor.id if meant and meant.actor.kind == "country" else None


NOT_THINGS = PREPOSITIONS | frozenset("and or nor than not never who whom that which since".split())
