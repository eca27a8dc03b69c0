"""Joins mentions, triggers, arguments and standing into events, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from extract.arguments import Arguments, acts_on_itself, means_each_other
from extract.blocks import Block
from extract.clauses import is_passive, own_subject, with_conjuncts
from extract.coreference import Discourse, is_subject
from extract.dates import when_of
from extract.mentions import Mention, Mentions
from extract.modality import SAYING, Standing, standing_of
from extract.triggers import Match, noun_matches, state_matches, verb_matches
from graph.frames import Frame
from graph.model import Article, Attribution, Event, Modality, Party, Plover, Span, Why, coded_type
from graph.records import act_id, event_id
from graph.vocabulary import Relation, Vocabulary

LIGHT = frozenset(
    "make launch carry conduct hold stage mount begin start resume continue open sign conclude reach "
    "announce impose deliver pay issue give offer provide send extend express voice declare undertake "
    "perform do have take agree join enter lead host attend receive accept seek order plan prepare "
    "propose schedule vow pledge promise forge cement strike seal ratify renew maintain step intensify "
    "escalate expand strengthen boost build develop establish form create set lodge file exchange "
    "complete end halt stop suspend approve unleash wage fight commit pursue return arrive discuss be".split()
)
"""Verbs that only carry an event noun: who launches an attack attacks."""

COMING = frozenset("arrive come go travel fly return meet gather visit sit assemble convene leave".split())
"""Verbs whose "for" carries an event noun: "arrived in Geneva for talks"."""

UNDOING = frozenset(
    "lift ease end remove halt stop suspend cancel call drop scrap abolish postpone withdraw reject "
    "refuse oppose deny freeze cut break rule abandon relax revoke rescind repeal waive".split()
)
"""Verbs after which what their object names does not hold: "lifted its ban" bans nobody."""

SPOKEN = frozenset(
    {Plover.CONSULT, Plover.SUPPORT, Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.PROTEST}
)
"""Types of act that are done by doing something else: "rallied to protest", "phoned to praise"."""

KIND = frozenset({Plover.AID, Plover.SUPPORT, Plover.COOPERATE})
"""Types of act that a state does to rebels elsewhere rather than to its own."""

ENGAGING = frozenset("engage participate involve share".split())
"""Verbs whose "in" carries an event noun: "engaged in ethnic cleansing"."""

SAID_DUTY = Frame(relation="DEMAND", text="say that X must ...", nominal=False, heads=frozenset(SAYING))
MODAL_DEMAND = frozenset({"must", "should", "ought"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A frame whose head is there and that gave no event; `missing` says what it lacked."""

    trigger: Span
    frame: str
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One act before it is spelt out into events, one for each pair; reciprocity adds the way back."""

    trigger: Token
    relation: Relation
    frame: str
    rule: str
    pairs: tuple[tuple[Mention, Mention], ...]
    standing: Standing
    content: str | None = None
    reciprocal: bool = False


class EventReader:
    """Reads the events of one article's field, block after block, with one discourse."""

    def __init__(self, vocabulary: Vocabulary, article: Article, field: str, discourse: Discourse) -> None:
        self._vocabulary = vocabulary
        self._article = article
        self._field = field
        self._discourse = discourse
        self.near: list[NearMiss] = []

    def events_in(self, doc: Doc, block: Block, mentions: Mentions) -> Iterator[Event]:
        """The events of one parsed block, in the order of their triggers."""
        arguments = Arguments(mentions, self._discourse, self._vocabulary)
        text = self._article.title or "" if self._field == "title" else self._article.text
        for sentence in doc.sents:
            reader = SentenceReader(self._vocabulary, arguments, sentence)
            seen: set[str] = set()
            for found in reader.acts():
                for event in self._events(found, sentence, block, text, arguments):
                    if event.id not in seen:
                        seen.add(event.id)
                        self._discourse.link(event)
                        yield event
            self.near += [
                NearMiss(
                    trigger=_span(text, block, token.idx, token.idx + len(token)), frame=frame, missing=why
                )
                for token, frame, why in reader.near
            ]
            self._discourse.hear(
                (m, is_subject(doc[m.head])) for token in sentence for m in mentions.at(token)
            )
            self._discourse.next_sentence()

    def _events(
        self, found: Found, sentence: Words, block: Block, text: str, arguments: Arguments
    ) -> Iterator[Event]:
        pairs = list(found.pairs)
        if found.reciprocal:
            pairs += [(t, s) for s, t in pairs]
        trigger = _span(text, block, found.trigger.idx, found.trigger.idx + len(found.trigger))
        when = when_of(found.trigger, self._article.published)
        attribution = _attribution(found.standing, arguments, sentence, block, text)
        standing = found.standing
        relation = found.relation
        for source, target in dict.fromkeys(pairs):
            source_party = _party(source, sentence.doc, block, text)
            target_party = _party(target, sentence.doc, block, text)
            yield Event(
                id=event_id(
                    self._article.id,
                    self._field,
                    trigger,
                    source_party,
                    target_party,
                    relation.name,
                    found.content,
                    source.shared or target.shared,
                ),
                act=act_id(self._article.id, self._field, trigger),
                article=self._article.id,
                field=self._field,
                sentence=_sentence_span(sentence, block, text),
                source=source_party,
                relation=relation.name,
                content=found.content,
                plover=coded_type(relation.plover, standing.modality, standing.negated),
                cameo=relation.cameo,
                trigger=trigger,
                target=target_party,
                reciprocal=found.reciprocal,
                negated=standing.negated,
                modality=standing.modality,
                attributed_to=attribution,
                date=when.day if when else None,
                date_granularity=when.granularity if when else None,
                published=self._article.published,
                confidence=_confidence(found, source, target),
                why=Why(rule=found.rule, frame=found.frame, source=source.how, target=target.how),
            )


class SentenceReader:
    """Finds the acts of one sentence."""

    def __init__(self, vocabulary: Vocabulary, arguments: Arguments, sentence: Words) -> None:
        self._vocabulary = vocabulary
        self._arguments = arguments
        self._sentence = sentence
        self._contents: dict[int, Match] = {}
        self._used: set[int] = set()
        self.near: list[tuple[Token, str, str]] = []

    def acts(self) -> Iterator[Found]:
        """Every act in the order of the words; what governs is read first and may use up what it governs."""
        found: list[Found] = []
        for token in self._by_depth():
            if token.pos_ in ("VERB", "AUX"):
                found += self._verb_act(token)
            elif token.pos_ in ("NOUN", "PROPN") and token.i not in self._used:
                found += self._noun_act(token)
        yield from self._without_repetition(sorted(found, key=lambda act: act.trigger.i))

    def _by_depth(self) -> list[Token]:
        return sorted(self._sentence, key=lambda token: sum(1 for _ in token.ancestors))

    def _verb_act(self, verb: Token) -> Iterator[Found]:
        yield from self._said_duty(verb)
        frames = self._vocabulary.verb_frames.get(verb.lemma_.lower(), ())
        best: Match | None = None
        for match in self._matches(verb):
            if best is not None and match.weight < best.weight:
                break
            if match.frame.idiom:
                return
            best = best or match
            found, why = self._act_of(match)
            if found is not None:
                self._consume(match)
                if not self._is_content(verb):
                    yield found
                    yield from self._further_contents(match)
                return
            self.near.append((verb, match.frame.name, why))
        if best is not None and verb.lemma_.lower() in UNDOING:
            self._consume(best)  # sanctions that are lifted, by whomever, are not imposed
        if best is None and frames and not _is_light(verb):
            self.near.append((verb, frames[0].name, "the words that the frame asks for are not there"))

    def _further_contents(self, match: Match) -> Iterator[Found]:
        """The other acts that are spoken of: "threatened to close ... and to break ..."."""
        if match.content is None:
            return
        for other in match.content.conjuncts:
            if other.i > match.content.i and other.pos_ == "VERB":
                further = replace(match, content=other)
                self._consume(further)
                found, _ = self._act_of(further)
                if found is not None and found.content is not None:
                    yield found

    def _matches(self, verb: Token) -> Iterator[Match]:
        frames = self._vocabulary.verb_frames
        lemma = verb.lemma_.lower()
        head = lemma if lemma in frames else self._vocabulary.verb_of_form.get(verb.lower_, "")
        found = list(verb_matches(verb, frames.get(head, ())))
        if is_passive(verb):
            found += state_matches(verb, frames.get("be", ()))
        return iter(sorted(found, key=lambda match: -match.weight))

    def _consume(self, match: Match) -> None:
        self._used.update(token.i for token in match.used)
        if match.content is not None:
            self._contents[match.content.i] = match

    def _is_content(self, verb: Token) -> bool:
        """Whether an act is only spoken of: what is promised, refused, demanded or threatened.

        What somebody is accused of stands as an event of its own, attributed to who accuses.
        """
        token = verb
        while True:
            match = self._contents.get(token.i)
            if match is not None:
                return self._vocabulary.relations[match.frame.relation].name != "ACCUSE"
            if token.dep_ not in ("conj", "xcomp") or token.head.i == token.i:
                return False
            token = token.head

    def _act_of(self, match: Match) -> tuple[Found | None, str]:
        relation = self._vocabulary.relations[match.frame.relation]
        arguments = self._arguments
        sources = arguments.sources_of(match, relation)
        rule = f"verb.{match.source_rule}"
        if not sources and match.source_rule == "agentless":
            sources, rule = arguments.owners_of_used(match), "verb.owner"
        ids = [m.actor.id for m in sources]
        targets = arguments.targets_of(match, relation, ids)
        content, hit = self._with_content(match, targets, sources)
        spoken_of = self._vocabulary.relations.get(content or "")
        home = {
            "domestic": relation.domestic or (spoken_of is not None and spoken_of.domestic),
            "rising": relation.plover not in KIND,
        }
        if not sources:
            sources, rule = arguments.at_home(match.sources, targets or hit, **home), "verb.at home"
        elif not targets:
            targets = arguments.at_home([*match.targets, *match.owned], sources, **home)
        targets = targets or hit
        if means_each_other(match.targets):
            return self._checked(match, relation, sources, sources, "verb.each other", content, True)
        relation = self._meant(relation, spoken_of)
        reciprocal = relation.reciprocal or (spoken_of is not None and spoken_of.reciprocal and not targets)
        if not targets and reciprocal and len({*ids}) > 1:
            targets, rule = sources, "verb.each other"
        return self._checked(match, relation, sources, targets, rule, content, reciprocal)

    def _meant(self, relation: Relation, spoken_of: Relation | None) -> Relation:
        """Who promises or offers to use force threatens: "vowed to bomb" is no agreement."""
        hostile = spoken_of is not None and spoken_of.plover.quad == "material conflict"
        if relation.plover is Plover.AGREE and hostile:
            return self._vocabulary.relations.get("THREATEN", relation)
        return relation

    def _checked(
        self,
        match: Match,
        relation: Relation,
        sources: tuple[Mention, ...],
        targets: tuple[Mention, ...],
        rule: str,
        content: str | None,
        reciprocal: bool,
    ) -> tuple[Found | None, str]:
        if not sources:
            return None, "no source: nobody is named who does it"
        if not targets:
            return None, "no target: nobody is named to whom it is done"
        pairs = (
            _each_other(sources)
            if targets is sources
            else tuple((s, t) for s in sources for t in targets if not acts_on_itself(s, t))
        )
        if not pairs:
            return None, "source and target are the same actor"
        return (
            Found(
                trigger=match.trigger,
                relation=relation,
                frame=match.frame.name,
                rule=rule,
                pairs=pairs,
                standing=standing_of(match.trigger, is_light=_is_light, spoken=relation.plover in SPOKEN),
                content=content,
                reciprocal=reciprocal,
            ),
            "",
        )

    def _content_of(self, token: Token, besides: Sequence[str]) -> tuple[str | None, tuple[Mention, ...]]:
        """The relation of the act spoken of, and to whom it would be done."""
        vocabulary = self._vocabulary
        if token.pos_ in ("VERB", "AUX"):
            for match in self._matches(token):
                if match.frame.idiom or (match.unfilled and len(set(besides)) < 2):
                    continue
                relation = vocabulary.relations[match.frame.relation]
                targets = self._arguments.targets_of(match, relation, besides)
                if not targets and match.content is not None:
                    targets = self._content_of(match.content, besides)[1]
                self._used.update(t.i for t in match.used)
                return relation.name, targets or self._arguments.anybody_in(token, besides)
            inner = next((c for c in token.children if c.dep_ == "xcomp"), None)
            if inner is not None:
                return self._content_of(inner, besides)
            for child in token.children:
                if child.dep_ == "dobj" and child.lemma_.lower() in vocabulary.noun_frames:
                    name, targets = self._content_of(child, besides)
                    return name, targets or self._arguments.anybody_in(token, besides)
            return None, self._arguments.anybody_in(token, besides)
        for match in noun_matches(token, vocabulary.noun_frames.get(token.lemma_.lower(), ())):
            relation = vocabulary.relations[match.frame.relation]
            self._used.add(token.i)
            return relation.name, self._arguments.targets_of(match, relation, besides)
        named = [
            frame for frame in vocabulary.noun_frames.get(token.lemma_.lower(), ()) if not frame.modifiers
        ]
        return (named[-1].relation if named else None), ()  # "threatened Bolivia with sanctions"

    def _said_duty(self, verb: Token) -> Iterator[Found]:
        """A duty that is said to be somebody's is demanded: "X said Y must withdraw"."""
        demand = self._vocabulary.relations.get("DEMAND")
        if demand is None or verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING:
            return
        if not any(c.dep_ == "aux" and c.lower_ in MODAL_DEMAND for c in verb.children):
            return
        subject = own_subject(verb)
        speaker = own_subject(verb.head)
        if subject is None or speaker is None or is_passive(verb):
            return
        sources = tuple(m for t in with_conjuncts(speaker) for m in self._arguments.actors_of(t))
        targets = tuple(
            m
            for t in with_conjuncts(subject)
            for m in self._arguments.actors_of(t, [s.actor.id for s in sources])
        )
        content, _ = self._content_of(verb, [m.actor.id for m in targets])
        match = Match(SAID_DUTY, verb.head)
        found, _ = self._checked(match, demand, sources, targets, "verb.said duty", content, False)
        if found is not None:
            self._contents[verb.i] = match
            yield found

    def _noun_act(self, noun: Token) -> Iterator[Found]:
        if self._arguments.names_somebody(noun):
            return
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        for match in sorted(noun_matches(noun, frames), key=lambda match: -match.weight):
            found, why = self._act_of_noun(match)
            if found is not None:
                self._consume(match)
                if not self._is_content(noun):
                    yield found
                return
            self.near.append((noun, match.frame.name, why))

    def _act_of_noun(self, match: Match) -> tuple[Found | None, str]:
        relation = self._vocabulary.relations[match.frame.relation]
        arguments = self._arguments
        parties = arguments.between(match) if relation.reciprocal or not _says_between(match) else ()
        if parties:
            return self._checked(match, relation, parties, parties, "noun.between", None, True)
        targets = arguments.targets_of(match, relation, ())
        sources, rule = arguments.sources_of_noun(match, targets, _carrier_of(match.trigger))
        if not targets and relation.reciprocal and len({m.actor.id for m in sources}) > 1:
            targets = sources
        targets = targets or arguments.at_home(
            match.targets, sources, domestic=relation.domestic, rising=relation.plover not in KIND
        )
        content, hit = self._with_content(match, targets, sources)
        return self._checked(match, relation, sources, targets or hit, rule, content, relation.reciprocal)

    def _with_content(
        self, match: Match, targets: tuple[Mention, ...], sources: tuple[Mention, ...]
    ) -> tuple[str | None, tuple[Mention, ...]]:
        """The act spoken of, and whom it would hit where the speech act itself names nobody."""
        if match.content is None:
            return None, targets
        content, hit = self._content_of(match.content, [m.actor.id for m in sources])
        return content, targets if targets or match.frame.has_target else hit

    def _without_repetition(self, acts: Sequence[Found]) -> Iterator[Found]:
        """One act told by a verb and by its noun ("attacked in an attack") is one act."""
        told: set[tuple[str, str, str]] = set()
        for act in sorted(acts, key=lambda act: act.trigger.pos_ not in ("VERB", "AUX")):
            pairs = {(s.actor.id, act.relation.name, t.actor.id) for s, t in act.pairs}
            if act.trigger.pos_ not in ("VERB", "AUX") and pairs <= told:
                continue
            told |= pairs
            yield act


def _says_between(match: Match) -> bool:
    """Whether the frame itself says who stands behind "between": whom a mediator mediates between."""
    return any("between" in place.words for place in match.frame.places)


def _each_other(parties: tuple[Mention, ...]) -> tuple[tuple[Mention, Mention], ...]:
    """The pairs of parties that do it to each other; reciprocity adds the way back."""
    return tuple((a, b) for a, b in combinations(parties, 2) if not acts_on_itself(a, b))


def _carrier_of(noun: Token) -> Token | None:
    """The verb that carries an event noun as its object: "launched" in "launched an attack"."""
    token = noun
    while token.dep_ in ("conj", "pobj", "prep", "appos") and token.head.i != token.i:
        if token.dep_ == "prep" and token.head.pos_ not in ("VERB", "AUX") and token.lower_ != "of":
            return None
        if token.dep_ == "prep" and token.lower_ == "for" and token.head.lemma_.lower() in COMING:
            return token.head
        if token.dep_ == "prep" and token.lower_ == "in" and token.head.lemma_.lower() in ENGAGING:
            return token.head
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    if verb.pos_ not in ("VERB", "AUX") or not _is_light(verb):
        return None
    if token is not verb and token.dep_ not in ("dobj", "nsubjpass", "attr"):
        return None
    return verb


def _is_light(verb: Token) -> bool:
    return verb.lemma_.lower() in LIGHT


def _party(mention: Mention, doc: Doc, block: Block, text: str) -> Party:
    words = [token for token in doc[mention.start : mention.end] if not token.is_space]
    first, last = words[0], words[-1]
    return Party(
        actor=mention.actor,
        person=mention.person,
        mention=_span(text, block, first.idx, last.idx + len(last)),
    )


def _attribution(
    standing: Standing, arguments: Arguments, sentence: Words, block: Block, text: str
) -> Attribution | None:
    """The innermost speaker that is somebody; whoever passes the words on is `via`."""
    speakers = [m for token in standing.speakers for m in arguments.actors_of(token)[:1]]
    if not speakers:
        return None
    parties = [_party(m, sentence.doc, block, text) for m in speakers]
    via = parties[1] if len(parties) > 1 and parties[1].actor.id != parties[0].actor.id else None
    return Attribution(speaker=parties[0], via=via)


def _sentence_span(sentence: Words, block: Block, text: str) -> Span:
    words = sentence.text
    start = sentence.start_char + len(words) - len(words.lstrip())
    return _span(text, block, start, sentence.start_char + len(words.rstrip()))


def _span(text: str, block: Block, start: int, end: int) -> Span:
    start, end = block.start + start, block.start + end
    return Span(text=text[start:end], start=start, end=end)


DOUBT = {"coreference": 0.75, "place": 0.7, "people": 0.9, "role": 0.95, "capital": 0.85, "metonym": 0.95}


def _confidence(found: Found, source: Mention, target: Mention) -> float:
    """How far an event may be trusted: a first guess by its weakest links, not yet calibrated."""
    value = 0.9 if found.rule.startswith("verb") else 0.75
    value *= DOUBT.get(source.how, 1.0) * DOUBT.get(target.how, 1.0)
    if found.standing.modality is Modality.POSSIBLE:
        value *= 0.9
    return round(value, 3)
