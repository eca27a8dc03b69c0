"""How an act is spoken of: done or planned or only possible, denied, and who says so.

The climb starts at the trigger and goes up through the verbs that govern it. Each step may change the
act's standing: "will" makes it planned, "might" possible, "did not" negates it, "X said" attributes it.
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from extract.carriers import WEIGHING, carrying_verb
from extract.clauses import (
    CAUSING,
    CHARGING,
    REACH,
    accuser_of,
    is_infinitive,
    is_passive,
    is_verb,
    logical_subject,
    objects_of,
    own_subject,
)
from graph.model import Modality

SAYING = frozenset(
    "say state tell announce declare report claim add argue insist assert maintain note explain confirm "
    "reveal disclose admit acknowledge concede stress emphasize emphasise allege complain warn testify "
    "charge write reiterate contend suggest indicate remark comment recall inform show find conclude "
    "accuse describe call believe think fear suspect know hear understand estimate assume quote cite".split()
)
"""Verbs that make their subject answer for what follows."""

PUNISHING = frozenset("sentence convict jail imprison try indict prosecute punish".split())
ACCUSING = frozenset({"accuse", "blame", "charge", "suspect", "fault"}) | PUNISHING
"""Verbs that say of somebody that he has done something: "charged with the murder", "jailed for the raid"."""

DENYING = frozenset("deny dispute doubt disprove refute disbelieve".split())

DOUBTING = frozenset(
    "believe think fear suspect assume estimate allege rumor rumour presume suppose consider".split()
)
"""Verbs that leave what they report only possible."""

INTENDING = frozenset(
    "plan intend prepare decide seek want hope aim expect propose schedule wish mean determine resolve "
    "arrange ready set aspire strive look due going plot conspire scheme vote commit authorize "
    "authorise".split()
)
"""Verbs and adjectives before an infinitive by which an act is meant to be done: "plans to send"."""

INTENT = frozenset(
    "ready set due poised determined prepared willing about likely scheduled bound committed".split()
)

PROJECTING = frozenset("plan prepare propose schedule vow pledge promise order seek offer discuss".split())
"""Verbs that carry an event noun which is still to come: "proposed talks"."""

TRYING = frozenset("try fight attempt endeavour endeavor struggle threaten consider contemplate mull".split())
ENDING = frozenset("stop cease quit abandon forgo shun avoid".split())
FAILURE = frozenset({"failure", "refusal", "inability", "reluctance", "unwillingness"})
"""Nouns whose infinitive is not done: "the failure to pay them"."""

FAILING = frozenset("fail neglect omit forget decline refuse pretend feign".split())
COMMANDING = frozenset(
    "urge ask order tell press demand call oblige require beg exhort implore instruct appeal advise "
    "encourage pressure request invite".split()
)
"""Verbs that want an act of somebody else, who may not oblige."""

HARDLY = frozenset({"barely", "hardly", "scarcely"})
"""Adverbs that are a "not" beside "be": "are barely on speaking terms"."""

NEARLY = frozenset({"close", "closer", "near", "nearer"})
INSTEAD = frozenset("instead far short rather".split())
"""Words that turn the preposition behind them into a "not": "close to attacking", "instead of attacking"."""

CLAIMS = frozenset(
    "claim rumor rumour report allegation idea fear theory suspicion possibility risk threat speculation "
    "accusation charge hint prospect evidence proof sign indication".split()
)
"""Nouns that leave what is said behind their "that" or "of" only possible."""

ABILITY = frozenset(
    "capacity capability ability power right means chance opportunity capable able option potential".split()
)
"""Nouns whose infinitive only could be done: "the capacity to attack"."""

PLANS = frozenset(
    "formula plan proposal scheme blueprint strategy roadmap timetable framework way method basis "
    "condition idea hope option talk programme program package".split()
)
"""Nouns whose gerund is still to come: "accepted a formula for ending the dispute"."""

WAYS = frozenset("strategy way method basis framework programme program package".split())
"""Those of them whose "of" tells what is done by them: "its strategy of bombing Gaza"."""

THINKING = frozenset("think hear dream conceive".split())
"""Verbs whose "of" leads to what is only thought of: "would not hear of selling jets"."""

DECLINING = frozenset(
    "decline refuse reject turn vote defeat dismiss drop abandon cancel block kill shelve".split()
)
"""Verbs that undo a plan: "declined an invitation to visit", "voted down a bid to leave"."""

PREVENTING = frozenset("prevent prohibit bar ban dissuade deter discourage stop block forbid".split())

ABSTAINING = frozenset("refrain abstain desist shrink recoil flinch hold shy".split())
"""Verbs whose "from" tells what is not done: "held back from condemning"."""

DEEMING = frozenset("think find see deem consider judge feel".split())
UNWISE = frozenset("impossible unwise wrong foolish pointless futile".split())
JUDGED = UNWISE | frozenset(
    "wise prudent necessary best fit proper right appropriate advisable politic expedient sensible good "
    "better worthwhile opportune hard difficult".split()
)
"""Verbs and adjectives of what somebody does as he thinks right, or cannot: "saw fit to expel"."""

DARING = frozenset(
    "courage nerve temerity audacity gall cheek effrontery trouble pains liberty step grace decency "
    "foresight".split()
)
"""Nouns whose infinitive is done by who has or takes them: "had the courage to condemn"."""

HAVING = frozenset("have take find show muster summon".split())
WANTING_IT = frozenset({"lack", "lose"})
"""Verbs of who has courage to do something, and of who has not: "lacked the courage to condemn"."""

UNABLE_NOT_TO = frozenset({"resist", "help", "avoid"})
"""Verbs of what is done because one could not do otherwise: "could not resist condemning"."""

TIME = frozenset({"waste", "lose"})
"""Verbs whose "no time" is no "not": "wasted no time expelling"."""

PLANNED_AUX = frozenset("will 'll shall wo gonna".split())
POSSIBLE_AUX = frozenset("may might could can ca must should ought need".split())
LETTING = frozenset({"allow", "let", "permit", "enable"})
OPENING = frozenset("open reopen re-open unlock lift ease relax waive remove clear lower unblock".split())
"""Verbs of letting, and those by which it is done: "opened the border to let refugees in"."""

IRREALIS = frozenset("if unless whether lest".split())

AWAITED = frozenset({"until", "till", "once", "before"})
"""Words before a clause in the present that is still to come true: "will fight until they hold the city"."""

MAYBE = frozenset(
    "allegedly possibly perhaps probably maybe supposedly reputedly presumably potentially".split()
)
SUSPECTED = frozenset(
    "suspected alleged possible potential probable likely purported presumed supposed rumored rumoured "
    "hypothetical apparent".split()
)
PROJECTED = frozenset(
    "planned proposed upcoming future forthcoming imminent intended scheduled expected threatened "
    "promised looming".split()
)
NOUNS = frozenset({"nsubj", "nsubjpass", "dobj"})
NEGATIVE = frozenset({"no", "never", "not", "n't", "neither", "nor", "without"})


UNSURE = {"advmod": MAYBE, "mark": IRREALIS, "acomp": SUSPECTED, "attr": SUSPECTED}
"""By its place at the verb, the words that leave an act only possible."""


@dataclass(slots=True)
class Standing:
    """How an act is spoken of. `speakers` holds who says so, the subjects of each saying verb together,
    the innermost verb first; `accused` that the act is only what somebody is accused of.
    """

    trigger: Token
    modality: Modality = Modality.ACTUAL
    negated: bool = False
    speakers: list[tuple[Token, ...]] = field(default_factory=list)
    accused: bool = False

    def weaken(self, modality: Modality) -> None:
        """Possible outweighs planned, planned outweighs actual."""
        order = list(Modality)
        self.modality = max(self.modality, modality, key=order.index)


def standing_of(trigger: Token, *, spoken: bool = False) -> Standing:
    """How the act of a trigger is spoken of.

    `spoken` marks acts that are done by doing something else: who "rallied to protest" has protested, while
    who "sent troops to attack" only means to.

    For a noun the climb begins at the noun itself and goes on from the verb that only carries it
    ("launch an attack"); any other verb leaves what it speaks of as it is.
    """
    standing = Standing(trigger)
    if trigger.sent.text.rstrip().endswith("?"):
        standing.weaken(Modality.POSSIBLE)
    token = trigger
    if not is_verb(trigger):
        _read_noun(token, standing)
        carrier = carrying_verb(trigger)
        accusation = accusation_of(trigger)
        if carrier is None and accusation is not None:
            _attribute(accusation, standing)
            standing.accused = True
            if standing_of(accusation).modality is not Modality.ACTUAL:
                standing.weaken(Modality.POSSIBLE)  # "may accuse Iran of the attack"
        if carrier is None:
            _climb_speakers(trigger, standing)
            return standing
        token = carrier
        if carrier.lemma_.lower() in PROJECTING:
            standing.weaken(Modality.PLANNED)
        if carrier.lemma_.lower() in WEIGHING:
            standing.weaken(Modality.POSSIBLE)
    own = True
    for _ in range(REACH):
        if own:
            _read_verb(token, standing)
        step = _step(token, standing, spoken=spoken)
        if step is None:
            break
        token, own = step
    _according(trigger, standing)
    return standing


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


def _read_noun(noun: Token, standing: Standing) -> None:
    words = {child.lower_ for child in noun.children if child.dep_ in ("amod", "det", "compound")}
    above = noun.head.head
    reported = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lemma_.lower() in CLAIMS
    if words & SUSPECTED or "any" in words or reported:
        standing.weaken(Modality.POSSIBLE)
    elif words & PROJECTED:
        standing.weaken(Modality.PLANNED)
    carrier = carrying_verb(noun)
    told = noun.dep_ in NOUNS and carrier is not None and carrier.i == noun.head.i  # read with its verb
    if words & NEGATIVE and not told:
        standing.negated = True


def _read_verb(verb: Token, standing: Standing) -> None:
    """Auxiliaries, negation and adverbs of one verb; a coordinated bare verb shares its first's."""
    before = [token.lower_ for token in verb.doc[max(0, verb.i - 2) : verb.i]]
    if before == ["rather", "than"]:
        standing.negated = not standing.negated
    if _is_inverted(verb):
        standing.weaken(Modality.POSSIBLE)
    prompt = verb.lemma_.lower() in TIME
    for child in verb.children:
        dep, word = child.dep_, child.lower_
        if prompt and word == "time":
            continue
        hardly = word in HARDLY and verb.lemma_ == "be"
        if (
            dep == "neg"
            or (dep == "advmod" and (word == "never" or hardly))
            or (dep in NOUNS and _is_none(child))
        ):
            standing.negated = not standing.negated
        elif dep == "aux":
            standing.weaken(_auxiliary(verb, word))
        elif word in UNSURE.get(dep, ()):
            standing.weaken(Modality.POSSIBLE)


def _is_inverted(verb: Token) -> bool:
    """Whether an auxiliary stands before the subject: "Had Egypt invaded Libya"."""
    subject = own_subject(verb)
    return subject is not None and any(
        child.dep_ in ("aux", "auxpass") and child.i < subject.i and child.lower_ in ("had", "should", "were")
        for child in verb.children
    )


def _auxiliary(verb: Token, word: str) -> Modality:
    """What an auxiliary makes of its verb; "would" is "will" where somebody is reported.

    A headline's "to" is "will": "UK to send tanks".
    """
    if word == "to" and own_subject(verb) is not None and verb.dep_ in ("ROOT", "ccomp"):
        headline = verb.dep_ == "ROOT" or _says(verb.head)
        return Modality.PLANNED if headline else Modality.ACTUAL
    if word in PLANNED_AUX:
        return Modality.PLANNED
    if word in ("would", "'d"):
        return Modality.PLANNED if _is_reported(verb) else Modality.POSSIBLE
    return Modality.POSSIBLE if word in POSSIBLE_AUX else Modality.ACTUAL


def _is_none(noun: Token) -> bool:
    return noun.lower_ in ("nobody", "none", "neither") or any(
        child.dep_ == "det" and child.lower_ in ("no", "neither") for child in noun.children
    )


def _is_reported(verb: Token) -> bool:
    """Whether "would" is the past of "will": "X said it would"."""
    token = verb
    for _ in range(REACH):
        head = token.head
        if head.i == token.i:
            return any(c.dep_ in ("ccomp", "parataxis") and _says(c) for c in token.children)
        if token.dep_ in ("ccomp", "parataxis") and _says(head):
            return True
        if head.lower_ in ("clear", "plain", "known"):  # "made it clear it would"
            return True
        token = head
    return False


def _says(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return (
        lemma in SAYING
        or lemma in DENYING
        or lemma in ("agree", "promise", "pledge", "vow", "decide", "threaten")
    )


def _step(token: Token, standing: Standing, *, spoken: bool) -> tuple[Token, bool] | None:
    """One step up: what the governing word makes of the act, and whether its auxiliaries count for it.

    None where the act stands by itself; who reports it is then looked for further up.
    """
    head, dep = token.head, token.dep_
    lemma = head.lemma_.lower()
    verbal = is_verb(head)
    if head.i == token.i:
        return None
    if dep == "conj" and verbal:
        bare = not any(child.dep_ in ("aux", "nsubj", "nsubjpass", "auxpass") for child in token.children)
        return head, bare and token.tag_ in ("VB", "VBN", "VBG")
    if dep in ("ccomp", "parataxis") and verbal and _is_parted(token, head):
        if lemma in SAYING:
            _attribute(head, standing)
        return head, False
    if dep in ("ccomp", "parataxis") and verbal:
        if lemma in DENYING:
            standing.negated = not standing.negated
        if lemma in DOUBTING and not (lemma == "allege" and not is_passive(head)):
            standing.weaken(Modality.POSSIBLE)
        if lemma in SAYING or lemma in DENYING:
            _attribute(head, standing)
            return head, False
        if lemma in INTENDING or lemma in TRYING:
            standing.weaken(Modality.PLANNED)
        return head, True
    if dep == "xcomp" and cannot_but(head):
        return head, False
    infinitive = is_infinitive(token)
    if infinitive and (deeming := _deemed(token, standing)) is not None:
        return deeming, True
    if dep == "xcomp" and (verbal or head.pos_ == "ADJ"):
        _govern(head, lemma, standing)
        return head, True
    if infinitive and dep == "acl" and lemma in DARING and head.dep_ == "dobj":
        taken = head.head.lemma_.lower()
        if taken in WANTING_IT:
            standing.negated = not standing.negated
        if taken in WANTING_IT | HAVING:
            return head.head, True
    if infinitive and dep == "advcl" and head.lower_ == "far":  # "went so far as to expel"
        return (head.head, True) if is_verb(head.head) else None
    if dep == "advcl" and infinitive and verbal and (spoken or lemma in CAUSING):
        return head, True
    if token.tag_ == "VBG" and lemma == "rule" and any(c.lower_ == "out" for c in head.children):
        standing.weaken(Modality.PLANNED)  # "ruled out sending"
        standing.negated = not standing.negated
    letting = token.lemma_.lower() in LETTING and not any(
        c.dep_ in ("ccomp", "xcomp") for c in token.children
    )
    if dep == "advcl" and infinitive and verbal and letting and lemma in OPENING:
        return head, True
    if dep == "acl" and infinitive and lemma in FAILURE:
        standing.negated = not standing.negated
    elif dep in ("advcl", "acl") and infinitive:
        standing.weaken(Modality.POSSIBLE if lemma in ABILITY else Modality.PLANNED)
        if head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in DECLINING:
            standing.negated = not standing.negated
    if dep == "advcl" and _is_awaited(token):
        standing.weaken(Modality.POSSIBLE)
    if head.pos_ == "NOUN" and dep in ("acl", "ccomp") and lemma in CLAIMS:
        standing.weaken(Modality.POSSIBLE)
        standing.negated = standing.negated != _is_none(head)
    if dep == "pcomp":
        _govern_gerund(head, head.head, standing)
    _climb_speakers(token, standing)
    return None


def _deemed(token: Token, standing: Standing) -> Token | None:
    """The verb of who does what he thinks wise, which leaves it done: "thought it wise to expel"; he does not
    do what he finds impossible.
    """
    head = token.head
    if head.lower_ in JUDGED and head.dep_ in ("ccomp", "oprd", "acomp", "xcomp"):
        judged, verb = head, head.head
    else:
        judged = next((c for c in head.children if c.lower_ in JUDGED and c.i < token.i), token)
        verb = head
    it = any(c.lower_ == "it" for parent in (verb, judged) for c in parent.children)
    fit = judged.lower_ == "fit" and verb.lemma_.lower() == "see"
    if judged is token or verb.lemma_.lower() not in DEEMING or not (it or fit):
        return None
    done = verb.tag_ in ("VBD", "VBN") or fit
    if not done:
        standing.weaken(Modality.POSSIBLE)  # who considers it wise has not done so
    if judged.lower_ in UNWISE:
        standing.negated = not standing.negated
    elif judged.lower_ in ("hard", "difficult"):
        standing.weaken(Modality.POSSIBLE)
    return verb


def cannot_but(verb: Token) -> bool:
    """Whether somebody does what he could not resist doing: "could not resist condemning Chad"."""
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    unable = bool(words & {"could", "can", "ca"}) and bool(words & {"not", "n't"})
    gerund = any(child.dep_ == "xcomp" and child.tag_ == "VBG" for child in verb.children)
    return unable and gerund and verb.lemma_.lower() in UNABLE_NOT_TO


def _is_awaited(verb: Token) -> bool:
    """Whether a clause waits for its act, in the present: "until they gain control", "once it has left"."""
    words = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    tenses = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    return bool(words & AWAITED) and any(token.tag_ in ("VBZ", "VBP") for token in tenses)


def _govern_gerund(preposition: Token, governor: Token, standing: Standing) -> None:
    """What a preposition with its verb makes of a gerund: "accused of bombing", "prevented from voting"."""
    if governor.lower_ in NEARLY and preposition.lower_ == "to":  # "came close to expelling"
        standing.negated = not standing.negated
    if governor.dep_ == "advmod" and is_verb(governor.head):  # "held back from"
        governor = governor.head
    governor = accuser_of(governor, preposition) or governor
    lemma, word = governor.lemma_.lower(), preposition.lower_
    claimed = word == "of" and lemma in CLAIMS  # "arrested on suspicion of spying"
    if (
        preposition.head.lower_ in INSTEAD
        or preposition.doc[preposition.i - 1].lower_ in INSTEAD
        or word == "without"
        or (word == "from" and lemma in PREVENTING | ABSTAINING)
    ):
        standing.negated = not standing.negated
    elif word == "of" and lemma in CHARGING:
        _attribute(governor, standing)
        standing.accused = True
        if lemma == "suspect":
            standing.weaken(Modality.POSSIBLE)
    elif lemma in PLANS and (word == "for" or (word in ("of", "on") and lemma not in WAYS)):
        standing.weaken(Modality.PLANNED)
    elif claimed or (word in ("about", "against") and lemma in ("talk", "warn", "think")):
        standing.weaken(Modality.POSSIBLE)
    elif word == "of" and lemma in THINKING:
        standing.weaken(Modality.POSSIBLE)
        if any(child.dep_ == "neg" for child in governor.children):  # "would not hear of selling"
            standing.negated = not standing.negated


def _govern(head: Token, lemma: str, standing: Standing) -> None:
    """What a verb or adjective before an infinitive makes of it."""
    if is_passive(head) and lemma in DOUBTING | SAYING:
        standing.weaken(Modality.POSSIBLE if lemma in DOUBTING else standing.modality)
    elif lemma == "have" and any(child.lower_ == "yet" for child in head.children):
        standing.negated = not standing.negated
    elif lemma in COMMANDING - {"oblige"} or (lemma == "oblige" and not is_passive(head)):
        standing.weaken(Modality.POSSIBLE)
    elif lemma in INTENDING or lemma in INTENT or lemma == "be":
        standing.weaken(Modality.PLANNED)
    elif lemma in TRYING:
        standing.weaken(Modality.POSSIBLE)
    elif lemma in DENYING:
        standing.negated = not standing.negated
        _attribute(head, standing)
    elif lemma in ENDING or lemma in FAILING or lemma in PREVENTING:
        standing.negated = not standing.negated


def _climb_speakers(token: Token, standing: Standing) -> None:
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
            _attribute(head, standing)
        token = head
    _according(token, standing)


QUOTES = frozenset({'"', "\u201c", "\u201d", "``", "''"})


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


def _is_parted(act: Token, verb: Token) -> bool:
    """Whether a semicolon parts an act from a verb that does not govern it then: "Hamas seized two nuns; Mali
    will free them, a spokesman said".

    What is quoted belongs together, and "had" tells that the report goes on.
    """
    first, last = sorted((act.i, verb.i))
    between = [token.text for token in act.doc[first:last]]
    clause = act if is_verb(act) else act.head
    goes_on = any(child.lower_ in ("had", "would") for child in clause.children)
    return ";" in between and ":" not in between and not QUOTES & set(between) and not goes_on


def _attribute(verb: Token, standing: Standing) -> None:
    """Who answers for a report: the subject of the saying, the agent of "was accused by"."""
    if _is_parted(standing.trigger, verb):
        return
    subject = logical_subject(verb)
    if subject.tokens and subject.tokens not in standing.speakers:
        standing.speakers.append(subject.tokens)


def _according(token: Token, standing: Standing) -> None:
    """Who stands behind "according to", anywhere at the sentence's verbs."""
    root = token.sent.root
    for verb in (root, *(c for c in root.children if c.dep_ in ("ccomp", "conj", "parataxis"))):
        for child in verb.children:
            if child.lower_ == "according":
                to = [n for p in child.children if p.lower_ == "to" for n in objects_of(p)]
                speakers = (*to, *(c for c in child.children if c.dep_ == "pobj"))
                if speakers and speakers not in standing.speakers:
                    standing.speakers.append(speakers)
