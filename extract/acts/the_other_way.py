"""What comes back on the way of what was told before: "arms go from Iran to Russia, and money flows the other
way".
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.acts.act import Act
from extract.frames.triggers import fits
from extract.grammar.parse import Token
from extract.grammar.verbs import own_subject
from extract.standing.climb import standing_of
from graph.frames import NO_FRAMES
from graph.model import Plover
from graph.vocabulary import Vocabulary

WAYS = frozenset({"way", "direction"})
BACK = frozenset({"other", "opposite", "reverse"})
"""Words that turn a way round: "the other way", "in the opposite direction"."""

PASSING = frozenset({Plover.AID, Plover.COOPERATE})
"""Types of act by which things pass from one to another."""


def the_other_way(verb: Token, before: Sequence[Act], vocabulary: Vocabulary) -> Act | None:
    """The act of things that go back where others came from, told by the frame of such things ("<money> flow
    from S to X"); none where nothing that passes between two was told before in the sentence.
    """
    if not _turns_back(verb):
        return None
    first = max(
        (act for act in before if act.trigger.i < verb.i and act.relation.plover in PASSING),
        key=lambda act: act.trigger.i,
        default=None,
    )
    thing = verb.head if verb.dep_ == "acl" else own_subject(verb)
    if first is None or first.reciprocal or thing is None:
        return None
    frames = vocabulary.thing_frames.get(verb.lemma_.lower(), NO_FRAMES).occurring(verb.sent.forms)
    told = (vocabulary.relations[f.relation] for f in frames if fits(thing, f.things, 0) is not None)
    relation = next((relation for relation in told if relation.plover in PASSING), None)
    if relation is None:
        return None
    return replace(
        first,
        trigger=verb,
        relation=relation,
        frame=f"{relation.name}/{verb.lemma_} the other way",
        rule="thing.other way",
        pairs=tuple((target, source) for source, target in first.pairs),
        standing=standing_of(thing if verb.dep_ == "acl" else verb),
        content=None,
        words=frozenset({verb.lemma_.lower(), thing.lemma_.lower()}),
    )


def _turns_back(verb: Token) -> bool:
    """Whether a verb has "the other way" or "in the opposite direction" beside it."""
    beside = (noun for child in verb.children for noun in (child, *child.children))
    ways = (noun for noun in beside if noun.lemma_.lower() in WAYS)
    return any(child.lower_ in BACK for way in ways for child in way.children)
