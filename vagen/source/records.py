"""A tree of nodes becomes a record; what keeps it from being one gets its place and its cure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from vagen.model.lost import EVERYTHING
from vagen.model.record import ORIGIN, Fault, Record
from vagen.problems import Message, Problem, Span, say
from vagen.source.nodes import Mapping, Node, Scalar, Sequence
from vagen.source.plain import plain_mapping, reach
from vagen.source.quoting import quote
from vagen.source.salvage import salvaged
from vagen.source.shape import keys_of, record_at, unfilled

R = TypeVar("R", bound=Record)


def read_record(cls: type[R], node: Node | None, path: str) -> tuple[R | None, list[Problem]]:
    """The record in a file's mapping, as far as it can be read, and what is wrong with it."""
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        node = Mapping(Span(path))
    if not isinstance(node, Mapping):
        return read_nothing(cls, path), [_not_a_mapping(node)]
    return _read(cls, node, whole=True)


def read_nothing(cls: type[R], path: str) -> R | None:
    """What stands in for a record of which nothing can be read."""
    return _read(cls, Mapping(Span(path), lost={EVERYTHING}), whole=True)[0]


def _read(cls: type[R], node: Mapping, *, whole: bool) -> tuple[R | None, list[Problem]]:
    result = cls.read(plain_mapping(node))
    faults = [] if isinstance(result, Record) else result
    told = [(fault, _problem(cls, fault, node)) for fault in (*faults, *unfilled(cls, node))]
    problems = _once(told, node)
    if isinstance(result, Record):
        return result, problems
    meant = {fault.loc: one.replacement for fault, one in told if one.code == "unknown-key"}
    return salvaged(cls, node, result, meant, whole=whole), problems


def read_records(
    cls: type[R], node: Node | None, path: str
) -> tuple[tuple[R | None, ...], list[Problem]]:
    """The records of a list, None for one that can't be told; a bad one spares its neighbours."""
    del path
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
    records: list[R | None] = []
    problems: list[Problem] = []
    for item in node.items:
        if not isinstance(item, Mapping):
            records.append(None)
            problems.append(_not_a_mapping(item))
            continue
        record, found = _read(cls, item, whole=False)
        problems += found
        records.append(record)
    return tuple(records), problems


def _not_a_mapping(node: Node) -> Problem:
    return Problem(
        node.at,
        "wrong-type",
        say('keys are expected here, each with a colon: "name: …"'),
        say("see docs/format.md for the keys of this file"),
    )


def _once(told: Iterable[tuple[Fault, Problem]], node: Mapping) -> list[Problem]:
    """One problem a place, and none that only follows from another."""
    found: dict[tuple[Span, object], tuple[Fault, Problem]] = {}
    for fault, problem in told:
        parent = reach(node, fault.loc[:-1])
        follows = isinstance(parent, Mapping) and EVERYTHING in parent.lost
        if fault.kind != "missing" or not follows:
            lacking = fault.loc[-1] if fault.kind == "missing" else None
            found.setdefault((problem.at, lacking), (fault, problem))
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
    value = reach(root, loc)
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
    parent = reach(root, loc[:-1])
    name = str(loc[-1])
    span = parent.names.get(name, parent.at) if isinstance(parent, Mapping) else parent.at
    known = keys_of(record_at(cls, loc[:-1]))
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
    parent = reach(root, loc[:-1])
    at, hint = parent.at, say('add a line "{key}: …" here', key=loc[-1])
    if isinstance(parent, Mapping) and str(loc[-1]) in parent.names:
        at = parent.names[str(loc[-1])]
        hint = say('type it behind "{key}:"', key=loc[-1])
    return Problem(
        at,
        "missing-key",
        say('"{key}" is missing', key=loc[-1]),
        hint,
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
