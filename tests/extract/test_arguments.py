"""Who does it to whom, where the grammar takes some finding."""

import pytest

from extract.pipeline import Extractor
from graph.model import Article

CASES = [
    # with each other, though no "with" is there
    (
        "Egypt and Libya severed relations in November.",
        {"EGY BREAK_RELATIONS LBY", "LBY BREAK_RELATIONS EGY"},
    ),
    ("Norway and Chad seized one another's ships.", {"NOR SEIZE TCD", "TCD SEIZE NOR"}),
    # two objects, one of them the receiver
    ("Japan has pledged New Delhi a twenty-year credit.", {"JPN PROMISE IND"}),
    # an act told by another
    ("After talks with Chad, the Kenyan premier left.", {"KEN CONSULT TCD", "TCD CONSULT KEN"}),
    # rulers and their seat
    ("Unita has been battling the government in Luanda since independence.", {"unita FIGHT AGO"}),
    # whom they follow
    ("Militiamen loyal to Hezbollah attacked Israel.", {"hezbollah ATTACK ISR"}),
    # who is in a fight is who is helped in it
    (
        "Britain reiterated its support for Iraq in the fight against ISIL.",
        {"GBR SUPPORT IRQ", "IRQ FIGHT islamic-state"},
    ),
    # back to whom
    ("Israel handed back to Egypt the bodies of four soldiers.", {"ISR RETURN EGY"}),
    # who made it
    ("An offensive mounted by Malian rebels against Chad was brief.", {"MLI-REB ATTACK TCD"}),
    # of several, those that no word gives to a state
    (
        "Police arrested opposition leaders and students in Nairobi.",
        {"KEN-COP ARREST KEN-OPP", "KEN-COP ARREST KEN-EDU"},
    ),
    # its own people
    ("Fatah protested over the arrest of its chairman by Jordan.", {"JOR ARREST fatah", "fatah PROTEST JOR"}),
    # the country
    ("Angola celebrated as the last French troops pulled out of the country.", {"FRA-MIL WITHDRAW AGO"}),
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
    "The Soviet grandmaster laid siege to the Hungarian's king.",
]


def found(extractor: Extractor, text: str) -> set[str]:
    events = extractor.extract(Article(id="a", text=text)).events
    return {f"{e.source.actor.id} {e.relation} {e.target.actor.id}" for e in events}


@pytest.mark.parametrize(("text", "events"), CASES)
def test_both_ends_are_found(extractor: Extractor, text: str, events: set[str]) -> None:
    assert found(extractor, text) == events


SPOKEN_OF = [
    ("Norway called on the Taliban to turn in their guns.", "DEMAND", "DISARM"),
    ("Japan pledged India two billion dollars.", "PROMISE", "FUND"),
    ("Peru offered arms to Chile.", "OFFER", "ARM"),
]


@pytest.mark.parametrize(("text", "relation", "content"), SPOKEN_OF)
def test_the_act_spoken_of_is_named(extractor: Extractor, text: str, relation: str, content: str) -> None:
    events = extractor.extract(Article(id="a", text=text)).events
    assert [(event.relation, event.content) for event in events] == [(relation, content)]


@pytest.mark.parametrize("text", NOTHING)
def test_no_end_is_guessed(extractor: Extractor, text: str) -> None:
    assert found(extractor, text) == set()
