"""What clients, tasks and kinds are called, at a glance: each an id and its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vagen.source.glance import CLIENTS, PRACTICE, Glance
from vagen.source.nodes import Mapping, Node, Scalar, Sequence


class Named(NamedTuple):
    """An id, and the words that people know it by; empty where there are none."""

    id: str
    words: str


def client_named(glance: Glance, client: str, language: str) -> Named:
    """A client and its name."""
    node = glance.page(f"{CLIENTS}/{client}/client.yaml").node
    return Named(client, _words(node, "name", language))


def open_tasks(glance: Glance, client: str, language: str) -> Iterator[Named]:
    """A client's tasks that are not done, and their titles; those put away are not looked at."""
    for task in _items(glance.page(f"{CLIENTS}/{client}/tasks.yaml").node):
        if _words(task, "status", language) != "done" and _words(task, "id", language):
            yield Named(_words(task, "id", language), _words(task, "title", language))


def kinds(glance: Glance, language: str) -> Iterator[Named]:
    """The kinds of work and their labels."""
    node = glance.page(PRACTICE).node
    for kind in _items(node.values.get("kinds") if isinstance(node, Mapping) else None):
        if _words(kind, "id", language):
            yield Named(_words(kind, "id", language), _words(kind, "label", language))


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []


def _words(node: Node | None, name: str, language: str) -> str:
    """A text, in `language` where it is there in several, else in any."""
    value = node.values.get(name) if isinstance(node, Mapping) else None
    if isinstance(value, Mapping):
        value = value.values.get(language) or next(iter(value.values.values()), None)
    return value.text.strip() if isinstance(value, Scalar) else ""
