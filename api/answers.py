"""The answers of the store as the JSON of the interface: the same for HTTP and the command line."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from graph.network import Community, Measured, Network
from graph.paths import Paths, Step
from graph.query import ActorRow, Bucket, EventQuery, Evidence, RelationPage, StoredArticle, Timeline
from graph.records import Record, actor_record, article_record, event_record, relation_record
from graph.vocabulary import Relation


class Answer(BaseModel):
    """An answer whose keys are all declared: one that is not would go missing unseen."""

    model_config = ConfigDict(extra="forbid")


TRUNCATED = "whether there is more; `next` has it"


class Node(Answer):
    """An actor by id and name."""

    id: str
    name: str


class End(Node):
    """One end of a relation, and what kind of actor it is."""

    kind: str


class RelationAnswer(Answer):
    """Who does what to whom, counted."""

    source: End
    relation: str
    base: str = Field(description="PLOVER type of the relation itself")
    target: End
    events: int
    claimed: int = Field(description="those of the events that are attributed to somebody")
    articles: int
    first: str | None
    last: str | None


class RelationsAnswer(Answer):
    """A page of who does what to whom, most frequent first."""

    query: dict[str, Any] = Field(description="the query as it was understood")
    relations: list[RelationAnswer]
    undated: int = Field(description="events that a date filter left out for having no date")
    truncated: bool = Field(description=TRUNCATED)
    next: str | None


class CypherAnswer(Answer):
    """The same question for Neo4j Browser."""

    query: dict[str, Any] = Field(description="the query as it was understood")
    cypher: str = Field(description="it draws counted edges where they answer the question, else the events")
    browser: str | None = Field(
        description="a link that opens Neo4j Browser with it typed in; null where no server is set"
    )


class NearAnswer(Answer):
    """Another way in which a question can be read."""

    reading: str
    url: str


class AskAnswer(RelationsAnswer):
    """The answer to a question, with how it was read."""

    question: str
    reading: str
    url: str = Field(description="the same answer without the question")
    near: list[NearAnswer] = Field(description="other readings of the question, the likeliest first")


class SpanAnswer(Answer):
    """Words of an article and where they stand, in code points."""

    text: str
    start: int
    end: int


class PartyAnswer(Answer):
    """One end of an event: the actor, the person where there is one, the words."""

    id: str
    code: str | None
    sector: str | None
    name: str
    kind: str
    person: Node | None
    mention: SpanAnswer | None


class AttributionAnswer(PartyAnswer):
    """Who says so, and through whom."""

    via: PartyAnswer | None


class WhyAnswer(Answer):
    """By what an event was found."""

    rule: str
    frame: str
    source: str
    target: str


class EventAnswer(Answer):
    """Who does what to whom, with the sentence that says so."""

    id: str
    act: str = Field(description="the same for all events of one trigger")
    article: str
    field: str = Field(description="text or title: what the offsets are of")
    sentence: SpanAnswer
    source: PartyAnswer
    relation: str
    content: str | None = Field(description="the act spoken of: threaten to SANCTION")
    plover: str
    cameo: str
    quad: str
    trigger: SpanAnswer
    target: PartyAnswer
    reciprocal: bool
    negated: bool
    modality: str
    attributed_to: AttributionAnswer | None
    date: str | None
    date_granularity: str | None
    published: str | None
    confidence: float
    why: WhyAnswer


class EvidenceAnswer(EventAnswer):
    """An event with title and address of its article."""

    title: str | None
    url: str | None


class ReadingAnswer(Answer):
    """The events of a text, and what read it."""

    article: str
    extractor: str
    codebook: str
    events: list[EventAnswer]


class ArticleAnswer(Answer):
    """An article as it is stored; what is unknown of it is left out."""

    id: str
    title: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    text: str
    hash: str
    extractor: str = Field(description="what read it")
    codebook: str
    events: int


class AliveAnswer(Answer):
    """The process answers."""

    status: str


class ReadyAnswer(AliveAnswer):
    """Store and language model are there."""

    extractor: str
    codebook: str


class EventsAnswer(Answer):
    """A page of evidence: events with title and address of their articles."""

    query: dict[str, Any]
    events: list[EvidenceAnswer]
    undated: int
    truncated: bool = Field(description=TRUNCATED)
    next: str | None


class StepAnswer(Answer):
    """One step of a chain, with every relation that makes it."""

    source: End
    target: End
    relations: list[RelationAnswer]


class PathsAnswer(Answer):
    """Chains from one actor to another, the shortest first."""

    query: dict[str, Any]
    source: str = Field(description="id of the node that the chains start from")
    target: str = Field(description="id of the node that they lead to")
    paths: list[list[StepAnswer]]
    truncated: bool = Field(description="whether there are more chains within reach")


class TimelineStepAnswer(Answer):
    """One step of time in which something happened."""

    start: str = Field(description="its first day")
    acts: int
    events: int = Field(description="one act with two targets is two events")
    claimed: int


class TimelineAnswer(Answer):
    """Steps of time in which something happened, the earliest first."""

    query: dict[str, Any]
    bucket: str
    timeline: list[TimelineStepAnswer]
    undated: int = Field(description="events without a date")


class ActorAnswer(Answer):
    """An actor of the graph with how often it acts (`outgoing`) and is acted upon (`incoming`)."""

    id: str
    code: str | None
    sector: str | None
    name: str
    kind: str
    outgoing: int
    incoming: int


class ActorsAnswer(Answer):
    """A page of actors, the busiest first."""

    actors: list[ActorAnswer]
    truncated: bool = Field(description=TRUNCATED)
    next: str | None


class ProfileAnswer(ActorAnswer):
    """One actor: what it is called, what it does most, what is done to it, and the latest evidence.

    A country's node alone is counted by `outgoing` and `incoming`; the lists have its military as well.
    """

    aliases: list[str] = Field(description="names, adjectives, peoples and seats by which it is found")
    acts: list[RelationAnswer] = Field(description="what it does to whom, most frequent first")
    acted_upon: list[RelationAnswer] = Field(description="what is done to it, most frequent first")
    evidence: list[EvidenceAnswer] = Field(description="its latest events, of every modality")
    truncated: bool = Field(
        description="whether a list holds less than there is; /v1/relations and /v1/events go on"
    )


class MeasuredAnswer(Answer):
    """An actor of a network with its measures."""

    id: str
    name: str
    kind: str
    code: str | None
    pagerank: float = Field(description="high for who is acted upon often, by others who are; all sum to 1")
    betweenness: float = Field(description="share of shortest chains that lead through it, 0 to 1")
    community: int
    outgoing: int = Field(description="events of the slice in which it acts")
    incoming: int = Field(description="events of the slice in which it is acted upon")


class CommunityAnswer(Answer):
    """Actors that have more to do with each other than with the rest."""

    community: int
    size: int
    members: list[str] = Field(description="ids of its first actors by PageRank, at most ten")
    events: int = Field(description="events among its members")


class NetworkAnswer(Answer):
    """Measures on the network of a slice: one edge a pair of actors, as heavy as their events."""

    query: dict[str, Any]
    actors: list[MeasuredAnswer]
    communities: list[CommunityAnswer]
    modularity: float = Field(description="how sharp the communities are; below .3 they say little")
    size: int = Field(description="actors of the whole slice")
    edges: int
    events: int
    sampled: int = Field(description="from how many actors betweenness was measured")
    undated: int
    truncated: bool = Field(description="whether actors, or the slice's rarest relations, are left out")


class PloverAnswer(Answer):
    """A PLOVER type with its quadrant."""

    name: str
    quad: str


class ExampleAnswer(Answer):
    """A sentence with who does it to whom."""

    text: str
    source: str
    target: str


class DefinedAnswer(Answer):
    """A relation as the codebook defines it."""

    name: str
    plover: str
    quad: str
    cameo: str
    definition: str
    reciprocal: bool
    examples: list[ExampleAnswer]
    not_examples: list[str]


class VocabularyAnswer(Answer):
    """The codebook's relations."""

    hash: str
    plover: list[PloverAnswer]
    relations: list[DefinedAnswer]


class OutcomeAnswer(Answer):
    """What became of one article."""

    article: str = Field(description="its id; of a rejected one its place in the request")
    outcome: str = Field(description="loaded, replaced, unchanged or rejected")
    events: int
    reason: str | None


class LoadAnswer(Answer):
    """What became of each article of a request, in their order."""

    articles: list[OutcomeAnswer]
    loaded: int
    replaced: int
    unchanged: int
    rejected: int


def relations_record(query: EventQuery, page: RelationPage) -> Record:
    return {
        "query": query.described(),
        "relations": [relation_record(row) for row in page.rows],
        "undated": page.undated,
    }


def goes_on(next: str | None) -> Record:
    """Whether a page is the last one, and where the next is."""
    return {"truncated": next is not None, "next": next}


def network_record(query: EventQuery, network: Network, limit: int, undated: int) -> Record:
    shown = network.actors[:limit]
    return {
        "query": query.described(),
        "actors": [_measured_record(measured) for measured in shown],
        "communities": [_community_record(community) for community in network.communities],
        "modularity": round(network.modularity, 4),
        "size": len(network.actors),
        "edges": network.edges,
        "events": network.events,
        "sampled": network.sampled,
        "undated": undated,
        "truncated": network.truncated or len(shown) < len(network.actors),
    }


def _measured_record(measured: Measured) -> Record:
    actor = measured.actor
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": str(actor.kind),
        "code": actor.code,
        "pagerank": round(measured.pagerank, 6),
        "betweenness": round(measured.betweenness, 6),
        "community": measured.community,
        "outgoing": measured.outgoing,
        "incoming": measured.incoming,
    }


def _community_record(community: Community) -> Record:
    return {
        "community": community.number,
        "size": len(community.members),
        "members": list(community.members[:10]),
        "events": community.events,
    }


def paths_record(query: EventQuery, source: str, target: str, paths: Paths) -> Record:
    return {
        "query": query.described(),
        "source": source,
        "target": target,
        "paths": [[_step_record(step) for step in chain] for chain in paths.chains],
        "truncated": paths.more,
    }


def _step_record(step: Step) -> Record:
    relations = [relation_record(row) for row in step.relations]
    return {"source": relations[0]["source"], "target": relations[0]["target"], "relations": relations}


def timeline_record(query: EventQuery, bucket: Bucket, timeline: Timeline) -> Record:
    return {
        "query": query.described(),
        "bucket": str(bucket),
        "timeline": [
            {"start": row.start, "acts": row.acts, "events": row.events, "claimed": row.claimed}
            for row in timeline.rows
        ],
        "undated": timeline.undated,
    }


def actor_row_record(row: ActorRow) -> Record:
    return actor_record(row.actor) | {"outgoing": row.outgoing, "incoming": row.incoming}


def evidence_record(evidence: Evidence) -> Record:
    """An event with `title` and `url` of its article; `published` is the article's too."""
    record = event_record(evidence.event)
    return record | {
        "title": evidence.title,
        "url": evidence.url,
        "published": evidence.published or record["published"],
    }


def stored_article_record(stored: StoredArticle) -> Record:
    return article_record(stored.article) | {
        "hash": stored.hash,
        "extractor": stored.extractor,
        "codebook": stored.codebook,
        "events": stored.events,
    }


def vocabulary_record(relation: Relation) -> Record:
    """A relation as the codebook defines it."""
    return {
        "name": relation.name,
        "plover": str(relation.plover),
        "quad": relation.plover.quad,
        "cameo": relation.cameo,
        "definition": relation.definition,
        "reciprocal": relation.reciprocal,
        "examples": [{"text": e.text, "source": e.source, "target": e.target} for e in relation.examples],
        "not_examples": list(relation.not_examples),
    }
