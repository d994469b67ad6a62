"""Prose as text for mail and chat: all words, no sign of Markdown."""

from __future__ import annotations

import pytest

from vagen.locale import catalog
from vagen.model.prose import Block, Inline
from vagen.render.plain import as_text
from vagen.source.markdown import read_prose

LRM, RLM = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"


def text(markdown: str, language: str = "en") -> str:
    prose, problems = read_prose(markdown, "a.md")
    assert problems == ()
    return as_text(prose, language, catalog(language))


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("# Done\n\nOne *two* **three** `four` ~~five~~.", "Done\n\nOne two three four five."),
        ("one\ntwo  \nthree\\\nfour", "one two\nthree\nfour"),
        ("* a\n* b", "- a\n- b"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- [ ] open\n- [x] closed", "☐ open\n☑ closed"),
        ("- a\n  - b\n    - c\n- d", "- a\n  - b\n    - c\n- d"),
        ("- a\n\n  more\n- b", "- a\n  more\n- b"),
        ("> said\n>\n> more", "  said\n\n  more"),
        ("```sh\nls *\n\nx\n```", "  ls *\n\n  x"),
        ("| a | b |\n|--|--|\n| *1* | 2 |", "a · b\n1 · 2"),
        ("a\n\n---\n\nb", "a\n\n⁂\n\nb"),
        ("\\*no\\* 1\\. \\# &amp;", "*no* 1. # &"),
        ("[The page](https://a.example/b)", "The page (https://a.example/b)"),
        ("[*The* page](https://a.example/b_c).", "The page (https://a.example/b_c)."),
        ("<https://a.example>", "https://a.example"),
        ("[write](mailto:a@b.example), <a@b.example>", "write (a@b.example), a@b.example"),
        ("[ring](tel:+972525550137)", "ring (+972525550137)"),
        ("[above](#done)", "above"),
    ],
)
def test_form_becomes_lines(markdown: str, plain: str) -> None:
    assert text(markdown) == plain


def test_what_stands_in_the_portal_is_said_to_be_there() -> None:
    words = (Inline("file", "", "documents/a.pdf", (Inline("text", "The file"),)),)
    prose = (Block("paragraph", words), Block("paragraph", (Inline("page", "Inbox", "sops/x/"),)))
    assert as_text(prose, "en", catalog("en")) == (
        "The file (in your portal)\n\nInbox (in your portal)"
    )
    assert "(בפורטל שלך)" in as_text(prose, "he", catalog("he"))


def test_an_image_is_its_words() -> None:
    prose = (Block("paragraph", (Inline("image", "The board", "documents/board.png"),)),)
    assert as_text(prose, "en", catalog("en")) == "The board"


def test_a_line_that_begins_the_other_way_keeps_the_direction_of_the_text() -> None:
    assert text("- Instagram מחובר\n- 36 פריטים\n- סרטון", "he") == (
        f"{RLM}- Instagram מחובר\n- 36 פריטים\n- סרטון"
    )
    assert text("- עפרוני asked", "en") == f"{LRM}- עפרוני asked"
    assert text("12:30", "he") == "12:30"
