"""A loader to be killed: `python -m tests.loader ARTICLES START` tells each batch that is stored."""

import sys
from itertools import islice

from api.settings import Settings
from benchmarks.generated import EVENTS_OF_AN_ARTICLE as EVENTS
from benchmarks.generated import readings
from graph.model import Reading
from graph.store import open_store

BATCH = 5  # articles of one transaction


def batches(articles: int) -> list[list[Reading]]:
    """Generated articles, always the same, as they are given to a store."""
    stream = readings(articles * EVENTS)
    return list(iter(lambda: list(islice(stream, BATCH)), []))


def main(articles: int, start: int) -> None:
    settings = Settings()
    with open_store(settings.store, settings.login, patience=60) as store:
        for number, batch in enumerate(batches(articles)):
            if number >= start:
                store.add(batch)
                print(number, flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
