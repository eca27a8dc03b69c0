"""Who acts for somebody, and of whom a clause tells more: "the Chadian side", "North and South Korea"."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "representatives, aides and sides act for whose they are": [
        ("Representatives of Chad met Hezbollah.", {"TCD MEET hezbollah", "hezbollah MEET TCD"}),
        (
            "Representatives of the Sudanese government and of the SPLM held talks.",
            {"SDN CONSULT splm", "splm CONSULT SDN"},
        ),
        ("An aide to the Chadian president praised Norway.", {"TCD PRAISE NOR"}),
        ("The Chadian and Malian sides signed a treaty.", {"TCD SIGN MLI", "MLI SIGN TCD"}),
    ],
    "a team that is sent somewhere acts for its state, one that plays does not": [
        ("A team from Chad met Norwegian officials.", {"TCD MEET NOR", "NOR MEET TCD"}),
        ("The Chadian team visited Norway.", set()),
    ],
    "who is met is of the country that is said of him": [
        ("Kekkonen conferred with his Swedish guest.", {"FIN CONSULT SWE", "SWE CONSULT FIN"}),
        ("The Zambian president was welcomed at the airport by his Zimbabwean host.", {"ZWE HOST ZMB"}),
    ],
    "he may hold any office": [
        (
            "Chad's president is in Oslo, where he was received by the Norwegian king.",
            {"NOR HOST TCD"},
        ),
    ],
    "two names that end alike are two": [
        ("North and South Korea signed a treaty.", {"PRK SIGN KOR", "KOR SIGN PRK"}),
        ("North and South Korean officials met.", {"PRK MEET KOR", "KOR MEET PRK"}),
        ("Norway condemned East and West Germany.", {"NOR CONDEMN DDR", "NOR CONDEMN DEU"}),
    ],
    "a name beside a longer one that ends in it": [
        ("Sudan and South Sudan signed a treaty.", {"SDN SIGN SSD", "SSD SIGN SDN"}),
    ],
    "several that are named behind what they are": [
        ("The two nations, Chad and Mali, signed a treaty.", {"TCD SIGN MLI", "MLI SIGN TCD"}),
    ],
    "who is said to be what a clause tells more of": [
        ("Chad is the only country that recognises Kosovo.", {"TCD RECOGNIZE XKX"}),
        ("Chad is one of the states that recognised Kosovo.", {"TCD RECOGNIZE XKX"}),
        ("Norway was among the countries that Chad thanked.", {"TCD PRAISE NOR"}),
        ("Chad is not a country that recognises Kosovo.", set()),
    ],
    "what comes from somebody is his": [
        ("A call on Chad to free the nurses came from Norway.", {"NOR DEMAND TCD"}),
        ("A promise of aid to Chad came from Mali.", {"MLI PROMISE TCD"}),
    ],
    "what is offered or conveyed by nobody named is whose it is": [
        ("Norwegian help was offered to Chad.", {"NOR OFFER TCD"}),
        ("Tokyo's thanks were conveyed to Malaysia.", {"JPN PRAISE MYS"}),
    ],
    "in whose words something is said": [
        ("In a letter sent to Chad, Mali said that it was ready.", {"MLI INFORM TCD"}),
    ],
    "a land does what is done to somebody there by nobody named": [
        ("The Chadian general fled to Norway, where he was granted asylum.", {"NOR GRANT_ASYLUM TCD-MIL"}),
    ],
    "whom an act involves are its parties": [
        ("Talks involving Chad and Mali began.", {"TCD CONSULT MLI", "MLI CONSULT TCD"}),
    ],
    "who is joined in doing something does it with others": [
        (
            "Chad was joined by Mali in calling on Libya to free the nurses.",
            {"TCD DEMAND LBY", "MLI DEMAND LBY"},
        ),
        ("Along with Chad, Mali condemned the raid by Niger.", {"TCD CONDEMN NER", "MLI CONDEMN NER"}),
    ],
    "who refrains from an attack eases up": [
        ("Denmark refrained from bombing Yemen.", {"DNK DEESCALATE YEM"}),
    ],
    "a gerund with parties is a noun, home is the verb's, sorry is said": [
        ("Shelling of Chad by Mali continued.", {"MLI ATTACK TCD"}),
        ("Hanoi sent the bodies of five airmen home to the United States.", {"VNM RETURN USA"}),
        ("The Netherlands said sorry to Indonesia.", {"NLD APOLOGIZE IDN"}),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected
