"""Whom a noun phrase refers to: whom it names, stands for, belongs to, or in whose place it is.

"Syria", "it" and "the pact" refer to actors. "Russia's invasion" and "Syrian positions" are a deed and a
thing of one: then its doer or owner is meant, and a deed without a doer refers to nobody.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from extract.actors import Mention
from extract.belonging import RELATIONAL
from extract.calendar import CALENDAR
from extract.clauses import logical_objects, logical_subject
from extract.coreference import BONDS, FIGHTERS, GROUPS, LANDS, TWO, group_of, is_bond, meant_by
from extract.deals import Deals
from extract.discourse import Discourse
from extract.edges import left_edge
from extract.mentions import Mentions
from extract.nouns import MODIFIERS, RELATIVE_PRONOUNS, antecedents, with_conjuncts
from extract.peoples import MINORITIES
from extract.possessives import Possessives
from extract.prepositions import objects_of, prepositions
from extract.scenes import WHERE, Scenes
from extract.standins import TRANSPARENT
from extract.strangers import Strangers
from extract.triggers import MEASURES, outer
from extract.verbs import (
    REACH,
    SUBJECTS,
    is_aux,
    is_passive,
    is_verb,
    own_subject,
    verb_above,
)
from graph.frames import Slot
from graph.gazetteer import How, Role, Sort
from graph.model import Actor, Kind, Plover
from graph.vocabulary import Vocabulary

OWNERS = frozenset({"of", "by", "from"})
"""Prepositions that lead to whose thing a noun names."""

DOERS = frozenset({"by", "from"})
"""Prepositions that lead to whose deed an event noun is: "the attack by rebels"."""

OF_AND_IN = frozenset({"of", "in"})
BY = frozenset({"by"})
FOR = frozenset({"for"})
AHEAD = frozenset("it its he his him she her they their them".split())
"""Pronouns that may stand before the name they mean."""

TWINS = {
    "koreas": ("KOR", "PRK"),
    "germanys": ("DEU", "DDR"),
    "germanies": ("DEU", "DDR"),
    "yemens": ("YEM", "YMD"),
    "vietnams": ("VDR", "VNM"),
    "sudans": ("SDN", "SSD"),
    "congos": ("COD", "COG"),
}
"""By their name in the plural, states that bear one name: "both Koreas"."""

SOME = frozenset("some many several most all none each half dozens hundreds thousands scores both".split())
"""Words that portion out those behind their "of": "some of them"."""

STEPS = frozenset(
    "move step decision measure action gesture ruling vote policy act offer proposal charge accusation "
    "allegation claim".split()
)
"""Nouns that sum up the clause before them."""

IDEAS = frozenset("idea plan request call suggestion appeal demand invitation initiative raid attack".split())
"""Nouns that sum up what another did or wanted: "Peru called for talks, but Chile turned the idea down"."""

BORDERS = frozenset({"border", "frontier", "boundary", "borderline"})
"""Nouns that belong to whoever is behind their "with": "the border with Lebanon"."""

FIRING = frozenset("fire lob hurl shoot".split())
"""Verbs whose "from" leads to whose deed it is: "rockets fired from Lebanon"."""

DOCUMENTING = frozenset("sign issue announce adopt approve grant decree pass declare draft write".split())
"""Those of them by which papers are made and no people: "an amnesty for officers, signed by the king"."""

MAKING = frozenset(
    "propose draft draw set write make issue sign adopt approve pass own operate build submit table present "
    "launch announce decree order impose grant declare decide stage mount lead carry conduct organise "
    "organize keep hold run maintain fire plant drop lay lob hurl throw shoot detonate send fly pilot "
    "offer float sponsor cosponsor suggest circulate outline unveil advance tout devise formulate advocate "
    "push promulgate enact introduce pronounce deliver level voice utter express raise lodge file pose "
    "owe publish print broadcast".split()
)
"""Verbs whose agent is the owner of what they make: "a plan proposed by France"."""

MAKING_UP = {
    "put": frozenset({"forward", "forth", "out", "up", "together"}),
    "work": frozenset({"out", "up"}),
    "hand": frozenset({"down", "out"}),
    "bring": frozenset({"forward"}),
    "come": frozenset({"up"}),
    "hammer": frozenset({"out"}),
    "thrash": frozenset({"out"}),
    "map": frozenset({"out"}),
    "spell": frozenset({"out"}),
    "roll": frozenset({"out"}),
}
"""Verbs that mean as much with one of these behind them: "a draft put forward by Chile"."""

BROKERING = frozenset({"broker", "mediate", "negotiate", "facilitate", "arrange", "engineer"})
"""Verbs whose agent is the owner of what he made for others, where that is judged: who welcomes a truce that
Qatar brokered praises Qatar, and who breaks it does so to the other side.
"""

JUDGING = frozenset({"PRAISE", "CONDEMN", "REJECT", "ACCEPT", "SUPPORT", "OPPOSE", "VETO", "DEFEND", "DEFY"})
"""Relations by which something is judged."""


BOUND = frozenset({"bound", "destined", "headed", "heading", "intended", "meant", "earmarked"})
"""Participles whose "for" leads to whom goods or ships are on their way to."""

HOLDING_UP = frozenset({"SEIZE", "BLOCK_PASSAGE", "BLOCKADE"})
"""Relations by which somebody stops them."""

OF_BONDS = frozenset({"SIGN", "CEASE_FIRE", "VIOLATE_CEASEFIRE"})
"""Relations of those who have an agreement with each other."""


class Referents:
    """Finds whom the noun phrases of one block refer to, with the discourse up to it."""

    def __init__(self, mentions: Mentions, discourse: Discourse, vocabulary: Vocabulary) -> None:
        self.mentions = mentions
        self._discourse = discourse
        self._vocabulary = vocabulary
        self.scenes = Scenes(mentions, discourse, vocabulary)
        self.possessives = Possessives(self)
        self.deals = Deals(self)
        self.strangers = Strangers(mentions, discourse.strangers)
        self._asked: set[int] = set()
        self.hit: dict[int, tuple[Mention, ...]] = {}
        """By its verb, to whom an act was done that has been read."""
        self.did: dict[int, tuple[Mention, ...]] = {}
        """By its verb, who did it."""
        self.homes: dict[int, tuple[Mention, ...]] = {}
        """By its noun, of which country a role is that another act has shown to be at home there."""

    @property
    def speakers(self) -> tuple[Mention, ...]:
        """Who was quoted last."""
        return self._discourse.speakers

    def actors_of(self, token: Token, besides: Iterable[str] = ()) -> tuple[Mention, ...]:
        """Whom a noun phrase names or stands for."""
        others = set(besides)
        named = (
            self._says_more_of(token)
            or self._twins(token)
            or self._minority(token)
            or self._of_nation(token, others)
            or self.mentions.at(token)
            or self.owned_roles(token, others)
            or self._ahead(token)
            or self._of_the_group(token, others)
            or self._of_both(token)
            or self._some_of_ones_own(token, others)
        )
        if named:
            return named
        if (part := _some_of_them(token)) is not None:
            return self.actors_of(part, others)
        if token.tag_ == "PRP$" and token.dep_ == "poss":
            found = self.possessives.of(token, token.head, named=True)
            if found or token.lower_ == "its":  # "supported the coalition in its efforts": not the subject's
                return tuple(m for m in found if m.actor.id not in others)
        return self._blamed(token, others) or self.meant(token, others)

    def _of_both(self, noun: Token) -> tuple[Mention, ...]:
        """The people of two who were named: "the trade ministers of the two countries signed a pact"."""
        both = (
            o
            for preposition in noun.children
            if preposition.lower_ in ("of", "from", "in") and preposition.dep_ == "prep"
            for o in objects_of(preposition)
            if o.tag_ == "NNS" and any(child.lower_ in TWO for child in o.children)
        )
        start = left_edge(noun, noun.i)
        found = (self.mentions.role_of(noun, owner, start) for o in both for owner in self.meant(o))
        return tuple(mention for mention in found if mention is not None)

    def _says_more_of(self, noun: Token) -> tuple[Mention, ...]:
        """Whom a noun for a group says more of: "Hezbollah, a Lebanese militia armed by Iran"."""
        if noun.dep_ != "appos" or noun.lemma_.lower() not in GROUPS or noun.head.i > noun.i:
            return ()
        if any(m.actor.kind is not Kind.SECTOR or m.role is None for m in self.mentions.at(noun)):
            return ()
        kinds = (Kind.GROUP, Kind.PARTY, Kind.ORGANISATION)
        return tuple(m for m in self.mentions.at(noun.head) if m.actor.kind in kinds and not m.plural)

    def _twins(self, noun: Token) -> tuple[Mention, ...]:
        """Both states of one name: "the two Koreas"."""
        actors = (self._vocabulary.gazetteer.actor(id) for id in TWINS.get(noun.lower_, ()))
        return tuple(
            Mention(
                actor=actor,
                person=None,
                start=noun.left_edge.i,
                end=noun.i + 1,
                head=noun.i,
                how=How.NAME.value,
                shared=True,
                plural=True,
            )
            for actor in actors
            if actor is not None
        )

    def _minority(self, noun: Token) -> tuple[Mention, ...]:
        """A people in the country that a pronoun means: Bulgaria's Turks in "its Turkish minority"."""
        if noun.lemma_.lower() not in MINORITIES:
            return ()
        pronoun = next((c for c in noun.children if c.dep_ == "poss" and c.tag_ == "PRP$"), None)
        if pronoun is None:
            return ()
        homes = [m.actor for m in self.possessives.of(pronoun, noun) if m.actor.kind is Kind.COUNTRY]
        peoples = [m for c in noun.children if c.dep_ in MODIFIERS for m in self.mentions.at(c)]
        part = self._vocabulary.gazetteer.part
        return tuple(
            replace(m, actor=part(m.actor, homes[0]), start=noun.left_edge.i, end=noun.i + 1, head=noun.i)
            for m in peoples
            if len(homes) == 1 and len(peoples) == 1 and m.actor.code != homes[0].code
        )

    def _of_nation(self, noun: Token, besides: set[str]) -> tuple[Mention, ...]:
        """The group that its nation takes up: Hezbollah in "Israel bombed the Lebanese group"."""
        if noun.lemma_.lower() not in GROUPS:
            return ()
        nations = [
            c for c in noun.children if c.dep_ in MODIFIERS and c.dep_ != "poss" and self.mentions.at(c)
        ]
        homes = self._vocabulary.gazetteer.homes
        codes: set[str] = set()
        for people in (m.actor for nation in nations for m in self.mentions.at(nation)):
            parts = next((home for id, home in homes.items() if people.id in (id, *home.values())), {})
            codes |= {*parts} or {people.code or ""}
        if not nations:
            return ()
        before = self._reachable(noun)
        group = group_of(noun, self._discourse, before, besides, nations, codes - {""})
        return (group,) if group is not None else ()

    def _of_the_group(self, noun: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """The people of a group that was spoken of: "the group's fighters", "four members of the sect"."""
        groups = self._group_owning(noun, besides)
        if noun.lemma_.lower() in TRANSPARENT:
            return tuple(replace(m, start=noun.left_edge.i, head=noun.i, plural=True) for m in groups)
        people = (self.mentions.role_of(noun, m, noun.left_edge.i) for m in groups)
        return tuple(m for m in people if m is not None)

    def _group_owning(self, noun: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """The group or country spoken of before that owns somebody or something: "the group's", "of the
        sect", "the kingdom's".
        """
        owners = (
            o
            for child in noun.children
            for o in ((child,) if child.dep_ == "poss" else objects_of(child) if child.lower_ == "of" else ())
            if o.lemma_.lower() in GROUPS | LANDS and o.tag_ == "NN" and not self.mentions.at(o)
        )
        found = (
            (m, o.lemma_.lower() in LANDS)
            for o in owners
            for m in self._of_nation(o, set()) or self.meant(o, besides)
            if o.lemma_.lower() not in LANDS or self._is_clear(o, besides)
        )
        kinds = (Kind.GROUP, Kind.PARTY)
        return tuple(m for m, land in found if m.actor.id not in besides and (land or m.actor.kind in kinds))

    def _is_clear(self, land: Token, besides: Collection[str]) -> bool:
        """Whether "the country" can mean but one, or "that country" the last."""
        pointed_at = any(child.lower_ in ("that", "this") for child in land.children)
        return pointed_at or self._discourse.is_only_land(self._reachable(land), besides)

    def _some_of_ones_own(self, count: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """The people of whoever a pronoun means where they are counted: "two of its soldiers"."""
        if count.lemma_.lower() not in TRANSPARENT and count.pos_ != "NUM" and count.lower_ not in SOME:
            return ()
        found = (
            m
            for of in count.children
            if of.lower_ == "of"
            for noun in objects_of(of)
            for m in self.owned_roles(noun, besides)
        )
        return tuple(replace(m, start=count.left_edge.i if m.head > count.i else m.start) for m in found)

    def _blamed(self, pronoun: Token, besides: Iterable[str]) -> tuple[Mention, ...]:
        """Who is praised or blamed for what he did: "condemned Egypt for the accord it signed"."""
        deed = pronoun.head.head
        told = (
            pronoun.dep_ == "nsubj"
            and pronoun.head.dep_ in ("relcl", "acl")
            and pronoun.lower_ in ("it", "he")
        )
        if not told or deed.dep_ != "pobj" or deed.head.lower_ not in ("for", "over"):
            return ()
        verb = deed.head.head
        found = self.each(logical_objects(verb) if is_verb(verb) else (), besides=(), owned=False)
        person = pronoun.lower_ == "he"
        return tuple(
            replace(m, start=pronoun.i, end=pronoun.i + 1, head=pronoun.i, how="coreference")
            for m in found
            if m.actor.id not in set(besides) and not m.plural and (m.person is not None or not person)
        )

    def meant(self, token: Token, besides: Iterable[str] = ()) -> tuple[Mention, ...]:
        """Whom a pronoun or "both nations" takes up."""
        if self._is_a_things(token):
            return ()
        again = self._hit_again(token, besides) or self._did_again(token, besides)
        if again:
            return again
        before = self._reachable(token)
        if token.pos_ == "PRON":
            before = [m for m in before if not _is_scene(m, token.doc[m.head])]
        countries: Collection[str] = ()
        others = set(besides)
        if token.lemma_.lower() in FIGHTERS:
            countries = self.mentions.countries_in(token.sent)
            others |= {m.actor.id for t in token.sent if t.i > token.i for m in self.mentions.at(t)}
        return meant_by(token, self._discourse, before, others, countries)

    def _reachable(self, token: Token) -> list[Mention]:
        """Who was named in the sentence before a word that may take somebody up."""
        before = (m for other in token.sent if other.i < token.i for m in self.mentions.at(other))
        return [m for m in before if m.end <= token.i and _is_reachable(token.doc[m.head])]

    def _hit_again(self, pronoun: Token, besides: Iterable[str]) -> tuple[Mention, ...]:
        """Who is acted upon further: Chad in "Mali sued Chad before the UN, accusing it of piracy"."""
        if pronoun.lower_ not in ("it", "them", "him", "her") or pronoun.dep_ not in (
            "dobj",
            "pobj",
            "dative",
        ):
            return ()
        verb = verb_above(pronoun)
        if verb is None or verb.dep_ not in ("conj", "advcl"):
            return ()
        if own_subject(verb) is not None and (verb.dep_ != "conj" or pronoun.lower_ != "them"):
            return ()  # but "Chad freed two nuns and Mali flew them home"
        found = [m for m in self.hit.get(verb.head.i, ()) if m.actor.id not in set(besides)]
        several = len(found) > 1 or any(m.plural for m in found)
        if not found or several != (pronoun.lower_ == "them"):
            return ()
        if pronoun.lower_ in ("him", "her") and any(not (m.person or m.role is Sort.HOLDER) for m in found):
            return ()
        return tuple(
            replace(m, start=pronoun.i, end=pronoun.i + 1, head=pronoun.i, how="coreference", shared=several)
            for m in found
        )

    def _did_again(self, pronoun: Token, besides: Iterable[str]) -> tuple[Mention, ...]:
        """Who did what is told above, where only the setting says whose he is: "villagers freed two officers
        whom they had held".
        """
        clause = pronoun.head
        if pronoun.lower_ not in ("they", "it") or pronoun.dep_ != "nsubj" or not is_verb(clause):
            return ()
        above = verb_above(clause.head) if clause.dep_ == "relcl" else clause.head
        found = self.did.get(above.i, ()) if above is not None else ()
        if any(m.how != "context" or m.plural != (pronoun.lower_ == "they") for m in found):
            return ()
        return tuple(
            replace(m, start=pronoun.i, end=pronoun.i + 1, head=pronoun.i, how="coreference")
            for m in found
            if m.actor.id not in set(besides)
        )

    def _is_a_things(self, pronoun: Token) -> bool:
        """Whether "it" is the subject again, which is a thing: "A storm threatens Mali after it hit Chad"."""
        clause = pronoun.head
        if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or clause.dep_ != "advcl":
            return False
        subject = own_subject(clause.head) if is_verb(clause.head) else None
        if subject is None or subject.tag_ != "NN" or subject.i > pronoun.i:
            return False
        return not self.mentions.at(subject) and self.mentions.bare_role(subject) is None

    def owned_roles(self, noun: Token, besides: Collection[str] = ()) -> tuple[Mention, ...]:
        """The people of whoever a pronoun before them means: "its commandos", "the emir, whose envoys"."""
        if noun.i in self._asked:
            return ()  # "Chad and its troops": they are not their own
        for child in noun.children:
            if child.dep_ == "poss" and child.tag_ in ("PRP$", "WP$"):
                self._asked.add(noun.i)
                try:
                    owners = (
                        self.each(antecedents(noun), besides=(), owned=False)
                        if child.tag_ == "WP$"
                        else self.possessives.of(child, noun, besides)
                    )
                finally:
                    self._asked.discard(noun.i)
                roles = (self.mentions.role_of(noun, owner, child.i) for owner in owners)
                found = tuple(dict.fromkeys(m for m in roles if m is not None))
                return tuple(replace(m, shared=True) for m in found) if len(found) > 1 else found
        return ()

    def _ahead(self, pronoun: Token) -> tuple[Mention, ...]:
        """Whom a pronoun means that stands before its noun: "Under a treaty that it signed, Mali ..."."""
        if pronoun.lower_ not in AHEAD:
            return ()
        subject = _subject_behind(pronoun)
        if subject is None or subject.is_ancestor(pronoun):
            return ()
        if any(self.mentions.at(token) for token in pronoun.sent if token.i < pronoun.i):
            return ()
        meant = [
            m
            for part in (with_conjuncts(subject) if pronoun.lower_.startswith("the") else (subject,))
            for m in self.mentions.at(part)
        ]
        i, several = pronoun.i, len(meant) > 1
        return tuple(replace(m, start=i, end=i + 1, head=i, how="coreference", shared=several) for m in meant)

    def each(
        self, tokens: Iterable[Token], *, besides: Sequence[str], owned: bool, locative: bool = False
    ) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for token in tokens:
            actors = self.actors_of(token, besides)
            if not actors and owned:
                actors = (
                    self._apposed(token, besides)
                    or self.owned(token, besides)
                    or self.scenes.where_it_is(token)
                )
            if not actors and locative:
                actors = (
                    self.scenes.placed(token)
                    or self.scenes.of(token)
                    or self.mentions.owners(token, prepositions=FOR)
                )
            found += actors
        return tuple(dict.fromkeys(found))

    def _apposed(self, noun: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Whom a noun says more of: "Ms Park, the president whom the court removed"."""
        if noun.dep_ != "appos" or self.mentions.bare_role(noun) is None:
            return ()
        found = self.strangers.of(noun.head)
        return self.actors_of(noun.head, besides) or ((found,) if found is not None else ())

    def is_deed(self, noun: Token) -> bool:
        """Whether a noun names an act: "aggression" does not drive anybody anywhere, whoever's it is."""
        return noun.lemma_.lower() in self._vocabulary.noun_frames

    def assailants(self, noun: Token, hit: Collection[str]) -> tuple[Mention, ...]:
        """Whose deed an assault without an owner is; `hit` are the codes of whom it hits."""
        return self._discourse.assailants(noun, hit) if self.is_deed(noun) else ()

    def owned(self, noun: Token, besides: Sequence[str], *, deep: bool = True) -> tuple[Mention, ...]:
        """Whose thing or deed a noun is; `deep` looks behind a second "of"."""
        deed = self.is_deed(noun)
        leading = DOERS if deed and self.of_is_target(noun) else OWNERS
        if noun.lemma_.lower() in BORDERS:
            leading = OWNERS | {"with", "to"}
        owners = self.mentions.owners(noun, prepositions=leading) or (self.doers(noun) if deed else ())
        if owners:
            return tuple(m for m in owners if m.how != How.PLACE.value or not deed)
        if (whose := antecedents(noun)) and noun.lemma_.lower() not in RELATIONAL:
            return self.each(whose, besides=besides, owned=False)
        pronoun = next((c for c in noun.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        told = any(child.dep_ == "relcl" for child in noun.children)
        if pronoun is not None and told and self.mentions.bare_role(noun) is None:
            return self.possessives.of_thing(noun, besides)  # "its dam, which Egypt opposes"
        if pronoun is not None:  # "defended its plan": its own, the subject's
            return self.possessives.anothers(pronoun, besides) if pronoun.lower_ in ("his", "her") else ()
        made = self.makers(noun)
        if made and told:  # "completing a withdrawal that Hanoi had announced": its own
            states = {id.partition("-")[0] for id in besides}
            return tuple(m for m in made if m.actor.id.partition("-")[0] not in states)
        if made:
            return made
        both = (o for child in noun.children if child.lower_ == "of" for o in objects_of(child))
        taken_up = tuple(m for o in both if o.tag_ == "NNS" for m in self.meant(o, besides))
        taken_up = taken_up or self._group_owning(noun, besides)
        inner = self._through_of(noun, besides) if deep else ()
        return taken_up or inner or self._steps_of(noun) or self.deals.under(noun)

    def makers(self, noun: Token) -> tuple[Mention, ...]:
        """Who made what a noun names, or has it: "a plan proposed by France", "wells belonging to Chad"."""
        is_anybody = self.mentions.is_role(noun)
        for child in (*noun.children, *_told_apart(noun)):
            if child.dep_ == "acl" and child.lower_ == "belonging":
                owners = (o for p in prepositions(child, frozenset({"to"}), depth=1) for o in objects_of(p))
                return self.each(owners, besides=(), owned=False)
            told = child.lemma_.lower() in DOCUMENTING and is_anybody
            if child.dep_ == "acl" and self._is_making(child, noun) and not told:
                for preposition in child.children:
                    if preposition.dep_ == "agent" or (
                        preposition.lower_ == "from" and child.lemma_.lower() in FIRING
                    ):
                        return self.each(tuple(objects_of(preposition)), besides=(), owned=False)
            if child.dep_ == "acl" and child.lower_ in BOUND and self._is_held_up(noun):
                behind = prepositions(child, FOR, depth=1)
                return self.each((o for p in behind for o in objects_of(p)), besides=(), owned=False)
            if child.dep_ == "relcl" and self._is_making(child, noun) and not told:
                return self.each(_makers_in(child), besides=(), owned=False)
        return ()

    def _is_held_up(self, noun: Token) -> bool:
        """Whether somebody seizes or stops what a noun names: what is bound for Mali is taken from Mali."""
        verb = verb_above(noun)
        frames = self._vocabulary.verb_frames.get(verb.lemma_.lower(), ()) if verb is not None else ()
        return any(frame.relation in HOLDING_UP for frame in frames)

    def _is_making(self, participle: Token, noun: Token) -> bool:
        """Whether a participle says who made what its noun names, for himself or for those who judge it."""
        lemma = participle.lemma_.lower()
        if participle.dep_ == "acl" and participle.tag_ not in ("VBN", "VBD"):
            return False
        if lemma in BROKERING and is_verb(noun.head):
            told = [
                frame.relation for frame in self._vocabulary.verb_frames.get(noun.head.lemma_.lower(), ())
            ]
            return 2 * sum(relation in JUDGING for relation in told) > len(told)
        particles = {child.lower_ for child in participle.children if child.dep_ in ("prt", "advmod")}
        return lemma in MAKING or bool(particles & MAKING_UP.get(lemma, frozenset()))

    def _steps_of(self, noun: Token) -> tuple[Mention, ...]:
        """Who did what a noun sums up: "Norway recognised Kosovo, a step that Greece condemned"."""
        judged = any(child.dep_ == "relcl" or child.tag_ == "VBN" for child in noun.children)
        if noun.lemma_.lower() in STEPS | IDEAS and (first := _told_before(noun)) is not None:
            return self.each(logical_subject(first).tokens, besides=(), owned=False)
        if noun.lemma_.lower() not in STEPS or not judged or noun.dep_ in SUBJECTS:
            return ()
        before = noun.doc[noun.sent.start : noun.i]
        beside = (*MODIFIERS, "acl", "relcl")  # "for the suffering caused by its rule, a gesture which ..."
        verbs = (token for token in reversed(before) if is_verb(token) and token.dep_ not in beside)
        verb = next((token for token in verbs if not is_aux(token)), None)
        if verb is None:
            return ()
        return self.each(logical_subject(verb).tokens, besides=(), owned=False)

    def _through_of(self, noun: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """The owner behind a second noun: "the killing of the policy of France" leads through "of", "two
        million dollars in French aid" through "in".
        """
        measure = noun.lemma_.lower() in MEASURES
        if noun.lemma_.lower() in self._vocabulary.noun_frames and not measure:
            return ()
        leading = OF_AND_IN if measure else OF_AND_IN - {"in"}
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in leading:
                for inner in objects_of(child):
                    found = self.owned(inner, besides) if inner.i > noun.i else ()
                    if found:
                        return found
        return ()

    def of_is_target(self, noun: Token) -> bool:
        """Whether "of" behind an event noun names whom it hits ("the invasion of Kuwait")."""
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        return any(
            "of" in place.words and place.slot is Slot.TARGET for frame in frames for place in frame.places
        )

    def doers(self, noun: Token) -> tuple[Mention, ...]:
        """Who stands behind an event noun's "by", wherever the parser hangs it, or acts in it: "an ambush in
        which Hamas killed two".
        """
        found = self.each(doers_of(noun), besides=(), owned=False)
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        types = [self._vocabulary.relations[frame.relation].plover for frame in frames]
        if found or 2 * types.count(Plover.ASSAULT) <= len(types):
            return found
        return self.each(tuple(_doers_in(noun)), besides=(), owned=False)

    def again(self, noun: Token, role: Role) -> Actor | None:
        """People of a country who are spoken of again: "Haitian police fired. Peru condemned the police"."""
        definite = any(child.lower_ == "the" for child in noun.children)
        alone = all(child.dep_ in ("det", "punct", "prep", "relcl", "nummod") for child in noun.children)
        if not definite or not alone or role.sector == "GOV":
            return None
        return self._discourse.only_of_sector(role.sector)

    def types_of(self, verb: Token) -> list[Plover]:
        """The types of act that the frames of a verb tell."""
        frames = self._vocabulary.verb_frames.get(verb.lemma_.lower(), ())
        return [self._vocabulary.relations[frame.relation].plover for frame in frames if not frame.idiom]

    def put_by(self, noun: Token, whom: Sequence[str]) -> tuple[Mention, ...]:
        """Who made an accusation or appeal that is only called so: "Mali rejected the accusation"."""
        return self._discourse.put_by(noun, whom)

    def bond(self, noun: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """The parties of a pact, if the noun is one without an owner."""
        return meant_by(noun, self._discourse, (), set(besides)) if is_bond(noun) else ()


def _subject_behind(pronoun: Token) -> Token | None:
    """The subject behind a circumstance in which a pronoun stands, not that of who reports it: "he will go,
    Tass said".
    """
    below = pronoun
    for above in islice(pronoun.ancestors, REACH):
        if below.dep_ in ("ccomp", "parataxis"):
            return None
        subject = own_subject(above) if is_verb(above) else None
        if subject is not None and subject.i > pronoun.i:
            return subject
        below = above
    return None


def doers_of(noun: Token) -> tuple[Token, ...]:
    """The nouns behind an event noun's "by": "the flogging of students by policemen".

    The parser may hang it on the verb: "rejected the arrest of a student on Friday by policemen".
    """
    heads = [noun] if outer(noun) is noun else [noun, outer(noun)]
    found = tuple(o for head in heads for p in prepositions(head, BY, depth=3) for o in objects_of(p))
    verb = next(
        (above for above in islice(noun.ancestors, REACH) if above.dep_ not in ("pobj", "prep")), noun
    )
    if found or not is_verb(verb) or is_passive(verb) or noun.dep_ not in ("dobj", "pobj"):
        return found
    below = {token.i for token in noun.subtree}
    for by in verb.children:
        between = noun.doc[noun.i + 1 : by.i] if by.i > noun.i and by.dep_ == "prep" else ()
        nouns = [t for t in between if t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() not in CALENDAR]
        if by.lower_ == "by" and by.i > noun.i and all(t.i in below for t in nouns):
            return tuple(objects_of(by))
    return ()


def _doers_in(noun: Token) -> Iterator[Token]:
    """Who does what happens in a deed: Hamas in "an ambush in which Hamas killed two soldiers"."""
    for clause in noun.children:
        within = (p for p in clause.children if p.dep_ == "prep" and p.lower_ in ("in", "during"))
        if clause.dep_ == "relcl" and any(o.lower_ == "which" for p in within for o in p.children):
            subject = own_subject(clause)
            yield from with_conjuncts(subject) if subject is not None and not is_passive(clause) else ()


def _makers_in(clause: Token) -> tuple[Token, ...]:
    """Who makes what a relative clause tells of: "a plan that was drawn up by Chad", "a map Mali drew"."""
    if is_passive(clause):
        return tuple(noun for child in clause.children if child.dep_ == "agent" for noun in objects_of(child))
    subject = own_subject(clause)
    whole = any(c.dep_ == "dobj" and c.lower_ not in RELATIVE_PRONOUNS for c in clause.children)
    whole = whole or any(  # "the website on which they wrote"
        c.dep_ == "prep" and c.i < clause.i and any(o.lower_ in RELATIVE_PRONOUNS for o in c.children)
        for c in clause.children
    )
    signed = clause.lemma_.lower() == "sign" and clause.head.lemma_.lower() in BONDS
    if subject is None or whole or signed or subject.lower_ in RELATIVE_PRONOUNS:
        return ()
    return with_conjuncts(subject)


def _told_before(noun: Token) -> Token | None:
    """The verb of the clause that "the idea" sums up: the one to which that of another subject is joined."""
    verb = noun.head
    words = {child.lower_ for child in noun.children if child.dep_ != "punct" and child.lower_ != "as"}
    if noun.dep_ != "dobj" or not words or not words <= {"the", "this", "that"} or verb.dep_ != "conj":
        return None
    return verb.head if own_subject(verb) is not None and is_verb(verb.head) else None


def _told_apart(noun: Token) -> Iterator[Token]:
    """What is told of a noun behind a comma, though the parser hangs it on a noun in between: "a pardon for
    two students, signed by the king".
    """
    for preposition in noun.children:
        for inner in objects_of(preposition) if preposition.dep_ == "prep" else ():
            for clause in inner.children:
                if clause.i > inner.i and clause.doc[clause.left_edge.i - 1].text == ",":
                    yield clause


def _some_of_them(number: Token) -> Token | None:
    """The pronoun of those of whom some are told of: "fifty of them"; of "nobody in Tokyo" the capital."""
    nobody = number.lower_ in ("nobody", "anybody", "anyone") or (
        number.lower_ == "one" and any(child.lower_ == "no" for child in number.children)
    )
    if nobody:
        where = (child for child in number.children if child.lower_ == "in" and child.dep_ == "prep")
        return next((place for preposition in where for place in preposition.children), None)
    if number.pos_ != "NUM" and number.lower_ not in SOME:
        return None
    behind = (child for child in number.children if child.lower_ == "of")
    return next((pronoun for of in behind for pronoun in of.children if pronoun.lower_ == "them"), None)


def _is_reachable(head: Token) -> bool:
    """Whether a pronoun may take a mention up: not a modifier as in "Russian oil", nor a companion as in
    "together with Chad, it called for a truce".
    """
    before = head.doc[max(0, head.head.i - 1)].lower_
    beside = head.dep_ == "pobj" and head.head.lower_ == "with" and before == "together"
    return not beside and (head.dep_ not in MODIFIERS or head.dep_ == "poss")


def _is_scene(mention: Mention, head: Token) -> bool:
    """Whether a city is only where something happens, and no pronoun's: "met in Nairobi and told them"."""
    city = mention.how in (How.PLACE.value, How.CAPITAL.value) and mention.person is None
    return city and head.dep_ == "pobj" and head.head.lower_ in WHERE
