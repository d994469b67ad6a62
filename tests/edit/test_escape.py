"""Words that are put into Markdown say themselves, whatever signs they have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.edit.escape import as_markdown, link
from vagen.source.markdown import read_prose

SIGNS = "\\`*_[]<>&~|#-+=.)(!:\"'/1a א"


def item(markdown: str) -> str:
    """What a reader finds in a list with this one item: plain words and nothing else."""
    (block,), problems = read_prose(f"- {markdown}\n", "a.md")
    assert problems == ()
    (one,) = block.children
    assert (block.kind, one.kind, one.children) == ("bullets", "item", ())
    assert {inline.kind for inline in one.inlines} <= {"text"}
    return one.words


@pytest.mark.parametrize(
    "words",
    [
        "1. first", "12) x", "# heading", "---", "- item", "+", "> said", "[ ] tick", "[x] done",
        "[[office/inbox]]", "[a](https://b.example)", "<https://a.example>", "<b>", "a*b*c",
        "__x__", "~~~", "~~out~~", "`code`", "AT&amp;T", "C:\\new\\", "| a | b |", "===",
        "![x](y.png)",
        "*", 'אבג: "ד" #1', "https://a.example/_b_", "\\", "_",
    ],
)  # fmt: skip
def test_signs_stay_words(words: str) -> None:
    assert item(as_markdown(words)) == words


@given(st.text(SIGNS, min_size=1))
def test_any_signs_stay_words(words: str) -> None:
    told = " ".join(words.split())
    if told:
        assert item(as_markdown(words)) == told


@pytest.mark.parametrize(
    "address", ["https://a.example/b_c", "https://a.example/(x)", "mailto:a@b.example"]
)
def test_a_link_leads_where_it_says(address: str) -> None:
    (block,), _ = read_prose(link("A [b] *c*", address), "a.md")
    (inline,) = block.inlines
    assert (inline.kind, inline.target, inline.words) == ("link", address, "A [b] *c*")
