"""What is done by saying something of an act: who says that it must be done demands it, who calls it out of
the question refuses it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extract.clauses import grammatical_subject, is_passive, is_verb, own_subject
from extract.modality import SAYING
from graph.frames import Frame

DUTY = frozenset({"must", "should", "ought"})

NO_QUESTION = frozenset({"unthinkable", "inconceivable"})
"""Adjectives of what is not to be done."""

OPTION = frozenset({"option", "possibility", "question"})
CONSIDERED = frozenset({"agenda", "table"})
"""Nouns of what might be done, as predicates and behind "on"; denied they refuse it."""

DEMANDED = Frame(relation="DEMAND", text="say that X must ...", nominal=False, heads=SAYING)
REFUSED = Frame(relation="REFUSE", text="say that ... is out of the question", nominal=False, heads=SAYING)
"""Of what is done by saying something of an act, the frames that the codebook cannot write."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What `speaker` does by saying something of an act with `verb`; `bearer` is whose duty it makes it."""

    frame: Frame
    verb: Token
    speaker: Token
    act: Token
    bearer: Token | None = None


def sayings_of(verb: Token) -> Iterator[Saying]:
    """What is done by what is said with a verb: "X said Y must withdraw" is a demand."""
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING:
        return
    speaker = own_subject(verb.head) or next(iter(grammatical_subject(verb.head).tokens), None)
    if speaker is None:
        return
    bearer = own_subject(verb)
    if bearer is not None and _is_duty(verb):
        yield Saying(DEMANDED, verb.head, speaker, verb, bearer)
    act = _refused(verb)
    if act is not None:
        yield Saying(REFUSED, verb.head, speaker, act)


def _is_duty(verb: Token) -> bool:
    """Whether a verb's act is somebody's duty: "Y must withdraw"."""
    return not is_passive(verb) and any(c.dep_ == "aux" and c.lower_ in DUTY for c in verb.children)


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
