"""What a reader of an article has in mind at a sentence: who was spoken of, and which pairs events linked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from extract.actors.resolver import IN_ARMS, Mention, taking_up
from extract.grammar.parse import Span, Token
from extract.grammar.verbs import REACH, SUBJECTS, is_verb
from extract.referents.told import Told
from graph.gazetteer import How, Sort
from graph.model import Actor, Event, Kind, Plover

STRIKES = frozenset({"strike", "airstrike", "raid", "sortie", "bombardment", "shelling"})
"""Nouns of assaults that reports list one by one."""

BINDING = frozenset({Plover.AGREE, Plover.SUPPORT, Plover.COOPERATE, Plover.AID})
"""Types of event that give two actors a bond."""

STRIFE = frozenset({"CEASE_FIRE", "VIOLATE_CEASEFIRE", "NEGOTIATE", "HALT_TALKS"})
"""Relations beside assaults by which two are the sides of a conflict."""

CHARGES = frozenset(
    "accusation allegation claim charge report argument assertion version account criticism rebuke".split()
)
"""Nouns that sum up what somebody was accused of in the words before."""

PUT_TO = {
    **dict.fromkeys(
        ("DEMAND", "APPEAL", "REQUEST_MEDIATION"),
        frozenset({"appeal", "call", "demand", "request", "plea", "order"}),
    ),
    **dict.fromkeys(("OFFER", "PROMISE", "INVITE"), frozenset({"offer", "invitation", "proposal"})),
    **dict.fromkeys(("COMPLAIN", "PROTEST"), frozenset({"protest", "complaint", "note"})),
    **dict.fromkeys(("THREATEN", "WARN", "GIVE_ULTIMATUM"), frozenset({"threat", "warning", "ultimatum"})),
}
"""By a relation, nouns that sum up what was put to somebody in the words before: "dismissed the appeal"."""

SAME = tuple(
    frozenset(nouns.split())
    for nouns in (
        "soldier troop serviceman paratrooper marine commando",
        "protester demonstrator marcher rioter",
        "rebel guerrilla insurgent fighter militant gunman",
        "policeman gendarme constable",
        "refugee migrant",
        "envoy ambassador",
        "fisherman trawlerman crew",
        "lawmaker legislator parliamentarian deputy",
    )
)
"""Nouns by which a report calls the same people, so as not to use one twice."""

UNKNOWN = frozenset({"stranger", "title", "apposition"})
"""Ways to somebody of whom only the article's words tell what he is."""

RECENT = 2
"""Sentences within which "the tribunal" takes somebody up."""

MEMORY = 4
"""Sentences over which a pronoun looks back."""

CLEARLY = 0.8
"""How near the second pair's weight may come to the first's, if the first is to be meant."""

FAR = 0.6
"""How near the second country's weight may come to the first's, if the first stands out."""

ACTING = 2.0
"""What a sentence weighs for a country that does something in it, against one that is only named."""

FADING = 0.95
"""What a link between two actors is worth a sentence later."""


@dataclass(slots=True)
class Discourse:
    """What a reader of the article has in mind at a sentence."""

    sentence: int = 0
    countries: set[str] = field(default_factory=set)
    acting: set[str] = field(default_factory=set)
    """The codes of those countries that were a subject."""
    reported_from: set[str] = field(default_factory=set)
    speakers: tuple[Mention, ...] = ()
    issuers: tuple[Mention, ...] = ()
    """Who issues the document that the article is, if it is one."""
    strangers: dict[str, Mention] = field(default_factory=dict)
    told: Told = field(default_factory=Told)
    _spoken_of: list[tuple[int, int | None, Mention]] = field(default_factory=list)
    _weights: dict[str, float] = field(default_factory=dict)
    _called: dict[str, dict[str, Mention]] = field(default_factory=dict)
    _links: dict[frozenset[str], float] = field(default_factory=dict)
    _linked: dict[frozenset[str], int] = field(default_factory=dict)
    _bonds: dict[frozenset[str], float] = field(default_factory=dict)
    _lands: dict[str, Actor] = field(default_factory=dict)
    """The countries that the article has named, by id."""
    _strife: dict[frozenset[str], float] = field(default_factory=dict)
    _joined: tuple[int, tuple[Actor, ...]] = (0, ())
    """The two countries that were named side by side last, and in which sentence."""
    _actors: dict[str, Actor] = field(default_factory=dict)
    _put: list[tuple[int, frozenset[str], Actor, Actor]] = field(default_factory=list)
    _of_nobody: int = -1
    """The last sentence whose subject are people whom nobody knows: "attackers shot dead ten"."""
    _hit: tuple[Actor, ...] = ()
    """Whom the last assault hit."""
    _assault: tuple[int, frozenset[str], tuple[Mention, ...], frozenset[str]] = (
        0,
        frozenset(),
        (),
        frozenset(),
    )

    def next_sentence(self) -> None:
        self.sentence += 1
        self._weights = {code: weight * FADING for code, weight in self._weights.items()}
        self._links = {pair: weight * FADING for pair, weight in self._links.items()}
        self._bonds = {pair: weight * FADING for pair, weight in self._bonds.items()}
        self._strife = {pair: weight * FADING for pair, weight in self._strife.items()}

    def hear(self, sentence: Span, mentions: Iterable[Mention], *, of_nobody: bool = False) -> None:
        """Take in the mentions of the sentence just read; strikes that it lists further are the same ones.

        `of_nobody` says that it tells of people whom nobody knows, and who are "they" in the next.
        """
        doc = sentence.doc
        heard = sorted(mentions, key=lambda m: m.head)
        if of_nobody:
            self._of_nobody = self.sentence
        at, words, by, hit = self._assault
        if by and at < self.sentence and any(t.lemma_.lower() in words & STRIKES for t in sentence):
            self._assault = (self.sentence, words, by, hit)
        self.countries.update(m.actor.code for m in heard if m.actor.code)
        self._lands.update({m.actor.id: m.actor for m in heard if m.actor.kind is Kind.COUNTRY})
        together: dict[int, dict[str, Actor]] = {}
        for m in heard:
            if m.actor.kind is Kind.COUNTRY and m.how != How.PLACE.value:
                together.setdefault(_first_of(doc[m.head]), {})[m.actor.id] = m.actor
        for named in together.values():
            if len(named) == 2:
                self._joined = (self.sentence, tuple(named.values()))
        for m in heard:
            head = doc[m.head]
            if head.pos_ == "NOUN" and m.how != "coreference":
                self._called.setdefault(head.lemma_.lower(), {})[m.actor.id] = m
            weight = ACTING if clause_of(head) is not None else 1.0
            for key in {m.actor.id, m.actor.code or m.actor.id}:
                self._weights[key] = self._weights.get(key, 0.0) + weight
        self.acting.update(m.actor.code for m in heard if m.actor.code and clause_of(doc[m.head]) is not None)
        self._spoken_of += [(self.sentence, clause_of(doc[m.head]), m) for m in heard]
        self._spoken_of = [row for row in self._spoken_of if row[0] > self.sentence - MEMORY]
        self._put = [row for row in self._put if row[0] > self.sentence - RECENT]

    def so_called(self, noun: str) -> Mention | None:
        """Whom the article has called by a noun with a name beside it, or by one that means the same, if it
        was but one: "the guards" are those of "Belarusian border guards", "the soldiers" the French troops.
        """
        same = next((nouns for nouns in SAME if noun in nouns), {noun})
        called = {id: m for word in same for id, m in self._called.get(word, {}).items()}
        return next(iter(called.values())) if len(called) == 1 else None

    def main(self, among: Collection[str]) -> str | None:
        """Of which of these countries, by code, or actors, by id, the article speaks most, by far."""
        ranked = sorted(among, key=lambda key: -self._weights.get(key, 0.0))
        weights = [self._weights.get(key, 0.0) for key in ranked[:2]]
        return ranked[0] if ranked and (len(ranked) == 1 or weights[1] <= FAR * weights[0]) else None

    def link(self, event: Event) -> None:
        """Remember that an event linked its two ends; both events of a reciprocal act count as one link.

        What an army does, its state does; what the two do to each other makes no two sides.
        """
        ends = {actor.id.removesuffix("-MIL"): actor for actor in (event.source.actor, event.target.actor)}
        if len(ends) != 2:
            return
        self._actors.update(ends)
        pair = frozenset(ends)
        self._linked[pair] = self.sentence
        weight = 0.5 if event.reciprocal else 1.0
        self._links[pair] = self._links.get(pair, 0.0) + weight
        if (event.reciprocal and event.plover in BINDING) or event.plover is Plover.AID:
            self._bonds[pair] = self._bonds.get(pair, 0.0) + 1.0
        if event.plover is Plover.ASSAULT or event.relation in STRIFE:
            self._strife[pair] = self._strife.get(pair, 0.0) + weight

    def put(self, event: Event) -> None:
        """Remember who accused whom, or told something bad of him, asked, offered or threatened something."""
        if event.negated:
            return
        if event.plover is Plover.ACCUSE:
            self._put.append((self.sentence, CHARGES, event.source.actor, event.target.actor))
        elif event.attributed_to is not None and event.plover.quad.endswith("conflict"):
            speaker = event.attributed_to.speaker.actor
            self._put.append((self.sentence, CHARGES, speaker, event.source.actor))
        if (nouns := PUT_TO.get(event.relation)) is not None:
            self._put.append((self.sentence, nouns, event.source.actor, event.target.actor))

    def put_by(self, noun: Token, whom: Collection[str]) -> tuple[Mention, ...]:
        """Who made "the accusation" of these, or "the appeal" to them: Chad in "Chad blamed Mali. Mali
        rejected the allegation".
        """
        others = [c for c in noun.children if c.dep_ != "punct" and c.lower_ != "as"]
        behind = noun.doc.words(noun.i + 1, noun.i + 2).lower()
        if behind in ("to", "on", "that"):
            return ()  # "rejected the claim to the islands", wherever the parser hangs it
        if [c.lower_ in ("the", "this", "that", "these") for c in others] != [True]:
            return ()
        ids = {id.removesuffix("-MIL") for id in whom}
        made = [
            who
            for sentence, nouns, who, to in self._put
            if self.sentence - sentence < RECENT
            and noun.lemma_.lower() in nouns
            and to.id.removesuffix("-MIL") in ids
        ]
        made = [who for who in made if who.id not in whom][-1:]
        return tuple(taking_up(noun, actor) for actor in made)

    def assaulted(self, words: frozenset[str], pairs: Iterable[tuple[Mention, Mention]]) -> None:
        """Remember the last assault: the lemmas it was told in, who did it, and to whom."""
        both = list(pairs)
        by = tuple(dict.fromkeys(source for source, _ in both))
        hit = frozenset(target.actor.code or target.actor.id for _, target in both)
        self._hit = tuple(dict.fromkeys(target.actor for _, target in both))
        if [m.actor for m in by] == [m.actor for m in self._assault[2]]:
            words, hit = words | self._assault[1], hit | self._assault[3]
        self._assault = (self.sentence, words, by, hit)

    def hit_by(self, ids: Collection[str]) -> frozenset[str]:
        """The countries, by code, that these hit in the sentence before: "shelled a base. It killed ten"."""
        sentence, _, by, hit = self._assault
        same = bool(by) and {m.actor.id for m in by} == {*ids}
        return hit if same and self.sentence - sentence == 1 else frozenset()

    def assailants(self, noun: Token, hit: Collection[str]) -> tuple[Mention, ...]:
        """Whose deed "the attack" or "two strikes" was, where the words right before have told it.

        With "the" the assault is meant that hit the same side, with a number or bare plural one told in the
        same noun; "a" tells of a new one, and so does what is told apart ("the suicide attack").
        """
        sentence, words, by, sides = self._assault
        children = [child for child in noun.children if child.dep_ != "punct"]
        determiners = {child.lower_ for child in children if child.dep_ == "det"}
        known = determiners & {"the", "this", "these", "those", "that"} or (
            not determiners and noun.lemma_.lower() in words
        )
        apart = any(child.dep_ not in ("det", "nummod") for child in children)
        if not known or apart or not sides & set(hit) or self.sentence - sentence >= MEMORY:
            return ()
        start = noun.left_edge.i if noun.left_edge.i < noun.i else noun.i
        return tuple(
            replace(m, start=start, end=noun.i + 1, head=noun.i, how="coreference", shared=len(by) > 1)
            for m in by
        )

    def struck_again(self, strikes: Token, thing: Token) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Who struck whom where strikes that a report lists further hit a thing that is nobody's in words:
        "two strikes destroyed a depot"; nobody where the last ones hit several sides.
        """
        if strikes.lemma_.lower() not in STRIKES or len(self._hit) != 1:
            return (), ()
        by = self.assailants(strikes, self._assault[3])
        return by, tuple(taking_up(thing, actor) for actor in self._hit if by)

    def pair_without(
        self,
        ids: Iterable[str],
        *,
        bound: bool,
        states: bool = False,
        sides: bool = False,
        groups: bool = False,
    ) -> tuple[Actor, ...]:
        """The two actors that the article links most, neither of them one of `ids`.

        `bound` asks for two who have a bond: who signed, cooperate or support each other, not who met;
        `states` for two countries, `groups` for none, `sides` for two at strife if there are such. Of pairs
        that are linked about as much the one that was linked last.
        """
        left_out = {id.removesuffix("-MIL") for id in ids}
        links = self._bonds if bound else self._links
        if sides and any(not pair & left_out and len(pair) == 2 for pair in self._strife):
            links = self._strife
        if states:
            links = {pair: weight for pair, weight in links.items() if self._are_states(pair)}
        if groups:
            kinds = {Kind.COUNTRY, Kind.SECTOR, Kind.PERSON}
            links = {p: w for p, w in links.items() if not kinds & {self._actors[id].kind for id in p}}
        open_pairs = {
            pair: weight for pair, weight in links.items() if not pair & left_out and len(pair) == 2
        }
        if not open_pairs:
            return ()
        most = max(open_pairs.values())
        meant = [pair for pair, weight in open_pairs.items() if weight > CLEARLY * most]
        last = max(self._linked[pair] for pair in meant)
        meant = [pair for pair in meant if self._linked[pair] == last]
        two = sorted(meant[0]) if len(meant) == 1 else ()
        return tuple(self._lands.get(id, self._actors[id]) for id in two)

    def named_together(self, besides: Collection[str]) -> tuple[Actor, ...]:
        """The two countries that were named side by side in the sentence before, if no event has linked them:
        "France and Japan sent no word. The Forum urged both states ..."; neither is one of `besides`.
        """
        at, joined = self._joined
        linked = frozenset(actor.id for actor in joined) in self._linked
        there = bool(joined) and self.sentence - at < RECENT and not linked
        return joined if there and not {actor.id for actor in joined} & {*besides} else ()

    def _are_states(self, pair: Iterable[str]) -> bool:
        """Whether two are different countries, or their forces."""
        actors = [self._actors[id] for id in pair]
        kinds = all(a.kind is Kind.COUNTRY or a.sector == "MIL" for a in actors)
        return kinds and len({a.code for a in actors} - {None}) == len(actors)

    def two_countries(self, besides: Collection[str]) -> tuple[Actor, ...]:
        """The two countries of which the sentence before spoke, if there are but two; not in whose place."""
        heard = [m for number, _, m in self._spoken_of if number == self.sentence - 1]
        acting = [m for m in heard if m.actor.kind is Kind.COUNTRY and m.how != How.PLACE.value]
        found = {m.actor.id: m.actor for m in acting if m.actor.id not in besides}
        return tuple(found.values()) if len(found) == 2 else ()

    def last(
        self, token: Token, *, person: bool, plural: bool, before: Iterable[Mention], besides: set[str]
    ) -> tuple[Mention, ...]:
        """Who was spoken of last and fits: subjects before others, this sentence before earlier ones.

        A plural stands for all subjects of their clause: "France and Chad met. They ...".
        """
        here = [(self.sentence, clause_of(token.doc[m.head]), m) for m in before]
        for age in range(MEMORY):
            if plural and age == 1 and self._of_nobody == self.sentence - 1 and token.dep_ in SUBJECTS:
                return ()
            fitting = [
                (clause, mention)
                for number, clause, mention in [*self._spoken_of, *here]
                if number == self.sentence - age
                and mention.actor.id not in besides
                and _fits(mention, person=person, plural=plural)
            ]
            subjects = [row for row in fitting if row[0] is not None]
            if plural:
                clauses = [clause for clause, _ in subjects]
                subjects = [
                    row for row in subjects if clauses.count(row[0]) > 1 or not _is_one_person(row[1])
                ]
            if subjects:
                meant, first = subjects[0 if age else -1], subjects[0 if age else -1][1]
                together = tuple(mention for clause, mention in subjects if clause == meant[0])
                return together if plural else (first,)
            if fitting:
                spoken_of = [mention for _, mention in fitting if not (plural and _is_one_person(mention))]
                if not spoken_of:
                    continue
                several = [mention for mention in spoken_of if plural and mention.plural]
                last = (several or spoken_of)[-1]
                return _joined_with(last, spoken_of, token) if plural and not age else (last,)
        return ()

    def last_body(self, token: Token, before: Iterable[Mention], besides: set[str]) -> Mention | None:
        """The organisation spoken of last that has the noun in its name."""
        noun = token.lemma_.lower()
        here = [m for m in before if m.end <= token.i]
        if token.tag_ != "NNP" and any(m.actor.kind is Kind.COUNTRY for m in here):
            return None  # "in Ankara, the court", but "Norway sided with the Union"
        heard = [m for number, _, m in self._spoken_of if self.sentence - number < RECENT] + here
        fitting = [
            m
            for m in heard
            if m.actor.kind is Kind.ORGANISATION
            and noun in m.actor.name.lower().split()
            and m.actor.id not in besides
        ]
        return fitting[-1] if fitting else None

    def only_person(self, besides: set[str]) -> Mention | None:
        """The one person whom the last sentences have named, if there is but one and no file knows him.

        Whose office is known may be no minister: "President Macron spoke. The ambassador left".
        """
        earlier = [m for number, _, m in self._spoken_of if number < self.sentence]
        people = [m for m in earlier if m.actor.kind is Kind.PERSON or m.person is not None]
        names = {m.person.id if m.person is not None else m.actor.id for m in people}
        alone = len(names) == 1 and people[-1].actor.id not in besides
        return people[-1] if alone and people[-1].how in UNKNOWN else None

    def only_armed(
        self,
        token: Token,
        before: Iterable[Mention],
        besides: set[str],
        countries: Collection[str],
        within: int,
    ) -> Mention | None:
        """The one group in arms that was spoken of `within` some sentences, if there is but one.

        Of a sentence before it is only where this one names no other of the `countries` than the group's.
        """
        here = [m for m in before if m.end <= token.i]
        earlier = [m for number, _, m in self._spoken_of if self.sentence - number < within]
        earlier = [m for m in earlier if {*countries} <= {m.actor.code}]
        sectors = IN_ARMS if token.lemma_.lower() != "separatist" else frozenset({"SEP"})
        armed = {
            m.actor.id: m
            for m in (*earlier, *here)
            if m.actor.kind is Kind.GROUP and m.actor.sector in sectors
        }
        fitting = [m for id, m in armed.items() if id not in besides]
        return fitting[0] if len(armed) == len(fitting) == 1 else None

    def only_of_sector(self, sector: str) -> Actor | None:
        """The one country's people of a sector of whom the sentences before spoke: "Haitian police ... The
        police".
        """
        recent = (m for at, _, m in self._spoken_of if self.sentence - at <= RECENT)
        actors = {m.actor.id: m.actor for m in recent if m.role is not None and m.actor.sector == sector}
        return next(iter(actors.values())) if len(actors) == 1 else None

    def is_only_land(self, before: Iterable[Mention], besides: Collection[str]) -> bool:
        """Whether "the country" can mean but one of those spoken of, apart from `besides`."""
        heard = [*(m for _, _, m in self._spoken_of), *before]
        lands = {m.actor.id for m in heard if m.actor.kind is Kind.COUNTRY and m.actor.id not in besides}
        return len(lands) == 1

    def last_of(
        self,
        kinds: frozenset[Kind],
        token: Token,
        before: Iterable[Mention],
        besides: set[str],
        codes: Collection[str] | None = None,
    ) -> Mention | None:
        """Who of these kinds, and of these countries if any are given, was spoken of last."""
        here = [m for m in before if m.end <= token.i]
        heard = [m for _, _, m in self._spoken_of] + here
        fitting = [m for m in heard if m.actor.kind in kinds and m.actor.id not in besides]
        fitting = [m for m in fitting if codes is None or m.actor.code in codes]
        outside = [m for m in fitting if m not in here or not _in_relative_clause(token.doc[m.head])]
        bands = [m for m in outside or fitting if m.actor.kind in (Kind.GROUP, Kind.PARTY)]
        if not here and (main := self._mainly(bands)) is not None:
            return main
        if token.lemma_.lower() == "group" and bands:
            return bands[-1]  # "the group", though a body like the United Nations was named since
        bodies = [m for m in outside or fitting if m.actor.kind is Kind.ORGANISATION]
        if token.lemma_.lower() in ("organisation", "organization", "agency") and bodies:
            return bodies[-1]
        return next(iter((outside or fitting)[-1:]), None)

    def _mainly(self, mentions: Sequence[Mention]) -> Mention | None:
        """The last mention of whom the article speaks most of these, if one stands out."""
        main = self.main({m.actor.id for m in mentions})
        return next((m for m in reversed(mentions) if m.actor.id == main), None)


def _joined_with(mention: Mention, others: Iterable[Mention], pronoun: Token) -> tuple[Mention, ...]:
    """Somebody with those of the sentence beside whom he is named: "mediates between Chad and Mali and urged
    them to talk".
    """
    first = _first_of(pronoun.doc[mention.head])
    mates = tuple(m for m in others if _first_of(pronoun.doc[m.head]) == first)
    return mates if len({m.actor.id for m in mates}) > 1 else (mention,)


def _first_of(token: Token) -> int:
    """Where the first of those stands with whom a noun is joined."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token.i


def _fits(mention: Mention, *, person: bool, plural: bool) -> bool:
    if person:
        return _is_named(mention) or mention.role is Sort.HOLDER or mention.actor.kind is Kind.PERSON
    if plural:
        several = mention.actor.kind in (Kind.GROUP, Kind.PEOPLE, Kind.ORGANISATION, Kind.COUNTRY)
        holder = mention.person is not None and mention.role is Sort.HOLDER  # two of them are "they"
        return mention.plural or (several and mention.role is None) or holder
    return not _is_named(mention) and mention.role is not Sort.HOLDER and not mention.plural


def _in_relative_clause(token: Token) -> bool:
    """Whether a mention is only told beside: Malta in "Tunisia, whose bid Malta had vetoed"."""
    return any(above.dep_ == "relcl" for above in islice(token.ancestors, REACH))


def _is_one_person(mention: Mention) -> bool:
    return _is_named(mention) and not mention.plural


def _is_named(mention: Mention) -> bool:
    """Whether somebody is called by name: "Assad" is, whichever of the two is meant."""
    return mention.person is not None or mention.how == How.PERSON.value


def clause_of(token: Token) -> int | None:
    """The verb whose subject a noun is, alone or among others; None for what is no subject."""
    first = token
    while first.dep_ in ("conj", "appos") and first.head.i != first.i and not is_verb(first.head):
        first = first.head
    return first.head.i if first.dep_ in ("nsubj", "nsubjpass") else None
