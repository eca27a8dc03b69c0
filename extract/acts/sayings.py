"""What is done by saying something: who says that an act must be done demands it, who calls it out of the
question refuses it, and who says that somebody was to blame accuses him.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.frames.triggers import Match, fills_all, fits
from extract.grammar.clauses import agents, logical_objects, logical_subject
from extract.grammar.nouns import RELATIVE_PRONOUNS, with_conjuncts
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of
from extract.grammar.subjects import grammatical_subject
from extract.grammar.verbs import is_infinitive, is_passive, is_verb, own_subject
from extract.standing.attribution import SAYING, claimants
from extract.standing.modality import IRREALIS
from graph.frames import Frame, Place, Slot
from graph.vocabulary import Vocabulary

DUTY = frozenset({"must", "should", "ought"})
"""Auxiliaries of what somebody is to do: "Y must withdraw"."""

OWING = frozenset({"need", "have", "ought"})
OWED = frozenset({"oblige", "require"})
"""Verbs before an infinitive that say the same, the second in the passive: "Y needs to withdraw"."""

BEFALLING = frozenset(
    "know receive get win expect see suffer benefit enjoy feel become grow rank qualify realise realize "
    "understand remember beat defend finish recover improve earn rise fall exceed arrive".split()
)
"""Verbs of what somebody should or must do as the speaker reckons, not wishes: "should receive rain"."""

RECKONED = frozenset(
    "able aware unaware sure happy glad right wrong mad crazy tired desperate grateful thankful".split()
)
"""Adjectives of how somebody must or should be by the speaker's reckoning."""

CLEARLY_DUE = frozenset(
    "stop halt end cease quit abandon drop let allow respect honour honor comply change choose return "
    "apologise apologize disarm withdraw leave surrender explain admit accept cooperate negotiate".split()
)
"""Verbs of what somebody has to do by another's will, whatever they have behind them."""

ASSERTING = (
    SAYING | frozenset("proclaim tweet post hint thunder affirm cry shout vow swear rule".split())
) - (
    frozenset("hear know understand recall estimate assume fear quote cite call describe accuse show".split())
)
"""Verbs by which somebody says himself what follows, and does what is done by saying it."""

CLAIMS_MADE = frozenset(
    "claim charge allegation accusation assertion statement insistence contention declaration warning "
    "evidence proof belief view conviction opinion suspicion remark argument assurance".split()
)
VOICING = frozenset("have make repeat reiterate renew voice express hold issue produce present level".split())
"""Nouns behind whose "that" stands what somebody says, and verbs of who does so: "had evidence that"."""

COMING = frozenset({"will", "'ll", "shall", "wo", "would", "'d"})
"""Auxiliaries of what is to come, by whose mouth it be."""

OPEN = frozenset("may might could can ca must should ought".split())
"""Auxiliaries that leave open what is said."""

OWN = frozenset({"we", "i", "it", "he", "she", "they"})
"""Pronouns by which a speaker means himself: "we will make Chad pay"."""

NO_QUESTION = frozenset({"unthinkable", "inconceivable"})
"""Adjectives of what is not to be done."""

OPTION = frozenset({"option", "possibility", "question"})
CONSIDERED = frozenset({"agenda", "table"})
"""Nouns of what might be done, as predicates and behind "on"; denied they refuse it."""

DEMANDED = Frame(relation="DEMAND", text="say that X must ...", nominal=False, heads=SAYING)
REFUSED = Frame(relation="REFUSE", text="say that ... is out of the question", nominal=False, heads=SAYING)
"""Of what is done by saying something of an act, the frames that the codebook cannot write."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what a clause tells, and by which word: "said", "claim"; by the clause's own verb where only
    "according to" or a verb thrown in tells who. `about` is of whom he says it, "said of Chad", `hearers` to
    whom.
    """

    speakers: tuple[Token, ...]
    word: Token
    governs: bool = False
    about: tuple[Token, ...] = ()
    hearers: tuple[Token, ...] = ()

    def meant(self, nouns: tuple[Token, ...]) -> tuple[Token, ...]:
        """Whom the subject of what is said means: who is told so, by "you must leave"."""
        return self.hearers if [noun.lower_ for noun in nouns] == ["you"] else nouns


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody does by saying something of an act in his `voice`; `bearer` is whose duty it makes it,
    `loose` that the words might as well tell what others have to do anyway.
    """

    frame: Frame
    voice: Voice
    act: Token
    bearer: Token | None = None
    loose: bool = False


def voice_of(verb: Token) -> Voice | None:
    """Who says what a clause tells: "X said ...", "..., X said", "according to X", "X's claim that"."""
    clause = verb
    while clause.dep_ == "conj" and is_verb(clause.head) and clause.head.i < clause.i:
        clause = clause.head
    cleft = clause.head.head
    if clause.dep_ == "relcl" and clause.head.dep_ == "attr" and _is_it(own_subject(cleft)):
        clause = cleft  # "it was Iran that was behind the raid, Norway said"
    head = clause.head
    governed = clause.dep_ in ("ccomp", "parataxis", "csubj", "csubjpass") and clause.i != head.i
    if governed and _asserts(head) and (clause.dep_[:5] != "csubj" or is_passive(head)):
        speakers = agents(head) if is_passive(head) else grammatical_subject(head).tokens
        about = tuple(
            n for p in head.children if p.lower_ == "of" and p.dep_ == "prep" for n in objects_of(p)
        )
        told = (c for c in head.children if c.dep_ in ("dobj", "dative") and c.pos_ in ("NOUN", "PROPN"))
        hearers = tuple(noun for c in told for noun in with_conjuncts(c))
        return Voice(speakers, head, governs=True, about=about, hearers=hearers) if speakers else None
    if clause.dep_ in ("acl", "ccomp") and head.lemma_.lower() in CLAIMS_MADE and not is_infinitive(clause):
        return _claimed_by(head)
    for said in clause.children:  # "Eritrea, Kenya said, was to blame"
        subject = own_subject(said) if said.dep_ == "parataxis" and _asserts(said) else None
        if subject is not None:
            return Voice(with_conjuncts(subject), clause)
    for according in clause.children:
        if according.lower_ == "according":
            to = (n for p in according.children if p.lower_ == "to" for n in objects_of(p))
            speakers = (*to, *(c for c in according.children if c.dep_ == "pobj"))
            return Voice(speakers, clause) if speakers else None
    return None


def _is_it(subject: Token | None) -> bool:
    return subject is not None and subject.lower_ == "it"


def _asserts(verb: Token) -> bool:
    """Whether somebody says something with a verb, and does not deny that it is so."""
    return verb.lemma_.lower() in ASSERTING and is_verb(verb)


def _claimed_by(claim: Token) -> Voice | None:
    """Whose claim it is: "Kenya's claim that", "the Kenyan charge that", "Kenya had evidence that"."""
    if any(child.lower_ in ("no", "any") for child in claim.children):
        return None
    owners = claimants(claim)
    verb = claim.head
    if not owners and claim.dep_ == "dobj" and verb.lemma_.lower() in VOICING and is_verb(verb):
        owners = logical_subject(verb).tokens
    return Voice(owners, claim) if owners else None


def said_matches(verb: Token, vocabulary: Vocabulary) -> Iterator[Match]:
    """The sayings of the codebook that a clause fits, those that ask for most first: "X was to blame"."""
    passive = is_passive(verb)
    frames, lemma = vocabulary.saying_frames, verb.lemma_.lower()
    lemma = lemma if lemma in frames else vocabulary.verb_of_form.get(verb.lower_, lemma)
    known = frames.get("be" if passive else lemma, ())
    there = next((c for c in verb.children if c.dep_ == "expl"), None)
    subject = own_subject(verb) or there if known else None
    if subject is None:
        return
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "mark")}
    denied = any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
    denied = denied or any(c.lower_ == "no" for c in subject.children)
    if words & (OPEN | IRREALIS) or (passive and agents(verb)):
        return  # "would be punished by voters"
    complements = (verb, *_complements(verb)) if passive else _complements(verb)
    heads = (verb, *(c for c in complements if c.dep_ == "xcomp"))  # "was to blame for the raid"
    for frame in known:
        said = frame.said
        if said is None or said.denied is not denied or said.coming is not bool(words & COMING):
            continue
        for head in heads:
            match = _begun(frame, said.subject, verb, subject)
            if match is not None and fills_all(match, head, complements):
                yield match
                break


def _begun(frame: Frame, wanted: Place, verb: Token, subject: Token) -> Match | None:
    """A saying with its subject, if that is what the frame wants."""
    match = Match(frame, verb)
    if wanted.slot is Slot.TARGET:
        match.targets += _named_by(subject, verb)
    elif wanted.slot is Slot.SOURCE:
        return match if subject.lower_ in OWN else None
    elif fits(subject, wanted.nouns) is None:
        return None
    else:
        match.used.append(subject)
        match.owned += [subject] if wanted.slot is Slot.OWNER else []
    return match


def _named_by(subject: Token, verb: Token) -> tuple[Token, ...]:
    """Whom the subject of a saying names: Sudan in "Sudan, which Chad said was behind the raid"."""
    relative = next((v for v in (verb, verb.head) if v.dep_ == "relcl"), None)
    if subject.lower_ in RELATIVE_PRONOUNS and relative is not None:
        return with_conjuncts(relative.head)
    return with_conjuncts(subject)


def _complements(verb: Token) -> tuple[Token, ...]:
    """What may complete a saying: objects and predicates, adverbs and infinitives: "was to blame"."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VB"]  # "make them pay"
    whom = [inner for c in clauses for inner in c.children if inner.dep_ == "nsubj"]
    further = [c for c in verb.children if c.dep_ in ("advmod", "xcomp") and c.i > verb.i]
    return (*dict.fromkeys((*logical_objects(verb), *whom, *clauses, *further)),)


def sayings_of(verb: Token) -> Iterator[Saying]:
    """What is done by what is said of an act: "X said Y must withdraw" is a demand."""
    voice = voice_of(verb)
    if voice is None:
        return
    bearer = own_subject(verb)
    due = _due(verb)
    if bearer is not None and due is not None:
        yield Saying(
            DEMANDED, voice, due, bearer, loose=due is not verb and due.lemma_.lower() not in CLEARLY_DUE
        )
    act = _refused(verb)
    if act is not None:
        yield Saying(REFUSED, voice, act)


def _due(verb: Token) -> Token | None:
    """The act that a clause makes somebody's duty: "Y must withdraw", "Y needed to withdraw"."""
    aux = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    act = verb if aux & DUTY else None
    below = next(
        (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and is_infinitive(c)), None
    )
    owed = verb.lemma_.lower() in OWED and is_passive(verb) and not agents(verb)
    owing = verb.lemma_.lower() in OWING and not any(c.dep_ == "dobj" for c in verb.children)
    if act is None and below is not None and (owed or owing) and not aux & OPEN:
        denied = any(c.dep_ == "neg" or c.lower_ == "only" for c in verb.children)
        act = None if denied else below
    if act is None or is_passive(act) or act.lemma_.lower() in BEFALLING:
        return None
    perfect = any(c.dep_ == "aux" and c.lower_ in ("have", "be") for c in act.children)
    reckoned = any(c.dep_ == "acomp" and c.lower_ in RECKONED for c in act.children)
    return None if perfect or reckoned else act


def _refused(verb: Token) -> Token | None:
    """The act that is said to be out of the question: "lifting the ban is not an option, X said"."""
    if verb.lemma_.lower() != "be" or not _is_out_of_question(verb):
        return None
    subject = own_subject(verb)
    if subject is not None and subject.lower_ == "it":  # "it is out of the question to lift the ban"
        return next((t for t in verb.subtree if t.i > verb.i and t.tag_ == "VB" and is_verb(t)), None)
    return subject


def _is_out_of_question(verb: Token) -> bool:
    denied = any(c.dep_ == "neg" for c in verb.children)
    for child in verb.children:
        lemma = child.lemma_.lower()
        if child.dep_ == "acomp" and lemma in NO_QUESTION:
            return not denied
        if child.dep_ == "attr" and lemma in OPTION and not any(c.lower_ == "for" for c in child.children):
            return denied or any(c.lower_ == "no" for c in child.children)
        if child.dep_ == "prep" and child.lower_ == "on" and denied:
            nouns = [c for c in child.children if c.lemma_.lower() in CONSIDERED]
            return any(not any(c.lower_ == "of" for c in noun.children) for noun in nouns)
        if child.dep_ == "prep" and child.lower_ == "out":
            words = [token.lower_ for token in child.subtree]
            return words[:4] == ["out", "of", "the", "question"] and not denied
    return False
