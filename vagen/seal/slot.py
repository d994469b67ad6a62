"""The slot of a portal: its master key, wrapped in what a million rounds make of the passphrase."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vagen.problems import say
from vagen.seal.broken import SealBroken
from vagen.seal.container import FORMAT, NONCE
from vagen.seal.encoding import base64url, framed, from_base64url, u32
from vagen.seal.passphrase import normalised
from vagen.seal.portal import Portal

KDF: Final = "PBKDF2-SHA256"
ITERATIONS: Final = 1_000_000
_MOST = 10_000_000  # more would only keep the reader waiting
_ADDRESS = re.compile(r"[a-z2-7]{26}")
_KEYS = {"format", "kdf", "iterations", "salt", "address", "master"}


@dataclass(frozen=True, slots=True)
class Slot:
    """What the entry page tells everybody; the passphrase makes the master key of it."""

    salt: bytes
    address: str
    wrapped: bytes
    iterations: int = ITERATIONS

    @property
    def text(self) -> str:
        """The slot as JSON, in one line without a sign that HTML would read."""
        whole = {
            "format": FORMAT,
            "kdf": KDF,
            "iterations": self.iterations,
            "salt": base64url(self.salt),
            "address": self.address,
            "master": base64url(self.wrapped),
        }
        return json.dumps(whole, separators=(",", ":"))


def slot_of(portal: Portal) -> Slot:
    """The slot of a portal: half a second of work, always with the same result."""
    key = _stretched(portal.passphrase, portal.salt, ITERATIONS)
    about = _about(portal.salt, portal.address, ITERATIONS)
    return Slot(portal.salt, portal.address, AESGCM(key).encrypt(NONCE, portal.master, about))


def open_slot(text: str, passphrase: str) -> Portal:
    """The portal behind a slot. Raises SealBroken: another passphrase, or a changed slot."""
    slot = read_slot(text)
    key = _stretched(passphrase, slot.salt, slot.iterations)
    about = _about(slot.salt, slot.address, slot.iterations)
    try:
        portal = Portal(AESGCM(key).decrypt(NONCE, slot.wrapped, about))
    except InvalidTag:
        raise SealBroken(say("the passphrase does not open this portal")) from None
    if portal.address != slot.address:
        raise SealBroken(say("this is the entry of another portal"))
    return portal


def read_slot(text: str) -> Slot:
    """A slot from its JSON. Raises SealBroken on another format, and on too few or many rounds."""
    try:
        return _slot(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise SealBroken(
            say("the entry of the portal is not of format {name}", name=FORMAT)
        ) from None


def _slot(whole: Any) -> Slot:  # noqa: ANN401 - JSON is anything until it is looked at
    if set(whole) != _KEYS or (whole["format"], whole["kdf"]) != (FORMAT, KDF):
        raise ValueError("another format")
    rounds, address = whole["iterations"], whole["address"]
    if not isinstance(rounds, int) or not ITERATIONS <= rounds <= _MOST:
        raise ValueError("too few rounds, or too many")
    salt, wrapped = from_base64url(whole["salt"]), from_base64url(whole["master"])
    if salt is None or len(salt) != 32 or wrapped is None or len(wrapped) != 48:
        raise ValueError("no salt or no key")
    if not _ADDRESS.fullmatch(address):
        raise ValueError("no address")
    return Slot(salt, address, wrapped, rounds)


def _stretched(passphrase: str, salt: bytes, iterations: int) -> bytes:
    words = normalised(passphrase).encode("utf-8", "surrogatepass")
    return hashlib.pbkdf2_hmac("sha256", words, salt, iterations, 32)


def _about(salt: bytes, address: str, iterations: int) -> bytes:
    return (
        b"vagen/1 slot"
        + framed(KDF.encode("ascii"))
        + u32(iterations)
        + framed(salt)
        + framed(address.encode("ascii"))
    )
