"""A text as YAML: plain where every reader takes it for the same text, else between quotes."""

from __future__ import annotations

import re

from vagen.source.quoting import quote

_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*")
_OTHER_TYPE = re.compile(
    r"(?:[-+]?[0-9][0-9_,.:eExXoO+-]*|yes|no|on|off|true|false|null|y|n|nan|inf)", re.IGNORECASE
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_IN_BRACKETS = re.compile(r"[,\[\]{}]")


def as_yaml(text: str, *, flow: bool = False) -> str:
    """The scalar to type for a text of one line; `flow` where it stands between brackets.

    Also what other programs would read as a number, a yes or a no stands between quotes.
    """
    plain = _PLAIN.fullmatch(text) and text == text.strip() and not text.endswith(":")
    typed = _OTHER_TYPE.fullmatch(text) and not _DAY.fullmatch(text)
    if plain and not typed and not (flow and _IN_BRACKETS.search(text)):
        return text
    return quote(text)
