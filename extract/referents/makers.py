"""Who made what a noun names, or has it: "a plan proposed by France", "wells belonging to Chad".

What Qatar brokered for others is Qatar's only where it is judged: who welcomes the truce praises Qatar.
"""

from collections.abc import Iterator

from extract.actors.resolver import Mention
from extract.grammar.nouns import RELATIVE_PRONOUNS, with_conjuncts
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.verbs import is_passive, is_verb, own_subject, verb_above
from extract.referents.coreference import BONDS
from extract.referents.phrases import Phrases
from graph.vocabulary import Vocabulary

FOR = frozenset({"for"})
TO = frozenset({"to"})

MAKING = frozenset(
    "propose draft draw set write make issue sign adopt approve pass own operate build submit table present "
    "launch announce decree order impose grant declare decide stage mount lead carry conduct organise "
    "organize keep hold run maintain fire plant drop lay lob hurl throw shoot detonate send fly pilot "
    "offer float sponsor cosponsor suggest circulate outline unveil advance tout devise formulate advocate "
    "push promulgate enact introduce pronounce deliver level voice utter express raise lodge file pose "
    "hatch concoct moot owe publish print broadcast fill dig erect sow string park form strike field "
    "unleash enforce".split()
)
"""Verbs whose agent is the owner of what they make: "a plan proposed by France"."""

DOCUMENTING = frozenset("sign issue announce adopt approve grant decree pass declare draft write".split())
"""Those of them by which papers are made and no people: "an amnesty for officers, signed by the king"."""

MAKING_UP = {
    "put": frozenset({"forward", "forth", "out", "up", "together"}),
    "work": frozenset({"out", "up"}),
    "hand": frozenset({"down", "out"}),
    "bring": frozenset({"forward"}),
    "come": frozenset({"up"}),
    "hammer": frozenset({"out"}),
    "thrash": frozenset({"out"}),
    "map": frozenset({"out"}),
    "spell": frozenset({"out"}),
    "roll": frozenset({"out"}),
}
"""Verbs that mean as much with one of these behind them: "a draft put forward by Chile"."""

WISHING = frozenset("want plan hope intend mean seek wish propose try vow threaten".split())
"""Verbs of what somebody is yet to make: "the dam that Zimbabwe wants to build"."""

FIRING = frozenset("fire lob hurl shoot".split())
"""Verbs whose "from" leads to whose deed it is: "rockets fired from Lebanon"."""

BROKERING = frozenset({"broker", "mediate", "negotiate", "facilitate", "arrange", "engineer"})
"""Verbs whose agent is the owner of what he made for others, where that is judged: who welcomes a truce that
Qatar brokered praises Qatar, and who breaks it does so to the other side.
"""

JUDGING = frozenset({"PRAISE", "CONDEMN", "REJECT", "ACCEPT", "SUPPORT", "OPPOSE", "VETO", "DEFEND", "DEFY"})
"""Relations by which something is judged."""

BOUND = frozenset({"bound", "destined", "headed", "heading", "intended", "meant", "earmarked"})
"""Participles whose "for" leads to whom goods or ships are on their way to."""

HOLDING_UP = frozenset({"SEIZE", "BLOCK_PASSAGE", "BLOCKADE"})
"""Relations by which somebody stops them."""


class Makers:
    """Finds who made what the nouns of one block name."""

    def __init__(self, phrases: Phrases, vocabulary: Vocabulary) -> None:
        self._phrases = phrases
        self._vocabulary = vocabulary

    def of(self, noun: Token) -> tuple[Mention, ...]:
        """Who made what a noun names, or has it: "a plan proposed by France", "wells belonging to Chad"."""
        is_anybody = self._phrases.mentions.is_role(noun)
        for child in (*noun.children, *_told_apart(noun)):
            if child.lower_ == "belonging":
                return self._phrases.each(o for p in prepositions(child, TO, depth=1) for o in objects_of(p))
            told = child.lemma_.lower() in DOCUMENTING and is_anybody
            if child.dep_ == "acl" and self._is_making(child, noun) and not told:
                for preposition in child.children:
                    if preposition.dep_ == "agent" or (
                        preposition.lower_ == "from" and child.lemma_.lower() in FIRING
                    ):
                        leads = tuple(objects_of(preposition))
                        soil = (m for o in leads for m in self._phrases.mentions.owners(o))
                        return self._phrases.each(leads) or tuple(soil)  # "fired from Syrian soil"
            if child.dep_ == "acl" and child.lower_ in BOUND and self._is_held_up(noun):
                behind = prepositions(child, FOR, depth=1)
                return self._phrases.each(o for p in behind for o in objects_of(p))
            if child.dep_ == "relcl" and self._is_making(child, noun) and not told:
                return self._phrases.each(_makers_in(child))
        return ()

    def _is_making(self, participle: Token, noun: Token) -> bool:
        """Whether a participle says who made what its noun names, for himself or for those who judge it."""
        lemma = participle.lemma_.lower()
        if participle.dep_ == "relcl" and lemma in WISHING:
            return any(c.dep_ == "xcomp" and self._is_making(c, noun) for c in participle.children)
        if participle.dep_ == "acl" and participle.tag_ not in ("VBN", "VBD"):
            return False
        if lemma in BROKERING and is_verb(noun.head):
            told = [
                frame.relation for frame in self._vocabulary.verb_frames.get(noun.head.lemma_.lower(), ())
            ]
            return 2 * sum(relation in JUDGING for relation in told) > len(told)
        particles = {child.lower_ for child in participle.children if child.dep_ in ("prt", "advmod")}
        return lemma in MAKING or bool(particles & MAKING_UP.get(lemma, frozenset()))

    def _is_held_up(self, noun: Token) -> bool:
        """Whether somebody seizes or stops what a noun names: what is bound for Mali is taken from Mali."""
        verb = verb_above(noun)
        frames = self._vocabulary.verb_frames.get(verb.lemma_.lower(), ()) if verb is not None else ()
        return any(frame.relation in HOLDING_UP for frame in frames)


def _makers_in(clause: Token) -> tuple[Token, ...]:
    """Who makes what a relative clause tells of: "a plan that was drawn up by Chad", "a map Mali drew"."""
    if is_passive(clause):
        return tuple(noun for child in clause.children if child.dep_ == "agent" for noun in objects_of(child))
    subject = own_subject(clause)
    whole = any(c.dep_ == "dobj" and c.lower_ not in RELATIVE_PRONOUNS for c in clause.children)
    whole = whole or any(  # "the website on which they wrote"
        c.dep_ == "prep" and c.i < clause.i and any(o.lower_ in RELATIVE_PRONOUNS for o in c.children)
        for c in clause.children
    )
    signed = clause.lemma_.lower() == "sign" and clause.head.lemma_.lower() in BONDS
    if subject is None or whole or signed or subject.lower_ in RELATIVE_PRONOUNS:
        return ()
    return with_conjuncts(subject)


def _told_apart(noun: Token) -> Iterator[Token]:
    """What is told of a noun behind a comma, though the parser hangs it on a noun in between: "a pardon for
    two students, signed by the king".
    """
    for worth in noun.children:  # "assets worth a million belonging to Chad"
        if worth.lower_ == "worth":
            yield from (c for c in worth.children if c.lower_ == "belonging")
    for preposition in noun.children:
        for inner in objects_of(preposition) if preposition.dep_ == "prep" else ():
            for clause in inner.children:
                if clause.i > inner.i and clause.doc[clause.left_edge.i - 1].text == ",":
                    yield clause
