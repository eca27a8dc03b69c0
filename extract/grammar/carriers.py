"""Verbs that only carry an event noun: who "launches an attack" attacks, who "arrives for talks" talks."""

from extract.grammar.parse import Token
from extract.grammar.verbs import is_infinitive, is_verb

LIGHT = frozenset(
    "make launch carry conduct hold stage mount begin start resume continue open sign conclude reach "
    "announce impose deliver pay issue give offer provide send extend express voice declare undertake "
    "perform do have take agree join enter lead host attend receive accept seek order plan prepare "
    "propose schedule vow pledge promise forge cement strike seal ratify renew maintain step intensify "
    "escalate expand strengthen boost build develop establish form create set lodge file exchange "
    "complete approve unleash wage fight commit pursue return arrive discuss hammer thrash negotiate achieve "
    "secure clinch fly be".split()
)
"""Verbs that only carry an event noun: who launches an attack attacks."""

COMING_ABOUT = frozenset("occur happen reopen kick enter proceed ensue follow".split())
"""Verbs that only tell that an act happened, of which it is the subject: "talks are to come about"."""

WEIGHING = frozenset({"consider", "weigh", "mull", "contemplate", "ponder"})
"""Verbs of who thinks of doing something."""

COMING = frozenset(
    "arrive come go travel fly return meet gather visit sit assemble convene leave converge mass flock "
    "throng march head".split()
)
"""Verbs whose "for" carries an event noun: "arrived in Geneva for talks"."""

LEADING_TO = frozenset({"to", "into", "in"})
"""Prepositions by which a verb carries an event noun: "agreed to talks", "entered into an alliance"."""

BY_DOING = frozenset(
    "defiance violation breach support solidarity protest retaliation contravention deference".split()
)
"""Nouns of what is done by doing something else: "tested a missile in defiance of the United Nations"."""

GESTURES = frozenset(
    "concession rebuff snub gesture warning tribute swipe show display sign signal challenge affront insult "
    "slap sop salute nod rebuke reprimand demonstration expression token overture provocation jibe dig "
    "riposte retort rejoinder setback repudiation endorsement vindication apology act mark "
    "protest".split()
)
"""Nouns of what a single act does besides: "in a rebuff to Russia, Armenia bought radars"."""

BEING = frozenset({"in", "as"})
"""Prepositions behind which they stand."""

MANNERS = BY_DOING | frozenset(
    "defence defense response reply answer return exchange line accordance agreement coordination name "
    "cooperation conjunction concert tandem preparation anticipation search pursuit honour honor memory "
    "favour favor revenge reprisal reaction opposition addition contrast".split()
)
"""Nouns behind whose "in" stands how or why something is done, not where or to whom: "in support of Iraq"."""

ENGAGING = frozenset("engage participate involve share lock embroil entangle".split())
"""Verbs whose "in" carries an event noun: "engaged in ethnic cleansing"."""


BEING_ON = frozenset({"be", "go", "stay", "remain"})
"""Verbs whose "on" carries an event noun: "had been on the march"."""

PRESSING = frozenset("press push go carry forge move follow proceed".split())
GOING_ON = frozenset({"ahead", "on", "forward", "through"})
"""Verbs and their adverbs whose "with" carries an event noun: "pressed ahead with an embargo"."""


def carrier_of(noun: Token) -> Token | None:
    """The verb that carries an event noun as its object: "launched" in "launched a wave of attacks"."""
    token, doing = noun, False
    while token.dep_ in ("conj", "appos", "pobj", "prep") and not is_verb(token.head):
        doing |= token.lower_ == "in" and any(c.lemma_.lower() in BY_DOING for c in token.children)
        if token.dep_ == "prep" and token.lower_ != "of" and not doing:
            return None
        token = token.head
    told = token.head
    if doing and told.dep_ == "acl" and told.tag_ == "VBN" and told.head.dep_ == "dobj":
        token = told.head  # "carried out strikes coordinated with, and in support of, Chad"
    verb = token.head
    carried = token.dep_ in ("dobj", "nsubjpass", "attr") and (is_light(verb) or _is_weighed(token))
    return verb if is_verb(verb) and (carried or _leads_to(token)) else None


def _is_weighed(noun: Token) -> bool:
    """Whether somebody thinks of an act as his own: "weighs sanctions", but "considers the raid a crime"."""
    definite = any(child.lower_ in ("the", "this", "that", "these") for child in noun.children)
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in WEIGHING and not definite


def _leads_to(preposition: Token) -> bool:
    """Whether a preposition lets its verb carry an act: "for" does in "arrived for talks", "after" never."""
    if preposition.dep_ != "prep":
        return False
    word, lemma = preposition.lower_, preposition.head.lemma_.lower()
    if word == "for":
        return lemma in COMING
    if word == "on":
        return lemma in BEING_ON
    if word == "with":
        return lemma in PRESSING and any(child.lower_ in GOING_ON for child in preposition.head.children)
    if word == "in" and any(c.dep_ == "pobj" and c.lemma_.lower() in BY_DOING for c in preposition.children):
        return True
    if word in BEING and any(c.dep_ == "pobj" and _is_gesture(c) for c in preposition.children):
        return True
    return word in LEADING_TO and lemma in LIGHT | ENGAGING


def _is_gesture(noun: Token) -> bool:
    """Whether a noun tells what an act is as well: "in a snub to Chad", but not "in the warning to Chad"."""
    one = any(child.lower_ in ("a", "an", "another") for child in noun.children)
    return one and noun.lemma_.lower() in GESTURES


def carrying_verb(noun: Token) -> Token | None:
    """The verb whose standing and date a noun's act shares: what carries it, or what it is the subject of."""
    verb = carrier_of(noun)
    if verb is None and noun.dep_ in ("nsubj", "nsubjpass"):
        later = happening(noun.head)
        verb = later if later is not None and later.lemma_.lower() in LIGHT | COMING_ABOUT else verb
        verb = noun.head if verb is None and is_light(noun.head) else verb
    return verb


def happening(verb: Token) -> Token | None:
    """The infinitive by which a verb tells that something is to happen or did not: "begin" in "talks are to
    begin", "are due to begin", "failed to begin".
    """
    parents = (verb, *(child for child in verb.children if child.dep_ == "acomp"))
    below = (child for parent in parents for child in parent.children if child.dep_ == "xcomp")
    return next((v for v in below if is_verb(v) and is_infinitive(v)), None)


def is_light(verb: Token) -> bool:
    return verb.lemma_.lower() in LIGHT
