"""What only the article tells: who issues it, who goes on speaking, whose minister and rebels are meant."""

import pytest

from extract.pipeline import Extractor
from graph.model import Article
from tests.extract.triples import Constructions, rows, triples

CONSTRUCTIONS: Constructions = {
    "who issues a statement": [
        (
            "Statement of the Government of Peru on the frontier\n\nPeru condemned Chile. The"
            " Government invited Bolivia. We accuse Chile of piracy.",
            {"PER CONDEMN CHL", "PER INVITE BOL", "PER ACCUSE CHL"},
        ),
        (
            "Statement by the Foreign Minister of Norway\n\nWe condemn Iran. The Ministry has"
            " summoned the Iranian"
            " ambassador.",
            {"NOR CONDEMN IRN", "NOR COMPLAIN IRN"},
        ),
    ],
    "who issues a communiqué": [
        (
            "Final communiqué of the ECOWAS summit\n\nThe Summit condemned Togo. It thanked Ghana."
            " The Heads of State"
            " praised Senegal.",
            {"ecowas CONDEMN TGO", "ecowas PRAISE GHA", "ecowas PRAISE SEN"},
        ),
        (
            "Joint communiqué on the talks between Mali and Niger\n\nThe two sides condemned Chad.",
            {"MLI CONDEMN TCD", "NER CONDEMN TCD", "MLI CONSULT NER", "NER CONSULT MLI"},
        ),
    ],
    "a report has no issuer": [
        ("Statement angers Peru\n\nWe condemn Chile. The Government recalled its ambassador.", set()),
    ],
    "whom subjects took up is spoken of again": [
        (
            "Final communiqué of the ECOWAS summit\n\nThe Summit met Togo's president. It"
            " condemned Ghana. It praised"
            " Senegal.",
            {"ecowas MEET TGO", "TGO MEET ecowas", "ecowas CONDEMN GHA", "ecowas PRAISE SEN"},
        ),
    ],
    "who was called by a noun before": [
        (
            "Chadian border guards beat a Libyan driver. The guards shot a Libyan soldier on Friday.",
            {"TCD-COP TORTURE LBY-CVL", "TCD-COP KILL LBY-MIL"},
        ),
    ],
    "a minister of the country that is spoken of": [
        (
            "Canada seized a trawler. Canada closed its ports. Fisheries Minister Brent Dallow"
            " accused Spain of theft."
            " Dallow condemned Portugal.",
            {"CAN ACCUSE ESP", "CAN CONDEMN PRT"},
        ),
    ],
    "the rebels of a headline": [
        (
            "Congolese army shells rebels\n\nCongolese troops shelled the M23 on Friday. In New"
            " York, France condemned"
            " the rebels.",
            {"COD-MIL ATTACK m23", "FRA CONDEMN m23"},
        ),
    ],
    "whom an assault hit further": [
        (
            "Angola said South African jets bombed an Angolan town, killing two farmers.",
            {"ZAF-MIL ATTACK AGO", "ZAF-MIL KILL AGO-AGR"},
        ),
    ],
    "who is to yield before something ends": [
        (
            "France bombed Syria. Chad will attack Mali until it frees two Libyan nurses.",
            {"FRA ATTACK SYR", "TCD ATTACK MLI", "MLI RELEASE LBY-HLH"},
        ),
    ],
    "whom the same assailants hit in the next sentence": [
        (
            "The Taliban attacked a Pakistani post. The militants killed nine soldiers.",
            {"taliban ATTACK PAK", "taliban KILL PAK-MIL"},
        ),
    ],
    "counterparts elsewhere": [
        ("Chad's foreign minister telephoned his counterpart in Mali.", {"TCD CALL MLI", "MLI CALL TCD"}),
    ],
    "who only says so is not hit": [
        ("According to the United Nations, Chad seized a Libyan ship.", {"TCD SEIZE LBY"}),
    ],
    "whose policy": [
        ("Norway condemned the policy of Chad.", {"NOR CONDEMN TCD"}),
        ("Norway criticised the treatment of Malian teachers by Chad.", {"NOR CONDEMN TCD"}),
    ],
    "a surname that is an office": [
        ("The Kenyan president met U.S. Ambassador John Dean.", {"KEN MEET USA", "USA MEET KEN"}),
    ],
    "the two who are linked last of equally many": [
        (
            "Israeli soldiers arrested a Hamas commander. Hamas shelled Israel. Egypt mediated"
            " between the two sides.",
            {"ISR-MIL ARREST hamas", "hamas ATTACK ISR", "EGY MEDIATE ISR", "EGY MEDIATE hamas"},
        ),
    ],
    "deeds that were told": [
        (
            "Chad expelled a Sudanese envoy. Kenya condemned the expulsion.",
            {"TCD EXPEL SDN", "KEN CONDEMN TCD"},
        ),
        ("Chad expelled a Sudanese envoy. Kenya hailed the move.", {"TCD EXPEL SDN", "KEN PRAISE TCD"}),
        (
            "Peru imposed sanctions on Chile. Bolivia criticised the sanctions.",
            {"PER SANCTION CHL", "BOL CONDEMN PER"},
        ),
        (
            "Iran fired missiles at a base in Iraq. The strike killed two French soldiers.",
            {"IRN ATTACK IRQ", "IRN KILL FRA-MIL"},
        ),
        (
            "Chad expelled a Sudanese envoy. Rain fell. It was cold. The harvest was good. Snow fell. "
            "Kenya condemned the expulsion.",
            {"TCD EXPEL SDN"},
        ),
        # whose deed it is may be said, and nobody condemns his own
        (
            "Chad expelled a Sudanese envoy. Kenya condemned the raids of Mali.",
            {"TCD EXPEL SDN", "KEN CONDEMN MLI"},
        ),
        ("Chad expelled a Sudanese envoy. Chad defended the move.", {"TCD EXPEL SDN"}),
        ("Chad met Sudan in Cairo. Kenya condemned the expulsion.", {"TCD MEET SDN", "SDN MEET TCD"}),
    ],
    "other nouns for the same people": [
        (
            "Ethiopian troops crossed into Somalia. The soldiers shelled positions of al-Shabaab.",
            {"ETH-MIL INVADE SOM", "ETH-MIL ATTACK al-shabaab"},
        ),
        ("Chad detained the Malian ambassador. The envoy blamed Chad.", {"TCD ARREST MLI", "MLI ACCUSE TCD"}),
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(CONSTRUCTIONS))
def test_construction(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert triples(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "relation", "speaker", "via"),
    [
        (
            "Anadolu quoted the Iranian president as saying that Iraq had bombed Syria.",
            "ATTACK",
            "IRN",
            "anadolu",
        ),
        (
            "Iran's president was quoted by Anadolu as saying that Iraq had bombed Syria.",
            "ATTACK",
            "IRN",
            "anadolu",
        ),
        ("An Iranian army spokesman spoke. Iraqi jets had bombed Syria, he said.", "ATTACK", "IRN-MIL", None),
        ("An Iranian minister said Iraq had erred. Iraqi jets bombed Syria, he said.", "ATTACK", "IRN", None),
        ('"We are at war," Iran\'s president said. "Iraq has bombed Syria.', "ATTACK", "IRN", None),
        ("Iran's president left. \"Iraq has bombed Syria.", "ATTACK", None, None),
    ],
)
def test_who_says_so(
    extractor: Extractor, text: str, relation: str, speaker: str | None, via: str | None
) -> None:
    events = extractor.extract(Article(id="a", text=text)).events
    (event,) = [event for event in events if event.relation == relation]
    said = event.attributed_to
    assert (said.speaker.actor.id if said else None) == speaker
    assert (said.via.actor.id if said and said.via else None) == via
