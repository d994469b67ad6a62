"""Every relative link of the documents leads to a file that is there, and to a heading in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.sites import ROOT

FOLDERS = ("docs", "bench", "tests/search", ".ci")
PAGES = sorted(
    page.relative_to(ROOT).as_posix()
    for page in (*ROOT.glob("*.md"), *(one for at in FOLDERS for one in (ROOT / at).rglob("*.md")))
)
ELSEWHERE = re.compile(r"[a-z][a-z+.-]*:", re.IGNORECASE)
HTML_LINK = re.compile(r"""\b(?:href|src|srcset)=["']([^"'\s]+)""")
HTML_ANCHOR = re.compile(r"""\b(?:id|name)=["']([^"'\s]+)""")


@cache
def tokens(path: Path) -> tuple[Token, ...]:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parsed = parser.parse(path.read_text(encoding="utf-8"))
    return tuple(one for token in parsed for one in (token, *(token.children or ())))


def links(path: Path) -> Iterator[str]:
    for token in tokens(path):
        for name in ("href", "src"):
            if (target := token.attrGet(name)) is not None:
                yield str(target)
        if token.type.startswith("html_"):
            yield from HTML_LINK.findall(token.content)


@cache
def anchors(path: Path) -> frozenset[str]:
    """What GitHub calls a page's headings, and what the page names itself."""
    seen: Counter[str] = Counter()
    found = set()
    for before, inline in pairwise(tokens(path)):
        if before.type == "heading_open":
            name = slug("".join(_words(inline)))
            found.add(f"{name}-{seen[name]}" if seen[name] else name)
            seen[name] += 1
        if inline.type.startswith("html_"):
            found.update(HTML_ANCHOR.findall(inline.content))
    return frozenset(found)


def _words(heading: Token) -> Iterator[str]:
    for one in heading.children or ():
        if one.type in ("text", "code_inline"):
            yield one.content


def slug(heading: str) -> str:
    """Small letters; no signs but hyphens; a hyphen for each space."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def leads(page: Path, link: str) -> bool:
    """Whether a relative link leads to a file of this repository, and to a heading in it."""
    name, _, anchor = unquote(link).partition("#")
    target = (page.parent / name).resolve() if name else page
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not anchor or (target.suffix == ".md" and anchor in anchors(target))


@pytest.mark.parametrize("page", PAGES)
def test_no_link_of_the_page_is_lost(page: str) -> None:
    relative = [link for link in links(ROOT / page) if not ELSEWHERE.match(link)]
    assert [link for link in relative if not leads(ROOT / page, link)] == []


def test_headings_are_called_as_github_calls_them(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# 1. Take on *a* client\n## `vagen.yaml`: the practice\n## See — it\n## לראות, תוך כדי\n"
        '## See — it\n<a id="by-hand"></a>\n',
        encoding="utf-8",
    )
    assert anchors(page) == {
        "1-take-on-a-client",
        "vagenyaml-the-practice",
        "see--it",
        "see--it-1",
        "לראות-תוך-כדי",
        "by-hand",
    }


def test_what_leads_nowhere_is_found() -> None:
    readme = ROOT / "README.md"
    assert "docs/start.md" in set(links(readme))
    assert leads(readme, "docs/format.md#the-time-log")
    assert not leads(readme, "docs/format.md#no-such-heading")
    assert not leads(readme, "docs/no-such-page.md")
    assert not leads(readme, "../elsewhere.md")
