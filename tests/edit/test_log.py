"""`vagen log`: where an entry goes, in every way in which a month can be written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.edit.desk import Desk, at, codes, told

LINE = "45m Inbox"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path)


PLACES = [
    ("an empty file", "", "2026-11-23: |\n  45m Inbox\n"),
    (
        "only comments",
        "# November\n# so far\n",
        "# November\n# so far\n2026-11-23: |\n  45m Inbox\n",
    ),
    ("no last line end", "# November", "# November\n2026-11-23: |\n  45m Inbox"),
    ("braces that hold nothing", "{}\n", "2026-11-23: |\n  45m Inbox\n"),
    (
        "a new day goes behind the last",
        "2026-11-02: |\n  1h x\n",
        "2026-11-02: |\n  1h x\n2026-11-23: |\n  45m Inbox\n",
    ),
    (
        "a file without a last line end keeps none",
        "2026-11-02: |\n  1h x",
        "2026-11-02: |\n  1h x\n2026-11-23: |\n  45m Inbox",
    ),
    (
        "a new day goes in front of a later one, below the comments that head the file",
        "# November\n2026-11-30: |\n  1h x\n",
        "# November\n2026-11-23: |\n  45m Inbox\n2026-11-30: |\n  1h x\n",
    ),
    (
        "a comment stays with the day below it",
        "# November\n\n# a holiday\n2026-11-30: |\n  1h x\n",
        "# November\n\n2026-11-23: |\n  45m Inbox\n# a holiday\n2026-11-30: |\n  1h x\n",
    ),
    (
        "a comment stays with the next day",
        "2026-11-02: |\n  1h x\n\n# end\n2026-11-30: |-\n  1h y\n",
        "2026-11-02: |\n  1h x\n\n2026-11-23: |\n  45m Inbox\n\n# end\n2026-11-30: |-\n  1h y\n",
    ),
    (
        "empty lines between days are kept up",
        "2026-11-02: |\n  1h x\n\n2026-11-03: |\n  1h y\n\n\n# end\n",
        "2026-11-02: |\n  1h x\n\n2026-11-03: |\n  1h y\n\n2026-11-23: |\n  45m Inbox\n\n\n# end\n",
    ),
    (
        "days out of order",
        "2026-11-30: |\n  1h x\n2026-11-02: |\n  1h y\n2026-11-01: |\n",
        "2026-11-30: |\n  1h x\n2026-11-02: |\n  1h y\n2026-11-23: |\n  45m Inbox\n2026-11-01: |\n",
    ),
    (
        "a day that is there",
        "2026-11-23: |\n  1h x\n2026-11-30: |\n  1h y\n",
        "2026-11-23: |\n  1h x\n  45m Inbox\n2026-11-30: |\n  1h y\n",
    ),
    (
        "|- and four spaces",
        "2026-11-23: |-\n    1h x\n\n\n# end",
        "2026-11-23: |-\n    1h x\n    45m Inbox\n\n\n# end",
    ),
    (
        "|+ with lines kept empty",
        "2026-11-23: |+\n   1h x\n\n\n2026-11-30: |\n  1h y\n",
        "2026-11-23: |+\n   1h x\n   45m Inbox\n\n\n2026-11-30: |\n  1h y\n",
    ),
    (
        "|2 and lines indented deeper",
        "2026-11-23: |2\n     1h x\n   2h y\n",
        "2026-11-23: |2\n     1h x\n   2h y\n  45m Inbox\n",
    ),
    (
        "comments behind the sign of the block, and between the days",
        "2026-11-23: | # Monday\n  1h x\n # odd\n2026-11-30: |\n  1h y\n",
        "2026-11-23: | # Monday\n  1h x\n  45m Inbox\n # odd\n2026-11-30: |\n  1h y\n",
    ),
    (
        "a day without anything",
        "2026-11-23:  # off\n2026-11-30: |\n    1h y\n",
        "2026-11-23: |  # off\n    45m Inbox\n2026-11-30: |\n    1h y\n",
    ),
    ("a block without a line", "2026-11-23: |\n", "2026-11-23: |\n  45m Inbox\n"),
    (
        "all days indented",
        "  2026-11-02: |\n      1h x\n",
        "  2026-11-02: |\n      1h x\n  2026-11-23: |\n      45m Inbox\n",
    ),
    (
        "days between quotes",
        '"2026-11-02": |\n  1h x\n',
        '"2026-11-02": |\n  1h x\n"2026-11-23": |\n  45m Inbox\n',
    ),
    (
        "the sign of a document",
        "---\n2026-11-30: |\n  1h x\n...\n",
        "---\n2026-11-23: |\n  45m Inbox\n2026-11-30: |\n  1h x\n...\n",
    ),
]


@pytest.mark.parametrize(
    ("before", "after"), [one[1:] for one in PLACES], ids=[p[0] for p in PLACES]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_an_entry_goes_where_it_belongs(
    desk: Desk, before: str, after: str, ending: str, bom: str
) -> None:
    desk.month(bom + before.replace("\n", ending))
    edit = desk.log(LINE)
    assert told(edit) == []
    wanted = bom + after.replace("\n", ending if before.strip("# aN") or not before else "\n")
    if "\n" not in before:  # there is no line end to go by
        wanted = bom + after
    assert desk.logged() == wanted
    assert (edit.changes[0].before, edit.changes[0].after) == (
        (bom + before.replace("\n", ending)).encode(),
        wanted.encode(),
    )


def test_a_month_that_is_not_there_is_begun(desk: Desk) -> None:
    edit = desk.log("09:00-10:30 Call #email +noam !")
    assert codes(edit) == []
    assert desk.logged() == "2026-11-23: |\n  09:00-10:30 Call #email +noam !\n"
    (done,) = edit.done
    assert (done.verb, done.client, done.at.line) == ("logged", "ada", 2)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("08:00-09:00 x", 0),
        ("10:00-11:00 x", 2),
        ("13:00-14:00 x", 4),
        ("30m x", 4),
        ("12:30- x", 4),
    ],
)
def test_ranges_stand_in_the_order_of_time_and_durations_last(
    desk: Desk, line: str, place: int
) -> None:
    lines = ["09:00-10:00 a", "45m b", "11:00-12:00 c", "15m d"]
    desk.month("2026-11-23: |\n" + "".join(f"  {one}\n" for one in lines))
    assert codes(desk.log(line, at("23:00"))) == []
    lines.insert(place, line)
    assert desk.logged() == "2026-11-23: |\n" + "".join(f"  {one}\n" for one in lines)


def test_the_day_is_that_of_the_practice(tmp_path: Path) -> None:
    desk = Desk.at(tmp_path, "America/New_York")
    desk.log(LINE, at("06:59+00:00", "2026-12-01").replace(hour=4))
    assert desk.logged() == "2026-11-30: |\n  45m Inbox\n"
    desk.log(LINE, date(2026, 12, 1))
    assert desk.logged(month="2026-12") == "2026-12-01: |\n  45m Inbox\n"


def test_another_day_by_its_date(desk: Desk) -> None:
    desk.log("23:00-01:00 late", on=date(2026, 10, 31))
    assert desk.logged(month="2026-10") == "2026-10-31: |\n  23:00-01:00 late\n"


@pytest.mark.parametrize(
    ("line", "code", "column", "hint"),
    [
        ("45m x #emial", "unknown-kind", 8, 'did you mean "email"?'),
        ("45m x @rulse", "unknown-task", 8, 'did you mean "rules"?'),
        ("45m x +zz", "unknown-person", 8, "add content/team/zz.yaml; there are: noam"),
        ("9-10 x", "bad-log-line", 1, "type: 09:00-10:00"),
        ("25:00-26:00 x", "bad-time", 1, "times go from 00:00 to 23:59"),
        ("45m", "bad-log-line", 1, "type it behind the time, for example: 45m Inbox triage #email"),
        ("", "bad-log-line", 1, "type one entry, for example: 45m Inbox triage #email"),
        ("45m x\n30m y", "bad-log-line", 1, "type one entry, for example: 45m Inbox triage #email"),
        ("45m a\x07b", "control-character", 6, "delete it and type the words around it again"),
        ("45m \udce9", "not-utf-8", 5, 'save the file with the encoding "UTF-8"'),
    ],
)
def test_a_wrong_entry_is_refused_with_the_readers_words(
    desk: Desk, line: str, code: str, column: int, hint: str
) -> None:
    desk.month("2026-11-02: |\n  1h x\n")
    desk.write("content/clients/ada/tasks.yaml", "- {id: rules, title: Rules}\n")
    edit = desk.log(line)
    assert [(one.code, one.at.path, one.at.line, one.at.column) for one in edit.problems] == [
        (code, "", 1, column)
    ]
    assert told(edit)[0][1] == hint
    assert desk.logged() == "2026-11-02: |\n  1h x\n"


def test_two_things_at_once_are_refused_whoever_they_are_for(desk: Desk) -> None:
    desk.month("2026-11-23: |\n  09:00-10:00 Call\n", client="bob")
    edit = desk.log("09:30-10:30 Inbox")
    assert told(edit) == [
        (
            "this overlaps with content/clients/bob/time/2026-11.yaml:2: 09:00-10:00 Call",
            "change one of the times, or add +name where somebody else did it",
        )
    ]
    assert codes(desk.log("09:30-10:30 Inbox +noam")) == []
    assert codes(desk.log("10:00-10:30 Inbox")) == []


def test_a_night_that_reaches_into_the_next_month_is_seen(desk: Desk) -> None:
    desk.month("2026-10-31: |\n  22:00-02:00 night\n", month="2026-10")
    assert codes(desk.log("01:00-03:00 x", on=date(2026, 11, 1))) == ["overlapping-times"]
    assert codes(desk.log("02:00-03:00 x", on=date(2026, 11, 1))) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-11-02:\n  - 45m Inbox\n", "log-day-list"),
        ("2026-11-02: 45m Inbox\n", "log-day-block"),
        ("2026-11-02: |\n  9-10 x\n", "bad-log-line"),
        ("2026-11-02: |\n\t45m x\n", "yaml-tab"),
        ("- 45m x\n", "wrong-type"),
        ("2026-12-02: |\n  45m x\n", "wrong-month"),
        (b"2026-11-02: |\n  45m \xe9\n", "not-utf-8"),
    ],
)
def test_a_file_with_a_mistake_is_not_touched(desk: Desk, text: str | bytes, code: str) -> None:
    desk.month(text)
    edit = desk.log(LINE)
    assert codes(edit) == [code]
    assert edit.problems[0].at.path == "content/clients/ada/time/2026-11.yaml"
    assert edit.texts[edit.problems[0].at.path]
    path = desk.root / "content/clients/ada/time/2026-11.yaml"
    assert path.read_bytes() == (text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize("text", ["{2026-11-02: }\n", "{} # none\n", "---\n# x\n...\n"])
def test_where_no_splice_is_certain_nothing_is_done(desk: Desk, text: str) -> None:
    desk.month(text)
    edit = desk.log(LINE)
    assert codes(edit) in (["edit-by-hand"], ["wrong-type"])
    assert desk.logged() == text


def test_other_mistakes_hold_no_entry_up(desk: Desk) -> None:
    desk.month("2026-11-02:\n  - 45m Inbox\n", client="bob")
    desk.write("content/clients/ada/tasks.yaml", "- title: [\n")
    desk.write("vagen.yaml", desk.read("vagen.yaml") + "colour: nonsense\n")
    assert codes(desk.log("45m x @rules")) == []


@pytest.mark.parametrize(
    ("practice", "codes_"),
    [
        (None, ["no-workspace"]),
        ("name: [\n", ["yaml-syntax"]),
        ("timezone: Asia/Jerusalm\n", ["missing-key"] * 5 + ["unknown-zone"]),
        ("timezone: ../etc\n", ["missing-key"] * 5 + ["unknown-zone"]),
    ],
)
def test_without_a_zone_there_is_no_day(
    desk: Desk, practice: str | None, codes_: list[str]
) -> None:
    if practice is None:
        (desk.root / "vagen.yaml").unlink()
    else:
        desk.write("vagen.yaml", practice)
    assert {*codes(desk.log(LINE))} >= {codes_[-1]}
    assert not (desk.root / "content/clients/ada/time").exists()


def test_a_dry_run_writes_nothing_and_shows_the_lines(desk: Desk) -> None:
    desk.month("2026-11-02: |\n  1h x\n\n# end\n")
    edit = desk.log(LINE, dry=True)
    assert list(edit.changes[0].diff()) == [
        "@@ -1,4 +1,6 @@",
        " 2026-11-02: |",
        "   1h x",
        "+2026-11-23: |",
        "+  45m Inbox",
        " ",
        " # end",
    ]
    assert desk.logged() == "2026-11-02: |\n  1h x\n\n# end\n"
    assert not (desk.root / ".vagen").exists()


@pytest.mark.parametrize(
    ("line", "on", "hint"),
    [
        ("45m x", date(2026, 11, 24), "today is 2026-11-23"),
        ("23:00-23:50 x", None, "if it was yesterday: undo it, and log it with --on 2026-11-22"),
    ],
)
def test_what_is_ahead_of_its_time_is_logged_with_a_warning(
    desk: Desk, line: str, on: date | None, hint: str
) -> None:
    edit = desk.log(line, on=on)
    assert [(one.code, one.severity) for one in edit.problems] == [("log-in-future", "warning")]
    assert told(edit)[0][1] == hint
    assert line in desk.logged()
