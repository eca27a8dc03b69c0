"""What the routes work with: the store, the extractor, the vocabulary; made when the server starts."""

import threading
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from api.metrics import Metrics
from api.names import GraphVocabulary
from api.settings import Settings
from extract.pipeline import Extractor, ModelMissing
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Services:
    """The server's parts. One text is read at a time (`reading`): a pipeline is not made for threads."""

    settings: Settings
    store: Store
    vocabulary: GraphVocabulary
    metrics: Metrics
    model: Extractor | ModelMissing
    reading: threading.Lock = field(default_factory=threading.Lock)

    @property
    def extractor(self) -> Extractor:
        """The extractor. Raises ModelMissing where its model could not be loaded."""
        if isinstance(self.model, ModelMissing):
            raise self.model
        return self.model


async def _services(request: Request) -> Services:
    services = request.app.state.services
    assert isinstance(services, Services)
    return services


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a request: one JSON value, or one a line (`lines`)."""

    raw: bytes
    lines: bool


async def _json_body(request: Request) -> Body:
    """The body of a request that says it is JSON: a form on a page elsewhere cannot say so."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in JSON_TYPES:
        raise HTTPException(415, f"Send Content-Type: {' or '.join(JSON_TYPES)}, not {kind or 'none'}.")
    return Body(await request.body(), lines=kind != JSON_TYPES[0])


JSON_TYPES = ("application/json", "application/x-ndjson", "application/jsonl")
Parts = Annotated[Services, Depends(_services)]
JsonBody = Annotated[Body, Depends(_json_body)]
