"""Countries, cities and time zones, and the languages themselves, by their names."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from vagen.locale import cldr
from vagen.locale.catalog import LANGUAGES

# In CLDR but not officially assigned in ISO 3166-1: reserved codes, groups of countries, and
# codes for tests.
_NOT_COUNTRIES = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ"

# The zone of Israel has two names that people choose between, and CLDR knows one.
_CITIES = {("he", "Asia/Tel_Aviv"): "תל אביב"}


def is_country(code: str) -> bool:
    """Whether it is an ISO 3166-1 alpha-2 code, in capitals."""
    return code in countries()


@cache
def countries() -> tuple[str, ...]:
    """The 249 codes of ISO 3166-1 alpha-2, sorted."""
    named = cldr.locale("en").territories
    codes = {code for code in map(str, named) if len(code) == len("IL") and code.isalpha()}
    return tuple(sorted(codes.difference(_NOT_COUNTRIES.split())))


def country_name(code: str, language: str) -> str:
    """`United Kingdom`, `בריטניה`; the code where it has no name."""
    name: str = cldr.locale(language).territories.get(code, code)
    return name


def is_language(code: str) -> bool:
    """Whether vagen speaks the language."""
    return code in LANGUAGES


def language_name(code: str, in_language: str) -> str:
    """`Hebrew`, `עברית`; the code where it has no name."""
    name: str = cldr.locale(in_language).languages.get(code, code)
    return name


@cache
def zones() -> tuple[str, ...]:
    """The names of the IANA time zones, sorted: those of the tzdata package, alike everywhere."""
    listed = (files("tzdata") / "zones").read_text(encoding="ascii")
    return tuple(sorted(listed.split()))


@cache
def city(zone: str, language: str) -> str:
    """The city that a zone is known by: `Europe/London` is `London`, `לונדון`."""
    known = cldr.locale(language).time_zones
    own = _CITIES.get((language, zone))
    told = (known.get(name, {}).get("city") for name in _names(zone))
    return own or next((name for name in told if name), _last_part(zone))


def _names(zone: str) -> tuple[str, ...]:
    """The zone, its older names and the one that replaced it: CLDR keeps cities under any."""
    newer = _newer_names()
    older = tuple(old for old, new in newer.items() if new == zone)
    return zone, *older, newer.get(zone, zone)


def _last_part(zone: str) -> str:
    full = zone if "/" in zone else _newer_names().get(zone, zone)
    return full.rpartition("/")[2].replace("_", " ")


@cache
def _newer_names() -> dict[str, str]:
    from babel.core import get_global

    return dict(get_global("zone_aliases"))


def country_of(zone: str) -> str | None:
    """The country whose clocks a zone keeps (ISO 3166-1 alpha-2), None where CLDR names none."""
    from babel.core import get_global

    told = get_global("zone_territories")
    return next((told[name] for name in _names(zone) if is_country(told.get(name, ""))), None)


@cache
def zones_of(country: str) -> tuple[str, ...]:
    """The zones of a country, each under its present name."""
    newer = _newer_names()
    found = {newer.get(name, name) for name in zones() if country_of(name) == country}
    return tuple(sorted(name for name in found if name in zones()))


def prominence(zone: str) -> tuple[bool, int]:
    """How near the front of its country's zones the IANA's table has a zone; the greatest is first.

    Whether it is said to hold for most of a place, then the negated number of its row.
    """
    return _table().get(zone, (False, -len(zones())))


@cache
def _table() -> dict[str, tuple[bool, int]]:
    text = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {row[2]: ("most" in "".join(row[3:]), -number) for number, row in enumerate(rows)}
