"""The language of the codebook: each line means what its manual says."""

import pytest

from graph.errors import CodebookError
from graph.frames import Frame, Frames, Line, Noun, Nouns, Only, Place, Slot, frames_of, noun_of, sayings_of

CLASSES = {
    "sanctions": (noun_of("sanction"), noun_of("embargo"), noun_of("travel ban")),
    "fire": (noun_of("fire"), noun_of("attack")),
}

LISTS = {name: Nouns(nouns) for name, nouns in CLASSES.items()}


def read(text: str, *, nominal: bool = False) -> tuple[Frame, ...]:
    return frames_of("TEST", text, nominal=nominal, classes=CLASSES)


def verb(text: str) -> Frame:
    (frame,) = read(text)
    return frame


def noun(text: str) -> Frame:
    (frame,) = read(text, nominal=True)
    return frame


def place(slot: Slot, words: str = "", nouns: tuple[Noun, ...] = ()) -> Place:
    return Place(words=frozenset(words.split("|")) if words else frozenset(), slot=slot, nouns=nouns)


@pytest.mark.parametrize(
    ("text", "heads", "places"),
    [
        ("condemn X", {"condemn"}, [place(Slot.TARGET)]),
        ("condemn|denounce X", {"condemn", "denounce"}, [place(Slot.TARGET)]),
        ("crack down on X", {"crack"}, [place(Slot.NOTHING, "down"), place(Slot.TARGET, "on")]),
        (
            "impose <sanctions> on|against X",
            {"impose"},
            [place(Slot.NOUN, nouns=CLASSES["sanctions"]), place(Slot.TARGET, "on|against")],
        ),
        ("reject X's plan", {"reject"}, [place(Slot.OWNER, nouns=(noun_of("plan"),))]),
        ("call on X to ...", {"call"}, [place(Slot.TARGET, "on"), place(Slot.CONTENT, "to")]),
        (
            "demand that X ...",
            {"demand"},
            [place(Slot.TARGET, "that"), place(Slot.CONTENT)],
        ),
        (
            "break relation with X",
            {"break"},
            [place(Slot.NOUN, nouns=(noun_of("relation"),)), place(Slot.TARGET, "with")],
        ),
        (
            "impose travel_ban on X",
            {"impose"},
            [place(Slot.NOUN, nouns=(noun_of("travel ban"),)), place(Slot.TARGET, "on")],
        ),
    ],
)
def test_a_verb_frame_says_who_stands_where(text: str, heads: set[str], places: list[Place]) -> None:
    frame = verb(text)
    assert frame.heads == heads
    assert list(frame.places) == places
    assert frame.has_target
    assert not frame.subject_is_target
    assert frame.text == text


def test_a_leading_x_makes_the_subject_the_target() -> None:
    frame = verb("X come under <fire> from S")
    assert frame.subject_is_target
    assert frame.has_target
    assert frame.heads == {"come"}
    assert list(frame.places) == [place(Slot.NOUN, "under", CLASSES["fire"]), place(Slot.SOURCE, "from")]


def test_a_leading_class_makes_things_the_subject() -> None:
    frame = verb("<sanctions> on|against X run_out")
    assert frame.heads == {"run"}
    assert [noun.head for noun in frame.things] == ["sanction", "embargo", "ban"]
    assert [(p.slot, p.of_thing) for p in frame.places] == [(Slot.TARGET, True), (Slot.NOTHING, False)]
    assert not frame.is_shared


def test_what_two_have_with_each_other_is_shared() -> None:
    assert verb("<fire> with X stop").is_shared
    assert not verb("<fire> reach X").is_shared


def test_a_noun_frame_has_modifiers_before_its_head() -> None:
    frame = noun("arms transfer to X")
    assert frame.nominal
    assert frame.heads == {"transfer"}
    assert list(frame.modifiers) == [{"arms"}]
    assert list(frame.places) == [place(Slot.TARGET, "to")]


def test_a_class_may_be_the_head_of_a_noun_frame() -> None:
    frames = read("<sanctions> against X", nominal=True)
    assert [(set(frame.heads), list(frame.modifiers)) for frame in frames] == [
        ({"sanction", "embargo"}, []),
        ({"ban"}, [{"travel"}]),
    ]


def test_a_head_may_have_a_particle_of_its_own() -> None:
    plain, phrasal = read("cancel|call_off <fire>")
    assert (plain.heads, phrasal.heads) == ({"cancel"}, {"call"})
    assert phrasal.places == (place(Slot.NOTHING, "off"), *plain.places)
    assert plain.called("cancel") == "TEST/cancel <fire>"
    assert phrasal.called("call") == "TEST/call_off <fire>"


def test_a_frame_is_called_by_the_head_that_is_meant() -> None:
    frame = verb("attack|bomb X")
    assert frame.called("bomb") == "TEST/bomb X"
    assert frame.called("strange", "attack") == "TEST/attack X"
    assert frame.called("strange") == "TEST/attack|bomb X"


def test_several_words_are_one_noun_with_its_modifiers() -> None:
    assert noun_of("travel ban") == Noun(head="ban", modifiers=("travel",))


def test_the_content_of_a_speech_act_is_found() -> None:
    assert verb("threaten to ...").content == place(Slot.CONTENT, "to")
    assert verb("condemn X").content is None
    assert not verb("threaten to ...").has_target


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("impose X", "impose <sanctions> on X"),
        ("crack X", "crack down on X"),
        ("reject X", "reject X's plan"),
        ("call X", "call on X to ..."),
    ],
)
def test_the_frame_that_asks_for_more_is_meant(less: str, more: str) -> None:
    assert verb(more).specificity > verb(less).specificity


@pytest.mark.parametrize(
    ("text", "nominal", "complaint"),
    [
        ("impose <taxes> on X", False, "asks for the unknown class <taxes>"),
        ("reject X's", False, "does not say what X owns"),
        ("", False, "has no verb to begin with"),
        ("X", False, "has no verb to begin with"),
        ("<fire> on X", False, "has no verb to begin with"),
        ("", True, "has no noun to begin with"),
        ("X attack", True, "has no noun to begin with"),
    ],
)
def test_a_line_that_says_nothing_is_refused_by_name(text: str, nominal: bool, complaint: str) -> None:
    with pytest.raises(CodebookError, match=f"TEST: the frame {text!r} {complaint}"):
        read(text, nominal=nominal)


def test_sorts_of_actors_are_asked_of_both_ends() -> None:
    (frame,) = read("S:armed leave X:state")
    assert (frame.source_only, frame.target_only) == (Only.ARMED, Only.STATE)
    assert [place.slot for place in frame.places] == [Slot.TARGET]


def test_unknown_sort_of_actor_names_those_there_are() -> None:
    with pytest.raises(CodebookError, match="asks for 'tall'; there are armed, state, people"):
        read("defeat X:tall")


def test_a_saying_begins_with_its_subject() -> None:
    (frame,) = sayings_of("TEST", "X's plan will not be acceptable", classes=CLASSES)
    assert frame.said is not None
    assert (frame.said.subject.slot, frame.said.coming, frame.said.denied) == (Slot.OWNER, True, True)
    assert (frame.heads, frame.has_target, frame.idiom) == (frozenset({"be"}), True, False)
    (frame,) = sayings_of("TEST", "! X do well in final", classes=CLASSES)
    assert (frame.subject_is_target, frame.idiom) == (True, True)


def test_a_saying_without_a_verb_is_refused() -> None:
    with pytest.raises(CodebookError, match="no verb"):
        sayings_of("TEST", "X will", classes=CLASSES)


def test_a_line_is_found_by_its_verbs_without_their_particles() -> None:
    assert Line("TEST", "cancel|call_off <sanctions>", key="verbs", classes=LISTS).heads == ("cancel", "call")
    assert Line("TEST", "<sanctions> on X", key="nouns", classes=LISTS).heads == (
        "sanction",
        "embargo",
        "ban",
    )
    assert Line("TEST", "X's plan will not go far", key="sayings", classes=LISTS).heads == ("go",)


def test_what_a_line_asks_for_is_read_when_a_text_has_its_head() -> None:
    unread = Line("TEST", "impose <taxes> on X", key="verbs", classes=LISTS)
    assert unread.heads == ("impose",)
    with pytest.raises(CodebookError, match="unknown class <taxes>"):
        list(Frames("impose", [unread]))


def test_of_the_frames_of_a_head_those_that_ask_for_most_come_first() -> None:
    lines = [Line("TEST", text, key="verbs", classes=LISTS) for text in ("call X", "call|bid off <fire>")]
    assert [frame.text for frame in Frames("call", lines)] == ["call|bid off <fire>", "call X"]
    assert [frame.text for frame in Frames("bid", lines)[:1]] == ["call|bid off <fire>"]


def test_idioms_tell_nothing() -> None:
    hit = (
        Line("ATTACK", "hit X", key="verbs", classes=LISTS),
        Line("ATTACK", "hit record", key="idioms", classes=LISTS),
    )
    assert (len(Frames("hit", hit)), Frames("hit", hit).relations) == (2, ("ATTACK",))
