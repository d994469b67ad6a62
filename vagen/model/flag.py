"""Yes or no."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from vagen.model.typed import LOOSE, in_any_case, nearest, shown, typed
from vagen.problems import Wrong, say

_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_CLOSE = {"y": "yes", "n": "no", "1": "yes", "0": "no", "כן": "yes", "לא": "no"}


def read_flag(raw: object) -> bool:
    """`true`, `yes`, `on`, `false`, `no` or `off` in any case; raises Wrong."""
    if isinstance(raw, bool):
        return raw
    text = typed(raw, say("yes or no"), "yes").casefold()
    if text in _WORDS:
        return _WORDS[text]
    meant = _CLOSE.get(text)
    raise Wrong(
        "wrong-type",
        say('"{value}" is neither yes nor no', value=shown(text)),
        say("type: {replacement}", replacement=meant or nearest(text, _WORDS) or "yes / no"),
        replacement=meant,
    )


Flag = Annotated[
    bool,
    PlainValidator(read_flag),
    WithJsonSchema(
        {
            "anyOf": [
                {"enum": ["yes", "no"]},
                {"type": "boolean"},
                {
                    "type": "string",
                    "pattern": f"^({'|'.join(map(in_any_case, _WORDS))})$|{LOOSE}",
                },
            ],
            "examples": ["yes", "no"],
        }
    ),
]
