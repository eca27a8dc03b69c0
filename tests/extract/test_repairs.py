"""What the parser misreads is put right, and what it reads rightly is left alone."""

import pytest

from extract.pipeline import Extractor
from tests.extract.triples import triples


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the only verb of the sentence, read as a participle, an adjective or a noun
        ("The Turkish junta resorted to jailing the editors of two Ankara dailies.", "TUR ARREST TUR-MED"),
        ("Oxfam International exhorted Togo to free its prisoners.", "oxfam DEMAND TGO"),
        ("Kenyan policemen flogged students in Kisumu.", "KEN-COP TORTURE KEN-EDU"),
        # "to" before a noun that looks like a verb's place
        (
            "President Rafael Correa of Ecuador bowed on Friday to highland banana growers.",
            "ECU CONCEDE ECU-AGR",
        ),
    ],
)
def test_misread_verbs_and_prepositions(extractor: Extractor, sentence: str, expected: str) -> None:
    assert expected in triples(extractor, sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Talks on grain exports from Ukraine stalled by Russia",
        "A book about the village shelled by Serb gunners",
    ],
)
def test_heading_is_no_sentence_without_a_verb(extractor: Extractor, line: str) -> None:
    doc = extractor._nlp(line)
    assert [token.text for token in doc if token.dep_ == "ROOT"] == [line.split()[0 if line[0] == "T" else 1]]
