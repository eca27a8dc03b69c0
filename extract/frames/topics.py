"""Nouns of acts that tell of none: what a pact or a talk is about, what is kept from happening."""

from extract.frames.triggers import fits, outer
from extract.grammar.parse import Token
from graph.frames import NONE
from graph.vocabulary import Vocabulary

OF_WAR = frozenset({"prisoner", "weapon", "veteran", "theatre", "spoil", "risk", "act"})
"""Nouns behind whose "of" war is no event: "prisoners of war"."""

DISCUSSING = frozenset({"discuss", "debate"})
"""Verbs of talking whose object is only a topic: "discussed trade with Chad" tells of no trade."""

KEEPING = frozenset(
    "block prevent veto thwart torpedo obstruct scuttle bar forbid avert avoid forestall".split()
)
"""Verbs by which somebody keeps an act of others from happening."""

LAPSING = frozenset("collapse unravel crumble expire lapse founder disintegrate dissolve".split())
PARTING = frozenset({"break down", "fall apart", "fall through", "come apart", "run out"})
"""Verbs by which a truce or pact is no more, and such with their particles."""

COMING = frozenset({"loom", "beckon", "lurk", "impend"})
UNLIKELY = frozenset("unlikely impossible improbable unthinkable doubtful inconceivable inevitable".split())
"""Verbs and adjectives of what has not happened."""


def is_subject_matter(noun: Token, vocabulary: Vocabulary) -> bool:
    """Whether a noun only tells what a pact is about: "a treaty of friendship and cooperation"."""
    above = noun.head.head
    if noun.lower_ == "war" and noun.dep_ == "pobj" and above.lemma_.lower() in OF_WAR:
        return True
    first = _first_joined(noun)
    about = first.dep_ == "pobj" and first.head.lower_ in ("of", "on", "for")
    return about and fits(first.head.head, vocabulary.classes.get("agreement", NONE)) is not None


def is_topic(noun: Token) -> bool:
    """Whether a noun is only talked about: "discussed trade and European security with Chad"."""
    first = _first_joined(noun)
    return first.dep_ == "dobj" and first.head.lemma_.lower() in DISCUSSING


def is_thwarted(noun: Token) -> bool:
    """Whether an act is kept from happening or may never happen: "blocked the start of talks between Chad and
    Mali", "war between them was averted", "loomed", "is unlikely".
    """
    thing = outer(noun)
    verb = thing.head
    if thing.dep_ in ("dobj", "nsubjpass"):
        return verb.lemma_.lower() in KEEPING
    judged = any(child.dep_ == "acomp" and child.lower_ in UNLIKELY for child in verb.children)
    return thing.dep_ == "nsubj" and (verb.lemma_.lower() in COMING or (verb.lemma_ == "be" and judged))


def is_over(noun: Token) -> bool:
    """Whether what somebody has with another is told as ended: "a truce between Chad and Mali collapsed"."""
    thing = outer(noun)
    verb = thing.head.lemma_.lower()
    parting = any(f"{verb} {child.lower_}" in PARTING for child in thing.head.children)
    return thing.dep_ == "nsubj" and (verb in LAPSING or parting)


def _first_joined(noun: Token) -> Token:
    """The first of the nouns that a noun is joined to."""
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    return noun
