"""The questions of `vagen init` and `vagen new client`, and what is likely without an answer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from vagen.cli.zone import local_zone
from vagen.edit.newclient import NewClient, with_id
from vagen.edit.newclient import likely as likely_client
from vagen.edit.starter import Beginning
from vagen.locale import Catalog, catalog, chosen
from vagen.locale.currencies import currency_of
from vagen.locale.places import country_of
from vagen.model.identifier import read_id
from vagen.model.money import read_currency
from vagen.model.place import read_country, read_language, read_zone
from vagen.model.practice import Practice
from vagen.problems import Problem, Wrong, say


def likely(folder: Path, today: date) -> Beginning:
    """The folder's name, and what this machine says of language and place."""
    name = folder.resolve().name.replace("-", " ").strip() or "Practice"
    zone = local_zone() or "UTC"
    country, currency = _of_zone(zone, today)
    name = name[0].upper() + name[1:]
    return Beginning(name, chosen(os.environ) or "en", zone, currency, country)


def asked(folder: Path, today: date) -> Beginning:
    """What a person answers; Enter takes what is likely. A wrong answer is asked again.

    The questions are in the language of the environment; where it names none that we have, they
    go on in the language that was answered.
    """
    guess = likely(folder, today)
    words = catalog(guess.language)
    name = _ask(words.gettext("The practice's name"), guess.name, _name, words)
    language = _ask(words.gettext("Language (en, he)"), guess.language, read_language, words)
    words = catalog(chosen(os.environ) or language)
    zone = _ask(words.gettext("Time zone"), guess.zone, lambda raw: read_zone(raw).key, words)
    country, currency = _of_zone(zone, today)
    currency = _ask(words.gettext("Currency"), currency, read_currency, words)
    return replace(
        guess, name=name, language=language, zone=zone, currency=currency, country=country
    )


def client_asked(
    given: NewClient, practice: Practice, today: date, taken: Iterable[str]
) -> NewClient:
    """A client, of whom is asked what was not given; each answer makes the next ones likely.

    A country with several clocks makes none of them likely: that answer has to be typed.
    """
    words = catalog(chosen(os.environ) or practice.language)
    known = tuple(taken)
    questions: tuple[tuple[str, str, Callable[[object], str]], ...] = (
        ("name", words.gettext("The client's name"), _name),
        ("id", words.gettext("Its short name, in files and addresses"), _free_id(known)),
        ("language", words.gettext("Language (en, he)"), read_language),
        ("country", words.gettext("Country"), read_country),
        ("zone", words.gettext("Time zone"), lambda raw: read_zone(raw).key),
        ("currency", words.gettext("Currency"), read_currency),
    )
    for key, question, parse in questions:
        if not getattr(given, key):
            guess = with_id(given, known)
            whole = likely_client(guess, practice, today)
            default = getattr(guess if isinstance(whole, Problem) else whole, key)
            given = replace(given, **{key: _ask(question, default, parse, words)})
    return given


def _of_zone(zone: str, today: date) -> tuple[str, str]:
    """The country of a time zone and its money; the United States' where it has none."""
    country = country_of(zone) or "US"
    return country, currency_of(country, today) or "USD"


def _ask(question: str, default: str, parse: Callable[[object], str], words: Catalog) -> str:
    """A prompt whose answer goes through the same parser as a file's value."""

    def value(raw: str) -> str:
        try:
            return parse(raw.strip())
        except Wrong as wrong:
            hint = f" ({wrong.hint.spoken(words)})" if wrong.hint else ""
            raise click.BadParameter(wrong.message.spoken(words) + hint) from wrong
        except ValueError as wrong:
            raise click.BadParameter(words.gettext("A name is made of letters.")) from wrong

    answer: str = click.prompt(question, default=default or None, value_proc=value)
    return answer


def _free_id(known: tuple[str, ...]) -> Callable[[object], str]:
    """An id that no client has yet."""

    def read(raw: object) -> str:
        name = read_id(raw)
        if name in known:
            raise Wrong("already-there", say("there is a client of this name already"))
        return name

    return read


def _name(raw: object) -> str:
    """A name that can be read. Raises ValueError."""
    name = str(raw)
    if not name or not name.isprintable():
        raise ValueError("a name has letters")
    return name
