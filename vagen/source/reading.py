"""From a path to text, to nodes, to a record: what is wrong on the way is noted, and where."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from vagen.model.identifier import read_id
from vagen.model.prose import Prose
from vagen.model.record import Record
from vagen.problems import Problem, Span, Wrong, say
from vagen.source.files import Sources
from vagen.source.nodes import Node, read_yaml
from vagen.source.records import read_nothing, read_record, read_records
from vagen.source.text import legible, read_text

R = TypeVar("R", bound=Record)


class Reading:
    """One run over the sources. `unread` are the paths of files of which something got lost whole.

    Of all other files every record is there, if only in part (see salvage).
    """

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.problems: list[Problem] = list(sources.problems)
        self.texts: dict[str, str] = {}
        self.unread: set[str] = set()

    def text(self, path: str) -> str | None:
        text, problems = read_text(self.sources.texts[path], path)
        self.note(problems)
        self.texts[path] = legible(self.sources.texts[path]) if text is None else text
        if text is None:
            self.unread.add(path)
        return text

    def node(self, path: str) -> Node | None:
        text = self.text(path)
        if text is None:
            return None
        return self._tree(text, path)

    def _tree(self, text: str, path: str, first_line: int = 1) -> Node | None:
        node, problems = read_yaml(text, path, first_line)
        self.note(problems)
        if node is None and any(problem.severity == "error" for problem in problems):
            self.unread.add(path)
        return node

    def record(self, cls: type[R], path: str) -> R | None:
        node = self.node(path)
        return self._record(cls, node, path)

    def _record(self, cls: type[R], node: Node | None, path: str) -> R | None:
        if node is None and path in self.unread:
            return read_nothing(cls, path)
        record, problems = read_record(cls, node, path)
        self.note(problems)
        if record is None:
            self.unread.add(path)
        return record

    def records(self, cls: type[R], path: str) -> tuple[R, ...]:
        node = self.node(path)
        records, problems = read_records(cls, node, path)
        self.note(problems)
        if None in records or (problems and not records):
            self.unread.add(path)
        return tuple(record for record in records if record is not None)

    def split(self, path: str) -> tuple[Node | None, int, str] | None:
        """Front matter's node, the line on which the body begins, and the body."""
        from vagen.source.markdown import split_front_matter

        text = self.text(path)
        if text is None:
            return None
        front, first, body = split_front_matter(text)
        return self._tree(front, path, 2), first, body

    def front(self, cls: type[R], path: str) -> tuple[R | None, Prose]:
        from vagen.source.markdown import read_prose

        parts = self.split(path)
        if parts is None:
            return read_nothing(cls, path), ()
        node, first, body = parts
        before = len(self.problems)
        record = self._record(cls, node, path)
        if first == 1 and node is None:
            self.problems[before:] = [_without_keys(one) for one in self.problems[before:]]
        prose, wrong = read_prose(body, path, first)
        self.note(wrong)
        return record, prose

    def named(self, name: str, path: str) -> bool:
        try:
            read_id(name)
        except Wrong as wrong:
            problem = wrong.at(Span(path))
            self.problems.append(Problem(Span(path), wrong.code, problem.message, problem.hint))
            return False
        return True

    def note(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        self.problems += problems


def _without_keys(problem: Problem) -> Problem:
    """A text that begins without keys is told how they are written."""
    if problem.code != "missing-key":
        return problem
    key = dict(problem.message.values).get("key")
    hint = say('begin the file with a line "---", a line "{key}: …" and a line "---"', key=key)
    return replace(problem, hint=hint)
