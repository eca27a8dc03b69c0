"""Whose a thing is by the pronoun before it, and whose people: "its raid", "his demands", "its commandos"."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import islice

from extract.actors.mentions import Mentions
from extract.actors.peoples import MINORITIES
from extract.actors.resolver import Mention
from extract.grammar.clauses import logical_objects
from extract.grammar.nouns import MODIFIERS, antecedents
from extract.grammar.parse import Token
from extract.grammar.subjects import grammatical_subject
from extract.grammar.verbs import REACH, is_verb, own_subject, verb_above
from extract.referents.anaphora import Anaphora
from extract.referents.coreference import stands_for
from extract.standing.attribution import SAYING
from graph.frames import NO_FRAMES
from graph.gazetteer import How, Sort
from graph.model import Kind, Plover
from graph.vocabulary import Vocabulary

ONE = frozenset({"its", "his", "her"})
"""Pronouns of one owner: "envoys" have no capital that is "its"."""

EFFORTS = frozenset(
    "effort fight struggle war battle campaign attempt bid drive quest search claim case demand dispute "
    "conflict endeavour endeavor transition recovery development".split()
)
"""Nouns of what somebody is helped in."""

HARM = 0.4
"""The share of its frames by which a verb tells of harm: "kill" tells of bills and offers as well."""

FOLK = frozenset({"people", "population", "populace"})
"""Nouns for all who live under somebody."""


class Possessives:
    """Finds whom the possessive pronouns of one block mean; `each` tells whom a clause's nouns stand for."""

    def __init__(
        self,
        mentions: Mentions,
        anaphora: Anaphora,
        vocabulary: Vocabulary,
        each: Callable[[Iterable[Token]], tuple[Mention, ...]],
    ) -> None:
        self._mentions = mentions
        self._anaphora = anaphora
        self._vocabulary = vocabulary
        self._each = each
        self._asked: set[int] = set()
        """The nouns whose people are being looked for."""

    def of(
        self, pronoun: Token, noun: Token, besides: Collection[str] = (), *, named: bool = False
    ) -> tuple[Mention, ...]:
        """Whose "its" is: the subject's of the clause it stands in, else whoever was spoken of last.

        `named` asks for the words that name him, where the clause has them, instead of the pronoun.
        """
        verb = noun
        while verb.head.i != verb.i and not is_verb(verb):
            verb = verb.head
        subject = grammatical_subject(verb).tokens
        if any(token.i == noun.i or token.is_ancestor(noun) for token in subject):
            subject = _reported(verb, noun)  # of "two of its soldiers were killed" nobody
        found: tuple[Mention, ...] = ()
        if noun.dep_ == "pobj" and (noun.head.lower_ in ("for", "over") or _is_effort(noun)):
            subject = logical_objects(verb) or subject  # "slammed Iran for its attack", "helped in its fight"
            found = self._anaphora.hit.get(verb.i, ())  # "leapt to the defence of Iran over its attack"
        found = found or self._each(subject)
        if found and {m.actor.id for m in found} <= set(besides) and not _is_ones_own(noun):
            found = self._subject_over(verb, besides)  # "accused Iran of trying to kill its president"
        if found and noun.lemma_.lower() == "behalf":  # nobody lobbies on his own
            return self._anaphora.meant(pronoun, [m.actor.id for m in found])
        harmed = self._hit_before(verb, pronoun, besides, people=True) if self._harms(verb) else ()
        found = harmed or found or self._hit_before(verb, pronoun, besides)
        if pronoun.lower_ in ONE:
            of_things = pronoun.lower_ == "its"
            one = tuple(m for m in found if not m.plural and not (of_things and m.role is Sort.MEMBER))
            if found and not one and noun.dep_ == "pobj":  # "asked nurses to strike over its chief"
                one = tuple(m for m in self._subject_over(verb, besides) if not m.plural)
            found = one
        if pronoun.lower_ in ("his", "her"):
            found = tuple(m for m in found if not is_land(m))
        if not found and subject and pronoun.lower_ == "its" and noun.dep_ == "pobj":
            return ()  # "the novel was withdrawn by its author": a thing's
        if pronoun.lower_ == "their" and not any(m.plural for m in found):
            found = self._several_before(pronoun) or found
        if not found:
            return self._anaphora.meant(pronoun)
        if named and all(m.end <= pronoun.i for m in found):
            return found
        return tuple(stands_for(pronoun, m, shared=len(found) > 1) for m in found)

    def of_thing(self, noun: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """Whose thing a noun is by its pronoun: Israel's in "accused Hezbollah of shelling its positions"."""
        pronouns = [child for child in noun.children if child.dep_ == "poss" and child.tag_ == "PRP$"]
        found = (m for pronoun in pronouns for m in self.of(pronoun, noun, besides))
        return tuple(m for m in found if m.actor.id not in besides)

    def people(self, noun: Token, besides: Collection[str] = ()) -> tuple[Mention, ...]:
        """The people of whoever a pronoun before them means: "its commandos", "the emir, whose envoys"."""
        if noun.i in self._asked:
            return ()  # "Chad and its troops": they are not their own
        for child in noun.children:
            if child.dep_ == "poss" and child.tag_ in ("PRP$", "WP$"):
                self._asked.add(noun.i)
                try:
                    owners = (
                        self._each(antecedents(noun))
                        if child.tag_ == "WP$"
                        else self.of(child, noun, besides)
                    )
                finally:
                    self._asked.discard(noun.i)
                roles = (self._mentions.role_of(noun, owner, child.i) for owner in owners)
                found = tuple(dict.fromkeys(m for m in roles if m is not None))
                return tuple(replace(m, shared=True) for m in found) if len(found) > 1 else found
        return ()

    def minority(self, noun: Token) -> tuple[Mention, ...]:
        """A people in the country that a pronoun means: Bulgaria's Turks in "its Turkish minority"."""
        if noun.lemma_.lower() not in MINORITIES:
            return ()
        pronoun = next((c for c in noun.children if c.dep_ == "poss" and c.tag_ == "PRP$"), None)
        if pronoun is None:
            return ()
        homes = [m.actor for m in self.of(pronoun, noun) if m.actor.kind is Kind.COUNTRY]
        peoples = [m for c in noun.children if c.dep_ in MODIFIERS for m in self._mentions.at(c)]
        part = self._vocabulary.gazetteer.part
        return tuple(
            replace(m, actor=part(m.actor, homes[0]), start=noun.left_edge.i, end=noun.i + 1, head=noun.i)
            for m in peoples
            if len(homes) == 1 and len(peoples) == 1 and m.actor.code != homes[0].code
        )

    def anothers(self, pronoun: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Whose "his" is where a country is the subject: "Trump threatened Colombia and Bogotá yielded to his
        demands".
        """
        verb = verb_above(pronoun)
        subject = grammatical_subject(verb).tokens if verb is not None else ()
        found = self._each(subject)
        return self._anaphora.meant(pronoun, besides) if found and all(is_land(m) for m in found) else ()

    def _hit_before(
        self, verb: Token, pronoun: Token, besides: Collection[str], *, people: bool = False
    ) -> tuple[Mention, ...]:
        """To whom the act was done that a verb goes on from: the papers' editors in "Police closed two papers
        and jailed their editors", its envoys in "Chad broke with Mali and gave its envoys a day to leave".

        What else is "its" is the subject's, its citizens and its plan, but `people` who are harmed are not:
        "Iraq invaded Kuwait and jailed its doctors".
        """
        own = own_subject(verb)
        going_on = verb.dep_ == "conj" or (people and verb.dep_ == "advcl" and verb.tag_ == "VBG")
        if not going_on or (own is not None and own.lower_ not in ("it", "they")):
            return ()
        several = pronoun.lower_ == "their"
        found = (m for m in self._anaphora.hit.get(verb.head.i, ()) if m.actor.id not in besides)
        roles = ((m, self._mentions.role_of(pronoun.head, m, pronoun.i)) for m in found)
        return tuple(
            m
            for m, role in roles
            if m.plural == several and role is not None and (several or people or role.role is Sort.HOLDER)
        )

    def _harms(self, verb: Token) -> bool:
        """Whether a verb tells of harm more than of anything else: nobody kills, jails or shoots his own."""
        relations = self._vocabulary.verb_frames.get(verb.lemma_.lower(), NO_FRAMES).relations
        types = [self._vocabulary.relations[name].plover for name in relations]
        return sum(type in (Plover.ASSAULT, Plover.COERCE) for type in types) > HARM * len(types)

    def _subject_over(self, verb: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """Who is the subject of the nearest verb above one that is not whom it has for its own."""
        for above in islice(verb.ancestors, REACH):
            subjects = grammatical_subject(above).tokens if is_verb(above) else ()
            found = self._each(subjects)
            other = tuple(m for m in found if m.actor.id not in besides)
            if other:
                return other
        return ()

    def _several_before(self, pronoun: Token) -> tuple[Mention, ...]:
        """The several named right before "their": Kurds in "aid for the Kurds in their revolt", both in
        "aid to Mali and Chad over their pact with Russia".
        """
        for i in range(pronoun.i - 1, max(pronoun.sent.start, pronoun.i - 6) - 1, -1):
            named = self._mentions.at(pronoun.doc[i])
            people = tuple(m for m in named if m.plural)
            if people:
                return people
            joined = pronoun.doc[i].dep_ == "conj" and bool(named)
            first = self._mentions.at(pronoun.doc[i].head) if joined else ()
            if first:
                return (*first, *named)
        return ()


def is_land(mention: Mention) -> bool:
    """Whether a mention names a country or its capital, which has nothing that is "his"."""
    return mention.how in (How.NAME.value, How.CAPITAL.value) and mention.actor.kind is Kind.COUNTRY


def _is_ones_own(noun: Token) -> bool:
    """Whether what a pronoun owns is his who acts on it: "accused Chad of shelling its own people"."""
    return noun.lemma_.lower() in FOLK or any(child.lower_ == "own" for child in noun.children)


def _is_effort(noun: Token) -> bool:
    """Whether a noun with its "in" is what somebody is helped in: "backed Mali in its effort"."""
    return noun.head.lower_ == "in" and noun.lemma_.lower() in EFFORTS


def _reported(said: Token, speaker: Token) -> tuple[Token, ...]:
    """The subject of what somebody says behind it: "Chad wants Mali to help, its envoy said" is Chad's."""
    inner = [c for c in said.children if c.dep_ in ("ccomp", "parataxis") and c.i < speaker.i and is_verb(c)]
    above = [said.head] if said.dep_ == "parataxis" and said.head.i < speaker.left_edge.i else []
    told = [verb for verb in (*inner, *above) if said.i > verb.i]
    return grammatical_subject(told[0]).tokens if told and said.lemma_.lower() in SAYING else ()
