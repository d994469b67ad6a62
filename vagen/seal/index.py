"""The list of a portal's files, itself sealed: what is old or foreign disagrees with it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from vagen.problems import say
from vagen.seal.broken import SealBroken
from vagen.seal.container import FORMAT
from vagen.seal.encoding import base64url, from_base64url

INDEX: Final = "/index"  # no page's path begins with /
_NAME = re.compile(r"[a-z2-7]{26}")
_KEYS = {"format", "built", "base", "home", "files"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its name on the host, its s, the bytes it has when opened, and what it is."""

    name: str
    s: bytes
    length: int
    type: str


@dataclass(frozen=True, slots=True)
class Index:
    """The files by their paths, the day they are of, and where they would stand in the clear."""

    built: date
    base: str
    home: str
    files: Mapping[str, Entry]


def written(index: Index) -> bytes:
    """The index as JSON: the same index gives the same bytes."""
    whole = {
        "format": FORMAT,
        "built": index.built.isoformat(),
        "base": index.base,
        "home": index.home,
        "files": {path: _row(entry) for path, entry in index.files.items()},
    }
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def read(content: bytes) -> Index:
    """The index of an opened file. Raises SealBroken where it is of no form that this one knows."""
    try:
        return _index(json.loads(content.decode("utf-8")))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise SealBroken(
            say("the list of files is not of the format {name}", name=FORMAT)
        ) from None


def _row(entry: Entry) -> dict[str, object]:
    return {
        "name": entry.name,
        "s": base64url(entry.s),
        "length": entry.length,
        "type": entry.type,
    }


def _index(whole: Any) -> Index:  # noqa: ANN401 - JSON is anything until it is looked at
    if whole["format"] != FORMAT or set(whole) != _KEYS:
        raise ValueError("another format")
    files = {_path(path): _entry(**row) for path, row in whole["files"].items()}
    return Index(
        built=_day(whole["built"]),
        base=_text(whole["base"]),
        home=_text(whole["home"]),
        files=files,
    )


def _entry(*, name: Any, s: Any, length: Any, type: Any) -> Entry:  # noqa: A002, ANN401 - the words of the format
    mark = from_base64url(s)
    if not _NAME.fullmatch(name) or mark is None or len(mark) != 32:
        raise ValueError("no name or no s")
    if isinstance(length, bool) or not isinstance(length, int) or length < 0:
        raise ValueError("no length")
    return Entry(name, mark, length, _text(type))


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if day.isoformat() != text:  # the reader of ISO 8601 takes weeks and days without hyphens too
        raise ValueError("no day")
    return day


def _path(text: str) -> str:
    text.encode("utf-8")  # JSON can escape half a letter, which no path holds
    if unicodedata.normalize("NFC", text) != text:
        raise ValueError("no path")
    return text


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value
