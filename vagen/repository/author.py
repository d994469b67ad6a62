"""In whose name a practice saves, where nobody has told git: as vagen.yaml says, whole or not."""

from __future__ import annotations

from pathlib import Path

from vagen.repository.git import Author
from vagen.source.nodes import Mapping, Scalar, read_yaml


def author_of(root: Path) -> Author:
    """The owner, else the practice, and the practice's address; empty where they can't be read."""
    try:
        node, _ = read_yaml((root / "vagen.yaml").read_text(encoding="utf-8-sig"), "vagen.yaml")
    except (OSError, UnicodeDecodeError):
        return Author("", "")
    owner = _text(node, "owner") or _text(node, "name")
    return Author(owner, _text(node, "email"))


def _text(node: object, key: str) -> str:
    """A text, or the first of a text in several languages."""
    value = node.values.get(key) if isinstance(node, Mapping) else None
    if isinstance(value, Mapping):
        value = next(iter(value.values.values()), None)
    return value.text if isinstance(value, Scalar) else ""
