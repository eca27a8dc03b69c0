"""Finds the base form of a word, by the model's lists and where these fail: "retook", "waged", "attachés"."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from spacy.language import Language

from extract.grammar.repairs.prefixes import PREFIXED
from graph.frames import plain

ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("e", "")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)
"""Endings of regular verb forms, and what stands for them in the base."""

PREFIXES = ("re", "over", "under", "out", "mis", "un", "fore", "with")


KEPT = 50_000
"""How many words keep their base forms in mind: a word is asked for many times."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """The model's lists of one part of speech: the bases it knows, irregular forms, and endings with what
    stands for them.
    """

    known: frozenset[str]
    irregular: Mapping[str, Sequence[str]]
    endings: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, nlp: Language, pos: str) -> "WordLists":
        """Those of a loaded model, which has them with its lemmatizer."""
        lemmatizer: Any = nlp.get_pipe("lemmatizer")  # any callable, to spaCy; the model's has lists
        table = {
            name: lemmatizer.lookups.get_table(f"lemma_{name}").get(pos, ())
            for name in ("index", "exc", "rules")
        }
        return cls(
            known=frozenset(table["index"]), irregular=dict(table["exc"] or {}), endings=tuple(table["rules"])
        )


class Lemmas:
    """Base forms of words.

    "Retook" is unknown to the model's lists though "took" is there, and "waged" comes from "wage", not from
    "wag". `heads` are the verbs of the codebook, many of which the lists lack: "unbanned", "cohosted".
    """

    def __init__(self, lists: Mapping[str, WordLists], heads: Collection[str] = ()) -> None:
        self._lists = lists
        self._heads = frozenset(heads)
        self._verbs = verbs_of(lists)
        self._nouns = lists["noun"].known
        self._irregular = lists["verb"].irregular
        self.of = lru_cache(maxsize=KEPT)(self._of)

    def _of(self, text: str, tag: str, pos: str, given: str = "") -> str:
        """The base form of a word by its tag and part of speech; `given` is one that the model has ready."""
        lemma = given or self.listed(text, tag, pos)
        if any(letter.isalpha() and not letter.isascii() for letter in text):
            return self._unaccented(text.lower(), lemma, pos) or lemma
        if PREFIXED.match(text):
            return self._joined(text.lower(), lemma, pos)
        return self._base(text.lower(), lemma.lower()) or lemma if pos == "VERB" else lemma

    def listed(self, text: str, tag: str, pos: str) -> str:
        """The first base that the model's lists and endings give, as spaCy's lemmatizer reads them."""
        form = text.lower()
        if tag in BASES or (tag, pos) in BASES:
            return form
        lists = self._lists.get(pos.lower())
        if lists is None:
            return text if pos == "PROPN" else form
        known: list[str] = []
        other: list[str] = []
        strange: list[str] = []
        for old, new in lists.endings:
            base = form[: len(form) - len(old)] + new
            if form.endswith(old) and base:
                (known if base in lists.known else strange if base.isalpha() else other).append(base)
        found = list(dict.fromkeys((*reversed(known), *other)))
        for base in lists.irregular.get(form, ()):
            if base not in found:
                found.insert(0, base)
        return next(iter(found or strange), text)

    def _unaccented(self, form: str, lemma: str, pos: str) -> str:
        """The base of a word as frames write it: "attache" for "attachés", which no list has."""
        form = plain(form)
        if pos == "VERB":
            return next((base for base in bases(form) if base in self._verbs), plain(lemma))
        one = (form.removesuffix("s"), form) if form.endswith("s") else (form,)
        return next((noun for noun in one if noun in self._nouns), plain(lemma))

    def _base(self, form: str, lemma: str) -> str | None:
        return self._irregular_base(form, lemma) or self._silent(form, lemma) or self._spelt(form, lemma)

    def _spelt(self, form: str, lemma: str) -> str | None:
        """A base as the codebook has it, where the lists know none or one spelt otherwise: "unbanned" is from
        "unban", "lambasted" from "lambaste" as well as from "lambast".

        A verb that neither knows is from one without its prefix: "rebombed".
        """
        if lemma in self._heads or not form.isalpha():
            return None
        found = [base for base in bases(form) if is_regular(form, base)]
        meant = next((base for base in found if base in self._heads), None)
        if meant is not None or lemma in self._verbs:
            return meant
        prefix = next((p for p in PREFIXES if form.startswith(p)), "")
        whole = (base for base in found if prefix and base.removeprefix(prefix) in self._verbs)
        return next((base for base in found if base in self._verbs), next(whole, None))

    def _irregular_base(self, form: str, lemma: str) -> str | None:
        if lemma != form or form in self._verbs:
            return None
        if form in self._irregular:  # where it is no verb to the lists, by its tag
            return self._irregular[form][0]
        for prefix in PREFIXES:
            bases = self._irregular.get(form.removeprefix(prefix), ()) if form.startswith(prefix) else ()
            if bases:
                return prefix + bases[0]
        return None

    def _joined(self, form: str, lemma: str, pos: str) -> str:
        """A word with its prefix, without the hyphen between them: "re-imposed" is from "reimpose"."""
        prefix, _, rest = form.partition("-")
        if pos != "VERB":
            return prefix + lemma.lower().partition("-")[2]
        whole = next((base for base in bases(prefix + rest) if base in self._verbs), None)
        irregular = self._irregular.get(rest, ())
        known = (*irregular, *(base for base in bases(rest) if base in self._verbs))
        return whole or prefix + (known[0] if known else rest)

    def _silent(self, form: str, lemma: str) -> str | None:
        """A base in silent "e": one consonant behind one vowel would have been doubled, as in "wagged"."""
        doubling = re.fullmatch("[^aeiou]*[aeiou][bdgklmnprtvz]", lemma)
        if doubling and form in (f"{lemma}ed", f"{lemma}ing") and f"{lemma}e" in self._verbs:
            return f"{lemma}e"
        return None


def verbs_of(lists: Mapping[str, WordLists]) -> frozenset[str]:
    """The verbs that the model's lists know, those in "-ize" also as the British spell them: "organise"."""
    known = lists["verb"].known
    return known | {word[:-3] + "ise" for word in known if word.endswith("ize")}


BASES = frozenset({"VB", "JJ", ("VBP", "VERB"), ("NN", "NOUN")})
"""Tags, alone or with a part of speech, whose words are their own base."""


DOUBLING = re.compile("(?:.*[^aeiou])?[aeiou][bdgklmnprtvz]|.*u[aeiou][bdgklmnprtvz]")
"""Bases whose last letter may be doubled before an ending: "ban", "compel", "equip"."""

SHORT = re.compile("[^aeiou]*(?:qu)?[aeiou][bdgklmnprtvz]")
"""Those of them in which it must be, having one vowel."""


def is_regular(form: str, base: str) -> bool:
    """Whether a form in "-ed" or "-ing" is that of a base by the rules: "hoped" is not from "hop"."""
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem == form or base == form:
            continue
        if stem == base:
            return not base.endswith("e") and SHORT.fullmatch(base) is None
        if stem == base + base[-1]:
            return DOUBLING.fullmatch(base) is not None
    return True


def bases(form: str) -> Iterator[str]:
    """What a regular verb form may be from: "opens", "imposed", "electing"."""
    yield form
    for ending, bases in ENDINGS:
        if form.endswith(ending):
            stem = form.removesuffix(ending)
            yield from (stem + base for base in bases)
            if stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
