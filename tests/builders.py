"""Articles, events and readings for tests: sensible defaults, every field open to a keyword."""

from dataclasses import replace
from typing import Any

from graph.model import (
    Actor,
    Article,
    Attribution,
    Event,
    Kind,
    Modality,
    Party,
    Person,
    Plover,
    Reading,
    Span,
    Why,
    coded_type,
)
from graph.records import act_id, event_id
from graph.store import Store
from graph.vocabulary import default_vocabulary

SECTORS = frozenset({"MIL", "REB", "OPP", "CVL", "COP", "SPY", "LEG", "JUD", "MED", "BUS", "ELI"})


def make_actor(id: str = "USA", **given: Any) -> Actor:
    """An actor by its id: "USA" is a country, "DZA-MIL" a sector, anything else an organisation."""
    if len(id) == 3 and id.isupper():
        defaults: dict[str, Any] = {
            "name": f"Country {id}",
            "kind": Kind.COUNTRY,
            "code": id,
            "sector": "GOV",
        }
        known = default_vocabulary().gazetteer.actors.get(id)
        if known is not None:
            defaults["name"] = known.name
    elif id[3:4] == "-" and id[:3].isupper() and id[4:] in SECTORS:
        defaults = {"name": f"Sector {id}", "kind": Kind.SECTOR, "code": id[:3], "sector": id[4:]}
    else:
        defaults = {
            "name": id.replace("-", " ").title(),
            "kind": Kind.ORGANISATION,
            "code": None,
            "sector": None,
        }
    return Actor(**(defaults | {"id": id} | given))


def make_party(
    actor: Actor | Party | str = "USA",
    *,
    person: Person | str | None = None,
    mention: Span | None = None,
) -> Party:
    """One end of an event. A person may be given by id: "emmanuel-macron" is called Emmanuel Macron."""
    if isinstance(actor, Party):
        return actor
    if isinstance(person, str):
        person = Person(id=person, name=person.replace("-", " ").title())
    return Party(actor=make_actor(actor) if isinstance(actor, str) else actor, person=person, mention=mention)


def make_article(text: str = "France condemned Russia.", **given: Any) -> Article:
    """An article; without an id it is called `article-1`."""
    return Article(**({"id": "article-1", "published": "2024-12-28", "text": text} | given))


def make_event(
    source: Actor | Party | str = "USA",
    relation: str = "CONDEMN",
    target: Actor | Party | str = "RUS",
    *,
    at: int = 0,
    attributed_to: Attribution | Actor | Party | str | None = None,
    **given: Any,
) -> Event:
    """Who does what to whom, in a sentence of its own that begins at offset `at` of the article.

    Two events of one article, pair and relation differ by `at`; else they are the same event. Ids are
    computed as the extractor does; type and CAMEO code follow the codebook's relation and the modality.

        make_event("FRA", "ARM", "TCD", modality="planned", article="article-2", at=40)
    """
    source, target = make_party(source), make_party(target)
    names = source.actor.name, target.actor.name
    trigger = Span(
        text=relation.lower(), start=at + len(names[0]) + 1, end=at + len(names[0]) + 1 + len(relation)
    )
    if source.mention is None:
        source = replace(source, mention=Span(text=names[0], start=at, end=at + len(names[0])))
    if target.mention is None:
        begin = trigger.end + 1
        target = replace(target, mention=Span(text=names[1], start=begin, end=begin + len(names[1])))
    words = f"{names[0]} {trigger.text} {names[1]}."
    if isinstance(attributed_to, Actor | Party | str):
        attributed_to = Attribution(speaker=make_party(attributed_to))
    modality, negated = Modality(given.pop("modality", "actual")), given.pop("negated", False)
    known = default_vocabulary().relations.get(relation)
    base, cameo = (known.plover, known.cameo) if known else (Plover.ACCUSE, "111")
    fields: dict[str, Any] = {
        "article": "article-1",
        "field": "text",
        "sentence": Span(text=words, start=at, end=at + len(words)),
        "content": None,
        "plover": coded_type(base, modality, negated),
        "cameo": cameo,
        "trigger": trigger,
        "reciprocal": False,
        "date": None,
        "date_granularity": None,
        "published": "2024-12-28",
        "confidence": 0.8,
        "why": Why(rule="verb.object", frame=f"{relation}/test X", source="name", target="name"),
    } | given
    fields["plover"] = Plover(fields["plover"])
    place = fields["article"], fields["field"], fields["trigger"]
    ids = {
        "id": event_id(*place, source, target, relation, fields["content"], False),
        "act": act_id(*place),
    }
    return Event(
        **(
            ids
            | fields
            | {
                "source": source,
                "relation": relation,
                "target": target,
                "negated": negated,
                "modality": modality,
                "attributed_to": attributed_to,
            }
        )
    )


def make_reading(*events: Event, article: Article | None = None, **given: Any) -> Reading:
    """An article with its events, as one extractor read it. The article is named after the events."""
    if article is None:
        named = {"id": events[0].article, "published": events[0].published} if events else {}
        article = make_article(
            " ".join(event.sentence.text for event in events) or "Nothing happened.", **named
        )
    return Reading(
        **({"article": article, "events": events, "extractor": "test-1", "codebook": "book-1"} | given)
    )


def fill(store: Store, *events: Event, **given: Any) -> None:
    """Add events to a store, each article with the events that name it."""
    by_article: dict[str, list[Event]] = {}
    for event in events:
        by_article.setdefault(event.article, []).append(event)
    store.add(make_reading(*of_one, **given) for of_one in by_article.values())
