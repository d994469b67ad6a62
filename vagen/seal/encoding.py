"""Numbers, lengths and bytes as format vagen/1 writes them; reading takes the one spelling only."""

from __future__ import annotations

import base64
import re

_BASE64URL = re.compile(r"[A-Za-z0-9_-]*")
_BASE32 = re.compile(r"[a-z2-7]*")


def u32(number: int) -> bytes:
    """Four bytes, the most significant first."""
    return number.to_bytes(4, "big")


def framed(content: bytes) -> bytes:
    """The content behind its length, so that two contents in a row can't run together."""
    return u32(len(content)) + content


def base32(content: bytes) -> str:
    """RFC 4648 base32 in lower case, without padding."""
    return base64.b32encode(content).decode("ascii").rstrip("=").lower()


def from_base32(text: str) -> bytes | None:
    """The bytes that base32 writes as just this text, if there are any."""
    if not _BASE32.fullmatch(text) or len(text) % 8 in (1, 3, 6):
        return None
    content = base64.b32decode(text.upper() + "=" * (-len(text) % 8))
    return content if base32(content) == text else None


def base64url(content: bytes) -> str:
    """RFC 4648 base64url without padding."""
    return base64.urlsafe_b64encode(content).decode("ascii").rstrip("=")


def from_base64url(text: str) -> bytes | None:
    """The bytes that base64url writes as just this text, if there are any.

    The last letter may hold bits that stand for nothing: they must be zero, or a file could be
    changed and still open.
    """
    if not _BASE64URL.fullmatch(text) or len(text) % 4 == 1:
        return None
    content = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return content if base64url(content) == text else None
