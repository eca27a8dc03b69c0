"""Which frames of the codebook fit a verb or noun, and which tokens fill their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from extract.clauses import (
    agents,
    grammatical_subject,
    is_passive,
    logical_objects,
    logical_subject,
    objects_of,
    own_subject,
    prepositions,
    with_conjuncts,
)
from graph.frames import Frame, Noun, Place, Slot


@dataclass(slots=True)
class Match:
    """A frame that fits a trigger. Token lists hold the heads of the noun phrases in each place.

    `owned` holds nouns whose owner is the target ("X's proposal"), `content` the verb or noun of the act
    spoken of, `used` the other words that belong to the trigger.
    """

    frame: Frame
    trigger: Token
    sources: list[Token] = field(default_factory=list)
    source_rule: str = ""
    targets: list[Token] = field(default_factory=list)
    owned: list[Token] = field(default_factory=list)
    content: Token | None = None
    used: list[Token] = field(default_factory=list)
    unfilled: int = 0

    @property
    def weight(self) -> int:
        """How well the frame fits: what it asks for, less what of it is missing."""
        return self.frame.specificity - 3 * self.unfilled


def verb_matches(verb: Token, frames: Sequence[Frame]) -> Iterator[Match]:
    """The frames that fit a verb."""
    objects = logical_objects(verb)
    subject = logical_subject(verb)
    for frame in frames:
        match = Match(frame, verb)
        if frame.subject_is_target:
            match.targets += subject.tokens
        else:
            match.sources += subject.tokens
            match.source_rule = subject.rule
        if _fits_all(match, verb, objects):
            yield match


def state_matches(participle: Token, frames: Sequence[Frame]) -> Iterator[Match]:
    """The frames of "be" that fit what looks like a passive: "is allied with X", "is prepared to ..."."""
    subject = grammatical_subject(participle)
    for frame in frames:
        match = Match(frame, participle, sources=list(subject.tokens), source_rule=subject.rule)
        if frame.places and frame.places[0].slot is Slot.NOUN and _fits_all(match, participle, (participle,)):
            yield match


def _fits_all(match: Match, head: Token, objects: Sequence[Token]) -> bool:
    """Whether every place is filled; "with X" may be missing where the parties are all subjects."""
    for place in match.frame.places:
        if not _fills(match, place, head, objects):
            if not (match.frame.reciprocal and place.slot is Slot.TARGET):
                return False
            match.unfilled += 1
    return True


def noun_matches(noun: Token, frames: Sequence[Frame]) -> Iterator[Match]:
    """The frames that fit a noun ("attack on X"); its source is looked for by the caller."""
    for frame in frames:
        if not _has_modifiers(noun, frame.modifiers):
            continue
        match = Match(frame, noun)
        if _fits_all(match, noun, ()):
            yield match


MEASURES = frozenset(
    "ton tonne kilo kilogram kilogramme pound gallon barrel litre liter million billion thousand hundred dozen "
    "number lot amount quantity package shipment consignment batch load kind sort form series round part "
    "portion share range set worth dollar euro kg".split()
)
"""Nouns that measure out what follows their "of"."""

GENITIVE = frozenset({"of", "by", "from"})


def _fills(match: Match, place: Place, head: Token, objects: Sequence[Token]) -> bool:
    if place.slot is Slot.NOTHING:
        return _particle(match, place, head)
    if place.slot is Slot.CONTENT:
        return _content(match, place, head)
    if place.slot is Slot.TARGET and "that" in place.words:
        return _clause_subject(match, head)
    for nouns in _candidates(match, place, head, objects):
        if place.slot in (Slot.TARGET, Slot.SOURCE):
            (match.targets if place.slot is Slot.TARGET else match.sources).extend(nouns)
            if place.slot is Slot.SOURCE:
                match.source_rule = "named source"
            return True
        fitting = [noun for noun in nouns if any(fits(noun, wanted) for wanted in place.nouns)]
        if fitting:
            match.used += fitting
            if place.slot is Slot.OWNER:
                match.owned += fitting
            return True
    if place.slot is Slot.TARGET and place.words & GENITIVE and match.used:
        match.owned += match.used[-1:]  # "accept the offer of X" is "accept X's offer"
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
    if dative and place.words & {"to", "for"} and place.slot is Slot.TARGET:
        yield dative
    roots = [head, *(o for o in objects if o.head.i != head.i or o.dep_ in ("nsubjpass", "nsubj"))]
    seen: set[int] = set()
    by = {noun.i for noun in agents(head)} if is_passive(head) else set()
    for root in roots:
        for preposition in prepositions(root, place.words):
            if preposition.i in seen or any(noun.i in by for noun in objects_of(preposition)):
                continue
            seen.add(preposition.i)
            nouns = [noun for noun in objects_of(preposition) if noun not in match.used]
            if nouns:
                yield nouns
            elif preposition.dep_ in ("prt", "prep") and objects and place.slot is not Slot.NOTHING:
                rest = [o for o in objects if o not in match.used]
                if rest:
                    yield rest
    if place.words & {"to", "for"} and place.slot is Slot.TARGET:
        if is_passive(head) and match.used and any(c.dep_ in ("dobj", "oprd") for c in head.children):
            yield [o for o in objects if o not in match.used]


def _particle(match: Match, place: Place, head: Token) -> bool:
    for child in head.children:
        if child.lower_ in place.words and child.dep_ in ("prt", "prep", "advmod", "npadvmod", "aux", "mark"):
            match.used.append(child)
            return True
    return False


def _content(match: Match, place: Place, head: Token) -> bool:
    """The act spoken of: an infinitive, a gerund, a that-clause or an event noun."""
    if match.content is not None:
        return True
    if not place.words or place.words & {"to", "that", "whether"}:
        for verb in _clauses_below(head):
            infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
            if "to" in place.words and not infinitive:
                continue
            if place.words and "to" not in place.words and infinitive:
                continue
            match.content = verb
            return True
        if not place.words:
            return False
    for preposition in prepositions(head, place.words, depth=2):
        for child in preposition.children:
            if child.dep_ in ("pcomp", "pobj"):
                match.content = child
                return True
    return False


def _clauses_below(head: Token) -> Iterator[Token]:
    """The clauses that a verb governs; the parser hangs some on its object or its preposition's object."""
    parents = [head]
    parents += [child for child in head.children if child.dep_ in ("dobj", "nsubjpass", "dative", "acomp", "attr")]
    parents += [
        noun for child in head.children if child.dep_ in ("prep", "dative") for noun in child.children
        if noun.dep_ == "pobj"
    ]
    for parent in parents:
        for child in parent.children:
            if child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl") and child.pos_ in ("VERB", "AUX"):
                if child.dep_ in ("advcl", "acl", "relcl") and not any(
                    c.dep_ == "aux" and c.lower_ == "to" for c in child.children
                ):
                    continue
                yield child


def _clause_subject(match: Match, head: Token) -> bool:
    for child in head.children:
        if child.dep_ in ("ccomp", "xcomp") and child.pos_ in ("VERB", "AUX"):
            subject = own_subject(child)
            if subject is not None:
                match.targets += with_conjuncts(subject)
                match.content = child
                return True
    return False


def fits(token: Token, wanted: Noun) -> bool:
    """Whether a token is the noun that a frame asks for, with its modifiers; "tons of food" are food."""
    if token.lemma_.lower() in MEASURES:
        return any(fits(noun, wanted) for of in token.children if of.lower_ == "of" for noun in objects_of(of))
    if wanted.head not in (token.lemma_.lower(), token.lower_):
        return False
    return _has_modifiers(token, [frozenset({modifier}) for modifier in wanted.modifiers])


def _has_modifiers(token: Token, modifiers: Sequence[frozenset[str]]) -> bool:
    if not modifiers:
        return True
    present = {
        word
        for child in token.children
        if child.i < token.i
        for part in (child, *child.conjuncts, *child.children)
        for word in (part.lower_, part.lemma_.lower())
    }
    return all(modifier & present for modifier in modifiers)
