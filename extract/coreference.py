"""Who is meant by words that name nobody: he, it, both nations, the pact.

A discourse goes through the article with the reader: it remembers who was spoken of and which pairs the
article's events linked. "Both nations" are the pair that events link most, not the two nearest names.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from extract.clauses import grammatical_subject
from extract.mentions import Mention
from graph.gazetteer import Sort
from graph.model import Actor, Event, Kind, Plover

PERSONAL = frozenset("he she him her his hers himself herself".split())
NEUTRAL = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
TWO = frozenset("both two".split())
STATES = frozenset(
    "nation country state government side leader neighbour neighbor capital ally power party rival "
    "partner".split()
)
BONDS = frozenset(
    "pact alliance partnership treaty agreement accord deal trade relationship axis bloc cooperation "
    "exchange bond friendship tie ties relations rapprochement".split()
)
"""Nouns that name what two actors have with each other: "the pact" without an owner is the pair's."""

BINDING = frozenset({Plover.AGREE, Plover.SUPPORT, Plover.COOPERATE, Plover.AID})
"""Types of event that give two actors a bond."""

MEMORY = 4
"""Sentences over which a pronoun looks back."""

FADING = 0.8
"""What a link between two actors is worth a sentence later."""


@dataclass(slots=True)
class Discourse:
    """What a reader of the article has in mind at a sentence."""

    sentence: int = 0
    _spoken_of: list[tuple[int, bool, Mention]] = field(default_factory=list)
    _links: dict[frozenset[str], float] = field(default_factory=dict)
    _bonds: dict[frozenset[str], float] = field(default_factory=dict)
    _actors: dict[str, Actor] = field(default_factory=dict)

    def next_sentence(self) -> None:
        self.sentence += 1
        self._links = {pair: weight * FADING for pair, weight in self._links.items()}
        self._bonds = {pair: weight * FADING for pair, weight in self._bonds.items()}

    def hear(self, mentions: Iterable[tuple[Mention, bool]]) -> None:
        """Take in the mentions of the sentence just read; the flag marks grammatical subjects."""
        self._spoken_of += [(self.sentence, subject, mention) for mention, subject in mentions]
        self._spoken_of = [row for row in self._spoken_of if row[0] > self.sentence - MEMORY]

    def link(self, event: Event) -> None:
        """Remember that an event linked its two ends; what they do together counts double."""
        pair = frozenset({event.source.actor.id, event.target.actor.id})
        weight = 2.0 if event.plover.is_cooperation else 0.5
        self._links[pair] = self._links.get(pair, 0.0) + weight
        if event.plover in BINDING:
            self._bonds[pair] = self._bonds.get(pair, 0.0) + weight * (2 if event.reciprocal else 1)
        self._actors.update({p.actor.id: p.actor for p in (event.source, event.target)})

    def pair_without(self, ids: Iterable[str], *, bound: bool) -> tuple[Actor, ...]:
        """The two actors that the article links most, neither of them one of `ids`.

        `bound` asks for two who have a bond: who signed, cooperate or support each other, not who met.
        """
        left_out = set(ids)
        links = self._bonds if bound else self._links
        open_pairs = {
            pair: weight for pair, weight in links.items() if not pair & left_out and len(pair) == 2
        }
        if not open_pairs:
            return ()
        best = max(open_pairs, key=lambda pair: open_pairs[pair])
        return tuple(self._actors[id] for id in sorted(best))

    def last(
        self, *, person: bool, plural: bool, before: Iterable[Mention], besides: set[str]
    ) -> Mention | None:
        """Who was spoken of last and fits: subjects before others, this sentence before earlier ones."""
        here = [(self.sentence, True, mention) for mention in before]
        rows = [*self._spoken_of, *here]
        for age in range(MEMORY):
            fitting = [
                (subject, mention)
                for number, subject, mention in rows
                if number == self.sentence - age
                and mention.actor.id not in besides
                and _fits(mention, person=person, plural=plural)
            ]
            subjects = [mention for subject, mention in fitting if subject]
            if subjects:
                return subjects[0] if age else subjects[-1]
            if fitting:
                return fitting[-1][1]
        return None


def _fits(mention: Mention, *, person: bool, plural: bool) -> bool:
    if person:
        return mention.person is not None or mention.role is Sort.HOLDER or mention.actor.kind is Kind.PERSON
    if plural:
        return mention.plural or mention.actor.kind in (
            Kind.GROUP,
            Kind.PEOPLE,
            Kind.ORGANISATION,
            Kind.COUNTRY,
        )
    return mention.person is None and mention.role is not Sort.HOLDER and not mention.plural


def meant_by(
    token: Token, discourse: Discourse, before: Iterable[Mention], besides: set[str]
) -> tuple[Mention, ...]:
    """The actors that a pronoun, "both nations" or "the pact" stands for; none where nobody fits.

    `before` are the mentions of the sentence up to the token, `besides` the ids of the other end: nobody
    acts on itself. In "The two countries signed a pact" the words stand for two actors.
    """
    word = token.lower_
    found: tuple[Mention, ...] = ()
    if word in PERSONAL or word in NEUTRAL or word in PLURAL:
        mention = discourse.last(
            person=word in PERSONAL, plural=word in PLURAL, before=before, besides=besides
        )
        found = (_stands_for(token, mention),) if mention else ()
    elif _is_both(token) or _is_bond(token):
        start = min(
            [
                token.i,
                *(
                    c.i
                    for c in token.children
                    if c.dep_ in ("det", "nummod", "amod", "predet", "compound") and c.i < token.i
                ),
            ]
        )
        found = tuple(
            Mention(
                actor=actor,
                person=None,
                start=start,
                end=token.i + 1,
                head=token.i,
                how="coreference",
                shared=True,
                plural=True,
            )
            for actor in discourse.pair_without(besides, bound=_is_bond(token))
        )
    return found


def _stands_for(token: Token, mention: Mention) -> Mention:
    return replace(mention, start=token.i, end=token.i + 1, head=token.i, how="coreference", shared=False)


def _is_both(token: Token) -> bool:
    """Whether words stand for two: "both nations", "the two countries", "the two", "both"."""
    if token.lower_ == "both" and token.dep_ not in ("preconj", "cc", "det", "predet"):
        return True
    if token.lemma_.lower() not in STATES:
        return False
    return any(child.lower_ in TWO and child.i < token.i for child in token.children)


def _is_bond(token: Token) -> bool:
    """Whether a noun is a bond whose parties are not named: "the pact", "this arms trade"."""
    if token.lemma_.lower() not in BONDS:
        return False
    return any(
        child.dep_ == "det" and child.lower_ in ("the", "this", "that", "their") for child in token.children
    )


def is_subject(token: Token) -> bool:
    """Whether a token is the subject of a finite clause."""
    return token.dep_ in ("nsubj", "nsubjpass") or (
        token.dep_ == "conj" and token.head.i != token.i and token.head.dep_ in ("nsubj", "nsubjpass")
    )


def subject_of_sentence(token: Token) -> tuple[Token, ...]:
    """The grammatical subject of the clause that a token stands in."""
    verb = token.head
    return grammatical_subject(verb).tokens if verb.pos_ in ("VERB", "AUX") else ()
