"""Who issues a document, and is meant by "we" and "the Government" in it: Algeria in a "Statement of the
Government of Algeria".
"""

from collections.abc import Iterator
from dataclasses import replace

from extract.actors.belonging import OF
from extract.actors.mentions import Mentions
from extract.actors.resolver import Mention
from extract.grammar.parse import Doc, Token
from extract.grammar.prepositions import objects_of
from extract.grammar.verbs import is_verb
from graph.model import Kind

DOCUMENTS = frozenset(
    "statement communique communiqué declaration note message address release remark resolution manifesto "
    "memorandum proclamation".split()
)
"""Nouns of documents that speak for whoever issues them."""

ISSUING = frozenset({"of", "by", "from", "between"})
"""Prepositions that lead from a document to who issues it."""

OF_STATES = frozenset("government ministry cabinet presidency republic authority embassy".split())
"""Nouns by which a state speaks of itself."""

OF_BODIES = frozenset(
    "summit conference meeting session group council assembly organisation organization forum alliance union "
    "community committee league bloc member participant head leader minister delegation".split()
)
"""Nouns by which a body speaks of itself: "the Heads of State", "Leaders"."""

OF_KIND = {Kind.COUNTRY: OF_STATES, Kind.ORGANISATION: OF_BODIES}

THEMSELVES = frozenset({"state", "government"})
"""Of what the heads are: "the Heads of State and Government"."""


def issuers_of(heading: Doc, mentions: Mentions) -> tuple[Mention, ...]:
    """Who issues the document of which a heading is the name; nobody where it is none.

    "Statement by the Foreign Minister of Japan on North Korea" is Japan's, a "Joint communiqué on the talks
    between Yugoslavia and Romania" both states'.
    """
    named = next(filter(names_document, heading[:6]), None)
    if named is None or any(is_verb(token) and token.dep_ == "ROOT" for token in heading):
        return ()
    joint = any(child.lower_ == "joint" for child in named.children)
    for preposition in heading:
        if preposition.lower_ not in ISSUING or preposition.i < named.i:
            continue
        found = [m for noun in objects_of(preposition) for m in _of(noun, mentions)]
        if found and (joint or preposition.head.i == named.i or preposition.i <= named.i + 1):
            return tuple(found) if joint else (found[0],)
    return ()


def _of(noun: Token, mentions: Mentions) -> Iterator[Mention]:
    """Whom an issuer's noun names: "the Ministry of Bangladesh", "the ECOWAS summit"."""
    yield from mentions.at(noun) or mentions.owners(noun, prepositions=OF)


def names_document(noun: Token) -> bool:
    """Whether a word is the name of a document: "communiqué"."""
    return noun.lemma_.lower() in DOCUMENTS


def is_issuer(noun: Token, issuers: tuple[Mention, ...]) -> bool:
    """Whether a noun with nothing that tells it apart means who issues the document: "the Summit decided"."""
    words = {noun.lemma_.lower(), noun.lower_.removesuffix("s")}  # spaCy leaves a name's plural: "Heads"
    if any(words.isdisjoint(OF_KIND.get(m.actor.kind, ())) for m in issuers):
        return False
    children = [child for child in noun.children if child.dep_ != "punct"]
    definite = any(child.lower_ in ("the", "this") for child in children) or noun.tag_ in ("NNS", "NNPS")
    return definite and all(
        child.dep_ in ("det", "relcl", "cc", "conj", "case")
        or (child.lower_ == "of" and all(o.lemma_.lower() in THEMSELVES for o in objects_of(child)))
        for child in children
    )


def as_issuer(noun: Token, issuers: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The issuers as the noun that stands for them."""
    return tuple(
        replace(
            m,
            start=noun.left_edge.i,
            end=noun.i + 1,
            head=noun.i,
            how="coreference",
            person=None,
            plural=noun.tag_ in ("NNS", "NNPS"),
            shared=len(issuers) > 1,
        )
        for m in issuers
    )
