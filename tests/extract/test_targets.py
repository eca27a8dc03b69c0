"""To whom it is done: "let know", "march against", "convicted", "refused entry"."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "what somebody is let, made, kept or given": [
        ("Kenya kept Uganda informed about the talks.", {"KEN INFORM UGA"}),
        ("Iran let Iraq know that it would close the border.", {"IRN WARN IRQ"}),
        ("Japan made Vietnam an offer of patrol boats.", {"JPN OFFER VNM"}),
        ("India refused Pakistan's airline overflight rights.", {"IND REJECT PAK-BUS"}),
        ("Turkey left the door open to talks with Armenia.", {"TUR OFFER ARM"}),
        ("Greece found the Turkish offer wanting.", {"GRC REJECT TUR"}),
        ("North Korea let 359 South Korean soldiers return home.", {"PRK RELEASE KOR-MIL"}),
        ("Three Turkish truckers were let go by the Iraqi rebels.", {"IRQ-REB RELEASE TUR-LAB"}),
        ("NATO allowed Serbia ten days to withdraw its tanks.", {"nato GIVE_ULTIMATUM SRB"}),
        ("Denmark helped Angola clear mines.", {"DNK AID AGO"}),
        ("Chad had its ships seized by Libya.", {"LBY SEIZE TCD"}),
        ("Venezuela kept Cuba's economy afloat.", {"VEN AID CUB"}),
        ("Chad let the grass grow.", set()),
        ("Nepal made an Indian general an honorary officer.", set()),
    ],
    "reservists are called up against others": [
        ("Togo closed its border with Benin and mobilised army reservists.", {"TGO BLOCKADE BEN"}),
    ],
    "a protest is against those of whom something is wanted": [
        (
            "Norwegian teachers began a strike, demanding that the Danish government raise their pay.",
            {"NOR-EDU STRIKE DNK", "NOR-EDU DEMAND DNK"},
        ),
        (
            "Nurses in Ghana called off a strike after the government raised their pay.",
            {"GHA-HLH END_PROTEST GHA", "GHA REFORM GHA-HLH"},
        ),
    ],
    "a protest is against whom its anti- names": [
        ("Chinese students held anti-Japanese protests in Chengdu.", {"CHN-EDU PROTEST JPN"}),
        ("Anti-Greek protests by Albanian miners spread to Tirana.", {"ALB-LAB PROTEST GRC"}),
        ("Kenyan students held anti-government protests.", {"KEN-EDU PROTEST KEN"}),
    ],
    "an alarm is about who gave it": [
        ("Chad put its army on alert after Libyan jets appeared.", {"TCD ALERT LBY-MIL"}),
        ("Chad put its army on alert because of Libya.", {"TCD ALERT LBY"}),
    ],
    "who is extradited does not extradite": [
        ("The extradition of a Chadian general to Senegal was delayed.", set()),
    ],
    "whoever lets somebody in admits him": [
        ("Chad let Danish inspectors in.", {"TCD ADMIT DNK"}),
        ("Chad refused to let Danish inspectors in.", {"TCD REFUSE DNK"}),
    ],
    "who is found guilty is convicted": [
        ("A court in Chile found three Peruvian officers guilty of murder.", {"CHL-JUD CONVICT PER-COP"}),
        ("A court in Chile found three men guilty of the murder of a Peruvian judge.", set()),
    ],
    "a citizen is found guilty": [
        ("A Dutch court found a Syrian guilty of torture.", {"NLD-JUD CONVICT SYR-CVL"}),
    ],
    "who is spelled out is whom a protest is against": [
        ("Anti-American Filipino students protested against Japan.", {"PHL-EDU PROTEST JPN"}),
    ],
    "who is driven away is whom the sentence spoke of": [
        ("Kurds jeered before Turkish police drove them off.", {"TUR-COP REPRESS turkish-kurds"}),
        ("The inspectors of the IAEA are back, a year after Iran expelled them.", {"IRN EXPEL iaea"}),
    ],
    "who is refused entry is acted upon, not where he wants to go": [
        ("Russia refused OSCE observers entry to Crimea.", {"RUS BAN osce"}),
        ("Sudan denied UNICEF workers access to Darfur.", {"SDN BLOCKADE unicef"}),
    ],
    "people who are driven somewhere are no army": [
        ("Mali's army drove thousands of people into Niger.", set()),
        ("Mali's army drove Tuaregs into the desert.", {"MLI-MIL DEPORT malian-tuareg"}),
        ("Mali's army drove into Niger.", {"MLI-MIL INVADE NER"}),
    ],
    "people an event noun is done to": [
        ("The arrest of two Danish reporters by Togo drew no comment.", {"TGO ARREST DNK-MED"}),
        ("The deportation from Togo of 400 Beninese ended.", {"TGO DEPORT BEN-CVL"}),
    ],
    "whose land somebody else's deed hits": [
        (
            "Chad condemned the shelling of its territory by Sudan.",
            {"TCD CONDEMN SDN", "SDN ATTACK TCD"},
        ),
        ("Mali blamed Niger for a cyberattack on its ports.", {"MLI ACCUSE NER", "NER HACK MLI"}),
    ],
    "what somebody's own weapons do": [
        ("Iraq said its aircraft had bombed Iran.", {"IRQ ATTACK IRN"}),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected
