"""A template's mistake as a Problem: at its line, saying what is missing and what there is."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from vagen.problems import Message, Problem, Span, say
from vagen.render.layouts import FOLDER

_CODE = "template-error"
_OBJECT = re.compile(r"'([\w.]+) object'")  # how Jinja names what was asked


def template_error(error: Exception, template: str, seen: Mapping[str, object]) -> Problem:
    """The Problem of an exception that drawing `template` with the names `seen` raised."""
    at = _place(error, template)
    if isinstance(error, TemplateNotFound):
        message = say("There is no template {name}", name=str(error.message or error.name))
        return Problem(at, _CODE, message)
    if isinstance(error, UndefinedError):
        message = say("The template asks for what is not there: {what}", what=_text(error))
        return Problem(at, _CODE, message, _names(_asked(error, seen["view"])))
    if isinstance(error, TemplateSyntaxError):
        message = say("The template is not written as Jinja reads it: {what}", what=_text(error))
        return Problem(at, _CODE, message)
    message = say("The template fails: {what}", what=f"{type(error).__name__}: {_text(error)}")
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
