"""Where the markers of a log line stand, so that a problem points at the name behind the sign."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from vagen.problems import Span
from vagen.source.timelog import read_day_block

AT = Span("content/clients/ada/time/2026-11.yaml", 2, 3)


def test_each_marker_knows_its_place() -> None:
    line = "45m שיחה 🗓️ ארוכה #calls @rules +noam !"
    ((entry,), problems) = read_day_block(date(2026, 11, 2), line, AT, ZoneInfo("UTC"))
    assert not problems
    for sign, name in (("#", "calls"), ("@", "rules"), ("+", "noam")):
        span = entry.marker_span(sign)
        start = span.column - AT.column
        assert (span.path, span.line) == (AT.path, AT.line)
        assert line[start - 1 : start + span.width] == sign + name


def test_without_a_marker_the_place_is_the_line() -> None:
    ((entry,), _) = read_day_block(date(2026, 11, 2), "45m Inbox", AT, ZoneInfo("UTC"))
    assert entry.marker_span("#") == entry.at == Span(AT.path, AT.line, AT.column, 9)
