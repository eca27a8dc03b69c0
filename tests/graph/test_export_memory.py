"""An export takes the same memory whatever the size of the graph."""

from pathlib import Path

import pytest

from benchmarks.exports import EXPORTS, MEMORY, STATUS, Export, fill, measure
from tests.stores import file_address


@pytest.mark.skipif(not STATUS.exists(), reason="peaks of memory are read from Linux's /proc")
@pytest.mark.parametrize(
    ("events", "exports"),
    [
        (10_000, [Export("gexf", "events")]),
        pytest.param(1_000_000, EXPORTS, marks=pytest.mark.soak),
    ],
    ids=["short", "long"],
)
def test_memory_stays_flat_over_any_number_of_events(
    tmp_path: Path, events: int, exports: list[Export]
) -> None:
    address = file_address(tmp_path / "graph.db")
    with address.open() as store:
        fill(store, events)
    for export in exports:
        found = measure(address.uri, export)
        print(f"{events} events, {export}: {found.peak:.0f} MB; {found.first:.2f} s to the first byte")
        assert found.written > 0, export
        assert found.peak < MEMORY, export
