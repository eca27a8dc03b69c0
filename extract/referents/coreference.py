"""Who is meant by words that name nobody: he, it, both nations, the pact.

"Both nations" are the pair that the article's events link most, not the two nearest names.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from extract.actors.resolver import FIGHTERS, Mention
from extract.grammar.calendar import CALENDAR
from extract.grammar.nouns import MODIFIERS
from extract.grammar.parse import Token
from extract.grammar.verbs import verb_above
from extract.referents.discourse import MEMORY, RECENT, Discourse
from extract.standing.attribution import opened_at
from graph.model import Actor, Kind

PERSONAL = frozenset("he she him her his hers himself herself".split())
SPEAKING = frozenset("i we us me our my ours mine ourselves myself".split())
NEUTRAL = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
TWO = frozenset("both two".split())
BOTH = TWO | {"each"}
THESE = frozenset({"these", "those"})
STATES = frozenset(
    "nation country state government side leader neighbour neighbor capital ally power party rival "
    "partner charity agency organisation organization body movement group army minister president premier "
    "official delegation diplomat envoy chancellor king statesman negotiator commander counterpart".split()
)
SIDES = frozenset(
    "nation country state government side neighbour neighbor capital charity agency organisation "
    "organization body movement".split()
)
"""Those of them that may be any two who were named; leaders and rivals are persons as often."""

JOINING = frozenset({"and", ",", "the", "both", "with"})
"""Words between two who are named side by side."""

PERSONS = frozenset({"man", "woman", "person"})
"""Nouns that with "both" mean the two people named last."""

CORPORATE = frozenset("charity agency organisation organization body movement group".split())
"""Those of them that are no states."""

ARMED_TWO = frozenset({"group", "movement"})
"""Those of them of which states have none: "both groups"."""

BONDS = frozenset(
    "pact alliance partnership treaty agreement accord deal trade relationship axis bloc cooperation "
    "exchange bond friendship tie ties relations rapprochement truce ceasefire armistice".split()
)
"""Nouns that name what two actors have with each other: "the pact" without an owner is the pair's."""

BANDS = frozenset("faction militia sect cult outfit gang network movement".split())
"""Nouns for groups that are no bodies of states: "the sect" is Boko Haram, never the United Nations."""

GROUPS = BANDS | frozenset("group organisation organization party bloc body".split())
BEARING_ARMS = frozenset(
    "guerrilla rebel militant insurgent separatist islamist opposition armed terrorist extremist "
    "jihadist breakaway splinter paramilitary outlawed banned salafist marxist maoist radical "
    "hardline shadowy".split()
)
"""Words that tell nothing new of a group: "the guerrilla movement"."""

BACKING = frozenset("backed supported aligned allied linked armed funded sponsored trained".split())
"""Participles behind a hyphen that tell nothing new either: "the Iran-backed group"."""

OFFICES = frozenset(
    "minister president premier chancellor secretary envoy ambassador commander diplomat official".split()
)
"""Nouns that take up the one person whom the sentences before named."""

BODIES = frozenset(
    "tribunal court commission committee agency alliance assembly league secretariat union programme".split()
)
"""Nouns that take up the name of a body that ends in them or has them: "the tribunal"."""

DESCRIBING = frozenset(
    "landlocked mountain mountainous desert tiny vast poor impoverished divided troubled".split()
)
"""Words that tell nothing new of a country: "the landlocked mountain kingdom"."""

RULED = frozenset({"state", "government", "capital", "neighbour", "neighbor"})
"""Nouns that mean countries as well, where there are two of them: "both governments"."""

FORMS = {
    noun: frozenset(codes.split())
    for noun, codes in {
        "kingdom": "SAU GBR JOR MAR BHR THA BEL NLD ESP DNK NOR SWE KHM BTN NPL TON LSO SWZ",
        "emirate": "KWT QAT ARE BHR",
        "sultanate": "OMN BRN",
        "principality": "MCO LIE AND",
        "island": "TWN CYP CUB MLT JAM LKA MDG ISL IRL BHR GRD MUS FJI SGP NRU COM TTO BRB LCA DMA NCL PYF "
        "HTI STP SYC MDV TLS",
        "archipelago": "IDN PHL COM MDV SYC STP CPV FJI VUT SLB TON KIR TUV BHS FSM PLW MHL",
    }.items()
}
"""By a noun for them, the countries that are such by their form of state or their land."""

LANDS = frozenset({"country", "nation", "republic", *FORMS})
"""Nouns that take up a country's name: "the kingdom"."""

GROUPED = frozenset({Kind.GROUP, Kind.PARTY, Kind.ORGANISATION})
"""The kinds of actor that the nouns of GROUPS take up."""

BANDED = GROUPED - {Kind.ORGANISATION}
"""The kinds of actor that the nouns of BANDS take up: nobody calls the United Nations a militia."""


def meant_by(
    token: Token,
    discourse: Discourse,
    before: Sequence[Mention],
    besides: set[str],
    countries: Collection[str] = (),
) -> tuple[Mention, ...]:
    """The actors that a pronoun, "both nations" or "the pact" stands for; none where nobody fits.

    `before` are the mentions of the sentence up to the token, `besides` the ids of the other end: nobody
    acts on itself; `countries` are the codes of those that the sentence names. In "The two countries signed a
    pact" the words stand for two actors.
    """
    word = token.lower_
    found: tuple[Mention, ...] = ()
    if word in SPEAKING and token.pos_ == "PRON":
        quoted = not discourse.issuers or opened_at(token) is not None
        who = discourse.speakers if quoted else discourse.issuers
        found = tuple(stands_for(token, mention, shared=len(who) > 1) for mention in who)
    elif word in PERSONAL or word in NEUTRAL or word in PLURAL:
        if word == "them" and _is_about_things(token, before, besides):
            return ()
        meant = discourse.last(
            token, person=word in PERSONAL, plural=word in PLURAL, before=before, besides=besides
        )
        found = tuple(stands_for(token, mention, shared=len(meant) > 1) for mention in meant)
    elif _is_the_one(token, GROUPS) or _is_the_one(token, LANDS):
        noun = token.lemma_.lower()
        kinds = GROUPED if noun in GROUPS else frozenset({Kind.COUNTRY})
        if noun in BANDS or any(child.lower_ in BEARING_ARMS for child in token.children):
            kinds = BANDED
        group = discourse.last_of(kinds, token, before, besides, FORMS.get(noun))
        if group is not None:
            found = (replace(stands_for(token, group, shared=False), start=token.left_edge.i),)
    elif token.tag_ == "NNS" and (_is_the(token, FIGHTERS, _told_of_these(token)) or _is_enemy(token)):
        these = _is_enemy(token) or any(child.lower_ in THESE | BACKING for child in token.children)
        fighters = discourse.only_armed(
            token, before, besides, () if these else countries, MEMORY if these else RECENT
        )
        if fighters is not None:
            found = (replace(stands_for(token, fighters, shared=False), start=token.left_edge.i),)
    elif token.tag_ in ("NN", "NNP") and _is_the(token, OFFICES):
        holder = discourse.only_person(besides)
        if holder is not None:
            found = (replace(stands_for(token, holder, shared=False), start=token.left_edge.i),)
    elif (
        token.tag_ in ("NN", "NNP")
        and _is_the(token, BODIES)
        and (body := discourse.last_body(token, before, besides)) is not None
    ):
        found = (replace(stands_for(token, body, shared=False), start=token.left_edge.i),)
    elif token.lemma_.lower() in PERSONS and any(c.lower_ in TWO and c.i < token.i for c in token.children):
        meant = discourse.last(token, person=False, plural=True, before=before, besides=besides)
        found = tuple(stands_for(token, m, shared=False) for m in meant if len(meant) == 1 and m.plural)
    elif (one := _one_of_two(token, before)) is not None:
        found = (replace(stands_for(token, one, shared=False), start=token.left_edge.i),)
    elif _is_both(token) or is_bond(token):
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
            for actor in _the_two(token, discourse, before, besides)
        )
    return found


def group_of(
    token: Token,
    discourse: Discourse,
    before: Sequence[Mention],
    besides: set[str],
    nations: Collection[Token],
    codes: Collection[str],
) -> Mention | None:
    """The group spoken of before that is of the nation a noun names: Hezbollah in "the Lebanese movement".

    `nations` are the adjectives beside the noun, `codes` the countries that they stand for.
    """
    if token.tag_ != "NN" or token.dep_ in MODIFIERS or not _is_the(token, GROUPS, nations):
        return None
    kinds = BANDED if token.lemma_.lower() in BANDS else GROUPED
    group = discourse.last_of(kinds, token, before, besides, codes)
    if group is None:
        return None
    return replace(stands_for(token, group, shared=False), start=token.left_edge.i)


def stands_for(token: Token, mention: Mention, *, shared: bool) -> Mention:
    """A mention as the word that stands for it; `shared` if it stands for several."""
    return replace(mention, start=token.i, end=token.i + 1, head=token.i, how="coreference", shared=shared)


def _is_about_things(pronoun: Token, before: Sequence[Mention], besides: Collection[str]) -> bool:
    """Whether others were spoken of in the sentence since its last actor: "missiles ... ship them home".

    Whatever stands in the pronoun's own clause is not meant by it: "scrambled two jets against them".
    """
    last = max((m.end for m in before if m.actor.id not in besides), default=pronoun.sent.start)
    named = {i for m in before for i in range(m.start, m.end)}
    clause = verb_above(pronoun)
    return any(
        token.tag_ == "NNS"
        and token.i not in named
        and token.lemma_.lower() not in CALENDAR
        and verb_above(token) != clause
        for token in pronoun.doc[last : pronoun.i]
    )


def _told_of_these(token: Token) -> list[Token]:
    """What is said of people who are pointed at, and tells them from nobody: "these brutal terrorists"."""
    these = any(child.lower_ in THESE for child in token.children)
    return [child for child in token.children if child.dep_ == "amod"] if these else []


def are_the_fighters(token: Token) -> bool:
    """Whether a noun takes up fighters with nothing said to tell them apart: "the rebels"."""
    return token.tag_ == "NNS" and _is_the(token, FIGHTERS)


def _is_enemy(token: Token) -> bool:
    """Whether a noun means the other side: "enemy fighters"."""
    return token.lemma_.lower() in FIGHTERS and any(child.lower_ == "enemy" for child in token.children)


def _is_both(token: Token) -> bool:
    """Whether words stand for two: "both nations", "the two countries", "each side", "the two", "both"."""
    if token.lower_ in ("both", "each") and token.dep_ not in ("preconj", "cc", "det", "predet"):
        return True
    if token.lower_ == "two":
        return token.dep_ != "nummod" and any(child.lower_ == "the" for child in token.children)
    if token.lemma_.lower() not in STATES:
        return False
    if token.tag_ == "NNS" and token.lemma_.lower() in ("party", "side"):
        words = {child.lower_ for child in token.children if child.dep_ != "punct"}
        return words == {"the"} or bool(words & BOTH)  # "the parties"
    return any(child.lower_ in BOTH and child.i < token.i for child in token.children)


def _is_the_one(token: Token, nouns: frozenset[str]) -> bool:
    """Whether a noun takes up somebody named before: "the movement", with nothing said to tell it apart."""
    return token.tag_ == "NN" and _is_the(token, nouns)


def _is_the(token: Token, nouns: frozenset[str], beside: Collection[Token] = ()) -> bool:
    """Whether a noun is one of these with "the" and nothing that tells it apart but what is `beside`."""
    if token.lemma_.lower() not in nouns:
        return False
    children = [c for c in token.children if c.dep_ != "punct" and c.lower_ not in BEARING_ARMS]
    children = [c for c in children if not any(inner.dep_ == "pcomp" for inner in c.children)]
    if token.lemma_.lower() in GROUPS | FIGHTERS:
        children = [c for c in children if c.lower_ not in BACKING or c.doc[c.i - 1].text != "-"]
    children = [c for c in children if c not in beside]
    if token.lemma_.lower() in LANDS:
        children = [c for c in children if c.lower_ not in DESCRIBING]
    return any(child.lower_ in ("the", "this", "that", "these", "those") for child in children) and not any(
        child.dep_ in ("amod", "compound", "nmod", "poss", "prep", "appos", "acl", "relcl")
        for child in children
    )


def _the_two(
    token: Token, discourse: Discourse, before: Sequence[Mention], besides: Collection[str]
) -> tuple[Actor, ...]:
    """Who "both nations" or "the pact" means: whom the article links most, else the two who were named."""
    if len(discourse.issuers) == 2 and not {m.actor.id for m in discourse.issuers} & {*besides}:
        return discourse.issuers[0].actor, discourse.issuers[1].actor
    lands = _is_both(token) and token.lemma_.lower() in LANDS | RULED
    sides = not is_bond(token) and token.lemma_.lower() in ("side", "party", "belligerent", "both", "two")
    pointed_at = lands and any(child.lower_ in ("both", "these") for child in token.children)
    joined = discourse.named_together({*besides, *(m.actor.id for m in before)}) if pointed_at else ()
    linked = discourse.pair_without(
        besides, bound=is_bond(token), states=lands, sides=sides, groups=token.lemma_.lower() in ARMED_TWO
    )
    named = linked or joined or _two_named(token, before, besides)
    return named or (discourse.two_countries(besides) if lands else ())


def _one_of_two(token: Token, before: Sequence[Mention]) -> Mention | None:
    """Whom "the former" or "the latter" means of two who were named side by side."""
    if token.lower_ not in ("former", "latter") or token.i == 0 or token.nbor(-1).lower_ != "the":
        return None
    if token.dep_ in ("amod", "compound", "nmod"):
        return None  # "the former minister"
    pair = _side_by_side(token, before)
    return pair[token.lower_ == "latter"] if pair else None


def _side_by_side(token: Token, before: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The last two actors who were joined by "and": "Libya and Syria", "Ugandan and Rwandan soldiers"."""
    last: dict[int, Mention] = {}
    for mention in before:  # of nested names the longest: "Rwandan soldiers" rather than "Rwandan"
        known = last.get(mention.start)
        last[mention.start] = mention if known is None or mention.end >= known.end else known
    for second in sorted(last.values(), key=lambda m: -m.start):
        for first in last.values():
            between = token.doc[first.end : second.start]
            joined = any(word.lower_ == "and" for word in between)
            beside = all(word.lower_ in JOINING for word in between)
            if first.end <= second.start and joined and beside and first.actor.id != second.actor.id:
                return first, second
    return None


def _two_named(token: Token, before: Sequence[Mention], besides: Collection[str]) -> tuple[Actor, ...]:
    """The two whom the sentence has named so far, for "the two countries" that nothing has linked yet; not
    those at the other end.
    """
    alone = token.lower_ in ("both", "two")
    if alone and (pair := _side_by_side(token, before)) and not {m.actor.id for m in pair} & set(besides):
        return tuple(m.actor for m in pair)
    if not _is_both(token) or (token.lemma_.lower() not in SIDES and not alone):
        return ()
    bodies = token.lemma_.lower() in CORPORATE
    kinds = {Kind.GROUP, Kind.ORGANISATION, Kind.PARTY} if bodies else {Kind.GROUP, Kind.COUNTRY}
    kinds |= {Kind.ORGANISATION} if token.lemma_.lower() == "side" else set()  # a coalition has a side
    actors = {m.actor.id: m.actor for m in before if m.actor.kind in kinds and m.actor.id not in besides}
    return tuple(actors[id] for id in sorted(actors)) if len(actors) == 2 else ()


def is_bond(token: Token) -> bool:
    """Whether a noun is a bond whose parties are not named: "the pact", "this arms trade"."""
    if token.lemma_.lower() not in BONDS:
        return False
    return any(
        child.dep_ == "det" and child.lower_ in ("the", "this", "that", "their") for child in token.children
    )
