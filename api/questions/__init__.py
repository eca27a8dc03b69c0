"""Reads questions such as "according to Ukraine, who has attacked Kherson since May?" by a small grammar.

    question   [according to A] clause [according to A], or: who does A say clause
    clause     what happened between A and B | what happened to B
               what AUX A do [to B]
               [PREPOSITION] WHO AUX A verb ...        the object is asked for: whom does A sanction
               WHO verb B                              the subject is asked for
               AUX A verb B | A verb B                 whether
               how often AUX A verb B                  every answer counts
               what NOUN AUX A verb on B               what sanctions has A imposed on B
               A's NOUN on B | NOUN by A against B     sanctions by A against B
    verb       [AUX ...] [not] WORD, or [AUX ...] plan|threaten|promise|refuse ... to WORD
    WORD       a verb with what the codebook's frames ask for beside it: "impose sanctions on"
    A, B       a name, several joined by "and" or "or", or who(m), anybody, which country
    time       since | after | before | until | in | on | during DATE, between | from DATE and | to DATE,
               last year, in the past three months, yesterday; anywhere in the question

Where a question can be read in several ways the reading with the most words in the verb is meant of which
all names are known; the next ones are told as near readings.
"""

import difflib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from api.questions.courtesy import bare
from api.questions.function_words import NO_NAMES, PARTIES
from api.questions.grammar import Grammar
from api.questions.names import Names
from api.questions.periods import When, bad_date, time_of
from api.questions.reading import Reading
from api.questions.understood import Question, strangers, understood
from api.questions.words import Words, words_of
from graph.errors import AmbiguousName, NotUnderstood, UnknownName
from graph.vocabulary import Vocabulary

__all__ = ["EXAMPLES", "Question", "read_question"]

EXAMPLES = (
    "who condemns whom",
    "whom has France sanctioned since 2022",
    "what happened between Israel and Iran in 2024",
)
NEAR = 3  # further readings that are told
LOOKED_AT = 60  # readings in which the one name is sought that nobody has
TRIED = 12  # readings behind the first that are looked at for them


def read_question(text: str, vocabulary: Vocabulary, today: date | None = None) -> Question:
    """Understand a question; "last year" is the one before today's.

    Raises NotUnderstood, which has examples, where it cannot be read, UnknownName and AmbiguousName where it
    can but for a name.
    """
    said = words_of(text)
    day = today or date.today()
    words, when = time_of(said, day)
    errors: list[AmbiguousName] = []
    readings = _readings(words, vocabulary)
    names = Names(vocabulary, {words for reading in readings for _, words in reading.all_named})
    found = _understood(readings, when, names, errors)
    question = next(found, None)
    if question is not None:
        near: dict[str, Question] = {}
        for other in found:
            if other.query != question.query and len(near) < NEAR:
                near.setdefault(other.reading, other)
        return replace(question, near=tuple(near.values()))
    mend = next(iter(errors), None) or bad_date(words, day) or _stranger(readings, names)
    if mend is not None:
        raise mend
    raise NotUnderstood(text, _hint(words, vocabulary), EXAMPLES)


def _readings(words: Words, vocabulary: Vocabulary) -> list[Reading]:
    """Every reading of a question, the one with the most words in the verb first."""
    grammar = Grammar(vocabulary)
    readings = (reading for core in bare(words) for reading in grammar.questions(core))
    return list(dict.fromkeys(sorted(readings, key=lambda reading: -reading.weight)))


def _understood(
    readings: list[Reading], when: When, names: Names, errors: list[AmbiguousName]
) -> Iterator[Question]:
    """The readings of which all names are known; what was wrong with the others goes to `errors`."""
    last = len(readings)
    for tried, reading in enumerate(readings):
        if tried > last:
            return
        try:
            question = understood(reading, when, names)
        except AmbiguousName as error:
            errors.append(error)
            continue
        if question is not None:
            last = min(last, tried + TRIED)
            yield question


def _stranger(readings: list[Reading], names: Names) -> UnknownName | None:
    """The one name that a question fails for, if it could be one: the shortest, without words of grammar."""
    named = (strangers(reading, names) for reading in readings[:LOOKED_AT])
    single = [found[0] for found in named if len(found) == 1]
    key, name = min(single, key=lambda found: len(found[1].split()), default=("", ""))
    if not name or {*name.casefold().split()} & NO_NAMES or not any(letter.isupper() for letter in name):
        return None
    try:
        names.vocabulary.meaning(key, name)
    except UnknownName as unknown:
        return unknown
    return None


def _hint(words: Words, vocabulary: Vocabulary) -> str:
    """Verbs of the codebook that look like a word which nothing is known of."""
    strange = [w for w in words if w.islower() and len(w) > 4 and w not in NO_NAMES | PARTIES]
    near = [
        near
        for w in strange
        for near in difflib.get_close_matches(w, vocabulary.relation_words, n=2, cutoff=0.8)
    ]
    return f" (is a verb meant such as {', '.join(near[:4])}?)" if near else ""
