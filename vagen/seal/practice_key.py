"""The practice key: 32 bytes from which all portals follow, as one line that fits on paper.

Who has it opens every portal of the practice, those to come included.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from vagen.problems import Wrong, say
from vagen.seal.derivation import derived
from vagen.seal.encoding import base32, from_base32
from vagen.seal.passphrase import normalised

_PREFIX = "vagen-key-1-"
_LETTERS = 58
_STRANGE = re.compile(r"[^a-z2-7]")


@dataclass(frozen=True, slots=True)
class PracticeKey:
    """The key of one practice; what prints it by accident prints nothing of it."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != 32:
            raise ValueError("a practice key has 32 bytes")

    @classmethod
    def new(cls, random: Callable[[int], bytes]) -> PracticeKey:
        """A key nobody has seen; `random` is the system's source, as `secrets.token_bytes`."""
        return cls(random(32))

    @classmethod
    def parse(cls, text: str) -> PracticeKey:
        """Reads the line back, also from paper: case, spaces and hyphens do not matter.

        Raises Wrong; no message repeats a letter of the key.
        """
        written, start = (normalised(one).replace(" ", "") for one in (text, _PREFIX))
        if not written.startswith(start):
            raise Wrong(
                "key-text",
                say("this is no practice key"),
                say("a practice key is one line that begins with {start}", start=_PREFIX),
            )
        return cls(_secret(written.removeprefix(start)))

    @property
    def text(self) -> str:
        """The one line to keep: four more bytes in it tell a slip of the pen."""
        return _PREFIX + base32(self.secret + _check(self.secret))

    @property
    def id(self) -> str:
        """Eight hexadecimal digits that name the key and tell nothing of it."""
        return derived(self.secret, b"vagen/1 id", length=4).hex()


def _secret(letters: str) -> bytes:
    strange = _STRANGE.search(letters)
    if strange:
        raise Wrong(
            "key-text",
            say("letter {number} of the practice key can't be right", number=strange.start() + 1),
            say("count behind {start}; there are a to z and 2 to 7, no 0, 1, 8, 9", start=_PREFIX),
        )
    if len(letters) != _LETTERS:
        raise Wrong(
            "key-text",
            say(
                "the practice key has {number} letters behind {start}",
                number=len(letters),
                start=_PREFIX,
            ),
            say("there must be {number}", number=_LETTERS),
        )
    content = from_base32(letters)
    if content is None or content[32:] != _check(content[:32]):
        raise Wrong(
            "key-text",
            say("a letter of the practice key is wrong"),
            say("compare it with the line on paper, letter by letter"),
        )
    return content[:32]


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(b"vagen-key-1" + secret).digest()[:4]
