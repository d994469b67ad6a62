"""Which language the person at the terminal reads: GNU gettext's environment variables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from vagen.locale.catalog import LANGUAGES

_NO_LANGUAGE = ("C", "POSIX")
_WRITTEN = re.compile(r"^language:\s*['\"]?([a-z]{2})", re.MULTILINE)
_OLD_NAMES = {"iw": "he"}  # ISO 639 renamed Hebrew in 1989; old systems kept the name


def chosen(environ: Mapping[str, str]) -> str | None:
    """The language that the environment asks for, or None where it names none that we have.

    The first of LC_ALL, LC_MESSAGES and LANG that is not empty names the locale; LANGUAGE, a
    list parted by colons, goes before it unless that locale is C or POSIX (gettext manual,
    2.3 "Setting the Locale through Environment Variables"). Where no locale is set at all,
    LANGUAGE still counts: whoever sets it alone means it.
    """
    locale = _first(environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    if locale in _NO_LANGUAGE:
        return None
    wanted = environ.get("LANGUAGE", "") or locale
    return _known(wanted.split(":"))


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _known(names: Iterable[str]) -> str | None:
    """The first name that is one of ours; C in the list ends it, as in gettext."""
    for name in names:
        if name in _NO_LANGUAGE:
            return None
        language = re.split(r"[_.@-]", name, maxsplit=1)[0].lower()
        language = _OLD_NAMES.get(language, language)
        if language in LANGUAGES:
            return language
    return None


def written(practice: str) -> str | None:
    """The language that the text of a vagen.yaml names, mistakes or none beside it."""
    found = _WRITTEN.search(practice)
    return found.group(1) if found else None
