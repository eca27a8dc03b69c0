"""What a speech act is about where its frame does not say: the words beside it that may name an act."""

from collections.abc import Iterator

from extract.frames.triggers import Match, measured
from extract.grammar.calendar import CALENDAR
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of
from extract.grammar.verbs import is_infinitive, is_verb

ABOUT = frozenset({"of", "for", "on", "about", "to", "against", "with"})
"""Prepositions that lead from words to what they are about: "a plea for blankets", "a threat of strikes"."""

FRAMING = frozenset(
    "proposal offer plan initiative demand request appeal call plea ultimatum suggestion idea "
    "invitation bid resolution claim charge allegation condition term terms application petition scheme "
    "blueprint formula timetable schedule roadmap draft text package project programme program ruling "
    "verdict judgment judgement order law decree message letter note cable telegram wish insistence "
    "overture feeler approach pledge promise undertaking word assurance guarantee threat warning hint "
    "proviso recommendation motion bill clause notion concept vision outline round series set start "
    "opening resumption kind sort form prospect possibility means decision policy move step measure "
    "effort attempt list reply answer response issue question matter report statement silence contempt "
    "case seat deal arrangement".split()
)
"""Nouns that name no act: what a plan, demand or round is about stands behind them."""

WISHES = frozenset("demand request call appeal plea insistence recommendation proposal suggestion".split())
"""Nouns whose "that" tells what somebody is to do."""

WORDS_GIVEN = frozenset(
    "word pledge promise assurance guarantee undertaking commitment vow oath threat warning offer "
    "ultimatum".split()
)
"""Nouns whose "that" with a "would" tells what somebody is going to do."""

ASKING = frozenset({"DEMAND", "APPEAL", "GIVE_ULTIMATUM"})
"""Relations whose verb's infinitive tells what somebody is to do: "gave Chad until Friday to leave"."""

TERMS = frozenset({"until", "till", "by"})
"""Prepositions of the day by which somebody is to do something."""

DEPTH = 3
"""How many words may lead to one another: "the terms of a plan for a truce"."""


def matters(match: Match) -> Iterator[Token]:
    """The verbs and nouns that may name the act that is spoken of, the most telling first.

    Of "spurned a Jordanian suggestion of talks" the talks, of "turned to Gabon for peacekeepers" the
    peacekeepers.
    """
    verb = is_verb(match.trigger)
    deeds = (noun.head.head for noun in match.owned if noun.dep_ == "pobj" and noun.head.lower_ == "of")
    first = [noun for noun in deeds if noun in match.used]  # "the withdrawal of Rwanda's troops"
    things = [n for n in (*first, *match.owned, *match.used, *match.targets) if n.pos_ == "NOUN"]
    acts: list[Token] = []
    if verb and match.frame.relation in ASKING:
        acts += _to_be_done(match.trigger)
    for noun in things if verb else [*things, match.trigger]:
        acts += [] if _is_framing(noun) or noun is match.trigger else [noun, *measured(noun)]
        acts += _told_of(noun, DEPTH)
    acts += _behind(match.trigger, DEPTH) if verb else ()
    yield from dict.fromkeys(act for act in acts if act.i != match.trigger.i)


def _to_be_done(verb: Token) -> Iterator[Token]:
    """What somebody is to do by a verb's infinitive, also where it hangs on the term that he is set."""
    terms = (p for p in verb.children if p.dep_ == "prep" and p.lower_ in TERMS)
    behind = (token for term in terms for token in term.subtree)
    for clause in (*verb.children, *behind):
        told = clause.dep_ in ("xcomp", "advcl", "acl", "relcl") and clause.i > verb.i
        if told and is_verb(clause) and is_infinitive(clause):
            yield clause


def _is_framing(noun: Token) -> bool:
    return noun.lemma_.lower() in FRAMING


def is_wished(clause: Token) -> bool:
    """Whether a clause tells what somebody wants done: "rejected a Polish demand that it withdraw"."""
    that = any(c.lower_ == "that" and (c.dep_ == "mark" or c.tag_ == "IN") for c in clause.children)
    noun = clause.head
    told_of = clause.dep_ in ("acl", "ccomp", "relcl") and noun.pos_ == "NOUN"
    ahead = any(c.dep_ == "aux" and c.lower_ in ("would", "will") for c in clause.children)
    lemma = noun.lemma_.lower()
    return that and told_of and (lemma in WISHES or (lemma in WORDS_GIVEN and ahead))


def _told_of(noun: Token, depth: int) -> Iterator[Token]:
    """What a noun is about by its own clauses and prepositions."""
    for clause in noun.children:
        wanted = is_infinitive(clause) or is_wished(clause)
        if clause.dep_ in ("acl", "ccomp", "relcl") and is_verb(clause) and wanted:
            yield clause
    yield from _behind(noun, depth)


def _behind(head: Token, depth: int) -> Iterator[Token]:
    """The acts behind a word's prepositions, or behind what only frames them."""
    for preposition in head.children:
        if preposition.dep_ not in ("prep", "dative") or preposition.lower_ not in ABOUT:
            continue
        yield from (act for act in preposition.children if act.dep_ == "pcomp" and is_verb(act))
        for noun in objects_of(preposition):
            if noun.pos_ != "NOUN" or noun.lemma_.lower() in CALENDAR:
                continue
            if not _is_framing(noun):
                yield noun
            elif depth:
                yield from _told_of(noun, depth - 1)
