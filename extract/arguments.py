"""Who did it to whom: from the tokens that fill a frame's places to the actors at both ends of an act."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.tokens import Token

from extract.actors import Mention
from extract.belonging import is_opposed
from extract.carriers import ENGAGING
from extract.clauses import (
    MODIFIERS,
    REACH,
    SUBJECTS,
    grammatical_subject,
    is_passive,
    is_verb,
    logical_objects,
    logical_subject,
    objects_of,
    own_subject,
    prepositions,
)
from extract.ends import NO_CIVILIANS, are_several, is_people
from extract.home import Home
from extract.mentions import TRANSPARENT
from extract.referents import BY, DOERS, OWNERS, WHERE, Referents, is_place
from extract.strangers import stranger
from extract.triggers import Match, fits, measured, noun_matches
from graph.frames import Slot
from graph.gazetteer import How, Sort
from graph.model import Kind, Plover
from graph.vocabulary import Relation, Vocabulary

HITTING_AT = WHERE | {"on", "over", "against", "into"}
"""Prepositions by which a locative relation names whom it hits: "a siege in Sarajevo"."""

CIRCUMSTANCES = WHERE | frozenset(
    "after before over amid despite following during since until by because on under without".split()
)
"""Prepositions that tell when, where or why rather than to whom."""

FIGHTS = frozenset("fight war struggle battle campaign effort drive".split())
HELPED = frozenset({"for", "to", "with"})
"""What somebody is helped in, and the prepositions that lead to him: "support for Iraq in the fight"."""

PRIVATE = frozenset({"CVL", "HLH", "EDU", "ELI"})
"""Sectors of people whose orders and requests are no politics: "on the orders of a French doctor"."""

TELLING = frozenset("after following during before amid".split())
"""Prepositions by which one act is told by another: "after talks with Chad"."""


ACTING_THINGS = (
    "acting",
    "troops",
    "arms",
    "bombs",
    "warships",
    "fighters",
    "peacekeepers",
    "diplomats",
    "leaders",
)

SPEAKING_THINGS = ("saying",)
"""Classes of what acts, and of what speaks, for whoever owns it."""


THWARTING = frozenset(
    "veto block reject oppose defeat quash kill thwart torpedo shelve delay criticise".split()
)
"""Verbs whose subject is not behind the words it acts on: "vetoed a resolution condemning Israel"."""

PERMITTING = frozenset({"let", "allow", "permit"})
"""Verbs whose object may do what is told."""

RALLYING = frozenset(
    "rally march protest protester demonstration demonstrator banner slogan match fight struggle campaign "
    "vote student crowd".split()
)
"""Nouns that are against somebody themselves: "fired at students marching against Chile"."""

CONDITIONS = frozenset({"if", "unless"})
"""Words that begin what a threat depends on."""

CLASHES = frozenset(
    "clash fight fighting battle war gunfight firefight gunbattle skirmish shootout shoot-out combat".split()
)
"""Event nouns whose "with" leads to the enemy."""

DURING = frozenset({"in", "during"})
WITH = frozenset({"with"})
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
        inner = (
            part
            for token in tokens
            for part in (token, *(o for p in token.children if _counts(token, p) for o in objects_of(p)))
        )
        found = (stranger(token, self._referents.mentions) for token in inner)
        return tuple(mention for mention in found if mention is not None)

    def are_people(self, tokens: Iterable[Token]) -> bool:
        """Whether students, workers or the like act, who storm an embassy otherwise than soldiers do."""
        mentions = self._referents.mentions
        roles = (mentions.bare_role(token) for token in tokens)
        return any(
            is_people(m) or m.actor.kind is Kind.PEOPLE for token in tokens for m in mentions.at(token)
        ) or any(role is not None and role.sector not in NO_CIVILIANS for role in roles)

    def sources_of(self, match: Match, relation: Relation) -> tuple[Mention, ...]:
        """Who does a verb's act; a thing that acts stands for its owner: "Russian missiles hit"."""
        things = relation.plover is not Plover.CONSULT and not relation.reciprocal  # things do not meet
        acting = [
            token for token in match.sources if self._acts_for_its_owner(token, match.trigger, relation)
        ]
        found = self._referents.each(match.sources, besides=(), owned=False)
        if not found and match.source_things:
            found = tuple(m for noun in match.source_things for m in self._referents.owned(noun, ()))
        if not found and things:
            found = tuple(m for token in acting for m in self._referents.owned(token, (), deep=False))
        found = found or self._home.speakers_own(match)
        joined = match.trigger.dep_ == "conj" and match.trigger.tag_ in ("VBD", "VBZ", "VBP")
        joined = joined and relation.plover is not Plover.ASSAULT
        if not found and joined and own_subject(match.trigger) is None:
            found = self._subject_above(match.trigger)
        if not found and match.source_rule == "participle":
            found = self._referents.each(_behind(match.sources), besides=(), owned=False)
        return tuple(m for m in found if not is_place(m))

    def assailants(self, match: Match, targets: Sequence[Mention]) -> tuple[Mention, ...]:
        """Whose deed an assault without an owner is, that the article has told before: "the raid killed"."""
        hit = {m.actor.code or m.actor.id for m in targets}
        return tuple(m for token in match.sources for m in self._referents.assailants(token, hit))

    def _subject_above(self, verb: Token) -> tuple[Mention, ...]:
        """Who is the subject further up, where the verb that a verb is joined to has nobody: the parser joins
        "and lobbied" to the nearest verb.
        """
        for above in islice(verb.ancestors, REACH):
            if above.dep_ in ("ccomp", "xcomp"):
                break  # "said a storm sank a ship and killed three" is the storm's
            if is_verb(above) and not is_passive(above):
                found = self._referents.each(grammatical_subject(above).tokens, besides=(), owned=False)
                if found:
                    return found
        return ()

    def _acts_for_its_owner(self, noun: Token, verb: Token, relation: Relation) -> bool:
        """Whether what somebody has may do this: his weapons and people act, his words speak, and what he
        has decided is done by him.

        "Russian missiles hit", "an Iranian note demanded" and "the Dutch decision to stop aid", but no
        Kenyan roses invade the Netherlands.
        """
        if noun.is_ancestor(verb):
            return True
        classes = SPEAKING_THINGS if relation.plover.quad.startswith("verbal") else ()
        known = self._vocabulary.classes
        fitting = any(fits(noun, known[name]) for name in (*ACTING_THINGS, *classes) if name in known)
        return fitting or (relation.plover is Plover.ASSAULT and self._referents.is_deed(noun))

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
            owners = [m for m in self._referents.makers(noun) if m.start not in taken]
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
            if not subject.tokens and carrier.lemma_.lower() in ENGAGING:  # "were engaged in"
                subject = grammatical_subject(carrier)
            if not subject.tokens and noun in grammatical_subject(carrier).tokens:
                return (), "none"
            found = [
                m
                for m in self._referents.each(subject.tokens, besides=(), owned=False)
                if m.start not in taken
            ]
            return tuple(found), "noun.carried"
        found = [m for m in self._companions(match) or self._engaged(noun) if m.start not in taken]
        return tuple(found), "noun.companion" if found else "none"

    def _engaged(self, noun: Token) -> tuple[Mention, ...]:
        """Who is in the fight that he is helped in: Iraq in "support for Iraq in the fight against X"."""
        if noun.lemma_.lower() not in FIGHTS or noun.dep_ != "pobj" or noun.head.lower_ != "in":
            return ()
        helped = noun.head.head
        objects = logical_objects(helped) if is_verb(helped) else (helped,)
        behind = tuple(o for preposition in prepositions(helped, HELPED) for o in objects_of(preposition))
        subjects = grammatical_subject(helped).tokens if is_verb(helped) else ()
        groups = (
            self._referents.each(tokens, besides=(), owned=False) for tokens in (objects, behind, subjects)
        )
        return next((found for found in groups if found), ())

    def _companions(self, match: Match) -> tuple[Mention, ...]:
        """Who takes part in what his act is told by: Mali in "after talks with Chad, Mali said ..."."""
        noun = match.trigger
        verb = noun.head.head
        told = noun.dep_ == "pobj" and noun.head.lower_ in TELLING and is_verb(verb)
        if (
            not match.targets
            or not told
            or self._vocabulary.relations[match.frame.relation].plover is not Plover.CONSULT
        ):
            return ()
        return self._referents.each(grammatical_subject(verb).tokens, besides=(), owned=False)

    def doers_of(self, noun: Token) -> tuple[Token, ...]:
        """The nouns behind an event noun's "by": "the flogging of students by policemen"."""
        return tuple(o for preposition in prepositions(noun, BY, depth=3) for o in objects_of(preposition))

    def friends(self, noun: Token) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Who is named beside a noun like "ally", and whose friend he is: "Iran's ally Syria"."""
        named = [c for c in noun.children if c.dep_ == "appos" and c.left_edge.i == noun.i + 1]
        named += [noun.head] if noun.dep_ in ("appos", "compound", "nmod") else []
        named += [c for c in noun.head.children if c.i == noun.i + 1 and c.dep_ == noun.dep_ == "nsubj"]
        owners = [c for c in noun.children if c.dep_ == "poss"]
        owners += [o for p in noun.children if p.lower_ == "of" for o in objects_of(p)]
        if noun.dep_ in ("compound", "nmod"):
            owners += [c for c in noun.head.children if c.dep_ == "poss" and c.i < noun.i]
        who = tuple(m for m in self._referents.each(named, besides=(), owned=False) if m.person is None)
        of = tuple(m for m in self._referents.each(owners, besides=(), owned=False) if m not in who)
        return tuple(m for m in who if m.start not in {o.start for o in of}), of

    def who_prompts(self, noun: Token) -> tuple[Mention, ...]:
        """Who asks, presses or invites: Ethiopia in "at Ethiopia's request"."""
        found = self._referents.mentions.owners(noun, prepositions=OWNERS) or self._referents.doers(noun)
        behind = tuple(
            o for preposition in prepositions(noun, OWNERS, depth=2) for o in objects_of(preposition)
        )
        found = found or self._referents.each(behind, besides=(), owned=False)
        return tuple(m for m in found if not is_place(m) and m.actor.sector not in PRIVATE)

    def who_does(self, clause: Token, besides: Iterable[str]) -> tuple[Mention, ...]:
        """Who does what a clause tells."""
        others = set(besides)
        found = self._referents.each(logical_subject(clause).tokens, besides=list(others), owned=False)
        return tuple(m for m in found if m.actor.id not in others and not is_place(m))

    def doers_in(self, act: Token) -> tuple[Mention, ...]:
        """Who does what is only spoken of, if the words say so: Russia in "a Russian attack on Norway"."""
        if is_verb(act):
            subject = own_subject(act)
            return self._referents.each(() if subject is None else (subject,), besides=(), owned=False)
        return self._referents.mentions.owners(act, prepositions=DOERS)

    def in_whose_attack(self, match: Match) -> tuple[Mention, ...]:
        """In whose attack somebody suffered: "were killed in an Israeli strike", "in clashes with X"."""
        for preposition in prepositions(match.trigger, DURING, depth=1):
            for noun in objects_of(preposition):
                if not self._is_assault(noun):
                    continue
                if noun.lemma_.lower() in CLASHES:
                    with_whom = tuple(o for p in prepositions(noun, WITH, depth=2) for o in objects_of(p))
                    found = self._referents.each(with_whom, besides=(), owned=False)
                else:
                    found = self._referents.mentions.owners(noun, prepositions=DOERS)
                if found:
                    return tuple(m for m in found if not is_place(m))
        return ()

    def _is_assault(self, noun: Token) -> bool:
        """Whether an event noun mostly names assaults."""
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        types = [self._vocabulary.relations[frame.relation].plover for frame in frames]
        return noun.lemma_.lower() in CLASHES or 2 * types.count(Plover.ASSAULT) > len(types)

    def owners_of_used(self, match: Match) -> tuple[Mention, ...]:
        """Whose deed a passive without agent speaks of: "US sanctions on Iran were lifted"."""
        nouns = [n for n in match.used if n.pos_ in ("NOUN", "PROPN") and n not in match.owned]
        free = OWNERS - {word for place in match.frame.places for word in place.words}
        return tuple(m for noun in nouns for m in self._referents.mentions.owners(noun, prepositions=free))

    def between(self, match: Match) -> tuple[Mention, ...]:
        """The parties of "talks between A and B", "the A-B summit", "A and B's pact"."""
        subject = match.trigger.dep_ in SUBJECTS and not is_verb(match.trigger)
        verbs = (match.trigger.head,) if subject else ()  # "fighting broke out between A and B"
        for noun in (match.trigger, *match.used, *verbs):
            for preposition in prepositions(noun, BETWEEN):
                both = tuple(m for o in objects_of(preposition) for m in self._referents.actors_of(o))
                if both and not are_several(both):  # "between Damascus and the rebels"
                    unnamed = [o for o in objects_of(preposition) if not self._referents.actors_of(o)]
                    both += self.at_home(unnamed, both, domestic=True, rising=True)
                if are_several(both):
                    return both
            modifiers = tuple(
                m for m in self._referents.mentions.owners(noun, prepositions=NONE) if m.head < noun.i
            )
            if are_several(modifiers) and not match.targets:
                return modifiers
        return ()

    def names_somebody(self, noun: Token) -> bool:
        """Whether a noun is part of a name, as "Union" in "European Union"."""
        return self._referents.mentions.is_name(noun)

    def targets_of(self, match: Match, relation: Relation, besides: Sequence[str]) -> tuple[Mention, ...]:
        """To whom the act is done: what fills X, else its owner, else the place where it happens."""
        opposed = self._opposed(match) if relation.plover is Plover.PROTEST else ()
        if opposed and not match.owned:
            named = self._referents.each(match.targets, besides=besides, owned=True)
            where = (How.PLACE.value, How.CAPITAL.value)
            return tuple(m for m in named if m.how not in where) or opposed
        spoken = relation.plover in OF_DEEDS
        owned = relation.plover is not Plover.CONSULT and not relation.reciprocal
        found: tuple[Mention, ...] = ()
        if spoken and match.used and _is_genitive(match):  # "demanded Iran's withdrawal from Iraq" of Iran
            found = self._referents.mentions.owners(match.used[-1], prepositions=NONE)
        hits = relation.plover in (Plover.ASSAULT, Plover.COERCE, Plover.PROTEST)
        if (
            hits
            and match.named
            and any(p.slot is Slot.TARGET and p.words & WHERE for p in match.frame.places)
        ):
            things = (
                m for noun in match.named for m in self._referents.mentions.owners(noun, prepositions=NONE)
            )
            found = found or tuple(m for m in things if m.actor.id not in besides)  # "Kurdish camps in Iraq"
        for group in (match.targets, *match.other_targets):
            deeds = spoken and match.frame.content is None  # "rejected it", but "accused it of ..."
            tokens = [token for token in group if not (deeds and token.lower_ == "it")]
            found = found or self._referents.each(
                tokens, besides=besides, owned=owned, locative=relation.locative
            )
        for noun in match.owned:
            found += (
                self._referents.mentions.at(noun)
                or self._referents.owned_roles(noun, besides)
                or (self._referents.placed(noun) if relation.locative else ())
            )
            found = found or self._referents.owned(noun, besides) or self._referents.bond(noun, besides)
            for inner in measured(noun) if not found else ():
                found = found or self._referents.owned(inner, besides)
        if not found and match.used and _is_genitive(match):
            found += self._referents.owned(match.used[-1], besides)
        if not found and not match.frame.has_target and match.frame.content is None:
            found += tuple(
                m
                for noun in match.used
                for m in self._referents.owned(noun, besides) or self._addressed(noun)
            )
        if not found and relation.plover is Plover.ASSAULT and match.frame.content is None:
            found += self._against(match, besides)
        if not found and relation.locative and match.frame.content is None:
            found += self._referents.places(match.trigger, HITTING_AT)
            if not found:
                abroad = (m for token in match.sources for m in self._referents.places(token))
                home = {m.actor.code for token in match.sources for m in self._referents.mentions.at(token)}
                found += tuple(m for m in abroad if m.actor.code not in home)
        if relation.plover in (Plover.ASSAULT, Plover.COERCE):
            found = self._people_of(match, found) or found
        return tuple(m for m in found if not (spoken and is_place(m)))

    def _opposed(self, match: Match) -> tuple[Mention, ...]:
        """Whom a protest is against by its "anti-": "anti-Japanese protests", "anti-government marchers"."""
        mentions = self._referents.mentions
        nouns = (noun for noun in (match.trigger, *match.used, *match.sources) if not is_verb(noun))
        children = [child for noun in nouns for child in noun.children if child.dep_ in MODIFIERS]
        named = tuple(m for c in children for m in mentions.at(c) if is_opposed(mentions.doc, m))
        if named:
            return named
        rulers = [c for c in children if mentions.doc[max(0, c.i - 2) : c.i].text.lower() == "anti-"]
        sources = self._referents.each(match.sources, besides=(), owned=False)
        return self.at_home(rulers, sources, domestic=True, rising=True)

    def _against(self, match: Match, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Whom an assault is against, wherever it says so: "flew two strikes using drones against Hamas"."""
        for token in match.trigger.subtree:
            if token.lower_ == "against" and token.dep_ == "prep" and _is_of_act(token, match.trigger):
                found = self._referents.each(tuple(objects_of(token)), besides=besides, owned=True)
                if found:
                    return found
        return ()

    def _people_of(self, match: Match, found: Sequence[Mention]) -> tuple[Mention, ...]:
        """The people of a country whom a frame names beside it: "beat demonstrators in Morocco"."""
        mentions = self._referents.mentions
        return tuple(
            mentions.in_country(noun, role, m.actor)
            for noun in match.used
            if (role := mentions.bare_role(noun)) is not None and role.sort is Sort.MEMBER
            if role.sector not in ("GOV", "MIL", "UAF")
            for m in found
            if m.actor.kind is Kind.COUNTRY and m.person is None
        )

    def on_condition_of(self, match: Match, besides: Sequence[str], *, unless: bool) -> tuple[Mention, ...]:
        """Who is threatened by what would follow what he does: "threatened to attack if Iran went on".

        `unless` asks for that word: any hostile act may wait for it.
        """
        words = CONDITIONS - {"if"} if unless else CONDITIONS
        clauses = (
            clause
            for verb in (match.trigger, match.content)
            for clause in (verb.children if verb is not None else ())
            if clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in words for c in clause.children)
        )
        for clause in clauses:
            found = self._referents.each(grammatical_subject(clause).tokens, besides=besides, owned=False)
            found = tuple(m for m in found if m.actor.id not in besides)
            if found:
                return found
        return ()

    def anybody_in(self, clause: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """The first actor that a clause acts on, for acts that the codebook does not know."""
        for noun in self.objects_in(clause):
            found = self._referents.each([noun], besides=besides, owned=True)
            if found:
                return found
        return ()

    def permitted(self, clause: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Whom a clause lets do something: "refused to allow Germany to send tanks to Ukraine"."""
        objects = logical_objects(clause) if clause.lemma_.lower() in PERMITTING else ()
        return self._referents.each(objects, besides=besides, owned=False)

    def objects_in(self, clause: Token) -> tuple[Token, ...]:
        """The nouns that a clause acts on."""
        return tuple(_objects_in(clause))

    def _addressed(self, noun: Token) -> tuple[Mention, ...]:
        """Whom an event noun is about, for frames that only name the noun: "cancelled a meeting with X"."""
        for match in noun_matches(noun, self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())):
            found = self._referents.each(match.targets, besides=(), owned=False)
            if found:
                return found
        return ()


def _counts(noun: Token, preposition: Token) -> bool:
    """Whether a noun only counts what is behind its "of": "members of the Fiji Lawyers Association"."""
    return preposition.lower_ == "of" and noun.lemma_.lower() in TRANSPARENT


def _objects_in(clause: Token) -> Iterator[Token]:
    """The nouns that a clause's act is about, not those of its circumstances or inner clauses."""
    for child in clause.children:
        if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP":
            yield child
        elif child.dep_ in ("prep", "dative") and child.lower_ not in CIRCUMSTANCES:
            yield from objects_of(child)
        if child.dep_ in ("dobj", "xcomp", "prt"):
            yield from _objects_in(child)


def _is_of_act(against: Token, trigger: Token) -> bool:
    """Whether an "against" belongs to an act, rather than to a march or to what somebody else does."""
    if against.i < trigger.i:
        return False
    for above in islice(against.ancestors, REACH):
        if above.i == trigger.i:
            return True
        apart = above.dep_ in ("relcl", "ccomp", "conj") or (
            above.dep_ in ("advcl", "acl") and above.lemma_.lower() != "use"
        )
        if apart or above.lemma_.lower() in RALLYING:
            return False
    return False


def _behind(nouns: Sequence[Token]) -> tuple[Token, ...]:
    """Who is behind words that do something: in "Chad issued a note condemning Mali" the note's issuer."""
    heads = (
        noun.head.head if noun.dep_ == "pobj" else noun.head
        for noun in nouns
        if noun.dep_ in ("dobj", "pobj")
    )
    verbs = [head for head in heads if is_verb(head) and head.lemma_.lower() not in THWARTING]
    return tuple(token for verb in verbs for token in grammatical_subject(verb).tokens)


def _is_genitive(match: Match) -> bool:
    """Whether a frame's target is also the owner of its noun: "the offer of X" is "X's offer"."""
    return any(place.slot is Slot.TARGET and place.words & OWNERS for place in match.frame.places)
