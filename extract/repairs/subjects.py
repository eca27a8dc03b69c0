"""Gives verbs the subjects that the parser hung elsewhere.

Each but the last, of which `Repairs` asks, sees itself whether there is something to mend:

    "Norway suspended aid"               take_actor       the subject that was read as a time
    "Chad, a foe of Mali, met"           take_apposition  what is said of a subject
    "Chad, backed by A, had left"        take_reduced     the subject of a participle beside
    "In Arusha, Burundi and Rwanda met"  lost_subject     the subject of a sentence's verb
"""

from spacy.tokens import Token

from extract.calendar import CALENDAR
from extract.repairs.trees import FINITE, NOMINAL, PAST

NOMINATIVE = frozenset({"nsubj", "nsubjpass"})
"""What the subject of a verb is to it."""


def take_actor(name: Token) -> None:
    """Read a name right before a past tense as its subject, not as a time: "Norway suspended aid to Mali".

    The parser then takes the verb for a participle.
    """
    verb = name.head
    if name.dep_ != "npadvmod" or name.tag_ not in ("NNP", "NNPS") or name.lower_ in CALENDAR:
        return
    if verb.tag_ not in PAST or verb.dep_ not in ("ROOT", "ccomp", "conj", "advcl") or verb.i != name.i + 1:
        return
    children = {child.dep_ for child in verb.children}
    if "dobj" in children and not children & {"nsubj", "nsubjpass", "aux", "auxpass"}:
        name.dep_, verb.tag_ = "nsubj", "VBD"


def take_apposition(first: Token) -> None:
    """Read what is said of a subject behind a comma as its apposition: "Chad and Niger, foes in a war, met".

    The parser makes a subject of it, and of the first a subject of that.
    """
    noun = first.head
    verb = noun.head
    if first.dep_ != "nsubj" or noun.pos_ != "NOUN" or noun.i < first.i or noun.dep_ not in NOMINATIVE:
        return
    comma = (
        first.doc[noun.left_edge.i : noun.i] if noun.left_edge.i > first.i else first.doc[first.i : noun.i]
    )
    if any(child.dep_ in ("cop", "aux") for child in noun.children) or "," not in {t.text for t in comma}:
        return
    first.head, first.dep_ = verb, noun.dep_
    noun.head, noun.dep_ = first, "appos"


def take_reduced(verb: Token) -> None:
    """Give a verb the subject that the parser gave the participle behind it: "Chad, backed by France, had
    shelled Mali".
    """
    told = next(
        (c for c in verb.head.children if c.dep_ == verb.dep_ and c.i < verb.i and c.tag_ in PAST), None
    )
    aux = any(child.dep_ == "aux" and child.tag_ in FINITE for child in verb.children)
    if verb.dep_ != "ccomp" or told is None or not aux or any(c.dep_ in NOMINATIVE for c in verb.children):
        return
    subject = next((child for child in told.children if child.dep_ in NOMINATIVE), None)
    agent = any(child.dep_ == "agent" for child in told.children)
    if subject is not None and agent and told.doc[told.i - 1].text == ",":
        subject.head, subject.dep_ = verb, "nsubj"
        told.head, told.dep_, told.tag_ = subject, "acl", "VBN"


def lost_subject(verb: Token) -> Token | None:
    """The subject that the parser joined to a place before it: "In Arusha, Burundi and Rwanda met"."""
    has_one = any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl", "auxpass") for child in verb.children)
    finite = verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.children)
    if not finite or has_one or verb.i == verb.sent.start:
        return None
    noun = verb.doc[verb.i - 1]
    while noun.head.i == verb.i and noun.dep_ in ("aux", "neg", "advmod") and noun.i > verb.sent.start:
        noun = noun.doc[noun.i - 1]
    while noun.dep_ in ("pobj", "prep") and noun.head.dep_ in ("prep", "appos") and noun.head.i < noun.i:
        noun = noun.head  # "Tito of Yugoslavia"
    while noun.dep_ in ("conj", "appos") and noun.pos_ in NOMINAL and noun.head.i < noun.i:
        before = noun.left_edge.i - 1
        if before > verb.sent.start and verb.doc[before].text == ",":
            return noun
        noun = noun.head
    return None
