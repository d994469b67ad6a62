"""What a file of a client's documents/ is called, and why it matters: documents.yaml."""

from __future__ import annotations

from vagen.model.record import Record, key
from vagen.model.words import Words


class Enclosure(Record):
    """A file of the folder. One that is not listed is shown by its own name."""

    file: str = key(
        "The file, by its path within documents/.", seen="client", example="brand-voice.pdf"
    )
    title: Words | None = key(
        "What it is called; the file's own name when absent.",
        seen="client",
        default=None,
        example="How the brand speaks",
    )
    note: Words | None = key(
        "Why it matters, in one line.",
        seen="client",
        default=None,
        example="For whoever writes in its name.",
    )
