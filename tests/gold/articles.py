"""Whole articles with every event and mention labelled, and how far the extractor comes on them.

    python -m tests.gold.articles           the ten set aside are left out
    python -m tests.gold.articles errors    also what is missed and what is found beyond it
    python -m tests.gold.articles aside     the set aside: figures only, at the end

An article of articles.txt:

    === a01 | agency report | East Africa | 2004-05-18
    # Title
    Paragraphs with [[Kenya|KEN]] tags, nested [[[[Kenya|KEN]]'s army|KEN-MIL]], of several [[both|KEN+UGA]].

    --- events
    s3 m5 CONDEMN m7 "condemned"
    s4 m9 ACCUSE/ATTACK m2 "accused"
    s4 m2 ATTACK m9 "bombing" by=m9 via=m11 possible negated date=2004-06-01/month

Sentences and mentions are numbered in their order; an end that no word names is its id. Two ends of one
reciprocal act are two lines with `reciprocal`.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.pipeline import Extractor
from graph.model import Article, Event
from graph.vocabulary import default_vocabulary
from tests.gold.practice import state
from tests.gold.stages import Tally, whole

OPEN = Path(__file__).parent / "articles.txt"
ASIDE = Path(__file__).parent / "articles-aside.txt"

SENTENCE_END = re.compile(r"(?<=[.!?])[\"\u201d\u2019)]*\s+(?=[\"\u201c(]?[A-Z0-9])")
CLOSING = re.compile(r"\|([^\]\[|]+)\]\]")
ABBREVIATED = re.compile(
    r"(Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Rev|Sen|Rep|Gov|St|No|U\.S|U\.N|vs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct"
    r"|Nov|Dec|[A-Z])\."
)
EVENT = re.compile(
    r"s(?P<sentence>\d+)\s+(?P<source>\S+)\s+(?P<relation>[A-Z_]+)(?:/(?P<content>[A-Z_]+))?\s+(?P<target>\S+)"
    r'\s+"(?P<trigger>[^"]+)"\s*(?P<rest>.*)'
)


@dataclass(frozen=True, slots=True)
class Told:
    """One event as it is compared: in which sentence, who does what to whom, and what is said of it."""

    sentence: int
    source: str
    relation: str
    content: str | None
    target: str
    modality: str
    negated: bool
    attributed_to: str | None
    date: str | None

    @property
    def directed(self) -> tuple[int, str, str, str]:
        return self.sentence, self.source, self.relation, self.target


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article as it is read, with its labels. `mentions` are (start, end, id or ids joined by +)."""

    article: Article
    kind: str
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[tuple[int, int, str], ...]
    events: tuple[Told, ...]


def articles(file: Path = OPEN) -> Iterator[Labelled]:
    """Each article of a file. Raises ValueError with the line that cannot be read."""
    for part in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = part.partition("\n")
        id, kind, _, day = (word.strip() for word in head.split("|"))
        body, _, lines = rest.partition("--- events")
        text, mentions = _untagged(re.sub(r"^# (.*)\n+", r"\1\n", body.strip()))
        sentences = tuple(_sentences(text))
        labelled = Labelled(Article(id=id, text=text, published=day), kind, sentences, mentions, ())
        events = [event for line in lines.splitlines() if line.strip() for event in _events(line, labelled)]
        yield Labelled(labelled.article, kind, sentences, mentions, tuple(events))


def _untagged(tagged: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    text, at = "", 0
    opened: list[int] = []
    mentions: list[tuple[int, int, str]] = []
    while at < len(tagged):
        closing = CLOSING.match(tagged, at) if opened else None
        if tagged.startswith("[[", at):
            opened.append(len(text))
            at += 2
        elif closing:
            mentions.append((opened.pop(), len(text), closing.group(1)))
            at = closing.end()
        else:
            text += tagged[at]
            at += 1
    return text, tuple(sorted(mentions, key=lambda mention: (mention[0], -mention[1])))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", text):
        start = 0
        for end in SENTENCE_END.finditer(line.group()):
            if not ABBREVIATED.fullmatch(line.group()[: end.start()].split()[-1].rstrip('"')):
                yield line.start() + start, line.start() + end.start()
                start = end.end()
        yield line.start() + start, line.end()


def _events(line: str, labelled: Labelled) -> Iterator[Told]:
    found = EVENT.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"{labelled.article.id}: cannot read {line!r}")
    words = found["rest"].split()
    said = dict(word.split("=", 1) for word in words if "=" in word)
    for source in _actors(found["source"], labelled):
        for target in _actors(found["target"], labelled):
            if source != target:
                yield Told(
                    sentence=int(found["sentence"]),
                    source=source,
                    relation=found["relation"],
                    content=found["content"],
                    target=target,
                    modality=next((word for word in words if word in ("planned", "possible")), "actual"),
                    negated="negated" in words,
                    attributed_to=_of_another(source, _actors(said["by"], labelled)[0])
                    if "by" in said
                    else None,
                    date=said["date"].partition("/")[0] if "date" in said else None,
                )


def _actors(end: str, labelled: Labelled) -> list[str]:
    """The ids of an end: of a mention by its number, else as written."""
    id = labelled.mentions[int(end[1:]) - 1][2] if re.fullmatch(r"m\d+", end) else end
    return [whole(one) for one in id.split("+")]


def _of_another(source: str, speaker: str) -> str | None:
    """Who says so, unless he says it of himself or his own state: the labels leave that open."""
    return None if state(source) == state(speaker) else whole(speaker)


Read = Iterable[tuple[Labelled, Sequence[Event]]]
"""Articles with the events that the extractor found in them."""


def read(extractor: Extractor, file: Path) -> list[tuple[Labelled, Sequence[Event]]]:
    """Each article of a file with what the extractor finds in it."""
    return [(labelled, extractor.extract(labelled.article).events) for labelled in articles(file)]


def as_told(event: Event, labelled: Labelled) -> Told:
    at = event.trigger.start
    within = (n for n, (start, end) in enumerate(labelled.sentences, 1) if start <= at < end)
    return Told(
        sentence=next(within, 0),
        source=whole(event.source.actor.id),
        relation=event.relation,
        content=event.content,
        target=whole(event.target.actor.id),
        modality=event.modality.value,
        negated=event.negated,
        attributed_to=_of_another(event.source.actor.id, event.attributed_to.speaker.actor.id)
        if event.attributed_to
        else None,
        date=event.date,
    )


ASKED = {"speaker": "attributed_to", "date": "date"}
"""What is asked of an event that is found with its direction."""


def figures(read: Read) -> dict[str, Tally]:
    """Of every stage what was right.

    Of events found with their direction the speaker and the date, "nobody" and "no date" counted, and only
    where there is one ("named speaker", "told date"). Of the ends that a pronoun or "the movement" stands
    for, whom it means ("taken up": its recall is no figure).
    """
    stages = ("direction", "event", "speaker", "named speaker", "date", "told date", "taken up")
    counted = {stage: Tally() for stage in stages}
    for labelled, events in read:
        found = [as_told(event, labelled) for event in events]
        told = {event.directed: event for event in labelled.events}
        given = {event.directed: event for event in found}
        counted["direction"].count(set(told), set(given))
        counted["event"].count({_without_date(e) for e in labelled.events}, {_without_date(e) for e in found})
        for key in told.keys() & given.keys():
            for stage, name in ASKED.items():
                there, read_so = getattr(told[key], name), getattr(given[key], name)
                counted[stage].count({there}, {read_so})
                counted["named speaker" if stage == "speaker" else "told date"].count(
                    {there} - {None}, {read_so} - {None}
                )
        counted["taken up"].count(*_taken_up(labelled, events))
    return counted


def _taken_up(labelled: Labelled, events: Iterable[Event]) -> tuple[set[object], set[object]]:
    """The ends that stand for somebody and whose last character ends a tag: as labelled, and as read."""
    tagged = {end: {whole(one) for one in id.split("+")} for _, end, id in labelled.mentions}
    ends = (
        party
        for event in events
        for party, how in ((event.source, event.why.source), (event.target, event.why.target))
        if how == "coreference" and party.mention is not None
    )
    said = {(party.mention.end, whole(party.actor.id)) for party in ends if party.mention is not None}
    known: set[object] = {(end, id) for end, id in said if end in tagged}
    return {(end, id) for end, id in said if id in tagged.get(end, ())}, known


def _without_date(event: Told) -> tuple[object, ...]:
    return (*event.directed, event.content, event.modality, event.negated, event.attributed_to)


def main(asked: str | None) -> None:
    """Print the figures of the open articles, or of those set aside."""
    extractor = Extractor(default_vocabulary())
    scored = read(extractor, ASIDE if asked == "aside" else OPEN)
    for labelled, found in scored if asked == "errors" else ():
        events = [as_told(event, labelled) for event in found]
        print(f"=== {labelled.article.id}")
        for n, (start, end) in enumerate(labelled.sentences, 1):
            lines = [f"  - {e}" for e in labelled.events if e.sentence == n and _lacks(e, events)]
            lines += [f"  + {e}" for e in events if e.sentence == n and _lacks(e, labelled.events)]
            if lines:
                print(f"s{n} {labelled.article.text[start:end]}", *lines, sep="\n")
    print(f"{len(scored)} articles, {sum(len(a.events) for a, _ in scored)} events")
    for stage, tally in figures(scored).items():
        print(
            f"{stage:13} precision {tally.precision:.3f}  recall {tally.recall:.3f}  F1 {tally.f1:.3f}"
            f"  ({tally.right} right, {tally.found} found, {tally.there} there)"
        )


def _lacks(event: Told, others: Iterable[Told]) -> bool:
    return all(_without_date(event) != _without_date(other) for other in others)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
