"""What two do together or to each other: "Chad and Mali cut ties", "talks between them were suspended",
"fought each other".
"""

from extract.acts.drafts import Draft
from extract.acts.finders import Finders
from extract.frames.triggers import Match, fits, measured
from extract.grammar.clauses import logical_objects
from extract.grammar.verbs import is_passive
from extract.referents.ends import are_several, means_each_other, owned_by_each_other
from graph.frames import NONE, Slot
from graph.vocabulary import Relation

SHARED_BREACH = frozenset({"VIOLATE_CEASEFIRE"})
"""Relations that those who have something together do to each other: "both sides broke the truce"."""

SIGNING = frozenset({"sign", "conclude", "initial", "ratify"})
"""Verbs by which two who promise each other something have signed it."""

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


class Together:
    """Joins those who do the acts of the verbs of one sentence to each other."""

    def __init__(self, find: Finders) -> None:
        self._find = find

    def joins_between(self, draft: Draft) -> bool:
        """Join those behind "between", where nobody else is said to do it; tells whether there are such."""
        match = draft.match
        if draft.sources:
            return False
        shared = match.source_rule == "agentless" and (self._is_shared(match) or draft.relation.reciprocal)
        parties = self._find.sources.between(match) if shared else ()
        by_itself = not parties and draft.relation.reciprocal and self._happens_between(match)
        if by_itself and are_several(draft.targets):
            parties = draft.targets
        if parties:
            draft.join(parties, "verb.between")
        return bool(parties)

    def joins_each_other(self, draft: Draft) -> bool:
        """Join those who act, where the words say that they do so to each other; tells whether these do."""
        match = draft.match
        other = any(means_each_other(group) for group in (match.targets, *match.other_targets))
        if not other and (draft.targets or not owned_by_each_other(match)):
            return False
        if draft.relation.name == "FIGHT":
            draft.relation = self._relation("CLASH") or draft.relation  # "fought each other"
        draft.join(draft.sources, "verb.each other")
        return True

    def join_several(self, draft: Draft) -> None:
        """Several who act upon nobody named do so to each other, if the act is of such a kind."""
        match, relation = draft.match, draft.relation
        breach = relation.name in SHARED_BREACH
        mutual = relation.reciprocal or bool(match.unfilled and not draft.targets)  # "A and B cut ties"
        mutual = mutual or (breach and not draft.targets and len(match.sources) > 1)
        meeting = draft.spoken_of is not None and draft.spoken_of.reciprocal and not draft.targets
        draft.reciprocal = mutual or meeting
        missing = bool(match.unfilled) or match.implied or breach or match.content is not None
        apart = match.unfilled and not match.used and match.trigger.lemma_.lower() in ALONE
        several = not draft.targets and are_several(draft.sources)
        if several and draft.reciprocal and missing and not apart:
            draft.join(draft.sources, "verb.each other")
            if relation.name == "PROMISE" and match.trigger.lemma_.lower() in SIGNING:
                draft.relation = self._relation("SIGN") or relation  # "signed a pact to trade"

    def _relation(self, name: str) -> Relation | None:
        return self._find.vocabulary.relations.get(name)

    def _is_shared(self, match: Match) -> bool:
        """Whether what a frame acts upon is what two have with each other: "suspend <talks> with X", of which
        "talks between Chad and Mali were suspended" tells without a doer.
        """
        theirs = any("with" in place.words and place.slot is Slot.TARGET for place in match.frame.places)
        classes = [self._find.vocabulary.classes.get(name, NONE) for name in SHARED_THINGS]
        objects = logical_objects(match.trigger)
        things = (*objects, *(inner for noun in objects for inner in measured(noun)))
        used = [noun for noun in match.used if noun in things]
        return theirs and any(fits(noun, wanted) for noun in used for wanted in classes)

    def _happens_between(self, match: Match) -> bool:
        """Whether an act is told of those behind "between" alone, where nobody but a thing does it.

        "The guns fell silent between Iran and Iraq", "the deal restored ties between them".
        """
        pact = self._find.vocabulary.classes.get("agreement", NONE)
        alone = not any(child.dep_ == "dobj" for child in match.trigger.children)
        things = alone or all(fits(noun, pact) for noun in match.sources)
        return says_between(match) and (things or is_passive(match.trigger))


def says_between(match: Match) -> bool:
    """Whether the frame itself says who stands behind "between": whom a mediator mediates between."""
    return any("between" in place.words for place in match.frame.places)
