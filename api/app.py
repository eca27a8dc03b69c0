"""The HTTP application: create_app() puts its parts together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import structlog
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.staticfiles import StaticFiles

from api.access import KEY_PROBLEMS, RATE_PROBLEMS, KeyCheck, OtherPages, RateLimit, is_open, key_ring
from api.conditional import HeadersOnly, Revalidation
from api.examples import with_examples
from api.guard import AddressCheck, BodyLimit, HostCheck, SafeHeaders, own_host
from api.kept import KeptAnswers
from api.metrics import Metrics
from api.names import GraphVocabulary
from api.problems import PROBLEMS, Problem, add_problems
from api.requests import RequestLog
from api.routes import (
    actors,
    articles,
    browser,
    cypher,
    events,
    export,
    pages,
    paths,
    relations,
    status,
    vocabulary,
)
from api.services import Services
from api.settings import Settings
from extract.pipeline import Extractor, ModelMissing
from graph.store import Store, open_store
from graph.vocabulary import default_vocabulary

log = structlog.stdlib.get_logger("gkg.api")
WEB = Path(__file__).parent / "web"


WAITS = 3.0  # seconds a request waits for a server that is away before it is told so


def served_store(settings: Settings) -> Store:
    """The store of a server that answers: who asks is told soon when it is away, and asks again."""
    return open_store(settings.store, settings.login, patience=WAITS, seconds=settings.query_seconds)


def create_app(
    settings: Settings | None = None, store: Store | None = None, extractor: Extractor | None = None
) -> FastAPI:
    """The application. A store or extractor that is not given is opened when the server starts.

    Without a language model questions are still answered; only reading texts is not (503).
    """
    chosen = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        vocabulary = default_vocabulary()
        _ = vocabulary.relation_words  # reads every line of it, which the first question need not wait for
        opened = app.state.metrics.timed(store or served_store(chosen))
        app.state.services = Services(
            settings=chosen,
            store=opened,
            vocabulary=GraphVocabulary.of(vocabulary, opened),
            metrics=app.state.metrics,
            model=extractor or _extractor(chosen),
        )
        try:
            yield
        finally:
            if store is None:
                opened.close()

    app = FastAPI(
        title="gkg",
        summary="Who does what to whom in international politics, with the sentences that say so.",
        version=installed_version(),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        responses=PROBLEMS
        | (KEY_PROBLEMS if chosen.demands_keys else {})
        | (RATE_PROBLEMS if chosen.rate else {}),
    )
    add_problems(app)
    app.state.metrics = Metrics(installed_version())
    _guard(app, chosen)
    for part in (
        relations,
        cypher,
        paths,
        events,
        actors,
        articles,
        export,
        vocabulary,
        status,
        pages,
        browser,
    ):
        app.include_router(part.router)
    app.mount("/web", StaticFiles(directory=WEB), name="web")
    app.mount("/swagger", StaticFiles(packages=[("fastapi_offline", "static")]), name="swagger")
    _describe(app, keys=chosen.demands_keys)
    return app


def _guard(app: FastAPI, settings: Settings) -> None:
    """What a request passes before its route: the last one named here is the first one it meets."""
    app.add_middleware(KeptAnswers)
    app.add_middleware(Revalidation)
    app.add_middleware(HeadersOnly)
    app.add_middleware(BodyLimit, limit=settings.body_limit, seconds=settings.body_seconds)
    if settings.rate:
        app.add_middleware(RateLimit, rate=settings.rate)
    if settings.demands_keys:
        app.add_middleware(KeyCheck, keys=key_ring(settings))
    if settings.cors_origins:
        app.add_middleware(OtherPages, origins=settings.cors_origins)
    app.add_middleware(HostCheck, allowed=[*own_host(settings.host), *settings.allowed_hosts])
    app.add_middleware(AddressCheck)
    app.add_middleware(SafeHeaders)
    app.add_middleware(RequestLog, count=app.state.metrics.count_served)


def installed_version() -> str:
    """The version of gkg that is installed."""
    try:
        return version("gkg")
    except PackageNotFoundError:
        return "0+unknown"


def _extractor(settings: Settings) -> Extractor | ModelMissing:
    try:
        return Extractor(default_vocabulary(), model=settings.model)
    except ModelMissing as missing:
        log.error("no language model; texts cannot be read", mend=str(missing))
        return missing


def _describe(app: FastAPI, *, keys: bool) -> None:
    """The OpenAPI description, with the problem that every error is, and the key where one is demanded."""

    def described() -> dict[str, object]:
        if app.openapi_schema is None:
            schema = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
            components = schema.setdefault("components", {})
            schemas = components.setdefault("schemas", {})
            problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas.update(problem.pop("$defs", {}))
            schemas["Problem"] = problem
            for operations in schema["paths"].values():
                for operation in operations.values():  # what it does, not the name of a function
                    operation["summary"] = operation["description"].partition("\n")[0].rstrip(".")
            with_examples(schema["paths"])
            if keys:
                components["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
                for path, operations in schema["paths"].items():
                    for operation in operations.values():
                        operation["security"] = [] if is_open(path) else [{"key": []}]
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # as FastAPI documents it
