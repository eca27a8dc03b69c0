"""To whom it is done: from the tokens that fill a frame's places to the actors whom an act hits."""

from collections.abc import Iterator, Sequence
from itertools import islice

from extract.actors.belonging import RELATIONAL, is_opposed
from extract.actors.resolver import Mention
from extract.actors.standins import COUNTERPARTS
from extract.frames.triggers import Match, fits, measured, noun_matches
from extract.grammar.calendar import CALENDAR
from extract.grammar.circumstances import PROMPTS
from extract.grammar.clauses import circumstances, logical_objects, logical_subject
from extract.grammar.nouns import MODIFIERS
from extract.grammar.parse import Token
from extract.grammar.prepositions import WITH, objects_of, part_in, prepositions
from extract.grammar.subjects import grammatical_subject
from extract.grammar.verbs import REACH, is_verb
from extract.referents.home import PEOPLE, Home
from extract.referents.owners import OWNERS
from extract.referents.referents import Referents
from extract.referents.scenes import IN, WARS, WHERE, is_place
from graph.frames import NONE, Slot
from graph.gazetteer import How, Sort
from graph.model import Kind, Plover
from graph.vocabulary import Relation, Vocabulary

WHITHER = WHERE | {"to", "into", "from"}
"""Prepositions behind who or what is hit, which comes before the place: "deported Somali refugees to Chad",
"shelled Kurdish camps in Iraq".
"""

HITTING_AT = WHERE | {"on", "over", "against", "into"}
"""Prepositions by which a locative relation names whom it hits: "a siege in Sarajevo"."""

CIRCUMSTANCES = WHERE | frozenset(
    "after before over amid despite following during since until by because on under without".split()
)
"""Prepositions that tell when, where or why rather than to whom."""

OF_DEEDS = frozenset(
    {Plover.AGREE, Plover.SUPPORT, Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN}
)
"""Types that are done to deeds as often as to actors: "rejected it" rejects a plan; no city is spoken to."""

OTHERS_OWN = frozenset({Plover.ASSAULT, Plover.COERCE, Plover.MOBILIZE, Plover.REJECT, Plover.CONCEDE})
"""Types that are done to what others have: neither "its positions" nor "its request" are theirs who shell or
refuse them.
"""

RALLYING = frozenset(
    "rally march protest protester demonstration demonstrator banner slogan match fight struggle campaign "
    "vote".split()
)
"""Nouns of protests and contests, against somebody themselves: "tear gas at a march against Chile"."""

CONDITIONS = frozenset({"if", "unless"})
"""Words that begin what a threat depends on."""

ANSWERING = frozenset("answer respond react reply retaliate counter".split())
TO_WHAT = frozenset({"to", "against"})
"""Verbs of answers, and the prepositions that lead to what is answered."""

OVER = frozenset({"over"})
AT_WHAT = frozenset({"to", "for", "at", "over", "against", "with"})
AFTER = frozenset({"after", "because", "following", "as", "of", "when"})
MOODS = frozenset("protest retaliation response reprisal reply anger answer revenge".split())
"""Words that lead to the occasion of an act: "over the raid", "in retaliation for the raid"; of an alarm it
may stand behind "after" as well.
"""

DESPITE = frozenset({"despite", "notwithstanding"})
BREACHES = frozenset({"breach", "violation", "spite", "defiance", "disregard", "contravention"})
PACTS = frozenset("truce ceasefire armistice pact treaty agreement accord deal".split())
PARTIES = frozenset({"with", "between"})
"""What an attack is told to be in spite of: words that lead to a truce, and from it to the other side."""

MOVING = frozenset({"after", "because", "until", "unless", "as"})
"""Words that begin what moves people to begin or end a protest."""

PERMITTING = frozenset({"let", "allow", "permit"})
"""Verbs whose object may do what is told."""

KIN = frozenset("tribe clan family community congregation minority sect caste village".split())
"""Nouns whose members are people of a country."""

HURTING = frozenset("destroy kill wound hit target damage injure strike".split())
"""Verbs of what assaults do to those whom they hit."""

ANSWERS = frozenset({Plover.REJECT, Plover.AGREE, Plover.CONCEDE, Plover.ACCUSE})
"""Types of act by which somebody answers what was put to him: "dismissed the appeal as meddling"."""


class Targets:
    """Finds to whom the acts of one block are done."""

    def __init__(self, referents: Referents, vocabulary: Vocabulary) -> None:
        self._referents = referents
        self._home = Home(referents)
        self._vocabulary = vocabulary

    def of(self, match: Match, relation: Relation, besides: Sequence[str]) -> tuple[Mention, ...]:
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
            whose = self._referents.mentions.owners(match.used[-1], prepositions=frozenset())
            found = tuple(m for m in whose if m.actor.id not in besides)
        there = any(place.slot is Slot.TARGET and place.words & WHITHER for place in match.frame.places)
        if there and relation.plover in (Plover.ASSAULT, Plover.COERCE, Plover.PROTEST):
            found = found or tuple(m for m in self._hit(match, besides) if m.actor.id not in besides)
        for group in (match.targets, *match.other_targets):
            deeds = spoken and match.frame.content is None  # "rejected it", but "accused it of ..."
            tokens = [token for token in group if not (deeds and token.lower_ == "it")]
            there_too = relation.locative and not any(token.lemma_.lower() in WARS for token in tokens)
            found = found or self._referents.each(tokens, besides=besides, owned=owned, locative=there_too)
        arms = self._vocabulary.classes.get("arms", NONE)
        goods = relation.plover.quad.endswith("cooperation") or relation.plover is Plover.REQUEST
        for noun in match.owned:
            sold = goods and fits(noun, arms) is not None  # "Russian missiles" are Russia's, not its army's
            found += (
                (self._referents.mentions.owners(noun, prepositions=frozenset()) if sold else ())
                or self._whose_friend(noun)
                or self._referents.mentions.at(noun)
                or (self._referents.actors_of(noun, besides) if noun.pos_ == "PRON" else ())
                or self._referents.possessives.people(noun, besides)
                or (self._referents.scenes.placed(noun) if relation.locative else ())
            )
            found = (
                found or self._referents.owners.of(noun, besides) or self._referents.deals.bond(noun, besides)
            )
            for inner in measured(noun) if not found else ():
                found = found or self._referents.owners.of(inner, besides)
            if not found and relation.plover in OTHERS_OWN and relation.name != "DEFY":
                found = self._referents.possessives.of_thing(noun, besides)
        if not found and match.used and _is_genitive(match):
            found += self._referents.owners.of(match.used[-1], besides)
        if not found and relation.plover is Plover.ASSAULT and match.frame.content is None:
            found += self._against(match, besides)
        if not found and not match.frame.has_target and match.frame.content is None:
            found += tuple(
                m
                for noun in match.used
                for m in self._people_at(noun)
                or self._referents.owners.of(noun, besides)
                or self._addressed(noun)
            )
        told = relation.plover is Plover.ASSAULT and _tells_whom(match.trigger)
        if not found and relation.locative and match.frame.content is None and not told:
            there_hit = self._referents.scenes.of(match.trigger, HITTING_AT)
            found += self._kin_in(match, there_hit) or there_hit or self._abroad(match)
        if relation.name == "VIOLATE_CEASEFIRE":
            nouns = (*match.owned, *match.used, *match.targets)
            found = found or tuple(m for noun in nouns for m in self._referents.deals.parties(noun))
            mine = {id.partition("-")[0] for id in besides}  # an army breaks its state's truce with others
            found = tuple(m for m in found if m.actor.id.partition("-")[0] not in mine)
        if not found and relation.name == "MEDIATE":
            deals = (*match.targets, *match.owned)
            found = tuple(m for noun in deals for m in self._referents.deals.of(noun))
        if not found and relation.plover in ANSWERS and relation.name != "CONVICT":
            charges = (*match.owned, *match.targets)
            found = tuple(m for noun in charges for m in self._referents.deeds.put_by(noun, besides))
        if not found and relation.plover is not Plover.ASSAULT:  # who "claimed the attack" made it himself
            nouns = (*match.targets, *match.owned, *match.used)
            found = tuple(m for noun in nouns for m in self._referents.deeds.told(noun, besides))
        if relation.plover in (Plover.ASSAULT, Plover.COERCE):
            found = self._people_of(match, found) or found
        if not found and match.content is not None:
            found = self._referents.scenes.told_where(match.trigger)
        return tuple(m for m in found if there or not (spoken and is_place(m)))

    def _people_at(self, noun: Token) -> tuple[Mention, ...]:
        """People whom a frame only names, where words say whose they are: "the arrest of Thai reporters"."""
        return tuple(m for m in self._referents.mentions.at(noun) if m.role is Sort.MEMBER)

    def _abroad(self, match: Match) -> tuple[Mention, ...]:
        """In whose land those are who act: Japan in "Kenyan students in Japan protested"; a people in a
        country acts against its rulers.
        """
        nations = {
            m.actor.code
            for token in match.sources
            for m in self._referents.mentions.at(token)
            if m.actor.kind is not Kind.PEOPLE
        }
        places = (m for token in match.sources for m in self._referents.scenes.of(token))
        return tuple(m for m in places if m.actor.code not in nations)

    def _whose_friend(self, noun: Token) -> tuple[Mention, ...]:
        """Who has an ally or rival, where a frame asks for him: Iraq in "Turkey is Iraq's ally"."""
        if noun.lemma_.lower() not in RELATIONAL or noun.lemma_.lower() in COUNTERPARTS:
            return ()
        owners = (child for child in noun.children if child.dep_ == "poss")
        return tuple(m for owner in owners for m in self._referents.actors_of(owner))

    def _hit(self, match: Match, besides: Sequence[str]) -> Iterator[Mention]:
        """Who is hit where a frame names a place beside: whoever owns the camps, or the people themselves."""
        mentions = self._referents.mentions
        here = any(place.slot is Slot.TARGET and place.words & WHERE for place in match.frame.places)
        for noun in match.named:
            people = [m for m in mentions.at(noun) if m.role is Sort.MEMBER and m.actor.sector != "MIL"]
            if people or here:
                owners = people or mentions.owners(noun, prepositions=frozenset())
                yield from owners or self._referents.possessives.of_thing(noun, besides)

    def _opposed(self, match: Match) -> tuple[Mention, ...]:
        """Whom a protest is against by its "anti-": "anti-Japanese protests", "anti-government marchers"."""
        mentions = self._referents.mentions
        nouns = (noun for noun in (match.trigger, *match.used, *match.sources) if not is_verb(noun))
        children = [child for noun in nouns for child in noun.children if child.dep_ in MODIFIERS]
        named = tuple(m for c in children for m in mentions.at(c) if is_opposed(mentions.doc, m))
        if named:
            return named
        rulers = [c for c in children if mentions.doc.words(max(0, c.i - 2), c.i).lower() == "anti-"]
        sources = self._referents.each(match.sources, besides=(), owned=False)
        return self._home.at_home(rulers, sources, domestic=True, rising=True)

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

    def _kin_in(self, match: Match, places: Sequence[Mention]) -> tuple[Mention, ...]:
        """People of a tribe or family as those of the country they are hit in: "killed ten members of the
        Shuwa tribe in Chad".
        """
        kin = [
            noun
            for noun in match.targets
            if noun.lemma_.lower() == "member"
            and any(o.lemma_.lower() in KIN for p in noun.children if p.lower_ == "of" for o in objects_of(p))
        ]
        in_country = self._referents.mentions.in_country
        countries = [m.actor for m in places if m.actor.kind is Kind.COUNTRY and m.person is None]
        return tuple(in_country(noun, PEOPLE, country) for noun in kin for country in countries)

    def _addressed(self, noun: Token) -> tuple[Mention, ...]:
        """Whom an event noun is about, for frames that only name the noun: "cancelled a meeting with X"."""
        for match in noun_matches(noun, self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())):
            nouns = [n for n in match.targets if n.head.lower_ not in WHERE]  # not where it is told
            found = self._referents.each(nouns, besides=(), owned=False)
            if found:
                return found
        return ()

    def on_condition_of(self, match: Match, besides: Sequence[str], *, unless: bool) -> tuple[Mention, ...]:
        """Who is threatened by what would follow what he does: "threatened to attack if Iran went on".

        `unless` asks for that word: any hostile act may wait for it.
        """
        words = CONDITIONS - {"if"} if unless else CONDITIONS
        verbs = (verb for verb in (match.trigger, match.content) if verb is not None)
        for clause in (clause for verb in verbs for clause in circumstances(verb, words)):
            found = self._referents.each(grammatical_subject(clause).tokens, besides=besides, owned=False)
            found = tuple(m for m in found if m.actor.id not in besides)
            if found:
                return found
        return ()

    def answered(self, verb: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """To whose deed something is the answer: "answered Libya's move by closing the border"."""
        answer = verb.head.head
        if verb.dep_ != "pcomp" or verb.head.lower_ not in ("by", "with"):
            return ()
        if answer.lemma_.lower() not in ANSWERING:
            return ()
        to = (o for p in prepositions(answer, TO_WHAT, depth=1) for o in objects_of(p))
        found = self._referents.each((*logical_objects(answer), *to), besides=besides, owned=True)
        return tuple(m for m in found if m.actor.id not in besides)

    def occasioned(self, verb: Token, besides: Sequence[str], *, alarming: bool) -> tuple[Mention, ...]:
        """Whose deed an act is for: "recalled its envoy over the Chadian raid", "in protest at the raid"."""
        nouns = [noun for p in prepositions(verb, OVER, depth=2) for noun in objects_of(p)]
        for preposition in prepositions(verb, IN, depth=1):
            for mood in objects_of(preposition):
                if mood.lemma_.lower() in MOODS:
                    nouns += [noun for p in prepositions(mood, AT_WHAT, depth=1) for noun in objects_of(p)]
        nouns = [noun for noun in nouns if noun.lemma_.lower() not in PROMPTS]  # "over Japan's objections"
        if alarming:  # "put its army on alert after Russian drones crashed", "because of Russian drones"
            nouns += [noun for p in prepositions(verb, AFTER, depth=2) for noun in objects_of(p)]
            nouns += [noun for clause in _when(verb) for noun in logical_subject(clause).tokens]
        if not nouns:
            nouns += _provokers(verb)
        found = self._referents.each(nouns, besides=besides, owned=True)
        if not found:  # "after clashes with Azerbaijani troops"
            foes = [o for noun in nouns for p in prepositions(noun, WITH, depth=1) for o in objects_of(p)]
            found = self._referents.each(foes, besides=besides, owned=True)
        return tuple(m for m in found if m.actor.id not in besides and not is_place(m))

    def at_truce(self, verb: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """With whom somebody who attacks has a truce: "shelled the town despite a truce with Chad"."""
        pacts = [noun for p in prepositions(verb, DESPITE, depth=2) for noun in objects_of(p)]
        for preposition in prepositions(verb, IN, depth=1):
            for manner in objects_of(preposition):
                if manner.lemma_.lower() in BREACHES:
                    pacts += [
                        n for p in prepositions(manner, frozenset({"of"}), depth=1) for n in objects_of(p)
                    ]
        parties = [
            party
            for pact in pacts
            if pact.lemma_.lower() in PACTS
            for p in prepositions(pact, PARTIES, depth=1)
            for party in objects_of(p)
        ]
        found = self._referents.each(parties, besides=besides, owned=False)
        return tuple(m for m in found if m.actor.id not in besides and not is_place(m))

    def bargaining(self, verb: Token) -> Iterator[Token]:
        """The rulers by whose deed people begin or end a protest: "called off the strike after the government
        raised their pay".
        """
        for clause in circumstances(verb, MOVING):
            for noun in grammatical_subject(clause).tokens:
                role = self._referents.mentions.bare_role(noun)
                if role is not None and role.sector == "GOV":
                    yield noun

    def anybody_in(self, clause: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """The first actor that a clause acts on, for acts that the codebook does not know."""
        for noun in objects_in(clause):
            both = objects_of(noun.head) if noun.head.lower_ == "between" else [noun]
            found = self._referents.each(both, besides=besides, owned=True)
            if found:
                return found
        return ()

    def helped_in(self, clause: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """In whose land a kind act is to be done: "offered to help rebuild schools in Angola"."""
        inner = next((c for c in clause.children if c.dep_ in ("xcomp", "ccomp")), clause)
        found = self._referents.scenes.of(clause, IN) or self._referents.scenes.of(inner, IN)
        return tuple(m for m in found if m.actor.id not in besides and m.actor.kind is Kind.COUNTRY)

    def permitted(self, clause: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Whom a clause lets do something: "refused to allow Germany to send tanks to Ukraine"."""
        objects = logical_objects(clause) if clause.lemma_.lower() in PERMITTING else ()
        return self._referents.each(objects, besides=besides, owned=False)


def _when(verb: Token) -> Iterator[Token]:
    """The clauses that tell upon what something is done, also where the parser hangs one on the day before
    it: "went on alert on Friday when a Turkish frigate sailed by".
    """
    days = (o for p in verb.children if p.dep_ == "prep" for o in p.children if o.lower_ in CALENDAR)
    for above in (verb, *days):
        for clause in above.children:
            told = clause.dep_ == "advcl" or (clause.dep_ == "relcl" and above.lower_ in CALENDAR)
            if told and any(c.dep_ in ("mark", "advmod") and c.lower_ in AFTER for c in clause.children):
                yield clause


def _provokers(verb: Token) -> tuple[Token, ...]:
    """Who did what an act that says no more is the answer to: "Peru closed the border, and Chile recalled
    its envoy in response".
    """
    first = verb.head
    answer = (
        mood.lemma_.lower() in MOODS and not list(mood.children)
        for preposition in prepositions(verb, IN, depth=1)
        for mood in objects_of(preposition)
    )
    joined = verb.dep_ == "conj" and is_verb(first) and any(answer)
    return logical_subject(first).tokens if joined else ()


def objects_in(clause: Token) -> Iterator[Token]:
    """The nouns that a clause's act is about, not those of its circumstances or inner clauses."""
    if (part := part_in(clause)) is not None:  # "take part in talks with the government"
        yield from (noun for p in prepositions(part, WITH, depth=1) for noun in objects_of(p))
    for child in clause.children:
        if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP":
            yield child
        elif child.dep_ in ("prep", "dative") and child.lower_ not in CIRCUMSTANCES:
            yield from objects_of(child)
        if child.dep_ in ("dobj", "xcomp", "prt"):
            yield from objects_in(child)


def _tells_whom(verb: Token) -> bool:
    """Whether what an assault did, and so whom it hit, is told behind it: "flew a raid in Iraq, killing two
    leaders of Islamic State".
    """
    return any(c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_.lower() in HURTING for c in verb.children)


def _is_of_act(against: Token, trigger: Token) -> bool:
    """Whether an "against" belongs to an act, rather than to a march or to what somebody else does."""
    if against.i < trigger.i:
        return False
    for above in islice(against.ancestors, REACH):
        if above.i == trigger.i:
            return True
        clause = above.dep_ in ("advcl", "acl") or (above.dep_ == "conj" and is_verb(above))
        apart = above.dep_ in ("relcl", "ccomp") or (clause and above.lemma_.lower() != "use")
        if apart or above.lemma_.lower() in RALLYING:
            return False
    return False


def _is_genitive(match: Match) -> bool:
    """Whether a frame's target is also the owner of its noun: "the offer of X" is "X's offer"."""
    return any(place.slot is Slot.TARGET and place.words & OWNERS for place in match.frame.places)
