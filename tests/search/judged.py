"""The texts and the judged queries, as they stand in the files."""

from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
HALVES = ("tuning", "held-back")


@dataclass(frozen=True, slots=True)
class Text:
    """What might stand on a page; a distractor answers no query."""

    id: str
    text: str
    distractor: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What someone types, and a careful reader's verdict on every text.

    `finds` has to be found, `either` may be, all else must not; `traps` look most like answers.
    """

    query: str
    kind: str
    finds: tuple[str, ...]
    traps: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    note: str = ""


def corpus():
    files = sorted((HERE / "corpus").glob("*.yaml"))
    return [Text(**record) for file in files for record in _records(file)]


def queries(half):
    return [
        Query(**{key: tuple(value) if isinstance(value, list) else value for key, value in record})
        for record in map(dict.items, _records(HERE / "queries" / f"{half}.yaml"))
    ]


def _records(file):
    return yaml.safe_load(file.read_text(encoding="utf-8"))
