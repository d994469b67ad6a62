"""gettext catalogs, read from the .po files beside this module."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

from vagen.locale import po

LANGUAGES: tuple[str, ...] = ("en", "he")

_RIGHT_TO_LEFT = frozenset({"he"})


@dataclass(frozen=True, slots=True)
class Catalog:
    """The messages of one language; a message without a translation stays as it is written.

    The methods have gettext's names and order, so that Jinja's i18n extension takes them.
    """

    language: str
    messages: po.Messages = field(default=po.NO_MESSAGES, repr=False, compare=False)

    def gettext(self, text: str) -> str:
        """The text in this language."""
        return self._form((None, text), 0) or text

    def pgettext(self, context: str, text: str) -> str:
        """The text where `context` tells two meanings of the same words apart."""
        return self._form((context, text), 0) or text

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The form that this language uses with the number `n`."""
        return self._counted((None, singular), plural, n)

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        """`ngettext` within a context."""
        return self._counted((context, singular), plural, n)

    def _form(self, key: po.Key, index: int) -> str | None:
        forms = self.messages.forms.get(key)
        return forms[min(index, len(forms) - 1)] if forms else None

    def _counted(self, key: po.Key, plural: str, n: int) -> str:
        form = self._form(key, self.messages.form_of(n))
        return form or (key[1], plural)[po.english_form(n)]


@cache
def catalog(language: str) -> Catalog:
    """The catalog of `language`; of English, the language of the msgids, where we have none."""
    if language not in LANGUAGES or language == "en":
        return Catalog("en")
    path = Path(__file__).parent / language / "LC_MESSAGES" / "vagen.po"
    return Catalog(language, po.read(path.read_text(encoding="utf-8")))


def direction(language: str) -> Literal["ltr", "rtl"]:
    """The direction in which the language is written, as HTML's `dir` names it."""
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


@cache
def catalog_digest(language: str) -> str:
    """A hash (64 hexadecimal digits) that changes when a message of the language does."""
    messages = catalog(language).messages
    return sha256(repr(sorted(messages.forms.items(), key=repr)).encode()).hexdigest()
