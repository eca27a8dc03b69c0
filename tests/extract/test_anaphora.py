"""Whom pronouns, and nouns that name nobody, take up within a sentence: "its positions", "both Koreas"."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "whose people they are that somebody goes on to": [
        (
            "Police closed two Kenyan newspapers and arrested their editors.",
            {"KEN-COP CENSOR KEN-MED", "KEN-COP ARREST KEN-MED"},
        ),
        (
            "Thailand cancelled a loan to Cambodia and recalled its ambassador.",
            {"THA CUT_AID KHM", "THA REDUCE_RELATIONS KHM"},
        ),
        (
            "Three Chilean widows forgave the policemen who had shot their husbands.",
            {"CHL-CVL FORGIVE CHL-COP", "CHL-COP KILL CHL-CVL"},
        ),
        (
            "Niger halted trade with Canada and ordered its students home.",
            {"NER SANCTION CAN"},
        ),
    ],
    "whom one has hit is whose people one harms": [
        ("Iraq invaded Kuwait and tortured its civilians.", {"IRQ INVADE KWT", "IRQ TORTURE KWT-CVL"}),
        ("Rwanda attacked Congo, killing its villagers.", {"RWA ATTACK COD", "RWA KILL COD-CVL"}),
        ("Kenya attacked Somalia and recalled its citizens.", {"KEN ATTACK SOM"}),
    ],
    "their government is the country's": [
        ("Chinese students demanded that their government hold elections.", {"CHN-EDU DEMAND CHN"}),
        ("Israelis rallied against their government.", {"ISR-CVL DEMONSTRATE ISR"}),
    ],
    "two states of one name": [
        ("The two Koreas exchanged threats.", {"KOR THREATEN PRK", "PRK THREATEN KOR"}),
    ],
    "people who are counted, and a people in a country that a pronoun means": [
        ("Morocco flew 1,500 of its soldiers to Zaire.", {"MAR DEPLOY COD"}),
        ("Bulgaria restored citizenship to its Turkish minority.", {"BGR REFORM bulgarian-turks"}),
    ],
    "who is bombed does what is told of him": [
        (
            "Danish jets bombed Hamas fighters firing on Iraqi forces.",
            {"DNK-MIL ATTACK hamas", "hamas ATTACK IRQ-MIL"},
        ),
        ("Danish jets bombed fighters firing on Iraqi forces.", set()),
    ],
    "two holders of an office are of the two countries named": [
        (
            "The prime minister and President Macron met at a summit of Chad and France.",
            {"TCD MEET FRA", "FRA MEET TCD"},
        ),
    ],
    "a pronoun may mean a role without a country": [
        (
            "Peruvian miners went on strike, while the army said it would crush the guerrillas.",
            {"PER-MIL FIGHT PER-REB", "PER-LAB STRIKE PER"},
        ),
    ],
    "them are those of the clause before": [
        (
            "Mali released 140 Chadian prisoners and Togo pardoned them.",
            {"MLI RELEASE TCD-CVL", "TGO PARDON TCD-CVL"},
        ),
    ],
    "their may be of two who stand right before": [
        (
            "Sweden cut its aid to Mali and Chad because of their pact with Russia.",
            {
                "SWE CUT_AID MLI",
                "SWE CUT_AID TCD",
                "MLI SIGN RUS",
                "RUS SIGN MLI",
                "TCD SIGN RUS",
                "RUS SIGN TCD",
            },
        ),
    ],
    "both are not who speaks of them": [
        (
            "Oman praised the pact between Mali and Chad and commended both countries.",
            {"MLI SIGN TCD", "TCD SIGN MLI", "OMN PRAISE MLI", "OMN PRAISE TCD"},
        ),
    ],
    "some of those told of are told of further": [
        (
            "Chad held 40 Malian students, some of whom Chadian soldiers had beaten.",
            {"TCD ARREST MLI-EDU", "TCD-MIL TORTURE MLI-EDU"},
        ),
        ("Malian students left after Togo's police arrested fifty of them.", {"TGO-COP ARREST MLI-EDU"}),
    ],
    "a country has nothing that is his": [
        (
            "Trump threatened Chad with tariffs, and within hours Bamako yielded to his demands.",
            {"USA THREATEN TCD", "MLI CONCEDE USA"},
        ),
    ],
    "the bloc takes up its name with an act behind it": [
        (
            "Niger left ECOWAS, accusing the bloc of imposing sanctions on Mali.",
            {"NER REDUCE_RELATIONS ecowas", "NER ACCUSE ecowas", "ecowas SANCTION MLI"},
        ),
    ],
    "who is acted upon is acted upon further": [
        (
            "Mali condemned Chad in front of Niger and warned it against reprisals.",
            {"MLI CONDEMN TCD", "MLI WARN TCD"},
        ),
        (
            "Mali sued Chad before the International Court of Justice, accusing it of piracy.",
            {"MLI SUE TCD", "MLI ACCUSE TCD"},
        ),
    ],
    "a noun behind a name says what its bearer is": [
        ("The radical Hezbollah movement condemned Egypt.", {"hezbollah CONDEMN EGY"}),
        ("Mali was condemned by the Ansar Dine network.", {"ansar-dine CONDEMN MLI"}),
    ],
    "whoever is of those named is them": [
        ("Chad's minister was not received by anyone in the Syrian government.", {"SYR HOST TCD"}),
    ],
    "several are those whom the words name": [
        ("Donors including Norway and Sweden froze aid to Mali.", {"NOR CUT_AID MLI", "SWE CUT_AID MLI"}),
        ("Countries such as Chile condemned Belarus.", {"CHL CONDEMN BLR"}),
        ("A book including maps of Chile condemned Belarus.", set()),
    ],
    "a counterpart is elsewhere what another is here": [
        (
            "India's navy and its Omani counterpart held a joint drill.",
            {"IND-MIL EXERCISE OMN-MIL", "OMN-MIL EXERCISE IND-MIL"},
        ),
        (
            "The Syrian president praised Iraqi soldiers and wrote to his Lebanese counterpart.",
            {"SYR PRAISE IRQ-MIL", "SYR INFORM LBN"},
        ),
    ],
    "what a pronoun owns is hit as its owner's, wherever it is": [
        ("Egypt withdrew its envoy after protesters stormed its embassy in Doha.", {"QAT-OPP RIOT EGY"}),
        ("Libya accused Chad of seizing its ships.", {"LBY ACCUSE TCD", "TCD SEIZE LBY"}),
        (
            "Ecuador said that Peruvian jets had bombed its outposts.",
            {"PER-MIL ATTACK ECU"},
        ),
        ("Chad will retaliate if Libya imposes sanctions on its banks.", {"LBY SANCTION TCD-BUS"}),
        ("Israel accused Syria of shelling its own people.", {"ISR ACCUSE SYR", "SYR ATTACK SYR-CVL"}),
        ("Chad bombed its capital.", set()),
        ("Workers in Norway congratulated themselves.", set()),
        (
            "Bolivian President Luis Arce resigned as protesters stormed his palace in La Paz.",
            {"BOL-OPP RIOT BOL"},
        ),
    ],
    "the people of both are each one's": [
        (
            "Mali closed its frontier with Niger after soldiers of both countries exchanged fire.",
            {"MLI BLOCKADE NER", "MLI-MIL CLASH NER-MIL", "NER-MIL CLASH MLI-MIL"},
        ),
        (
            "Benin will help Ghana under a deal signed by the trade ministers of the two neighbours.",
            {"BEN AID GHA", "BEN SIGN GHA", "GHA SIGN BEN"},
        ),
    ],
    "what is said more of a group is done to the group": [
        (
            "Harakat al-Nujaba, an Iraqi militia armed by Iran, shelled Israel.",
            {"IRN ARM harakat-nujaba", "harakat-nujaba ATTACK ISR"},
        ),
    ],
    "one or both of two who stand side by side": [
        (
            "Denmark condemned Togo and Benin, and gave the latter ten days to free the crew.",
            {"DNK CONDEMN TGO", "DNK CONDEMN BEN", "DNK GIVE_ULTIMATUM BEN"},
        ),
        (
            "Denmark condemned Togo and Benin, and later invited both to Copenhagen.",
            {"DNK CONDEMN TGO", "DNK CONDEMN BEN", "DNK INVITE TGO", "DNK INVITE BEN"},
        ),
        (
            "Togolese and Beninese soldiers shelled each other, and both bombed Nigeria.",
            {
                "TGO-MIL ATTACK BEN-MIL",
                "BEN-MIL ATTACK TGO-MIL",
                "TGO-MIL ATTACK NGA",
                "BEN-MIL ATTACK NGA",
            },
        ),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected
