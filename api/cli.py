"""The command line: data on standard output, reports on standard error.

Exit codes: 0 done; 1 some input was rejected, or a question found nothing; 2 wrong usage, or something that
must be mended first. Ctrl-C ends with 130, a closed pipe with 141, both without a word more; SIGTERM ends
`gkg serve` in order, with 0.
"""

import functools
import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer
from pydantic import ValidationError
from pydantic_settings import SettingsError
from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.filters import Filter, with_filters
from api.names import GraphVocabulary
from api.settings import Settings
from extract.text.articles import count_articles, read_articles
from graph.errors import CodebookError, GkgError, Rejected
from graph.lasting import lasting
from graph.model import Article
from graph.query import Page, RelationRow
from graph.records import event_record
from graph.store import open_store
from graph.vocabulary import CODEBOOK, default_vocabulary, read_vocabulary

app = typer.Typer(
    name="gkg",
    help="Who does what to whom in international politics, with the sentences that say so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
codebook = typer.Typer(
    no_args_is_help=True, help="The vocabulary of relations and actors.", rich_markup_mode=None
)
app.add_typer(codebook, name="codebook")
key = typer.Typer(
    no_args_is_help=True,
    help="Keys for those who ask a server that others can reach.",
    rich_markup_mode=None,
)
app.add_typer(key, name="key")

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH...|-]", help=".txt, .md, .html, .jsonl, folders; - is JSON lines on standard input"
    ),
]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store", metavar="URI", help="sqlite:///relative.db, sqlite:////absolute.db or neo4j://host"
    ),
]
Processes = Annotated[
    int, typer.Option(min=1, max=64, help="read so many articles side by side; each takes about 350 MB")
]
AsJson = Annotated[bool, typer.Option("--json", help="print JSON")]

LONG = 60.0  # seconds that a migration waits for a server that is away
DONE, SOME_REJECTED, WRONG, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141


class Format(StrEnum):
    """The formats of an export."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    JSONL = "jsonl"


class Shape(StrEnum):
    """What an edge of the exported graph is."""

    RELATIONS = "relations"
    EVENTS = "events"
    ARTICLES = "articles"


class Part(StrEnum):
    """Which half of the graph a table holds."""

    EDGES = "edges"
    NODES = "nodes"


def main() -> None:
    """Run the command."""
    app(prog_name="gkg")


def _outcome(command: Callable[..., int]) -> Callable[..., None]:
    """The command ending in its exit code; every foreseen failure is one line on standard error."""

    @functools.wraps(command)
    def run(*args: Any, **given: Any) -> None:
        try:
            code = command(*args, **given)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still buffered would fail once more when Python closes the stream.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = PIPE_CLOSED
        except ValidationError as error:
            report(
                "; ".join(f"GKG_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors() if e["loc"])
            )
            code = WRONG
        except SettingsError as error:
            report(f"{error}; lists are written as JSON")
            code = WRONG
        except (GkgError, OSError) as error:
            report(str(error))
            code = WRONG
        raise typer.Exit(code)

    return run


def report(line: str) -> None:
    """One line on standard error."""
    print(f"gkg: {line}", file=sys.stderr, flush=True)


def _settings(**given: Any) -> Settings:
    """The settings of the environment, with what the command was given in their place."""
    from api.logs import set_up_logs

    settings = Settings(**{key: value for key, value in given.items() if value is not None})
    set_up_logs(settings.log_level, as_json=settings.log_json)
    return settings


def _extractor(settings: Settings) -> Any:
    with lasting():
        from extract.pipeline import Extractor  # spaCy takes a second to import; questions need none of it

        return Extractor(default_vocabulary(), model=settings.model)


def _logged_extractor(settings: Settings) -> Any:
    """An extractor in a process of its own, whose log goes where that of the first goes."""
    from api.logs import set_up_logs

    set_up_logs(settings.log_level, as_json=settings.log_json)
    return _extractor(settings)


@contextmanager
def _extractors(settings: Settings, processes: int) -> Iterator[Any]:
    """What reads articles: one extractor, or several processes with one each."""
    if processes == 1:
        yield _extractor(settings)
        return
    from extract.processes import Extractors

    with Extractors(processes, functools.partial(_logged_extractor, settings)) as extractors:
        yield extractors


def _inputs(paths: list[str] | None) -> list[str]:
    """The paths, or standard input where there are none and something is piped in."""
    if paths:
        return paths
    if sys.stdin.isatty():
        raise GkgError("give files or folders, or pipe JSON lines in")
    return ["-"]


def _emit(line: Any) -> None:
    """One JSON line on standard output, always UTF-8."""
    sys.stdout.buffer.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")


@app.command()
@_outcome
def extract(paths: Paths = None, processes: Processes = 1) -> int:
    """Print the events of articles, one JSON object a line. Nothing is stored."""
    settings = _settings()
    inputs = _inputs(paths)
    rejected: list[Rejected] = []

    def sound() -> Iterator[Article]:
        for item in read_articles(inputs, stdin=sys.stdin.buffer, limit=settings.article_limit):
            if isinstance(item, Article):
                yield item
            else:
                rejected.append(item)
                report(f"rejected {item}")

    with _extractors(settings, processes) as extractor:
        for reading in extractor.extract_all(sound()):
            for event in reading.events:
                _emit(event_record(event))
            sys.stdout.flush()
    return SOME_REJECTED if rejected else DONE


@app.command()
@_outcome
def load(
    paths: Paths = None,
    store: StoreOption = None,
    events: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="load event lines that `gkg extract` wrote; - is standard input"),
    ] = None,
    articles: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="the articles of --events, as `export --shape articles` has them"),
    ] = None,
    processes: Processes = 1,
) -> int:
    """Load articles into the store; those it has already are left alone."""
    from api.loading import RESTART, Loaded, store_readings
    from api.loading import load as load_articles
    from api.readings import read_readings

    if articles and not events:
        raise GkgError("--articles goes with --events; articles alone are loaded as `gkg load FILE`")
    if events and paths:
        raise GkgError("--events takes the place of PATH; give the articles with --articles")
    settings = _settings(store=store)
    results: Iterable[Loaded]
    with ExitStack() as open_now:
        opened = open_now.enter_context(open_store(settings.store, settings.login, patience=RESTART))
        if events:
            total = None
            limit = settings.article_limit
            results = store_readings(
                read_readings(events, articles, stdin=sys.stdin.buffer, limit=limit), opened
            )
        else:
            inputs = _inputs(paths)
            total = count_articles(inputs)
            items = read_articles(inputs, stdin=sys.stdin.buffer, limit=settings.article_limit)
            extractor = open_now.enter_context(_extractors(settings, processes))
            results = load_articles(items, opened, extractor, default_vocabulary())
        counts: Counter[str] = Counter()
        found = 0
        try:
            with _progress("loading", total) as advance:
                for result in results:
                    counts[str(result.outcome or "rejected")] += 1
                    found += result.events
                    advance()
                    if result.outcome is None:
                        report(f"rejected {result.article}: {result.reason}")
        finally:
            said = ", ".join(
                f"{counts[key]} {key}"
                for key in ("loaded", "replaced", "unchanged", "rejected")
                if counts[key]
            )
            report(f"{said or 'no articles'}; {found} events; store {opened.uri}")
    return SOME_REJECTED if counts["rejected"] else DONE


@app.command()
@_outcome
def ask(
    question: Annotated[list[str], typer.Argument(help='such as "who condemns whom"')],
    store: StoreOption = None,
    as_json: AsJson = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="rows at most")] = 50,
) -> int:
    """Answer a question with a table of who does what to whom."""
    from api.answers import goes_on, relations_record
    from api.questions import read_question

    settings = _settings(store=store)
    text = " ".join(question)
    with open_store(settings.store, settings.login) as opened:
        understood = read_question(text, GraphVocabulary.of(default_vocabulary(), opened))
        page = opened.relations(understood.query, Page(limit=limit))
        empty = not page.rows and opened.totals().articles == 0
    if as_json:
        _emit(
            {"question": text, "reading": understood.reading, "near": [n.reading for n in understood.near]}
            | relations_record(understood.query, page)
            | goes_on(page.next)
        )
    elif page.rows:
        _print_table(page.rows)
    report(f"read as: {understood.reading}")
    for near in understood.near:
        report(f"could also be read as: {near.reading}")
    if page.undated:
        report(f"{page.undated} events without a date are left out")
    if page.next:
        report(f"only the first {limit} rows; --limit shows more")
    if not page.rows:
        emptiness = f"the store is empty ({opened.uri}); load articles with `gkg load PATH`"
        report(emptiness if empty else "nothing found")
    return DONE if page.rows else SOME_REJECTED


def _option(filter: Filter) -> Any:
    return typer.Option(
        f"--{filter.name.replace('_', '-')}", metavar="TEXT", help=filter.help, show_default=False
    )


def _with_options(function: Callable[..., int]) -> Callable[..., int]:
    """The command with one option for each filter of the API."""
    return with_filters(function, _option)


@app.command()
@_outcome
@_with_options
def export(
    filters: dict[str, list[str]],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="what the file is for: Gephi reads gexf and graphml")
    ],
    shape: Annotated[
        Shape, typer.Option(help="counted relations, single events, or articles (jsonl)")
    ] = Shape.RELATIONS,
    part: Annotated[Part, typer.Option(help="of csv: edges or nodes")] = Part.EDGES,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="instead of standard output")
    ] = None,
    store: StoreOption = None,
) -> int:
    """Write the graph in a format that other programs read."""
    from graph.export import export_query, write

    settings = _settings(store=store)
    with open_store(settings.store, settings.login) as opened:
        vocabulary = GraphVocabulary.of(default_vocabulary(), opened)
        query = export_query(format.value, shape.value, filters, vocabulary)
        with _output(output) as out:
            write(format.value, shape.value, opened, query, out, part=part.value)
    if output:
        report(f"wrote {output}")
    return DONE


@contextmanager
def _output(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that appears under its name only when it is whole."""
    if path is None:
        yield sys.stdout.buffer
        return
    if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
        with _opened(path, path) as out:
            yield out
        return
    whole = path.resolve()
    partial = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    try:
        with _opened(partial, path) as out:
            yield out
        partial.replace(whole)
    finally:
        partial.unlink(missing_ok=True)


def _opened(path: Path, named: Path) -> BinaryIO:
    """A file to write to. Raises GkgError where it cannot be made, by the name that was given for it."""
    try:
        return path.open("wb")
    except OSError as error:
        raise GkgError(
            f"{named}: cannot be written ({error.strerror}); choose another file with --output"
        ) from error


@app.command()
@_outcome
def explain(
    sentence: Annotated[list[str], typer.Argument(help="a sentence, in quotation marks")],
    as_json: AsJson = False,
) -> int:
    """Show which events a sentence gives and why, whom its words name, and what nearly matched."""
    settings = _settings()
    explanation = _extractor(settings).explain(" ".join(sentence))
    if as_json:
        near = [{"trigger": n.trigger.text, "frame": n.frame, "missing": n.missing} for n in explanation.near]
        actors = [{"words": words, "id": actor.id, "name": actor.name} for words, actor in explanation.actors]
        events = [event_record(event) for event in explanation.events]
        _emit({"events": events, "near": near, "actors": actors})
        return DONE if explanation.events else SOME_REJECTED
    out = _console()
    for event in explanation.events:
        marks = [str(event.modality), *(["negated"] if event.negated else [])]
        if event.attributed_to:
            marks.append(f"says {event.attributed_to.speaker.actor.name}")
        content = f" ({event.content})" if event.content else ""
        out.print(
            f"{event.source.actor.name} {event.relation}{content} {event.target.actor.name}"
            f"  [{event.plover}, {', '.join(marks)}, confidence {event.confidence:.2f}]",
            markup=False,
        )
        why = {
            "trigger": event.trigger.text,
            "frame": event.why.frame,
            "rule": event.why.rule,
            "source": _named_by(event.source, event.why.source),
            "target": _named_by(event.target, event.why.target),
        }
        for key, value in why.items():
            out.print(f"    {key:8} {value}", markup=False)
    if not explanation.events:
        out.print("no event", markup=False)
    if explanation.actors:
        seen = ", ".join(f"{words!r} {actor.id}" for words, actor in explanation.actors)
        out.print(f"actors: {seen}", markup=False)
    for near in explanation.near:
        out.print(f"nearly: {near.trigger.text!r} as {near.frame}: {near.missing}", markup=False)
    return DONE if explanation.events else SOME_REJECTED


def _named_by(party: Any, how: str) -> str:
    """The words that stand for an actor, and how; of an end without words, that the text implies it."""
    return f"{party.mention.text!r} by {how}" if party.mention else f"{party.actor.name}, implied by the text"


@app.command()
@_outcome
def serve(
    host: Annotated[str | None, typer.Option(help="address to listen on (default 127.0.0.1)")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="port (default 8000); 0 takes a free one")
    ] = None,
    store: StoreOption = None,
) -> int:
    """Serve the HTTP API and the explorer page until Ctrl-C."""
    import uvicorn

    from api.access import key_ring
    from api.app import create_app, served_store
    from api.doctor import busy_line, listening
    from api.wire import Wire

    signal.signal(signal.SIGTERM, _end_in_order)
    settings = _settings(host=host, port=port, store=store)
    if settings.demands_keys:
        key_ring(settings).check()
    try:
        bound = listening(settings.host, settings.port)
    except OSError as error:
        report(busy_line(settings.host, settings.port, error))
        return WRONG
    with bound, served_store(settings) as opened:
        served = create_app(settings, store=opened)
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        report(f"http://{shown}:{bound.getsockname()[1]}/ answers, /docs describes it; Ctrl-C ends it")
        config = uvicorn.Config(
            served,
            http=Wire,
            ws="none",
            log_config=None,
            access_log=False,  # api/requests.py writes it
            log_level=settings.log_level.lower(),
            forwarded_allow_ips=settings.proxies,
            server_header=False,
            timeout_graceful_shutdown=5,
        )
        uvicorn.Server(config).run(sockets=[bound])
    return DONE


def _end_in_order(*_: object) -> None:
    """Leave by closing what is open. uvicorn sends a signal once more when it has answered what ran."""
    raise SystemExit(DONE)


@codebook.command("check")
@_outcome
def codebook_check(
    folder: Annotated[
        Path, typer.Argument(help="a codebook folder; else the one that ships with gkg")
    ] = CODEBOOK,
) -> int:
    """Lint the codebook: count it, and name what needs mending."""
    from api.codebook_check import read_wrong, written_wrong
    from extract.pipeline import Extractor

    settings = _settings()
    try:
        vocabulary = read_vocabulary(folder)
    except CodebookError as error:
        report(str(error))
        return SOME_REJECTED
    relations = vocabulary.relations.values()
    print(
        f"{len(relations)} relations, {sum(len(r.frames) for r in relations)} frames, "
        f"{sum(len(r.examples) for r in relations)} examples, "
        f"{sum(len(r.not_examples) for r in relations)} not_examples, "
        f"{len(vocabulary.gazetteer.actors)} actors"
    )
    findings = 0
    for finding in written_wrong(vocabulary):
        findings += 1
        print(f"{finding.relation}: {finding.problem}")
    for finding in read_wrong(vocabulary, Extractor(vocabulary, model=settings.model)):
        findings += 1
        print(f"{finding.relation}: {finding.problem}")
    report(f"{findings} to mend" if findings else "nothing to mend")
    return SOME_REJECTED if findings else DONE


@key.command("new")
@_outcome
def key_new(
    name: Annotated[str, typer.Argument(help="whose key it is, or what it is for")],
    write: Annotated[bool, typer.Option("--write", help="it may store and delete articles, too")] = False,
) -> int:
    """Make a key and print it, this once: only its hash is kept."""
    from api.keys import May, new_key

    settings = _settings()
    text, made = new_key(settings.keys, name, May.WRITE if write else May.READ)
    report(f"key {made.id} of {made.name!r} may {made.may}; keep what is printed, it is shown this once")
    print(text)
    return DONE


@key.command("list")
@_outcome
def key_list(as_json: AsJson = False) -> int:
    """Print which keys there are, never their text."""
    from api.keys import read_keys

    settings = _settings()
    keys = read_keys(settings.keys)
    if as_json:
        _emit({"keys": [{"id": k.id, "name": k.name, "may": k.may, "created": k.created} for k in keys]})
    elif keys:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for heading in ("Id", "May", "Created", "Name"):
            table.add_column(heading, overflow="fold")
        for one in keys:
            table.add_row(one.id, one.may, one.created, Text(one.name))
        _print(table)
    else:
        report(f"no keys in {settings.keys}; `gkg key new NAME` makes one")
    return DONE


@key.command("revoke")
@_outcome
def key_revoke(
    id: Annotated[str, typer.Argument(metavar="ID", help="as `gkg key list` shows it")],
) -> int:
    """Take a key away; a server that runs refuses it from the next request on."""
    from api.keys import revoke_key

    revoked = revoke_key(_settings().keys, id)
    report(f"key {revoked.id} of {revoked.name!r} is revoked")
    return DONE


@app.command()
@_outcome
def migrate(store: StoreOption = None) -> int:
    """Bring an older graph up to this version; a file's is as it is opened, a server's only by this."""
    settings = _settings(store=store)
    with open_store(settings.store, settings.login, migrate=True, patience=LONG) as opened:
        found = opened.migrated_from
        report(f"{opened.uri}: {f'was of version {found}, ' if found else ''}is of this version")
    return DONE


@app.command()
@_outcome
def doctor(store: StoreOption = None) -> int:
    """Say what works here and what needs mending, one line a part."""
    from api.doctor import checks

    broken = 0
    for check in checks(_settings(store=store)):
        broken += not check.ok
        print(f"{'ok  ' if check.ok else 'mend'}  {check.part:10} {check.says}", flush=True)
    return SOME_REJECTED if broken else DONE


@contextmanager
def _progress(what: str, total: int | None) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error where that is a terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)


def _console() -> Console:
    """Standard output; where that is no terminal, lines are never cut."""
    return (
        Console(soft_wrap=True)
        if sys.stdout.isatty()
        else Console(soft_wrap=True, width=10_000, color_system=None)
    )


def _print_table(rows: Iterable[RelationRow]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Source", "Relation", "Target"):
        table.add_column(heading, overflow="fold")
    for heading in ("Events", "Articles"):
        table.add_column(heading, justify="right")
    for heading in ("First", "Last"):
        table.add_column(heading, no_wrap=True)
    for row in rows:
        ends = (row.source_name, row.relation, row.target_name)
        table.add_row(*ends, str(row.events), str(row.articles), row.first or "", row.last or "")
    _print(table)


def _print(table: Table) -> None:
    (Console() if sys.stdout.isatty() else Console(width=10_000, color_system=None)).print(
        table, markup=False
    )
