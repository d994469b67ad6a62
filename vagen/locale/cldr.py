"""What Babel knows of a language or a territory (Unicode CLDR), loaded at the first question."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# British English: days before months, weeks from Monday.
_LOCALES = {"en": ("en", "GB"), "he": ("he", "IL")}


@cache
def locale(language: str) -> Locale:
    """Babel's locale for one of our languages; British English for any other."""
    from babel import Locale

    return Locale(*_LOCALES.get(language, _LOCALES["en"]))


@cache
def locale_of(territory: str) -> Locale:
    """The locale that CLDR finds likeliest in a country, for what hangs on the country alone."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(f"und_{territory}")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "001")


def of(place: str) -> Locale:
    """The locale of a language (`he`) or of a country (`IL`)."""
    return locale_of(place) if place.isupper() else locale(place)
