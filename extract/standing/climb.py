"""How an act is spoken of, read on the way up from its trigger through the verbs that govern it.

Each step may change the act's standing: "will" makes it planned, "might" possible, "did not" negates it, "X
said" attributes it.
"""

from extract.grammar.carriers import carrying_verb
from extract.grammar.parse import Token
from extract.grammar.verbs import REACH, has_it_done, is_infinitive, is_verb
from extract.standing.attribution import (
    accusation_of,
    attribute,
    attribute_by_according,
    attribute_by_aside,
    climb_speakers,
)
from extract.standing.governing import govern_adjunct, govern_clause, govern_complement
from extract.standing.implicatives import UNABLE_NOT_TO, is_done_thereby, unavoidable, undertaken
from extract.standing.modality import read_auxiliaries, read_noun, read_verb
from extract.standing.negation import is_denied, is_denied_noun, shares_standing
from extract.standing.standing import Standing
from graph.model import Modality


def standing_of(trigger: Token, *, spoken: bool = False) -> Standing:
    """How the act of a trigger is spoken of.

    `spoken` marks acts that are done by doing something else: who "rallied to protest" has protested, while
    who "sent troops to attack" only means to.

    For a noun the climb begins at the noun itself and goes on from the verb that only carries it
    ("launch an attack"); any other verb leaves what it speaks of as it is.
    """
    standing = Standing(trigger)
    if trigger.sent.text.rstrip().endswith("?"):
        standing.weaken(Modality.POSSIBLE)
    token = trigger if is_verb(trigger) else _begin_at_noun(trigger, standing)
    if token is None:
        return standing
    own = True
    for _ in range(REACH):
        if own:
            read_verb(token, standing)
            if is_denied(token):
                standing.deny()
        step = _step(token, standing, spoken=spoken)
        if step is None:
            break
        token, own = step
    attribute_by_aside(trigger, standing)
    attribute_by_according(trigger, standing)
    return standing


def _begin_at_noun(noun: Token, standing: Standing) -> Token | None:
    """What a noun's own words make of its act, and the verb from which the climb goes on: "launch" of
    "launch an attack".
    """
    carrier = carrying_verb(noun)
    read_noun(noun, carrier, standing)
    standing.negated = is_denied_noun(noun, carrier)
    if carrier is not None:
        return carrier
    accusation = accusation_of(noun)
    if accusation is not None:
        attribute(accusation, standing)
        standing.accused = True
        if standing_of(accusation).modality is not Modality.ACTUAL:
            standing.weaken(Modality.POSSIBLE)  # "may accuse Iran of the attack"
    climb_speakers(noun, standing)
    return None


def _step(token: Token, standing: Standing, *, spoken: bool) -> tuple[Token, bool] | None:
    """One step up: what the governing word makes of the act, and whether its auxiliaries count for it.

    None where the act stands by itself; who reports it is then looked for further up.
    """
    head, dep = token.head, token.dep_
    if head.i == token.i:
        return None
    if (having := has_it_done(token)) is not None:
        return having, True
    if (bound := unavoidable(token)) is not None:
        if bound.lemma_.lower() not in UNABLE_NOT_TO:
            read_auxiliaries(bound, standing)  # "will have no choice but to expel"
        return bound, False
    if dep == "conj" and is_verb(head):
        return head, shares_standing(token)
    if dep in ("ccomp", "parataxis") and is_verb(head):
        return head, govern_clause(token, standing)
    if (doing := undertaken(token, standing)) is not None:
        return doing, True
    if dep == "xcomp" and (is_verb(head) or head.pos_ == "ADJ"):
        govern_complement(token, standing)
        return head, True
    if dep == "advcl" and head.lower_ == "far" and is_infinitive(token):  # "went so far as to expel"
        return (head.head, True) if is_verb(head.head) else None
    if is_done_thereby(token, spoken=spoken):
        return head, True
    govern_adjunct(token, standing)
    climb_speakers(token, standing)
    return None
