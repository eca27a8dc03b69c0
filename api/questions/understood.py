"""From a reading to the query that it means, and to a sentence that says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.questions.names import Names, parts_of
from api.questions.periods import When
from api.questions.reading import Reading
from graph.query import EventQuery, events_query
from graph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it was understood, with a sentence that says how, and other readings that are near."""

    query: EventQuery
    reading: str
    near: tuple["Question", ...] = ()


def understood(reading: Reading, when: When, names: Names) -> Question | None:
    """What a reading means; None where a name of it is nobody's. Raises AmbiguousName for one of several."""
    vocabulary = names.vocabulary
    given: dict[str, list[str]] = dict(when)
    for key, words in reading.named.items():
        if words is not None:
            found = names.of(key, words)
            if found is None:
                return None
            given[key] = found
    between = [names.of("between", end) for end in reading.between or ()]
    mutual = not reading.relation or all(vocabulary.relations[r].reciprocal for r in reading.relation)
    if mutual and reading.together and len(given.get("source", ())) == 2:  # "China and Russia met"
        between = [[name] for name in given.pop("source")]
    if any(end is None for end in between):
        return None
    if between:
        given["between"] = [",".join(end[0] for end in between if end)]
    given |= {
        key: list(value)
        for key, value in (("relation", reading.relation), ("content", reading.content))
        if value
    }
    if reading.modality:
        given["modality"] = [reading.modality]
    if reading.negated:
        given["negated"] = ["true"]
    query = events_query(given, vocabulary)
    return Question(query=query, reading=_said(query, given, vocabulary))


def strangers(reading: Reading, names: Names) -> list[tuple[str, str]]:
    """The names of a reading that are nobody's, each with its filter."""
    return [
        (key, part)
        for key, words in reading.all_named
        if names.of(key, words) is None
        for part in parts_of(words)
        if names.of(key, tuple(part.split())) is None
    ]


def _said(query: EventQuery, given: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> str:
    """The query in a sentence: "events in which anybody CONDEMNs Russia, since 2022-01-01"."""
    called = {
        key: _called(key, names, vocabulary)
        for key, names in given.items()
        if key in ("source", "target", "actor", "attributed_to")
    }
    if query.between:
        first, second = (_called("between", [end], vocabulary) for end in given["between"][0].split(","))
        kind = f"{'/'.join(query.relation)} " if query.relation else ""
        said = f"{kind}events between {first} and {second}, in either direction"
    elif "actor" in called:
        said = f"events in which {called['actor']} acts or is acted upon"
    else:
        act = _act_said(query)
        said = f"events in which {called.get('source', 'anybody')} {act} {called.get('target', 'anybody')}"
    for word, day in (("since", query.since), ("before", query.until)):
        if day:
            said += f", {word} {day}"
    if "attributed_to" in called:
        said += f", according to {called['attributed_to']}"
    return said


def _act_said(query: EventQuery) -> str:
    planned, possible = query.modality == ("planned",), query.modality == ("possible",)
    if not query.relation:
        return "does anything to"
    relation = "/".join(query.relation)
    content = f" ({query.content[0]})" if query.content else ""
    if planned:
        return f"{'plans not to' if query.negated else 'plans to'} {relation}{content}"
    if possible:
        return f"may {'not ' if query.negated else ''}{relation}{content}"
    return f"does not {relation}{content}" if query.negated else f"{relation}s{content}"


def _called(key: str, names: Sequence[str], vocabulary: Vocabulary) -> str:
    meanings = [vocabulary.meaning(key, name) for name in names]
    return " or ".join(f"{m.actor.name} ({m.person.name})" if m.person else m.actor.name for m in meanings)
