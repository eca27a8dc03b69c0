"""Copies of an article that was read before: its events are taken over, each with the copy's own places.

Newspapers print the same agency report, with other line breaks and under other addresses. What a text says
depends on all of it and on its day: who "he" is, which country "the army" is of. So only an article whose
every block and whose title is the same, of the same day, is a copy; one that was cut or got another first
sentence is read again, though the blocks that it shares are not parsed again (`Parser`).
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.text.blocks import Block
from graph.model import Article, Attribution, Event, Party, Span
from graph.records import act_id, event_id


@dataclass(frozen=True, slots=True)
class Field:
    """A part of an article that is read: its name ("title" or "text"), its text, and the blocks of that."""

    name: str
    text: str
    blocks: tuple[Block, ...]


LONGEST = 20_000
"""Characters of the longest article that is remembered; longer ones are seldom copied and take room."""

Content = tuple[str | None, tuple[tuple[str, tuple[tuple[str, bool, bool], ...]], ...]]
"""What makes two articles copies: their day and the blocks of their fields."""


Starts = dict[str, list[int]]
"""Where the blocks of each field start, by its name."""


class Copies:
    """The articles read last, at most `kept`, by what they say."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._read: OrderedDict[Content, tuple[Starts, tuple[Event, ...]]] = OrderedDict()

    def events_of(self, article: Article, fields: Sequence[Field]) -> tuple[Event, ...] | None:
        """The events of an article of which it is a copy, as its own; None where none was read."""
        said = _said(article, fields)
        found = self._read.get(said)
        if found is None:
            return None
        self._read.move_to_end(said)
        starts, events = found
        moves = {field.name: _Move(starts[field.name], field) for field in fields}
        return tuple(_taken_over(event, article, moves[event.field]) for event in events)

    def keep(self, article: Article, fields: Sequence[Field], events: tuple[Event, ...]) -> None:
        """Remember an article that was read, and forget the one not met for longest."""
        if self._kept and len(article.text) <= LONGEST:
            starts = {field.name: [block.start for block in field.blocks] for field in fields}
            self._read[_said(article, fields)] = starts, events
            while len(self._read) > self._kept:
                self._read.popitem(last=False)


def _said(article: Article, fields: Sequence[Field]) -> Content:
    day = article.published[:10] if article.published else None
    return day, tuple((f.name, tuple((b.text, b.piece, b.dateline) for b in f.blocks)) for f in fields)


class _Move:
    """From places in a field whose blocks start at `starts` to the same words in that of a copy."""

    def __init__(self, starts: Sequence[int], copy: Field) -> None:
        self._text = copy.text
        self._starts = starts
        self._steps = [block.start - start for start, block in zip(starts, copy.blocks, strict=True)]

    def span(self, span: Span) -> Span:
        """The words of a span where the copy has them."""
        step = self._steps[bisect_right(self._starts, span.start) - 1]
        start, end = span.start + step, span.end + step
        return Span(text=self._text[start:end], start=start, end=end)

    def party(self, party: Party) -> Party:
        """An end of an event with the copy's mention."""
        return replace(party, mention=self.span(party.mention)) if party.mention is not None else party


def _taken_over(event: Event, article: Article, move: _Move) -> Event:
    """An event as the copy's own."""
    trigger, source, target = move.span(event.trigger), move.party(event.source), move.party(event.target)
    said = event.attributed_to
    return replace(
        event,
        id=_id(event, article.id, trigger, source, target),
        act=act_id(article.id, event.field, trigger),
        article=article.id,
        sentence=move.span(event.sentence),
        source=source,
        target=target,
        trigger=trigger,
        attributed_to=None
        if said is None
        else Attribution(speaker=move.party(said.speaker), via=move.party(said.via) if said.via else None),
        published=article.published,
    )


def _id(event: Event, article: str, trigger: Span, source: Party, target: Party) -> str:
    """The event's id in the copy; whether a mention stands for several is read from the id it had."""

    def of(id: str, trigger: Span, source: Party, target: Party, *, shared: bool) -> str:
        return event_id(id, event.field, trigger, source, target, event.relation, event.content, shared)

    shared = event.id != of(event.article, event.trigger, event.source, event.target, shared=False)
    return of(article, trigger, source, target, shared=shared)
