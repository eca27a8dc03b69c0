"""How an act is spoken of: done or planned or only possible, denied, and who says so.

The climb starts at the trigger and goes up through the verbs that govern it. Each step may change the
act's standing: "will" makes it planned, "might" possible, "did not" negates it, "X said" attributes it.
"""

from dataclasses import dataclass, field
from itertools import islice

from spacy.tokens import Token

from extract.carriers import WEIGHING, carrying_verb
from extract.clauses import (
    CAUSING,
    CHARGING,
    REACH,
    accuser_of,
    has_it_done,
    is_infinitive,
    is_passive,
    is_verb,
    logical_subject,
    objects_of,
    own_subject,
    verb_above,
    with_conjuncts,
)
from graph.model import Modality

SAYING = frozenset(
    "say state tell announce declare report claim add argue insist assert maintain note explain confirm "
    "reveal disclose admit acknowledge concede stress emphasize emphasise allege complain warn testify "
    "charge write reiterate contend suggest indicate remark comment recall inform show find conclude "
    "accuse describe call believe think fear suspect know hear understand estimate assume quote cite "
    "proclaim tweet post hint affirm relate recount profess attest".split()
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

TRYING = frozenset(
    "try fight push attempt endeavour endeavor struggle threaten consider contemplate mull".split()
)
ENDING = frozenset("stop cease quit abandon forgo shun avoid".split())
FAILURE = frozenset({"failure", "refusal", "inability", "reluctance", "unwillingness"})
"""Nouns whose infinitive is not done: "the failure to pay them"."""

FAILING = frozenset("fail neglect omit forget decline refuse pretend feign unable powerless".split())
"""Verbs and adjectives before an infinitive that is not done: "failed to inform", "was unable to bring"."""

TRACES = frozenset("sign trace evidence hint word mention proof indication report question".split())
"""Nouns of what an act would leave behind or be told by: "there was no sign of a raid"."""

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

ASSERTIONS = frozenset("claim report allegation accusation charge".split())
"""Those of them that somebody makes of what has been done: "Israel's claim that Iran had armed Hezbollah"."""

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

SHRINKING = frozenset("hesitate scruple shrink flinch baulk balk disdain recoil".split())
"""Verbs of who does not like to do something; who does not do that does it: "did not hesitate to expel"."""

CHOICES = frozenset("choice option alternative recourse resort way course".split())
"""Nouns of what else one could do: "had no choice but to expel"."""

FEELING = frozenset("feel find see think consider believe hold deem".split())
DRIVEN = frozenset("oblige bind compel force constrain drive reduce impel move bring".split())
"""Verbs of what one feels oneself to be, and what is then done: "felt obliged to expel"."""

GOING_ON = {
    "go": frozenset({"on"}),
    "keep": frozenset({"on"}),
    "carry": frozenset({"on"}),
    "press": frozenset({"on"}),
    "end": frozenset({"up"}),
    "wind": frozenset({"up"}),
    "proceed": frozenset(),
    "hasten": frozenset(),
    "manage": frozenset(),
    "contrive": frozenset(),
    "scramble": frozenset(),
    "rush": frozenset(),
}
"""Verbs, with the particle that makes them so, whose gerund or infinitive is done: "went on arming"."""

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
DENIALS = frozenset({"not", "n't", "never"})

NO_WAY = {
    "at": frozenset("time stage point moment juncture".split()),
    "on": frozenset({"account", "occasion"}),
    "under": frozenset({"circumstance", "condition"}),
    "in": frozenset("way wise sense respect manner case circumstance".split()),
    "by": frozenset("means mean stretch".split()),
}
"""By their preposition, nouns whose "no" denies what is told: "has at no time bombed", "by no means"."""

NOBODY = frozenset({"nobody", "none", "neither", "nothing", "no-one"})
MORE_OR_LESS = frozenset("but more less other short if except better worse only just merely simply".split())
"""Words behind a "nothing" or "not" that take back what it denies: "wanted nothing but", "not only"."""
ONE = frozenset({"a", "an", "one"})
"""Words behind a "not" that deny any: "not a single rifle was sent", "not one of them met"."""


UNSURE = {"advmod": MAYBE, "mark": IRREALIS, "acomp": SUSPECTED, "attr": SUSPECTED}
"""By its place at the verb, the words that leave an act only possible."""


@dataclass(slots=True)
class Standing:
    """How an act is spoken of. `speakers` holds who says so, the subjects of each saying verb together,
    the innermost verb first; `accused` that the act is only what somebody is accused of, `disputed` that
    somebody denies having done it.
    """

    trigger: Token
    modality: Modality = Modality.ACTUAL
    negated: bool = False
    speakers: list[tuple[Token, ...]] = field(default_factory=list)
    accused: bool = False
    disputed: bool = False

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
    _thrown_in(trigger, standing)
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
    words = {child.lower_ for child in noun.children if child.dep_ in ("amod", "det", "compound", "preconj")}
    above = noun.head.head
    reported = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lemma_.lower() in CLAIMS
    if words & SUSPECTED or "any" in words or reported:
        standing.weaken(Modality.POSSIBLE)
    elif words & PROJECTED:
        standing.weaken(Modality.PLANNED)
    carrier = carrying_verb(noun)
    alone = noun.dep_ == "pobj" and carrier is None
    without = noun.head.lower_ == "without" or above.lower_ == "short"
    told = noun.dep_ in NOUNS and carrier is not None and carrier.i == noun.head.i  # read with its verb
    if (words & NEGATIVE and not told) or (alone and without):  # "left without a meeting with Chad"
        standing.negated = True
    elif alone and noun.head.lower_ == "of" and above.lemma_.lower() in TRACES:
        standing.negated = _is_none(above)  # "found no trace of a raid"


def _read_verb(verb: Token, standing: Standing) -> None:
    """Auxiliaries, negation and adverbs of one verb; a coordinated bare verb shares its first's."""
    before = [token.lower_ for token in verb.doc[max(0, verb.i - 2) : verb.i]]
    if before == ["rather", "than"]:
        standing.negated = not standing.negated
    if _is_inverted(verb):
        standing.weaken(Modality.POSSIBLE)
    prompt = verb.lemma_.lower() in TIME
    if _is_denied_beside(verb):
        standing.negated = not standing.negated
    for child in verb.children:
        dep, word = child.dep_, child.lower_
        if (prompt and word == "time") or _is_but(child):
            continue
        hardly = word in HARDLY and verb.lemma_ == "be"
        if (
            dep == "neg"
            or (dep == "advmod" and (word == "never" or hardly or _is_past(child)))
            or (dep in NOUNS and _is_none(child))
        ):
            standing.negated = not standing.negated
        elif dep == "aux":
            standing.weaken(_auxiliary(verb, word))
        elif word in UNSURE.get(dep, ()):
            standing.weaken(Modality.POSSIBLE)


def _is_past(adverb: Token) -> bool:
    """Whether an adverb says that something was and is not: "is no longer sending arms"."""
    return adverb.lower_ in ("longer", "more") and any(child.lower_ == "no" for child in adverb.children)


def _is_denied_beside(verb: Token) -> bool:
    """Whether words beside a verb deny its act: "at no time bombed", "nor did it bomb", "neither bombed A nor
    B", "did not after all bomb".
    """
    helping = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    subject = own_subject(verb)
    near = (verb, *helping, *((subject,) if subject is not None and subject.i < verb.i else ()))
    if any(_is_no_way(child) for parent in near for child in parent.children):
        return True
    if any(c.lower_ == "neither" and c.dep_ in ("preconj", "advmod", "cc") for c in verb.children):
        return True
    if _is_nor(verb) and not _shares_standing(verb):
        return True
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    behind = [verb.doc[child.i + 1] for child in helping if child.i + 1 < verb.i]
    return any(
        t.lower_ in DENIALS and t.head.i != verb.i and t.nbor().lower_ not in MORE_OR_LESS for t in behind
    )


def _is_no_way(preposition: Token) -> bool:
    """Whether a preposition leads to a "no" that denies what is told: "at no stage", "on no account"."""
    nouns = NO_WAY.get(preposition.lower_, frozenset()) if preposition.dep_ == "prep" else frozenset()
    return any(
        noun.lemma_.lower() in nouns and any(child.lower_ == "no" for child in noun.children)
        for noun in preposition.children
    )


def _is_nor(verb: Token) -> bool:
    """Whether "nor" joins a verb to the one before: "nor did it expel the envoy"."""
    first = min((verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "advmod"))))
    if first > verb.sent.start and verb.doc[first - 1].lower_ == "nor":
        return True
    joints = [c for c in verb.head.children if c.dep_ == "cc" and c.i < first]
    return verb.dep_ == "conj" and any(c.lower_ == "nor" for c in joints[-1:])


def _shares_standing(verb: Token) -> bool:
    """Whether a verb joined to another has its auxiliaries and "not" as well: "did not bomb or invade"."""
    bare = not any(child.dep_ in ("aux", "nsubj", "nsubjpass", "auxpass") for child in verb.children)
    return verb.dep_ == "conj" and bare and verb.tag_ in ("VB", "VBN", "VBG")


def _is_inverted(verb: Token) -> bool:
    """Whether an auxiliary begins a clause: "Had Egypt invaded Libya", but not "at no point had Egypt"."""
    subject = own_subject(verb)
    first = next(
        (
            child
            for child in verb.children
            if child.dep_ in ("aux", "auxpass") and child.lower_ in ("had", "should", "were")
        ),
        None,
    )
    if subject is None or first is None or first.i > subject.i:
        return False
    ahead = any(child.i < first.i and child.dep_ in ("prep", "advmod", "neg") for child in verb.children)
    return not ahead and verb.doc[first.i - 1].lower_ != "nor"


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
    """Whether a noun denies what is told of it: "nobody met", "no envoy met", "not a single rifle"."""
    if noun.lower_ in NOBODY:
        return noun.i + 1 >= len(noun.doc) or noun.nbor().lower_ not in MORE_OR_LESS
    first = noun.left_edge
    if first.lower_ == "not" and first.i < noun.i and first.nbor().lower_ in ONE:
        return True
    return any(
        child.dep_ in ("det", "preconj") and child.lower_ in ("no", "neither") for child in noun.children
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
    if (having := has_it_done(token)) is not None:
        return having, True
    if (choosing := _without_choice(token)) is not None:
        for aux in (c for c in choosing.children if c.dep_ == "aux"):
            standing.weaken(_auxiliary(choosing, aux.lower_))  # "will have no choice but to expel"
        return choosing, False
    if (shrinking := _shrinking(token)) is not None and cannot_but(shrinking):
        helping = [c for c in shrinking.children if c.dep_ == "aux"]
        for aux in helping if shrinking.lemma_.lower() in SHRINKING else ():
            standing.weaken(_auxiliary(shrinking, aux.lower_))  # "will not hesitate to expel"
        return shrinking, False
    if dep == "conj" and verbal:
        return head, _shares_standing(token)
    if dep in ("ccomp", "parataxis") and verbal and _is_parted(token, head):
        if lemma in SAYING:
            _attribute(head, standing)
        return head, False
    if dep in ("ccomp", "parataxis") and verbal:
        if lemma in DENYING:
            standing.negated, standing.disputed = not standing.negated, True
        if lemma in DOUBTING and not (lemma == "allege" and not is_passive(head)):
            standing.weaken(Modality.POSSIBLE)
        if lemma in SAYING or lemma in DENYING:
            _attribute(head, standing)
            return head, False
        if lemma in INTENDING or lemma in TRYING:
            standing.weaken(Modality.PLANNED)
        return head, True
    if dep == "acomp" and verbal and is_driven(token):
        return head, True
    infinitive = is_infinitive(token)
    if dep in ("advcl", "pcomp") and (going := _going_on(token)) is not None:
        return going, True
    if infinitive and (deeming := _deemed(token, standing)) is not None:
        return deeming, True
    if dep == "xcomp" and (verbal or head.pos_ == "ADJ"):
        _govern(head, lemma, standing)
        predicate = head.dep_ == "acomp" and lemma in INTENT
        if predicate and any(child.dep_ == "neg" for child in head.head.children):
            standing.negated = not standing.negated  # "was not about to recognise Kosovo"
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
        owners = claimants(head) if not infinitive and lemma in ASSERTIONS else ()
        if owners:  # "Israel's claim that Iran had armed Hezbollah"
            standing.speakers.append(owners)
        else:
            standing.weaken(Modality.POSSIBLE)
        standing.negated = standing.negated != _is_none(head)
    if dep in ("csubj", "csubjpass") and lemma in SAYING and is_passive(head):
        _attribute(head, standing)  # "that Rwanda had bombed the camp was confirmed by the UN"
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
    """Whether somebody does what he could not resist doing or does not shrink from: "could not resist
    condemning Chad", "did not hesitate to expel the envoy".
    """
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    lemma, children = verb.lemma_.lower(), list(verb.children)
    if lemma in SHRINKING:
        return bool(words & DENIALS)
    unable = bool(words & {"could", "can", "ca"}) and bool(words & {"not", "n't"})
    gerund = any(child.dep_ == "xcomp" and child.tag_ == "VBG" for child in children)
    but = any(child.dep_ == "cc" and child.lower_ == "but" for child in children)  # "could not help but"
    return unable and (gerund or but) and lemma in UNABLE_NOT_TO


def _shrinking(act: Token) -> Token | None:
    """The verb by which somebody resists an act or shrinks from it: "resist condemning", "shrink from
    condemning", "help but condemn", "hesitate for a moment to condemn".
    """
    head = act.head
    if act.dep_ in ("xcomp", "advcl"):
        return head
    if act.dep_ == "conj":
        return head if any(c.lower_ == "but" and c.dep_ == "cc" for c in head.children) else None
    if (
        act.dep_ in ("pcomp", "acl", "relcl") and head.head.i != head.i
    ):  # "from condemning", "a moment to condemn"
        above = head.head
        return above if act.dep_ == "pcomp" or above.dep_ != "prep" else above.head
    return None


def _without_choice(act: Token) -> Token | None:
    """The verb of who can do nothing else, wherever the parser hangs what he does: "had no choice but to
    expel the envoy".
    """
    first = act.left_edge.i
    no_other = is_infinitive(act) and first > act.sent.start and act.doc[first - 1].lower_ == "but"
    no_other = no_other or (act.left_edge.lower_ == "but" and is_infinitive(act))
    choice = act.doc[max(first - 2, 0) : first + 1]
    return verb_above(act) if no_other and any(noun.lower_ in CHOICES for noun in choice) else None


def is_driven(participle: Token) -> bool:
    """Whether somebody feels or was driven to do what is then done: "felt compelled to expel", "was obliged
    to expel"; but who "is obliged to help" has only promised it.
    """
    lemma, head = participle.lemma_.lower(), participle.head
    if lemma not in DRIVEN and participle.lower_ not in ("obliged", "bound"):
        return False
    if not any(is_infinitive(c) or c.lower_ in ("to", "into") for c in participle.children):
        return False
    if head.lemma_.lower() in FEELING and participle.dep_ in ("acomp", "oprd", "ccomp", "xcomp", "advcl"):
        return True
    helping = [child for child in participle.children if child.dep_ in ("aux", "auxpass")]
    if any(child.lemma_.lower() in FEELING for child in helping):
        return True
    past = any(child.tag_ in ("VBD", "VBN") for child in helping)
    bound = any(
        child.dep_ in ("agent", "prep") and child.lower_ in ("by", "under") for child in participle.children
    )
    return past and not bound and lemma == "oblige"


def _going_on(act: Token) -> Token | None:
    """The verb that only says that an act went on or came about: "went on arming", "proceeded to expel"."""
    verb = act.head if act.dep_ == "advcl" else act.head.head
    particles = GOING_ON.get(verb.lemma_.lower())
    if particles is None or not (act.tag_ == "VBG" or is_infinitive(act)):
        return None
    between = [token.lower_ for token in verb.doc[verb.i + 1 : act.left_edge.i]]
    if act.dep_ == "pcomp":
        return verb if act.tag_ == "VBG" and act.head.lower_ in particles else None
    return verb if set(between) <= particles and bool(between) >= bool(particles) else None


def _is_but(word: Token) -> bool:
    """Whether a word belongs to a "could not but", by which an act is done: "could not but condemn Chad"."""
    doc, at = word.doc, word.i
    able = word.lower_ in ("could", "can") and doc[at + 1 : at + 3].text.lower() == "not but"
    return able or (
        word.lower_ == "not" and doc[at - 1 : at + 2].text.lower() in ("could not but", "cannot but")
    )


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
        _attribute(head, standing)  # "was said by Russia to have shelled the town"
    elif lemma == "have" and any(child.lower_ == "yet" for child in head.children):
        standing.negated = not standing.negated
    elif lemma in COMMANDING and not is_driven(head) and (lemma != "oblige" or not is_passive(head)):
        standing.weaken(Modality.POSSIBLE)
    elif lemma in INTENDING or lemma in INTENT or lemma == "be":
        standing.weaken(Modality.PLANNED)
    elif lemma in TRYING:
        standing.weaken(Modality.POSSIBLE)
    elif lemma in DENYING:
        standing.negated, standing.disputed = not standing.negated, True
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


def claimants(claim: Token) -> tuple[Token, ...]:
    """Whose claim a noun names: "Israel's claim that", "the Israeli claim that"."""
    return tuple(
        child
        for child in claim.children
        if child.i < claim.i and (child.dep_ == "poss" or (child.text.istitle() and child.dep_ != "det"))
    )


def _thrown_in(trigger: Token, standing: Standing) -> None:
    """Who says so in the midst of it: "Rwanda, the UN said, had bombed a camp"."""
    for verb in (trigger, *islice(trigger.ancestors, REACH)):
        for said in verb.children:
            apart = said.dep_ != "parataxis" or said.i > verb.i or said.lemma_.lower() not in SAYING
            subject = None if apart else own_subject(said)
            between = {token.text for token in said.doc[said.i : trigger.i]}
            if subject is not None and said.i < trigger.i and not between & {";", ":"}:
                speakers = with_conjuncts(subject)
                standing.speakers += [speakers] if speakers not in standing.speakers else []


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
    """Who answers for a report: the subject of the saying, the agent of "was accused by".

    Who finds himself compelled reports nothing.
    """
    clauses = (child for child in verb.children if child.dep_ == "ccomp" and is_driven(child))
    if _is_parted(standing.trigger, verb) or any(True for _ in clauses):
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
