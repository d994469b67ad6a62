"""A strict reader of the .po files that scripts/messages.py writes.

Babel reads any .po, but costs 40 ms where this costs 3, and every run for a Hebrew reader pays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from gettext import c2py

Key = tuple[str | None, str]
"""The context, where there is one, and the msgid."""

_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[(\d)\])? )?"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_MEANING = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_HEADER: Key = (None, "")


@dataclass(frozen=True, slots=True)
class Messages:
    """Translations by key, one text for each plural form, and which form a number takes."""

    forms: Mapping[Key, tuple[str, ...]]
    form_of: Callable[[int], int]


def english_form(n: int) -> int:
    """The Germanic rule, in which the msgids are written."""
    return 0 if n == 1 else 1


NO_MESSAGES = Messages({}, english_form)


def read(text: str) -> Messages:
    """The messages of a .po file; those that are fuzzy or not translated are left out.

    Raises ValueError with the line's number where the file is not one that we write.
    """
    forms: dict[Key, tuple[str, ...]] = {}
    entry = _Entry()
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if not line:
            entry.end(forms)
            entry = _Entry()
        elif line.startswith("#"):
            entry.fuzzy |= line.startswith("#,") and "fuzzy" in line
        elif not entry.take(line):
            raise ValueError(f"line {number} of the catalog is not understood: {line}")
    return Messages(forms, _form_of("".join(forms.pop(_HEADER, ("",)))))


@dataclass(slots=True)
class _Entry:
    """The strings of one message by their keyword, as far as they were read."""

    texts: dict[str, str] = field(default_factory=dict)
    last: str = ""
    fuzzy: bool = False

    def take(self, line: str) -> bool:
        """Add the line, or answer False where it does not belong into an entry."""
        found = _LINE.fullmatch(line)
        if not found:
            return False
        keyword, index, text = found.groups()
        if keyword:
            self.last = keyword + (index or "")
            if self.last in self.texts:
                return False
            self.texts[self.last] = ""
        elif not self.last:
            return False
        self.texts[self.last] += _unescaped(text)
        return True

    def end(self, forms: dict[Key, tuple[str, ...]]) -> None:
        """Put the message among the others, unless a form of it is missing."""
        if "msgid" not in self.texts:
            return
        names = sorted(name for name in self.texts if name.startswith("msgstr"))
        translations = tuple(self.texts[name] for name in names)
        if translations and all(translations) and not self.fuzzy:
            forms[self.texts.get("msgctxt"), self.texts["msgid"]] = translations


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _MEANING[found[1]], text) if "\\" in text else text


def _form_of(header: str) -> Callable[[int], int]:
    """The rule after `plural=` in the header, which gettext writes in C."""
    rule = re.search(r"^Plural-Forms:.*\bplural=([^;\n]+)", header, re.MULTILINE)
    return c2py(rule[1]) if rule else english_form
