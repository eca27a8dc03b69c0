"""The measure of coverage reads a dictionary in PETRARCH2's form and asks the codebook for its wordings."""

from graph.vocabulary import default_vocabulary
from tests.gold.coverage import Wording, knows, plover_of, wordings

DICTIONARY = """\
# a comment
&PACT
+TREATY
+TREATIES
+PEACE_ACCORD

---  SCOLD   [111]  ---
SCOLD
+TELL_OFF {+TELLS_OFF +TOLD_OFF }   # a phrase
- * &PACT                      [120]         # SCOLD
- * (OVER NOISE) [---]         # no event
---  SHELVE   [---]  ---
SHELVE {SHELVES SHELVED }
- * {ARMS SALE} (TO +)         [1623:1623]   # SHELVE
"""

PACT = frozenset({"treaty", "treaties", "peace accord"})


def test_wordings_of_a_dictionary() -> None:
    assert list(wordings(DICTIONARY.splitlines())) == [
        Wording(("scold",), (), "111"),
        Wording(("tell", "off"), (), "111"),
        Wording(("scold",), (PACT,), "120"),
        Wording(("tell", "off"), (PACT,), "120"),
        Wording(("shelve",), (frozenset({"arms"}), frozenset({"sale"}), frozenset({"to"})), "1623"),
    ]


def test_types_of_codes() -> None:
    assert plover_of(["03: AGREE", "# none", "0231: REQUEST, x # y"]) == {"03": "AGREE", "0231": "REQUEST"}


def test_what_the_codebook_knows() -> None:
    vocabulary = default_vocabulary()
    condemn, sign = Wording(("condemn",), (), "111"), Wording(("sign",), (PACT,), "057")
    assert knows(vocabulary, condemn, "ACCUSE")
    assert not knows(vocabulary, condemn, "AID")
    assert knows(vocabulary, sign, None)
    assert not knows(vocabulary, Wording(("blorp",), (), "111"), None)
