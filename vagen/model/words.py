"""A text in one or several languages, as a client reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from vagen.locale import LANGUAGES
from vagen.model.record import ORIGIN
from vagen.problems import Wrong, say

ANY = ""


@dataclass(frozen=True, slots=True)
class Texts:
    """The same words by language; under `""` a text that serves every language."""

    by_language: tuple[tuple[str, str], ...]

    def within(self, language: str) -> str:
        """The text in `language`, else the one for all, else the first that there is."""
        texts = dict(self.by_language)
        return texts.get(language) or texts.get(ANY) or self.by_language[0][1]

    def speaks(self, language: str) -> bool:
        """Whether the text may be shown to a reader of `language`."""
        return any(code in (language, ANY) for code, _ in self.by_language)

    def language_for(self, language: str) -> str:
        """The language that `within` answers in, empty where nobody said."""
        codes = [code for code, _ in self.by_language]
        return language if language in codes else (ANY if ANY in codes else codes[0])


def read_words(raw: object) -> Texts:
    """`Dana` or `{en: Dana, he: דנה}`; raises Wrong."""
    if isinstance(raw, Texts):
        return raw
    if isinstance(raw, str) and raw.strip():
        return Texts(((ANY, raw.strip()),))
    if isinstance(raw, Mapping):
        return _by_language({name: text for name, text in raw.items() if name != ORIGIN})
    raise Wrong("wrong-type", say("this should be a text, or a text for each language"))


def _by_language(raw: Mapping[object, object]) -> Texts:
    known = ", ".join(LANGUAGES)
    for code, text in raw.items():
        if code not in LANGUAGES:
            raise Wrong(
                "unknown-language",
                say('"{code}" is not a language that vagen speaks', code=code),
                say("use one of: {known}", known=known),
                key=str(code),
            )
        if not isinstance(text, str) or not text.strip():
            message = say("the text for {code} is not a text", code=code)
            raise Wrong("wrong-type", message, key=str(code))
    if not raw:
        raise Wrong("wrong-type", say("this text has no words in any language"))
    return Texts(tuple((str(code), str(text).strip()) for code, text in raw.items()))


_UNTYPED = ["boolean", "number"]
"""What an editor may take a text for that is typed without quotes: 4711, true."""

Words = Annotated[
    Texts,
    PlainValidator(read_words),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"\S"},
                {
                    "type": "object",
                    "additionalProperties": False,
                    # At least one of them has words: what is empty is as if it were not there.
                    "not": {"additionalProperties": {"type": "null"}},
                    "properties": {
                        code: {"type": "string", "pattern": r"\S", "also": _UNTYPED}
                        for code in LANGUAGES
                    },
                },
            ],
            "also": _UNTYPED,
        }
    ),
]
