"""Markdown text as a tree of blocks: CommonMark with tables, strikethrough, checklists, [[links]].

HTML is no part of it and stays text. markdown-it is imported where prose is read, so that commands
that read none don't pay for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from vagen.model.prose import Block, BlockKind, Inline, Prose
from vagen.problems import Problem, Span, say
from vagen.source.anchors import Anchors
from vagen.source.blocks import MAX_DEPTH, TooMuch, block_tokens
from vagen.source.inline import TooDeep, read_inlines
from vagen.source.passage import Passage, Sheet, cell_of, passage_of

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST_PARAGRAPH = 20_000
"""Code points of one paragraph: some printed pages, and as far as a hostile one may go."""

_FENCE = "---"
_YAML_LINE = re.compile(r"\s*(#|-\s|[^\s:#-][^:]*:(\s|$))|\s+\S")
_CHECK = re.compile(r"\[([ xX])\](?:[ \t]+|(?=\n)|$)")
_SIGNS = re.compile(r"[\n\\`*_~!<&\[\]]")  # without one of them, words are just words
_HELD = frozenset(["quote", "bullets", "numbers"])
_BLOCKS: dict[str, BlockKind] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "blockquote": "quote",
    "bullet_list": "bullets",
    "ordered_list": "numbers",
    "list_item": "item",
    "table": "table",
    "tr": "row",
    "th": "cell",
    "td": "cell",
}


def split_front_matter(text: str) -> tuple[str, int, str]:
    """Front matter (YAML), the line on which the body begins, and the body.

    Front matter stands between a first line `---` and the next one. Where that is missing, the
    lines that look like keys are front matter, and the body is the whole text: `read_prose` then
    says what is missing.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return "", 1, text
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            return "\n".join(lines[1:number]), number + 2, "\n".join(lines[number + 1 :])
    return "\n".join(takewhile(_YAML_LINE.match, lines[1:])), 1, text


def read_prose(text: str, path: str, first_line: int = 1) -> tuple[Prose, tuple[Problem, ...]]:
    """The blocks of a Markdown text; `first_line` is the file's line on which it begins.

    Links are as typed: `pages.links` says which of them an audience may open.
    """
    plain = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}")
    )
    sheet = Sheet(path, first_line, tuple(plain.split("\n")))
    if first_line == 1 and sheet.lines[0].rstrip() == _FENCE:
        return (), (_unclosed(sheet),)
    try:
        tokens, references = block_tokens(plain)
    except TooMuch as much:
        return (), (_too_much(sheet.block(much.line)),)
    reader = _Reader(sheet, references)
    return reader.read(tokens), tuple(reader.problems)


@dataclass(slots=True)
class _Open:
    """A block that is still open."""

    kind: BlockKind
    at: Span
    line: int
    level: int = 0
    head: bool = False
    ticked: bool = False
    cursor: int = 0
    inlines: tuple[Inline, ...] = ()
    children: list[Block] = field(default_factory=list)


class _Reader:
    """Builds the blocks from markdown-it's flat tokens."""

    def __init__(self, sheet: Sheet, references: dict[str, Any]) -> None:
        self.sheet = sheet
        self.references = references
        self.problems: list[Problem] = []
        self.anchors = Anchors()
        self.open: list[_Open] = [_Open("quote", Span(sheet.path), 0)]
        self.depth = 0

    def read(self, tokens: list[Token]) -> Prose:
        for token in tokens:
            name, _, way = token.type.rpartition("_")
            if way == "open" and name in _BLOCKS:
                self._begin(_BLOCKS[name], token)
            elif way == "close" and name in _BLOCKS:
                self._end()
            else:
                self._leaf(token)
            if self.depth > MAX_DEPTH:
                self.problems = [_too_deep(self.open[-1].at)]
                return ()
        return tuple(self.open[0].children)

    def _begin(self, kind: BlockKind, token: Token) -> None:
        line = token.map[0] if token.map else self.open[-1].line
        block = _Open(kind, self.sheet.block(line), line)
        if kind == "heading":
            block.level = int(token.tag[1:])
        elif kind == "numbers":
            block.level = int(token.attrs.get("start", 1))
        elif kind == "cell":
            block.level = len(self.open[-1].children)
            block.head = token.tag == "th"
        self.open.append(block)
        self.depth += kind in _HELD

    def _end(self) -> None:
        block = self.open.pop()
        self.depth -= block.kind in _HELD
        children = tuple(block.children)
        if block.kind in ("item", "check") and children and children[0].kind == "paragraph":
            block.inlines, children = children[0].inlines, children[1:]
        self._add(
            Block(
                block.kind,
                block.inlines,
                children,
                level=block.level,
                name=self.anchors.named(block.inlines) if block.kind == "heading" else "",
                ticked=block.ticked,
                head=block.head,
                at=block.at,
            )
        )

    def _leaf(self, token: Token) -> None:
        at = self.sheet.block(token.map[0]) if token.map else self.open[-1].at
        if token.type == "inline":
            self.open[-1].inlines = self._inlines(token, self.open[-1])
        elif token.type in ("fence", "code_block"):
            language = (token.info.split() or [""])[0]
            self._add(Block("code", name=language, text=token.content, at=at))
        elif token.type == "hr":
            self._add(Block("rule", at=at))

    def _inlines(self, token: Token, block: _Open) -> tuple[Inline, ...]:
        if not _SIGNS.search(token.content):
            return (Inline("text", token.content),) if token.content else ()
        passage = self._passage(token, block)
        if len(passage.text) > LONGEST_PARAGRAPH:
            self.problems.append(_too_long(block.at))
            return (Inline("text", passage.text),)
        try:
            return read_inlines(passage, self.references)
        except TooDeep:
            self.problems.append(_too_deep(block.at))
            return ()

    def _passage(self, token: Token, block: _Open) -> Passage:
        line = token.map[0] if token.map else block.line
        if block.kind == "cell":
            row = self.open[-2]
            passage = cell_of(token.content, self.sheet, line, row.cursor)
            row.cursor = passage.end
            return passage
        passage = passage_of(token.content, self.sheet, line)
        return self._unticked(passage)

    def _unticked(self, passage: Passage) -> Passage:
        """The passage without its `[ ]`, where it is the first of a list's item: a check."""
        item = self.open[-2]
        box = _CHECK.match(passage.text)
        if not box or item.kind != "item" or item.children or self.open[-1].kind != "paragraph":
            return passage
        item.kind, item.ticked = "check", box[1] != " "
        return passage.without(box.end())

    def _add(self, block: Block) -> None:
        self.open[-1].children.append(block)


def _unclosed(sheet: Sheet) -> Problem:
    return Problem(
        sheet.span(0, 0, len(_FENCE)),
        "unclosed-front-matter",
        say("the keys that begin here with --- have no end"),
        say('put a line "---" below the last key'),
    )


def _too_deep(at: Span) -> Problem:
    return Problem(
        at,
        "too-deep",
        say("this is nested deeper than {depth} levels", depth=MAX_DEPTH),
        say("take some of the levels out"),
    )


def _too_long(at: Span) -> Problem:
    return Problem(
        at,
        "too-long",
        say("this paragraph has more than {most} characters", most=f"{LONGEST_PARAGRAPH:,}"),
        say("put an empty line between its parts"),
    )


def _too_much(at: Span) -> Problem:
    return Problem(
        at,
        "too-long",
        say("this text is too long and tangled to be laid out"),
        say("split it into several files"),
    )
