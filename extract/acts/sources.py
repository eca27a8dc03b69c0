"""Who does it: from the tokens that fill a frame's places to the actors whose deed an act is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from extract.actors.resolver import Mention
from extract.frames.triggers import Match, fits, measured
from extract.grammar.carriers import ENGAGING
from extract.grammar.clauses import agents, logical_objects, logical_subject
from extract.grammar.nouns import with_conjuncts
from extract.grammar.parse import Token
from extract.grammar.prepositions import WITH, objects_of, prepositions
from extract.grammar.subjects import grammatical_subject
from extract.grammar.verbs import REACH, SUBJECTS, is_infinitive, is_passive, is_verb, own_subject
from extract.referents.deeds import DOERS
from extract.referents.ends import are_several, is_captive
from extract.referents.home import Home
from extract.referents.owners import OWNERS
from extract.referents.referents import Referents
from extract.referents.scenes import is_place
from extract.standing.attribution import accusation_of
from graph.frames import NONE, Slot
from graph.gazetteer import How
from graph.model import Kind, Plover
from graph.vocabulary import Relation, Vocabulary

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
"""Classes of what acts for whoever owns it: "Russian missiles hit"."""

SPEAKING_THINGS = ("saying",)
"""Classes of what speaks for whoever owns it: "an Iranian note demanded"."""

THWARTING = frozenset(
    "veto block reject oppose defeat quash kill thwart torpedo shelve delay criticise".split()
)
"""Verbs whose subject is not behind the words it acts on: "vetoed a resolution condemning Israel"."""

AIMING = frozenset({"at", "against", "on", "upon", "to", "from"})
"""Prepositions that lead to what somebody does something to."""

FIGHTS = frozenset("fight war struggle battle campaign effort drive".split())
"""What somebody is helped in: "support for Iraq in the fight"."""

HELPED = frozenset({"for", "to", "with"})
"""Prepositions that lead to who is helped in it."""

AFFIRMING = frozenset(
    "reiterate reaffirm confirm affirm pledge promise voice express underline stress declare restate renew "
    "repeat convey offer extend announce underscore".split()
)
"""Verbs by which whoever speaks for a body gives its support."""

WHOM_FOR = frozenset({"for", "to"})
"""Prepositions that lead to whom support is given."""

GAINS = frozenset({"OCCUPY", "SEIZE"})
"""Relations by which somebody gets what he goes on from: "with the capture of Kidal, rebels held all"."""

TELLING = frozenset("after following during before amid".split())
"""Prepositions by which one act is told by another: "after talks with Chad"."""

PRIVATE = frozenset({"CVL", "HLH", "EDU", "ELI"})
"""Sectors of people whose orders and requests are no politics: "on the orders of a French doctor"."""

DURING = frozenset({"in", "during"})
"""Prepositions that lead to the attack in which somebody suffers."""


HOLDING = frozenset(
    "hold jail imprison detain arrest abduct capture kidnap seize intern incarcerate convict sentence".split()
)
"""Verbs of what was done before to who is set free: "an American held by Iran was freed"."""

JAILING = frozenset("arrest jail imprison incarcerate convict sentence".split())
"""Those of them that are a state's."""

RESCUES = frozenset("raid operation rescue swoop mission assault".split())
"""Nouns of how others free a captive."""

WORK = frozenset({"work", "handiwork", "doing"})
"""Nouns by which a deed is said to be somebody's: "the bombing was the work of Islamic State"."""

CLASHES = frozenset(
    "clash fight fighting battle war gunfight firefight gunbattle skirmish shootout shoot-out combat".split()
)
"""Event nouns whose "with" leads to the enemy."""

OF = frozenset({"of"})

ON = frozenset({"on", "upon"})
"""Prepositions that lead to who is blamed: "laid the blame for the attack on Chad"."""

REMOVALS = frozenset({"EXTRADITE", "DEPORT", "EXPEL"})
"""Relations that are done to people, whose nouns name those behind "of"."""

FREED = frozenset({Plover.RETREAT})
"""Types of act whose "from" leads to where it happens: "the repatriation of Kazakhs from Syria"."""

OF_PROPERTY = frozenset({"CUT_AID", "SANCTION", "SEIZE"})
PROPERTY = frozenset("money fund asset account deposit reserve property holding cash wealth gold".split())
"""Relations that whoever owns money or goods suffers rather than does, and nouns of these: "Iranian money
frozen in Britain".
"""

OUT = frozenset({"from", "out"})
"""Prepositions that lead to where somebody is sent away from."""

LEAVING = frozenset({"leave", "quit", "depart"})
"""Verbs whose object is that place: "was given a day to leave Canada"."""

WEATHER = frozenset(
    "storm hurricane typhoon cyclone blizzard snowstorm sandstorm snow rain heatwave wind gale frost smog "
    "flood monsoon plume".split()
)
"""Nouns of what comes over a border and is nobody's act."""

BETWEEN = frozenset({"between", "among"})
"""Prepositions that lead to both parties of an act: "talks between A and B"."""


COMING_FROM = frozenset("come arrive emanate issue flow pour".split())
"""Verbs behind whose "from" stands whose act their subject is: "a promise of aid came from Norway"."""

FROM = frozenset({"from"})

BY_A_LAND = frozenset(
    {"ARREST", "CONVICT", "DEPORT", "EXTRADITE", "GRANT_ASYLUM", "HOST", "RELIEVE", "PARDON", "RELEASE"}
)
"""Relations by which a state, through whomever, treats somebody who is in its land."""

SAYING_IN = frozenset({"in", "by", "with", "through", "via"})
"""Prepositions that lead to the words by which somebody says something."""

WORDS = ("letters", "saying", "protest", "requests", "proposal", "greetings")
"""Classes of such words: "in a note handed to the ambassador"."""

TOGETHER = frozenset({"together", "along", "jointly", "hand", "side", "shoulder"})
"""Words before a "with" that leads to who does the same: "hand in hand with Chad, Mali built a dam"."""

INVOLVING = frozenset({"involve", "embroil", "pit"})
"""Verbs by whose participle an act names its parties: "clashes involving Chad and Mali"."""

HAPPENING = frozenset({"place", "effect"})
"""Objects of verbs that only tell that an act happened: "a call took place between A and B"."""


class Sources:
    """Finds who does the acts of one block."""

    def __init__(self, referents: Referents, vocabulary: Vocabulary) -> None:
        self._referents = referents
        self._home = Home(referents)
        self._vocabulary = vocabulary

    def of_verb(self, match: Match, relation: Relation) -> tuple[Mention, ...]:
        """Who does a verb's act; a thing that acts stands for its owner: "Russian missiles hit"."""
        things = relation.plover is not Plover.CONSULT and not relation.reciprocal  # things do not meet
        acting = [
            token for token in match.sources if self._acts_for_its_owner(token, match.trigger, relation)
        ]
        deed = self._deed_told_of(match) if relation.plover is Plover.ASSAULT else None
        if deed is not None:
            return self._referents.owners.of(deed, ())
        found = self._referents.each(match.sources, besides=(), owned=False)
        found += self._joined(match.trigger) + self._together(match.trigger) if found else ()
        if relation.plover in (Plover.SUPPORT, Plover.AGREE):
            found = self._whose_support(match) or found
        if not found and match.source_things:
            found = tuple(m for noun in match.source_things for m in self._referents.owners.of(noun, ()))
        if not found and things:
            owners, theirs = self._referents.owners, self._referents.possessives
            found = tuple(
                m
                for token in acting
                for m in owners.of(token, (), deep=False) or theirs.of_thing(token, ())  # "its jets"
            )
        found = found or self._home.speakers_own(match)
        if not found and relation.name in REMOVALS and match.source_rule == "agentless":
            found = self._out_of_where(match.trigger)
        joined = match.trigger.dep_ == "conj" and match.trigger.tag_ in ("VBD", "VBZ", "VBP")
        joined = joined and relation.plover is not Plover.ASSAULT
        if not found and joined and own_subject(match.trigger) is None:
            found = self._subject_above(match.trigger)
        if not found and match.source_rule == "participle" and match.trigger.dep_ != "pcomp":
            papers = [noun for noun in match.sources if not self._referents.mentions.is_role(noun)]
            found = self._referents.each(_behind(papers), besides=(), owned=False)
        if (
            not found
            and relation.reciprocal
            and match.source_rule == "agentless"
            and match.trigger.dep_ == "acl"
        ):
            found = self._referents.deals.under(match.trigger.head)
        if not found and match.source_rule == "agentless" and relation.plover.quad.startswith("verbal"):
            found = self._by_what_is_said(match.trigger)
        if not found and match.source_rule == "agentless" and relation.name in BY_A_LAND:
            found = self._where(match.trigger)
        return tuple(m for m in found if not is_place(m))

    def _where(self, verb: Token) -> tuple[Mention, ...]:
        """The land where something is done by nobody who is named: "fled to Chad, where he was granted
        asylum".
        """
        there = any(c.lower_ == "where" and c.dep_ == "advmod" for c in verb.children)
        if verb.dep_ != "relcl" or not there:
            return ()
        found = (m for m in self._referents.mentions.at(verb.head))
        lands = (m for m in found if m.actor.kind is Kind.COUNTRY and m.person is None)
        return tuple(replace(m, how=How.NAME.value) for m in lands)

    def _by_what_is_said(self, participle: Token) -> tuple[Mention, ...]:
        """Whose words they are in which he says something else: Mali in "in a letter sent to Chad, Mali
        proposed talks".
        """
        said = participle.head
        if participle.dep_ != "acl" or said.dep_ != "pobj" or said.head.lower_ not in SAYING_IN:
            return ()
        known = self._vocabulary.classes
        verb = said.head.head
        words = any(fits(said, known[name]) for name in WORDS if name in known)
        if not words or not is_verb(verb) or is_passive(verb):
            return ()
        return self._referents.each(grammatical_subject(verb).tokens, besides=(), owned=False)

    def _whose_support(self, match: Match) -> tuple[Mention, ...]:
        """Whose support somebody speaks of: the EU's in "Guterres reiterated EU support for Iraq"."""
        places = match.frame.places
        if not any(place.slot is Slot.TARGET and place.words & WHOM_FOR for place in places):
            return ()
        if match.trigger.lemma_.lower() not in AFFIRMING:
            return ()  # "lacks American support for Mali"
        owners = self._referents.mentions.owners
        nouns = (noun for noun in match.used if fits(noun, self._vocabulary.classes.get("support", NONE)))
        return tuple(m for noun in nouns for m in owners(noun, prepositions=frozenset()))

    def _deed_told_of(self, match: Match) -> Token | None:
        """The deed that a "which" takes up, though the parser hangs it on whom that hit: "a raid on Mali,
        which killed two soldiers".
        """
        verb = match.trigger
        pronoun = own_subject(verb)
        if verb.dep_ != "relcl" or pronoun is None or pronoun.lower_ != "which":
            return None
        noun = verb.head
        if any(m.actor.kind is not Kind.COUNTRY for m in self._referents.mentions.at(noun)):
            return None  # "operations against Boko Haram, which had killed"
        while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
            noun = noun.head.head
            if self._referents.deeds.is_deed(noun):
                return noun
        return None

    def _joined(self, verb: Token) -> tuple[Mention, ...]:
        """Whom somebody joins in what he does: America in "Britain joined America in bombing Iraq"; who "was
        joined by" somebody is joined by him.
        """
        governor = verb.head.head
        joining = verb.dep_ == "pcomp" and verb.head.lower_ == "in" and governor.lemma_.lower() == "join"
        others = agents(governor) if is_passive(governor) else logical_objects(governor)
        return self._referents.each(others, besides=(), owned=False) if joining else ()

    def _together(self, verb: Token) -> tuple[Mention, ...]:
        """With whom somebody does something: Chad in "together with Chad, Mali invaded Niger"."""
        inside = (inner for c in verb.children if not is_verb(c) for inner in c.children)
        below = (*verb.children, *inside)
        before = (p for p in below if p.lower_ == "with" and 0 < p.i < verb.i)  # not with whom they are hit
        beside = (p for p in before if p.doc[p.i - 1].lower_ in TOGETHER)
        with_whom = tuple(noun for preposition in beside for noun in objects_of(preposition))
        return self._referents.each(with_whom, besides=(), owned=False)

    def _out_of_where(self, verb: Token) -> tuple[Mention, ...]:
        """Out of whose land somebody is sent by nobody else: Canada in "were ordered out of Canada"."""
        leaving = prepositions(verb, OUT, depth=2)
        places = [o for p in leaving for o in objects_of(p)]
        below = (c for above in (verb, *verb.children) for c in above.children if c.i > verb.i)
        to_leave = (c for c in below if c.lemma_.lower() in LEAVING and is_infinitive(c))
        places += [o for clause in to_leave for o in clause.children if o.dep_ == "dobj"]
        named = (m for o in places for m in self._referents.mentions.at(o))
        return tuple(m for m in named if m.actor.kind is Kind.COUNTRY and m.person is None)

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
        if _is_weather(noun):
            return False
        classes = SPEAKING_THINGS if relation.plover.quad.startswith("verbal") else ()
        known = self._vocabulary.classes
        fitting = any(fits(noun, known[name]) for name in (*ACTING_THINGS, *classes) if name in known)
        helping = noun.head.dep_ == "agent" and self._is_assault(noun)  # "backed by US airstrikes"
        hostile = relation.plover is Plover.ASSAULT and self._referents.deeds.is_deed(noun)
        return fitting or hostile or (relation.plover is Plover.SUPPORT and helping)

    def assailants(self, match: Match, targets: Sequence[Mention]) -> tuple[Mention, ...]:
        """Whose deed an assault without an owner is, that the article has told before: "the raid killed"."""
        hit = {m.actor.code or m.actor.id for m in targets}
        deeds, ids = self._referents.deeds, [m.actor.id for m in targets]
        return tuple(
            m for token in match.sources for m in deeds.assailants(token, hit) or deeds.told(token, ids)
        )

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

    def captors(self, match: Match) -> tuple[Mention, ...]:
        """Who lets a captive go whom nobody else frees: Iran in "an American held by Iran was freed"."""
        how = (o for p in prepositions(match.trigger, DURING, depth=1) for o in objects_of(p))
        if any(noun.lemma_.lower() in RESCUES for noun in how):
            return ()
        for held in (child for noun in (*match.targets, *match.owned) for child in noun.children):
            if held.dep_ in ("acl", "relcl") and held.lemma_.lower() in HOLDING and is_verb(held):
                by = self._referents.each(logical_subject(held).tokens, besides=(), owned=False)
                jailed = held.lemma_.lower() in JAILING  # who was held in a land, may be so by kidnappers
                leading = prepositions(held, DURING, depth=1) if jailed else ()
                where = (o for p in leading for o in objects_of(p))
                places = (m for o in where for m in self._referents.mentions.at(o))
                land = tuple(m for m in places if m.actor.kind is Kind.COUNTRY and m.person is None)
                found = tuple(m for m in by if not is_place(m)) or land
                if found:
                    return found
        return ()

    def _authors(self, noun: Token) -> tuple[Mention, ...]:
        """Whose work a deed is said to be: "the bombing was the work of Hamas", "was blamed on Hamas"."""
        verb = noun.head
        if is_blamed(noun):
            on = (o for p in prepositions(verb, ON, depth=1) for o in objects_of(p))
            return self._referents.each(tuple(on), besides=(), owned=False)
        work = [c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in WORK]
        if noun.dep_ not in SUBJECTS or verb.lemma_.lower() != "be":
            return ()
        of = (o for attribute in work for p in prepositions(attribute, OF, depth=1) for o in objects_of(p))
        return self._referents.each(tuple(of), besides=(), owned=False)

    def _whence(self, match: Match) -> tuple[Mention, ...]:
        """From whom an act is said to come: "a promise of aid to Chad came from Mali"."""
        noun, verb = match.trigger, match.trigger.head
        relation = self._vocabulary.relations[match.frame.relation]
        told = noun.dep_ in SUBJECTS and verb.lemma_.lower() in COMING_FROM and not relation.reciprocal
        if not told or not relation.plover.quad.startswith("verbal"):
            return ()  # troops and goods come from where they were
        behind = (o for p in prepositions(verb, FROM, depth=2) for o in objects_of(p))
        found = self._referents.each(tuple(behind), besides=(), owned=False)
        return tuple(m for m in found if m.actor.kind is not Kind.COUNTRY or not is_place(m))

    def _is_assault(self, noun: Token) -> bool:
        """Whether an event noun mostly names assaults."""
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        types = [self._vocabulary.relations[frame.relation].plover for frame in frames]
        return noun.lemma_.lower() in CLASHES or 2 * types.count(Plover.ASSAULT) > len(types)

    def owners_of_used(self, match: Match) -> tuple[Mention, ...]:
        """Whose deed a passive without agent speaks of: "US sanctions on Iran were lifted"."""
        nouns = [n for n in match.used if n.pos_ in ("NOUN", "PROPN") and n not in match.owned]
        nouns = [n for n in nouns if not is_captive(n)]  # "French hostages held in Niger"
        nouns += [inner for noun in nouns for inner in measured(noun)]  # "tonnes of Chadian cotton"
        coerced = match.frame.nominal and self._vocabulary.relations[match.frame.relation].domestic
        if coerced or match.frame.relation in REMOVALS:  # a "Hungarian hacker" is not tried by Hungary
            nouns = [n for n in nouns if not self._referents.mentions.is_role(n)]
        if match.frame.relation in OF_PROPERTY:
            nouns = [n for n in nouns if n.lemma_.lower() not in PROPERTY]
        free = OWNERS - {word for place in match.frame.places for word in place.words}
        free -= {"of"} if match.frame.relation in REMOVALS else set()
        return tuple(m for noun in nouns for m in self._referents.mentions.owners(noun, prepositions=free))

    def of_noun(
        self, match: Match, targets: Sequence[Mention], carrier: Token | None
    ) -> tuple[tuple[Mention, ...], str]:
        """Whose deed an event noun is, and by which construction it says so.

        "Iran's attack", "the Iranian attack", "the attack by (from) Iran"; "talks between A and B"; else
        the subject of the verb that carries the noun: "A held talks".
        """
        noun = match.trigger
        taken = {m.start for m in targets}
        free = OWNERS - {word for place in match.frame.places for word in place.words}
        plover = self._vocabulary.relations[match.frame.relation].plover
        suffers = plover is Plover.ASSAULT and self._referents.deeds.of_is_target(noun)
        if suffers or match.frame.relation in REMOVALS:
            free -= {"of"}  # "a massacre of villagers", "the extradition of a Chadian from Denmark"
        free -= {"from"} if plover in FREED else set()
        accused = [m for m in self._accused(match) if m.start not in taken]
        free = free if not accused else frozenset()  # the "by" is the accuser's
        owners = [m for m in self._referents.mentions.owners(noun, prepositions=free) if m.start not in taken]
        if accused and not owners:
            return tuple(accused), "noun.accused"
        if not owners:
            owners = [m for m in self._referents.deeds.doers(noun) if m.start not in taken]
        if not owners:
            owners = [m for m in (*self._authors(noun), *self._whence(match)) if m.start not in taken]
        tried = {noun.i for noun in match.targets}  # people, not "the trial of a Chadian drug in Mali"
        people = [m for m in targets if m.head in tried]
        if not owners and match.source_rule == "named source" and people:
            named = self._referents.each(match.sources, besides=(), owned=False)
            owners = [m for m in named if m.start not in taken]
        if not owners and match.frame.relation not in REMOVALS:
            owners = [m for m in self.owners_of_used(match) if m.start not in taken]
        if not owners:
            owners = [m for m in self._referents.makers.of(noun) if m.start not in taken]
        pronoun = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.children)
        if not owners and pronoun:  # "support for Iraq in its fight against X"
            owners = [m for m in self._engaged(noun) if m.start not in taken]
        if not owners:
            owners = [
                m
                for child in noun.children
                if child.dep_ == "poss" and child.pos_ == "PRON"
                for m in self._referents.possessives.of(child, noun, named=True)
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
            doers = self._referents.each(subject.tokens, besides=(), owned=False)
            if not doers:  # "American jets bombed the town in support of the Iraqis"
                relation = self._vocabulary.relations[match.frame.relation]
                acting = (t for t in subject.tokens if self._acts_for_its_owner(t, carrier, relation))
                doers = tuple(m for t in acting for m in self._referents.owners.of(t, (), deep=False))
            return tuple(m for m in doers if m.start not in taken), "noun.carried"
        engaged = self._engaged(noun) if match.targets else ()  # allies do not fight each other
        found = [m for m in self._companions(match) or engaged if m.start not in taken]
        return tuple(found), "noun.companion" if found else "none"

    def _accused(self, match: Match) -> tuple[Mention, ...]:
        """Whose hostile deed somebody says it is: Chad in "blamed Chad for the attack on Mali"."""
        noun, relation = match.trigger, self._vocabulary.relations[match.frame.relation]
        verb = accusation_of(noun)
        if verb is None or relation.reciprocal or relation.plover.quad != "material conflict":
            return ()
        before = (o for o in logical_objects(verb) if o.i < noun.i or is_passive(verb))
        behind = (o for p in prepositions(verb, ON, depth=2) for o in objects_of(p) if o.i > noun.i)
        found = self._referents.each(tuple(before), besides=(), owned=False)
        return found or self._referents.each(tuple(behind), besides=(), owned=False)

    def _engaged(self, noun: Token) -> tuple[Mention, ...]:
        """Who is in the fight that he is helped in: Iraq in "support for Iraq in the fight against X"."""
        if noun.lemma_.lower() not in FIGHTS or noun.dep_ != "pobj" or noun.head.lower_ != "in":
            return ()
        helped = noun.head.head
        objects = logical_objects(helped) if is_verb(helped) else _helped_with(helped, noun)
        behind = tuple(o for preposition in prepositions(helped, HELPED) for o in objects_of(preposition))
        own = any(child.dep_ == "poss" for child in noun.children)
        subjects = grammatical_subject(helped).tokens if is_verb(helped) and not own else ()
        groups = (
            self._referents.each(tokens, besides=(), owned=False) for tokens in (objects, behind, subjects)
        )
        return next((found for found in groups if found), ())

    def _companions(self, match: Match) -> tuple[Mention, ...]:
        """Who takes part in what his act is told by: Mali in "after talks with Chad, Mali said ..."."""
        noun = match.trigger
        verb = noun.head.head
        told = noun.dep_ == "pobj" and noun.head.lower_ in TELLING and is_verb(verb)
        told = told and self._vocabulary.relations[match.frame.relation].plover is Plover.CONSULT
        first = noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.i == noun.sent.start
        gained = first and is_verb(verb) and match.frame.relation in GAINS
        if not match.targets or not (told or gained):
            return ()
        return self._referents.each(grammatical_subject(verb).tokens, besides=(), owned=False)

    def between(self, match: Match) -> tuple[Mention, ...]:
        """The parties of "talks between A and B", "the A-B summit", "A and B's pact"."""
        subject = match.trigger.dep_ in SUBJECTS and not is_verb(match.trigger)
        objects = (child for child in match.trigger.head.children if child.dep_ == "dobj")
        alone = subject and all(noun.lemma_.lower() in HAPPENING for noun in objects)
        verbs = (match.trigger.head,) if alone else ()  # "fighting broke out between A and B"
        told = (
            child
            for child in match.trigger.children
            if (child.dep_ == "acl" and child.tag_ == "VBN") or child.dep_ == "relcl"
        )
        reciprocal = self._vocabulary.relations[match.frame.relation].reciprocal
        for noun in (match.trigger, *match.used, *told, *verbs):  # "a truce hammered out between A and B"
            for preposition in (
                prepositions(noun, BETWEEN) if reciprocal else prepositions(noun, BETWEEN, depth=1)
            ):
                both = tuple(m for o in objects_of(preposition) for m in self._referents.actors_of(o))
                if both and not are_several(both):  # "between Damascus and the rebels"
                    unnamed = [o for o in objects_of(preposition) if not self._referents.actors_of(o)]
                    both += self._home.at_home(unnamed, both, domestic=True, rising=True)
                if are_several(both):
                    return both
            involved = self._involved(noun) if reciprocal else ()
            if are_several(involved):
                return involved
            modifiers = tuple(
                m for m in self._referents.mentions.owners(noun, prepositions=frozenset()) if m.head < noun.i
            )
            if are_several(modifiers) and not match.targets:
                return modifiers
        return ()

    def _involved(self, noun: Token) -> tuple[Mention, ...]:
        """The parties that an act is said to involve: "talks involving Chad and Mali"."""
        told = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBG")
        objects = (
            part
            for verb in told
            if verb.lemma_.lower() in INVOLVING
            for child in verb.children
            if child.dep_ == "dobj"
            for part in with_conjuncts(child)
        )
        return self._referents.each(tuple(objects), besides=(), owned=False)

    def doers_in(self, act: Token) -> tuple[Mention, ...]:
        """Who does what is only spoken of, if the words say so: Russia in "a Russian attack on Norway"."""
        if is_verb(act):
            subject = own_subject(act)
            return self._referents.each(() if subject is None else (subject,), besides=(), owned=False)
        return self._referents.mentions.owners(act, prepositions=DOERS)

    def who_does(self, clause: Token, besides: Iterable[str]) -> tuple[Mention, ...]:
        """Who does what a clause tells."""
        others = set(besides)
        found = self._referents.each(logical_subject(clause).tokens, besides=list(others), owned=False)
        return tuple(m for m in found if m.actor.id not in others and not is_place(m))

    def who_prompts(self, noun: Token) -> tuple[Mention, ...]:
        """Who asks, presses or invites: Ethiopia in "at Ethiopia's request"."""
        found = self._referents.mentions.owners(noun, prepositions=OWNERS) or self._referents.deeds.doers(
            noun
        )
        behind = tuple(
            o for preposition in prepositions(noun, OWNERS, depth=2) for o in objects_of(preposition)
        )
        found = found or self._referents.each(behind, besides=(), owned=False)
        raids = (raid for raid in behind if self._is_assault(raid))  # "with the help of US airstrikes"
        found = found or tuple(m for raid in raids for m in self._referents.owners.of(raid, ()))
        return tuple(m for m in found if not is_place(m) and m.actor.sector not in PRIVATE)


def is_blamed(noun: Token) -> bool:
    """Whether a deed is blamed on somebody by nobody who is named: "the raid was blamed on Chad"."""
    return noun.dep_ == "nsubjpass" and noun.head.lemma_.lower() == "blame"


def _helped_with(helped: Token, fight: Token) -> tuple[Token, ...]:
    """Who is in a fight that is "theirs": both in "supports Mali and Niger in their fight"."""
    theirs = any(child.dep_ == "poss" and child.lower_ == "their" for child in fight.children)
    first = helped
    while theirs and first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    return with_conjuncts(first) if theirs else (helped,)


def _behind(nouns: Sequence[Token]) -> tuple[Token, ...]:
    """Who is behind words that do something: in "Chad issued a note condemning Mali" the note's issuer.

    Nobody is behind what he does something at, against or to: "fired at a boat carrying aid to Mali".
    """
    heads = (
        noun.head.head if noun.dep_ == "pobj" else noun.head
        for noun in nouns
        if noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ not in AIMING)
    )
    verbs = [head for head in heads if is_verb(head) and head.lemma_.lower() not in THWARTING]
    return tuple(token for verb in verbs for token in grammatical_subject(verb).tokens)


def _is_weather(noun: Token) -> bool:
    """Whether a noun is of what nature sends: "a storm from Canada", "a cold front"."""
    return noun.lemma_.lower() in WEATHER or (
        noun.lower_ == "front" and any(child.lower_ in ("cold", "warm") for child in noun.children)
    )
