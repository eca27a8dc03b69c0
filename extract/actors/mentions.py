"""Which words of a block name an actor: names, roles with their country, titles with their names.

A mention hangs on the token that heads it, so that a grammatical subject or object leads to its actors.
"Russian President Vladimir Putin" hangs on "Putin", "Hungarian and Romanian officials" are two actors on
"officials", "a group of Kenyan students" passes on what hangs on "students".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.actors.belonging import OF, OWNING, SERVING, Belonging
from extract.actors.names import Named, NameMatcher
from extract.actors.peoples import Peoples
from extract.actors.resolver import FIGHTERS, IN_ARMS, ActorResolver, Meant, Mention, may_be_called
from extract.actors.roles import RISING, Roles, is_former
from extract.actors.standins import StandIns
from extract.grammar.edges import APART, DETERMINERS, left_edge
from extract.grammar.nouns import MODIFIERS, appositions, with_conjuncts
from extract.grammar.parse import Doc, Token
from graph.gazetteer import FAMILY_FIRST, How, Name, Role, Sort, slug
from graph.model import Actor, Kind, Person

STYLES = frozenset("language style type era speaking".split())
STYLED = frozenset(f"-{word}" for word in STYLES)
"""Words behind a hyphen by which an adjective is nobody's name: "a French-style reform"."""

ARTICLES = frozenset({"al-", "el-"})
"""The article in Arab names: "Abu Jandal al-Kuwaiti"."""

LISTED = frozenset({Kind.COUNTRY, Kind.ORGANISATION, Kind.GROUP})
"""Kinds of actor that stand in a list: "Britain, the Coalition and Iraq"."""

OWN_PEOPLE = frozenset("chairman chairwoman leader founder head chief member supporter follower aide".split())
"""Nouns for the people of whoever owns them, whatever it is: "its chairman" is the movement's."""

SERVICES = frozenset({"MIL", "COP", "SPY"})
"""Sectors whose officers, agents and guards are their own: "officers of the GRU" are spies, not police."""

OF_MANY = frozenset({"pan", "inter", "trans", "intra", "circum"})
"""Words before a hyphen and a nation's adjective that make it one of many nations."""

HOMELY = frozenset("country nation state republic island kingdom city town capital province region".split())
"""Owners that say no more than that somebody is at home: "the country's unions"."""

THINGS = frozenset({"their", "its"})
"""Owners that may be things: "seized the mine and its managers"."""

NEIGHBOURS = frozenset({"neighbour", "neighbor"})
"""Nouns of people next door, or of states."""

PARTICLES = frozenset("Al El al el bin Bin ibn Ibn".split())
"""What begins the second half of an Arab's name: who is called "Nasser Al Khalifa" is no Nasser."""

HONORIFICS = frozenset(
    "mr mrs ms lord lady mr. mrs. ms. rev rev. sen sen. rep rep. comrade herr frau monsieur madame m. mme "
    "senor sheikh sheik secretary".split()
)
"""Words before a surname that are neither first name nor role: "Mr. Putin", "Secretary Kerry"."""

NESTED = 30
"""How deep noun phrases may nest; "the chief of staff of the chief of staff of ..." is no English."""


class Mentions:
    """The mentions of one parsed block, looked up by token."""

    def __init__(
        self, doc: Doc, names: NameMatcher, resolver: ActorResolver, surnames: dict[str, Mention]
    ) -> None:
        """`surnames` are the people whom the article has named in full so far; this block adds its own."""
        self.doc = doc
        self._surnames = surnames
        self._gazetteer = names.gazetteer
        self._roles = Roles(names.gazetteer.roles)
        self._resolver = resolver
        found = names(doc)
        self._named: dict[int, Named] = {name.head: name for name in found}
        self._inside = {i for name in found for i in range(name.start, name.end)}
        self._found: dict[int, tuple[Mention, ...]] = {}
        self._depth = 0
        self._belonging = Belonging(doc, self.at, self._named, self._roles)
        self._peoples = Peoples(resolver, self.at, self._belonging.owners)
        self._stand_ins = StandIns(doc, self.at, self._belonging, names.gazetteer)

    def __iter__(self) -> Iterator[Mention]:
        """Every mention of the block, in the order of its words."""
        for token in self.doc:
            yield from self.at(token)

    def at(self, token: Token) -> tuple[Mention, ...]:
        """The actors that the noun phrase headed by a token names."""
        known = self._found.get(token.i)
        if known is None and self._depth > NESTED:
            return ()
        if known is None:
            self._depth += 1
            self._found[token.i] = ()  # a phrase that contains itself names nobody
            known = self._found[token.i] = tuple(self._read(token))
            self._depth -= 1
            for mention in known:
                if mention.person is not None and " " in mention.person.name:
                    self._surnames[mention.person.name.rsplit(" ", 1)[1]] = mention
                    if self._is_family_first(mention):
                        self._surnames[mention.person.name.split()[0]] = mention
        return known

    def _is_family_first(self, mention: Mention) -> bool:
        """Whether somebody's family name stands before his own: Xi Jinping's."""
        holder = self._gazetteer.holders.get(mention.person.id) if mention.person is not None else None
        return (holder.country if holder is not None else mention.actor.code) in FAMILY_FIRST

    def owners(self, token: Token, *, prepositions: frozenset[str] = OWNING) -> tuple[Mention, ...]:
        """Whose thing a noun is: "Israel's army", "the Israeli army", "the army of Israel"."""
        owners = self._belonging.owners(token, prepositions=prepositions)
        return self._peoples.settled(token, owners, self._roles.of(token))

    def is_name(self, token: Token) -> bool:
        return token.i in self._inside

    def may_be_elsewhere(self, token: Token, country: str) -> bool:
        """Whether a word names one of several, none of them of this country, and nothing tells which:
        "Korea" of Japan's.
        """
        ambiguity = self._gazetteer.ambiguous.get(token.text)
        if ambiguity is None or ambiguity.default is not None or self.at(token):
            return False
        if token.i in self._inside and token.i not in self._named:  # "South" in "South Africans"
            return False
        actors = (self._gazetteer.actors.get(id) for id in ambiguity.candidates)
        return all(actor is None or actor.code != country for actor in actors)

    def is_role(self, token: Token) -> bool:
        """Whether a noun tells what somebody is: "minister", "lawyer"."""
        role = self._roles.of(token)
        return role is not None and role.sort is not Sort.BODY

    def _is_plain(self, token: Token) -> bool:
        """Whether what may be a name is a plain noun as well: the "coalition" of several parties."""
        name = self._named.get(token.i)
        return name is not None and name.end == name.start + 1 and token.text.islower()

    def bare_role(self, token: Token) -> Role | None:
        """The role of a noun that names no country: "the army", "rebels"."""
        if self.at(token) or (token.i in self._inside and not self._is_plain(token)):
            return None
        if any(
            c.dep_ == "poss" and c.lower_ not in THINGS and c.lemma_.lower() not in HOMELY
            for c in token.children
        ):
            return None
        if any(c.text in self._gazetteer.ambiguous and not self.at(c) for c in token.children):
            return None  # "Korean monks" are of one Korea or the other, wherever they are
        if token.lemma_.lower() in NEIGHBOURS and any(c.lower_ in ("two", "both") for c in token.children):
            return None  # "between the two neighbours"
        role = None if self._ends_a_name(token) else self._roles.of(token)
        role = role or self._title(token)
        return None if role is not None and role.sector == "IGO" else role

    def _is_surname(self, token: Token) -> bool:
        """Whether a word for an office is a name behind another office: "Ambassador John Dean" is no dean."""
        before = [c for c in token.children if c.dep_ == "compound" and c.i < token.i]
        if token.tag_ != "NNP" or len(before) < 2 or before[-1].i != token.i - 1:
            return False
        first, titles = before[-1], before[:-1]
        plain = first.i not in self._inside and self._roles.of(first) is None
        named = f"{first.lower_} {token.lower_}" not in self._gazetteer.roles and first.text.istitle()
        return plain and named and any(self._roles.of(title) is not None for title in titles)

    def _ends_a_name(self, token: Token) -> bool:
        """Whether a role noun only ends a name: "the Oriente Timber Company" is no company of anywhere."""
        before = [
            c for c in token.children if c.dep_ == "compound" and c.text[:1].isupper() and c.i < token.i
        ]
        if token.pos_ != "PROPN" or not before:
            return False
        words = self.doc.words(before[0].i, token.i + 1).lower()
        return words not in self._gazetteer.roles

    def role_of(self, token: Token, owner: Mention, start: int) -> Mention | None:
        """A role as that of whoever owns it: "commandos" with the Israel that "its" means."""
        role = self._roles.of(token)
        own = token.lemma_.lower() in OWN_PEOPLE
        serving = token.lemma_.lower() == "man" and owner.actor.sector in SERVING  # a battalion's "men"
        if (role is None and not own) or token.i in self._inside or is_former(token):
            return None
        return Mention(
            actor=self._sector(owner.actor, role) if role and not serving else owner.actor,
            person=None,
            start=start,
            end=self._roles.end(token),
            head=token.i,
            how="coreference",
            role=role.sort if role else Sort.MEMBER,
            shared=owner.shared,
            plural=token.tag_ in ("NNS", "NNPS"),
        )

    def in_country(self, token: Token, role: Role, country: Actor) -> Mention:
        """A bare role as a sector of the country that the context gives; rebels as the band of that country
        which the article names, if it is one: the M23 of Congo's.
        """
        armed = role.sector in IN_ARMS and not any(child.lower_ == "of" for child in token.children)
        band = self.band_called(token, country.code) if armed else None
        return Mention(
            actor=band or self._gazetteer.sector(country, role.sector),
            person=None,
            start=left_edge(token, token.i),
            end=self._roles.end(token),
            head=token.i,
            how="coreference" if band else "context",
            role=role.sort,
            plural=token.tag_ in ("NNS", "NNPS"),
        )

    def lands_of_bands(self, noun: Token) -> set[str]:
        """The countries, by code, whose groups in arms the article names and a noun for fighters may mean."""
        lemma = noun.lemma_.lower()
        return {
            band.code for band in self._resolver.bands.values() if band.code and may_be_called(band, lemma)
        }

    def band_called(self, noun: Token, code: str | None) -> Actor | None:
        """The group in arms of a country that the article names, alone or most, as "rebels"; but "the rebels
        attacked Hezbollah" is about others.
        """
        lemma = noun.lemma_.lower()
        if noun.tag_ != "NNS" or lemma not in FIGHTERS:
            return None
        band = self._resolver.main_band(lemma, code)
        behind = {m.actor.id for t in noun.sent if band is not None and t.i > noun.i for m in self.at(t)}
        return band if band is not None and band.id not in behind else None

    def _band_of(self, fighters: Token, owner: Actor, role: Role) -> Actor | None:
        """The band of a state or people that the article names, alone or most, as its fighters: the FARC as
        "Colombian guerrillas", the PKK as "Kurdish rebels".
        """
        if role.sector not in IN_ARMS or owner.kind not in (Kind.COUNTRY, Kind.PEOPLE):
            return None
        codes = [owner.code] if owner.code else sorted(self._gazetteer.homes.get(owner.id, {}))
        bands = {b.id: b for b in (self.band_called(fighters, code) for code in codes) if b is not None}
        return next(iter(bands.values())) if len(bands) == 1 else None

    def people_of(self, country: Actor) -> Actor:
        """A country's people: KEN-CVL for KEN."""
        return self.sector(country, "CVL")

    def sector(self, country: Actor, sector: str) -> Actor:
        """A sector of a country: KEN-LAB for KEN."""
        return self._gazetteer.sector(country, sector)

    def countries_in(self, tokens: Iterable[Token]) -> dict[str, Actor]:
        """The countries that these words speak of, by code."""
        return self.country_of_codes({m.actor.code for token in tokens for m in self.at(token)})

    def country_of_codes(self, codes: Iterable[str | None]) -> dict[str, Actor]:
        """Those of some codes that are countries."""
        known = (
            (code, self._gazetteer.actors.get(code)) for code in sorted({*codes} - {None}, key=str) if code
        )
        return {code: actor for code, actor in known if actor is not None and actor.kind is Kind.COUNTRY}

    def _read(self, token: Token) -> Iterator[Mention]:
        named = tuple(self._named_actor(token)) if token.i in self._named else ()
        if named or (token.i in self._inside and not self._is_plain(token)):
            yield from named
        elif behind := self._stand_ins.named_behind(token):
            yield from behind
        elif (role := self._roles.of(token)) is not None and not self._is_surname(token):
            found = tuple(self._role_of_actor(token, role))
            yield from found or (self._as_role(m, role) for m in self._stand_ins.included(token))
        elif (stood_for := self._stand_ins.of(token)) is not None:
            yield from stood_for
        elif token.pos_ == "PROPN":
            known = tuple(self._known_by_surname(token))
            yield from known or self._titled_stranger(token)
        else:
            yield from self._stand_ins.included(token)

    def _as_role(self, mention: Mention, role: Role) -> Mention:
        """People of a nation as what they are said to be: Libyan rebels in "rebels including Libyans"."""
        nation = mention.how == How.PEOPLE.value and mention.actor.kind is Kind.SECTOR
        return replace(mention, actor=self._sector(mention.actor, role)) if nation else mention

    def _named_actor(self, token: Token) -> Iterator[Mention]:
        name = self._named[token.i]
        start, end = name.start, name.end
        role = self._title(token)
        if self.doc.words(end, end + 2).lower() in STYLED:
            return
        if self._is_anothers_name(token, name) or self._is_nisba(name) or self._is_of_many(name):
            yield from self._titled_stranger(token)
            return
        around = self.doc.words(max(0, start - 4), end + 4)
        fitting = self._fitting(token, name.readings)
        apposed = self.doc.words(end, end + 1) == ","
        beside = self.doc.words(max(0, start - 4), end + 4 if apposed else end)
        meant = self._resolver.meant_by(
            name.text, fitting, around=around, told=beside, titled=role is not None
        )
        if meant is None:
            return
        if meant.actor.kind is Kind.SECTOR:
            meant = self._of_another(token, meant)
        named = meant.how == How.PERSON.value and role is None
        before = self._surnames.get(name.text) if named else None
        if before is not None and before.person == meant.person:
            meant = Meant(before.actor, before.person, meant.how)  # for whom the article has let him act
        shared = self._shared_role(token, name)
        if shared is not None:
            meant = Meant(self._gazetteer.sector(meant.actor, shared.sector), None, "role")
        elif meant.how == How.PEOPLE.value or (meant.how == How.ADJECTIVE.value and _heads_a_phrase(token)):
            meant = self._people(token, meant)
        elif meant.how == How.PERSON.value and (titled := self._by_title(token, meant)) is not None:
            meant = titled
        elif meant.actor.kind is Kind.PERSON and role is None:
            meant = self._apposed(token, meant)
        elif meant.person is not None and self._is_out_of_office(token):
            person, country = meant.person, meant.actor.code
            own = Actor(id=person.id, name=person.name, kind=Kind.PERSON, code=country, sector="ELI")
            meant = Meant(own, meant.person, meant.how)
        actor = self._peoples.part_of(token, meant.actor)
        start = min(start, left_edge(token, start))
        yield Mention(
            actor=actor,
            person=meant.person,
            start=start,
            end=end,
            head=token.i,
            how=meant.how,
            role=shared.sort if shared else Sort.HOLDER if meant.person else None,
            plural=shared is not None or meant.how == How.PEOPLE.value,
        )
        if meant.actor.kind is Kind.COUNTRY and meant.person is None:
            yield from self._listed(token)

    def _is_of_many(self, name: Named) -> bool:
        """Whether an adjective names no nation behind such a word: "Pan-American", "Inter-American"."""
        before = [token.lower_ for token in self.doc[max(0, name.start - 2) : name.start]]
        return before[-1:] == ["-"] and before[0] in OF_MANY

    def _is_nisba(self, name: Named) -> bool:
        """Whether an adjective is part of somebody's name: nobody's people in "Abu Jandal al-Kuwaiti"."""
        article = self.doc.words(max(0, name.start - 2), name.start).lower()
        return article in ARTICLES and all(reading.how is not How.PERSON for reading in name.readings)

    def _shared_role(self, token: Token, name: Named) -> Role | None:
        """The role that an adjective shares with the next, where the parser takes it for a noun.

        "Thai" in "Thai and Lao border guards".
        """
        adjective = any(reading.how is How.ADJECTIVE for reading in name.readings)
        noun = next((c for c in token.children if c.dep_ == "conj" and c.pos_ == "NOUN"), None)
        if not adjective or noun is None or any(c.dep_ in DETERMINERS for c in token.children):
            return None
        second = any(c.i == token.i + 2 and c.dep_ in MODIFIERS and c.i in self._named for c in noun.children)
        return self._roles.of(noun) if second else None

    def _listed(self, token: Token) -> Iterator[Mention]:
        """Further countries of a list that the parser reads as appositions: "Russia, China and France"."""
        for child in token.children:
            if child.dep_ == "appos" and child.i in self._named:
                a_list = any(c.dep_ == "conj" for c in (*child.children, *token.children))
                kinds = LISTED if a_list else {Kind.COUNTRY}
                for part in with_conjuncts(child):
                    yield from (m for m in self.at(part) if m.actor.kind in kinds)

    def _of_another(self, token: Token, meant: Meant) -> Meant:
        """A branch that several states call so, as the one of the state named with it: "France's Senate"."""
        for owner in self.owners(token, prepositions=frozenset()):
            if owner.actor.kind is Kind.COUNTRY and owner.actor.code != meant.actor.code:
                return Meant(
                    self._gazetteer.sector(owner.actor, meant.actor.sector or "GOV"), None, meant.how
                )
        return meant

    def _is_anothers_name(self, token: Token, name: Named) -> bool:
        """Whether a known name is part of a longer unknown one.

        "Ivan Nasser" is not Egypt's Nasser, nor is "Nasser Khan"; "Sabah University" is not the newspaper.
        """
        alone = name.end == name.start + 1 and all(r.how is How.PERSON for r in name.readings)
        if alone and self.doc.words(name.end, name.end + 1) in PARTICLES:
            return True
        longer = token.head if token.dep_ == "compound" and token.head.i == name.end else None
        if longer is not None and longer.pos_ == "PROPN" and longer.i not in self._inside:
            actors = (self._gazetteer.actors.get(reading.id) for reading in name.readings)
            kinds = {actor.kind for actor in actors if actor is not None}
            if kinds and kinds <= {Kind.MEDIA, Kind.COMPANY, Kind.PARTY}:
                return True
            if alone and longer.tag_ == "NNP" and self._roles.of(longer) is None:
                return True
        if name.start == 0 or any(reading.how is not How.PERSON for reading in name.readings):
            return False
        before = self.doc[name.start - 1]
        if before.lower_ in HONORIFICS:
            return False
        return (
            name.start == token.i
            and before.pos_ == "PROPN"
            and before.dep_ == "compound"
            and before.head.i == token.i
            and before.i not in self._inside
            and self._roles.of(before) is None
        )

    def _fitting(self, token: Token, readings: tuple[Name, ...]) -> tuple[Name, ...]:
        """Of a word that is both adjective and noun ("American"), the reading that its place asks for."""
        wanted = How.PEOPLE if _heads_a_phrase(token) else How.ADJECTIVE
        hows = {name.how for name in readings}
        if {How.PEOPLE, How.ADJECTIVE} <= hows:
            other = How.ADJECTIVE if wanted is How.PEOPLE else How.PEOPLE
            return tuple(name for name in readings if name.how is not other)
        return readings

    def _people(self, token: Token, meant: Meant) -> Meant:
        """A people stands for its state with "the" ("the French rejected"), else for its citizens."""
        definite = any(child.lower_ == "the" for child in token.children)
        counted = any(child.dep_ in ("nummod", "amod") for child in token.children)
        if definite and not counted:
            return Meant(meant.actor, None, How.PEOPLE.value)
        return Meant(self._gazetteer.sector(meant.actor, "CVL"), None, How.PEOPLE.value)

    def _apposed(self, token: Token, meant: Meant) -> Meant:
        """A person out of office whom the text gives one: "X, the president of Y," acts for Y."""
        for role_token in appositions(token):
            role = self._roles.of(role_token)
            if role is not None and role.sort is Sort.HOLDER and not is_former(role_token):
                for owner in self.owners(role_token):
                    return Meant(self._gazetteer.sector(owner.actor, role.sector), meant.person, "apposition")
        return meant

    def _by_title(self, name: Token, meant: Meant) -> Meant | None:
        """A person as what the words before call him, if that is no office of his state: "rebel leader X",
        "UN chief X".
        """
        country = meant.actor
        for child in name.children:
            role = self._roles.of(child) if child.dep_ in MODIFIERS and child.i < name.i else None
            if role is None or country.kind is not Kind.COUNTRY or is_former(name) or is_former(child):
                continue
            body = next((m.actor for m in self.at(child) if m.actor.kind is Kind.ORGANISATION), None)
            if body is not None:
                return Meant(body, meant.person, "title")
            if role.sector in RISING:
                return Meant(self._gazetteer.sector(country, role.sector), meant.person, "title")
        return None

    def _is_out_of_office(self, name: Token) -> bool:
        """Whether the text says that an office is over: "former President X", "X, the ousted premier"."""
        titles = (child for child in name.children if child.dep_ in MODIFIERS and child.i < name.i)
        offices = [
            word for word in (name, *titles, *appositions(name)) if word is name or self._roles.of(word)
        ]
        return any(is_former(word) for word in offices)

    def _role_of_actor(self, token: Token, role: Role) -> Iterator[Mention]:
        """A role with the actor it belongs to: "Kenyan police" is KEN-COP, "UN troops" are the UN."""
        if is_former(token):
            return
        named = self._named_beside(token)
        if named is not None:
            yield named
            return
        owners = self._peoples.settled(token, self._belonging.of_role(token, role), role)
        if token.dep_ == "compound":  # "In Turkey Minister Kowal met"
            owners = tuple(m for m in owners if not self._is_place_before(m))
        person = self._apposed_person(token) if role.sort is Sort.HOLDER else None
        several = len(owners) > 1
        if not owners and role.sort is Sort.HOLDER:
            yield from self._holder_behind(token)
        for owner in owners:
            inside = owner.start <= token.i < owner.end
            first = min(owner.start, token.i) if owner.start < token.i else left_edge(token, token.i)
            last = max(self._roles.end(token), owner.end if owner.start > token.i else 0)
            alone = several and owner is not owners[-1]
            if not alone and first <= token.i:
                first = min(first, left_edge(token, first)) if not several else first
            yield Mention(
                actor=self._band_of(token, owner.actor, role) or self._sector(owner.actor, role),
                person=person or (owner.person if inside else None),
                start=owner.start if alone else first,
                end=owner.end if alone else last,
                head=token.i,
                how="role",
                role=role.sort,
                plural=token.tag_ in ("NNS", "NNPS"),
                sector=role.sector if owner.actor.kind is Kind.PEOPLE else None,
            )

    def _holder_behind(self, token: Token) -> Iterator[Mention]:
        """Who holds an office that stands before his name: "The emir, Sheikh Hamad bin Khalifa, praised"."""
        for child in token.children:
            if child.dep_ == "appos" and child.i > token.i:
                held = (m for m in self.at(child) if m.person is not None and m.actor.kind is Kind.COUNTRY)
                yield from (replace(m, start=left_edge(token, token.i), head=token.i) for m in held)

    def _named_beside(self, token: Token) -> Mention | None:
        """Who bears the name right behind a role: "the French news agency AFP"."""
        for child in token.children:
            if child.dep_ == "appos" and child.left_edge.i == token.i + 1:
                for mention in self.at(child):
                    if mention.actor.kind in (
                        Kind.MEDIA,
                        Kind.GROUP,
                        Kind.COMPANY,
                        Kind.ORGANISATION,
                        Kind.PARTY,
                    ):
                        return replace(mention, start=left_edge(token, token.i), head=token.i)
        return None

    def _sector(self, owner: Actor, role: Role) -> Actor:
        if owner.kind is Kind.SECTOR and role.sector == "GOV" and role.sort is Sort.BODY:
            return self._gazetteer.actor(owner.id.partition("-")[0]) or owner  # the students' government
        if owner.kind is Kind.SECTOR and role.sector != "GOV":
            if {owner.sector, role.sector} <= SERVICES:
                return owner
            country = self._gazetteer.actor(owner.id.partition("-")[0])
            return self._gazetteer.sector(country, role.sector) if country else owner
        return self._gazetteer.sector(owner, role.sector)

    def _title(self, token: Token) -> Role | None:
        """The office that stands before a name: "President" in "President Bush"."""
        for child in token.children:
            if child.i < token.i and child.dep_ in MODIFIERS and child.i not in self._inside:
                role = self._roles.of(child)
                if role is not None and role.sort is Sort.HOLDER and not is_former(token):
                    return role
        return None

    def _known_by_surname(self, token: Token) -> Iterator[Mention]:
        """Somebody whom the article has named in full before: "Kennedy" after "President John F. Kennedy"."""
        known = self._surnames.get(token.text)
        first_names = [c for c in token.children if c.pos_ == "PROPN" and c.lower_ not in APART]
        if known is not None and not first_names:
            yield replace(known, start=token.i, end=token.i + 1, head=token.i, how="surname", shared=False)

    def _titled_stranger(self, token: Token) -> Iterator[Mention]:
        """A name that no file knows, with an office and a country before or behind it."""
        name_start, person = self._full_name(token, token.sent.start)
        for child in token.children:
            role = self._roles.of(child) if child.dep_ in MODIFIERS and child.i < token.i else None
            if role is None or is_former(token) or is_former(child):
                continue
            owners = self.owners(child) or tuple(
                m for m in self.owners(token, prepositions=OF) if m.end <= child.i + 1 or m.start > token.i
            )
            owners = tuple(m for m in owners if not self._is_place_before(m))
            for owner in owners:
                start = min(owner.start, left_edge(token, token.i))
                yield _holder(token, start, Meant(self._sector(owner.actor, role), person, "title"))
            if owners:
                return
            title = self.doc.words(child.left_edge.i, child.i + 1)
            known = self._resolver.titled(title, token.text) if name_start == token.i else None
            if known is not None:
                bearer = Meant(known.actor, known.person or person, known.how)
                yield _holder(token, left_edge(token, token.i), bearer)
                return
        for role_token in appositions(token):
            role = self._roles.of(role_token)
            if role is None or role.sort is Sort.BODY or is_former(role_token):
                continue
            for owner in self.owners(role_token):
                yield _holder(token, name_start, Meant(self._sector(owner.actor, role), person, "apposition"))

    def _is_place_before(self, mention: Mention) -> bool:
        """Whether a name is where somebody with a title is: "In Turkey Minister Ellwood met"."""
        before = self.doc[max(0, mention.start - 1)].lower_
        return (
            mention.start > 0
            and before in ("in", "at")
            and mention.how in (How.NAME.value, How.CAPITAL.value)
        )

    def _full_name(self, surname: Token, first: int) -> tuple[int, Person]:
        """Where a name that no file knows begins, at `first` or behind it, and who bears it."""
        start = surname.i
        while start > first and (
            self._is_first_name(self.doc[start - 1], surname)
            or self.doc.words(max(0, start - 2), start).lower() in ARTICLES
        ):
            start -= 1
        name = self.doc.words(start, surname.i + 1)
        return start, Person(id=slug(name), name=name)

    def _is_first_name(self, token: Token, head: Token) -> bool:
        return (
            token.pos_ == "PROPN"
            and token.i not in self._inside
            and token.dep_ == "compound"
            and head.i in (token.head.i, token.head.head.i)
            and self._roles.of(token) is None
        )

    def _apposed_person(self, token: Token) -> Person | None:
        """The name behind an office: "France's foreign minister, X"."""
        for part in appositions(token):
            if part.i in self._named:
                for reading in self._named[part.i].readings:
                    if reading.how is How.PERSON:
                        return self._gazetteer.holders[reading.id].person
            elif part.pos_ == "PROPN" and part.i > token.i:
                return self._full_name(part, token.i + 1)[1]
        return None


def _holder(name: Token, start: int, meant: Meant) -> Mention:
    """The mention of an office holder whose words begin at `start` and end with the name."""
    return Mention(
        actor=meant.actor,
        person=meant.person,
        start=start,
        end=name.i + 1,
        head=name.i,
        how=meant.how,
        role=Sort.HOLDER,
    )


def _heads_a_phrase(token: Token) -> bool:
    """Whether a word stands as a noun of its own rather than before one."""
    if token.dep_ == "conj" and token.head.i != token.i:
        return token.pos_ != "ADJ" or _heads_a_phrase(token.head)
    behind = token.doc.words(token.i + 1, token.i + 2)
    joined = behind == "-" and not token.whitespace_  # "Rwandan-backed" is backed by Rwanda
    return token.dep_ not in ("amod", "compound", "nmod") and not joined
