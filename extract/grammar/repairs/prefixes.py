"""Keeps words in one piece that a hyphen or a full stop only spells: "re-open", "vice-president", "Col.".

spaCy cuts words at their hyphens, and its model then makes a verb of "re" and a noun of "ex". Kept whole,
"re-opened" is tagged as any verb is; its lemma is that of "reopened", and what the codebook does not know is
read as "opened". Of titles spaCy knows "Gen." and cuts "Col." in two.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.util import compile_infix_regex, registry

PREFIXED = re.compile(r"(?i)(?:re|co)-(?=[a-z]{3})")
"""A prefix with its hyphen at the beginning of a word."""

HYPHEN = "(?:-|"
"""How spaCy's rule for cutting at hyphens begins them."""


BEHIND_A_STOP = r"(?<=[A-Z]\.)-(?=[a-z])"
"""Where spaCy does not cut: the hyphen of "U.S.-backed"."""

RANKS = tuple("Lt. Col. Maj. Capt. Sgt. Cpl. Brig. Cmdr. Insp. Supt. Amb.".split())
"""Titles before a name that spaCy has no rule for."""


class WholeWords(Tokenizer):  # type: ignore[misc]
    """A model's tokenizer that does not cut behind "re-", "co-", "ex-" and "vice-", nor RANKS in two.

    It has no rules until the model's are read. spaCy's own begins with those of the language, and reads each
    of them anew with every change, which takes as long as to read the codebook.
    """

    infixes: Sequence[str] = ()

    def from_bytes(self, data: bytes, *, exclude: Collection[str] = ()) -> "WholeWords":
        """Take the model's rules, with ours among them."""
        rules: Any = srsly.msgpack_loads(data)
        rules["infix_finditer"] = compile_infix_regex(self.infixes).pattern
        rules["exceptions"] |= {rank: [{"ORTH": rank}] for rank in RANKS}
        super().from_bytes(srsly.msgpack_dumps(rules), exclude=list(exclude))
        return self


@registry.tokenizers("gkg.WholeWords.v1")  # type: ignore[untyped-decorator]
def whole_words() -> Callable[[Language], WholeWords]:
    """What makes the tokenizer of a model."""

    def make(nlp: Language) -> WholeWords:
        tokenizer = WholeWords(nlp.vocab)
        tokenizer.infixes = infixes_of(nlp.Defaults.infixes or ())
        return tokenizer

    return make


def infixes_of(language: Iterable[str | re.Pattern[str]]) -> tuple[str, ...]:
    """Where words are cut, from the rules of the language.

    Raises ValueError where spaCy has no rule for hyphens, or another one.
    """
    rules = [rule if isinstance(rule, str) else rule.pattern for rule in language]
    cutting = [i for i, rule in enumerate(rules) if HYPHEN in rule]
    if len(cutting) != 1:
        raise ValueError(f"spaCy cuts words at hyphens by {len(cutting)} rules, where one is known")
    whole = r"(?<!\b[Rr]e)(?<!\b[Cc]o)(?<!\b[Ee]x)(?<!\b[Vv]ice)"
    rules[cutting[0]] = whole + rules[cutting[0]]
    return (*rules, BEHIND_A_STOP)


TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "gkg.WholeWords.v1"}}}
"""What a model is told to have it."""
