"""Where the words of a mention begin: "the two former Kenyan ministers" at "the"."""

from extract.grammar.parse import Token

DETERMINERS = frozenset({"det", "predet", "compound", "amod", "nmod", "poss", "nummod", "quantmod"})

APART = frozenset(
    "both either neither monday tuesday wednesday thursday friday saturday sunday today yesterday "
    "january february march april may june july august september october november december".split()
)
"""Words before a noun that do not belong to its mention, though the parser may hang them there."""

VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that no mention has inside, wherever the parser hangs what stands before them."""


def left_edge(token: Token, first: int) -> int:
    """Where the words before a head that belong to its mention begin: articles, titles, adjectives."""
    edge = first
    for child in sorted(token.children, key=lambda child: -child.i):
        apart = child.lower_ in APART or any(t.tag_ in VERBAL for t in token.doc[child.i : token.i])
        if child.i < token.i and child.dep_ in DETERMINERS and not apart:
            edge = min(edge, child.left_edge.i)
    return edge
