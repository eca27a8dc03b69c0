"""A worked example of each operation for the OpenAPI description: a request, and the answer it really got.

`python -m tests.api.examples` writes them into `examples.json`, from the five articles of docs/http.md.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

FILE = Path(__file__).with_name("examples.json")


def with_examples(paths: dict[str, Any]) -> None:
    """Put the examples into the operations of a description."""
    examples = json.loads(FILE.read_text(encoding="utf-8"))
    for operation in (operation for operations in paths.values() for operation in operations.values()):
        example = examples.get(operation["operationId"])
        if example is None:
            continue
        operation["responses"]["200"]["content"]["application/json"]["example"] = example["answer"]
        asked = parse_qs(urlsplit(example["request"]).query)
        for parameter in operation.get("parameters", ()):
            given = asked.get(parameter["name"])
            if parameter["in"] == "query" and given is not None:
                many = parameter["schema"].get("type") == "array"
                parameter["example"] = given if many else given[0]
