"""One way to read a question, before its names are looked up."""

from dataclasses import dataclass

from api.questions.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a question, its names still words; None is anybody."""

    source: Words | None = None
    target: Words | None = None
    actor: Words | None = None
    between: tuple[Words, Words] | None = None
    together: bool = False
    relation: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    negated: bool = False
    modality: str | None = None
    speaker: Words | None = None
    weight: int = 0

    @property
    def named(self) -> dict[str, Words | None]:
        """The words of each name by the filter it is for."""
        return {
            "source": self.source,
            "target": self.target,
            "actor": self.actor,
            "attributed_to": self.speaker,
        }
