"""Keeps words in one piece that a hyphen or a full stop only spells: "re-open", "vice-president", "Col.".

spaCy cuts words at their hyphens, and its model then makes a verb of "re" and a noun of "ex". Kept whole,
"re-opened" is tagged as any verb is; its lemma is that of "reopened", and what the codebook does not know is
read as "opened". Of titles spaCy knows "Gen." and cuts "Col." in two.
"""

import re
from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex

PREFIXED = re.compile(r"(?i)(?:re|co)-(?=[a-z]{3})")
"""A prefix with its hyphen at the beginning of a word."""

HYPHEN = "(?:-|"
"""How spaCy's rule for cutting at hyphens begins them."""


BEHIND_A_STOP = r"(?<=[A-Z]\.)-(?=[a-z])"
"""Where spaCy does not cut: the hyphen of "U.S.-backed"."""

RANKS = tuple("Lt. Col. Maj. Capt. Sgt. Cpl. Brig. Cmdr. Insp. Supt. Amb.".split())
"""Titles before a name that spaCy has no rule for."""


def keep_whole(nlp: Language) -> None:
    """Stop a pipeline's tokenizer from cutting behind "re-", "co-", "ex-" and "vice-", and RANKS in two.

    Raises ValueError where spaCy has no rule for hyphens, or another one.
    """
    rules = [r if isinstance(r, str) else r.pattern for r in nlp.Defaults.infixes or ()]
    cutting = [i for i, rule in enumerate(rules) if HYPHEN in rule]
    if len(cutting) != 1:
        raise ValueError(f"spaCy cuts words at hyphens by {len(cutting)} rules, where one is known")
    whole = r"(?<!\b[Rr]e)(?<!\b[Cc]o)(?<!\b[Ee]x)(?<!\b[Vv]ice)"
    rules[cutting[0]] = whole + rules[cutting[0]]
    rules.append(BEHIND_A_STOP)
    tokenizer: Any = nlp.tokenizer  # any callable, to spaCy's stubs
    tokenizer.infix_finditer = compile_infix_regex(rules).finditer
    for rank in RANKS:
        tokenizer.add_special_case(rank, [{"ORTH": rank}])
