"""Who answers for what is told of an act: "Rwanda, the UN said, had bombed a camp"."""

from itertools import islice

from extract.grammar.clauses import logical_objects, logical_subject
from extract.grammar.nouns import with_conjuncts
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of
from extract.grammar.subjects import PASSING_ON
from extract.grammar.verbs import REACH, is_verb, own_subject
from extract.standing.implicatives import JUDGED, is_driven
from extract.standing.standing import Standing

SAYING = frozenset(
    "say state tell announce declare report claim add argue insist assert maintain note explain confirm "
    "reveal disclose admit acknowledge concede stress emphasize emphasise allege complain warn testify "
    "charge write reiterate contend suggest indicate remark comment recall inform show find conclude "
    "accuse describe call believe think fear suspect know hear understand estimate assume quote cite "
    "proclaim tweet post hint affirm relate recount profess attest".split()
)
"""Verbs that make their subject answer for what follows."""

DENYING = frozenset("deny dispute doubt disprove refute disbelieve".split())
"""Verbs by which their subject says that what follows is not so."""

COMMITTING = frozenset("agree promise pledge vow decide threaten".split())
"""Verbs by which their subject says what he will do."""

PUNISHING = frozenset("sentence convict jail imprison try indict prosecute punish".split())
"""Verbs of what a court does to who has done something."""

ACCUSING = frozenset({"accuse", "blame", "charge", "suspect", "fault"}) | PUNISHING
"""Verbs that say of somebody that he has done something: "charged with the murder", "jailed for the raid"."""

CLAIMS = frozenset(
    "claim rumor rumour report allegation idea fear theory suspicion possibility risk threat speculation "
    "accusation charge hint prospect evidence proof sign indication".split()
)
"""Nouns that leave what is said behind their "that" or "of" only possible."""

ASSERTIONS = frozenset("claim report allegation accusation charge".split())
"""Those of them that somebody makes of what has been done: "Israel's claim that Iran had armed Hezbollah"."""

JOINED = frozenset({"ccomp", "conj", "parataxis"})
"""How a clause hangs on the sentence's verb that the same speaker answers for."""

QUOTES = frozenset({'"', "\u201c", "\u201d", "``", "''"})
"""Marks of what is somebody's own words."""

OPENING = frozenset({"\u201c", "``"})
CLOSING = frozenset({"\u201d", "''"})
"""Those that only open, and only close, a quotation."""


def opened_at(token: Token) -> int | None:
    """Where the quotation was opened in which a word stands, in its block; None outside of any."""
    opened: int | None = None
    for before in token.doc[: token.i]:
        if before.text in QUOTES:
            closes = before.text in CLOSING or (before.text not in OPENING and opened is not None)
            opened = None if closes else before.i
    return opened


def is_quoted(trigger: Token) -> bool:
    """Whether a word stands in somebody's own words that were opened before its sentence or with it."""
    opened = opened_at(trigger)
    return opened is not None and opened <= trigger.sent.start


def accusation_of(noun: Token) -> Token | None:
    """The verb by which somebody is said to have done what a noun names: "blamed for the attack"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("for", "of", "over", "with"):
        return None
    verb = noun.head.head
    if noun.head.lower_ == "with" and verb.lemma_.lower() != "charge":
        return None
    if noun.head.lower_ != "for" and verb.lemma_.lower() in PUNISHING:
        return None
    if verb.lemma_.lower() in ("blame", "responsibility") and verb.dep_ == "dobj":  # "put the blame on"
        verb = verb.head
        return verb if verb.lemma_.lower() in ("put", "lay", "pin", "place", "fix") else None
    return verb if verb.lemma_.lower() in ACCUSING and is_verb(verb) else None


def claimants(claim: Token) -> tuple[Token, ...]:
    """Whose claim a noun names: "Israel's claim that", "the Israeli claim that"."""
    return tuple(
        child
        for child in claim.children
        if child.i < claim.i and (child.dep_ == "poss" or (child.text.istitle() and child.dep_ != "det"))
    )


def attribute(verb: Token, standing: Standing) -> None:
    """Who answers for a report: the subject of the saying, the agent of "was accused by"; of words that
    somebody passes on their speaker before him.

    Who finds himself compelled reports nothing.
    """
    if (passing_on := _passing_on(verb)) is not None:
        standing.attribute_to(logical_objects(passing_on))
        standing.attribute_to(logical_subject(passing_on).tokens)
        return
    compelled = any(child.dep_ == "ccomp" and is_driven(child) for child in verb.children)
    if compelled or is_parted(standing.trigger, verb):
        return
    standing.attribute_to(logical_subject(verb).tokens)


def _passing_on(verb: Token) -> Token | None:
    """The verb by which somebody passes on what another says: "IRNA quoted the minister as saying that"."""
    quoting = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else verb
    passed_on = any(
        said.lemma_.lower() in SAYING
        for preposition in quoting.children
        if preposition.lower_ == "as"
        for said in preposition.children
    )
    return quoting if passed_on and quoting.lemma_.lower() in PASSING_ON else None


def is_parted(act: Token, verb: Token) -> bool:
    """Whether a semicolon parts an act from a verb that does not govern it then: "Hamas seized two nuns; Mali
    will free them, a spokesman said".

    What is quoted belongs together, and "had" tells that the report goes on.
    """
    first, last = sorted((act.i, verb.i))
    between = [token.text for token in act.doc[first:last]]
    clause = act if is_verb(act) else act.head
    goes_on = any(child.lower_ in ("had", "would") for child in clause.children)
    return ";" in between and ":" not in between and not QUOTES & set(between) and not goes_on


def climb_speakers(token: Token, standing: Standing) -> None:
    """Who says so, further up, where nothing else of the governing verbs touches the act."""
    for _ in range(REACH):
        head = token.head
        if head.i == token.i:
            break
        lemma = head.lemma_.lower()
        if _is_told_beside(token):
            return  # who reports the rest adds it himself
        told = token.dep_ in ("ccomp", "parataxis") and (lemma in SAYING or lemma in DENYING)
        if told and token.lower_ not in JUDGED:  # "thought it wise to arm after Mali had attacked"
            attribute(head, standing)
        token = head
    attribute_by_according(token, standing)


def _is_told_beside(verb: Token) -> bool:
    """Whether the reporter adds a clause to what he reports: "Hamas, which has fought for years, will meet".

    What is quoted is its speaker's, and "which had fought" may be reported as well.
    """
    first = verb.left_edge
    if verb.dep_ != "relcl" or first.lower_ not in ("which", "who", "whose"):
        return False
    apart = first.doc[max(first.i - 1, 0)].text == ","
    quoted = any(token.text in QUOTES for token in verb.sent if token.i < verb.i)
    return apart and not quoted and not any(child.lower_ == "had" for child in verb.children)


def attribute_by_aside(trigger: Token, standing: Standing) -> None:
    """Who says so in the midst of it: "Rwanda, the UN said, had bombed a camp"."""
    for verb in (trigger, *islice(trigger.ancestors, REACH)):
        for said in verb.children:
            apart = said.dep_ != "parataxis" or said.i > verb.i or said.lemma_.lower() not in SAYING
            subject = None if apart else own_subject(said)
            between = {token.text for token in said.doc[said.i : trigger.i]}
            if subject is not None and said.i < trigger.i and not between & {";", ":"}:
                standing.attribute_to(with_conjuncts(subject))


def attribute_by_according(token: Token, standing: Standing) -> None:
    """Who stands behind "according to", anywhere at the sentence's verbs or at its beginning."""
    root = token.sent.root
    said = [c for verb in (root, *(c for c in root.children if c.dep_ in JOINED)) for c in verb.children]
    for word in (token.doc[token.sent.start], *said):
        if word.lower_ == "according":
            to = [n for p in word.children if p.lower_ == "to" for n in objects_of(p)]
            standing.attribute_to((*to, *(c for c in word.children if c.dep_ == "pobj")))


def is_reported(verb: Token) -> bool:
    """Whether "would" is the past of "will": "X said it would"."""
    token = verb
    for _ in range(REACH):
        head = token.head
        if head.i == token.i:
            return any(c.dep_ in ("ccomp", "parataxis") and says(c) for c in token.children)
        if token.dep_ in ("ccomp", "parataxis") and says(head):
            return True
        if head.lower_ in ("clear", "plain", "known"):  # "made it clear it would"
            return True
        token = head
    return False


def says(verb: Token) -> bool:
    """Whether a verb makes its subject answer for what follows, be it what he means to do himself."""
    lemma = verb.lemma_.lower()
    return lemma in SAYING or lemma in DENYING or lemma in COMMITTING
