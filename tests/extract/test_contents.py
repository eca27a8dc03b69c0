"""What is promised, threatened, demanded or charged, and whether it was done: "on charges of hacking"."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import Constructions, explained, rows

CONSTRUCTIONS: Constructions = {
    "several acts that are promised or threatened, and what is sworn not to be done": [
        (
            "Russia threatened to cut off gas to Poland and to expel its diplomats.",
            {"RUS THREATEN POL"},
        ),
        ("Iran vowed never to negotiate with Israel.", {"IRN REFUSE ISR"}),
        ("India promised not to attack Pakistan.", {"IND PROMISE PAK"}),
        ("Sweden offered to help clear mines in Angola.", {"SWE OFFER AGO"}),
        ("Iran promised never to eat pork.", set()),
    ],
    "what somebody weighs is only possible": [
        ("Chad is weighing sanctions on Mali.", {"TCD SANCTION MLI"}),
        ("Chad considers the raid on Mali a crime.", set()),
    ],
    "what is demanded in the same breath": [
        (
            "Spain summoned the Argentine ambassador and demanded an apology.",
            {"ESP COMPLAIN ARG", "ESP DEMAND ARG"},
        ),
        ("Spain summoned the Argentine ambassador, and Chile demanded an apology.", {"ESP COMPLAIN ARG"}),
        ("The head of Chad's Catholic church condemned Mali.", {"TCD-REL CONDEMN MLI"}),
    ],
    "what somebody is punished for he has done": [
        (
            "A court in Chad sentenced four Malians for the murder of a Kenyan minister.",
            {"TCD-JUD CONVICT MLI-CVL", "MLI-CVL ASSASSINATE KEN"},
        ),
        (
            "Chad charged four Malians with the murder of a Kenyan minister.",
            {"TCD ARREST MLI-CVL", "MLI-CVL ASSASSINATE KEN"},
        ),
        ("Norway penalised a Chinese firm for selling missiles to Pakistan.", {"NOR CONVICT CHN-BUS"}),
    ],
    "nobody refuses his own request": [
        (
            "North Korea left the talks with South Korea after Seoul refused its request.",
            {"PRK HALT_TALKS KOR", "KOR REJECT PRK"},
        ),
        ("Chad rejected its envoy's demands.", set()),
    ],
    "who remains committed to a deed promises or threatens it": [
        ("Chad remains committed to attacking Mali.", {"TCD THREATEN MLI"}),
    ],
    "what is kept from happening does not happen": [
        (
            "Cyprus blocked the start of membership negotiations between the European Union and Turkey.",
            {"CYP VETO european-union", "CYP VETO TUR"},
        ),
    ],
    "a threat hits who would set it off": [
        ("Russia threatened to attack unless Ukraine surrendered.", {"RUS THREATEN UKR"}),
        ("Kenya will close its embassy if it rains.", set()),
        ("Hamas fought until Egypt brokered a truce.", set()),
    ],
    "what is undone lies on whom it was laid": [
        (
            "Norway lifted the embargo that it had imposed on Mali.",
            {"NOR LIFT_SANCTIONS MLI", "NOR SANCTION MLI"},
        ),
        ("ECOWAS eased sanctions imposed on Mali.", {"ecowas LIFT_SANCTIONS MLI"}),
    ],
    "who stops an act does what it is to stop it": [
        ("Germany stopped funding the Taliban.", {"DEU CUT_AID taliban"}),
        ("Russia stopped bombing Ukraine.", {"RUS DEESCALATE UKR"}),
        ("Russia did not stop bombing Ukraine.", {"RUS ATTACK UKR"}),
        ("Kenya stopped buying Ethiopian power.", {"KEN SANCTION ETH"}),
    ],
    "what ends may be told with of": [
        ("Turkey halted its shelling of the PKK.", {"TUR DEESCALATE pkk"}),
    ],
    "what is signed is the clause's": [
        ("Under a deal signed with Chad, Mali may buy oil.", {"MLI SIGN TCD", "TCD SIGN MLI"}),
    ],
    "who presses ahead with it does it": [
        ("Chad pressed ahead with an embargo against Mali.", {"TCD SANCTION MLI"}),
    ],
    "what a motion demands is its voters'": [
        (
            "A resolution adopted by the Philippine Senate demands that Chad free nuns.",
            {"PHL-LEG DEMAND TCD"},
        ),
    ],
    "what help is asked for is not done": [
        ("Bhutan asked India for help in fighting Assamese guerrillas.", {"BTN APPEAL IND"}),
    ],
    "who asks to mediate asks for mediation": [
        ("Peru asked the Vatican to mediate in its dispute with Chile.", {"PER REQUEST_MEDIATION VAT"}),
    ],
    "what is wanted of somebody is not done": [
        ("Biden was urged to visit Israel.", set()),
        ("Norway told Iran not to attack Iraq.", {"NOR DEMAND IRN"}),
    ],
    "what somebody is charged with is his deed, not his judges'": [
        (
            "A Danish court jailed two Iranian spies on charges of plotting to kill a Saudi diplomat.",
            {"DNK-JUD ARREST IRN-SPY", "IRN-SPY ASSASSINATE SAU"},
        ),
        (
            "Two Iranian officers were arrested in Norway on suspicion of hacking into the computers of "
            "Danish banks.",
            {"NOR ARREST IRN-COP", "IRN-COP HACK DNK-BUS"},
        ),
        ("Polish police hunted the men suspected of bombing the Danish embassy in Warsaw.", set()),
        ("Kenyan gunboats fired at a ship carrying arms to Somali rebels.", set()),
        ("Chad issued a note condemning Mali.", {"TCD CONDEMN MLI"}),
    ],
    "a deed that somebody defends was done": [
        ("Norway's premier defended the Danish bombing of Chad.", {"NOR DEFEND DNK", "DNK ATTACK TCD"}),
    ],
    "what comes of an act was done, and nobody asked for it": [
        (
            "Israel shelled Gaza, forcing the UN to suspend aid to Gaza.",
            {"ISR ATTACK PSE", "united-nations CUT_AID PSE"},
        ),
        ("Norway urged the UN to suspend aid to Gaza.", {"NOR DEMAND united-nations"}),
    ],
    "what a noun wishes is not done": [
        (
            "Latvia rejected a Polish demand that it withdraw from Lithuania.",
            {"LVA REJECT POL"},
        ),
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(CONSTRUCTIONS))
def test_sentence_gives_its_events_and_no_other(
    extractor: Extractor, sentence: str, expected: set[str]
) -> None:
    assert explained(extractor, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "relation", "content"),
    [
        ("Togo told Chile to raise tariffs.", "DEMAND", "SANCTION"),
        ("Togo told Chile to commute the sentences.", "DEMAND", "PARDON"),
        ("Togo told Chile to reopen its embassy.", "DEMAND", "RESTORE_RELATIONS"),
        ("Togo asked Chile for a troop withdrawal.", "DEMAND", "WITHDRAW"),
        ("Togo gave Chile until Friday to free the sailors.", "GIVE_ULTIMATUM", "RELEASE"),
        ("Togo gave Chile until the end of the month to free the sailors.", "GIVE_ULTIMATUM", "RELEASE"),
        ("Chile gave Togo its word that it would free the sailors.", "PROMISE", "RELEASE"),
        ("Chile promised Togo diplomatic support.", "PROMISE", "SUPPORT"),
        ("Chile rejected Togo's request for arms.", "REJECT", "ARM"),
        ("Chile rejected Togo's request for a visit.", "REJECT", "VISIT"),
        ("Togo threatened Chile with military action.", "THREATEN", "ATTACK"),
        ("Chile was accused by Togo of an air raid on a village.", "ACCUSE", "ATTACK"),
        ("Chile was accused by Togo on Sunday of an air raid on a village.", "ACCUSE", "ATTACK"),
        ("Chile was accused by Togo of massing troops near Lome.", "ACCUSE", "MOBILIZE"),
        ("Togo charged Chile with aggression.", "ACCUSE", "ATTACK"),
        ("Togo condemned Chile for the shelling of a village.", "CONDEMN", "ATTACK"),
        ("Togo condemned Chile for its poems.", "CONDEMN", None),
        ("Chile was accused by the Republic of Togo.", "ACCUSE", None),
    ],
)
def test_a_speech_act_tells_what_it_speaks_of(
    extractor: Extractor, sentence: str, relation: str, content: str | None
) -> None:
    told = next(e for e in extractor.explain(sentence).events if e.relation == relation)
    assert told.content == content


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Togo accused Chile of jailing its nurses and of jamming its radio.", {"ARREST", "CENSOR"}),
        ("Togo blamed Chile for the kidnapping of two nuns and the murder of a priest.", {"ABDUCT", "KILL"}),
    ],
)
def test_a_speech_act_may_speak_of_several(extractor: Extractor, sentence: str, contents: set[str]) -> None:
    told = extractor.explain(sentence).events
    assert {event.content for event in told if event.relation == "ACCUSE"} == contents


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("According to Human Rights Watch, Egyptian police tortured members of Hamas.", "human-rights-watch"),
        ("Togo accused Chile of jailing nurses from Mali and of jamming the radio of Benin.", "TGO"),
    ],
)
def test_whoever_says_so_says_all_of_it(extractor: Extractor, sentence: str, speaker: str) -> None:
    told = [event for event in extractor.explain(sentence).events if event.relation != "ACCUSE"]
    assert told
    for event in told:
        assert event.attributed_to is not None
        assert event.attributed_to.speaker.actor.id == speaker
