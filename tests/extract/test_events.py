"""What an event tells of itself: its rule, its act, and what nearly was one."""

import pytest

from extract.pipeline import Extractor


@pytest.mark.parametrize(
    ("sentence", "rule", "source", "target"),
    [
        ("Kenya praised Uganda.", "verb.subject", "name", "name"),
        ("Uganda was praised by Nairobi.", "verb.agent", "capital", "name"),
        ("The Kremlin praised the Belgian government.", "verb.subject", "metonym", "role"),
        ("Iran's condemnation of Iraq surprised nobody.", "noun.owner", "name", "name"),
        ("Police in Kenya arrested Ugandan students.", "verb.subject", "role", "role"),
    ],
)
def test_why_names_rule_and_the_way_to_each_actor(
    extractor: Extractor, sentence: str, rule: str, source: str, target: str
) -> None:
    why = extractor.explain(sentence).events[0].why
    assert (why.rule, why.source, why.target) == (rule, source, target)
    assert why.frame.split("/")[0] in extractor.vocabulary.relations


def test_events_of_one_act_share_it(extractor: Extractor) -> None:
    events = extractor.explain("Norway and Sweden condemned Iran and Syria.").events
    assert len({event.act for event in events}) == 1
    assert len({event.id for event in events}) == 4


def test_two_verbs_side_by_side_tell_one_act(extractor: Extractor) -> None:
    events = extractor.explain("Norwegian doctors donated and delivered blankets to Chad.").events
    assert [(e.source.actor.id, e.relation, e.target.actor.id) for e in events] == [
        ("NOR-HLH", "RELIEVE", "TCD")
    ]


def test_what_nearly_matched_says_what_it_lacked(extractor: Extractor) -> None:
    explanation = extractor.explain("Uganda was condemned.")
    assert not explanation.events
    assert any(m.frame.startswith("CONDEMN/") and "no source" in m.missing for m in explanation.near)
