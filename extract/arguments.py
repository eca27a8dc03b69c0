"""Who did it to whom: from the tokens that fill a frame's places to actors.

A place may name an actor ("condemned Syria"), stand for one ("condemned it", "condemned the pact"), or
name a thing or deed of one ("condemned Russia's invasion", "bombed Syrian positions"): then its owner or
doer is meant, and a deed without a doer means nobody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from extract.clauses import (
    grammatical_subject,
    is_passive,
    logical_objects,
    logical_subject,
    objects_of,
    prepositions,
)
from extract.coreference import Discourse, meant_by
from extract.mentions import MODIFIERS, Mention, Mentions
from extract.modality import SAYING
from extract.triggers import Match, noun_matches
from graph.frames import Slot
from graph.gazetteer import How, Sort
from graph.model import Kind, Plover
from graph.vocabulary import Relation, Vocabulary

DOERS = frozenset({"by", "from"})
"""Prepositions that lead to whose deed an event noun is: "the attack by rebels"."""

OWNERS = frozenset({"of", "by", "from"})
PLACES = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "inside",
        "across",
        "around",
        "outside",
        "over",
        "against",
        "into",
        "throughout",
        "within",
        "along",
    }
)
"""Prepositions by which a locative relation names whom it hits: "a siege in Sarajevo"."""

OF_DEEDS = frozenset(
    {Plover.AGREE, Plover.SUPPORT, Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN}
)
"""Types whose words are as often about deeds as about actors: "rejected it" rejects a plan, and no city
is spoken to."""

BY = frozenset({"by"})
MAKING = frozenset(
    "propose draft write make issue sign own operate build submit table present launch".split()
)
"""Verbs whose agent is the owner of what they make: "a plan proposed by France"."""

NONE: frozenset[str] = frozenset()
INTERNAL = frozenset({"REB", "SEP", "OPP", "COP", "LAB", "UAF", "RAD"})
"""Sectors whose opposite numbers are most often at home."""

BORDERS = frozenset({"border", "frontier", "boundary", "borderline"})
"""Nouns that belong to whoever is behind their "with": "the border with Lebanon"."""

RISING = frozenset({"REB", "SEP", "OPP"})
"""Sectors that act against their own state."""

WHERE = frozenset(
    {"in", "at", "near", "inside", "across", "around", "outside", "throughout", "within", "along"}
)


class Arguments:
    """Finds the ends of events in one block, with the discourse up to it."""

    def __init__(self, mentions: Mentions, discourse: Discourse, vocabulary: Vocabulary) -> None:
        self._mentions = mentions
        self._discourse = discourse
        self._vocabulary = vocabulary

    def actors_of(self, token: Token, besides: Iterable[str] = ()) -> tuple[Mention, ...]:
        """Whom a noun phrase names or stands for."""
        named = self._mentions.at(token)
        if named:
            return named
        before = [m for other in token.sent if other.i < token.i for m in self._mentions.at(other)]
        before = [m for m in before if m.end <= token.i and _is_reachable(token.doc[m.head])]
        return meant_by(token, self._discourse, before, set(besides))

    def sources_of(self, match: Match, relation: Relation) -> tuple[Mention, ...]:
        """Who does a verb's act; a thing that acts stands for its owner: "Russian missiles hit"."""
        things = relation.plover is not Plover.CONSULT and not relation.reciprocal  # things do not meet
        acting = [t for t in match.sources if relation.plover is Plover.ASSAULT or not self._is_deed(t)]
        found = self._each(match.sources, besides=(), owned=False)
        if not found and things:
            found = tuple(m for token in acting for m in self._owned(token, (), deep=False))
        found = found or self._speakers_own(match)
        if not found and match.source_rule == "participle":
            found = self._each(_behind(match.sources), besides=(), owned=False)
        return tuple(m for m in found if not is_place(m))

    def _own(self, pronoun: Token, noun: Token) -> tuple[Mention, ...]:
        """Whose "its" is: the subject's of the clause it stands in, else whoever was spoken of last."""
        verb = noun
        while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
            verb = verb.head
        subject = grammatical_subject(verb).tokens if noun.dep_ not in ("nsubj", "nsubjpass") else ()
        if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "over"):
            subject = logical_objects(verb) or subject  # "slammed Iran for its attack"
        found = self._each(subject, besides=(), owned=False)
        if not found:
            return self.actors_of(pronoun)
        return tuple(
            replace(
                m,
                start=pronoun.i,
                end=pronoun.i + 1,
                head=pronoun.i,
                how="coreference",
                shared=len(found) > 1,
            )
            for m in found
        )

    def owners_of_used(self, match: Match) -> tuple[Mention, ...]:
        """Whose deed a passive without agent speaks of: "US sanctions on Iran were lifted"."""
        nouns = [n for n in match.used if n.pos_ in ("NOUN", "PROPN") and n not in match.owned]
        free = OWNERS - {word for place in match.frame.places for word in place.words}
        return tuple(m for noun in nouns for m in self._mentions.owners(noun, prepositions=free))

    def _speakers_own(self, match: Match) -> tuple[Mention, ...]:
        """A government's role in what a state says is its own: "Mali said the president had left"."""
        verb = match.trigger
        if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING:
            return ()
        speakers = self._each(grammatical_subject(verb.head).tokens, besides=(), owned=False)
        states = [m.actor for m in speakers if m.actor.kind is Kind.COUNTRY]
        roles = [(token, self._mentions.bare_role(token)) for token in match.sources]
        return tuple(
            self._mentions.in_country(token, role, state)
            for token, role in roles
            for state in states[:1]
            if role is not None and role.sector in ("GOV", "MIL")
        )

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
        owners = [m for m in self._mentions.owners(noun, prepositions=free) if m.start not in taken]
        if not owners:
            owners = [m for m in self._doers(noun) if m.start not in taken]
        if not owners:
            owners = [m for m in self.owners_of_used(match) if m.start not in taken]
        if not owners:
            owners = [
                m
                for child in noun.children
                if child.dep_ == "poss" and child.pos_ == "PRON"
                for m in self._own(child, noun)
                if m.start not in taken
            ]
        if owners:
            return tuple(owners), "noun.owner"
        if carrier is not None:
            subject = logical_subject(carrier)
            if not subject.tokens and noun in grammatical_subject(carrier).tokens:
                return (), "none"
            found = [m for m in self._each(subject.tokens, besides=(), owned=False) if m.start not in taken]
            return tuple(found), "noun.carried"
        return (), "none"

    def _doers(self, noun: Token) -> tuple[Mention, ...]:
        """Who stands behind an event noun's "by", wherever the parser hangs it."""
        heads = [noun]
        if noun.dep_ in ("dobj", "pobj") and noun.head.pos_ == "VERB" and not is_passive(noun.head):
            heads.append(noun.head)
        by = tuple(o for head in heads for p in prepositions(head, BY, depth=3) for o in objects_of(p))
        return self._each(by, besides=(), owned=False)

    def between(self, match: Match) -> tuple[Mention, ...]:
        """The parties of "talks between A and B", "the A-B summit", "A and B's pact"."""
        for noun in (match.trigger, *match.used):
            for preposition in prepositions(noun, frozenset({"between", "among"})):
                both = tuple(m for o in objects_of(preposition) for m in self.actors_of(o))
                if _are_several(both):
                    return both
            modifiers = tuple(m for m in self._mentions.owners(noun, prepositions=NONE) if m.head < noun.i)
            if _are_several(modifiers) and not match.targets:
                return modifiers
        return ()

    def names_somebody(self, noun: Token) -> bool:
        """Whether a noun is part of a name, as "Union" in "European Union"."""
        return self._mentions.is_name(noun)

    def targets_of(self, match: Match, relation: Relation, besides: Sequence[str]) -> tuple[Mention, ...]:
        """To whom the act is done: what fills X, else its owner, else the place where it happens."""
        spoken = relation.plover in OF_DEEDS
        owned = relation.plover is not Plover.CONSULT and not relation.reciprocal
        found: tuple[Mention, ...] = ()
        if spoken and match.used and _is_genitive(match):  # "demanded Iran's withdrawal from Iraq" of Iran
            found = self._mentions.owners(match.used[-1], prepositions=NONE)
        for group in (match.targets, *match.other_targets):
            tokens = [token for token in group if not (spoken and token.lower_ == "it")]
            found = found or self._each(tokens, besides=besides, owned=owned, locative=relation.locative)
        for noun in match.owned:
            found += self._mentions.at(noun) or (self._placed(noun) if relation.locative else ())
            found = found or self._owned(noun, besides) or self._bond(noun, besides)
        if not found and match.used and _is_genitive(match):
            found += self._owned(match.used[-1], besides)
        if not found and not match.frame.has_target and match.frame.content is None:
            found += tuple(
                m for noun in match.used for m in self._owned(noun, besides) or self._addressed(noun)
            )
        if not found and relation.locative and match.frame.content is None:
            found += self._places(match.trigger, PLACES)
            if not found:
                abroad = (m for token in match.sources for m in self._places(token))
                home = {m.actor.code for token in match.sources for m in self._mentions.at(token)}
                found += tuple(m for m in abroad if m.actor.code not in home)
        return tuple(m for m in found if not (spoken and is_place(m)))

    def at_home(
        self, tokens: Iterable[Token], others: Sequence[Mention], *, domestic: bool, rising: bool
    ) -> tuple[Mention, ...]:
        """Roles without a country as those of the other end's: "Colombian rebels surrendered to the army".

        Only where the act is domestic by nature, or the other end is part of a state and not its army
        abroad, or the roles are rebels of the only country that the sentence names.
        """
        found: list[Mention] = []
        for token in (part for noun in tokens for part in (noun, *_owner_tokens(noun))):
            role = self._mentions.bare_role(token)
            for other in others if role else ():
                countries = self._mentions.countries_in(token.sent)
                country = countries.get(other.actor.code or "")
                if role is None or country is None or other.actor.kind not in (Kind.COUNTRY, Kind.SECTOR):
                    continue
                alone = len(countries) == 1
                own_rebels = rising and role.sector in RISING and alone
                internal = other.actor.kind is Kind.SECTOR and other.actor.sector in INTERNAL
                if (domestic and alone) or own_rebels or internal:
                    found.append(self._mentions.in_country(token, role, country))
        return tuple(dict.fromkeys(found))

    def anybody_in(self, clause: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """The first actor that a clause acts on, for acts that the codebook does not know."""
        for child in clause.subtree:
            if child.i <= clause.i or child.dep_ not in ("dobj", "pobj", "dative"):
                continue
            if child.dep_ == "pobj" and child.head.lower_ in WHERE:
                continue
            found = self._each([child], besides=besides, owned=True)
            if found:
                return found
        return ()

    def _each(
        self, tokens: Iterable[Token], *, besides: Sequence[str], owned: bool, locative: bool = False
    ) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for token in tokens:
            actors = self.actors_of(token, besides)
            if not actors and owned:
                actors = self._owned(token, besides)
            if not actors and locative:
                actors = (
                    self._placed(token)
                    or self._places(token)
                    or self._mentions.owners(token, prepositions=frozenset({"for"}))
                )
            found += actors
        return tuple(dict.fromkeys(found))

    def _is_deed(self, noun: Token) -> bool:
        """Whether a noun names an act: "aggression" does not drive anybody anywhere, whoever's it is."""
        return noun.lemma_.lower() in self._vocabulary.noun_frames

    def _owned(self, noun: Token, besides: Sequence[str], *, deep: bool = True) -> tuple[Mention, ...]:
        """Whose thing or deed a noun is; `deep` looks behind a second "of"."""
        deed = self._is_deed(noun)
        leading = DOERS if deed and self._of_is_target(noun) else OWNERS
        if noun.lemma_.lower() in BORDERS:
            leading = OWNERS | {"with", "to"}
        owners = self._mentions.owners(noun, prepositions=leading) or (self._doers(noun) if deed else ())
        if owners:
            return tuple(m for m in owners if m.how != How.PLACE.value or not deed)
        if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.children):
            return ()  # "defended its plan": its own, the subject's
        for child in noun.children:
            if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in MAKING:
                for preposition in child.children:
                    if preposition.dep_ == "agent":
                        return self._each(tuple(objects_of(preposition)), besides=besides, owned=False)
        return self._through_of(noun, besides) if deep else ()

    def _addressed(self, noun: Token) -> tuple[Mention, ...]:
        """Whom an event noun is about, for frames that only name the noun: "cancelled a meeting with X"."""
        for match in noun_matches(noun, self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())):
            found = self._each(match.targets, besides=(), owned=False)
            if found:
                return found
        return ()

    def _through_of(self, noun: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """The owner behind a second noun: "the killing of the policy of France" leads through "of"."""
        if noun.lemma_.lower() in self._vocabulary.noun_frames:
            return ()
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in objects_of(child):
                    found = self._owned(inner, besides) if inner.i > noun.i else ()
                    if found:
                        return found
        return ()

    def _of_is_target(self, noun: Token) -> bool:
        """Whether "of" behind an event noun names whom it hits ("the invasion of Kuwait")."""
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        return any(
            "of" in place.words and place.slot is Slot.TARGET for frame in frames for place in frame.places
        )

    def _bond(self, noun: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        return meant_by(noun, self._discourse, (), set(besides))

    def _placed(self, token: Token) -> tuple[Mention, ...]:
        """A role as the one of the place where it happens: "beat demonstrators in Rabat"."""
        role = self._mentions.bare_role(token)
        if role is None:
            return ()
        verb = _verb_of(token)
        places = self._places(token) or (self._places(verb) if verb is not None else ())
        countries = self._mentions.countries_in(self._mentions.doc[m.head] for m in places)
        return tuple(self._mentions.in_country(token, role, country) for country in countries.values())

    def _places(self, token: Token, words: frozenset[str] = WHERE) -> tuple[Mention, ...]:
        """The actors in whose place something happens."""
        found: list[Mention] = []
        for preposition in prepositions(token, words, depth=3):
            for noun in objects_of(preposition):
                found += [m for m in self._mentions.at(noun) if m.person is None]
                if not found:
                    found += self._mentions.owners(noun)
            if found:
                break
        return tuple(found)


def _behind(nouns: Sequence[Token]) -> tuple[Token, ...]:
    """Who is behind words that do something: in "Chad issued a note condemning Mali" the note's issuer."""
    verbs = [noun.head for noun in nouns if noun.dep_ == "dobj"]
    return tuple(token for verb in verbs for token in grammatical_subject(verb).tokens)


def _is_genitive(match: Match) -> bool:
    """Whether a frame's target is also the owner of its noun: "the offer of X" is "X's offer"."""
    return any(place.slot is Slot.TARGET and place.words & OWNERS for place in match.frame.places)


def _is_reachable(head: Token) -> bool:
    """Whether a pronoun may take a mention up: not a modifier as in "Russian oil"."""
    return head.dep_ not in MODIFIERS or head.dep_ == "poss"


def acts_on_itself(source: Mention, target: Mention) -> bool:
    """Whether two ends are one: the same actor, or a state and the forces that a pronoun calls its own."""
    if source.actor.id == target.actor.id:
        return True
    same_country = source.actor.code is not None and source.actor.code == target.actor.code
    return (
        same_country and target.how == "coreference" and Kind.SECTOR in (source.actor.kind, target.actor.kind)
    )


def _verb_of(noun: Token) -> Token | None:
    """The verb whose object or prepositional object a noun is."""
    head = noun.head.head if noun.dep_ == "pobj" else noun.head
    return head if head.pos_ in ("VERB", "AUX") else None


def _owner_tokens(noun: Token) -> tuple[Token, ...]:
    """Whose thing a noun is, whoever that may be: "president" in "the president's decision"."""
    of = (o for child in noun.children if child.lower_ in OWNERS for o in objects_of(child))
    return (*(child for child in noun.children if child.dep_ in ("poss", "compound")), *of)


def means_each_other(tokens: Iterable[Token]) -> bool:
    """Whether "each other" or "one another" stands among the tokens."""
    return any(
        token.lower_ in ("other", "another") and token.doc[max(0, token.i - 1)].lower_ in ("each", "one")
        for token in tokens
    )


def _are_several(mentions: Sequence[Mention]) -> bool:
    return len({mention.actor.id for mention in mentions}) > 1


def is_place(mention: Mention) -> bool:
    """Whether a mention is a place rather than somebody: a city that is no seat of government."""
    return mention.how == How.PLACE.value and mention.role is not Sort.BODY
