"""Reads articles: text in, events out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import structlog

from extract.actors.mentions import Mentions
from extract.actors.names import NameMatcher
from extract.actors.resolver import ActorResolver, Mention
from extract.copies import Copies, Field
from extract.events import EventReader, NearMiss
from extract.grammar.parser import ModelMissing, Parser, load_model
from extract.referents.discourse import Discourse
from extract.referents.issuers import issuers_of
from extract.text.articles import begins_with_title
from extract.text.blocks import Block, blocks_of
from graph.model import Actor, Article, Event, Reading
from graph.vocabulary import Vocabulary

log = structlog.get_logger(__name__)

RULES = "0.12.0"
"""The version of the rules in this package: raise it when the same text may give other events."""


COPIES = 500
"""How many of the articles read last are known again when a copy comes."""

BLOCKS = 4
"""How many parsed blocks are kept for each of these."""


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

    def __init__(self, vocabulary: Vocabulary, *, model: str | None = None, copies: int = COPIES) -> None:
        """`copies` is how many of the articles read last are known again when a copy comes; 0 reads each."""
        self.vocabulary = vocabulary
        self.parser = Parser(vocabulary.verb_frames, model=model, kept=copies * BLOCKS)
        self.version = f"{RULES}+{self.parser.version}"
        self._names = NameMatcher(vocabulary.gazetteer)
        self._copies = Copies(copies)

    def extract(self, article: Article) -> Reading:
        """The article with its events. "France condemned Syria." gives FRA CONDEMN SYR."""
        fields = tuple(_fields(article))
        events = self._copies.events_of(article, fields)
        if events is None:
            events = self._read(article, fields).events
            self._copies.keep(article, fields, events)
        return Reading(article=article, events=events, extractor=self.version, codebook=self.vocabulary.hash)

    def extract_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Each article with its events, in the order given."""
        for article in articles:
            yield self.extract(article)

    def explain(self, sentence: str) -> Explanation:
        """The events of a text with all that nearly became one."""
        article = Article(id="explained", text=sentence)
        return self._read(article, tuple(_fields(article)))

    def _read(self, article: Article, fields: tuple[Field, ...]) -> Explanation:
        discourse = Discourse()
        whole = "\n".join(block.text for field in fields for block in field.blocks)
        day = article.published[:10] if article.published else None
        resolver = ActorResolver(self._names, text=whole, day=day)
        surnames: dict[str, Mention] = {}
        events: dict[str, Event] = {}
        near: list[NearMiss] = []
        seen: list[tuple[str, Actor]] = []
        for field in fields:
            reader = EventReader(self.vocabulary, article, field.name, discourse)
            if any(block.piece for block in field.blocks):
                log.warning(
                    "read in pieces",
                    article=article.id,
                    reason="a paragraph or word is too long to be read at once",
                )
            docs = self.parser.parse([block.text for block in field.blocks])
            for block, doc in zip(field.blocks, docs, strict=True):
                mentions = Mentions(doc, self._names, resolver, surnames)
                if block is field.blocks[0] and not discourse.issuers:
                    discourse.issuers = issuers_of(doc, mentions)
                events |= {event.id: event for event in reader.events_in(doc, block, mentions)}
                seen += [(doc.words(m.start, m.end), m.actor) for m in mentions]
            near += reader.near
        return Explanation(events=tuple(events.values()), near=tuple(near), actors=tuple(dict.fromkeys(seen)))


def _fields(article: Article) -> Iterator[Field]:
    """What is read: a title that is not the beginning of the text, then the text."""
    if article.title and not begins_with_title(article.text, article.title):
        yield Field("title", article.title, tuple(blocks_of(article.title)))
    yield Field("text", article.text, tuple(blocks_of(article.text)))


__all__ = ["Block", "Explanation", "Extractor", "ModelMissing", "NearMiss", "load_model"]
