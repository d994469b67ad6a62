"""Values that stand in a file and can't be read: what refers to one is not called broken."""

from __future__ import annotations

EVERYTHING = "*"
"""In place of a key: nothing of a mapping could be read."""
