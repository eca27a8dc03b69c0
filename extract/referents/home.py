"""Whose are roles without a country: "the army", "rebels", "students" where no word beside names a state.

A role is given a country only where grammar or the kind of act leaves little doubt; otherwise it is nobody.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from extract.actors.belonging import FIGHTING, LANDSCAPE
from extract.actors.resolver import IN_ARMS, Mention
from extract.actors.roles import RISING
from extract.frames.triggers import Match
from extract.grammar.clauses import agents, logical_objects
from extract.grammar.nouns import MODIFIERS, antecedents
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.subjects import grammatical_subject
from extract.grammar.verbs import is_passive, is_verb, verb_above
from extract.referents.ends import HELD, NO_CIVILIANS, STATES_OWN
from extract.referents.makers import DOCUMENTING
from extract.referents.officials import Officials
from extract.referents.owners import OWNERS
from extract.referents.referents import Referents
from extract.standing.attribution import SAYING
from graph.gazetteer import How, Role, Sort
from graph.model import Actor, Kind, Plover
from graph.vocabulary import Relation

GRIPPING = frozenset(
    "shut paralyse paralyze sweep grip hit rock cripple engulf shake disrupt convulse empty bring".split()
)
"""Verbs of what a protest does to the land it is in: "a strike against the king shut Kathmandu"."""

INTERNAL = frozenset({"REB", "SEP", "OPP", "COP", "LAB", "UAF", "RAD"})
"""Sectors whose opposite numbers are most often at home."""

REBELLING = frozenset("rebel insurgent separatist guerrilla secessionist".split())
"""Nouns of people who rise at home, not where their backers are."""

PEOPLE = Role(sector="CVL", sort=Sort.MEMBER)
"""What a country's people are."""

STRUCK = frozenset({"EDU", "HLH", "REL", "BUS"})
"""Sectors whose bodies are places as well, which troops may shell anywhere."""

REGIONAL = frozenset(
    "arab european african asian western eastern american scandinavian nordic baltic balkan caribbean gulf "
    "islamic".split()
)
"""Adjectives by which who acts is of no country that the text names: "an Arab newspaper condemned Israel"."""

TOPPLING = RISING | {"MIL", "COP"}
"""Sectors whose coups are against their own rulers."""

SUBJECTED = frozenset({"CVL", "OPP", "AGR", "EDU", "LAB"})
OPPRESSIVE = frozenset({"regime", "junta", "dictatorship"})
"""What rulers are called whose victims are at home: "the regime killed civilians"."""

COUNTS = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million"})
"""Nouns that count people, said or unsaid."""

FOREIGN = frozenset("foreign coalition allied international multinational western".split())
"""Words by which forces are of several states."""

WHICH = frozenset({"WP", "WP$", "WDT"})
"""Tags of the words by which a clause tells more of a noun."""

VEHICLES = frozenset("ship tanker freighter trawler vessel boat ferry liner airliner".split())
"""Nouns of what is of any country, wherever it is."""

FOLLOWING = frozenset({"CVL", "OPP"})
"""Sectors of people who are of whoever stands behind their "of": "supporters of the opposition"."""

LAND = frozenset({How.NAME.value, How.CAPITAL.value, How.PLACE.value})
"""Ways by which a word means a country rather than who rules it."""

SCENE = frozenset({"in", "near", "outside", "inside"})
"""Prepositions that lead to where an act happens."""

STUCK = frozenset("maroon strand trap stick besiege displace camp shelter starve live".split())
"""Participles of people who are where the words say: "villagers marooned by a flood in Chad"."""

STAGING = frozenset({"set", "stage", "film", "shoot"})
"""Verbs of where a tale plays, which is no scene: "a novel set in Iran, where rebels kill"."""

ADJECTIVAL = frozenset({"general", "major"})
"""Ranks that stand before things as adjectives: no officer's is a "general strike"."""

ANYBODY = frozenset({"individual", "people", "person", "man", "woman", "citizen", "national", "party"})
"""Nouns of people who are not at home where an article mostly is: "agreed to target individuals"."""

KILLING = frozenset("kill wound injure hurt maim slay".split())
"""Verbs of what an assault does to people."""

SETTLED = frozenset(
    {"COP", "JUD", "LEG", "OPP", "LAB", "EDU", "AGR", "MED", "HLH", "REL", "HRI", "NGO", "BUS", "ELI", "PTY"}
)
"""Sectors that a state deals with at home: "bowed to the miners" is to its own, "bombed militants" may be
abroad."""

KIND = frozenset({Plover.AID, Plover.SUPPORT, Plover.COOPERATE})
"""Types of act that a state does to rebels elsewhere rather than to its own."""

PACIFYING = frozenset({"SIGN", "RESTORE_RELATIONS"})
"""Those of them by which a state makes peace with its own."""


class Home:
    """Gives roles without a country the one that they are at home in."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._officials = Officials(referents)

    def at_home(
        self,
        tokens: Iterable[Token],
        others: Sequence[Mention],
        *,
        domestic: bool,
        rising: bool,
        coup: bool = False,
        meeting: bool = False,
        apart: bool = False,
        crowds: bool = False,
    ) -> tuple[Mention, ...]:
        """Roles without a country as those of the country that the sentence is about.

        With a state at the other end its own: "Colombian rebels surrendered to the army", "Peru bowed to
        the miners". Without one that of the setting: "police raided a printer in Sfax". Nobody's where
        the sentence names several countries, unless the other end is rebels or police, who act at home,
        or the act a `coup`: soldiers topple their own rulers. Who holds an office is of the other country
        named where he and another do something to each other, and are `apart`: "the prime minister and
        President Macron met". `crowds` says that "thousands" may do it.
        """
        found: list[Mention] = []
        named = (meant for noun in tokens for meant in (noun, *_speakers_meant(noun)))
        for token in (part for noun in named for part in self._who(noun)):
            role = self._referents.mentions.bare_role(token)
            if role is None and crowds and _is_crowd(token):
                role = PEOPLE
            if role is None or role.sector == "DEV" or token.lemma_.lower() in VEHICLES:
                continue  # donors are of other countries, ships may be of any
            if token.i in self._referents.homes:
                found += self._referents.homes[token.i]
                continue
            if (joined := self._joined(token, role)) is not None:
                found.append(joined)
                continue
            rulers = [m.actor for m in others if m.actor.kind is Kind.COUNTRY] if coup else []
            if rulers and role.sector in TOPPLING and not _is_from_abroad(token):
                soldiers = replace(role, sector="MIL") if token.lemma_.lower() == "officer" else role
                found.append(self._referents.mentions.in_country(token, soldiers, rulers[0]))
                continue
            if apart and role.sort is Sort.HOLDER and role.sector == "GOV":
                found += self._across(token, role, others)
                continue
            if (struck := self._struck(token, others)) is not None:
                found.append(self._referents.mentions.in_country(token, role, struck))
                continue
            if (official := self._officials.of(token, others)) is not None:
                found.append(official)
                continue
            elsewhere = self._venue(token, others) if meeting and role.sector in FIGHTING else frozenset()
            for country in self._homes(
                token, role, others, domestic=domestic, rising=rising, besides=elsewhere
            ):
                found.append(self._referents.mentions.in_country(token, role, country))
        return tuple(dict.fromkeys(found))

    def _struck(self, victims: Token, others: Sequence[Mention]) -> Actor | None:
        """The country whose people an assault hit, of which its clause or the next sentence goes on: "shelled
        an Angolan town, killing two children", "bombed a Congolese camp. They wounded six nurses".
        """
        verb = verb_above(victims)
        if verb is None or verb.lemma_.lower() not in KILLING or victims.dep_ != "dobj":
            return None
        if verb.dep_ in ("advcl", "conj"):
            rebels = any(m.actor.sector in IN_ARMS for m in others)  # whose towns are at home
            cities = (How.PLACE.value, How.CAPITAL.value) if rebels else ()
            hit = self._referents.hit.get(verb.head.i, ())
            codes = {m.actor.code for m in hit if m.how not in cities}
        else:
            codes = {*self._referents.hit_by(others)} if verb.dep_ == "ROOT" else set()
        countries = self._referents.mentions.country_of_codes(codes)
        return next(iter(countries.values())) if len(countries) == 1 else None

    def mutinous(self, sources: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Officers as soldiers, where they topple their rulers: "officers in Gabon seized power"."""
        mentions = self._referents.mentions
        return tuple(
            replace(m, actor=mentions.sector(country, "MIL"))
            if m.actor.sector == "COP"
            and mentions.doc[m.head].lemma_.lower() == "officer"
            and (country := mentions.country_of_codes([m.actor.code]).get(m.actor.code or ""))
            else m
            for m in sources
        )

    def _joined(self, noun: Token, role: Role) -> Mention | None:
        """People as of the country of those whom they are named with: "Egyptian students and textile
        workers".
        """
        first = noun.head
        if noun.dep_ != "conj" or role.sort is not Sort.MEMBER or role.sector not in SETTLED | {"CVL"}:
            return None
        mentions = self._referents.mentions
        of = [m for m in mentions.at(first) if m.role is Sort.MEMBER and m.actor.kind is Kind.SECTOR]
        countries = list(mentions.country_of_codes(m.actor.code for m in of).values())
        told = any(c.dep_ in ("prep", "det") for c in noun.children)
        return mentions.in_country(noun, role, countries[0]) if len(countries) == 1 and not told else None

    def _who(self, noun: Token) -> tuple[Token, ...]:
        """The nouns that may say who a noun is: itself, or whose thing it is; only whoever people belong to:
        the opposition in "supporters of the opposition", but the troops in "government troops".
        """
        role = self._referents.mentions.bare_role(noun)
        if role is None:
            return (noun, *_owner_tokens(noun))
        behind = (o for child in noun.children if child.lower_ == "of" for o in objects_of(child))
        roles = ((o, self._referents.mentions.bare_role(o)) for o in behind)
        owners = tuple(o for o, whose in roles if whose is not None and whose.sector != "GOV")
        return owners if owners and role.sector in FOLLOWING else (noun,)

    def _across(self, holder: Token, role: Role, others: Sequence[Mention]) -> Iterator[Mention]:
        """An office as that of the one country named whose own holder is not named beside it."""
        mentions = self._referents.mentions
        named = [m for t in holder.sent for m in mentions.at(t) if m.person is None and m.actor.code]
        countries = mentions.country_of_codes(m.actor.code for m in named)
        theirs = {m.actor.code for m in others}
        left = [country for code, country in countries.items() if code not in theirs]
        if len(left) == 1 and theirs & set(countries):  # both are named: "at a summit of Chad and France"
            yield mentions.in_country(holder, role, left[0])

    def own_people(self, targets: tuple[Mention, ...], sources: Sequence[Mention]) -> tuple[Mention, ...]:
        """A state's own land as its people, where nobody else is acted upon: "a curfew in Algiers"."""
        states = {m.actor.code for m in sources if m.actor.sector in STATES_OWN}
        land = all(m.actor.id in states and m.person is None and m.how in LAND for m in targets)
        if not land:
            return targets
        mentions = self._referents.mentions
        return tuple(replace(m, actor=mentions.people_of(m.actor)) for m in targets)

    def in_own_land(self, verb: Token, sources: Sequence[Mention]) -> tuple[Mention, ...]:
        """A state's people where it acts upon some land without a name: "a curfew in three provinces"."""
        states = [m for m in sources if m.actor.sector in STATES_OWN and m.actor.kind is not Kind.GROUP]
        mentions = self._referents.mentions
        countries = list(mentions.country_of_codes(m.actor.code for m in states).values())
        land = [
            noun
            for preposition in prepositions(verb, SCENE | {"across", "throughout"}, depth=2)
            for noun in objects_of(preposition)
            if noun.lemma_.lower() in LANDSCAPE and not mentions.at(noun)
        ]
        if len(countries) != 1 or not land:
            return ()
        return (mentions.in_country(land[0], PEOPLE, countries[0]),)

    def _homes(
        self,
        token: Token,
        role: Role,
        others: Sequence[Mention],
        *,
        domestic: bool,
        rising: bool,
        besides: Collection[str],
    ) -> list[Actor]:
        if token.lemma_.lower() in HELD or (token.dep_ == "nsubj" and _is_of_a_region(token)):
            return []
        people = role.sort is Sort.MEMBER or role.sector == "MIL"  # no "foreign minister"
        if people and any(child.lower_ in FOREIGN | {"enemy"} for child in token.children):
            return []  # "coalition forces" are of several states, "foreign agents" of others
        behind = token.doc.words(token.i + 1, token.i + 2).lower()
        if behind == "here":  # "the foreign ministry here said"
            return list(self._referents.scenes.dateline().values())
        mentions = self._referents.mentions
        foreign = others and all(m.actor.kind is Kind.COUNTRY and m.how in LAND for m in others)
        again = self._referents.anaphora.again(token, role) if foreign and not domestic else None
        known = mentions.country_of_codes([again.code] if again is not None else ())
        if known and not self._scene(token) and not known.keys() & mentions.countries_in(token.sent).keys():
            return list(known.values())
        backers = mentions.countries_in(_backers(token))
        countries = (
            self._told_of(token)
            or mentions.countries_in(_reported(token))
            or mentions.countries_in(token.sent)
            or self._setting(token, role)
        )
        countries = {
            code: country
            for code, country in countries.items()
            if code not in backers and code not in besides
        }
        here = self._scene(token) if backers or len(countries) > 1 else {}
        countries = here if len(here) == 1 else countries
        if backers and not here and token.lemma_.lower() not in REBELLING:
            return []  # "Iran-backed militants" may be of any country
        dateline = self._referents.scenes.dateline()
        alone = len(countries) == 1 and (not dateline or dateline.keys() <= countries.keys())
        there = [(m, countries[code]) for m in others if (code := m.actor.code) in countries]
        if not there:
            return list(countries.values()) if alone and _is_of_here(token, role) else []
        return [
            country
            for other, country in there
            if _is_of_the_same(token, role, other, alone=alone, domestic=domestic, rising=rising)
        ]

    def _setting(self, token: Token, role: Role) -> dict[str, Actor]:
        """The country of the article; no home for people of any, nor for fighters beside a named group."""
        setting = self._referents.scenes.setting()
        homes = self._referents.mentions.lands_of_bands(token) if role.sector in IN_ARMS else set()
        elsewhere = bool(homes) and not homes & setting.keys()
        return {} if elsewhere or token.lemma_.lower() in ANYBODY else setting

    def _told_of(self, noun: Token) -> dict[str, Actor]:
        """The country that a relative clause is about, if it names no other: "Chad, whose army ..."."""
        verb = next((token for token in noun.ancestors if token.dep_ in ("relcl", "ccomp", "acl")), None)
        about = verb is not None and verb.dep_ == "relcl" and any(c.tag_ in WHICH for c in verb.subtree)
        if verb is None or not about:
            return {}
        mentions = self._referents.mentions
        named = [m for m in mentions.at(verb.head) if m.actor.kind is Kind.COUNTRY and m.person is None]
        country = mentions.country_of_codes(m.actor.code for m in named)
        return country if mentions.countries_in(verb.subtree).keys() <= country.keys() else {}

    def _venue(self, noun: Token, others: Sequence[Mention]) -> frozenset[str]:
        """The country in whose city two meet who are not of it: Cuba in "Peru met rebels in Havana"."""
        verb = verb_above(noun)
        cities = (How.CAPITAL.value, How.PLACE.value)
        places = self._referents.scenes.of(noun, SCENE)
        places += self._referents.scenes.of(verb, SCENE) if verb is not None else ()
        codes = {m.actor.code for m in places if m.how in cities and m.actor.code is not None}
        return frozenset(codes) - {m.actor.code for m in others}

    def _scene(self, noun: Token) -> dict[str, Actor]:
        """The country in which the act happens: "gunmen seized two tourists in Niger", "fled to Mali, where
        soldiers beat him".
        """
        verb = verb_above(noun)
        if verb is None or any(child.dep_ == "poss" for child in noun.children):
            return {}
        mentions = self._referents.mentions
        stuck = [c for c in noun.children if c.dep_ == "acl" and c.lemma_.lower() in STUCK]
        within = [o for clause in stuck for p in prepositions(clause, SCENE, depth=3) for o in objects_of(p)]
        if len(own := mentions.countries_in(within)) == 1:
            return own  # "villagers stranded by a flood in Chad were rescued by Cameroon"
        told = verb_above(verb.head) or verb
        where = any(child.lower_ == "where" for child in verb.children)
        if verb.dep_ == "relcl" and where and told.lemma_ not in STAGING:
            return mentions.countries_in([verb.head])
        return mentions.countries_in(mentions.doc[m.head] for m in self._referents.scenes.of(verb, SCENE))

    def people_there(self, protest: Token, against: Sequence[Mention]) -> tuple[Mention, ...]:
        """Who protests where nobody but the land is named: Jordan's people in "protests against Israel broke
        out in Jordan".
        """
        mentions, scenes = self._referents.mentions, self._referents.scenes
        if not all(mentions.doc[m.head].head.lower_ not in SCENE for m in against):
            return ()  # "protests against the war in Iraq were held in London" are not against Iraq
        verb = protest if is_verb(protest) else verb_above(protest)
        places = scenes.of(protest, SCENE) or (scenes.of(verb, SCENE) if verb is not None else ())
        direct = [m for m in places if _stands_in(mentions.doc[m.head]) and m not in against]
        if not direct and verb is not None and verb.lemma_.lower() in GRIPPING and not is_passive(verb):
            direct = [m for o in logical_objects(verb) for m in mentions.at(o) if m.person is None]
        lands = [m for m in direct if m.actor.kind is Kind.COUNTRY]
        return tuple(replace(m, actor=mentions.people_of(m.actor)) for m in lands)

    def speaking_state(self, verb: Token) -> tuple[Mention, ...]:
        """The state that says what became of something it had: "talks with Chad collapsed, Mali said"."""
        if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING:
            return ()
        speakers = self._referents.each(grammatical_subject(verb.head).tokens, besides=(), owned=False)
        return tuple(m for m in speakers if m.actor.kind is Kind.COUNTRY)

    def speakers_own(self, match: Match) -> tuple[Mention, ...]:
        """A government's role in what a state says is its own: "Mali said the president had left"."""
        verb = match.trigger
        if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING:
            return ()
        speakers = self._referents.each(grammatical_subject(verb.head).tokens, besides=(), owned=False)
        states = [m.actor for m in speakers if m.actor.kind is Kind.COUNTRY]
        roles = [(token, self._referents.mentions.bare_role(token)) for token in match.sources]
        return tuple(
            self._referents.mentions.in_country(token, role, state)
            for token, role in roles
            for state in states[:1]
            if role is not None and role.sector in ("GOV", "MIL") and not _is_told_apart(token)
        )


def is_done_to_rebels(relation: Relation) -> bool:
    """Whether a state does this to rebels of its own rather than of other lands."""
    return relation.plover not in KIND or relation.name in PACIFYING


def _stands_in(noun: Token) -> bool:
    """Whether "in" leads to a noun itself or to what it is joined to: both in "in Chad and Mali"."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.head.lower_ in SCENE


def _reported(noun: Token) -> Iterator[Token]:
    """The clause that somebody reports in which a noun stands, without the words of who reports it: "rebels
    attacked a Chadian village, state radio monitored in Paris said".
    """
    for token in (noun, *noun.ancestors):
        if token.dep_ == "ccomp" and token.head.lemma_.lower() in SAYING:
            yield from token.subtree
            return


def _is_of_the_same(
    noun: Token, role: Role, other: Mention, *, alone: bool, domestic: bool, rising: bool
) -> bool:
    """Whether a role is of the country of who stands opposite; `alone` that no other country is named."""
    if role.sector in SUBJECTED and noun.doc[other.head].lemma_.lower() in OPPRESSIVE:
        return True
    inside = other.actor.kind in (Kind.SECTOR, Kind.GROUP) and other.actor.sector in INTERNAL
    inside = inside and (noun.pos_ != "PROPN" or alone or role.sector != "GOV")  # "Minister Ellwood"
    if inside or (other.actor.kind is Kind.PEOPLE and noun.pos_ == "NOUN"):
        return True
    if not alone:
        return False
    if role.sector == "GOV" and other.actor.kind is Kind.SECTOR and _is_of_here(noun, role):
        return True
    if role.sector in ("MIL", "COP") and other.actor.sector in ("JUD", "LEG"):
        return True  # a state's judges and lawmakers deal with its own army
    if other.actor.sector == "JUD" and role.sort is Sort.MEMBER and role.sector != "REF":
        return True  # and its courts with whoever is brought before them: "sentenced 12 Islamists"
    civilian = role.sort is Sort.MEMBER and role.sector not in NO_CIVILIANS | {"REF"}
    if civilian and other.actor.sector in NO_CIVILIANS and _is_there(noun.doc[other.head], other):
        return True
    site = role.sort is Sort.BODY and role.sector in STRUCK and not domestic
    inner = domestic and (rising or role.sector not in IN_ARMS)  # "Libya backed rebels" of other lands
    settled = inner or role.sector in SETTLED or (rising and role.sector in RISING)
    shelled = site and other.actor.sector == "MIL"
    there = role.sector in RISING and other.how in (How.PLACE.value, How.CAPITAL.value)
    return settled and not shelled and (inner or there or _acts(other, noun.doc[other.head]))


def _is_there(head: Token, other: Mention) -> bool:
    """Whether words say that somebody of a country is in it, and so whose people he hits: "troops in Burundi
    killed villagers".
    """
    within = (o for child in head.children if child.lower_ == "in" for o in objects_of(child))
    return other.role is not None and any(other.start <= o.i <= other.end for o in within)


def _acts(other: Mention, head: Token) -> bool:
    """Whether somebody is at the other end, rather than a thing of his: "critics and the Danish film"."""
    if other.role is Sort.MEMBER:
        return True
    owns = head.dep_ == "pobj" and head.head.lower_ in ("of", "from") and head.head.head.pos_ == "NOUN"
    return head.dep_ not in MODIFIERS and not owns


def _backers(noun: Token) -> Iterator[Token]:
    """Who does something for somebody that a participle tells: "Rwandan-backed rebels", "armed by Libya"."""
    for child in noun.children:
        if child.dep_ in ("amod", "acl") and child.lemma_.lower() not in DOCUMENTING:
            yield from agents(child)


def _is_crowd(noun: Token) -> bool:
    """Whether people are only counted: "thousands marched", "tens of thousands took to the streets"."""
    of = [o for child in noun.children if child.lower_ == "of" for o in objects_of(child)]
    counted = all(o.lemma_.lower() in COUNTS for o in of)
    return noun.dep_ == "nsubj" and noun.tag_ == "NNS" and noun.lemma_.lower() in COUNTS and counted


def _is_from_abroad(noun: Token) -> bool:
    """Whether who acts may be of several states: "foreign troops", "coalition forces"."""
    return any(c.lower_ in FOREIGN for c in noun.children) or _is_of_a_region(noun)


def _is_of_a_region(noun: Token) -> bool:
    """Whether a role is said to be of no one country: "African migrants"."""
    return any(child.lower_ in REGIONAL for child in noun.children if child.dep_ in MODIFIERS)


def _speakers_meant(pronoun: Token) -> tuple[Token, ...]:
    """Who says of himself what he will do: "the army said it would crush the rebels"."""
    verb = pronoun.head
    if pronoun.lower_ not in ("it", "they") or pronoun.dep_ != "nsubj" or verb.dep_ != "ccomp":
        return ()
    return grammatical_subject(verb.head).tokens if verb.head.lemma_.lower() in SAYING else ()


def _is_told_apart(noun: Token) -> bool:
    """Whether more than an article is said of a role: "the military government of President X"."""
    return any(child.dep_ in ("amod", "compound", "nmod", "prep", "relcl", "acl") for child in noun.children)


def _is_of_here(noun: Token, role: Role) -> bool:
    """Whether a role may be the setting's: "the government" is, "both governments" or "a state" are not."""
    one = noun.tag_ in ("NN", "NNP") and any(child.lower_ == "the" for child in noun.children)
    return role.sector != "GOV" or one


def _owner_tokens(noun: Token) -> tuple[Token, ...]:
    """Whose thing a noun is, whoever that may be: "president" in "the president's decision"."""
    of = (o for child in noun.children if child.lower_ in OWNERS for o in objects_of(child))
    by = (o for child in noun.children if child.dep_ == "acl" for o in agents(child))
    owners = (c for c in noun.children if c.dep_ in ("poss", "compound") and c.lower_ not in ADJECTIVAL)
    return (*antecedents(noun), *owners, *of, *by)
