"""Events say how sure they are: as sure as events like them were right."""

import pytest

from extract.confidence import FACTORS, confidence, figures
from extract.pipeline import Extractor
from graph.model import Article, Event, Modality, Why

SURE = Why(rule="verb.subject", frame="CONDEMN/condemn X", source="name", target="name")


def of(extractor: Extractor, text: str, relation: str) -> Event:
    (event,) = (e for e in extractor.extract(Article(id="a", text=text)).events if e.relation == relation)
    return event


@pytest.mark.parametrize(
    ("surer", "less", "relation"),
    [
        ("Mali armed Chad.", "Chad fell. Mali armed it.", "ARM"),  # a pronoun
        ("Kenya arrested Ugandan nurses.", "Police arrested nurses in Nairobi.", "ARREST"),  # at home
        ("Kenya bombed Uganda.", "Kenya may have bombed Uganda.", "ATTACK"),
        ("Kenya bombed Uganda.", "Peru said that Kenya had bombed Uganda.", "ATTACK"),
        ("Kenya bombed Uganda.", "Uganda mourned after an attack by Kenya on Uganda.", "ATTACK"),  # a noun
        ("Kenya warned Uganda.", "Kenya warned Uganda against attacking Peru.", "WARN"),
    ],
)
def test_what_is_told_straight_is_surer(extractor: Extractor, surer: str, less: str, relation: str) -> None:
    first, second = of(extractor, surer, relation), of(extractor, less, relation)
    assert 0.95 > first.confidence > second.confidence > 0.1


def test_no_factor_makes_an_event_surer() -> None:
    known = figures()
    assert known.even > 0
    assert set(known.factors) == set(FACTORS)
    assert all(odd <= 0 for odd in known.factors.values())


def test_a_confidence_is_a_share() -> None:
    worst = Why(rule="noun.owner", frame="ATTACK/raid on X", source="context", target="implied")
    sure = confidence(SURE, Modality.ACTUAL, content=False, attributed=False)
    least = confidence(worst, Modality.POSSIBLE, content=True, attributed=True)
    assert 0 < least < 0.2 < 0.8 < sure < 1
