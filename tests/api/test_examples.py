"""The examples in the OpenAPI description are what the server answers, and fit what it describes."""

import json
from typing import Any

import jsonschema_rs

from api.app import create_app
from api.examples import FILE
from extract.pipeline import Extractor
from tests.api.examples import examples

# What a change of the extractor or the codebook moves without making an example untrue in kind.
MOVING = frozenset({"extractor", "codebook", "hash", "confidence", "why", "aliases"})


def settled(record: Any) -> Any:
    if isinstance(record, dict):
        return {key: settled(value) for key, value in record.items() if key not in MOVING}
    return [settled(value) for value in record] if isinstance(record, list) else record


def test_examples_are_what_the_server_answers(extractor: Extractor) -> None:
    written = json.loads(FILE.read_text(encoding="utf-8"))
    assert settled(written) == settled(examples(extractor)), "run: python -m tests.api.examples"


def test_every_operation_that_answers_in_json_has_an_example_of_its_schema() -> None:
    described = create_app().openapi()
    seen = set()
    for path, operations in described["paths"].items():
        for operation in operations.values():
            content = operation["responses"].get("200", {}).get("content", {}).get("application/json")
            if content is None or path.endswith(".{form}"):
                continue
            schema = {**content["schema"], "components": described["components"]}
            jsonschema_rs.validate(schema, content["example"])
            seen.add(operation["operationId"])
    assert seen == set(json.loads(FILE.read_text(encoding="utf-8")))
