"""The plain objects into which a parse is copied say what spaCy's own say, and can be hung anew."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy

from extract.grammar.parse import Doc, Token
from extract.grammar.parser import Parser, load_model
from extract.grammar.repairs.lemmas import Lemmas, WordLists
from extract.text.blocks import blocks_of

SAMPLES = Path(__file__).parents[2] / "samples" / "articles.jsonl"


def places(tokens: Iterable[Token | spacy.tokens.Token]) -> list[int]:
    return [token.i for token in tokens]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(())


@pytest.fixture(scope="module")
def pairs(parser: Parser) -> list[tuple[Doc, spacy.tokens.Doc]]:
    """The sample articles: as copied, and as spaCy's whole pipeline reads them."""
    whole = load_model()
    records = map(json.loads, SAMPLES.read_text(encoding="utf-8").splitlines())
    read = list(whole.pipe(block.text for record in records for block in blocks_of(record["text"])))
    return [(parser.copied(doc), doc) for doc in read]


def test_a_copied_word_is_what_it_is_to_spacy(pairs: list[tuple[Doc, spacy.tokens.Doc]]) -> None:
    for copy, doc in pairs:
        for token, original in zip(copy, doc, strict=True):
            assert (token.text, token.lower_, token.whitespace_, token.idx, token.end) == (
                original.text,
                original.lower_,
                original.whitespace_,
                original.idx,
                original.idx + len(original),
            )
            assert (token.tag_, token.dep_, token.head.i) == (original.tag_, original.dep_, original.head.i)
            assert (token.is_space, token.is_punct) == (original.is_space, original.is_punct)


def test_parts_of_speech_are_those_of_the_models_rules(pairs: list[tuple[Doc, spacy.tokens.Doc]]) -> None:
    words = [(token, original) for copy, doc in pairs for token, original in zip(copy, doc, strict=True)]
    assert len(words) > 3_000
    assert {token.text for token, original in words if token.pos_ != original.pos_} == set()


def test_base_forms_are_those_of_spacys_lemmatizer(pairs: list[tuple[Doc, spacy.tokens.Doc]]) -> None:
    nlp = load_model()
    lemmas = Lemmas({pos: WordLists.of(nlp, pos) for pos in ("verb", "noun", "adj", "adv")})
    words = [(token, original) for copy, doc in pairs for token, original in zip(copy, doc, strict=True)]
    found = {
        (token.text, token.tag_, lemmas.listed(token.text, token.tag_, token.pos_), original.lemma_)
        for token, original in words
        if not token.lemma_
    }
    assert [row for row in sorted(found) if row[2] != row[3]] == []


def test_the_tree_of_a_copy_is_that_of_spacy(pairs: list[tuple[Doc, spacy.tokens.Doc]]) -> None:
    for copy, doc in pairs:
        assert [(s.start, s.end, s.root.i, s.text) for s in copy.sents] == [
            (s.start, s.end, s.root.i, s.text) for s in doc.sents
        ]
        for token, original in zip(copy, doc, strict=True):
            assert (token.sent.start, token.sent.end) == (original.sent.start, original.sent.end)
            assert (token.left_edge.i, token.right_edge.i) == (original.left_edge.i, original.right_edge.i)
            for name in ("children", "lefts", "rights", "ancestors", "subtree", "conjuncts"):
                assert places(getattr(token, name)) == places(getattr(original, name)), (name, original)


def tokens(parser: Parser, text: str) -> dict[str, Token]:
    (doc,) = parser.parse([text])
    return {token.text: token for token in doc}


def test_what_is_hung_elsewhere_is_found_there(parser: Parser) -> None:
    word = tokens(parser, "Norway sent blankets to Mali.")
    assert word["Norway"].right_edge is word["Norway"]
    word["to"].hang(word["Norway"], "prep")
    assert word["to"] in word["Norway"].children
    assert word["to"] not in word["sent"].children
    assert word["Norway"].right_edge is word["Mali"]
    assert places(word["Norway"].subtree) == [0, 3, 4]


def test_a_tree_that_goes_round_ends(parser: Parser) -> None:
    word = tokens(parser, "Norway sent blankets to Mali.")
    word["sent"].hang(word["Mali"], "dep")
    assert len(list(word["sent"].ancestors)) <= len(word["sent"].doc)
    assert word["sent"].right_edge.i >= word["sent"].i


def test_a_name_is_covered_by_the_words_it_cuts_into(parser: Parser) -> None:
    (doc,) = parser.parse(["Mali met Chad. Kenya met Uganda in 2004."])
    second = doc.sents[1]
    assert second.covering(second.text.index("anda"), second.text.index("04")).text == "Uganda in 2004"


def test_spacy_is_imported_without_its_command_line_which_stays_in_reach() -> None:
    script = (
        "import sys, extract.grammar; assert 'spacy' in sys.modules and 'spacy.cli' not in sys.modules;"
        "import spacy; assert spacy.info(silent=True)['spacy_version'] == spacy.__version__;"
        "assert sys.modules['spacy.cli'].__file__"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_words_are_cut_as_spacy_cuts_them_but_for_those_kept_whole(parser: Parser) -> None:
    text = "Col. Gen. Rossi re-opened the pro-Russian U.S.-backed co-op (e.g. ex-premier's), did he?"
    (doc,) = parser.parse([text])
    assert [token.text for token in doc] == (
        "Col. Gen. Rossi re-opened the pro - Russian U.S. - backed co-op ( e.g. ex-premier 's ) , did he ?"
    ).split()
