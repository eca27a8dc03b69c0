"""What can be set from outside: the one reader of the environment. Every name begins with GKG_."""

import ipaddress
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.keys import digest
from graph.store import Login

SHORTEST_KEY = 20
USUAL_RATE = "600/minute"


def default_store() -> str:
    """The URI of the store in the user's data directory."""
    return f"sqlite:///{user_data_path('gkg', appauthor=False) / 'graph.db'}"


def default_keys() -> Path:
    """The file of keys in the user's data directory."""
    return user_data_path("gkg", appauthor=False) / "keys.json"


def _hashed(key: SecretStr) -> SecretStr:
    """The hash of a key in its place: what a server knows of it."""
    text = key.get_secret_value()
    if len(text) < SHORTEST_KEY or not (text.isascii() and text.isprintable()) or " " in text:
        raise ValueError(
            f"a key has {SHORTEST_KEY} characters or more, letters, digits and signs without blanks; "
            "make one with: openssl rand -hex 32"
        )
    return SecretStr(digest(text))


def _origin(text: str) -> str:
    """An origin as browsers send it."""
    parts = urlsplit(text)
    if (
        parts.scheme not in ("http", "https")
        or not parts.netloc
        or text != f"{parts.scheme}://{parts.netloc}"
    ):
        raise ValueError(f"{text!r} is no origin; name each as https://page.example.org, without a path or *")
    return text.lower()


def _network(text: str) -> str:
    """An address or a network of addresses."""
    try:
        ipaddress.ip_network(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is no address or network; write 10.0.0.7 or 10.0.0.0/8") from error
    return text


def _rate(text: str) -> str:
    """A number of requests in a time."""
    from limits import parse  # a quarter of a second that other commands need not wait

    try:
        amount = parse(text).amount
    except ValueError as error:
        raise ValueError(f"{text!r} is no rate; write {USUAL_RATE} or 10/second") from error
    if not amount:
        raise ValueError(f"a rate of nothing answers nobody; write {USUAL_RATE}")
    return text


class Settings(BaseSettings):
    """Settings, each from an environment variable of its name: `GKG_STORE`, `GKG_MODEL`, `GKG_PORT` ..."""

    model_config = SettingsConfigDict(
        env_prefix="GKG_", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    store: str = Field(
        default_factory=default_store,
        description="`sqlite:///relative.db`, `sqlite:////absolute.db`, `neo4j://host`, `bolt://host:port`",
    )
    neo4j_user: str = Field(default="neo4j", description="user of the Neo4j server")
    neo4j_password: SecretStr | None = Field(
        default=None, description="password of that user; never written into an address or a log"
    )
    neo4j_database: str | None = Field(
        default=None, description="database of the server; by default its own choice"
    )
    neo4j_browser: str | None = Field(
        default=None,
        description="where the server's Browser is (docs/neo4j-browser.md): `http://127.0.0.1:7474/browser/`",
    )
    model: str | None = Field(
        default=None, description="name of the spaCy model; without it the installed one is taken"
    )
    article_limit: int = Field(
        default=1_000_000,
        gt=0,
        description="bytes of UTF-8 that an article's text may have; longer ones are rejected",
    )
    body_limit: int = Field(
        default=32_000_000, gt=0, description="bytes that the body of an HTTP request may have"
    )
    query_seconds: float = Field(
        default=30.0, gt=0, description="seconds that a question to the server may take before it is given up"
    )
    host: str = Field(default="127.0.0.1", description="address the server listens on")
    port: int = Field(
        default=8000, ge=0, le=65535, description="port the server listens on; 0 takes a free one"
    )
    allowed_hosts: list[str] = Field(
        default_factory=list,
        description='further names the server answers to, as JSON: `["graph.example.org"]`',
    )
    keys: Path = Field(
        default_factory=default_keys, description="file that `gkg key new` keeps the hashes of keys in"
    )
    api_key: Annotated[SecretStr, AfterValidator(_hashed)] | None = Field(
        default=None,
        description="a first key, which may write; who asks must then show one. Only its hash is kept",
    )
    keys_demanded: bool = Field(
        default=False,
        description="`true`: who asks must show a key on loopback too, as behind a reverse proxy",
    )
    rate_limit: Annotated[str, AfterValidator(_rate)] | None = Field(
        default=None,
        description=f"requests that a key or address may send: `10/second`; with keys `{USUAL_RATE}`",
    )
    proxies: list[Annotated[str, AfterValidator(_network)]] = Field(
        default=["127.0.0.1", "::1"],
        description='addresses of reverse proxies that are believed who asks through them: `["10.0.0.7"]`',
    )
    cors_origins: list[Annotated[str, AfterValidator(_origin)]] = Field(
        default_factory=list,
        description='pages elsewhere that may ask from a browser: `["https://page.example.org"]`',
    )
    body_seconds: float = Field(
        default=30, gt=0, description="seconds that the body of a request may keep the server waiting"
    )
    log_level: str = Field(
        default="INFO",
        pattern="(?i)^(debug|info|warning|error|critical)$",
        description="the least that is logged: `DEBUG`, `INFO`, `WARNING`, `ERROR` or `CRITICAL`",
    )
    log_json: bool = Field(default=False, description="`true`: each line of the log is a JSON object")

    @property
    def demands_keys(self) -> bool:
        """Whether who asks must show a key: where others can reach the server, or somebody said so."""
        return self.keys_demanded or self.api_key is not None or not is_loopback(self.host)

    @property
    def rate(self) -> str | None:
        """How often one may ask; by default without bound where only this machine can."""
        return self.rate_limit or (USUAL_RATE if self.demands_keys else None)

    @property
    def login(self) -> Login:
        """Who we are to a Neo4j server."""
        password = self.neo4j_password.get_secret_value() if self.neo4j_password else None
        return Login(user=self.neo4j_user, password=password, database=self.neo4j_database)


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine reach an address; a name but localhost may lead anywhere."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
