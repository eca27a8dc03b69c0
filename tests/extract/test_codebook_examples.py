"""Every example of the codebook gives its event, every counter-example does not."""

import pytest

from extract.pipeline import Extractor
from graph.model import Event
from graph.vocabulary import Example, default_vocabulary

RELATIONS = default_vocabulary().relations
EXAMPLES = [(name, example) for name, relation in RELATIONS.items() for example in relation.examples]
NOT_EXAMPLES = [(name, text) for name, relation in RELATIONS.items() for text in relation.not_examples]


def seen(event: Event) -> dict[str, object]:
    speaker = event.attributed_to.speaker.actor.id if event.attributed_to else None
    return {
        "source": event.source.actor.id,
        "target": event.target.actor.id,
        "content": event.content,
        "plover": event.plover.value,
        "modality": event.modality.value,
        "negated": event.negated,
        "reciprocal": event.reciprocal,
        "attributed_to": speaker,
    }


@pytest.mark.parametrize(
    ("relation", "example"), EXAMPLES, ids=[f"{name}: {example.text}" for name, example in EXAMPLES]
)
def test_example_gives_its_event(extractor: Extractor, relation: str, example: Example) -> None:
    wanted = {"source": example.source, "target": example.target, **example.expected}
    found = [seen(e) for e in extractor.explain(example.text).events if e.relation == relation]
    assert any(wanted.items() <= event.items() for event in found), found


@pytest.mark.parametrize(
    ("relation", "text"), NOT_EXAMPLES, ids=[f"{name}: {text}" for name, text in NOT_EXAMPLES]
)
def test_counter_example_does_not_give_its_relation(extractor: Extractor, relation: str, text: str) -> None:
    assert relation not in {event.relation for event in extractor.explain(text).events}
