"""Mends what the parser often misreads in news sentences, before anything else is read from the parse.

A full sentence has a finite verb. Where the parse has none, a past tense was taken for a participle or an
adjective: "The Sudanese army turned on ...", "Caritas implored Laos to ...". And "to" before a noun is no
infinitive: "bowed on Monday to the unions". Who says so may come last: "..., a spokesman said".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

NOMINAL = ("NOUN", "PROPN", "PRON")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PAST = frozenset({"VBN", "VBD"})
REPORTING = frozenset("said says reported reports added announced stated told".split())
"""Verbs that end a sentence with who says so."""

REACH = 12
"""How far behind its verb the predicate of an object may stand."""

SHORT = 6
"""Words below which a line without a verb may be a heading."""


REPAIRS = "repairs"
"""The name of the component in spaCy's registry."""


def _lemma_lists(nlp: Language) -> tuple[Mapping[str, Sequence[str]], frozenset[str]]:
    """The model's irregular verb forms with their bases, and the verbs that it knows."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")  # any callable, to spaCy; the model's has lists
    irregular: Mapping[str, Sequence[str]] = lemmatizer.lookups.get_table("lemma_exc").get("verb", {})
    return irregular, frozenset(lemmatizer.lookups.get_table("lemma_index").get("verb", ()))


@Language.factory(REPAIRS)
class Repairs:
    """The component of the pipeline; it stands behind the tags and before the lemmas."""

    def __init__(self, nlp: Language, name: str = REPAIRS) -> None:
        self._irregular, self._verbs = _lemma_lists(nlp)

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its misread verbs and prepositions put right."""
        for token in doc:
            infinitive = token.head.pos_ not in NOMINAL or token.head.lower_ in self._verbs
            if token.tag_ == "TO" and token.dep_ == "aux" and not infinitive:
                _as_preposition(token)
        for sentence in list(doc.sents):
            misread = self._misread_verb(sentence)
            if misread is not None:
                _as_verb(misread)
        for token in doc:
            _take_outcome(token)
            _take_particle(token)
            _take_pair(token)
            _take_conjunct(token)
            if token.tag_ in ("VBZ", "VBP") and token.dep_ in ("pobj", "dobj"):
                _as_noun(token)
        for sentence in list(doc.sents):
            main = _lost_object(sentence.root)
            if main is not None:
                doc = _as_main(doc, sentence.root, main)
        for that in [token for token in doc if token.lower_ == "that"]:
            wish = self._lost_wish(that)
            if wish is not None:
                doc = _as_wish(doc, that, wish)
        for sentence in list(doc.sents):
            if self._is_misread_root(sentence.root):
                _as_verb_with_subject(sentence.root)
        for sentence in list(doc.sents):
            lost = self._lost_verb(sentence)
            if lost is not None:
                doc = _as_root(doc, sentence.root, lost)
        for token in doc:
            if token.lower_ == "including":
                _take_object(token)
        for sentence in doc.sents:
            subject = _lost_subject(sentence.root) or _lost_speaker(sentence.root)
            if subject is not None:
                subject.head, subject.dep_ = sentence.root, "nsubj"
        for sentence in list(doc.sents):
            report = _trailing_report(sentence)
            if report is not None:
                doc = _as_report(doc, sentence.root, *report)
        return doc

    def _misread_verb(self, sentence: Span) -> Token | None:
        """What is a verb by its subject and form, though its tag says otherwise."""
        for token in sentence:
            if token.pos_ == "ADJ" and token.dep_ == "ccomp" and token.lower_ in self._verbs:
                children = {child.dep_ for child in token.children}
                if children >= {"mark", "nsubj", "dobj"} and "cop" not in children:
                    token.tag_, token.pos_ = "VB", "VERB"  # "urged that Cuba free prisoners"
            if token.pos_ in ("ADJ", "NOUN", "PROPN") and token.dep_ in ("ROOT", "ccomp", "conj"):
                children = {child.dep_ for child in token.children}
                if "nsubj" in children and not children & {"cop", "aux", "det"} and self._is_past(token):
                    return token
        return None

    def _is_misread_root(self, root: Token) -> bool:
        """Whether the root is a verb that was taken for a noun: "Qatar's emir forgave Chad"."""
        objects = any(child.dep_ == "dobj" and child.i > root.i for child in root.children)
        ahead = root.doc[root.i - 1] if root.i > root.sent.start else root
        return root.pos_ == "NOUN" and root.lower_ in self._irregular and objects and ahead.dep_ == "compound"

    def _is_past(self, token: Token) -> bool:
        return token.lower_.endswith("ed") or token.lower_ in self._irregular

    def _lost_verb(self, sentence: Span) -> Token | None:
        """The verb of a sentence that the parse leaves without one."""
        root = sentence.root
        if (
            root.pos_ not in NOMINAL
            or len(sentence) < SHORT
            or sentence.text.rstrip()[-1:] not in ".!\u201d\"'"
        ):
            return None
        if any(_is_finite(child) for child in root.children):
            return None
        return next(self._candidates(root), None)

    def _lost_wish(self, that: Token) -> Token | None:
        """The verb of what is demanded, read as part of a noun: "demanded that Israel halt construction"."""
        governor = that.head.head if that.head.pos_ in NOMINAL else that.head
        if governor.lower_ not in WISHING or not that.i > governor.i or that.dep_ not in ("mark", "det"):
            return None
        clause = that.doc[that.i + 1 : that.sent.end]
        for token in clause:
            if token.pos_ in ("VERB", "AUX") and token.dep_ != "compound":
                return None
            before = token.doc[token.i - 1]
            named = before.i > that.i and before.pos_ == "PROPN"
            if named and token.lower_ in self._verbs and token.text.islower() and token.i + 1 < that.sent.end:
                return token
        return None

    def _candidates(self, root: Token) -> Iterator[Token]:
        """Past forms behind the root: its own participles, then the last of what hangs on its nouns."""
        behind = [token for token in root.subtree if token.i > root.i and token.dep_ == "acl"]
        behind = [verb for verb in behind if verb.tag_ in PAST and not _is_clause_of_its_own(verb)]
        yield from (verb for verb in behind if verb.head.i == root.i)
        yield from reversed(behind)
        for token in root.subtree:
            ahead = token.doc[max(token.i - 1, root.sent.start)]
            subject_ahead = ahead.i < token.i and (ahead.text == "," or ahead.pos_ in NOMINAL)
            modifier = token.dep_ in ("amod", "compound") and token.head.i > token.i
            if modifier and subject_ahead and self._is_past(token):
                yield token


OUTCOMES = {
    "shoot": frozenset({"dead"}),
    "set": frozenset({"free", "loose", "ablaze", "alight"}),
    "throw": frozenset({"open"}),
    "fling": frozenset({"open"}),
    "send": frozenset({"packing"}),
    "let": frozenset({"go", "loose", "free"}),
    "turn": frozenset({"loose"}),
    "cut": frozenset({"loose", "free"}),
    "lay": frozenset({"bare", "waste"}),
}
"""By their verb, words that tell what becomes of its object: "set free two priests", "let them go"."""

FORMS = {
    "shot": "shoot",
    "shoots": "shoot",
    "shooting": "shoot",
    "sets": "set",
    "setting": "set",
    "threw": "throw",
    "throws": "throw",
    "thrown": "throw",
    "throwing": "throw",
    "flung": "fling",
    "sent": "send",
    "sends": "send",
    "sending": "send",
    "lets": "let",
    "letting": "let",
    "turned": "turn",
    "turning": "turn",
    "cutting": "cut",
    "laid": "lay",
    "laying": "lay",
}


def _take_outcome(verb: Token) -> None:
    """Read what becomes of a verb's object as its predicate, wherever the parser hangs it."""
    outcomes = OUTCOMES.get(FORMS.get(verb.lower_, verb.lower_))
    if outcomes is None or verb.pos_ != "VERB":
        return
    word = next((token for token in verb.subtree if token.i > verb.i and token.lower_ in outcomes), None)
    if word is None or word.dep_ == "oprd" or word.i - verb.i > REACH or word.head.i not in _near(verb, word):
        return
    thing = next((c for c in word.children if c.dep_ in ("nsubj", "dobj")), None)
    if any(
        c.dep_ in ("aux", "mark", "xcomp") or (c.dep_ == "prep" and word.lower_ == "go")
        for c in word.children
    ):
        return  # "set out to free", "let troops go to war": clauses of their own
    if thing is None and word.dep_ == "dobj":  # "sent two Russians packing" read as one noun
        thing = next((c for c in word.children if c.dep_ == "compound"), None)
        if thing is not None:
            for child in [c for c in word.children if c.i < thing.i]:
                child.head = thing
    word.head, word.dep_, word.tag_, word.pos_ = verb, "oprd", "JJ", "ADJ"
    if thing is not None:
        thing.head, thing.dep_ = verb, "dobj"


WISHING = frozenset(
    "demand demands demanded demanding insist insists insisted insisting urge urges urged urging ask asks "
    "asked request requests requested propose proposes proposed order orders ordered recommend "
    "recommended".split()
)
"""Forms of verbs behind whose "that" the bare verb stands."""

PARTICLES = frozenset("back down out off up away".split())


def _take_particle(word: Token) -> None:
    """Give a verb its particle that the parser takes for an adjective of its object: "pull back troops"."""
    if word.lower_ not in PARTICLES or word.dep_ not in ("amod", "compound") or word.i == 0:
        return
    verb = word.doc[word.i - 1]
    if verb.pos_ == "VERB" and word.head.i > word.i and word.head.head.i == verb.i:
        word.head, word.dep_, word.tag_, word.pos_ = verb, "prt", "RP", "ADP"


def _as_wish(doc: Doc, that: Token, verb: Token) -> Doc:
    """A doc in which a bare verb heads what is demanded."""
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    tags = [token.tag_ for token in doc]
    pos = [token.pos_ for token in doc]
    noun, governor = verb.head, that.head.head if that.head.pos_ in NOMINAL else that.head
    subject = doc[verb.i - 1]
    heads[verb.i], deps[verb.i], tags[verb.i], pos[verb.i] = governor.i, "ccomp", "VB", "VERB"
    heads[that.i], deps[that.i] = verb.i, "mark"
    for token in doc[that.i + 1 : subject.i]:
        if not token.is_ancestor(subject) and token.head.i >= verb.i:
            heads[token.i] = subject.i
    heads[subject.i], deps[subject.i] = verb.i, "nsubj"
    if noun.i > verb.i:  # the object, with which the parser merged them
        heads[noun.i], deps[noun.i] = verb.i, "dobj"
    for token in doc[verb.i + 1 : that.sent.end]:
        if token.head.i == governor.i and token.i != noun.i and token.dep_ != "punct":
            heads[token.i], deps[token.i] = verb.i, "dobj" if token.pos_ in NOMINAL else token.dep_
    return _rebuilt(doc, heads, deps, tags, pos)


def _take_object(preposition: Token) -> None:
    """Give "including" the noun behind it, where the parser hangs that on something behind the verb."""
    if preposition.i + 1 >= preposition.sent.end or list(preposition.children):
        return
    noun = preposition.doc[preposition.i + 1]
    verb = preposition.sent.root
    if noun.pos_ in NOMINAL and noun.i < verb.i < noun.head.i:
        noun.head, noun.dep_ = preposition, "pobj"


def _near(verb: Token, word: Token) -> set[int]:
    """The places in the tree at which the predicate of a verb's object may hang: the verb, or the object."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return {verb.i, *(c.i for c in objects if word.i == verb.i + 1 or word.i > c.i)}


def _is_finite(child: Token) -> bool:
    """Whether a child of a noun makes it a sentence after all: "was a spy", "a spy, said X"."""
    return child.dep_ in ("cop", "aux") or (
        child.tag_ in FINITE and child.dep_ not in ("acl", "amod", "compound")
    )


def _is_clause_of_its_own(verb: Token) -> bool:
    """Whether a participle has an agent or a subject: "the town shelled by rebels", "that France left"."""
    return any(child.dep_ in ("agent", "nsubj", "nsubjpass", "mark") for child in verb.children)


def _lost_subject(verb: Token) -> Token | None:
    """The subject that the parser joined to a place before it: "In Kasane, Botswana and Namibia met"."""
    has_one = any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl", "auxpass") for child in verb.children)
    if verb.tag_ not in FINITE or has_one or verb.i == verb.sent.start:
        return None
    noun = verb.doc[verb.i - 1]
    while noun.dep_ == "conj" and noun.pos_ in NOMINAL and noun.head.i < noun.i:
        before = noun.left_edge.i - 1
        if before > verb.sent.start and verb.doc[before].text == ",":
            return noun
        noun = noun.head
    return None


def _lost_object(root: Token) -> Token | None:
    """The main verb that the parser hangs on an infinitive: "NATO's plan to defeat the Taliban is failing".

    Its subject, right behind the infinitive, is the infinitive's object.
    """
    if root.pos_ not in NOMINAL:
        return None
    for token in root.subtree:
        infinitive = token.head
        if (
            token.dep_ != "ccomp"
            or infinitive.tag_ != "VB"
            or infinitive.i < root.i
            or token.i < infinitive.i
        ):
            continue
        bare = not any(child.dep_ in ("dobj", "mark", "nsubj") for child in infinitive.children)
        subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        finite = token.tag_ in FINITE or any(c.tag_ in FINITE for c in token.children)
        if bare and finite and subject is not None and subject.left_edge.i == infinitive.i + 1:
            return token
    return None


def _as_main(doc: Doc, noun: Token, verb: Token) -> Doc:
    """A doc in which a main verb heads its sentence and its subject is the infinitive's object."""
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    infinitive = verb.head
    subject = next(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    heads[subject.i], deps[subject.i] = infinitive.i, "dobj"
    heads[verb.i], deps[verb.i] = verb.i, "ROOT"
    heads[noun.i], deps[noun.i] = verb.i, subject.dep_
    for child in noun.children:
        if child.dep_ == "punct" and child.i > verb.i:
            heads[child.i] = verb.i
        elif child.dep_ == "relcl":
            deps[child.i] = "acl"
    return _rebuilt(doc, heads, deps, [token.tag_ for token in doc], [token.pos_ for token in doc])


def _take_conjunct(first: Token) -> None:
    """Put two whom "and" joins beside each other, where the parser hung one on the other."""
    second = first.head
    joints = [child for child in first.children if child.dep_ == "cc"]
    joined = any(child.dep_ == "conj" for child in first.children)
    if first.dep_ != "nmod" or not joints or joined or not first.i < joints[0].i < second.i:
        return
    if second.dep_ not in ("dobj", "pobj", "nsubj", "nsubjpass"):
        return
    first.head, first.dep_ = second.head, second.dep_
    second.head, second.dep_ = first, "conj"


PAIRED = frozenset("shoulder side face hand arm eye toe".split())


def _take_pair(first: Token) -> None:
    """Read "face to face" as one thing that a verb has: "stood side by side with Chad"."""
    if first.lower_ not in PAIRED or first.i + 2 >= first.sent.end or first.head.pos_ not in ("VERB", "AUX"):
        return
    joint, second = first.doc[first.i + 1], first.doc[first.i + 2]
    if second.lower_ != first.lower_ or joint.lower_ not in ("to", "by", "in"):
        return
    verb = first.head
    for child in (*first.children, *second.children, *joint.children):
        if child.dep_ == "prep" and child.i > second.i:
            child.head = verb
    first.dep_, first.tag_, first.pos_ = "dobj", "NN", "NOUN"
    joint.head, joint.dep_, joint.tag_, joint.pos_ = first, "prep", "IN", "ADP"
    second.head, second.dep_, second.tag_, second.pos_ = joint, "pobj", "NN", "NOUN"


def _lost_speaker(verb: Token) -> Token | None:
    """Who says so, taken for an apposition of what stands before: "..., a spokesman for the rebels said"."""
    if verb.lower_ not in REPORTING or any(child.dep_ in ("nsubj", "csubj") for child in verb.children):
        return None
    for noun in verb.doc[verb.sent.start : verb.i]:
        before = noun.left_edge.i - 1
        ends = noun.dep_ in ("appos", "conj", "npadvmod") and noun.right_edge.i == verb.i - 1
        if ends and before > verb.sent.start and verb.doc[before].text in (",", '"', "\u201d"):
            return noun
    return None


def _trailing_report(sentence: Span) -> tuple[Token, Token] | None:
    """The verb and subject of who says so at the end: "..., a spokesman for the rebels said on Friday"."""
    root = sentence.root
    if root.pos_ not in ("VERB", "AUX") or root.lower_ in REPORTING:
        return None
    for verb in sentence:
        above = verb.dep_ in ("advcl", "conj", "acl", "dep") and verb.i > root.i
        if verb.lower_ not in REPORTING or verb.tag_ not in PAST or not above:
            continue
        if any(child.dep_ in ("mark", "cc", "dobj", "ccomp", "xcomp", "auxpass") for child in verb.children):
            continue
        subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i]
        subjects = subjects or [
            noun
            for noun in sentence
            if noun.dep_ == "appos" and noun.i < verb.i and noun.right_edge.i == verb.i - 1
        ]
        if verb.dep_ == "acl" and verb.head.dep_ == "npadvmod":  # "the news agency AFP reported from Cali"
            subjects.append(verb.head)
        for subject in subjects:
            before = subject.left_edge.i - 1
            if before > root.i and subject.doc[before].text == ",":
                return verb, subject
    return None


def _as_report(doc: Doc, root: Token, verb: Token, subject: Token) -> Doc:
    """A doc in which who says so governs what is said."""
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    heads[verb.i], deps[verb.i] = verb.i, "ROOT"
    heads[subject.i], deps[subject.i] = verb.i, "nsubj"
    heads[root.i], deps[root.i] = verb.i, "ccomp"
    for child in root.children:
        if child.i > verb.i:
            heads[child.i] = verb.i
    return _rebuilt(doc, heads, deps, [token.tag_ for token in doc], [token.pos_ for token in doc])


def _rebuilt(doc: Doc, heads: list[int], deps: list[str], tags: list[str], pos: list[str]) -> Doc:
    """The same words with another tree."""
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        morphs=[str(token.morph) if token.tag_ == tags[token.i] else "" for token in doc],
        heads=heads,
        deps=deps,
        tags=tags,
        pos=pos,
    )


def _as_verb(token: Token) -> None:
    token.tag_, token.pos_ = "VBD", "VERB"


def _as_noun(token: Token) -> None:
    """Make a noun of what is the object of something: "a series of precision airstrikes"."""
    plural = token.tag_ == "VBZ"
    token.tag_, token.pos_ = ("NNS" if plural else "NN"), "NOUN"
    settable: Any = token  # spaCy's stubs do not know this method
    settable.set_morph("Number=Plur" if plural else "Number=Sing")


def _as_verb_with_subject(verb: Token) -> None:
    """Make a verb of a root, and its subject of the noun right before it."""
    subject = verb.doc[verb.i - 1]
    for child in [c for c in verb.children if c.i < subject.i]:
        child.head = subject
    subject.dep_ = "nsubj"
    _as_verb(verb)


def _as_preposition(to: Token) -> None:
    """Make "to" a preposition of what governs the noun behind it."""
    noun = to.head
    governor = noun.head
    inner = next((child for child in noun.children if child.dep_ == "dobj" and child.i > noun.i), None)
    if governor.i == noun.i or to.i > noun.i:
        return
    to.tag_, to.pos_, to.dep_ = "IN", "ADP", "prep"
    to.head = governor
    if inner is not None:  # "to highland growers", read as if somebody did something to the growers
        inner.head, inner.dep_ = to, "pobj"
        noun.head, noun.dep_ = inner, "compound"
    else:
        noun.head, noun.dep_ = to, "pobj"


def _as_root(doc: Doc, noun: Token, verb: Token) -> Doc:
    """A doc in which a sentence's verb heads it and the noun that did is the verb's subject."""
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    tags = [token.tag_ for token in doc]
    pos = [token.pos_ for token in doc]
    if verb.dep_ in ("amod", "compound"):
        heads[verb.head.i], deps[verb.head.i] = verb.i, "dobj"
        if verb.head.i == noun.i:  # "policemen flogged students", read as some sort of students
            noun = doc[verb.i - 1]
            while noun.head.i < verb.i and noun.head.i != noun.i:
                noun = noun.head
    heads[verb.i], deps[verb.i], tags[verb.i], pos[verb.i] = verb.i, "ROOT", "VBD", "VERB"
    heads[noun.i], deps[noun.i] = verb.i, "nsubj"
    for child in noun.children:
        if child.i > verb.i and deps[child.i] != "dobj":
            heads[child.i] = verb.i
            deps[child.i] = "advcl" if child.dep_ == "acl" else child.dep_
    return _rebuilt(doc, heads, deps, tags, pos)


LEMMAS = "lemma repairs"
PREFIXES = ("re", "over", "under", "out", "mis", "un", "fore", "with")


@Language.factory(LEMMAS)
class LemmaRepairs:
    """Mends verbs whose base form the lemmatizer does not find; it stands behind the lemmatizer.

    "Retook" is unknown to its lists though "took" is there, and "waged" comes from "wage", not from "wag".
    """

    def __init__(self, nlp: Language, name: str = LEMMAS) -> None:
        self._irregular, self._verbs = _lemma_lists(nlp)

    def __call__(self, doc: Doc) -> Doc:
        """The doc with these lemmas put right."""
        for token in doc:
            if token.pos_ == "VERB":
                token.lemma_ = self._irregular_base(token) or self._silent(token) or token.lemma_
        return doc

    def _irregular_base(self, verb: Token) -> str | None:
        form = verb.lower_
        if verb.lemma_.lower() != form or form in self._verbs:
            return None
        if form in self._irregular:  # where it is no verb to the lemmatizer, by its tag
            return self._irregular[form][0]
        for prefix in PREFIXES:
            bases = self._irregular.get(form.removeprefix(prefix), ()) if form.startswith(prefix) else ()
            if bases:
                return prefix + bases[0]
        return None

    def _silent(self, verb: Token) -> str | None:
        """A base in silent "e": one consonant behind one vowel would have been doubled, as in "wagged"."""
        form, lemma = verb.lower_, verb.lemma_.lower()
        doubling = re.fullmatch("[^aeiou]*[aeiou][bdgklmnprtvz]", lemma)
        if doubling and form in (f"{lemma}ed", f"{lemma}ing") and f"{lemma}e" in self._verbs:
            return f"{lemma}e"
        return None
