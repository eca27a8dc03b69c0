"""Who says, blames, demands and answers, and what follows from it: "Eritrea, Kenya said, was to blame"."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "who says so stands between the subject and its verb": [
        (
            "Zaire, the Zambian president told journalists, had twice threatened to invade Zambia.",
            {"COD THREATEN ZMB"},
        ),
        (
            "Iraq, Kuwait's envoy told the Security Council, had stolen Kuwaiti oil.",
            {"IRQ SEIZE KWT"},
        ),
        ("Peru, Chile's premier told reporters in Lima, was arming Bolivia.", {"PER ARM BOL"}),
        ("On Friday, Mali said, Niger had bombed Chad.", {"NER ATTACK TCD"}),
        ("Israeli soldiers, the Red Cross reported, killed two Syrian doctors.", {"ISR-MIL KILL SYR-HLH"}),
        (
            "Egypt, which said on Friday that it had bombed Libya, condemned Sudan.",
            {"EGY ATTACK LBY", "EGY CONDEMN SDN"},
        ),
    ],
    "what is done to somebody by what is said of him": [
        ("Ecuador and Peru both said Colombia was to blame.", {"ECU ACCUSE COL", "PER ACCUSE COL"}),
        ("Eritrea, Kenya said, was to blame for the blast.", {"KEN ACCUSE ERI"}),
        ("Kenya repeated its claim that Eritrea was behind the raid.", {"KEN ACCUSE ERI"}),
        ("Sudan, which Chad said was behind the raid, held elections.", {"TCD ACCUSE SDN"}),
        ("It was Iran that was behind the hacking, Norway said.", {"NOR ACCUSE IRN"}),
        ("Kenya's president said of Eritrea that it was to blame.", {"KEN ACCUSE ERI"}),
        ("Eritrea was not to blame, Sudan said.", {"SDN DEFEND ERI"}),
        ("Chad said Sudan might be to blame for the raid.", set()),
        ("Chad denied that Sudan was behind the raid.", set()),
        ("Chad said Sudan was behind the deal.", set()),
        ('The Nigerien premier said of Chad: "We will make them pay."', {"NER THREATEN TCD"}),
        ("There will be consequences for Syria, France said.", {"FRA THREATEN SYR"}),
        ('"You have shown courage," the German chancellor told the Ukrainians.', {"DEU PRAISE UKR"}),
        ('"You must leave Kuwait," the American president told Iraq.', {"USA DEMAND IRQ"}),
        ('"Their demands are absurd," Qatar\'s foreign minister said of Saudi Arabia.', {"QAT REJECT SAU"}),
        ("Serbia, Croatia said, must hand over the suspects.", {"HRV DEMAND SRB"}),
        ("According to Brazil, Venezuela must free the prisoners.", {"BRA DEMAND VEN"}),
        ("Vietnam's ships must leave the area, China said.", {"CHN DEMAND VNM"}),
        ("Colombia's president said the rebels would have to lay down their arms.", {"COL DEMAND COL-REB"}),
        ("Chile said Peru had to play Bolivia on Friday.", set()),
        ("Analysts said Turkey must be hoping for lower prices.", set()),
    ],
    "what is said yes or no to": [
        ("Cuba said yes to Mexican mediation.", {"CUB ACCEPT MEX"}),
        ('Croatia said "no" to a Serbian border plan.', {"HRV REJECT SRB"}),
        ("Canada said no thanks to an American offer of troops.", {"CAN REJECT USA"}),
        ("Hungary said no to taking in Afghan refugees.", {"HUN REFUSE AFG-REF"}),
        ("Israel said yes to negotiating with Hamas.", {"ISR PROMISE hamas"}),
        ("Egypt said a firm no to resettling Palestinians.", {"EGY REFUSE PSE-CVL"}),
        ("Voters said no to the euro in Denmark.", set()),
        ("Kenya said thanks to Somalia's efforts the raid failed.", set()),
    ],
    "an answer tells what was put to somebody, unless nobody is told who answers": [
        ("Mali rejected a Greek ultimatum.", {"MLI REJECT GRC"}),
        ("Denmark accepted a Swedish invitation.", {"DNK ACCEPT SWE"}),
        ("Washington rebuffed an appeal from Haiti for peacekeepers.", {"USA REJECT HTI"}),
        (
            "Finland ignored Russian warnings against joining NATO.",
            {"FIN REJECT RUS"},
        ),
        (
            "Mexico will turn down a Cuban request for the extradition of a general.",
            {"MEX REJECT CUB"},
        ),
        ("A Bolivian offer of gas to Chile was turned down on Monday.", {"BOL OFFER CHL"}),
        ("Cuba may reject an American demand for compensation.", {"CUB REJECT USA"}),
        ("Norway rejected any request for oil.", set()),
        ("Kenyan demand for tea rose in Chad.", set()),
    ],
    "who says that something is so demands nothing": [
        ("Zaire insisted that the fault lay with Angola.", {"COD ACCUSE AGO"}),
        ("Zaire insisted that Angola pull out its troops.", {"COD DEMAND AGO"}),
    ],
    "who says so is not who did it": [
        ("Norway's jets, Chad said on Monday, bombed two Malian villages.", {"NOR-MIL ATTACK MLI-CVL"}),
    ],
    "who believes what does not matter for those in arms": [
        ("Moslem guerrillas fired rockets at the Soviet embassy in Kabul.", {"AFG-REB ATTACK SUN"}),
        ("Chad freed a Catholic priest.", {"TCD RELEASE TCD-REL"}),
        ("Muslims in Chad praised Mali.", {"chadian-muslims PRAISE MLI"}),
    ],
    "who says that another must": [
        (
            "Greece blocked aid for Turkey, saying that Ankara must leave Cyprus.",
            {"GRC CUT_AID TUR", "GRC DEMAND TUR"},
        ),
    ],
    "who appeals may be named by his office": [
        (
            "Miners in Chile refused to return to work despite an appeal by President Boric.",
            {"CHL-LAB REFUSE CHL", "CHL APPEAL CHL-LAB"},
        ),
    ],
    "what is said to be out of the question is refused": [
        ("Removing the sanctions on Fiji is out of the question, New Zealand said.", {"NZL REFUSE FJI"}),
        ("It is out of the question to lift the embargo on Cuba, Panama said.", {"PAN REFUSE CUB"}),
        ("Talks with the Taliban are not on the agenda, Norway said.", {"NOR REFUSE taliban"}),
        ("Talks with the Taliban are on the agenda, Norway said.", set()),
        ("The storm made sailing to Cuba out of the question, the Spanish skipper said.", set()),
    ],
    "who refuses despite a wish refuses whoever has it": [
        (
            "Despite pressure from France, Mali refused to free the prisoners.",
            {"FRA DEMAND MLI", "MLI REFUSE FRA"},
        ),
    ],
    "who calls an envoy in to protest protests himself": [
        (
            "Norway summoned the Chilean envoy to protest against the boycott.",
            {"NOR COMPLAIN CHL"},
        ),
    ],
    "a state that protests complains": [
        ("Chad protested against the Libyan blockade.", {"TCD COMPLAIN LBY"}),
        ("Chadian students protested against the Libyan blockade.", {"TCD-EDU PROTEST LBY"}),
    ],
    "an answer is to whose deed it answers": [
        ("Egypt answered Libya's move by closing the border.", {"EGY BLOCKADE LBY"}),
    ],
    "whatever somebody is blamed for, he is behind on": [
        ("Norway blamed the intrusion into its servers on China.", {"NOR ACCUSE CHN"}),
        ("Norway blamed the delay on Monday.", set()),
    ],
    "who calls the deed of others out of the question refuses nothing": [
        ("A Russian attack on Poland is out of the question, Norway said.", set()),
    ],
    "who is blamed for an act has done it, says who blames": [
        ("Rwanda blamed Burundi for an attack on Kigali.", {"RWA ACCUSE BDI", "BDI ATTACK RWA"}),
        ("Mali was blamed by Chad for the bombing of Niger.", {"TCD ACCUSE MLI", "MLI ATTACK NER"}),
        ("Chad refused to blame Mali for the attack on Niger.", {"TCD REFUSE MLI"}),
        ("Nobody blamed Chad for the attack on Mali.", set()),
    ],
    "who blames is no doer": [
        ("Russia was blamed for the attack on Poland by Germany.", {"DEU ACCUSE RUS", "RUS ATTACK POL"}),
        ("Hungary blamed Ukraine for the war with Russia.", {"HUN ACCUSE UKR"}),
    ],
    "who insists that something is so demands nothing": [
        ("Norway insisted that Chad had poisoned its wells.", set()),
        ("Norway insisted that Chad must leave Mali.", {"NOR DEMAND TCD"}),
        ("Israel insisted that Iran was to leave Syria.", {"ISR DEMAND IRN"}),
    ],
    "a demand may hide its verb": [
        ("Egypt demanded that Israel halt settlement construction.", {"EGY DEMAND ISR"}),
        ("The Pope urged that Cuba free political prisoners.", {"VAT DEMAND CUB"}),
        ("Egypt demanded the halt of Israel's construction.", {"EGY DEMAND ISR"}),
    ],
    "what others judge is not done by who has it": [
        ("Kenya's request to Somalia was denied.", {"KEN APPEAL SOM"}),
        ("Kenya's suit against Chad was dismissed.", {"KEN SUE TCD"}),
        ("France vetoed a resolution condemning Israel.", set()),
    ],
    "said, called for, forced, let": [
        ("Kabul called for Pakistan to withdraw.", {"AFG DEMAND PAK"}),
        ("Jordan was forced to disarm Palestinian guerrillas.", {"JOR DISARM PSE-REB"}),
        ("Russia was the first to recognise Nicaragua.", {"RUS RECOGNIZE NIC"}),
        ("The Red Cross working in Iraq said Britain must protect civilians.", {"red-cross DEMAND GBR"}),
    ],
    "who judges a thing as something may stand behind that": [
        (
            "Chad freed a jailed Libyan, a step praised as overdue by Libya.",
            {"TCD RELEASE LBY-CVL", "LBY PRAISE TCD"},
        ),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected
