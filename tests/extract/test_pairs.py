"""What two do with each other: talks, truces, deals, ties and clashes."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "with whom an attacker has a truce": [
        ("Kuwait shelled the town despite a truce with Iraq.", {"KWT ATTACK IRQ"}),
        ("Notwithstanding an armistice with Chad, Libya bombed the oasis.", {"LBY ATTACK TCD"}),
        ("Pakistan shelled Indian posts despite a truce with Bangladesh.", {"PAK ATTACK IND"}),
        ("Despite a treaty with Peru, Ecuador's president flew to Paris.", {"ECU VISIT FRA"}),
    ],
    "things that two have with each other as subjects": [
        ("Talks between Cyprus and Malta collapsed.", {"CYP HALT_TALKS MLT", "MLT HALT_TALKS CYP"}),
        (
            "A new round of talks between Laos and Nepal broke down.",
            {"LAO HALT_TALKS NPL", "NPL HALT_TALKS LAO"},
        ),
        ("Danish-Swedish talks fell through.", {"DNK HALT_TALKS SWE", "SWE HALT_TALKS DNK"}),
        ("Oman's talks with Qatar began to unravel.", {"OMN HALT_TALKS QAT", "QAT HALT_TALKS OMN"}),
        ("Talks between Togo and Benin are stalled.", {"TGO HALT_TALKS BEN", "BEN HALT_TALKS TGO"}),
        ("Talks with Peru have failed, Chile said.", {"CHL HALT_TALKS PER", "PER HALT_TALKS CHL"}),
        ("The truce between Chad and Niger, which collapsed in May, was short.", set()),
        (
            "The truce between Chad and Niger was broken on Monday.",
            {"TCD VIOLATE_CEASEFIRE NER", "NER VIOLATE_CEASEFIRE TCD"},
        ),
        ("War between Chad and Niger was averted.", set()),
        ("The pact between Chad and Niger fell apart.", set()),
        ("Trade between Chad and Niger was suspended.", {"TCD SANCTION NER", "NER SANCTION TCD"}),
        (
            "Relations between Fiji and Tonga soured and later thawed.",
            {
                "FJI REDUCE_RELATIONS TON",
                "TON REDUCE_RELATIONS FJI",
                "FJI RESTORE_RELATIONS TON",
                "TON RESTORE_RELATIONS FJI",
            },
        ),
        (
            "Ties between Egypt and Qatar were severed.",
            {"EGY BREAK_RELATIONS QAT", "QAT BREAK_RELATIONS EGY"},
        ),
        ("The war between Iran and Iraq ended all hope.", {"IRN CLASH IRQ", "IRQ CLASH IRN"}),
        ("Talks between the company and its workers collapsed.", set()),
        ("A truce between Ghana and Togo ran out.", set()),
    ],
    "what is to begin or to end between two, and what somebody is to end": [
        (
            "Norway called for a resumption of talks between Israel and Syria.",
            {"NOR DEMAND ISR", "NOR DEMAND SYR"},
        ),
        (
            "Canada urged an end to the fighting between Ethiopia and Eritrea.",
            {"CAN DEMAND ETH", "CAN DEMAND ERI", "ETH CLASH ERI", "ERI CLASH ETH"},
        ),
        (
            "Belgium demanded an end to the blockade of Qatar by Saudi Arabia.",
            {"BEL DEMAND SAU", "SAU BLOCKADE QAT"},
        ),
        ("Canada told Serbia to halt its shelling of Sarajevo.", {"CAN DEMAND SRB", "SRB ATTACK BIH"}),
        ("Egypt urged Iran to end its studies of the stars.", {"EGY DEMAND IRN"}),
        ("Chile called for an end to the school year.", set()),
    ],
    "whose truce it was, says who accuses": [
        ("India accused Pakistan of violating the truce.", {"IND ACCUSE PAK", "PAK VIOLATE_CEASEFIRE IND"}),
        (
            "The United Nations accused Mali of breaking the truce.",
            {"united-nations ACCUSE MLI"},
        ),
    ],
    "talks that are only offered, and names that the parser hangs behind a verb": [
        ("Norway offered to host talks between Israel and Syria.", {"NOR OFFER ISR", "NOR OFFER SYR"}),
        (
            "Egypt's offer to host talks between Fatah and Hamas was ignored.",
            {"EGY OFFER fatah", "EGY OFFER hamas"},
        ),
        ("Turkey's refusal to help Greece was noted.", {"TUR REFUSE GRC"}),
        ("Greece's plan to send warships to Cyprus angered farmers.", {"GRC DEPLOY CYP"}),
    ],
    "a truce is broken with whom one has it": [
        (
            "A truce between Israel and Hamas, which Israeli jets broke on Monday, had been long.",
            {"ISR CEASE_FIRE hamas", "hamas CEASE_FIRE ISR"},
        ),
        (
            "Chad and Mali swapped captives under a truce, which Malian troops broke.",
            {
                "TCD EXCHANGE_PRISONERS MLI",
                "MLI EXCHANGE_PRISONERS TCD",
                "TCD CEASE_FIRE MLI",
                "MLI CEASE_FIRE TCD",
                "MLI-MIL VIOLATE_CEASEFIRE TCD",
            },
        ),
    ],
    "no truce between friends, no demonstration by a state": [
        ("France and Germany met under a truce.", {"FRA MEET DEU", "DEU MEET FRA"}),
        ("Mali was on the march against Niger.", set()),
    ],
    "who does something to each other, wherever it is": [
        (
            "Mali and Chad have been massing tanks against each other on the Niger frontier.",
            {"MLI MOBILIZE TCD", "TCD MOBILIZE MLI"},
        ),
    ],
    "go-betweens, and batteries of arms": [
        ("Algerian go-betweens shuttled between Mali and Niger.", {"DZA MEDIATE MLI", "DZA MEDIATE NER"}),
        ("Moscow will deliver four batteries of air defence missiles to Damascus.", {"RUS ARM SYR"}),
        ("Cuban soldiers sailed home from Luanda in May.", {"CUB-MIL WITHDRAW AGO"}),
        ("Zambia turned to China for fuel.", {"ZMB APPEAL CHN"}),
    ],
    "a truce that somebody brought about is between two": [
        (
            "A truce hammered out between Mali and Burkina Faso came into force.",
            {"MLI CEASE_FIRE BFA", "BFA CEASE_FIRE MLI"},
        ),
        ("A truce between Chad and Mali collapsed.", set()),
    ],
    "who helps two to agree stands under their talks": [
        (
            "Peru and Ecuador held negotiations in Geneva under Brazilian auspices.",
            {"PER NEGOTIATE ECU", "ECU NEGOTIATE PER", "BRA MEDIATE PER", "BRA MEDIATE ECU"},
        ),
        ("Lebanon voiced satisfaction with French mediation.", {"LBN PRAISE FRA"}),
    ],
    "reciprocal acts go both ways": [
        ("Egypt and Israel signed a treaty.", {"EGY SIGN ISR", "ISR SIGN EGY"}),
        ("Negotiations between Ghana and Togo began.", {"GHA NEGOTIATE TGO", "TGO NEGOTIATE GHA"}),
        ("Peru negotiated with Bolivia.", {"PER NEGOTIATE BOL", "BOL NEGOTIATE PER"}),
    ],
    "fighting has parties though it stands first": [
        ("Fighting between Chad and Libya spread to Aouzou.", {"TCD CLASH LBY", "LBY CLASH TCD"}),
    ],
    "who mediates helps both": [
        (
            "Under Omani mediation, Chad and Mali signed a pact.",
            {"TCD SIGN MLI", "MLI SIGN TCD", "OMN MEDIATE TCD", "OMN MEDIATE MLI"},
        ),
    ],
    "talks about a truce are none": [
        ("The truce talks between Chad and Mali were delayed.", {"TCD HALT_TALKS MLI", "MLI HALT_TALKS TCD"}),
    ],
    "several who come somewhere to talk talk with each other": [
        (
            "Chadian and Libyan ministers flew to Cairo for peace talks.",
            {"TCD VISIT EGY", "LBY VISIT EGY", "TCD NEGOTIATE LBY", "LBY NEGOTIATE TCD"},
        ),
        ("Chad's envoy flew to Cairo for peace talks.", {"TCD VISIT EGY"}),
    ],
    "who sign a pact to do something have signed": [
        ("Chad and Mali signed a pact to trade more.", {"TCD SIGN MLI", "MLI SIGN TCD"}),
        ("Chad signed a contract to sell oil to Mali.", {"TCD PROMISE MLI"}),
    ],
    "whom somebody flies somewhere he does not visit with": [
        (
            "Honduran soldiers overthrew President Manuel Zelaya and flew him to Chad.",
            {"HND-MIL OVERTHROW HND"},
        ),
        ("Togo's president flew to Ghana.", {"TGO VISIT GHA"}),
    ],
    "what happens between two": [
        ("The guns fell silent between Iran and Iraq.", {"IRN CEASE_FIRE IRQ", "IRQ CEASE_FIRE IRN"}),
        ("Restorers in Rome repaired a link between Greece and Egypt.", set()),
    ],
    "their patrols are no patrol with each other": [
        ("Peru and Chile argued over their border patrols.", set()),
    ],
    "who work do not work with each other": [
        ("Chad and Niger are working hard.", set()),
        ("Chad and Niger are working together on a dam.", {"TCD COOPERATE NER", "NER COOPERATE TCD"}),
    ],
    "several who agree or exchange do it with each other": [
        ("Ireland and Britain agreed to set up a council.", {"IRL PROMISE GBR", "GBR PROMISE IRL"}),
        ("Iran and Iraq traded insults.", {"IRN CONDEMN IRQ", "IRQ CONDEMN IRN"}),
        ("Greece and Portugal met their targets.", set()),
        ("China, Russia hold joint naval drill", {"CHN EXERCISE RUS", "RUS EXERCISE CHN"}),
        ("Monday, Russia and China condemned Japan.", {"RUS CONDEMN JPN", "CHN CONDEMN JPN"}),
        ("Kenya and Uganda agreed to condemn Rwanda.", {"KEN PROMISE RWA", "UGA PROMISE RWA"}),
    ],
    "between may hang on the verb": [
        ("Fighting broke out between Sudan and Chad.", {"SDN CLASH TCD", "TCD CLASH SDN"}),
        ("A treaty was signed between Iran and Iraq.", {"IRN SIGN IRQ", "IRQ SIGN IRN"}),
    ],
    "who acts under a deal is a party to it": [
        (
            "Libya will free Chadian captives under a deal brokered by Qatar.",
            {"LBY RELEASE TCD-CVL", "QAT MEDIATE LBY"},
        ),
        (
            "Mali's troops left Niger under an accord reached with the African Union.",
            {"MLI-MIL WITHDRAW NER", "MLI-MIL SIGN african-union", "african-union SIGN MLI-MIL"},
        ),
        (
            "Chad and Libya exchanged prisoners in a swap mediated by Qatar.",
            {
                "TCD EXCHANGE_PRISONERS LBY",
                "LBY EXCHANGE_PRISONERS TCD",
                "QAT MEDIATE LBY",
                "QAT MEDIATE TCD",
            },
        ),
    ],
    "a broker of a truce is no party to it": [
        (
            "Chad and Mali signed a truce brokered by Niger and Togo.",
            {
                "TCD CEASE_FIRE MLI",
                "MLI CEASE_FIRE TCD",
                "NER MEDIATE TCD",
                "NER MEDIATE MLI",
                "TGO MEDIATE TCD",
                "TGO MEDIATE MLI",
            },
        ),
        (
            "Chad accused Mali of violating the ceasefire mediated by Togo.",
            {"TCD ACCUSE MLI", "MLI VIOLATE_CEASEFIRE TCD", "TGO MEDIATE TCD", "TGO MEDIATE MLI"},
        ),
        ("Norway and Qatar brokered a truce.", set()),
        ("Chad rejected the plan drafted by Niger.", {"TCD REJECT NER"}),
        (
            "Djibouti brokered a halt to the fighting between Chad and Niger.",
            {"DJI MEDIATE TCD", "DJI MEDIATE NER"},
        ),
    ],
    "who fight each other clash": [
        ("Togo and Benin fought each other for a week.", {"TGO CLASH BEN", "BEN CLASH TGO"}),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected
