"""What a governing word makes of an act: "plans to send" only means to, "failed to send" did not, "accused of
sending" leaves it to whoever accuses.
"""

from extract.grammar.parse import Token
from extract.grammar.subjects import CHARGING, accuser_of
from extract.grammar.verbs import auxiliaries, is_infinitive, is_passive, is_verb
from extract.standing.attribution import ASSERTIONS, CLAIMS, DENYING, SAYING, attribute, claimants, is_parted
from extract.standing.implicatives import is_driven
from extract.standing.negation import is_none
from extract.standing.standing import Standing
from graph.model import Modality

DOUBTING = frozenset(
    "believe think fear suspect assume estimate allege rumor rumour presume suppose consider".split()
)
"""Verbs that leave what they report only possible."""

INTENDING = frozenset(
    "plan intend prepare decide seek want hope aim expect propose schedule wish mean determine resolve "
    "arrange ready set aspire strive look due going plot conspire scheme vote commit authorize "
    "authorise".split()
)
"""Verbs and adjectives before an infinitive by which an act is meant to be done: "plans to send"."""

INTENT = frozenset(
    "ready set due poised determined prepared willing about likely scheduled bound committed".split()
)
"""Adjectives that say the same: "is about to send"."""

TRYING = frozenset(
    "try fight push attempt endeavour endeavor struggle threaten consider contemplate mull".split()
)
"""Verbs of who may succeed or not: "tried to leave"."""

COMMANDING = frozenset(
    "urge ask order tell press demand call oblige require beg exhort implore instruct appeal advise "
    "encourage pressure request invite".split()
)
"""Verbs that want an act of somebody else, who may not oblige."""

ENDING = frozenset("stop cease quit abandon forgo shun avoid".split())
"""Verbs before a gerund that is done no more, or not at all: "stopped sending"."""

FAILING = frozenset("fail neglect omit forget decline refuse pretend feign unable powerless".split())
"""Verbs and adjectives before an infinitive that is not done: "failed to inform", "was unable to bring"."""

PREVENTING = frozenset("prevent prohibit bar ban dissuade deter discourage stop block forbid".split())
"""Verbs by which another does not do it: "prevented from voting"."""

FAILURE = frozenset({"failure", "refusal", "inability", "reluctance", "unwillingness"})
"""Nouns whose infinitive is not done: "the failure to pay them"."""

ABILITY = frozenset(
    "capacity capability ability power right means chance opportunity capable able option potential".split()
)
"""Nouns whose infinitive only could be done: "the capacity to attack"."""

DECLINING = frozenset(
    "decline refuse reject turn vote defeat dismiss drop abandon cancel block kill shelve".split()
)
"""Verbs that undo a plan: "declined an invitation to visit", "voted down a bid to leave"."""

NEARLY = frozenset({"close", "closer", "near", "nearer"})
INSTEAD = frozenset("instead far short rather".split())
"""Words that turn the preposition behind them into a "not": "close to attacking", "instead of attacking"."""

ABSTAINING = frozenset("refrain abstain desist shrink recoil flinch hold shy".split())
"""Verbs whose "from" tells what is not done: "held back from condemning"."""

PLANS = frozenset(
    "formula plan proposal scheme blueprint strategy roadmap timetable framework way method basis "
    "condition idea hope option talk programme program package".split()
)
"""Nouns whose gerund is still to come: "accepted a formula for ending the dispute"."""

WAYS = frozenset("strategy way method basis framework programme program package".split())
"""Those of them whose "of" tells what is done by them: "its strategy of bombing Gaza"."""

THINKING = frozenset("think hear dream conceive".split())
"""Verbs whose "of" leads to what is only thought of: "would not hear of selling jets"."""

AWAITED = frozenset({"until", "till", "once", "before"})
"""Words before a clause in the present that is still to come true: "will fight until they hold the city"."""


def govern_clause(clause: Token, standing: Standing) -> bool:
    """What a verb makes of the clause that is its object: "denied that", "fears that".

    True where the verb's own auxiliaries and "not" are the act's as well; those of who reports it are not.
    """
    verb, lemma = clause.head, clause.head.lemma_.lower()
    parted = is_parted(clause, verb)
    if lemma in SAYING or (lemma in DENYING and not parted):
        attribute(verb, standing)
    if parted:
        return False
    if lemma in DENYING:
        standing.dispute()
    if lemma in DOUBTING and not (lemma == "allege" and not is_passive(verb)):
        standing.weaken(Modality.POSSIBLE)
    if lemma in SAYING or lemma in DENYING:
        return False
    if lemma in INTENDING or lemma in TRYING:
        standing.weaken(Modality.PLANNED)
    return True


def govern_complement(act: Token, standing: Standing) -> None:
    """What a verb or adjective makes of the infinitive or gerund that is its complement: "vowed to leave"."""
    head, lemma = act.head, act.head.lemma_.lower()
    if is_passive(head) and lemma in DOUBTING | SAYING:
        standing.weaken(Modality.POSSIBLE if lemma in DOUBTING else standing.modality)
        attribute(head, standing)  # "was said by Russia to have shelled the town"
    elif lemma == "have" and any(child.lower_ == "yet" for child in head.children):
        standing.deny()
    elif lemma in COMMANDING and not is_driven(head) and (lemma != "oblige" or not is_passive(head)):
        standing.weaken(Modality.POSSIBLE)
    elif lemma in INTENDING or lemma in INTENT or lemma == "be":
        standing.weaken(Modality.PLANNED)
    elif lemma in TRYING:
        standing.weaken(Modality.POSSIBLE)
    elif lemma in DENYING:
        standing.dispute()
        attribute(head, standing)
    elif lemma in ENDING or lemma in FAILING or lemma in PREVENTING:
        standing.deny()
    predicate = head.dep_ == "acomp" and lemma in INTENT
    if predicate and any(child.dep_ == "neg" for child in head.head.children):
        standing.deny()  # "was not about to recognise Kosovo"


def govern_adjunct(act: Token, standing: Standing) -> None:
    """What the word that an act only hangs on makes of it: "the failure to pay", "until they leave", "claims
    that Iran armed rebels", "accused of bombing".
    """
    head, dep, lemma = act.head, act.dep_, act.head.lemma_.lower()
    if act.tag_ == "VBG" and lemma == "rule" and any(child.lower_ == "out" for child in head.children):
        standing.weaken(Modality.PLANNED)  # "ruled out sending"
        standing.deny()
    if dep in ("advcl", "acl") and is_infinitive(act):
        _govern_purpose(act, standing)
    if dep == "advcl" and _is_awaited(act):
        standing.weaken(Modality.POSSIBLE)
    if dep in ("acl", "ccomp") and head.pos_ == "NOUN" and lemma in CLAIMS:
        _govern_claimed(act, standing)
    if dep in ("csubj", "csubjpass") and lemma in SAYING and is_passive(head):
        attribute(head, standing)  # "that Rwanda had bombed the camp was confirmed by the UN"
    if dep == "pcomp":  # "accused of arming rebels and of burning a mosque"
        joined = head.dep_ == "conj" and head.head.lower_ == head.lower_
        _govern_gerund(head, head.head.head if joined else head.head, standing)


def _govern_purpose(act: Token, standing: Standing) -> None:
    """What a noun or a verb makes of what is to be done: "the right to leave", "met to sign a pact"."""
    noun, lemma = act.head, act.head.lemma_.lower()
    if act.dep_ == "acl" and lemma in FAILURE:
        standing.deny()
        return
    standing.weaken(Modality.POSSIBLE if lemma in ABILITY else Modality.PLANNED)
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in DECLINING:
        standing.deny()


def _govern_claimed(act: Token, standing: Standing) -> None:
    """What a noun makes of what is claimed by it: "Israel's claim that Iran had armed Hezbollah", "no
    evidence that Iran had".
    """
    claim = act.head
    owners = claimants(claim) if not is_infinitive(act) and claim.lemma_.lower() in ASSERTIONS else ()
    if owners:
        standing.attribute_to(owners)
    else:
        standing.weaken(Modality.POSSIBLE)
    if is_none(claim):
        standing.deny()


def _govern_gerund(preposition: Token, governor: Token, standing: Standing) -> None:
    """What a preposition with its verb makes of a gerund: "accused of bombing", "prevented from voting"."""
    if governor.lower_ in NEARLY and preposition.lower_ == "to":  # "came close to expelling"
        standing.deny()
    if governor.dep_ == "advmod" and is_verb(governor.head):  # "held back from"
        governor = governor.head
    governor = accuser_of(governor, preposition) or governor
    lemma, word = governor.lemma_.lower(), preposition.lower_
    claimed = word == "of" and lemma in CLAIMS  # "arrested on suspicion of spying"
    if (
        preposition.head.lower_ in INSTEAD
        or preposition.doc[preposition.i - 1].lower_ in INSTEAD
        or word == "without"
        or (word == "from" and lemma in PREVENTING | ABSTAINING)
    ):
        standing.deny()
    elif word == "of" and lemma in CHARGING:
        attribute(governor, standing)
        standing.accused = True
        if lemma == "suspect":
            standing.weaken(Modality.POSSIBLE)
    elif lemma in PLANS and (word == "for" or (word in ("of", "on") and lemma not in WAYS)):
        standing.weaken(Modality.PLANNED)
    elif claimed or (word in ("about", "against") and lemma in ("talk", "warn", "think")):
        standing.weaken(Modality.POSSIBLE)
    elif word == "of" and lemma in THINKING:
        standing.weaken(Modality.POSSIBLE)
        if any(child.dep_ == "neg" for child in governor.children):  # "would not hear of selling"
            standing.deny()


def _is_awaited(verb: Token) -> bool:
    """Whether a clause waits for its act, in the present: "until they gain control", "once it has left"."""
    words = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    present = any(token.tag_ in ("VBZ", "VBP") for token in (verb, *auxiliaries(verb)))
    return present and bool(words & AWAITED)
