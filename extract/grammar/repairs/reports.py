"""Finds who says so at the end or in the midst of a sentence, whatever the parser takes him for.

"Chad bombed Faya, a spokesman said"; "Chad, a spokesman told reporters, had bombed Faya".
"""

from dataclasses import dataclass

from extract.grammar.parse import Doc, Span, Token
from extract.grammar.repairs.trees import FINITE, NOMINAL, PAST, Tree

REPORTING = frozenset(
    "said says reported reports added announced stated told declared insisted stressed warned argued claimed "
    "asserted affirmed confirmed maintained tweeted".split()
)
"""Verbs that end a sentence with who says so."""

INSERTED = REPORTING | frozenset(
    "tells insisted insists claimed claims stressed stresses alleged alleges maintained maintains argued "
    "argues declared declares noted notes complained complains revealed recalled confirmed acknowledged "
    "admitted say tell report claim insist allege maintain argue "
    "asserted explained recounted contended announces adds wrote writes".split()
)
"""Verbs by which who says so stands between a subject and its verb."""

HELPING = frozenset("has have had is are was were will would did does do could can may might".split())
"""Auxiliaries that who says so may part from their verb."""

ASIDE = 16
"""How many words may stand between the commas around who says so."""

RELATIVE = frozenset({"WDT", "WP"})
"""Tags of the pronouns by which a clause tells more of what stands before it."""


def lost_speaker(verb: Token) -> Token | None:
    """Who says so, taken for an apposition of what stands before: "..., a spokesman for the rebels said"."""
    if verb.lower_ not in REPORTING or any(child.dep_ in ("nsubj", "csubj") for child in verb.children):
        return None
    for noun in verb.doc[verb.sent.start : verb.i]:
        before = noun.left_edge.i - 1
        ends = noun.dep_ in ("appos", "conj", "npadvmod") and noun.right_edge.i == verb.i - 1
        if ends and before > verb.sent.start and verb.doc[before].text in (",", '"', "\u201d"):
            return noun
    return None


def trailing_report(sentence: Span) -> tuple[Token, Token] | None:
    """The verb and subject of who says so behind what he says: "..., a spokesman for the rebels said on
    Friday", "..., Mali said, the third this year".
    """
    root = sentence.root
    if root.pos_ not in ("VERB", "AUX") or root.lower_ in REPORTING:
        return None
    for verb in sentence:
        above = verb.dep_ in ("advcl", "conj", "acl", "relcl", "dep") and verb.i > root.i
        above = above or (verb.dep_ == "parataxis" and verb.head.i == root.i and verb.i > root.i)
        if verb.lower_ not in REPORTING or verb.tag_ not in PAST or not above:
            continue
        if any(child.dep_ in ("mark", "dobj", "ccomp", "xcomp", "auxpass") for child in verb.children):
            continue
        if any(child.dep_ == "cc" and child.i < verb.i for child in verb.children):
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
            if subject.tag_ in RELATIVE:
                continue  # "a plan, which said"
            named = verb.dep_ == "relcl" and subject.left_edge.i == verb.head.i + 1  # "the agency Efe"
            before = (verb.head if named else subject).left_edge.i - 1
            if before > root.i and subject.doc[before].text == ",":
                return verb, subject
    return None


def as_report(doc: Doc, root: Token, verb: Token, subject: Token) -> None:
    """A doc in which who says so governs what is said."""
    tree = Tree(doc)
    tree.hang(verb, verb, "ROOT")
    tree.hang(subject, verb, "nsubj")
    tree.hang(root, verb, "ccomp")
    if verb.dep_ == "relcl" and subject.left_edge.i == verb.head.i + 1:
        tree.hang(verb.head, subject, "compound")
    goes_on = [
        c
        for c in (*verb.children, *root.children)
        if c.dep_ == "conj" and c.i > verb.i and not any(s.dep_ in ("nsubj", "nsubjpass") for s in c.children)
    ]
    for child in root.children:
        if child.i > verb.i and child not in goes_on:
            tree.hang(child, verb)
    for child in verb.children if goes_on else ():
        if child in goes_on or child.dep_ == "cc":
            tree.hang(child, root)  # "..., Mali said, and killed two"
    tree.grow()


@dataclass(frozen=True, slots=True)
class Insertion:
    """Who says so between a subject and its verb: of "Zaire, Angola told the UN, had lied" the `subject`
    Zaire, the `verb` "lied", the `speaker` Angola with "told" as what he does; `end` is the second comma,
    `helping` what stands before the first: "has never" in "Zaire has never, Angola said, lied".
    """

    subject: Token
    speaker: Token
    saying: Token
    end: int
    verb: Token
    helping: tuple[Token, ...] = ()


def insertion(saying: Token) -> Insertion | None:
    """The report of which a verb of saying is the inserted part, if commas part it from the rest.

    The words alone decide: a noun, a comma, who says so, the verb of saying, a comma and a verb that has a
    tense but no subject. The parser takes the speaker for an apposition, or the subject for his.
    """
    doc, sentence = saying.doc, saying.sent
    if saying.lower_ not in INSERTED or saying.tag_ not in FINITE | PAST:
        return None
    first = next((i for i in range(saying.i - 1, sentence.start, -1) if doc[i].text == ","), None)
    end = next((i for i in range(saying.i + 1, sentence.end) if doc[i].text == ","), None)
    if first is None or end is None or end - first > ASIDE or end + 1 >= sentence.end:
        return None
    last = first - 1
    while last > sentence.start and (doc[last].lower_ in HELPING or doc[last].dep_ == "neg"):
        last -= 1
    helping = tuple(doc[last + 1 : first])
    parted = any(word.lower_ in HELPING for word in helping)
    verb = _participle_at(doc, end + 1) if parted else _verb_at(doc, end + 1, sentence.end)
    inner = [t for t in doc[first + 1 : end] if t.i != saying.i]
    if verb is None or any(t.tag_ in RELATIVE | {"WP$", "WRB", "CC", "TO"} for t in inner):
        return None
    speaker = _speaker(doc, first, saying, end)
    subject = _subject_before(doc[last], last + 1)
    if speaker is None or subject is None or subject.left_edge.i > subject.i:
        return None
    return Insertion(subject, speaker, saying, end, verb, helping if parted else ())


def _participle_at(doc: Doc, i: int) -> Token | None:
    """The verb without a tense that begins at a place, whose auxiliary stands before who says so."""
    while i < len(doc) and doc[i].tag_ == "RB":
        i += 1
    return doc[i] if i < len(doc) and doc[i].tag_ in ("VBN", "VBD", "VBG", "VB") else None


def _verb_at(doc: Doc, i: int, stop: int) -> Token | None:
    """The verb that begins at a place, behind adverbs and a denial: "had bombed", "at no time fired"."""
    denied = False
    while i < stop and (doc[i].tag_ in ("RB", "IN") or doc[i].lower_ == "no" or denied):
        if denied and doc[i].tag_ in ("NN", "NNS"):
            denied = False
        elif doc[i].tag_ == "IN":
            if i + 1 >= stop or doc[i + 1].lower_ != "no":
                return None
        elif doc[i].lower_ == "no":
            denied = True
        i += 1
    if i >= stop:
        return None
    word = doc[i]
    participle = word.tag_ == "VBN" and doc[i - 1].tag_ in ("NN", "NNS")  # "at no time fired"
    if (word.tag_ not in FINITE and not participle) or word.pos_ not in ("VERB", "AUX"):
        return None
    helping = word.dep_ in ("aux", "auxpass") and word.head.i > word.i
    verb = word.head if helping else word
    return verb if verb.pos_ in ("VERB", "AUX") else None


def _speaker(doc: Doc, comma: int, saying: Token, end: int) -> Token | None:
    """Who says so: the noun that begins behind the comma, or ends before the next one ("said Mali")."""
    if saying.i == comma + 1:
        begun = doc[saying.i + 1]
        noun = next((t for t in doc[saying.i + 1 : end] if t.pos_ in NOMINAL and t.head.i <= saying.i), None)
        return noun if noun is not None and noun.left_edge.i == begun.i else None
    noun = doc[saying.i - 1]
    while noun.head.i < noun.i and noun.head.i > comma and noun.head.i != noun.i:
        noun = noun.head
    return noun if noun.pos_ in NOMINAL or noun.dep_ == "appos" else None


def _subject_before(noun: Token, comma: int) -> Token | None:
    """The subject whose words end before a comma: "The rebels of Chad,", "Rebels who fled to Chad,"."""
    while noun.dep_ not in ("nsubj", "nsubjpass", "ROOT", "npadvmod") and noun.head.i < comma:
        noun = noun.head
    fronted = noun.dep_ == "dobj" and noun.head.i > comma  # of what is said
    other = noun.dep_ in ("pobj", "dobj", "dative") and not fronted
    return noun if noun.pos_ in NOMINAL and not other else None


def _goes_on(word: Token) -> bool:
    """Whether a word behind who says so goes on with what he says, and is no sentence of its own."""
    own = any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for child in word.children)
    return word.dep_ != "punct" and not (own and word.dep_ in ("conj", "ccomp", "parataxis"))


def as_inserted(doc: Doc, found: Insertion) -> None:
    """A doc in which who says so governs what is said around him."""
    tree = Tree(doc)
    saying, verb, subject = found.saying, found.verb, found.subject
    if saying.is_ancestor(verb):
        above, dep = saying.head, saying.dep_
    else:
        top = verb
        while top.head.i != top.i and top.head.i > found.end:
            top = top.head
        above, dep = top.head, top.dep_
        if top.i != verb.i:
            tree.hang(top, verb, "conj")
        if above.i in (subject.i, found.speaker.i):
            above, dep = saying, "ROOT"
    if dep == "ROOT" or above.i in (saying.i, verb.i):
        above, dep = saying, "ROOT"
    tree.hang(saying, above, dep)
    tree.hang(found.speaker, saying, "nsubj")
    tree.hang(verb, saying, "ccomp")
    for word in found.helping:
        tree.hang(word, verb, "aux" if word.lower_ in HELPING else "neg")
    if verb.tag_ == "VBD" and {word.lower_ for word in found.helping} & {"has", "have", "had"}:
        tree.tag(verb, "VBN", "VERB")
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    tree.hang(subject, verb, "nsubjpass" if passive else "nsubj")
    for word in doc[found.end + 1 : saying.sent.end]:
        outside = word.head.i < found.end and word.i != verb.i and word.dep_ not in ("aux", "auxpass")
        if outside and (word.head.i != above.i or (above.i == saying.i and _goes_on(word))):
            clause = word.dep_ == "ccomp" and word.head.i == saying.i
            tree.hang(word, verb, "conj" if clause else None)
    helped = found.helping or any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    if verb.tag_ == "VBN" and not helped:  # "at no time fired"
        tree.tag(verb, "VBD", "VERB")
        for word in doc[found.end + 1 : verb.i]:
            if word.dep_ == "prep":
                tree.hang(word, verb)
    tree.grow()
