"""Names of people and organisations that no file knows, so that what is said about them is not lost.

They stand behind the actors that the codebook knows: only a place of a frame that nobody else fills is given
to a stranger, and one end of an event is always somebody known. "Ecuador sued the Oriente Timber Company"
joins Ecuador to `oriente-timber-company`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.actors.mentions import HONORIFICS, Mentions
from extract.actors.resolver import Mention
from extract.actors.standins import TRANSPARENT
from extract.grammar.parse import Span, Token
from extract.grammar.prepositions import objects_of
from extract.grammar.repairs.prefixes import RANKS
from extract.grammar.verbs import SUBJECTS
from extract.standing.attribution import SAYING
from graph.gazetteer import slug
from graph.model import Actor, Kind, Person, Plover
from graph.vocabulary import Relation

KINDS = {
    Kind.PARTY: "party",
    Kind.GROUP: "front army brigade brigades militia cartel guerrillas faction movement liberation "
    "squadron regiment battalion corps legion",
    Kind.COMPANY: "corp corporation inc ltd co company plc bank airlines airways industries petroleum oil "
    "motors steel mining energy holdings group electric telecom pharmaceuticals shipbuilding aerospace",
    Kind.MEDIA: "news times post radio television tv herald tribune gazette journal",
    Kind.ORGANISATION: "union council commission committee association federation organisation organization "
    "league church agency institute foundation society court tribunal authority board congress alliance "
    "coalition fund forum network conference confederation chamber campaign trust initiative syndicate",
}
"""The words by which a name tells what bears it."""

KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split()}
TITLES = (
    HONORIFICS
    | {form for rank in RANKS for form in (rank.lower(), rank.lower().rstrip("."))}
    | frozenset(
        "dr dr. sir st gen gen. adm adm. general colonel major captain lieutenant admiral brigadier sergeant "
        "commander corporal".split()
    )
)
"""What stands before the name of a person, besides offices and trades."""

JOINING = frozenset({"of", "for", "on", "the", "and", "against", "to"})
"""Words inside a name: "Movement for Democratic Change"."""

LONGEST = 4
"""How many words a person's name has at most, if nothing else says that it is one."""


PLACES = frozenset(
    "city town village province state county district region valley river lake mount mountain island "
    "islands sea bay gulf cape port street square road avenue bridge airport station hotel hospital school "
    "university camp prison base stadium palace house hall park north south east west northern southern "
    "eastern western central new old upper lower hurricane typhoon storm cyclone flight operation".split()
)
"""Words of names that are no people's: places, storms, operations."""

OF_PEOPLE = frozenset(
    {
        Plover.CONSULT,
        Plover.SUPPORT,
        Plover.REQUEST,
        Plover.ACCUSE,
        Plover.REJECT,
        Plover.AGREE,
        Plover.CONCEDE,
        Plover.PROTEST,
    }
)
"""Types of act that no place does: whoever "accused Chad of torture" is somebody."""

TO_PEOPLE = frozenset("ARREST CONVICT EXTRADITE DEPORT EXPEL SUE ACCUSE MEET".split())
"""Relations whose object is nobody's place: "Chad arrested Tomasz Wolski"."""


class Strangers:
    """Finds them in one block; `known` are the people whom the article has named so far, by surname."""

    def __init__(self, mentions: Mentions, known: dict[str, Mention]) -> None:
        self._mentions = mentions
        self._known = known

    def doing(self, tokens: Iterable[Token], relation: Relation) -> tuple[Mention, ...]:
        """Who does an act that nobody known does."""
        return self._among(tokens, people=relation.plover in OF_PEOPLE)

    def hit(self, tokens: Iterable[Token], relation: Relation) -> tuple[Mention, ...]:
        """To whom an act is done that is done to nobody known."""
        return self._among(tokens, people=relation.name in TO_PEOPLE)

    def speaking(self, token: Token) -> Mention | None:
        """Who says something: "Tomasz Wolski said"; nobody who is only somebody's spokesman."""
        return next(iter(self._among((token,), people=True)), None)

    def of(self, token: Token, *, people: bool = False) -> Mention | None:
        """The unknown person or organisation that a proper noun heads; None for places and what may be one.

        `people` says that what stands there is somebody: then a first name and a surname are enough.
        """
        if token.pos_ != "PROPN" or self._mentions.is_name(token) or not token.text[:1].isupper():
            return None
        words, titled = self._without_title(token, people=people)
        if not words:
            return None
        kinds = [KIND_OF[word.lower_] for word in words if word.lower_ in KIND_OF and word.text[:1].isupper()]
        alone = len(words) == 1 and not kinds and (people or titled)
        known = self._known.get(token.text) if alone else None
        told = titled or known or (len(words) > 1 if kinds else people and _is_full_name(words))
        start, end = words[0].i, words[-1].i + 1
        name = token.doc.words(start, end)
        if not told or not slug(name):  # "the Union" alone, or nothing that an id can be made of
            return None
        if known is not None:
            return replace(known, start=start, end=end, head=token.i)
        kind = kinds[-1] if kinds else Kind.PERSON
        actor = Actor(id=slug(name), name=name, kind=kind)
        person = Person(id=actor.id, name=name) if kind is Kind.PERSON else None
        found = Mention(actor=actor, person=person, start=start, end=end, head=token.i, how="stranger")
        if kind is not Kind.PERSON or len(words) == 1:
            return found
        before = self._known.get(token.text)
        if before is not None and before.person == person:  # whom the article has told more of
            return replace(before, start=start, end=end, head=token.i)
        self._known[token.text] = found
        return found

    def _without_title(self, token: Token, *, people: bool) -> tuple[list[Token], bool]:
        """The words of the name that a noun heads, and whether a title stood before them.

        No words where it is no name: an office, or words of which one is known ("Chad Football Federation"),
        unless they are a body's own ("Association of Arab Lawyers"), belong to an office before the name
        ("Minister for the Middle East Marta Kowal") or are where he is ("In Turkey Minister Kowal met").
        """
        mentions = self._mentions
        end = _last(token)
        words = list(token.doc[_first(token) : end])
        known = [at + 1 for at, word in enumerate(words) if mentions.is_name(word)]
        placed = known == [1] and words[0].i > 0 and words[0].nbor(-1).lower_ in ("in", "at")
        body = token.lower_ in KIND_OF and token.i + 1 < end and token.nbor().lower_ in ("of", "for")
        if mentions.is_role(token) or (known and not (body or placed or self._is_in_an_office(token))):
            return [], False
        office = 0 if token.lower_ in KIND_OF else self._title(words)
        title = max(office, known[-1] if known and people and not body else 0)
        rest = words[title:]
        nameless = bool(rest) and rest[0].lower_ in JOINING - {"the"}  # "the Minister for Central Asia"
        return ([], False) if nameless else (rest, title > 0)

    def _among(self, tokens: Iterable[Token], *, people: bool) -> tuple[Mention, ...]:
        inner = (
            part
            for token in tokens
            for part in (token, *(o for p in token.children if _counts(token, p) for o in objects_of(p)))
        )
        names = ((token, *(c for c in token.children if c.dep_ == "appos")) for token in inner)
        names = ((*group, *self._swallowed(group[0])) for group in names)
        found = (next(filter(None, (self.of(n, people=people) for n in group)), None) for group in names)
        return tuple(mention for mention in found if mention is not None)

    def _swallowed(self, office: Token) -> Iterator[Token]:
        """The name behind an office that the parser takes for a part of that: "Minister for the Middle East
        Marta Kowal".
        """
        if office.dep_ in SUBJECTS and self._mentions.is_role(office):
            for preposition in office.children:
                if preposition.dep_ == "prep" and preposition.lower_ in JOINING:
                    yield from (o for o in objects_of(preposition) if o.i + 1 == office.head.i)

    def learn(self, name: Token, mention: Mention) -> None:
        """Whom a surname means from now on, since the article has told what he is."""
        self._known[name.text] = mention

    def notice(self, sentence: Span) -> None:
        """Remember who is named in full, by title or as a speaker: "Tomasz Wolski spoke", then "Wolski"."""
        for token in sentence:
            if token.pos_ == "PROPN" and (token.dep_ in SUBJECTS or token.dep_ == "appos"):
                said = token.dep_ == "nsubj" and token.head.lemma_.lower() in SAYING | {"speak"}
                self.of(token, people=said)

    def _is_in_an_office(self, name: Token) -> bool:
        """Whether a name stands behind the "for" of an office."""
        return name.dep_ == "pobj" and name in self._swallowed(name.head.head)

    def _title(self, words: Sequence[Token]) -> int:
        """How many words before a name tell what somebody is: "Mr", "Deputy Minister", "lawyer"."""
        last = -1
        for at, word in enumerate(words[:-1]):
            if word.lower_ in TITLES or self._mentions.is_role(word):
                last = at
        return last + 1


def _is_full_name(words: Sequence[Token]) -> bool:
    """Whether words are a first name and a surname: "Tomasz Wolski", "John F. Kennedy"."""
    before = words[0].doc.words(max(0, words[0].i - 1), words[0].i).lower()
    plain = all(word.pos_ == "PROPN" and word.lower_ not in PLACES | JOINING for word in words)
    names = [word.text for word in words if word.text.isalpha() and word.text.istitle()]
    return plain and before != "the" and len(names) > 1 and len(words) <= LONGEST


def _counts(noun: Token, preposition: Token) -> bool:
    """Whether a noun only counts what is behind its "of": "members of the Fiji Lawyers Association"."""
    return preposition.lower_ == "of" and noun.lemma_.lower() in TRANSPARENT


def _first(token: Token) -> int:
    """Where the name that a token heads begins."""
    start = token.i
    while (
        start > token.sent.start
        and token.doc[start - 1].dep_ == "compound"
        and _is_capital(token.doc[start - 1])
    ):
        start -= 1
    return start


def _last(token: Token) -> int:
    """Where it ends: behind "of", "for" and the like as long as capitals follow."""
    end = token.i + 1
    at = end
    while at < token.sent.end and (token.doc[at].lower_ in JOINING or _is_capital(token.doc[at])):
        at += 1
        if _is_capital(token.doc[at - 1]) and token.is_ancestor(token.doc[at - 1]):
            end = at
    return end


def _is_capital(token: Token) -> bool:
    return token.pos_ in ("PROPN", "ADJ", "NOUN") and token.text[:1].isupper()
