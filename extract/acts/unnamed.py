"""Whom an act is done to that no word of its own names, by what is told beside it: "summoned the envoy and
demanded an apology", "took to the streets to press their demands on the government".
"""

from collections.abc import Sequence

from extract.actors.resolver import Mention
from extract.acts.contents import is_end
from extract.acts.drafts import Draft
from extract.acts.finders import Finders
from extract.acts.together import SHARED_BREACH
from extract.frames.triggers import Match, noun_matches
from extract.grammar.circumstances import defied
from extract.grammar.clauses import logical_objects
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.verbs import is_infinitive, is_verb, own_subject
from extract.referents.ends import are_several
from graph.model import Kind, Plover

CHARGING = frozenset({("accuse", "of"), ("suspect", "of"), ("charge", "with"), ("blame", "for")})
"""Verbs of accusing with the prepositions that lead to what somebody is said to have done."""

ANSWERING = frozenset({Plover.REJECT, Plover.AGREE, Plover.CONCEDE})
"""Types of act by which somebody answers what was asked: "turned down a request to extradite Russians"."""

CLAIMING = frozenset({"demand", "urge", "accuse"})
"""Verbs whose gerund behind a protest tells whom it is against."""

OF_WHAT = frozenset({"of", "to", "in", "on"})
"""Prepositions behind the beginning or end of something: "a resumption of talks", "an end to the war"."""

OCCASIONED = "verb.occasion"
"""The rule by which whoever gave occasion for an act is whom it is done to, if no frame names him."""


class Unnamed:
    """Finds to whom the acts of one sentence are done where their frames do not say it."""

    def __init__(self, find: Finders) -> None:
        self._find = find

    def asked(self, draft: Draft) -> None:
        """Of whom something is asked, or who asked what somebody answers."""
        match, plover = draft.match, draft.relation.plover
        if draft.lacks_targets and draft.relation.name == "DEMAND":
            draft.targets = self._asked_before(match, draft.besides)
        if draft.lacks_targets and plover in (Plover.REQUEST, Plover.AGREE):
            both, wanted = self.asked_together(match, draft.besides)
            if both:
                draft.targets, draft.content = both, draft.content or wanted
        if draft.lacks_targets and draft.content is None and plover in ANSWERING:
            answered = self._find.contents.asked_for(match, draft.besides)
            if answered is not None:
                act, draft.content, draft.targets = answered
                self._find.ledger.only_speaks_of(act, match)
        if draft.lacks_targets and plover is Plover.REJECT:
            draft.targets = self._defied(match, draft.besides)

    def accusing(self, draft: Draft) -> None:
        """Who says that somebody broke the truce or hurt what is his, if no word says with whom he had it or
        whose it is: "India accused Pakistan of violating the truce", "of taking oil from its wells".
        """
        verb, relation = draft.match.trigger, draft.relation
        hurting = relation.plover in (Plover.ASSAULT, Plover.COERCE) or relation.name == "SHOW_FORCE"
        hurting = hurting and _says_its(verb)
        if not draft.lacks_targets or not (hurting or relation.name in SHARED_BREACH):
            return
        accused = _accusation_above(verb)
        by = self._find.referents.did.get(accused.i, ()) if accused is not None else ()
        parties = (Kind.COUNTRY, Kind.GROUP, Kind.SECTOR)
        draft.targets = tuple(m for m in by if m.actor.id not in draft.besides and m.actor.kind in parties)

    def opposed(self, draft: Draft) -> None:
        """Whom a hostile act is against: who would set it off, of whom something is claimed by it, or who
        gave occasion for it.
        """
        match, relation = draft.match, draft.relation
        threat, protest = relation.plover is Plover.THREATEN, relation.plover is Plover.PROTEST
        hostile = relation.plover.quad.endswith("conflict")
        if not draft.targets and (threat or hostile):
            draft.targets = self._find.targets.on_condition_of(match, draft.besides, unless=not threat)
        if draft.lacks_targets and protest:
            draft.targets = self._claimed_of(match, draft.besides)
        if draft.lacks_targets and (protest or relation.name == "END_PROTEST"):
            bargaining = self._find.targets.bargaining(match.trigger)
            draft.targets = self._find.home.at_home(bargaining, draft.sources, **draft.home)
        if draft.lacks_targets and hostile:
            self._answered(draft)

    def asked_together(self, match: Match, besides: Sequence[str]) -> tuple[tuple[Mention, ...], str | None]:
        """Of whom something is asked that they do with each other, and what: "called for talks between Chad
        and Mali", "urged an end to the fighting between them", "offered to host talks between them".
        """
        asked = [*match.used, *match.targets, *match.owned]
        asked += (
            logical_objects(match.content) if match.content is not None and is_verb(match.content) else ()
        )
        asked += [o for noun in asked for p in prepositions(noun, OF_WHAT, depth=1) for o in objects_of(p)]
        for noun in asked:
            frames = self._find.vocabulary.noun_frames.get(noun.lemma_.lower(), ())
            for told in sorted(noun_matches(noun, frames), key=lambda told: -told.weight):
                relation = self._find.vocabulary.relations[told.frame.relation]
                both = self._find.sources.between(told) if relation.reciprocal else ()
                if are_several(both):
                    over = any(is_end(above) for above in asked if above.i < noun.i)
                    if not over:
                        self._find.ledger.only_speaks_of(noun, match)
                    name = relation.ended if over else relation.name
                    return tuple(m for m in both if m.actor.id not in besides), name
        return (), None

    def _asked_before(self, match: Match, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Of whom something is demanded in the same breath: "summoned the envoy and demanded an apology"."""
        verb = match.trigger
        before = self._find.referents.hit.get(verb.head.i, ()) if verb.dep_ == "conj" else ()
        own = own_subject(verb) is not None or match.content is not None
        return () if own else tuple(m for m in before if m.actor.id not in besides)

    def _defied(self, match: Match, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Whose wish somebody does not bow to: "refused to resign despite calls by students"."""
        verbs = (match.trigger, *([match.content] if match.content is not None else []))
        wishes = (m for verb in verbs for noun in defied(verb) for m in self._find.sources.who_prompts(noun))
        return tuple(m for m in wishes if m.actor.id not in besides)

    def _claimed_of(self, match: Match, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Whom a protest is against by its purpose: "blocked roads to press their demands on the government".

        The purpose is then no act of its own, unlike what they claim: "on strike, demanding that Chile pay".
        """
        for clause in match.trigger.children:
            aim = clause.dep_ in ("advcl", "xcomp") and is_infinitive(clause)
            claim = clause.dep_ == "advcl" and clause.lemma_.lower() in CLAIMING and clause.tag_ == "VBG"
            if not (aim or claim) or not is_verb(clause):
                continue
            for inner in self._find.readings.of(clause):
                relation = self._find.vocabulary.relations[inner.frame.relation]
                found = self._find.targets.of(inner, relation, besides)
                against = relation.plover.quad.endswith("conflict")
                if found and against and not inner.frame.idiom:
                    if aim:
                        self._find.ledger.only_speaks_of(clause, match)
                    return found
        return ()

    def _answered(self, draft: Draft) -> None:
        """Whom a hostile act answers, who broke a truce with whom, or who gave occasion for it."""
        verb, besides, plover = draft.match.trigger, draft.besides, draft.relation.plover
        found = self._find.targets.answered(verb, besides)
        if not found and plover is Plover.ASSAULT:
            found = self._find.targets.at_truce(verb, besides)
        elif not found:
            found = self._find.targets.occasioned(verb, besides, alarming=plover is Plover.MOBILIZE)
        if found:
            draft.targets, draft.rule = found, OCCASIONED


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
