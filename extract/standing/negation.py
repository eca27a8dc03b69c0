"""What denies an act: a "not", a "nobody", a "no" far off, as in "Chad has at no time bombed a camp"."""

from extract.grammar.parse import Token
from extract.grammar.verbs import auxiliaries, own_subject

NEGATIVE = frozenset({"no", "never", "not", "n't", "neither", "nor", "without"})
"""Words at a noun that deny the act it names: "no raid"."""

DENIALS = frozenset({"not", "n't", "never"})
"""Words that deny a verb."""

HARDLY = frozenset({"barely", "hardly", "scarcely"})
"""Adverbs that are a "not" beside "be": "are barely on speaking terms"."""

NOBODY = frozenset({"nobody", "none", "neither", "nothing", "no-one"})
"""Words that are nobody or nothing by themselves."""

ONE = frozenset({"a", "an", "one"})
"""Words behind a "not" that deny any: "not a single rifle was sent", "not one of them met"."""

MORE_OR_LESS = frozenset("but more less other short if except better worse only just merely simply".split())
"""Words behind a "nothing" or "not" that take back what it denies: "wanted nothing but", "not only"."""

NO_WAY = {
    "at": frozenset("time stage point moment juncture".split()),
    "on": frozenset({"account", "occasion"}),
    "under": frozenset({"circumstance", "condition"}),
    "in": frozenset("way wise sense respect manner case circumstance".split()),
    "by": frozenset("means mean stretch".split()),
}
"""By their preposition, nouns whose "no" denies what is told: "has at no time bombed", "by no means"."""

NOUNS = frozenset({"nsubj", "nsubjpass", "dobj"})
"""Places of a noun whose "no" denies its verb: "no envoy met", "bombed no camp"."""

TIME = frozenset({"waste", "lose"})
"""Verbs whose "no time" is no "not": "wasted no time expelling"."""

TRACES = frozenset("sign trace evidence hint word mention proof indication report question".split())
"""Nouns of what an act would leave behind or be told by: "there was no sign of a raid"."""


def is_denied(verb: Token) -> bool:
    """Whether a verb's own words deny its act: "did not bomb", "nobody met", "rather than attack".

    Two denials take each other back: "did not bomb no camp".
    """
    instead = [token.lower_ for token in verb.doc[max(0, verb.i - 2) : verb.i]] == ["rather", "than"]
    denials = instead + _is_denied_beside(verb) + sum(_denies(child) for child in verb.children)
    return denials % 2 == 1


def is_denied_noun(noun: Token, carrier: Token | None) -> bool:
    """Whether words at a noun deny the act that it names: "without a raid", "found no trace of a raid".

    The "no" of what its carrying verb has as subject or object is read with the verb.
    """
    words = {child.lower_ for child in noun.children if child.dep_ in ("amod", "det", "compound", "preconj")}
    told = noun.dep_ in NOUNS and carrier is not None and carrier.i == noun.head.i
    if words & NEGATIVE and not told:
        return True
    if noun.dep_ != "pobj" or carrier is not None:
        return False
    above = noun.head.head
    if noun.head.lower_ == "without" or above.lower_ == "short":  # "left without a meeting with Chad"
        return True
    return noun.head.lower_ == "of" and above.lemma_.lower() in TRACES and is_none(above)


def _denies(word: Token) -> bool:
    """Whether a word that hangs on a verb denies it: "never", "no longer", a subject or object of "no"."""
    verb = word.head
    prompt = word.lower_ == "time" and verb.lemma_.lower() in TIME
    if prompt or is_but(word):
        return False
    if word.dep_ == "advmod":
        hardly = word.lower_ in HARDLY and verb.lemma_ == "be"
        return word.lower_ == "never" or hardly or _is_past(word)
    return word.dep_ == "neg" or (word.dep_ in NOUNS and is_none(word))


def is_but(word: Token) -> bool:
    """Whether a word belongs to a "could not but", by which an act is done: "could not but condemn Chad"."""
    doc, at = word.doc, word.i
    able = word.lower_ in ("could", "can") and doc.words(at + 1, at + 3).lower() == "not but"
    return able or (
        word.lower_ == "not" and doc.words(at - 1, at + 2).lower() in ("could not but", "cannot but")
    )


def _is_past(adverb: Token) -> bool:
    """Whether an adverb says that something was and is not: "is no longer sending arms"."""
    return adverb.lower_ in ("longer", "more") and any(child.lower_ == "no" for child in adverb.children)


def is_none(noun: Token) -> bool:
    """Whether a noun denies what is told of it: "nobody met", "no envoy met", "not a single rifle"."""
    if noun.lower_ in NOBODY:
        return noun.i + 1 >= len(noun.doc) or noun.nbor().lower_ not in MORE_OR_LESS
    first = noun.left_edge
    if first.lower_ == "not" and first.i < noun.i and first.nbor().lower_ in ONE:
        return True
    return any(
        child.dep_ in ("det", "preconj") and child.lower_ in ("no", "neither") for child in noun.children
    )


def _is_denied_beside(verb: Token) -> bool:
    """Whether words beside a verb deny its act: "at no time bombed", "nor did it bomb", "neither bombed A nor
    B", "did not after all bomb".
    """
    helping = auxiliaries(verb)
    subject = own_subject(verb)
    near = (verb, *helping, *((subject,) if subject is not None and subject.i < verb.i else ()))
    if any(_is_no_way(child) for parent in near for child in parent.children):
        return True
    if any(c.lower_ == "neither" and c.dep_ in ("preconj", "advmod", "cc") for c in verb.children):
        return True
    if _is_nor(verb) and not shares_standing(verb):
        return True
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    behind = [verb.doc[child.i + 1] for child in helping if child.i + 1 < verb.i]
    return any(
        t.lower_ in DENIALS and t.head.i != verb.i and t.nbor().lower_ not in MORE_OR_LESS for t in behind
    )


def _is_no_way(preposition: Token) -> bool:
    """Whether a preposition leads to a "no" that denies what is told: "at no stage", "on no account"."""
    nouns = NO_WAY.get(preposition.lower_, frozenset()) if preposition.dep_ == "prep" else frozenset()
    return any(
        noun.lemma_.lower() in nouns and any(child.lower_ == "no" for child in noun.children)
        for noun in preposition.children
    )


def _is_nor(verb: Token) -> bool:
    """Whether "nor" joins a verb to the one before: "nor did it expel the envoy"."""
    first = min((verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "advmod"))))
    if first > verb.sent.start and verb.doc[first - 1].lower_ == "nor":
        return True
    joints = [c for c in verb.head.children if c.dep_ == "cc" and c.i < first]
    return verb.dep_ == "conj" and any(c.lower_ == "nor" for c in joints[-1:])


def shares_standing(verb: Token) -> bool:
    """Whether a verb joined to another has its auxiliaries and "not" as well: "did not bomb or invade"."""
    bare = not any(child.dep_ in ("aux", "nsubj", "nsubjpass", "auxpass") for child in verb.children)
    return verb.dep_ == "conj" and bare and verb.tag_ in ("VB", "VBN", "VBG")
