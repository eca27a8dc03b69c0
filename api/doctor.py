"""What works here and what does not, each with the mend."""

import os
import socket
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from api.access import key_ring
from api.keys import read_keys
from api.settings import Settings
from extract.pipeline import Extractor
from graph.errors import GkgError, StoreUnavailable
from graph.store import open_store
from graph.vocabulary import default_vocabulary

PYTHON = (3, 11)
SQLITE = (3, 35)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One part: whether it is sound, and what it is or how to mend it."""

    part: str
    ok: bool
    says: str


def checks(settings: Settings) -> Iterator[Check]:
    """Look at every part that gkg needs, in the order in which one fails for want of another."""
    yield _version("python", sys.version_info[:3], PYTHON)
    for part, look in PARTS.items():
        try:
            yield Check(part=part, ok=True, says=look(settings))
        except (GkgError, OSError, ImportError) as error:
            yield Check(part=part, ok=False, says=str(error))
    yield _version("sqlite", sqlite3.sqlite_version_info, SQLITE)
    yield _port(settings)


def _version(part: str, found: tuple[int, ...], least: tuple[int, ...]) -> Check:
    says = ".".join(map(str, found))
    ok = found >= least
    return Check(part=part, ok=ok, says=says if ok else f"{says}; needs {'.'.join(map(str, least))} or later")


def _spacy(settings: Settings) -> str:
    return version("spacy")


def _vocabulary(settings: Settings) -> str:
    vocabulary = default_vocabulary()
    return (
        f"{len(vocabulary.relations)} relations, {len(vocabulary.gazetteer.actors)} actors, {vocabulary.hash}"
    )


def _model(settings: Settings) -> str:
    return Extractor(default_vocabulary(), model=settings.model).version


def _store(settings: Settings) -> str:
    """The store opens, and its file can be written; opening makes the file where there is none."""
    scheme, _, rest = settings.store.partition(":///")
    path = Path(rest)
    if scheme == "sqlite" and path.exists() and not os.access(path, os.W_OK):
        raise StoreUnavailable(f"{path}: read-only; make it writable or choose another with GKG_STORE")
    with open_store(settings.store, settings.login) as store:
        totals = store.totals()
    return f"{settings.store}: {totals.articles} articles, {totals.events} events, writable"


def _keys(settings: Settings) -> str:
    """The keys can be read, and there is one where one is demanded."""
    keys = read_keys(settings.keys)
    if settings.demands_keys:
        key_ring(settings).check()
    return (
        f"{settings.keys}: {len(keys)}, {'demanded' if settings.demands_keys else 'not demanded on loopback'}"
    )


PARTS: dict[str, Callable[[Settings], str]] = {
    "spacy": _spacy,
    "vocabulary": _vocabulary,
    "model": _model,
    "store": _store,
    "keys": _keys,
}


def _port(settings: Settings) -> Check:
    try:
        listening(settings.host, settings.port).close()
    except OSError as error:
        return Check(part="port", ok=False, says=busy_line(settings.host, settings.port, error))
    return Check(part="port", ok=True, says=f"{settings.host}:{settings.port} is free")


def listening(host: str, port: int) -> socket.socket:
    """A socket bound to an address. Raises OSError where it is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen(128)
    except OSError:
        bound.close()
        raise
    return bound


def busy_line(host: str, port: int, error: OSError) -> str:
    """What to do about an address that cannot be had."""
    return (
        f"{host}:{port} cannot be used ({error.strerror}); "
        "stop what runs there or choose another with --port (make run PORT=8001)"
    )
