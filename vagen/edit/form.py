"""A new file from its template: filled in, with the line on which a person goes on typing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from vagen.edit.asked import TYPED
from vagen.edit.change import Change, Done, Edit
from vagen.edit.scalar import as_yaml
from vagen.problems import Message, Problem, Span, say
from vagen.source.glance import Glance
from vagen.source.nodes import read_yaml
from vagen.source.text import read_text

_TEMPLATES = Path(__file__).resolve().parent / "templates" / "new"
_SIGN = re.compile("«([a-z]+)»")
_HERE = "«here»"
_KEPT_EMPTY = ".gitkeep"
"""What git needs in an empty folder to keep it; no page and no check looks at it."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A file to be begun: its path, its text, and the line on which typing goes on."""

    path: str
    text: str
    line: int = 1


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every `«sign»` replaced by its value; a sign within a value stays."""
    return _SIGN.sub(lambda sign: values.get(sign[1], sign[0]), text)


def blank(name: str, language: str, path: str, values: Mapping[str, str]) -> Blank:
    """The template of this name in a language, filled in; `«here»` is where typing goes on.

    A line of which nothing is left because its value is empty is left out.
    """
    template = (_TEMPLATES / language / name).read_text(encoding="utf-8")
    kept = [
        line
        for line in template.splitlines(keepends=True)
        if not (_SIGN.fullmatch(line.strip()) and values.get(line.strip()[1:-1]) == "")
    ]
    before, here, behind = "".join(kept).partition(_HERE)
    above = filled(before, values)
    return Blank(path, above + filled(behind, values), above.count("\n") + 1 if here else 1)


def empty_folders(folder: str, names: Iterable[str]) -> list[Blank]:
    """Folders with nothing in them yet."""
    return [Blank(f"{folder}/{name}/{_KEPT_EMPTY}", "") for name in names]


def begun(glance: Glance, one: Blank, instead: Message) -> Edit:
    """The file, or nothing where it is there already: then `instead` says what to do."""
    if os.path.lexists(glance.root / one.path):
        message = say("this file is already there; nothing was written")
        return refused(glance, [Problem(Span(one.path), "already-there", message, instead)])
    done = Done(verb="begun", client="", at=Span(one.path, one.line), title=one.path)
    return Edit(changes=(_change(one),), done=(done,), texts=glance.texts)


def begun_folder(glance: Glance, folder: str, blanks: list[Blank], instead: Message) -> Edit:
    """A folder with all of these files, or nothing where it is there already, be it empty."""
    there = folder_there(glance, folder, instead)
    if there is not None:
        return refused(glance, [there])
    first = blanks[0]
    done = Done(verb="begun", client="", at=Span(first.path, first.line), title=folder)
    changes = tuple(map(_change, blanks))
    return Edit(changes=changes, whole=folder, done=(done,), texts=glance.texts)


def free_name(glance: Glance, name: str, path: Callable[[str], str]) -> str:
    """A name like this one whose path is not taken: `ada-2`."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(one for one in numbered if not os.path.lexists(glance.root / path(one)))


def folder_there(glance: Glance, folder: str, instead: Message) -> Problem | None:
    """That a folder can't be begun, because it is there."""
    if not os.path.lexists(glance.root / folder):
        return None
    message = say("this folder is already there; nothing was written")
    return Problem(Span(folder), "already-there", message, instead)


def _change(one: Blank) -> Change:
    return Change(one.path, None, one.text.encode())


def refused(glance: Glance, problems: Iterable[Problem], typed: str = "") -> Edit:
    """Nothing is to be written; `typed` is what problems without a file point into."""
    return Edit(problems=tuple(problems), texts={**glance.texts, TYPED: typed})


def one_line(text: str) -> str | list[Problem]:
    """What was typed as a name or a title, on one line, or why no file could hold it."""
    whole = " ".join(text.split())
    read, problems = read_text(whole.encode("utf-8", "surrogateescape"), TYPED)
    if read:
        problems = read_yaml(as_yaml(read), TYPED)[1]
    errors = [problem for problem in problems if problem.severity == "error"]
    return errors or read or ""


def title_of(name: str) -> str:
    """The title that an id stands for: `content-cycle` is `Content cycle`."""
    words = name.replace("-", " ").strip()
    return words[:1].upper() + words[1:]
