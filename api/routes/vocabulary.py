"""The codebook: which relations there are."""

from fastapi import APIRouter, Response

from api.answers import VocabularyAnswer, vocabulary_record
from api.lists import AsForm, Columns, listed, whole
from api.services import Parts
from graph.model import Plover

router = APIRouter(tags=["vocabulary"])

VOCABULARY = Columns(
    rows="relations",
    cells={name: name for name in ("name", "plover", "quad", "cameo", "reciprocal", "definition")},
)


@listed(router, "/v1/vocabulary", VocabularyAnswer)
def vocabulary(form: AsForm, parts: Parts) -> Response:
    """Every relation with its definition, PLOVER type, CAMEO code and examples."""
    relations = sorted(parts.vocabulary.relations.values(), key=lambda r: r.name)
    answer = {
        "hash": parts.vocabulary.hash,
        "plover": [{"name": str(plover), "quad": plover.quad} for plover in Plover],
        "relations": [vocabulary_record(relation) for relation in relations],
    }
    return whole(form, VOCABULARY, answer)
