"""An artifact's key: what its bytes are made of, part by part, so that a change can be named."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from vagen.publish.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Key:
    """Named parts (`view`, `templates`, `language`, `assets`, `versions`) and their digests.

    Two artifacts with equal keys have equal bytes; the parts are kept in the order of their names.
    """

    parts: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if len(dict(self.parts)) != len(self.parts):
            raise ValueError("a key names each of its parts once")
        object.__setattr__(self, "parts", tuple(sorted(self.parts)))

    @classmethod
    def of(cls, parts: Mapping[str, str]) -> Self:
        """The key with these parts: a name and the digest of what it stands for."""
        return cls(tuple(parts.items()))

    @property
    def digest(self) -> str:
        """The whole key as one digest (64 hexadecimal digits)."""
        return fingerprint(self.parts)


def differs(old: Key | None, new: Key) -> tuple[str, ...]:
    """The names of the parts that changed, came or went; `new` alone where there was no key."""
    if old is None:
        return ("new",)
    before, after = dict(old.parts), dict(new.parts)
    return tuple(name for name in sorted(before | after) if before.get(name) != after.get(name))


def sha256(content: bytes) -> str:
    """The SHA-256 digest of a file's bytes (64 hexadecimal digits)."""
    return hashlib.sha256(content).hexdigest()
