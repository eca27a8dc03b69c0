"""Where prepositions lead, wherever the parser hangs them: "with Iran" of "talks in Geneva with Iran"."""

from collections.abc import Iterator
from itertools import islice

from extract.grammar.calendar import CALENDAR
from extract.grammar.nouns import RELATIVE_PRONOUNS, with_conjuncts
from extract.grammar.parse import Token
from extract.grammar.verbs import REACH, own_subject

WITH = frozenset({"with"})

PATH = frozenset(
    {
        "prep",
        "pobj",
        "dobj",
        "prt",
        "attr",
        "acomp",
        "oprd",
        "dative",
        "agent",
        "nsubjpass",
        "pcomp",
        "npadvmod",
    }
)

ADVERBS = frozenset("back home away along together over closer close nearer near".split())
"""Adverbs of a verb on which the parser hangs its preposition: "handed back to Mali"."""

BESIDES = {
    "without": frozenset({"to", "for", "with", "between"}),
    "about": frozenset({"with", "between", "against"}),
    **dict.fromkeys(("after", "before", "since", "until"), frozenset({"between"})),
}
"""By a preposition, those behind its noun that are the noun's: "met after a war between them"."""

SIDES = frozenset({"side", "bank", "shore", "flank"})
"""Nouns of where somebody fires from: "fired from a ridge on the Mali side"."""

TELLING = frozenset("according owing due prior contrary".split())
"""Words whose "to" tells who says so or why: "according to Reuters, Iran seized a tanker" is not from it."""

FALLING = frozenset({"fall", "loss"})
"""Nouns whose "to" leads to the victor, to whom nobody spoke: "after the fall of the town to rebels"."""

NO_WAY = FALLING | TELLING
"""Words through whose "to" no preposition of a verb leads."""

SENDING = frozenset("donate give send ship deliver provide supply offer hand fly ferry lend sell".split())
"""Verbs that take an object and a receiver: who "relented and sent a note to Chad" sent it only."""

SHARED = 3
"""How far apart two verbs may stand that share what is behind the second."""


def objects_of(preposition: Token) -> Iterator[Token]:
    """The nouns that a preposition leads to, also through a second one ("out of X") or "whom"."""
    for child in preposition.children:
        if child.dep_ == "pobj" and child.lower_ in RELATIVE_PRONOUNS and child.tag_.startswith("W"):
            clause = next((verb for verb in islice(child.ancestors, REACH) if verb.dep_ == "relcl"), None)
            yield from with_conjuncts(clause.head) if clause is not None else ()
        elif child.dep_ == "pobj":
            yield from with_conjuncts(child)
        elif child.dep_ == "prep" and child.i > preposition.i:
            yield from objects_of(child)


def prepositions(token: Token, words: frozenset[str], *, depth: int = 4) -> Iterator[Token]:
    """The prepositions of these words below a verb or noun, the nearest first.

    The parser often hangs "with Iran" of "held talks in Geneva with Iran" on Geneva, so what hangs on
    objects and on other prepositions' objects counts too.
    """
    if not words:
        return
    layer = [token]
    shared = _sharing(token)
    if shared is not None:
        layer.append(shared)
    for _ in range(depth):
        below: list[Token] = []
        for parent in layer:
            for child in parent.children:
                judged = parent.lower_ == "as" and child.pos_ in ("ADJ", "VERB")  # "praised as bold by Chad"
                if child.dep_ not in PATH and child.lower_ not in ADVERBS and not judged:
                    continue
                together = 0 < child.i < token.i and child.doc[child.i - 1].lower_ == "together"
                if child.lower_ == "with" and (together or parent.lower_ in ("along", "together")):
                    continue  # who comes along is no target
                if child.lower_ == "to" and parent.lower_ in NO_WAY and parent.i != token.i:
                    continue
                beside = parent.dep_ == "pobj" and child.lower_ in BESIDES.get(parent.head.lower_, ())
                from_there = child.lower_ == "on" and parent.head.lower_ == "from" and parent.dep_ == "pobj"
                if from_there and any(noun.lemma_.lower() in SIDES for noun in child.children):
                    continue
                if beside and parent.i != token.i and parent.lemma_.lower() not in CALENDAR:
                    continue
                if child.lower_ in words and child.dep_ in ("prep", "agent", "dative", "prt"):
                    yield child
                if child.dep_ != "pcomp" or child.pos_ != "VERB":
                    below.append(child)
        layer = below


def _sharing(verb: Token) -> Token | None:
    """The verb whose object and prepositions a verb shares: "donated and delivered blankets to Chad"."""
    if verb.lemma_.lower() not in SENDING:
        return None
    if any(child.dep_ in ("dobj", "prep", "ccomp", "xcomp") for child in verb.children):
        return None
    for joined in verb.children:
        near = joined.dep_ == "conj" and joined.tag_ == verb.tag_ and joined.i - verb.i <= SHARED
        if near and own_subject(joined) is None and any(c.dep_ == "dobj" for c in joined.children):
            return joined
    return None


def part_in(verb: Token) -> Token | None:
    """What somebody takes part in: "the boycott" in "vowed to take part in the boycott"."""
    parts = [child for child in verb.children if child.dep_ == "dobj" and child.lower_ == "part"]
    sharing = verb.lemma_.lower() in ("participate", "engage")
    if not parts and not sharing:
        return None
    behind = (p for head in (verb, *parts) for p in head.children if p.dep_ == "prep" and p.lower_ == "in")
    return next((noun for preposition in behind for noun in objects_of(preposition)), None)
