"""The codebook: which relations there are."""

from typing import Any

from fastapi import APIRouter

from api.answers import vocabulary_record
from api.services import Parts
from graph.model import Plover

router = APIRouter(tags=["vocabulary"])


@router.get("/v1/vocabulary")
def vocabulary(parts: Parts) -> dict[str, Any]:
    """Every relation with its definition, PLOVER type, CAMEO code and examples."""
    relations = sorted(parts.vocabulary.relations.values(), key=lambda r: r.name)
    return {
        "hash": parts.vocabulary.hash,
        "plover": [{"name": str(plover), "quad": plover.quad} for plover in Plover],
        "relations": [vocabulary_record(relation) for relation in relations],
    }
