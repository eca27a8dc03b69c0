"""Whom words refer to: whom they name or stand for, whose thing or deed they are, or in whose place.

"Syria", "it" and "the pact" refer to actors. "Russia's invasion" and "Syrian positions" are a deed and a
thing of one: then its doer or owner is meant, and a deed without a doer refers to nobody.
"""

from collections.abc import Iterable, Sequence

from extract.actors.mentions import Mentions
from extract.actors.resolver import Mention
from extract.actors.strangers import Strangers
from extract.grammar.parse import Token
from extract.referents.deals import Deals
from extract.referents.deeds import Deeds
from extract.referents.discourse import Discourse
from extract.referents.makers import FOR, Makers
from extract.referents.owners import Owners
from extract.referents.phrases import Phrases
from extract.referents.scenes import Scenes
from graph.vocabulary import Vocabulary


class Referents:
    """Finds whom the words of one block refer to, with the discourse up to it."""

    def __init__(self, mentions: Mentions, discourse: Discourse, vocabulary: Vocabulary) -> None:
        self.mentions = mentions
        self._discourse = discourse
        self._phrases = Phrases(mentions, discourse, vocabulary)
        self.anaphora = self._phrases.anaphora
        self.possessives = self._phrases.possessives
        self.scenes = Scenes(mentions, discourse, vocabulary)
        self.strangers = Strangers(mentions, discourse.strangers)
        self.makers = Makers(self._phrases, vocabulary)
        self.deeds = Deeds(self._phrases, discourse, vocabulary)
        self.deals = Deals(self._phrases, discourse)
        self.owners = Owners(self._phrases, self.makers, self.deeds, self.deals)
        self.hit, self.did = self.anaphora.hit, self.anaphora.did
        self.homes: dict[int, tuple[Mention, ...]] = {}
        """By its noun, of which country a role is that another act has shown to be at home there."""

    @property
    def speakers(self) -> tuple[Mention, ...]:
        """Who was quoted last."""
        return self._discourse.speakers

    def hit_by(self, sources: Iterable[Mention]) -> frozenset[str]:
        """The countries, by code, that these assaulted in the sentence before."""
        return self._discourse.hit_by({m.actor.id for m in sources})

    def actors_of(self, token: Token, besides: Iterable[str] = ()) -> tuple[Mention, ...]:
        """Whom a noun phrase names or stands for; nobody of `besides`, who are at the other end."""
        return self._phrases.of(token, besides)

    def each(
        self, tokens: Iterable[Token], *, besides: Sequence[str], owned: bool, locative: bool = False
    ) -> tuple[Mention, ...]:
        """Whom several phrases refer to; `owned` asks as well whose thing they are, `locative` where."""
        found: list[Mention] = []
        for token in tokens:
            actors = self._phrases.of(token, besides)
            if not actors and owned:
                actors = (
                    self._apposed(token, besides)
                    or self.owners.of(token, besides)
                    or self.scenes.where_it_is(token)
                )
            if not actors and locative:
                actors = (
                    self.scenes.placed(token)
                    or self.scenes.of(token)
                    or self.mentions.owners(token, prepositions=FOR)
                )
            found += actors
        return tuple(dict.fromkeys(found))

    def _apposed(self, noun: Token, besides: Sequence[str]) -> tuple[Mention, ...]:
        """Whom a noun says more of: "Ms Park, the president whom the court removed"."""
        if noun.dep_ != "appos" or self.mentions.bare_role(noun) is None:
            return ()
        found = self.strangers.of(noun.head)
        return self.actors_of(noun.head, besides) or ((found,) if found is not None else ())
