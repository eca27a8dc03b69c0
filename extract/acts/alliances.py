"""Alliances told beside a name: "Syria, Iran's closest ally, condemned Chad" tells of an alliance as well."""

from extract.actors.resolver import Mention
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of
from extract.referents.referents import Referents
from graph.frames import Frame

FRIENDS = frozenset({"ally", "friend"})
"""Nouns of who is allied, beside his name."""

ALLIED = Frame(relation="ALLY", text="X's ally", nominal=True, heads=FRIENDS)
"""Of what such a noun tells, the frame that the codebook cannot write."""

UNREAL = frozenset(
    "former ex one-time onetime time erstwhile would-be lost late supposed alleged war potential "
    "possible".split()
)
LOSING = frozenset("abandon lose leave betray desert drop ditch forsake".split())
"""Words beside "ally", and verbs that have him for their object, by which he is none."""


def is_friend(noun: Token) -> bool:
    """Whether a noun tells of an alliance that is in force: not "its one-time ally"."""
    return noun.lemma_.lower() in FRIENDS and not _is_over(noun)


def friends(noun: Token, referents: Referents) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Who is named beside a noun like "ally", and whose friend he is: "Iran's ally Syria"."""
    named = [c for c in noun.children if c.dep_ == "appos" and c.left_edge.i == noun.i + 1]
    named += [noun.head] if noun.dep_ in ("appos", "compound", "nmod") else []
    named += [c for c in noun.head.children if c.i == noun.i + 1 and c.dep_ == noun.dep_ == "nsubj"]
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [o for p in noun.children if p.lower_ == "of" for o in objects_of(p)]
    if noun.dep_ in ("compound", "nmod"):
        owners += [c for c in noun.head.children if c.dep_ == "poss" and c.i < noun.i]
    who = tuple(m for m in referents.each(named, besides=(), owned=False) if m.person is None)
    of = tuple(m for m in referents.each(owners, besides=(), owned=False) if m not in who)
    return tuple(m for m in who if m.start not in {o.start for o in of}), of


def _is_over(ally: Token) -> bool:
    """Whether an alliance is no more, or not yet: "its one-time ally", "abandoned its ally"."""
    near = (ally, ally.head) if ally.dep_ in ("appos", "compound", "nmod") else (ally,)
    words = {token.lower_ for noun in near for child in noun.children for token in (child, *child.children)}
    lost = any(noun.dep_ == "dobj" and noun.head.lemma_.lower() in LOSING for noun in near)
    away = any(noun.dep_ == "pobj" and noun.head.lower_ == "from" for noun in near)
    return bool(words & UNREAL) or lost or away
