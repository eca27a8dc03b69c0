"""Who has a deal or holds talks that are only told of: "left under an accord brokered by Chad"."""

from collections.abc import Collection
from itertools import islice

from extract.actors.resolver import Mention
from extract.frames.triggers import outer
from extract.grammar.clauses import logical_objects, logical_subject
from extract.grammar.parse import Token
from extract.grammar.prepositions import WITH, objects_of, prepositions
from extract.grammar.verbs import REACH, is_verb, verb_above
from extract.referents.coreference import is_bond, meant_by
from extract.referents.discourse import Discourse
from extract.referents.ends import are_several
from extract.referents.phrases import Phrases

DEALS = frozenset(
    "deal agreement accord pact treaty contract truce ceasefire swap exchange settlement memorandum".split()
)
"""Nouns of what binds those who act under it."""

TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice"})
"""Those of them that only enemies have."""

EXCHANGING = frozenset("swap exchange trade bury collect stop halt cease suspend".split())
"""Verbs of what enemies do under a truce: "swapped captives under a truce"."""

TALKS = frozenset({"talk", "negotiation", "discussion", "meeting", "dialogue", "mediation"})
UPON = frozenset({"after", "following", "at", "in", "during"})
"""Nouns of talks, and the prepositions behind which those who act are those who talked."""

BINDING = frozenset(
    "sign agree reach conclude accept break violate breach respect observe implement honour honor reject "
    "ratify extend renew enter strike adhere".split()
)
"""Verbs by which those who do it, or are said to, are bound by a deal."""


class Deals:
    """Finds the parties of the deals and talks of one block."""

    def __init__(self, phrases: Phrases, discourse: Discourse) -> None:
        self._phrases = phrases
        self._discourse = discourse

    def of(self, deal: Token) -> tuple[Mention, ...]:
        """Who has a deal or holds talks that somebody mediates, if others than the mediator are told of."""
        return self.under(deal) or self._bound(deal) or self._negotiators(deal)

    def under(self, noun: Token) -> tuple[Mention, ...]:
        """Who acts under a deal that is told of: "Peru freed them under a pact signed with Chile"."""
        under = noun.dep_ == "pobj" and noun.head.lower_ in ("under", "in")
        told = any(child.dep_ == "acl" and child.tag_ == "VBN" for child in noun.children)
        if not under or noun.lemma_.lower() not in DEALS:
            return ()
        acting = self._acting(noun)
        verb = verb_above(noun)
        exchanging = verb is not None and verb.lemma_.lower() in EXCHANGING and noun.head.lower_ == "under"
        named = any(child.lower_ in ("with", "between") for child in noun.children)
        truce = noun.lemma_.lower() in TRUCES and exchanging and not named and are_several(acting)
        return acting if told or truce else ()

    def parties(self, truce: Token) -> tuple[Mention, ...]:
        """Who has a truce: both in "a truce between Israel and Hamas", "signed a truce. Israel broke it"."""
        if truce.lemma_.lower() not in TRUCES:
            return ()
        named = (o for p in prepositions(truce, WITH | {"between"}, depth=1) for o in objects_of(p))
        found = self._phrases.each(tuple(named)) or self.under(truce)
        return found or self.bond(truce, ())

    def bond(self, noun: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """The parties of a pact, if the noun is one without an owner."""
        return meant_by(noun, self._discourse, (), set(besides)) if is_bond(noun) else ()

    def _bound(self, deal: Token) -> tuple[Mention, ...]:
        """The several whom a deal binds that somebody mediated: "Chad and Mali signed a pact brokered by
        Niger", "Chad accused Mali of breaking the truce mediated by Niger".
        """
        if deal.lemma_.lower() not in DEALS:
            return ()
        verbs = [above for above in islice(deal.ancestors, REACH) if is_verb(above)]
        if not verbs or verbs[0].lemma_.lower() not in BINDING:
            return ()
        found: tuple[Mention, ...] = ()
        for verb in verbs[:2]:
            ends = [*logical_subject(verb).tokens, *logical_objects(verb)]
            ends += [o for p in prepositions(verb, WITH, depth=3) for o in objects_of(p)]
            named = self._phrases.each(t for t in ends if t.i != deal.i)
            found += tuple(m for m in named if m.actor.id not in {known.actor.id for known in found})
            if are_several(found):
                return found
        return ()

    def _negotiators(self, talks: Token) -> tuple[Mention, ...]:
        """The several who act upon talks that are told of: "agreed after days of talks brokered by Chad"."""
        noun = outer(talks)
        after = noun.dep_ == "pobj" and noun.head.lower_ in UPON
        if not after or talks.lemma_.lower() not in TALKS:
            return ()
        found = self._acting(noun)
        return found if are_several(found) else ()

    def _acting(self, noun: Token) -> tuple[Mention, ...]:
        """Who does what the clause tells that a noun stands in."""
        verb = verb_above(noun)
        subject = logical_subject(verb).tokens if verb is not None else ()
        return self._phrases.each(subject)
