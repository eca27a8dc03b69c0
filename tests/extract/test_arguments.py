"""Who does it to whom, where the grammar takes some finding."""

import pytest

from extract.pipeline import Extractor
from graph.model import Article
from tests.extract.triples import triples

CASES = [
    # with each other, though no "with" is there
    (
        "Kenya and Sudan have cut all ties.",
        {"KEN BREAK_RELATIONS SDN", "SDN BREAK_RELATIONS KEN"},
    ),
    ("Oman and Yemen seized one another's ships.", {"OMN SEIZE YEM", "YEM SEIZE OMN"}),
    # two objects, one of them the receiver
    ("Canada pledged Lima a large loan.", {"CAN PROMISE PER"}),
    # an act told by another
    ("After talks with Chad, the Kenyan premier left.", {"KEN CONSULT TCD", "TCD CONSULT KEN"}),
    # rulers and their seat
    ("Renamo fought the government in Maputo.", {"renamo FIGHT MOZ"}),
    # what is said to be somebody's duty is demanded
    ("Ghana said Togo must withdraw from Benin.", {"GHA DEMAND TGO"}),
    # whom they follow
    ("Militiamen loyal to Hezbollah attacked Israel.", {"hezbollah ATTACK ISR"}),
    # who is in a fight is who is helped in it
    (
        "Britain reiterated its support for Iraq in the fight against ISIL.",
        {"GBR SUPPORT IRQ", "IRQ FIGHT islamic-state"},
    ),
    # back to whom
    ("Ghana handed back to Togo the wreck of a trawler.", {"GHA RETURN TGO"}),
    # who made it
    ("An offensive mounted by Malian rebels against Chad was brief.", {"MLI-REB ATTACK TCD"}),
    # of several, those that no word gives to a state
    (
        "Police arrested opposition leaders and students in Nairobi.",
        {"KEN-COP ARREST KEN-OPP", "KEN-COP ARREST KEN-EDU"},
    ),
    # its own people
    ("Hamas denounced the arrest of its leader by Jordan.", {"JOR ARREST hamas", "hamas CONDEMN JOR"}),
    # the country
    ("Chad was calm when Libyan troops withdrew from the country.", {"LBY-MIL WITHDRAW TCD"}),
    # names that no file knows, behind the known
    ("Chad arrested Mr. Quimbolo on Monday.", {"TCD ARREST quimbolo"}),
    ("Mali was sued by the Oriente Timber Company.", {"oriente-timber-company SUE MLI"}),
    ("France condemned the Quimbolo Reform League.", {"FRA CONDEMN quimbolo-reform-league"}),
    # out of office, whoever it was
    ("Former President George W. Bush condemned Iran.", {"george-w-bush CONDEMN IRN"}),
    # who heads a state that the text names behind the name
    ("President Zacarias Quimbolo of Peru condemned Chile.", {"PER CONDEMN CHL"}),
]
NOTHING = [
    "Police arrested Mr. Quimbolo on Monday.",  # both ends unknown
    "The Oriente Timber Company sued the Reform League.",
    "France condemned Quimbolo Valley.",  # perhaps a place
    "France condemned Mr.",
    "At chess, the Dane crushed the Pole.",
    "Germany besieged the goal of Spain until half-time.",
]


@pytest.mark.parametrize(("text", "events"), CASES)
def test_both_ends_are_triples(extractor: Extractor, text: str, events: set[str]) -> None:
    assert triples(extractor, text) == events


SPOKEN_OF = [
    ("Norway called on the Taliban to turn in their guns.", "DEMAND", "DISARM"),
    ("Japan pledged India two billion dollars.", "PROMISE", "FUND"),
    ("Peru offered arms to Chile.", "OFFER", "ARM"),
]


BESIDE = [
    ("Togo turned down a Beninese plan for a truce.", "REJECT", "CEASE_FIRE"),
    ("Togo turned down Benin's request that it release four pilots.", "REJECT", "RELEASE"),
    ("Togo accepted Benin's offer of mediation.", "ACCEPT", "MEDIATE"),
    ("Togo offered Benin an amnesty.", "OFFER", "PARDON"),
    ("Togo asked Benin for peacekeepers.", "APPEAL", "KEEP_PEACE"),
    ("Togo warned Benin not to attack the port.", "WARN", "ATTACK"),
    ("Togo threatened Benin with a blockade.", "THREATEN", "BLOCKADE"),
    ("Togo asked Benin to the negotiating table.", "INVITE", "NEGOTIATE"),
    ("Togo rejected Benin's claim that it had freed four pilots.", "REJECT", None),
    ("Togo rejected the treaty with Benin.", "REJECT", None),
    ("Togo asked Benin for an explanation of the raid.", "DEMAND", None),
    ("Togo warned Benin to stay out of Ghana.", "WARN", None),
    ("Togo told Benin to leave the island.", "DEMAND", "WITHDRAW"),
]
"""What a speech act is about, where a noun or clause beside it says so."""


@pytest.mark.parametrize(("text", "relation", "content"), BESIDE)
def test_the_act_spoken_of_stands_beside(
    extractor: Extractor, text: str, relation: str, content: str | None
) -> None:
    events = extractor.explain(text).events
    assert (relation, content) in {(event.relation, event.content) for event in events}


@pytest.mark.parametrize(("text", "relation", "content"), SPOKEN_OF)
def test_the_act_spoken_of_is_named(extractor: Extractor, text: str, relation: str, content: str) -> None:
    events = extractor.extract(Article(id="a", text=text)).events
    assert [(event.relation, event.content) for event in events] == [(relation, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Half the time, police in Kenya killed students.",
        "In a shoot-out on Monday, police in Kenya killed students.",
    ],
)
def test_what_only_sounds_like_sport_is_read(extractor: Extractor, text: str) -> None:
    assert triples(extractor, text) == {"KEN-COP KILL KEN-EDU"}


def test_partners_in_an_act_do_nothing_to_each_other(extractor: Extractor) -> None:
    assert triples(extractor, "Norway and Denmark halted the operation.") == set()


@pytest.mark.parametrize("text", NOTHING)
def test_no_end_is_guessed(extractor: Extractor, text: str) -> None:
    assert triples(extractor, text) == set()
