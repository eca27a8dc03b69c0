"""Spells the acts of an article out into events, sentence by sentence, one event for each pair."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.actors.mentions import Mentions
from extract.actors.resolver import Mention
from extract.acts.act import Act
from extract.acts.sentence import SentenceReader
from extract.confidence import confidence
from extract.grammar.parse import Doc
from extract.grammar.parse import Span as Words
from extract.grammar.verbs import SUBJECTS
from extract.referents.coreference import SPEAKING
from extract.referents.discourse import Discourse
from extract.referents.ends import STATES_OWN
from extract.referents.issuers import names_document
from extract.referents.officials import Officials
from extract.referents.referents import Referents
from extract.referents.speakers import Speakers
from extract.standing.attribution import is_quoted
from extract.standing.dates import when_of
from extract.standing.standing import Standing
from extract.text.blocks import Block
from graph.model import Article, Attribution, Event, Kind, Modality, Party, Plover, Span, Why, coded_type
from graph.records import act_id, event_id
from graph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A frame whose head is there and that gave no event; `missing` says what it lacked."""

    trigger: Span
    frame: str
    missing: str


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
        referents = Referents(mentions, self._discourse, self._vocabulary)
        voices = Speakers(referents)
        text = self._article.title or "" if self._field == "title" else self._article.text
        for sentence in doc.sents:
            speakers = voices.quoted_in(sentence)
            self._discourse.speakers = self._discourse.speakers if speakers is None else speakers
            reader = SentenceReader(self._vocabulary, referents, sentence)
            seen: set[str] = set()
            taken_up: list[Mention] = []
            at_ends: list[Mention] = []
            for act in reader.acts():
                if self._discourse.issuers and not self._discourse.sentence and names_document(act.trigger):
                    continue  # "Joint communiqué on the talks": the heading signs nothing
                sources = [source for source, _ in act.pairs]
                taken_up += [
                    s for s in sources if s.how == "stranger" or (s.shared and s.how == "coreference")
                ]
                at_home = (m for pair in act.pairs for m in pair if m.how == "context")
                taken_up += [m for m in at_home if m.actor.sector not in STATES_OWN]
                at_ends += [m for pair in act.pairs for m in pair]
                done = act.standing.modality is Modality.ACTUAL and not act.standing.negated
                if act.relation.plover is Plover.ASSAULT and done and not act.reciprocal:
                    self._discourse.assaulted(act.words, act.pairs)
                for event in self._events(act, sentence, block, text, voices):
                    if event.id not in seen:
                        seen.add(event.id)
                        self._discourse.link(event)
                        self._discourse.put(event)
                        self._discourse.told.take(event, self._discourse.sentence)
                        yield event
            self.near += [
                NearMiss(trigger=_span(text, block, token.idx, token.end), frame=frame, missing=why)
                for token, frame, why in reader.near
            ]
            referents.strangers.notice(sentence)
            named = [m for token in sentence for m in mentions.at(token)]
            heard = (*named, *taken_up, *_meant(sentence, mentions, referents))
            known = {m.head for m in (*heard, *at_ends)}
            self._discourse.hear(sentence, heard, of_nobody=_tells_of_nobody(sentence, mentions, known))
            self._discourse.next_sentence()
        places = [m.actor.id for m in mentions if m.actor.kind is Kind.COUNTRY] if block.dateline else []
        self._discourse.reported_from = {*places[-1:]}

    def _events(
        self, act: Act, sentence: Words, block: Block, text: str, voices: Speakers
    ) -> Iterator[Event]:
        pairs = list(act.pairs)
        if act.reciprocal:
            pairs += [(t, s) for s, t in pairs]
        trigger = _span(text, block, act.trigger.idx, act.trigger.end)
        planned = act.standing.modality is not Modality.ACTUAL
        deeds = self._vocabulary.noun_frames
        when = when_of(act.trigger, self._article.published, deeds=deeds, ahead=planned)
        standing = act.standing
        groups = [group for group in map(voices.named, standing.speakers) if group]
        if not groups and is_quoted(act.trigger):
            doing = {source.actor.id for source, _ in pairs}
            goes_on = _going_on(m for m in self._discourse.speakers if m.actor.id not in doing)
        else:
            goes_on = None
        if standing.accused and not groups and goes_on is None:
            standing.weaken(Modality.POSSIBLE)
        relation = act.relation
        for source, target in dict.fromkeys(pairs):
            source_party = _party(source, sentence.doc, block, text)
            target_party = _party(target, sentence.doc, block, text)
            attribution = _attribution(groups, source, sentence, block, text) or goes_on
            if _is_own_will(standing, attribution, source):
                attribution = None
            why = Why(rule=act.rule, frame=act.frame, source=source.how, target=target.how)
            yield Event(
                id=event_id(
                    self._article.id,
                    self._field,
                    trigger,
                    source_party,
                    target_party,
                    relation.name,
                    act.content,
                    source.shared or target.shared,
                ),
                act=act_id(self._article.id, self._field, trigger),
                article=self._article.id,
                field=self._field,
                sentence=_sentence_span(sentence, block, text),
                source=source_party,
                relation=relation.name,
                content=act.content,
                plover=coded_type(relation.plover, standing.modality, standing.negated),
                cameo=relation.cameo,
                trigger=trigger,
                target=target_party,
                reciprocal=act.reciprocal,
                negated=standing.negated,
                modality=standing.modality,
                attributed_to=attribution,
                date=when.day if when else None,
                date_granularity=when.granularity if when else None,
                published=self._article.published,
                confidence=confidence(
                    why,
                    standing.modality,
                    content=act.content is not None,
                    attributed=attribution is not None,
                ),
                why=why,
            )


def _meant(sentence: Words, mentions: Mentions, referents: Referents) -> Iterator[Mention]:
    """Whom the subjects of a sentence take up, who are so spoken of again: "the movement", "it"."""
    officials = Officials(referents)
    for token in sentence:
        if token.dep_ in SUBJECTS and not mentions.at(token) and token.lower_ not in SPEAKING:
            official = officials.of(token) if token.pos_ == "PROPN" else None
            meant = (official,) if official is not None else referents.actors_of(token)
            yield from (m for m in meant if not m.shared or token.head.dep_ == "ROOT")


def _tells_of_nobody(sentence: Words, mentions: Mentions, known: Collection[int]) -> bool:
    """Whether the subject of a sentence are people of whom nobody knows whose they are: "gunmen fired"."""
    return any(
        token.tag_ == "NNS" and token.i not in known and mentions.bare_role(token) is not None
        for token in sentence
        if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT"
    )


def _party(mention: Mention, doc: Doc, block: Block, text: str) -> Party:
    words = [token for token in doc[mention.start : mention.end] if not token.is_space]
    if not words:  # whom no word names
        return Party(actor=mention.actor, person=mention.person)
    first, last = words[0], words[-1]
    return Party(
        actor=mention.actor,
        person=mention.person,
        mention=_span(text, block, first.idx, last.end),
    )


def _attribution(
    groups: Sequence[tuple[Mention, ...]], source: Mention, sentence: Words, block: Block, text: str
) -> Attribution | None:
    """The innermost speaker that is somebody; whoever passes the words on is `via`.

    Of several who speak together it is who acts, if he is among them: "France and Germany said they would".
    """
    speakers = [next((m for m in group if m.actor.id == source.actor.id), group[0]) for group in groups]
    if not speakers:
        return None
    parties = [_party(m, sentence.doc, block, text) for m in speakers]
    via = parties[1] if len(parties) > 1 and parties[1].actor.id != parties[0].actor.id else None
    return Attribution(speaker=parties[0], via=via)


def _going_on(speakers: Iterable[Mention]) -> Attribution | None:
    """Who was quoted last, for the next sentence of his words; his name stands in another sentence."""
    return next((Attribution(speaker=Party(actor=m.actor, person=m.person)) for m in speakers), None)


def _is_own_will(standing: Standing, attribution: Attribution | None, source: Mention) -> bool:
    """Whether who is to act says so: "France said it would send troops" reports nothing but the plan, and
    "France said it had sent none" nothing but that; who "denied sending any" answers a charge.
    """
    own = standing.modality is Modality.PLANNED or (standing.negated and not standing.disputed)
    if attribution is None or not own:
        return False
    speaker = attribution.speaker
    same = speaker.person == source.person or source.how == "coreference"
    return same and speaker.actor.id == source.actor.id


def _sentence_span(sentence: Words, block: Block, text: str) -> Span:
    words = sentence.text
    start = sentence.start_char + len(words) - len(words.lstrip())
    return _span(text, block, start, sentence.start_char + len(words.rstrip()))


def _span(text: str, block: Block, start: int, end: int) -> Span:
    start, end = block.start + start, block.start + end
    return Span(text=text[start:end], start=start, end=end)
