"""The words that open a portal: drawn evenly from a list, and read however they were pasted."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

_WORDS = 7
_BITS = 11  # a word of 2,048
_MINUS = "\u2212"
# Unicode's White_Space, which str.isspace() is not: that takes four separators of files too.
_SPACES = frozenset(
    "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    + "".join(map(chr, range(0x2000, 0x200B)))
)


def words_of(bits: bytes) -> str:
    """The passphrase of the first 77 bits: every seven words are as likely as any other seven."""
    size = _WORDS * _BITS
    number = int.from_bytes(bits, "big") >> (len(bits) * 8 - size)
    shifts = range(size - _BITS, -1, -_BITS)
    return " ".join(word_list()[number >> shift & 0x7FF] for shift in shifts)


def normalised(text: str) -> str:
    """The same text for every way in which a chat, a phone or a person may write the words."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    kept = (letter for letter in plain if unicodedata.category(letter) != "Cf")
    spaced = "".join(" " if _parts(letter) else letter for letter in kept)
    return " ".join(word for word in spaced.split(" ") if word)


def _parts(letter: str) -> bool:
    """Whether a letter stands between words."""
    return letter in _SPACES or letter == _MINUS or unicodedata.category(letter) == "Pd"


@cache
def word_list() -> tuple[str, ...]:
    """The 2,048 words, in the order of the list."""
    text = Path(__file__).with_name("words.txt").read_text(encoding="ascii")
    return tuple(text.split())
