"""Mends words whose base form the lemmatizer does not find: "retook", "waged", "attachés"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from extract.grammar.repairs.prefixes import PREFIXED
from graph.frames import plain

LEMMAS = "lemma repairs"
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


def lemma_lists(nlp: Language, kind: str = "verb") -> tuple[Mapping[str, Sequence[str]], frozenset[str]]:
    """The model's irregular verb forms with their bases, and the verbs that it knows; or its nouns."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")  # any callable, to spaCy; the model's has lists
    irregular: Mapping[str, Sequence[str]] = lemmatizer.lookups.get_table("lemma_exc").get(kind, {})
    known = frozenset(lemmatizer.lookups.get_table("lemma_index").get(kind, ()))
    british = frozenset(word[:-3] + "ise" for word in known if word.endswith("ize"))
    return irregular, known | british if kind == "verb" else known


@Language.factory(LEMMAS)
class LemmaRepairs:
    """Mends words whose base form the lemmatizer does not find; it stands behind the lemmatizer.

    "Retook" is unknown to its lists though "took" is there, and "waged" comes from "wage", not from "wag".
    `heads` are the verbs of the codebook, many of which the lists lack: "unbanned", "cohosted".
    """

    def __init__(self, nlp: Language, name: str = LEMMAS, heads: Sequence[str] = ()) -> None:
        self._heads = frozenset(heads)
        self._irregular, self._verbs = lemma_lists(nlp)
        self._nouns = lemma_lists(nlp, "noun")[1]

    def __call__(self, doc: Doc) -> Doc:
        """The doc with these lemmas put right."""
        for token in doc:
            if any(letter.isalpha() and not letter.isascii() for letter in token.text):
                token.lemma_ = self._unaccented(token) or token.lemma_
            elif PREFIXED.match(token.text):
                token.lemma_ = self._joined(token)
            elif token.pos_ == "VERB":
                token.lemma_ = self._base(token) or token.lemma_
        return doc

    def _unaccented(self, word: Token) -> str:
        """The base of a word as frames write it: "attache" for "attachés", which no list has."""
        form = plain(word.lower_)
        if word.pos_ == "VERB":
            return next((base for base in bases(form) if base in self._verbs), plain(word.lemma_))
        one = (form.removesuffix("s"), form) if form.endswith("s") else (form,)
        return next((noun for noun in one if noun in self._nouns), plain(word.lemma_))

    def _base(self, verb: Token) -> str | None:
        return self._irregular_base(verb) or self._silent(verb) or self._spelt(verb)

    def _spelt(self, verb: Token) -> str | None:
        """A base as the codebook has it, where the lemmatizer knows none or one spelt otherwise: "unbanned"
        is from "unban", "lambasted" from "lambaste" as well as from "lambast".

        A verb that neither knows is from one without its prefix: "rebombed".
        """
        form, lemma = verb.lower_, verb.lemma_.lower()
        if lemma in self._heads or not form.isalpha():
            return None
        found = [base for base in bases(form) if is_regular(form, base)]
        meant = next((base for base in found if base in self._heads), None)
        if meant is not None or lemma in self._verbs:
            return meant
        prefix = next((p for p in PREFIXES if form.startswith(p)), "")
        whole = (base for base in found if prefix and base.removeprefix(prefix) in self._verbs)
        return next((base for base in found if base in self._verbs), next(whole, None))

    def _irregular_base(self, verb: Token) -> str | None:
        form = verb.lower_
        if verb.lemma_.lower() != form or form in self._verbs:
            return None
        if form in self._irregular:  # where it is no verb to the lemmatizer, by its tag
            return self._irregular[form][0]
        for prefix in PREFIXES:
            bases = self._irregular.get(form.removeprefix(prefix), ()) if form.startswith(prefix) else ()
            if bases:
                return prefix + bases[0]
        return None

    def _joined(self, word: Token) -> str:
        """A word with its prefix, without the hyphen between them: "re-imposed" is from "reimpose"."""
        prefix, _, rest = word.lower_.partition("-")
        if word.pos_ != "VERB":
            return prefix + word.lemma_.lower().partition("-")[2]
        whole = next((base for base in bases(prefix + rest) if base in self._verbs), None)
        irregular = self._irregular.get(rest, ())
        known = (*irregular, *(base for base in bases(rest) if base in self._verbs))
        return whole or prefix + (known[0] if known else rest)

    def _silent(self, verb: Token) -> str | None:
        """A base in silent "e": one consonant behind one vowel would have been doubled, as in "wagged"."""
        form, lemma = verb.lower_, verb.lemma_.lower()
        doubling = re.fullmatch("[^aeiou]*[aeiou][bdgklmnprtvz]", lemma)
        if doubling and form in (f"{lemma}ed", f"{lemma}ing") and f"{lemma}e" in self._verbs:
            return f"{lemma}e"
        return None


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
