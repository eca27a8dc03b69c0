"""Who does what a verb tells, and to whom: "the army shelled rebels in Chad". Those whom its frame names,
else who is at home there, who is told of beside it, a stranger, or who alone can be meant.
"""

from collections.abc import Sequence

from extract.actors.belonging import NEGOTIATING
from extract.actors.resolver import Mention
from extract.acts.act import Act
from extract.acts.drafts import Draft
from extract.acts.finders import Finders
from extract.acts.implied import Implied
from extract.acts.pairs import OTHERS
from extract.acts.retellings import forsworn, meant
from extract.acts.targets import objects_in
from extract.acts.together import Together
from extract.acts.unnamed import Unnamed
from extract.frames.triggers import Match
from extract.grammar.clauses import circumstances, is_consequence
from extract.grammar.parse import Token
from extract.referents.ends import are_several, confined, is_captive, is_own_organ
from extract.referents.home import is_done_to_rebels
from graph.gazetteer import Sort
from graph.model import Plover
from graph.vocabulary import Relation

JUDGING = frozenset({Plover.REJECT, Plover.ACCUSE, Plover.SUPPORT, Plover.AGREE})
"""Types of act that are done to what others have: "Kenya's request was denied" by somebody else."""

CONVEYING = frozenset("convey send extend express voice transmit deliver pass offer promise pledge".split())
"""Verbs by which what somebody has reaches others: "Norwegian help was offered to Chad"."""

OF_ANOTHERS = frozenset({"PARDON"})
"""Relations by which somebody has done with what others have begun: "Kenya's suit was dismissed"."""

UPON = frozenset({"when", "as", "after"})
"""Words that begin the attack in which somebody died: "were killed when Syrian jets bombed their convoy"."""


class VerbEnds:
    """Finds who is at the ends of the acts that verbs tell."""

    def __init__(self, find: Finders, unnamed: Unnamed, implied: Implied) -> None:
        self._find, self._unnamed, self._implied = find, unnamed, implied
        self._together = Together(find)

    def act_of(self, match: Match) -> tuple[Act | None, str]:
        """The act of a verb's frame, or why there is none."""
        relation = self._find.vocabulary.relations[match.frame.relation]
        sources = self._find.sources.of_verb(match, relation)
        why = _ruled_out(match, relation, sources)
        if why is not None:
            return None, why
        draft = self._by_its_words(match, relation, sources)
        if self._together.joins_between(draft):
            return self._find.pairs.checked(draft)
        self._at_home(draft)
        self._unnamed.asked(draft)
        self._upon_a_land(draft)
        self._by_strangers(draft)
        if self._together.joins_each_other(draft):
            return self._find.pairs.checked(draft)
        self._unnamed.accusing(draft)
        self._retell(draft)
        self._unnamed.opposed(draft)
        self._imply(draft)
        self._together.join_several(draft)
        return self._find.pairs.checked(draft)

    def _by_its_words(self, match: Match, relation: Relation, sources: tuple[Mention, ...]) -> Draft:
        """Who is at the ends by the frame's own words, and the act that it speaks of."""
        rule = f"verb.{match.source_rule}"
        if not sources and _is_agentless(match):
            sources, rule = self._behind_the_deed(match, relation, rule)
        judged = relation.plover in JUDGING and match.trigger.lemma_.lower() not in CONVEYING
        judged = judged or relation.name in OF_ANOTHERS
        if not sources and match.source_rule == "agentless" and not judged:
            sources, rule = self._find.sources.owners_of_used(match), "verb.owner"
        besides = [m.actor.id for m in sources]
        targets = self._find.targets.of(match, relation, besides)
        content, hit = self._find.contents.told_in(match, targets, sources)
        spoken_of = self._find.vocabulary.relations.get(content or "")
        home = {
            "domestic": relation.domestic or (spoken_of is not None and spoken_of.domestic),
            "rising": is_done_to_rebels(relation),
            "coup": relation.name == "OVERTHROW",
            "meeting": relation.reciprocal or any(n.lemma_.lower() in NEGOTIATING for n in match.used),
            "crowds": relation.plover is Plover.PROTEST,
        }
        return Draft(
            match,
            relation,
            sources,
            targets,
            rule,
            content,
            spoken_of=spoken_of,
            hit=hit,
            besides=besides,
            home=home,
        )

    def _behind_the_deed(
        self, match: Match, relation: Relation, rule: str
    ) -> tuple[tuple[Mention, ...], str]:
        """In whose attack somebody died, or who held those who were freed."""
        if relation.plover is Plover.ASSAULT:
            return self._find.sources.in_whose_attack(match) or self._upon_attack(match), "verb.in an attack"
        if relation.name == "RELEASE":
            return self._find.sources.captors(match), "verb.captor"
        return (), rule

    def _upon_attack(self, match: Match) -> tuple[Mention, ...]:
        """Whose attack it was that killed: "were killed when Syrian jets bombed their convoy"."""
        for clause in circumstances(match.trigger, UPON):
            for told in self._find.readings.of(clause):
                relation = self._find.vocabulary.relations[told.frame.relation]
                hit = relation.plover is Plover.ASSAULT and not relation.reciprocal
                if hit and not told.frame.idiom and not told.frame.subject_is_target:
                    found = confined(self._find.sources.of_verb(told, relation), told.frame.source_only)
                    if found:
                        return found
        return ()

    def _at_home(self, draft: Draft) -> None:
        """Roles without a country at either end, as those of the country they are at home in."""
        match, home = draft.match, draft.home
        if draft.relation.name == "OVERTHROW":
            draft.sources = self._find.home.mutinous(draft.sources)
        if not draft.sources:
            draft.sources = self._find.home.at_home(match.sources, draft.targets or draft.hit, **home)
            draft.rule = "verb.at home"
        elif len(match.sources) > 1:
            unnamed = [token for token in match.sources if not self._find.referents.actors_of(token)]
            alone = draft.relation.reciprocal and not draft.targets
            draft.sources += self._find.home.at_home(unnamed, draft.sources, apart=alone, **home)
        if draft.lacks_targets:
            draft.targets = self._hit_at_home(draft)
        elif draft.sources and len(match.targets) > 1:
            besides = draft.besides
            unnamed = [token for token in match.targets if not self._find.referents.actors_of(token, besides)]
            draft.targets += self._find.home.at_home(unnamed, draft.sources, **home)
        draft.targets = draft.targets or draft.hit

    def _hit_at_home(self, draft: Draft) -> tuple[Mention, ...]:
        """Who is acted upon at home, in the words of the frame or in what it speaks of."""
        match, sources, home = draft.match, draft.sources, draft.home
        people = () if match.frame.has_target else self._people_in(match)
        found = self._find.home.at_home([*match.targets, *match.owned, *people], sources, **home)
        spoken_of = draft.spoken_of
        together = spoken_of is not None and spoken_of.reciprocal and are_several(sources)
        filled = match.frame.has_target and not match.unfilled
        if found or match.content is None or filled or together:  # "agreed to exchange"
            return found
        theirs = self._find.home.at_home(tuple(objects_in(match.content)), sources, **home)
        inner = spoken_of is not None and spoken_of.domestic  # "refused to pardon officers"
        return tuple(m for m in theirs if inner or not is_own_organ(m, draft.besides))

    def _people_in(self, match: Match) -> tuple[Token, ...]:
        """The people whom a frame itself names: "opened fire on protesters"."""
        roles = ((noun, self._find.referents.mentions.bare_role(noun)) for noun in match.used)
        return tuple(noun for noun, role in roles if role is not None and role.sort is Sort.MEMBER)

    def _upon_a_land(self, draft: Draft) -> None:
        """Upon whom something is laid that is laid upon all of a land: "a curfew in Algiers"."""
        public = draft.relation.public
        if public and draft.lacks_targets:
            draft.targets = self._find.home.in_own_land(draft.match.trigger, draft.sources)
        if public or (draft.spoken_of is not None and draft.spoken_of.public):
            draft.targets = self._find.home.own_people(draft.targets, draft.sources)

    def _by_strangers(self, draft: Draft) -> None:
        """Who is left to find at one end where the other is known: assailants, a crowd, or somebody whom no
        file knows.
        """
        match, relation = draft.match, draft.relation
        if draft.lacks_sources and relation.plover is Plover.ASSAULT:
            draft.sources = self._find.sources.assailants(match, draft.targets)
        if not draft.sources and not draft.targets and relation.plover is Plover.ASSAULT:
            draft.sources, draft.targets = self._struck_again(match)
        held = _is_agentless(match) and any(noun.pos_ == "NOUN" for noun in match.used)
        if draft.lacks_sources and held and relation.plover is Plover.PROTEST:
            draft.sources = self._find.home.people_there(match.trigger, draft.targets)
            draft.rule = "verb.people there"
        by_words, strangers = f"verb.{match.source_rule}", self._find.referents.strangers
        if draft.lacks_sources:
            draft.sources, draft.rule = strangers.doing(match.sources, relation), by_words
        elif draft.lacks_targets:
            draft.targets = strangers.hit([*match.targets, *match.owned], relation)
        elif not draft.sources and (unknown := strangers.doing(match.sources, relation)):
            draft.targets = self._find.home.at_home([*match.targets, *match.owned], unknown, **draft.home)
            draft.sources, draft.rule = unknown, by_words

    def _struck_again(self, match: Match) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Who struck whom by strikes that a report goes on listing: "two strikes destroyed a depot"."""
        mentions = self._find.referents.mentions
        things = [
            noun
            for noun in (*match.targets, *match.owned, *match.used)
            if noun.pos_ == "NOUN" and not mentions.at(noun) and mentions.bare_role(noun) is None
        ]
        for strikes in match.sources if things else ():
            by, hit = self._find.referents.deeds.struck_again(strikes, things[0])
            if by:
                return by, hit
        return (), ()

    def _retell(self, draft: Draft) -> None:
        """What the act is told as, now that it is known between whom it is."""
        draft.relation = meant(
            draft.relation, draft.sources, draft.targets, draft.spoken_of, self._find.vocabulary
        )
        if draft.relation.name == "PROMISE" and draft.content is None:
            refused = forsworn(draft.match, draft.besides, self._find.contents, self._find.vocabulary)
            if refused is not None:
                draft.relation = self._find.vocabulary.relations.get("REFUSE", draft.relation)
                draft.content = refused
        if draft.relation.name == "REQUEST_MEDIATION":
            draft.content = None

    def _imply(self, draft: Draft) -> None:
        """Who is at an end that is only implied by where it happens and who is at the other."""
        match, relation = draft.match, draft.relation
        if draft.lacks_targets:
            draft.targets = self._implied.whom(match, relation, draft.spoken_of, draft.sources)
        elif not draft.sources and (land := self._implied.where(match, relation, draft.targets)):
            draft.sources, draft.rule = land, "verb.at home"
            draft.targets = self._find.home.own_people(land, land)
        elif draft.lacks_sources and (state := self._implied.who(match, relation, draft.targets)):
            draft.sources, draft.rule = state, "verb.at home"


def _ruled_out(match: Match, relation: Relation, sources: Sequence[Mention]) -> str | None:
    """Why nobody is meant by a frame, whoever else the sentence may name."""
    if relation.plover is Plover.REQUEST and is_consequence(match.trigger):
        return "no source: what is told before brought it about"
    if sources and not confined(sources, match.frame.source_only):
        return OTHERS
    if match.source_rule == "named source" and any(is_captive(noun) for noun in match.targets):
        return "no source: a captive is not held by the country he is in"
    return None


def _is_agentless(match: Match) -> bool:
    """Whether no word stands where a verb's doer would: "two soldiers were killed"."""
    return match.source_rule in ("agentless", "") and not match.sources
