"""Events and articles as the JSON of the interface, and back. The one place where keys are spelt."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pydantic_core import from_json, to_json

from graph.errors import Rejected
from graph.model import (
    Actor,
    Article,
    Attribution,
    Event,
    Granularity,
    Kind,
    Modality,
    Party,
    Person,
    Plover,
    Span,
    Why,
)
from graph.query import RelationRow

Record = dict[str, Any]
RELATION_NAME = re.compile(r"[A-Z][A-Z_]*")


def digest(*parts: object) -> str:
    """24 hexadecimal digits of the SHA-256 of the parts: what ids are made of."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:24]


def act_id(article: str, field: str, trigger: Span) -> str:
    """The id of an act: events of one trigger share it."""
    return digest(article, field, trigger.start, trigger.end)


def event_id(
    article: str,
    field: str,
    trigger: Span,
    source: Party,
    target: Party,
    relation: str,
    content: str | None,
    shared: bool,
) -> str:
    """The id of an event, made of spans rather than of what they were resolved to.

    An actor's id counts only where its mention is null or stands for several actors (`shared`:
    "both nations"), so that a better list of actors orphans nothing.
    """

    def end(party: Party) -> list[object]:
        mention = party.mention
        span: list[object] = [mention.start, mention.end] if mention else [None, None]
        return [*span, party.actor.id] if mention is None or shared else span

    return digest(article, field, trigger.start, trigger.end, end(source), end(target), relation, content)


def event_record(event: Event) -> Record:
    """An event as a JSON line has it."""
    return {
        "id": event.id,
        "act": event.act,
        "article": event.article,
        "field": event.field,
        "sentence": _span_record(event.sentence),
        "source": party_record(event.source),
        "relation": event.relation,
        "content": event.content,
        "plover": str(event.plover),
        "cameo": event.cameo,
        "quad": event.quad,
        "trigger": _span_record(event.trigger),
        "target": party_record(event.target),
        "reciprocal": event.reciprocal,
        "negated": event.negated,
        "modality": str(event.modality),
        "attributed_to": attribution_record(event.attributed_to),
        "date": event.date,
        "date_granularity": str(event.date_granularity) if event.date_granularity else None,
        "published": event.published,
        "confidence": event.confidence,
        "why": {
            "rule": event.why.rule,
            "frame": event.why.frame,
            "source": event.why.source,
            "target": event.why.target,
        },
    }


def event_of(record: Mapping[str, Any], *, name: str) -> Event:
    """The event of a JSON line. Raises Rejected, by `name`, saying what is missing or wrong."""
    try:
        granularity = record.get("date_granularity")
        return Event(
            id=_text(record, "id"),
            act=_text(record, "act"),
            article=_text(record, "article"),
            field=_text(record, "field"),
            sentence=_span_of(record["sentence"]),
            source=_party_of(record["source"]),
            relation=_relation(record, "relation"),
            content=_relation(record, "content") if record.get("content") is not None else None,
            plover=Plover(record["plover"]),
            cameo=_text(record, "cameo"),
            trigger=_span_of(record["trigger"]),
            target=_party_of(record["target"]),
            reciprocal=_flag(record, "reciprocal"),
            negated=_flag(record, "negated"),
            modality=Modality(record["modality"]),
            attributed_to=_attribution_of(record.get("attributed_to")),
            date=_day(record.get("date")),
            date_granularity=Granularity(granularity) if granularity is not None else None,
            published=_day(record.get("published")),
            confidence=_share(record, "confidence"),
            why=Why(**{key: _text(record["why"], key) for key in ("rule", "frame", "source", "target")}),
        )
    except KeyError as error:
        raise Rejected(name, f"the event has no {error.args[0]!r}") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise Rejected(name, f"not an event as `gkg extract` writes it: {error}") from error


def record_text(record: Record) -> str:
    """A record as the text that a store keeps. Raises UnicodeEncodeError for a lone surrogate."""
    try:
        return to_json(record).decode()
    except ValueError:
        json.dumps(record, ensure_ascii=False).encode()  # names the text that cannot be written
        raise


def event_of_text(text: str) -> Event:
    """The event of a stored text."""
    return event_of(from_json(text), name="stored event")


def article_record(article: Article) -> Record:
    """An article as a JSON line has it; what is unknown is left out."""
    record = {
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "text": article.text,
    }
    return {key: value for key, value in record.items() if value is not None}


def actor_record(actor: Actor) -> Record:
    """An actor as a node: who it is, wherever it is mentioned."""
    return {
        "id": actor.id,
        "code": actor.code,
        "sector": actor.sector,
        "name": actor.name,
        "kind": str(actor.kind),
    }


def party_record(party: Party) -> Record:
    """One end of an event: the actor, the person and the words."""
    person = party.person
    return actor_record(party.actor) | {
        "person": {"id": person.id, "name": person.name} if person else None,
        "mention": _span_record(party.mention) if party.mention else None,
    }


def attribution_record(attribution: Attribution | None) -> Record | None:
    """Who says so: an actor object with `via`."""
    if attribution is None:
        return None
    via = party_record(attribution.via) if attribution.via else None
    return party_record(attribution.speaker) | {"via": via}


def unicode(text: str) -> str:
    """Check that a text is Unicode. Raises ValueError for a lone surrogate, which no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"a lone surrogate stands at offset {error.start}") from None
    return text


def relation_record(row: RelationRow) -> Record:
    """Who does what to whom, counted, as an answer has it."""
    return {
        "source": {"id": row.source, "name": row.source_name, "kind": row.source_kind},
        "relation": row.relation,
        "base": row.base,
        "target": {"id": row.target, "name": row.target_name, "kind": row.target_kind},
        "events": row.events,
        "claimed": row.claimed,
        "articles": row.articles,
        "first": row.first,
        "last": row.last,
    }


def iso_date(text: str) -> str:
    """An ISO 8601 date or time, its day written 2024-12-28. Raises ValueError for anything else."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        time = datetime.fromisoformat(text)
        return text if text.startswith(time.date().isoformat()) else time.isoformat()


def _span_record(span: Span) -> Record:
    return {"text": span.text, "start": span.start, "end": span.end}


def _span_of(record: Mapping[str, Any]) -> Span:
    start, end = record["start"], record["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
        raise ValueError(f"offsets {start!r} to {end!r}")
    return Span(text=_text(record, "text"), start=start, end=end)


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record[key]
    if not isinstance(value, str):
        raise ValueError(f"{key!r} is not a text")
    return unicode(value)


def _optional_text(record: Mapping[str, Any], key: str) -> str | None:
    return None if record.get(key) is None else _text(record, key)


def _relation(record: Mapping[str, Any], key: str) -> str:
    value = _text(record, key)
    if not RELATION_NAME.fullmatch(value):
        raise ValueError(f"{key!r} is {value!r}, not the name of a relation")
    return value


def _flag(record: Mapping[str, Any], key: str) -> bool:
    value = record[key]
    if not isinstance(value, bool):
        raise ValueError(f"{key!r} is {value!r}, neither true nor false")
    return value


def _share(record: Mapping[str, Any], key: str) -> float:
    value = float(record[key])
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{key!r} is {value!r}, not a number from 0 to 1")
    return value


def _day(value: str | None) -> str | None:
    return None if value is None else iso_date(value)


def _actor_of(record: Mapping[str, Any]) -> Actor:
    return Actor(
        id=_text(record, "id"),
        name=_text(record, "name"),
        kind=Kind(record["kind"]),
        code=_optional_text(record, "code"),
        sector=_optional_text(record, "sector"),
    )


def _party_of(record: Mapping[str, Any]) -> Party:
    person, mention = record.get("person"), record.get("mention")
    return Party(
        actor=_actor_of(record),
        person=Person(id=_text(person, "id"), name=_text(person, "name")) if person else None,
        mention=_span_of(mention) if mention else None,
    )


def _attribution_of(record: Mapping[str, Any] | None) -> Attribution | None:
    if record is None:
        return None
    via = record.get("via")
    return Attribution(speaker=_party_of(record), via=_party_of(via) if via else None)
