"""Where it happens and whose land that is, and when the place is nobody."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "protests of which only the land is told": [
        ("Protests against Israel broke out in Jordan.", {"JOR-CVL PROTEST ISR"}),
        ("Protests against the government spread in Kenya.", {"KEN-CVL PROTEST KEN"}),
        ("Protests against the war in Iraq were held in London.", set()),
    ],
    "places where somebody acts from, and words that were not said": [
        ("Rebels fired from a ridge on the Malian side.", set()),
    ],
    "out of whose land somebody is sent, and who is sent": [
        ("Seven Soviet attaches were ordered out of Canada on Thursday.", {"CAN EXPEL SUN"}),
        ("A Hungarian hacker was extradited from Cyprus to the United States.", {"CYP EXTRADITE USA"}),
        ("Niger's rulers ordered French troops out of the country.", {"NER EXPEL FRA-MIL"}),
    ],
    "people who are stuck are where they are stuck": [
        (
            "Villagers marooned by a flood in Bangladesh were rescued by India's army.",
            {"IND-MIL RELIEVE BGD-CVL"},
        ),
    ],
    "whoever reports from abroad is no one's home": [
        (
            "Zambia freed 31 trade unionists held since June, state radio monitored in Harare said.",
            {"ZMB RELEASE ZMB-LAB"},
        ),
    ],
    "where an assault hit is not whom": [
        ("A Saudi airstrike in Yemen killed ten Houthi soldiers.", {"SAU KILL houthis"}),
        ("Ten Houthi soldiers were killed by a Saudi airstrike in Yemen.", {"SAU KILL houthis"}),
        ("A Saudi airstrike in Yemen was condemned by Mali.", {"SAU ATTACK YEM", "MLI CONDEMN SAU"}),
    ],
    "buildings are taken from those who hold them": [
        (
            "Iraqi forces attempted to seize the hospital complex from ISIL fighters.",
            {"IRQ-MIL OCCUPY islamic-state"},
        ),
        ("The Taliban used suicide bombers against the Afghan army.", {"taliban ATTACK AFG-MIL"}),
    ],
    "people march where troops invade": [
        ("Druze marched through Damascus against the Syrian government.", {"syrian-druze DEMONSTRATE SYR"}),
        ("Libyan troops marched through Cairo.", {"LBY-MIL INVADE EGY"}),
    ],
    "who was arrested somewhere was so by its rulers, if nobody is named": [
        ("Two Kenyan journalists were arrested in Sudan.", {"SDN ARREST KEN-MED"}),
        ("Turkish agents arrested a Kenyan banker in Sudan.", {"TUR-SPY ARREST KEN-BUS"}),
        ("A Chadian banker was deported from France.", {"FRA DEPORT TCD-BUS"}),
        ("A Chadian banker was deported from France by Niger.", {"NER DEPORT TCD-BUS"}),
    ],
    "forces among their own people invade nobody": [
        ("Myanmar poured troops into Rohingya villages.", {"MMR DEPLOY rohingya"}),
        ("India poured troops into Rohingya villages.", {"IND INVADE rohingya"}),
    ],
    "a war is nobody's where it rages": [
        ("Half of Oslo's students marched against the war in Chad.", set()),
    ],
    "where somebody with a title is is not whose he is": [
        ("In Togo Minister Ellwood met Mali's envoy.", {"MLI MEET ellwood", "ellwood MEET MLI"}),
    ],
    "land without a name is the state's own": [
        (
            "Peru's government declared a state of emergency in three provinces.",
            {"PER IMPOSE_CURFEW PER-CVL"},
        ),
    ],
    "what a state does in its own land is done to its people": [
        ("Kenya's president imposed a curfew in Nairobi.", {"KEN IMPOSE_CURFEW KEN-CVL"}),
        ("Peru's army imposed a curfew in Lima.", {"PER-MIL IMPOSE_CURFEW PER-CVL"}),
        ("The Chadian president promised to democratize Chad.", {"TCD PROMISE TCD-CVL"}),
        ("The Chadian president congratulated Chad.", set()),
        ("The queen expressed regret to Ireland.", set()),
        ("Syrian troops captured Aleppo.", set()),
    ],
    "people are hit, not the place where they are sent": [
        ("Kenya deported ten Somali refugees to Ethiopia.", {"KEN DEPORT SOM-REF"}),
        ("Kenya deported refugees to Ethiopia.", {"KEN DEPORT ETH-REF"}),
    ],
    "where somebody was is where it happened": [
        ("He fled to Kenya, where police arrested two Somali journalists.", {"KEN-COP ARREST SOM-MED"}),
    ],
    "troops may shell a school anywhere": [
        ("Israeli forces shelled a school.", set()),
    ],
    "where a film is set nothing happens": [
        ("The film is set in Iran, where rebels killed an American.", set()),
    ],
    "a place is not a party": [
        ("Egypt praised Qatar in Geneva.", {"EGY PRAISE QAT"}),
        ("Serbia attacked a bridge in Croatia.", {"SRB ATTACK HRV"}),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected
