"""Which record stands where in a file, and the keys that it has."""

from __future__ import annotations

from collections.abc import Iterator

from vagen.model.record import Fault, Record
from vagen.source.nodes import Mapping, Node, Sequence
from vagen.source.plain import empty


def unfilled(cls: type[Record], node: Mapping, loc: tuple[str | int, ...] = ()) -> Iterator[Fault]:
    """Keys that there are not, with nothing behind them: no value of theirs reaches a record."""
    fields = {info.alias or name: info for name, info in cls.model_fields.items()}
    for name, value in node.values.items():
        if name in fields:
            inner = _record_in(fields[name].annotation)
            for step, part in _mappings(value):
                if inner is not None:
                    yield from unfilled(inner, part, (*loc, name, *step))
        elif empty(value):
            yield Fault((*loc, name), "extra_forbidden", None)


def _mappings(value: Node) -> list[tuple[tuple[int, ...], Mapping]]:
    """The mapping that a value is, or those of its list, each with the way to it."""
    if isinstance(value, Mapping):
        return [((), value)]
    items = value.items if isinstance(value, Sequence) else []
    return [((i,), item) for i, item in enumerate(items) if isinstance(item, Mapping)]


def record_at(cls: type[Record], loc: tuple[str | int, ...]) -> type[Record]:
    """The record class that stands at `loc` below `cls`."""
    for part in loc:
        if not isinstance(part, str):
            continue
        for name, info in cls.model_fields.items():
            if part in (name, info.alias):
                cls = _record_in(info.annotation) or cls
                break
    return cls


def _record_in(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _record_in(inner)
        if found:
            return found
    return None


def keys_of(cls: type[Record]) -> list[str]:
    """The keys of a record, as a file has them."""
    return [info.alias or name for name, info in cls.model_fields.items() if name != "origin"]
