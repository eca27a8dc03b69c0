"""Parts of speech, by the rules of spaCy's model: "that" is a pronoun, or a conjunction before a clause."""

from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc


class WordClass(NamedTuple):
    """What the model's rules say of a word: the tag and the dependency may be put right, a lemma given."""

    tag: str
    pos: str
    dep: str
    lemma: str


class WordClasses:
    """Answers for a word by its tag, its dependency and, where a rule names it, its letters.

    spaCy's attribute ruler tries its 180 rules on every word of every text. Few words are named in them, so
    that the same questions come again and again: the ruler is asked once for each. Of what stands around a
    word only the "there" of "there is" counts.
    """

    def __init__(self, nlp: Language) -> None:
        ruler: Any = nlp.get_pipe("attribute_ruler")  # any callable, to spaCy; the model's has rules
        self._ruler, self._vocab = ruler, nlp.vocab
        self._named = frozenset(
            word
            for rule in ruler.patterns
            for pattern in rule["patterns"]
            for token in pattern
            for word in _words(token.get("LOWER", ()))
        )
        self._known: dict[tuple[str, str, str, bool], WordClass] = {}

    def of(self, word: str, tag: str, dep: str, *, there: bool) -> WordClass:
        """What the rules say of a word in small letters; `there` tells whether an expletive is before it."""
        named = word if word in self._named else " " if word.isspace() else ""
        asked = (named, tag, dep, there)
        if asked not in self._known:
            self._known[asked] = self._asked(*asked)
        return self._known[asked]

    def _asked(self, word: str, tag: str, dep: str, there: bool) -> WordClass:
        doc = Doc(
            self._vocab,
            words=["there", word or "word"],
            tags=["EX", tag],
            deps=["expl" if there else "advmod", dep],
            heads=[1, 1],
        )
        token = self._ruler(doc)[1]
        return WordClass(token.tag_, token.pos_, token.dep_, token.lemma_)


def _words(rule: str | dict[str, list[str]]) -> list[str]:
    """The words that a rule for a token's letters names."""
    return [rule] if isinstance(rule, str) else list(rule.get("IN", ())) if isinstance(rule, dict) else []
