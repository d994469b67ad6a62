"""Words in a row: "a, b and c", "אלף, בית וגימל"."""

from __future__ import annotations

import re
from collections.abc import Sequence

MAQAF = "\N{HEBREW PUNCTUATION MAQAF}"

# A Hebrew word of two letters or more; a letter that stands for a number (א׳) is none.
_HEBREW_WORD = re.compile(r"[\u2066-\u2069]*[א-ת]{2}")


def join(words: Sequence[str], language: str) -> str:
    """The words as one phrase; in Hebrew the "and" leans on its word, with a maqaf if need be."""
    parts = zip(words, (*joints(words, language), ""), strict=True) if words else ()
    return "".join(word + joint for word, joint in parts)


def joints(words: Sequence[str], language: str) -> tuple[str, ...]:
    """What stands between the words, for templates that mark each word up by itself."""
    if len(words) <= 1:
        return ()
    return (*[", "] * (len(words) - 2), _last_joint(words[-1], language))


def _last_joint(word: str, language: str) -> str:
    return f" {vav(word)}" if language == "he" else " and "


def vav(word: str) -> str:
    """The Hebrew "and" before a word: ו, or ו־ before digits, Latin, quotes and single letters."""
    return "ו" if _HEBREW_WORD.match(word) else "ו" + MAQAF
