"""Names of countries that a slip misspells are read, other words are not."""

import pytest

from extract.actors.names import slips_of
from extract.pipeline import Extractor
from graph.model import Article
from tests.extract.triples import triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ethopia condemned Chad.", {"ETH CONDEMN TCD"}),
        ("Chad condemned Isreal.", {"TCD CONDEMN ISR"}),
        ("The Phillippines condemned Chad.", {"PHL CONDEMN TCD"}),
        ("Georgi Petkov condemned Chad.", {"georgi-petkov CONDEMN TCD"}),
        ("Hungry men condemned Chad.", set()),
    ],
)
def test_a_slip_inside_a_countrys_name(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert triples(extractor, text) == expected


def test_a_misspelt_name_keeps_its_own_words(extractor: Extractor) -> None:
    (event,) = extractor.extract(Article(id="a", text="Ethopia condemned Chad.")).events
    assert event.source.mention is not None
    assert (event.source.mention.text, event.source.actor.name) == ("Ethopia", "Ethiopia")


def test_the_first_and_the_last_letter_stay() -> None:
    slips = set(slips_of("Georgia"))
    assert "Gerogia" in slips
    assert {slip[0] + slip[-1] for slip in slips} == {"Ga"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sheikh Hamad bin Khalifa al-Thani praised Chad.", "QAT PRAISE TCD"),
        ("The emir, Sheikh Hamad bin Khalifa, praised Chad.", "QAT PRAISE TCD"),
        ("Abu Jandal al-Kuwaiti, an ISIL leader, praised Chad.", "islamic-state PRAISE TCD"),
    ],
)
def test_a_name_is_one_noun_however_the_parser_cuts_it(
    extractor: Extractor, text: str, expected: str
) -> None:
    assert triples(extractor, text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea called off talks with the South on Monday.", {"PRK HALT_TALKS KOR"}),
        ("Seoul accused the North of shelling an island.", {"KOR ACCUSE PRK"}),
        ("Rome accused the North of selfishness.", set()),
    ],
)
def test_the_halves_of_a_country_are_named_where_it_is_spoken_of(
    extractor: Extractor, text: str, expected: set[str]
) -> None:
    assert bool(triples(extractor, text)) == bool(expected)
    assert triples(extractor, text) >= expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad praised Haider Al Abadi.", {"TCD PRAISE IRQ"}),
        ("Chad praised Haider.", {"TCD PRAISE fpoe"}),
        ("Chad praised Haider Khan.", set()),
        ("Chad praised Nasser Al Qasimi.", set()),
        ("Chad praised the Bush Administration.", {"TCD PRAISE USA"}),
    ],
)
def test_a_surname_before_another_name_is_a_given_name(
    extractor: Extractor, text: str, expected: set[str]
) -> None:
    assert triples(extractor, text) == expected
