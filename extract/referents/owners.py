"""Whose thing or deed a noun is: Syria's in "Syrian positions", "the border with Syria", "Syria's raid"."""

from collections.abc import Sequence

from extract.actors.belonging import RELATIONAL
from extract.actors.resolver import Mention
from extract.frames.triggers import MEASURES
from extract.grammar.circumstances import PROMPTS
from extract.grammar.nouns import antecedents
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of
from extract.referents.deals import Deals
from extract.referents.deeds import DOERS, Deeds
from extract.referents.makers import Makers
from extract.referents.phrases import Phrases
from graph.gazetteer import How

OWNERS = frozenset({"of", "by", "from"})
"""Prepositions that lead to whose thing a noun names."""

BORDERS = frozenset({"border", "frontier", "boundary", "borderline"})
"""Nouns that belong to whoever is behind their "with": "the border with Lebanon"."""

OF_AND_IN = frozenset({"of", "in"})


OFS = 8
"""How many "of" an owner is looked for behind: "the death of a friend of the king of Mali"."""


class Owners:
    """Finds whose the things and deeds are that the nouns of one block name."""

    def __init__(self, phrases: Phrases, makers: Makers, deeds: Deeds, deals: Deals) -> None:
        self._phrases = phrases
        self._mentions = phrases.mentions
        self._possessives = phrases.possessives
        self._makers = makers
        self._deeds = deeds
        self._deals = deals
        self._behind = 0

    def of(self, noun: Token, besides: Sequence[str], *, deep: bool = True) -> tuple[Mention, ...]:
        """Whose thing or deed a noun is; `deep` looks behind a second "of"."""
        if _is_prompt(noun):
            return ()
        by = [child for child in noun.children if child.lower_ == "by" and child.dep_ in ("prep", "agent")]
        if by and any(child.lower_ == "of" for child in noun.children):
            return self._phrases.each(
                [o for p in by for o in objects_of(p)], besides
            )  # "treatment of X by Chad"
        deed = self._deeds.is_deed(noun)
        leading = DOERS if deed and self._deeds.of_is_target(noun) else OWNERS
        if noun.lemma_.lower() in BORDERS:
            leading = OWNERS | {"with", "to"}
        owners = self._mentions.owners(noun, prepositions=leading) or (
            self._deeds.doers(noun) if deed else ()
        )
        if owners:
            return tuple(m for m in owners if m.how != How.PLACE.value or not deed)
        if (whose := antecedents(noun)) and noun.lemma_.lower() not in RELATIONAL:
            return self._phrases.each(whose, besides)
        pronoun = next((c for c in noun.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        told = any(child.dep_ == "relcl" for child in noun.children)
        if pronoun is not None and told and self._mentions.bare_role(noun) is None:
            return self._possessives.of_thing(noun, besides)  # "its dam, which Egypt opposes"
        if pronoun is not None:  # "defended its plan": its own, the subject's
            return self._possessives.anothers(pronoun, besides) if pronoun.lower_ in ("his", "her") else ()
        made = self._makers.of(noun)
        if made and told:  # "completing a withdrawal that Hanoi had announced": its own
            states = {id.partition("-")[0] for id in besides}
            return tuple(m for m in made if m.actor.id.partition("-")[0] not in states)
        if made:
            return made
        both = (o for child in noun.children if child.lower_ == "of" for o in objects_of(child))
        taken_up = tuple(m for o in both if o.tag_ == "NNS" for m in self._phrases.anaphora.meant(o, besides))
        taken_up = taken_up or self._phrases.collectives.owning(noun, besides) or self._issued(noun, besides)
        inner = self._through_of(noun, besides) if deep else ()
        return taken_up or inner or self._deeds.summed_up(noun) or self._deals.under(noun)

    def _issued(self, noun: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Who issues the document whose thing a noun is: "rejected the Group's proposals"."""
        owners = [child for child in noun.children if child.dep_ == "poss"]
        owners += [o for child in noun.children if child.lower_ == "of" for o in objects_of(child)]
        found = (m for owner in owners for m in self._phrases.anaphora.issuing(owner))
        return tuple(m for m in found if m.actor.id not in besides)

    def _of_inner(self, noun: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Whose a noun behind an "of" is; nobody looks behind more of them than a reader would."""
        if self._behind >= OFS:
            return ()
        self._behind += 1
        try:
            return self.of(noun, besides)
        finally:
            self._behind -= 1

    def _through_of(self, noun: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """The owner behind a second noun: "the killing of the policy of France" leads through "of", "two
        million dollars in French aid" through "in".
        """
        measure = noun.lemma_.lower() in MEASURES
        if self._deeds.is_deed(noun) and not measure:
            return ()
        leading = OF_AND_IN if measure else OF_AND_IN - {"in"}
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in leading:
                for inner in objects_of(child):
                    found = self._of_inner(inner, besides) if inner.i > noun.i else ()
                    if found:
                        return found
        return ()


def _is_prompt(noun: Token) -> bool:
    """Whether a noun only tells at whose word something is done: "sent troops at the request of Lebanon"."""
    asked = noun.lemma_.lower() in PROMPTS and noun.dep_ == "pobj" and noun.head.lower_ == "at"
    return asked and any(child.lower_ == "of" for child in noun.children)
