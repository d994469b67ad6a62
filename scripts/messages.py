"""Gathers the messages of vagen/ and layouts/ into the catalog of each language.

Run as it is it keeps what is translated, adds what is new (empty) and drops what is gone.
With --check it writes nothing, lists what is missing or wrong, and exits with 1.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import string
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract

# What the arguments of each function are. In Python also as a method (`words.ngettext`).
FUNCTIONS = {
    "say": ("text",),
    "key": ("text",),
    "_": ("text",),
    "N_": ("text",),
    "gettext": ("text",),
    "ngettext": ("text", "plural"),
    "pgettext": ("context", "text"),
    "npgettext": ("context", "text", "plural"),
}

# As vagen.render.environment sets Jinja up.
JINJA = {
    "extensions": "jinja2.ext.i18n,jinja2.ext.do,jinja2.ext.loopcontrols",
    "newstyle_gettext": "true",
    "trimmed": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "silent": "false",
}
TEMPLATES = {".j2", ".html", ".jinja", ".svg", ".txt", ".xml"}

# The languages we translate into, with their plural forms (CLDR, for whole numbers).
PLURAL_FORMS = {"he": "nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);"}

HEADER = r"""msgid ""
msgstr ""
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plural_forms}\n"

"""

BRACE = "python-brace-format"
PERCENT = "python-format"
_BRACES = re.compile(r"\{(\w*)[^{}]*\}")
_PERCENTS = re.compile(r"%\((\w+)\)")

Key = tuple[str | None, str]
Texts = str | Sequence[str] | None  # as Babel holds them: one, or one for each plural form


@dataclass(slots=True)
class Found:
    """One message of the sources: its plural, and how its values are put in."""

    plural: str | None = None
    formats: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Sources:
    """All messages by context and text, and what could not be read."""

    messages: dict[Key, Found] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)

    def add(self, parts: Mapping[str, Any], form: str) -> None:
        """Put in one call of a function: its arguments by what they are."""
        found = self.messages.setdefault((parts.get("context"), parts["text"]), Found())
        found.plural = found.plural or parts.get("plural")
        found.formats.add(form)


def gathered(root: Path) -> Sources:
    """The messages of everything below `root`."""
    sources = Sources()
    for path in sorted((root / "vagen").rglob("*.py")):
        _gather_python(path, path.relative_to(root), sources)
    for path in sorted((root / "layouts").rglob("*")):
        if path.suffix in TEMPLATES:
            _gather_template(path, path.relative_to(root), sources)
    return sources


def _gather_python(path: Path, shown: Path, sources: Sources) -> None:
    for node in ast.walk(ast.parse(path.read_bytes(), str(shown))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        texts = [getattr(one, "value", None) for one in node.args]
        parts = dict(zip(FUNCTIONS.get(name, ()), texts, strict=False))
        if parts and all(isinstance(text, str) for text in parts.values()):
            sources.add(parts, BRACE)
        elif name == "say":
            sources.findings.append(f"{shown}:{node.lineno}: say() without a literal text")


def _gather_template(path: Path, shown: Path, sources: Sources) -> None:
    try:
        calls = list(babel_extract(io.BytesIO(path.read_bytes()), list(FUNCTIONS), [], JINJA))
    except TemplateSyntaxError as error:
        sources.findings.append(f"{shown}:{error.lineno}: {error.message}")
        return
    for line, name, arguments, _ in calls:
        texts = (arguments,) if isinstance(arguments, str) or arguments is None else arguments
        parts = dict(zip(FUNCTIONS[name], texts, strict=False))
        if len(parts) == len(FUNCTIONS[name]) and None not in parts.values():
            sources.add(parts, PERCENT)
        else:
            sources.findings.append(f"{shown}:{line}: {name}() without a literal text")


def merged(sources: Sources, old: Catalog, language: str) -> Catalog:
    """The catalog that the sources call for, with the translations that fit from the old one."""
    new = read_po(io.BytesIO(_header(language)))
    for (context, text), found in sources.messages.items():
        entry = (text, found.plural) if found.plural else text
        before = old.get(text, context)
        kept = before.string if before and before.id == entry and not before.fuzzy else ""
        new.add(entry, kept, context=context).flags = _flags(entry, found)
    return new


def _flags(entry: str | tuple[str, str], found: Found) -> set[str]:
    text = "".join(entry)
    return {one for one in found.formats if {BRACE: _BRACES, PERCENT: _PERCENTS}[one].search(text)}


def written(catalog: Catalog, language: str) -> str:
    """The .po file: sorted by msgid, a message a line, without dates, names and places."""
    file = io.BytesIO()
    file.write(_header(language))
    write_po(file, catalog, width=0, no_location=True, omit_header=True, sort_output=True)
    return file.getvalue().decode().rstrip("\n") + "\n"


def _header(language: str) -> bytes:
    return HEADER.format(language=language, plural_forms=PLURAL_FORMS[language]).encode()


def differences(old: Catalog, new: Catalog) -> Iterator[str]:
    """What running without --check would change."""
    before, after = ({(one.context, one.id) for one in both if one.id} for both in (old, new))
    for word, entries in (("new", after - before), ("gone", before - after)):
        yield from sorted(f"{word}: {_shown(entry)}" for _, entry in entries)


def mistakes(catalog: Catalog) -> Iterator[str]:
    """Each message that is not translated, or whose translation would not take its values."""
    for message in catalog:
        texts = _forms(message.string)
        if not message.id:
            continue
        if message.fuzzy or not all(texts):
            yield f"not translated: {_shown(message.id)}"
        elif not _same_names(_forms(message.id), texts):
            yield f"other placeholders than the message: {_shown(message.id)}"
        elif not all(_takes_values(text, message.flags) for text in (*_forms(message.id), *texts)):
            yield f"a bracket or percent sign that stands alone: {_shown(message.id)}"


def _forms(texts: Texts) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts or ("",))


def _shown(entry: Texts) -> str:
    return repr(_forms(entry)[0])


def _names(text: str) -> frozenset[str]:
    braces = (f"{{{name}}}" for name in _BRACES.findall(text))
    return frozenset([*braces, *(f"%({name})s" for name in _PERCENTS.findall(text))])


def _same_names(message: tuple[str, ...], texts: tuple[str, ...]) -> bool:
    """The last form says what the message says; those before it may leave out the number."""
    wanted = _names(message[-1])
    *others, last = (_names(text) for text in texts)
    return last == wanted and all(names <= wanted and len(wanted - names) <= 1 for names in others)


def _takes_values(text: str, flags: set[str]) -> bool:
    try:
        if BRACE in flags:
            list(string.Formatter().parse(text))
        if PERCENT in flags:
            text % dict.fromkeys(_PERCENTS.findall(text), 1)
    except (ValueError, TypeError, KeyError):
        return False
    return True


def main(arguments: list[str]) -> int:
    """Write the catalogs, or say what is wrong with them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if wrong")
    parser.add_argument("--root", type=Path, default=Path(__file__).parent.parent)
    asked = parser.parse_args(arguments)
    sources = gathered(asked.root)
    for language in PLURAL_FORMS:
        path = asked.root / "vagen" / "locale" / language / "LC_MESSAGES" / "vagen.po"
        if asked.check:
            sources.findings += _check(path, sources, language)
        else:
            _write(path, sources, language)
    print(*sources.findings, sep="\n", end="\n" if sources.findings else "")
    return 1 if sources.findings else 0


def _bytes(path: Path, language: str) -> bytes:
    return path.read_bytes() if path.exists() else _header(language)


def _check(path: Path, sources: Sources, language: str) -> list[str]:
    file = _bytes(path, language)
    old = read_po(io.BytesIO(file))
    new = merged(sources, old, language)
    found = [*differences(old, new), *mistakes(old)]
    if not found and file.strip() != written(new, language).encode().strip():
        found.append("not as this script writes it: run it")
    return [f"{language}: {one}" for one in found]


def _write(path: Path, sources: Sources, language: str) -> None:
    new = merged(sources, read_po(io.BytesIO(_bytes(path, language))), language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(new, language), encoding="utf-8", newline="\n")
    empty = len([one for one in new if one.id and not all(_forms(one.string))])
    print(f"{language}: {len(new)} messages, {empty} not translated")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
