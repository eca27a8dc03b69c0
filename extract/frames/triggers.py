"""Which frames of the codebook fit a verb or noun, and which tokens fill their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from extract.grammar.calendar import CALENDAR
from extract.grammar.carriers import GESTURES, MANNERS, carrier_of
from extract.grammar.clauses import GIVING, agents, logical_objects, logical_subject
from extract.grammar.nouns import with_conjuncts
from extract.grammar.parse import Token
from extract.grammar.plurals import singulars
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.subjects import grammatical_subject
from extract.grammar.verbs import is_infinitive, is_passive, is_verb, own_subject
from graph.frames import PLACE, Frame, Frames, Noun, Nouns, Place, Slot


@dataclass(slots=True)
class Match:
    """A frame that fits a trigger. Token lists hold the heads of the noun phrases in each place.

    `other_targets` are what else may fill X, should `targets` name nobody ("on Monday", "on Belarus");
    `owned` holds nouns whose owner is the target ("X's proposal"), `source_things` such whose owner is the
    source, `named` the nouns that filled the last place which asks for any, `content` the verb or noun of the
    act spoken of, `used` the other words that belong to the trigger; `implied` tells that an owner stands
    for "of X"; `thing` is the subject of a frame that asks for things there.
    """

    frame: Frame
    trigger: Token
    sources: list[Token] = field(default_factory=list)
    source_rule: str = ""
    targets: list[Token] = field(default_factory=list)
    other_targets: list[Sequence[Token]] = field(default_factory=list)
    owned: list[Token] = field(default_factory=list)
    content: Token | None = None
    used: list[Token] = field(default_factory=list)
    named: list[Token] = field(default_factory=list)
    source_things: list[Token] = field(default_factory=list)
    thing: Token | None = None
    implied: bool = False
    unfilled: int = 0
    qualified: int = 0

    @property
    def name(self) -> str:
        """The frame's name in events and explanations."""
        return self.frame.called(self.trigger.lemma_.lower(), self.trigger.lower_)

    @property
    def weight(self) -> int:
        """How well the frame fits: what it asks for and how exactly, less what of it is missing."""
        return self.frame.specificity + self.qualified - 3 * self.unfilled - IMPLIED * self.implied


def verb_matches(verb: Token, frames: Frames, *, spoken_of: bool = False) -> Iterator[Match]:
    """The frames that fit a verb; of an act that is only spoken of, X may be whoever it is said to."""
    objects = logical_objects(verb)
    subject = logical_subject(verb)
    for frame in frames.occurring(verb.sent.forms):
        match = Match(frame, verb)
        if frame.subject_is_target:
            match.targets += subject.tokens
        else:
            match.sources += subject.tokens
            match.source_rule = subject.rule
        if fills_all(match, verb, objects, spoken_of=spoken_of):
            yield match


def thing_matches(verb: Token, frames: Frames, *, state: bool = False) -> Iterator[Match]:
    """The frames that fit a verb whose subject is a thing: "talks between Chad and Mali collapsed"; or, as a
    `state`, those of "be" that fit a participle: "talks between Chad and Mali are deadlocked".

    A verb with an object that no place of the frame asks for does something else, "the war ended all hope",
    and so does one that governs an infinitive: "talks failed to begin".
    """
    to_do = any(child.dep_ == "xcomp" and is_infinitive(child) for child in verb.children)
    above = islice(verb.ancestors, 2) if is_infinitive(verb) else ()
    slow = any(token.lemma_.lower() in LASTING for token in above)  # "letters take a week to reach Chad"
    told = bool(frames) and is_passive(verb) is state and not slow
    subject = tuple(_subjects_of_things(verb)) if told else ()
    objects = (verb,) if state else logical_objects(verb) if subject else ()
    for frame in frames.occurring(verb.sent.forms) if subject else ():
        thing = next((noun for noun in subject if _is_thing(noun, frame.things)), None)
        takes_object = any(not place.words and not place.of_thing for place in frame.places)
        if thing is None or (not takes_object and (to_do or any(o.dep_ == "dobj" for o in objects))):
            continue
        match = Match(frame, verb, thing=thing, source_rule="thing", used=[thing, outer(thing)])
        theirs = [place for place in frame.places if place.of_thing]
        if all(_fills_of_thing(match, place, thing) for place in theirs) and all(
            _fills(match, place, verb, objects) for place in frame.places if not place.of_thing
        ):
            yield match


def _subjects_of_things(verb: Token) -> Iterator[Token]:
    """The nouns that may be the thing of which a verb tells: the subject, what it measures out ("a round of
    talks"), and what a "which" takes up that the parser hangs on a party: "talks with Chad, which collapsed".
    """
    subject = grammatical_subject(verb)
    for noun in subject.tokens:
        yield from (noun, *measured(noun))
        while subject.rule == "relative" and noun.dep_ in ("pobj", "conj", "prep") and noun.head.i < noun.i:
            noun = noun.head
            if noun.pos_ in ("NOUN", "PROPN"):
                yield noun


def _is_thing(noun: Token, things: Nouns) -> bool:
    """Whether a noun is itself one of the things, rather than what measures them out."""
    return fits(noun, things, 0) is not None


def _fills_of_thing(match: Match, place: Place, thing: Token) -> bool:
    """Whether a place beside the thing is filled, there, behind a participle ("sanctions imposed on Mali") or
    behind the verb: "talks broke down with Mali".

    "With X" may be missing, for whose talks they were may be told otherwise: "talks between Chad and Mali".
    """
    told = [child for child in thing.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    if any(_fills(match, place, head, ()) for head in (thing, outer(thing), *told, match.trigger)):
        return True
    match.unfilled += "with" in place.words
    return place.slot is Slot.TARGET and "with" in place.words


def state_matches(participle: Token, frames: Frames) -> Iterator[Match]:
    """The frames of "be" that fit what looks like a passive: "is allied with X", "is prepared to ..."."""
    subject = grammatical_subject(participle)
    for frame in frames.occurring(participle.sent.forms):
        if not frame.places or frame.places[0].slot is not Slot.NOUN or frame.places[0].words:
            continue
        match = Match(frame, participle)
        if frame.subject_is_target:
            match.targets += subject.tokens
        else:
            match.sources += subject.tokens
            match.source_rule = subject.rule
        if fills_all(match, participle, (participle,)):
            yield match


def fills_all(match: Match, head: Token, objects: Sequence[Token], *, spoken_of: bool = False) -> bool:
    """Whether every place is filled; "with X" may be missing where the parties are all subjects."""
    for place in match.frame.places:
        if not _fills(match, place, head, objects):
            implied = _is_mutual(match, place, objects) or _may_be_mutual(match, place) or spoken_of
            if place.slot is not Slot.TARGET or not implied:
                return False
            match.unfilled += 1
    return not spoken_of or match.frame.reciprocal or not match.unfilled or bool(match.used)


def _is_of_another_time(preposition: Token, root: Token) -> bool:
    """Whether a preposition belongs to what was before or after: "sought aid before a debate in Mali"."""
    path = takewhile(lambda above: above.i != root.i, preposition.ancestors)
    return preposition.lower_ in ("in", "at") and any(
        above.lower_ in TIMES and above.dep_ == "prep" for above in path
    )


def _is_mutual(match: Match, place: Place, objects: Sequence[Token]) -> bool:
    """Whether a reciprocal act may be told of several without its X: "A and B met", but not "A and B met
    their targets".
    """
    frame = match.frame
    predicate = any(noun.dep_ == "attr" for noun in match.used)  # "A and B are allies" of each other
    together = place.words & {"with", "together", "between", "alongside"}
    if not frame.reciprocal or (place.words and not together and not predicate):
        return False
    free = match.trigger.lemma_.lower() in TOPICAL or any(p.slot is Slot.NOTHING for p in frame.places)
    return frame.nominal or free or not any(o.dep_ == "dobj" and o not in match.used for o in objects)


def _may_be_mutual(match: Match, place: Place) -> bool:
    """Whether several who do what is done "with" somebody do it with each other: "A and B cut ties", "A and
    B agreed to open the border"; or of what is between them: "talks between A and B were suspended".
    """
    if "with" in place.words and match.trigger.lemma_.lower() in AGREEING:
        return True
    if "with" in place.words and match.source_rule == "agentless" and any(map(_has_parties, match.used)):
        return True
    parting = "with" in place.words and match.trigger.lemma_.lower() in PARTING
    several = len(match.sources) > 1 or any(noun.tag_ in ("NNS", "NNPS") for noun in match.sources)
    return parting and several and any(n.lemma_.lower() in SHARED for n in match.used)


def _has_parties(noun: Token) -> bool:
    """Whether a noun names the two who have it: "the border between A and B", "Thai-Cambodian relations"."""
    behind = any(child.lower_ == "between" for child in noun.children)
    ahead = [t for child in noun.children if child.i < noun.i for t in child.subtree]
    return noun.pos_ == "NOUN" and (behind or any(token.text in ("-", "\u2013") for token in ahead))


def noun_matches(noun: Token, frames: Sequence[Frame]) -> Iterator[Match]:
    """The frames that fit a noun ("attack on X"); its source is looked for by the caller."""
    for frame in frames:
        if not has_modifiers(noun, frame.modifiers):
            continue
        fitting: Match | None = None
        for head in _heads(noun):
            match = Match(frame, noun)
            if fills_all(match, head, ()) and (fitting is None or match.unfilled < fitting.unfilled):
                fitting = match
        if fitting is not None:
            yield fitting


def _heads(noun: Token) -> Iterator[Token]:
    """Where a noun's prepositions hang: at itself, at what portions it out, at the verb that carries it."""
    yield noun
    if outer(noun).i != noun.i:
        yield outer(noun)
    carrier = carrier_of(noun)
    if carrier is not None and carrier.i < noun.i:
        yield carrier


def outer(noun: Token) -> Token:
    """The noun that portions a noun out and draws its prepositions: "a series of attacks on X"."""
    outer = noun.head.head
    portioned = noun.dep_ == "pobj" and noun.head.lower_ == "of" and outer.pos_ in ("NOUN", "PROPN")
    return outer if portioned else noun


MEASURES = frozenset(
    "ton tonne kilo kilogram kilogramme pound gallon barrel litre liter million billion thousand "
    "hundred dozen number lot amount quantity package shipment consignment batch load kind sort form "
    "series round part portion share range set worth dollar euro kg year decade month week day page last "
    "rest bulk most half remainder remnant majority percent team shipload planeload truckload lorryload "
    "crate sack bag bale dose all some any none two three four five six seven several many few pair slice "
    "tranche instalment installment chunk third quarter piece start opening beginning resumption "
    "wave raft slew string barrage host flood stream flurry spate array handful score bevy trickle "
    "boatload busload trainload planeload burst volley salvo hail fusillade shower torrent".split()
)
"""Nouns that measure out what follows their "of"."""

CONTAINERS = frozenset(
    "program programme package scheme shipment consignment delivery supply deal contract flow effort project "
    "payment measure worth cargo convoy plan sale transfer".split()
)
"""Nouns that hold what the noun right before them names: a military aid program is military aid."""


TOPICAL = frozenset("discuss debate negotiate share exchange coordinate plan sign agree".split())
"""Verbs of talking and sharing whose object is what it is about."""

IMPOSING = frozenset("impose place put slap clamp levy lay declare announce use employ".split())
"""Verbs behind a noun that tell on whom it lies: "lifted the embargo that it had imposed on Mali",
"flew raids using drones against rebels"."""

ASSERTING = frozenset("insist suggest propose".split())
"""Verbs of wishes by which things are said as well: "insisted that Chad had left" demands nothing."""

LASTING = frozenset("take need require cost".split())
"""Verbs whose infinitive tells how long or hard something is, and not that it was done."""

WANTED = frozenset("must should ought shall be to".split())
"""Auxiliaries of what is to be."""

CHARGES = frozenset(
    "charge accusation allegation claim suspicion report complaint rumour rumor evidence proof belief "
    "conviction possibility".split()
)
"""Nouns whose "that" tells what somebody is said to have done: "voiced suspicion that Chad armed them"."""

PARTING = frozenset(
    "sever cut break end suspend halt freeze downgrade rupture trade exchange swap hurl fling".split()
)
AGREEING = frozenset({"agree"})
SHARED = frozenset(
    "relation relationship tie link contact talk negotiation dialogue cooperation collaboration alliance "
    "partnership friendship truce ceasefire pact agreement treaty hostility feud accusation recrimination "
    "insult barb blame charge threat jibe taunt fire blow shot gunfire salvo".split()
)
"""Verbs by which two part or come together, and nouns of what they had with each other."""

PLACING = frozenset({"in", "at", "across", "within", "from"})
"""Prepositions by which a frame names the place of an act, whose rulers did it if nobody is named."""

INTO = frozenset({"into"})
"""The preposition behind which a frame names the land that somebody wants into."""

LOOSE = frozenset("in over out off on up down through around".split())
"""Particles that are prepositions where they have a noun of their own: "turned to the court over it"."""

DENYING = frozenset("deny refuse grant allow".split())
"""Verbs of what people are let have: "denied aid workers entry"."""

TIMES = frozenset("before after during since until".split())
"""Prepositions that lead to other acts, in whose places somebody acts upon nobody."""

IMPLIED = 4
"""How much less a frame fits whose "of X" is only implied by an owner: as much as one that asks for "X's"."""

GENITIVE = frozenset({"of", "by", "from"})


def _fills(match: Match, place: Place, head: Token, objects: Sequence[Token]) -> bool:
    if place.slot is Slot.NOTHING:
        return _particle(match, place, head)
    if place.slot is Slot.CONTENT:
        return _content(match, place, head)
    if place.slot is Slot.TARGET and "that" in place.words:
        return _clause_subject(match, head)
    if place.slot is Slot.TARGET and "for" in place.words and _clause_subject(match, head, "for"):
        return True
    if place.slot is Slot.SOURCE and place.words & PLACING and match.sources:
        return False  # who "was jailed in Iran" was so by Iran, unless somebody is named who did it
    if place.slot is Slot.SOURCE and place.words & INTO and match.sources:
        return True  # who "was refused entry to Iran" was so by Iran, unless somebody is named who did it
    candidates = _candidates(match, place, head, objects)
    if place.slot is Slot.TARGET:
        groups = list(candidates)
        match.targets += [noun for group in groups[:1] for noun in group]
        match.other_targets += groups[1:]
        if groups:
            return True
        candidates = iter(())
    for nouns in candidates:
        if place.slot is Slot.SOURCE:
            match.sources.extend(nouns)
            match.source_rule = "named source"
            return True
        may = place.nouns.by_head.get("president", ()) if place.slot is Slot.OWNER else ()
        read = [
            (noun, wanted)
            for noun in nouns
            if (wanted := fits(noun, place.nouns) or _as_officer(noun, may)) is not None
        ]
        fitting = [noun for noun, _ in read]
        if fitting:
            match.used += fitting
            match.named = fitting
            match.qualified += max(len(wanted.modifiers) for _, wanted in read)
            if place.slot is Slot.OWNER:
                match.owned += fitting
            return True
    if place.slot is Slot.TARGET and place.words & GENITIVE and match.used:
        behind = [
            noun
            for preposition in prepositions(match.used[-1], place.words & GENITIVE, depth=1)
            for noun in objects_of(preposition)
            if not _is_time(noun)
        ]
        if not behind:
            match.implied = True
        match.targets += behind
        match.owned += [] if behind else match.named or match.used[-1:]  # "the offer of X" is "X's offer"
        return True
    if place.slot is Slot.SOURCE and place.words & GENITIVE and match.used and match.thing is None:
        match.source_things += (
            match.named or match.used[-1:]
        )  # "bought Israeli drones" is "drones from Israel"
        match.source_rule = "owner"
        match.implied = True
        return True
    return False


def _candidates(
    match: Match, place: Place, head: Token, objects: Sequence[Token]
) -> Iterator[Sequence[Token]]:
    """The noun phrases that may fill a place: the direct object, or what its prepositions lead to."""
    if not place.words:
        if place.slot in (Slot.TARGET, Slot.SOURCE):
            plain = [o for o in objects if o.pos_ not in ("ADJ", "VERB") or o.dep_ in ("dobj", "nsubjpass")]
            dative = [c for c in head.children if c.dep_ == "dative" and c.pos_ != "ADP"]
            if match.used:
                plain = [o for o in plain if o not in match.used]
            if plain or dative:
                yield [*dative, *plain] if not match.used else dative or plain
        elif objects:
            yield objects
        return
    dative = [n for c in head.children if c.dep_ == "dative" and c.pos_ != "ADP" for n in with_conjuncts(c)]
    dative = dative or _hidden_dative(head, objects)
    if dative and place.words & {"to", "for"} and place.slot is Slot.TARGET:
        yield dative
    roots = [head, *(o for o in objects if o.head.i != head.i or o.dep_ in ("nsubjpass", "nsubj"))]
    roots += [
        clause
        for noun in objects
        for clause in noun.children
        if clause.dep_ in ("acl", "relcl") and clause.lemma_.lower() in IMPOSING
    ]
    roots += [child for child in head.children if child.dep_ == "advcl" and child.lemma_.lower() == "use"]
    roots += [inner for noun in objects for inner in measured(noun)]
    seen: set[int] = set()
    suffers = is_passive(head) and not match.frame.subject_is_target
    by = {noun.i for noun in agents(head)} if suffers else set()
    for root in roots:
        # "of" and "from" belong to what stands right before them, other prepositions hang anywhere
        near = place.words & GENITIVE if place.slot is Slot.TARGET else frozenset()
        leading = [*prepositions(root, place.words - near), *prepositions(root, near, depth=2)]
        owned = place.words & GENITIVE and place.slot is Slot.TARGET
        order = [(owned and p.lower_ != "of", sum(1 for _ in p.ancestors), p.i, p) for p in leading]
        for *_, preposition in sorted(order, key=lambda row: row[:3]):
            if place.slot is Slot.TARGET and not match.frame.nominal and _answers(preposition, match):
                continue
            if preposition.i in seen or any(noun.i in by for noun in objects_of(preposition)):
                continue
            if place.slot is Slot.TARGET and _is_of_another_time(preposition, root):
                continue
            before = match.frame.nominal and match.named and preposition.i < match.named[0].i > root.i
            if owned and before and preposition.lower_ == "by":
                continue  # "a probe by Chad into killings by rebels"
            first = preposition.lower_ == "with" and preposition.i == preposition.sent.start
            if first and all(noun.pos_ == "NOUN" for noun in objects_of(preposition)):
                continue  # "With the ceasefire over, Chad and Mali agreed"
            seen.add(preposition.i)
            nouns = [n for n in objects_of(preposition) if n not in match.used and not _is_time(n)]
            if preposition.lower_ == "in" and place.slot is Slot.TARGET:
                nouns = [n for n in nouns if n.lemma_.lower() not in MANNERS]
            if not nouns and preposition.lower_ == "as":  # "described it as constructive"
                nouns = [c for c in preposition.children if c.pos_ in ("ADJ", "VERB")]
            if nouns:
                yield nouns
            elif preposition.dep_ in ("prt", "prep") and objects and not any(objects_of(preposition)):
                rest = [o for o in objects if o not in match.used]
                if rest:
                    yield rest
    given = place.words & {"to", "for"} and place.slot is Slot.TARGET and is_passive(head)
    if given and match.used and any(c.dep_ in ("dobj", "oprd") for c in head.children):
        yield [o for o in objects if o not in match.used]  # "was given aid"


def _is_time(noun: Token) -> bool:
    """Whether a noun says when: "on Monday", "in 1992", "in recent weeks"."""
    return noun.lemma_.lower() in CALENDAR or noun.pos_ == "NUM"


def _hidden_dative(verb: Token, objects: Sequence[Token]) -> list[Token]:
    """Who was taken into the object: "gave Algeria independence", "refused UN monitors entry"."""
    if verb.lemma_.lower() not in GIVING | DENYING or is_passive(verb):
        return []
    if len(objects) > 1 and objects[0].dep_ == "dobj" and objects[1].dep_ in ("dobj", "npadvmod"):
        return list(objects[:1])  # "pledged Delhi a credit", both taken for objects
    return [
        child
        for noun in objects
        for child in noun.children
        if child.dep_ in ("compound", "nmod")
        and (child.pos_ == "PROPN" or (child.tag_ == "NNS" and verb.lemma_.lower() in DENYING))
        and child.i < noun.i
        and noun.pos_ == "NOUN"
    ]


def _answers(to: Token, match: Match) -> bool:
    """Whether "to" leads to what an act answers or means besides, not to whom it is done: "expelled envoys in
    response to a sentence", "in a challenge to Iran, opened an embassy".
    """
    manner = to.head
    if to.lower_ != "to" or manner.dep_ != "pobj" or manner in match.used:
        return False
    return manner.head.lower_ == "in" and manner.lemma_.lower() in MANNERS | GESTURES


def _particle(match: Match, place: Place, head: Token) -> bool:
    for child in head.children:
        particle = child.dep_ in ("prt", "prep", "advmod", "npadvmod", "aux", "mark", "oprd", "acomp")
        leads = (
            child.dep_ == "prep"
            and child.lower_ in LOOSE
            and any(c.dep_ in ("pobj", "pcomp") and c.pos_ != "PRON" for c in child.children)
        )
        if child.lower_ in place.words and particle and not leads:
            match.used.append(child)
            return True
    return False


def _content(match: Match, place: Place, head: Token) -> bool:
    """The act spoken of: an infinitive, a gerund, a that-clause or an event noun."""
    if match.content is not None:
        return True
    if not place.words or place.words & {"to", "that", "whether"}:
        for verb in _clauses_below(head):
            infinitive = is_infinitive(verb)
            if "to" in place.words and not infinitive:
                continue
            if place.words and "to" not in place.words and infinitive:
                continue
            if verb.dep_ == "ccomp" and head.lemma_.lower() in ASSERTING and _is_told(verb):
                continue
            match.content = verb
            return True
        if not place.words:
            return False
    for preposition in prepositions(head, place.words, depth=2):
        for child in preposition.children:
            told = (child.pos_ == "NOUN" or child.tag_ == "VBG") and preposition.lower_ != "to"
            if child.dep_ == "pcomp" or (child.dep_ == "pobj" and told and child.lemma_ != "time"):
                match.content = child
                return True
        for clause in _clauses_below(head):  # "ruled out lifting"
            if preposition.dep_ == "prt" and clause.tag_ == "VBG":
                match.content = clause
                return True
    return False


def _clauses_below(head: Token) -> Iterator[Token]:
    """The clauses that a verb governs; the parser hangs some on its object or its preposition's object."""
    parents = [head]
    parents += [
        child for child in head.children if child.dep_ in ("dobj", "nsubjpass", "dative", "acomp", "attr")
    ]
    parents += [
        noun
        for child in head.children
        if child.dep_ in ("prep", "dative")
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    for parent in parents:
        for child in parent.children:
            if child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl") and is_verb(child):
                if child.dep_ in ("advcl", "acl", "relcl") and not is_infinitive(child):
                    continue
                yield child


def _clause_subject(match: Match, head: Token, mark: str = "that") -> bool:
    """The subject of the clause behind "that", or behind "for": "called for Sudan to withdraw"."""
    told = (child for noun in match.used for child in noun.children if noun.lemma_.lower() in CHARGES)
    for child in (*head.children, *(told if mark == "that" else ())):  # "made the charge that Chad lied"
        marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
        marked = mark in marks and child.dep_ in ("acl", "advcl", "ccomp", "xcomp", "relcl")
        if (marked or (mark == "that" and child.dep_ in ("ccomp", "xcomp"))) and is_verb(child):
            subject = own_subject(child)
            asserted = head.lemma_.lower() in ASSERTING and _is_told(child)
            if subject is not None and not asserted:
                match.targets += with_conjuncts(subject)
                match.content = child
                return True
    return False


def _is_told(verb: Token) -> bool:
    """Whether a clause tells what is rather than what is to be: not "that Chad leave", nor "must leave"."""
    aux = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    due = verb.lemma_ in ("be", "have") and any(
        child.dep_ == "xcomp" and child.lower_ != "blame"
        for child in verb.children  # "was to blame"
    )
    if due or any(child.lower_ in WANTED for child in aux):
        return False
    first = min([verb, *aux], key=lambda token: token.i)
    return first.tag_ in ("VBD", "VBZ", "MD") or first.lower_ in ("have", "are", "do")


def measured(noun: Token) -> tuple[Token, ...]:
    """What a noun measures out: the soldiers in "the last of its soldiers"."""
    of = (c for c in noun.children if c.lower_ == "of" and noun.lemma_.lower() in MEASURES)
    return tuple(inner for preposition in of for inner in objects_of(preposition))


PERSONS = frozenset({"he", "him", "she"})
"""Pronouns for somebody who may hold any office."""


def _as_officer(token: Token, offices: Sequence[Noun]) -> Noun | None:
    """A pronoun as whoever may hold an office that is somebody's: "where he was received by the king"."""
    return offices[0] if offices and token.lower_ in PERSONS else None


def fits(token: Token, wanted: Nouns, depth: int = 4) -> Noun | None:
    """Which of the nouns that a frame asks for a token is, with its modifiers; "tons of food" are food.

    Of several the one with most modifiers.
    """
    lemma, form = token.lemma_.lower(), token.lower_
    if (lemma in MEASURES or token.pos_ == "NUM") and depth:  # "1,500 of its soldiers"
        for child in token.children:
            if child.lower_ in ("of", "in"):
                for noun in objects_of(child):
                    inner = fits(noun, wanted, depth - 1)
                    if inner is not None:
                        return inner
    if lemma in CONTAINERS and token.i:
        ahead = token.doc[token.i - 1]
        inner = fits(ahead, wanted) if ahead.dep_ == "compound" and ahead.head.i == token.i else None
        if inner is not None:
            return inner
    if wanted.has_place and token.i in token.doc.places:
        return PLACE
    heads = wanted.by_head
    options = heads.get(lemma, ()) + (heads.get(form, ()) if form != lemma else ())
    if (
        not options and form.endswith("s") and (token.pos_ == "NOUN" or token.tag_ == "NNPS")
    ):  # without a lemma
        options = next((heads[one] for one in singulars(form) if one in heads), ())
    beside = _beside(token) if any(noun.modifiers for noun in options) else frozenset()
    fitting = [noun for noun in options if beside.issuperset(noun.modifiers)]
    return max(fitting, key=lambda noun: len(noun.modifiers)) if fitting else None


def has_modifiers(token: Token, modifiers: Sequence[frozenset[str]]) -> bool:
    """Whether a word of each group stands before a noun: "missile" or "air" before "strike"."""
    beside = _beside(token) if modifiers else frozenset()
    return all(modifier & beside for modifier in modifiers)


def _beside(token: Token) -> frozenset[str]:
    """The words that modify a noun, and their bases."""
    return frozenset(
        word
        for child in token.children
        if child.i < token.i
        for part in (child, *child.conjuncts, *child.children)
        for word in (part.lower_, part.lemma_.lower())
    )
