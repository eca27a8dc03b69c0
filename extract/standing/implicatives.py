"""Verbs around an act that leave it done: who "felt compelled to expel" an envoy, "saw fit to expel" him or
"went on arming" rebels did so.
"""

from extract.grammar.clauses import CAUSING
from extract.grammar.parse import Token
from extract.grammar.verbs import auxiliaries, is_infinitive, is_verb, verb_above
from extract.standing.negation import DENIALS
from extract.standing.standing import Standing
from graph.model import Modality

FEELING = frozenset("feel find see think consider believe hold deem".split())
DRIVEN = frozenset("oblige bind compel force constrain drive reduce impel move bring".split())
"""Verbs of what one feels oneself to be, and what is then done: "felt obliged to expel"."""

CHOICES = frozenset("choice option alternative recourse resort way course".split())
"""Nouns of what else one could do: "had no choice but to expel"."""

SHRINKING = frozenset("hesitate scruple shrink flinch baulk balk disdain recoil".split())
"""Verbs of who does not like to do something; who does not do that does it: "did not hesitate to expel"."""

UNABLE_NOT_TO = frozenset({"resist", "help", "avoid"})
"""Verbs of what is done because one could not do otherwise: "could not resist condemning"."""

GOING_ON = {
    "go": frozenset({"on"}),
    "keep": frozenset({"on"}),
    "carry": frozenset({"on"}),
    "press": frozenset({"on"}),
    "end": frozenset({"up"}),
    "wind": frozenset({"up"}),
    "proceed": frozenset(),
    "hasten": frozenset(),
    "manage": frozenset(),
    "contrive": frozenset(),
    "scramble": frozenset(),
    "rush": frozenset(),
}
"""Verbs, with the particle that makes them so, whose gerund or infinitive is done: "went on arming"."""

DEEMING = frozenset("think find see deem consider judge feel".split())
UNWISE = frozenset("impossible unwise wrong foolish pointless futile".split())
JUDGED = UNWISE | frozenset(
    "wise prudent necessary best fit proper right appropriate advisable politic expedient sensible good "
    "better worthwhile opportune hard difficult".split()
)
"""Verbs and adjectives of what somebody does as he thinks right, or cannot: "saw fit to expel"."""

DARING = frozenset(
    "courage nerve temerity audacity gall cheek effrontery trouble pains liberty step grace decency "
    "foresight".split()
)
"""Nouns whose infinitive is done by who has or takes them: "had the courage to condemn"."""

HAVING = frozenset("have take find show muster summon".split())
WANTING_IT = frozenset({"lack", "lose"})
"""Verbs of who has courage to do something, and of who has not: "lacked the courage to condemn"."""

LETTING = frozenset({"allow", "let", "permit", "enable"})
OPENING = frozenset("open reopen re-open unlock lift ease relax waive remove clear lower unblock".split())
"""Verbs of letting, and those by which it is done: "opened the border to let refugees in"."""


def unavoidable(act: Token) -> Token | None:
    """The verb of who cannot but do an act, or does not shrink from it: "had no choice but to expel the
    envoy", "did not hesitate to expel him".
    """
    choosing = _without_choice(act)
    if choosing is not None:
        return choosing
    shrinking = _shrinking(act)
    return shrinking if shrinking is not None and cannot_but(shrinking) else None


def undertaken(act: Token, standing: Standing) -> Token | None:
    """The verb of who feels driven to an act, goes on with it, thinks it wise or dares to do it."""
    if act.dep_ == "acomp" and is_verb(act.head) and is_driven(act):
        return act.head
    if act.dep_ in ("advcl", "pcomp") and (going := _going_on(act)) is not None:
        return going
    if not is_infinitive(act):
        return None
    deeming = _deemed(act, standing)
    return _dared(act, standing) if deeming is None else deeming


def _without_choice(act: Token) -> Token | None:
    """The verb of who can do nothing else, wherever the parser hangs what he does: "had no choice but to
    expel the envoy".
    """
    first = act.left_edge.i
    no_other = is_infinitive(act) and first > act.sent.start and act.doc[first - 1].lower_ == "but"
    no_other = no_other or (act.left_edge.lower_ == "but" and is_infinitive(act))
    choice = act.doc[max(first - 2, 0) : first + 1]
    return verb_above(act) if no_other and any(noun.lower_ in CHOICES for noun in choice) else None


def _shrinking(act: Token) -> Token | None:
    """The verb by which somebody resists an act or shrinks from it: "resist condemning", "shrink from
    condemning", "help but condemn", "hesitate for a moment to condemn".
    """
    head = act.head
    if act.dep_ in ("xcomp", "advcl"):
        return head
    if act.dep_ == "conj":
        return head if any(c.lower_ == "but" and c.dep_ == "cc" for c in head.children) else None
    # "from condemning", "a moment to condemn"
    if act.dep_ in ("pcomp", "acl", "relcl") and head.head.i != head.i:
        above = head.head
        return above if act.dep_ == "pcomp" or above.dep_ != "prep" else above.head
    return None


def cannot_but(verb: Token) -> bool:
    """Whether somebody does what he could not resist doing or does not shrink from: "could not resist
    condemning Chad", "did not hesitate to expel the envoy".
    """
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    lemma, children = verb.lemma_.lower(), list(verb.children)
    if lemma in SHRINKING:
        return bool(words & DENIALS)
    unable = bool(words & {"could", "can", "ca"}) and bool(words & {"not", "n't"})
    gerund = any(child.dep_ == "xcomp" and child.tag_ == "VBG" for child in children)
    but = any(child.dep_ == "cc" and child.lower_ == "but" for child in children)  # "could not help but"
    return unable and (gerund or but) and lemma in UNABLE_NOT_TO


def is_driven(participle: Token) -> bool:
    """Whether somebody feels or was driven to do what is then done: "felt compelled to expel", "was obliged
    to expel"; but who "is obliged to help" has only promised it.
    """
    lemma, head = participle.lemma_.lower(), participle.head
    if lemma not in DRIVEN and participle.lower_ not in ("obliged", "bound"):
        return False
    if not any(is_infinitive(c) or c.lower_ in ("to", "into") for c in participle.children):
        return False
    if head.lemma_.lower() in FEELING and participle.dep_ in ("acomp", "oprd", "ccomp", "xcomp", "advcl"):
        return True
    helping = auxiliaries(participle)
    if any(child.lemma_.lower() in FEELING for child in helping):
        return True
    past = any(child.tag_ in ("VBD", "VBN") for child in helping)
    bound = any(
        child.dep_ in ("agent", "prep") and child.lower_ in ("by", "under") for child in participle.children
    )
    return past and not bound and lemma == "oblige"


def _going_on(act: Token) -> Token | None:
    """The verb that only says that an act went on or came about: "went on arming", "proceeded to expel"."""
    verb = act.head if act.dep_ == "advcl" else act.head.head
    particles = GOING_ON.get(verb.lemma_.lower())
    if particles is None or not (act.tag_ == "VBG" or is_infinitive(act)):
        return None
    between = [token.lower_ for token in verb.doc[verb.i + 1 : act.left_edge.i]]
    if act.dep_ == "pcomp":
        return verb if act.tag_ == "VBG" and act.head.lower_ in particles else None
    return verb if set(between) <= particles and bool(between) >= bool(particles) else None


def _deemed(token: Token, standing: Standing) -> Token | None:
    """The verb of who does what he thinks wise, which leaves it done: "thought it wise to expel"; he does not
    do what he finds impossible.
    """
    head = token.head
    if head.lower_ in JUDGED and head.dep_ in ("ccomp", "oprd", "acomp", "xcomp"):
        judged, verb = head, head.head
    else:
        judged = next((c for c in head.children if c.lower_ in JUDGED and c.i < token.i), token)
        verb = head
    it = any(c.lower_ == "it" for parent in (verb, judged) for c in parent.children)
    fit = judged.lower_ == "fit" and verb.lemma_.lower() == "see"
    if judged is token or verb.lemma_.lower() not in DEEMING or not (it or fit):
        return None
    done = verb.tag_ in ("VBD", "VBN") or fit
    if not done:
        standing.weaken(Modality.POSSIBLE)  # who considers it wise has not done so
    if judged.lower_ in UNWISE:
        standing.deny()
    elif judged.lower_ in ("hard", "difficult"):
        standing.weaken(Modality.POSSIBLE)
    return verb


def _dared(act: Token, standing: Standing) -> Token | None:
    """The verb of who has or lacks the courage to do something: "had the nerve to condemn"."""
    noun, verb = act.head, act.head.head
    if act.dep_ != "acl" or noun.lemma_.lower() not in DARING or noun.dep_ != "dobj":
        return None
    taken = verb.lemma_.lower()
    if taken in WANTING_IT:
        standing.deny()
    return verb if taken in WANTING_IT | HAVING else None


def is_done_thereby(act: Token, *, spoken: bool) -> bool:
    """Whether doing something to do an act does it: "was forced to leave", "opened the border to let refugees
    in"; `spoken` marks acts of which that always holds: "rallied to protest".
    """
    verb, lemma = act.head, act.head.lemma_.lower()
    if act.dep_ != "advcl" or not is_verb(verb) or not is_infinitive(act):
        return False
    if spoken or lemma in CAUSING:
        return True
    letting = act.lemma_.lower() in LETTING and lemma in OPENING
    return letting and not any(child.dep_ in ("ccomp", "xcomp") for child in act.children)
