"""The active sentence behind a clause: who does the act and who suffers it, "Chad was condemned by Iran" read
as "Iran condemned Chad", so that frames need to know only the active.
"""

from collections.abc import Collection, Iterator

from extract.grammar.nouns import RELATIVE_PRONOUNS, resolved_relative, with_conjuncts
from extract.grammar.parse import Token
from extract.grammar.prepositions import SHARED, objects_of, prepositions
from extract.grammar.subjects import OBJECT_CONTROL, Subjects, grammatical_subject
from extract.grammar.verbs import HAVING_DONE, compounded, has_it_done, is_passive, own_subject

CAUSING = frozenset(
    "force compel oblige constrain reduce prompt lead drive spur induce impel provoke cause persuade "
    "prevail convince coax cajole shame".split()
)
"""Verbs after which another's act is done, whatever brought it about: who was forced to leave has left."""

OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp"})

GIVING = frozenset(
    "give grant offer send lend pay sell hand award deny promise pledge supply show cede extend".split()
)
"""Verbs that take two objects."""

WIELDING = frozenset({"use", "employ", "deploy", "fire", "launch", "drop", "unleash"})
"""Verbs of what is done with weapons."""

MISFORTUNES = frozenset(
    "kill wound injure hurt maim destroy damage steal loot sink capture hit lose down cut bomb shell "
    "attack".split()
)
"""Verbs of what befalls somebody by others where nobody else is named: "had six soldiers killed"."""

MEASURING = frozenset(
    "half third quarter fifth tenth percent percentage fraction margin dozen hundred thousand million "
    "billion decree law proclamation fiat edict default".split()
)
"""Nouns that tell by how much or in what form something is done, not by whom."""

COMMANDS = frozenset({"order", "orders", "instruction", "instructions", "behest", "command", "directive"})
"""Nouns of the word at which others act."""

OTHER_ACTS = frozenset("after before despite during following amid over about because since until".split())
"""Prepositions that lead to other acts, whose "by" is not the verb's: "freed after occupation by rebels"."""


def logical_subject(verb: Token) -> Subjects:
    """Who does the act: the subject of the active, the agent of the passive."""
    if not is_passive(verb):
        return grammatical_subject(verb)
    by = agents(verb)
    if not by and (causer := _causer(verb)):
        return Subjects(causer, "causative")
    return Subjects(by, "agent") if by else Subjects((), "agentless")


def _causer(participle: Token) -> tuple[Token, ...]:
    """Who has something done, where nobody else is named who does it: "Chad had two Libyans expelled"."""
    verb = has_it_done(participle)
    if verb is None or verb.lemma_.lower() not in HAVING_DONE or participle.lemma_.lower() in MISFORTUNES:
        return ()
    return grammatical_subject(verb).tokens


def agents(verb: Token) -> tuple[Token, ...]:
    """Who a passive names behind "by", wherever the parser hangs it ("donated to Chad by India")."""
    if (before := compounded(verb)) is not None:
        return (before,)
    for preposition in prepositions(verb, frozenset({"by"}), depth=3):
        if preposition.head.dep_ == "pobj" and preposition.head.head.lower_ in OTHER_ACTS:
            continue
        found = tuple(objects_of(preposition))
        if found and not all(map(_is_measure, found)):
            return found
    for gerund in _gerunds_behind(verb):  # "was convicted of spying by a court"
        for preposition in gerund.children:
            if preposition.lower_ == "by":
                return tuple(objects_of(preposition))
    for clause in verb.children:  # "were given two days to leave by Chad"
        if clause.dep_ in ("xcomp", "advcl") and clause.tag_ == "VB" and clause.left_edge.lower_ == "to":
            by = (child for child in clause.children if child.lower_ == "by" and child.dep_ == "prep")
            for preposition in by:
                return tuple(objects_of(preposition))
    for joined in verb.children:  # "were ambushed and killed by rebels"
        active = any(child.lower_ in ("have", "has", "had") for child in joined.children)
        if joined.dep_ == "conj" and joined.tag_ == "VBN" and not own_subject(joined) and not active:
            return agents(joined)
    return at_whose_hands(verb) or _at_whose_word(verb)


def at_whose_hands(word: Token) -> tuple[Token, ...]:
    """At whose hands somebody suffers: "were killed at the hands of rebels", "beatings at their hands"."""
    at = prepositions(word, frozenset({"at"}), depth=2)
    hands = (noun for p in at for noun in objects_of(p) if noun.lower_ == "hands")
    of = (p for noun in hands for p in noun.children if p.lower_ == "of")
    return tuple(noun for preposition in of for noun in objects_of(preposition))


def _at_whose_word(verb: Token) -> tuple[Token, ...]:
    """At whose word something is done that nobody else is said to do: "was closed on the orders of Kenya"."""
    on = (p for p in prepositions(verb, frozenset({"on", "at", "under"}), depth=1) if p.i > verb.i)
    words = (noun for p in on for noun in objects_of(p) if noun.lower_ in COMMANDS)
    of = (p for noun in words for p in noun.children if p.lower_ in ("of", "from", "by"))
    return tuple(noun for preposition in of for noun in objects_of(preposition))


def _is_measure(noun: Token) -> bool:
    """Whether a noun says by how much or how something is done: "was cut by half", "banned by decree"."""
    return noun.lemma_.lower() in MEASURING or noun.pos_ == "NUM" or noun.tag_ == "CD"


def _gerunds_behind(verb: Token) -> Iterator[Token]:
    """The gerunds behind a verb's "from", "of" or "for", or behind those of its predicate."""
    predicates = (child for child in verb.children if child.dep_ == "oprd")
    for parent in (verb, *predicates):
        for preposition in parent.children:
            if preposition.lower_ in ("of", "for", "from") and preposition.dep_ == "prep":
                own = preposition.lower_ == "from"  # "was barred from leaving the town by the army"
                for gerund in preposition.children:
                    if gerund.tag_ == "VBG" and (own or not any(c.dep_ == "dobj" for c in gerund.children)):
                        yield gerund


def logical_objects(verb: Token) -> tuple[Token, ...]:
    """Who or what suffers the act: the object of the active, the subject of the passive."""
    if is_passive(verb):
        return grammatical_subject(verb).tokens + tuple(
            c for c in verb.children if c.dep_ in ("dobj", "oprd")
        )
    objects = [child for child in verb.children if child.dep_ in OBJECTS and not _sums_up(child)]
    if not objects:
        objects = [part for child in verb.children for part in _small_clause(child)]
    if not objects and any(child.dep_ == "dative" for child in verb.children):
        objects = [child for child in verb.children if child.dep_ == "npadvmod" and child.i > verb.i]
    if objects and verb.lemma_.lower() in GIVING:  # "gave Sudan a month to withdraw"
        objects += [child for child in verb.children if child.dep_ == "npadvmod" and child.i > objects[0].i]
    if not objects and verb.lemma_.lower() in OBJECT_CONTROL:
        lower = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and _is_infinitive_like(c)]
        objects = [child for clause in lower for child in clause.children if child.dep_ == "nsubj"]
    if not objects and verb.dep_ == "relcl":
        return _relative_objects(verb)
    if not objects and verb.lemma_.lower() in WIELDING:
        objects = _made_to_wield(verb)
    if not objects:
        shared: Token | None = verb
        while shared is not None and not objects:  # "beat, jailed and executed rebels"
            before = shared
            shared = next((c for c in shared.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
            if shared is None or shared.i - before.i > SHARED or own_subject(shared):
                break
            objects = [child for child in shared.children if child.dep_ == "dobj"]
    return tuple(noun for child in objects for noun in resolved_relative(child, verb))


def _small_clause(predicate: Token) -> tuple[Token, ...]:
    """The object and its predicate that the parser reads as a clause: "holds Russia responsible"."""
    if predicate.dep_ != "ccomp" or predicate.pos_ not in ("ADJ", "NOUN"):
        return ()
    subject = next((child for child in predicate.children if child.dep_ == "nsubj"), None)
    verbless = not any(child.dep_ in ("cop", "aux", "mark") for child in predicate.children)
    return (subject, predicate) if subject is not None and verbless else ()


def _is_infinitive_like(verb: Token) -> bool:
    """Whether a clause has no tense: "helped Syria (to) recapture", "allowed inspectors to return"."""
    return verb.tag_ == "VB" and not any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children)


def _made_to_wield(verb: Token) -> list[Token]:
    """What is made to be used: "missiles" in "is building missiles to use against Chad"."""
    thing = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > verb.sent.start else verb
    infinitive = verb.tag_ == "VB" and verb.left_edge.lower_ == "to"
    beside = verb.head in (thing, thing.head) and verb.dep_ in ("advcl", "acl", "xcomp")
    return [thing] if infinitive and beside and thing.dep_ in ("dobj", "conj") else []


def _sums_up(noun: Token) -> bool:
    """Whether a noun only sums up what was told before it: "met on Friday, the first encounter in years"."""
    verb, first = noun.head, noun.left_edge
    between = [token.text for token in verb.doc[verb.i + 1 : first.i]] if first.i > verb.i else []
    return noun.dep_ == "dobj" and between[-1:] == [","] and between.count(",") == 1 and len(between) > 1


def _relative_objects(verb: Token) -> tuple[Token, ...]:
    """The object that a relative clause leaves out: "the pact (that) they signed"."""
    subject = own_subject(verb)
    if subject is None or subject.lower_ in RELATIVE_PRONOUNS:
        return ()
    stranded = any(child.dep_ == "prep" and not list(child.children) for child in verb.children)
    return () if stranded else with_conjuncts(verb.head)


def circumstances(verb: Token, words: Collection[str]) -> Iterator[Token]:
    """The clauses of a verb that begin with one of these words: "will leave unless Mali pays"."""
    for clause in verb.children:
        marks = (child for child in clause.children if child.dep_ in ("mark", "advmod"))
        if clause.dep_ == "advcl" and any(mark.lower_ in words for mark in marks):
            yield clause


def is_consequence(verb: Token) -> bool:
    """Whether a clause tells what came of what is before it: "troops drilled, prompting Chad to leave"."""
    behind = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i
    return behind and verb.lemma_.lower() in CAUSING and verb.doc[verb.left_edge.i - 1].text == ","
