"""The words of a block: emphasis, code, links, images and [[area/sop]], each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from vagen.model.prose import Inline, InlineKind
from vagen.problems import Span
from vagen.source.blocks import open_parser
from vagen.source.passage import Passage

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

MAX_MARKS = 50
"""Of emphasis and links within each other."""

_BRACKETS = 20  # markdown-it's own limit for brackets within brackets: beyond it they are text
_ALT_DEPTH = 3  # images within the words of an image, read again at every level
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_SOP = re.compile(r"\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]]*))?\]\](?!\()")
_KINDS: dict[str, InlineKind] = {"em": "em", "strong": "strong", "s": "strike", "link": "link"}

_Rule = Callable[["StateInline", bool], bool]
References = Mapping[str, Mapping[str, Any]]


class TooDeep(Exception):  # noqa: N818 - a finding; the caller knows the place
    """Marks within marks within marks: more than a page can hold."""


@dataclass(slots=True)
class _Run:
    """An inline that is still open."""

    kind: InlineKind
    target: str = ""
    at: Span = field(default=Span(""))
    children: list[Inline] = field(default_factory=list)


def read_inlines(passage: Passage, references: References) -> tuple[Inline, ...]:
    """The words of a passage, given the page's `[name]: address` lines; raises TooDeep."""
    md = inline_parser()
    tokens = md.inline.parse(passage.text, md, {"references": references}, [])
    return _Tree(passage, references).grown(tokens)


class _Tree:
    """Grows inlines from the flat tokens of one passage."""

    def __init__(self, passage: Passage, references: References) -> None:
        self.passage = passage
        self.references = references
        self.open: list[_Run] = [_Run("text")]

    def grown(self, tokens: list[Token]) -> tuple[Inline, ...]:
        for token in tokens:
            name, _, way = token.type.rpartition("_")
            if way == "open" and name in _KINDS:
                self._begin(_KINDS[name], token)
            elif way == "close" and name in _KINDS:
                run = self.open.pop()
                self._add(Inline(run.kind, "", run.target, _joined(run.children), run.at))
            else:
                self._leaf(token)
        return _joined(self.open[0].children)

    def _begin(self, kind: InlineKind, token: Token) -> None:
        if len(self.open) > MAX_MARKS:
            raise TooDeep
        raw = str(token.attrs.get("href", ""))
        at = self._place(raw, token) if kind == "link" else Span("")
        self.open.append(_Run(kind, target_of(raw), at))

    def _leaf(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special":
                self._add(Inline("text", token.content))
            case "softbreak":
                self._add(Inline("text", " "))
            case "hardbreak":
                self._add(Inline("break"))
            case "code_inline":
                self._add(Inline("code", token.content))
            case "image":
                self._image(token)
            case "sop":
                at = self.passage.span(*token.meta["target"])
                self._add(Inline("sop", token.meta["words"], token.content, (), at))

    def _image(self, token: Token) -> None:
        raw = str(token.attrs["src"])
        alt = _Tree(self.passage, self.references).grown(token.children or [])
        words = "".join(inline.words or inline.target for inline in alt)
        self._add(Inline("image", words, target_of(raw), (), self._place(raw, token)))

    def _add(self, inline: Inline) -> None:
        self.open[-1].children.append(inline)

    def _place(self, raw: str, token: Token) -> Span:
        """Where a link's address stands, else the link as a whole."""
        start, end = token.meta["span"]
        whole = self.passage.span(start, end - start)
        if not raw:
            return whole
        defined = self.references.get(str(token.meta.get("label")))
        if defined is not None:
            return self._definition(raw, defined) or whole
        for lead in ("](", "](<", ""):
            found = self.passage.text.rfind(lead + raw, start, end)
            if found >= 0:
                return self.passage.span(found + len(lead), len(raw))
        return whole

    def _definition(self, raw: str, defined: Mapping[str, Any]) -> Span | None:
        """The address in the `[name]: address` line that a link refers to."""
        sheet = self.passage.sheet
        for line in range(*defined["map"]):
            colon = sheet.lines[line].find("]:")
            found = sheet.lines[line].find(raw, max(colon, 0))
            if found >= 0:
                return sheet.span(line, found, len(raw))
        return None


def target_of(raw: str) -> str:
    """An address as typed; a path or a heading without its percent-encoding."""
    return raw if _SCHEME.match(raw) else unquote(raw)


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    """The inlines with neighbouring texts made one."""
    joined: list[Inline] = []
    words: list[str] = []
    for inline in inlines:
        if inline.kind == "text":
            words.append(inline.text)
            continue
        joined += _text(words)
        words = []
        joined.append(inline)
    return (*joined, *_text(words))


def _text(words: list[str]) -> list[Inline]:
    text = "".join(words)
    return [Inline("text", text)] if text else []


@lru_cache(maxsize=1)
def inline_parser() -> MarkdownIt:
    """CommonMark's inline rules, strikethrough and [[area/sop]]."""
    from markdown_it.rules_inline import autolink, image, link

    md = open_parser(maxNesting=_BRACKETS, store_labels=True)
    md.enable("strikethrough")
    md.inline.ruler.at("link", _placed(link, "link_open"))
    md.inline.ruler.at("image", _placed(_shallow(image), "image"))
    md.inline.ruler.at("autolink", _placed(autolink, "link_open"))
    md.inline.ruler.before("link", "sop", _sop)
    return md


def _placed(rule: _Rule, made: str) -> _Rule:
    """The rule, noting in its token from where to where it read."""

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = next(one for one in state.tokens[before:] if one.type == made)
            token.meta["span"] = (start, state.pos)
        return True

    return placed


def _shallow(rule: _Rule) -> _Rule:
    """The rule, which reads the words of an image anew, a few levels deep and no deeper."""

    def shallow(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        depth = state.env.get("depth", 0)
        if depth >= _ALT_DEPTH:
            return False
        state.env["depth"] = depth + 1
        read = rule(state, silent)
        state.env["depth"] = depth
        return read

    return shallow


def _sop(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """[[area/sop]] and [[area/sop|words]]."""
    found = _SOP.match(state.src, state.pos, state.posMax)
    target = found["target"].strip() if found else ""
    if found is None or not target:
        return False
    if not silent:
        token = state.push("sop", "", 0)
        token.content = target
        token.meta["words"] = " ".join((found["words"] or "").split())
        token.meta["target"] = (state.src.index(target, state.pos), len(target))
    state.pos = found.end()
    return True
