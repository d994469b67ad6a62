"""The Hebrew pages: as whole as the English ones, and in the right order on the screen."""

from __future__ import annotations

import re
import unicodedata

import pytest

from tests.docs.pages import HEBREW, outline, text_of, typed

LTR = re.compile(r'<div dir="ltr">\n\n(```.*?^```\n)\n</div>\n', re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```.*?^```\n", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(.?)`([^`\n]+)`(.?)", re.DOTALL)
NUMBER = re.compile(r"\d[\d:.+-]*[a-z]*")
SIDE_BY_SIDE = re.compile(r"\S*[A-Za-z`]\u200e?[,;:.]\s+\u200e?[A-Za-z`]\S*")
LRM = "\N{LEFT-TO-RIGHT MARK}"


@pytest.mark.parametrize("page", HEBREW)
def test_the_hebrew_page_has_the_same_commands_in_the_same_order(page: str) -> None:
    told = [outline(line) for line in typed(page)]
    assert len(told) > 3
    assert [outline(line) for line in typed(HEBREW[page])] == told


@pytest.mark.parametrize("page", HEBREW)
def test_each_page_leads_to_the_other(page: str) -> None:
    english, hebrew = text_of(page).splitlines()[0], text_of(HEBREW[page]).splitlines()[0]
    assert english == f"[עברית]({HEBREW[page].removeprefix('docs/')})"
    back = page if page.startswith("README") else f"../{page.removeprefix('docs/')}"
    assert hebrew == f"[English]({back})"


@pytest.mark.parametrize("page", HEBREW.values())
def test_the_page_runs_to_the_left_and_its_commands_to_the_right(page: str) -> None:
    """A renderer gives code the direction of what is around it, unless told."""
    text = text_of(page)
    assert text.split("\n", 1)[1].startswith('\n<div dir="rtl">\n\n# ')
    assert text.endswith("\n\n</div>\n")
    turned = LTR.findall(text)
    commands = [block for block in FENCED.findall(text) if not block.startswith("```text")]
    assert [block for block in commands if block not in turned] == []


@pytest.mark.parametrize("page", HEBREW.values())
def test_code_in_a_hebrew_sentence_keeps_its_order(page: str) -> None:
    """`site/` would read /site, were there no mark behind it: an edge that has no direction of
    its own takes that of the sentence."""
    text = FENCED.sub("", text_of(page))
    bare = [code for before, code, behind in CODE.findall(text) if _turns(before, code, behind)]
    assert bare == [], f"put U+200E at the edge, outside of the backticks: {bare}"


@pytest.mark.parametrize("page", HEBREW.values())
def test_latin_words_in_a_row_are_read_from_the_right(page: str) -> None:
    """Without a mark two of them are one run, in which the first stands where the last belongs."""
    prose = FENCED.sub("", text_of(page)).split("\n", 1)[1]
    rows = SIDE_BY_SIDE.findall(re.sub("`[^`]+`", lambda code: code[0].replace(" ", "_"), prose))
    assert rows == [], f"put U+200F behind the comma: {rows}"


def _turns(before: str, code: str, behind: str) -> bool:
    """Whether a right-to-left sentence would take an end of it for its own.

    A number runs to the right anyway, but what follows it does not. Where there is Hebrew in it
    no mark is enough: `<code dir="ltr">` is.
    """
    if any(unicodedata.bidirectional(sign) == "R" for sign in code):
        return True
    begins = unicodedata.bidirectional(code[0]) == "L" or NUMBER.fullmatch(code) is not None
    ends = unicodedata.bidirectional(code[-1]) in ("L", "EN")
    return not (begins or before == LRM) or not (ends or behind == LRM)
