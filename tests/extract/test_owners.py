"""Whose thing or deed a noun names: its owner, its maker, its doer."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "who made, proposed or brokered what a noun names": [
        ("Albania turned down a compromise offered by Greece on Monday.", {"ALB REJECT GRC"}),
        ("Bolivia rejected a draft put forward by Chile at the talks.", {"BOL REJECT CHL"}),
        ("Algeria opposed a text sponsored by Morocco.", {"DZA OPPOSE MAR"}),
        ("Peru denounced a map that was drawn up by Ecuador.", {"PER CONDEMN ECU"}),
        ("Albania turned down a compromise Greece had put forward.", {"ALB REJECT GRC"}),
        ("Nepal denied the charges levelled by India last week.", {"NPL REJECT IND"}),
        ("China wrote off debts owed by Zambia.", {"CHN FUND ZMB"}),
        ("Serbia rejected a deal mediated by Norway.", {"SRB REJECT NOR"}),
        (
            "The Norwegian-brokered truce between Sri Lanka and the Tamil Tigers collapsed in March.",
            {"NOR MEDIATE LKA", "NOR MEDIATE ltte"},
        ),
        ("Sudan received 20 million dollars in British aid.", {"GBR FUND SDN"}),
        ("Spain detained a tanker bound for Iran.", {"ESP SEIZE IRN"}),
        ("Israel broke a ceasefire brokered by Qatar.", set()),
        ("Sudan signed a deal brokered by Qatar.", set()),
        ("Russia vetoed a resolution condemning Syria.", set()),
        ("Rebels destroyed tanks donated by Poland.", set()),
    ],
    "things as subjects for whose they are": [
        ("Weapons from Libya reached Mali.", {"LBY ARM MLI"}),
        ("Wheat flowed from Canada to Cuba.", {"CAN TRADE CUB", "CUB TRADE CAN"}),
        ("The embargo on Haiti by Canada expired.", {"CAN LIFT_SANCTIONS HTI"}),
        ("The Dutch siege of Antwerp, Belgium, ended.", {"NLD WITHDRAW BEL"}),
        ("His tour takes the Danish premier to Ghana and Togo.", {"DNK VISIT GHA", "DNK VISIT TGO"}),
        ("Messages of sympathy arrived in Turkey from Greece.", {"GRC SUPPORT TUR"}),
        ("Oil reached 90 dollars in Norway.", set()),
        ("Food from Italy is popular in Japan.", set()),
    ],
    "what is accused of behind who accuses, and whose wells they are": [
        (
            "The Malian army was accused by rebels of violating the truce.",
            {"MLI-REB ACCUSE MLI-MIL", "MLI-MIL VIOLATE_CEASEFIRE MLI-REB"},
        ),
        (
            "Iraq was accused by Kuwait of stealing oil from its wells.",
            {"KWT ACCUSE IRQ", "IRQ SEIZE KWT"},
        ),
    ],
    "whose deed it was stands elsewhere": [
        ("An American held by Iran was freed.", {"IRN ARREST USA-CVL", "IRN RELEASE USA-CVL"}),
        (
            "An Australian kidnapped by Abu Sayyaf was freed in a raid.",
            {"abu-sayyaf ABDUCT AUS-CVL"},
        ),
        (
            "Two French journalists were killed when Israeli tanks shelled their hotel.",
            {"ISR-MIL KILL FRA-MED", "ISR-MIL ATTACK FRA-MED"},
        ),
        (
            "Three Chadian soldiers died when Libyan planes bombed their camp.",
            {"LBY KILL TCD-MIL", "LBY ATTACK TCD-MIL"},
        ),
        ("Five Dutch tourists died when a Kenyan bus plunged into a ravine.", set()),
        ("The bombing of the Greek embassy was the work of Turkey.", {"TUR ATTACK GRC"}),
        ("The attack on the Spanish embassy was blamed on ETA.", {"eta ATTACK ESP"}),
        ("The trial of three Iranians in France opened on Monday.", {"FRA ARREST IRN-CVL"}),
        ("The trial of a French vaccine in Mali opened on Monday.", set()),
    ],
    "whose thing it is that somebody acts on, or that acts for him": [
        ("Bolivia, whose envoy Chile expelled in March, held elections.", {"CHL EXPEL BOL"}),
        ("Armenia, whose border Turkey closed in 1993, held elections.", {"TUR BLOCKADE ARM"}),
        ("The Kurds, whose villages the Iraqi army razed, fled.", {"IRQ-MIL ATTACK iraqi-kurds"}),
        ("Police whose batons dispersed Kenyan nurses were at large.", {"KEN-COP REPRESS KEN-HLH"}),
    ],
    "people for whom a paper is, whoever signed it": [
        ("A pardon for 12 students, signed by Morocco's king, was published.", {"MAR PARDON MAR-EDU"}),
    ],
    "arms are their makers', and visit nobody": [
        ("Jordan shot down Iranian drones headed for Israel.", {"JOR FIGHT IRN-MIL"}),
        ("Jordan asked for British tanks.", {"JOR APPEAL GBR"}),
    ],
    "papers are made, people are not": [
        (
            "An amnesty for 90 army officers, signed by Peru's president, was published.",
            {"PER PARDON PER-MIL"},
        ),
    ],
    "a campaign in which somebody acts is his": [
        (
            "Elsewhere in the campaign to defeat ISIL, the Kenyan army began a new phase.",
            {"KEN-MIL FIGHT islamic-state"},
        ),
        ("Kim backed away from a plan to bomb Guam.", set()),
    ],
    "what sums up the clause before is its subject's": [
        (
            "Canadian officers impounded a Spanish trawler, and Madrid denounced the move as piracy.",
            {"CAN-COP SEIZE ESP-AGR", "ESP CONDEMN CAN-COP"},
        ),
        (
            "Bolivia called on Chile to talk, but Chile turned the idea down.",
            {"BOL DEMAND CHL", "CHL REJECT BOL"},
        ),
    ],
    "who does more is who did it": [
        (
            "Villagers in Guatemala freed 14 policemen whom they had held hostage.",
            {"GTM-CVL RELEASE GTM-COP", "GTM-CVL ABDUCT GTM-COP"},
        ),
    ],
    "who is in a deed has done it": [
        (
            "Norway condemned the ambush in which the PKK killed two Turkish soldiers.",
            {"NOR CONDEMN pkk", "pkk KILL TUR-MIL"},
        ),
    ],
    "goods are sold by whose they are": [
        (
            "The sale of 40 tonnes of New Zealand butter to the Soviet Union went through.",
            {"NZL TRADE SUN", "SUN TRADE NZL"},
        ),
    ],
    "a coalition's airstrike": [
        (
            "Abu Jandal al-Kuwaiti, an ISIL leader, was killed by a coalition airstrike in Syria.",
            {"anti-isis-coalition KILL islamic-state"},
        ),
        ("Mali has a coalition of Islamic State fighters.", set()),
    ],
    "the support that somebody speaks of is its owner's": [
        ("Guterres reiterated EU support for Chad.", {"european-union SUPPORT TCD"}),
        ("Guterres pledged EU support for Chad.", {"european-union SUPPORT TCD"}),
        ("Guterres reiterated his support for Chad.", {"united-nations SUPPORT TCD"}),
    ],
    "whose fight it is": [
        (
            "Turkey supports Mali and Chad in their struggle against Boko Haram.",
            {"TUR SUPPORT MLI", "TUR SUPPORT TCD", "MLI FIGHT boko-haram", "TCD FIGHT boko-haram"},
        ),
    ],
    "a gesture is his who made it": [
        (
            "Japan apologised to China for the suffering caused by its rule, a gesture which Manila praised.",
            {"JPN APOLOGIZE CHN", "PHL PRAISE JPN"},
        ),
    ],
    "what is suffered in an attack is the attacker's": [
        ("Three Turkish soldiers were killed in clashes with the PKK.", {"pkk KILL TUR-MIL"}),
        ("Two Egyptian guards were killed in an Israeli strike.", {"ISR KILL EGY-COP"}),
        ("Two Egyptian guards were killed in a fire.", set()),
        ("Two Egyptian guards were killed during a French visit.", set()),
        ("Two Egyptian guards were killed in an exercise with Rwanda.", set()),
    ],
    "a weapon is whose hand it came from": [
        ("A rocket fired by Hamas hit a house in Israel.", {"hamas ATTACK ISR"}),
        ("A bomb planted by the Taliban killed four British soldiers.", {"taliban KILL GBR-MIL"}),
        ("A plane flown from Kenya killed two Ugandan soldiers.", set()),
        ("France said a storm sank a ship and killed three Libyan soldiers.", set()),
    ],
    "whoever is named owns, not the place beside": [
        (
            "Peruvian rebels surrendered to Colonel Vega's troops at Cartagena.",
            {"PER-REB SURRENDER PER-MIL"},
        ),
    ],
    "what is defended has its own": [
        (
            "Mali leapt to the defence of Chad over its arrest of a Libyan envoy.",
            {"MLI DEFEND TCD", "TCD ARREST LBY"},
        ),
    ],
    "who did it may stand before what is done": [
        ("The condemnation by Chad of the Malian raid was welcome.", {"TCD CONDEMN MLI"}),
        ("The imposition by Chad of sanctions on Mali angered Togo.", {"TCD SANCTION MLI"}),
    ],
    "retaliation is for what is behind it": [
        ("Chad shelled Hamas in retaliation for a strike on Togo.", {"TCD ATTACK hamas"}),
    ],
    "whatever brought it about, an act is its doer's": [
        ("The attack prompted Peru to condemn Chile.", {"PER CONDEMN CHL"}),
        ("Chad moved troops to attack Sudan.", {"TCD ATTACK SDN"}),
        ("Norway asked Chad to condemn Mali.", {"NOR DEMAND TCD"}),
    ],
    "what sums up a meeting is not whom it was with": [
        (
            "The premiers of Chad and Mali met on Friday, the first encounter in years.",
            {"TCD MEET MLI", "MLI MEET TCD"},
        ),
    ],
    "what is measured out leads on": [
        ("Norway brought home the last of its soldiers from Mali.", {"NOR WITHDRAW MLI"}),
    ],
    "the owner of a thing or the doer of a deed is meant": [
        ("Japan condemned Russia's invasion.", {"JPN CONDEMN RUS"}),
        ("Japan condemned the invasion of Kuwait by Iraq.", {"JPN CONDEMN IRQ", "IRQ INVADE KWT"}),
        ("Japan condemned the invasion of Kuwait.", set()),
    ],
    "who did it may hang on the verb": [
        (
            "Israel shelled Gaza in retaliation for the murder of three Israelis in Cyprus by Palestinian "
            "gunmen last week.",
            {"ISR ATTACK PSE", "PSE-UAF KILL ISR-CVL"},
        ),
        ("Norway sent aid to Chad by ship from Greece.", {"NOR AID TCD"}),
    ],
    "whoever has, sets or draws up a thing is its owner": [
        (
            "Bolivian soldiers occupied gas fields belonging to a Brazilian company.",
            {"BOL-MIL OCCUPY BRA-BUS"},
        ),
        ("Niger accepted a plan drawn up by African Union mediators.", {"NER ACCEPT african-union"}),
        ("Peru bowed to conditions set by Chile.", {"PER CONCEDE CHL"}),
        ("Greece opposes the dam that Turkey wants to build.", {"GRC OPPOSE TUR"}),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected


def test_an_owner_behind_hundreds_of_others_is_nobody_and_no_error(extractor: Extractor) -> None:
    assert not extractor.explain("France condemned the " + "friend of the " * 700 + "king of Mali.").events
