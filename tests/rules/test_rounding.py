"""Logged minutes become billed ones as it was agreed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.practice import client, practice
from vagen.model.invoicing import TimeRounding
from vagen.rules.rounding import billed, in_hours, rounded_minutes, rounding_of

DAY = date(2026, 11, 23)
LINES = {
    "mail": [(DAY, 20), (DAY, 20), (date(2026, 11, 24), 5)],
    "calls": [(DAY, 31)],
}


def how(scope: str, mode: str = "up", increment: int = 15) -> TimeRounding:
    return TimeRounding(increment=increment, mode=mode, scope=scope)


@pytest.mark.parametrize(
    ("scope", "mail", "calls"),
    [
        ("entry", 30 + 30 + 15, 45),
        ("day", 45 + 15, 45),
        ("line", 45, 45),
        ("invoice", 45 + (90 - 76), 31),
    ],
)
def test_what_is_rounded_is_what_was_agreed(scope: str, mail: int, calls: int) -> None:
    assert billed(LINES, how(scope)) == {"mail": mail, "calls": calls}


@pytest.mark.parametrize(
    ("minutes", "mode", "found"),
    [
        (0, "up", 0), (1, "up", 15), (15, "up", 15), (16, "up", 30),
        (29, "down", 15), (30, "down", 30),
        (7, "nearest", 0), (8, "nearest", 15), (22, "nearest", 15), (23, "nearest", 30),
    ],
)  # fmt: skip
def test_to_the_quarter_of_an_hour(minutes: int, mode: str, found: int) -> None:
    assert rounded_minutes(minutes, 15, mode) == found


def test_half_of_an_increment_goes_up() -> None:
    assert rounded_minutes(5, 10, "nearest") == 10


@given(st.integers(0, 10_000), st.integers(1, 120), st.sampled_from(["up", "down", "nearest"]))
def test_a_rounded_time_is_a_multiple_and_near(minutes: int, increment: int, mode: str) -> None:
    found = rounded_minutes(minutes, increment, mode)
    assert found % increment == 0
    assert abs(found - minutes) < increment
    assert mode != "up" or found >= minutes
    assert mode != "down" or found <= minutes


@pytest.mark.parametrize(
    ("minutes", "hours"), [(80, "1.33"), (100, "1.67"), (3, "0.05"), (90, "1.50")]
)
def test_hours_are_hundredths(minutes: int, hours: str) -> None:
    assert in_hours(minutes) == Decimal(hours)


def test_the_agreement_says_how_else_the_practice_else_nothing_is_rounded() -> None:
    agreed = {"since": "2026-01-01", "rounding": {"increment": "15"}}
    own = practice(invoice={"rounding": {"increment": "30", "mode": "up"}})
    assert rounding_of(own, client(agreement=agreed)).increment == 15
    assert rounding_of(own, client()).increment == 30
    assert rounding_of(practice(), client()).increment == 1
