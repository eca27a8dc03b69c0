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
        "France has at no time condemned Syria.",
        "At no point in the war had France condemned Syria.",
        "France in no way condemned Syria.",
        "Norway never armed Mali, nor has France condemned Syria.",
        "France neither bombed Mali nor condemned Syria.",
        "France has neither bombed Mali nor condemned Syria.",
        "France did not after all condemn Syria.",
        "France no longer condemns Syria.",
        "Nobody in Paris ever condemned Syria.",
        "Not one French minister condemned Syria.",
        "France has not, its foreign minister said, condemned Syria.",
        "France was unable to condemn Syria.",
    ],
)
def test_negated_condemnation(extractor: Extractor, sentence: str) -> None:
    assert act(extractor, sentence, "CONDEMN").negated


@pytest.mark.parametrize(
    ("sentence", "relation", "negated"),
    [
        ("Not a single rifle was sent to Mali by France.", "ARM", True),
        ("The envoy left Cairo without talks between Israel and Hamas.", "CONSULT", True),
        ("Inspectors found no trace of an Iraqi attack on Iran.", "ATTACK", True),
        ("Spain has paid Morocco nothing.", "FUND", True),
        ("Mali, neither friend nor foe of Niger, held elections.", "ALLY", True),
        ("Israel did not bomb Syria and withdrew from Lebanon.", "WITHDRAW", False),
        ("Chad did not bomb Niger but accused it of arming rebels.", "ACCUSE", False),
        ("Israel not only bombed Lebanon but also invaded Gaza.", "ATTACK", False),
        ("Hardly had Iraq invaded Kuwait when France condemned Iraq.", "INVADE", False),
    ],
)
def test_how_far_a_denial_reaches(extractor: Extractor, sentence: str, relation: str, negated: bool) -> None:
    event = act(extractor, sentence, relation)
    assert (event.modality, event.negated) == ("actual", negated)


def test_who_denies_his_own_act_reports_nothing_but_the_denial(extractor: Extractor) -> None:
    event = act(extractor, "Sudan's army, its spokesman said, at no time bombed Chad.", "ATTACK")
    assert (event.negated, event.attributed_to) == (True, None)
    event = act(extractor, "Sudan denied that it had bombed Chad.", "ATTACK")
    assert event.attributed_to is not None


def test_who_is_obliged_has_promised_and_who_was_has_done_it(extractor: Extractor) -> None:
    (event,) = extractor.explain("Greece is obliged to help Cyprus.").events
    assert (event.relation, event.content) == ("PROMISE", "AID")
    (event,) = extractor.explain("Greece was obliged to help Cyprus.").events
    assert (event.relation, event.modality) == ("AID", "actual")


@pytest.mark.parametrize(
    ("sentence", "relation", "standing"),
    [
        ("Peru felt obliged to lodge a protest with Chile.", "COMPLAIN", ("actual", False)),
        ("Peru's minister felt bound to reject a Chilean proposal.", "REJECT", ("actual", False)),
        ("Kenya found itself obliged to recall its envoy to Chad.", "REDUCE_RELATIONS", ("actual", False)),
        ("Zambia was constrained to close its border with Angola.", "BLOCKADE", ("actual", False)),
        ("Cyprus was left with no choice but to expel the Turkish envoy.", "EXPEL", ("actual", False)),
        ("The army of Chad had no alternative but to surrender to Mali.", "SURRENDER", ("actual", False)),
        ("Cyprus will have no choice but to expel the Turkish envoy.", "EXPEL", ("planned", False)),
        ("Norway could not but condemn Chad.", "CONDEMN", ("actual", False)),
        ("Norway could not help but condemn Chad.", "CONDEMN", ("actual", False)),
        ("Norway did not hesitate to expel the Russian envoy.", "EXPEL", ("actual", False)),
        ("Norway did not hesitate for a moment to condemn Chad.", "CONDEMN", ("actual", False)),
        ("Norway will not hesitate to expel the Russian envoy.", "EXPEL", ("planned", False)),
        ("Norway does not shrink from condemning Chad.", "CONDEMN", ("actual", False)),
        ("Norway did not feel obliged to condemn Chad.", "CONDEMN", ("actual", True)),
        ("Norway may feel obliged to condemn Chad.", "CONDEMN", ("possible", False)),
        ("Norway proceeded to expel the Russian envoy.", "EXPEL", ("actual", False)),
        ("Libya is believed to have gone on arming Chad.", "ARM", ("possible", False)),
        ("Chad will have two Libyan diplomats expelled.", "EXPEL", ("planned", False)),
        ("Chad never had the Libyan envoy arrested.", "ARREST", ("actual", True)),
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
        ("France, Chad's government said, had bombed Syria.", "TCD"),
        ("France, a Chadian general told the BBC on Sunday, had twice bombed Syria.", "TCD-MIL"),
        ("French jets, a spokesman for the United Nations said, had bombed Syria.", "united-nations"),
        ("France, said the Chadian foreign minister, had bombed Syria.", "TCD"),
        ("French troops, Chad insisted, at no time fired on Syria.", "TCD"),
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


@pytest.mark.parametrize(
    ("sentence", "relation", "speaker"),
    [
        ("Rwanda, the UN said, had bombed a camp in Congo.", "ATTACK", "united-nations"),
        ("That Rwanda had bombed a camp in Congo was confirmed by the UN.", "ATTACK", "united-nations"),
        ("Georgia was said by Ukraine to have shelled Armenia.", "ATTACK", "UKR"),
        ("Egypt's report that Libya had arrested two Egyptians was not confirmed.", "ARREST", "EGY"),
        ("Kosovo's president tweeted that Serbia had attacked Albania.", "ATTACK", "XKX"),
    ],
)
def test_who_says_so_wherever_he_is_named(
    extractor: Extractor, sentence: str, relation: str, speaker: str
) -> None:
    found = act(extractor, sentence, relation)
    assert found.modality.value == "actual"
    assert found.attributed_to is not None
    assert found.attributed_to.speaker.actor.id == speaker


def test_a_rumour_is_nobodys_claim(extractor: Extractor) -> None:
    found = act(extractor, "Rumours that Libya had arrested two Italians were denied.", "ARREST")
    assert (found.modality.value, found.attributed_to) == ("possible", None)


def test_who_is_not_about_to_do_something_will_not(extractor: Extractor) -> None:
    found = act(extractor, "Serbia said it was not about to recognise Kosovo.", "RECOGNIZE")
    assert (found.modality.value, found.negated) == ("planned", True)


def test_who_is_due_somewhere_has_not_come_yet(extractor: Extractor) -> None:
    assert str(act(extractor, "Ghana's president is due in Lomé on Friday.", "VISIT").modality) == "planned"
    assert str(act(extractor, "Ghana's president arrived in Lomé on Friday.", "VISIT").modality) == "actual"
