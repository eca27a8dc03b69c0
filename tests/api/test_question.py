"""Questions and how they are read."""

import time
from urllib.parse import parse_qs, urlencode

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from api.questions import EXAMPLES, read_question
from graph.errors import AmbiguousName, BadQuery, UnknownName
from graph.query import EventQuery, events_query
from graph.vocabulary import default_vocabulary
from tests.gold.questions import OPEN, TODAY, Asked, questions


def understood(text: str) -> EventQuery:
    return read_question(text, default_vocabulary()).query


def asked(text: str) -> tuple[str, str, str]:
    """Source, relation and target of a question, `*` for anybody or anything."""
    query = understood(text)
    source, relation, target = (
        "|".join(part) or "*" for part in (query.source, query.relation, query.target)
    )
    return source, relation, target


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who does it to whom
        ("who condemns whom", ("*", "CONDEMN", "*")),
        ("Who condemned whom?", ("*", "CONDEMN", "*")),
        ("who CONDEMN whom", ("*", "CONDEMN", "*")),
        ("who met whom", ("*", "MEET", "*")),
        ("who condemns Russia", ("*", "CONDEMN", "RUS")),
        ("who has condemned the Kremlin?", ("*", "CONDEMN", "RUS")),
        ("who is condemning Russia", ("*", "CONDEMN", "RUS")),
        ("who has ever condemned Russia", ("*", "CONDEMN", "RUS")),
        ("which countries condemned Russia or Belarus", ("*", "CONDEMN", "RUS|BLR")),
        ("who condemned Bosnia and Herzegovina", ("*", "CONDEMN", "BIH")),
        ("who condemns", ("*", "CONDEMN", "*")),
        ("who condemned what", ("*", "CONDEMN", "*")),
        ("who broke off diplomatic relations with Qatar", ("*", "BREAK_RELATIONS", "QAT")),
        # whom does A do it to
        ("whom does France sanction", ("FRA", "SANCTION", "*")),
        ("who does France sanction", ("FRA", "SANCTION", "*")),
        ("whom has France sanctioned", ("FRA", "SANCTION", "*")),
        ("which countries did the United States sanction", ("USA", "SANCTION", "*")),
        ("whom did France and Germany condemn", ("FRA|DEU", "CONDEMN", "*")),
        # prepositions
        ("who does France meet with", ("FRA", "MEET", "*")),
        ("with whom does France meet", ("FRA", "MEET", "*")),
        ("who met with France", ("*", "MEET", "FRA")),
        ("who imposed sanctions on Iran", ("*", "SANCTION", "IRN")),
        ("who imposes new sanctions against Iran", ("*", "SANCTION", "IRN")),
        ("on whom did France impose sanctions", ("FRA", "SANCTION", "*")),
        ("whom has France imposed sanctions on", ("FRA", "SANCTION", "*")),
        # whether
        ("does France condemn Russia?", ("FRA", "CONDEMN", "RUS")),
        ("has France condemned Russia", ("FRA", "CONDEMN", "RUS")),
        ("France condemns Russia", ("FRA", "CONDEMN", "RUS")),
        # the passive
        ("who is condemned by France", ("FRA", "CONDEMN", "*")),
        ("who has been condemned by France", ("FRA", "CONDEMN", "*")),
        ("by whom is Russia condemned", ("*", "CONDEMN", "RUS")),
        ("by whom has Russia been condemned", ("*", "CONDEMN", "RUS")),
        ("who has Russia been condemned by", ("*", "CONDEMN", "RUS")),
        ("who is Russia condemned by?", ("*", "CONDEMN", "RUS")),
        ("was Russia condemned by France", ("FRA", "CONDEMN", "RUS")),
        ("who was condemned", ("*", "CONDEMN", "*")),
        # anything at all
        ("what does France do to Russia", ("FRA", "*", "RUS")),
        ("what has France done to Russia?", ("FRA", "*", "RUS")),
        ("what did France do", ("FRA", "*", "*")),
        ("what happened to Ukraine", ("*", "*", "UKR")),
    ],
)
def test_question_names_its_ends(text: str, expected: tuple[str, str, str]) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("who condemns whom since 2022", "2022-01-01", None),
        ("who condemns whom since 2022-02-24?", "2022-02-24", None),
        ("who condemns whom since March 2022", "2022-03-01", None),
        ("who condemns whom after 2022", "2023-01-01", None),
        ("who condemns whom after 24 February 2022", "2022-02-25", None),
        ("who condemns whom before February 24, 2022", None, "2022-02-24"),
        ("who condemns whom until 2022", None, "2022-01-01"),
        ("who condemned whom in 2022", "2022-01-01", "2023-01-01"),
        ("who condemned whom in December 2022", "2022-12-01", "2023-01-01"),
        ("who condemned whom in 2022-12", "2022-12-01", "2023-01-01"),
        ("who condemned whom on 24th of February 2022", "2022-02-24", "2022-02-25"),
        ("who condemned whom during the 1990s", "1990-01-01", "2000-01-01"),
        ("who condemned whom between 2020 and 2022", "2020-01-01", "2023-01-01"),
        ("who condemned whom from March 2020 to May 2020", "2020-03-01", "2020-06-01"),
        ("who condemned whom since 2020 before 2022", "2020-01-01", "2022-01-01"),
        ("who condemns whom", None, None),
    ],
)
def test_question_names_its_time(text: str, since: str | None, until: str | None) -> None:
    query = understood(text)
    assert (query.relation, query.since, query.until) == (("CONDEMN",), since, until)


def test_between_means_either_direction() -> None:
    query = understood("what happened between Israel and Iran between 2020 and 2022")
    assert query.between == (("ISR", "IRN"),)
    assert (query.relation, query.since, query.until) == ((), "2020-01-01", "2023-01-01")


@pytest.mark.parametrize(
    ("text", "relation", "content", "target"),
    [
        ("who threatened to attack Ukraine", "THREATEN", "ATTACK", "UKR"),
        ("who promised to arm Ukraine", "PROMISE", "ARM", "UKR"),
        ("who promised to send arms to Ukraine", "PROMISE", "ARM", "UKR"),
        ("who refused to negotiate with Ukraine", "REFUSE", "NEGOTIATE", "UKR"),
        ("who called on Israel to withdraw", "DEMAND", "WITHDRAW", "ISR"),
        ("whom did Russia threaten to attack", "THREATEN", "ATTACK", ""),
    ],
)
def test_speech_act_names_the_act_spoken_of(text: str, relation: str, content: str, target: str) -> None:
    query = understood(text)
    assert (query.relation, query.content, "".join(query.target)) == ((relation,), (content,), target)


@pytest.mark.parametrize(
    ("text", "modality", "negated"),
    [
        ("who plans to attack Ukraine", ("planned",), False),
        ("who is planning to attack Ukraine", ("planned",), False),
        ("who will attack Ukraine", ("planned",), False),
        ("who might attack Ukraine", ("possible",), False),
        ("who did not attack Ukraine", ("actual",), True),
        ("who hasn't attacked Ukraine", ("actual",), True),
        ("who won't attack Ukraine", ("planned",), True),
        ("who attacks Ukraine", ("actual",), False),
    ],
)
def test_plans_and_denials_are_asked_for(text: str, modality: tuple[str, ...], negated: bool) -> None:
    query = understood(text)
    assert (query.relation, query.modality, query.negated) == (("ATTACK",), modality, negated)
    assert query.target == ("UKR",)


def test_name_of_a_person_asks_for_the_person() -> None:
    query = understood("whom has Emmanuel Macron condemned")
    assert query.source == ("FRA", "emmanuel-macron")
    assert query.person == ("emmanuel-macron",)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("who condemned Russia since 2022", "events in which anybody CONDEMNs Russia, since 2022-01-01"),
        ("whom does France sanction", "events in which France SANCTIONs anybody"),
        ("what did France do to Russia", "events in which France does anything to Russia"),
        ("what happened between Israel and Iran", "events between Israel and Iran, in either direction"),
        ("who will attack Ukraine", "events in which anybody plans to ATTACK Ukraine"),
        ("who did not attack Ukraine", "events in which anybody does not ATTACK Ukraine"),
    ],
)
def test_reading_says_how_the_question_was_understood(text: str, reading: str) -> None:
    assert read_question(text, default_vocabulary()).reading == reading


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "?",
        "hello",
        "who",
        "who is happy",
        "what is the meaning of life",
        "why",
        "why did France condemn Russia",
    ],
)
def test_question_that_is_not_understood_gets_three_examples(text: str) -> None:
    with pytest.raises(BadQuery) as caught:
        understood(text)
    assert all(example in str(caught.value) for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_are_understood(example: str) -> None:
    assert understood(example) != EventQuery()


def test_misspelt_verb_gets_near_ones() -> None:
    with pytest.raises(BadQuery, match="condemn"):
        understood("who condems Russia")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("who condemned Russia since 2022-13", "since", "2022-13"),
        ("who condemned Russia since yesterdy", "since", "yesterdy"),
        ("who condemned Russia in 2022-02-30", "since", "2022-02-30"),
        ("who condemned Russia since 2022 until 20222", "until", "20222"),
        ("who condemned Russia on February 30 2022?", "since", "February 30 2022"),
        ("who frobnicates whom before 2022-13", "until", "2022-13"),
    ],
)
def test_bad_date_is_named(text: str, field: str, value: str) -> None:
    with pytest.raises(BadQuery, match=rf"{field}: '{value}' is not a date; write 2022, ") as caught:
        understood(text)
    assert (caught.value.field, caught.value.value) == (field, value)


def test_name_after_a_word_of_time_is_no_date() -> None:
    with pytest.raises(UnknownName, match="Frence"):
        understood("who fights on Frence")


def test_unknown_actor_gets_near_names() -> None:
    with pytest.raises(UnknownName) as caught:
        understood("who condemns Ukrane")
    assert caught.value.value == "Ukrane"
    assert "Ukraine" in caught.value.near


def test_ambiguous_actor_gets_candidates() -> None:
    with pytest.raises(AmbiguousName) as caught:
        understood("who condemned Korea")
    assert {"KOR", "PRK"} <= {id for id, _ in caught.value.candidates}


def test_every_relation_can_be_asked_for_by_its_name() -> None:
    for name in default_vocabulary().relations:
        assert understood(f"who {name.replace('_', ' ')} Russia").relation == (name,), name


def test_long_question_is_refused_in_no_time() -> None:
    start = time.perf_counter()
    with pytest.raises(BadQuery):
        understood("who " + "condemns Russia and Bosnia and " * 16)
    assert time.perf_counter() - start < 2


WORDS = st.sampled_from(
    "who whom what which how often many did does has was were not will might by to on in since between and "
    "or according last year 2022 February 30 France Russia Korea Putin's condemn attacked sanctions imposed "
    "threatened say happened do each other 'why? \u2019s \ud800 \x00 🕊".split(" ")
)


@given(st.one_of(st.lists(WORDS, max_size=14).map(" ".join), st.text(max_size=80)))
@settings(max_examples=300, deadline=None)
def test_any_text_is_understood_or_refused_with_a_mend(text: str) -> None:
    try:
        question = read_question(text, default_vocabulary())
    except BadQuery:
        return
    assert question.reading
    assert question.query not in [near.query for near in question.near]


@pytest.mark.parametrize("asked", list(questions(OPEN)), ids=lambda asked: asked.text)
def test_url_of_a_question_means_the_same(asked: Asked) -> None:
    query = read_question(asked.text, default_vocabulary(), TODAY).query
    assert events_query(parse_qs(urlencode(query.parameters())), default_vocabulary()) == query


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("yesterday", "2024-06-14", "2024-06-15"),
        ("last week", "2024-06-03", "2024-06-10"),
        ("this month", "2024-06-01", "2024-07-01"),
        ("last year", "2023-01-01", "2024-01-01"),
        ("in the last year", "2023-06-15", None),
        ("in the past three months", "2024-03-15", None),
        ("over the past decade", "2014-06-15", None),
        ("since last year", "2023-01-01", None),
        ("since the start of the year", "2024-01-01", None),
        ("until the end of 2022", None, "2023-01-01"),
        ("since two weeks ago", "2024-06-01", None),
        ("in March", "2024-03-01", "2024-04-01"),
        ("in August", "2023-08-01", "2023-09-01"),
        ("on Monday", "2024-06-10", "2024-06-11"),
        ("in the first quarter of 2023", "2023-01-01", "2023-04-01"),
        ("in the second half of 2021", "2021-07-01", "2022-01-01"),
        ("between March and May 2020", "2020-03-01", "2020-06-01"),
        ("in 2019-2021", "2019-01-01", "2022-01-01"),
    ],
)
def test_time_told_from_today(words: str, since: str | None, until: str | None) -> None:
    for text in (
        f"who condemned Russia {words}",
        f"{words} who condemned Russia",
        f"who {words} condemned Russia",
    ):
        query = read_question(text, default_vocabulary(), TODAY).query
        assert (query.relation, query.target, query.since, query.until) == (
            ("CONDEMN",),
            ("RUS",),
            since,
            until,
        )


def test_near_readings_are_told_where_words_are_ambiguous() -> None:
    question = read_question("French strikes on Mali", default_vocabulary())
    assert question.query.relation == ("ATTACK",)
    assert [near.query.relation for near in question.near] == [("STRIKE",)]
    assert read_question("who condemns whom", default_vocabulary()).near == ()


def test_question_over_http_tells_its_near_readings(client: TestClient) -> None:
    answer = client.get("/v1/ask", params={"q": "French strikes on Mali"}).json()
    (near,) = answer["near"]
    assert near["reading"] == "events in which France STRIKEs Mali"
    assert client.get(near["url"]).json()["query"]["relation"] == ["STRIKE"]
