"""The grammar of one clause: who is its logical subject, what its object, which prepositions lead where.

Pure functions over spaCy tokens. The passive, relative clauses, participles, infinitives and coordinated
verbs are undone here, so that frames need to know only the active sentence.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from extract.calendar import CALENDAR

REACH = 12
"""How many steps a climb through the tree may take; longer chains are no English sentence."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
SENDING = frozenset("donate give send ship deliver provide supply offer hand fly ferry lend sell".split())
"""Verbs that take an object and a receiver: who "relented and sent a note to Chad" sent it only."""

SHARED = 3
"""How far apart two verbs may stand that share what is behind the second."""

WITH = frozenset({"with"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp"})
RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "whose"})

OBJECT_CONTROL = frozenset(
    "lead prompt impel induce provoke pay drive hire compel cause spur bribe train "
    "accuse advise allow appeal ask assist authorize authorise beg blame bar call caution challenge "
    "command convince criticize criticise direct discourage dissuade enable encourage exhort expect "
    "force help implore instruct invite lobby oblige order permit persuade plead pledge press pressure "
    "prevent prohibit prompt push remind request require stop suspect tell urge warn condemn denounce "
    "charge ban badger cajole coax nag goad pester lean prevail beseech entreat summon nudge bully browbeat "
    "egg spur prod hector arm-twist dare incite let bring thank praise commend applaud laud forgive".split()
)
"""Verbs whose object does what their infinitive or gerund says: "France urged Iran to withdraw"."""

CHARGING = frozenset({"accuse", "suspect", "convict", "charge"})
"""Those of them behind whose "of" stands what the object has done."""

CAUSING = frozenset(
    "force compel oblige constrain reduce prompt lead drive spur induce impel provoke cause persuade "
    "prevail convince coax cajole shame".split()
)
"""Those of them after which the act is done, whatever brought it about: who was forced to leave has left."""

ACTING = frozenset({"coalition", "alliance", "force", "army", "group", "movement"})
"""Nouns that do themselves what an infinitive behind them says: "the coalition to defeat ISIS"."""

ABOUT_OTHERS = frozenset(
    "protest condemn denounce oppose criticize criticise welcome praise applaud fear reject dispute deplore "
    "slam regret hail support back endorse resist".split()
)
"""Verbs about what others decide or plan."""

NAMING = frozenset("call describe label brand term see view regard denounce condemn dismiss".split())
"""Verbs by which somebody says what the deed of another is."""

CALLING_IN = frozenset({"summon", "call", "invite"})
SPEAKING_UP = ABOUT_OTHERS | frozenset(
    "complain object express convey voice demand tell inform register lodge deliver hand".split()
)
"""Verbs by which somebody is called in, and what the caller does then: "summoned the envoy to protest"."""

CHARGES = frozenset({"charge", "suspicion", "allegation", "accusation", "count", "claim"})
"""Nouns whose "of" tells what somebody is said to have done."""

GIVING = frozenset(
    "give grant offer send lend pay sell hand award deny promise pledge supply show cede extend".split()
)
"""Verbs that take two objects."""


HAVING_DONE = frozenset({"have", "get"})
"""Verbs of who has others do something: "had two envoys expelled"."""

SEEING_DONE = HAVING_DONE | {"see", "watch", "find"}
"""These, and verbs of who only suffers it: "saw its envoys expelled by Chad"."""

MISFORTUNES = frozenset(
    "kill wound injure hurt maim destroy damage steal loot sink capture hit lose down cut bomb shell "
    "attack".split()
)
"""Verbs of what befalls somebody by others where nobody else is named: "had six soldiers killed"."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """The tokens that do (or, in the passive, suffer) an act, and the construction that gave them."""

    tokens: tuple[Token, ...]
    rule: str


NOBODY = Subjects((), "none")


def is_verb(token: Token) -> bool:
    """Whether a token heads a clause; spaCy tags some main verbs as auxiliaries."""
    return token.pos_ in ("VERB", "AUX")


def verb_above(token: Token) -> Token | None:
    """The verb of the clause that a word stands in; of a verb, the next one above."""
    return next((above for above in islice(token.ancestors, REACH) if is_verb(above)), None)


def is_aux(verb: Token) -> bool:
    """Whether a verb only helps another."""
    return verb.dep_ in ("aux", "auxpass")


def auxiliaries(verb: Token) -> list[Token]:
    """The verbs that help a verb: "would have been" in "would have been seized"."""
    return [child for child in verb.children if child.dep_ in ("aux", "auxpass")]


def compounded(participle: Token) -> Token | None:
    """Who stands before the hyphen of a participle: "Rwandan-backed rebels" are backed by Rwanda."""
    i = participle.i
    if participle.dep_ != "amod" or participle.tag_ not in ("VBN", "VBD") or i < participle.sent.start + 2:
        return None
    before, hyphen = participle.doc[i - 2], participle.doc[i - 1]
    return before if hyphen.text in ("-", "\u2013") and not hyphen.whitespace_ else None


def has_it_done(participle: Token) -> Token | None:
    """The verb of who has something done to another, or sees it done: "had" in "had two envoys expelled".

    The parser makes of these a clause in the past or hangs the participle on the object.
    """
    if (
        participle.tag_ not in ("VBN", "VBD")
        or participle.dep_ not in ("ccomp", "acl")
        or _has_aux(participle)
    ):
        return None
    noun = participle.head
    if participle.dep_ == "ccomp":
        verb, told = noun, own_subject(participle)
        if any(child.dep_ in ("dobj", "mark", "ccomp") for child in participle.children):
            return None
    else:
        told = noun
        while noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "two of its envoys"
            noun = noun.head.head
        if noun.dep_ != "dobj" or participle.i < noun.i or noun.doc[participle.i - 1].text == ",":
            return None
        verb = noun.head
    itself = told is None or told.lower_.endswith(("self", "selves"))
    return verb if verb.lemma_.lower() in SEEING_DONE and not itself and not is_aux(verb) else None


def _causer(participle: Token) -> tuple[Token, ...]:
    """Who has something done, where nobody else is named who does it: "Chad had two Libyans expelled"."""
    verb = has_it_done(participle)
    if verb is None or verb.lemma_.lower() not in HAVING_DONE or participle.lemma_.lower() in MISFORTUNES:
        return ()
    return grammatical_subject(verb).tokens


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: "was condemned", "troops deployed by France", "Iran-backed rebels"."""
    if has_it_done(verb) is not None:
        return True
    if compounded(verb) is not None or any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "acomp") and not _has_aux(verb):
        return True
    shares = verb.dep_ == "conj" and verb.tag_ == "VBN" and not own_subject(verb) and not _has_aux(verb)
    return shares and is_verb(verb.head) and is_passive(verb.head)


def own_subject(verb: Token) -> Token | None:
    """The subject that stands at a verb, or at its auxiliary where the parser hangs it there."""
    places = (verb, *auxiliaries(verb))
    found = [child for place in places for child in place.children if child.dep_ in SUBJECTS]
    before = [child for child in found if child.i < verb.i]
    subject = before[-1] if before else next(iter(found), None)  # of "Iran's ally Syria attacked" Syria
    if subject is not None and subject.tag_ == "VBG" and subject.dep_ == "nsubj":
        inner = [child for child in subject.children if child.dep_ == "nsubj" and child.i < subject.i]
        return inner[0] if inner else subject  # "the agency operating in Iraq said"
    return subject


def with_conjuncts(token: Token) -> tuple[Token, ...]:
    """A noun with the ones coordinated behind it; who begins the next clause is none of them. In a headline
    a comma does for "and": "China, Russia hold talks".
    """
    rest = (token, *(o for o in token.conjuncts if o.i > token.i and verb_begun_by(o) is None))
    first = token.left_edge.i
    headline = token.dep_ == "nsubj" and first == token.sent.start + 2 and token.sent[-1].text != "."
    if headline and token.doc[first - 1].text == ",":
        ahead = token.doc[first - 2]
        if (
            ahead.pos_ == "PROPN"
            and ahead.head.i == token.head.i
            and ahead.dep_ in ("npadvmod", "nsubj", "dep")
        ):
            return (ahead, *rest)
    return rest


def verb_begun_by(noun: Token) -> Token | None:
    """The verb of which a noun is the subject, where the parser took it for one more object.

    In "Egypt condemned Ethiopia and Sudan recalled its envoy" nothing but Sudan stands before "recalled".
    """
    if noun.dep_ != "conj":
        return None
    i = noun.right_edge.i + 1
    while i < len(noun.doc) and noun.doc[i].dep_ in BEFORE_A_VERB:
        i += 1
    if i >= len(noun.doc):
        return None
    verb = noun.doc[i]
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or _has_aux(verb)
    begun = verb.pos_ == "VERB" and verb.dep_ == "conj" and finite and own_subject(verb) is None
    return verb if begun and verb.head in islice(noun.ancestors, REACH) else None


BEFORE_A_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
"""What may stand between a subject and its verb."""


def _subject_that_begins(verb: Token) -> Token | None:
    """The noun right before a coordinated verb that `verb_begun_by` gives to it."""
    i = verb.i - 1
    while i > 0 and verb.doc[i].dep_ in BEFORE_A_VERB:
        i -= 1
    above = (verb.doc[i], *islice(verb.doc[i].ancestors, REACH)) if i >= 0 else ()
    return next((noun for noun in above if noun.dep_ == "conj" and verb_begun_by(noun) == verb), None)


def grammatical_subject(verb: Token, reach: int = REACH) -> Subjects:
    """Who the sentence makes the subject of a verb, its own or taken over from a governing clause.

    "France, which condemned ..." gives France, "France decided to condemn" France, "France urged Iran to
    withdraw" Iran for `withdraw`.
    """
    if reach == 0:
        return NOBODY
    subject = own_subject(verb)
    if subject is not None:
        if subject.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl":
            return Subjects(with_conjuncts(verb.head), "relative")
        return Subjects(with_conjuncts(subject), "subject")
    head = verb.head
    if head.i == verb.i:
        return NOBODY
    if verb.dep_ == "conj":
        begins = _subject_that_begins(verb)
        if begins is not None:
            return Subjects((begins,), "subject")
        return grammatical_subject(head, reach - 1)
    if compounded(verb) is not None:
        return Subjects(with_conjuncts(head), "participle")
    if verb.dep_ == "acl":
        if verb.tag_ in ("VBG", "VBN", "VBD"):  # a clause's own verb may be taken for a participle
            return Subjects(with_conjuncts(head), "participle")
        return _doer_behind(head, reach)
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "dep", "parataxis") and is_verb(head):
        controlled = _controlled(verb, head)
        if controlled is not None:
            return controlled
        above = grammatical_subject(head, reach - 1)
        return Subjects(above.tokens, "control" if above.tokens else "none")
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "acl") and head.pos_ in ("ADJ", "NOUN"):
        return _doer_behind(head, reach)
    if verb.dep_ == "advcl" and head.lower_ == "far" and is_verb(head.head):  # "went so far as to expel"
        return grammatical_subject(head.head, reach - 1)
    if verb.dep_ == "acomp" and is_verb(head):  # "felt bound to turn it down", "stands accused of"
        return grammatical_subject(head, reach - 1)
    if verb.dep_ == "pcomp":
        governor = head.head
        if is_verb(governor):
            controlled = _controlled(verb, governor) if head.lower_ not in ("by", "after", "before") else None
            return controlled or grammatical_subject(governor, reach - 1)
        named = head.lower_ == "for" and governor.pos_ == "PROPN"  # "forgave Laos for siding with China"
        if governor.dep_ == "dobj" and (named or accuser_of(governor, head) is not None):
            return Subjects(with_conjuncts(governor), "control")
        if governor.lemma_.lower() in CHARGES and head.lower_ == "of":
            return _charged(governor)
        return _doer_behind(governor, reach)
    if verb.dep_ == "relcl" and head.dep_ == "attr" and is_infinitive(verb):  # "was the first to recognise"
        return grammatical_subject(head.head, reach - 1)
    if verb.dep_ == "relcl" and head.dep_ == "pobj" and head.head.lower_ == "for" and is_infinitive(verb):
        return _doer_behind(head, reach)  # "did not hesitate for a moment to condemn"
    if verb.dep_ == "relcl" and not any(child.dep_ in SUBJECTS for child in verb.children):
        return Subjects(with_conjuncts(head), "relative")
    return NOBODY


def accuser_of(noun: Token, preposition: Token) -> Token | None:
    """The verb that accuses a noun of what is behind an "of" that the parser hangs on the noun: "accused the
    bloc of arming rebels".
    """
    accused = preposition.lower_ == "of" and noun.dep_ == "dobj" and noun.head.lemma_.lower() in CHARGING
    return noun.head if accused else None


def _controlled(verb: Token, governor: Token) -> Subjects | None:
    """The object that a governing verb makes do the act, if it is such a verb and has one.

    "Jailed a Dutchman for spying", "thanked Chad for helping": behind "for" any verb is.
    """
    behind_for = verb.dep_ == "pcomp" and verb.head.lower_ == "for"
    lemma, subject = governor.lemma_.lower(), own_subject(governor)
    taking = lemma == "take" and subject is not None and subject.lower_ == "it"  # "it took Chad a week to"
    if (not behind_for and not taking and lemma not in OBJECT_CONTROL) or (
        verb.dep_ == "advcl" and not is_infinitive(verb)
    ):
        return None
    suffers = is_passive(governor)
    if lemma in CALLING_IN and verb.lemma_.lower() in SPEAKING_UP:
        return None  # who summons an envoy to protest does so himself
    for child in governor.children:
        if child.i < verb.i and (child.dep_ in ("dobj", "dative") or (suffers and child.dep_ == "nsubjpass")):
            return Subjects(_resolved_relative(child, governor), "control")
    for child in governor.children:
        if child.dep_ == "prep" and child.lower_ in ("on", "to", "with", "upon", "for") and child.i < verb.i:
            objects = tuple(objects_of(child))
            if objects:
                return Subjects(objects, "control")
    return None


def _charged(charge: Token) -> Subjects:
    """Who is said to have done what a charge names: "indicted five officers on charges of spying"."""
    verb = verb_above(charge)
    told = charge.dep_ == "pobj" and charge.head.lower_ in ("on", "over", "for", "amid")
    if not told or verb is None or verb.i > charge.i:
        return NOBODY
    if is_passive(verb):
        return grammatical_subject(verb)
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.i < charge.i]
    return Subjects(tuple(noun for child in objects for noun in with_conjuncts(child)), "control")


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


PLACED = frozenset({"elsewhere", "here", "there", "earlier", "later"})
"""Adverbs of where or when something is done, on which the parser hangs more of it."""


def _doer_behind(noun: Token, reach: int) -> Subjects:
    """Who does what an infinitive behind a noun says: "Iran's plan to ...", "made a threat to ..."."""
    if noun.lemma_.lower() in ACTING:
        return Subjects((noun,), "owner")
    for child in noun.children:
        if child.dep_ == "poss":
            return Subjects(with_conjuncts(child), "owner")
    governor = noun.head
    named = governor.head if governor.lower_ == "as" else governor
    if named.lemma_.lower() in NAMING and noun.dep_ in ("oprd", "pobj"):
        return NOBODY  # "what Chad calls an attempt to punish it": not Chad's
    if governor.lemma_.lower() in ABOUT_OTHERS and noun.dep_ == "dobj":
        return NOBODY  # "protested the decision to send troops": not the protesters'
    if governor.dep_ == "prep" and noun.dep_ == "pobj":  # "were in the habit of passing", "on the verge of"
        governor = governor.head
    if governor.lower_ in PLACED and governor.dep_ == "advmod":  # "elsewhere in the campaign to"
        governor = governor.head
    if governor.i != noun.i and is_verb(governor):
        above = grammatical_subject(governor, reach - 1)
        return Subjects(above.tokens, "control" if above.tokens else "none")
    return NOBODY


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands with a verb: "agreed to withdraw"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


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


def _has_aux(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") for child in verb.children)


OTHER_ACTS = frozenset("after before despite during following amid over about because since until".split())
"""Prepositions that lead to other acts, whose "by" is not the verb's: "freed after occupation by rebels"."""


def agents(verb: Token) -> tuple[Token, ...]:
    """Who a passive names behind "by", wherever the parser hangs it ("donated to Chad by India")."""
    if (before := compounded(verb)) is not None:
        return (before,)
    for preposition in prepositions(verb, frozenset({"by"}), depth=3):
        if preposition.head.dep_ == "pobj" and preposition.head.head.lower_ in OTHER_ACTS:
            continue
        found = tuple(objects_of(preposition))
        if found:
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
    return ()


def _gerunds_behind(verb: Token) -> Iterator[Token]:
    """The gerunds without an object behind a verb's "of" or "for", or behind those of its predicate."""
    predicates = (child for child in verb.children if child.dep_ == "oprd")
    for parent in (verb, *predicates):
        for preposition in parent.children:
            if preposition.lower_ in ("of", "for") and preposition.dep_ == "prep":
                for gerund in preposition.children:
                    if gerund.tag_ == "VBG" and not any(c.dep_ == "dobj" for c in gerund.children):
                        yield gerund


def logical_subject(verb: Token) -> Subjects:
    """Who does the act: the subject of the active, the agent of the passive."""
    if not is_passive(verb):
        return grammatical_subject(verb)
    by = agents(verb)
    if not by and (causer := _causer(verb)):
        return Subjects(causer, "causative")
    return Subjects(by, "agent") if by else Subjects((), "agentless")


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
    return tuple(noun for child in objects for noun in _resolved_relative(child, verb))


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


def _resolved_relative(noun: Token, verb: Token) -> tuple[Token, ...]:
    if noun.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl":
        return with_conjuncts(verb.head)
    return with_conjuncts(noun)


def _relative_objects(verb: Token) -> tuple[Token, ...]:
    """The object that a relative clause leaves out: "the pact (that) they signed"."""
    subject = own_subject(verb)
    if subject is None or subject.lower_ in RELATIVE_PRONOUNS:
        return ()
    stranded = any(child.dep_ == "prep" and not list(child.children) for child in verb.children)
    return () if stranded else with_conjuncts(verb.head)


def antecedents(noun: Token) -> tuple[Token, ...]:
    """Who owns a noun by its "whose": Bolivia in "Bolivia, whose envoy Chile expelled"."""
    if not any(child.dep_ == "poss" and child.tag_ == "WP$" for child in noun.children):
        return ()
    verb = next((token for token in islice(noun.ancestors, REACH) if token.dep_ == "relcl"), None)
    joined = with_conjuncts(verb.head) if verb is not None else ()
    return tuple(noun for noun in joined if verb is not None and noun.i < verb.left_edge.i)


def objects_of(preposition: Token) -> Iterator[Token]:
    """The nouns that a preposition leads to, also through a second one ("out of X") or "whom"."""
    for child in preposition.children:
        if child.dep_ == "pobj" and child.lower_ in RELATIVE_PRONOUNS and child.tag_.startswith("W"):
            clause = next((verb for verb in islice(child.ancestors, REACH) if verb.dep_ == "relcl"), None)
            yield from with_conjuncts(clause.head) if clause is not None else ()
        elif child.dep_ == "pobj":
            yield from with_conjuncts(child)
        elif child.dep_ == "prep" and child.i > preposition.i:
            yield from objects_of(child)


PATH = frozenset(
    {
        "prep",
        "pobj",
        "dobj",
        "prt",
        "attr",
        "acomp",
        "oprd",
        "dative",
        "agent",
        "nsubjpass",
        "pcomp",
        "npadvmod",
    }
)


ADVERBS = frozenset("back home away along together over closer close nearer near".split())
"""Adverbs of a verb on which the parser hangs its preposition: "handed back to Mali"."""


BESIDES = {
    "without": frozenset({"to", "for", "with", "between"}),
    "about": frozenset({"with", "between", "against"}),
    **dict.fromkeys(("after", "before", "since", "until"), frozenset({"between"})),
}
"""By a preposition, those behind its noun that are the noun's: "met after a war between them"."""

SIDES = frozenset({"side", "bank", "shore", "flank"})
"""Nouns of where somebody fires from: "fired from a ridge on the Mali side"."""


FALLING = frozenset({"fall", "loss"})
"""Nouns whose "to" leads to the victor, to whom nobody spoke: "after the fall of the town to rebels"."""


WIELDING = frozenset({"use", "employ", "deploy", "fire", "launch", "drop", "unleash"})
"""Verbs of what is done with weapons."""


def prepositions(token: Token, words: frozenset[str], *, depth: int = 4) -> Iterator[Token]:
    """The prepositions of these words below a verb or noun, the nearest first.

    The parser often hangs "with Iran" of "held talks in Geneva with Iran" on Geneva, so what hangs on
    objects and on other prepositions' objects counts too.
    """
    layer = [token]
    shared = _sharing(token)
    if shared is not None:
        layer.append(shared)
    for _ in range(depth):
        below: list[Token] = []
        for parent in layer:
            for child in parent.children:
                judged = parent.lower_ == "as" and child.pos_ in ("ADJ", "VERB")  # "praised as bold by Chad"
                if child.dep_ not in PATH and child.lower_ not in ADVERBS and not judged:
                    continue
                together = 0 < child.i < token.i and child.doc[child.i - 1].lower_ == "together"
                if child.lower_ == "with" and (together or parent.lower_ in ("along", "together")):
                    continue  # who comes along is no target
                if child.lower_ == "to" and parent.lower_ in FALLING and parent.i != token.i:
                    continue
                beside = parent.dep_ == "pobj" and child.lower_ in BESIDES.get(parent.head.lower_, ())
                from_there = child.lower_ == "on" and parent.head.lower_ == "from" and parent.dep_ == "pobj"
                if from_there and any(noun.lemma_.lower() in SIDES for noun in child.children):
                    continue
                if beside and parent.i != token.i and parent.lemma_.lower() not in CALENDAR:
                    continue
                if child.lower_ in words and child.dep_ in ("prep", "agent", "dative", "prt"):
                    yield child
                if child.dep_ != "pcomp" or child.pos_ != "VERB":
                    below.append(child)
        layer = below


def _sharing(verb: Token) -> Token | None:
    """The verb whose object and prepositions a verb shares: "donated and delivered blankets to Chad"."""
    if verb.lemma_.lower() not in SENDING:
        return None
    if any(child.dep_ in ("dobj", "prep", "ccomp", "xcomp") for child in verb.children):
        return None
    for joined in verb.children:
        near = joined.dep_ == "conj" and joined.tag_ == verb.tag_ and joined.i - verb.i <= SHARED
        if near and own_subject(joined) is None and any(c.dep_ == "dobj" for c in joined.children):
            return joined
    return None


def appositions(token: Token) -> Iterator[Token]:
    """The nouns that say the same as a noun: its appositions, and what it is itself an apposition of."""
    yield from (child for child in token.children if child.dep_ == "appos")
    if token.dep_ == "appos":
        yield token.head


def part_in(verb: Token) -> Token | None:
    """What somebody takes part in: "the boycott" in "vowed to take part in the boycott"."""
    parts = [child for child in verb.children if child.dep_ == "dobj" and child.lower_ == "part"]
    sharing = verb.lemma_.lower() in ("participate", "engage")
    if not parts and not sharing:
        return None
    behind = (p for head in (verb, *parts) for p in head.children if p.dep_ == "prep" and p.lower_ == "in")
    return next((noun for preposition in behind for noun in objects_of(preposition)), None)
