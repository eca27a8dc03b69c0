"""The end of an act at home that no word names: whom "Kenyan nurses walked out" is against, who imposes a
curfew "in Peru".

Only where everybody whom the sentence names is of one country; else it may be anybody's.
"""

from collections.abc import Sequence

from extract.actors.resolver import Mention
from extract.acts.targets import objects_in
from extract.frames.triggers import Match, fits
from extract.grammar.nouns import MODIFIERS
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.verbs import is_infinitive, is_passive, own_subject
from extract.referents.ends import NO_CIVILIANS, STATES_OWN
from extract.referents.home import LAND, TOPPLING
from extract.referents.referents import Referents
from graph.frames import NONE
from graph.model import Actor, Kind, Plover
from graph.vocabulary import Relation, Vocabulary

PUBLIC = frozenset({"IMPOSE_CURFEW", "EASE_RESTRICTIONS"})
"""Relations of what a state does to all who live in it, and takes from them again."""

GRAVE = frozenset({"emergency", "siege", "exception", "alarm", "war"})
"""What a state is one of that its rulers declare: "a state of siege"."""

DRIVES = frozenset({"campaign", "drive", "fight", "struggle", "movement"})
"""Nouns of what goes on for long and is no crowd's: "the campaign against Islamic State in Iraq"."""

UNREST = frozenset({"PROTEST", "DEMONSTRATE", "RIOT", "STRIKE"})
"""Relations whose nouns tell of a crowd: "protests broke out"."""

ENDING = frozenset("end stop cease subside abate fade fizzle peter die wane finish collapse fail".split())
"""Verbs of what is over: "the protests in Iran have ended"."""

UNDER_OTHERS = frozenset({"PSE", "ISR"})
"""Lands where a curfew of which no more is told is as likely one state's on another's people."""

GRANTING = frozenset({"REFORM", "PARDON"})
JAILING = frozenset({"ARREST", "RELEASE", "PARDON"})
POLITICAL = frozenset({"OPP", "LAB", "LEG"})
"""Relations of what only a state does to its people, and to those whom nobody but it would jail."""

AT_WORK = frozenset({"COP", "JUD"})
"""Sectors of policemen and lawyers, who strike and protest like others."""

TELLING = frozenset({"PROTEST", "DEMONSTRATE"})
"""Relations of people who may march for anything, so against their state only where they have a grievance."""

AGAINST = frozenset({"against"})
OVER = frozenset({"over", "about", "against", "at"})
"""Prepositions that lead to what people march over: "marched over bread prices"."""

CLAIMING = frozenset({"demand", "protest", "press", "denounce", "condemn", "oppose"})
"""Verbs of what people march to do: "rallied to demand elections"."""

FAVOURING = frozenset("support favour favor solidarity sympathy honour honor memory celebration".split())
"""Nouns of what people march in: "marched in support of the president"."""

WORKING = frozenset({"work", "job", "class", "classroom", "teaching", "lesson", "production"})
"""Nouns of what people go back to after a strike, or after a holiday."""

ON_DUTY = frozenset({"BLOCK_PASSAGE", "RIOT", "END_PROTEST"})
"""Relations of what policemen may do on duty as well: "police blocked the avenue", "removed barricades"."""

STOPPAGES = ("stoppage", "stoppages", "fasts")
GATHERINGS = ("rally", "demos", "protest_kinds", "protest")
"""Classes of what workers and crowds hold; a rally alone may be for anything."""

RESTRICTING = {
    "REPRESS": ("unrest", "rally", "demos", "crowds", "stoppages"),
    "BAN": ("rally", "demos", "stoppages", "protest_kinds"),
    "CENSOR": ("networks",),
}
"""Relations of what a state does to its people, by the classes of what they hold or use: "banned rallies"."""

GATHERED = frozenset({"meeting", "session", "inquiry", "debate", "hearing", "class", "school"})
"""Nouns of what others than a state may hold as well."""

THOROUGHFARES = frozenset("capital street city town downtown centre center square".split())
"""Nouns of where crowds march, who are seldom there for anything else."""

DISPUTED = ("grievances", "polls")
OUTCOMES = frozenset({"result", "outcome", "tally", "verdict", "constitution", "decree", "reshuffle"})
"""Classes and nouns of what only a state does at home: its opposition "rejected the result"."""

PARTISAN = frozenset({"OPP", "LAB", "REL", "HRI", "NGO", "EDU", "AGR", "MED", "HLH"})
"""Sectors that have something against what their state does."""

LAWMAKERS = frozenset({"budget", "nominee", "nomination", "decree", "cabinet"})
"""Nouns of what a parliament gets from its government: "the senate threw out the budget"."""

ANSWERING = frozenset({Plover.REJECT, Plover.ACCUSE})
"""Types of act by which people judge what their state has done."""

PLEDGING = frozenset({"THREATEN", "PROMISE", "OFFER", "REFUSE"})
"""Relations by which people tell their state whether they will protest: "agreed to end their strike"."""

UPRISING = frozenset({"REB", "SEP"})
"""Sectors that take from their own state what they take."""

TAKEN = ("territory", "border_land", "land_held", "posts", "buildings", "sites", "holdings")
"""Classes of what rebels take or blow up at home: "captured a town", "overran a base"."""


class Implied:
    """Finds the end of an act that is only implied by where it happens and who else is at it."""

    def __init__(self, referents: Referents, vocabulary: Vocabulary) -> None:
        self._referents, self._mentions = referents, referents.mentions
        self._vocabulary = vocabulary

    def whom(
        self, match: Match, relation: Relation, spoken_of: Relation | None, sources: Sequence[Mention]
    ) -> tuple[Mention, ...]:
        """A state to which its own people do something, or the people upon whom it lays something."""
        if relation.name == "OVERTHROW":
            return self._own_rulers(match, sources)
        country = self._only_country(match.trigger, sources)
        if country is None:
            return ()
        if relation.name in PUBLIC:
            states = all(m.actor.sector in STATES_OWN and m.actor.kind is not Kind.GROUP for m in sources)
            plain = (
                states and not match.targets and self._is_curfew(match) and country.code not in UNDER_OTHERS
            )
            return (self._implied(match, self._mentions.people_of(country)),) if plain else ()
        if relation.name in RESTRICTING:
            held = [n for n in (*match.used, *match.owned) if n.dep_ in ("dobj", "nsubjpass")]
            hit = [n for n in (*held, *match.targets) if self._fits(n, RESTRICTING[relation.name])]
            states = all(m.actor.sector in STATES_OWN and m.actor.kind is not Kind.GROUP for m in sources)
            public = hit and states and all(n in hit for n in match.targets) and not _is_owned(hit)
            public = public and not self._is_somebodys(hit) and not any(_is_armed(n) for n in hit)
            return (self._implied(match, self._mentions.people_of(country)),) if public else ()
        if any(m.actor.kind not in (Kind.SECTOR, Kind.ORGANISATION, Kind.GROUP) for m in sources):
            return ()
        sectors = {m.actor.sector for m in sources}
        against_state = (
            self._is_protest(match, relation, sectors)
            or self._is_judged(match, relation, sectors)
            or self._is_claimed(match, relation, spoken_of, sectors)
            or (
                sectors <= UPRISING
                and relation.plover in (Plover.COERCE, Plover.ASSAULT)
                and self._is_taken(match)
            )
        )
        return (self._implied(match, country),) if against_state else ()

    def _own_rulers(self, match: Match, sources: Sequence[Mention]) -> tuple[Mention, ...]:
        """The rulers of those who seize power, if they do so at home: "officers in Gabon staged a coup"."""
        countries = list(self._mentions.country_of_codes(m.actor.code for m in sources).values())
        armed = all(m.actor.kind is Kind.SECTOR and m.actor.sector in TOPPLING for m in sources)
        there = {m.actor.code for m in self._referents.scenes.of(match.trigger)}
        if len(countries) != 1 or not armed or match.owned or match.targets or there - {countries[0].code}:
            return ()
        return (self._implied(match, countries[0]),)

    def who(self, match: Match, relation: Relation, targets: Sequence[Mention]) -> tuple[Mention, ...]:
        """The state by which something is done to its own that nobody else does, where nobody is named:
        "Kuwaiti women were given the vote", "two of its members were arrested".
        """
        sectors = {m.actor.sector for m in targets if m.actor.kind in (Kind.SECTOR, Kind.PEOPLE)}
        if not targets or match.source_rule not in ("agentless", "") or match.sources:
            return ()
        country = self._only_country(match.trigger, targets)
        if country is None:
            return ()
        if relation.name in UNREST:  # "demonstrations were held across Sudan"
            lands = all(m.actor.kind is Kind.COUNTRY and m.how in LAND for m in targets)
            return (self._implied(match, self._crowd_of(country, relation)),) if lands else ()
        granted = relation.name in GRANTING and not sectors & STATES_OWN
        jailed = relation.name in JAILING and sectors <= POLITICAL
        return (self._implied(match, country),) if sectors and (granted or jailed) else ()

    def _crowd_of(self, country: Actor, relation: Relation) -> Actor:
        return self._mentions.sector(country, "LAB" if relation.name == "STRIKE" else "CVL")

    def where(self, match: Match, relation: Relation, targets: Sequence[Mention]) -> tuple[Mention, ...]:
        """The land in which a curfew is laid upon people by nobody named: "martial law was declared in
        Poland", "the state of emergency in Tunisia was lifted".
        """
        if relation.name not in PUBLIC or not self._is_curfew(match) or match.sources:
            return ()
        if own_subject(match.trigger) is not None and not is_passive(match.trigger):
            return ()
        inside = (m for noun in match.used + match.owned for m in self._referents.scenes.of(noun))
        found = tuple(targets or inside or self._referents.scenes.of(match.trigger))
        if not all(m.actor.kind is Kind.COUNTRY and m.person is None and m.how in LAND for m in found):
            return ()
        country = self._only_country(match.trigger, found)
        return () if country is None or country.code in UNDER_OTHERS else found[:1]

    def crowd(
        self, match: Match, relation: Relation, targets: Sequence[Mention]
    ) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """The people of the land where a protest is told to be, and whom it is against: "riots erupted in
        Egypt" are by Egyptians against their state, "protests broke out in Jordan against Israel" are not.
        """
        noun = match.trigger
        verb = noun.head
        told = noun.dep_ == "nsubj" and not any(child.dep_ == "dobj" for child in verb.children)
        there = noun.dep_ == "attr" and any(child.dep_ == "expl" for child in verb.children)
        if (
            relation.name not in UNREST
            or noun.lemma_.lower() in DRIVES
            or not (told or there)
            or verb.lemma_.lower() in ENDING
        ):
            return (), ()
        places = self._referents.scenes.of(noun) or self._referents.scenes.of(verb)
        lands = [m for m in places if m.actor.kind is Kind.COUNTRY and m.how in LAND]
        if len({m.actor.code for m in lands}) != 1:
            return (), ()
        foes = [
            o for above in (noun, verb) for p in prepositions(above, AGAINST, depth=2) for o in objects_of(p)
        ]
        named = self._referents.each(foes, besides=(), owned=True)
        against = tuple(m for m in named if m.actor.code != lands[0].actor.code)
        if not against and self._only_country(noun, lands) is None:
            return (), ()
        people = self._crowd_of(lands[0].actor, relation)
        return (self._implied(match, people),), against or (lands[0],)

    def _only_country(self, trigger: Token, ends: Sequence[Mention]) -> Actor | None:
        """The country of all whom the sentence names, if it is that of whoever is at the other end."""
        countries = list(self._mentions.country_of_codes(m.actor.code for m in ends).values())
        if len(countries) != 1 or any(m.actor.code != countries[0].code for m in ends):
            return None
        named = [m.actor for token in trigger.sent for m in self._mentions.at(token)]
        own = countries[0].code or ""
        if any(self._mentions.may_be_elsewhere(token, own) for token in trigger.sent):
            return None
        others = (
            a
            for a in named
            if a.kind is Kind.COMPANY or (a.kind is not Kind.MEDIA and a.code != countries[0].code)
        )
        return None if any(others) else countries[0]

    def _implied(self, match: Match, actor: Actor) -> Mention:
        i = match.trigger.i
        return Mention(actor=actor, person=None, start=i, end=i, head=i, how="implied")

    def _fits(self, noun: Token, names: Sequence[str]) -> bool:
        known = self._vocabulary.classes
        return any(fits(noun, known.get(name, NONE)) for name in names)

    def _is_curfew(self, match: Match) -> bool:
        """Whether what is laid upon a land is laid upon all: a curfew, and no ban on somebody's paper."""
        return any(
            self._fits(noun, ("curfew", "emergencies"))
            or (noun.lemma_.lower() == "state" and _is_grave(noun))
            for noun in (*match.used, *match.owned)
        )

    def _is_protest(self, match: Match, relation: Relation, sectors: set[str | None]) -> bool:
        """Whether people protest at home against no one named: "nurses walked out over pay"."""
        if relation.plover is not Plover.PROTEST and relation.name != "END_PROTEST":
            return False
        blocking = relation.name in ON_DUTY
        mutiny = sectors == {"MIL"} and match.trigger.lemma_.lower() == "mutiny"
        if not mutiny and sectors & (NO_CIVILIANS - (frozenset() if blocking else AT_WORK)):
            return False
        verb = match.trigger
        heads = (token for token in verb.sent if token.dep_ not in MODIFIERS)
        roles = (self._mentions.bare_role(token) for token in heads)
        if any(role is not None and role.sector == "BUS" for role in roles):
            return False  # what the miners have may be against the company
        through = sectors <= PARTISAN and all(n.lemma_.lower() in THOROUGHFARES for n in match.targets)
        told = relation.name in TELLING  # who "trooped to the polls" had nothing against them
        against = all(
            self._fits(n, DISPUTED[:1]) if told else self._is_states_matter(n) for n in match.targets
        )
        if not (through or against) or _is_owned(match.owned):
            return False
        voting = any(self._fits(noun, DISPUTED[1:]) for noun in (*match.owned, *match.used))
        if voting and not sectors <= PARTISAN | AT_WORK:
            return False  # actors "walked out of the opening ceremony"
        moods = (o for p in prepositions(verb, frozenset({"in"}), depth=2) for o in objects_of(p))
        if any(mood.lemma_.lower() in FAVOURING for mood in moods):
            return False
        working = any(noun.lemma_.lower() in WORKING for noun in match.used)
        if relation.name == "END_PROTEST" and working and sectors & {"CVL", "OPP"}:
            return False  # who "went back to work" may have had a holiday
        deeds = [n for n in match.used if n.pos_ == "NOUN" and not self._fits(n, GATHERINGS)]
        aimed = bool(deeds) or bool(match.targets) or _has_a_grievance(verb)
        return relation.name not in TELLING or aimed

    def _is_judged(self, match: Match, relation: Relation, sectors: set[str | None]) -> bool:
        """Whether people reject or condemn what only their state can have done: "rejected the result"."""
        spoken = tuple(objects_in(match.content)) if match.content is not None else ()
        nouns = (*match.targets, *match.owned) if match.content is None else spoken
        if relation.plover not in ANSWERING or not nouns or _is_owned(nouns):
            return False
        if sectors <= PARTISAN:
            return all(self._is_states_matter(noun) for noun in nouns)
        return sectors == {"LEG"} and all(noun.lemma_.lower() in LAWMAKERS for noun in nouns)

    def _is_claimed(
        self, match: Match, relation: Relation, spoken_of: Relation | None, sectors: set[str | None]
    ) -> bool:
        """Whether people ask what only their state can give, or threaten what is done to it: "the opposition
        called for new elections", "unions threatened a strike".
        """
        nouns = [n for n in (*match.used, *match.targets, *match.owned) if n.pos_ == "NOUN"]
        if sectors & (NO_CIVILIANS - AT_WORK) or _is_owned(nouns):
            return False
        if relation.name == "DEMAND":
            asked = (n for n in nouns if n.lemma_.lower() not in GATHERED)
            wanted = any(self._fits(noun, DISPUTED) for noun in asked)
            return match.content is None and wanted and sectors <= PARTISAN
        struck = relation.name == "THREATEN" and any(self._fits(noun, STOPPAGES) for noun in nouns)
        protest = spoken_of is not None and (
            spoken_of.plover is Plover.PROTEST or spoken_of.name == "END_PROTEST"
        )
        return struck or (relation.name in PLEDGING and protest)

    def _is_states_matter(self, noun: Token) -> bool:
        """Whether something is a state's: its law or its election's result, no match's and no "plans to
        strike".
        """
        of = [o for child in noun.children if child.lower_ == "of" for o in objects_of(child)]
        if noun.lemma_.lower() in OUTCOMES:
            return all(self._fits(o, DISPUTED) for o in of)
        return self._fits(noun, DISPUTED) and not any(is_infinitive(child) for child in noun.children)

    def _is_taken(self, match: Match) -> bool:
        """Whether rebels hit or take a place that belongs to nobody named: "overran a police post"."""
        nouns = [noun for noun in (*match.targets, *match.owned, *match.used) if noun.pos_ == "NOUN"]
        if _is_owned(nouns) or self._is_somebodys(nouns):
            return False
        return any(self._fits(noun, TAKEN) for noun in nouns)

    def _is_somebodys(self, nouns: Sequence[Token]) -> bool:
        """Whether a role stands in or before a noun: "an army garrison", "student riots"."""
        parts = (part for noun in nouns for part in (noun, *noun.children))
        roles = (self._mentions.bare_role(part) for part in parts)
        return any(role is not None and role.sector != "GOV" for role in roles)


def _is_grave(state: Token) -> bool:
    """Whether a state is one of emergency or siege."""
    of = (o for child in state.children if child.lower_ == "of" for o in objects_of(child))
    return any(o.lemma_.lower() in GRAVE for o in of)


def _is_armed(noun: Token) -> bool:
    """Whether unrest is one in arms, and so not of the people: "crushed a mutiny"."""
    return noun.lemma_.lower() in ("mutiny", "rebellion", "insurgency", "insurrection")


def _is_owned(nouns: Sequence[Token]) -> bool:
    """Whether things are said to be somebody's, whoever that is: "the firm's gates", "the plan of a bank"."""
    return any(
        (child.dep_ == "poss" and child.tag_ != "PRP$") or (child.dep_ == "prep" and child.lower_ == "by")
        for noun in nouns
        for child in noun.children
    )


def _has_a_grievance(verb: Token) -> bool:
    """Whether people say what they are against: "rallied over prices", "marched to demand elections"."""
    over = any(o.pos_ == "NOUN" for p in prepositions(verb, OVER, depth=2) for o in objects_of(p))
    clauses = (c for c in verb.children if c.dep_ in ("advcl", "xcomp"))
    return over or any(clause.lemma_.lower() in CLAIMING for clause in clauses)
