"""A new practice: the few files that make a first build show something, in the owner's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vagen.edit.form import filled
from vagen.source.quoting import quote

_TEMPLATES = Path(__file__).resolve().parent / "templates"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What `vagen init` asks for: name, language, time zone, currency; the country follows."""

    name: str
    language: str
    zone: str
    currency: str
    country: str


def starter_files(beginning: Beginning, today: date) -> dict[str, bytes]:
    """The files of a new workspace, by path."""
    folder = _TEMPLATES / beginning.language
    values = {
        "name": quote(beginning.name),
        "language": beginning.language,
        "zone": beginning.zone,
        "currency": beginning.currency,
        "country": beginning.country,
        "today": today.isoformat(),
    }
    return {
        path.relative_to(folder).as_posix(): filled(
            path.read_text(encoding="utf-8"), values
        ).encode()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
