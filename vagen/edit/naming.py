"""A new task's id, made from its title: short, in letters that can be typed anywhere."""

from __future__ import annotations

import re
from collections.abc import Container

from vagen.model.identifier import slug

_MOST_WORDS, _MOST_LETTERS = 4, 32
_SMALL = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
     "your", "my", "is", "are"]
)  # fmt: skip
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "v", "ז": "z", "ח": "ch", "ט": "t",
    "י": "y", "כ": "k", "ך": "ch", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s",
    "ע": "a", "פ": "p", "ף": "f", "צ": "tz", "ץ": "tz", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_LETTER = re.compile("[א-ת]")
_WITHIN = re.compile("(?<=[א-ת])[\"'״׳](?=[א-ת])")
"""Gershayim of an abbreviation, which is one word."""
_NIQQUD = re.compile("[\u0591-\u05c7]")


def id_for(title: str, taken: Container[str], noun: str = "task") -> str:
    """An id that none of the `taken` is: the title's first words, else `task-1` and so on."""
    words = [word for word in re.split(r"[\s/–—־_,.:;()-]+", title) if word]
    latin = [slug(_latin(word)) for word in words]
    telling = [one for one in latin if one and one not in _SMALL] or [one for one in latin if one]
    name = ""
    for word in telling[:_MOST_WORDS]:
        if name and len(name) + len(word) >= _MOST_LETTERS:
            break
        name = f"{name}-{word[:_MOST_LETTERS]}".strip("-")
    # A number alone could not be told from one in the words of the log (`Fix #3`).
    stem = name if name and not name.replace("-", "").isdecimal() else f"{noun}-{name}".rstrip("-")
    numbers = range(2 if name else 1, 10_000)
    tries = [*([stem] if name else []), *(f"{stem}-{number}" for number in numbers)]
    return next(one for one in tries if one not in taken)


def _latin(word: str) -> str:
    """A Hebrew word as its readers spell it in Latin letters, as far as that shows in writing.

    ו and י between consonants are vowels; a closing ה is heard as a.
    """
    word = _WITHIN.sub("", _NIQQUD.sub("", word)).replace("וו", "ו").replace("יי", "י")
    letters = []
    for place, letter in enumerate(word):
        before, behind = word[:place][-1:], word[place + 1 : place + 2]
        inside = bool(_LETTER.match(before) and place)
        if letter == "ו" and inside:
            letters.append("o")
        elif letter == "י" and inside:
            letters.append("i")
        elif letter == "ה" and inside and not behind:
            letters.append("a" if letters[-1] not in ("a", "o", "i") else "h")
        else:
            letters.append(_HEBREW.get(letter, letter))
    return "".join(letters)
