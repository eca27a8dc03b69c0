"""What is about sport, works of art or leisure, whose words of fight and defeat mean nothing political."""

import re
from itertools import islice

from extract.frames.triggers import fits
from extract.grammar.parse import Span as Words
from extract.grammar.parse import Token
from extract.grammar.verbs import REACH, own_subject
from graph.frames import NONE
from graph.model import Plover
from graph.vocabulary import Vocabulary

PLAYED = frozenset(
    {Plover.ASSAULT, Plover.COERCE, Plover.SANCTION, Plover.RETREAT, Plover.REJECT, Plover.CONCEDE}
)
"""Types of act whose words sport uses in a sense of its own: "Spain crushed Russia 5-0"."""

SCORE = re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}(?![\d-])(?! (?:year|day|hour|mile|month|week|vote|majority))")
GAME = re.compile(r"\b(?:semi|quarter)-finals?\b|\bhalf-time\b")
"""What is said of games only, in words that the parser cuts at their hyphens."""


def is_sport(sentence: Words, vocabulary: Vocabulary) -> bool:
    """Whether the sentence is about sport, by a word of its own or a score."""
    words = vocabulary.classes.get("sport", NONE)
    text = sentence.text
    if SCORE.search(text) or GAME.search(text):
        return True
    return not words.by_head.keys().isdisjoint(sentence.forms) and any(
        fits(token, words) for token in sentence
    )


FICTION = frozenset("opera novel film movie ballet musical thriller sitcom cartoon saga fable".split())
"""Works in which people storm, betray and conquer."""

RELATING = frozenset("tell show depict portray recount relate describe narrate follow imagine".split())
"""Verbs by which such a work says so."""


def is_fiction(token: Token) -> bool:
    """Whether what a word tells happens in a work of art: "an opera in which a colonel storms the palace",
    "the novel tells how rebels seized the mines".
    """
    if FICTION.isdisjoint(token.sent.forms):
        return False
    for clause in (token, *islice(token.ancestors, REACH)):
        if clause.dep_ == "relcl" and clause.head.lemma_.lower() in FICTION:
            within = [child for child in clause.children if child.lower_ in ("in", "where")]
            return any(p.lower_ == "where" or any(o.lower_ == "which" for o in p.children) for p in within)
        if any(_is_own_work(noun) for p in clause.children if p.lower_ == "in" for noun in p.children):
            return True
        if clause.dep_ == "ccomp" and clause.head.lemma_.lower() in RELATING:
            subject = own_subject(clause.head)
            return subject is not None and subject.lemma_.lower() in FICTION
    return False


def _is_own_work(noun: Token) -> bool:
    """Whether somebody's novel or film stands behind an "in": "in her new novel, rebels storm the palace"."""
    his = any(child.dep_ == "poss" or child.lower_ in ("new", "latest") for child in noun.children)
    return noun.dep_ == "pobj" and noun.lemma_.lower() in FICTION and his


LEISURE = frozenset(
    "tourist holidaymaker backpacker traveller traveler explorer hiker climber mountaineer runner swimmer "
    "surfer cyclist skier golfer boxer wrestler gymnast athlete player goalkeeper footballer cricketer coach "
    "referee fan spectator singer musician pianist violinist rapper actor actress comedian dancer painter "
    "sculptor poet novelist chef cook waiter barber hairdresser model designer shopper diner".split()
)
"""Nouns of people at play or at their craft, who visit, storm, arrest and give up nothing in politics."""

IN_EARNEST = frozenset({Plover.PROTEST, Plover.ACCUSE, Plover.REQUEST, Plover.REJECT, Plover.SUPPORT})
"""Types of act that they do in politics as well: "singers condemned the invasion"."""


def is_at_leisure(noun: Token, type: Plover) -> bool:
    """Whether acts of this type are none of politics if such a one does them: "tourists from Germany stormed
    the beaches of Spain".
    """
    return noun.lemma_.lower() in LEISURE and type not in IN_EARNEST
