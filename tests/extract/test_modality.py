"""How an act is spoken of: negation, modality and attribution beyond the interface's table."""

import pytest

from extract.pipeline import Extractor
from graph.model import Event


def act(extractor: Extractor, sentence: str, relation: str) -> Event:
    return next(e for e in extractor.explain(sentence).events if e.relation == relation)


def test_a_failure_to_act_is_no_act(extractor: Extractor) -> None:
    events = extractor.explain("France criticised Mali's failure to condemn Chad.").events
    assert {(e.relation, e.negated) for e in events} == {("CONDEMN", False), ("CONDEMN", True)}


@pytest.mark.parametrize(
    "sentence",
    [
        "France has never condemned Syria.",
        "Instead of condemning Syria, France praised Iran.",
        "France stopped short of condemning Syria.",
        "France left without condemning Syria.",
        "France has yet to condemn Syria.",
        "France failed to condemn Syria.",
        "No country condemned Syria, but France denied that it condemned Syria.",
    ],
)
def test_negated_condemnation(extractor: Extractor, sentence: str) -> None:
    assert act(extractor, sentence, "CONDEMN").negated


@pytest.mark.parametrize(
    ("sentence", "relation", "standing"),
    [
        ("Poland is no longer supplying Ukraine with arms.", "ARM", ("actual", True)),
        ("Cuba no longer supports the rebels in Colombia.", "SUPPORT", ("actual", True)),
        ("Norway thought it wise to expel the Russian envoy.", "EXPEL", ("actual", False)),
        ("Norway saw fit to expel the Russian envoy.", "EXPEL", ("actual", False)),
        ("Norway found it impossible to condemn Chad.", "CONDEMN", ("actual", True)),
        ("Norway thought it unwise to condemn Chad.", "CONDEMN", ("actual", True)),
        ("Norway considers it necessary to bomb Chad.", "ATTACK", ("possible", False)),
        ("Norway lacked the courage to condemn Chad.", "CONDEMN", ("actual", True)),
        ("Norway needs the courage to condemn Chad.", "CONDEMN", ("planned", False)),
        ("France could not help Mali.", "AID", ("possible", True)),
        ("France would not hear of selling jets to Jordan.", "ARM", ("possible", True)),
        ("Chad never dreamed of invading Libya.", "INVADE", ("possible", True)),
        ("Norway found it hard to condemn Chad.", "CONDEMN", ("possible", False)),
        ("Norway went so far as to expel the Russian envoy.", "EXPEL", ("actual", False)),
        ("Norway had the courage to condemn Chad.", "CONDEMN", ("actual", False)),
        ("Norway wasted no time expelling the Russian envoy.", "EXPEL", ("actual", False)),
        ("Norway could not resist condemning Chad.", "CONDEMN", ("actual", False)),
        ("Norway came close to expelling the Russian envoy.", "EXPEL", ("actual", True)),
        ("Norway was prevailed upon to arm Chad.", "ARM", ("actual", False)),
        ("Norway made it clear it would expel the Russian envoy.", "EXPEL", ("planned", False)),
        ("Iraq planned an invasion of Kuwait.", "INVADE", ("planned", False)),
        ("Iraq is preparing an invasion of Kuwait.", "INVADE", ("planned", False)),
    ],
)
def test_what_is_thought_right_dared_or_prepared(
    extractor: Extractor, sentence: str, relation: str, standing: tuple[str, bool]
) -> None:
    event = act(extractor, sentence, relation)
    assert (event.modality, event.negated) == standing


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Norway urged Russia to withdraw.", "WITHDRAW"),
        ("Norway urged Chad to apologise.", "APOLOGIZE"),
        ("Norway told Hamas to disarm.", "DISARM"),
        ("Norway told Chad to go home.", None),
    ],
)
def test_what_is_demanded_by_a_verb_alone(extractor: Extractor, sentence: str, content: str | None) -> None:
    assert act(extractor, sentence, "DEMAND").content == content


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Iraq threatened an invasion of Kuwait.", "INVADE"),
        ("Washington threatened sanctions against Iran.", "SANCTION"),
        ("The Taliban threatened death to Afghan teachers.", "KILL"),
    ],
)
def test_what_is_threatened_by_its_noun_is_only_threatened(
    extractor: Extractor, sentence: str, content: str
) -> None:
    (event,) = extractor.explain(sentence).events
    assert (event.relation, event.content, event.modality) == ("THREATEN", content, "actual")


def test_no_plans_to_do_it_is_one_refusal(extractor: Extractor) -> None:
    event = act(extractor, "Russia has no plans to attack Poland.", "REFUSE")
    assert (event.negated, event.content) == (False, "ATTACK")


@pytest.mark.parametrize(
    ("sentence", "content", "target"),
    [
        ("Serbia declined an invitation to visit Kosovo.", "VISIT", "XKX"),
        ("Chad rejected demands to withdraw its troops from Mali.", "WITHDRAW", "MLI"),
        ("Hamas rejected an invitation to attend a meeting with Qatari officials.", "MEET", "QAT"),
    ],
)
def test_what_was_asked_is_what_is_rejected(
    extractor: Extractor, sentence: str, content: str, target: str
) -> None:
    (event,) = extractor.explain(sentence).events
    assert (event.relation, event.content, event.target.actor.id) == ("REJECT", content, target)
    assert (event.negated, event.modality) == (False, "actual")


def test_who_rejects_a_plan_to_punish_somebody_refuses_him_nothing(extractor: Extractor) -> None:
    assert not extractor.explain("Chad rejected a proposal to sanction Iran.").events


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Hamas will fight until Chad has bombed Syria.", "possible"),
        ("Mali will recognise Hamas once Chad has bombed Syria.", "possible"),
        ("Mali recognised Hamas before Chad bombed Syria.", "actual"),
    ],
)
def test_what_is_waited_for_has_not_happened(extractor: Extractor, sentence: str, modality: str) -> None:
    assert act(extractor, sentence, "ATTACK").modality == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("France will bomb Syria.", "planned"),
        ("France plans to bomb Syria.", "planned"),
        ("France said it would bomb Syria.", "planned"),
        ("France is to bomb Syria.", "planned"),
        ("France may bomb Syria.", "possible"),
        ("Did France bomb Syria?", "possible"),
        ("France allegedly bombed Syria.", "possible"),
        ("Rumours that France bombed Syria spread.", "possible"),
        ("France was accused of bombing Syria.", "possible"),
        ("France tried to bomb Syria.", "possible"),
        ("France left open the possibility of bombing Syria.", "possible"),
        ("Oman jailed two French officers on suspicion of bombing Syria.", "possible"),
        ("France continued to bomb Syria.", "actual"),
        ("France admitted that it bombed Syria.", "actual"),
    ],
)
def test_modality_of_a_bombing(extractor: Extractor, sentence: str, modality: str) -> None:
    assert act(extractor, sentence, "ATTACK").modality == modality


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Chad said that France had bombed Syria.", "TCD"),
        ("France had bombed Syria, Chad said.", "TCD"),
        ("According to Chad, France bombed Syria.", "TCD"),
        ("Chad accused France of bombing Syria.", "TCD"),
        ("Chad and Mali said that France had bombed Syria.", "TCD"),
        ("France bombed Syria, witnesses said.", None),
        ("France bombed Syria, the UN envoy to Chad said.", "united-nations"),
        ("Hamas, which has bombed Syria, will meet Iran, Chad said.", None),
        ("Chad said that Hamas, which had bombed Syria, would meet Iran.", "TCD"),
        ('"Hamas, which has bombed Syria, will meet Iran," Chad said.', "TCD"),
        ("France bombed Syria, Chad said, the third such raid this year.", "TCD"),
        ("France bombed Syria, Chad said, and killed two nuns.", "TCD"),
        ("France bombed Syria, the Spanish news agency Efe reported from Cairo.", "efe"),
        ("Israel said that, Chad recalled, France had bombed Syria.", "ISR"),
        ("France bombed Syria; Mali will recall its envoy, Chad said.", None),
        ("Chad said Iran was to blame; France bombed Syria.", None),
        ('"France bombed Syria; it killed two nuns," Chad said.', "TCD"),
    ],
)
def test_who_says_so(extractor: Extractor, sentence: str, speaker: str | None) -> None:
    attribution = act(extractor, sentence, "ATTACK").attributed_to
    assert (attribution.speaker.actor.id if attribution else None) == speaker
    assert attribution is None or attribution.via is None


def test_who_passes_the_words_on_is_via(extractor: Extractor) -> None:
    event = act(extractor, "Mali said that Chad had said that France had bombed Syria.", "ATTACK")
    assert event.attributed_to is not None
    assert event.attributed_to.speaker.actor.id == "TCD"
    assert event.attributed_to.via is not None
    assert event.attributed_to.via.actor.id == "MLI"


def test_who_will_do_a_kindness_no_more_unless_threatens_to(extractor: Extractor) -> None:
    (event,) = extractor.explain(
        "Togo said that it would withdraw its troops from Chad unless Mali arranged a truce."
    ).events
    assert (event.relation, event.content, event.target.actor.id) == ("THREATEN", "WITHDRAW", "TCD")
    assert (event.modality, event.attributed_to) == ("actual", None)


@pytest.mark.parametrize(
    ("sentence", "relation", "content", "target"),
    [
        ("Chad vowed to take part in the boycott of Mali.", "THREATEN", "SANCTION", "MLI"),
        ("Chad refused to take part in talks with Mali.", "REFUSE", "CONSULT", "MLI"),
        (
            "The opposition in Chad refused to participate in talks with the government.",
            "REFUSE",
            "CONSULT",
            "TCD",
        ),
    ],
)
def test_what_somebody_takes_part_in_is_what_he_speaks_of(
    extractor: Extractor, sentence: str, relation: str, content: str, target: str
) -> None:
    (event,) = extractor.explain(sentence).events
    assert (event.relation, event.content, event.target.actor.id) == (relation, content, target)
