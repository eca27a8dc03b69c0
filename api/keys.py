"""API keys: made, listed and revoked in a file that holds their hashes, and told apart when somebody asks.

A key is 32 random bytes, so one round of SHA-256 keeps it safe at rest: a slow hash, made for passwords that
people think of, would only make every request slow.
"""

import hmac
import json
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

import structlog
from pydantic import TypeAdapter, ValidationError

from graph.errors import GkgError

log = structlog.stdlib.get_logger("gkg.keys")

PATIENCE = 5.0  # seconds that a command waits for another one that is writing keys
LONGEST_NAME = 100


class May(StrEnum):
    """What a key allows; who may write may read."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Key:
    """What is known of a key: all but its text. The id is the part of the text that may be seen."""

    id: str
    name: str
    may: May
    created: str
    sha256: str = field(repr=False)


class KeysBroken(GkgError):
    """The file of keys cannot be read, or others may write it."""


NOBODY = Key(id="", name="", may=May.READ, created="", sha256="0" * 64)
_FILE = TypeAdapter(dict[str, list[Key]])


def digest(text: str) -> str:
    """The hash of a key."""
    return sha256(text.encode()).hexdigest()


def read_keys(path: Path) -> tuple[Key, ...]:
    """The keys of a file; none where there is no file. Raises KeysBroken."""
    try:
        with path.open("rb") as opened:
            mode = os.fstat(opened.fileno()).st_mode
            raw = opened.read()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise KeysBroken(f"{path}: the keys cannot be read ({error.strerror}); mend its access") from error
    if os.name == "posix" and mode & 0o022:
        raise KeysBroken(f"{path}: others may write the keys; mend it with: chmod 600 {path}")
    try:
        keys = tuple(_FILE.validate_json(raw)["keys"])
    except (ValidationError, KeyError) as error:
        raise KeysBroken(
            f"{path}: not a file of keys; bring back a copy of it, or move it away and make new keys with "
            "`gkg key new`"
        ) from error
    return keys


def new_key(path: Path, name: str, may: May) -> tuple[str, Key]:
    """Make a key: its text, which is nowhere else, and what is kept of it. Raises GkgError for a bad name."""
    if not 0 < len(name.strip()) <= LONGEST_NAME or not name.isprintable():
        raise GkgError(f"a key's name is one line of {LONGEST_NAME} characters or fewer")
    with _writing(path) as keys:
        taken = {key.id for key in keys}
        id = next(id for id in iter(lambda: secrets.token_hex(4), None) if id not in taken)
        text = f"gkg_{id}_{secrets.token_hex(32)}"
        key = Key(id, name, may, datetime.now(UTC).date().isoformat(), digest(text))
        keys.append(key)
    return text, key


def revoke_key(path: Path, id: str) -> Key:
    """Take a key out of the file. Raises GkgError where it is not in it."""
    with _writing(path) as keys:
        found = next((key for key in keys if key.id == id), None)
        if found is None:
            raise GkgError("there is no key of this id; `gkg key list` shows which there are")
        keys.remove(found)
    return found


@contextmanager
def _writing(path: Path) -> Iterator[list[Key]]:
    """The keys of a file, to be changed. One command at a time: who made the new file writes it."""
    whole = path.resolve()  # behind a link the file is replaced, not the link
    new = whole.with_name(whole.name + ".new")
    handle = _made(new, path)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            keys = list(read_keys(whole))
            yield keys
            json.dump({"keys": [asdict(key) for key in keys]}, out, indent=1)
            out.flush()
            os.fsync(out.fileno())
        new.replace(whole)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _made(new: Path, path: Path) -> int:
    """A new file that only its owner may read; waits while another command has it."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            new.parent.mkdir(parents=True, exist_ok=True)
            return os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            if time.monotonic() > until:
                raise GkgError(
                    f"{new}: another `gkg key` is writing; if none runs, one was broken off: delete this file"
                ) from None
            time.sleep(0.01)
        except OSError as error:
            raise GkgError(
                f"{path}: the keys cannot be written ({error.strerror}); choose another file with GKG_KEYS"
            ) from error


class KeyRing:
    """Whose key it is that somebody shows: one of the file, which may change meanwhile, or the first one."""

    def __init__(self, path: Path, first: str | None = None) -> None:
        self._path = path
        self._first = Key("environment", "GKG_API_KEY", May.WRITE, "", first) if first else NOBODY
        self._seen: tuple[int, ...] | None = None
        self._keys: dict[str, Key] = {}
        self._broken: KeysBroken | None = None

    def holder(self, text: str) -> Key | None:
        """The key of this text. Takes as long for an unknown one as for a known. Raises KeysBroken."""
        self._look()
        if self._broken:
            raise self._broken
        _, _, rest = text.partition("_")
        named = self._keys.get(rest.partition("_")[0], NOBODY)
        given = digest(text)
        found = [key for key in (named, self._first) if hmac.compare_digest(key.sha256, given)]
        return found[0] if found and found[0] is not NOBODY else None

    def check(self) -> None:
        """Raises GkgError where nobody could show a key."""
        if not read_keys(self._path) and self._first is NOBODY:
            raise GkgError(
                "who asks this server must show a key and there is none; make one with `gkg key new NAME` or "
                "set GKG_API_KEY"
            )

    def _look(self) -> None:
        """Read the file anew when it has changed."""
        try:
            stat = self._path.stat()
            seen: tuple[int, ...] = (stat.st_mtime_ns, stat.st_ino, stat.st_size, stat.st_mode)
        except OSError as error:
            seen = (error.errno or 0,)
        if seen == self._seen:
            return
        self._keys, self._broken = {}, None
        try:
            self._keys = {key.id: key for key in read_keys(self._path)}
        except KeysBroken as broken:
            self._broken = broken
            log.error("nobody is let in", mend=str(broken))
        self._seen = seen
