"""Finds the verb of a headline that the parser takes for a noun: "Thai army raids opposition party offices".

A headline has no full stop, no article and its verb in the present, which looks like a plural. Only a line in
which the parse finds no finite verb is read so.
"""

from collections.abc import Collection

from extract.grammar.parse import Doc, Span, Token
from extract.grammar.repairs.complements import PARTICLES
from extract.grammar.repairs.lemmas import bases
from extract.grammar.repairs.trees import FINITE, NOMINAL, Tree

SHORTEST, LONGEST = 3, 16
"""How many words a headline has."""

SIGNS = ".!?:;\u201d\"'"
"""What ends sentences but no headlines."""

AHEAD = frozenset({*NOMINAL, "ADJ", "NUM", "DET", "PART"})
"""What may stand before the verb: its subject."""

BEHIND = frozenset({*NOMINAL, "ADJ", "NUM", "DET"})
"""What its object begins with; "US sanctions on Iran" has no verb."""


def headline_verb(line: Span, verbs: Collection[str]) -> Token | None:
    """The verb of a headline by the list of known `verbs`: "raids" in "Thai army raids party offices"."""
    if not SHORTEST <= len(line) <= LONGEST or line.text.rstrip()[-1:] in SIGNS:
        return None
    if any(token.tag_ in FINITE and _is_of_known_verb(token, verbs) for token in line):
        return None
    for token in line[1:-1]:
        before, behind = token.nbor(-1), token.nbor(1)
        if before.pos_ not in AHEAD:
            return None
        present = token.lower_.endswith("s") and token.pos_ == "NOUN" and _is_of_known_verb(token, verbs)
        several = before.tag_ in ("NNS", "NNPS") or before.lower_ == "police"
        plural = token.tag_ == "NN" and several and token.lower_ in verbs
        misread = behind.pos_ == "VERB" and not _is_of_known_verb(behind, verbs)  # "fires missile"
        object_follows = behind.pos_ in BEHIND or behind.lower_ in PARTICLES or misread
        led_on = plural and behind.pos_ == "ADP"  # "police fire on protesters"
        if (present or plural) and token.text.islower() and (led_on or object_follows):
            return token
    return None


def _is_of_known_verb(token: Token, verbs: Collection[str]) -> bool:
    """Whether a word may be a form of a known verb."""
    helps = token.tag_ in ("MD", "VBD") or token.pos_ == "AUX"
    return helps or any(base in verbs for base in bases(token.lower_))


def as_headline(doc: Doc, line: Span, verb: Token) -> None:
    """A doc in which a headline's verb heads it, between its subject and what stands behind it."""
    tree = Tree(doc)
    tree.hang(verb, verb, "ROOT")
    tree.tag(verb, "VBZ" if verb.lower_.endswith("s") else "VBP", "VERB")
    subject, first = verb.nbor(-1), verb.nbor(1)
    tree.hang(subject, verb, "nsubj")
    for token in doc[line.start : subject.i]:
        if token.head.i >= verb.i or token.head.i == token.i:
            tree.hang(token, subject, "compound" if token.pos_ in NOMINAL else token.dep_)
    if first.pos_ == "VERB":  # "fires missile"
        tree.tag(first, "NN", "NOUN")
    if first.lower_ in PARTICLES:
        tree.hang(first, verb, "prt")
        first = first.nbor(1)
    loose = [t for t in doc[first.i : line.end] if t.head.i < first.i or t.head.i == t.i]
    nouns = [token for token in loose if tree.pos[token.i] in NOMINAL and token.dep_ != "npadvmod"]
    for token in loose:
        tree.hang(token, verb, "dobj" if token in nouns[:1] else "dep" if token.dep_ == "ROOT" else None)
    tree.grow()
