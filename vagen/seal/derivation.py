"""Keys from keys: HKDF-SHA256 with a name for each purpose, so that no two purposes share a key."""

from __future__ import annotations

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def derived(secret: bytes, info: bytes, *, length: int = 32, salt: bytes = b"") -> bytes:
    """`length` bytes for one purpose; who has them learns nothing about the secret."""
    return HKDF(SHA256(), length, salt, info).derive(secret)
