"""How far two coders agree who code the same texts apart: more no reader can be scored at.

    python -m tests.gold.agreement

second-coding.jsonl holds the events of a second coder for the blind set and the third that is set aside. He
saw the texts, the definitions of the relations and the contract, and nothing of the first coding. Only
figures are printed, since nobody reads these texts.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.gold.stages import ASIDE, BLIND, Coded, Sentence, coded_events, sentences, tallies

SECOND = Path(__file__).parent / "second-coding.jsonl"


def both(file: Path) -> Iterator[tuple[Sentence, list[Coded]]]:
    """Each text of a file as first coded, with what the second coder found in it."""
    records = map(json.loads, SECOND.read_text(encoding="utf-8").splitlines())
    second = {record["id"]: coded_events(record) for record in records}
    for sentence in sentences(file):
        yield sentence, list(second[sentence.id])


def main() -> None:
    """Print how far the second coding agrees with the first, stage by stage."""
    for file in (BLIND, ASIDE):
        print(file.stem)
        for stage, tally in tallies(both(file)).items():
            print(
                f"  {stage:10} precision {tally.precision:.2f}  recall {tally.recall:.2f}  F1 {tally.f1:.2f}"
            )


if __name__ == "__main__":
    main()
