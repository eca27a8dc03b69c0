"""Hangs words where they belong that the parser hung elsewhere.

What begins with take_ asks itself whether there is something to mend; of the others `Repairs` asks:

    "agreed to talks"                       as_preposition   "to" and its noun
    "set free two nurses"                   take_outcome     what becomes of an object
    "pull back troops"                      take_particle    the particle of a verb
    "stood side by side"                    take_pair        one thing made of a noun said twice
    "making bombs to use against A"         take_made        what is made, which does nothing itself
    "condemns in the strongest terms A"     take_judged      whom a manner of speaking is about
    "returned to A a statue"                take_gift        what somebody gets
    "attacked Haifa"                        take_name        the object that was read as a time
    "beat and jailed students"              take_verb        the second of two verbs before a noun
    "the arrest by Chad of two nuns"        take_of          the "of" of a noun that says who did it first
    "a pact on 2 May between A and B"       take_date        what stands behind a date
    "between A, led by X, and B"            take_party       the second of two
    "the fall of the town to rebels"        take_taker       to whom something falls
    "Norway suspended aid"                  take_actor       the subject that was read as a time
    "Indian and Pakistani troops"           take_conjunct    two whom "and" joins
    "the government of Chad and rebels"     take_partner     who is beside a ruler, not under him
    "the UN (UNO) and Mali met"             take_subjects    two subjects of one verb
    "met A, as well as men accused of B"    take_addition    what "as well as" adds
    "Chad, a foe of Mali, met"              take_apposition  what is said of a subject
    "Chad, backed by A, had left"           take_reduced     the subject of a participle beside
    "told Mali to go and urged Chad"        take_tense       a verb joined to one of its own tense
    "donors including Norway froze aid"     take_object      the noun of "including"
    "In Arusha, Burundi and Rwanda met"     lost_subject     the subject of a sentence's verb
"""

from itertools import islice

from spacy.tokens import Token

from extract.calendar import CALENDAR
from extract.clauses import FALLING
from extract.repairs.trees import FINITE, NOMINAL, PAST

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
NOMINATIVE = frozenset({"nsubj", "nsubjpass"})
"""What the subject of a verb is to it."""

CLAUSES = frozenset({"acl", "relcl"})
PAIRED = frozenset("shoulder side face hand arm eye toe".split())

TERMS = frozenset({"terms", "language", "words"})
"""Nouns of manners of speaking."""

MAKES = frozenset({"make", "makes", "making", "made"})
PARTIES = frozenset({"between", "with", "against", "by", "over"})
"""Prepositions that lead to those who are in an act, never to a date."""

RULERS = frozenset(
    "government president premier minister king queen emperor sultan emir junta regime army military "
    "parliament".split()
)
"""Who rules a country, and not those whom "and" joins to its name."""


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
    verb = to.head
    if to.lower_ != "to" or to.dep_ != "prep" or verb.pos_ != "VERB" or to.i + 2 >= to.sent.end:
        return
    if any(child.dep_ in ("dobj", "nsubjpass", "ccomp") for child in verb.children):
        return
    name, behind = to.nbor(), to.nbor(2)
    if name.pos_ != "PROPN" or behind.tag_ not in ("DT", "CD"):
        return
    gift = behind.head
    if name.head.i == to.i and gift.dep_ == "appos" and gift.head.i == name.i:
        gift.head, gift.dep_ = verb, "dobj"
    elif name.head.i == gift.i and gift.head.i == to.i and name.dep_ in ("nmod", "compound"):
        name.head, name.dep_ = to, "pobj"
        gift.head, gift.dep_ = verb, "dobj"


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


def take_name(name: Token) -> None:
    """Read a name right behind its verb as the object, not as a time: "attacked Haifa"."""
    verb = name.head
    if name.dep_ != "npadvmod" or name.tag_ != "NNP" or verb.pos_ != "VERB" or name.lower_ in CALENDAR:
        return
    alone = not any(c.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "oprd", "attr") for c in verb.children)
    if name.left_edge.i == verb.i + 1 and alone and verb.tag_ in ("VBD", "VBZ", "VBP", "VBG", "VB"):
        name.dep_ = "dobj"


def take_verb(noun: Token) -> None:
    """Read a participle before a noun as the second verb, where the parser joins the noun to the first: "beat
    and jailed Chadian students".
    """
    verb = noun.head
    if noun.dep_ != "conj" or noun.pos_ not in NOMINAL or verb.pos_ != "VERB" or noun.i < verb.i:
        return
    if any(child.dep_ in ("dobj", "attr", "ccomp") for child in verb.children):
        return
    for second in noun.children:
        joint = noun.doc[second.i - 1]
        joined = joint.dep_ == "cc" or joint.text == ","
        if second.dep_ == "amod" and second.tag_ in PAST and joined and second.i == noun.left_edge.i:
            second.head, second.dep_, second.tag_, second.pos_ = verb, "conj", verb.tag_, "VERB"
            noun.head, noun.dep_ = second, "dobj"
            return


def take_of(of: Token) -> None:
    """Hang "of" on the noun whose doer or place stands between: "the arrest by Chad of two nuns".

    What is in a name stays there: "a raid by the Republic of Korea".
    """
    name = of.head
    between = name.head
    if of.lower_ != "of" or of.dep_ != "prep" or name.pos_ != "PROPN" or of.i != name.i + 1:
        return
    behind = next((child for child in of.children if child.dep_ == "pobj"), None)
    noun = between.head
    told = name.dep_ == "pobj" and between.lower_ in ("by", "in") and noun.pos_ == "NOUN"
    if told and between.i == noun.i + 1 and behind is not None and behind.pos_ == "NOUN":
        of.head = noun


def take_date(preposition: Token) -> None:
    """Hang a preposition behind a date on what happened then: "a pact on 2 May between Chad and Mali"."""
    day = preposition.head
    if preposition.dep_ != "prep" or preposition.lower_ not in PARTIES or preposition.i < day.i:
        return
    if day.lower_ in CALENDAR and day.dep_ == "pobj" and day.head.head.pos_ in ("NOUN", "VERB"):
        before = day.doc[day.head.i - 1]
        noun = before if before.pos_ == "NOUN" and before.head.i == day.head.head.i else day.head.head
        preposition.head = noun


def take_party(between: Token) -> None:
    """Join the second of two to the first, where the parser joins it to the verb: "a pact between Chad, led
    by its president, and Mali".
    """
    first = next((child for child in between.children if child.dep_ == "pobj"), None)
    if between.lower_ != "between" or first is None or any(child.dep_ == "conj" for child in first.children):
        return
    told = [token for token in between.head.subtree if token.dep_ == "acl" and token.i > first.i]
    for verb in (*told, *islice(between.ancestors, SPAN)):
        for second in verb.children if verb.pos_ == "VERB" else ():
            joint = second.doc[second.left_edge.i - 1]
            joined = second.dep_ == "conj" and second.pos_ in NOMINAL and second.i > first.i
            if second.is_ancestor(between):
                continue
            if joined and joint.dep_ == "cc" and joint.lower_ == "and" and joint.head.i == verb.i:
                second.head, joint.head = first, first
                return


def take_taker(to: Token) -> None:
    """Hang "to" on the noun of what falls to somebody: "spoke after the fall of the town to rebels"."""
    if to.lower_ != "to" or to.dep_ != "prep" or to.head.pos_ != "VERB" or to.i < to.sent.start + 4:
        return
    thing = to.doc[to.i - 1]
    noun = thing.head.head
    if thing.dep_ == "pobj" and thing.head.lower_ == "of" and noun.lower_ in FALLING and noun.i > to.head.i:
        to.head = noun


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


def take_partner(of: Token) -> None:
    """Put people beside the ruler whose country "and" joins them to: "the government of Chad and rebels".

    The parser has the government rule both, or makes "Chad and Toubou" modifiers of the rebels.
    """
    ruler = of.head
    people = next((child for child in of.children if child.dep_ == "pobj"), None)
    if of.lower_ != "of" or ruler.tag_ != "NN" or ruler.lower_ not in RULERS or people is None:
        return
    land, joined = people, next((c for c in people.children if c.dep_ == "conj" and c.tag_ == "NNS"), None)
    if joined is None and people.tag_ == "NNS":
        lands = (c for c in people.children if c.dep_ == "nmod" and c.tag_ == "NNP" and c.i == of.i + 1)
        land, joined = next(lands, people), people
    joint = next((child for child in land.children if child.dep_ == "cc"), None)
    if joint is None or joined is None or land.i == joined.i or land.tag_ != "NNP":
        return
    for child in [c for c in land.children if c.i > joint.i and c.i != joined.i and c.i < joined.i]:
        child.head, child.dep_ = joined, "amod"  # whose rebels they are
    land.head, land.dep_ = of, "pobj"
    joined.head, joined.dep_ = ruler, "conj"
    joint.head = ruler


def take_object(preposition: Token) -> None:
    """Give a preposition the name behind it, where the parser hangs that on something behind the verb.

    "Donors including Norway froze aid", "sanctions on Mali angered Togo".
    """
    last = preposition.i + 1 >= preposition.sent.end
    if (
        preposition.tag_ not in ("IN", "VBG")
        or preposition.dep_ != "prep"
        or last
        or list(preposition.children)
    ):
        return
    noun = preposition.doc[preposition.i + 1]
    verbs = (token for token in preposition.doc[noun.i + 1 : noun.head.i] if token.tag_ in FINITE)
    if noun.pos_ in NOMINAL and noun.dep_ in ("compound", "nmod", "amod") and any(verbs):
        noun.head, noun.dep_ = preposition, "pobj"


def take_conjunct(first: Token) -> None:
    """Put two whom "and" joins beside each other, where the parser hung one on the other: "Indian and
    Pakistani troops", "Yemen's government and Houthi rebels".
    """
    second = first.head
    joints = [child for child in first.children if child.dep_ == "cc"]
    joined = next((child for child in first.children if child.dep_ == "conj"), None)
    if first.dep_ != "nmod" or not joints or not first.i < joints[0].i < second.i:
        return
    if second.dep_ not in ("dobj", "pobj", "nsubj", "nsubjpass"):
        return
    if joined is not None:
        whole = any(child.dep_ == "poss" for child in first.children) and joined.i == second.i - 1
        if not whole:
            return
        joined.head, joined.dep_ = second, "compound"
    first.head, first.dep_ = second.head, second.dep_
    second.head, second.dep_ = first, "conj"


def take_subjects(second: Token) -> None:
    """Join two subjects of one verb by their "and": "The Somali National Army (SNA) and Kenya attacked".

    What stands in brackets behind the first name leads the parser to read two.
    """
    verb, joint = second.head, second.doc[second.left_edge.i - 1] if second.left_edge.i else second
    if second.dep_ not in ("nsubj", "nsubjpass") or joint.lower_ != "and" or joint.dep_ != "cc":
        return
    before = [c for c in verb.children if c.dep_ == second.dep_ and c.i < joint.i]
    if len(before) == 1 and (joint.head.i == before[0].i or before[0].is_ancestor(joint)):
        second.head, second.dep_ = before[0], "conj"


def take_addition(second: Token) -> None:
    """Join what "as well as" adds to the noun before it, where the parser joins that to the verb or makes a
    clause of it: "met Chad's envoy, as well as officials accused of fraud".
    """
    clause = second.head if second.dep_ == "nsubj" else second
    verb = clause.head
    joint = second.doc[second.left_edge.i - 1] if second.left_edge.i > second.sent.start + 3 else second
    words = second.doc[max(0, joint.i - 2) : joint.i + 1].text.lower()
    if second.pos_ not in NOMINAL or clause.dep_ != "conj" or words != "as well as" or joint.head.i != verb.i:
        return
    nouns = [t for t in verb.subtree if verb.i < t.i < joint.i and t.dep_ in ("dobj", "pobj")]
    if not nouns or verb.pos_ != "VERB" or (clause is not second and clause.tag_ not in PAST):
        return
    if clause is not second:
        clause.head, clause.dep_, clause.tag_ = second, "acl", "VBN"
    second.head, second.dep_ = nouns[0], "conj"
    joint.head = nouns[0]


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


def take_tense(verb: Token) -> None:
    """Join a verb in the past or present to a clause with a tense, not to an infinitive or gerund.

    "Called on the president to resign and urged France to help": nobody is to urge anybody.
    """
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or not _is_tenseless(verb.head):
        return
    above = (token for token in islice(verb.head.ancestors, SPAN) if token.pos_ in ("VERB", "AUX"))
    finite = next((token for token in above if not _is_tenseless(token)), None)
    if finite is not None and finite.i < verb.i:
        verb.head = finite


def _is_tenseless(verb: Token) -> bool:
    """Whether a verb is an infinitive or a gerund without an auxiliary that has a tense."""
    bare = verb.tag_ in ("VB", "VBG") and verb.head.i != verb.i
    return bare and not any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children)


def as_preposition(to: Token) -> None:
    """Make "to" a preposition of what governs the noun behind it."""
    noun = to.head
    governor = noun.head
    inner = next((child for child in noun.children if child.dep_ == "dobj" and child.i > noun.i), None)
    if governor.i == noun.i or to.i > noun.i:
        return
    to.tag_, to.pos_, to.dep_ = "IN", "ADP", "prep"
    to.head = governor
    if inner is not None:  # "to highland growers", read as if somebody did something to the growers
        inner.head, inner.dep_ = to, "pobj"
        noun.head, noun.dep_ = inner, "compound"
    else:
        noun.head, noun.dep_ = to, "pobj"


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
