"""What the mended parse says, whatever the words mean: verbs, nouns, clauses, prepositions, days."""

import sys
from types import ModuleType
from typing import Any


def _import_spacy() -> None:
    """Import spaCy without its command line, with which it takes half as long again."""
    if "spacy" in sys.modules:
        return

    def info(*args: Any, **given: Any) -> Any:
        """What `spacy.info` does, by the command line itself."""
        from spacy.cli.info import info

        return info(*args, **given)

    unread = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    unread["spacy.cli.info"].info = info  # type: ignore[attr-defined]
    sys.modules.update(unread)
    try:
        __import__("spacy")
    finally:
        for name in unread:
            del sys.modules[name]


_import_spacy()
