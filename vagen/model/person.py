"""Someone who helps: content/team/<person>.yaml."""

from __future__ import annotations

from vagen.model.place import Language, Zone
from vagen.model.reach import Email
from vagen.model.record import Record, key
from vagen.model.words import Words


class Person(Record):
    """A member of the team or a subcontractor."""

    name: Words = key("Name.", seen="team")
    email: Email | None = key("E-mail.", seen="owner", default=None)
    language: Language | None = key("Their language.", seen="owner", default=None)
    timezone: Zone | None = key("Their clock.", seen="owner", default=None)
