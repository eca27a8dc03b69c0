"""Acts told in passing, and what circumstances say of the ends of an act: "with French help"."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "what a single act is as well": [
        ("In a rebuff to Russia, Armenia closed a base.", {"ARM REJECT RUS"}),
        ("In a concession to Greece, Macedonia changed its flag.", {"MKD CONCEDE GRC"}),
        (
            "In a gesture of solidarity with India, Nepal closed its border with China.",
            {"NPL SUPPORT IND", "NPL BLOCKADE CHN"},
        ),
        ("Saudi Arabia cut oil output, in a snub to Washington.", {"SAU REJECT USA"}),
        ("In deference to China, Nepal banned the rally.", {"NPL CONCEDE CHN"}),
        ("In a speech on Chad, Peru's king slept.", set()),
        ("In a blow to Turkey, an earthquake hit Izmir.", set()),
    ],
    "one act that is told by its way or purpose too": [
        (
            "The presidents of Argentina and Brazil met in Montevideo for four hours of discussions.",
            {"ARG MEET BRA", "BRA MEET ARG"},
        ),
        (
            "French railway workers stopped trains in Marseille in protest at the government.",
            {"FRA-LAB BLOCK_PASSAGE FRA"},
        ),
    ],
    "friends and rivals are somebody else": [
        ("Iran, whose partner Russia bombed Syria, condemned Israel.", {"RUS ATTACK SYR", "IRN CONDEMN ISR"}),
    ],
    "missions, munitions and pressure": [
        (
            "The Coalition's airstrikes delivered 24 munitions against ISIL.",
            {"anti-isis-coalition ATTACK islamic-state"},
        ),
        ("Chad kept applying pressure to Mali.", {"TCD DEMAND MLI"}),
    ],
    "whom somebody acts together with": [
        ("Together with Mali, Chad condemned Togo.", {"MLI CONDEMN TGO", "TCD CONDEMN TGO"}),
        ("Together with Mali, it was Chad that won.", set()),
    ],
    "partners, neighbours and rivals are whoever is named beside": [
        ("Chad thanked its neighbours, Mali and Niger.", {"TCD PRAISE MLI", "TCD PRAISE NER"}),
        ("Chad thanked its partners, especially Mali.", {"TCD PRAISE MLI"}),
        ("Tehran menaced its Gulf neighbour Kuwait.", {"IRN THREATEN KWT"}),
    ],
    "what is done in support of somebody": [
        (
            "Norway's navy carried out strikes on Hamas in support of Mali.",
            {"NOR-MIL ATTACK hamas", "NOR-MIL SUPPORT MLI"},
        ),
        ("Norway resumed the war in breach of its truce with Mali.", {"NOR VIOLATE_CEASEFIRE MLI"}),
    ],
    "what somebody answers by an alarm is its occasion": [
        (
            "Danish troops went on alert on Friday when a Russian frigate sailed into the strait.",
            {"DNK-MIL ALERT RUS-MIL"},
        ),
        (
            "Peru sent troops to its border with Chile, and Santiago put the navy on alert in reply.",
            {"PER MOBILIZE CHL", "CHL ALERT PER"},
        ),
    ],
    "a circumstance tells who moved somebody": [
        ("Under pressure from the IMF, Indonesia closed banks.", {"imf DEMAND IDN"}),
        (
            "Cuba sent soldiers to Angola at the request of Ethiopia.",
            {"ETH APPEAL CUB", "CUB DEPLOY AGO"},
        ),
        ("Despite an appeal by the Vatican, Iran executed a Turk.", {"VAT APPEAL IRN", "IRN KILL TUR-CVL"}),
        ("The Spanish minister works under pressure from Monday to Friday.", set()),
        ("Russia left the pact over the objections of Japan.", {"JPN OPPOSE RUS"}),
        ("Prices rose in Peru under pressure from demand in China.", set()),
    ],
    "an ally may be told beside his name": [
        (
            "Syria, Iran's closest ally, condemned Jordan.",
            {"SYR ALLY IRN", "IRN ALLY SYR", "SYR CONDEMN JOR"},
        ),
        ("Iran's ally Syria condemned Jordan.", {"SYR ALLY IRN", "IRN ALLY SYR", "SYR CONDEMN JOR"}),
        ("Iran condemned an ally of Jordan.", set()),
    ],
    "who is before a hyphen backs who is behind it": [
        ("Libyan-backed rebels seized Abeche's airport.", {"LBY SUPPORT TCD-REB", "TCD-REB OCCUPY TCD"}),
        ("The rebels, armed by Libya, seized Abeche.", {"LBY ARM TCD-REB", "TCD-REB OCCUPY TCD"}),
        (
            "The Iran-backed Hezbollah movement attacked Haifa.",
            {"IRN SUPPORT hezbollah", "hezbollah ATTACK ISR"},
        ),
        ("The Qatari-led embargo on Chad began.", {"QAT SANCTION TCD"}),
        ("Iran-backed militants shelled Qatar.", set()),
        ("The Libyan-held town of Aouzou lies in Chad.", set()),
    ],
    "who joins another in an act is not alone": [
        ("Chad joined Mali in condemning Togo.", {"TCD CONDEMN TGO", "MLI CONDEMN TGO"}),
    ],
    "what gives occasion for an act is whom it is done to": [
        ("Chad recalled its ambassador over the Libyan raid.", {"TCD REDUCE_RELATIONS LBY"}),
        ("Chad recalled its ambassador in protest at the Libyan raid.", {"TCD REDUCE_RELATIONS LBY"}),
        ("Chad recalled its ambassador.", set()),
    ],
    "what is used in an attack says against whom it is": [
        ("Chad conducted strikes in Mali using drones against Hamas.", {"TCD ATTACK hamas"}),
    ],
    "an alarm after a clash is about who was clashed with": [
        ("Chad put its army on alert after clashes with Libyan troops.", {"TCD ALERT LBY-MIL"}),
    ],
    "whom one fights beside is no enemy": [
        ("Chadian troops fought with Hamas against Mali.", {"TCD-MIL CLASH MLI", "MLI CLASH TCD-MIL"}),
    ],
    "a state is kind to the rebels of others": [
        ("Libya backed rebels abroad.", set()),
        ("Libya signed a truce with the rebels.", {"LBY CEASE_FIRE LBY-REB", "LBY-REB CEASE_FIRE LBY"}),
    ],
    "what killed was the raid, not whom it hit": [
        (
            "Togo condemned Chad's raid on Mali, which killed two Malian soldiers.",
            {"TGO CONDEMN TCD", "TCD ATTACK MLI", "TCD KILL MLI-MIL"},
        ),
    ],
    "a prompt that says whom it is to moves nobody else": [
        ("Despite criticism of Israel by Chad, Togo opened an embassy.", {"TCD CONDEMN ISR"}),
        ("After pressure on Turkey from Greece, Cyprus was calm.", {"GRC DEMAND TUR"}),
        ("Israel never bombed the reactor at the request of Egypt.", set()),
        ("Despite strong demand from China, Australia's exports fell.", set()),
        ("On the orders of a French doctor, Gabon's president rested.", set()),
    ],
    "an ally that was is none": [
        ("Pakistan abandoned its ally the Taliban.", set()),
        ("Egypt's one-time ally Syria condemned Chad.", {"SYR CONDEMN TCD"}),
    ],
    "whom one does something in support of is not hit": [
        ("American aircraft bombed the town in support of the Iraqi army.", {"USA SUPPORT IRQ-MIL"}),
        ("In support of the Iraqi army, American aircraft bombed the town.", {"USA SUPPORT IRQ-MIL"}),
        ("American aircraft bombed a bridge in Iraq.", {"USA ATTACK IRQ"}),
    ],
    "with whatever it is done, an attack is against whom it says": [
        (
            "In Syria, French forces flew 20 strikes using bomber and fighter jets against Hamas targets.",
            {"FRA-MIL ATTACK hamas"},
        ),
    ],
    "a partner may stand first": [
        ("With Hamas, Israel agreed to a ceasefire.", {"ISR CEASE_FIRE hamas", "hamas CEASE_FIRE ISR"}),
    ],
    "who is whose friend": [
        ("Norway is Israel's closest friend.", {"NOR ALLY ISR", "ISR ALLY NOR"}),
        ("Sudan's premier called his Egyptian counterpart.", {"SDN CALL EGY", "EGY CALL SDN"}),
    ],
    "another's agent is no doer": [
        (
            "Britain is bound to defeat Hamas and has praised the re-taking of towns by Chadian troops.",
            {"GBR THREATEN hamas", "GBR PRAISE TCD-MIL"},
        ),
    ],
    "an act noun in passing is not the subject's": [
        ("India issued stamps after the invasion of Pakistan.", set()),
        ("Macron asked Putin to end the invasion of Ukraine.", {"FRA DEMAND RUS"}),
    ],
    "a raid hits whom its outcome names": [
        (
            "Jordan flew a raid near Raqqa, killing two commanders of Islamic State.",
            {"JOR ASSASSINATE islamic-state"},
        ),
    ],
    "who helps is told beside what he helps in": [
        ("With French help, Chad bombed Sudan.", {"FRA SUPPORT TCD", "TCD ATTACK SDN"}),
        ("Peru freed two Chileans with the help of Norway.", {"PER RELEASE CHL-CVL", "NOR SUPPORT PER"}),
        ("Mali urged Chad to bomb Sudan with French help.", {"MLI DEMAND TCD"}),
        ("Mali did not bomb Chad with the support of Niger.", {"MLI ATTACK TCD"}),
        (
            "With the help of French airstrikes, Chad attacked Boko Haram.",
            {"FRA SUPPORT TCD", "TCD ATTACK boko-haram"},
        ),
        (
            "Chadian troops, backed by French airstrikes, attacked Boko Haram.",
            {"FRA SUPPORT TCD-MIL", "TCD-MIL ATTACK boko-haram"},
        ),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected
