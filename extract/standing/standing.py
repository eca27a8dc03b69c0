"""How an act is spoken of: done or planned or only possible, denied, and who says so."""

from dataclasses import dataclass, field

from extract.grammar.parse import Token
from graph.model import Modality


@dataclass(slots=True)
class Standing:
    """How an act is spoken of. `speakers` holds who says so, the subjects of each saying verb together,
    the innermost verb first; `accused` that the act is only what somebody is accused of, `disputed` that
    somebody denies having done it.
    """

    trigger: Token
    modality: Modality = Modality.ACTUAL
    negated: bool = False
    speakers: list[tuple[Token, ...]] = field(default_factory=list)
    accused: bool = False
    disputed: bool = False

    def weaken(self, modality: Modality) -> None:
        """Possible outweighs planned, planned outweighs actual."""
        order = list(Modality)
        self.modality = max(self.modality, modality, key=order.index)

    def attribute_to(self, speakers: tuple[Token, ...]) -> None:
        """Somebody says so; each saying verb counts once."""
        if speakers and speakers not in self.speakers:
            self.speakers.append(speakers)

    def deny(self) -> None:
        """What is denied twice is not denied: "did not refuse to pay"."""
        self.negated = not self.negated

    def dispute(self) -> None:
        """Somebody denies having done it: "denied that it had bombed the camp"."""
        self.deny()
        self.disputed = True
