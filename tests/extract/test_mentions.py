"""Which words name whom: the mention's words, the actor's id and the way from one to the other."""

import pytest

from extract.pipeline import Extractor
from graph.model import Article, Event, Party, Person


def only_event(extractor: Extractor, text: str, published: str | None = None) -> Event:
    events = extractor.extract(Article(id="a", text=text, published=published)).events
    assert len(events) == 1, [f"{e.source.actor.id} {e.relation} {e.target.actor.id}" for e in events]
    return events[0]


def words(party: Party) -> str | None:
    return party.mention.text if party.mention else None


@pytest.mark.parametrize(
    ("subject", "id", "how"),
    [
        ("Peru", "PER", "name"),
        ("The White House", "USA", "metonym"),
        ("Pyongyang", "PRK", "capital"),
        ("The French", "FRA", "people"),
        ("The Kenyan government", "KEN", "role"),
        ("Kenya's president", "KEN", "role"),
        ("The president of Kenya", "KEN", "role"),
        ("Israeli troops", "ISR-MIL", "role"),
        ("Kenyan police", "KEN-COP", "role"),
        ("Rebels in Chad", "TCD-REB", "role"),
        ("The Nigerian opposition", "NGA-OPP", "role"),
        ("Hezbollah", "hezbollah", "name"),
        ("Hezbollah fighters", "hezbollah", "role"),
        ("The European Union", "european-union", "name"),
        ("NATO", "nato", "name"),
        ("A group of Kenyan judges", "KEN-JUD", "role"),
        ("The Serbs", "SRB", "people"),
        ("A Lagos court", "NGA-JUD", "role"),
        ("American advisers", "USA", "role"),
        ("The National Union for the Total Independence of Angola", "unita", "name"),
        ("The Peruvian head of state", "PER", "role"),
        ("The U.S. secretary of state", "USA", "role"),
        ("The secretary of state of the United States", "USA", "role"),
        ("The chief of staff of the Israeli army", "ISR-MIL", "role"),
        ("Kenyan members of parliament", "KEN-LEG", "role"),
        ("Kenyan opposition leader Raila Odinga", "KEN-OPP", "title"),
        ("Rebel leader Paul Kagame", "rpf", "person"),
        ("European Council President Charles Michel", "european-council", "person"),
    ],
)
def test_subject_leads_to_its_actor(extractor: Extractor, subject: str, id: str, how: str) -> None:
    event = only_event(extractor, f"{subject} condemned Panama.")
    assert (event.source.actor.id, event.why.source, words(event.source)) == (id, how, subject)


def test_title_and_name_are_one_mention_with_its_person(extractor: Extractor) -> None:
    event = only_event(extractor, "French President Emmanuel Macron condemned Panama.", "2021-05-01")
    assert event.source.actor.id == "FRA"
    assert event.source.person == Person(id="emmanuel-macron", name="Emmanuel Macron")
    assert words(event.source) == "French President Emmanuel Macron"


def test_unknown_name_with_an_office_acts_for_its_country(extractor: Extractor) -> None:
    event = only_event(extractor, "Peruvian Foreign Minister Zacarias Quimbolo condemned Panama.")
    assert event.source.actor.id == "PER"
    assert event.source.person == Person(id="zacarias-quimbolo", name="Zacarias Quimbolo")


def test_apposition_gives_a_name_its_office(extractor: Extractor) -> None:
    event = only_event(extractor, "Zacarias Quimbolo, Peru's foreign minister, condemned Panama.")
    assert event.source.actor.id == "PER"
    assert words(event.source) == "Zacarias Quimbolo"


def test_coordinated_adjectives_are_two_actors_with_mentions_of_their_own(extractor: Extractor) -> None:
    events = extractor.explain("French and Dutch officials condemned Panama.").events
    assert {(e.source.actor.id, words(e.source)) for e in events} == {
        ("FRA", "French"),
        ("NLD", "Dutch officials"),
    }


@pytest.mark.parametrize(
    ("published", "id"),
    [("2013-03-01", "EGY-MIL"), ("2016-03-01", "EGY")],
)
def test_whom_a_person_acts_for_depends_on_the_day(extractor: Extractor, published: str, id: str) -> None:
    event = only_event(extractor, "Abdel Fattah el-Sisi condemned Panama.", published)
    assert event.source.actor.id == id


def test_person_out_of_office_is_an_actor_of_its_own(extractor: Extractor) -> None:
    event = only_event(extractor, "Angela Merkel condemned Panama.", "2024-05-01")
    assert (event.source.actor.id, event.source.actor.kind, event.source.actor.code) == (
        "angela-merkel",
        "person",
        "DEU",
    )


@pytest.mark.parametrize(("published", "id"), [("1975-06-01", "SUN"), ("2005-06-01", "RUS"), (None, "RUS")])
def test_moscow_is_the_soviet_unions_while_it_lasted(
    extractor: Extractor, published: str | None, id: str
) -> None:
    assert only_event(extractor, "Moscow condemned Panama.", published).source.actor.id == id


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Georgia condemned Panama. Tbilisi was angry.", "GEO"),
        ("Congo condemned Panama, officials in Brazzaville said.", "COG"),
        ("Burmese villagers fled. The Karen guerrillas condemned Panama.", "karen"),
    ],
)
def test_ambiguous_name_is_decided_by_the_articles_other_words(
    extractor: Extractor, text: str, id: str
) -> None:
    assert only_event(extractor, text).source.actor.id == id


@pytest.mark.parametrize(
    "text",
    [
        "Korea condemned Panama.",
        "Michael Jordan condemned Panama.",
        "Karen condemned Panama.",
        "The army condemned Panama.",
    ],
)
def test_words_that_do_not_say_who_are_nobody(extractor: Extractor, text: str) -> None:
    assert not extractor.explain(text).events


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Kurds in Syria condemned Panama.", "syrian-kurds"),
        ("Turkey's Kurds condemned Panama.", "turkish-kurds"),
        ("Ethnic Turks in Bulgaria condemned Panama.", "bulgarian-turks"),
        ("The Serbs of Croatia condemned Panama.", "croatian-serbs"),
        ("Latvia's Russian minority condemned Panama.", "latvian-russians"),
        ("The Russian minority in Latvia condemned Panama.", "latvian-russians"),
        ("Tamil refugees in Colombo condemned Panama.", "sri-lankan-tamils"),
        ("Americans in Iraq condemned Panama.", "USA-CVL"),
        ("Catholic bishops in Uganda condemned Panama.", "UGA-REL"),
    ],
)
def test_a_people_is_the_part_of_it_in_the_country_where_it_lives(
    extractor: Extractor, text: str, id: str
) -> None:
    assert only_event(extractor, text).source.actor.id == id


@pytest.mark.parametrize(
    ("before", "id"),
    [
        ("Sri Lanka held its breath. ", "sri-lankan-tamils"),
        ("Jaffna held its breath. ", "sri-lankan-tamils"),
        ("India and Sri Lanka held their breath. ", "tamils"),
        ("Canada held its breath. ", "tamils"),
        ("Canada and Sri Lanka held their breath. ", "tamils"),
    ],
)
def test_a_people_of_several_states_is_of_the_one_that_the_article_speaks_of(
    extractor: Extractor, before: str, id: str
) -> None:
    assert only_event(extractor, f"{before}Tamil leaders condemned NATO.").source.actor.id == id


@pytest.mark.parametrize(
    ("sentence", "id"),
    [
        ("Prime Minister António Guterres praised Chad.", "PRT"),
        ("Secretary-General António Guterres praised Chad.", "united-nations"),
        ("António Guterres praised Chad.", "united-nations"),
        ("Tony Blair praised Chad.", "GBR"),
        ("Ugandan leader Yoweri Museveni praised Chad.", "UGA"),
    ],
)
def test_without_a_day_the_title_or_what_is_held_still_decides(
    extractor: Extractor, sentence: str, id: str
) -> None:
    (event,) = extractor.explain(sentence).events
    assert event.source.actor.id == id


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("President Peña praised Chad.", {"PRY"}),
        ("Secretary Kerry praised Chad.", {"USA"}),
        ("Prime Minister Sudani praised Chad.", {"IRQ"}),
        ("Vice President Peña praised Chad.", set()),
        ("President Kim praised Chad.", set()),  # there were several, in two states
        ("Peña praised Chad.", set()),
    ],
)
def test_title_and_surname_tell_the_holder_of_an_office(
    extractor: Extractor, sentence: str, sources: set[str]
) -> None:
    assert {event.source.actor.id for event in extractor.explain(sentence).events} == sources
