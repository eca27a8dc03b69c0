"""Gives verbs the objects, particles and predicates that the parser hung elsewhere.

Each asks itself whether there is something to mend:

    "set free two nurses"                take_outcome     what becomes of an object
    "let inspectors in"                  take_way         where somebody is let to
    "pull back troops"                   take_particle    the particle of a verb
    "a plan to defeat A is a success"    take_goal        the object of an infinitive
    "making bombs to use against A"      take_made        what is made, which does nothing itself
    "condemns in the strongest terms A"  take_judged      whom a manner of speaking is about
    "branded A a pariah"                 take_title       what somebody is called
    "returned to A a statue"             take_gift        what somebody gets
    "branded the police 'thugs'"         take_quoted      what somebody is called in quotation marks
    "drew stinging criticism"            take_manner      the object of what was read as a gerund
    "expelled one another's envoys"      take_another     "one another" as one word
    "asked the bloc ECOWAS to help"      take_acronym     a name that was read as a verb
    "bombs Beirut suburbs"               take_noun        the object that was read as a clause
    "attacked Haifa"                     take_name        the object that was read as a time
    "stood side by side"                 take_pair        one thing made of a noun said twice
    "deport the Serbs working there"     take_doing       the object that was read as the subject of a gerund
    "left the letter unanswered"         take_state       what somebody leaves or makes a thing
    "let Mali know that"                 take_let         whom somebody lets do something
    "made Mali an offer"                 take_receiver    who is given something, and what
    "helped Mali clear mines"            take_helped      what somebody is helped to do
    "had their terms cut by a judge"     take_had         what is done to what is somebody's
    "allowed Mali a week to leave"       take_term        the time that somebody is given
    "said no to a plan"                  take_answer      "yes" and "no" as what is said
"""

from extract.grammar.calendar import CALENDAR
from extract.grammar.parse import Token
from extract.grammar.repairs.lemmas import bases
from extract.grammar.repairs.trees import NOMINAL

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
    "keep": frozenset({"closed", "shut", "open", "sealed"}),
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
    "kept": "keep",
    "keeps": "keep",
    "keeping": "keep",
    "found": "find",
    "finds": "find",
    "finding": "find",
}
"""Forms of the verbs of OUTCOMES with their bases, since no word has a lemma yet."""

LETTING = frozenset({"let", "lets", "letting"})

ADMITTING = LETTING | {"allow", "allows", "allowed", "allowing"}

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

ANSWERS = frozenset({"yes", "no", "nay", "aye", "nyet", "non", "never", "amen", "sorry"})
"""Words that are an answer by themselves."""

SAYS = frozenset({"say", "says", "said", "saying"})

MAKES = frozenset({"make", "makes", "making", "made"})


def take_outcome(verb: Token) -> None:
    """Read what becomes of a verb's object as its predicate, wherever the parser hangs it."""
    outcomes = OUTCOMES.get(BASES.get(verb.lower_, verb.lower_))
    if outcomes is None or verb.pos_ != "VERB":
        return
    word = next((token for token in verb.subtree if token.i > verb.i and token.lower_ in outcomes), None)
    if word is not None and _take_name_before(word, verb):
        return
    if word is None or word.dep_ == "oprd" or word.i - verb.i > SPAN or word.head.i not in _near(verb, word):
        return
    thing = next((c for c in word.children if c.dep_ in ("nsubj", "dobj")), None)
    suffers = any(c.dep_ == "auxpass" for c in verb.children)
    if any(
        c.dep_ in ("aux", "mark", "xcomp", "acomp", "oprd")
        or (
            c.dep_ == "prep"
            and (
                (word.lower_ == "go" and not (suffers and c.lower_ == "by"))
                or (c.lower_ == "of" and word.lower_ == "free")
            )
        )
        for c in word.children
    ):
        return  # "set out to free", "let troops go to war": clauses of their own
    if thing is None and word.dep_ == "dobj":  # one noun: "two Russians packing"
        named = [c for c in word.lefts if c.dep_ in ("compound", "amod", "nmod")]
        thing = named[-1] if named else None
        if thing is not None:
            for child in [c for c in word.children if c.i < thing.i]:
                child.hang(thing)
    for by in [c for c in word.children if c.lower_ == "by"]:
        by.hang(verb, "agent")
    word.hang(verb, "oprd")
    word.tag_, word.pos_ = "JJ", "ADJ"
    if thing is not None:
        thing.hang(verb, "dobj")


def _take_name_before(word: Token, verb: Token) -> bool:
    """Part what becomes of an object from the name before it: "kept its border with Armenia shut"."""
    preposition = word.head
    thing, name = preposition.head, word.doc[word.i - 1]
    parted = word.dep_ == "pobj" and thing.dep_ == "dobj" and thing.head.i == verb.i
    if not parted or name.head.i != word.i or name.pos_ != "PROPN":
        return False
    for child in [c for c in word.children if c.i < name.i]:
        child.hang(name)
    name.hang(preposition, "pobj")
    word.hang(verb, "oprd")
    word.tag_, word.pos_ = "JJ", "ADJ"
    return True


def take_way(let: Token) -> None:
    """Read where somebody is let to as a particle of the verb, and him as its object: "let inspectors in".

    The parser makes a clause of both: "inspectors" are its subject, "in" its verb.
    """
    if let.lower_ not in ADMITTING:
        return
    for way in let.children:
        someone = next((c for c in way.children if c.dep_ == "nsubj"), None)
        if any(c.lower_ == "to" and c.dep_ == "aux" for c in way.children):
            continue  # "allowed a missionary to go home"
        if way.dep_ == "ccomp" and way.lower_ in WAYS and someone is not None:
            someone.hang(let, "dobj")
            way.hang(let, "prt")
            way.tag_, way.pos_ = "RP", "ADP"


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
        word.hang(verb, "prt")
        word.tag_, word.pos_ = "RP", "ADP"


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
        noun.hang(infinitive, "dobj")


def take_home(home: Token) -> None:
    """Give a verb the "home" that the parser hangs on a noun before it: "sent the bodies of five airmen home
    to America".
    """
    if home.lower_ != "home" or home.dep_ != "advmod" or home.head.pos_ not in ("NOUN", "PROPN"):
        return
    noun = home.head
    while noun.dep_ in ("pobj", "prep") and noun.head.i < noun.i and noun.head.pos_ != "VERB":
        noun = noun.head
    if noun.i > home.i or noun.dep_ not in ("dobj", "nsubjpass") or noun.head.pos_ != "VERB":
        return
    home.hang(noun.head, "advmod")
    for to in [child for child in home.children if child.dep_ == "prep"]:
        to.hang(noun.head)


def take_made(thing: Token) -> None:
    """Read what somebody makes as its object: "is making bombs to use against Chad" makes nobody do a thing.

    Who makes somebody do something does so without "to".
    """
    clause = thing.head
    make = clause.head
    if thing.dep_ != "nsubj" or clause.dep_ != "ccomp" or make.lower_ not in MAKES:
        return
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)
    if infinitive and not any(child.dep_ == "auxpass" for child in make.children):
        thing.hang(make, "dobj")
        clause.hang(thing, "acl")


def take_judged(name: Token) -> None:
    """Read a name behind a manner of speaking as whom it is about: "condemns in the strongest terms X"."""
    terms = name.head
    verb = terms.head.head
    if name.dep_ != "appos" or terms.lower_ not in TERMS or terms.dep_ != "pobj" or verb.pos_ != "VERB":
        return
    if name.left_edge.i == terms.i + 1 and not any(child.dep_ == "dobj" for child in verb.children):
        name.hang(verb, "dobj")


DEEMING = frozenset(
    "call calls called deem deems deemed find finds found consider considers considered declare declares "
    "declared labelled labeled branded brand brands branding pronounced judged termed dubbed "
    "proclaimed".split()
)
"""Forms of verbs whose object is judged by what stands behind it."""

HOLDING = DEEMING | frozenset({"hold", "holds", "held", "holding"})


def take_verdict(word: Token) -> None:
    """Read what stands behind an object that is judged as the verdict: "called Iran's terms unacceptable",
    "described the Chinese move as totally unacceptable".
    """
    noun = word.head
    verb = noun.head
    if word.tag_ != "JJ" or word.dep_ != "amod" or noun.dep_ != "dobj" or word.left_edge.i != noun.i + 1:
        return
    first = word.left_edge
    if first.lower_ == "as" and verb.pos_ == "VERB":
        first.hang(verb, "prep")
        first.pos_, first.tag_ = "ADP", "IN"
        word.hang(first, "pobj")
    elif first.i == word.i and not list(word.children) and verb.lower_ in DEEMING:
        word.hang(verb, "oprd")


def take_title(word: Token) -> None:
    """Read what somebody is called as the verdict on him: "branded Chad a pariah" calls Chad a pariah, where
    the parser makes an apposition of it without a comma; "holds Chad responsible for".
    """
    name = word.head
    if word.dep_ == "appos" and name.dep_ == "dobj" and word.left_edge.i == name.i + 1:
        if name.head.lower_ in DEEMING and word.left_edge.lower_ in ("a", "an", "the"):
            word.hang(name.head, "oprd")
    elif word.dep_ == "ccomp" and word.pos_ == "NOUN" and name.lower_ in DEEMING:
        late = [c for c in name.children if c.dep_ == "nsubj" and name.i < c.i < word.i]
        if late and not any(c.dep_ in ("nsubj", "cop", "aux", "mark") for c in word.children):
            late[-1].hang(name, "dobj")
            word.hang(name, "oprd")
    elif word.dep_ == "advcl" and word.tag_ == "JJ" and name.lower_ in HOLDING and word.i > name.i:
        thing = word.doc[word.i - 1]
        if thing.head.i == name.i and thing.dep_ in ("dobj", "nsubjpass") and not list(word.lefts):
            word.hang(name, "oprd")


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
        gift.hang(verb, "dobj")
    elif name.head.i == gift.i and gift.head.i == to.i and name.dep_ in ("nmod", "compound"):
        name.hang(to, "pobj")
        gift.hang(verb, "dobj")


def take_quoted(noun: Token) -> None:
    """Read a noun before a quotation mark as the object of a verb, and what is quoted as what it is called:
    "branded Chile's generals "thieves"".
    """
    called = noun.head
    verb = called.head
    if noun.dep_ not in ("nmod", "compound", "poss") or noun.i + 1 >= called.i or verb.pos_ != "VERB":
        return
    if noun.nbor().tag_ == OPENING and called.dep_ == "dobj" and noun.i > verb.i:
        noun.hang(verb, "dobj")
        called.dep_ = "oprd"


def take_acronym(name: Token) -> None:
    """Read a name in capitals behind a noun as who is meant, not as a verb: "asked the bloc ECOWAS to
    help".
    """
    before = name.doc[name.i - 1] if name.i > name.sent.start else name
    lone = name.text.isupper() and len(name.text) > 2 and not before.text.isupper()
    if not lone or name.pos_ != "VERB" or before.pos_ not in NOMINAL or name.head.i >= name.i:
        return
    for child in [c for c in name.children if c.i > name.i]:
        child.hang(name.head)
    name.hang(before.head, before.dep_)
    name.tag_, name.pos_ = "NNP", "PROPN"
    before.hang(name, "compound")


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
        child.hang(verb)
    thing.hang(verb, "dobj")
    word.hang(thing, "amod")
    word.tag_, word.pos_ = "JJ", "ADJ"


def take_another(another: Token) -> None:
    """Read "one another" as one word: "accused one another of", "expelled one another's envoys"."""
    one = another.doc[another.i - 1] if another.i > another.sent.start else another
    if another.lower_ != "another" or one.lower_ != "one":
        return
    if one.is_ancestor(another):
        another.hang(one.head, one.dep_)
        for child in [c for c in one.children if c.i > another.i]:
            child.hang(another)
    one.hang(another, "det")


def take_noun(noun: Token) -> None:
    """Read a noun that the parser takes for a clause as its verb's object: "Israel bombs Beirut suburbs",
    "allowed United Nations monitors into the port".
    """
    verb = noun.head
    beside = noun.dep_ == "xcomp" and noun.i == verb.i + 1  # "keep watch"
    if noun.pos_ != "NOUN" or not (noun.dep_ == "ccomp" or beside):
        return
    if noun.i < verb.i or verb.pos_ != "VERB":
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
    if to.lower_ != "to":
        return
    words = [token for token in to.doc[max(to.sent.start, to.i - 6) : to.i] if not token.is_punct]
    verb = next((token for token in words if token.lower_ in SAYS), None)
    if verb is None or not to.i > verb.i + 1:
        return
    behind = [token for token in words if token.i > verb.i]
    if not behind:
        return
    answer = behind[-2] if len(behind) > 1 and behind[-1].lower_ == "thanks" else behind[-1]
    before = behind[: behind.index(answer)]
    article = not before or before[0].lower_ in ("a", "an")
    if answer.lower_ not in ANSWERS or not article or any(token.is_ancestor(verb) for token in behind):
        return
    answer.hang(verb, "dobj")
    answer.tag_, answer.pos_ = "NN", "NOUN"
    for token in behind:
        if token.i != answer.i:
            token.hang(answer, "det" if token.pos_ == "DET" else "amod")
    act = to.head
    if to.dep_ == "aux" and act.tag_ == "VBG":  # "said a firm no to paying"
        act.hang(to, "pcomp")
        to.pos_, to.dep_ = "ADP", "prep"
    if to.dep_ == "prep":
        to.hang(verb)


LEAVING = frozenset(
    "leave leaves left leaving keep keeps kept keeping hold holds held holding find finds found finding make "
    "makes made making deem deems deemed render renders rendered".split()
)
"""Forms of verbs behind whose object stands what it is or becomes."""

LACKING = frozenset({"wanting", "lacking", "waiting"})


def take_state(word: Token) -> None:
    """Read what somebody leaves, keeps, finds or makes a thing as its predicate, and what is behind that as
    the verb's: "left the door open to talks", "kept Mali informed", "made it clear to Chad that".

    The parser makes a clause of both, or a modifier of the thing behind it.
    """
    above = word.head
    verb = above.head if word.dep_ == "amod" else above
    if verb.lower_ not in LEAVING or verb.pos_ != "VERB" or word.i < verb.i:
        return
    if word.dep_ == "oprd" and word.pos_ == "ADV":  # "kept the economy afloat"
        word.tag_, word.pos_ = "JJ", "ADJ"
        return
    if word.dep_ == "amod":
        if word.i != above.i + 1 or above.dep_ != "dobj" or word.pos_ != "ADJ":
            return
    elif word.dep_ not in ("ccomp", "xcomp") or not _is_state(word):
        return
    told_to = any(child.lower_ == "to" and child.dep_ == "prep" for child in word.children)
    moving = {"prep", "npadvmod"} | ({"advcl", "ccomp"} if told_to else set())
    for child in list(word.children):
        if child.dep_ in ("nsubj", "nsubjpass") and child.i < word.i:
            child.hang(verb, "dobj")
        elif child.i > word.i and child.dep_ in moving:
            told = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
            child.hang(verb, "ccomp" if told else child.dep_)
    word.hang(verb, "oprd")
    word.tag_, word.pos_ = "JJ", "ADJ"


def _is_state(word: Token) -> bool:
    """Whether a clause is no act: an adjective without a verb, or a participle without an agent."""
    children = {child.dep_ for child in word.children}
    if children & {"aux", "auxpass", "cop", "dobj", "agent", "mark", "cc", "conj"}:
        return False
    kept = word.tag_ == "VBN" and word.head.lower_ in ("keep", "keeps", "kept", "keeping")
    return word.pos_ == "ADJ" or kept or word.lower_ in LACKING


HELPING = frozenset({"help", "helps", "helped", "helping"})


def take_helped(name: Token, verbs: frozenset[str]) -> None:
    """Read the bare verb behind whom somebody helps as what he is helped to do: "helped Mali clear mines".

    The parser makes one noun of the name, the verb and what is behind it.
    """
    before = name.doc[name.left_edge.i - 1] if name.left_edge.i > name.sent.start else name
    act = name.nbor() if name.i + 1 < name.sent.end else name
    if (
        before.lower_ not in HELPING
        or before.pos_ != "VERB"
        or name.pos_ != "PROPN"
        or not act.text.islower()
    ):
        return
    thing = act.head
    if act.lower_ not in verbs or act.dep_ not in ("amod", "compound") or thing.i < act.i:
        return
    if not before.is_ancestor(name) or not before.is_ancestor(thing) or act.is_ancestor(name):
        return
    name.hang(before, "dobj")
    act.hang(before, "xcomp")
    act.tag_, act.pos_ = "VB", "VERB"
    thing.hang(act, "dobj")


HAVING = frozenset({"have", "has", "had", "having"})


def take_had(done: Token) -> None:
    """Read what somebody has done to what is his as a passive: "Two Danes had their terms cut by a judge"."""
    if done.head.lower_ not in HAVING or done.dep_ != "ccomp" or done.tag_ not in ("VBN", "VBD"):
        return
    children = {child.dep_ for child in done.children}
    if "agent" in children and not children & {"aux", "auxpass", "dobj", "mark"}:
        for child in done.children:
            if child.dep_ == "nsubj":
                child.dep_ = "nsubjpass"
        done.tag_ = "VBN"


TERMS_OF_TIME = frozenset({"hours", "days", "weeks", "months", "minutes", "hour", "day", "week", "month"})
ALLOWING = frozenset(
    {"allow", "allows", "allowed", "grant", "granted", "leave", "left", "give", "gave", "given"}
)


def take_term(term: Token) -> None:
    """Read the time that somebody is left for something as what he is given: "allowed Mali a week to"."""
    verb, to = term.head, term.nbor() if term.i + 1 < term.sent.end else term
    if term.lower_ not in TERMS_OF_TIME or verb.lower_ not in ALLOWING or to.lower_ != "to":
        return
    whom = next((c for c in verb.children if c.dep_ == "dobj" and c.i < term.i), None)
    if term.dep_ == "npadvmod" and whom is not None and term.left_edge.i == whom.right_edge.i + 1:
        whom.dep_, term.dep_ = "dative", "dobj"


OTHERS = frozenset({"with", "between", "against", "on", "for", "into", "at", "over", "by", "out"})
"""Prepositions that make an act of what somebody is let do."""


def take_let(let: Token) -> None:
    """Read whom somebody lets do something as the object of "let": "let Mali know that", "let monitors see
    the camp".
    """
    if let.lower_ not in LETTING or let.pos_ != "VERB":
        return
    for act in let.children:
        someone = next((c for c in act.children if c.dep_ == "nsubj" and c.i < act.i), None)
        bare = act.tag_ in ("VB", "VBP") and not any(c.dep_ in ("aux", "mark") for c in act.children)
        if act.dep_ != "ccomp" or someone is None or not bare or someone.left_edge.i < let.i:
            continue
        someone.hang(let, "dobj")
        doing = any(c.dep_ in ("dobj", "prt") or c.lower_ in OTHERS for c in act.children)
        act.dep_, act.tag_ = "xcomp" if doing else "oprd", "VB"
        for clause in [c for c in act.children if c.dep_ in ("ccomp", "advmod", "advcl") and not doing]:
            clause.hang(let)
        return


BEFORE_A_NOUN = frozenset({"det", "amod", "nummod", "compound", "nmod"})
GIVES = frozenset(
    "make makes made making give gives gave giving offer offers offered send sends sent grant grants granted "
    "refuse refuses refused deny denies denied allow allows allowed".split()
)
"""Forms of verbs that take a receiver and a thing."""


def take_receiver(thing: Token, verbs: frozenset[str]) -> None:
    """Read two nouns behind a verb of giving as who gets something and what: "made Mali an offer", "denied
    Chad's airline overflight rights".

    The parser makes a clause of both, whose verb is none to the list of `verbs`.
    """
    verb = thing.head
    if thing.dep_ != "ccomp" or verb.lower_ not in GIVES or thing.i < verb.i:
        return
    receiver = next((c for c in thing.children if c.dep_ == "nsubj" and c.i < thing.i), None)
    if receiver is None or receiver.left_edge.i != verb.i + 1:
        return
    if thing.pos_ == "VERB" and not verbs.intersection(bases(thing.lower_)):
        real = next((c for c in thing.children if c.dep_ == "dobj" and c.i == thing.i + 1), None)
        if real is None:
            return
        real.hang(verb, "dobj")
        thing.hang(real, "compound")
        thing.tag_, thing.pos_ = "NN", "NOUN"
        receiver.hang(verb, "dative")
    elif thing.pos_ == "NOUN" and not any(c.dep_ in ("cop", "aux", "mark") for c in thing.children):
        described = any(c.i > receiver.i and c.dep_ in BEFORE_A_NOUN for c in thing.children)
        if not described and thing.tag_ != "NNS":
            return  # "made Chad pay"
        receiver.hang(verb, "dative")
        thing.dep_ = "dobj"


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
            child.hang(verb)
    first.dep_, first.tag_, first.pos_ = "dobj", "NN", "NOUN"
    joint.hang(first, "prep")
    joint.tag_, joint.pos_ = "IN", "ADP"
    second.hang(joint, "pobj")
    second.tag_, second.pos_ = "NN", "NOUN"


def take_doing(noun: Token) -> None:
    """Read a noun right behind its verb as the object, not as the subject of the gerund that tells more of
    it: "threatened to deport the Tunisians working in its oil towns".
    """
    gerund = noun.head
    verb = gerund.head
    if noun.dep_ != "nsubj" or gerund.tag_ != "VBG" or gerund.dep_ != "advcl" or verb.pos_ != "VERB":
        return
    alone = not any(
        c.dep_ in ("dobj", "ccomp", "prep") and c.i < gerund.i and c.i > verb.i for c in verb.children
    )
    if alone and noun.left_edge.i == verb.i + 1 and noun.right_edge.i + 1 >= gerund.i:
        noun.hang(verb, "dobj")
        gerund.hang(noun, "acl")
