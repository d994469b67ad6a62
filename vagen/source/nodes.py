"""YAML text as a tree of nodes with places: nothing is guessed about what a scalar means.

Whether `no` is a word and `010` a number is the target field's to say (design: reading what people
type). Anchors, aliases, merge keys and explicit tags are refused: they hide where a value stands.
"""

from __future__ import annotations

from typing import Any

import yaml

from vagen.model.lost import EVERYTHING
from vagen.problems import Problem, Span, say
from vagen.source.quoting import cut_problem, cut_text, swallowed, swallowed_problem
from vagen.source.syntax import syntax_problem
from vagen.source.tree import Mapping, Mark, Node, Scalar, Sequence

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "read_yaml"]

MAX_DEPTH = 50
_OTHER_LINE_ENDS = dict.fromkeys([0x85, 0x2028, 0x2029], " ")
"""YAML breaks lines at them, no editor does: lines would be counted otherwise than people do."""


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """The tree of one YAML document, or None, and what is wrong with it.

    `first_line` is the file's line on which `text` begins (front matter starts at 2).
    """
    text = text.translate(_OTHER_LINE_ENDS)
    reader = _Reader(path, first_line, text.split("\n"))
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not reader.take(event):
                return None, reader.problems
    except yaml.YAMLError as error:
        problem = syntax_problem(error, path, first_line, reader.lines, reader.bracket)
        reader.problems.append(problem)
        return None, reader.problems
    return reader.root, reader.problems


class _Reader:
    """Builds the tree from events without recursion, so that depth is ours to limit."""

    def __init__(self, path: str, first_line: int, lines: list[str]) -> None:
        self.path = path
        self.shift = first_line
        self.lines = lines
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.stack: list[Sequence | Mapping] = []
        self.pending: list[tuple[str, Span] | None] = []
        self.end: Mark = (first_line, 1)

    @property
    def bracket(self) -> Span | None:
        """Where the innermost list or mapping began, if it still waits for its bracket."""
        return self.stack[-1].at if self.stack and self.stack[-1].flow else None

    def take(self, event: Any) -> bool:  # noqa: ANN401 - PyYAML's events have no common type
        """One event; False stops the reading (the problem is noted)."""
        if self._refused(event):
            return False
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open(Sequence(self._span(event, 1), flow=bool(event.flow_style)))
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(Mapping(self._span(event, 1), flow=bool(event.flow_style)))
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._close(event)
        return True

    def _refused(self, event: Any) -> bool:  # noqa: ANN401
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            return self._stop(
                event,
                "yaml-anchor",
                say(
                    "anchors and aliases ({sign}{name}) are not read here",
                    sign=sign,
                    name=event.anchor,
                ),
                say("write the value out; quote a text that begins with {sign}", sign=sign),
            )
        if getattr(event, "tag", None):
            return self._stop(
                event,
                "yaml-tag",
                say("tags ({tag}) are not read here", tag=event.tag),
                say("leave the tag out; quote a text that begins with !"),
            )
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            return self._stop(
                event,
                "yaml-syntax",
                say("a second document begins here"),
                say("keep one document a file: take the line --- away"),
            )
        if len(self.stack) >= MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            return self._stop(
                event,
                "too-deep",
                say("this is nested deeper than {depth} levels", depth=MAX_DEPTH),
                say("move the inner part out to where it belongs"),
            )
        return False

    def _stop(self, event: Any, code: str, message: Any, hint: Any) -> bool:  # noqa: ANN401
        self.problems.append(Problem(self._span(event), code, message, hint))
        return True

    def _span(self, event: Any, width: int | None = None) -> Span:  # noqa: ANN401
        start, end = event.start_mark, event.end_mark
        if width is None:
            same = start.line == end.line
            width = max(1, end.column - start.column) if same else self._rest(start)
        return Span(self.path, start.line + self.shift, start.column + 1, width)

    def _mark(self, mark: Any) -> Mark:  # noqa: ANN401
        return mark.line + self.shift, mark.column + 1

    def _rest(self, mark: Any) -> int:  # noqa: ANN401
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return max(1, len(line.rstrip()) - int(mark.column))

    def _scalar(self, event: Any) -> None:  # noqa: ANN401
        span = self._span(event)
        if self._awaits_key():
            self._key(event.value, span)
            return
        one_line = event.start_mark.line == event.end_mark.line
        self.end = self._mark(event.end_mark)
        scalar = Scalar(event.value, span, event.style or "", one_line, self.end)
        if scalar.plain:
            self._note_cut(event)
        self._place(scalar)

    def _note_cut(self, event: Any) -> None:  # noqa: ANN401
        line = event.start_mark.line + self.shift
        if not event.value:
            column, whole = swallowed(event.end_mark, self.lines)
            if whole:
                span = Span(self.path, line, column + 1, len(whole))
                self.problems.append(swallowed_problem(span, whole))
            return
        cut = cut_text(event.start_mark, event.end_mark, self.lines)
        if cut:
            span = Span(self.path, line, event.start_mark.column + 1, len(cut))
            self.problems.append(cut_problem(span, cut, event.value))

    def _awaits_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1], Mapping) and self.pending[-1] is None

    def _key(self, name: str, span: Span) -> None:
        mapping = self.stack[-1]
        assert isinstance(mapping, Mapping)  # noqa: S101 - _awaits_key has just said so
        if name == "<<":
            mapping.lost.add(EVERYTHING)
            self.problems.append(
                Problem(
                    span,
                    "yaml-anchor",
                    say("merge keys (<<) are not read here"),
                    say("write the keys out"),
                )
            )
        elif name in mapping.names:
            first = mapping.names[name].line
            self.problems.append(
                Problem(
                    span,
                    "duplicate-key",
                    say(
                        'the key "{key}" stands here twice (first on line {line})',
                        key=name,
                        line=first,
                    ),
                    say("keep one of them"),
                )
            )
        self.pending[-1] = (name, span)

    def _place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        named = self.pending[-1]
        if named is None:
            # A list or a mapping stands where a key should: `? [a]: b`, `{{name}}: x`.
            self.problems.append(
                Problem(
                    node.at,
                    "yaml-syntax",
                    say("a key has to be a word"),
                    say("quote a text that begins with [ or {open}", open="{"),
                )
            )
            parent.lost.add(EVERYTHING)
            self.pending[-1] = ("<<", node.at)
            return
        name, span = named
        self.pending[-1] = None
        if name not in parent.names and name != "<<":
            parent.values[name] = node
            parent.names[name] = span

    def _open(self, node: Sequence | Mapping) -> None:
        self._place(node)
        self.stack.append(node)
        self.pending.append(None)

    def _close(self, event: Any) -> None:  # noqa: ANN401
        """The innermost list or mapping ends: at its bracket, else where its last value does.

        PyYAML lets a block end at whatever comes next, comments and empty lines skipped.
        """
        node = self.stack.pop()
        self.pending.pop()
        if node.flow:
            self.end = self._mark(event.end_mark)
        node.end = self.end
