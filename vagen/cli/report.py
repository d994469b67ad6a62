"""Problems as a person, an editor or a CI reads them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from vagen.cli.columns import cells
from vagen.cli.options import shown_path
from vagen.locale import Catalog, catalog, chosen, written
from vagen.problems import Problem

if TYPE_CHECKING:  # a command of the log is done before these would be imported
    from vagen.build import Outcome
    from vagen.edit.change import Edit

_OF_THE_WHOLE = {"no-pango", "output-place"}
"""Codes that are about no line of the file that they name."""
_LONGEST_LINE = 1000
"""Characters of a line that is shown: no terminal has room for more, and no eye finds the caret."""
_COLOURS = {"error": "red", "warning": "yellow"}


def words_for(outcome: Outcome | Edit) -> Catalog:
    """The language of the environment, else the practice's, even where vagen.yaml has mistakes."""
    language = outcome.language or written(outcome.texts.get("vagen.yaml", ""))
    return catalog(chosen(os.environ) or language or "en")


def words_of(root: Path) -> Catalog:
    """The language of a command that reads no whole workspace: the environment's, else that of
    vagen.yaml.
    """
    return catalog(chosen(os.environ) or language_of(root))


def language_of(root: Path) -> str:
    """The practice's language, even where vagen.yaml has mistakes; English where it says none."""
    try:
        text = (root / "vagen.yaml").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "en"
    return written(text) or "en"


def report(outcome: Outcome | Edit, root: Path, to: IO[str], words: Catalog | None = None) -> None:
    """Every problem: its place, its words, its line with a caret, its hint."""
    colour = coloured(to)
    words = words or words_for(outcome)
    lines = {path: outcome.texts.get(path, "").split("\n") for path in _paths(outcome)}
    for problem in outcome.problems:
        own = [] if problem.code in _OF_THE_WHOLE else lines[problem.at.path]
        told = _lines(problem, own, root, words, colour=colour)
        click.echo("\n".join(told), file=to, color=colour)


def _paths(outcome: Outcome | Edit) -> set[str]:
    return {problem.at.path for problem in outcome.problems}


def coloured(to: IO[str]) -> bool:
    """Whether colours are wanted: a terminal, and no NO_COLOR."""
    return to.isatty() and not os.environ.get("NO_COLOR")


def _lines(
    problem: Problem, lines: list[str], root: Path, words: Catalog, *, colour: bool
) -> Iterable[str]:
    at = problem.at
    place = f"{shown_path(at.path, root)}:{at.line}:{at.column}: " if at.path else ""
    severity: str = problem.severity
    if colour:
        place = click.style(place, bold=True)
        severity = click.style(severity, fg=_COLOURS[problem.severity], bold=True)
    yield f"{place}{severity}: {problem.message.spoken(words)} [{problem.code}]"
    line = lines[at.line - 1] if at.line <= len(lines) else ""
    if line.strip() and len(line) <= _LONGEST_LINE:
        yield f"    {line}"
        yield f"    {_caret(line, at.column - 1, at.width)}"
    if problem.hint is not None:
        yield f"    hint: {problem.hint.spoken(words)}"


def _caret(line: str, start: int, width: int) -> str:
    """Signs below the span, as wide as its characters stand on a terminal."""
    before = "".join(_blank(sign) for sign in line[:start])
    under = sum(cells(sign) for sign in line[start : start + width])
    return before + "^" * max(1, under)


def _blank(sign: str) -> str:
    return "\t" if sign == "\t" else " " * cells(sign)


def as_data(problems: Iterable[Problem], root: Path, words: Catalog) -> list[dict[str, object]]:
    """The problems as plain data, for editors and scripts."""
    return [
        {
            "path": shown_path(one.at.path, root),
            "line": one.at.line,
            "column": one.at.column,
            "width": one.at.width,
            "severity": one.severity,
            "code": one.code,
            "message": one.message.spoken(words),
            "hint": one.hint.spoken(words) if one.hint else None,
            "replacement": one.replacement,
        }
        for one in problems
    ]


def report_json(outcome: Outcome, root: Path) -> None:
    """The problems as a JSON list."""
    data = as_data(outcome.problems, root, words_for(outcome))
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def report_github(outcome: Outcome, root: Path) -> None:
    """The problems as annotations of a GitHub workflow."""
    for one in as_data(outcome.problems, root, words_for(outcome)):
        hint = f" – {one['hint']}" if one["hint"] else ""
        place = f"file={_property(one['path'])},line={one['line']},col={one['column']}"
        text = _escaped(f"{one['message']}{hint}")
        click.echo(f"::{one['severity']} {place},title={_property(one['code'])}::{text}")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _escaped(str(value)).replace(":", "%3A").replace(",", "%2C")
