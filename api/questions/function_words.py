"""Words that make a question without being of its subject: who, did, not, which country."""

from api.questions.words import Words
from graph.vocabulary import verb_forms

WHO = frozenset({"who", "whom", "whoever", "whomever"})
THOSE = frozenset("those all anyone anybody everyone everybody someone somebody".split())
ANYBODY = WHO | {"what", "anybody", "anyone", "somebody", "someone", "everybody", "everyone"}
WHICH = frozenset({"which", "what"})
OTHER_QUESTIONS = frozenset({"why", "how", "when", "where", "whose"})
PARTIES = frozenset(
    "country countries state states nation nations government governments actor actors power powers "
    "party parties organisation organisations organization organizations group groups militia militias "
    "army armies company companies people leader leaders capital capitals bloc blocs "
    "institution institutions regime regimes side sides player players ally allies member members".split()
)
SAY = frozenset(
    form for verb in ("say", "claim", "report", "allege", "state", "think") for form in verb_forms(verb)
)
HAVE = frozenset({"has", "have", "had"})
DO = frozenset({"do", "does", "did"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
WILL = frozenset({"will", "shall"})
MAY = frozenset({"may", "might", "could", "can"})
AUXILIARIES = HAVE | DO | BE | WILL | MAY
NOT = frozenset({"not", "never"})
PLANS = frozenset(form for verb in ("plan", "intend", "prepare") for form in verb_forms(verb)) | {"going"}
FILLERS = frozenset({"ever", "also", "already", "just", "recently", "often", "still", "openly", "publicly"})
DETERMINERS = frozenset("a an the its their his her new further more any some fresh".split())
PLENTY = frozenset("all every recent latest major many several these those".split())
LEADING = frozenset("with against on upon to at for of from into over toward towards about".split())
NO_NAMES = AUXILIARIES | WHO | WHICH | NOT | frozenset("should would must and or if when how why".split())
EACH_OTHER = (("each", "other"), ("one", "another"))


def who(lower: Words) -> int:
    """How many words ask for an actor: "who", "who else", "which country", "countries that"."""
    if lower[:1] and lower[0] in WHO:
        return 2 if lower[1:2] == ("else",) else 1
    if len(lower) > 1 and lower[0] in WHICH:
        end = next((i for i, word in enumerate(lower[1:4], start=2) if word in PARTIES), 0)
        return end if end and not {*lower[1:end]} & AUXILIARIES else 0
    start = 1 if lower[1:2] != ("who",) and {*lower[:1]} & {"all", "the", "any", "every"} else 0
    named = {*lower[start : start + 1]} & (PARTIES | THOSE)
    return start + 2 if named and {*lower[start + 1 : start + 2]} & {"who", "that", "which", "whom"} else 0


def name_in(words: Words) -> Words | None:
    """The words of a name, or None where they stand for anybody."""
    lower = tuple(word.casefold() for word in words)
    anybody = lower in EACH_OTHER or (len(lower) == 1 and lower[0] in ANYBODY) or who(lower) == len(lower)
    return None if anybody else words
