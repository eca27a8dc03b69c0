"""Who is meant by he, it, they, both nations and the pact, over sentences."""

import pytest

from extract.pipeline import Extractor
from graph.model import Article
from tests.extract.triples import triples

CASES = [
    ("Vladimir Putin met Ilham Aliyev. He condemned Ukraine.", "RUS CONDEMN UKR", "He"),
    ("Kenya praised Uganda. It condemned Sudan.", "KEN CONDEMN SDN", "It"),
    ("Hamas praised Iran. They condemned Israel.", "hamas CONDEMN ISR", "They"),
    ("France and Chad met. They condemned Sudan.", "FRA CONDEMN SDN", "They"),
    ("France and Chad met. They condemned Sudan.", "TCD CONDEMN SDN", "They"),
    ("Mali and Niger signed a pact. France condemned both nations.", "FRA CONDEMN MLI", "both nations"),
    ("Mali and Niger signed a pact. France condemned both nations.", "FRA CONDEMN NER", "both nations"),
    ("Mali and Niger signed a pact. France condemned the pact.", "FRA CONDEMN MLI", "the pact"),
    ("Chad sent arms to Togo. France condemned the arms trade.", "FRA CONDEMN TGO", "the arms trade"),
    ("Sudan protested after its soldiers were bombed by Chad.", "TCD ATTACK SDN-MIL", "its soldiers"),
    (
        "Kenya's envoys met Sudan's leaders. Their troops attacked Uganda.",
        "KEN-MIL ATTACK UGA",
        "Their troops",
    ),
    ("Oman, whose envoys met Iran, condemned Iraq.", "OMN MEET IRN", "whose envoys"),
    ("Under a treaty that it signed with Peru, Chile condemned Bolivia.", "CHL SIGN PER", "it"),
    ("Under a pact that it signed with Peru, Chile freed two nuns who had fled.", "CHL SIGN PER", "it"),
    ("After a war between them, Chile and Peru signed a pact.", "PER CLASH CHL", "them"),
    (
        "Iran sent envoys to Kuwait and Saudi Arabia. Iraq condemned the emirate.",
        "IRQ CONDEMN KWT",
        "the emirate",
    ),
    ("Iran warned Saudi Arabia and condemned the kingdom's raids.", "IRN CONDEMN SAU", "the kingdom"),
    ("Norway met Mali's leaders and praised the country's reforms.", "NOR PRAISE MLI", "the country"),
    (
        "Chad said China was preparing to invade Taiwan. Peru praised the island.",
        "PER PRAISE TWN",
        "the island",
    ),
    ("Fiji and Tonga backed France, and Paris voiced its gratitude to both.", "FRA PRAISE TON", "both"),
    ("Hamas attacked Egypt. Jordan condemned the movement.", "JOR CONDEMN hamas", "the movement"),
    (
        "FARC met the Red Cross. Two nuns of Caritas were freed by the rebels.",
        "farc RELEASE caritas",
        "the rebels",
    ),
    (
        "Envoys of Ghana wrote to Benin before the two countries signed a pact.",
        "BEN SIGN GHA",
        "the two countries",
    ),
    ("The Foreign Minister of Chad spoke. He said: We will attack Sudan.", "TCD ATTACK SDN", "We"),
    ("The Foreign Minister of Chad said he was glad. I thank Peru.", "TCD PRAISE PER", "I"),
    (
        "Turkey protested after two of its soldiers were killed by Syria.",
        "SYR KILL TUR-MIL",
        "two of its soldiers",
    ),
    ("An Irish battalion left when Iran killed one of its men.", "IRN KILL IRL-MIL", "one of its men"),
    ("Norway recognised Kosovo, a step that Greece condemned.", "GRC CONDEMN NOR", "Norway"),
]


@pytest.mark.parametrize(("text", "event", "mention"), CASES)
def test_words_that_name_nobody_stand_for_who_is_meant(
    extractor: Extractor, text: str, event: str, mention: str
) -> None:
    events = extractor.extract(Article(id="a", text=text, published="2022-05-01")).events
    found = {
        (f"{e.source.actor.id} {e.relation} {e.target.actor.id}", party.mention.text, how)
        for e in events
        for party, how in ((e.source, e.why.source), (e.target, e.why.target))
        if party.mention
    }
    assert (event, mention) in {row[:2] for row in found}
    assert (event, mention, "coreference") in found or mention == "Norway"


def test_both_nations_are_the_pair_that_events_link_not_the_nearest_names(extractor: Extractor) -> None:
    text = (
        "Mali and Niger signed a pact. Mali and Niger agreed to cooperate. "
        "Britain and Italy condemned the pact. France accused both nations of bombing Togo."
    )
    events = extractor.extract(Article(id="a", text=text)).events
    accused = {e.target.actor.id for e in events if e.relation == "ACCUSE"}
    assert accused == {"MLI", "NER"}


def test_mention_that_stands_for_two_gives_two_events_of_one_act(extractor: Extractor) -> None:
    text = "Mali and Niger signed a pact. France condemned both nations."
    events = [e for e in extractor.extract(Article(id="a", text=text)).events if e.relation == "CONDEMN"]
    assert len({e.id for e in events}) == 2
    assert len({e.act for e in events}) == 1


def test_surname_stands_for_whom_the_article_has_named_in_full(extractor: Extractor) -> None:
    text = "Peruvian President Zacarias Quimbolo met the press. Quimbolo later condemned Panama."
    events = extractor.extract(Article(id="a", text=text)).events
    assert [(e.source.actor.id, e.why.source) for e in events] == [("PER", "surname")]


def test_things_are_not_taken_for_the_last_actor(extractor: Extractor) -> None:
    text = "Cuba praised Peru. The missiles were old and Panama condemned them."
    assert {e.relation for e in extractor.extract(Article(id="a", text=text)).events} == {"PRAISE"}


def test_pact_that_nobody_made_stands_for_nobody(extractor: Extractor) -> None:
    assert not extractor.explain("France condemned the pact.").events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Israel raided a camp in Syria. The raid killed four Syrian soldiers.", "ISR KILL SYR-MIL"),
        (
            "French jets flew 20 strikes against Boko Haram. Near Gao, two strikes hit a Boko Haram camp. "
            "One strike destroyed a Boko Haram vehicle and killed three Boko Haram fighters.",
            "FRA-MIL KILL boko-haram",
        ),
    ],
)
def test_assault_told_before_is_whose_it_was(extractor: Extractor, text: str, event: str) -> None:
    assert event in triples(extractor, text)


def test_strikes_listed_one_by_one_are_the_same_ones(extractor: Extractor) -> None:
    listed = "".join(
        f" Near {place}, one strike destroyed a truck." for place in ("Bama", "Kano", "Yola", "Gao")
    )
    text = f"Chad flew 20 strikes against Boko Haram.{listed} Near Bosso, two strikes hit a Boko Haram camp."
    events = extractor.extract(Article(id="a", text=text)).events
    assert "two strikes" in {e.source.mention.text for e in events if e.source.mention}


def test_a_new_assault_is_nobodys(extractor: Extractor) -> None:
    for text in (
        "Israel raided a camp in Syria. A bombing killed four Israelis. Two bombings killed three Syrians.",
        "Israel denied that it had bombed Syria. The bombing killed two Syrian soldiers.",
        "The United States bombed the Taliban. The suicide attack killed three American soldiers.",
        "Israel raided Gaza. In Kabul, the explosion killed two Afghan soldiers.",
    ):
        assert not any("KILL" in event for event in triples(extractor, text)), text


def test_a_tribunal_named_before_is_the_one_that_is_meant(extractor: Extractor) -> None:
    text = "The International Criminal Court accused Sudan. The court indicted Rwandan generals."
    assert "international-criminal-court ARREST RWA-MIL" in triples(extractor, text)
    text = (
        "The European Court of Human Rights heard Turkey. In Ankara, the court jailed a Kurdish journalist."
    )
    assert not any("european-court" in event for event in triples(extractor, text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Kenya jailed two Somali sailors. The Somali premier urged Kenya to free both men.",
            "SOM DEMAND KEN",
        ),
        (
            "Oxfam and UNICEF fed Chad; Sudanese soldiers attacked the two agencies.",
            "SDN-MIL ATTACK unicef",
        ),
        (
            "Tunisia, whose bid Malta had vetoed, was calm as Italian troops left the country.",
            "ITA-MIL WITHDRAW TUN",
        ),
    ],
)
def test_words_for_who_was_named_before(extractor: Extractor, text: str, event: str) -> None:
    assert event in triples(extractor, text)


def test_its_is_not_the_subjects_where_somebody_is_helped(extractor: Extractor) -> None:
    assert triples(extractor, "Jordan supports the villagers in its efforts to defeat Boko Haram.") == set()


def test_it_is_the_thing_that_the_sentence_is_about(extractor: Extractor) -> None:
    assert triples(extractor, "A cyclone threatens Mozambique after it hit Madagascar.") == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia bombed Islamic State. The rebels shelled Damascus.", "SYR-REB ATTACK SYR"),
        ("The FARC signed a deal with Colombia. Sudan bombed the rebels.", "SDN ATTACK SDN-REB"),
        ("Hezbollah praised Iran. The rebels attacked Hezbollah.", "LBN-REB ATTACK hezbollah"),
    ],
)
def test_the_rebels_of_another_country_are_not_the_group_named_before(
    extractor: Extractor, text: str, event: str
) -> None:
    assert event in triples(extractor, text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Hamas shelled Ashkelon. Israel bombed the Palestinian movement.", "ISR ATTACK hamas"),
        ("Hezbollah praised Iran. The Syria-backed group shelled Israel.", "hezbollah ATTACK ISR"),
        ("Boko Haram praised Niger. The sect condemned Chad.", "boko-haram CONDEMN TCD"),
        ("The PKK praised Norway. Turkey arrested four members of the group.", "TUR ARREST pkk"),
        ("The FARC praised Peru. Fighters of the movement killed Chilean nuns.", "farc KILL CHL-REL"),
        ("Hezbollah praised Iran. Israel killed the group's leader.", "ISR ASSASSINATE hezbollah"),
    ],
)
def test_a_noun_for_a_group_takes_up_the_one_named_before(
    extractor: Extractor, text: str, event: str
) -> None:
    assert triples(extractor, text) >= {event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Hezbollah praised Iran. The Colombian group shelled Israel.", "hezbollah ATTACK ISR"),
        ("NATO praised Iran. The sect condemned Chad.", "nato CONDEMN TCD"),
    ],
)
def test_a_noun_for_a_group_of_elsewhere_or_of_another_kind_does_not(
    extractor: Extractor, text: str, event: str
) -> None:
    assert event not in triples(extractor, text)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Kenya and Uganda clashed. Each side accused the other of piracy.",
            ["KEN ACCUSE UGA", "UGA ACCUSE KEN"],
        ),
        ("Peru and Chile met. Each blamed the other.", ["PER ACCUSE CHL", "CHL ACCUSE PER"]),
        (
            "Danish and Dutch jets bombed Hezbollah. Mali condemned both countries.",
            ["MLI CONDEMN DNK", "MLI CONDEMN NLD"],
        ),
        (
            "Togo's army attacked Togo, and Benin invaded it. Ghana praised the two countries.",
            ["GHA PRAISE BEN"],
        ),
    ],
)
def test_each_and_both_are_the_two_who_were_named(extractor: Extractor, text: str, events: list[str]) -> None:
    assert triples(extractor, text) >= {*events}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad accused Mali of piracy. Mali rejected the accusation.", "MLI REJECT TCD"),
        (
            "Danish jets bombed Hamas, Amnesty International said. Denmark denied the allegation.",
            "DNK REJECT amnesty-international",
        ),
        ("Bonn lodged a protest with East Germany. East Berlin rejected the protest.", "DDR REJECT DEU"),
        ("Iran threatened Iraq. Iraq dismissed the threat.", "IRQ REJECT IRN"),
        ("Chad appealed to Mali to free two nuns. Mali dismissed the appeal.", "MLI REJECT TCD"),
        ("Haitian police shot a nun. Protesters in Kenya attacked the police.", "KEN-OPP ATTACK KEN-COP"),
        ("Haitian police clubbed students. Peru condemned the police.", "PER CONDEMN HTI-COP"),
        ("Norway invited Chad to talks. Chad accepted the invitation.", "TCD ACCEPT NOR"),
    ],
)
def test_an_accusation_that_is_rejected_is_whose_it_was(extractor: Extractor, text: str, event: str) -> None:
    assert event in triples(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad accused Mali of piracy. Mali rejected the claim to the islands.",
        "Chad accused Mali of piracy. Niger rejected the accusation.",
    ],
)
def test_other_claims_and_what_others_reject_are_not(extractor: Extractor, text: str) -> None:
    assert triples(extractor, text) == {"TCD ACCUSE MLI"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "ISIL seized Mosul. I am appalled. Denmark and Iraq vowed to defeat these terrorists.",
            "DNK THREATEN islamic-state",
        ),
        (
            "ISIL seized Mosul. Denmark and Iraq vowed to defeat these brutal terrorists.",
            "IRQ THREATEN islamic-state",
        ),
        (
            "Hammond said Assad claimed to be fighting ISIL, but he supports them.",
            "SYR SUPPORT islamic-state",
        ),
        (
            "ISIL shelled Mosul. France and NATO met. Iraq attacked the terrorist group.",
            "IRQ ATTACK islamic-state",
        ),
    ],
)
def test_those_in_arms_and_a_person_of_whom_the_clause_is(
    extractor: Extractor, text: str, event: str
) -> None:
    assert event in triples(extractor, text)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Chad's minister and Mali's minister met. The two ministers urged Togo to go. They praised Iran.",
            ["TCD DEMAND TGO", "MLI DEMAND TGO", "TCD PRAISE IRN", "MLI PRAISE IRN"],
        ),
        ("Chad and Hamas opened talks. The parties declared a ceasefire.", ["TCD CEASE_FIRE hamas"]),
        ("Lesotho met Togo. Mali blockaded the landlocked mountain kingdom.", []),
        ("Hezbollah shelled Israel. NATO met. Chad fights the group.", ["TCD FIGHT hezbollah"]),
        ("Houthi rebels met. The Iranian-backed militants shelled Oman.", ["houthis ATTACK OMN"]),
        ("The European Union met. Norway sided with the Union.", ["NOR SUPPORT european-union"]),
        ('Marta Kowal met Chad. "I praise Mr Deby\'s plan," he said.', []),
        (
            "NATO Secretary General Jens Stoltenberg met. Mr Stoltenberg praised Chad.",
            ["nato PRAISE TCD"],
        ),
    ],
)
def test_what_takes_up_bodies_pairs_and_people(extractor: Extractor, text: str, events: list[str]) -> None:
    assert triples(extractor, text) >= {*events}
