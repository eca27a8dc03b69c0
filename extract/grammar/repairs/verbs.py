"""Finds the verbs that a parse lost: a past tense taken for a participle, a verb taken for a noun.

A full sentence has a finite verb, what is demanded a bare one. A function finds it, another makes it one:

    "Chad's president forswore war"                  misread            as_verb
    "urged that Cuba free prisoners"                 is_bare            as_verb
    "a motion passed by MPs demands that he go"      is_present         as_verb
    "demanded that Israel halt construction"         lost_wish          as_wish
    "Dutch pilots trained with Danish marines"       lost               as_root

The other way round, as_noun unmakes a verb: "a series of precision airstrikes", "fighting between A and B".
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from extract.grammar.parse import Doc, Span, Token
from extract.grammar.repairs.lemmas import bases
from extract.grammar.repairs.trees import FINITE, NOMINAL, PAST, Tree

SHORT = 6
"""Words below which a line without a verb may be a heading."""

PARTIES = frozenset({"of", "by", "from"})
"""Prepositions of a gerund that is the subject, behind which stand the parties of what it tells."""

WISHING = frozenset(
    "demand demands demanded demanding insist insists insisted insisting urge urges urged urging ask asks "
    "asked request requests requested propose proposes proposed order orders ordered recommend "
    "recommended".split()
)
"""Forms of verbs behind whose "that" the bare verb stands."""


class Verbs:
    """Finds misread and lost verbs by the model's lists of `irregular` forms, `known` verbs and `nouns`."""

    def __init__(
        self, irregular: Mapping[str, Sequence[str]], known: frozenset[str], nouns: frozenset[str]
    ) -> None:
        self._irregular, self._verbs, self._nouns = irregular, known, nouns

    def is_bare(self, token: Token) -> bool:
        """Whether an adjective is the bare verb of a clause: "urged that Cuba free prisoners"."""
        if token.pos_ != "ADJ" or token.dep_ != "ccomp" or token.lower_ not in self._verbs:
            return False
        children = {child.dep_ for child in token.children}
        return children >= {"mark", "nsubj", "dobj"} and "cop" not in children

    def is_present(self, token: Token) -> bool:
        """Whether a plural is the present of a verb by its subject and clause: "the motion demands that"."""
        if token.tag_ != "NNS" or token.dep_ not in ("ROOT", "ccomp", "conj"):
            return False
        children = {child.dep_ for child in token.children}
        verb = any(base in self._verbs for base in bases(token.lower_))
        own = children & {"cop", "aux", "det", "amod", "poss", "compound"}
        return verb and "nsubj" in children and bool(children & {"ccomp", "dobj"}) and not own

    def is_plural_present(self, token: Token) -> bool:
        """Whether a noun is the present of a verb by its subject and infinitive: "nurses plan to strike"."""
        if (
            token.tag_ != "NN"
            or token.dep_ not in ("ROOT", "ccomp", "conj")
            or token.lower_ not in self._verbs
        ):
            return False
        children = {child.dep_ for child in token.children}
        own = children & {"cop", "aux", "det", "amod", "poss", "compound"}
        goal = any(
            child.dep_ in ("xcomp", "advcl")
            and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
            for child in token.children
        )
        return "nsubj" in children and goal and not own

    def misread(self, sentence: Span) -> Token | None:
        """What is a verb by its subject and form, though its tag says otherwise."""
        for token in sentence:
            if token.pos_ in ("ADJ", "NOUN", "PROPN") and token.dep_ in ("ROOT", "ccomp", "conj"):
                children = {child.dep_ for child in token.children}
                if "nsubj" in children and not children & {"cop", "aux", "det"} and self._is_past(token):
                    return token
        return None

    def _is_past(self, token: Token) -> bool:
        return token.lower_.endswith("ed") or token.lower_ in self._irregular

    def _is_no_noun(self, token: Token) -> bool:
        """Whether a word in -s can only be a verb's present: "denounces", unlike "attacks"."""
        stems = {base for base in bases(token.lower_) if base != token.lower_}
        only = bool(stems & self._verbs) and not stems & self._nouns
        return token.tag_ == "NNS" and token.text.islower() and token.lower_.endswith("s") and only

    def lost(self, sentence: Span) -> Token | None:
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

    def lost_wish(self, that: Token) -> Token | None:
        """The verb of what is demanded, read as part of a noun: "demanded that Israel halt construction".

        A clause without a verb lost it. It stands behind the name of who is to do it, unless another behind a
        plural has that name in its subject: "insisted that Iran oil sales fund rebels".
        """
        governor = _demand(that)
        if governor.lower_ not in WISHING or not that.i > governor.i or that.dep_ not in ("mark", "det"):
            return None
        verbless = takewhile(_is_no_verb, that.doc[that.i + 1 : that.sent.end])
        bare = [token for token in verbless if self._may_be_bare(token)]
        if any(token.nbor(-1).tag_ == "NNS" and token.tag_ in ("NN", "VB", "VBP") for token in bare):
            return None
        return next((token for token in bare if token.nbor(-1).pos_ == "PROPN"), None)

    def _may_be_bare(self, token: Token) -> bool:
        """Whether a word has the form of a bare verb with something behind it, whatever it was taken for."""
        inside = token.i + 1 < token.sent.end and token.text.islower()
        return inside and token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and token.lower_ in self._verbs

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
            if modifier and subject_ahead and (self._is_past(token) or self._is_no_noun(token)):
                yield token


def _demand(that: Token) -> Token:
    """The word whose clause a "that" begins, also where the parser made a noun of that clause."""
    return that.head.head if that.head.pos_ in NOMINAL else that.head


def _is_no_verb(token: Token) -> bool:
    """Whether a word makes no clause: a noun, or "halt" in "halt construction" as part of one."""
    return token.pos_ not in ("VERB", "AUX") or token.dep_ in ("compound", "amod")


def _is_finite(child: Token) -> bool:
    """Whether a child of a noun makes it a sentence after all: "was a spy", "a spy, said X"."""
    return child.dep_ in ("cop", "aux") or (
        child.tag_ in FINITE and child.dep_ not in ("acl", "amod", "compound", "relcl")
    )


def _is_clause_of_its_own(verb: Token) -> bool:
    """Whether a participle has an agent or a subject: "the town shelled by rebels", "that France left"."""
    return any(child.dep_ in ("agent", "nsubj", "nsubjpass", "mark") for child in verb.children)


def is_fronted(verb: Token) -> bool:
    """Whether a past form that begins a sentence is a participle: "Found guilty, two were jailed"."""
    first = verb.i == verb.sent.start and verb.tag_ == "VBD" and verb.dep_ == "advcl" and verb.head.i > verb.i
    return first and not any(child.dep_ in ("nsubj", "dobj", "aux", "prt") for child in verb.children)


def is_thing(verb: Token) -> bool:
    """Whether a finite verb stands where a noun does: "U.S. airstrikes against Hezbollah killed twenty"."""
    if verb.tag_ not in ("VBZ", "VBP"):
        return False
    subject = verb.tag_ == "VBZ" and verb.dep_ == "nsubj" and verb.head.i > verb.i
    return verb.dep_ in ("pobj", "dobj", "nsubjpass") or (
        subject and not any(child.dep_ in ("dobj", "aux", "ccomp", "xcomp") for child in verb.children)
    )


def is_event(gerund: Token) -> bool:
    """Whether a gerund without an object is a noun, for it has parties: "Shelling of A by B went on"."""
    first = gerund.dep_ == "ROOT" and gerund.i == gerund.sent.start
    if gerund.tag_ != "VBG" or not (first or gerund.dep_ in ("nsubj", "csubj", "nsubjpass", "dobj", "pobj")):
        return False
    children = {child.dep_ for child in gerund.children}
    behind = {child.lower_ for child in gerund.children if child.dep_ == "prep"}
    told = "between" in behind or (gerund.dep_ in ("nsubj", "nsubjpass") and bool(behind & PARTIES))
    return told and not children & {"dobj", "aux", "nsubj", "prt", "advmod"}


def as_verb(token: Token, tag: str = "VBD") -> None:
    """Make a verb of a word: in the past, or by its tag."""
    token.tag_, token.pos_ = tag, "VERB"


def as_noun(token: Token) -> None:
    """Make a noun of what is the object of something: "a series of precision airstrikes".

    What was its subject stands before it: "ceasefire talks were delayed".
    """
    for child in token.children:
        if child.dep_ == "nsubj" and child.i == token.i - 1:
            child.dep_ = "compound"
    plural = token.tag_ == "VBZ"
    token.tag_, token.pos_ = ("NNS" if plural else "NN"), "NOUN"


def as_root(doc: Doc, noun: Token, verb: Token) -> None:
    """A doc in which a sentence's verb heads it and the noun that did is the verb's subject."""
    tree = Tree(doc)
    if verb.dep_ in ("amod", "compound"):
        tree.hang(verb.head, verb, "dobj")
        if verb.head.i == noun.i:  # "policemen flogged students", read as some sort of students
            noun = doc[verb.i - 1]
            while noun.head.i < verb.i and noun.head.i != noun.i:
                noun = noun.head
    tree.hang(verb, verb, "ROOT")
    tree.tag(verb, "VBZ" if verb.tag_ == "NNS" else "VBD", "VERB")
    tree.hang(noun, verb, "nsubj")
    for child in noun.children:
        if child.i > verb.i and tree.deps[child.i] != "dobj":
            tree.hang(child, verb, "advcl" if child.dep_ == "acl" else child.dep_)
    tree.grow()


def joined_subject(root: Token) -> Token | None:
    """The verb of a sentence whose first subject the parser takes for its head: "Nauru and Tonga flouted"."""
    joint = next((child for child in root.children if child.dep_ == "cc" and child.i > root.i), None)
    if root.pos_ != "PROPN" or joint is None:
        return None
    for verb in root.children:
        second = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if verb.dep_ == "conj" and verb.tag_ in FINITE and second is not None:
            return verb if second.left_edge.i == joint.i + 1 and joint.i < verb.i else None
    return None


def as_joined(doc: Doc, first: Token, verb: Token) -> None:
    """A doc in which a verb heads its sentence and two whom "and" joins are its subject."""
    tree = Tree(doc)
    second = next(child for child in verb.children if child.dep_ == "nsubj")
    tree.hang(verb, verb, "ROOT")
    tree.hang(first, verb, "nsubj")
    tree.hang(second, first, "conj")
    for child in first.children:
        if child.i > second.i and child.i != verb.i:
            tree.hang(child, verb)
    tree.grow()


def led_astray(verb: Token) -> Token | None:
    """The verb of a clause whose first participle the parser takes for it: "Rockets fired from Mali killed".

    No "and" and no comma joins the two, the first has no auxiliary, the second a tense and no subject.
    """
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    plain = verb.tag_ in PAST and subject is not None and subject.pos_ in ("NOUN", "PROPN")
    own = {"aux", "auxpass", "dobj", "neg", "prt"} | (set() if _is_behind_agent(verb) else {"oprd"})
    if not plain or any(c.dep_ in own for c in verb.children):
        return None
    if verb.tag_ == "VBD" and verb.lower_[-2:] not in ("ed", "en") and not _is_behind_agent(verb):
        return None
    for later in verb.children:
        if later.dep_ not in ("conj", "advcl") or later.i < verb.i or later.pos_ not in ("VERB", "AUX"):
            continue
        helped = any(c.tag_ in FINITE and c.dep_ in ("aux", "auxpass") for c in later.children)
        first = min([later, *(c for c in later.children if c.dep_ in ("aux", "auxpass"))], key=lambda t: t.i)
        begun = any(
            c.dep_ in ("nsubj", "nsubjpass", "mark", "advmod") and c.i < first.i for c in later.children
        )
        between = verb.doc[verb.i + 1 : first.i]
        joined = any(t.text in (",", ";", ":", "-") or t.dep_ == "cc" for t in between)
        if (later.tag_ == "VBD" or helped) and not begun and not joined and len(between) > 1:
            return later
    return None


def _is_behind_agent(verb: Token) -> bool:
    """Whether a past form names who does it to its subject: "engineers held by rebels"."""
    return any(child.dep_ == "agent" for child in verb.children)


def as_told_of(doc: Doc, verb: Token, later: Token) -> None:
    """A doc in which the later verb heads the clause and the participle tells of its subject."""
    tree = Tree(doc)
    subject = next(c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i)
    passive = any(child.dep_ == "auxpass" for child in later.children)
    tree.hang(later, later if verb.head.i == verb.i else verb.head, verb.dep_)
    tree.hang(subject, later, "nsubjpass" if passive else "nsubj")
    tree.hang(verb, subject, "acl")
    tree.tag(verb, "VBN", "VERB")
    for child in verb.children:
        if child.i > later.i or (child.i < verb.i and child.i != subject.i) or child.dep_ == "punct":
            tree.hang(child, later)
    tree.grow()


def as_wish(doc: Doc, that: Token, verb: Token) -> None:
    """A doc in which a bare verb heads what is demanded."""
    tree = Tree(doc)
    governor, subject, noun = _demand(that), doc[verb.i - 1], verb.head
    tree.hang(verb, governor, "ccomp")
    tree.tag(verb, "VB", "VERB")
    tree.hang(that, verb, "mark")
    for token in doc[that.i + 1 : subject.i]:
        if not token.is_ancestor(subject) and token.head.i >= verb.i:
            tree.hang(token, subject)
    tree.hang(subject, verb, "nsubj")
    if noun.i > verb.i:  # the object, with which the parser merged them
        tree.hang(noun, verb, "dobj")
    for token in doc[verb.i + 1 : that.sent.end]:
        if token.head.i == governor.i and token.i != noun.i and token.dep_ != "punct":
            tree.hang(token, verb, "dobj" if token.pos_ in NOMINAL else token.dep_)
    tree.grow()
