"""Hangs prepositions, and the nouns behind them, where they belong.

Each but the first, of which `Repairs` asks, sees itself whether there is something to mend:

    "agreed to talks"                    as_preposition   "to" and its noun
    "the arrest by Chad of two nuns"     take_of          the "of" of a noun that says who did it first
    "accused by rebels of lying"         take_charge      the "of" of what somebody is accused of
    "accused rebels of arming men"       take_deed        what somebody is accused of doing
    "a pact on 2 May between A and B"    take_date        what stands behind a date
    "the fall of the town to rebels"     take_taker       to whom something falls
    "received two dollars in Dutch aid"  take_sort        what a sum of money is
    "donors including Norway froze aid"  take_object      the noun of "including"
"""

from extract.grammar.calendar import CALENDAR
from extract.grammar.parse import Token
from extract.grammar.prepositions import FALLING
from extract.grammar.repairs.trees import FINITE, NOMINAL
from extract.grammar.repairs.verbs import as_verb

PARTIES = frozenset({"between", "with", "against", "by", "over"})
"""Prepositions that lead to those who are in an act, never to a date."""


def as_preposition(to: Token) -> None:
    """Make "to" a preposition of what governs the noun behind it."""
    noun = to.head
    governor = noun.head
    inner = next((child for child in noun.children if child.dep_ == "dobj" and child.i > noun.i), None)
    if governor.i == noun.i or to.i > noun.i:
        return
    to.tag_, to.pos_, to.dep_ = "IN", "ADP", "prep"
    to.hang(governor)
    if inner is not None:  # "to highland growers", read as if somebody did something to the growers
        inner.hang(to, "pobj")
        noun.hang(inner, "compound")
    else:
        noun.hang(to, "pobj")


def as_infinitive(to: Token) -> None:
    """Make "to" the mark of the infinitive that the parser took for a noun: "urged Chad to apologise"."""
    verb = to.nbor()
    governor = to.head
    verb.hang(governor, "xcomp" if governor.pos_ in ("VERB", "AUX") else "acl")
    as_verb(verb, "VB")
    to.hang(verb, "aux")
    to.tag_, to.pos_ = "TO", "PART"


def take_joined(preposition: Token) -> None:
    """Hang a preposition on the verb that the parser joins it to: "marched on a bank, and then on a mill"."""
    verb = preposition.head
    if preposition.dep_ != "conj" or preposition.tag_ != "IN" or verb.pos_ != "VERB":
        return
    preposition.dep_ = "prep"
    before = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == preposition.lower_]
    second = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    first = next((c for c in before[0].children if c.dep_ == "pobj"), None)
    if before[0].i < preposition.i and first is not None and second is not None:
        second.hang(first, "conj")
        preposition.hang(second, "dep")


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
    told = name.dep_ == "pobj" and between.lower_ in ("by", "in", "from") and noun.pos_ == "NOUN"
    people = behind is not None and any(child.dep_ == "nummod" for child in behind.children)
    if told and between.i == noun.i + 1 and behind is not None and (behind.pos_ == "NOUN" or people):
        of.hang(noun)


def take_charge(of: Token) -> None:
    """Hang "of" and what somebody did on the passive verb: "was accused by rebels of breaking the truce",
    "was accused by Chad of an air raid"; but "by the Republic of Chad".
    """
    accuser = of.head
    by = accuser.head
    if accuser.lower_ in CALENDAR and by.lower_ == "on":  # "was accused by Chad on Sunday of a raid"
        verb = by.head if by.head.pos_ == "VERB" else by.head.head.head
        agent = next((c for c in verb.children if c.dep_ == "agent" and c.i < by.i), None)
        accuser = next((c for c in agent.children if c.dep_ == "pobj"), accuser) if agent else accuser
        by = accuser.head
    told = accuser.dep_ == "pobj" and by.dep_ == "agent" and by.head.i < by.i
    if of.lower_ != "of" or of.dep_ != "prep" or not told:
        return
    named = accuser.tag_ in ("NNP", "NNS") and by.head.lower_ in ("accused", "suspected", "convicted")
    deeds = any(child.dep_ == "pobj" and child.pos_ == "NOUN" for child in of.children)
    if any(child.dep_ == "pcomp" for child in of.children) or (named and deeds):
        of.hang(by.head)


def take_deed(gerund: Token) -> None:
    """Read a participle behind "accused of" as what somebody did: "accused Chad of massing troops"."""
    noun, of = gerund.head, gerund.head.head
    if gerund.dep_ != "amod" or gerund.tag_ != "VBG" or noun.dep_ != "pobj" or of.lower_ != "of":
        return
    verb = of.head if of.head.pos_ == "VERB" else of.head.head
    if gerund.i != of.i + 1 or verb.lower_ not in CHARGING:
        return
    for child in [child for child in noun.children if child.i > noun.i and child.dep_ == "prep"]:
        child.hang(gerund)
    gerund.hang(of, "pcomp")
    gerund.pos_ = "VERB"
    noun.hang(gerund, "dobj")


CHARGING = frozenset("accuse accuses accused accusing suspect suspects suspected suspecting".split())
"""Forms of verbs behind whose "of" stands what somebody did."""


def take_date(preposition: Token) -> None:
    """Hang a preposition behind a date on what happened then: "a pact on 2 May between Chad and Mali"."""
    day = preposition.head
    if preposition.dep_ != "prep" or preposition.lower_ not in PARTIES or preposition.i < day.i:
        return
    if day.lower_ in CALENDAR and day.dep_ == "pobj" and day.head.head.pos_ in ("NOUN", "VERB"):
        before = day.doc[day.head.i - 1]
        noun = before if before.pos_ == "NOUN" and before.head.i == day.head.head.i else day.head.head
        preposition.hang(noun)


SUMS = frozenset("dollars euros pounds yen francs marks roubles rubles million billion crowns".split())
"""Words that end a sum of money."""


def take_sort(word: Token) -> None:
    """Hang "in" on the sum of money of which it says what it is: "received two dollars in Dutch aid"."""
    if word.lower_ != "in" or word.dep_ != "prep" or word.i <= word.sent.start + 1:
        return
    money, verb = word.nbor(-1), word.head
    kind = next((child for child in word.children if child.dep_ == "pobj"), None)
    if money.lower_ not in SUMS or money.head.i != verb.i or verb.pos_ != "VERB" or kind is None:
        return
    if kind.pos_ == "NOUN" and kind.lemma_.lower() not in CALENDAR and kind.lower_ not in CALENDAR:
        word.hang(money)


def take_taker(to: Token) -> None:
    """Hang "to" on the noun of what falls to somebody: "spoke after the fall of the town to rebels"."""
    if to.lower_ != "to" or to.dep_ != "prep" or to.head.pos_ != "VERB" or to.i < to.sent.start + 4:
        return
    thing = to.doc[to.i - 1]
    noun = thing.head.head
    if thing.dep_ == "pobj" and thing.head.lower_ == "of" and noun.lower_ in FALLING and noun.i > to.head.i:
        to.hang(noun)


def take_object(preposition: Token) -> None:
    """Give a preposition the name behind it, where the parser hangs that on something behind the verb.

    "Donors including Norway froze aid", "sanctions on Mali angered Togo"; so too an infinitive: "a refusal to
    help Mali angered Togo".
    """
    last = preposition.i + 1 >= preposition.sent.end
    leading = preposition.tag_ in ("IN", "VBG") and preposition.dep_ in ("prep", "dative")
    infinitive = preposition.tag_ == "VB" and preposition.dep_ in ("acl", "xcomp")
    behind = any(child.i > preposition.i for child in preposition.children)
    if last or behind or not (infinitive or (leading and not list(preposition.children))):
        return
    noun = preposition.doc[preposition.i + 1]
    verbs = (token for token in preposition.doc[noun.i + 1 : noun.head.i] if token.tag_ in FINITE)
    if noun.pos_ in NOMINAL and noun.dep_ in ("compound", "nmod", "amod") and any(verbs):
        noun.hang(preposition, "dobj" if infinitive else "pobj")


def as_intent(about: Token) -> None:
    """Read "about" before an infinitive as what somebody is: "was not about to recognise Kosovo"."""
    if about.lower_ == "about" and about.dep_ == "acomp" and any(c.dep_ == "xcomp" for c in about.children):
        about.pos_, about.tag_ = "ADJ", "JJ"
