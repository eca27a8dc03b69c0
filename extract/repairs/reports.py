"""Finds who says so at the end of a sentence, whatever the parser takes him for: "..., a spokesman said"."""

from spacy.tokens import Doc, Span, Token

from extract.repairs.trees import PAST, Tree

REPORTING = frozenset(
    "said says reported reports added announced stated told declared insisted stressed warned argued claimed "
    "asserted affirmed confirmed maintained tweeted".split()
)
"""Verbs that end a sentence with who says so."""

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


def as_report(doc: Doc, root: Token, verb: Token, subject: Token) -> Doc:
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
    return tree.built()
