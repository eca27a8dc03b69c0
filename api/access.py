"""Who may ask, and how often. What is not open to everybody needs a key, where keys are demanded."""

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.keys import Key, KeyRing, KeysBroken, May
from api.problems import RETRY_AFTER, described, problem
from api.rates import Rate, address_of
from api.settings import Settings

# Pages, their parts, whether the server is well: nothing of the graph. All else is shut, new things too.
OPEN = frozenset(("/", "/docs", "/openapi.json", "/healthz", "/readyz"))
OPEN_FOLDERS = ("/web/", "/swagger/", "/browser/")
READING = frozenset(("GET", "HEAD", "OPTIONS"))
STORES_NOTHING = frozenset(("/v1/extract",))  # takes a body and only answers
GUESSES = "10/minute"  # wrong keys from one address
KEY = "gkg.key"  # where a request carries whose key it showed

MISSING = (
    "This server answers who shows a key: send the header Authorization: Bearer KEY. "
    "Its operator makes keys with gkg key new."
)
WRONG = "This key is wrong or was revoked."
READ_ONLY = "This key may read; to store or delete takes one that may write (gkg key new NAME --write)."
GUESSING = "Too many wrong keys came from your address."
BROKEN = "The server cannot read its keys just now; its log says why."

KEY_PROBLEMS = described({401: "No key was shown, or a wrong one", 403: "The key may not store"})
RATE_PROBLEMS = described({429: "Asked too often; Retry-After says when to ask again"})


def is_open(path: str) -> bool:
    """Whether everybody may see what is here."""
    return path in OPEN or path.startswith(OPEN_FOLDERS)


def key_ring(settings: Settings) -> KeyRing:
    """The keys that a server knows."""
    first = settings.api_key.get_secret_value() if settings.api_key else None
    return KeyRing(settings.keys, first)


class KeyCheck:
    """Lets through who shows a key that allows what is asked, and whatever is open."""

    def __init__(self, app: ASGIApp, *, keys: KeyRing, guesses: str = GUESSES) -> None:
        self._app = app
        self._keys = keys
        self._wrong = Rate(guesses, "wrong-keys")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or is_open(scope["path"]):
            await self._app(scope, receive, send)
            return
        try:
            found = self._key(scope)
        except KeysBroken:
            found = problem(503, BROKEN, kind="keys-broken", headers={"Retry-After": RETRY_AFTER})
        if isinstance(found, Key):
            scope[KEY] = found
            await self._app(scope, receive, send)
        else:
            await found(scope, receive, send)

    def _key(self, scope: Scope) -> Key | Response:
        """The key that a request shows, or the answer that it gets in its place."""
        shown = Headers(scope=scope).getlist("authorization")
        scheme, _, text = shown[0].strip().partition(" ") if len(shown) == 1 else ("", "", "")
        if scheme.lower() != "bearer" or not text.strip():
            return problem(401, MISSING, kind="key-missing", headers={"WWW-Authenticate": "Bearer"})
        address = address_of(scope)
        if self._wrong.is_full(address):
            return self._wrong.standing(address).refusal(GUESSING)
        key = self._keys.holder(text.strip())
        if key is None:
            self._wrong.count(address)
            challenge = {"WWW-Authenticate": 'Bearer error="invalid_token"'}
            return problem(401, WRONG, kind="key-wrong", headers=challenge)
        writes = scope["method"] not in READING and scope["path"] not in STORES_NOTHING
        if writes and key.may is not May.WRITE:
            challenge = {"WWW-Authenticate": 'Bearer error="insufficient_scope"'}
            return problem(403, READ_ONLY, kind="key-may-read", headers=challenge)
        return key


class RateLimit:
    """Counts what is not open, by key or address, answers too many with 429, and says how much is left."""

    def __init__(self, app: ASGIApp, *, rate: str) -> None:
        self._app = app
        self._rate = Rate(rate, "requests")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or is_open(scope["path"]):
            await self._app(scope, receive, send)
            return
        key = scope.get(KEY)
        who = f"key {key.id}" if isinstance(key, Key) else address_of(scope)
        within = self._rate.count(who)
        standing = self._rate.standing(who)
        if not within:
            await standing.refusal("Too many requests.")(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(standing.headers)
            await send(message)

        await self._app(scope, receive, sending)


class OtherPages:
    """Lets pages elsewhere ask from a browser, those named. The files for Neo4j Browser say so themselves."""

    def __init__(self, app: ASGIApp, *, origins: Iterable[str]) -> None:
        self._app = app
        self._answering = CORSMiddleware(
            app,
            allow_origins=list(origins),
            allow_methods=["GET", "HEAD", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type"],
            expose_headers=["Content-Disposition", "Link", "RateLimit", "RateLimit-Policy", "Retry-After"],
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        other = scope["type"] == "http" and not scope["path"].startswith("/browser/")
        await (self._answering if other else self._app)(scope, receive, send)
