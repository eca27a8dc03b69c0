"""Who did it to whom: from the tokens that fill a frame's places to the actors at both ends of an act."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from extract.clauses import grammatical_subject, logical_subject, objects_of, prepositions
from extract.home import Home
from extract.mentions import Mention
from extract.referents import BY, OWNERS, WHERE, Referents, is_place
from extract.strangers import stranger
from extract.triggers import Match, noun_matches
from graph.frames import Slot
from graph.model import Kind, Plover
from graph.vocabulary import Relation, Vocabulary

PLACES = WHERE | {"on", "over", "against", "into"}
"""Prepositions by which a locative relation names whom it hits: "a siege in Sarajevo"."""

CIRCUMSTANCES = WHERE | frozenset(
    "after before over amid despite following during since until by because on under without".split()
)
"""Prepositions that tell when, where or why rather than to whom."""

BETWEEN = frozenset({"between", "among"})
NONE: frozenset[str] = frozenset()
OF_DEEDS = frozenset(
    {Plover.AGREE, Plover.SUPPORT, Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN}
)
"""Types whose words are as often about deeds as about actors: "rejected it" rejects a plan, and no city
is spoken to."""


class Arguments:
    """Finds the ends of acts in one block."""

    def __init__(self, referents: Referents, vocabulary: Vocabulary) -> None:
        self._referents = referents
        self._home = Home(referents)
        self._vocabulary = vocabulary

    def actors_of(self, token: Token, besides: Iterable[str] = ()) -> tuple[Mention, ...]:
        """Whom a noun phrase names or stands for."""
        return self._referents.actors_of(token, besides)

    def at_home(
        self, tokens: Iterable[Token], others: Sequence[Mention], *, domestic: bool, rising: bool
    ) -> tuple[Mention, ...]:
        """Roles without a country as those of the other end's."""
        return self._home.at_home(tokens, others, domestic=domestic, rising=rising)

    def strangers(self, tokens: Iterable[Token]) -> tuple[Mention, ...]:
        """The people and organisations that no file knows, for an end of an act that nobody else fills."""
        found = (stranger(token, self._referents.mentions) for token in tokens)
        return tuple(mention for mention in found if mention is not None)

    def speakers(self, tokens: Iterable[Token]) -> tuple[Mention, ...]:
        """Who says so; a role without a country is the setting's: "the police chief said"."""
        nouns = tuple(tokens)
        found = tuple(m for token in nouns for m in self.actors_of(token))
        return found or self._home.at_home(nouns, (), domestic=False, rising=False)

    def sources_of(self, match: Match, relation: Relation) -> tuple[Mention, ...]:
        """Who does a verb's act; a thing that acts stands for its owner: "Russian missiles hit"."""
        things = relation.plover is not Plover.CONSULT and not relation.reciprocal  # things do not meet
        acting = [
            t for t in match.sources if relation.plover is Plover.ASSAULT or not self._referents.is_deed(t)
        ]
        found = self._referents.each(match.sources, besides=(), owned=False)
        if not found and things:
            found = tuple(m for token in acting for m in self._referents.owned(token, (), deep=False))
        found = found or self._home.speakers_own(match)
        if not found and match.source_rule == "participle":
            found = self._referents.each(_behind(match.sources), besides=(), owned=False)
        return tuple(m for m in found if not is_place(m))

    def sources_of_noun(
        self, match: Match, targets: Sequence[Mention], carrier: Token | None
    ) -> tuple[tuple[Mention, ...], str]:
        """Whose deed an event noun is, and by which construction it says so.

        "Iran's attack", "the Iranian attack", "the attack by (from) Iran"; "talks between A and B"; else
        the subject of the verb that carries the noun: "A held talks".
        """
        noun = match.trigger
        taken = {m.start for m in targets}
        free = OWNERS - {word for place in match.frame.places for word in place.words}
        owners = [m for m in self._referents.mentions.owners(noun, prepositions=free) if m.start not in taken]
        if not owners:
            owners = [m for m in self._referents.doers(noun) if m.start not in taken]
        if not owners:
            owners = [m for m in self.owners_of_used(match) if m.start not in taken]
        if not owners:
            owners = [
                m
                for child in noun.children
                if child.dep_ == "poss" and child.pos_ == "PRON"
                for m in self._referents.own(child, noun)
                if m.start not in taken
            ]
        if owners:
            return tuple(owners), "noun.owner"
        if carrier is not None:
            subject = logical_subject(carrier)
            if not subject.tokens and noun in grammatical_subject(carrier).tokens:
                return (), "none"
            found = [
                m
                for m in self._referents.each(subject.tokens, besides=(), owned=False)
                if m.start not in taken
            ]
            return tuple(found), "noun.carried"
        return (), "none"

    def doers_of(self, noun: Token) -> tuple[Token, ...]:
        """The nouns behind an event noun's "by": "the flogging of students by policemen"."""
        return tuple(o for preposition in prepositions(noun, BY, depth=3) for o in objects_of(preposition))

    def owners_of_used(self, match: Match) -> tuple[Mention, ...]:
        """Whose deed a passive without agent speaks of: "US sanctions on Iran were lifted"."""
        nouns = [n for n in match.used if n.pos_ in ("NOUN", "PROPN") and n not in match.owned]
        free = OWNERS - {word for place in match.frame.places for word in place.words}
        return tuple(m for noun in nouns for m in self._referents.mentions.owners(noun, prepositions=free))

    def between(self, match: Match) -> tuple[Mention, ...]:
        """The parties of "talks between A and B", "the A-B summit", "A and B's pact"."""
        for noun in (match.trigger, *match.used):
            for preposition in prepositions(noun, BETWEEN):
                both = tuple(m for o in objects_of(preposition) for m in self._referents.actors_of(o))
                if _are_several(both):
                    return both
            modifiers = tuple(
                m for m in self._referents.mentions.owners(noun, prepositions=NONE) if m.head < noun.i
            )
            if _are_several(modifiers) and not match.targets:
                return modifiers
        return ()

    def names_somebody(self, noun: Token) -> bool:
        """Whether a noun is part of a name, as "Union" in "European Union"."""
        return self._referents.mentions.is_name(noun)

    def targets_of(self, match: Match, relation: Relation, besides: Sequence[str]) -> tuple[Mention, ...]:
        """To whom the act is done: what fills X, else its owner, else the place where it happens."""
        spoken = relation.plover in OF_DEEDS
        owned = relation.plover is not Plover.CONSULT and not relation.reciprocal
        found: tuple[Mention, ...] = ()
        if spoken and match.used and _is_genitive(match):  # "demanded Iran's withdrawal from Iraq" of Iran
            found = self._referents.mentions.owners(match.used[-1], prepositions=NONE)
        for group in (match.targets, *match.other_targets):
            tokens = [token for token in group if not (spoken and token.lower_ == "it")]
            found = found or self._referents.each(
                tokens, besides=besides, owned=owned, locative=relation.locative
            )
        for noun in match.owned:
            found += (
                self._referents.mentions.at(noun)
                or self._referents.owned_roles(noun)
                or (self._referents.placed(noun) if relation.locative else ())
            )
            found = found or self._referents.owned(noun, besides) or self._referents.bond(noun, besides)
        if not found and match.used and _is_genitive(match):
            found += self._referents.owned(match.used[-1], besides)
        if not found and not match.frame.has_target and match.frame.content is None:
            found += tuple(
                m
                for noun in match.used
                for m in self._referents.owned(noun, besides) or self._addressed(noun)
            )
        if not found and relation.locative and match.frame.content is None:
            found += self._referents.places(match.trigger, PLACES)
            if not found:
                abroad = (m for token in match.sources for m in self._referents.places(token))
                home = {m.actor.code for token in match.sources for m in self._referents.mentions.at(token)}
                found += tuple(m for m in abroad if m.actor.code not in home)
        return tuple(m for m in found if not (spoken and is_place(m)))

    def anybody_in(self, clause: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """The first actor that a clause acts on, for acts that the codebook does not know."""
        for noun in _objects_in(clause):
            found = self._referents.each([noun], besides=besides, owned=True)
            if found:
                return found
        return ()

    def _addressed(self, noun: Token) -> tuple[Mention, ...]:
        """Whom an event noun is about, for frames that only name the noun: "cancelled a meeting with X"."""
        for match in noun_matches(noun, self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())):
            found = self._referents.each(match.targets, besides=(), owned=False)
            if found:
                return found
        return ()


def _objects_in(clause: Token) -> Iterator[Token]:
    """The nouns that a clause's act is about, not those of its circumstances or inner clauses."""
    for child in clause.children:
        if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP":
            yield child
        elif child.dep_ in ("prep", "dative") and child.lower_ not in CIRCUMSTANCES:
            yield from objects_of(child)
        if child.dep_ in ("dobj", "xcomp", "prt"):
            yield from _objects_in(child)


def _behind(nouns: Sequence[Token]) -> tuple[Token, ...]:
    """Who is behind words that do something: in "Chad issued a note condemning Mali" the note's issuer."""
    verbs = [noun.head for noun in nouns if noun.dep_ == "dobj"]
    return tuple(token for verb in verbs for token in grammatical_subject(verb).tokens)


def _is_genitive(match: Match) -> bool:
    """Whether a frame's target is also the owner of its noun: "the offer of X" is "X's offer"."""
    return any(place.slot is Slot.TARGET and place.words & OWNERS for place in match.frame.places)


def acts_on_itself(source: Mention, target: Mention) -> bool:
    """Whether two ends are one: the same actor, or a state and the forces that a pronoun calls its own."""
    if source.actor.id == target.actor.id:
        return True
    same_country = source.actor.code is not None and source.actor.code == target.actor.code
    return (
        same_country and target.how == "coreference" and Kind.SECTOR in (source.actor.kind, target.actor.kind)
    )


def means_each_other(tokens: Iterable[Token]) -> bool:
    """Whether "each other" or "one another" stands among the tokens."""
    return any(
        token.lower_ in ("other", "another") and token.doc[max(0, token.i - 1)].lower_ in ("each", "one")
        for token in tokens
    )


def _are_several(mentions: Sequence[Mention]) -> bool:
    return len({mention.actor.id for mention in mentions}) > 1
