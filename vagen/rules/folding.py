"""Words as search compares them: what makes no difference to a reader is taken away.

Niqqud, accents, direction marks, case, final letters, geresh and gershayim, the English 's and the
comma of thousands go. Words are runs of one script, or of digits. Of marks only one stays: that of
an abbreviation (רו״ח), since without it there may stand another word (רוח). The browser folds by
the same tables (layouts/assets/search.js).
"""

from __future__ import annotations

import re
import unicodedata

MARK = '"'
"""Stands before the last letter of a word that was written as an abbreviation."""

LETTERS = {
    **dict(zip("ךםןףץ", "כמנפצ", strict=True)),
    # Letters that Unicode takes for one, and those with which it parts no accent from its letter.
    "װ": "וו", "ױ": "וי", "ײ": "יי",
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i",
    "ς": "σ",
}  # fmt: skip
"""What stands for a letter, after NFKD and lower case."""

MARKS = "\"'`´׳״‘’‚‛“”„‟′″"
"""Geresh, gershayim and all that is typed for them."""

DOUBLE = '"״“”„‟″'
"""Those of them that are gershayim; two of the others are, too."""

_WORD = re.compile(
    rf"(?P<hebrew>[א-ת]+(?:[{MARKS}]+[א-ת]+)*)"
    rf"|(?P<number>\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)"
    rf"|(?P<other>[^\W\d_א-ת]+(?:[{MARKS}]+[^\W\d_א-ת]+)*)"
)
_POSSESSIVE = re.compile(rf"[{MARKS}]+s$")
_INSIDE = re.compile(rf"[{MARKS}]+")
_ABBREVIATED = re.compile(rf"(?:[{DOUBLE}]|[{MARKS}]{{2}})[א-ת]$")


class _Fold(dict[int, str | int | None]):
    """A table for str.translate that fills itself: points and invisible characters go."""

    def __missing__(self, code: int) -> str | int | None:
        letter = chr(code)
        gone = unicodedata.category(letter) in ("Mn", "Cf")
        self[code] = None if gone else LETTERS.get(letter, code)
        return self[code]


_FOLD = _Fold()


def words(text: str) -> list[str]:
    """The words of a text in their order, folded."""
    folded = unicodedata.normalize("NFKD", text).lower().translate(_FOLD)
    return [_word(found) for found in _WORD.finditer(folded)]


def _word(found: re.Match[str]) -> str:
    word = found[0]
    match found.lastgroup:
        case "hebrew":
            letters = _INSIDE.sub("", word)
            return f"{letters[:-1]}{MARK}{letters[-1]}" if _ABBREVIATED.search(word) else letters
        case "number":
            return word.replace(",", "")
        case _:
            return _INSIDE.sub("", _POSSESSIVE.sub("", word))
