"""The frozen record that every noun is made of, and the place in a file that each part came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import core_schema

from vagen.model.lost import EVERYTHING
from vagen.problems import Span, Wrong

Seen = Literal["everyone", "client", "team", "public", "owner", "private"]
"""Who may read a key. `private` says more than `owner`: no client view may ever name it."""

ORIGIN = "@"
"""The name under which a reader hands a mapping's Origin to its record."""


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """Where a mapping and its values stand. Two records that differ in it alone are equal.

    `lost` are the keys that were typed and could not be read: a default, or an example, stands in.
    """

    span: Span
    values: Mapping[str, Span] = field(default_factory=dict)
    names: Mapping[str, Span] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()

    def place(self, key: str = "") -> Span:
        """The span of a value (`links[2]` for an item), else of the mapping itself."""
        return self.values.get(key) or self.names.get(key) or self.span

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Origin)

    def __hash__(self) -> int:
        return 0

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> core_schema.CoreSchema:
        """Readers make it: nothing in it is to be judged, once for each of fifty records."""
        return core_schema.is_instance_schema(cls)


NOWHERE = Origin(Span("", 1, 1))


def key(
    says: str,
    *,
    seen: Seen,
    default: Any = ...,  # noqa: ANN401 - pydantic's own signature
    example: str = "",
    alias: str | None = None,
) -> Any:  # noqa: ANN401
    """A field of a record: what it says, who sees it, and an example for docs/format.md."""
    return Field(
        default,
        alias=alias,
        description=says,
        examples=[example] if example else None,
        json_schema_extra={"seen": seen},
    )


class Record(BaseModel):
    """A frozen record. `place(key)` tells where a value was typed."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True
    )

    origin: SkipJsonSchema[Origin] = Field(NOWHERE, alias=ORIGIN, exclude=True, repr=False)

    def place(self, name: str = "") -> Span:
        """Where a value was typed, by its key in the file; else the whole record's place."""
        return self.origin.place(name)

    def lacks(self, *keys: str) -> bool:
        """Whether one of the keys (`tax.number`) was typed and could not be read.

        What stands in its place says nothing, and nothing may be concluded from it.
        """
        return any(self._lacks(*one.partition(".")) for one in keys)

    def _lacks(self, name: str, _dot: str, rest: str) -> bool:
        if {name, EVERYTHING} & self.origin.lost:
            return True
        part = getattr(self, name) if rest else None
        return isinstance(part, Record) and part.lacks(rest)

    @property
    def whole(self) -> bool:
        """Whether all that was typed in it, and in its parts, could be read."""
        return not self.origin.lost and all(
            part.whole for name in type(self).model_fields for part in _parts(getattr(self, name))
        )

    @classmethod
    def example(cls, name: str) -> str:
        """A value for a key of the file as docs/format.md shows it; else a text, which may fit."""
        found = (info for own, info in cls.model_fields.items() if name in (own, info.alias))
        examples = next((info.examples for info in found), None)
        return str(examples[0]) if examples else "…"

    @classmethod
    def read(cls, raw: Mapping[str, object]) -> Self | list[Fault]:
        """The record that a mapping holds, or everything that is wrong with it."""
        try:
            # A file has one name for a key, the one in docs/format.md; code may use the field's.
            return cls.model_validate(raw, by_alias=True, by_name=False)
        except ValidationError as error:
            return [_fault(one) for one in error.errors(include_url=False)]


def _parts(value: object) -> tuple[Record, ...]:
    """The records in a field: itself, or those of a list."""
    if isinstance(value, Record):
        return (value,)
    return (
        tuple(one for one in value if isinstance(one, Record)) if isinstance(value, tuple) else ()
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a mapping from being a record, before it has a place.

    `loc` is the path of keys and indices; `kind` is pydantic's error type, and `wrong` is set
    where a parser of ours said what is wrong.
    """

    loc: tuple[str | int, ...]
    kind: str
    value: object
    expected: tuple[str, ...] = ()
    wrong: Wrong | None = None


def _fault(error: Any) -> Fault:  # noqa: ANN401 - pydantic's ErrorDetails
    context = error.get("ctx", {})
    cause = context.get("error")
    return Fault(
        loc=tuple(error["loc"]),
        kind=error["type"],
        value=error.get("input"),
        expected=_expected(str(context.get("expected", ""))),
        wrong=cause if isinstance(cause, Wrong) else None,
    )


def _expected(words: str) -> tuple[str, ...]:
    """The choices in pydantic's "'a', 'b' or 'c'"."""
    return tuple(part for part in words.split("'")[1::2])
