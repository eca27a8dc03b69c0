"""The forms of one verb: whether it is passive or an infinitive, what helps it, which subject stands at it.

"Was condemned", "Iran-backed" and "had two envoys expelled" are passives all three.
"""

from itertools import islice

from extract.grammar.parse import Token

REACH = 12
"""How many steps a climb through the tree may take; longer chains are no English sentence."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
"""Places of a subject at its verb."""

HAVING_DONE = frozenset({"have", "get"})
"""Verbs of who has others do something: "had two envoys expelled"."""

SEEING_DONE = HAVING_DONE | {"see", "watch", "find"}
"""These, and verbs of who only suffers it: "saw its envoys expelled by Chad"."""


def is_verb(token: Token) -> bool:
    """Whether a token heads a clause; spaCy tags some main verbs as auxiliaries."""
    return token.pos_ in ("VERB", "AUX")


def is_aux(verb: Token) -> bool:
    """Whether a verb only helps another."""
    return verb.dep_ in ("aux", "auxpass")


def auxiliaries(verb: Token) -> list[Token]:
    """The verbs that help a verb: "would have been" in "would have been seized"."""
    return [child for child in verb.children if child.dep_ in ("aux", "auxpass")]


def has_auxiliary(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands with a verb: "agreed to withdraw"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def verb_above(token: Token) -> Token | None:
    """The verb of the clause that a word stands in; of a verb, the next one above."""
    return next((above for above in islice(token.ancestors, REACH) if is_verb(above)), None)


def own_subject(verb: Token) -> Token | None:
    """The subject that stands at a verb, or at its auxiliary where the parser hangs it there."""
    places = (verb, *auxiliaries(verb))
    found = [child for place in places for child in place.children if child.dep_ in SUBJECTS]
    before = [child for child in found if child.i < verb.i]
    subject = before[-1] if before else next(iter(found), None)  # of "Iran's ally Syria attacked" Syria
    if subject is not None and subject.tag_ == "VBG" and subject.dep_ == "nsubj":
        inner = [child for child in subject.children if child.dep_ == "nsubj" and child.i < subject.i]
        return inner[0] if inner else subject  # "the agency operating in Iraq said"
    return subject


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: "was condemned", "troops deployed by France", "Iran-backed rebels"."""
    if has_it_done(verb) is not None:
        return True
    if compounded(verb) is not None or any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "acomp") and not has_auxiliary(verb):
        return True
    shares = verb.dep_ == "conj" and verb.tag_ == "VBN" and not own_subject(verb) and not has_auxiliary(verb)
    return shares and is_verb(verb.head) and is_passive(verb.head)


def compounded(participle: Token) -> Token | None:
    """Who stands before the hyphen of a participle: "Rwandan-backed rebels" are backed by Rwanda."""
    i = participle.i
    if participle.dep_ != "amod" or participle.tag_ not in ("VBN", "VBD") or i < participle.sent.start + 2:
        return None
    before, hyphen = participle.doc[i - 2], participle.doc[i - 1]
    return before if hyphen.text in ("-", "\u2013") and not hyphen.whitespace_ else None


def has_it_done(participle: Token) -> Token | None:
    """The verb of who has something done to another, or sees it done: "had" in "had two envoys expelled".

    The parser makes of these a clause in the past or hangs the participle on the object.
    """
    if (
        participle.tag_ not in ("VBN", "VBD")
        or participle.dep_ not in ("ccomp", "acl")
        or has_auxiliary(participle)
    ):
        return None
    noun = participle.head
    if participle.dep_ == "ccomp":
        verb, told = noun, own_subject(participle)
        if any(child.dep_ in ("dobj", "mark", "ccomp") for child in participle.children):
            return None
    else:
        told = noun
        while noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "two of its envoys"
            noun = noun.head.head
        if noun.dep_ != "dobj" or participle.i < noun.i or noun.doc[participle.i - 1].text == ",":
            return None
        verb = noun.head
    itself = told is None or told.lower_.endswith(("self", "selves"))
    return verb if verb.lemma_.lower() in SEEING_DONE and not itself and not is_aux(verb) else None
