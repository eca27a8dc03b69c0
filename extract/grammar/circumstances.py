"""Acts told by a circumstance of another: "at Ethiopia's request, Cuba sent troops" tells of a request.

Who asks, presses, helps or invites stands at the noun; whom he asks is the subject of the clause, and what he
asks for is what the clause tells, unless it is told despite him.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.verbs import is_verb

PROMPTS = {
    "request": "APPEAL",
    "appeal": "APPEAL",
    "plea": "APPEAL",
    "entreaty": "APPEAL",
    "invitation": "INVITE",
    "pressure": "DEMAND",
    "demand": "DEMAND",
    "insistence": "DEMAND",
    "urging": "DEMAND",
    "prodding": "DEMAND",
    "behest": "DEMAND",
    "prompting": "DEMAND",
    "bidding": "DEMAND",
    "order": "DEMAND",
    "ultimatum": "GIVE_ULTIMATUM",
    "objection": "OPPOSE",
    "opposition": "OPPOSE",
    "protest": "COMPLAIN",
    "criticism": "CONDEMN",
    "condemnation": "CONDEMN",
    "threat": "THREATEN",
    "warning": "WARN",
    "mediation": "MEDIATE",
    "auspices": "MEDIATE",
    "help": "SUPPORT",
    "support": "SUPPORT",
    "backing": "SUPPORT",
    "assistance": "SUPPORT",
    "auspice": "MEDIATE",
    "auspex": "MEDIATE",
}
"""Nouns by which somebody is moved to do something, with the relation that each tells."""

WANTING = frozenset({"APPEAL", "INVITE", "DEMAND"})
"""Relations by which somebody wants what the clause does."""

HELPING = frozenset({"under", "through", "with"})
"""Prepositions by which two are helped to agree: "under Saudi mediation"."""

MOVING = frozenset({"at", "on", "upon", "under"})
"""Prepositions by which it does so: "at the behest of", "under pressure from"."""

AGAINST = frozenset({"despite", "against", "notwithstanding"})
"""Prepositions by which it does something else."""

ANSWERS = frozenset({"response", "answer", "reply", "deference", "obedience", "compliance", "accordance"})
RESISTANCE = frozenset({"defiance", "spite", "disregard", "contravention"})
"""Nouns behind "in" that lead to what is answered or resisted: "in response to a request"."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A noun by which somebody moves the subject of a clause, who did (`obeyed`) what was wanted."""

    relation: str
    clause: Token
    obeyed: bool


def prompt_of(noun: Token) -> Prompt | None:
    """The prompt that a noun in a circumstance is: "under pressure from the IMF, Indonesia closed banks"."""
    relation = _told_by(noun)
    if relation is None or noun.dep_ != "pobj" or _names_its_own(noun, relation):
        return None
    if noun.lemma_.lower() == "demand" and noun.tag_ != "NNS":
        return None  # "in response to rising demand from India" is the market's
    preposition = noun.head
    word, above = preposition.lower_, preposition.head
    if relation == "SUPPORT":
        return _at(above, relation, obeyed=False) if word == "with" else None
    if relation == "MEDIATE":
        if word == "under":  # wherever it hangs: "held talks in Geneva under Swiss auspices"
            above = next((verb for verb in (above, *above.ancestors) if is_verb(verb)), above)
        return _at(above, relation, obeyed=False) if word in HELPING else None
    through = ANSWERS | RESISTANCE
    if above.lemma_.lower() in through and above.dep_ == "pobj" and above.head.lower_ == "in":
        return _at(above.head.head, relation, obeyed=above.lemma_.lower() in ANSWERS)
    if word in ("to", "by") and above.lemma_.lower() in ("respond", "accord") and above.dep_ == "advcl":
        return _at(above.head, relation, obeyed=True)
    if word in MOVING and relation in WANTING:
        return _at(above, relation, obeyed=True)
    if word == "under" and relation in ("THREATEN", "CONDEMN"):
        return _at(above, relation, obeyed=False)
    over = word == "over" and relation in ("OPPOSE", "COMPLAIN")  # "over the objections of Russia"
    return _at(above, relation, obeyed=False) if word in AGAINST or over else None


def nouns_behind(prompt: Token) -> tuple[Token, ...]:
    """Who stands behind the "of" or "by" of a prompt: "at the request of the minister"."""
    behind = prepositions(prompt, frozenset({"of", "by", "from"}), depth=1)
    return tuple(noun for preposition in behind for noun in objects_of(preposition))


def _told_by(noun: Token) -> str | None:
    """The relation that a noun tells; "calls" are wishes behind "despite" alone."""
    call = noun.lemma_.lower() == "call" and noun.dep_ == "pobj" and noun.head.lower_ in AGAINST
    return "APPEAL" if call else PROMPTS.get(noun.lemma_.lower())


def defied(verb: Token) -> Iterator[Token]:
    """The wishes that somebody does not bow to: "calls" in "refused to resign despite calls by students"."""
    for preposition in prepositions(verb, AGAINST, depth=2):
        for noun in objects_of(preposition):
            if _told_by(noun) in WANTING:
                yield noun


def _names_its_own(noun: Token, relation: str) -> bool:
    """Whether a prompt says itself whom it is to: "criticism of Russia by Poland" moves nobody else."""
    to = {"against", "to", "toward", "towards", "at", "on"}
    to |= {"of"} if relation in ("CONDEMN", "THREATEN", "WARN") else set()
    to |= {"for"} if relation == "SUPPORT" else set()
    return any(child.dep_ == "prep" and child.lower_ in to for child in noun.children)


def _at(clause: Token, relation: str, *, obeyed: bool) -> Prompt | None:
    return Prompt(relation, clause, obeyed) if is_verb(clause) and not _is_doubted(clause) else None


def _is_doubted(clause: Token) -> bool:
    """Whether a clause, or one above it, waits on "if" or "whether"."""
    verbs = (clause, *(above for above in clause.ancestors if is_verb(above)))
    return any(
        c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless") for v in verbs for c in v.children
    )
