"""What every store does alike: how an article is compared, which nodes an event brings, what it counts as."""

from collections.abc import Iterator
from enum import StrEnum

from graph.model import Actor, Article, Event, Kind, Plover
from graph.records import digest
from graph.vocabulary import default_vocabulary


class Outcome(StrEnum):
    """What became of an article that was given to a store."""

    LOADED = "loaded"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


def content_hash(article: Article) -> str:
    """What an article is compared by: its text, and the title and date that its events depend on."""
    return digest(article.text, article.title, article.published, article.url, article.language)


def nodes_of(event: Event) -> Iterator[Actor]:
    """Every actor that an event brings into the graph, the country of a sector included."""
    parties = [event.source, event.target]
    if event.attributed_to is not None:
        parties.append(event.attributed_to.speaker)
    for party in parties:
        yield party.actor
        country, dash, _ = party.actor.id.partition("-")
        if party.actor.kind is Kind.SECTOR or (dash and len(country) == 3 and country.isupper()):
            known = default_vocabulary().gazetteer.actors.get(country)
            yield known or Actor(id=country, name=country, kind=Kind.COUNTRY, code=country, sector="GOV")


def base_type(event: Event) -> Plover:
    """The PLOVER type of the event's relation itself: AID, where a plan counts as AGREE."""
    relation = default_vocabulary().relations.get(event.relation)
    return relation.plover if relation else event.plover
