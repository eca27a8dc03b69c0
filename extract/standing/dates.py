"""When an act happened: which of the dates in its sentence is said of it, and none of another clause's."""

from collections.abc import Container, Iterator

from extract.grammar.calendar import CALENDAR
from extract.grammar.carriers import carrying_verb
from extract.grammar.days import Said, When, dates_in, resolved
from extract.grammar.parse import Span, Token
from extract.grammar.verbs import is_verb, own_subject

NOT_THEN = frozenset("until till by before after for than about despite".split())
"""Prepositions before a date on which something did not happen: "before Friday", "a plan for 2030"."""

OF_THE_NOUN = frozenset({"poss", "nummod", "compound", "amod", "nmod"})
"""How a date stands before the noun that it is said of: "Friday's attack", "the 1968 invasion"."""

TIMES = CALENDAR | {"dawn", "dusk", "noon", "midnight"}
"""Nouns that are a date themselves with the date behind them: "at dawn on Sunday"."""

LASTING = frozenset({"in", "since", "from", "during"})
"""Prepositions whose month or year tells more of the noun before them: "its role in the war in 2003"."""

DAILY = frozenset({"weekday", "named"})
"""Dates of what has just been said, where the parser hangs them lower: "agreed to talk on Friday"."""

SHARING = frozenset({"xcomp", "conj", "advcl"})
"""How a verb hangs on another whose dates are its own where it has none."""


def when_of(
    trigger: Token, published: str | None, *, deeds: Container[str], ahead: bool = False
) -> When | None:
    """The date that is said of an act; None where the sentence gives none or several.

    A day without a year, "today" and "on Friday" count back from the article's date, of a plan (`ahead`) on
    from it, and stay unknown without one: "On Friday Kenya condemned Uganda" in an article of Saturday
    28 December 2024 is 27 December. `deeds` are the nouns that tell an act, so that a date may be theirs.
    """
    sentence = trigger.sent
    dates = [(said, owner) for said in dates_in(sentence.text) if (owner := _owner(said, sentence, deeds))]
    for told in _tellers(trigger):
        of_it = [said for said, owner in dates if owner.i == told.i and _is_of(said, trigger, told)]
        if of_it:
            found = {resolved(said, published, ahead or _is_set(said, told)) for said in of_it} - {None}
            return found.pop() if len(found) == 1 else None
    return None


def _owner(said: Said, sentence: Span, deeds: Container[str]) -> Token | None:
    """The verb or noun that a date is said of, by the parse."""
    words = sentence.covering(said.start, said.end)
    token: Token = words.root
    verb = _verb_above(token)
    before = [word for word in sentence.doc[sentence.start : words.start] if word.pos_ != "ADP"][-1:]
    if before and is_verb(before[0]) and before[0] in verb.ancestors:
        return before[0]  # "said on Monday it would send aid"
    while token.i != verb.i:
        head = token.head
        if token.dep_ in OF_THE_NOUN and not is_verb(head) and (token.dep_ == "poss" or head.pos_ == "NOUN"):
            return head
        if token.dep_ == "prep" or token.pos_ == "ADP":
            if token.lower_ in NOT_THEN:
                return None
            if head.lemma_.lower() not in TIMES and _is_of_noun(token, said, deeds, before=verb):
                return head
        token = head
    return token


def _is_of_noun(preposition: Token, said: Said, deeds: Container[str], *, before: Token) -> bool:
    """Whether a date behind a noun is its own: "the treaty of 1979", "the raid on Sunday was denounced"."""
    noun = preposition.head
    if preposition.lower_ == "of":
        return noun.pos_ in ("NOUN", "PROPN")
    lasting = preposition.lower_ in LASTING and said.kind not in DAILY
    return noun.pos_ == "NOUN" and (lasting or (noun.i < before.i and noun.lemma_.lower() in deeds))


def _verb_above(token: Token) -> Token:
    while token.head.i != token.i and not is_verb(token):
        token = token.head
    return token


def _tellers(trigger: Token) -> Iterator[Token]:
    """Whose dates are an act's: its own word's; else those of the verb that carries an event noun, governs an
    infinitive or shares its adverbials with one joined to it.
    """
    yield trigger
    verb = trigger if is_verb(trigger) else carrying_verb(trigger)
    if verb is None:
        return
    yield verb
    yield from (child for child in verb.children if child.dep_ == "xcomp")
    while verb.dep_ in SHARING and is_verb(verb.head) and verb.head.i != verb.i:
        if verb.dep_ == "advcl" and not _is_participle(verb):
            return
        verb = verb.head
        yield verb
    if verb.dep_ != "ROOT" and verb.head.lemma_ == "be" and _is_it(own_subject(verb.head)):
        yield verb.head  # "it was in 1991 that Iceland recognised Lithuania"


def _is_of(said: Said, trigger: Token, told: Token) -> bool:
    """Whether a date of one verb is another's as well: before the first of two it is of both, and "yesterday"
    at the end of a plan is when it was made.
    """
    if told.i == trigger.i or not is_verb(trigger):
        return True
    if told.dep_ == "xcomp" and told.head.i == trigger.i:
        return said.kind in DAILY
    return trigger.dep_ not in ("conj", "advcl") or said.start < told.idx - told.sent.start_char


def _is_set(said: Said, verb: Token) -> bool:
    """Whether the present tells what is to come: "the minister meets his counterpart on Saturday"."""
    alone = not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return said.kind == "weekday" and verb.tag_ in ("VBZ", "VBP") and alone


def _is_participle(verb: Token) -> bool:
    return verb.tag_ == "VBG" and not any(child.dep_ in ("mark", "aux") for child in verb.children)


def _is_it(subject: Token | None) -> bool:
    return subject is not None and subject.lower_ == "it"
