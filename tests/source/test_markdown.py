"""Markdown to blocks: fixture files, places, limits, and any text at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.model.prose import Block, Inline, Prose
from vagen.problems import Problem, Span
from vagen.source.blocks import MAX_DEPTH, MOST_BRACKETS
from vagen.source.markdown import LONGEST_PARAGRAPH, read_prose, split_front_matter

FOLDER = Path(__file__).parent / "markdown"


def dump(prose: Prose, depth: int = 0) -> str:
    """A line a block, indented: kind, what it has, and its words with their marks."""
    return "".join(_line(block, depth) + dump(block.children, depth + 1) for block in prose)


def _line(block: Block, depth: int) -> str:
    parts = [
        block.kind,
        str(block.level) if block.kind in ("heading", "numbers", "cell") else "",
        f"#{block.name}" if block.name else "",
        "ticked" if block.ticked else "",
        "head" if block.head else "",
        repr(block.text) if block.text else "",
        "".join(map(_run, block.inlines)),
    ]
    return "  " * depth + " ".join(part for part in parts if part) + "\n"


def _run(inline: Inline) -> str:
    inside = inline.text + "".join(map(_run, inline.children))
    match inline.kind:
        case "text":
            return inside
        case "break":
            return "{break}"
        case "link" | "image" | "sop":
            place = f"{inline.at.line}:{inline.at.column}+{inline.at.width}"
            return f"{{{inline.kind} {inline.target} @{place} {inside}}}"
        case _:
            return f"{{{inline.kind} {inside}}}"


def fixtures() -> list[object]:
    found = []
    for path in sorted(FOLDER.glob("*.md")):
        for part in path.read_text(encoding="utf-8").split("\n\n===\n\n"):
            name, markdown, tree = f"{part}\n".split("\n.\n")[:3]
            found.append(pytest.param(markdown, tree, id=f"{path.stem}: {name.strip()}"))
    return found


@pytest.mark.parametrize(("markdown", "tree"), fixtures())
def test_fixture(markdown: str, tree: str) -> None:
    prose, problems = read_prose(markdown, "x.md")
    assert problems == ()
    assert dump(prose).rstrip("\n") == tree.rstrip("\n")


def read(text: str) -> Prose:
    prose, problems = read_prose(text, "a.md", 5)
    assert problems == ()
    return prose


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_places_count_from_the_files_first_line_in_code_points() -> None:
    (block,) = read("שלום 𝄞\n[כאן](https://a.example)")
    assert block.at == Span("a.md", 5, 1)
    assert block.inlines[1].at == Span("a.md", 6, 7, 17)


def test_the_same_link_twice_in_a_row_has_two_places() -> None:
    (table,) = read("| a | b |\n|---|---|\n| x \\| [q](y) | [q](y) |")
    cells = table.children[1].children
    assert [cell.inlines[-1].at.column for cell in cells] == [12, 21]


def test_a_named_address_is_found_where_it_is_defined() -> None:
    paragraph, *_ = read("[a][b]\n\n[b]: ../notes/x.md")
    assert paragraph.inlines[0].at == Span("a.md", 7, 6, 13)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html;base64,x", "vbscript:x"]
)
def test_no_address_is_swallowed_before_it_is_judged(address: str) -> None:
    for text in (f"[x]({address})", f"![x]({address})", f"<{address}>", f"[x]\n\n[x]: {address}"):
        assert read(text)[0].inlines[0].target == address


def test_no_more_than_fifty_levels() -> None:
    deep = "> " * MAX_DEPTH
    assert read_prose(deep + "a", "a.md")[1] == ()
    for text in (deep + "> a", "- " * 51 + "a", "> - " * 26 + "a", "*" * 200 + "a" + "*" * 200):
        prose, problems = read_prose(text, "a.md")
        assert codes(problems) == ["too-deep"], text
        assert problems[0].at.path == "a.md"
        assert all(not block.inlines for block in prose)


def test_an_endless_paragraph_is_a_problem_and_keeps_its_words() -> None:
    long = "*a " * (LONGEST_PARAGRAPH // 3 + 2)
    prose, problems = read_prose("b\n\n" + long, "a.md")
    assert [(problem.code, problem.at.line) for problem in problems] == [("too-long", 3)]
    assert prose[1].words.strip() == long.strip()


@pytest.mark.parametrize(
    "text",
    [
        "[a] " * (MOST_BRACKETS + 1),
        "> " * 50 + "a\n" * 20_000,
        ("|a" * 5000 + "\n" + "|-" * 5000 + "\n" + "|x\n" * 20 + "\n") * 30,
    ],
)
def test_what_would_take_minutes_is_refused(text: str) -> None:
    prose, problems = read_prose(text, "a.md")
    assert (prose, codes(problems)) == ((), ["too-long"])


@pytest.mark.parametrize(
    "sign", ["[", "*", ">", "![", "[[", "`", "<", "_", "~~", "[a](", "&#", "|"]
)
def test_thousands_of_one_sign_end(sign: str) -> None:
    read_prose(sign * (19_000 // len(sign)), "a.md")


def test_front_matter_stands_between_two_lines() -> None:
    assert split_front_matter("---\ntitle: a\n--- \nb\n") == ("title: a", 4, "b\n")
    assert split_front_matter("---\n---\n") == ("", 3, "")
    assert split_front_matter("a\n---\nb") == ("", 1, "a\n---\nb")
    assert split_front_matter("") == ("", 1, "")


def test_front_matter_without_an_end_is_said_once() -> None:
    text = "---\ntitle: a\ntags:\n  - b\n\nWords: many\n"
    front, first, body = split_front_matter(text)
    assert (front, first, body) == ("title: a\ntags:\n  - b", 1, text)
    _, problems = read_prose(body, "a.md", first)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("unclosed-front-matter", Span("a.md", 1, 1, 3))
    ]


_SIGNS = "[ ] ( ) [[ ]] ![ ]( a ש - 1. > # * ** _ ~~ ` ``` | < > &amp; \\ ../x https://a.b %20 %zz"
_PIECES = st.lists(
    st.sampled_from(
        [*_SIGNS.split(), "\n", "\n\n", " ", "    ", "\t", "- ", "1. ", "> ", "# ", "- [ ] ",
         "|-|-|\n", "---\n", "[a]: b\n", "\u202e", "\0", "\r"]
    ),
    max_size=60,
)  # fmt: skip


@given(st.one_of(st.text(), _PIECES.map("".join)))
def test_any_text_gives_blocks_whose_places_are_in_the_text(text: str) -> None:
    prose, _ = read_prose(text, "a.md", 2)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for span in _spans(prose):
        line = lines[span.line - 2]
        assert 1 <= span.column <= len(line) + 1
        assert span.column + span.width - 1 <= max(len(line), span.column)


@given(st.one_of(st.text(), _PIECES.map("".join)))
def test_headings_have_names_of_their_own(text: str) -> None:
    prose, _ = read_prose("# a\n\n# a\n\n# a 2\n\n" + text, "a.md", 2)
    names = _names(prose)
    assert len(names) == len(set(names))
    assert all(name and not set(name) & set(" \n\"<>&'#") for name in names)


@given(st.text(), st.text())
def test_front_matter_and_body_are_the_file(front: str, body: str) -> None:
    text = f"---\n{front}\n---\n{body}"
    found, first, rest = split_front_matter(text)
    assert "\n".join(text.split("\n")[first - 1 :]) == rest
    assert found in text


def _spans(prose: Prose) -> list[Span]:
    found = []
    for block in prose:
        found += [block.at, *_inline_spans(block.inlines), *_spans(block.children)]
    return found


def _inline_spans(inlines: tuple[Inline, ...]) -> list[Span]:
    found = []
    for inline in inlines:
        found += [inline.at] if inline.at.path else []
        found += _inline_spans(inline.children)
    return found


def _names(prose: Prose) -> list[str]:
    found: list[str] = []
    for block in prose:
        found += [block.name] if block.kind == "heading" else _names(block.children)
    return found
