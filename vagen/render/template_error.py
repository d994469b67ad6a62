"""A template's mistake as a Problem: at its line, saying what is missing and what there is."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from difflib import get_close_matches

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from vagen.problems import Message, Problem, Span, say
from vagen.render.layouts import FOLDER, Layouts

_CODE = "template-error"
_OBJECT = re.compile(r"'([\w.]+) object'")  # how Jinja names what was asked
_NAMED = re.compile(r"['\"]([\w./-]+)['\"](?! object)")  # and what was asked for

_MEND = say("mend this line, or delete the file: then the built-in one is used")


def template_error(
    error: Exception, template: str, seen: Mapping[str, object], layouts: Layouts
) -> Problem:
    """The Problem of an exception that drawing `template` with the names `seen` raised."""
    names = _names_in(error)
    at = _within(_place(error, template), layouts, names)
    if isinstance(error, TemplateNotFound):
        message = say('there is no template "{name}"', name=names[0])
        near = next(iter(get_close_matches(names[0], layouts.files, n=1)), None)
        hint = say('did you mean "{name}"?', name=near) if near else _MEND
        return Problem(at, _CODE, message, hint, replacement=near)
    if isinstance(error, SecurityError) and names:
        message = say('the template asks for "{name}", which is out of its reach', name=names[0])
        return Problem(at, _CODE, message, _names(seen["view"]))
    if isinstance(error, UndefinedError):
        message = (
            say('the template asks for "{name}", which is not there', name=names[-1])
            if names
            else say("the template asks for what is not there: {what}", what=_text(error))
        )
        return Problem(at, _CODE, message, _names(_asked(error, seen["view"])))
    if isinstance(error, TemplateSyntaxError):
        message = say("the template is not written as Jinja reads it: {what}", what=_text(error))
        return Problem(at, _CODE, message, _MEND)
    message = say("the template fails: {what}", what=f"{type(error).__name__}: {_text(error)}")
    return Problem(at, _CODE, message, _names(seen["view"]))


def _place(error: Exception, template: str) -> Span:
    """The innermost line of a template on the way to the error, as the traceback names it."""
    if isinstance(error, TemplateSyntaxError):
        return Span(f"{FOLDER}/{error.name or template}", error.lineno)
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame for frame in frames if frame.filename.startswith(f"{FOLDER}/")]
    if not lines:
        return Span(f"{FOLDER}/{template}")
    return Span(lines[-1].filename, lines[-1].lineno or 1)


def _names_in(error: Exception) -> list[str]:
    """What an error says that it has not found."""
    if isinstance(error, TemplateNotFound):
        return [str(error.message or error.name)]
    return _NAMED.findall(_text(error))


def _within(at: Span, layouts: Layouts, names: list[str]) -> Span:
    """The place as a person finds it: the file, and in its line the name that is told wrong."""
    path = layouts.path(at.path.removeprefix(f"{FOLDER}/"))
    lines = layouts.texts([path]).get(path, "").split("\n")
    if not 1 <= at.line <= len(lines):
        return replace(at, path=path)
    line = lines[at.line - 1]
    for name in reversed(names):
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line)
        if found:
            return Span(path, at.line, found.start() + 1, len(name))
    words = line.strip()
    return Span(path, at.line, line.find(words) + 1, max(1, len(words)))


def _asked(error: UndefinedError, view: object) -> object:
    """The part of the view that was asked for what it has not; the view itself by default."""
    named = _OBJECT.search(_text(error))
    parts = (part for part in _parts(view) if named and _name(part) == named[1])
    return next(parts, view)


def _parts(value: object) -> Iterator[object]:
    """The records in a view, at any depth."""
    if isinstance(value, tuple):
        for one in value:
            yield from _parts(one)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))


def _name(part: object) -> str:
    return f"{type(part).__module__}.{type(part).__qualname__}"


def _names(part: object) -> Message:
    names = tuple(sorted(one.name for one in fields(part))) if is_dataclass(part) else ()
    if type(part).__name__.endswith("View"):
        return say("the view has: {names}", names=names)
    return say("{part} has: {names}", part=type(part).__name__, names=names)


def _text(error: Exception) -> str:
    return str(error).partition("\n")[0]
