"""Markdown text as markdown-it's flat tokens of blocks, within an honest text's time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

MAX_DEPTH = 50
"""Of quotes and lists within each other."""

MOST_BRACKETS = 20_000
MOST_LOOKS = 400_000
MOST_TOKENS = 300_000
"""What costs time: `[`, lines looked at (each once for every quote around it), parts of blocks.
A megabyte of honest text stays below; without the limits hostile kilobytes take minutes."""


def block_tokens(text: str) -> tuple[list[Token], dict[str, Any]]:
    """The tokens of a text and its `[name]: address` lines; raises TooMuch."""
    if text.count("[") > MOST_BRACKETS:
        raise TooMuch(0)
    md = _parser()
    found: dict[str, Any] = {}
    tokens: list[Token] = []
    md.block.parse(text, md, found, tokens)
    return tokens, found.get("references", {})


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """CommonMark's block rules and tables, a little deeper than we go, so that depth is noticed."""
    from markdown_it.rules_block import hr

    def counted(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        """markdown-it asks for every line, in every quote around it, whether it is a rule."""
        state.env["looks"] = state.env.get("looks", 0) + 1
        if state.env["looks"] > MOST_LOOKS or len(state.tokens) > MOST_TOKENS:
            raise TooMuch(line)
        return hr(state, line, end, silent)

    md = open_parser(maxNesting=2 * (MAX_DEPTH + 2))
    md.block.ruler.at("hr", counted, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    return md.enable("table")


def open_parser(**options: int) -> MarkdownIt:
    """CommonMark without HTML, refusing and changing no address.

    Which addresses may be opened is the link policy's to say, and it can only refuse what it sees.
    """
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it's own name
            return True

        def normalizeLink(self, url: str) -> str:  # noqa: N802
            return url

        def normalizeLinkText(self, link: str) -> str:  # noqa: N802
            return link

    return Parser("commonmark", {"html": False, **options})


class TooMuch(Exception):  # noqa: N818 - a finding; the caller knows the file
    """The text costs more time than any honest one."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line
