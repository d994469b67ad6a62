"""Which updates a client sees."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pages.practice import account
from vagen.model.service import Update
from vagen.model.workspace import UpdateFile
from vagen.rules.letters import newest_first, sent, waits

TODAY = date(2026, 11, 23)


def letter(day: str, *, draft: bool = False) -> UpdateFile:
    front = Update.model_validate({"draft": "yes"} if draft else {})
    return UpdateFile(date.fromisoformat(day), f"updates/{day}.md", front, ())


@pytest.mark.parametrize(
    ("day", "draft", "why"),
    [
        ("2026-11-22", False, None),
        ("2026-11-23", False, None),
        ("2026-11-24", False, "to come"),
        ("2026-11-22", True, "draft"),
        ("2026-11-24", True, "draft"),
    ],
)
def test_a_draft_waits_for_its_writer_and_a_letter_for_its_day(day, draft, why) -> None:
    assert waits(letter(day, draft=draft), TODAY) == why


def test_the_newest_that_is_seen_comes_first() -> None:
    days = ("2026-11-12", "2026-11-25", "2026-11-20")
    kept = account(updates=(*map(letter, days), letter("2026-11-22", draft=True)))
    assert [one.on.day for one in newest_first(kept)] == [25, 22, 20, 12]
    assert [one.on.day for one in sent(kept, TODAY)] == [20, 12]
