"""What a text gives, short enough to compare: who does what to whom, by ids."""

from extract.pipeline import Extractor
from graph.model import Article


def triples(extractor: Extractor, text: str) -> set[str]:
    """The events of a text as "FRA CONDEMN SYR"."""
    events = extractor.extract(Article(id="a", text=text)).events
    return {f"{e.source.actor.id} {e.relation} {e.target.actor.id}" for e in events}
