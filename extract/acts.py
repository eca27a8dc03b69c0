"""Finds the acts of one sentence: which frame of the codebook a verb or noun fits, and who is at its ends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from extract.act import Act, without_repetition
from extract.actors import Mention
from extract.alliances import ALLIED, friends, is_friend
from extract.attribution import accusation_of
from extract.belonging import NEGOTIATING
from extract.carriers import carrier_of, is_light
from extract.circumstances import WANTING, defied, nouns_behind, prompt_of
from extract.clauses import (
    CAUSING,
    agents,
    circumstances,
    is_consequence,
    logical_objects,
    logical_subject,
)
from extract.climb import standing_of
from extract.contents import STOPPING, UNDOING, Contents, is_end, what_for
from extract.deeds import doers_of
from extract.ends import (
    are_several,
    confined,
    is_captive,
    is_own_organ,
    means_each_other,
    owned_by_each_other,
)
from extract.home import Home
from extract.implicatives import cannot_but, is_driven
from extract.implied import DRIVES, Implied
from extract.matters import is_wished
from extract.misreadings import Misreadings
from extract.nouns import with_conjuncts
from extract.pairs import OTHERS, Pairs
from extract.prepositions import objects_of, prepositions
from extract.readings import Readings
from extract.referents import Referents
from extract.retellings import meant
from extract.sayings import Saying, Voice, said_matches, sayings_of, voice_of
from extract.sources import Sources, is_blamed
from extract.speakers import Speakers
from extract.sport import PLAYED, is_fiction, is_sport
from extract.standing import Standing
from extract.targets import Targets, objects_in
from extract.topics import is_over, is_subject_matter, is_thwarted, is_topic
from extract.triggers import Match, fits, measured, noun_matches, outer
from extract.verbs import (
    compounded,
    is_infinitive,
    is_passive,
    is_verb,
    own_subject,
)
from graph.frames import NONE, Frame, Slot
from graph.gazetteer import Sort
from graph.model import Kind, Modality, Plover
from graph.vocabulary import Relation, Vocabulary

PUT = frozenset(
    "demand call request appeal plea ultimatum offer invitation accusation charge allegation claim criticism "
    "condemnation threat warning".split()
)
"""Nouns of what is put to somebody who answers it."""

CONVENING = frozenset("host hold arrange convene broker organise organize open resume restart start".split())
"""Verbs whose object does not happen where they are only spoken of: "offered to host talks"."""

CHARGING = frozenset({("accuse", "of"), ("suspect", "of"), ("charge", "with"), ("blame", "for")})
"""Verbs of accusing with the prepositions that lead to what somebody is said to have done."""

TURNING_DOWN = frozenset({"reject", "refuse", "deny", "oppose", "turn", "decline"})
"""Verbs of those who will not have what is put to them."""

ASKING = frozenset({"DEMAND", "GIVE_ULTIMATUM", "APPEAL"})
"""Relations by which somebody is asked to do something."""

ANSWERING = frozenset({Plover.REJECT, Plover.AGREE, Plover.CONCEDE})
"""Types of act by which somebody answers what was asked: "turned down a request to extradite Russians"."""

JUDGING = frozenset({Plover.REJECT, Plover.ACCUSE, Plover.SUPPORT, Plover.AGREE})
"""Types of act that are done to what others have: "Kenya's request was denied" by somebody else."""

OF_DEEDS_DONE = frozenset({Plover.ACCUSE, Plover.SUPPORT})
"""Types of act by which somebody judges what was done: "defended the Danish raid on a Swedish port"."""

KIND = frozenset({Plover.AID, Plover.SUPPORT, Plover.COOPERATE})
"""Types of act that a state does to rebels elsewhere rather than to its own."""

BACKING = frozenset({Plover.AID, Plover.SUPPORT})
"""Types of act that a participle before a noun tells: "Iran-backed rebels" are backed, while a Chadian-held
town is only described.
"""

BROKERED = frozenset({"MEDIATE"})
"""Relations of other types that it tells: "the Norwegian-brokered truce between Sri Lanka and rebels"."""

PACIFYING = frozenset({"SIGN", "RESTORE_RELATIONS"})
"""Those of them by which a state makes peace with its own."""

SIGNING = frozenset({"sign", "conclude", "initial", "ratify"})
"""Verbs by which two who promise each other something have signed it."""

CLAIMING = frozenset({"demand", "urge", "accuse"})
"""Verbs whose gerund behind a protest tells whom it is against."""

SHARED_BREACH = frozenset({"VIOLATE_CEASEFIRE"})
"""Relations that those who have something together do to each other: "both sides broke the truce"."""

HELD_AGAINST = frozenset({"ACCUSE", "CONVICT"})
"""Relations whose content somebody has done, by what is said: he is blamed or punished for it."""

TERMS = frozenset({"GIVE_ULTIMATUM"})
"""Threats that tell what another is to do: "has a week to free the hostages"."""

SWEARING = frozenset({"vow", "swear"})
"""Verbs of promises that nobody has asked for."""

FORSWORN = frozenset({Plover.CONSULT, Plover.SUPPORT, Plover.COOPERATE, Plover.AID})
"""Types of act that somebody refuses by swearing not to do them; who swears not to leave promises to stay."""

OF_ANOTHERS = frozenset({"PARDON"})
"""Relations by which somebody has done with what others have begun: "Kenya's suit was dismissed"."""

UPON = frozenset({"when", "as", "after"})
"""Words that begin the attack in which somebody died: "were killed when Syrian jets bombed their convoy"."""

FROM = frozenset({"from"})
"""The preposition behind which stands whose things come: "a note arrived from Chad"."""

OF_WHAT = frozenset({"of", "to", "in", "on"})
"""Prepositions behind the beginning or end of something: "a resumption of talks", "an end to the war"."""

ALONE = frozenset({"work", "trade"})
"""Verbs that several do, each for himself, where no "with" follows: "Chad and Niger are working hard"."""

SHARED_THINGS = (
    "talks",
    "negotiation",
    "parley",
    "relations",
    "truce",
    "agreement",
    "pacts",
    "alliance",
    "border",
    "joint_work",
    "joint_things",
    "commerce",
)
"""Classes of what two have with each other."""

OCCASIONED = "verb.occasion"
"""The rule by which whoever gave occasion for an act is whom it is done to, if no frame names him."""

WORDLESS = "the words that the frame asks for are not there"
"""Why a frame of a verb that is there did not fit."""


class SentenceReader:
    """Finds the acts of one sentence."""

    def __init__(self, vocabulary: Vocabulary, referents: Referents, sentence: Words) -> None:
        self._vocabulary = vocabulary
        self._referents, self._mentions = referents, referents.mentions
        self._sources = Sources(referents, vocabulary)
        self._targets = Targets(referents, vocabulary)
        self._home = Home(referents)
        self._pairs = Pairs(referents, vocabulary)
        self._misreadings = Misreadings(referents, vocabulary)
        self._speakers = Speakers(referents)
        self._implied = Implied(referents, vocabulary)
        self._strangers = referents.strangers
        self._sentence = sentence
        self._contents: dict[int, Match] = {}
        self._used: set[int] = set()
        self._judged: set[int] = set()
        self._told_by_verb: dict[int, set[str]] = {}
        self._asked: dict[int, int] = {}
        self._readings = Readings(vocabulary, self._mentions)
        self._spoken_of = Contents(vocabulary, self._targets, self._readings, self._used)
        self.near: list[tuple[Token, str, str]] = []

    def acts(self) -> Iterator[Act]:
        """Every act in the order of the words; what governs is read first and may use up what it governs.

        Things that a verb has for its subject are no other acts: "talks, which soon collapsed".
        """
        found: list[Act] = []
        sport = is_sport(self._sentence, self._vocabulary)
        for verb in filter(is_verb, self._sentence):
            for thing, relation in self._readings.things_of(verb):
                self._told_by_verb.setdefault(thing, set()).add(relation)
        for token in self._by_depth():
            if is_fiction(token):
                continue
            if is_verb(token):
                found += self._verb_act(token)
            elif token.pos_ in ("NOUN", "PROPN") and (
                token.i not in self._used or token.i in self._judged or self._is_accused(token)
            ):
                found += self._noun_act(token)
        found += self._at_home_again(found)
        said = ("verb.said", "verb.said of an act")
        found = [act for act in found if not (sport and (act.rule in said or _is_played(act)))]
        yield from without_repetition(sorted(found, key=lambda act: act.trigger.i))

    def _at_home_again(self, found: Sequence[Act]) -> Iterator[Act]:
        """What people do of whom another act has shown whose they are: "the officers who had toppled the
        president of Niger received a Dane" are Niger's.
        """
        for act in found:
            for mention in (m for pair in act.pairs for m in pair):
                if mention.how == "context" and mention.role is not None and not act.reciprocal:
                    self._referents.homes.setdefault(mention.head, (mention,))
        told = {act.trigger.i for act in found}
        for token in dict.fromkeys(token for token, _, _ in self.near) if self._referents.homes else ():
            if token.i not in told and is_verb(token) and not self._is_content(token):
                who = {noun.i for noun in (*logical_subject(token).tokens, *logical_objects(token))}
                if who & self._referents.homes.keys():
                    yield from self._verb_act(token)

    def _is_accused(self, noun: Token) -> bool:
        """Whether a noun names what somebody is said to have done, though it belongs to the accusation."""
        verb = accusation_of(noun)
        return verb is not None and verb.i not in self._contents and not standing_of(verb).negated

    def _by_depth(self) -> list[Token]:
        return sorted(self._sentence, key=lambda token: sum(1 for _ in token.ancestors))

    def _verb_act(self, verb: Token) -> Iterator[Act]:
        said = list(self._said(verb))
        yield from said
        for saying in sayings_of(verb) if not said else ():
            yield from self._by_saying(saying)
        frames = self._vocabulary.verb_frames.get(verb.lemma_.lower(), ())
        best: Match | None = None
        last: tuple[Match, Act] | None = None
        for match in self._readings.of(verb) if not (cannot_but(verb) or is_driven(verb)) else ():
            if best and match.weight < best.weight and match.frame.relation != best.frame.relation:
                continue  # the frame that asks for more is meant, though not all of it was found
            if match.frame.idiom:
                return
            if compounded(verb) is not None and not self._is_backing(match):
                continue
            if self._misreadings.is_one(match):
                continue
            best = best or match
            found, why = self._act_of(match)
            if found is not None and found.rule == OCCASIONED:
                last, found = last or (match, found), None  # another frame may name whom it is done to
            elif found is None:
                self.near.append((verb, match.name, why))
            if found is not None:
                yield from self._told(match, found)
                return
            idle = why == OTHERS or match.implied or bool(match.unfilled)
            best = None if best is match and idle else best
        if last is not None:
            yield from self._told(*last)
            return
        if best is not None and best.content is not None and verb.lemma_.lower() not in CAUSING:
            self._contents[best.content.i] = best  # what nobody named demands is not done either
        if best is not None and verb.lemma_.lower() in UNDOING:
            self._consume(best)  # sanctions that are lifted, by whomever, are not imposed
            if verb.lemma_.lower() in TURNING_DOWN:  # but who asked has done so, whoever refuses
                asked = (noun for noun in (*best.used, *best.owned) if self._is_put(noun))
                self._used.difference_update(noun.i for noun in asked)
        if best is None and frames and not is_light(verb):
            self.near.append((verb, frames[0].called(verb.lemma_.lower()), WORDLESS))

    def _told(self, match: Match, act: Act) -> Iterator[Act]:
        """An act with what else its verb speaks of, unless it is only spoken of itself."""
        self._consume(match)
        if act.relation.name == "VISIT" and are_several([source for source, _ in act.pairs]):
            self._used.difference_update(token.i for token in match.used)  # who "flew there for talks" talk
        self._referents.did[match.trigger.i] = tuple(dict.fromkeys(source for source, _ in act.pairs))
        self._referents.hit[match.trigger.i] = tuple(dict.fromkeys(target for _, target in act.pairs))
        if not self._is_content(match.trigger):
            yield act
            yield from self._further_contents(match, act)

    def _is_backing(self, match: Match) -> bool:
        relation = match.frame.relation
        return relation in BROKERED or self._vocabulary.relations[relation].plover in BACKING

    def _is_shared(self, match: Match) -> bool:
        """Whether what a frame acts upon is what two have with each other: "suspend <talks> with X", of which
        "talks between Chad and Mali were suspended" tells without a doer.
        """
        theirs = any("with" in place.words and place.slot is Slot.TARGET for place in match.frame.places)
        classes = [self._vocabulary.classes.get(name, NONE) for name in SHARED_THINGS]
        objects = logical_objects(match.trigger)
        things = (*objects, *(inner for noun in objects for inner in measured(noun)))
        used = [noun for noun in match.used if noun in things]
        return theirs and any(fits(noun, wanted) for noun in used for wanted in classes)

    def _happens_between(self, match: Match) -> bool:
        """Whether an act is told of those behind "between" alone, where nobody but a thing does it.

        "The guns fell silent between Iran and Iraq", "the deal restored ties between them".
        """
        pact = self._vocabulary.classes.get("agreement", NONE)
        alone = not any(child.dep_ == "dobj" for child in match.trigger.children)
        things = alone or all(fits(noun, pact) for noun in match.sources)
        return _says_between(match) and (things or is_passive(match.trigger))

    def _is_put(self, noun: Token) -> bool:
        """Whether a noun names what is put to others: a request, an offer, a complaint."""
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        types = [self._vocabulary.relations[frame.relation].plover for frame in frames]
        put = sum(plover in (Plover.REQUEST, Plover.ACCUSE) for plover in types)
        return noun.lemma_.lower() in PUT or 2 * put > len(types)

    def _further_contents(self, match: Match, act: Act) -> Iterator[Act]:
        """The other acts that are spoken of: "threatened to close ... and to break ..."; they are done to
        the same where no word says to whom: "to cut off gas to Mali and to recall its envoy".
        """
        if match.content is None:
            return
        for other in match.content.conjuncts:
            if other.i > match.content.i and other.pos_ == "VERB":
                further = replace(match, content=other)
                self._consume(further)
                found, _ = self._act_of(further)
                if found is None:
                    content, _ = self._spoken_of.of(other, [source.actor.id for source, _ in act.pairs])
                    quads = {
                        self._vocabulary.relations[name].plover.quad[-4:]
                        for name in (content, act.content)
                        if name
                    }
                    found = replace(act, content=content) if len(quads) == 1 else None
                if found is not None and found.content is not None:
                    yield found

    def _consume(self, match: Match) -> None:
        self._used.update(token.i for token in match.used)
        if self._vocabulary.relations[match.frame.relation].plover in OF_DEEDS_DONE:
            self._judged.update(token.i for token in match.owned)
        asking = match.frame.relation in ASKING
        if asking and any(
            is_end(noun) for noun in match.used
        ):  # what is to end goes on: "an end to the siege"
            self._judged.update(noun.i for noun in (*match.used, *match.owned) if not is_end(noun))
        if asking and match.content is not None:  # "urged it to end its siege"
            ongoing = {noun.i: match.trigger.i for noun in self._going_on(match.content)}
            self._judged.update(ongoing)
            self._asked.update(ongoing)
        spoken = self._vocabulary.relations[match.frame.relation].plover in (Plover.REQUEST, Plover.AGREE)
        for act in (act for noun in match.used for act in what_for(noun)) if spoken else ():
            self._contents[act.i] = match  # "asked for help in fighting rebels"
        if match.content is not None:
            self._contents[match.content.i] = match

    def _going_on(self, verb: Token) -> Iterator[Token]:
        """The hostile deeds that somebody is asked to end: "called on Mali to halt its raids on Chad"."""
        for noun in logical_objects(verb) if verb.lemma_.lower() in STOPPING | {"lift"} else ():
            frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
            quads = [self._vocabulary.relations[frame.relation].plover.quad for frame in frames]
            own = any(child.dep_ == "poss" for child in noun.children)
            if own and 2 * quads.count("material conflict") > len(quads):
                yield noun

    def _is_content(self, verb: Token) -> bool:
        """Whether an act is only spoken of: what is promised, refused, demanded or threatened.

        What somebody is accused of stands as an event of its own, attributed to who accuses.
        """
        token = verb
        while True:
            if is_wished(token) or (token.dep_ == "pcomp" and token.head.lower_ == "against"):
                return True  # "a warning against joining NATO"
            if (
                token.dep_ == "dobj"
                and token.head.lemma_.lower() in CONVENING
                and token.head.i in self._contents
            ):
                return True  # "offered to host talks"
            match = self._contents.get(token.i)
            if match is not None:
                held = HELD_AGAINST if not is_verb(token) else HELD_AGAINST - {"CONVICT"}
                return self._vocabulary.relations[match.frame.relation].name not in held
            if token.dep_ not in ("conj", "xcomp") or token.head.i == token.i:
                return False
            token = token.head

    def _act_of(self, match: Match) -> tuple[Act | None, str]:
        relation = self._vocabulary.relations[match.frame.relation]
        if match.thing is not None:
            return self._act_of_thing(match, match.thing, relation)
        sources = self._sources.of_verb(match, relation)
        rule = f"verb.{match.source_rule}"
        if relation.plover is Plover.REQUEST and is_consequence(match.trigger):
            return None, "no source: what is told before brought it about"
        if sources and not confined(sources, match.frame.source_only):
            return None, OTHERS
        agentless = match.source_rule in ("agentless", "") and not match.sources
        if match.source_rule == "named source" and any(is_captive(noun) for noun in match.targets):
            return None, "no source: a captive is not held by the country he is in"
        if not sources and agentless and relation.plover is Plover.ASSAULT:
            sources = self._sources.in_whose_attack(match) or self._upon_attack(match)
            rule = "verb.in an attack"
        if not sources and agentless and relation.name == "RELEASE":
            sources, rule = self._sources.captors(match), "verb.captor"
        others = relation.plover in JUDGING or relation.name in OF_ANOTHERS
        if not sources and match.source_rule == "agentless" and not others:
            sources, rule = self._sources.owners_of_used(match), "verb.owner"
        ids = [m.actor.id for m in sources]
        targets = self._targets.of(match, relation, ids)
        content, hit = self._spoken_of.told_in(match, targets, sources)
        spoken_of = self._vocabulary.relations.get(content or "")
        home = {
            "domestic": relation.domestic or (spoken_of is not None and spoken_of.domestic),
            "rising": _is_done_to_rebels(relation),
            "coup": relation.name == "OVERTHROW",
            "meeting": relation.reciprocal or any(n.lemma_.lower() in NEGOTIATING for n in match.used),
            "crowds": relation.plover is Plover.PROTEST,
        }
        shared = not sources and match.source_rule == "agentless" and self._is_shared(match)
        parties = self._sources.between(match) if shared else ()
        if parties:
            return self._pairs.checked(match, relation, parties, parties, "verb.between", content, True)
        by_itself = not sources and relation.reciprocal and self._happens_between(match)
        if by_itself and are_several(targets):
            return self._pairs.checked(match, relation, targets, targets, "verb.between", content, True)
        if relation.name == "OVERTHROW":
            sources = self._home.mutinous(sources)
        if not sources:
            sources, rule = self._home.at_home(match.sources, targets or hit, **home), "verb.at home"
        elif len(match.sources) > 1:
            unnamed = [token for token in match.sources if not self._referents.actors_of(token)]
            alone = relation.reciprocal and not targets
            sources += self._home.at_home(unnamed, sources, apart=alone, **home)
        if sources and not targets:
            filled = match.frame.has_target and not match.unfilled
            spoken = tuple(objects_in(match.content)) if match.content is not None and not filled else ()
            people = () if match.frame.has_target else self._people_in(match)
            targets = self._home.at_home([*match.targets, *match.owned, *people], sources, **home)
            together = spoken_of is not None and spoken_of.reciprocal and are_several(sources)
            theirs = () if together else self._home.at_home(spoken, sources, **home)  # "agreed to exchange"
            inner = spoken_of is not None and spoken_of.domestic  # "refused to pardon officers"
            targets = targets or tuple(m for m in theirs if inner or not is_own_organ(m, ids))
        elif sources:
            unnamed = [token for token in match.targets if not self._referents.actors_of(token, ids)]
            targets += self._home.at_home(unnamed, sources, **home) if len(match.targets) > 1 else ()
        targets = targets or hit
        if sources and not targets and relation.name == "DEMAND":
            targets = self._asked_further(match, ids)
        if sources and not targets and relation.plover in (Plover.REQUEST, Plover.AGREE):
            both, wanted = self._asked_together(match, ids)
            targets, content = (both, content or wanted) if both else (targets, content)
        answers = sources and not targets and content is None and relation.plover in ANSWERING
        if answers and (asked := self._spoken_of.asked_for(match, ids)) is not None:
            act, content, targets = asked
            self._contents[act.i] = match
        if sources and not targets and relation.plover is Plover.REJECT:
            verbs = (match.trigger, *([match.content] if match.content is not None else []))
            nouns = (noun for verb in verbs for noun in defied(verb))
            wishes = (m for noun in nouns for m in self._sources.who_prompts(noun))
            targets = tuple(m for m in wishes if m.actor.id not in ids)
        if relation.public and sources and not targets:
            targets = self._home.in_own_land(match.trigger, sources)
        if relation.public or (spoken_of is not None and spoken_of.public):
            targets = self._home.own_people(targets, sources)
        if targets and not sources and relation.plover is Plover.ASSAULT:
            sources = self._sources.assailants(match, targets)
        held = agentless and any(noun.pos_ == "NOUN" for noun in match.used)
        if targets and not sources and held and relation.plover is Plover.PROTEST:
            sources, rule = self._home.people_there(match.trigger, targets), "verb.people there"
        if targets and not sources:
            sources, rule = self._strangers.doing(match.sources, relation), f"verb.{match.source_rule}"
        elif sources and not targets:
            targets = self._strangers.hit([*match.targets, *match.owned], relation)
        elif not sources and (unknown := self._strangers.doing(match.sources, relation)):
            targets = self._home.at_home([*match.targets, *match.owned], unknown, **home)
            sources, rule = unknown, f"verb.{match.source_rule}"
        other = any(means_each_other(group) for group in (match.targets, *match.other_targets))
        if other or (not targets and owned_by_each_other(match)):
            if relation.name == "FIGHT":
                relation = self._vocabulary.relations.get("CLASH", relation)  # "fought each other"
            return self._pairs.checked(match, relation, sources, sources, "verb.each other", content, True)
        hurting = relation.plover in (Plover.ASSAULT, Plover.COERCE) or relation.name == "SHOW_FORCE"
        hurting = hurting and _says_its(match.trigger)
        if sources and not targets and (hurting or relation.name in SHARED_BREACH):
            targets = self._accusers(match.trigger, ids)
        relation = meant(relation, sources, targets, spoken_of, self._vocabulary)
        if relation.name == "PROMISE" and content is None and (refused := self._forsworn(match, ids)):
            relation, content = self._vocabulary.relations.get("REFUSE", relation), refused
        content = None if relation.name == "REQUEST_MEDIATION" else content
        if not targets and (relation.plover is Plover.THREATEN or relation.plover.quad.endswith("conflict")):
            targets = self._targets.on_condition_of(match, ids, unless=relation.plover is not Plover.THREATEN)
        if sources and not targets and relation.plover is Plover.PROTEST:
            targets = self._purpose_of(match, ids)
        if sources and not targets and (relation.plover is Plover.PROTEST or relation.name == "END_PROTEST"):
            targets = self._home.at_home(self._targets.bargaining(match.trigger), sources, **home)
        if sources and not targets and relation.plover.quad.endswith("conflict"):
            whose = self._targets.answered(match.trigger, ids)
            if relation.plover is Plover.ASSAULT:
                whose = whose or self._targets.at_truce(match.trigger, ids)
            if not whose and relation.plover is not Plover.ASSAULT:
                alarming = relation.plover is Plover.MOBILIZE
                whose = self._targets.occasioned(match.trigger, ids, alarming=alarming)
            targets, rule = (whose, OCCASIONED) if whose else (targets, rule)
        if sources and not targets:
            targets = self._implied.whom(match, relation, spoken_of, sources)
        elif not sources and (land := self._implied.where(match, relation, targets)):
            sources, rule, targets = land, "verb.at home", self._home.own_people(land, land)
        elif targets and not sources and (state := self._implied.who(match, relation, targets)):
            sources, rule = state, "verb.at home"
        mutual = relation.reciprocal or bool(match.unfilled and not targets)  # "A and B cut ties"
        mutual = mutual or (relation.name in SHARED_BREACH and not targets and len(match.sources) > 1)
        reciprocal = mutual or (spoken_of is not None and spoken_of.reciprocal and not targets)
        missing = (
            bool(match.unfilled)
            or match.implied
            or relation.name in SHARED_BREACH
            or match.content is not None
        )
        apart = match.unfilled and not match.used and match.trigger.lemma_.lower() in ALONE
        if not targets and reciprocal and missing and not apart and are_several(sources):
            targets, rule = sources, "verb.each other"
            if relation.name == "PROMISE" and match.trigger.lemma_.lower() in SIGNING:
                relation = self._vocabulary.relations.get("SIGN", relation)  # "signed a pact to trade"
        return self._pairs.checked(match, relation, sources, targets, rule, content, reciprocal)

    def _asked_further(self, match: Match, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Of whom something is demanded in the same breath: "summoned the envoy and demanded an apology"."""
        verb = match.trigger
        before = self._referents.hit.get(verb.head.i, ()) if verb.dep_ == "conj" else ()
        own = own_subject(verb) is not None or match.content is not None
        return () if own else tuple(m for m in before if m.actor.id not in besides)

    def _accusers(self, verb: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Who says that somebody broke the truce or hurt what is his, if no word says with whom he had it or
        whose it is: "India accused Pakistan of violating the truce", "of taking oil from its wells".
        """
        accused = _accusation_above(verb)
        by = self._referents.did.get(accused.i, ()) if accused is not None else ()
        parties = (Kind.COUNTRY, Kind.GROUP, Kind.SECTOR)
        return tuple(m for m in by if m.actor.id not in besides and m.actor.kind in parties)

    def _forsworn(self, match: Match, besides: Sequence[str]) -> str | None:
        """The kind act that somebody swears not to do: "vowed never to negotiate" refuses it, while who
        "promised not to recruit" gives his word.
        """
        act = match.content
        if act is None or match.frame.has_target or match.trigger.lemma_.lower() not in SWEARING:
            return None
        if not any(child.dep_ == "neg" for child in act.children):
            return None
        name, _ = self._spoken_of.of(act, besides, against=True)
        return name if name is not None and self._vocabulary.relations[name].plover in FORSWORN else None

    def _asked_together(self, match: Match, besides: Sequence[str]) -> tuple[tuple[Mention, ...], str | None]:
        """Of whom something is asked that they do with each other, and what: "called for talks between Chad
        and Mali", "urged an end to the fighting between them", "offered to host talks between them".
        """
        asked = [*match.used, *match.targets, *match.owned]
        asked += (
            logical_objects(match.content) if match.content is not None and is_verb(match.content) else ()
        )
        asked += [o for noun in asked for p in prepositions(noun, OF_WHAT, depth=1) for o in objects_of(p)]
        for noun in asked:
            frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
            for told in sorted(noun_matches(noun, frames), key=lambda told: -told.weight):
                relation = self._vocabulary.relations[told.frame.relation]
                both = self._sources.between(told) if relation.reciprocal else ()
                if are_several(both):
                    over = any(is_end(above) for above in asked if above.i < noun.i)
                    if not over:
                        self._contents[noun.i] = match
                    name = relation.ended if over else relation.name
                    return tuple(m for m in both if m.actor.id not in besides), name
        return (), None

    def _upon_attack(self, match: Match) -> tuple[Mention, ...]:
        """Whose attack it was that killed: "were killed when Syrian jets bombed their convoy"."""
        for clause in circumstances(match.trigger, UPON):
            for told in self._readings.of(clause):
                relation = self._vocabulary.relations[told.frame.relation]
                hit = relation.plover is Plover.ASSAULT and not relation.reciprocal
                if hit and not told.frame.idiom and not told.frame.subject_is_target:
                    found = confined(self._sources.of_verb(told, relation), told.frame.source_only)
                    if found:
                        return found
        return ()

    def _people_in(self, match: Match) -> tuple[Token, ...]:
        """The people whom a frame itself names: "opened fire on protesters"."""
        roles = ((noun, self._mentions.bare_role(noun)) for noun in match.used)
        return tuple(noun for noun, role in roles if role is not None and role.sort is Sort.MEMBER)

    def _by_saying(self, saying: Saying) -> Iterator[Act]:
        """What somebody does by what he says of an act: "X said Y must withdraw" is a demand."""
        relation = self._vocabulary.relations.get(saying.frame.relation)
        if relation is None:
            return
        sources = self._who_says(saying.voice, saying.frame)
        ids = [m.actor.id for m in sources]
        bearers = saying.voice.meant(with_conjuncts(saying.bearer)) if saying.bearer is not None else ()
        targets = tuple(m for token in bearers for m in self._referents.actors_of(token, ids))
        if bearers and not targets:  # "the rebels must disarm", "Vietnam's ships must leave"
            whose = self._sources.of_verb(Match(saying.frame, saying.act, sources=list(bearers)), relation)
            targets = whose or self._home.at_home(bearers, sources, domestic=False, rising=True)
        content, hit = self._spoken_of.of(saying.act, [m.actor.id for m in targets or sources])
        match = Match(saying.frame, saying.voice.word)
        if saying.loose and content in (None, "TRADE"):
            return  # "said Cuba had to import its food"
        if saying.bearer is None:
            if any(m.actor.id not in ids for m in self._sources.doers_in(saying.act)):
                self._contents[saying.act.i] = match  # "a Russian attack is out of the question, Norway said"
                return
            targets = tuple(m for m in hit if m.actor.id not in ids)
        standing = _standing_in(saying.voice)
        found, _ = self._pairs.checked(
            match, relation, sources, targets, "verb.said of an act", content, False, standing
        )
        if found is not None:
            self._contents[saying.act.i] = match
            yield found

    def _said(self, verb: Token) -> Iterator[Act]:
        """What somebody does to those of whom he says something: "Kenya said Chad was to blame"."""
        matches = list(said_matches(verb, self._vocabulary))
        voice = voice_of(verb) if matches else None
        sources = self._who_says(voice, matches[0].frame) if voice is not None else ()
        if voice is None or not sources:
            return
        ids = [m.actor.id for m in sources]
        for match in matches:
            if match.frame.idiom:
                return
            match.targets = list(voice.meant(tuple(match.targets)))
            relation = self._vocabulary.relations[match.frame.relation]
            targets = tuple(m for m in self._targets.of(match, relation, ids) if m.actor.id not in ids)
            if voice.about and not targets:  # "said of Chad that it was to blame"
                targets = self._referents.each(voice.about, besides=ids, owned=False)
            content, hit = self._spoken_of.told_in(match, targets, sources)
            content = content or self._held_against(match)
            if match.content is not None and relation.name in HELD_AGAINST and not self._is_harm(content):
                continue  # "responsible for a third of its imports"
            if content == relation.name or (
                relation.plover is Plover.THREATEN and relation.name not in TERMS
            ):
                content = None  # what another "will regret" is not what he is threatened with
            told = Match(match.frame, voice.word, used=match.used)
            found, why = self._pairs.checked(
                told, relation, sources, targets or hit, "verb.said", content, False, _standing_in(voice)
            )
            if found is None:
                self.near.append((verb, match.name, why))
                continue
            if match.content is not None:
                self._contents[match.content.i] = match
            yield found
            return

    def _who_says(self, voice: Voice, frame: Frame) -> tuple[Mention, ...]:
        """Who does something by saying it, whose words say it: "the UN chief", "an Iranian note"."""
        named = self._speakers.named(voice.speakers)
        if any(m.how != "stranger" for m in named):
            return named
        said = Match(frame, voice.word, sources=list(voice.speakers))
        return self._sources.of_verb(said, self._vocabulary.relations[frame.relation]) or named

    def _held_against(self, match: Match) -> str | None:
        """What somebody is said to have done by a noun of the saying: "was behind the raid"."""
        used = set(self._used)
        names = [self._spoken_of.of(n, ())[0] for n in match.used if match.frame.relation in HELD_AGAINST]
        self._used.intersection_update(used)
        return next(filter(self._is_harm, names), None)

    def _is_harm(self, name: str | None) -> bool:
        """Whether a relation does harm to somebody."""
        return name is not None and self._vocabulary.relations[name].plover.quad == "material conflict"

    def _noun_act(self, noun: Token) -> Iterator[Act]:
        if self._mentions.is_name(noun) or is_subject_matter(noun, self._vocabulary):
            return
        told = self._prompted(noun) or self._befriended(noun)
        if told is not None:
            yield told
            return
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        for match in sorted(noun_matches(noun, frames), key=lambda match: -match.weight):
            found, why = self._act_of_noun(match)
            if found is not None and found.relation.name not in self._told_by_verb.get(
                noun.i, {found.relation.name}
            ):
                return
            if found is not None:
                self._consume(match)
                if not self._is_content(noun):
                    yield found
                return
            self.near.append((noun, match.name, why))

    def _prompted(self, noun: Token) -> Act | None:
        """What a circumstance tells: "under pressure from the IMF, Indonesia closed banks" is a demand."""
        prompt = prompt_of(noun)
        relation = self._vocabulary.relations.get(prompt.relation) if prompt is not None else None
        if prompt is None or relation is None:
            return None
        if relation.name == "SUPPORT" and self._is_content(prompt.clause):
            return None  # "urged Chad to attack with French help"
        who = self._sources.who_prompts(noun)
        ids = [m.actor.id for m in who]
        whom = self._sources.who_does(prompt.clause, ids)
        who = who or self._home.at_home(nouns_behind(noun), whom, domestic=True, rising=True)
        readings = self._readings.of(prompt.clause)
        told = (match for match in readings if not match.unfilled and not match.frame.idiom)
        obeyed = prompt.obeyed and relation.name in WANTING
        wanted = next(told, None) if obeyed and who and whom else None
        content = wanted.frame.relation if wanted is not None else None
        lemma = noun.lemma_.lower()
        frame = Frame(relation=relation.name, text=f"{lemma} by S", nominal=True, heads=frozenset({lemma}))
        found, _ = self._pairs.checked(
            Match(frame, noun), relation, who, whom, "noun.circumstance", content, False
        )
        standing = standing_of(prompt.clause)
        if found is None or (standing.negated and (prompt.obeyed or relation.name == "SUPPORT")):
            return None  # "never bombed the reactor at the request of Egypt"
        if standing.modality is Modality.POSSIBLE or relation.name == "SUPPORT":
            found.standing.weaken(standing.modality)  # who "will attack with French help" will be helped
        return found

    def _befriended(self, noun: Token) -> Act | None:
        """What is told of somebody beside his name: "Syria, Iran's closest ally, ..." are allies."""
        relation = self._vocabulary.relations.get(ALLIED.relation)
        if relation is None or not is_friend(noun):
            return None
        who, of = friends(noun, self._referents)
        found, _ = self._pairs.checked(Match(ALLIED, noun), relation, who, of, "noun.apposition", None, True)
        return found

    def _act_of_noun(self, match: Match) -> tuple[Act | None, str]:
        relation = self._vocabulary.relations[match.frame.relation]
        if relation.reciprocal and (is_topic(match.trigger) or is_thwarted(match.trigger)):
            return None, "only talked about, or kept from happening"
        manner = match.trigger.dep_ == "pobj" and match.trigger.head.lower_ == "in"
        if manner and relation.name == "COMPLAIN" and not list(match.trigger.lefts):
            return None, "told by what is done in protest"
        if relation.reciprocal and relation.plover is not Plover.CONSULT and is_over(match.trigger):
            return None, "it is over"
        found, why = self._pairs.checked(match, relation, *self._ends_of_noun(match, relation))
        if found is not None and is_blamed(match.trigger):
            found.standing.weaken(Modality.POSSIBLE)
        return found, why

    def _act_of_thing(self, match: Match, thing: Token, relation: Relation) -> tuple[Act | None, str]:
        """What things do for whose they are: "talks between Chad and Mali collapsed", "aid from Japan reached
        Chad". Ends are found as those of a noun, where no place behind the verb names them.
        """
        sources = self._referents.each(match.sources, besides=(), owned=False)
        if match.frame.source_is_named and sources:
            targets = self._targets.of(match, relation, [m.actor.id for m in sources])
            return self._pairs.checked(
                match, relation, sources, targets, "thing.source", None, relation.reciprocal
            )
        told = replace(match, trigger=thing)
        who, whom, rule, content, mutual = self._ends_of_noun(told, relation, shared=match.frame.is_shared)
        if whom and not who:
            clauses = [child for child in thing.children if child.dep_ == "acl" and child.tag_ == "VBN"]
            behind = [o for verb in clauses for o in agents(verb)]
            places = (p for verb in (match.trigger, *clauses) for p in prepositions(verb, FROM, depth=2))
            behind += [o for preposition in places for o in objects_of(preposition)]
            who = self._referents.each(behind, besides=[m.actor.id for m in whom], owned=False)
        if whom and not who and match.frame.is_shared:
            who = self._home.speaking_state(match.trigger)
        return self._pairs.checked(match, relation, who, whom, rule.replace("noun", "thing"), content, mutual)

    def _ends_of_noun(
        self, match: Match, relation: Relation, *, shared: bool = False
    ) -> tuple[tuple[Mention, ...], tuple[Mention, ...], str, str | None, bool]:
        """Who is at the ends of an event noun, by which rule, the content, and whether it is done both ways.

        `shared` tells that it is what two have with each other, whatever the relation.
        """
        mutual = relation.reciprocal or shared
        parties = self._sources.between(match) if mutual or not _says_between(match) else ()
        if relation.name == "CEASE_FIRE":
            parties = parties or self._referents.deals.under(match.trigger)
        if parties:
            return parties, parties, "noun.between", None, True
        targets = self._targets.of(match, relation, ())
        sources, rule = self._sources.of_noun(match, targets, carrier_of(match.trigger))
        home = {
            "domestic": relation.domestic,
            "rising": _is_done_to_rebels(relation),
            "meeting": mutual,
        }
        asked = self._referents.hit.get(self._asked.get(match.trigger.i, -1), ())
        sources = asked or sources  # "urged Mali to end its siege": theirs who are asked
        if not targets and mutual and are_several(sources):
            targets = sources
        doers = doers_of(match.trigger) or self._owning(match.trigger, relation)
        if not sources:
            sources, rule = self._home.at_home(doers, targets, **home), "noun.at home"
        targets = targets or self._home.at_home(match.targets, sources, **home)
        told = targets or match.targets
        if told and not sources and not doers and self._is_told_of(match.trigger, relation):
            sources, rule = self._home.people_there(match.trigger, targets), "noun.people there"
            targets = targets or self._home.at_home(match.targets, sources, **home)
        if targets and not sources:
            sources, rule = self._strangers.doing(doers, relation), "noun.owner"
        elif sources and not targets:
            targets = self._strangers.hit(match.targets, relation)
        content, hit = self._spoken_of.told_in(match, targets, sources)
        if sources and not targets and not hit and relation.plover in (Plover.REQUEST, Plover.AGREE):
            hit, together = self._asked_together(match, [m.actor.id for m in sources])
            content = content or together
        if not sources and not doers:
            sources, against = self._implied.crowd(match, relation, targets)
            targets = against or targets
        return sources, targets or hit, rule, content, mutual

    def _is_told_of(self, noun: Token, relation: Relation) -> bool:
        """Whether a protest is what a clause tells of, rather than one among the circumstances."""
        first = outer(noun)
        if noun.lemma_.lower() in DRIVES:
            return False
        return relation.plover is Plover.PROTEST and first.dep_ in (
            "nsubj",
            "nsubjpass",
            "attr",
            "ROOT",
            "dobj",
        )

    def _owning(self, noun: Token, relation: Relation) -> tuple[Token, ...]:
        """Whose act a noun is where no country is named: "the nurses' strike", but no painter's critique, and
        no army's campaign is a protest.
        """
        others = {"CVL", "MIL", "GOV"} if relation.plover is Plover.PROTEST else {"CVL"}
        owners = (child for child in noun.children if child.dep_ == "poss")
        roles = ((owner, self._mentions.bare_role(owner)) for owner in owners)
        return tuple(owner for owner, role in roles if role is not None and role.sector not in others)

    def _purpose_of(self, match: Match, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Whom a protest is against by its purpose: "blocked roads to press their demands on the government".

        The purpose is then no act of its own, unlike what they claim: "on strike, demanding that Chile pay".
        """
        for clause in match.trigger.children:
            aim = clause.dep_ in ("advcl", "xcomp") and is_infinitive(clause)
            claim = clause.dep_ == "advcl" and clause.lemma_.lower() in CLAIMING and clause.tag_ == "VBG"
            if not (aim or claim) or not is_verb(clause):
                continue
            for inner in self._readings.of(clause):
                relation = self._vocabulary.relations[inner.frame.relation]
                found = self._targets.of(inner, relation, besides)
                against = relation.plover.quad.endswith("conflict")
                if found and against and not inner.frame.idiom:
                    if aim:
                        self._contents[clause.i] = match
                    return found
        return ()


def _is_played(act: Act) -> bool:
    """Whether players do the like, as when they drive another to it: "forced the Dutchman to surrender"."""
    return act.relation.plover in PLAYED or (
        act.relation.name == "DEMAND" and act.trigger.lemma_.lower() in CAUSING
    )


def _accusation_above(verb: Token) -> Token | None:
    """The verb by which somebody is said to have done an act: "accused Mali of shelling it and looting"."""
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    if verb.dep_ != "pcomp":
        return None
    first = verb.head
    while first.dep_ == "conj" and first.head.i < first.i:  # "of stealing oil and of massing troops"
        first = first.head
    return first.head if (first.head.lemma_.lower(), first.lower_) in CHARGING else None


def _says_its(verb: Token) -> bool:
    """Whether something of somebody spoken of stands beside an act: "stealing oil from its wells"."""
    return any(token.dep_ == "poss" and token.lower_ in ("its", "their", "his") for token in verb.subtree)


def _standing_in(voice: Voice) -> Standing | None:
    """How a saying is told where no verb of saying governs it: as done, unless somebody only asks."""
    if voice.governs:
        return None
    asked = voice.word.sent.text.rstrip().endswith("?")
    return Standing(voice.word, Modality.POSSIBLE if asked else Modality.ACTUAL)


def _is_done_to_rebels(relation: Relation) -> bool:
    """Whether a state does this to rebels of its own rather than of other lands."""
    return relation.plover not in KIND or relation.name in PACIFYING


def _says_between(match: Match) -> bool:
    """Whether the frame itself says who stands behind "between": whom a mediator mediates between."""
    return any("between" in place.words for place in match.frame.places)
