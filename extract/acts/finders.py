"""What the acts of one sentence are found with: made once, for verbs, nouns and sayings alike."""

from dataclasses import dataclass

from extract.acts.contents import Contents
from extract.acts.ledger import Ledger
from extract.acts.pairs import Pairs
from extract.acts.readings import Readings
from extract.acts.sources import Sources
from extract.acts.targets import Targets
from extract.referents.home import Home
from extract.referents.referents import Referents
from graph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Finders:
    """Of one sentence: whom words mean, who does what to whom, which words are used, what is spoken of."""

    vocabulary: Vocabulary
    referents: Referents
    ledger: Ledger
    readings: Readings
    sources: Sources
    targets: Targets
    home: Home
    contents: Contents
    pairs: Pairs


def finders(vocabulary: Vocabulary, referents: Referents) -> Finders:
    """Those of a sentence of which no word is used yet."""
    ledger = Ledger(vocabulary)
    readings = Readings(vocabulary, referents.mentions)
    targets = Targets(referents, vocabulary)
    return Finders(
        vocabulary=vocabulary,
        referents=referents,
        ledger=ledger,
        readings=readings,
        sources=Sources(referents, vocabulary),
        targets=targets,
        home=Home(referents),
        contents=Contents(vocabulary, targets, readings, ledger.used),
        pairs=Pairs(referents, vocabulary),
    )
