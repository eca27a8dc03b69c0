"""The act that a speech act speaks of: what is promised, demanded, threatened, refused or judged."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extract.actors.resolver import Mention
from extract.acts.matters import matters
from extract.acts.readings import Readings
from extract.acts.targets import Targets
from extract.frames.triggers import Match, fits, has_modifiers, noun_matches
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, part_in
from extract.grammar.verbs import is_infinitive, is_verb
from extract.referents.ends import confined, is_own_organ, owned_by_each_other
from extract.standing.governing import ENDING, FAILING, PREVENTING
from graph.frames import NONE, Frame, Only
from graph.model import Plover
from graph.vocabulary import Vocabulary

UNDOING = frozenset(
    "lift ease end remove halt stop suspend cancel call drop scrap abolish postpone withdraw reject "
    "refuse oppose deny freeze cut break rule abandon relax revoke rescind repeal waive".split()
)
"""Verbs after which what their object names does not hold: "lifted its ban" bans nobody."""

ENDS = frozenset("end halt stop cessation suspension pause freeze stoppage moratorium".split())
"""Nouns behind which something is over: "an end to the blockade"."""

STOPPING = frozenset("stop cease quit halt end suspend discontinue".split())
"""Verbs after whose gerund the act is over."""

JUDGED = frozenset({"CONDEMN", "PRAISE", "FORGIVE", "APOLOGIZE", "COMPLAIN"})
"""Relations that may say for which act: "praised Chad for freeing prisoners" speaks of RELEASE."""

ANSWERS = frozenset("PROMISE OFFER ACCEPT REFUSE REJECT DEMAND APPEAL INVITE GIVE_ULTIMATUM".split())
THREATS = frozenset({"THREATEN", "WARN"})
"""Relations that speak of another act, which stands in nouns beside them as well."""

SPEAKING = ANSWERS | THREATS | {"RALLY_SUPPORT", "REQUEST_MEDIATION", "VETO", "DEFY"}
OPINIONS = frozenset("ACCUSE CONDEMN COMPLAIN OPPOSE PRAISE CONCEDE INFORM SUPPORT".split())
"""Relations that are no content of these: who rejects a demand does not refuse to demand something."""

KIND = frozenset({"PRAISE"})
"""Those of them that speak of a kind act, where a noun tells it; the others do of harm."""

ENCOUNTERS = frozenset({"NEGOTIATE", "VISIT", "EXERCISE"})
"""To what somebody is invited, beyond talks and meetings, which every invitation is to."""

OF_GIFTS = frozenset({"PROMISE", "OFFER", "APPEAL", "REFUSE"})
GIVING = frozenset({"PROMISE", "OFFER"})
LOCAL = frozenset({Plover.AID, Plover.COOPERATE})
"""Speech acts and types of act by which good is done to whoever lives where it is done: "offered to help
rebuild schools in Angola".
"""

ANSWERS_TO_GIFTS = frozenset({"ACCEPT", "REJECT"})
GIFTS = {
    "military_aid": "ARM",
    "arms": "ARM",
    "money": "FUND",
    "relief": "RELIEVE",
    "relief_workers": "RELIEVE",
    "peacekeepers": "KEEP_PEACE",
    "mediators": "MEDIATE",
    "asylum": "GRANT_ASYLUM",
    "aid": "AID",
}
"""Speech acts about giving, and by the class of a thing which act it is to give it."""

BY_ITSELF = {
    "withdraw": "WITHDRAW",
    "retreat": "WITHDRAW",
    "surrender": "SURRENDER",
    "disarm": "DISARM",
    "negotiate": "NEGOTIATE",
    "mediate": "MEDIATE",
    "cooperate": "COOPERATE",
    "apologise": "APOLOGIZE",
    "apologize": "APOLOGIZE",
    "yield": "CONCEDE",
    "attack": "ATTACK",
    "retaliate": "ATTACK",
    "invade": "INVADE",
}
PARTS = frozenset({"dobj", "prt", "xcomp", "ccomp", "oprd"})
"""What verbs tell that stand alone, "urged Russia to withdraw", and what they do not have then."""

OFTEN, MOSTLY = 2, 0.5
"""How many frames of a word tell one relation, and what share of them, if the word alone is to mean that."""

CLOSE = 1
"""How much better a frame may fit than another that is told as likely, where no word says to whom."""

NAMES = {
    "death": "KILL",
    "execution": "KILL",
    "prison": "ARREST",
    "jail": "ARREST",
    "force": "ATTACK",
    "table": "NEGOTIATE",
}
"""Nouns that name what is threatened or asked for, though they tell no act by themselves."""


HARM = "material conflict"
"""The class of acts that somebody is blamed for."""


class Contents:
    """Finds the contents of the speech acts of one sentence. `used` are the tokens that belong to an act."""

    def __init__(self, vocabulary: Vocabulary, targets: Targets, readings: Readings, used: set[int]) -> None:
        self._vocabulary = vocabulary
        self._targets = targets
        self._readings = readings
        self._used = used

    def told_in(
        self, match: Match, targets: tuple[Mention, ...], sources: tuple[Mention, ...]
    ) -> tuple[str | None, tuple[Mention, ...]]:
        """The act spoken of, and whom it would hit where the speech act itself names nobody."""
        if match.content is None:
            name = self._giving(match.used) if match.frame.relation in OF_GIFTS else None
            name = name or self._judged(match, targets)
            name = name or self._charged_with(match, [m.actor.id for m in sources])
            threat = match.frame.relation == "THREATEN"  # whoever it is that would set it off
            if name is None and (targets or threat or owned_by_each_other(match)):
                name = self._matter(match, [m.actor.id for m in sources])
            return name, targets
        ids = [m.actor.id for m in sources]
        plover = self._vocabulary.relations[match.frame.relation].plover
        asked = plover in (Plover.REQUEST, Plover.ACCUSE) or match.frame.relation in (
            "WARN",
            "GIVE_ULTIMATUM",
        )
        doers = targets if asked else sources
        speech = match.frame.relation
        mind, against = _mind_of(speech), speech == "WARN"
        content, hit = self.of(match.content, ids, against=against, doers=doers, mind=mind)
        if content is None and not is_verb(match.content) and speech in OF_GIFTS | ANSWERS_TO_GIFTS:
            content = self._giving([match.content])
        if not hit and content is not None and match.frame.relation in GIVING:
            local = self._vocabulary.relations[content].plover in LOCAL
            hit = self._targets.helped_in(match.content, ids) if local else ()
        hit = tuple(m for m in hit if not is_own_organ(m, ids))
        filled = match.frame.has_target and not match.unfilled
        return content, targets if targets or filled else hit

    def _matter(self, match: Match, besides: Sequence[str]) -> str | None:
        """What a speech act is about by the nouns and clauses beside it: "threw out a plan for a truce".

        Who threatens does harm, and who offers or asks does not: "asked for an explanation of the raid".
        """
        speech = match.frame.relation
        if speech not in ANSWERS | THREATS:
            return None
        used = set(self._used)
        for token in matters(match):
            self._used &= used  # what is not meant stays free for acts of its own
            name = self.of(token, besides, mind=_mind_of(speech))[0]
            if name is None and speech in OF_GIFTS | ANSWERS_TO_GIFTS and not is_verb(token):
                name = self._giving([token])
            treaty = name == "SIGN" and speech in ANSWERS_TO_GIFTS  # a treaty that is rejected is signed
            backing = name == "SUPPORT" and speech in OF_GIFTS | {"DEMAND"}
            backing = backing and token.doc[token.i - 1].pos_ != "PROPN"  # "pledged EU support"
            if name is None or treaty or (name in SPEAKING | OPINIONS and not backing):
                continue
            hostile = self._vocabulary.relations[name].plover.quad.endswith("conflict")
            asked = hostile and speech in ("DEMAND", "APPEAL") and token in match.used  # "demanded sanctions"
            if (asked or hostile is (speech in THREATS)) and (speech != "INVITE" or name in ENCOUNTERS):
                if is_verb(token):
                    match.content = token
                return name
        self._used &= used
        return None

    def _charged_with(self, match: Match, besides: Sequence[str]) -> str | None:
        """What somebody is blamed for by a noun: "blamed Iran for a missile strike on the port"."""
        if match.frame.relation != "ACCUSE" or not is_verb(match.trigger):
            return None
        used = set(self._used)
        behind = [o for p in match.trigger.children if p.lower_ in ("for", "over") for o in objects_of(p)]
        behind += [n for n in match.used if n.head.lower_ == "with"]  # "charged Chad with aggression"
        frames, relations = self._vocabulary.noun_frames, self._vocabulary.relations
        names = (self.of(noun, besides)[0] for noun in behind if noun.lemma_.lower() in frames)
        harm = (relations[name] for name in names if name is not None and relations[name].plover.quad == HARM)
        found = next((relation.name for relation in harm if not relation.reciprocal), None)
        if found is None:
            self._used &= (
                used  # "traded charges over a firefight between their patrols" tells of that as well
            )
        return found

    def _giving(self, things: Sequence[Token]) -> str | None:
        """What giving things is: "turned to Chad for peacekeepers" speaks of KEEP_PEACE."""
        for name, act in GIFTS.items():
            wanted = self._vocabulary.classes.get(name, NONE)
            if act in self._vocabulary.relations and any(fits(thing, wanted) for thing in things):
                return act
        return None

    def asked_for(
        self, match: Match, besides: Sequence[str]
    ) -> tuple[Token, str | None, tuple[Mention, ...]] | None:
        """The kind act that what is refused or granted is about: "declined an invitation to visit Iran".

        Who rejects a plan to punish somebody refuses him nothing.
        """
        for noun in (*match.owned, *match.targets, *match.used):
            for act in noun.children:
                if act.dep_ == "acl" and is_verb(act) and is_infinitive(act):
                    name, hit = self.of(act, besides)
                    kind = name is not None and not self._vocabulary.relations[name].plover.quad.endswith(
                        "conflict"
                    )
                    if hit and (kind or (name is None and noun.lemma_.lower() == "invitation")):
                        return act, name, hit
        return None

    def of(
        self,
        token: Token,
        besides: Sequence[str],
        *,
        against: bool = False,
        doers: Sequence[Mention] = (),
        mind: str = "",
    ) -> tuple[str | None, tuple[Mention, ...]]:
        """The relation of the act spoken of, and to whom it would be done.

        None for an act that is not to be done: "told Mali not to attack", "urged it to stop bombing"; unless
        the speech is against it: "warned Mali not to attack" speaks of ATTACK. `doers`, where known, are
        those who would do it: states do not strike when they are to shut a bank. `mind` says for a noun
        whether it is to be "conflict" or "cooperation": a "withdrawal" that is demanded is of troops, not of
        an envoy.
        """
        vocabulary = self._vocabulary
        if is_verb(token):
            if any(child.dep_ == "neg" for child in token.children) and not against:
                for match in self._readings.of(token, spoken_of=True):
                    hit = self._targets.of(match, vocabulary.relations[match.frame.relation], besides)
                    if hit and not match.frame.idiom:
                        return None, hit
                return None, self._targets.anybody_in(token, besides)
            part = part_in(token)
            if part is not None and part.lemma_.lower() in vocabulary.noun_frames:
                return self.of(part, besides)
            told = self._readings.of(token, spoken_of=True)
            fitting, theirs = [], {m.actor.id for m in doers}
            for match in sorted(told, key=lambda match: _is_unlikely(match, doers)):
                if match.frame.idiom or (match.unfilled and not match.used and len(set(besides)) < 2):
                    continue
                relation = vocabulary.relations[match.frame.relation]
                if match.frame.subject_is_target:
                    continue  # who agrees to buy arms is not to arm
                if match.frame.source_only is Only.PEOPLE and doers and not confined(doers, Only.PEOPLE):
                    continue
                only = match.frame.target_only
                targets = confined(self._targets.of(match, relation, [*besides, *theirs]), only)
                going = relation.name == "VISIT" and token.lemma_.lower() == "go"  # "to go to prison"
                if targets or (only is None and not going):
                    fitting.append((match, targets))
            if fitting:
                match, targets = _most_told(fitting, doers)
                relation = vocabulary.relations[match.frame.relation]
                if not targets and match.content is not None:
                    targets = self.of(match.content, besides)[1]
                self._used.update(t.i for t in match.used)
                together = relation.reciprocal and len(set(besides)) > 1  # "A and B agreed to restore ties"
                return relation.name, targets or (
                    () if together else self._targets.anybody_in(token, besides)
                )
            alone = BY_ITSELF.get(token.lemma_.lower())
            if alone in vocabulary.relations and not any(c.dep_ in PARTS for c in token.children):
                return alone, self._targets.anybody_in(token, besides)
            inner = next(
                (c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"), None
            )
            if inner is not None and token.lemma_.lower() in STOPPING:
                name, targets = self.of(inner, besides)
                return self._ended(name, inner), targets
            permitted = self._targets.permitted(token, besides)
            if permitted:
                return None, permitted
            inner = next((c for c in token.children if c.dep_ == "xcomp"), None)
            if inner is not None and token.lemma_.lower() not in ENDING | FAILING | PREVENTING:
                return self.of(inner, besides)
            ends = token.lemma_.lower() in ENDING | FAILING | PREVENTING | UNDOING
            for child in () if ends else token.children:
                if child.dep_ == "dobj" and child.lemma_.lower() in vocabulary.noun_frames:
                    name, targets = self.of(child, besides)
                    return name, targets or self._targets.anybody_in(token, besides)
            return self._mostly(vocabulary.verb_frames, token), self._targets.anybody_in(token, besides)
        over = self._over(token, besides)
        if over is not None:
            return over
        frames = vocabulary.noun_frames.get(token.lemma_.lower(), ())
        told = noun_matches(token, frames)
        for match in sorted(told, key=lambda match: (match.frame.source_only is not None, -match.weight)):
            relation = vocabulary.relations[match.frame.relation]
            self._used.add(token.i)
            return relation.name, self._targets.of(match, relation, besides)
        minded = [f for f in frames if vocabulary.relations[f.relation].plover.quad.endswith(mind)]
        told_by = [f for f in minded or frames if not f.idiom and has_modifiers(token, f.modifiers)]
        most = max((len(f.modifiers) for f in told_by), default=0)
        if most:  # "military action", though no word says against whom
            times = Counter(f.relation for f in told_by if len(f.modifiers) == most)
            return times.most_common(1)[0][0], ()
        named = [f for f in minded or frames if not f.modifiers]
        bare = not any(child.lower_ in ("by", "of") for child in token.children)
        by_name = named[-1].relation if named else NAMES.get(token.lemma_.lower()) if bare else None
        known = {token.lemma_.lower(): minded or frames}
        return self._mostly(known, token) or by_name, ()  # "threatened sanctions"

    def _over(self, noun: Token, besides: Sequence[str]) -> tuple[str, tuple[Mention, ...]] | None:
        """The act that it is to end what stands behind an "end": that to an air strike is no strike's."""
        if not is_end(noun):
            return None
        used = set(self._used)
        for preposition in noun.children:
            for act in preposition.children if preposition.dep_ == "prep" else ():
                if act.dep_ == "pobj" and not is_end(act):
                    name, hit = self.of(act, besides)
                    self._used &= used  # what is to end goes on
                    ended = self._vocabulary.relations[name].ended if name is not None else None
                    if ended is not None:
                        self._used.add(noun.i)
                        return ended, hit
        return None

    def _mostly(self, known: Mapping[str, Sequence[Frame]], token: Token) -> str | None:
        """What a word mostly tells, whatever stands beside it: "shield" keeps the peace."""
        frames = known.get(token.lemma_.lower(), ())
        told = Counter(frame.relation for frame in frames if not frame.idiom)
        if (own := token.lemma_.upper()) in told:
            return own  # a blockade, though of roads it is more often told
        name, times = max(told.items(), key=lambda item: item[1], default=("", 0))
        return name if times >= OFTEN and times >= MOSTLY * told.total() else None

    def _ended(self, name: str | None, verb: Token) -> str | None:
        """The relation that it is to stop an act; without an object a verb means what it mostly means."""
        relations = self._vocabulary.relations
        if name is None:
            frames = self._vocabulary.verb_frames.get(verb.lemma_.lower(), ())
            assaults = sum(relations[f.relation].plover is Plover.ASSAULT for f in frames if not f.idiom)
            return "CEASE_FIRE" if assaults * 2 > len(frames) and "CEASE_FIRE" in relations else None
        return relations[name].ended

    def _judged(self, match: Match, targets: tuple[Mention, ...]) -> str | None:
        """For which act somebody is praised or blamed: "lauded Qatar for dropping its boycott", "condemned
        Chad for the raid".
        """
        speech = match.frame.relation
        if speech not in JUDGED or not is_verb(match.trigger):
            return None
        behind = [c for c in match.trigger.children if c.lower_ in ("for", "over") and c.dep_ == "prep"]
        for act in (act for preposition in behind for act in preposition.children):
            if act.dep_ == "pcomp" and is_verb(act):
                return self.of(act, [m.actor.id for m in targets])[0]
        used = set(self._used)
        nouns = [n for preposition in behind if preposition.lower_ == "for" for n in objects_of(preposition)]
        known = self._vocabulary.noun_frames
        names = [self.of(n, [])[0] for n in nouns if n.pos_ == "NOUN" and n.lemma_.lower() in known]
        self._used &= used  # the deed was done, and tells of itself as well
        kind = "cooperation" if speech in KIND else "conflict"
        quads = {name: self._vocabulary.relations[name].plover.quad for name in names if name is not None}
        return next((name for name, quad in quads.items() if quad == f"material {kind}"), None)


def _mind_of(speech: str) -> str:
    """Of what mind an act is that a noun names, by the speech act that speaks of it: nobody is asked for harm
    by a word that tells of something kind as well.
    """
    return "conflict" if speech in THREATS else "cooperation" if speech in ANSWERS else ""


def _is_unlikely(match: Match, doers: Sequence[Mention]) -> bool:
    """Whether a frame is the last that is meant of an act only spoken of: who is urged to end a war is at war
    himself, if nobody else is.
    """
    only = match.frame.source_only
    others = only is not None and not confined(tuple(doers), only)
    return others or (match.frame.relation == "MEDIATE" and bool(match.unfilled))


def _most_told(
    fitting: Sequence[tuple[Match, tuple[Mention, ...]]], doers: Sequence[Mention]
) -> tuple[Match, tuple[Mention, ...]]:
    """The frame that is meant of those that fit an act only spoken of, the likeliest first, and to whom.

    Where the first finds nobody, one of the same words that does is meant; else what most of them tell that
    fit as well: "raise tariffs" is told of sanctions rather than of talks.
    """
    first, hit = fitting[0]
    if hit:
        return first, hit
    alike, words = _is_unlikely(first, doers), {token.i for token in first.used}
    telling = [
        (match, targets)
        for match, targets in fitting
        if words <= {token.i for token in match.used} and _is_unlikely(match, doers) is alike
    ]
    finding = next((f for f in telling if f[1]), None)
    if finding is not None:
        return finding
    times = Counter(m.frame.relation for m, _ in telling if first.weight - m.weight <= CLOSE)
    return max(telling, key=lambda f: times[f[0].frame.relation])


def is_end(noun: Token) -> bool:
    """Whether something is over behind a noun: "a halt to the raids"."""
    return noun.lemma_.lower() in ENDS and not is_verb(noun)


def what_for(noun: Token) -> Iterator[Token]:
    """What a thing given or asked for is meant for: "fighting" in "help in fighting the rebels"."""
    for preposition in noun.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("in", "with", "for", "towards"):
            yield from (act for act in preposition.children if act.dep_ == "pcomp" and is_verb(act))
