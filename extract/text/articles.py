"""Files, JSON lines and web pages as articles. A bad one is rejected by name, the rest goes on.

Nothing here holds more than one article: of what has gone by only hashes are kept, to tell when one id
is given to two texts.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from extract.text.html import charset_of, main_text
from graph.errors import Fault, Rejected
from graph.model import Article

TEXTS = frozenset({".txt", ".md"})
PAGES = frozenset({".html", ".htm"})
LINES = frozenset({".jsonl", ".ndjson"})
SUFFIXES = TEXTS | PAGES | LINES
LIMIT = 1_000_000
ESCAPED = 6  # a JSON string may spell each byte as \u0000
MARKUP = 20  # a page may be twenty times as long as its text
BOM = "\ufeff"
TITLE_LIMIT = 300  # a first line longer than this is a paragraph
FULL_STOP = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\u061f\u0964][\"'\u2019\u201d\u00bb)\]*_]*$")
LINE_NUMBER = re.compile(r":\d+$")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def read_articles(
    paths: Sequence[str], *, stdin: BinaryIO, limit: int = LIMIT
) -> Iterator[Article | Rejected]:
    """Every article of files, folders (with all that is in them, in order of name) and standard input (`-`).

    What cannot be read comes as a Rejected in its place, named by file and line: "news.jsonl:7".
    """
    load = Load()
    for path in paths:
        items = json_lines(stdin, name="stdin", limit=limit) if path == "-" else _path(Path(path), limit)
        yield from load.checked(items)


def count_articles(paths: Sequence[str]) -> int | None:
    """How many articles the paths hold, for a progress bar; None where standard input is among them."""
    if "-" in paths:
        return None
    count = 0
    for path in paths:
        for file in _files(Path(path)):
            if file.suffix.lower() not in LINES:
                count += 1
                continue
            try:
                with file.open("rb") as lines:
                    count += sum(1 for line in lines if line.strip())
            except OSError:
                count += 1
    return count


def article_of(record: Mapping[str, Any], *, name: str, limit: int = LIMIT) -> Article:
    """The article of a JSON object: `text`, and `id`, `title`, `published`, `url`, `language` where given.

    An id that is not given is made of the name and the text: `news-3fa94c01be77` of "news.jsonl:7".
    Raises Rejected, by `name`.
    """
    text = record.get("text")
    if text is None:
        raise Rejected(name, "there is no 'text'")
    if not isinstance(text, str):
        raise Rejected(name, "'text' must be a string")
    known = {key: _optional(record, key, name) for key in ("id", "title", "url", "language")}
    for key, value in {"text": text, **known}.items():
        _check(value or "", key, name, limit)
    if not text.strip():
        raise Rejected(name, "the text is empty", Fault.EMPTY)
    return Article(
        id=known["id"] or _made_id(name, text),
        text=text,
        title=known["title"],
        published=_published(record, name),
        url=known["url"],
        language=known["language"],
    )


def json_lines(
    stream: BinaryIO, *, name: str, limit: int = LIMIT
) -> Iterator[tuple[str, Article | Rejected]]:
    """The articles of JSON lines, each with the name of its line. A line is never read beyond the limit."""
    longest = ESCAPED * limit + LIMIT
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        place = f"{name}:{number}"
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = stream.readline(longest)
            yield (
                place,
                Rejected(
                    place,
                    f"the line is longer than {longest:,} bytes; the limit is {limit:,} of text",
                    Fault.TOO_LONG,
                ),
            )
            continue
        if number == 1:
            line = line.removeprefix(BOM.encode())
        if line.strip():
            yield place, _line(line, place, limit)


class Load:
    """One load: of two articles with the same id and different texts the second is rejected."""

    def __init__(self) -> None:
        self._texts: dict[bytes, bytes] = {}

    def take(self, article: Article, *, name: str) -> Article | Rejected:
        """The article, unless its id has come by with another text."""
        text = _hash(article.text)
        if self._texts.setdefault(_hash(article.id), text) != text:
            return Rejected(
                name,
                f"the id {article.id!r} was given to another text before; give each its own",
                Fault.REPEATED_ID,
            )
        return article

    def checked(self, items: Iterable[tuple[str, Article | Rejected]]) -> Iterator[Article | Rejected]:
        """The items with such articles rejected."""
        for name, item in items:
            yield self.take(item, name=name) if isinstance(item, Article) else item


def begins_with_title(text: str, title: str) -> bool:
    """Whether a text begins with its title, blank lines and the marks of a heading ("# ") apart."""
    return text.lstrip(" \t\r\n#*_").startswith(title.strip())


def title_in(text: str) -> str | None:
    """The first line of a text where it has no final punctuation: a headline, part of the text."""
    line = text.lstrip().partition("\n")[0].strip().lstrip("#*_ \t").rstrip("#*_ \t")
    if not line or len(line) > TITLE_LIMIT or FULL_STOP.search(line):
        return None
    return line


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:16]


def _made_id(name: str, text: str) -> str:
    stem = PurePath(LINE_NUMBER.sub("", name)).stem or "article"
    return f"{_printable(stem)}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _printable(name: str) -> str:
    """A file name as text; bytes that are no UTF-8 become question marks."""
    return name.encode("utf-8", "replace").decode()


def _path(path: Path, limit: int) -> Iterator[tuple[str, Article | Rejected]]:
    found = False
    for file in _files(path):
        found = True
        name = _printable(str(file))
        try:
            yield from _file(file, name, limit)
        except OSError as error:
            yield name, Rejected(name, f"cannot be read: {error.strerror}", Fault.UNREADABLE)
    if not found:
        name = _printable(str(path))
        yield name, Rejected(name, f"the folder holds no article ({_listed()})", Fault.UNREADABLE)


def _files(path: Path) -> Iterator[Path]:
    """The files that a path means; in a folder only those that can be articles, in order of name."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES:
                yield Path(folder, name)


def _file(file: Path, name: str, limit: int) -> Iterator[tuple[str, Article | Rejected]]:
    suffix = file.suffix.lower()
    if not file.exists():
        yield name, Rejected(name, "no such file", Fault.UNREADABLE)
        return
    if suffix not in SUFFIXES:
        yield (
            name,
            Rejected(name, f"not one of {_listed()}; JSON lines can be piped in as -", Fault.UNREADABLE),
        )
        return
    with file.open("rb") as stream:
        if suffix in LINES:
            yield from json_lines(stream, name=name, limit=limit)
        else:
            yield name, _whole(stream, name, limit, page=suffix in PAGES)


def _listed() -> str:
    return ", ".join(sorted(SUFFIXES))


def _whole(stream: BinaryIO, name: str, limit: int, *, page: bool) -> Article | Rejected:
    longest = MARKUP * limit if page else limit + len(BOM.encode())
    raw = stream.read(longest + 1)
    try:
        if len(raw) > longest:
            raise Rejected(name, f"longer than the limit of {limit:,} bytes of text", Fault.TOO_LONG)
        text = _decoded(raw, name, charset_of(raw) if page else "utf-8")
        if not page:
            return article_of({"text": text, "title": title_in(text)}, name=name, limit=limit)
        text, title = main_text(text)
        return article_of({"text": text, "title": title}, name=name, limit=limit)
    except Rejected as rejected:
        return rejected


def _line(line: bytes, name: str, limit: int) -> Article | Rejected:
    try:
        record = json.loads(_decoded(line, name, "utf-8"))
        if not isinstance(record, dict):
            raise Rejected(name, 'not a JSON object; write one article a line: {"text": "..."}')
        return article_of(record, name=name, limit=limit)
    except Rejected as rejected:
        return rejected
    except json.JSONDecodeError as error:
        return Rejected(name, f"not JSON: {error.msg} at character {error.pos + 1}")
    except (ValueError, RecursionError) as error:
        return Rejected(name, f"not JSON that can be read: {error}")


def _decoded(raw: bytes, name: str, charset: str) -> str:
    if b"\0" in raw:
        raise Rejected(name, "binary, or text in UTF-16; save it as UTF-8", Fault.ENCODING)
    try:
        return raw.decode(charset).removeprefix(BOM)
    except (UnicodeError, LookupError) as error:
        where = f" at byte {error.start + 1}" if isinstance(error, UnicodeDecodeError) else ""
        raise Rejected(
            name, f"not valid {charset.upper()}{where}; save it as UTF-8", Fault.ENCODING
        ) from error


def _optional(record: Mapping[str, Any], key: str, name: str) -> str | None:
    """A text that may be left out; null and blank mean the same."""
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Rejected(name, f"{key!r} must be a string, not {json.dumps(value, default=str)[:40]}")
    return value if value.strip() else None


def _check(value: str, key: str, name: str, limit: int) -> None:
    try:
        size = len(value.encode())
    except UnicodeEncodeError as error:
        raise Rejected(
            name,
            f"{key!r} holds a lone surrogate at character {error.start + 1}: not Unicode",
            Fault.ENCODING,
        ) from error
    if "\0" in value:
        raise Rejected(name, f"{key!r} holds a NUL character: binary, not text", Fault.ENCODING)
    if size > limit:
        raise Rejected(name, f"{key!r} has {size:,} bytes, the limit is {limit:,}", Fault.TOO_LONG)


def _published(record: Mapping[str, Any], name: str) -> str | None:
    """An ISO 8601 date or time, spelt with hyphens: "20241228" becomes "2024-12-28"."""
    value = _optional(record, "published", name)
    if value is None:
        return None
    text = value.strip()
    for kind in (date, datetime):
        try:
            parsed = kind.fromisoformat(text)
        except ValueError:
            continue
        return text if ISO_DAY.match(text) else parsed.isoformat()
    raise Rejected(
        name, f"'published' must be an ISO 8601 date such as 2024-12-28, not {value[:40]!r}", Fault.DATE
    )
