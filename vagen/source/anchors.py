"""The names by which links find the headings of a page."""

from __future__ import annotations

import re
import unicodedata

from vagen.model.prose import Inline

_LONGEST = 60


class Anchors:
    """The names of a page's headings, each given once."""

    def __init__(self) -> None:
        self.given: set[str] = set()
        self.count: dict[str, int] = {}

    def named(self, inlines: tuple[Inline, ...]) -> str:
        words = anchor("".join(one.words or one.target for one in inlines))
        name = words
        while name in self.given:
            self.count[words] = self.count.get(words, 1) + 1
            name = f"{words}-{self.count[words]}"
        self.given.add(name)
        return name


def anchor(words: str) -> str:
    """A heading's name in links: its letters (of any language) and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", words.casefold()).replace("'", "").replace("’", "")
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    name = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", letters)).strip("-")
    return name[:_LONGEST].strip("-") or "section"
