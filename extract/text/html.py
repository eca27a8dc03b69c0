"""The visible main text of a web page, block by block.

Written on the standard library's parser on purpose. The library made for this (trafilatura) brings
a good dozen packages, gives short pages as one line, so that a headline glues to the sentence after
it and is parsed with it, and keeps hidden text. What extraction needs is humbler: blocks kept apart, and
navigation, scripts and hidden parts left out.
"""

import codecs
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

UNREAD = frozenset(
    "script style noscript template svg math iframe object canvas nav footer aside form button select "
    "textarea dialog menu".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
OPTIONAL_END = frozenset("p li dt dd td th tr option".split())
CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
PROGRAMS = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
)  # Python's own
MAIN_SHARE = 0.3  # an <article> or <main> holding less of the page than this is a teaser, not the text


@dataclass(slots=True)
class _Block:
    """A run of text between two block tags, with how much of it are links and where it stands."""

    words: list[str] = field(default_factory=list)
    linked: int = 0
    article: int = 0
    main: bool = False

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def charset_of(page: bytes) -> str:
    """The encoding that a page declares, else UTF-8; where that can be read it is not in UTF-16.

    Nor in what only Python calls an encoding: punycode takes hours for a page of some megabytes.
    """
    declared = CHARSET.search(page[:4096])
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
    except LookupError:
        return "utf-8"
    return "utf-8" if name.startswith("utf-16") or name.replace("_", "-") in PROGRAMS else name


def main_text(page: str) -> tuple[str, str | None]:
    """The main text of a page, its blocks parted by blank lines, and the page's `<title>`.

    The longest `<article>` is the text, else `<main>`, else all that is visible; blocks that are mostly
    links are navigation.
    """
    reader = _Page()
    reader.feed(page)
    reader.close()
    blocks = [b for b in reader.blocks if b.text and b.linked <= len(b.text) / 2]
    title = " ".join("".join(reader.title).split())
    articles: dict[int, list[_Block]] = {}
    for block in blocks:
        if block.article:
            articles.setdefault(block.article, []).append(block)
    longest = max(articles.values(), key=_length, default=[])
    for chosen in (longest, [b for b in blocks if b.main]):
        if chosen and _length(chosen) >= MAIN_SHARE * _length(blocks):
            return _joined(chosen), title or None
    return _joined(blocks), title or None


def _length(blocks: list[_Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _joined(blocks: list[_Block]) -> str:
    return "\n\n".join(block.text for block in blocks)


class _Page(HTMLParser):
    """Collects the blocks of a page; a part that is not read is left by the end of its own tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = [_Block()]
        self.title: list[str] = []
        self._in_title = False
        self._titled = False
        self._unread: str | None = None
        self._depth = 0
        self._links = 0
        self._articles = 0
        self._article_depth = 0
        self._main_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unread is not None:
            if self._unread in OPTIONAL_END and tag in BLOCKS:
                self._unread = None
            else:
                self._depth += tag == self._unread
                return
        if tag == "title" and not self._titled:
            self._in_title = self._titled = True
        elif tag not in VOID and (tag in UNREAD or _hidden(attrs) or self._is_banner(tag)):
            self._unread, self._depth = tag, 1
            self._part()
        elif tag == "a":
            self._links += 1
        elif tag in BLOCKS:
            if tag == "article":
                self._articles += not self._article_depth
                self._article_depth += 1
            self._main_depth += tag == "main"
            self._part()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._unread is not None:
            self._depth -= tag == self._unread
            if self._depth == 0:
                self._unread = None
        elif tag == "title":
            self._in_title = False
        elif tag == "a":
            self._links = max(0, self._links - 1)
        elif tag in BLOCKS:
            if tag == "article":
                self._article_depth = max(0, self._article_depth - 1)
            if tag == "main":
                self._main_depth = max(0, self._main_depth - 1)
            self._part()

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        elif self._unread is None:
            block = self.blocks[-1]
            block.words.append(data)
            if self._links:
                block.linked += len(data.strip())

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Where `<![...` ends. At one that it does not know the parser breaks off; browsers skip to `>`."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.rawdata.find(">", i) + 1 or -1

    def _is_banner(self, tag: str) -> bool:
        return tag == "header" and not self._article_depth and not self._main_depth

    def _part(self) -> None:
        self._links = 0
        self.blocks.append(
            _Block(article=self._articles if self._article_depth else 0, main=self._main_depth > 0)
        )


def _hidden(attrs: list[tuple[str, str | None]]) -> bool:
    given = {key: (value or "").replace(" ", "").lower() for key, value in attrs}
    return (
        "hidden" in given
        or given.get("aria-hidden") == "true"
        or "display:none" in given.get("style", "")
        or "visibility:hidden" in given.get("style", "")
    )
