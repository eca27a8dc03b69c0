"""Frames of movement whose words are there though something else is meant: "got 300 Belgians out of Goma"."""

from extract.frames.triggers import Match
from extract.grammar.calendar import CALENDAR
from extract.grammar.clauses import logical_objects
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.verbs import is_infinitive
from extract.referents.ends import means_each_other
from extract.referents.referents import Referents
from graph.model import Plover
from graph.vocabulary import Vocabulary

WAYS_TO = CALENDAR | set(
    "mile kilometre kilometer km way route distance plane jet helicopter car train".split()
)
"""Nouns of how, when or how far somebody goes where he visits: "drove a car to", "flew 300 miles to"."""

AGAINST = frozenset({"against"})


class Misreadings:
    """Tells them from what is meant, in one block."""

    def __init__(self, referents: Referents, vocabulary: Vocabulary) -> None:
        self._referents, self._mentions = referents, referents.mentions
        self._vocabulary = vocabulary

    def is_one(self, match: Match) -> bool:
        """Whether a visit brings others, a withdrawal leaves or gets others out, or troops are massed against
        others than whose border they are on.
        """
        if match.frame.relation == "VISIT":
            return self._takes_along(match)
        if match.frame.relation == "WITHDRAW":
            return _leaves_to_it(match.trigger) or self._gets_others_out(match)
        return self._is_against_others(match)

    def _takes_along(self, match: Match) -> bool:
        """Whether somebody or something is brought where a visitor would go: "flew him to Costa Rica", "drove
        tanks up to the palace".
        """
        objects = [noun for noun in logical_objects(match.trigger) if noun.dep_ == "dobj"]
        named = {*match.used, *match.targets, *match.owned}
        named |= set(match.sources) if match.thing is not None else set()  # "his tour takes him to Chad"
        return any(noun not in named and noun.lemma_.lower() not in WAYS_TO for noun in objects)

    def _gets_others_out(self, match: Match) -> bool:
        """Whether others are brought from where troops would withdraw: "got 300 Belgians out of Goma"."""
        objects = (child for child in match.trigger.children if child.dep_ == "dobj")
        named = {*match.used, *match.targets, *match.owned}
        taken = [m for noun in objects if noun not in named for m in self._mentions.at(noun)]
        own = {m.actor.code for noun in match.sources for m in self._referents.actors_of(noun)}
        return any(m.plural and m.actor.code not in own and m.actor.sector != "MIL" for m in taken)

    def _is_against_others(self, match: Match) -> bool:
        """Whether troops are massed against others than whose border they are on: "against Syria on the Iraqi
        border".
        """
        if self._vocabulary.relations[match.frame.relation].plover is not Plover.MOBILIZE:
            return False
        foes = [o for p in prepositions(match.trigger, AGAINST, depth=2) for o in objects_of(p)]
        named = [noun for group in (match.targets, *match.other_targets) for noun in group]
        if any(noun in named for noun in foes):
            return False
        ids = {m.actor.id for noun in named for m in self._mentions.at(noun)}
        others = {m.actor.id for noun in foes for m in self._mentions.at(noun)} - ids
        return means_each_other(foes) or bool(others)


def _leaves_to_it(verb: Token) -> bool:
    """Whether somebody is left to do something: "pulled out, leaving Chadian sappers to clear the mines"."""
    left = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
    clauses = (c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl"))
    infinitives = (c for c in clauses if is_infinitive(c))
    return verb.lemma_.lower() == "leave" and left is not None and any(c.i > left.i for c in infinitives)
