"""Whose are roles that no word beside them gives to a state, and whose they are not."""

import pytest

from extract.pipeline import Extractor
from graph.model import Article
from tests.extract.triples import triples

CASES = [
    # the other end's, where a state deals with such people at home
    ("Bolivia bowed to the miners.", "BOL CONCEDE BOL-LAB"),
    ("Norway arrested two journalists.", "NOR ARREST NOR-MED"),
    ("Colombian rebels surrendered to the army.", "COL-REB SURRENDER COL-MIL"),
    ("Troops in Burundi killed five villagers.", "BDI-MIL KILL BDI-CVL"),
    ("A military tribunal in Egypt sentenced 12 Islamists to death.", "EGY-JUD CONVICT EGY-RAD"),
    ("Kenya's president sacked the army chief.", "KEN BAN KEN-MIL"),
    ("Turkey's main opposition party said police had raided its offices.", "TUR-COP SEIZE TUR-OPP"),
    # of the only country that the sentence names
    ("Police arrested four students in Nairobi.", "KEN-COP ARREST KEN-EDU"),
    ("Benin condemned the whipping of a journalist by soldiers in Togo.", "TGO-MIL TORTURE TGO-MED"),
    ("The Red Cross condemned the police in Malawi.", "red-cross CONDEMN MWI-COP"),
    # of the country of the place where they are
    ("Herders in Niger's north sued Orano.", "NER-AGR SUE orano"),
    ("Nurses at Lagos's public hospitals criticised Nigeria's health ministry.", "NGA-HLH CONDEMN NGA"),
    # of the rulers whom they topple
    ("France froze aid to Togo after soldiers toppled President Faure Gnassingbe.", "TGO-MIL OVERTHROW TGO"),
    # of the dateline
    ("NAIROBI, Oct 9 (Reuters) - Police closed a Swahili-language radio station.", "KEN-COP CENSOR KEN-MED"),
    ("ADDIS ABABA -- Soldiers shot dead four students on Monday.", "ETH-MIL KILL ETH-EDU"),
    # of the only country that the article has spoken of
    ("Peru is calm. Police arrested four students.", "PER-COP ARREST PER-EDU"),
]
NOBODYS = [
    "Critics forgave the Danish film its length.",
    "Russia shelled villagers.",
    "Norway mourned when coalition forces toppled Iraq's president.",
    "Peru and Chile met. Police arrested four students.",
    "Police arrested four students.",
    "Iran let the hostages go.",
    "Ghana condemned both governments.",
]


@pytest.mark.parametrize(("text", "event"), CASES)
def test_a_role_is_at_home_where_little_doubt_is_left(extractor: Extractor, text: str, event: str) -> None:
    assert event in triples(extractor, text)


@pytest.mark.parametrize("text", NOBODYS)
def test_a_role_stays_nobodys_where_it_may_be_anybodys(extractor: Extractor, text: str) -> None:
    assert {event for event in triples(extractor, text) if "MEET" not in event} == set()


def test_who_says_so_may_be_a_role_of_the_setting(extractor: Extractor) -> None:
    text = "Rebels killed two soldiers in Mali, the police chief said."
    (event,) = (e for e in extractor.extract(Article(id="a", text=text)).events if e.relation == "KILL")
    assert event.attributed_to is not None
    assert event.attributed_to.speaker.actor.id == "MLI-COP"
