"""Gives verbs the objects, particles and predicates that the parser hung elsewhere.

Each asks itself whether there is something to mend:

    "set free two nurses"                take_outcome     what becomes of an object
    "let inspectors in"                  take_way         where somebody is let to
    "pull back troops"                   take_particle    the particle of a verb
    "a plan to defeat A is a success"    take_goal        the object of an infinitive
    "making bombs to use against A"      take_made        what is made, which does nothing itself
    "condemns in the strongest terms A"  take_judged      whom a manner of speaking is about
    "returned to A a statue"             take_gift        what somebody gets
    "branded the police 'thugs'"         take_quoted      what somebody is called in quotation marks
    "drew stinging criticism"            take_manner      the object of what was read as a gerund
    "expelled one another's envoys"      take_another     "one another" as one word
    "asked the bloc ECOWAS to help"      take_acronym     a name that was read as a verb
    "bombs Beirut suburbs"               take_noun        the object that was read as a clause
    "attacked Haifa"                     take_name        the object that was read as a time
    "stood side by side"                 take_pair        one thing made of a noun said twice
    "said no to a plan"                  take_answer      "yes" and "no" as what is said
"""

from spacy.tokens import Token

from extract.calendar import CALENDAR
from extract.repairs.trees import NOMINAL

SPAN = 12
"""How far behind its verb the predicate of an object may stand."""

OUTCOMES = {
    "shoot": frozenset({"dead"}),
    "set": frozenset({"free", "loose", "ablaze", "alight"}),
    "throw": frozenset({"open"}),
    "fling": frozenset({"open"}),
    "send": frozenset({"packing"}),
    "let": frozenset({"go", "loose", "free"}),
    "turn": frozenset({"loose"}),
    "cut": frozenset({"loose", "free"}),
    "lay": frozenset({"bare", "waste"}),
    "find": frozenset({"guilty", "liable"}),
}
"""By their verb, words that tell what becomes of its object: "set free two nurses", "let them go"."""

BASES = {
    "shot": "shoot",
    "shoots": "shoot",
    "shooting": "shoot",
    "sets": "set",
    "setting": "set",
    "threw": "throw",
    "throws": "throw",
    "thrown": "throw",
    "throwing": "throw",
    "flung": "fling",
    "sent": "send",
    "sends": "send",
    "sending": "send",
    "lets": "let",
    "letting": "let",
    "turned": "turn",
    "turning": "turn",
    "cutting": "cut",
    "laid": "lay",
    "laying": "lay",
    "found": "find",
    "finds": "find",
    "finding": "find",
}
"""Forms of the verbs of OUTCOMES with their bases, since no word has a lemma yet."""

LETTING = frozenset({"let", "lets", "letting"})

WAYS = frozenset("in out back through off go by past home ashore across aboard".split())
"""Words for where somebody is let to."""

PARTICLES = frozenset("back down out off up away".split())

CLAUSES = frozenset({"acl", "relcl"})

PAIRED = frozenset("shoulder side face hand arm eye toe".split())

TERMS = frozenset({"terms", "language", "words"})
"""Nouns of manners of speaking."""

RESPONSES = frozenset(
    "criticism praise protest protests anger fury condemnation rebuke rebukes reply response reaction "
    "applause complaints objections support opposition comment comments ridicule scorn outrage".split()
)
"""What others say or feel that is drawn."""

OPENING = "``"
"""The tag of a mark by which a quotation begins."""

DRAWING = frozenset(
    "draw draws drew drawn win wins won earn earns earned attract attracts attracted provoke provokes "
    "provoked spark sparks sparked trigger triggers triggered elicit elicits elicited".split()
)
"""Forms of verbs of getting something from others."""

ANSWERS = frozenset({"yes", "no", "nay", "aye", "nyet", "non", "never", "amen"})
"""Words that are an answer by themselves."""

SAYS = frozenset({"say", "says", "said", "saying"})

MAKES = frozenset({"make", "makes", "making", "made"})


def take_outcome(verb: Token) -> None:
    """Read what becomes of a verb's object as its predicate, wherever the parser hangs it."""
    outcomes = OUTCOMES.get(BASES.get(verb.lower_, verb.lower_))
    if outcomes is None or verb.pos_ != "VERB":
        return
    word = next((token for token in verb.subtree if token.i > verb.i and token.lower_ in outcomes), None)
    if word is None or word.dep_ == "oprd" or word.i - verb.i > SPAN or word.head.i not in _near(verb, word):
        return
    thing = next((c for c in word.children if c.dep_ in ("nsubj", "dobj")), None)
    if any(
        c.dep_ in ("aux", "mark", "xcomp", "acomp", "oprd")
        or (c.dep_ == "prep" and (word.lower_ == "go" or (c.lower_ == "of" and word.lower_ == "free")))
        for c in word.children
    ):
        return  # "set out to free", "let troops go to war": clauses of their own
    if thing is None and word.dep_ == "dobj":  # one noun: "two Russians packing"
        named = [c for c in word.lefts if c.dep_ in ("compound", "amod", "nmod")]
        thing = named[-1] if named else None
        if thing is not None:
            for child in [c for c in word.children if c.i < thing.i]:
                child.head = thing
    word.head, word.dep_, word.tag_, word.pos_ = verb, "oprd", "JJ", "ADJ"
    if thing is not None:
        thing.head, thing.dep_ = verb, "dobj"


def take_way(let: Token) -> None:
    """Read where somebody is let to as a particle of the verb, and him as its object: "let inspectors in".

    The parser makes a clause of both: "inspectors" are its subject, "in" its verb.
    """
    if let.lower_ not in LETTING:
        return
    for way in let.children:
        someone = next((c for c in way.children if c.dep_ == "nsubj"), None)
        if way.dep_ == "ccomp" and way.lower_ in WAYS and someone is not None:
            someone.head, someone.dep_ = let, "dobj"
            way.head, way.dep_, way.tag_, way.pos_ = let, "prt", "RP", "ADP"


def _near(verb: Token, word: Token) -> set[int]:
    """The places in the tree at which the predicate of a verb's object may hang: the verb, or the object."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return {verb.i, *(c.i for c in objects if word.i == verb.i + 1 or word.i > c.i)}


def take_particle(word: Token) -> None:
    """Give a verb its particle that the parser takes for an adjective of its object: "pull back troops"."""
    if word.lower_ not in PARTICLES or word.dep_ not in ("amod", "compound") or word.i == 0:
        return
    verb = word.doc[word.i - 1]
    if verb.pos_ == "VERB" and word.head.i > word.i and word.head.head.i == verb.i:
        word.head, word.dep_, word.tag_, word.pos_ = verb, "prt", "RP", "ADP"


def take_goal(noun: Token) -> None:
    """Give an infinitive its object, where the parser makes that a second subject of the verb behind it.

    "France's strategy to defeat Boko Haram is succeeding": not Boko Haram is.
    """
    infinitive = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > noun.sent.start else noun
    plan = infinitive.head
    if noun.dep_ != "nsubj" or infinitive.tag_ != "VB" or infinitive.dep_ not in CLAUSES:
        return
    subject = plan.dep_ == "nsubj" and plan.head.i == noun.head.i
    if subject and not any(child.dep_ == "dobj" for child in infinitive.children):
        noun.head, noun.dep_ = infinitive, "dobj"


def take_made(thing: Token) -> None:
    """Read what somebody makes as its object: "is making bombs to use against Chad" makes nobody do a thing.

    Who makes somebody do something does so without "to".
    """
    clause = thing.head
    make = clause.head
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)
    if thing.dep_ != "nsubj" or clause.dep_ != "ccomp" or not infinitive or make.lower_ not in MAKES:
        return
    if not any(child.dep_ == "auxpass" for child in make.children):
        thing.head, thing.dep_ = make, "dobj"
        clause.head, clause.dep_ = thing, "acl"


def take_judged(name: Token) -> None:
    """Read a name behind a manner of speaking as whom it is about: "condemns in the strongest terms X"."""
    terms = name.head
    verb = terms.head.head
    if name.dep_ != "appos" or terms.lower_ not in TERMS or terms.dep_ != "pobj" or verb.pos_ != "VERB":
        return
    if name.left_edge.i == terms.i + 1 and not any(child.dep_ == "dobj" for child in verb.children):
        name.head, name.dep_ = verb, "dobj"


def take_gift(to: Token) -> None:
    """Read what stands behind its receiver as what he gets: "returned to Benin a statue", "sent to Mali two
    ships".

    The parser makes one noun of both, or an apposition of the gift.
    """
    verb = to.head.head if to.head.pos_ in ("ADV", "ADP") else to.head  # "sent back to Mali"
    if to.lower_ != "to" or to.dep_ != "prep" or verb.pos_ != "VERB" or to.i + 2 >= to.sent.end:
        return
    if any(child.dep_ in ("dobj", "nsubjpass", "ccomp") for child in verb.children):
        return
    name, behind = to.nbor(), to.nbor(2)
    if name.pos_ != "PROPN" or behind.tag_ not in ("DT", "CD"):
        return
    gift = behind.head
    beside = gift.dep_ == "appos" and gift.head.i == name.i
    if name.head.i == to.i and (beside or (gift.dep_ == "pobj" and gift.head.i == to.i)):
        gift.head, gift.dep_ = verb, "dobj"
    elif name.head.i == gift.i and gift.head.i == to.i and name.dep_ in ("nmod", "compound"):
        name.head, name.dep_ = to, "pobj"
        gift.head, gift.dep_ = verb, "dobj"


def take_quoted(noun: Token) -> None:
    """Read a noun before a quotation mark as the object of a verb, and what is quoted as what it is called:
    "branded Chile's generals "thieves"".
    """
    called = noun.head
    verb = called.head
    if noun.dep_ not in ("nmod", "compound", "poss") or noun.i + 1 >= called.i or verb.pos_ != "VERB":
        return
    if noun.nbor().tag_ == OPENING and called.dep_ == "dobj" and noun.i > verb.i:
        noun.head, noun.dep_ = verb, "dobj"
        called.dep_ = "oprd"


def take_acronym(name: Token) -> None:
    """Read a name in capitals behind a noun as who is meant, not as a verb: "asked the bloc ECOWAS to
    help".
    """
    before = name.doc[name.i - 1] if name.i > name.sent.start else name
    lone = name.text.isupper() and len(name) > 2 and not before.text.isupper()
    if not lone or name.pos_ != "VERB" or before.pos_ not in NOMINAL or name.head.i >= name.i:
        return
    for child in [c for c in name.children if c.i > name.i]:
        child.head = name.head
    name.head, name.dep_, name.tag_, name.pos_ = before.head, before.dep_, "NNP", "PROPN"
    before.head, before.dep_ = name, "compound"


def take_manner(word: Token) -> None:
    """Read a participle right behind a verb of drawing as said of its object: "drew stinging criticism".

    Who draws, wins or provokes something does not do so by a gerund.
    """
    verb = word.head
    thing = word.nbor() if word.i + 1 < word.sent.end else word
    if word.tag_ != "VBG" or word.dep_ != "xcomp" or word.i != verb.i + 1 or verb.lower_ not in DRAWING:
        return
    if thing.dep_ != "dobj" or thing.head.i != word.i or thing.lower_ not in RESPONSES:
        return
    for child in [c for c in word.children if c.i > thing.i]:
        child.head = verb
    thing.head, thing.dep_ = verb, "dobj"
    word.head, word.dep_, word.tag_, word.pos_ = thing, "amod", "JJ", "ADJ"


def take_another(another: Token) -> None:
    """Read "one another" as one word: "accused one another of", "expelled one another's envoys"."""
    one = another.doc[another.i - 1] if another.i > another.sent.start else another
    if another.lower_ != "another" or one.lower_ != "one":
        return
    if one.is_ancestor(another):
        another.head, another.dep_ = one.head, one.dep_
        for child in [c for c in one.children if c.i > another.i]:
            child.head = another
    one.head, one.dep_ = another, "det"


def take_noun(noun: Token) -> None:
    """Read a noun that the parser takes for a clause as its verb's object: "Israel bombs Beirut suburbs",
    "allowed United Nations monitors into the port".
    """
    verb = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ != "ccomp" or noun.i < verb.i or verb.pos_ != "VERB":
        return
    before = noun.doc[noun.i - 1]
    if noun.tag_ == "NNS" and before.head.i == noun.i and before.dep_ == "nsubj" and before.pos_ == "PROPN":
        before.dep_ = "compound"
    clause = any(child.dep_ in ("nsubj", "cop", "aux", "mark", "dobj", "ccomp") for child in noun.children)
    if not clause and not any(child.dep_ == "dobj" for child in verb.children):
        noun.dep_ = "dobj"


def take_name(name: Token) -> None:
    """Read a name right behind its verb as the object, not as a time: "attacked Haifa"."""
    verb = name.head
    if name.dep_ != "npadvmod" or name.tag_ != "NNP" or verb.pos_ != "VERB" or name.lower_ in CALENDAR:
        return
    alone = not any(c.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "oprd", "attr") for c in verb.children)
    if name.left_edge.i == verb.i + 1 and alone and verb.tag_ in ("VBD", "VBZ", "VBP", "VBG", "VB"):
        name.dep_ = "dobj"


def take_answer(to: Token) -> None:
    """Read a word by which somebody answers as what he says, and what is behind "to" as what he answers:
    "said no to a plan", "said 'yes' to mediation", "said no thanks to an offer".

    The parser makes an interjection of it, and of "no thanks to" so many thanks.
    """
    words = [token for token in to.doc[max(to.sent.start, to.i - 6) : to.i] if not token.is_punct]
    verb = next((token for token in words if token.lower_ in SAYS), None)
    if to.lower_ != "to" or verb is None or not to.i > verb.i + 1:
        return
    behind = [token for token in words if token.i > verb.i]
    answer = behind[-2] if len(behind) > 1 and behind[-1].lower_ == "thanks" else behind[-1]
    before = behind[: behind.index(answer)]
    if answer.lower_ not in ANSWERS or (before and before[0].lower_ not in ("a", "an")):
        return
    answer.head, answer.dep_, answer.tag_, answer.pos_ = verb, "dobj", "NN", "NOUN"
    for token in behind:
        if token.i != answer.i:
            token.head, token.dep_ = answer, "det" if token.pos_ == "DET" else "amod"
    act = to.head
    if to.dep_ == "aux" and act.tag_ == "VBG":  # "said a firm no to paying"
        act.head, act.dep_, to.pos_, to.dep_ = to, "pcomp", "ADP", "prep"
    if to.dep_ == "prep":
        to.head = verb


def take_pair(first: Token) -> None:
    """Read "face to face" as one thing that a verb has: "stood side by side with Chad"."""
    if first.lower_ not in PAIRED or first.i + 2 >= first.sent.end or first.head.pos_ not in ("VERB", "AUX"):
        return
    joint, second = first.doc[first.i + 1], first.doc[first.i + 2]
    if second.lower_ != first.lower_ or joint.lower_ not in ("to", "by", "in"):
        return
    verb = first.head
    for child in (*first.children, *second.children, *joint.children):
        if child.dep_ == "prep" and child.i > second.i:
            child.head = verb
    first.dep_, first.tag_, first.pos_ = "dobj", "NN", "NOUN"
    joint.head, joint.dep_, joint.tag_, joint.pos_ = first, "prep", "IN", "ADP"
    second.head, second.dep_, second.tag_, second.pos_ = joint, "pobj", "NN", "NOUN"
