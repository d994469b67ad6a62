"""What the browser may see now: a value that every build turns into the next."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vagen.build import Outcome
from vagen.pages.artifact import Copy
from vagen.problems import Problem
from vagen.serve.doors import Door, door_at, doors_of
from vagen.watch.watching import Round

_UNSEEN = (".html", ".pdf", ".ics", ".json", ".xml", ".txt", "/search-index.js")
"""Ends of files that no page shows within itself; an index is read when somebody searches."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The last good site, and what is wrong since.

    `number` counts the builds. `files` are the paths that a good build wrote; nothing else is
    ever handed out. `copies` are those that a person brought as they are. `written` says in which
    build a path was last written or removed, and `dressed` the same of what the pages below an
    address may show: styles, fonts, pictures. `papers` are problems that only the making of PDFs
    finds: they stand until PDFs are made again.
    """

    number: int = 0
    files: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()
    written: Mapping[str, int] = field(default_factory=dict)
    dressed: Mapping[str, int] = field(default_factory=dict)
    doors: tuple[Door, ...] = ()
    menu: int = 0
    language: str = "en"
    pages: tuple[Problem, ...] = ()
    papers: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    crash: str = ""
    pending: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong."""
        return (*self.pages, *self.papers)

    @property
    def failed(self) -> bool:
        """Whether the last edit is not on the screen."""
        return bool(self.crash) or any(one.severity == "error" for one in self.problems)

    @property
    def mark(self) -> str:
        """Tells one set of problems from another; empty where all is well."""
        if not self.problems and not self.crash:
            return ""
        whole = repr((self.language, self.problems, self.crash)).encode()
        return hashlib.sha256(whole).hexdigest()[:16]

    def print_of(self, path: str) -> int:
        """Changes when the page at `path` would look another way: itself, its dress, the menu."""
        dress = (when for address, when in self.dressed.items() if path.startswith(address))
        return max(self.written.get(path, 0), self.menu, *dress)

    def after(self, done: Round) -> Shown:
        """What there is to see after one more build."""
        outcome, number = done.outcome, self.number + 1
        pages, papers = _told(self, done)
        told = replace(
            self,
            number=number,
            language=outcome.language or self.language,
            texts=outcome.texts,
            crash=done.crash,
            pending=done.pending,
            pages=pages,
            papers=papers,
        )
        return told if done.failed else _fresh(told, outcome)


def _told(before: Shown, done: Round) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """The problems of pages and of PDFs. While PDFs wait, those of the last stand."""
    found = done.outcome.problems
    if done.papers:
        known = frozenset(before.pages)
        papers = tuple(one for one in found if one not in known)
        return tuple(one for one in found if one in known), papers
    kept = before.papers if done.pending else ()
    return found, tuple(one for one in kept if one not in found)


def _fresh(told: Shown, outcome: Outcome) -> Shown:
    """A good build's files, and the paths that it wrote."""
    published = outcome.published
    kept = frozenset(published.kept) if published else frozenset()
    touched = (*published.written, *published.removed) if published else ()
    doors = doors_of(outcome)
    dress = {_wearer(doors, path) for path in touched if not path.endswith(_UNSEEN)}
    return replace(
        told,
        files=frozenset(one.target for one in outcome.artifacts) - kept,
        copies=frozenset(one.target for one in outcome.artifacts if isinstance(one.content, Copy)),
        written={**told.written, **dict.fromkeys(touched, told.number)},
        dressed={**told.dressed, **dict.fromkeys(dress, told.number)},
        doors=doors,
        menu=told.menu if doors == told.doors else told.number,
    )


def _wearer(doors: tuple[Door, ...], path: str) -> str:
    """The address whose pages may show a file: its audience's, or everyone's."""
    door = door_at(doors, path)
    return door.address if door else ""
