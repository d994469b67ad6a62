"""A tree of nodes as the plain values that a record reads, and the way back to the nodes."""

from __future__ import annotations

from vagen.model.record import ORIGIN, Origin
from vagen.problems import Span
from vagen.source.nodes import Mapping, Node, Scalar, Sequence

Step = tuple[Mapping | Sequence, str | int]


def plain_mapping(node: Mapping) -> dict[str, object]:
    """The mapping's values by key, and its Origin."""
    places: dict[str, Span] = {}
    plain: dict[str, object] = {}
    for name, value in node.values.items():
        places[name] = value.at
        if isinstance(value, Sequence):
            places |= {f"{name}[{i}]": item.at for i, item in enumerate(value.items)}
        if not empty(value):
            plain[name] = _plain(value)
    plain[ORIGIN] = Origin(node.at, places, dict(node.names), frozenset(node.lost))
    return plain


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return plain_mapping(node)


def empty(node: Node) -> bool:
    """`key:` with nothing behind it is the same as no key."""
    return isinstance(node, Scalar) and node.plain and not node.text


def steps(root: Node, loc: tuple[str | int, ...]) -> list[Step]:
    """From mapping to list to mapping, along `loc`; pydantic adds words of its own on the way."""
    node, found = root, list[Step]()
    for part in loc:
        if isinstance(node, Mapping) and part in node.values:
            found.append((node, part))
            node = node.values[str(part)]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            found.append((node, part))
            node = node.items[part]
    return found


def reach(root: Node, loc: tuple[str | int, ...]) -> Node:
    """The deepest node that `loc` leads to."""
    way = steps(root, loc)
    if not way:
        return root
    node, part = way[-1]
    return node.values[str(part)] if isinstance(node, Mapping) else node.items[int(part)]
