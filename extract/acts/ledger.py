"""Which words of a sentence belong to an act already found, and which acts are only spoken of: in "vowed to
end the blockade" neither verb nor noun tells an act beside the vow.
"""

from collections.abc import Iterator

from extract.acts.contents import STOPPING, is_end, what_for
from extract.acts.matters import is_wished
from extract.frames.triggers import Match
from extract.grammar.clauses import logical_objects
from extract.grammar.parse import Token
from extract.grammar.verbs import is_verb
from extract.standing.attribution import accusation_of
from extract.standing.climb import standing_of
from graph.model import Plover
from graph.vocabulary import Vocabulary

PUT = frozenset(
    "demand call request appeal plea ultimatum offer invitation accusation charge allegation claim criticism "
    "condemnation threat warning".split()
)
"""Nouns of what is put to somebody who answers it."""

CONVENING = frozenset("host hold arrange convene broker organise organize open resume restart start".split())
"""Verbs whose object does not happen where they are only spoken of: "offered to host talks"."""

ASKING = frozenset({"DEMAND", "GIVE_ULTIMATUM", "APPEAL"})
"""Relations by which somebody is asked to do something."""

OF_DEEDS_DONE = frozenset({Plover.ACCUSE, Plover.SUPPORT})
"""Types of act by which somebody judges what was done: "defended the Danish raid on a Swedish port"."""

HELD_AGAINST = frozenset({"ACCUSE", "CONVICT"})
"""Relations whose content somebody has done, by what is said: he is blamed or punished for it."""


class Ledger:
    """What the acts found so far leave for others to tell, by the places of words in the sentence.

    `used` are the words that belong to an act, `near` what nearly told one: trigger, frame, what it lacked.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.used: set[int] = set()
        self.near: list[tuple[Token, str, str]] = []
        self._contents: dict[int, Match] = {}
        self._judged: set[int] = set()
        self._asked: dict[int, int] = {}

    def consume(self, match: Match) -> None:
        """The words of an act that was found tell no other, unless what they name is done all the same."""
        relation = self._vocabulary.relations[match.frame.relation]
        self.used.update(token.i for token in match.used)
        if relation.plover in OF_DEEDS_DONE:
            self._judged.update(token.i for token in match.owned)
        asking = match.frame.relation in ASKING
        if asking and any(map(is_end, match.used)):  # what is to end goes on: "an end to the siege"
            self._judged.update(noun.i for noun in (*match.used, *match.owned) if not is_end(noun))
        if asking and match.content is not None:  # "urged it to end its siege"
            ongoing = {noun.i: match.trigger.i for noun in self._going_on(match.content)}
            self._judged.update(ongoing)
            self._asked.update(ongoing)
        spoken = relation.plover in (Plover.REQUEST, Plover.AGREE)
        for act in (act for noun in match.used for act in what_for(noun)) if spoken else ():
            self.only_speaks_of(act, match)  # "asked for help in fighting rebels"
        if match.content is not None:
            self.only_speaks_of(match.content, match)

    def only_speaks_of(self, act: Token, match: Match) -> None:
        """An act is not told for itself, since another speaks of it."""
        self._contents[act.i] = match

    def leave_to_others(self, match: Match) -> None:
        """What an act uses may tell others after all: who "flew there for talks" talk."""
        self.used.difference_update(token.i for token in match.used)

    def leave_what_was_put(self, match: Match) -> None:
        """Who asked for what is refused has done so, whoever refuses it: "an appeal by Chad was rejected"."""
        self.used.difference_update(noun.i for noun in (*match.used, *match.owned) if self._is_put(noun))

    def may_tell(self, noun: Token) -> bool:
        """Whether a noun may tell an act of its own, since it belongs to none or names what was done."""
        return noun.i not in self.used or noun.i in self._judged or self._is_accused(noun)

    def asked_by(self, noun: Token) -> int:
        """Where the verb stands by which somebody is asked to end what a noun names, -1 if none does."""
        return self._asked.get(noun.i, -1)

    def is_content(self, verb: Token) -> bool:
        """Whether an act is only spoken of: what is promised, refused, demanded or threatened.

        What somebody is accused of stands as an event of its own, attributed to who accuses.
        """
        token = verb
        while True:
            if is_wished(token) or (token.dep_ == "pcomp" and token.head.lower_ == "against"):
                return True  # "a warning against joining NATO"
            convened = token.dep_ == "dobj" and token.head.lemma_.lower() in CONVENING
            if convened and token.head.i in self._contents:
                return True  # "offered to host talks"
            match = self._contents.get(token.i)
            if match is not None:
                held = HELD_AGAINST if not is_verb(token) else HELD_AGAINST - {"CONVICT"}
                return match.frame.relation not in held
            if token.dep_ not in ("conj", "xcomp") or token.head.i == token.i:
                return False
            token = token.head

    def _is_accused(self, noun: Token) -> bool:
        """Whether a noun names what somebody is said to have done, though it belongs to the accusation."""
        verb = accusation_of(noun)
        return verb is not None and verb.i not in self._contents and not standing_of(verb).negated

    def _is_put(self, noun: Token) -> bool:
        """Whether a noun names what is put to others: a request, an offer, a complaint."""
        frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
        types = [self._vocabulary.relations[frame.relation].plover for frame in frames]
        put = sum(plover in (Plover.REQUEST, Plover.ACCUSE) for plover in types)
        return noun.lemma_.lower() in PUT or 2 * put > len(types)

    def _going_on(self, verb: Token) -> Iterator[Token]:
        """The hostile deeds that somebody is asked to end: "called on Mali to halt its raids on Chad"."""
        for noun in logical_objects(verb) if verb.lemma_.lower() in STOPPING | {"lift"} else ():
            frames = self._vocabulary.noun_frames.get(noun.lemma_.lower(), ())
            quads = [self._vocabulary.relations[frame.relation].plover.quad for frame in frames]
            own = any(child.dep_ == "poss" for child in noun.children)
            if own and 2 * quads.count("material conflict") > len(quads):
                yield noun
