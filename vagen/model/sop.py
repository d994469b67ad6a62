"""A standard operating procedure: content/sops/<area>/<sop>.md."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from vagen.model.calendar import Day
from vagen.model.flag import Flag
from vagen.model.place import Language
from vagen.model.record import Record, key


def _listed(raw: object) -> object:
    """`audience: owner` is the same as a list of one."""
    return [raw] if isinstance(raw, str) else raw


class Stage(Record):
    """A stage of a workflow."""

    title: str = key(
        "What the stage is called.", seen="team", alias="name", example="Client approval"
    )
    who: str | None = key("Who does it.", seen="team", default=None)
    days: int | None = key(
        "How many business days it takes.", seen="team", default=None, example="2"
    )
    approval: Flag = key("The client says yes here.", seen="team", default=False)
    check: Flag = key("Someone else checks the quality here.", seen="team", default=False)


class Change(Record):
    """What changed in an SOP, and when."""

    date: Day = key("When.", seen="team")
    what: str = key("What.", seen="team")


class Sop(Record):
    """The front matter of an SOP. Its id is area/sop, from the file's place."""

    title: str = key("What it is called.", seen="team")
    owner: str | None = key("Who keeps it true.", seen="team", default=None)
    audience: Annotated[
        tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...])
    ] = key(
        "Who reads it: `team`, `owner`, `public`, or a list of clients.",
        seen="owner",
        default=("team",),
        example="team",
    )
    language: Language | None = key(
        "Its language; the practice's when absent.", seen="team", default=None
    )
    reviewed: Day | None = key("When it was last looked through.", seen="team", default=None)
    review_every: Literal["month", "quarter", "half-year", "year"] | None = key(
        "How often that is due.", seen="team", default=None
    )
    changes: tuple[Change, ...] = key("What changed.", seen="team", default=())
    tags: tuple[str, ...] = key("Words to find it by.", seen="team", default=())
    stages: tuple[Stage, ...] = key("The stages, in order.", seen="team", default=())
