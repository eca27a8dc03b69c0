"""Which nouns name an office or a part of a state: "foreign minister", "chief of staff", "riot police"."""

from collections.abc import Mapping

from extract.grammar.edges import VERBAL
from extract.grammar.nouns import MODIFIERS
from extract.grammar.parse import Token
from extract.grammar.plurals import singulars
from graph.gazetteer import Role, Sort

JOINTS = frozenset({"of", "for", "to", "at"})
OFFICE = 8
"""Prepositions inside the name of an office, and how many words it has at most from its noun on."""

RISING = frozenset({"REB", "SEP", "OPP"})
"""Sectors that act against their own state."""

FORMER = frozenset({"former", "ex", "late", "then", "deposed", "ousted", "exiled", "retired"})


class Roles:
    """Looks up the nouns of one block in the gazetteer's roles, each once."""

    def __init__(self, known: Mapping[str, Role]) -> None:
        self._known = known
        self._read: dict[int, Role | None] = {}
        self._offices: dict[int, tuple[Role, int] | None] = {}

    def of(self, token: Token) -> Role | None:
        """The role of a noun, by the longest run of words that ends with it: "foreign minister"."""
        if token.i not in self._read:
            self._read[token.i] = self._looked_up(token)
        return self._read[token.i]

    def _looked_up(self, token: Token) -> Role | None:
        if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return None
        office = self._office(token)
        if office is not None:
            return office[0]
        if token.dep_ == "pobj" and token.head.lower_ in JOINTS and self.end(token.head.head) > token.i:
            return None  # the "staff" of a chief of staff
        start = token.sent.start
        bare = token.lower_.removeprefix("ex-")
        lasts = tuple(dict.fromkeys((token.lower_, token.lemma_.lower(), bare, *singulars(bare))))
        for length in (6, 5, 4, 3, 2, 1):
            first = token.i - length + 1
            if first < start or any(t.tag_ in VERBAL for t in token.doc[first : token.i]):
                continue  # who "toppled President Allende" did so to a president in office
            words = token.doc.text[token.doc[first].idx : token.idx].lower()
            if JOINTS & set(words.split()):
                continue  # "secretary of state" is a secretary, not a state
            for last in lasts:
                role = self._known.get(words + last)
                if role is not None:
                    return None if length == 1 and _is_surname(token, role) else role
        return None

    def _office(self, token: Token) -> tuple[Role, int] | None:
        """An office like "chief of staff", headed by its first noun, and the token behind it."""
        if token.i not in self._offices:
            self._offices[token.i] = self._office_at(token)
        return self._offices[token.i]

    def _office_at(self, token: Token) -> tuple[Role, int] | None:
        if token.i + 2 >= token.sent.end or token.doc[token.i + 1].lower_ not in JOINTS:
            return None
        ahead = min(token.i + OFFICE, token.sent.end)
        for first in range(max(token.sent.start, token.i - 3), token.i + 1):
            before = token.doc.text[token.doc[first].idx : token.idx].lower()
            for end in range(ahead, token.i + 2, -1):
                behind = token.doc.words(token.i + 1, end).lower()
                for noun in dict.fromkeys((token.lower_, token.lemma_.lower(), *singulars(token.lower_))):
                    role = self._known.get(f"{before}{noun} {behind}")
                    if role is not None:
                        return role, end
        return None

    def end(self, token: Token) -> int:
        """The token behind a role and all that belongs to its name."""
        office = self._office(token)
        return office[1] if office is not None else token.i + 1


def _is_surname(token: Token, role: Role) -> bool:
    """Whether a trade is somebody's name: "Carter" drives no cart, "Police" are police."""
    alone = not any(child.i < token.i for child in token.children) and not token.text.endswith(("s", "men"))
    title = token.dep_ in MODIFIERS  # "Judge" in "Judge Rivera"
    return token.tag_ == "NNP" and role.sort is Sort.MEMBER and alone and token.text.istitle() and not title


def is_former(token: Token) -> bool:
    """Whether words beside a noun say that it is no longer so: "former president", "the late emir"."""
    return token.lower_.startswith("ex-") or any(child.lower_ in FORMER for child in token.children)
