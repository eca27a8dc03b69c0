"""Who is called what, and since when; and that the codebook's actors are whole."""

import re
from datetime import date
from pathlib import Path

import pycountry
import pytest

from graph.errors import AmbiguousName, CodebookError
from graph.gazetteer import How, read_gazetteer
from graph.model import Kind
from graph.vocabulary import default_vocabulary

VOCABULARY = default_vocabulary()
GAZETTEER = VOCABULARY.gazetteer


@pytest.mark.parametrize("code", [country.alpha_3 for country in pycountry.countries])
def test_every_country_of_iso_3166_is_there(code: str) -> None:
    actor = GAZETTEER.actors[code]
    assert (actor.kind, actor.code, actor.sector) == (Kind.COUNTRY, code, "GOV")
    assert GAZETTEER.iso2[pycountry.countries.get(alpha_3=code).alpha_2] == code
    assert VOCABULARY.meaning("actor", code).actor == actor


@pytest.mark.parametrize("code", ["XKX", "PSE", "TWN", "SUN", "YUG", "CSK", "DDR"])
def test_kosovo_palestine_taiwan_and_former_states_are_there(code: str) -> None:
    assert GAZETTEER.actors[code].kind is Kind.COUNTRY


def test_no_country_has_a_code_that_iso_does_not_know() -> None:
    known = {c.alpha_3 for c in pycountry.countries} | {c.alpha_3 for c in pycountry.historic_countries}
    known |= {"XKX", "VDR"}  # Kosovo; North Vietnam, which left ISO 3166 before it had a part 3
    countries = {actor.id for actor in GAZETTEER.actors.values() if actor.kind is Kind.COUNTRY}
    assert countries - known == set()


@pytest.mark.parametrize(
    ("text", "id", "how"),
    [
        ("Russia", "RUS", How.NAME),
        ("Russian", "RUS", How.ADJECTIVE),
        ("Kremlin", "RUS", How.METONYM),
        ("Pyongyang", "PRK", How.CAPITAL),
        ("White House", "USA", How.METONYM),
        ("Danes", "DNK", How.PEOPLE),
        ("Britons", "GBR", How.PEOPLE),
        ("Scotsmen", "GBR", How.PEOPLE),
        ("Germans", "DEU", How.PEOPLE),
        ("Basotho", "LSO", How.PEOPLE),
        ("Emmanuel Macron", "emmanuel-macron", How.PERSON),
        ("RUSSIA", "RUS", How.NAME),
    ],
)
def test_a_name_leads_to_its_actor_by_its_way(text: str, id: str, how: How) -> None:
    assert (id, how) in {(name.id, name.how) for name in GAZETTEER.names[text]}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("russia", "RUS"),
        ("the kremlin", "RUS"),
        ("Moscow", "RUS"),
        ("Washington", "USA"),
        ("US", "USA"),
        ("gb", "GBR"),
        ("NATO", "nato"),
        ("DZA-REB", "DZA-REB"),
    ],
)
def test_a_question_names_an_actor_in_any_way(text: str, id: str) -> None:
    assert VOCABULARY.meaning("actor", text).actor.id == id


@pytest.mark.parametrize("text", ["Georgia", "georgia", "Congo", "Korea", "the Korea"])
def test_ambiguous_names_are_never_guessed(text: str) -> None:
    with pytest.raises(AmbiguousName) as refusal:
        VOCABULARY.meaning("actor", text)
    assert len(refusal.value.candidates) > 1


@pytest.mark.parametrize(
    ("day", "id"),
    [("2012-06-01", "EGY-MIL"), ("2013-08-14", "EGY-MIL"), ("2015-01-01", "EGY"), (None, "EGY")],
)
def test_el_sisi_was_the_armys_before_he_was_the_states(day: str | None, id: str) -> None:
    (person,) = (name.id for name in GAZETTEER.names["Abdel Fattah el-Sisi"])
    actor, _ = GAZETTEER.acts_for(person, day)
    # Minister of defence from August 2012: before that he acts for himself or the military.
    assert actor.id == id or (day == "2012-06-01" and actor.id == person)


def test_out_of_office_one_acts_for_oneself() -> None:
    actor, person = GAZETTEER.acts_for("emmanuel-macron", "2010-01-01")
    assert (actor.id, actor.kind, actor.code) == ("emmanuel-macron", Kind.PERSON, "FRA")
    assert person.name == "Emmanuel Macron"
    assert GAZETTEER.acts_for("emmanuel-macron", "2018-01-01")[0].id == "FRA"


def test_offices_begin_on_their_first_day_and_end_before_their_last() -> None:
    offices = GAZETTEER.holders["barack-obama"].offices
    (office,) = (office for office in offices if office.role == "president")
    assert office.start is not None
    assert office.end is not None
    assert office.held_on(office.start)
    assert not office.held_on(office.end)


def first_day(text: str) -> date:
    """The first day of "1996", "1996-05" or "1996-05-12"."""
    return date.fromisoformat(text + "0000-01-01"[len(text) :])


@pytest.mark.parametrize("id", GAZETTEER.holders)
def test_offices_have_real_days_in_order(id: str) -> None:
    holder = GAZETTEER.holders[id]
    assert holder.country is None or holder.country in GAZETTEER.actors
    for office in holder.offices:
        assert GAZETTEER.actor(office.actor) is not None
        days = [first_day(day) for day in (office.start, office.end) if day]
        assert days == sorted(days), office


def test_a_sector_is_a_node_of_its_own_but_the_government_is_the_state() -> None:
    military = GAZETTEER.actor("DZA-MIL")
    assert military is not None
    assert (military.kind, military.code, military.sector) == (Kind.SECTOR, "DZA", "MIL")
    assert GAZETTEER.sector(GAZETTEER.actors["DZA"], "GOV") == GAZETTEER.actors["DZA"]
    assert GAZETTEER.actor("DZA-XYZ") is None
    assert GAZETTEER.actor("QQQ-MIL") is None


def test_every_name_leads_somewhere() -> None:
    astray = {
        (text, name.id)
        for text, names in GAZETTEER.names.items()
        for name in names
        if GAZETTEER.actor(name.id) is None and name.id not in GAZETTEER.holders
    }
    assert astray == set()


def test_ids_are_codes_or_slugs() -> None:
    odd = [
        id
        for id, actor in GAZETTEER.actors.items()
        if not re.fullmatch("[A-Z]{3}" if actor.kind is Kind.COUNTRY else "[a-z0-9]+(-[a-z0-9]+)*", id)
    ]
    assert odd == []
    assert [id for id in GAZETTEER.holders if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", id)] == []


def test_codes_of_actors_are_countries_or_cameo() -> None:
    odd = {
        (actor.id, actor.code)
        for actor in GAZETTEER.actors.values()
        if actor.code is not None
        and actor.code not in GAZETTEER.actors
        and not re.fullmatch("(IGO|IMG|NGO|MNC|NGM)[A-Z]*", actor.code)
    }
    assert odd == set()


def test_sectors_of_actors_are_known_roles() -> None:
    known = {*GAZETTEER.sector_names, "MNC"}  # companies across countries, which no common noun means
    assert {
        (a.id, a.sector) for a in GAZETTEER.actors.values() if a.sector and a.sector not in known
    } == set()


@pytest.mark.parametrize("word", GAZETTEER.ambiguous)
def test_an_ambiguous_word_has_real_candidates(word: str) -> None:
    row = GAZETTEER.ambiguous[word]
    for id in row.candidates:
        assert GAZETTEER.actor(id) is not None, id
    assert row.default is None or row.default in row.candidates
    assert set(row.clues) <= set(row.candidates)


@pytest.mark.parametrize(
    ("noun", "sector"),
    [("troops", "MIL"), ("president", "GOV"), ("rebel", "REB"), ("parliament", "LEG"), ("police", "COP")],
)
def test_common_nouns_mean_a_sector(noun: str, sector: str) -> None:
    role = GAZETTEER.roles.get(noun) or GAZETTEER.roles[noun.removesuffix("s")]
    assert role.sector == sector


def test_a_people_of_several_states_has_a_part_in_each() -> None:
    assert set(GAZETTEER.parts("kurds")) >= {"iraqi-kurds", "turkish-kurds"}
    assert GAZETTEER.parts("FRA") == ()
    assert {GAZETTEER.actors[id].code for id in GAZETTEER.parts("hutus")} == {"RWA", "BDI", "COD"}
    assert ("burundian-hutus", How.NAME) in {(n.id, n.how) for n in GAZETTEER.names["Burundian Hutu"]}


@pytest.mark.parametrize(
    ("people", "country", "id"),
    [
        ("kurds", "IRQ", "iraqi-kurds"),
        ("ethnic-albanians", "SRB", "serbian-albanians"),
        ("RUS", "LVA", "latvian-russians"),
        ("CHN", "IDN", "indonesian-chinese"),
        ("muslims", "BIH", "bosniaks"),
    ],
)
def test_the_part_of_a_people_has_the_code_of_its_country(people: str, country: str, id: str) -> None:
    part = GAZETTEER.part(GAZETTEER.actors[people], GAZETTEER.actors[country])
    assert (part.id, part.code, part.kind) == (id, country, Kind.PEOPLE)


def test_a_home_that_is_no_country_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "groups.toml").write_text('[elves]\nname = "Elves"\nkind = "people"\nhomes = ["XYZ"]\n')
    with pytest.raises(CodebookError, match="elves has its home in 'XYZ'"):
        read_gazetteer(tmp_path)


@pytest.mark.parametrize(
    ("actor", "first", "last"),
    [("USA", "United States", "Manchester"), ("RUS", "Russia", "Moscow"), ("GEO", "Georgia", "Georgian")],
)
def test_a_word_that_has_other_meanings_comes_after_those_that_have_none(
    actor: str, first: str, last: str
) -> None:
    called = GAZETTEER.aliases[actor]
    assert called[0] == first
    assert set(called[called.index(last) :]) <= set(GAZETTEER.ambiguous)
