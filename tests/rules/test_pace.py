from datetime import date

import pytest

from tests.pages.practice import account, client, entry, practice
from vagen.rules.pace import pace

AGREED = {"since": "2026-11-01", "retainer": {"hours": "10h", "price": "1000"}}


def of(used, today, **more):
    logged = (entry("2026-11-02", used),) if used else ()
    found = pace(account(of=client(agreement=AGREED | more), entries=logged), practice(), today)
    assert found is not None
    return found


def test_without_a_retainer_there_is_no_pace():
    assert pace(account(), practice(), date(2026, 11, 23)) is None


@pytest.mark.parametrize(
    ("used", "day", "low", "ends"),
    [
        (480, 24, False, None),  # exactly a fifth is left on the 24th day: it lasts
        (481, 30, True, None),  # less than a fifth
        (300, 10, True, 21),  # half of it in a third of the month: gone after 20 days
        (300, 15, False, None),
        (300, 7, False, None),  # too early to tell
        (600, 20, True, None),  # used up
        (700, 20, True, None),
        (0, 20, False, None),
    ],
)
def test_low_is_little_left_or_too_fast(used, day, low, ends):
    found = of(used, date(2026, 11, day))
    assert (found.low, found.ends) == (low, ends and date(2026, 11, ends))


def test_today_is_one_of_the_days_left():
    assert of(60, date(2026, 11, 30)).days_left == 1
    assert of(60, date(2026, 11, 1)).days_left == 30
