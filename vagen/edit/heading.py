"""The first line of a file, by which any editor's YAML server finds its schema in `.schema/`."""

from __future__ import annotations

from vagen.source.glance import Glance
from vagen.source.rooms import room_of

FOLDER = ".schema"
HEADED = (
    "practice", "client", "tasks", "time", "document", "payments", "enclosures", "person",
)  # fmt: skip
"""The rooms whose files are YAML and no more: no editor reads the front matter of Markdown."""

_SAYS = "# yaml-language-server:"


def headed(path: str, content: bytes) -> bytes:
    """A new file with that line, if it is one for it."""
    kind = room_of(path)[0]
    if kind not in HEADED or content.startswith(_SAYS.encode()):
        return content
    up = "../" * path.count("/")
    return f"{_SAYS} $schema={up}{place_of(kind)}\n".encode() + content


def begun(glance: Glance, path: str) -> bytes:
    """How a file that is not there yet begins, in a practice that has schemas or has none."""
    there = glance.data(place_of(room_of(path)[0]))[0] is not None
    return headed(path, b"") if there else b""


def place_of(kind: str) -> str:
    """Where the schema of a kind of file stands."""
    return f"{FOLDER}/{kind}.json"
