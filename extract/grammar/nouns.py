"""Which nouns stand together: those joined by "and", appositions, and what "who" or "whose" stands for.

In "Egypt condemned Ethiopia and Sudan recalled its envoy" Sudan is not joined to Ethiopia.
"""

from collections.abc import Iterator
from itertools import islice

from extract.grammar.parse import Token
from extract.grammar.verbs import REACH, has_auxiliary, own_subject

MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})

RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "whose"})

BEFORE_A_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
"""What may stand between a subject and its verb."""


def with_conjuncts(token: Token) -> tuple[Token, ...]:
    """A noun with the ones coordinated behind it; who begins the next clause is none of them. In a headline
    a comma does for "and": "China, Russia hold talks".
    """
    rest = (token, *(o for o in token.conjuncts if o.i > token.i and verb_begun_by(o) is None))
    first = token.left_edge.i
    headline = token.dep_ == "nsubj" and first == token.sent.start + 2 and token.sent[-1].text != "."
    if headline and token.doc[first - 1].text == ",":
        ahead = token.doc[first - 2]
        if (
            ahead.pos_ == "PROPN"
            and ahead.head.i == token.head.i
            and ahead.dep_ in ("npadvmod", "nsubj", "dep")
        ):
            return (ahead, *rest)
    return rest


def verb_begun_by(noun: Token) -> Token | None:
    """The verb of which a noun is the subject, where the parser took it for one more object.

    In "Egypt condemned Ethiopia and Sudan recalled its envoy" nothing but Sudan stands before "recalled".
    """
    if noun.dep_ != "conj":
        return None
    i = noun.right_edge.i + 1
    while i < len(noun.doc) and noun.doc[i].dep_ in BEFORE_A_VERB:
        i += 1
    if i >= len(noun.doc):
        return None
    verb = noun.doc[i]
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or has_auxiliary(verb)
    begun = verb.pos_ == "VERB" and verb.dep_ == "conj" and finite and own_subject(verb) is None
    return verb if begun and verb.head in islice(noun.ancestors, REACH) else None


def subject_that_begins(verb: Token) -> Token | None:
    """The noun right before a coordinated verb that `verb_begun_by` gives to it."""
    i = verb.i - 1
    while i > 0 and verb.doc[i].dep_ in BEFORE_A_VERB:
        i -= 1
    above = (verb.doc[i], *islice(verb.doc[i].ancestors, REACH)) if i >= 0 else ()
    return next((noun for noun in above if noun.dep_ == "conj" and verb_begun_by(noun) == verb), None)


def resolved_relative(noun: Token, verb: Token) -> tuple[Token, ...]:
    if noun.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl":
        return with_conjuncts(verb.head)
    return with_conjuncts(noun)


def antecedents(noun: Token) -> tuple[Token, ...]:
    """Who owns a noun by its "whose": Bolivia in "Bolivia, whose envoy Chile expelled"."""
    if not any(child.dep_ == "poss" and child.tag_ == "WP$" for child in noun.children):
        return ()
    verb = next((token for token in islice(noun.ancestors, REACH) if token.dep_ == "relcl"), None)
    joined = with_conjuncts(verb.head) if verb is not None else ()
    return tuple(noun for noun in joined if verb is not None and noun.i < verb.left_edge.i)


def appositions(token: Token) -> Iterator[Token]:
    """The nouns that say the same as a noun: its appositions, and what it is itself an apposition of."""
    yield from (child for child in token.children if child.dep_ == "appos")
    if token.dep_ == "appos":
        yield token.head
