"""Whose deed a noun is: "the attack by rebels", "an ambush in which Hamas killed two", "that accusation".

A deed without a doer is nobody's, unless what was told before says whose it was.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from extract.actors.resolver import Mention
from extract.frames.triggers import outer
from extract.grammar.calendar import CALENDAR
from extract.grammar.clauses import at_whose_hands, logical_subject
from extract.grammar.nouns import MODIFIERS, with_conjuncts
from extract.grammar.parse import Token
from extract.grammar.prepositions import objects_of, prepositions
from extract.grammar.verbs import REACH, SUBJECTS, is_aux, is_passive, is_verb, own_subject
from extract.referents.anaphora import is_scene
from extract.referents.discourse import Discourse
from extract.referents.phrases import Phrases
from extract.referents.told import takes_up
from graph.frames import NO_FRAMES, Slot
from graph.model import Plover
from graph.vocabulary import Vocabulary

DOERS = frozenset({"by", "from"})
"""Prepositions that lead to whose deed an event noun is: "the attack by rebels"."""

BY = frozenset({"by"})

STEPS = frozenset(
    "move step decision measure action gesture ruling vote policy act offer proposal charge accusation "
    "allegation claim".split()
)
"""Nouns that sum up the clause before them."""

IDEAS = frozenset("idea plan request call suggestion appeal demand invitation initiative raid attack".split())
"""Nouns that sum up what another did or wanted: "Peru called for talks, but Chile turned the idea down"."""


class Deeds:
    """Finds whose the deeds are that the nouns of one block name."""

    def __init__(self, phrases: Phrases, discourse: Discourse, vocabulary: Vocabulary) -> None:
        self._phrases = phrases
        self._discourse = discourse
        self._vocabulary = vocabulary

    def is_deed(self, noun: Token) -> bool:
        """Whether a noun names an act: "aggression" does not drive anybody anywhere, whoever's it is."""
        return noun.lemma_.lower() in self._vocabulary.noun_frames

    def of_is_target(self, noun: Token) -> bool:
        """Whether "of" behind an event noun names whom it hits: "the invasion of Kuwait".

        Only with the words before it that a frame asks for: "a genocidal policy of Chad" may hit Chad, "the
        policy of Chad" is its own.
        """
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        beside = {word for child in noun.children for word in (child.lower_, child.lemma_.lower())}
        return any(
            "of" in place.words and place.slot is Slot.TARGET
            for frame in frames
            if all(words & beside for words in frame.modifiers)
            and not any(place.slot is Slot.NOUN for place in frame.places)  # "intervention in favour of X"
            for place in frame.places
        )

    def doers(self, noun: Token) -> tuple[Mention, ...]:
        """Who stands behind an event noun's "by", wherever the parser hangs it, or acts in it: "an ambush in
        which Hamas killed two".
        """
        found = self._phrases.each(doers_of(noun))
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        types = [self._vocabulary.relations[frame.relation].plover for frame in frames]
        if found or 2 * types.count(Plover.ASSAULT) <= len(types):
            return found
        return self._phrases.each(tuple(_doers_in(noun)))

    def assailants(self, noun: Token, hit: Collection[str]) -> tuple[Mention, ...]:
        """Whose deed an assault without an owner is; `hit` are the codes of whom it hits."""
        return self._discourse.assailants(noun, hit) if self.is_deed(noun) else ()

    def struck_again(self, strikes: Token, thing: Token) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Who struck whom, where strikes that were told of before hit a thing that nobody is said to have."""
        return self._discourse.struck_again(strikes, thing) if self.is_deed(strikes) else ((), ())

    def put_by(self, noun: Token, whom: Sequence[str]) -> tuple[Mention, ...]:
        """Who made an accusation or appeal that is only called so: "Mali rejected the accusation"."""
        return self._discourse.put_by(noun, whom)

    def told(self, noun: Token, besides: Collection[str]) -> tuple[Mention, ...]:
        """Whose deed a noun takes up that was told sentences before: "condemned the expulsion"."""
        if not takes_up(noun):
            return ()
        names = frozenset(self._vocabulary.noun_frames.get(noun.lemma_.lower(), NO_FRAMES).relations)
        types = {self._vocabulary.relations[name].plover for name in names}
        named = (m for token in noun.sent for m in self._phrases.mentions.at(token))
        places = {m.actor.code for m in named if m.actor.code and is_scene(m, noun.doc[m.head])}
        return self._discourse.told.doers(noun, names, types, self._discourse.sentence, besides, places)

    def summed_up(self, noun: Token) -> tuple[Mention, ...]:
        """Who did what a noun sums up: "Norway recognised Kosovo, a step that Greece condemned"."""
        judged = any(child.dep_ == "relcl" or child.tag_ == "VBN" for child in noun.children)
        if noun.lemma_.lower() in STEPS | IDEAS and (first := _told_before(noun)) is not None:
            return self._phrases.each(logical_subject(first).tokens)
        if noun.lemma_.lower() not in STEPS or not judged or noun.dep_ in SUBJECTS:
            return ()
        before = noun.doc[noun.sent.start : noun.i]
        beside = (*MODIFIERS, "acl", "relcl")  # "for the suffering caused by its rule, a gesture which ..."
        verbs = (token for token in reversed(before) if is_verb(token) and token.dep_ not in beside)
        verb = next((token for token in verbs if not is_aux(token)), None)
        if verb is None:
            return ()
        return self._phrases.each(logical_subject(verb).tokens)


def doers_of(noun: Token) -> tuple[Token, ...]:
    """The nouns behind an event noun's "by": "the flogging of students by policemen".

    The parser may hang it on the verb: "rejected the arrest of a student on Friday by policemen".
    """
    heads = [noun] if outer(noun) is noun else [noun, outer(noun)]
    found = tuple(o for head in heads for p in prepositions(head, BY, depth=3) for o in objects_of(p))
    found = found or tuple(o for head in heads for o in at_whose_hands(head))
    verb = next(
        (above for above in islice(noun.ancestors, REACH) if above.dep_ not in ("pobj", "prep")), noun
    )
    if found or not is_verb(verb) or is_passive(verb) or noun.dep_ not in ("dobj", "pobj"):
        return found
    below = {token.i for token in noun.subtree}
    for by in verb.children:
        between = noun.doc[noun.i + 1 : by.i] if by.i > noun.i and by.dep_ == "prep" else ()
        nouns = [t for t in between if t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() not in CALENDAR]
        if by.lower_ == "by" and by.i > noun.i and all(t.i in below for t in nouns):
            return tuple(objects_of(by))
    return ()


def _doers_in(noun: Token) -> Iterator[Token]:
    """Who does what happens in a deed: Hamas in "an ambush in which Hamas killed two soldiers"."""
    for clause in noun.children:
        within = (p for p in clause.children if p.dep_ == "prep" and p.lower_ in ("in", "during"))
        if clause.dep_ == "relcl" and any(o.lower_ == "which" for p in within for o in p.children):
            subject = own_subject(clause)
            yield from with_conjuncts(subject) if subject is not None and not is_passive(clause) else ()


def _told_before(noun: Token) -> Token | None:
    """The verb of the clause that "the idea" sums up: the one to which that of another subject is joined."""
    verb = noun.head
    words = {child.lower_ for child in noun.children if child.dep_ != "punct" and child.lower_ != "as"}
    if noun.dep_ != "dobj" or not words or not words <= {"the", "this", "that"} or verb.dep_ != "conj":
        return None
    return verb.head if own_subject(verb) is not None and is_verb(verb.head) else None
