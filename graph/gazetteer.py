"""Who is called what: actors, persons in office, and the nouns that mean a sector of a country.

The data stands in codebook/actors/*.toml. A name leads to actors by a certain way (`How`): "Moscow" is
Russia as its capital, "the Kremlin" as a metonym, "Russian" as an adjective. An actor's code is held
between dates: who holds an office acts for the state, before and after for himself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

import rtoml

from graph.errors import CodebookError
from graph.frames import plain
from graph.model import Actor, Kind, Person


class How(StrEnum):
    """By which way a name leads to its actor."""

    NAME = "name"
    ADJECTIVE = "demonym"
    PEOPLE = "people"
    CAPITAL = "capital"
    METONYM = "metonym"
    PLACE = "place"
    PERSON = "person"


class Sort(StrEnum):
    """What sort of noun a role is: one holder ("president"), a body ("army"), many ("soldiers")."""

    HOLDER = "holder"
    BODY = "body"
    MEMBER = "member"


FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK"})
"""States in which people are called by the first word of their names."""


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a name: an actor, or a person, and the way there."""

    id: str
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office held from a day to before a day; None is open. `actor` is whom its holder acts for."""

    actor: str
    role: str
    start: str | None = None
    end: str | None = None

    def held_on(self, day: str) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHolder:
    """A person with the offices held, earliest first."""

    person: Person
    country: str | None
    offices: tuple[Office, ...]

    def office_on(self, day: str | None, told: str = "") -> Office | None:
        """The office held on a day; of several a state's before a party's, then the one taken last.

        Without a day, the one that the words told beside the name give ("Prime Minister Guterres"), else one
        that is held still, else the last one.

        In 2012 el-Sisi acts for Egypt's military, in 2015 for Egypt.
        """
        held = [office for office in self.offices if day is None or office.held_on(day)]
        if day is None:
            words = told.lower().replace("-", " ")
            telling = [office for office in held if office.role != "leader"]  # of a state or a party
            beside = [office for office in telling if office.role.lower().replace("-", " ") in words]
            telling = [office for office in telling if not office.role.endswith("leader")]
            beside = beside or [office for office in telling if office.role.lower().split()[-1] in words]
            held = beside or [office for office in held if office.end is None] or held
        of_state = [office for office in held if office.actor.isupper()]
        return (of_state or held)[-1] if held else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A common noun that means a sector: "troops" MIL, "president" GOV."""

    sector: str
    sort: Sort


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguity:
    """A word of several readings: which one is meant without clues, and which words decide.

    `ask` marks words whose default is good enough for texts but not for a question ("Georgia").
    """

    candidates: tuple[str, ...]
    default: str | None
    clues: Mapping[str, tuple[str, ...]]
    exceptions: tuple[str, ...] = ()
    ask: bool = False


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """Every known actor, person, name and role. Sectors of countries are made on demand.

    `ended` gives the day from which a former state is no more: until then Moscow is the Soviet Union's.
    `peoples` gives the plural of a country's people. `homes` gives for a people of several states the part
    of it that lives in each, by the state's code.
    """

    actors: Mapping[str, Actor]
    iso2: Mapping[str, str]
    adjectives: Mapping[str, str]
    peoples: Mapping[str, str]
    ended: Mapping[str, str]
    holders: Mapping[str, OfficeHolder]
    names: Mapping[str, tuple[Name, ...]]
    roles: Mapping[str, Role]
    sector_names: Mapping[str, str]
    ambiguous: Mapping[str, Ambiguity] = field(default_factory=dict)
    homes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def actor(self, id: str) -> Actor | None:
        """The actor of an id, sectors included: "DZA-MIL" is the Algerian military."""
        known = self.actors.get(id)
        if known is not None or "-" not in id:
            return known
        country, _, sector = id.partition("-")
        if country in self.actors and sector in self.sector_names:
            return self.sector(self.actors[country], sector)
        return None

    def sector(self, actor: Actor, sector: str) -> Actor:
        """The node of a country's sector. The government is the state itself; a group stays what it is."""
        if actor.kind is not Kind.COUNTRY or sector == "GOV":
            return actor
        adjective = self.adjectives.get(actor.id)
        label = self.sector_names[sector]
        return Actor(
            id=f"{actor.id}-{sector}",
            name=f"{adjective} {label}" if adjective else f"{label} of {actor.name}",
            kind=Kind.SECTOR,
            code=actor.code,
            sector=sector,
        )

    def part(self, people: Actor, country: Actor) -> Actor:
        """The part of a people, or of another country's people, that lives in a country.

        "Kurds in Iraq" are `iraqi-kurds`, "the Russian minority in Latvia" is `latvian-russians`.
        """
        code = people.code if people.kind is not Kind.PEOPLE and people.code else ""
        whole = self.peoples.get(code) or self.adjectives.get(code) or _plain(people.name)  # "Chinese"
        name = f"{self.adjectives.get(country.id, country.name)} {whole}"
        known = self.actors.get(self.homes.get(people.id, {}).get(country.id) or slug(name))
        return known or Actor(id=slug(name), name=name, kind=Kind.PEOPLE, code=country.code, sector="CVL")

    def parts(self, id: str) -> tuple[str, ...]:
        """The ids of a people's parts that live in several states; none for anybody else."""
        return tuple(self.homes.get(id, {}).values())

    def acts_for(self, person_id: str, day: str | None, told: str = "") -> tuple[Actor, Person]:
        """Whom a person acts for on a day: the state or group whose office is held, else the person alone.

        `told` are the words beside the name, which decide where no day does.
        """
        holder = self.holders[person_id]
        office = holder.office_on(day, told)
        actor = self.actor(office.actor) if office else None
        if actor is None:
            actor = Actor(
                id=person_id,
                name=holder.person.name,
                kind=Kind.PERSON,
                code=holder.country,
                sector="ELI",
            )
        return actor, holder.person

    def titled(self, title: str, surname: str, day: str | None) -> tuple[Actor, Person | None] | None:
        """Whom somebody acts for by title and surname: "President Peña" is Paraguay's.

        None where no holder of the office is called so, or holders in several states were. The person is
        None where several of one state are meant.
        """
        held = {
            (office.actor, id)
            for id in self.surnames.get(surname, ())
            for office in self.holders[id].offices
            if _is_title_of(title.lower(), office.role.lower()) and (day is None or office.held_on(day))
        }
        actor = self.actor(next(iter(held))[0]) if len({actor for actor, _ in held}) == 1 else None
        if actor is None:
            return None
        people = {id for _, id in held}
        return actor, self.holders[people.pop()].person if len(people) == 1 else None

    @cached_property
    def surnames(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the office holders by what they are called behind a title: "Sudani" for al-Sudani,
        "Lee" for Lee Myung-bak.
        """
        found: dict[str, list[str]] = {}
        for id, holder in self.holders.items():
            words = holder.person.name.split()
            for surname in {
                words[-1],
                words[-1].removeprefix("al-"),
                words[0 if holder.country in FAMILY_FIRST else -1],
            }:
                found.setdefault(surname, []).append(id)
        return {surname: tuple(ids) for surname, ids in found.items()}

    @cached_property
    def folded_defaults(self) -> Mapping[str, str]:
        """Ambiguous words, regardless of case, whose default answers a question too: "china"."""
        return {
            word.casefold(): ambiguity.default
            for word, ambiguity in self.ambiguous.items()
            if ambiguity.default is not None and not ambiguity.ask
        }

    @cached_property
    def folded_names(self) -> Mapping[str, tuple[Name, ...]]:
        """Names regardless of case, for questions: "russia", "the kremlin"."""
        folded: dict[str, dict[Name, None]] = {}
        for text, names in self.names.items():
            folded.setdefault(text.casefold(), {}).update(dict.fromkeys(names))
        return {text: tuple(names) for text, names in folded.items()}

    @cached_property
    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """What each actor or person is called, without places: RUS is "Russia", "Russian", "the Kremlin".

        An actor's own name comes first; what is also somebody else's or a place's comes last: USA is
        "Manchester" as well.
        """
        called = {id: {actor.name: None} for id, actor in self.actors.items() if actor.name in self.names}
        for text, names in sorted(self.names.items(), key=lambda item: item[0] in self.ambiguous):
            for name in names:
                if name.how is not How.PLACE:
                    called.setdefault(name.id, {})[text] = None
        return {id: tuple(texts) for id, texts in called.items()}


def folded_name(name: str) -> str:
    """What two names have in common that a question takes for one: "The Red Front" and "red front"."""
    return name.casefold().removeprefix("the ")


def slug(name: str) -> str:
    """An id for a person, people or organisation that no file knows: "Ivan Petrov" is `ivan-petrov`."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower()).strip("-")


def _plain(people: str) -> str:
    return people.removeprefix("Ethnic ").removeprefix("ethnic ")


SOVEREIGN = "GOV"
COUNTRY_SECTORS = {"military": "MIL", "police": "COP", "spies": "SPY", "legislature": "LEG", "courts": "JUD"}


def read_gazetteer(folder: Path) -> Gazetteer:
    """Read codebook/actors/*.toml. Raises CodebookError for an entry that refers to nothing."""
    tables = {
        path.stem: rtoml.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))
    }
    countries = tables.get("countries", {})
    homes = _settle(tables.get("groups", {}), countries)
    roles = tables.get("roles", {})
    actors = {
        id: Actor(id=id, name=row["name"], kind=Kind.COUNTRY, code=id, sector=SOVEREIGN)
        for id, row in countries.items()
    }
    for table in ("organisations", "groups"):
        for id, row in tables.get(table, {}).items():
            actors[id] = Actor(
                id=id,
                name=row["name"],
                kind=Kind(row["kind"]),
                code=row.get("code"),
                sector=row.get("sector"),
            )
    gazetteer = Gazetteer(
        actors=actors,
        iso2={row["iso2"]: id for id, row in countries.items() if "iso2" in row},
        adjectives={id: adjectives[0] for id, row in countries.items() if (adjectives := _adjectives(row))},
        peoples={id: _plurals(row)[0] for id, row in countries.items() if row.get("people")},
        ended={id: row["until"] for id, row in countries.items() if "until" in row},
        holders={},
        names={},
        roles=_roles(roles),
        sector_names={sector: row["name"] for sector, row in roles.items()},
        homes=homes,
    )
    holders = {id: _holder(id, row, gazetteer) for id, row in tables.get("people", {}).items()}
    return replace(
        gazetteer,
        holders=holders,
        names=_names(tables, holders),
        ambiguous={word: _ambiguity(row) for word, row in tables.get("ambiguous", {}).items()},
    )


def _settle(groups: dict[str, Any], countries: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Give each people with `homes` an entry for its part in each of them, where the file has none.

    Raises CodebookError for a home that is no country.
    """
    homes: dict[str, dict[str, str]] = {}
    known = {text: id for id, row in groups.items() for text in (row["name"], *row.get("aliases", ()))}
    for id, row in [(id, row) for id, row in groups.items() if row.get("homes")]:
        for code in row["homes"]:
            if code not in countries:
                raise CodebookError(f"groups.toml: {id} has its home in {code!r}, which is no country")
            adjectives = _adjectives(countries[code]) or [countries[code]["name"]]
            called = [_plain(text) for text in (row["name"], *row.get("aliases", ()))]
            names = [f"{adjective} {text}" for adjective in adjectives for text in called]
            part = next((known[name] for name in names if name in known), slug(names[0]))
            groups.setdefault(part, {"name": names[0], "code": code, "sector": "CVL", "kind": row["kind"]})
            groups[part]["aliases"] = list(dict.fromkeys([*groups[part].get("aliases", ()), *names]))
            homes.setdefault(id, {})[code] = part
    return homes


def _adjectives(country: Mapping[str, Any]) -> list[str]:
    """A country's adjectives, first the one by which its sectors are called."""
    first = [country["called"]] if "called" in country else []
    return [*first, *country.get("adjectives", ())]


def _roles(table: Mapping[str, Any]) -> dict[str, Role]:
    sorts = {"holders": Sort.HOLDER, "bodies": Sort.BODY, "members": Sort.MEMBER}
    return {
        noun: Role(sector=sector, sort=sort)
        for sector, row in table.items()
        for key, sort in sorts.items()
        for noun in row.get(key, ())
    }


def _holder(id: str, row: Mapping[str, Any], gazetteer: Gazetteer) -> OfficeHolder:
    offices = []
    for office in row.get("offices", ()):
        actor = office.get("actor") or office.get("country") or row.get("country")
        known = gazetteer.actor(actor) if actor else None
        if known is None:
            raise CodebookError(f"people.toml: {id} holds an office of {actor!r}, which no file defines")
        acts_for = gazetteer.sector(known, office.get("sector", SOVEREIGN))
        offices.append(
            Office(actor=acts_for.id, role=office["role"], start=office.get("from"), end=office.get("to"))
        )
    offices.sort(key=lambda office: office.start or "")
    return OfficeHolder(
        person=Person(id=id, name=row["name"]), country=row.get("country"), offices=tuple(offices)
    )


def _ambiguity(row: Mapping[str, Any]) -> Ambiguity:
    return Ambiguity(
        candidates=tuple(row["candidates"]),
        default=row.get("default"),
        clues={id: tuple(words) for id, words in row.get("clues", {}).items()},
        exceptions=tuple(row.get("not", ())),
        ask=row.get("ask", False),
    )


def _names(
    tables: Mapping[str, Mapping[str, Any]], holders: Mapping[str, OfficeHolder]
) -> dict[str, tuple[Name, ...]]:
    names: dict[str, tuple[Name, ...]] = {}

    def add(text: str, name: Name) -> None:
        known = names.get(text)
        if known is None:
            names[text] = (name,)
        elif name not in known:
            names[text] = (*known, name)

    for text, name in _all_names(tables, holders):
        add(text, name)
        if len(text) >= 4 and not text.isupper():
            add(text.upper(), name)
    for word, row in tables.get("ambiguous", {}).items():
        for id in row["candidates"]:
            if not any(name.id == id for name in names.get(word, ())):
                add(word, Name(id, How.NAME))
    return names


def _all_names(
    tables: Mapping[str, Mapping[str, Any]], holders: Mapping[str, OfficeHolder]
) -> Iterator[tuple[str, Name]]:
    ways: Mapping[str, How] = {
        "names": How.NAME,
        "adjectives": How.ADJECTIVE,
        "capital": How.CAPITAL,
        "seats": How.METONYM,
        "places": How.PLACE,
    }
    for id, row in tables.get("countries", {}).items():
        yield row["name"], Name(id, How.NAME)
        for key, how in ways.items():
            name = Name(id, how)
            for text in row.get(key, ()):
                yield text, name
        for text in (*row.get("people", ()), *_plurals(row)):
            yield text, Name(id, How.PEOPLE)
        for key, sector in COUNTRY_SECTORS.items():
            for text in row.get(key, ()):
                yield text, Name(f"{id}-{sector}", How.NAME)
    for table in ("organisations", "groups"):
        for id, row in tables.get(table, {}).items():
            name = Name(id, How.NAME)
            for text in (row["name"], *row.get("aliases", ())):
                yield text, name
    for id, row in tables.get("people", {}).items():
        name = Name(id, How.PERSON)
        for text in (holders[id].person.name, *row.get("aliases", ())):
            yield text, name
            if " al-" in text:  # as many papers write it: "Haider Al Abadi"
                yield text.replace(" al-", " Al "), name


def _plurals(country: Mapping[str, Any]) -> tuple[str, ...]:
    """The plurals of the nouns for a country's people: those that the file gives, else the regular ones."""
    return tuple(country.get("people_plural", ())) or tuple(map(_plural, country.get("people", ())))


def _plural(noun: str) -> str:
    """Danes for a Dane, Scotsmen for a Scotsman, Germans for a German; the Swiss stay the same."""
    if noun.endswith(("shman", "chman", "tsman", "woman")):
        return noun.removesuffix("man") + "men"
    return noun if noun.endswith(("s", "ese")) else f"{noun}s"


def _is_title_of(title: str, role: str) -> bool:
    """Whether words before a name give an office: "Congolese President", but no "Vice President"."""
    before, _, behind = title.rpartition(role)
    return title.endswith(role) and not behind and before.strip().split()[-1:] not in (["vice"], ["deputy"])
