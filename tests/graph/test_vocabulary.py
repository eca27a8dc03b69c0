"""The codebook's relations: complete, free of contradictions, found by the words people use."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import CodebookError, UnknownName
from graph.model import Plover
from graph.vocabulary import CODEBOOK, default_vocabulary, read_vocabulary, verb_forms

VOCABULARY = default_vocabulary()


def test_some_forty_relations_cover_all_sixteen_types() -> None:
    assert len(VOCABULARY.relations) >= 40
    assert {relation.plover for relation in VOCABULARY.relations.values()} == set(Plover)


@pytest.mark.parametrize("name", VOCABULARY.relations)
def test_a_relation_is_fully_described(name: str) -> None:
    relation = VOCABULARY.relations[name]
    assert re.fullmatch("[A-Z][A-Z_]*", name)
    assert re.fullmatch("[0-9]{2,4}", relation.cameo)
    assert 1 <= int(relation.cameo[:2]) <= 20
    assert relation.definition.strip().endswith(".")
    assert relation.frames
    assert relation.examples
    assert relation.not_examples


@pytest.mark.parametrize("name", VOCABULARY.relations)
def test_a_relation_is_found_by_its_name_in_any_form(name: str) -> None:
    words = name.replace("_", " ").lower()
    assert VOCABULARY.relation(name).name == name
    for form in verb_forms(words):
        assert VOCABULARY.relation(form).name == name


@pytest.mark.parametrize("name", VOCABULARY.relations)
def test_every_actor_and_relation_that_an_example_names_exists(name: str) -> None:
    for example in VOCABULARY.relations[name].examples:
        for id in (example.source, example.target):
            assert VOCABULARY.gazetteer.actor(id) or id in VOCABULARY.gazetteer.holders, example
        content = example.expected.get("content")
        assert content is None or content in VOCABULARY.relations, example


def test_an_unknown_relation_is_refused_with_near_names() -> None:
    with pytest.raises(UnknownName, match=r"did you mean .*CONDEMN"):
        VOCABULARY.relation("condem")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("condemn", ("condemn", "condemns", "condemned", "condemning")),
        ("accuse", ("accuse", "accuses", "accused", "accusing")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("deploy", ("deploy", "deploys", "deployed", "deploying")),
        ("ban", ("ban", "bans", "banned", "banning")),
        ("meet", ("meet", "meets", "met", "meeting")),
        ("break", ("break", "breaks", "broke", "broken", "breaking")),
        ("call on", ("call on", "calls on", "called on", "calling on")),
        ("clash", ("clash", "clashes", "clashed", "clashing")),
    ],
)
def test_verbs_are_inflected(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


# A codebook of one's own.

CLASSES = '[classes]\nsanctions = ["sanction"]\n'
RELATION = """
plover = "ACCUSE"
[CONDEMN]
cameo = "111"
definition = "Speaks against."
verbs = ["condemn X"]
examples = [{ text = "France condemned Russia.", source = "FRA", target = "RUS" }]
"""


def write_codebook(folder: Path, relations: str = RELATION, classes: str = CLASSES) -> Path:
    (folder / "relations").mkdir()
    (folder / "actors").mkdir()
    (folder / "classes.toml").write_text(classes, encoding="utf-8")
    (folder / "relations" / "accuse.toml").write_text(relations, encoding="utf-8")
    return folder


def test_a_codebook_of_ones_own_is_read(tmp_path: Path) -> None:
    vocabulary = read_vocabulary(write_codebook(tmp_path))
    relation = vocabulary.relation("condemns")
    assert (relation.plover, relation.cameo) == (Plover.ACCUSE, "111")
    assert [frame.text for frame in vocabulary.verb_frames["condemn"]] == ["condemn X"]


def test_a_form_of_two_verbs_is_of_the_longer() -> None:
    assert (VOCABULARY.verb_of_form["waged"], VOCABULARY.verb_of_form["raped"]) == ("wage", "rape")


def test_the_hash_follows_every_change(tmp_path: Path) -> None:
    folder = write_codebook(tmp_path)
    before = read_vocabulary(folder).hash
    assert read_vocabulary(folder).hash == before
    (folder / "classes.toml").write_text(CLASSES + "# a remark\n", encoding="utf-8")
    assert read_vocabulary(folder).hash != before


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda text: text.replace('"111"', "111"), "CAMEO code of CONDEMN must be a string"),
        (lambda text: text.replace('"ACCUSE"', '"BLAME"'), "'BLAME' is not a PLOVER type"),
        (lambda text: text.replace("definition", "defintion"), "defintion"),
        (lambda text: text.replace("condemn X", "impose <taxes> on X"), "unknown class <taxes>"),
        (lambda text: text.replace("]", "", 1), "accuse.toml"),
        (lambda text: text + "[CONDEMN]\n", "accuse.toml"),
    ],
    ids=["number as code", "unknown type", "misspelt key", "unknown class", "broken TOML", "defined twice"],
)
def test_a_spoilt_codebook_is_refused_with_the_place(
    tmp_path: Path, spoil: Callable[[str], str], complaint: str
) -> None:
    with pytest.raises(CodebookError, match=complaint):
        read_vocabulary(write_codebook(tmp_path, spoil(RELATION)))


def test_a_folder_without_a_codebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"no codebook here"):
        read_vocabulary(tmp_path)


def test_the_codebook_ships_with_the_package() -> None:
    assert CODEBOOK.is_dir()
    assert VOCABULARY.hash == read_vocabulary(CODEBOOK).hash
