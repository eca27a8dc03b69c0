"""What is asked of the two ends of an act: whether they are one, people, armed or states; and their pairs."""

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from extract.actors.resolver import Mention
from extract.actors.roles import RISING
from extract.frames.triggers import Match
from extract.grammar.parse import Doc, Token
from extract.grammar.subjects import grammatical_subject
from extract.grammar.verbs import verb_above
from extract.referents.scenes import is_place
from graph.frames import Only
from graph.model import Kind

ARMED = frozenset({"MIL", "REB", "SEP", "UAF", "RAD"})
"""Sectors that bear arms; whole states do as well, but "left Iraq" tells nothing of theirs."""

STATES_OWN = frozenset({None, "GOV", "MIL", "COP", "SPY"})
"""Sectors by which a state itself acts."""

OFFICIAL = STATES_OWN - {None} | {"LEG", "JUD"}
"""Sectors of those who act as officials rather than as people."""

NO_CIVILIANS = OFFICIAL | ARMED | {"CRM"}
"""Sectors whose people are not "people": who governs, bears arms or lives by crime."""


HELD = frozenset({"hostage", "captive", "abductee"})
"""People who are most often from elsewhere: "Iran let the hostages go"."""


def acts_on_itself(source: Mention, target: Mention, *, harming: bool = False) -> bool:
    """Whether two ends are one: the same actor, or a state and the people that a pronoun calls its own.

    Rebels who "stormed his palace" are not those whose palace it is, nor are they the state that accuses
    "them". Whom one is `harming` is not oneself, unlike whom one warns or calls home: "shot their husbands".
    """
    if source.actor.id == target.actor.id:
        return True
    if harming and target.role is not None and target.actor.sector not in STATES_OWN:
        return False
    if target.actor.sector in RISING and source.actor.kind is Kind.COUNTRY:
        return False
    if target.end - target.start == 1 and target.actor.sector not in STATES_OWN:
        return False  # who "beat students and jailed them" is not among them, unlike "its citizens"
    if source.actor.sector not in STATES_OWN and (target.role is not None or target.person is not None):
        return False
    same_country = source.actor.code is not None and source.actor.code == target.actor.code
    return (
        same_country
        and target.how == "coreference"
        and target.actor.kind in (Kind.COUNTRY, Kind.SECTOR)  # no band in the country is its state's own
        and (target.role is not None or target.actor.kind is Kind.COUNTRY)
        and Kind.SECTOR in (source.actor.kind, target.actor.kind)
    )


def is_own_organ(mention: Mention, states: Collection[str]) -> bool:
    """Whether words without a country mean an organ of one of these states: who "promised to withdraw its
    troops" promised them nothing.
    """
    organ = mention.actor.code in states and mention.actor.sector in STATES_OWN
    return organ and mention.how in ("coreference", "context") and mention.role is not None


def is_people(mention: Mention) -> bool:
    """Whether somebody is people of a state rather than the state, its officials or who bears arms."""
    actor = mention.actor
    if actor.kind is Kind.PEOPLE and mention.sector is not None:
        return mention.sector not in NO_CIVILIANS  # "Mapuche women", "Kurdish fighters"
    unarmed = actor.kind is Kind.SECTOR and actor.sector not in NO_CIVILIANS
    return unarmed or actor.kind in (Kind.COMPANY, Kind.MEDIA)


def is_at_its_own(source: Mention, target: Mention, *, among: bool) -> bool:
    """Whether a state or its forces act on a place of their own: "Syrian troops retook Aleppo".

    With `among` also on one of a people of its own: who is sent there invades nobody, but may take a town
    from them.
    """
    placed = (Kind.COUNTRY, Kind.PEOPLE) if among else (Kind.COUNTRY,)
    own = source.actor.code is not None and source.actor.code == target.actor.code
    return own and source.actor.sector in STATES_OWN and target.actor.kind in placed


ONE_PERSON = frozenset({"me", "him", "her"})
"""Pronouns of one person, whomever he acts for: "Brazil received me"."""


def confined(mentions: Sequence[Mention], only: Only | None, doc: Doc | None = None) -> tuple[Mention, ...]:
    """Those of the mentions to whom a frame is confined at one of its ends."""
    if only is Only.PERSON:
        named = (Kind.PERSON,)
        pronouns = [m for m in mentions if doc is not None and doc[m.head].lower_ in ONE_PERSON]
        return tuple(m for m in mentions if m.person or m.actor.kind in named or m in pronouns)
    if only is Only.ARMED:
        return tuple(m for m in mentions if m.actor.kind is Kind.GROUP or {m.actor.sector, m.sector} & ARMED)
    if only is Only.STATE:
        return tuple(m for m in mentions if m.actor.kind is Kind.COUNTRY and not is_place(m))
    if only is Only.PEOPLE:
        people = (Kind.PEOPLE, Kind.SECTOR, Kind.PERSON, Kind.PARTY)
        return tuple(m for m in mentions if m.actor.kind in people and m.actor.sector not in OFFICIAL | ARMED)
    return tuple(mentions)


def means_each_other(tokens: Iterable[Token]) -> bool:
    """Whether "each other" or "one another" stands among the tokens, or "the other" whom each acts upon."""
    return any(
        token.lower_ in ("other", "another")
        and (token.doc[max(0, token.i - 1)].lower_ in ("each", "one") or _is_eachs_other(token))
        for token in tokens
    )


def _is_eachs_other(other: Token) -> bool:
    """Whether "the other" is that of "each side accused the other"."""
    if other.lower_ != "other" or not any(child.lower_ == "the" for child in other.children):
        return False
    verb = verb_above(other)
    subject = grammatical_subject(verb).tokens if verb is not None else ()
    return any(part.lower_ == "each" for token in subject for part in (token, *token.children))


def owned_by_each_other(match: Match) -> bool:
    """Whether what an act hits is "each other's": "seized one another's ships"."""
    nouns = (noun for noun in (*match.targets, *match.owned, *match.used) if noun.pos_ in ("NOUN", "PROPN"))
    return means_each_other(child for noun in nouns for child in noun.children if child.dep_ == "poss")


def are_several(mentions: Sequence[Mention]) -> bool:
    """Whether mentions are of more than one actor."""
    return len({mention.actor.id for mention in mentions}) > 1


def is_captive(noun: Token) -> bool:
    """Whether somebody is a captive of others than the state: "two kidnapped nuns were detained in Chad"."""
    return noun.lemma_.lower() in HELD or any(
        child.lower_ in ("kidnapped", "abducted", "captured") for child in noun.children
    )


def one_for_each(
    sources: Sequence[Mention], targets: Sequence[Mention], *, harming: bool
) -> tuple[tuple[Mention, Mention], ...]:
    """A pair for each source and target, however often the sentence mentions them."""
    pairs = {
        (s.actor.id, t.actor.id): (s, t)
        for s in reversed(sources)
        for t in reversed(targets)
        if not acts_on_itself(s, t, harming=harming)
    }
    return tuple(reversed(pairs.values()))


def each_other(parties: Sequence[Mention]) -> tuple[tuple[Mention, Mention], ...]:
    """The pairs of parties that do it to each other; reciprocity adds the way back."""
    return tuple((a, b) for a, b in combinations(parties, 2) if not acts_on_itself(a, b))
