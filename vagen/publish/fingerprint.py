"""A digest of a value: equal in every process, different for any two values that differ.

Every value is written as a tag for its type, the length of its text and the text, so no two
values can run together into the same bytes. Dictionaries keep their order, since a template
that walks one shows it; sets have none and are sorted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

Encoder = Callable[[Any], bytes]


def fingerprint(value: object) -> str:
    """The SHA-256 digest (64 hexadecimal digits) of a value made of plain values and records.

    A pydantic field with `exclude=True` does not count. Raises TypeError on a type that has no
    lasting form, such as a function, a path or an open file.
    """
    return hashlib.sha256(_encoded(value)).hexdigest()


def _encoded(value: object) -> bytes:
    kind = type(value)
    encoder = _ENCODERS.get(kind)
    if encoder is None:
        encoder = _ENCODERS[kind] = _encoder(kind)
    return encoder(value)


def _framed(tag: bytes, text: bytes) -> bytes:
    return b"%b%d:%b" % (tag, len(text), text)


def _joined(tag: bytes, parts: Iterable[bytes]) -> bytes:
    return _framed(tag, b"".join(parts))


def _word(text: str) -> bytes:
    return _framed(b"s", text.encode("utf-8", "surrogatepass"))


def _instant(value: datetime | time) -> bytes:
    # isoformat leaves out the fold and the zone's name, and both change what a page shows.
    zone = _encoded(value.tzinfo)
    tag = b"dt" if isinstance(value, datetime) else b"tm"
    clock = value.replace(tzinfo=None).isoformat()
    return _joined(tag, (_word(clock), b"%d" % value.fold, zone))


def _zone(value: ZoneInfo) -> bytes:
    if value.key is None:
        raise TypeError("a time zone without a name has no fingerprint")
    return _framed(b"z", value.key.encode())


def _mapping(value: Mapping[object, object]) -> bytes:
    if not all(type(name) is str for name in value):
        raise TypeError("only a dictionary with text as keys has a fingerprint")
    return _joined(b"m", (part for pair in value.items() for part in map(_encoded, pair)))


def _set(value: frozenset[object]) -> bytes:
    return _joined(b"S", sorted(map(_encoded, value)))


def _encoder(kind: type) -> Encoder:
    """How values of a type that is met for the first time are written."""
    if issubclass(kind, Enum):
        return _choice(kind)
    if is_dataclass(kind):
        return _record(kind, tuple(field.name for field in fields(kind)))
    if hasattr(kind, "model_fields"):
        known = kind.model_fields.items()
        return _record(kind, tuple(name for name, field in known if not field.exclude))
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _record(kind, kind._fields)
    if issubclass(kind, str):
        return _marked_text(kind)
    raise TypeError(f"a value of type {kind.__qualname__} has no fingerprint")


def _name(kind: type) -> bytes:
    return _word(f"{kind.__module__}.{kind.__qualname__}")


def _choice(kind: type) -> Encoder:
    """A member of an enumeration, by its name and its value."""
    name = _name(kind)
    return lambda value: _joined(b"e", (name, _word(value.name), _encoded(value.value)))


def _record(kind: type, names: tuple[str, ...]) -> Encoder:
    """A record, by its type and its fields; their names are put into bytes once a type."""
    head = _name(kind)
    labels = tuple((name, _word(name)) for name in names)

    def encode(value: object) -> bytes:
        parts = [head]
        for name, label in labels:
            parts += (label, _encoded(getattr(value, name)))
        return _joined(b"r", parts)

    return encode


def _marked_text(kind: type) -> Encoder:
    """Text of a type of its own, such as markup that is safe already: never equal to the text."""
    name = _name(kind)
    return lambda value: _joined(b"t", (name, _word(str.__str__(value))))


_ENCODERS: dict[type, Encoder] = {
    type(None): lambda _: b"N",
    bool: lambda value: b"T" if value else b"F",
    int: lambda value: _framed(b"i", b"%d" % value),
    float: lambda value: _framed(b"f", value.hex().encode()),
    str: _word,
    bytes: lambda value: _framed(b"b", value),
    Decimal: lambda value: _framed(b"d", str(value).encode()),
    date: lambda value: _framed(b"D", value.isoformat().encode()),
    datetime: _instant,
    time: _instant,
    timedelta: lambda value: _framed(
        b"l", b"%d %d %d" % (value.days, value.seconds, value.microseconds)
    ),
    timezone: lambda value: _framed(b"o", repr(value).encode()),
    ZoneInfo: _zone,
    tuple: lambda value: _joined(b"(", map(_encoded, value)),
    list: lambda value: _joined(b"[", map(_encoded, value)),
    dict: _mapping,
    MappingProxyType: _mapping,
    frozenset: _set,
    set: _set,
}
