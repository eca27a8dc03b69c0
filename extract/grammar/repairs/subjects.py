"""Gives verbs the subjects that the parser hung elsewhere.

Each but the last, of which `Repairs` asks, sees itself whether there is something to mend:

    "Norway suspended aid"               take_actor       the subject that was read as a time
    "Chad, a foe of Mali, met"           take_apposition  what is said of a subject
    "Chad, backed by A, had left"        take_reduced     the subject of a participle beside
    "Mali, whose envoy Chad expelled"    take_owned       the subject behind what "whose" owns
    "after rebels, fleeing, had shot"    take_parted      the subject before a participle
    "After talks with A, B left"         take_late        the subject behind a circumstance
    "Rebels, Chad said, shot two"        take_reported    the subject before who says so
    "In Arusha, Burundi and Rwanda met"  lost_subject     the subject of a sentence's verb
"""

from extract.grammar.calendar import CALENDAR
from extract.grammar.parse import Token
from extract.grammar.repairs.trees import FINITE, NOMINAL, PARTICIPLES, PAST

TIMES = frozenset({"after", "before", "since", "until", "as", "when"})
"""Words by which a clause tells when something is done."""

CLAUSES = frozenset({"advcl", "acl"})
"""What a participle that tells more of a subject is to what it hangs on."""

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
    first.hang(verb, noun.dep_)
    noun.hang(first, "appos")


def take_inverted(noun: Token) -> None:
    """Read who stands behind "be" as the subject, where a place or participle begins the sentence: "Under
    arrest in Chad are two Swiss", "Expelled from Mali were two envoys".
    """
    be = noun.head
    if noun.dep_ != "attr" or be.lower_ not in ("is", "are", "was", "were") or noun.i < be.i:
        return
    if any(child.dep_ in NOMINATIVE or child.dep_ == "expl" for child in be.children):
        return
    participle = be.head
    if be.dep_ == "auxpass" and participle.i < be.i and participle.i == participle.sent.start:
        if not any(child.dep_ in NOMINATIVE for child in participle.children):
            noun.hang(participle, "nsubjpass")
    elif any(child.dep_ == "prep" and child.i == be.sent.start for child in be.children):
        noun.hang(be, "nsubj")


def take_reduced(verb: Token) -> None:
    """Give a verb the subject that the parser gave the participle behind it: "Chad, backed by France, had
    shelled Mali".
    """
    if verb.dep_ != "ccomp" or any(c.dep_ in NOMINATIVE for c in verb.children):
        return
    told = next(
        (c for c in verb.head.children if c.dep_ == verb.dep_ and c.i < verb.i and c.tag_ in PAST), None
    )
    aux = any(child.dep_ == "aux" and child.tag_ in FINITE for child in verb.children)
    if told is None or not aux:
        return
    subject = next((child for child in told.children if child.dep_ in NOMINATIVE), None)
    agent = any(child.dep_ == "agent" for child in told.children)
    if subject is not None and agent and told.doc[told.i - 1].text == ",":
        subject.hang(verb, "nsubj")
        told.hang(subject, "acl")
        told.tag_ = "VBN"


def take_parted(verb: Token) -> None:
    """Give a verb the subject that a participle parts it from: "Kenya protested after rebels, fleeing into
    Somalia, had shot at villagers".

    The parser hangs the subject on "after" or on the participle, and the verb on that of the sentence, whose
    subject would then have done it.
    """
    doc, helping = verb.doc, ("aux", "auxpass", "neg")
    finite = verb.tag_ in FINITE or any(c.tag_ in FINITE and c.dep_ in helping for c in verb.children)
    if not finite or verb.dep_ not in ("dep", "conj", "ccomp", "advcl"):
        return
    first = min((c.i for c in verb.children if c.dep_ in helping and c.i < verb.i), default=verb.i)
    if (
        first < verb.sent.start + 4
        or doc[first - 1].text != ","
        or any(c.dep_ in NOMINATIVE for c in verb.children)
    ):
        return
    part = next(
        (
            t
            for t in reversed(doc[verb.sent.start + 2 : first - 1])
            if t.tag_ in PARTICIPLES and t.dep_ in CLAUSES
        ),
        None,
    )
    if part is None or doc[part.i - 1].text != "," or part.right_edge.i not in (first - 2, first - 1):
        return
    noun = doc[part.i - 2]
    while noun.dep_ in ("pobj", "prep", "conj") and noun.head.lower_ not in TIMES and noun.head.i < noun.i:
        noun = noun.head
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ in TIMES:
        when = noun.head
        above = when.head
    else:
        when = next((c for c in part.children if c.dep_ == "mark" and c.lower_ in TIMES), noun)
        above = verb.head
        if noun.dep_ not in NOMINATIVE or noun.head.i != part.i or when.i == noun.i:
            return
    noun.hang(verb, "nsubj")
    when.hang(verb, "mark")
    part.hang(noun, "acl")
    verb.hang(above, "advcl")


def take_late(when: Token) -> None:
    """Give a sentence's verb the subject behind its first words: "After talks with Mali, the minister left".

    The parser makes of these a clause, whose subject says more of whom they name.
    """
    verb, start = when.head, when.sent.start
    if when.i != start or when.dep_ != "mark" or when.lower_ not in TIMES or verb.dep_ != "ROOT":
        return
    noun = next((c for c in verb.children if c.dep_ in NOMINATIVE and c.left_edge.i == start + 1), None)
    if noun is None:
        return
    end = noun.right_edge.i
    subject = next((t for t in noun.subtree if t.dep_ == "appos" and t.right_edge.i == end), None)
    if subject is None or verb.doc[subject.left_edge.i - 1].text != ",":
        return
    subject.hang(verb, noun.dep_)
    noun.hang(when, "pobj")
    when.dep_ = "prep"


def take_reported(verb: Token) -> None:
    """Give a verb the subject that who says so parts it from: "Norway's jets, Chad said, bombed villages".

    The parser makes both subjects of the saying, so that the speaker would have done it.
    """
    said = verb.head
    finite = verb.dep_ == "ccomp" and verb.tag_ in FINITE | PAST
    if not finite or any(child.dep_ in NOMINATIVE for child in verb.children):
        return
    subjects = [c for c in said.children if c.dep_ == "nsubj" and c.i < said.i < verb.i]
    if len(subjects) == 2 and subjects[1].doc[subjects[1].left_edge.i - 1].text == ",":
        subjects[0].hang(verb, "nsubj")


def take_owned(whose: Token) -> None:
    """Give the verb of a "whose" its subject and its object: "Bolivia, whose envoy Chile expelled".

    The parser makes of the subject something of the object's, and hangs the verb on either.
    """
    thing = whose.head
    if whose.tag_ != "WP$" or whose.dep_ != "poss":
        return
    inner = next((c for c in thing.children if c.dep_ == "acl" and c.tag_ == "VB"), thing)
    objects = [c for c in inner.children if c.i > inner.i and c.dep_ in ("appos", "dobj")]
    name = objects[-1] if len(objects) > (inner is not thing) else None  # "to join the UN Chad vetoed"
    if name is None or name.pos_ not in NOMINAL or thing.doc[name.left_edge.i - 1].text == ",":
        return
    verb = next((c for c in name.children if c.dep_ == "acl" and c.tag_ in PAST), None)
    if verb is not None and thing.dep_ == "appos" and name.dep_ == "appos":
        verb.hang(thing.head, "relcl")
        verb.tag_ = "VBD"
    elif thing.dep_ == "nsubj" and name.dep_ == "dobj" and thing.head.i > name.i:
        verb = thing.head
    else:
        return
    name.hang(verb, "nsubj")
    thing.hang(verb, "dobj")


def lost_subject(verb: Token) -> Token | None:
    """The subject that the parser joined to a place before it: "In Arusha, Burundi and Rwanda met"."""
    children = {child.dep_ for child in verb.children}
    finite = verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.children)
    if not finite or children & {"nsubj", "nsubjpass", "csubj", "expl"} or verb.i == verb.sent.start:
        return None
    if "auxpass" in children:
        return _parted_subject(verb)
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
    return _parted_subject(verb)


def _parted_subject(verb: Token) -> Token | None:
    """The noun that begins a sentence, where commas part it from its verb: "Sudan, its lorries idle, was
    driven to ask".
    """
    doc, start = verb.doc, verb.sent.start
    helping = [c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i]
    first = min((verb.i, *helping))
    comma = next((i for i in range(start + 1, first) if doc[i].text == ","), None)
    if comma is None or comma >= first - 2 or doc[first - 1].text != ",":
        return None
    noun = doc[comma - 1]
    while noun.head.i < comma and noun.head.i >= start and noun.head.i != noun.i:
        noun = noun.head
    begins = noun.pos_ in NOMINAL and all(t.i == noun.i or noun.is_ancestor(t) for t in doc[start:comma])
    clause = noun.head.i != verb.i and noun.head.i < first and noun.head.tag_ not in FINITE
    return noun if begins and clause and noun.lower_ not in CALENDAR and noun.dep_ in NOMINATIVE else None
