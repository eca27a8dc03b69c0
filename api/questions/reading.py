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

    @property
    def all_named(self) -> list[tuple[str, Words]]:
        """The same with both ends of `between`, without what stands for anybody."""
        named = [*self.named.items(), *(("between", end) for end in self.between or ())]
        return [(key, words) for key, words in named if words is not None]
