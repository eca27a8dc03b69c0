"""What the parser misreads is put right, and what it reads rightly is left alone."""

import pytest

from extract.pipeline import Extractor
from graph.model import Article
from tests.extract.triples import triples


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the only verb of the sentence, read as a participle, an adjective or a noun
        ("The Cuban leadership turned to jailing the editors of two Havana weeklies.", "CUB ARREST CUB-MED"),
        ("Caritas Internationalis implored Laos to lift its curfew.", "caritas DEMAND LAO"),
        ("Kenyan policemen flogged students in Kisumu.", "KEN-COP TORTURE KEN-EDU"),
        # the bare verb of what is demanded, read as a part of a noun
        ("Syria demanded that Lebanon disarm militias near Tripoli.", "SYR DEMAND LBN"),
        ("Moscow urged that China veto sanctions on Damascus.", "RUS DEMAND CHN"),
    ],
)
def test_misread_verbs(extractor: Extractor, sentence: str, expected: str) -> None:
    assert expected in triples(extractor, sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rockets fired from Lebanon wounded three Israelis.", "LBN KILL ISR-CVL"),
        ("Mortar rounds fired from Syrian soil killed two Turkish women.", "SYR KILL TUR-CVL"),
        ("A Polish engineer held captive by the Taliban was freed by Pakistan.", "PAK RELEASE POL-LAB"),
    ],
)
def test_a_participle_behind_the_subject_is_not_the_verb_of_the_clause(
    extractor: Extractor, sentence: str, expected: str
) -> None:
    assert expected in triples(extractor, sentence)


def test_two_verbs_of_one_subject_stay_what_they_are(extractor: Extractor) -> None:
    sentence = "Kenyan soldiers fired at a boat and arrested Somali fishermen."
    assert "KEN-MIL ARREST SOM-AGR" in triples(extractor, sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya branded Chad a pariah.", "KEN CONDEMN TCD"),
        ("Kenya held Uganda responsible for the blast.", "KEN ACCUSE UGA"),
        ("Turkey has kept its border with Armenia shut for years.", "TUR BLOCKADE ARM"),
    ],
)
def test_what_somebody_is_called_or_left_is_said_of_him(
    extractor: Extractor, sentence: str, expected: str
) -> None:
    assert expected in triples(extractor, sentence)


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("Talks on grain exports from Ukraine stalled by Russia.", "Talks"),
        ("A book about the village that Serb gunners shelled for weeks.", "book"),
    ],
)
def test_what_has_an_agent_or_a_subject_is_no_lost_verb(extractor: Extractor, line: str, head: str) -> None:
    assert [token.text for token in next(extractor.parser.parse([line])) if token.dep_ == "ROOT"] == [head]


def test_a_noun_beside_a_name_is_no_verb_where_another_stands_behind_a_plural(extractor: Extractor) -> None:
    (doc,) = extractor.parser.parse(["The report insisted that Iran oil sales fund rebels."])
    assert "oil" not in {token.text for token in doc if token.pos_ == "VERB"}


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Chad stuck up for Mali at the meeting of the African Union, Niger's envoy to the talks said.",
            "NER",
        ),
        ("Chad shelled Libya, a lawyer for the Egyptian government said.", "EGY"),
        ("The Tamil Tigers shelled Indian troops, the French news agency AFP reported from Jaffna.", "afp"),
        ("Turkey shelled the PKK, an aide to a Spanish general said.", "ESP-MIL"),
        ("Turkey shelled the PKK, a spokesman for the rebel group said.", "pkk"),
        ("France shelled Mali before the meeting with the envoys, a spokesman for Algeria said.", "DZA"),
    ],
)
def test_who_says_so_may_come_last(extractor: Extractor, sentence: str, speaker: str) -> None:
    events = extractor.extract(Article(id="a", text=sentence)).events
    assert {e.attributed_to.speaker.actor.id for e in events if e.attributed_to} == {speaker}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chad's plan to defeat Boko Haram was a success.", "TCD FIGHT boko-haram"),
        ("Germany stood shoulder to shoulder with the people of France.", "DEU SUPPORT FRA-CVL"),
        ("The Greek premier came face to face with Turkey's president.", "GRC MEET TUR"),
        (
            "A series of precision U.S. airstrikes against Hezbollah this week hit a port.",
            "USA ATTACK hezbollah",
        ),
        (
            "Chad's minister joined the US Secretary of State and other partners for talks on Mali.",
            "TCD MEET USA",
        ),
        ("Jordan's king forgave Chad and Niger for arming rebels.", "JOR FORGIVE TCD"),
        ("Thailand demanded that Cambodia pull back troops from Surin.", "THA DEMAND KHM"),
        (
            "Zambian bishops called on the president to step down and urged Britain to freeze aid to Lusaka.",
            "ZMB-REL DEMAND GBR",
        ),
        ("Norway asked Sudan to free two Norwegian nurses and recalled its envoy.", "NOR DEMAND SDN"),
        ("The Peruvian government gave in on Monday to dockyard workers in Callao.", "PER CONCEDE PER-LAB"),
    ],
)
def test_words_that_the_parser_hangs_elsewhere(extractor: Extractor, sentence: str, expected: str) -> None:
    assert expected in triples(extractor, sentence)


def test_who_says_so_may_be_here(extractor: Extractor) -> None:
    text = "BELGRADE, May 4 (Tanjug) - Libya freed two Serbian doctors, the foreign ministry here said."
    (event,) = extractor.extract(Article(id="a", text=text)).events
    assert event.attributed_to is not None
    assert event.attributed_to.speaker.actor.id == "SRB"


def test_subject_is_not_joined_to_a_place_before_it(extractor: Extractor) -> None:
    text = "At a lodge in Arusha, Burundi and Rwanda haggled over a lake."
    assert triples(extractor, text) == {"BDI NEGOTIATE RWA", "RWA NEGOTIATE BDI"}


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("retook", "retake"),
        ("underwrote", "underwrite"),
        ("waged", "wage"),
        ("planned", "plan"),
        ("unbanned", "unban"),
        ("resupplied", "resupply"),
        ("reoccupied", "reoccupy"),
        ("defunding", "defund"),
        ("installed", "install"),
        ("greenlighted", "greenlight"),
        ("hoped", "hope"),
    ],
)
def test_base_forms_that_the_lemmatizer_does_not_know(extractor: Extractor, form: str, base: str) -> None:
    assert base in {
        token.lemma_ for token in next(extractor.parser.parse([f"The army {form} it in the war."]))
    }


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Pakistan shoots down Indian jets", {"PAK ATTACK IND-MIL"}),
        ("Kenya police fire on protesters", {"KEN-COP REPRESS KEN-OPP"}),
        ("Thai army raids opposition party offices", {"THA-MIL SEIZE THA-OPP"}),
        ("North Korea fires missile over Japan", {"PRK SHOW_FORCE JPN"}),
        ("Zimbabwe opposition boycotts talks with Mugabe", {"ZWE-OPP HALT_TALKS ZWE"}),
        ("Israel bombs Beirut suburbs", {"ISR ATTACK LBN"}),
        ("US sanctions on Iran", {"USA SANCTION IRN"}),
        ("Russian air strikes in Syria", {"RUS ATTACK SYR"}),
        ("Iran nuclear talks resume in Vienna", set()),
        ("South Korea trade surplus hits record", set()),
        ("Ukraine war crimes court opens", set()),
    ],
)
def test_a_headline_has_a_verb(extractor: Extractor, headline: str, expected: set[str]) -> None:
    assert triples(extractor, headline) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what stands behind a date or a participle belongs to the noun before
        ("Norway welcomed the pact on 2 March between Chad and Mali.", {"TCD SIGN MLI", "MLI SIGN TCD"}),
        (
            "Norway welcomed the pact between Chad, led by its president, and Mali.",
            {"TCD SIGN MLI", "MLI SIGN TCD"},
        ),
        # nobody is spoken to behind what fell to him
        (
            "Speaking a week after the fall of Mopti to Tuareg rebels, France condemned Mali.",
            {"FRA CONDEMN MLI"},
        ),
        # "as well as" adds to the noun before it
        (
            "France met with Chad's army, as well as Malian officers accused of fraud.",
            {"FRA MEET TCD-MIL", "TCD-MIL MEET FRA", "FRA MEET MLI-COP", "MLI-COP MEET FRA"},
        ),
        # what somebody gets, behind his name
        ("France returned to Benin a statue of a king.", {"FRA RETURN BEN"}),
        ("France handed over to Mali two suspects.", {"FRA EXTRADITE MLI"}),
        # two whom "and" joins, and what is said of them
        (
            "Nauru and Tonga flouted the Pacific Islands Forum's rules.",
            {"NRU DEFY pacific-islands-forum", "TON DEFY pacific-islands-forum"},
        ),
        ("Chad and Niger, foes in a long war, signed a truce.", {"TCD CEASE_FIRE NER", "NER CEASE_FIRE TCD"}),
        # the object of an infinitive is no second subject, what a "by" belongs to no verb
        (
            "Togo lost more. The Kenyan strategy to defeat ISIL is succeeding. Mali is free.",
            {"KEN FIGHT islamic-state"},
        ),
        ("Danish airstrikes against Hezbollah killed twenty.", {"DNK ATTACK hezbollah"}),
        # a verb that is no noun, a name behind a manner, a subject behind a name, a title and its place
        (
            "The Mexican Foreign Ministry denounces Ecuador, whose police jailed a Togolese.",
            {"MEX CONDEMN ECU", "ECU-COP ARREST TGO-CVL"},
        ),
        (
            "France condemns in the strongest terms Islamic State Khorasan, which met.",
            {"FRA CONDEMN is-khorasan"},
        ),
        ("U.S.-backed rebels shelled Chad.", {"TCD-REB ATTACK TCD", "USA SUPPORT TCD-REB"}),
    ],
)
def test_what_hangs_elsewhere(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert triples(extractor, text) == expected
