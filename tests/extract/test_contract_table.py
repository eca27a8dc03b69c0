"""Every row of the interface's table of relation, content, PLOVER type, modality and negation."""

import pytest

from extract.pipeline import Extractor
from graph.model import Event

Expected = dict[str, object]

ROWS: list[tuple[str, list[Expected]]] = [
    ("France condemned Syria.", [{"relation": "CONDEMN", "plover": "ACCUSE", "modality": "actual"}]),
    (
        "France did not condemn Syria.",
        [{"relation": "CONDEMN", "plover": "ACCUSE", "modality": "actual", "negated": True}],
    ),
    ("France will send arms to Syria.", [{"relation": "ARM", "plover": "AGREE", "modality": "planned"}]),
    ("France will bomb Syria.", [{"relation": "ATTACK", "plover": "THREATEN", "modality": "planned"}]),
    (
        "France threatened to sanction Syria.",
        [{"relation": "THREATEN", "content": "SANCTION", "plover": "THREATEN", "modality": "actual"}],
    ),
    (
        "France agreed to send arms to Syria.",
        [{"relation": "PROMISE", "content": "ARM", "plover": "AGREE", "modality": "actual"}],
    ),
    (
        "France promised to send arms to Syria.",
        [{"relation": "PROMISE", "content": "ARM", "plover": "AGREE", "modality": "actual"}],
    ),
    (
        "France refused to negotiate with Syria.",
        [{"relation": "REFUSE", "content": "NEGOTIATE", "plover": "REJECT", "modality": "actual"}],
    ),
    (
        "France will not negotiate with Syria.",
        [{"relation": "NEGOTIATE", "plover": "REJECT", "modality": "planned", "negated": True}],
    ),
    (
        "France called on Syria to withdraw from Lebanon.",
        [{"relation": "DEMAND", "content": "WITHDRAW", "plover": "REQUEST", "modality": "actual"}],
    ),
    (
        "France accused Syria of bombing Lebanon.",
        [
            {"relation": "ACCUSE", "content": "ATTACK", "plover": "ACCUSE", "modality": "actual"},
            {
                "source": "SYR",
                "target": "LBN",
                "relation": "ATTACK",
                "plover": "ASSAULT",
                "modality": "actual",
                "attributed_to": "FRA",
            },
        ],
    ),
    (
        "Suspected arms transfers from France to Syria continued.",
        [{"relation": "ARM", "plover": "AID", "modality": "possible"}],
    ),
    (
        "Turkey said France had bombed Syria.",
        [{"relation": "ATTACK", "plover": "ASSAULT", "modality": "actual", "attributed_to": "TUR"}],
    ),
    ("France might bomb Syria.", [{"relation": "ATTACK", "plover": "ASSAULT", "modality": "possible"}]),
    (
        "If France bombs Syria, oil will cost more.",
        [{"relation": "ATTACK", "plover": "ASSAULT", "modality": "possible"}],
    ),
    (
        "France met Syria.",
        [
            {"relation": "MEET", "plover": "CONSULT", "modality": "actual", "reciprocal": True},
            {
                "source": "SYR",
                "target": "FRA",
                "relation": "MEET",
                "plover": "CONSULT",
                "modality": "actual",
                "reciprocal": True,
            },
        ],
    ),
]
"""In each row X is France, Y Syria and Z Lebanon; what a row leaves out is as in DEFAULTS."""

DEFAULTS: Expected = {
    "source": "FRA",
    "target": "SYR",
    "content": None,
    "negated": False,
    "attributed_to": None,
    "reciprocal": False,
}


def seen(event: Event) -> Expected:
    speaker = event.attributed_to.speaker.actor.id if event.attributed_to else None
    return {
        "source": event.source.actor.id,
        "relation": event.relation,
        "content": event.content,
        "target": event.target.actor.id,
        "plover": event.plover.value,
        "modality": event.modality.value,
        "negated": event.negated,
        "attributed_to": speaker,
        "reciprocal": event.reciprocal,
    }


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_row_of_the_table_gives_exactly_its_events(
    extractor: Extractor, sentence: str, expected: list[Expected]
) -> None:
    wanted = [DEFAULTS | row for row in expected]
    found = [seen(event) for event in extractor.explain(sentence).events]
    assert sorted(found, key=repr) == sorted(wanted, key=repr)
