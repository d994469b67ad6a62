"""One audience's portal: its address, its passphrase and its files, all from one master key."""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from vagen.model.audience import Audience
from vagen.problems import say
from vagen.seal import index as indexes
from vagen.seal.broken import SealBroken
from vagen.seal.container import Keys, from_script, mark_of, opened, script, sealed
from vagen.seal.derivation import derived
from vagen.seal.encoding import base32, framed, u32
from vagen.seal.index import INDEX, Entry, Index
from vagen.seal.passphrase import words_of
from vagen.seal.practice_key import PracticeKey

_IN_THE_CLEAR = ("public", "assets")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file for the host: `name` lacks the `.js`, `length` is the content's, `data` the file."""

    name: str
    s: bytes
    length: int
    data: bytes = field(repr=False)

    def entry(self, type: str) -> Entry:  # noqa: A002 - the index's own word
        """What the index says of this file."""
        return Entry(self.name, self.s, self.length, type)


@dataclass(frozen=True)
class Portal:
    """What follows from one master key. A portal that was opened knows no more than its client."""

    master: bytes = field(repr=False)

    @classmethod
    def of(cls, key: PracticeKey, audience: Audience, turn: int) -> Portal:
        """The portal of a client, the team or a person; every turn is a new one."""
        if audience.kind in _IN_THE_CLEAR:
            raise ValueError(f"{audience} is not sealed")
        if turn < 1:
            raise ValueError("turns start at 1")
        info = b"vagen/1 master" + framed(str(audience).encode("utf-8")) + u32(turn)
        return cls(derived(key.secret, info))

    @cached_property
    def address(self) -> str:
        """The folder of the portal below `c/`: 26 letters that say nothing."""
        return base32(derived(self.master, b"vagen/1 address", length=16))

    @property
    def passphrase(self) -> str:
        """Seven words; shown to the owner, never written."""
        return words_of(derived(self.master, b"vagen/1 passphrase"))

    @property
    def salt(self) -> bytes:
        """The salt of the portal's slot."""
        return derived(self.master, b"vagen/1 salt")

    def name(self, path: str) -> str:
        """The name of a file on the host, without `.js`: it tells nothing of its path."""
        return base32(hmac.digest(self._names, _told(path).encode("utf-8"), "sha256")[:16])

    def seal(self, path: str, content: bytes) -> Sealed:
        """A file for the host. `path` is within the portal: `board/index.html`."""
        seal = sealed(self._keys, _told(path), content)
        return Sealed(self.name(path), mark_of(seal), len(content), script(seal))

    def open(self, path: str, data: bytes, listed: Entry | None = None) -> bytes:
        """The content of the file of the host that belongs at this path. Raises SealBroken.

        `listed`, what the index says of the path, refuses a file of an older or newer build.
        """
        seal = from_script(data)
        content = opened(self._keys, _told(path), seal)
        if listed and (mark_of(seal), len(content)) != (listed.s, listed.length):
            raise SealBroken(say("the file is of another build than the list of files"))
        return content

    def index(
        self, built: date, base: str, entries: Mapping[str, Entry], home: str = "index.html"
    ) -> Sealed:
        """The list of the portal's files, sealed as they are; `base` as in `c/fern/`."""
        files = {_told(path): entry for path, entry in entries.items()}
        return self.seal(INDEX, indexes.written(Index(built, base, home, files)))

    def read_index(self, data: bytes) -> Index:
        """The list of files. Raises SealBroken, also where a name is not that of its path."""
        index = indexes.read(self.open(INDEX, data))
        if any(entry.name != self.name(path) for path, entry in index.files.items()):
            raise SealBroken(say("the list of files names a file that is not of this portal"))
        return index

    @cached_property
    def _keys(self) -> Keys:
        return Keys(derived(self.master, b"vagen/1 siv"), derived(self.master, b"vagen/1 enc"))

    @cached_property
    def _names(self) -> bytes:
        return derived(self.master, b"vagen/1 name")


def _told(path: str) -> str:
    """A path as the format has it: two ways of writing é are one path."""
    return unicodedata.normalize("NFC", path)
