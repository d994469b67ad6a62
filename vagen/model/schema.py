"""JSON Schema for editors, made from the records, in the practice's language.

The reader is the judge; a schema only helps while somebody types. So it accepts all that the reader
accepts, and refuses what is wrong in its structure: keys that are not there, keys that are missing,
values of another kind. (Two things it refuses that the reader takes for nothing or for a text: an
unknown key with nothing behind it, and `~` or `null` behind a key that is needed.)

An editor reads YAML 1.2, where a text without quotes may be a number, a yes-or-no or nothing at all:
each is let through where the reader takes the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from vagen.locale.catalog import LANGUAGES, Catalog
from vagen.locale.currencies import currencies, currency_name
from vagen.locale.places import countries, country_name, language_name, zones
from vagen.model.calendar import DAY_PATTERN
from vagen.model.filekind import FileKind
from vagen.model.record import Record, Seen
from vagen.model.typed import LOOSE
from vagen.problems import Message, say

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
MADE = "made by vagen schema; run it again and this file is written anew"
"""The `$comment` by which vagen knows a schema of its own."""

_TYPES = ("array", "boolean", "number", "object", "string", "null")
_WHOLE = r"^\s*[-+]?[0-9][0-9_]*([.]0*)?\s*$"
_SEEN: dict[Seen, Message] = {
    "everyone": say("Seen by everyone."),
    "client": say("Seen by the client."),
    "team": say("Seen by the team."),
    "public": say("Seen on the public pages."),
    "owner": say("Seen by you alone."),
    "private": say("Private: no page of a client ever shows it."),
}
_NAMES: dict[str, Callable[[str, str], str]] = {
    "country": country_name,
    "currency": currency_name,
    "language": language_name,
}
_LISTS: dict[str, Callable[[], Iterable[str]]] = {
    "country": countries,
    "currency": currencies,
    "language": lambda: LANGUAGES,
    "zone": zones,
}


def schema_of(kind: FileKind, words: Catalog) -> Schema:
    """The JSON Schema (draft 7) of one kind of file, described in the language of `words`."""
    editor = _Editor(words)
    made = editor.records(kind.record, many=kind.many) if kind.record else editor.days()
    head = {
        "$schema": DIALECT,
        "$comment": MADE,
        "description": kind.says.spoken(words),
    }
    return head | made | ({"definitions": editor.shared} if editor.shared else {})


class _Plain(GenerateJsonSchema):
    """What pydantic makes of a record, without defaults; a key that may be absent may be empty."""

    def str_schema(self, schema: Any) -> Schema:  # noqa: ANN401 - pydantic's core schemas
        del schema
        return {"type": "string", "also": ["boolean", "number"]}

    def int_schema(self, schema: Any) -> Schema:  # noqa: ANN401
        del schema
        return {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": _WHOLE}]}

    def nullable_schema(self, schema: Any) -> Schema:  # noqa: ANN401
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Schema:  # noqa: ANN401
        return self.generate_inner(schema["schema"])


@dataclass(slots=True)
class _Editor:
    """Finishes one schema; `shared` are the lists and records that it refers to."""

    words: Catalog
    shared: dict[str, Schema] = field(default_factory=dict)

    def days(self) -> Schema:
        """The log: a block of lines a day, or nothing yet."""
        block = {"type": "string", "description": self._says(_BLOCK)}
        return {
            "type": ["object", "null"],
            "additionalProperties": False,
            "patternProperties": {f"{DAY_PATTERN}|{LOOSE}": _or(block, {"null"})},
        }

    def records(self, record: type[Record], *, many: bool) -> Schema:
        """A file that is one record, or a list of them."""
        made = record.model_json_schema(
            schema_generator=_Plain, ref_template="#/definitions/{model}"
        )
        for name, part in made.pop("$defs", {}).items():
            self.shared[name] = self._record(part)
        whole = self._record(made)
        return {"type": ["array", "null"], "items": whole} if many else whole

    def _record(self, record: Schema) -> Schema:
        required = record.get("required", [])
        keys = {
            name: self._key(value, needed=name in required)
            for name, value in record["properties"].items()
        }
        fixed = {"type": "object", "additionalProperties": False, "properties": keys}
        return fixed | ({"required": required} if required else {})

    def _key(self, value: Schema, *, needed: bool) -> Schema:
        value = dict(value)
        seen = _SEEN[value.pop("seen")].spoken(self.words)
        says = f"{self._says(value.pop('description'))} {seen}"
        examples = value.get("examples")
        value.pop("title", None)
        shown = {"description": says} | ({"examples": examples} if examples else {})
        return shown | self._value(value, set() if needed else {"null"})

    def _value(self, value: Schema, also: set[str]) -> Schema:
        """A value as an editor may see it: `also` are types that are let through, too."""
        value = dict(value)
        examples = value.pop("examples", ())
        listed = value.pop("listed", "")
        also = also | set(value.pop("also", ()))
        if "items" in value:
            value["items"] = self._item(value["items"])
        if "properties" in value:
            value["properties"] = {
                name: self._value(one, {"null"}) for name, one in value["properties"].items()
            }
        if "anyOf" in value:
            value["anyOf"] = [self._value(one, set()) for one in value["anyOf"]]
        if "pattern" in value and examples:
            value["patternErrorMessage"] = self._for_example(examples)
        return _or(self._listed(listed, value) if listed else value, also)

    def _item(self, item: Schema) -> Schema:
        """An item of a list; a plain text may be empty there."""
        return self._value(item, {"null"} if item.keys() == {"type", "also"} else set())

    def _listed(self, name: str, value: Schema) -> Schema:
        """A reference to the shared list of all countries, or currencies, or zones."""
        if name not in self.shared:
            codes = list(_LISTS[name]())
            known: Schema = {"enum": codes}
            if name in _NAMES:
                own = self.words.language
                known["enumDescriptions"] = [_NAMES[name](code, own) for code in codes]
            error = {key: one for key, one in value.items() if key == "patternErrorMessage"}
            self.shared[name] = {
                "anyOf": [known, {"type": "string", "pattern": LOOSE} | error],
            }
        return {"$ref": f"#/definitions/{name}"}

    def _for_example(self, examples: Iterable[str]) -> str:
        return say("for example: {example}", example=", ".join(examples)).spoken(self.words)

    def _says(self, text: str) -> str:
        return self.words.gettext(text)


_BLOCK = say(
    "A line an entry: the time (09:00-10:30 or 45m), the words, then #kind, @task, +person and ! for what is not billed. Hours by kind are what the client sees."
).text


def _or(schema: Schema, also: set[str]) -> Schema:
    """The schema, or any value of the types in `also`, which no editor offers by itself."""
    if not also:
        return schema
    choices = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    others = [name for name in _TYPES if name not in also]
    return {"anyOf": [*choices, {"not": {"type": others}}]}
