"""What is an article and what is not: each bad one is named, and costs no other."""

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.articles import (
    LIMIT,
    article_of,
    begins_with_title,
    count_articles,
    read_articles,
    title_in,
)
from graph.errors import Rejected
from graph.model import Article


def read(*paths: Path | str, stdin: bytes = b"", limit: int = LIMIT) -> list[Article | Rejected]:
    return list(read_articles([str(path) for path in paths], stdin=io.BytesIO(stdin), limit=limit))


def only(items: Sequence[Article | Rejected]) -> Article:
    assert len(items) == 1
    assert isinstance(items[0], Article), items[0]
    return items[0]


def refusal(items: Sequence[Article | Rejected]) -> str:
    assert len(items) == 1
    assert isinstance(items[0], Rejected), items[0]
    return str(items[0])


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def test_text_file_is_one_article_with_its_headline(tmp_path: Path) -> None:
    file = tmp_path / "pact.txt"
    file.write_bytes(b"Allies sign a pact\r\n\r\nFrance met Chad.\n")
    article = only(read(file))
    assert article.text == "Allies sign a pact\r\n\r\nFrance met Chad.\n"
    assert article.title == "Allies sign a pact"
    assert article.id.startswith("pact-")
    assert len(article.id) == len("pact-") + 12


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Allies sign a pact\nFrance met Chad.", "Allies sign a pact"),
        ("# Allies sign a pact #\n\nFrance met Chad.", "Allies sign a pact"),
        ("\n\n  Allies sign a pact  \nFrance met Chad.", "Allies sign a pact"),
        ("France met Chad.\nIt rained.", None),
        ("France said: “We met.”\nIt rained.", None),
        ("Who rules Chad?\nIt rained.", None),
        ("word " * 100 + "\nIt rained.", None),
        ("", None),
    ],
)
def test_first_line_without_final_punctuation_is_the_title(text: str, title: str | None) -> None:
    assert title_in(text) == title
    if title:
        assert begins_with_title(text, title)


def test_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfFrance met Chad.")
    (tmp_path / "b.jsonl").write_bytes(b"\xef\xbb\xbf" + lines({"text": "France met Chad."}))
    assert [only([item]).text for item in read(tmp_path)] == ["France met Chad."] * 2


def test_json_line_keeps_what_is_given_and_ignores_the_rest() -> None:
    record = {
        "id": "a",
        "text": "Chad met Mali.",
        "title": "T",
        "published": "2024-12-28T08:00:00Z",
        "url": "u",
    }
    article = only(read("-", stdin=lines(record | {"event": "MEET", "language": "en", "source": []})))
    assert article == Article(**record, language="en")


def test_line_ends_only_at_a_line_feed() -> None:
    text = "France met Chad.\u2028Mali left.\x85Togo stayed."
    stdin = (json.dumps({"text": text}, ensure_ascii=False) + "\r\n\n").encode()
    assert only(read("-", stdin=stdin)).text == text


def test_article_without_id_is_called_after_file_and_text(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(
        lines({"text": "Chad met Mali."}, {"text": "Chad met Mali."}, {"text": "Chad met Togo."})
    )
    first, again, other = (only([item]).id for item in read(file))
    assert first == again != other
    assert first.startswith("news-")


def test_blank_and_null_keys_count_as_not_given() -> None:
    stdin = lines({"text": "Chad met Mali.", "id": "", "title": None, "published": " ", "url": ""})
    article = only(read("-", stdin=stdin))
    assert (article.title, article.published, article.url) == (None, None, None)
    assert article.id.startswith("stdin-")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"title": "T"}', "no 'text'"),
        (b'{"text": null}', "no 'text'"),
        (b'{"text": 7}', "'text' must be a string"),
        (b'{"text": " \\n "}', "empty"),
        (b'{"text": "a \\ud800 b"}', "lone surrogate at character 3"),
        (b'{"text": "a", "title": "\\udfff"}', "'title' holds a lone surrogate"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "a", "id": 7}', "'id' must be a string, not 7"),
        (b'{"text": "a", "url": ["x"]}', "'url' must be a string"),
        (b'{"text": "a", "published": "last week"}', "'published' must be an ISO 8601 date"),
        (b'{"text": "a", "published": 2024}', "'published' must be a string"),
        (b'{"text": "a", "published": "2024-02-30"}', "'published' must be an ISO 8601 date"),
        (b'["a"]', "not a JSON object"),
        (b"{'text': 'a'}", "not JSON"),
        (b'{"text": "caf\xe9"}', "not valid UTF-8 at byte 14"),
        (b"\x00\x01\x02", "binary"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_bad_line_is_rejected_by_number_and_costs_no_other(tmp_path: Path, line: bytes, reason: str) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(lines({"text": "Chad met Mali."}) + line + b"\n" + lines({"text": "Chad met Togo."}))
    before, bad, after = read(file)
    assert isinstance(before, Article)
    assert isinstance(after, Article)
    assert isinstance(bad, Rejected)
    assert bad.name == f"{file}:2"
    assert reason in bad.reason


@pytest.mark.parametrize("kind", ["txt", "md", "html", "jsonl"])
def test_file_that_is_no_text_is_rejected_by_name(tmp_path: Path, kind: str) -> None:
    binary, latin = tmp_path / f"a.{kind}", tmp_path / f"b.{kind}"
    binary.write_bytes(b"\x89PNG\x00\x00")
    latin.write_bytes('{"text": "Südtirol"}'.encode("latin-1"))
    first, second = read(binary, latin)
    assert "binary" in str(first)
    assert "not valid UTF-8" in str(second)
    assert str(first).startswith(str(binary))


def test_utf_16_is_told_from_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("France met Chad.".encode("utf-16"))
    assert "UTF-16" in refusal(read(file))


def test_limit_counts_bytes_of_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("é" * 50, encoding="utf-8")
    assert only(read(file, limit=100)).text == "é" * 50
    assert "limit" in refusal(read(file, limit=99))
    assert "100 bytes, the limit is 99" in refusal(read("-", stdin=lines({"text": "é" * 50}), limit=99))


def test_line_without_end_is_dropped_and_the_next_is_read() -> None:
    stdin = b'{"text": "' + b"a" * 9_000_000 + b'"}\n' + lines({"text": "Chad met Mali."})
    long, next_one = read("-", stdin=stdin)
    assert "stdin:1: the line is longer" in str(long)
    assert isinstance(next_one, Article)


def test_same_id_with_another_text_in_one_load_is_rejected() -> None:
    stdin = lines(
        {"id": "a", "text": "Chad met Mali."},
        {"id": "a", "text": "Chad met Mali."},
        {"id": "a", "text": "Chad met Togo."},
        {"id": "b", "text": "Chad met Togo."},
    )
    items = read("-", stdin=stdin)
    assert [isinstance(item, Article) for item in items] == [True, True, False, True]
    assert "stdin:3: the id 'a' was given to another text" in str(items[2])


def test_folder_is_read_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", "c/x.png", "c/notes.csv", ".hidden"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"This is {name}.")
    assert [only([item]).text for item in read(tmp_path)] == [
        "This is a.txt.",
        "This is b/1.md.",
        "This is b/2.txt.",
    ]
    assert count_articles([str(tmp_path)]) == 3


def test_progress_knows_how_many_articles_there_are(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(lines({"text": "a"}, {"text": "b"}) + b"\n\n" + lines({"text": "c"}))
    assert count_articles([str(file)]) == 3
    assert count_articles([str(file), "-"]) is None


def test_what_is_not_there_or_not_readable_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "report.pdf").write_bytes(b"%PDF")
    missing, empty, foreign = read(tmp_path / "no.txt", tmp_path / "empty", tmp_path / "report.pdf")
    assert "no.txt: no such file" in str(missing)
    assert "holds no article" in str(empty)
    assert "report.pdf: not one of" in str(foreign)


def test_articles_come_one_by_one() -> None:
    class Endless(io.RawIOBase):
        def readline(self, size: int | None = -1, /) -> bytes:
            return b'{"text": "Chad met Mali."}\n'

    stream = read_articles(["-"], stdin=Endless())  # type: ignore[arg-type]  # only readline
    assert [isinstance(next(stream), Article) for _ in range(3)] == [True] * 3


PAGE = """<!doctype html><html><head><title>Talks fail | The Daily</title><style>p {}</style></head><body>
<header>The Daily <a href="/">Home</a></header><nav><ul><li><a href="/w">World</a></ul></nav>
<article><header><h1>Talks fail</h1></header><p>France condemned Russia on <b>Monday</b> &amp; left.
<p>Germany   sanctioned Belarus.<br>Mali met Chad.</p><p hidden>Spain bombed Togo.</p>
<div style="display: none">Peru bombed Togo.</div>
<script>var a = "Chile bombed Togo.";</script><aside>Related: Italy bombed Togo</aside></article>
<article><p>Read on.</p></article><footer>Copyright</footer></body></html>"""


def test_page_gives_its_main_text_block_by_block(tmp_path: Path) -> None:
    file = tmp_path / "talks.html"
    file.write_text(PAGE)
    article = only(read(file))
    assert article.text.split("\n\n") == [
        "Talks fail",
        "France condemned Russia on Monday & left.",
        "Germany sanctioned Belarus.",
        "Mali met Chad.",
    ]
    assert article.title == "Talks fail | The Daily"


def test_page_without_article_gives_all_that_is_visible_but_links(tmp_path: Path) -> None:
    file = tmp_path / "plain.htm"
    file.write_text("<p>France met <a>Chad</a> today.</p><ul><li><a>More about Chad</a></li></ul>")
    article = only(read(file))
    assert (article.text, article.title) == ("France met Chad today.", None)


def test_page_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    file = tmp_path / "old.html"
    file.write_bytes('<meta charset="iso-8859-1"><p>Südtirol met Chad.</p>'.encode("latin-1"))
    assert only(read(file)).text == "Südtirol met Chad."


def test_page_without_text_is_rejected(tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_text("<title>T</title><body><script>1</script></body>")
    assert "the text is empty" in refusal(read(file))


def article_or_refusal(record: dict[str, object]) -> Article | Rejected:
    try:
        return article_of(record, name="x:1")
    except Rejected as rejected:
        return rejected


@given(
    st.dictionaries(
        st.sampled_from(["text", "id", "title", "published"]), st.none() | st.integers() | st.text()
    )
)
def test_any_record_gives_an_article_with_its_very_text_or_is_rejected(record: dict[str, object]) -> None:
    item = article_or_refusal(record)
    if isinstance(item, Rejected):
        assert item.name == "x:1"
    else:
        assert item.text == record["text"]


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading_of_lines(raw: bytes) -> None:
    for item in read("-", stdin=raw + b"\n" + lines({"id": "last", "text": "Chad met Mali."})):
        assert isinstance(item, Article | Rejected)
    assert isinstance(item, Article)


CODECS = ["utf-8", "latin-1", "utf-7", "utf-16", "punycode", "idna", "unicode_escape", "rot13", "hex", "none"]
PIECES = st.one_of(
    st.sampled_from(
        "<p> </p> <article> </article> <main> <title> </title> <script> <!-- --> <! <? > </ <![ <![CDATA[ "
        "]]> <![if] <![else <![foo[ <!DOCTYPE <!ELEMENT [ ] &amp; &#xD800; &#0; & \\q \\x00 \\ud800".split()
    ),
    st.sampled_from(CODECS).map(lambda codec: f'<meta charset="{codec}">'),
    st.text(max_size=20).filter(lambda text: not any("\ud800" <= letter <= "\udfff" for letter in text)),
)
PAGES = st.lists(PIECES, max_size=12).map(lambda pieces: "".join(pieces).encode())
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
RECORDS = st.dictionaries(
    st.sampled_from(["text", "id", "title", "published", "url", "language"]), st.text(max_size=30) | VALUES
)


@given(raw=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode(errors="replace")))
def test_any_bytes_are_a_text_as_it_stands_or_are_rejected_by_name(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.txt"
    file.write_bytes(raw)
    (item,) = read(file)
    if isinstance(item, Rejected):
        assert item.name == str(file)
    else:
        assert item.text == raw.decode().removeprefix("\ufeff")


@given(raw=PAGES | st.binary(max_size=200))
def test_any_bytes_are_a_page_or_are_rejected_by_name(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.html"
    file.write_bytes(raw)
    (item,) = read(file)
    assert isinstance(item, Article) or item.name == str(file)


@given(records=st.lists(RECORDS | VALUES, min_size=1, max_size=4))
def test_any_json_is_a_line_of_articles_or_is_rejected_by_its_number(
    tmp_path_factory: pytest.TempPathFactory, records: list[Any]
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.jsonl"
    file.write_bytes(lines(*records))
    items = read(file)
    assert len(items) == len(records)
    for number, (item, record) in enumerate(zip(items, records, strict=True), start=1):
        if isinstance(item, Rejected):
            assert item.name == f"{file}:{number}"
        else:
            assert item.text == record["text"]


@pytest.mark.parametrize("mark", ["<![foo[ bar ]]>", "<![ x>", "<![>"])
def test_a_mark_that_no_browser_knows_is_no_text_and_costs_no_page(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "odd.html"
    file.write_text(f"<p>France met Chad.</p>{mark}<p>Mali left.</p>")
    assert only(read(file)).text == "France met Chad.\n\nMali left."


def test_a_page_in_an_encoding_of_programs_is_read_as_utf_8(tmp_path: Path) -> None:
    """Python knows codecs that are no encodings of pages; one of them takes hours for a long page."""
    file = tmp_path / "odd.html"
    for codec in ("punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"):
        file.write_text(f'<meta charset="{codec}"><p>Südtirol met \\x43had.</p>', encoding="utf-8")
        assert only(read(file)).text == "Südtirol met \\x43had."


@given(st.text(max_size=300))
def test_no_page_breaks_the_reading_of_pages(page: str) -> None:
    from extract.text.html import main_text

    text, title = main_text(f"<title>T</title>{page}<p>Chad met Mali.</p>")
    assert isinstance(text, str)
    assert title
