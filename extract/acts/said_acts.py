"""Who does something by what he says of others, and to whom: "Kenya said Chad was to blame" accuses, "said
Chad must withdraw" demands.
"""

from collections.abc import Iterator

from extract.actors.resolver import Mention
from extract.acts.act import Act
from extract.acts.drafts import Draft
from extract.acts.finders import Finders
from extract.acts.ledger import HELD_AGAINST
from extract.acts.sayings import Saying, Voice, said_matches, sayings_of, voice_of
from extract.frames.triggers import Match
from extract.grammar.nouns import with_conjuncts
from extract.grammar.parse import Token
from extract.referents.speakers import Speakers
from extract.standing.standing import Standing
from graph.frames import Frame
from graph.model import Modality, Plover
from graph.vocabulary import Relation

OF_OTHERS, OF_ACTS = "verb.said", "verb.said of an act"
"""The rules by which somebody acts by what he says of others and of what they are to do."""

TERMS = frozenset({"GIVE_ULTIMATUM"})
"""Threats that tell what another is to do: "has a week to free the hostages"."""


class SaidActs:
    """Finds the acts that are done in one sentence by saying something."""

    def __init__(self, find: Finders) -> None:
        self._find = find
        self._speakers = Speakers(find.referents)

    def of(self, verb: Token) -> Iterator[Act]:
        """What is done by saying something of others, else by saying it of an act."""
        said = self._of_others(verb)
        if said is not None:
            yield said
            return
        for saying in sayings_of(verb):
            told = self._of_act(saying)
            if told is not None:
                yield told

    def _of_others(self, verb: Token) -> Act | None:
        """What somebody does to those of whom he says something: "Kenya said Chad was to blame"."""
        matches = list(said_matches(verb, self._find.vocabulary))
        voice = voice_of(verb) if matches else None
        sources = self._who_says(voice, matches[0].frame) if voice is not None else ()
        if voice is None or not sources:
            return None
        for match in matches:
            if match.frame.idiom:
                return None
            draft = self._accusing(match, voice, sources)
            if draft is None:
                continue
            found, why = self._find.pairs.checked(draft, _standing_in(voice))
            if found is not None:
                if match.content is not None:
                    self._find.ledger.only_speaks_of(match.content, match)
                return found
            self._find.ledger.near.append((verb, match.name, why))
        return None

    def _accusing(self, match: Match, voice: Voice, sources: tuple[Mention, ...]) -> Draft | None:
        """What is said of others by one frame; nothing where it holds no deed against them."""
        besides = [m.actor.id for m in sources]
        match.targets = list(voice.meant(tuple(match.targets)))
        relation = self._find.vocabulary.relations[match.frame.relation]
        targets = tuple(
            m for m in self._find.targets.of(match, relation, besides) if m.actor.id not in besides
        )
        if voice.about and not targets:  # "said of Chad that it was to blame"
            targets = self._find.referents.each(voice.about, besides=besides, owned=False)
        content, hit = self._find.contents.told_in(match, targets, sources)
        content = content or self._held_against(match)
        if match.content is not None and relation.name in HELD_AGAINST and not self._is_harm(content):
            return None  # "responsible for a third of its imports"
        regretted = relation.plover is Plover.THREATEN and relation.name not in TERMS
        if content == relation.name or regretted:
            content = None  # what another "will regret" is not what he is threatened with
        told = Match(match.frame, voice.word, used=match.used)
        return Draft(told, relation, sources, targets or hit, OF_OTHERS, content)

    def _of_act(self, saying: Saying) -> Act | None:
        """What somebody does by what he says of an act: "X said Y must withdraw" is a demand."""
        relation = self._find.vocabulary.relations.get(saying.frame.relation)
        if relation is None:
            return None
        sources = self._who_says(saying.voice, saying.frame)
        besides = [m.actor.id for m in sources]
        targets = self._bearers(saying, relation, sources)
        content, hit = self._find.contents.of(saying.act, [m.actor.id for m in targets or sources])
        match = Match(saying.frame, saying.voice.word)
        if saying.loose and content in (None, "TRADE"):
            return None  # "said Cuba had to import its food"
        if saying.bearer is None:
            if any(m.actor.id not in besides for m in self._find.sources.doers_in(saying.act)):
                self._find.ledger.only_speaks_of(saying.act, match)
                return None  # "a Russian attack is out of the question, Norway said"
            targets = tuple(m for m in hit if m.actor.id not in besides)
        draft = Draft(match, relation, sources, targets, OF_ACTS, content)
        found, _ = self._find.pairs.checked(draft, _standing_in(saying.voice))
        if found is not None:
            self._find.ledger.only_speaks_of(saying.act, match)
        return found

    def _bearers(
        self, saying: Saying, relation: Relation, sources: tuple[Mention, ...]
    ) -> tuple[Mention, ...]:
        """Who is to act by what somebody says: "Chad must withdraw", "the rebels must disarm"."""
        if saying.bearer is None:
            return ()
        bearers = saying.voice.meant(with_conjuncts(saying.bearer))
        besides = [m.actor.id for m in sources]
        found = tuple(m for token in bearers for m in self._find.referents.actors_of(token, besides))
        if not bearers or found:
            return found
        whose = Match(saying.frame, saying.act, sources=list(bearers))  # "Vietnam's ships must leave"
        return self._find.sources.of_verb(whose, relation) or self._find.home.at_home(
            bearers, sources, domestic=False, rising=True
        )

    def _who_says(self, voice: Voice, frame: Frame) -> tuple[Mention, ...]:
        """Who does something by saying it, whose words say it: "the UN chief", "an Iranian note"."""
        named = self._speakers.named(voice.speakers)
        if any(m.how != "stranger" for m in named):
            return named
        said = Match(frame, voice.word, sources=list(voice.speakers))
        return self._find.sources.of_verb(said, self._find.vocabulary.relations[frame.relation]) or named

    def _held_against(self, match: Match) -> str | None:
        """What somebody is said to have done by a noun of the saying: "was behind the raid"."""
        used = set(self._find.ledger.used)
        names = [self._find.contents.of(n, ())[0] for n in match.used if match.frame.relation in HELD_AGAINST]
        self._find.ledger.used.intersection_update(used)
        return next(filter(self._is_harm, names), None)

    def _is_harm(self, name: str | None) -> bool:
        """Whether a relation does harm to somebody."""
        return name is not None and self._find.vocabulary.relations[name].plover.quad == "material conflict"


def _standing_in(voice: Voice) -> Standing | None:
    """How a saying is told where no verb of saying governs it: as done, unless somebody only asks."""
    if voice.governs:
        return None
    asked = voice.word.sent.text.rstrip().endswith("?")
    return Standing(voice.word, Modality.POSSIBLE if asked else Modality.ACTUAL)
