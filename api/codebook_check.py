"""Lints the codebook like code: what contradicts itself, what lacks a counter-example, what does not work."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.pipeline import Extractor
from graph.model import Article, Event
from graph.records import event_record
from graph.vocabulary import Example, Relation, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in the codebook that needs mending: the relation and what is wrong with it."""

    relation: str
    problem: str


def written_wrong(vocabulary: Vocabulary) -> Iterator[Finding]:
    """What can be told from the entries alone."""
    owners: dict[tuple[str, bool], str] = {}
    for relation in vocabulary.relations.values():
        if not relation.cameo.isdecimal():
            yield Finding(
                relation=relation.name, problem=f"the CAMEO code {relation.cameo!r} is not a string of digits"
            )
        if not relation.frames:
            yield Finding(relation=relation.name, problem="there are no frames: nothing can mean it")
        if not relation.examples:
            yield Finding(relation=relation.name, problem="there are no examples")
        if not relation.not_examples:
            yield Finding(
                relation=relation.name, problem="there are no not_examples: sentences that look like it"
            )
        for frame in relation.frames:
            owner = owners.setdefault((frame.text, frame.nominal), relation.name)
            if owner != relation.name:
                kind = "noun" if frame.nominal else "verb"
                yield Finding(
                    relation=relation.name, problem=f"the {kind} frame {frame.text!r} is also {owner}'s"
                )


def read_wrong(vocabulary: Vocabulary, extractor: Extractor) -> Iterator[Finding]:
    """Examples that do not give their event, and counter-examples that do give one."""
    for relation in vocabulary.relations.values():
        for example in relation.examples:
            events = _events(extractor, example.text)
            if not any(_fits(event, relation, example) for event in events):
                yield Finding(
                    relation=relation.name,
                    problem=f"example not read: {example.text!r} should say {_wanted(relation, example)}, "
                    f"says {_said(events)}",
                )
        for text in relation.not_examples:
            wrong = [event for event in _events(extractor, text) if event.relation == relation.name]
            if wrong:
                yield Finding(
                    relation=relation.name, problem=f"not_example read: {text!r} says {_said(wrong)}"
                )


def _events(extractor: Extractor, text: str) -> tuple[Event, ...]:
    return extractor.extract(Article(id="example", text=text)).events


def _fits(event: Event, relation: Relation, example: Example) -> bool:
    ends = (event.source.actor.id, event.relation, event.target.actor.id)
    if ends != (example.source, relation.name, example.target):
        return False
    record = event_record(event)
    return all(_same(record.get(key), wanted) for key, wanted in example.expected.items())


def _same(value: object, wanted: object) -> bool:
    return (
        value.get("id") == wanted if isinstance(value, dict) and isinstance(wanted, str) else value == wanted
    )


def _wanted(relation: Relation, example: Example) -> str:
    more = ", ".join(f"{key}={value}" for key, value in example.expected.items())
    return f"{example.source} {relation.name} {example.target}" + (f" ({more})" if more else "")


def _said(events: tuple[Event, ...] | list[Event]) -> str:
    said = [
        f"{e.source.actor.id} {e.relation}{f' ({e.content})' if e.content else ''} {e.target.actor.id}"
        f"{' negated' if e.negated else ''} {e.modality}"
        for e in events
    ]
    return "; ".join(said) or "nothing"
