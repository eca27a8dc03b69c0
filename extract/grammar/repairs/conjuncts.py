"""Joins nouns to nouns and verbs to verbs where the parser joined others.

Each asks itself whether there is something to mend:

    "beat and jailed students"            take_verb        the second of two verbs before a noun
    "Indian and Pakistani troops"         take_conjunct    two whom "and" joins
    "the UN (UNO) and Mali met"           take_subjects    two subjects of one verb
    "the government of Chad and rebels"   take_partner     who is beside a ruler, not under him
    "between A, led by X, and B"          take_party       the second of two
    "met A, as well as men accused of B"  take_addition    what "as well as" adds
    "told Mali to go and urged Chad"      take_tense       a verb joined to one of its own tense
    "first praised, then criticised Chad" take_then        a verb joined by "then" alone
    "gave the latter 48 hours"            take_latter      one or both of two, before what is done
"""

from itertools import islice

from extract.grammar.parse import Token
from extract.grammar.repairs.trees import FINITE, NOMINAL, PAST
from extract.grammar.repairs.verbs import as_verb
from extract.grammar.verbs import REACH, is_verb

RULERS = frozenset(
    "government president premier minister king queen emperor sultan emir junta regime army military "
    "parliament".split()
)
"""Who rules a country, and not those whom "and" joins to its name."""


def take_latter(word: Token) -> None:
    """Make "both", "the former" or "the latter" what a verb acts on: "gave the latter 48 hours", "invited
    both to Berlin".
    """
    if word.i <= word.sent.start + 1:
        return
    before = word.nbor(-1)
    loose = word.lower_ == "both" and word.dep_ in ("advmod", "preconj", "dep") and before.pos_ == "VERB"
    behind = word.i + 1 < word.sent.end and word.nbor().tag_ in ("IN", "TO", ".")
    if loose and behind and not any(child.dep_ == "dobj" for child in before.children):
        word.hang(before, "dobj")
    noun = word.head
    verb = noun.head
    counted = word.dep_ == "amod" and noun.dep_ == "dobj" and word.nbor().pos_ in ("NUM", "DET")
    if word.lower_ in ("former", "latter") and counted and before.lower_ == "the" and verb.i == before.i - 1:
        before.hang(word)
        word.hang(verb, "dative")
        word.pos_ = "NOUN"


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
        alike = second.tag_ in PAST or second.lower_.endswith("ed")  # "harboured and armed rebels"
        if verb.tag_ == "VBG":
            alike = second.tag_ == "VBG"  # "arming and financing rebels"
        if second.dep_ == "amod" and alike and joined and second.i == noun.left_edge.i:
            as_verb(second, verb.tag_)
            second.hang(verb, "conj")
            noun.hang(second, "dobj")
            return


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
        joined.hang(second, "compound")
    first.hang(second.head, second.dep_)
    second.hang(first, "conj")


def take_subjects(second: Token) -> None:
    """Join two subjects of one verb by their "and": "The Somali National Army (SNA) and Kenya attacked".

    What stands in brackets behind the first name leads the parser to read two; of an unknown name it makes
    an adverb: "Nauru and Tuvalu flouted".
    """
    verb, joint = second.head, second.doc[second.left_edge.i - 1] if second.left_edge.i else second
    if second.dep_ not in ("nsubj", "nsubjpass") or joint.lower_ != "and" or joint.dep_ != "cc":
        return
    before = [
        c
        for c in verb.children
        if c.i < joint.i and (c.dep_ == second.dep_ or (c.dep_ == "advmod" and c.tag_ == "NNP"))
    ]
    if len(before) == 1 and (joint.head.i == before[0].i or before[0].is_ancestor(joint)):
        before[0].dep_ = second.dep_
        second.hang(before[0], "conj")


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
        child.hang(joined, "amod")  # whose rebels they are
    land.hang(of, "pobj")
    joined.hang(ruler, "conj")
    joint.hang(ruler)


def take_party(between: Token) -> None:
    """Join the second of two to the first, where the parser joins it to the verb: "a pact between Chad, led
    by its president, and Mali".
    """
    first = next((child for child in between.children if child.dep_ == "pobj"), None)
    if between.lower_ != "between" or first is None or any(child.dep_ == "conj" for child in first.children):
        return
    told = [token for token in between.head.subtree if token.dep_ == "acl" and token.i > first.i]
    for verb in (*told, *islice(between.ancestors, REACH)):
        for second in verb.children if verb.pos_ == "VERB" else ():
            joint = second.doc[second.left_edge.i - 1]
            joined = second.dep_ == "conj" and second.pos_ in NOMINAL and second.i > first.i
            if second.is_ancestor(between):
                continue
            if joined and joint.dep_ == "cc" and joint.lower_ == "and" and joint.head.i == verb.i:
                second.hang(first)
                joint.hang(first)
                return


def take_addition(second: Token) -> None:
    """Join what "as well as" adds to the noun before it, where the parser joins that to the verb or makes a
    clause of it: "met Chad's envoy, as well as officials accused of fraud".
    """
    clause = second.head if second.dep_ == "nsubj" else second
    verb = clause.head
    joint = second.doc[second.left_edge.i - 1] if second.left_edge.i > second.sent.start + 3 else second
    if joint.lower_ != "as" or second.pos_ not in NOMINAL or clause.dep_ != "conj" or joint.head.i != verb.i:
        return
    if second.doc.words(joint.i - 2, joint.i + 1).lower() != "as well as":
        return
    nouns = [t for t in verb.subtree if verb.i < t.i < joint.i and t.dep_ in ("dobj", "pobj")]
    if not nouns or verb.pos_ != "VERB" or (clause is not second and clause.tag_ not in PAST):
        return
    if clause is not second:
        clause.hang(second, "acl")
        clause.tag_ = "VBN"
    second.hang(nouns[0], "conj")
    joint.hang(nouns[0])


def take_tense(verb: Token) -> None:
    """Join a verb in the past or present to a clause with a tense, not to an infinitive or gerund.

    "Called on the president to resign and urged France to help": nobody is to urge anybody.
    """
    if verb.dep_ == "conj" and verb.tag_ == "VBZ" and verb.head.tag_ == "VB":
        inner = [t for t in verb.head.subtree if t.tag_ == "VBZ" and t.dep_ == "advcl" and t.i < verb.i]
        verb.hang(inner[-1] if inner else verb.head)  # "will press Mali until it yields and ends the war"
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or not _is_tenseless(verb.head):
        return
    above = (token for token in islice(verb.head.ancestors, REACH) if is_verb(token))
    finite = next((token for token in above if not _is_tenseless(token)), None)
    if finite is not None and finite.i < verb.i:
        verb.hang(finite)


THEN = frozenset({"then", "later", "afterwards", "subsequently", "now"})
"""Adverbs that join what was done next to what was done first."""


def take_then(verb: Token) -> None:
    """Join a verb to the one before it where a comma and "then" do for "and": "first praised, then attacked
    Chad".
    """
    first = verb.head
    if (
        verb.dep_ not in ("dep", "parataxis", "advcl", "ccomp")
        or verb.tag_ not in PAST
        or first.tag_ not in PAST
    ):
        return
    start = verb.left_edge
    if first.i > verb.i or start.lower_ not in THEN or start.nbor(-1).text != ",":
        return
    if not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for c in verb.children):
        verb.dep_ = "conj"


def _is_tenseless(verb: Token) -> bool:
    """Whether a verb is an infinitive or a gerund without an auxiliary that has a tense."""
    bare = verb.tag_ in ("VB", "VBG") and verb.head.i != verb.i
    return bare and not any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children)
