"""Ends of acts at home that no word names, and where nobody may be guessed."""

import pytest

from extract.pipeline import Extractor
from graph.model import Article
from tests.extract.triples import triples

CASES = [
    # who seizes power does so from the rulers of his own country
    ("Burkina Faso's army seized power on Friday.", "BFA-MIL OVERTHROW BFA"),
    ("Officers in Gabon staged a coup at dawn.", "GAB-MIL OVERTHROW GAB"),
    ("Soldiers in Fiji staged a coup that Australia condemned.", "FJI-MIL OVERTHROW FJI"),
    ("Ivory Coast's army mutinied over pay.", "CIV-MIL RIOT CIV"),
    # what is laid upon a land is laid upon its people by its state
    ("Kenya imposed a night curfew.", "KEN IMPOSE_CURFEW KEN-CVL"),
    ("QUITO, Oct 8 - The president declared a state of siege on Tuesday.", "ECU IMPOSE_CURFEW ECU-CVL"),
    ("Martial law was declared in Poland.", "POL IMPOSE_CURFEW POL-CVL"),
    ("The state of emergency in Tunisia was lifted.", "TUN EASE_RESTRICTIONS TUN-CVL"),
    # and so is what only a state can give or take
    ("Black South Africans were granted the right to vote.", "ZAF REFORM ZAF-CVL"),
    ("Kurds in Iraq were granted autonomy.", "IRQ REFORM iraqi-kurds"),
    ("The opposition in Cambodia said two of its members were arrested.", "KHM ARREST KHM-OPP"),
    ("Belarusian police broke up a protest on Sunday.", "BLR-COP REPRESS BLR-CVL"),
    ("Kenya banned protests.", "KEN BAN KEN-CVL"),
    ("Uganda shut down the internet.", "UGA CENSOR UGA-CVL"),
    # who strikes, blocks or goes back to work at home
    ("Kenyan farmers blocked a highway.", "KEN-AGR BLOCK_PASSAGE KEN"),
    ("Students in Belgrade occupied the philosophy faculty.", "SRB-EDU BLOCK_PASSAGE SRB"),
    ("NAIROBI, June 5 - Nurses went on strike on Monday over pay.", "KEN-HLH STRIKE KEN"),
    ("Teachers in Chad have gone back to work.", "TCD-EDU END_PROTEST TCD"),
    ("Argentina's unions threatened a general strike.", "ARG-LAB THREATEN ARG"),
    ("Truckers in Chile refused to lift their blockade.", "CHL-LAB REFUSE CHL"),
    ("Protests broke out in Kenya over bread prices.", "KEN-CVL PROTEST KEN"),
    ("Protests broke out in Jordan against Israel.", "JOR-CVL PROTEST ISR"),
    ("Demonstrations were held across Sudan on Thursday.", "SDN-CVL DEMONSTRATE SDN"),
    # what only a state has done or can do
    ("Togo's opposition rejected the results of the election.", "TGO-OPP REJECT TGO"),
    ("Opposition parties in Zambia refused to accept the result.", "ZMB-OPP REFUSE ZMB"),
    ("The opposition in Georgia called for new elections.", "GEO-OPP DEMAND GEO"),
    # what rebels take from their state
    ("Rebels in Congo took a town.", "COD-REB OCCUPY COD"),
    ("Separatists in Pakistan blew up a gas pipeline.", "PAK-SEP ATTACK PAK"),
]
NOBODYS = [
    "France and Mali met. The army seized power.",
    "Peru and Chile agreed a pact as farmers blocked a highway.",
    "Italy's opposition party rejected the result of the match.",
    "Spanish doctors shelved plans to strike.",
    "Kenyan miners ended a strike after the company had raised their pay.",
    "Germans went back to work after the holiday.",
    "Belgians trooped to the polls.",
    "Togo's opposition held a rally.",
    "A curfew was imposed in Hebron.",
    "A Japanese actor refused food on the set of a film in Korea.",
]


@pytest.mark.parametrize(("text", "event"), CASES)
def test_an_end_that_nobody_names_is_the_state_at_home(extractor: Extractor, text: str, event: str) -> None:
    assert event in triples(extractor, text)


@pytest.mark.parametrize("text", NOBODYS)
def test_nobody_is_guessed_where_it_may_be_anybody(extractor: Extractor, text: str) -> None:
    between = ("MEET", "SIGN")
    assert {event for event in triples(extractor, text) if event.split()[1] not in between} <= {
        "KEN-BUS REFORM KEN-LAB"
    }


def test_an_end_that_nobody_names_has_no_mention(extractor: Extractor) -> None:
    (event,) = extractor.extract(Article(id="a", text="Kenyan farmers blocked a highway.")).events
    assert event.target.mention is None
    assert event.why.target == "implied"


def test_whose_a_role_is_holds_for_the_next_sentence(extractor: Extractor) -> None:
    text = "DHAKA, June 5 - Students stormed the ministry. Police arrested 40 of them."
    assert "BGD-COP ARREST BGD-EDU" in triples(extractor, text)
    text = "HARARE, May 3 - Police arrested an opposition leader on Friday. A court released him on Monday."
    assert "ZWE-JUD RELEASE ZWE-OPP" in triples(extractor, text)
