"""Runs of text that keep their own direction inside a line of the other one.

On screen that is `bdi`; WeasyPrint ignores `bdi`, so that paper takes a `span` with the direction
found here. A picture's text and an attribute hold no elements: they take U+2066 to U+2069.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Literal

from markupsafe import Markup, escape

from vagen.locale import direction
from vagen.render.layouts import Medium

Isolate = Callable[[object], Markup]

_PHONE_LINE = 24
"""Characters that fit beside nothing else at 320 pixels, in the size of a heading."""

_RIGHT = frozenset({"R", "AL"})
_STRONG = _RIGHT | {"L"}


def typed(medium: Medium, language: str) -> Isolate:
    """For a value that a person typed, in whatever script it is."""

    def on_paper(value: object) -> Markup:
        return Markup('<span dir="{}">{}</span>').format(side(plain(value), language), value)

    def on_screen(value: object) -> Markup:
        """A browser goes by the first letter; only where that is wrong it has to be told."""
        text = plain(value)
        if side(text, language) != first_strong(text):
            return Markup('<bdi dir="rtl">{}</bdi>').format(value)
        return Markup("<bdi>{}</bdi>").format(value)

    return on_paper if medium == "paper" else on_screen


def ltr(medium: Medium) -> Isolate:
    """For figures, ranges, ids, phones, mail addresses and account numbers."""
    return _ltr_on_paper if medium == "paper" else _ltr_on_screen


def figure(isolate: Isolate) -> Isolate:
    """For what is written in figures or in words: only a text without letters is isolated."""

    def isolated(value: object) -> Markup:
        text = str(value)
        worded = any(character.isalpha() for character in text)
        return escape(text) if worded else isolate(text)

    return isolated


def plain(value: object) -> str:
    """The words alone, for an attribute or a title."""
    return value.striptags() if isinstance(value, Markup) else str(value)


def bare(value: object) -> str:
    """A run from left to right where no element can stand: in a picture's text, in an attribute."""
    return f"\N{LEFT-TO-RIGHT ISOLATE}{plain(value)}\N{POP DIRECTIONAL ISOLATE}"


def first_strong(text: str) -> Literal["ltr", "rtl"]:
    """The direction of the first letter that has one (UAX 9, rules P2 and P3)."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return "rtl" if next((k for k in kinds if k in _STRONG), "L") in _RIGHT else "ltr"


def side(text: str, language: str) -> Literal["ltr", "rtl"]:
    """The direction of a text on a page of this language.

    Hebrew that begins with a name in Latin letters is still Hebrew: on a Hebrew page one Hebrew
    letter makes the line run from the right.
    """
    if direction(language) == "rtl" and any(
        unicodedata.bidirectional(one) in _RIGHT for one in text
    ):
        return "rtl"
    return first_strong(text)


def _ltr_on_screen(value: object) -> Markup:
    """Figures stay on one line; what a phone's line can't hold may break anywhere."""
    if len(plain(value)) > _PHONE_LINE:
        return Markup('<bdi dir="ltr" class="long">{}</bdi>').format(value)
    return Markup('<bdi dir="ltr">{}</bdi>').format(value)


def _ltr_on_paper(value: object) -> Markup:
    return Markup('<span dir="ltr">{}</span>').format(value)
