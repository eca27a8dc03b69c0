"""What the service is held against: a FastAPI application of one endpoint that answers with what it holds."""

from typing import Any

from fastapi import FastAPI

ROWS = [
    {
        "source": {"id": f"actor-{n}", "name": f"Actor number {n}"},
        "relation": "CONDEMN",
        "base": "ACCUSE",
        "target": {"id": "RUS", "name": "Russia"},
        "events": 1000 - n,
        "claimed": n,
        "articles": 500 - n,
        "first": "2015-01-01",
        "last": "2024-12-31",
    }
    for n in range(100)
]

app = FastAPI()


@app.get("/bare")
def bare() -> dict[str, Any]:
    """As many rows as the answer of the service, ready-made."""
    return {"query": {"relation": ["CONDEMN"]}, "relations": ROWS, "undated": 0, "next": None}
