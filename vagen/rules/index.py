"""An index of words: which entries hold which form, so that a browser can search without a server.

Forms stand as they were written, folded, with their prefixes on: what is a prefix is decided when
somebody asks, from all forms there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vagen.rules.folding import words

TITLE, TEXT, PLACE = 0, 1, 2
PLACES = 3
"""Where in an entry a form stands: its title, its text, or the page's own name."""


@dataclass(frozen=True, slots=True)
class Index:
    """Forms in their order; `found` says of each where it stands, as 3 × entry + TITLE, TEXT or
    PLACE, the best place of an entry only.
    """

    forms: tuple[str, ...]
    found: tuple[tuple[int, ...], ...]


def index_of(entries: Iterable[tuple[str, str, str]]) -> Index:
    """The index of entries, each with its title, its text and the name of its page."""
    found: dict[str, list[int]] = {}
    for number, parts in enumerate(entries):
        best: dict[str, int] = {}
        for where, part in enumerate(parts):
            for word in words(part):
                best.setdefault(word, where)
        for word, where in best.items():
            found.setdefault(word, []).append(PLACES * number + where)
    forms = tuple(sorted(found))
    return Index(forms, tuple(tuple(found[form]) for form in forms))
