"""Whose people somebody is, and what people: "rebels of a band", "a former minister"."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "rebels of a band are the band's": [
        ("Colombia's FARC rebels freed two Danish nuns.", {"farc RELEASE DNK-REL"}),
    ],
    "government troops are one, not two": [
        ("Rebels in Chad abandoned a town to government forces.", {"TCD-REB SURRENDER TCD-MIL"}),
    ],
    "attachés are diplomats, with or without an accent": [
        ("Madrid will send home three Syrian attach\u00e9s within days.", {"ESP EXPEL SYR"}),
        ("Gunmen of the Red Brigades shot dead a Belgian envoy.", {"red-brigades ASSASSINATE BEL"}),
    ],
    "officers who topple rulers are soldiers": [
        ("Officers toppled the president of Niger.", {"NER-MIL OVERTHROW NER"}),
    ],
    "no band in a country is its state's own": [
        (
            "The PKK condemned the arrest of its chairman by Turkish police.",
            {"pkk CONDEMN TUR-COP", "TUR-COP ARREST pkk"},
        ),
    ],
    "forces fire on their own people": [
        ("Sudanese security forces opened fire on protesters.", {"SDN-COP REPRESS SDN-OPP"}),
        ("Sudanese security forces opened fire.", set()),
    ],
    "thousands who protest": [
        ("Tens of thousands took to the streets of Caracas.", {"VEN-CVL DEMONSTRATE VEN"}),
        ("Thousands bombed Caracas.", set()),
    ],
    "members of a tribe are people": [
        ("Boko Haram killed 70 members of the Shuwa tribe in Borno.", {"boko-haram KILL NGA-CVL"}),
    ],
    "the victims of a regime are at home": [
        ("The Syrian regime used barrel bombs to kill civilians.", {"SYR KILL SYR-CVL"}),
        ("Denmark killed civilians.", set()),
    ],
    "rebels beside a ruler are not under him": [
        (
            "The government of Chad and Toubou rebels signed a truce in Libreville.",
            {"TCD CEASE_FIRE toubou", "toubou CEASE_FIRE TCD"},
        ),
        ("The governments of Chad and Sudan signed a pact.", {"TCD SIGN SDN", "SDN SIGN TCD"}),
    ],
    "rebels are not of the city where they negotiate": [
        (
            "The government of Colombia and leftist guerrillas opened talks in Havana.",
            {"COL NEGOTIATE COL-REB", "COL-REB NEGOTIATE COL"},
        ),
        (
            "Chad's government broke off talks with southern rebels in Nairobi, accusing them of piracy.",
            {"TCD HALT_TALKS TCD-REB", "TCD ACCUSE TCD-REB"},
        ),
    ],
    "a relative clause has its own country": [
        (
            "Kenya armed Uganda, whose army is battling rebels in the north.",
            {"KEN ARM UGA", "UGA-MIL FIGHT UGA-REB"},
        ),
        (
            "Fijian troops are in East Timor, where Portugal has pledged to rebuild the hospital.",
            {"PRT PROMISE TLS"},
        ),
    ],
    "a state's judges deal with its own army": [
        ("Judges in Lima are investigating the army.", {"PER-JUD INVESTIGATE PER-MIL"}),
    ],
    "people of a faith are of the country that they are in": [
        ("Catholic bishops in Uganda condemned Panama.", {"UGA-REL CONDEMN PAN"}),
        ("Kurdish rebels in Iraq condemned Panama.", {"iraqi-kurds CONDEMN PAN"}),
    ],
    "whose soldiers are those of all who are named": [
        (
            "Chad and Mali, whose soldiers had exchanged fire, left.",
            {"TCD-MIL CLASH MLI-MIL", "MLI-MIL CLASH TCD-MIL"},
        ),
    ],
    "a government with its own whose stands beside rebels": [
        (
            "Yemen's government and Houthi rebels agreed to exchange prisoners.",
            {"YEM PROMISE houthis", "houthis PROMISE YEM"},
        ),
    ],
    "hostages are not held by their own state": [
        ("French hostages held in Niger were freed.", set()),
    ],
    "peoples with guns invade": [
        ("Kurds marched on Kirkuk with guns.", {"iraqi-kurds INVADE IRQ"}),
    ],
    "two adjectives share a role": [
        (
            "Thai and Lao border guards attacked Burmese troops.",
            {"THA-COP ATTACK MMR-MIL", "LAO-COP ATTACK MMR-MIL"},
        ),
    ],
    "officers of a service are its own": [
        ("Officers of Russia's GRU arrested two Danish nuns.", {"RUS-SPY ARREST DNK-REL"}),
    ],
    "people serve the group behind them": [
        ("Hutu rebels of the FDLR attacked Uganda.", {"fdlr ATTACK UGA"}),
    ],
    "who is against a group is not of it": [
        ("The anti-Taliban movement attacked Pakistan.", set()),
        ("A United Nations group criticised Syria.", set()),
    ],
    "a role of no one country is not the other end's": [
        ("An Arab newspaper condemned Israel.", set()),
        ("Libyan guards beat African migrants.", {"LBY-COP TORTURE LBY-REF"}),
    ],
    "captives are not the state's": [
        ("Two kidnapped Italian nuns were detained in Cameroon.", set()),
    ],
    "several of a nation are what they are said to be": [
        ("Rebels including Libyans attacked Chad.", {"LBY-REB ATTACK TCD"}),
    ],
    "who serves a body acts for it": [
        ("Venezuelan peacekeepers of the United Nations killed a Liberian.", {"united-nations KILL LBR-CVL"}),
    ],
    "a convict is not of the country he spied for": [
        ("Iran executed a man convicted of spying for Israel.", set()),
    ],
    "a branch belongs to the state named with it": [
        ("France's Senate condemned Russia.", {"FRA-LEG CONDEMN RUS"}),
    ],
    "forces of several states are at home nowhere": [
        ("Foreign troops captured a Taliban commander in Kandahar.", set()),
        (
            "Coalition forces attacked Daesh near Kirkuk.",
            {"anti-isis-coalition ATTACK islamic-state"},
        ),
        ("Coalition jets bombed Houthi camps.", {"saudi-led-coalition ATTACK houthis"}),
        ("Mali's opposition coalition condemned Niger.", {"MLI-OPP CONDEMN NER"}),
    ],
    "whose a role is that another act tells": [
        (
            "The officers who had deposed the president of Mali received a Danish envoy on Friday.",
            {"MLI-MIL OVERTHROW MLI", "MLI-MIL HOST DNK"},
        ),
    ],
    "people named with others are of their country": [
        (
            "Peruvian miners and textile workers marched through Cuzco against Chile.",
            {"PER-LAB DEMONSTRATE CHL"},
        ),
        (
            "Peruvian students and textile workers marched through Cuzco against Chile.",
            {"PER-EDU DEMONSTRATE CHL", "PER-LAB DEMONSTRATE CHL"},
        ),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected
