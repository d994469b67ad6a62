"""What templates say in figures and names keeps its own direction, in the page's language."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from vagen.pages.parts import MoneyView
from vagen.render.filters import filters
from vagen.render.isolation import first_strong

SCREEN, PAPER = filters("en", "screen"), filters("en", "paper")
HE = filters("he", "screen")


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("money", (MoneyView(Decimal(1480), "ILS"),), "₪\N{NO-BREAK SPACE}1,480.00"),
        ("money", (Decimal(-74), "EUR"), "−€\N{NO-BREAK SPACE}74.00"),
        ("amount", (Decimal("12.5"), "JPY"), "12.5"),
        ("percent", (Decimal("17.50"),), "17.5%"),
        ("hours", (1110,), "18:30"),
        ("clock", (datetime(2026, 11, 3, 9, 5, tzinfo=UTC),), "09:05"),
        ("clock", (-30,), "23:30"),
        ("clock_range", ((600, 960),), "10:00–16:00"),
        ("clock_range", ((1320, 1500),), "22:00–01:00"),
        ("ltr", ("noa@noabarak.example",), "noa@noabarak.example"),
    ],
)
def test_figures_run_from_left_to_right(
    name: str, arguments: tuple[object, ...], expected: str
) -> None:
    assert HE[name](*arguments) == f'<bdi dir="ltr">{expected}</bdi>'
    assert PAPER[name](*arguments) == f'<span dir="ltr">{expected}</span>'


def test_a_day_in_words_reads_with_its_sentence_and_in_figures_by_itself() -> None:
    day = date(2026, 11, 3)
    assert HE["day"](day) == "3 בנובמבר 2026"
    assert HE["day"](day, "numeric") == '<bdi dir="ltr">03.11.2026</bdi>'
    assert SCREEN["days"](day, date(2026, 11, 6)) == "3–6 November 2026"


def test_what_is_typed_is_isolated_and_escaped() -> None:
    assert SCREEN["typed"]("a < b") == "<bdi>a &lt; b</bdi>"
    assert PAPER["typed"]("נועה & Co") == '<span dir="rtl">נועה &amp; Co</span>'
    assert PAPER["typed"]("Noa נועה") == '<span dir="ltr">Noa נועה</span>'


def test_words_joined_keep_their_marks() -> None:
    words = [SCREEN["typed"]("Wren"), "Rowe & Co"]
    assert SCREEN["join"](words) == "<bdi>Wren</bdi> and Rowe &amp; Co"
    assert HE["join"](["אלף", "בית"]) == "אלף ובית"
    assert SCREEN["join"]([]) == ""


def test_an_attribute_takes_the_words_alone() -> None:
    assert HE["plain"](HE["hours"](90)) == "1:30"
    assert HE["bare"](HE["hours"](90)) == "\N{LEFT-TO-RIGHT ISOLATE}1:30\N{POP DIRECTIONAL ISOLATE}"
    assert HE["plain"]("<b>") == "<b>"


@pytest.mark.parametrize(
    ("name", "letter"), [("noa", "N"), ("נועה", "נ"), ("״רותם״", "ר"), ("", ""), ("…", "")]
)
def test_the_mark_takes_the_first_letter(name: str, letter: str) -> None:
    assert SCREEN["initial"](name) == letter


def test_hebrew_that_begins_with_a_latin_name_runs_from_the_right_on_a_hebrew_page():
    campaign, name = "Google Ads (PPC) – ניהול קמפיין, 30%", "Google Ads (PPC)"
    hebrew_paper = filters("he", "paper")["typed"]
    assert hebrew_paper(campaign) == f'<span dir="rtl">{campaign}</span>'
    assert hebrew_paper(name) == f'<span dir="ltr">{name}</span>'
    assert PAPER["typed"](campaign) == f'<span dir="ltr">{campaign}</span>'
    assert HE["typed"](campaign) == f'<bdi dir="rtl">{campaign}</bdi>'
    assert HE["typed"](name) == f"<bdi>{name}</bdi>"


@given(st.text())
def test_no_text_leaves_its_isolation(text: str) -> None:
    for isolate in (SCREEN["typed"], PAPER["typed"], SCREEN["ltr"]):
        marked = isolate(text)
        assert isinstance(marked, Markup)
        assert marked.count("<") == 2
    assert first_strong(text) in ("ltr", "rtl")


def test_only_what_is_too_long_for_a_phone_may_break():
    assert 'class="long"' not in HE["ltr"]("IL87 0976 1200 0000 0480")
    assert HE["ltr"]("a" * 60).startswith('<bdi dir="ltr" class="long">')
    assert "class" not in PAPER["ltr"]("a" * 60)
