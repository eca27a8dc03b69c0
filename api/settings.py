"""What can be set from outside: the one reader of the environment. Every name begins with GKG_."""

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.store import Login


def default_store() -> str:
    """The URI of the store in the user's data directory."""
    return f"sqlite:///{user_data_path('gkg', appauthor=False) / 'graph.db'}"


class Settings(BaseSettings):
    """Settings, each from an environment variable of its name: `GKG_STORE`, `GKG_MODEL`, `GKG_PORT` ..."""

    model_config = SettingsConfigDict(env_prefix="GKG_", env_ignore_empty=True, extra="ignore")

    store: str = Field(
        default_factory=default_store, description="URI of the store: sqlite:////absolute.db, neo4j://host"
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
        description="where the server's Browser is: http://127.0.0.1:7474/browser/; with "
        "?dbms=bolt://127.0.0.1:7687 behind it where people reach the server by another address than gkg",
    )
    model: str | None = Field(
        default=None, description="name of the spaCy model; without it the installed one is taken"
    )
    article_limit: int = Field(
        default=1_000_000, gt=0, description="bytes of UTF-8 that an article's text may have"
    )
    body_limit: int = Field(
        default=32_000_000, gt=0, description="bytes that the body of an HTTP request may have"
    )
    host: str = Field(default="127.0.0.1", description="address the server listens on")
    port: int = Field(
        default=8000, ge=0, le=65535, description="port the server listens on; 0 takes a free one"
    )
    allowed_hosts: list[str] = Field(
        default_factory=list,
        description='further names the server answers to, as JSON: ["graph.example.org"]',
    )
    log_level: str = Field(
        default="INFO", pattern="(?i)^(debug|info|warning|error|critical)$", description="what is logged"
    )
    log_json: bool = Field(default=False, description="log lines as JSON")

    @property
    def login(self) -> Login:
        """Who we are to a Neo4j server."""
        password = self.neo4j_password.get_secret_value() if self.neo4j_password else None
        return Login(user=self.neo4j_user, password=password, database=self.neo4j_database)
