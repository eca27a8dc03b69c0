"""Who does what a noun tells, and to whom: "the nurses' strike", "talks between Chad and Mali"; also where a
verb tells what becomes of it: "aid from Japan reached Chad".
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.actors.resolver import Mention
from extract.acts.act import Act
from extract.acts.drafts import Draft
from extract.acts.finders import Finders
from extract.acts.implied import DRIVES, Implied
from extract.acts.sources import is_blamed
from extract.acts.together import says_between
from extract.acts.unnamed import Unnamed
from extract.frames.topics import is_over, is_thwarted, is_topic
from extract.frames.triggers import Match, outer
from extract.grammar.carriers import carrier_of
from extract.grammar.clauses import agents
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.referents.deeds import doers_of
from extract.referents.ends import are_several
from extract.referents.home import is_done_to_rebels
from graph.model import Modality, Plover
from graph.vocabulary import Relation

FROM = frozenset({"from"})
"""The preposition behind which stands whose things come: "a note arrived from Chad"."""


class NounEnds:
    """Finds who is at the ends of the acts that nouns tell."""

    def __init__(self, find: Finders, unnamed: Unnamed, implied: Implied) -> None:
        self._find, self._unnamed, self._implied = find, unnamed, implied

    def act_of(self, match: Match) -> tuple[Act | None, str]:
        """The act of a noun's frame, or why there is none."""
        relation = self._find.vocabulary.relations[match.frame.relation]
        if relation.reciprocal and (is_topic(match.trigger) or is_thwarted(match.trigger)):
            return None, "only talked about, or kept from happening"
        manner = match.trigger.dep_ == "pobj" and match.trigger.head.lower_ == "in"
        if manner and relation.name == "COMPLAIN" and not list(match.trigger.lefts):
            return None, "told by what is done in protest"
        if relation.reciprocal and relation.plover is not Plover.CONSULT and is_over(match.trigger):
            return None, "it is over"
        found, why = self._find.pairs.checked(self._ends_of(match, relation))
        if found is not None and is_blamed(match.trigger):
            found.standing.weaken(Modality.POSSIBLE)
        return found, why

    def act_of_thing(self, match: Match, thing: Token) -> tuple[Act | None, str]:
        """What things do for whose they are: "talks between Chad and Mali collapsed", "aid from Japan reached
        Chad". Ends are found as those of a noun, where no place behind the verb names them.
        """
        relation = self._find.vocabulary.relations[match.frame.relation]
        sources = self._find.referents.each(match.sources, besides=(), owned=False)
        if match.frame.source_is_named and sources:
            targets = self._find.targets.of(match, relation, [m.actor.id for m in sources])
            return self._find.pairs.checked(
                Draft(match, relation, sources, targets, "thing.source", reciprocal=relation.reciprocal)
            )
        draft = self._ends_of(replace(match, trigger=thing), relation, shared=match.frame.is_shared)
        if draft.lacks_sources:
            draft.sources = self._from_whom(match.trigger, thing, draft.targets)
        if draft.lacks_sources and match.frame.is_shared:
            draft.sources = self._find.home.speaking_state(match.trigger)
        draft.match, draft.rule = match, draft.rule.replace("noun", "thing")
        return self._find.pairs.checked(draft)

    def _from_whom(self, verb: Token, thing: Token, targets: Sequence[Mention]) -> tuple[Mention, ...]:
        """Whose a thing is by a participle or by where it comes from: "a note arrived from Chad"."""
        clauses = [child for child in thing.children if child.dep_ == "acl" and child.tag_ == "VBN"]
        behind = [o for clause in clauses for o in agents(clause)]
        places = (p for above in (verb, *clauses) for p in prepositions(above, FROM, depth=2))
        behind += [o for preposition in places for o in objects_of(preposition)]
        besides = [m.actor.id for m in targets]
        found = self._find.referents.each(behind, besides=besides, owned=False)
        owners = self._find.referents.owners  # "from Russian soil"
        return found or tuple(
            m for noun in behind for m in owners.of(noun, besides, deep=False) if m.actor.id not in besides
        )

    def _ends_of(self, match: Match, relation: Relation, *, shared: bool = False) -> Draft:
        """Who is at the ends of an event noun; `shared` tells that it is what two have with each other,
        whatever the relation.
        """
        mutual = relation.reciprocal or shared
        parties = self._find.sources.between(match) if mutual or not says_between(match) else ()
        if relation.name == "CEASE_FIRE":
            parties = parties or self._find.referents.deals.under(match.trigger)
        if parties:
            return Draft(match, relation, parties, parties, "noun.between", reciprocal=True)
        targets = self._find.targets.of(match, relation, ())
        sources, rule = self._find.sources.of_noun(match, targets, carrier_of(match.trigger))
        asked = self._find.referents.hit.get(self._find.ledger.asked_by(match.trigger), ())
        sources = asked or sources  # "urged Mali to end its siege": theirs who are asked
        if not targets and sources and relation.plover.quad == "material conflict":
            targets = self._hit_land(match, sources)
        if not targets and mutual and are_several(sources):
            targets = sources
        draft = Draft(match, relation, sources, targets, rule, reciprocal=mutual)
        doers = doers_of(match.trigger) or self._owning(match.trigger, relation)
        self._at_home(draft, doers)
        draft.content, draft.hit = self._find.contents.told_in(match, draft.targets, draft.sources)
        asking = relation.plover in (Plover.REQUEST, Plover.AGREE)
        if draft.lacks_targets and not draft.hit and asking:
            besides = [m.actor.id for m in draft.sources]
            draft.hit, together = self._unnamed.asked_together(match, besides)
            draft.content = draft.content or together
        if not draft.sources and not doers:
            draft.sources, against = self._implied.crowd(match, relation, draft.targets)
            draft.targets = against or draft.targets
        draft.targets = draft.targets or draft.hit
        return draft

    def _hit_land(self, match: Match, sources: Sequence[Mention]) -> tuple[Mention, ...]:
        """Whose land or things somebody else's deed hits: "Chad condemned the shelling of its territory by
        Sudan".
        """
        referents, besides = self._find.referents, [m.actor.id for m in sources]
        things = (noun for noun in match.targets if referents.mentions.bare_role(noun) is None)
        return tuple(m for noun in things for m in referents.possessives.of_thing(noun, besides))

    def _at_home(self, draft: Draft, doers: Sequence[Token]) -> None:
        """Roles as those of the country they are at home in, or as somebody whom no file knows."""
        match, relation = draft.match, draft.relation
        home = {
            "domestic": relation.domestic,
            "rising": is_done_to_rebels(relation),
            "meeting": draft.reciprocal,
        }
        if not draft.sources:
            draft.sources = self._find.home.at_home(doers, draft.targets, **home)
            draft.rule = "noun.at home"
        draft.targets = draft.targets or self._find.home.at_home(match.targets, draft.sources, **home)
        told = draft.targets or match.targets
        if told and not draft.sources and not doers and _is_told_of(match.trigger, relation):
            draft.sources = self._find.home.people_there(match.trigger, draft.targets)
            draft.rule = "noun.people there"
            draft.targets = draft.targets or self._find.home.at_home(match.targets, draft.sources, **home)
        if draft.lacks_sources:
            draft.sources, draft.rule = self._find.referents.strangers.doing(doers, relation), "noun.owner"
        elif draft.lacks_targets:
            draft.targets = self._find.referents.strangers.hit(match.targets, relation)

    def _owning(self, noun: Token, relation: Relation) -> tuple[Token, ...]:
        """Whose act a noun is where no country is named: "the nurses' strike", but no painter's critique, and
        no army's campaign is a protest.
        """
        others = {"CVL", "MIL", "GOV"} if relation.plover is Plover.PROTEST else {"CVL"}
        owners = (child for child in noun.children if child.dep_ == "poss")
        roles = ((owner, self._find.referents.mentions.bare_role(owner)) for owner in owners)
        return tuple(owner for owner, role in roles if role is not None and role.sector not in others)


def _is_told_of(noun: Token, relation: Relation) -> bool:
    """Whether a protest is what a clause tells of, rather than one among the circumstances."""
    if relation.plover is not Plover.PROTEST or noun.lemma_.lower() in DRIVES:
        return False
    return outer(noun).dep_ in ("nsubj", "nsubjpass", "attr", "ROOT", "dobj")
