"""Who is meant by a name in a question: "the Turkish army", "Russian diplomats", "France or Germany"."""

import re
from collections.abc import Iterable

from api.questions.words import Words
from graph.frames import PREPOSITIONS
from graph.model import Actor, Kind
from graph.vocabulary import Vocabulary

JOINT = re.compile(r"\s(?:and|or|nor)\s")
THINGS = 3  # words that may follow whose they are: "Russian diplomats", "British merchant ships"


def parts_of(words: Words) -> list[str]:
    """The names that "and" or "or" joins; the words of one name are left together."""
    return [part.strip() for part in JOINT.split(f" {' '.join(words)} ") if part.strip()]


class Names:
    """Finds the names of a question: every one that its readings could have is looked up at once."""

    def __init__(self, vocabulary: Vocabulary, spelt: Iterable[Words]) -> None:
        self.vocabulary = vocabulary
        whole = {part for words in spelt for part in (words, *map(_split, parts_of(words)))}
        owners = {words[:end] for words in whole for end in _owners(words)}
        self._nobodys = frozenset(vocabulary.nobodys({_bare(words) for words in whole | owners}))

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
        text = _bare(words)
        if text not in self._nobodys and self.vocabulary.named(key, text) is not None:
            return text
        return self._sector(words) or self._belonging(words)

    def _sector(self, words: Words) -> str | None:
        """The id of "the Turkish army", "Syria's rebels": a role of a country."""
        gazetteer = self.vocabulary.gazetteer
        for end in _owners(words):
            role = gazetteer.roles.get(" ".join(words[end:]).casefold())
            country = self._country(words[:end]) if role else None
            if role and country:
                return gazetteer.sector(country, role.sector).id
        return None

    def _belonging(self, words: Words) -> str | None:
        """Whose "Russian diplomats" are: what is done to them is done to the country."""
        for end in _owners(words):
            things = words[end:]
            if all(word.islower() and word.isalpha() for word in things) and not {*things} & NOT_THINGS:
                country = self._country(words[:end])
                if country:
                    return country.id
        return None

    def _country(self, words: Words) -> Actor | None:
        text = _bare(words)
        meant = None if text in self._nobodys else self.vocabulary.named("source", text)
        return meant.actor if meant and meant.actor.kind is Kind.COUNTRY else None


NOT_THINGS = PREPOSITIONS | frozenset("and or nor than not never who whom that which since".split())


def _split(name: str) -> Words:
    return tuple(name.split())


def _bare(words: Words) -> str:
    """A name without the ending of the genitive: "Venezuela's", "the rebels'"."""
    return " ".join(words).removesuffix("'s").removesuffix("'")


def _owners(words: Words) -> range:
    """Where the words of an owner may end, with things or a role of it behind them."""
    return range(max(1, len(words) - THINGS), len(words))
