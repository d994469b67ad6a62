"""One file under its seal: the same content gives the same bytes, and no key meets two contents.

The key of a file follows from its content (a synthetic IV, as RFC 8452 and RFC 5297 have it), so
that two builds agree and a nonce is never chosen; it needs none but zero.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vagen.problems import say
from vagen.seal.broken import SealBroken
from vagen.seal.derivation import derived
from vagen.seal.encoding import base64url, framed, from_base64url

FORMAT: Final = "vagen/1"
BLOCK: Final = 1024
NONCE: Final = bytes(12)
_MARK = 32  # bytes of s
_TAG = 16
_HEAD = b'vagen("'
_TAIL = b'");\n'


@dataclass(frozen=True, slots=True)
class Keys:
    """The two keys under which the files of one portal are sealed."""

    siv: bytes = field(repr=False)
    enc: bytes = field(repr=False)


def sealed(keys: Keys, path: str, content: bytes) -> bytes:
    """s, which stands for the content at this path, and behind it the content that nobody reads."""
    padded, about = _padded(content), _about(path)
    mark = _marked(keys, about, padded)
    return mark + _cipher(keys, mark, about).encrypt(NONCE, padded, about)


def opened(keys: Keys, path: str, seal: bytes) -> bytes:
    """The content that was sealed at this path. Raises SealBroken."""
    if len(seal) < _MARK + BLOCK + _TAG or (len(seal) - _MARK - _TAG) % BLOCK:
        raise SealBroken(say("the file is cut off or has something added to it"))
    about, mark = _about(path), seal[:_MARK]
    try:
        padded = _cipher(keys, mark, about).decrypt(NONCE, seal[_MARK:], about)
    except InvalidTag:
        raise _foreign() from None
    if not hmac.compare_digest(_marked(keys, about, padded), mark):
        raise _foreign()
    content = padded[4 : 4 + int.from_bytes(padded[:4], "big")]
    if _padded(content) != padded:
        raise _foreign()
    return content


def script(seal: bytes) -> bytes:
    """The file as it stands on the host: a script, since a page on a disk may load nothing else."""
    return _HEAD + base64url(seal).encode("ascii") + _TAIL


def from_script(data: bytes) -> bytes:
    """The sealed bytes in a file of the host. Raises SealBroken."""
    seal = None
    if data.startswith(_HEAD) and data.endswith(_TAIL):
        seal = from_base64url(data[len(_HEAD) : -len(_TAIL)].decode("ascii", "replace"))
    if seal is None:
        raise SealBroken(say("the file is no sealed file, or is cut off"))
    return seal


def mark_of(seal: bytes) -> bytes:
    """s: what the index says of the file, so that an older one is told."""
    return seal[:_MARK]


def _padded(content: bytes) -> bytes:
    framed_content = framed(content)
    return framed_content + bytes(-len(framed_content) % BLOCK)


def _about(path: str) -> bytes:
    return FORMAT.encode("ascii") + framed(path.encode("utf-8"))


def _marked(keys: Keys, about: bytes, padded: bytes) -> bytes:
    return hmac.digest(keys.siv, framed(about) + padded, "sha256")


def _cipher(keys: Keys, mark: bytes, about: bytes) -> AESGCM:
    return AESGCM(derived(keys.enc, about, salt=mark))


def _foreign() -> SealBroken:
    return SealBroken(say("the file was changed, or belongs to another place or another portal"))
