"""Writes the examples of the OpenAPI description: `python -m tests.api.examples`."""

import json
import re
import tempfile
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from api.app import create_app
from api.examples import FILE
from api.settings import Settings
from extract.pipeline import Extractor
from graph.vocabulary import default_vocabulary
from tests.stores import file_address

GUIDE = Path(__file__).parents[2] / "docs" / "http.md"
LINES = {"Content-Type": "application/x-ndjson"}
TEXT = {"text": "Norway will send arms to Ukraine."}
QUESTIONS = {
    "relations": "/v1/relations?relation=condemns&since=2022",
    "ask": "/v1/ask?q=who+has+condemned+the+Kremlin+since+2022",
    "cypher": "/v1/cypher?relation=condemns&target=Russia",
    "paths": "/v1/paths?source=USA&target=Ukraine",
    "timeline": "/v1/timeline?relation=condemns&bucket=year",
    "network": "/v1/network?quad=material-conflict&limit=2",
    "events": "/v1/events?relation=attack&target=Ukraine",
    "actors": "/v1/actors?q=fr&limit=2",
    "actor": "/v1/actors/Ukraine",
    "article": "/v1/articles/paris-1",
    "vocabulary": "/v1/vocabulary",
    "healthz": "/healthz",
    "readyz": "/readyz",
}


def examples(extractor: Extractor) -> dict[str, Any]:
    """Every operation's request with its answer, of a graph of the guide's articles."""
    news = re.findall(r"^```jsonl\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), flags=re.M | re.S)[0]
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, file_address(Path(folder) / "graph.db").open() as store:
        app = create_app(Settings(), store=store, extractor=extractor)
        with TestClient(app, base_url="http://127.0.0.1:8000") as client:

            def keep(name: str, request: str, answer: Any) -> None:
                found[name] = {"request": request, "answer": answer}

            keep(
                "add_articles",
                "/v1/articles",
                client.post("/v1/articles", content=news, headers=LINES).json(),
            )
            keep("extract", "/v1/extract", client.post("/v1/extract", json=TEXT).json())
            for name, question in QUESTIONS.items():
                keep(name, question, client.get(question).json())
            event = f"/v1/events/{found['events']['answer']['events'][0]['id']}"
            keep("event", event, client.get(event).json())
    words = found["vocabulary"]["answer"]
    words["plover"], words["relations"] = words["plover"][:1], words["relations"][:1]  # 300 KB as a whole
    return found


if __name__ == "__main__":
    written = examples(Extractor(default_vocabulary()))
    FILE.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
