"""An act whose ends are still being sought: in "the army was accused" it is not yet known whose army."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.actors.resolver import Mention
from extract.frames.triggers import Match
from graph.vocabulary import Relation


@dataclass(slots=True)
class Draft:
    """A frame that fits, with who has been found at its ends, by which rule, and what it speaks of.

    `hit` are those whom the act spoken of would be done to, `besides` the ids of the sources that the words
    themselves name, `home` how roles without a country are looked up.
    """

    match: Match
    relation: Relation
    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    rule: str
    content: str | None = None
    reciprocal: bool = False
    spoken_of: Relation | None = None
    hit: tuple[Mention, ...] = ()
    besides: Sequence[str] = ()
    home: Mapping[str, bool] = field(default_factory=dict)

    @property
    def lacks_targets(self) -> bool:
        """Whether it is known who acts, but not on whom."""
        return bool(self.sources) and not self.targets

    @property
    def lacks_sources(self) -> bool:
        """Whether it is known who is acted upon, but not by whom."""
        return bool(self.targets) and not self.sources

    def join(self, parties: tuple[Mention, ...], rule: str) -> None:
        """Make the act one that these parties do to each other."""
        self.sources = self.targets = parties
        self.rule, self.reciprocal = rule, True
