"""A new client: the same folder for every one, with what the practice makes likely filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from vagen.edit.asked import TYPED
from vagen.edit.change import Edit
from vagen.edit.form import (
    begun_folder,
    blank,
    empty_folders,
    folder_there,
    free_name,
    one_line,
    refused,
    title_of,
)
from vagen.edit.naming import id_for
from vagen.edit.scalar import as_yaml
from vagen.locale.currencies import currency_of
from vagen.locale.places import country_of, prominence, zones_of
from vagen.model.identifier import read_id
from vagen.model.money import read_currency
from vagen.model.place import read_country, read_language, read_zone
from vagen.model.practice import Practice
from vagen.problems import Message, Problem, Span, Wrong, say
from vagen.source.glance import CLIENTS, Glance

FOLDERS = ("documents", "invoices", "notes", "time", "updates")
"""What every client's folder has besides its three files."""

_Parser = Callable[[object], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClient:
    """A client as typed at the command; what is empty was not given."""

    id: str
    name: str = ""
    language: str = ""
    zone: str = ""
    currency: str = ""
    country: str = ""


def wrong_in(given: NewClient) -> tuple[Problem, str] | None:
    """The first mistake in what was typed, and the word that it is in."""
    parsers: tuple[tuple[str, _Parser], ...] = (
        (given.id, read_id),
        (given.language, read_language),
        (given.zone, read_zone),
        (given.currency, read_currency),
        (given.country, read_country),
    )
    for typed, parse in parsers:
        try:
            if typed or parse is read_id:
                parse(typed)
        except Wrong as wrong:
            return wrong.at(Span(TYPED, 1, 1, max(1, len(typed)))), typed
    name = one_line(given.name)
    return None if isinstance(name, str) else (name[0], given.name)


def with_id(given: NewClient, taken: Iterable[str]) -> NewClient:
    """With an id made of the name, where none was given but a name was."""
    name = one_line(given.name)
    if given.id or not isinstance(name, str) or not name:
        return given
    return replace(given, id=id_for(name, tuple(taken), "client"))


def lacking_in(given: NewClient) -> list[str]:
    """What has to be typed where nobody can be asked: what nothing else that was given tells."""
    where = given.country or given.zone
    lacking = {
        "ID": given.id,
        "--name TEXT": given.name,
        "--language en|he": given.language,
        "--country CODE": where,
    }
    return [option for option, typed in lacking.items() if not typed]


def likely(given: NewClient, practice: Practice, today: date) -> NewClient | Problem:
    """What was given, and what is likely for the rest: where the practice is, they are.

    A zone tells its country, a country its money; a country with one time zone tells that.
    """
    zone = given.zone or _zone_of(given.country, practice, today)
    if isinstance(zone, Problem):
        return zone
    own = practice.country if zone == practice.timezone.key else None
    country = given.country or own or country_of(zone) or practice.country
    money = practice.currency if country == practice.country else currency_of(country, today)
    return replace(
        given,
        name=" ".join(given.name.split()) or title_of(given.id),
        language=given.language or practice.language,
        zone=zone,
        country=country,
        currency=given.currency or money or practice.currency,
    )


def client(glance: Glance, new: NewClient, practice: Practice, today: date) -> Edit:
    """The client's folder. `new` is whole, as `likely` leaves it."""
    wrong = wrong_in(new)
    if wrong:
        return refused(glance, [wrong[0]], wrong[1])
    folder = f"{CLIENTS}/{new.id}"
    values = {
        "name": as_yaml(new.name),
        "language": new.language,
        "zone": new.zone,
        "currency": new.currency,
        "country": new.country,
        "email": as_yaml(practice.email, flow=True),
        "today": today.isoformat(),
    }
    texts = (
        ("client.yaml", practice.language),
        ("tasks.yaml", new.language),
        ("payments.yaml", practice.language),
    )
    blanks = [blank(name, language, f"{folder}/{name}", values) for name, language in texts]
    files = [*blanks, *empty_folders(folder, FOLDERS)]
    return begun_folder(glance, folder, files, _another(glance, new.id))


def taken(glance: Glance, own: str) -> Problem | None:
    """That there is such a client, or a folder in their place."""
    return folder_there(glance, f"{CLIENTS}/{own}", _another(glance, own)) if own else None


def _another(glance: Glance, own: str) -> Message:
    free = free_name(glance, own, lambda name: f"{CLIENTS}/{name}")
    return say(
        "open it in your editor, or take another id, for example: {example}",
        example=f"vagen new client {free}",
    )


def _zone_of(country: str, practice: Practice, today: date) -> str | Problem:
    """The practice's zone in its own country, else the one clock that another country has."""
    if country in ("", practice.country):
        return practice.timezone.key
    found = {zone: _clock(zone, today) for zone in zones_of(country)}
    if len(set(found.values())) == 1:
        return next(iter(found))
    return Problem(
        Span(TYPED),
        "unknown-zone",
        say("this country has several time zones"),
        say("say which one, for example: {example}", example=f"--timezone {_common(found)}"),
    )


def _common(found: dict[str, tuple[timedelta | None, ...]]) -> str:
    """A zone that many of a country are likely to mean: an example ought to be one of theirs."""
    shared = Counter(found.values())

    def rank(zone: str) -> tuple[bool, int, int]:
        most, row = prominence(zone)
        return most, shared[found[zone]], row

    return max(found, key=rank, default="UTC")


def _clock(zone: str, today: date) -> tuple[timedelta | None, ...]:
    """What tells the clocks of two zones apart: winter and summer of this year."""
    days = (datetime(today.year, month, 1, 12, tzinfo=ZoneInfo(zone)) for month in (1, 7))
    return tuple(day.utcoffset() for day in days)
