"""A tree of nodes becomes a record; what keeps it from being one gets its place and its cure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from vagen.model.record import ORIGIN, Fault, Origin, Record
from vagen.problems import Message, Problem, Span, say
from vagen.source.nodes import Mapping, Node, Scalar, Sequence
from vagen.source.quoting import quote

R = TypeVar("R", bound=Record)


def read_record(cls: type[R], node: Node | None, path: str) -> tuple[R | None, list[Problem]]:
    """The record in a mapping node, and what is wrong with it."""
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        node = Mapping(Span(path))
    if not isinstance(node, Mapping):
        return None, [_not_a_mapping(node)]
    result = cls.read(_plain_mapping(node))
    if isinstance(result, Record):
        return result, []
    return None, _problems(cls, result, node)


def read_records(cls: type[R], node: Node | None, path: str) -> tuple[tuple[R, ...], list[Problem]]:
    """The records of a list; a bad one does not take its neighbours with it."""
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        return (), []
    if not isinstance(node, Sequence):
        return (), [
            Problem(
                node.at,
                "wrong-type",
                say("this file is a list: every entry begins with a dash"),
                say('put "- " before the first key of each entry'),
            )
        ]
    records: list[R] = []
    problems: list[Problem] = []
    for item in node.items:
        record, found = read_record(cls, item, path)
        problems += found
        if record is not None:
            records.append(record)
    return tuple(records), problems


def _plain_mapping(node: Mapping) -> dict[str, object]:
    places: dict[str, Span] = {}
    plain: dict[str, object] = {}
    for name, value in node.values.items():
        places[name] = value.at
        if isinstance(value, Sequence):
            places |= {f"{name}[{i}]": item.at for i, item in enumerate(value.items)}
        if not _empty(value):
            plain[name] = _plain(value)
    plain[ORIGIN] = Origin(node.at, places, dict(node.names))
    return plain


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return _plain_mapping(node)


def _empty(node: Node) -> bool:
    """`key:` with nothing behind it is the same as no key."""
    return isinstance(node, Scalar) and node.plain and not node.text


def _not_a_mapping(node: Node) -> Problem:
    return Problem(
        node.at,
        "wrong-type",
        say('keys are expected here, each with a colon: "name: …"'),
        say("see docs/format.md for the keys of this file"),
    )


def _problems(cls: type[Record], faults: Iterable[Fault], node: Mapping) -> list[Problem]:
    found: dict[Span, tuple[Fault, Problem]] = {}
    for fault in faults:
        problem = _problem(cls, fault, node)
        found.setdefault(problem.at, (fault, problem))
    # A key that is only misspelled is not called missing as well.
    meant = {(fault.loc[:-1], problem.replacement) for fault, problem in found.values()}
    return [
        problem
        for fault, problem in found.values()
        if fault.kind != "missing" or (fault.loc[:-1], str(fault.loc[-1])) not in meant
    ]


def _problem(cls: type[Record], fault: Fault, root: Mapping) -> Problem:
    loc = tuple(part for part in fault.loc if part != ORIGIN)
    if fault.kind == "extra_forbidden":
        return _unknown_key(cls, loc, root)
    if fault.kind == "missing":
        return _missing_key(loc, root)
    value = _reach(root, loc)
    if fault.wrong is not None:
        return _parsed(fault, value)
    if fault.kind == "literal_error":
        return _not_one_of(fault, value)
    return _wrong_type(fault, value)


def _parsed(fault: Fault, value: Node) -> Problem:
    assert fault.wrong is not None  # noqa: S101 - the caller has just looked
    wrong = fault.wrong
    if isinstance(value, Mapping) and wrong.key is not None:
        return wrong.at(value.names.get(wrong.key, value.at))
    problem = wrong.at(value.at)
    if not isinstance(value, Scalar) or wrong.replacement is None:
        return problem
    return replace(problem, replacement=_in_place_of(value, wrong.replacement))


def _in_place_of(value: Scalar, replacement: str) -> str | None:
    """What to type over a value: in quotes where it has some, nothing where it fills many lines."""
    if not value.one_line:
        return None
    return replacement if value.plain or replacement[:1] in ("'", '"') else quote(replacement)


def _unknown_key(cls: type[Record], loc: tuple[str | int, ...], root: Mapping) -> Problem:
    parent = _reach(root, loc[:-1])
    name = str(loc[-1])
    span = parent.names.get(name, parent.at) if isinstance(parent, Mapping) else parent.at
    known = _keys(_record_at(cls, loc[:-1]))
    message = say('"{key}" is not a key here', key=name)
    free = [key for key in known if not isinstance(parent, Mapping) or key not in parent.values]
    close = difflib.get_close_matches(name.lower().replace("-", "_"), free, n=1, cutoff=0.6)
    if close:
        hint = say('did you mean "{key}"?', key=close[0])
        return Problem(span, "unknown-key", message, hint, replacement=close[0])
    return Problem(
        span, "unknown-key", message, say("the keys here are: {keys}", keys=", ".join(known))
    )


def _missing_key(loc: tuple[str | int, ...], root: Mapping) -> Problem:
    parent = _reach(root, loc[:-1])
    at = parent.at
    if isinstance(parent, Mapping) and str(loc[-1]) in parent.names:
        at = parent.names[str(loc[-1])]
    return Problem(
        at,
        "missing-key",
        say('"{key}" is missing', key=loc[-1]),
        say('add a line "{key}: …" here', key=loc[-1]),
    )


def _not_one_of(fault: Fault, value: Node) -> Problem:
    typed = value.text if isinstance(value, Scalar) else ""
    close = difflib.get_close_matches(typed.lower().strip(), fault.expected, n=1, cutoff=0.5)
    message = say('"{value}" is not one of the words that fit here', value=typed)
    if close:
        hint = say(
            'did you mean "{word}"? (one of: {words})',
            word=close[0],
            words=", ".join(fault.expected),
        )
        return Problem(value.at, "not-one-of", message, hint, replacement=close[0])
    return Problem(
        value.at, "not-one-of", message, say("use one of: {words}", words=", ".join(fault.expected))
    )


_EXPECTED: tuple[tuple[str, Message, Message], ...] = (
    (
        "tuple|list|set",
        say("a list is expected here"),
        say('begin every entry on a line of its own with "- "'),
    ),
    (
        "string",
        say("a text is expected here"),
        say("write the text on this line, in quotes if it has a colon"),
    ),
    (
        "int|float|decimal",
        say("a number is expected here"),
        say("write digits only, for example 15"),
    ),
    (
        "model|dict|mapping",
        say("keys are expected below this one"),
        say('write each on a line of its own, indented by two spaces: "key: value"'),
    ),
)


def _wrong_type(fault: Fault, value: Node) -> Problem:
    for pattern, message, hint in _EXPECTED:
        if re.match(pattern, fault.kind):
            return Problem(value.at, "wrong-type", message, hint)
    return Problem(
        value.at,
        "wrong-type",
        say("this value does not fit its key"),
        say("see docs/format.md for what the key takes"),
    )


def _reach(root: Node, loc: tuple[str | int, ...]) -> Node:
    """The deepest node that `loc` leads to; pydantic adds words of its own on the way."""
    node = root
    for part in loc:
        if isinstance(node, Mapping) and part in node.values:
            node = node.values[str(part)]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
    return node


def _record_at(cls: type[Record], loc: tuple[str | int, ...]) -> type[Record]:
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


def _keys(cls: type[Record]) -> list[str]:
    return [info.alias or name for name, info in cls.model_fields.items() if name != "origin"]
