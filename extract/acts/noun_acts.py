"""Which frame of a noun is meant: "the Danish raid on Chad" tells of an attack, "under pressure from the IMF"
of a demand, and "Iran's closest ally" of an alliance.
"""

from collections.abc import Iterator

from extract.acts.act import Act
from extract.acts.alliances import ALLIED, friends, is_friend
from extract.acts.drafts import Draft
from extract.acts.finders import Finders
from extract.acts.noun_ends import NounEnds
from extract.frames.topics import is_subject_matter
from extract.frames.triggers import Match, noun_matches
from extract.grammar.circumstances import WANTING, Prompt, nouns_behind, prompt_of
from extract.grammar.parse import Span as Words
from extract.grammar.parse import Token
from extract.grammar.verbs import is_verb
from extract.standing.climb import standing_of
from graph.frames import Frame
from graph.model import Modality


class NounActs:
    """Finds the acts that the nouns of one sentence tell.

    Things that a verb has for its subject are no other acts: "talks, which soon collapsed".
    """

    def __init__(self, find: Finders, ends: NounEnds, sentence: Words) -> None:
        self._find, self._ends = find, ends
        self._told_by_verb: dict[int, set[str]] = {}
        for verb in filter(is_verb, sentence):
            for thing, relation in find.readings.things_of(verb):
                self._told_by_verb.setdefault(thing, set()).add(relation)

    def of(self, noun: Token) -> Iterator[Act]:
        """The act of a noun by the first of its frames that finds somebody at both ends."""
        if self._find.referents.mentions.is_name(noun) or is_subject_matter(noun, self._find.vocabulary):
            return
        told = self._prompted(noun) or self._befriended(noun)
        if told is not None:
            yield told
            return
        frames = self._find.vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        for match in sorted(noun_matches(noun, frames), key=lambda match: -match.weight):
            found, why = self._ends.act_of(match)
            if found is None:
                self._find.ledger.near.append((noun, match.name, why))
                continue
            if found.relation.name in self._told_by_verb.get(noun.i, {found.relation.name}):
                self._find.ledger.consume(match)
                if not self._find.ledger.is_content(noun):
                    yield found
            return

    def _prompted(self, noun: Token) -> Act | None:
        """What a circumstance tells: "under pressure from the IMF, Indonesia closed banks" is a demand."""
        prompt = prompt_of(noun)
        relation = self._find.vocabulary.relations.get(prompt.relation) if prompt is not None else None
        if prompt is None or relation is None:
            return None
        if relation.name == "SUPPORT" and self._find.ledger.is_content(prompt.clause):
            return None  # "urged Chad to attack with French help"
        who = self._find.sources.who_prompts(noun)
        whom = self._find.sources.who_does(prompt.clause, [m.actor.id for m in who])
        who = who or self._find.home.at_home(nouns_behind(noun), whom, domestic=True, rising=True)
        content = self._wanted(prompt) if who and whom else None
        lemma = noun.lemma_.lower()
        frame = Frame(relation=relation.name, text=f"{lemma} by S", nominal=True, heads=frozenset({lemma}))
        found, _ = self._find.pairs.checked(
            Draft(Match(frame, noun), relation, who, whom, "noun.circumstance", content)
        )
        standing = standing_of(prompt.clause)
        if found is None or (standing.negated and (prompt.obeyed or relation.name == "SUPPORT")):
            return None  # "never bombed the reactor at the request of Egypt"
        if standing.modality is Modality.POSSIBLE or relation.name == "SUPPORT":
            found.standing.weaken(standing.modality)  # who "will attack with French help" will be helped
        return found

    def _wanted(self, prompt: Prompt) -> str | None:
        """What somebody is moved to do, if he did what was wanted of him."""
        if not prompt.obeyed or prompt.relation not in WANTING:
            return None
        readings = self._find.readings.of(prompt.clause)
        told = (match for match in readings if not match.unfilled and not match.frame.idiom)
        wanted = next(told, None)
        return wanted.frame.relation if wanted is not None else None

    def _befriended(self, noun: Token) -> Act | None:
        """What is told of somebody beside his name: "Syria, Iran's closest ally, ..." are allies."""
        relation = self._find.vocabulary.relations.get(ALLIED.relation)
        if relation is None or not is_friend(noun):
            return None
        who, of = friends(noun, self._find.referents)
        draft = Draft(Match(ALLIED, noun), relation, who, of, "noun.apposition", reciprocal=True)
        found, _ = self._find.pairs.checked(draft)
        return found
