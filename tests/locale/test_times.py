from __future__ import annotations

from datetime import time

import pytest

from vagen.locale.times import clock, clock_range, hours, hours_words


def test_clocks_have_24_hours_and_two_digits():
    assert clock(time(9)) == "09:00"
    assert clock(time(23, 5, 59)) == "23:05"
    assert clock_range(time(9), time(17)) == "09:00–17:00"


@pytest.mark.parametrize(
    ("minutes", "figure", "english", "hebrew"),
    [
        (0, "0:00", "0 minutes", "0 דקות"),
        (1, "0:01", "1 minute", "דקה"),
        (2, "0:02", "2 minutes", "שתי דקות"),
        (30, "0:30", "30 minutes", "חצי שעה"),
        (45, "0:45", "45 minutes", "45 דקות"),
        (60, "1:00", "1 hour", "שעה"),
        (61, "1:01", "1 hour 1 minute", "שעה ודקה"),
        (62, "1:02", "1 hour 2 minutes", "שעה ושתי דקות"),
        (70, "1:10", "1 hour 10 minutes", "שעה ו־10 דקות"),
        (90, "1:30", "1½ hours", "שעה וחצי"),
        (120, "2:00", "2 hours", "שעתיים"),
        (135, "2:15", "2 hours 15 minutes", "שעתיים ו־15 דקות"),
        (150, "2:30", "2½ hours", "שעתיים וחצי"),
        (180, "3:00", "3 hours", "3 שעות"),
        (690, "11:30", "11½ hours", "11 שעות וחצי"),
        (1005, "16:45", "16 hours 45 minutes", "16 שעות ו־45 דקות"),
        (1110, "18:30", "18½ hours", "18 שעות וחצי"),
        (1200, "20:00", "20 hours", "20 שעות"),
        (72000, "1200:00", "1,200 hours", "1,200 שעות"),
        (-10, "−0:10", "minus 10 minutes", "מינוס 10 דקות"),
        (-70, "−1:10", "minus 1 hour 10 minutes", "מינוס שעה ו־10 דקות"),
    ],
)
def test_lengths(minutes, figure, english, hebrew):
    assert hours(minutes) == figure
    assert hours_words(minutes, "en") == english
    assert hours_words(minutes, "he") == hebrew
