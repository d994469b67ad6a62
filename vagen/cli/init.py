"""`vagen init`: begins a workspace, from four questions or from the demo."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from vagen.build import Outcome
from vagen.cli.exits import GOOD, REFUSED
from vagen.cli.options import When, moment
from vagen.cli.report import report
from vagen.edit.demo import demo_files
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files
from vagen.locale import chosen
from vagen.locale.currencies import currency_of
from vagen.locale.places import country_of
from vagen.model.money import read_currency
from vagen.model.place import read_language, read_zone
from vagen.problems import Wrong


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--demo", is_flag=True, help="Copy the demo practice, its dates moved to this week.")
@click.option("--no-input", is_flag=True, help="Ask nothing; take what is likely.")
@click.option("--now", type=When(), help="Work as if it were then: a date or an instant.")
def init_command(folder: Path, *, demo: bool, no_input: bool, now: date | datetime | None) -> int:
    """Begin a workspace in DIR. Nothing that is there is overwritten."""
    today = _day(moment(now))
    files = demo_files(today) if demo else starter_files(_asked(folder, ask=not no_input), today)
    begun = begin(folder, files)
    if begun.problems:
        report(Outcome(begun.problems), Path(), sys.stderr)
        return REFUSED
    click.echo(f"{len(begun.written)} files written to {folder.as_posix()}")
    click.echo(f"Now: cd {folder.as_posix()} && vagen build")
    return GOOD


def _day(when: date | datetime) -> date:
    return when.astimezone().date() if isinstance(when, datetime) else when


def _asked(folder: Path, *, ask: bool) -> Beginning:
    zone = _local_zone()
    name = folder.resolve().name.replace("-", " ").strip().capitalize()
    language = chosen(os.environ) or "en"
    if ask:
        name = click.prompt("The practice's name", default=name)
        language = click.prompt(
            "Language (en, he)", default=language, value_proc=_read(read_language)
        )
        zone = click.prompt(
            "Time zone", default=zone, value_proc=_read(lambda raw: read_zone(raw).key)
        )
    country = country_of(zone) or "US"
    currency = currency_of(country, datetime.now(UTC).date()) or "USD"
    if ask:
        currency = click.prompt("Currency", default=currency, value_proc=_read(read_currency))
    return Beginning(name, language, zone, currency, country)


def _read(parse: Callable[[object], str]) -> Callable[[str], str]:
    """A prompt's answer through the same parser as a file's value."""

    def value(raw: str) -> str:
        try:
            return parse(raw.strip())
        except Wrong as wrong:
            raise click.BadParameter(_said(wrong)) from wrong

    return value


def _said(wrong: Wrong) -> str:
    from vagen.locale import catalog

    words = catalog(chosen(os.environ) or "en")
    hint = f" ({wrong.hint.spoken(words)})" if wrong.hint else ""
    return wrong.message.spoken(words) + hint


def _local_zone() -> str:
    """The zone of this machine, by its IANA name; UTC where it does not say."""
    candidates = [os.environ.get("TZ", "").removeprefix(":"), *_named_by_system()]
    for name in candidates:
        try:
            return read_zone(name).key
        except Wrong:
            continue
    return "UTC"


def _named_by_system() -> list[str]:
    link = Path("/etc/localtime")
    named = [link.resolve().as_posix().rpartition("zoneinfo/")[2]] if link.is_symlink() else []
    text = Path("/etc/timezone")
    return [*named, text.read_text(encoding="utf-8").strip()] if text.is_file() else named
