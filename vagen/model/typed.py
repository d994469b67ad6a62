"""What a person typed for one value, before it means anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from vagen.problems import Message, Wrong, say

LONGEST = 200
"""Code points of a value, links aside; what is longer is a text in the wrong place."""

_INVISIBLE = dict.fromkeys(
    [0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_SPACES = dict.fromkeys([0x00A0, 0x2007, 0x2009, 0x202F], " ")


def typed(raw: object, what: Message, example: str, *, most: int = LONGEST) -> str:
    """The characters typed for `what`, trimmed; raises Wrong where there are none.

    Marks of direction and hard spaces, which come along unseen when a number is pasted from a
    chat or a PDF, are dropped.
    """
    hint = say("for example: {example}", example=example)
    if not isinstance(raw, str):
        raise Wrong("wrong-type", say("this should be {what}", what=what), hint)
    text = visible(raw).translate(_SPACES).strip()
    if not text:
        raise Wrong("wrong-type", say("{what} is missing here", what=what), hint)
    if len(text) > most:
        raise Wrong("wrong-type", say("this is too long to be {what}", what=what), hint)
    return text


def visible(text: str) -> str:
    """The text without marks that nobody sees: those of direction, and of no width."""
    return text.translate(_INVISIBLE)


def shown(text: str, most: int = 40) -> str:
    """What was typed, short and printable enough for a message."""
    plain = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def instead(code: str, message: Message, replacement: str) -> Wrong:
    """A mistake whose cure is certain: what to type in its place."""
    return Wrong(
        code, message, say("type: {replacement}", replacement=replacement), replacement=replacement
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, whatever its case; None where none is near."""
    by_folded = {one.casefold(): one for one in known}
    near = get_close_matches(word.casefold()[:64], by_folded, n=1, cutoff=0.7)
    return by_folded[near[0]] if near else None


LOOSE = (
    r"^\s|\s$|[\u00a0\u2007\u2009\u202f\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
)
"""What `typed` drops before it looks: a schema leaves a text with any of it to the reader."""


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Has a record's value read by one of our parsers.

    pydantic is imported when a record is made, not when a parser is used: the daily commands read
    times and names, and no records.
    """

    read: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:  # noqa: ANN401 - pydantic's
        from pydantic import PlainValidator

        return PlainValidator(self.read).__get_pydantic_core_schema__(source, handler)


@dataclass(frozen=True, slots=True, eq=False)
class SchemaOf:
    """The JSON Schema of a value."""

    schema: dict[str, Any]

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:  # noqa: ANN401 - pydantic's
        from pydantic import WithJsonSchema

        return WithJsonSchema(self.schema).__get_pydantic_json_schema__(core, handler)


@dataclass(frozen=True, slots=True)
class WrittenBy:
    """How a value stands in JSON."""

    spelled: Callable[[Any], str]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:  # noqa: ANN401 - pydantic's
        from pydantic import PlainSerializer

        serializer = PlainSerializer(self.spelled, return_type=str, when_used="json")
        return serializer.__get_pydantic_core_schema__(source, handler)


def text_schema(
    pattern: str, *examples: str, also: tuple[str, ...] = (), listed: str = ""
) -> SchemaOf:
    """The JSON Schema of a value typed as text, for vagen.model.schema to finish.

    The pattern (read by Python and by JavaScript) lets everything through that the reader does.
    `also` names the types that an editor, which reads YAML by the standard, may take the text for:
    35.10 is a number to an editor. `listed` names a list that holds every value.
    """
    schema = {"type": "string", "pattern": f"{pattern}|{LOOSE}", "examples": list(examples)}
    more = {"also": list(also), "listed": listed}
    return SchemaOf(schema | {name: value for name, value in more.items() if value})


def in_any_case(word: str) -> str:
    """A pattern for a word in any letter case, where a pattern has no flags: `[Dd][Aa][Yy]`."""
    return "".join(f"[{one.upper()}{one}]" if one.isalpha() else one for one in word)


def written(spelled: Callable[[Any], str]) -> WrittenBy:
    """In JSON, and so in a schema's defaults, a value stands as it would be typed."""
    return WrittenBy(spelled)
