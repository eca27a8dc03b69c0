"""Whom the sentence makes the subject of a verb, its own or one taken over from a governing clause: Iran
withdraws in "France urged Iran to withdraw", France in "France decided to withdraw".
"""

from dataclasses import dataclass

from extract.grammar.nouns import RELATIVE_PRONOUNS, resolved_relative, subject_that_begins, with_conjuncts
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of
from extract.grammar.verbs import (
    REACH,
    compounded,
    is_infinitive,
    is_passive,
    is_verb,
    own_subject,
    verb_above,
)

OBJECT_CONTROL = frozenset(
    "lead prompt impel induce provoke pay drive hire compel cause spur bribe train "
    "accuse advise allow appeal ask assist authorize authorise beg blame bar call caution challenge "
    "command convince criticize criticise direct discourage dissuade enable encourage exhort expect "
    "force help implore instruct invite lobby oblige order permit persuade plead pledge press pressure "
    "prevent prohibit prompt push remind request require stop suspect tell urge warn condemn denounce "
    "charge ban badger cajole coax nag goad pester lean prevail beseech entreat summon nudge bully browbeat "
    "egg spur prod hector arm-twist dare incite let bring thank praise commend applaud laud forgive".split()
)
"""Verbs whose object does what their infinitive or gerund says: "France urged Iran to withdraw"."""

CALLING_IN = frozenset({"summon", "call", "invite"})

ABOUT_OTHERS = frozenset(
    "protest condemn denounce oppose criticize criticise welcome praise applaud fear reject dispute deplore "
    "slam regret hail support back endorse resist".split()
)
"""Verbs about what others decide or plan."""

SPEAKING_UP = ABOUT_OTHERS | frozenset(
    "complain object express convey voice demand tell inform register lodge deliver hand".split()
)
"""Verbs by which somebody is called in, and what the caller does then: "summoned the envoy to protest"."""

CHARGING = frozenset({"accuse", "suspect", "convict", "charge"})
"""Verbs behind whose "of" stands what the object has done: "accused Chad of arming rebels"."""

CHARGES = frozenset({"charge", "suspicion", "allegation", "accusation", "count", "claim"})
"""Nouns whose "of" tells what somebody is said to have done."""

ACTING = frozenset({"coalition", "alliance", "force", "army", "group", "movement"})
"""Nouns that do themselves what an infinitive behind them says: "the coalition to defeat ISIS"."""

NAMING = frozenset("call describe label brand term see view regard denounce condemn dismiss".split())
"""Verbs by which somebody says what the deed of another is."""

PASSING_ON = frozenset({"quote", "cite"})
"""Verbs by which somebody passes on what another says: "IRNA quoted the minister as saying that"."""

PLACED = frozenset({"elsewhere", "here", "there", "earlier", "later"})
"""Adverbs of where or when something is done, on which the parser hangs more of it."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """The tokens that do (or, in the passive, suffer) an act, and the construction that gave them."""

    tokens: tuple[Token, ...]
    rule: str


NOBODY = Subjects((), "none")


def grammatical_subject(verb: Token, reach: int = REACH) -> Subjects:
    """Who the sentence makes the subject of a verb, its own or taken over from a governing clause.

    "France, which condemned ..." gives France, "France decided to condemn" France, "France urged Iran to
    withdraw" Iran for `withdraw`.
    """
    if reach == 0:
        return NOBODY
    subject = own_subject(verb)
    if subject is not None:
        if subject.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl":
            return Subjects(with_conjuncts(verb.head), "relative")
        return Subjects(with_conjuncts(subject), "subject")
    head = verb.head
    if head.i == verb.i:
        return NOBODY
    if verb.dep_ == "conj":
        begins = subject_that_begins(verb)
        if begins is not None:
            return Subjects((begins,), "subject")
        return grammatical_subject(head, reach - 1)
    if compounded(verb) is not None:
        return Subjects(with_conjuncts(head), "participle")
    if verb.dep_ == "acl":
        if verb.tag_ in ("VBG", "VBN", "VBD"):  # a clause's own verb may be taken for a participle
            return Subjects(with_conjuncts(head), "participle")
        return _doer_behind(head, reach)
    if verb.dep_ == "pcomp":
        return _subject_of_gerund(verb, reach)
    if verb.dep_ == "relcl":
        return _subject_of_relative(verb, reach)
    return _subject_of_complement(verb, reach)


def _subject_of_complement(verb: Token, reach: int) -> Subjects:
    """Who does what a verb, noun or adjective has as its complement: "agreed to withdraw"."""
    head, dep = verb.head, verb.dep_
    if dep in ("xcomp", "ccomp", "advcl", "dep", "parataxis") and is_verb(head):
        return _controlled(verb, head) or _taken_over(head, reach)
    if dep in ("xcomp", "ccomp", "advcl") and head.pos_ in ("ADJ", "NOUN"):
        return _doer_behind(head, reach)
    if dep == "advcl" and head.lower_ == "far" and is_verb(head.head):  # "went so far as to expel"
        return grammatical_subject(head.head, reach - 1)
    if dep == "acomp" and is_verb(head):  # "felt bound to turn it down", "stands accused of"
        return grammatical_subject(head, reach - 1)
    return NOBODY


def _subject_of_gerund(verb: Token, reach: int) -> Subjects:
    """Who does what a gerund behind a preposition says: "accused Chad of arming", "on charges of spying"."""
    preposition = verb.head
    if preposition.dep_ == "conj" and preposition.head.lower_ == preposition.lower_:
        preposition = preposition.head  # "accused Chad of arming rebels and of paying them"
    word, governor = preposition.lower_, preposition.head
    if word == "as" and governor.lemma_.lower() in PASSING_ON and not is_passive(governor):
        return Subjects(tuple(child for child in governor.children if child.dep_ == "dobj"), "control")
    if is_verb(governor):
        controlled = _controlled(verb, governor) if word not in ("by", "after", "before") else None
        return controlled or grammatical_subject(governor, reach - 1)
    named = word == "for" and governor.pos_ == "PROPN"  # "forgave Laos for siding with China"
    if governor.dep_ == "dobj" and (named or accuser_of(governor, preposition) is not None):
        return Subjects(with_conjuncts(governor), "control")
    if governor.lemma_.lower() in CHARGES and word == "of":
        return _charged(governor)
    return _doer_behind(governor, reach)


def _subject_of_relative(verb: Token, reach: int) -> Subjects:
    """Who does what a clause without a subject tells of a noun: "the first to recognise Kosovo"."""
    head = verb.head
    if head.dep_ == "attr" and is_infinitive(verb):  # "was the first to recognise"
        return grammatical_subject(head.head, reach - 1)
    if head.dep_ == "pobj" and head.head.lower_ == "for" and is_infinitive(verb):
        return _doer_behind(head, reach)  # "did not hesitate for a moment to condemn"
    return Subjects(with_conjuncts(head), "relative")


def _taken_over(governor: Token, reach: int) -> Subjects:
    """The subject of a governing verb, which does what it governs as well: "decided to condemn"."""
    above = grammatical_subject(governor, reach - 1)
    return Subjects(above.tokens, "control" if above.tokens else "none")


def _controlled(verb: Token, governor: Token) -> Subjects | None:
    """The object that a governing verb makes do the act, if it is such a verb and has one.

    "Jailed a Dutchman for spying", "thanked Chad for helping": behind "for" any verb is.
    """
    behind_for = verb.dep_ == "pcomp" and verb.head.lower_ == "for"
    lemma, subject = governor.lemma_.lower(), own_subject(governor)
    taking = lemma == "take" and subject is not None and subject.lower_ == "it"  # "it took Chad a week to"
    if (not behind_for and not taking and lemma not in OBJECT_CONTROL) or (
        verb.dep_ == "advcl" and not is_infinitive(verb)
    ):
        return None
    suffers = is_passive(governor)
    if lemma in CALLING_IN and verb.lemma_.lower() in SPEAKING_UP:
        return None  # who summons an envoy to protest does so himself
    for child in governor.children:
        if child.i < verb.i and (child.dep_ in ("dobj", "dative") or (suffers and child.dep_ == "nsubjpass")):
            return Subjects(resolved_relative(child, governor), "control")
    for child in governor.children:
        if child.dep_ == "prep" and child.lower_ in ("on", "to", "with", "upon", "for") and child.i < verb.i:
            objects = tuple(objects_of(child))
            if objects:
                return Subjects(objects, "control")
    return None


def accuser_of(noun: Token, preposition: Token) -> Token | None:
    """The verb that accuses a noun of what is behind an "of" that the parser hangs on the noun: "accused the
    bloc of arming rebels".
    """
    accused = preposition.lower_ == "of" and noun.dep_ == "dobj" and noun.head.lemma_.lower() in CHARGING
    return noun.head if accused else None


def _charged(charge: Token) -> Subjects:
    """Who is said to have done what a charge names: "indicted five officers on charges of spying"."""
    verb = verb_above(charge)
    told = charge.dep_ == "pobj" and charge.head.lower_ in ("on", "over", "for", "amid")
    if not told or verb is None or verb.i > charge.i:
        return NOBODY
    if is_passive(verb):
        return grammatical_subject(verb)
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.i < charge.i]
    return Subjects(tuple(noun for child in objects for noun in with_conjuncts(child)), "control")


def _doer_behind(noun: Token, reach: int) -> Subjects:
    """Who does what an infinitive behind a noun says: "Iran's plan to ...", "made a threat to ..."."""
    if noun.lemma_.lower() in ACTING:
        return Subjects((noun,), "owner")
    for child in noun.children:
        if child.dep_ == "poss":
            return Subjects(with_conjuncts(child), "owner")
    governor = noun.head
    named = governor.head if governor.lower_ == "as" else governor
    if named.lemma_.lower() in NAMING and noun.dep_ in ("oprd", "pobj"):
        return NOBODY  # "what Chad calls an attempt to punish it": not Chad's
    if governor.lemma_.lower() in ABOUT_OTHERS and noun.dep_ == "dobj":
        return NOBODY  # "protested the decision to send troops": not the protesters'
    if governor.dep_ == "prep" and noun.dep_ == "pobj":  # "were in the habit of passing", "on the verge of"
        governor = governor.head
    if governor.lower_ in PLACED and governor.dep_ == "advmod":  # "elsewhere in the campaign to"
        governor = governor.head
    if governor.i != noun.i and is_verb(governor):
        return _taken_over(governor, reach)
    return NOBODY
