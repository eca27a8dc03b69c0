"""Filters are understood as people write them, or refused with the filter, the value and the mend."""

import pytest

from graph.errors import AmbiguousName, BadQuery, UnknownName
from graph.query import EventQuery, Level, actor_ids, cursor_of, events_query, folded_pair, position_of
from graph.vocabulary import default_vocabulary


def read(**given: str | list[str]) -> EventQuery:
    lists = {key: [value] if isinstance(value, str) else value for key, value in given.items()}
    return events_query(lists, default_vocabulary())


@pytest.mark.parametrize(
    "written",
    ["USA", "usa", "US", "us", "United States", "the united states", " The White House ", "Washington"],
)
def test_an_actor_is_understood_by_id_code_name_and_alias(written: str) -> None:
    assert read(source=written).source == ("USA",)


def test_an_office_holder_sets_the_person_too() -> None:
    query = read(source="Emmanuel Macron")
    assert (query.source, query.person) == (("FRA", "emmanuel-macron"), ("emmanuel-macron",))


def test_a_person_filter_takes_people_only() -> None:
    assert read(person="Emmanuel Macron").person == ("emmanuel-macron",)
    with pytest.raises(BadQuery, match="'France' is not a person; ask with actor=France"):
        read(person="France")


def test_a_sector_is_understood_by_its_id() -> None:
    assert read(actor="DZA-MIL").actor == ("DZA-MIL",)


@pytest.mark.parametrize(
    "written", ["CONDEMN", "condemn", "condemns", "condemned", "condemning", " Condemns "]
)
def test_a_relation_is_understood_in_any_form_of_its_verb(written: str) -> None:
    assert read(relation=written).relation == ("CONDEMN",)


def test_a_filter_given_twice_means_either() -> None:
    assert read(source=["France", "DEU", "FRA"]).source == ("FRA", "DEU")


def test_between_takes_two_actors_with_a_comma() -> None:
    assert read(between="France,Germany").between == (("FRA", "DEU"),)
    for wrong in ("France", "France,Germany,Italy"):
        with pytest.raises(BadQuery, match="needs two actors with a comma"):
            read(between=wrong)


@pytest.mark.parametrize(
    ("written", "day"), [("2022", "2022-01-01"), ("2022-02", "2022-02-01"), ("2022-02-24", "2022-02-24")]
)
def test_a_day_may_be_a_year_or_a_month(written: str, day: str) -> None:
    assert read(since=written).since == day


@pytest.mark.parametrize(
    "written", ["soon", "", "2022-02-30", "24.02.2022", "2022-13", "20222", "2022-02-24T10:00"]
)
def test_a_bad_day_is_refused_with_the_right_form(written: str) -> None:
    with pytest.raises(BadQuery, match="is not a date; write 2022, 2022-02 or 2022-02-24") as refusal:
        read(until=written)
    assert (refusal.value.field, refusal.value.value) == ("until", written)


def test_an_empty_stretch_of_time_is_refused() -> None:
    with pytest.raises(BadQuery, match="2022-01-01 is not after since=2022-01-01"):
        read(since="2022", until="2022-01-01")


def test_an_unknown_actor_gets_near_names() -> None:
    with pytest.raises(
        UnknownName, match=r"actor: nothing is called 'Frannce'; did you mean .*France"
    ) as refusal:
        read(actor="Frannce")
    assert "France" in refusal.value.near


def test_an_unknown_relation_gets_near_names() -> None:
    with pytest.raises(UnknownName, match="did you mean") as refusal:
        read(relation="condem")
    assert "CONDEMN" in refusal.value.near


@pytest.mark.parametrize(
    ("written", "candidates"), [("Georgia", {"GEO"}), ("Korea", {"KOR", "PRK"}), ("Congo", {"COG", "COD"})]
)
def test_an_ambiguous_name_gets_its_candidates(written: str, candidates: set[str]) -> None:
    with pytest.raises(AmbiguousName, match="give the id") as refusal:
        read(source=written)
    assert candidates <= {id for id, _ in refusal.value.candidates}
    assert all(name for _, name in refusal.value.candidates)


@pytest.mark.parametrize(
    ("field", "value", "mend"),
    [
        ("plover", "LOVE", "'LOVE' is not one of AGREE"),
        ("quad", "cold war", "'cold war' is not one of verbal cooperation"),
        ("modality", "likely", "'likely' is not one of actual, planned, possible, any"),
        ("negated", "maybe", "'maybe' is not one of true, false, any"),
        ("level", "city", "'city' is not one of state, actor"),
        ("min_confidence", "high", "'high' is not a number from 0 to 1"),
        ("min_confidence", "nan", "not a number from 0 to 1"),
        ("min_confidence", "1.1", "not a number from 0 to 1"),
        ("sauce", "USA", "sauce: no such filter; filters are source, target"),
    ],
)
def test_a_bad_value_is_refused_with_the_filter_and_the_mend(field: str, value: str, mend: str) -> None:
    with pytest.raises(BadQuery, match=mend) as refusal:
        read(**{field: value})
    assert refusal.value.field == field
    assert str(refusal.value).startswith(f"{field}: ")


def test_without_more_only_what_happened_is_meant() -> None:
    assert read() == EventQuery()
    assert (EventQuery().negated, EventQuery().modality, EventQuery().level) == (
        False,
        ("actual",),
        Level.STATE,
    )


@pytest.mark.parametrize(
    ("plover", "modality", "negated"),
    [
        ("AID", ("actual",), False),
        ("AGREE", ("actual", "planned"), False),
        ("THREATEN", ("actual", "planned"), False),
        ("REJECT", ("actual", "planned"), None),
    ],
)
def test_naming_an_intention_widens_the_defaults(
    plover: str, modality: tuple[str, ...], negated: bool | None
) -> None:
    query = read(plover=plover)
    assert (query.modality, query.negated) == (modality, negated)
    assert read(plover=plover, modality="actual", negated="false").negated is False
    assert read(plover=plover, modality="actual", negated="false").modality == ("actual",)


def test_any_opens_modality_and_negation() -> None:
    query = read(modality="any", negated="any")
    assert (query.modality, query.negated) == ((), None)


@pytest.mark.parametrize(
    "query",
    [
        EventQuery(),
        EventQuery(negated=None, modality=(), level=Level.ACTOR, min_confidence=0.5),
        EventQuery(negated=True, modality=("planned", "possible"), since="2022-01-01", until="2023-01-01"),
        EventQuery(
            source=("USA", "DZA-MIL"), between=(("FRA", "DEU"),), relation=("CONDEMN",), code=("USA",)
        ),
        EventQuery(
            plover=("ACCUSE",), quad=("verbal conflict",), article=("article-1",), attributed_to=("RUS",)
        ),
    ],
    ids=str,
)
def test_a_query_as_parameters_means_the_same(query: EventQuery) -> None:
    given: dict[str, list[str]] = {}
    for key, value in query.parameters():
        given.setdefault(key, []).append(value)
    assert events_query(given, default_vocabulary()) == query


def test_the_answer_says_how_the_query_was_understood() -> None:
    described = read(source="France", since="2022", modality="any").described()
    assert described == {
        "source": ["FRA"],
        "since": "2022-01-01",
        "negated": False,
        "modality": "any",
        "level": "state",
    }


def test_a_country_means_its_node_and_its_military() -> None:
    assert actor_ids("USA") == ("USA", "USA-MIL")
    assert actor_ids("USA-OPP") == ("USA-OPP",)
    assert actor_ids("nato") == ("nato",)


def test_a_people_means_its_parts_in_every_state() -> None:
    assert read(source="Hutus").source == ("hutus", "rwandan-hutus", "burundian-hutus", "dr-congolese-hutus")
    assert read(source="Iraqi Kurds").source == ("iraqi-kurds",)


@pytest.mark.parametrize(
    ("pair", "folded"),
    [
        (("USA-MIL", "SYR-MIL"), ("USA", "SYR")),
        (("EGY-MIL", "EGY"), ("EGY-MIL", "EGY")),
        (("SYR-MIL", "SYR-REB"), ("SYR", "SYR-REB")),
        (("some-group-MIL", "USA"), ("some-group-MIL", "USA")),
    ],
)
def test_a_military_folds_into_its_country_unless_both_ends_would_join(
    pair: tuple[str, str], folded: tuple[str, str]
) -> None:
    assert folded_pair(*pair) == folded


def test_a_cursor_gives_its_position_back() -> None:
    position = [3, "USA", "CONDEMN", "Côte d'Ivoire \0"]
    assert position_of(cursor_of(position), [int, str, str, str]) == position


@pytest.mark.parametrize(
    "position", [[2**63, "a"], [True, "a"], [1.0, "a"], ["1", "a"], [1], [1, "a", "b"], [1, "\ud800"]]
)
def test_a_forged_cursor_is_refused(position: list[object]) -> None:
    with pytest.raises(BadQuery, match="not a cursor of this list"):
        position_of(cursor_of(position), [int, str])
