"""Actors by what they are called: exactly, for questions that have many words which might be names."""

import pytest

from graph.store import Store
from tests.builders import fill, make_actor, make_event
from tests.hostile import HOSTILE


def called(store: Store, *names: str) -> list[str]:
    return [actor.id for actor in store.actors_called(names)]


@pytest.fixture
def full(store: Store) -> Store:
    front = make_actor("red-front", name="The Red Front")
    other = make_actor("the-red-front-of-mali", name="Red Front")
    fill(store, make_event(front, "CONDEMN", "RUS"), make_event(other, "CONDEMN", "FRA", at=100))
    return store


def test_case_and_a_the_before_it_make_no_difference(full: Store) -> None:
    for name in ("Red Front", "the red front", "THE RED FRONT"):
        assert called(full, name) == ["red-front", "the-red-front-of-mali"]


def test_names_and_ids_are_looked_up_together(full: Store) -> None:
    assert called(full, "THE-RED-FRONT-OF-MALI", "nobody", "russia", "") == ["RUS", "the-red-front-of-mali"]


def test_part_of_a_name_is_none(full: Store) -> None:
    assert called(full, "front", "red", "%", "_") == []
    assert called(full) == []


def test_whole_actor_comes_back(full: Store) -> None:
    assert full.actors_called(["Red Front"])[0] == make_actor("red-front", name="The Red Front")


@pytest.mark.parametrize("name", HOSTILE)
def test_name_of_any_characters_is_found(store: Store, name: str) -> None:
    fill(store, make_event(make_actor("somebody", name=name), "CONDEMN", "RUS"))
    assert called(store, name) == ["somebody"]
