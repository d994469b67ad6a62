from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vagen.locale import catalog
from vagen.model.duration import spell
from vagen.model.entry import Entry
from vagen.problems import Problem, Span
from vagen.source.timelog import read_day_block

DAY = date(2026, 11, 2)
FALL, SPRING = date(2026, 10, 25), date(2026, 3, 27)
ZONE = ZoneInfo("Asia/Jerusalem")
NEW_YORK = ZoneInfo("America/New_York")
ENGLISH = catalog("en")


def read(text: str, on: date = DAY, zone: ZoneInfo = ZONE):
    return read_day_block(on, text, Span("time/2026-11.yaml", 2, 3), zone)


def entry(line: str, on: date = DAY, zone: ZoneInfo = ZONE) -> Entry:
    (one,), problems = read(line, on, zone)
    assert problems == ()
    return one


def problem(line: str, on: date = DAY, zone: ZoneInfo = ZONE) -> Problem:
    entries, (one,) = read(line, on, zone)
    assert entries == ()
    one.message.spoken(ENGLISH)
    return one


def hint(line: str, on: date = DAY, zone: ZoneInfo = ZONE) -> str:
    said = problem(line, on, zone).hint
    return said.spoken(ENGLISH) if said else ""


def test_a_day():
    entries, problems = read(
        "09:00-10:30 Call: December calendar #content @dec-calendar\n"
        "45m Inbox triage #email !\n"
        "\n"
        "  14:00-      Newsletter layout #design +dana\r\n"
    )
    assert problems == ()
    call, inbox, layout = entries
    assert (call.minutes, call.text, call.kind, call.task) == (
        90,
        "Call: December calendar",
        "content",
        "dec-calendar",
    )
    assert (call.start, call.end, call.on) == (time(9), time(10, 30), DAY)
    assert (inbox.minutes, inbox.kind, inbox.billable_mark, inbox.start) == (
        45,
        "email",
        False,
        None,
    )
    assert (layout.minutes, layout.open, layout.person, layout.end) == (0, True, "dana", None)
    assert call.at == Span("time/2026-11.yaml", 2, 3, 58)
    assert layout.at == Span("time/2026-11.yaml", 5, 5, 43)


def test_an_empty_day():
    assert read(" \n\n") == ((), ())


@pytest.mark.parametrize(
    ("times", "minutes"),
    [
        ("09:00-10:30", 90),
        ("9:00-10:30", 90),
        ("09:00–10:30", 90),
        ("23:30-00:45", 75),
        ("16:00-24:00", 480),
        ("45m", 45),
        ("1h15m", 75),
        ("1.25h", 75),
        ("1:15", 75),
        ("5:59", 359),
        ("24h", 1440),
        ("14:00-", 0),
    ],
)
def test_times(times, minutes):
    assert entry(f"{times} x").minutes == minutes


@pytest.mark.parametrize(
    ("words", "text", "marks"),
    [
        ("Fix #3 #content", "Fix #3", ("content", None, None, True)),
        ("Fix #3", "Fix", ("3", None, None, True)),
        ("Wow ! great", "Wow ! great", (None, None, None, True)),
        ("a ! +dana @x #k", "a", ("k", "x", "dana", False)),
        ("me @ home", "me @ home", (None, None, None, True)),
        ("Budget +50%", "Budget +50%", (None, None, None, True)),
        ("C# + more", "C# + more", (None, None, None, True)),
        ("Great! #k", "Great!", ("k", None, None, True)),
        ("Great !! #k", "Great !!", ("k", None, None, True)),
        ("Tea  &   biscuits", "Tea & biscuits", (None, None, None, True)),
        ("פגישה עם דנה #k", "פגישה עם דנה", ("k", None, None, True)),
    ],
)
def test_words_and_markers(words, text, marks):
    one = entry(f"45m {words}")
    assert one.text == text
    assert (one.kind, one.task, one.person, one.billable_mark) == marks


@pytest.mark.parametrize(
    ("line", "code", "column", "width", "replacement"),
    [
        ("9:00-10 x", "bad-log-line", 3, 7, "09:00-10:00"),
        ("9-10 x", "bad-log-line", 3, 4, "09:00-10:00"),
        ("9am-10am x", "bad-log-line", 3, 8, "09:00-10:00"),
        ("9- x", "bad-log-line", 3, 2, "09:00-"),
        ("9-5 x", "bad-log-line", 3, 3, None),
        ("09:00 - 10:30 x", "bad-log-line", 3, 13, "09:00-10:30"),
        ("09:00- 10:30 x", "bad-log-line", 3, 12, "09:00-10:30"),
        ("14:00 - x", "bad-log-line", 3, 7, "14:00-"),
        ("25:00 - 26:00 x", "bad-time", 3, 13, None),
        ("1h 15m x", "bad-log-line", 3, 6, "1h15m"),
        ("90 minutes x", "bad-log-line", 3, 10, "1h30m"),
        ("45 x", "bad-duration", 3, 2, "45m"),
        ("1.255h x", "bad-duration", 3, 6, None),
        ("0m x", "bad-duration", 3, 2, None),
        ("25h x", "bad-duration", 3, 3, None),
        ("14:00 x", "bad-log-line", 3, 5, None),
        ("9:00 x", "bad-log-line", 3, 4, None),
        ("09:00-25:00 x", "bad-time", 9, 5, None),
        ("25:00+02:00-26:00 x", "bad-time", 3, 5, None),
        ("24:00-01:00 x", "bad-time", 3, 5, "00:00"),
        ("09:00-10:00-11:00 x", "bad-log-line", 3, 17, None),
        ("10:30-09:00 x", "bad-log-line", 3, 11, None),
        ("09:00-09:00 x", "bad-log-line", 3, 11, None),
        ("45m", "bad-log-line", 3, 3, None),
        ("45m #email", "bad-log-line", 7, 6, None),
        ("# a comment", "bad-log-line", 3, 11, None),
        ("- 45m x", "bad-log-line", 3, 2, ""),
        ("* 45m x", "bad-log-line", 3, 2, ""),
        ("Call 45m #k", "bad-log-line", 3, 11, "45m Call #k"),
        ("Call", "bad-log-line", 3, 4, None),
        ("45m x #a #b", "bad-log-line", 9, 2, None),
        ("45m x ! !", "bad-log-line", 9, 1, None),
        ("45m x #Content", "bad-id", 9, 8, "#content"),
        ("45m x #content.", "bad-id", 9, 9, "#content"),
        ("45m x #content!", "bad-id", 9, 9, "#content !"),
        ("45m x #a@b", "bad-id", 9, 4, "#a @b"),
        ("45m x @dana/cal", "bad-id", 9, 9, "@cal"),
        ("45m x #תוכן", "bad-id", 9, 5, None),
        ("45m x #", "bad-log-line", 9, 1, None),
    ],
)
def test_a_line_that_is_wrong(line, code, column, width, replacement):
    one = problem(line)
    assert (one.code, one.at.column, one.at.width, one.replacement) == (
        code,
        column,
        width,
        replacement,
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("10:30-09:00 x", "did you mean 09:00-10:30?"),
        ("9:00 x", "type 9:00- while you are at it, 9:00-… with its end, or 9h"),
        (
            "Call",
            "a line begins with a time (09:00-10:30, 45m, 1h15m, 14:00-), then says what was done",
        ),
        ("45m x #", "for example: #content"),
        ("45m x #a #b", "keep one of them, or put a word of the text behind the first"),
    ],
)
def test_a_hint_says_what_to_type(line, words):
    assert hint(line) == words


def test_one_wrong_line_does_not_hide_the_others():
    entries, problems = read("45m x\nCall\n30m y #Z")
    assert [one.text for one in entries] == ["x"]
    assert [one.at.line for one in problems] == [3, 4]


@pytest.mark.parametrize(
    ("times", "on", "zone", "minutes"),
    [
        ("00:30-03:00", FALL, ZONE, 210),
        ("01:30+03:00-01:30+02:00", FALL, ZONE, 60),
        ("01:45+03:00-01:15+02:00", FALL, ZONE, 30),
        ("00:30-01:30+02:00", FALL, ZONE, 120),
        ("01:30-03:30", SPRING, ZONE, 60),
        ("01:30-04:00-02:30", date(2026, 11, 1), NEW_YORK, 120),
        ("00:30-01:30-05:00", date(2026, 11, 1), NEW_YORK, 120),
        ("01:30-04:00-01:30-05:00", date(2026, 11, 1), NEW_YORK, 60),
        ("23:30-01:30-05:00", date(2026, 10, 31), NEW_YORK, 180),
        ("01:30-05:00-", date(2026, 11, 1), NEW_YORK, 0),
        ("09:00+02:00-10:00", DAY, ZONE, 60),
    ],
)
def test_minutes_are_those_of_the_instants(times, on, zone, minutes):
    assert entry(f"{times} x", on, zone).minutes == minutes


@pytest.mark.parametrize(
    ("times", "on", "zone", "column", "words"),
    [
        ("02:30-03:30", SPRING, ZONE, 3, "did you mean 03:30?"),
        ("01:30-", FALL, ZONE, 3, "type 01:30+03:00- or 01:30+02:00-"),
        ("00:30-01:30", FALL, ZONE, 9, "type 00:30-01:30+03:00 or 00:30-01:30+02:00"),
        ("09:00+05:00-10:00", DAY, ZONE, 3, "type: 09:00+02:00-10:00"),
        (
            "01:30-04:00",
            date(2026, 11, 1),
            NEW_YORK,
            3,
            "type 01:30-04:00-04:00 or 01:30-05:00-04:00",
        ),
    ],
)
def test_a_time_that_the_clocks_do_not_show_once(times, on, zone, column, words):
    one = problem(f"{times} x", on, zone)
    assert (one.code, one.at.column) == ("bad-time", column)
    assert hint(f"{times} x", on, zone) == words


MARKS = st.fixed_dictionaries(
    {}, optional={sign: st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True) for sign in "#@+"}
)


@given(
    minutes=st.integers(1, 1440),
    words=st.lists(st.from_regex(r"[\w:,.?-]{1,8}", fullmatch=True), min_size=1, max_size=4),
    marks=MARKS,
    free=st.booleans(),
    order=st.randoms(use_true_random=False),
)
def test_what_was_meant_is_what_is_read(minutes, words, marks, free, order):
    words = ["did", *words]  # a unit behind the time is a mistake of its own
    tail = [f"{sign}{name}" for sign, name in marks.items()] + ["!"] * free
    order.shuffle(tail)
    one = entry(" ".join([spell(minutes), *words, *tail]))
    assert (one.minutes, one.text) == (minutes, " ".join(words))
    assert (one.kind, one.task, one.person) == (marks.get("#"), marks.get("@"), marks.get("+"))
    assert one.billable_mark is not free


LINES = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [
            "09:00",
            "-",
            "–",
            "10:30",
            "45m",
            "1h",
            " ",
            "x",
            "#k",
            "@t",
            "+p",
            "!",
            "#",
            "\n",
            "01:30+03:00",
        ]
    ),
    max_size=9,
).map("".join)


@given(text=LINES, on=st.sampled_from([DAY, FALL, SPRING]))
@example("Call 25:00-26:00 #k", DAY)
@example("\u200f\u200f x", DAY)
@example("01:30+02:00-01:45+03:00 x", FALL)
def test_any_text_is_entries_and_problems_with_a_place(text, on):
    entries, problems = read(text, on)
    lines = text.split("\n")
    assert len(entries) + len(problems) == sum(bool(line.strip()) for line in lines)
    for one in [*entries, *problems]:
        line = lines[one.at.line - 2]
        assert one.at.column >= 3
        assert one.at.column - 3 + one.at.width <= len(line)
    for one in problems:
        assert one.message.spoken(ENGLISH)
        assert one.replacement is None or mended_is_read(lines, one, on)


def mended_is_read(lines: list[str], one: Problem, on: date) -> bool:
    """Whether the line, with the replacement typed over the span, is wrong elsewhere at most."""
    line, start = lines[one.at.line - 2], one.at.column - 3
    mended = f"{line[:start]}{one.replacement}{line[start + one.at.width :]}"
    _, problems = read(mended, on)
    return all(other.message != one.message for other in problems)
