"""Countries, time zones and languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import PlainValidator

from vagen.model.typed import instead, nearest, shown, text_schema, typed, written
from vagen.problems import Wrong, say

_OFFSET = re.compile(r"(gmt|utc|z)?[+-]?[0-9:]+")
_ALSO_CALLED = {
    "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "great britain": "GB", "el": "GR",
    "usa": "US", "america": "US", "u.s.": "US", "holland": "NL", "uae": "AE", "אנגליה": "GB", "ארהב": "US",
    'ארה"ב': "US",
}  # fmt: skip
_LANGUAGES = {
    "iw": "he", "heb": "he", "hebrew": "he", "עברית": "he",
    "eng": "en", "english": "en", "אנגלית": "en",
}  # fmt: skip


def read_country(raw: object) -> str:
    """An ISO 3166-1 alpha-2 code, `IL`; raises Wrong, which knows countries by name."""
    from vagen.locale.places import countries, country_name, is_country

    text = typed(raw, say("a country"), "IL")
    if is_country(text):
        return text
    message = say('"{value}" is no country code', value=shown(text))
    if is_country(text.upper()):
        raise instead("unknown-country", message, text.upper())
    names = {
        country_name(code, language).casefold(): code
        for language in _spoken()
        for code in countries()
    }
    names |= _ALSO_CALLED
    meant = names.get(text.casefold())
    if meant:
        raise instead("unknown-country", message, meant)
    near = nearest(text, names) if len(text) > len("IL") else None
    if near:
        raise Wrong(
            "unknown-country",
            message,
            say("did you mean {near}? then type: {code}", near=near.title(), code=names[near]),
        )
    hint = say("a country is its two letters, for example: {example}", example="IL, GB, US, DE")
    raise Wrong("unknown-country", message, hint)


def read_zone(raw: object) -> ZoneInfo:
    """An IANA time zone, `Asia/Jerusalem`; raises Wrong, which knows zones by their city."""
    if isinstance(raw, ZoneInfo):
        return raw
    from vagen.locale.places import zones

    text = typed(raw, say("a time zone"), "Asia/Jerusalem")
    # Only a listed name is ever opened as a file: `../` can't get through.
    if text in zones():
        return ZoneInfo(text)
    message = say('"{value}" is no time zone', value=shown(text))
    folded = text.casefold().replace(" ", "_")
    meant = [zone for zone in zones() if folded == zone.casefold()] or _by_city(folded, zones())
    if len(meant) == 1:
        raise instead("unknown-zone", message, meant[0])
    if _OFFSET.fullmatch(folded):
        hint = say("name a city, so that summer time is known: {example}", example="Europe/London")
        raise Wrong("unknown-zone", message, hint)
    near = ", ".join(meant) or nearest(text, zones()) or _near_city(folded, zones())
    if near:
        raise Wrong("unknown-zone", message, say("did you mean {near}?", near=near))
    hint = say(
        "a time zone is a continent and a city, for example: {example}", example="Europe/London"
    )
    raise Wrong("unknown-zone", message, hint)


def _by_city(folded: str, zones: Iterable[str]) -> list[str]:
    from vagen.locale.places import city

    # Etc/GMT+2 is two hours behind Greenwich: nobody who types GMT+2 means it.
    zones = [zone for zone in zones if "/" in zone and not zone.startswith("Etc/")]
    latin = [zone for zone in zones if zone.casefold().endswith(f"/{folded}")]
    if latin or folded.isascii():
        return latin
    name = folded.replace("_", " ")
    return [zone for zone in zones if city(zone, "he") == name]


def _near_city(folded: str, zones: Iterable[str]) -> str | None:
    by_city = {zone.rpartition("/")[2].casefold(): zone for zone in zones}
    near = nearest(folded, by_city)
    return by_city[near] if near else None


def read_language(raw: object) -> str:
    """A language that vagen speaks, `he`; raises Wrong."""
    from vagen.locale.places import is_language

    text = typed(raw, say("a language"), "he")
    if is_language(text):
        return text
    known = ", ".join(_spoken())
    message = say('"{value}" is not a language that vagen speaks', value=shown(text))
    short = text.casefold().replace("_", "-").partition("-")[0]
    meant = short if is_language(short) else _LANGUAGES.get(short)
    if meant:
        raise instead("unknown-language", message, meant)
    raise Wrong("unknown-language", message, say("use one of: {known}", known=known))


def _spoken() -> tuple[str, ...]:
    from vagen.locale import LANGUAGES

    return tuple(LANGUAGES)


Country = Annotated[
    str,
    PlainValidator(read_country),
    text_schema("^[A-Z]{2}$", "IL", "GB", listed="country"),
]
Zone = Annotated[
    ZoneInfo,
    PlainValidator(read_zone),
    written(str),
    text_schema("^[A-Za-z][A-Za-z0-9_+/-]*$", "Asia/Jerusalem", "Europe/London", listed="zone"),
]
Language = Annotated[
    str,
    PlainValidator(read_language),
    text_schema("^[a-z]{2}$", "en", "he", listed="language"),
]
