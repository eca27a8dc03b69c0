"""People and organisations that no file knows: behind those that the codebook knows, and never a place."""

import pytest

from extract.actors.strangers import TO_PEOPLE
from extract.pipeline import Extractor
from graph.model import Kind
from tests.extract.triples import triples


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Mr Obuya accused Chad of piracy.", {"obuya ACCUSE TCD"}),
        (
            "Deputy Minister Marta Kowal praised Chad and Mali.",
            {"marta-kowal PRAISE TCD", "marta-kowal PRAISE MLI"},
        ),
        ("The lawyer Marta Kowal accused Chad of piracy.", {"marta-kowal ACCUSE TCD"}),
        ("Col. Kowal accused Chad of piracy.", {"kowal ACCUSE TCD"}),
        ("Marta Kowal condemned Chad.", {"marta-kowal CONDEMN TCD"}),
        ("Chad arrested Marta Kowal.", {"TCD ARREST marta-kowal"}),
        ("The Minister for Fisheries, Marta Kowal, condemned Chad.", {"marta-kowal CONDEMN TCD"}),
        ("Ecuador sued the Oriente Timber Company.", {"ECU SUE oriente-timber-company"}),
    ],
)
def test_who_is_in_no_file_is_an_actor_by_name(extractor: Extractor, text: str, events: set[str]) -> None:
    assert triples(extractor, text) == events


@pytest.mark.parametrize(
    "text",
    [
        "Hurricane Marta threatened Chad.",
        "Chad bombed Deir Kowal.",
        "The Minister for Fisheries condemned the storm.",
        "Marta Kowal met Otto Lindqvist.",
        "Foreign Secretary praised Chad's plan.",
        "Lake Kowal welcomed Chad.",
    ],
)
def test_what_may_be_a_place_or_a_storm_is_nobody(extractor: Extractor, text: str) -> None:
    assert triples(extractor, text) == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Deputy Minister Marta Kowal spoke in Mali. Mr Kowal accused Chad of piracy.",
            "marta-kowal ACCUSE TCD",
        ),
        (
            "Deputy Minister Marta Kowal praised Chad and Togo. The minister praised Mali.",
            "marta-kowal PRAISE MLI",
        ),
        ("Minister for the Middle East Marta Kowal said:\n\nI praise Mali.", "marta-kowal PRAISE MLI"),
        ("In Turkey Minister Kowal met Hezbollah.", "kowal MEET hezbollah"),
        ("Marta Kowal condemned Chad. Kowal praised Mali.", "marta-kowal PRAISE MLI"),
        ('Marta Kowal spoke on Monday. "I condemn Chad," Kowal said.', "marta-kowal CONDEMN TCD"),
        ("Minister Marta Kowal said:\n\nWe welcome the truce.\n\nI praise Mali.", "marta-kowal PRAISE MLI"),
    ],
)
def test_a_surname_and_the_first_person_take_up_a_full_name(
    extractor: Extractor, text: str, event: str
) -> None:
    assert event in triples(extractor, text)


def test_an_unknown_person_is_a_person_and_speaks(extractor: Extractor) -> None:
    (event,) = extractor.explain("Marta Kowal said Chad had bombed Mali.").events
    assert event.attributed_to is not None
    assert event.attributed_to.speaker.actor.kind is Kind.PERSON
    assert event.attributed_to.speaker.mention is not None
    assert event.attributed_to.speaker.mention.text == "Marta Kowal"


def test_relations_whose_object_is_somebody_are_in_the_codebook(extractor: Extractor) -> None:
    assert extractor.vocabulary.relations.keys() >= TO_PEOPLE


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("President Macron visited Chad. The ambassador condemned Mali.", "FRA CONDEMN MLI"),
        ("Tomasz Wolski visited Chad. Rebels shelled Wolski.", "TCD-REB ATTACK tomasz-wolski"),
        ("Chad released Windows Vista.", "TCD RELEASE windows-vista"),
    ],
)
def test_who_may_be_another_or_no_one_is_not_taken_up(extractor: Extractor, text: str, event: str) -> None:
    assert event not in triples(extractor, text)
