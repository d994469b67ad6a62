"""Why a YAML text can't be read: the likely cause, not the place where the parser gave up."""

from __future__ import annotations

import re
from typing import Any

from vagen.problems import Message, Problem, Span, say
from vagen.source.indentation import dash_behind_key, deeper, tab, wide_colon
from vagen.source.quoting import quote
from vagen.source.surroundings import Surroundings

_KEY_VALUE = re.compile(
    r"^(?P<lead>\s*(?:- +)?)(?P<key>[^\s:#'\"\[\]{}][^:#]*): +(?P<value>\S.*?)\s*$"
)
_NO_SPACE = re.compile(r"^(?P<lead>\s*(?:- +)?)(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*?)\s*$")
_BARE_WORD = re.compile(
    r"^(?P<lead>\s*(?:- +)?)(?P<key>[A-Za-z_][\w-]*)(?: +(?P<value>[^\s:].*?))?\s*$"
)
_OPENED = re.compile(r"^\s*(?:- +)?(?:[^\s:#'\"]+: +)?(?P<quote>['\"])(?P<rest>.*)$")
_NO_DASH_SPACE = re.compile(r"^\s*(?P<dash>-)(?P<rest>[^\s-].*)$")


def syntax_problem(
    error: Any,  # noqa: ANN401 - PyYAML's errors have no common type
    path: str,
    first_line: int,
    lines: list[str],
    bracket: Span | None = None,
) -> Problem:
    """The problem behind a yaml.YAMLError; `lines` are those of the text that was parsed.

    `bracket` is the innermost one that was open then.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", "") or "")
    row = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    behind = mark is not None and mark.line > row  # the text ends without a line end
    context = getattr(error, "context_mark", None)
    place = Surroundings(
        path=path,
        first_line=first_line,
        lines=lines,
        row=row,
        column=len(lines[row]) if behind else column,
        context=context,
        bracket=bracket,
    )
    for find in _CAUSES:
        found = find(place, said)
        if found:
            return found
    while row and not place.line(row).strip():  # the parser noticed it at the end of the text
        row, column = row - 1, 0
    return place.problem(
        row,
        column,
        1,
        say("this line does not fit the lines around it"),
        say("give it the same indentation as its neighbours, with spaces"),
    )


def _unclosed(place: Surroundings, said: str) -> Problem | None:
    if place.context is None:
        return None
    row, column = place.context.line, place.context.column
    sign = place.line(row)[column : column + 1]
    if sign in ("'", '"') and ("end of stream" in said or "document indicator" in said):
        return place.problem(
            row,
            column,
            1,
            say("the quote that opens here is never closed"),
            say("close it with {sign} at the end of the text", sign=sign),
        )
    if sign in ("[", "{") and "expected ','" in said:
        return _bracket(place, row, column)
    return None


def _empty_bracket(place: Surroundings, said: str) -> Problem | None:
    """Behind the bracket, or a comma or colon in it, nothing follows that could stand there."""
    if place.bracket is None or "node content" not in said:
        return None
    rest = "\n".join([place.line(place.row)[place.column :], *place.lines[place.row + 1 :]])
    if rest.strip() and not rest.startswith("- "):
        return None
    return _bracket(place, place.bracket.line - place.first_line, place.bracket.column - 1)


def _bracket(place: Surroundings, row: int, column: int) -> Problem:
    sign = place.line(row)[column : column + 1]
    close = "]" if sign == "[" else "}"
    return place.problem(
        row,
        column,
        1,
        say("the {sign} that opens here is never closed", sign=sign),
        say(
            "close it with {close}, or quote the text if it only begins with {sign}",
            close=close,
            sign=sign,
        ),
    )


def _swallowing(place: Surroundings, said: str) -> Problem | None:
    """A quote that some later one closes, so that the parser gives up far below it."""
    if "expected key" not in said and "expected <block end>" not in said and "':'" not in said:
        return None
    for row in range(place.row - 1, -1, -1):
        found = _OPENED.match(place.line(row))
        if not found or found["quote"] in found["rest"]:
            continue
        sign = found["quote"]
        return place.problem(
            row,
            found.start("quote"),
            1,
            say("the quote that opens here is not closed on this line"),
            say("close it with {sign} at the end of the text", sign=sign),
        )
    return None


def _no_space(place: Surroundings, _said: str) -> Problem | None:
    rows = [place.row, place.row - 1]
    if place.context is not None:
        rows.append(place.context.line)
    for row in rows:
        found = _NO_SPACE.match(place.line(row))
        if found:
            colon = found.start("value") - 1
            return place.problem(
                row,
                colon,
                1,
                say('after "{key}:" a space is missing', key=found["key"]),
                say("type: {typed}", typed=f"{found['key']}: {found['value']}"),
                replacement=": ",
            )
    return None


def _colon_in_text(place: Surroundings, said: str) -> Problem | None:
    if "mapping values" not in said:
        return None
    found = _KEY_VALUE.match(place.line(place.row))
    if not found or ":" not in found["value"]:
        return None
    message = say("a colon inside a text needs quotes around it")
    return _quote(place, place.row, found.start("value"), found["value"], message)


def _reserved(place: Surroundings, said: str) -> Problem | None:
    if "cannot start any token" not in said:
        return None
    rest = place.line(place.row)[place.column :].rstrip()
    message = say("a text can't begin with {sign} unless it is quoted", sign=rest[:1])
    return _quote(place, place.row, place.column, rest, message)


def _escape(place: Surroundings, said: str) -> Problem | None:
    if "escape" not in said and "hexdecimal" not in said:
        return None
    column = place.line(place.row).rfind("\\", 0, place.column + 1)
    return place.problem(
        place.row,
        max(0, column),
        2,
        say("a backslash means something special inside double quotes"),
        say("use single quotes around the text, or write the backslash twice"),
    )


def _alias_sign(place: Surroundings, said: str) -> Problem | None:
    if "alphabetic" not in said or place.context is None:
        return None
    row, column = place.context.line, place.context.column
    rest = place.line(row)[column:].rstrip()
    message = say("a text can't begin with {sign} unless it is quoted", sign=rest[:1])
    return _quote(place, row, column, rest, message)


def _dash(place: Surroundings, _said: str) -> Problem | None:
    rows = (place.row, place.row - 1)
    matches = ((row, _NO_DASH_SPACE.match(place.line(row))) for row in rows)
    row, found = next(((row, one) for row, one in matches if one), (0, None))
    if not found:
        return None
    return place.problem(
        row,
        found.start("dash"),
        1,
        say("after the dash a space is missing"),
        say("type: {typed}", typed=f"- {found['rest'].rstrip()}"),
        replacement="- ",
    )


def _bare_word(place: Surroundings, said: str) -> Problem | None:
    """A key without its colon: the parser notices it on that line or on the next."""
    rows = [place.row, place.row - 1] if "mapping values" in said else [place.row]
    if place.context is not None and "expected ':'" in said:
        rows = [place.context.line]
    for row in rows:
        found = _BARE_WORD.match(place.line(row))
        if found:
            value = (found["value"] or "").rstrip()
            return place.problem(
                row,
                found.start("key"),
                len(found["key"]),
                say('after "{key}" a colon is missing', key=found["key"]),
                say("type: {typed}", typed=f"{found['key']}: {value or '…'}"),
                replacement=f"{found['key']}:",
            )
    return None


def _quote(place: Surroundings, row: int, column: int, text: str, message: Message) -> Problem:
    quoted = quote(text)
    return place.problem(
        row, column, len(text), message, say("type: {typed}", typed=quoted), replacement=quoted
    )


_CAUSES = (
    tab, wide_colon, deeper, dash_behind_key, _unclosed, _empty_bracket, _swallowing, _no_space,
    _colon_in_text, _reserved, _alias_sign, _escape, _dash, _bare_word,
)  # fmt: skip
