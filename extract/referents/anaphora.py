"""Whom a word takes up who was told of before: Chad in "Mali sued Chad, accusing it of piracy".

The deed above says it, or else the discourse by `coreference`; in "under a treaty that it signed, Mali left"
the name comes after.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import islice

from extract.actors.mentions import Mentions
from extract.actors.resolver import FIGHTERS, Mention, taking_up
from extract.grammar.nouns import MODIFIERS, with_conjuncts
from extract.grammar.parse import Token
from extract.grammar.verbs import REACH, is_verb, own_subject, verb_above
from extract.referents.coreference import are_the_fighters, meant_by, stands_for
from extract.referents.discourse import Discourse, clause_of
from extract.referents.issuers import as_issuer, is_issuer
from extract.referents.scenes import WHERE
from graph.gazetteer import How, Role, Sort
from graph.model import Actor

AHEAD = frozenset("it its he his him she her they their them".split())
"""Pronouns that may stand before the name they mean."""


class Anaphora:
    """Finds whom the pronouns of one block take up, and the nouns that name nobody."""

    def __init__(self, mentions: Mentions, discourse: Discourse) -> None:
        self._mentions = mentions
        self._discourse = discourse
        self.hit: dict[int, tuple[Mention, ...]] = {}
        """By its verb, to whom an act was done that has been read."""
        self.did: dict[int, tuple[Mention, ...]] = {}
        """By its verb, who did it."""

    def meant(self, token: Token, besides: Iterable[str] = ()) -> tuple[Mention, ...]:
        """Whom a pronoun or "both nations" takes up."""
        if self._is_a_things(token):
            return ()
        again = self._hit_again(token, besides) or self._did_again(token, besides)
        if again:
            return again
        before = self.reachable(token)
        if token.pos_ == "PRON":
            before = [m for m in before if not is_scene(m, token.doc[m.head])]
        countries: Collection[str] = ()
        others = set(besides)
        if token.lemma_.lower() in FIGHTERS:
            countries = self._mentions.countries_in(token.sent)
            others |= {m.actor.id for t in token.sent if t.i > token.i for m in self._mentions.at(t)}
        found = meant_by(token, self._discourse, before, others, countries)
        return found or self._only_band(token, others)

    def _only_band(self, token: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """The one group in arms that the article names of the country it speaks of most, as "the rebels".

        Not where the sentence names a country that is new; but they may be spoken of "in New York".
        """
        if not are_the_fighters(token):
            return ()
        main = self._discourse.main(self._mentions.lands_of_bands(token))
        band = self._mentions.band_called(token, main) if main is not None else None
        if band is None or band.id in besides:
            return ()
        named = [m for other in token.sent for m in self._mentions.at(other)]
        lands = {
            m.actor.code
            for m in named
            if not is_scene(m, token.doc[m.head]) and clause_of(token.doc[m.head]) is None
        }
        if not lands - {None} <= {*self._discourse.countries, main}:
            return ()
        return (taking_up(token, band, plural=True),)

    def issuing(self, noun: Token) -> tuple[Mention, ...]:
        """Who issues the document that says "the Government" or "the Summit"."""
        issuers = self._discourse.issuers
        return as_issuer(noun, issuers) if issuers and is_issuer(noun, issuers) else ()

    def told_of(self, noun: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """Who is called by what he was told to have done or suffered: "the kidnappers", "the junta"."""
        return self._discourse.told.called_so(noun, besides)

    def so_called(self, noun: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """Who was called by the noun before: "Belarusian border guards beat Iraqis. The guards fired"."""
        children = [child for child in noun.children if child.dep_ not in ("punct", "relcl", "cc", "conj")]
        pointed_at = {"the", "this", "that", "these", "those", "same"}
        if noun.pos_ != "NOUN" or not children or any(child.lower_ not in pointed_at for child in children):
            return ()
        meant = self._discourse.so_called(noun.lemma_.lower())
        if meant is None or meant.actor.id in besides or meant.shared:
            return ()
        plural = noun.tag_ == "NNS"
        return (
            replace(
                meant, start=noun.left_edge.i, end=noun.i + 1, head=noun.i, how="coreference", plural=plural
            ),
        )

    def reachable(self, token: Token) -> list[Mention]:
        """Who was named in the sentence before a word that may take somebody up."""
        before = (m for other in token.sent if other.i < token.i for m in self._mentions.at(other))
        return [m for m in before if m.end <= token.i and _is_reachable(token.doc[m.head])]

    def ahead(self, pronoun: Token) -> tuple[Mention, ...]:
        """Whom a pronoun means that stands before its noun: "Under a treaty that it signed, Mali ..."."""
        if pronoun.lower_ not in AHEAD:
            return ()
        subject = _subject_behind(pronoun)
        if subject is None or subject.is_ancestor(pronoun):
            return ()
        if any(self._mentions.at(token) for token in pronoun.sent if token.i < pronoun.i):
            return ()
        meant = [
            m
            for part in (with_conjuncts(subject) if pronoun.lower_.startswith("the") else (subject,))
            for m in self._mentions.at(part)
        ]
        return tuple(stands_for(pronoun, m, shared=len(meant) > 1) for m in meant)

    def again(self, noun: Token, role: Role) -> Actor | None:
        """People of a country who are spoken of again: "Haitian police fired. Peru condemned the police"."""
        definite = any(child.lower_ == "the" for child in noun.children)
        alone = all(child.dep_ in ("det", "punct", "prep", "relcl", "nummod") for child in noun.children)
        if not definite or not alone or role.sector == "GOV":
            return None
        return self._discourse.only_of_sector(role.sector)

    def _hit_again(self, pronoun: Token, besides: Iterable[str]) -> tuple[Mention, ...]:
        """Who is acted upon further: Chad in "Mali sued Chad before the UN, accusing it of piracy"; or is to
        act himself: "will press Chad until it yields".
        """
        if (
            pronoun.dep_ == "nsubj"
            and pronoun.head.dep_ == "advcl"
            and pronoun.lower_ in ("it", "he", "they")
        ):
            awaited = any(c.dep_ == "mark" and c.lower_ in ("until", "unless") for c in pronoun.head.children)
            pressed = self.hit.get(pronoun.head.head.i, ()) if awaited else ()
            one = len(pressed) == 1 and pressed[0].plural == (pronoun.lower_ == "they")
            return tuple(stands_for(pronoun, m, shared=False) for m in pressed if one)
        if pronoun.lower_ not in ("it", "them", "him", "her") or pronoun.dep_ not in (
            "dobj",
            "pobj",
            "dative",
        ):
            return ()
        verb = verb_above(pronoun)
        if verb is None or verb.dep_ not in ("conj", "advcl"):
            return ()
        if own_subject(verb) is not None and (verb.dep_ != "conj" or pronoun.lower_ != "them"):
            return ()  # but "Chad freed two nuns and Mali flew them home"
        found = [m for m in self.hit.get(verb.head.i, ()) if m.actor.id not in set(besides)]
        several = len(found) > 1 or any(m.plural for m in found)
        if not found or several != (pronoun.lower_ == "them"):
            return ()
        if pronoun.lower_ in ("him", "her") and any(not (m.person or m.role is Sort.HOLDER) for m in found):
            return ()
        return tuple(stands_for(pronoun, m, shared=several) for m in found)

    def _did_again(self, pronoun: Token, besides: Iterable[str]) -> tuple[Mention, ...]:
        """Who did what is told above, where only the setting says whose he is: "villagers freed two officers
        whom they had held".
        """
        clause = pronoun.head
        if pronoun.lower_ not in ("they", "it") or pronoun.dep_ != "nsubj" or not is_verb(clause):
            return ()
        above = verb_above(clause.head) if clause.dep_ == "relcl" else clause.head
        found = self.did.get(above.i, ()) if above is not None else ()
        if any(m.how != "context" or m.plural != (pronoun.lower_ == "they") for m in found):
            return ()
        return tuple(stands_for(pronoun, m, shared=m.shared) for m in found if m.actor.id not in set(besides))

    def _is_a_things(self, pronoun: Token) -> bool:
        """Whether "it" is the subject again, which is a thing: "A storm threatens Mali after it hit Chad"."""
        clause = pronoun.head
        if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or clause.dep_ != "advcl":
            return False
        subject = own_subject(clause.head) if is_verb(clause.head) else None
        if subject is None or subject.tag_ != "NN" or subject.i > pronoun.i:
            return False
        return not self._mentions.at(subject) and self._mentions.bare_role(subject) is None


def _subject_behind(pronoun: Token) -> Token | None:
    """The subject behind a circumstance in which a pronoun stands, not that of who reports it: "he will go,
    Tass said".
    """
    below = pronoun
    for above in islice(pronoun.ancestors, REACH):
        if below.dep_ in ("ccomp", "parataxis"):
            return None
        subject = own_subject(above) if is_verb(above) else None
        if subject is not None and subject.i > pronoun.i:
            return subject
        below = above
    return None


def _is_reachable(head: Token) -> bool:
    """Whether a pronoun may take a mention up: not a modifier as in "Russian oil", nor a companion as in
    "together with Chad, it called for a truce".
    """
    before = head.doc[max(0, head.head.i - 1)].lower_
    beside = head.dep_ == "pobj" and head.head.lower_ == "with" and before == "together"
    return not beside and (head.dep_ not in MODIFIERS or head.dep_ == "poss")


def is_scene(mention: Mention, head: Token) -> bool:
    """Whether a city is only where something happens, and no pronoun's: "met in Nairobi and told them"."""
    city = mention.how in (How.PLACE.value, How.CAPITAL.value) and mention.person is None
    return city and head.dep_ == "pobj" and head.head.lower_ in WHERE
