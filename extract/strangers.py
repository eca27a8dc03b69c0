"""Names of people and organisations that no file knows, so that what is said about them is not lost.

They stand behind the actors that the codebook knows: only a place of a frame that nobody else fills is given
to a stranger, and one end of an event is always somebody known. "Ecuador sued the Oriente Timber Company"
joins Ecuador to `oriente-timber-company`.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from extract.actors import Mention
from extract.clauses import objects_of
from extract.mentions import HONORIFICS, Mentions
from extract.standins import TRANSPARENT
from graph.gazetteer import slug
from graph.model import Actor, Kind, Person

KINDS = {
    Kind.PARTY: "party",
    Kind.GROUP: "front army brigade brigades militia cartel guerrillas faction movement liberation",
    Kind.COMPANY: "corp corporation inc ltd co company plc bank airlines airways industries petroleum oil "
    "motors steel mining energy holdings group electric telecom pharmaceuticals shipbuilding aerospace",
    Kind.MEDIA: "news times post radio television tv herald tribune gazette journal",
    Kind.ORGANISATION: "union council commission committee association federation organisation organization "
    "league church agency institute foundation society court tribunal authority board congress alliance "
    "coalition fund forum network conference confederation chamber campaign trust initiative syndicate",
}
"""The words by which a name tells what bears it."""

KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split()}
TITLES = HONORIFICS | {"dr", "dr.", "sir", "st"}
JOINING = frozenset({"of", "for", "on", "the", "and", "against", "to"})
"""Words inside a name: "Movement for Democratic Change"."""


def strangers(tokens: Iterable[Token], mentions: Mentions) -> tuple[Mention, ...]:
    """The people and organisations that no file knows, for an end of an act that nobody else fills."""
    inner = (
        part
        for token in tokens
        for part in (token, *(o for p in token.children if _counts(token, p) for o in objects_of(p)))
    )
    found = (stranger(token, mentions) for token in inner)
    return tuple(mention for mention in found if mention is not None)


def stranger(token: Token, mentions: Mentions) -> Mention | None:
    """The unknown person or organisation that a proper noun heads; None for places and what may be one."""
    if token.pos_ != "PROPN" or mentions.is_name(token) or not token.text[:1].isupper():
        return None
    start, end = _first(token), _last(token)
    words = list(token.doc[start:end])
    if any(mentions.is_name(word) for word in words):
        return None
    kinds = [KIND_OF[word.lower_] for word in words if word.lower_ in KIND_OF and word.text[:1].isupper()]
    titled = words[0].lower_ in TITLES
    if not kinds and not titled:
        return None
    start += titled
    name = token.doc[start:end].text
    if not slug(name):  # a title alone, or nothing that an id can be made of
        return None
    kind = kinds[-1] if kinds else Kind.PERSON
    actor = Actor(id=slug(name), name=name, kind=kind)
    person = Person(id=actor.id, name=name) if kind is Kind.PERSON else None
    return Mention(actor=actor, person=person, start=start, end=end, head=token.i, how="stranger")


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
