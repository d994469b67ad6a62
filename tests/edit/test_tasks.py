"""`vagen task add`, `move`, `done`: in every way in which a list of tasks can be written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.edit.desk import NOW, Desk, codes, told
from vagen.edit.tasklist import all_tasks
from vagen.source.glance import Glance

TASKS = "content/clients/ada/tasks.yaml"
NEW = "- id: call\n  title: Call\n  status: todo\n  created: 2026-11-23\n"
FLOW = "{id: call, title: Call, status: todo, created: 2026-11-23}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path)


PLACES = [
    ("no line", "", NEW),
    ("only comments", "# mine\n", "# mine\n" + NEW),
    ("an empty list", "[]\n", NEW),
    ("an empty list with a comment", "[]  # none\n", f"[{FLOW}]  # none\n"),
    ("items one below the other", "- {id: a, title: A}\n", "- {id: a, title: A}\n" + NEW),
    ("no last line end", "- id: a\n  title: A", "- id: a\n  title: A\n" + NEW.rstrip("\n")),
    (
        "empty lines between items, comments at the end",
        "- id: a\n  title: A\n\n# next\n- id: b\n  title: B\n  # of b\n\n# end\n",
        f"- id: a\n  title: A\n\n# next\n- id: b\n  title: B\n  # of b\n\n{NEW}\n# end\n",
    ),
    (
        "a block of text at the end",
        "- id: a\n  title: A\n- id: b\n  title: B\n  note: |+\n    x\n\n\n",
        "- id: a\n  title: A\n- id: b\n  title: B\n  note: |+\n    x\n" + NEW + "\n\n",
    ),
    (
        "dashes indented, with three spaces behind",
        "  -   id: a\n      title: A\n",
        "  -   id: a\n      title: A\n  -   " + NEW[2:].replace("\n  ", "\n      "),
    ),
    ("brackets", "[{id: a, title: A}] # x\n", f"[{{id: a, title: A}}, {FLOW}] # x\n"),
    ("brackets, closed late", "[{id: a, title: A},]\n", f"[{{id: a, title: A}}, {FLOW},]\n"),
    (
        "brackets over lines",
        "[\n  {id: a, title: A}  # first\n]\n",
        f"[\n  {{id: a, title: A}},  # first\n  {FLOW}\n]\n",
    ),
    (
        "brackets over lines, closed late",
        "[\n  {id: a, title: A},  # first\n]\n",
        f"[\n  {{id: a, title: A}},  # first\n  {FLOW},\n]\n",
    ),
]


@pytest.mark.parametrize(
    ("before", "after"), [one[1:] for one in PLACES], ids=[p[0] for p in PLACES]
)
def test_a_task_goes_to_the_end_in_the_style_of_the_others(
    desk: Desk, before: str, after: str
) -> None:
    for ending in ("\n", "\r\n"):
        desk.write(TASKS, before.replace("\n", ending))
        edit = desk.add("Call")
        assert told(edit) == []
        assert desk.read(TASKS) == after.replace("\n", ending if "\n" in before else "\n")


def test_every_option_is_a_key(desk: Desk) -> None:
    desk.write("content/sops/office/inbox.md", "---\ntitle: Inbox\n---\n")
    desk.write("content/clients/ada/client.yaml", "goals: [{id: calm, text: Calm}]\n")
    edit = desk.add(
        "It's: Dana's #3",
        status="waiting", waiting_for="client", due="2026-12-01", estimate="1h30m",
        important=True, urgent=False, goal="calm", kind="email", assignee="noam",
        sop="office/inbox", private=True, note='Say "no", or: yes',
    )  # fmt: skip
    assert told(edit) == []
    assert desk.read(TASKS) == (
        "- id: its-danas-3\n"
        "  title: \"It's: Dana's #3\"\n"
        "  status: waiting\n"
        "  waiting_for: client\n"
        "  created: 2026-11-23\n"
        "  due: 2026-12-01\n"
        "  estimate: 1h30m\n"
        "  important: yes\n"
        "  goal: calm\n"
        "  kind: email\n"
        "  assignee: noam\n"
        "  sop: office/inbox\n"
        "  private: yes\n"
        "  note: 'Say \"no\", or: yes'\n"
    )


@pytest.mark.parametrize(
    ("options", "code", "line"),
    [
        ({"due": "2026-11-31"}, "impossible-date", 5),
        ({"estimate": "soon"}, "bad-duration", 5),
        ({"kind": "emial"}, "unknown-kind", 5),
        ({"goal": "calm"}, "unknown-goal", 5),
        ({"assignee": "dan"}, "unknown-person", 5),
        ({"sop": "x/y"}, "unknown-sop", 5),
        ({"id": "a"}, "duplicate-id", 1),
        ({"id": "old"}, "duplicate-id", 1),
        ({"id": "A b"}, "bad-id", 1),
        ({"note": "a\x07"}, "control-character", 5),
    ],
)
def test_a_wrong_key_is_refused_before_anything_is_written(
    desk: Desk, options: dict[str, str], code: str, line: int
) -> None:
    desk.write(TASKS, "- {id: a, title: A}\n")
    desk.write("content/clients/ada/tasks/2025.yaml", "- {id: old, title: Old}\n")
    edit = desk.add("Call", **options)
    assert [(one.code, one.at.path, one.at.line) for one in edit.problems] == [(code, "", line)]
    assert desk.read(TASKS) == "- {id: a, title: A}\n"


@pytest.mark.parametrize("path", [TASKS, "content/clients/ada/tasks/2025.yaml"])
def test_a_list_with_a_mistake_is_not_touched(desk: Desk, path: str) -> None:
    desk.write(TASKS, "- {id: a, title: A}\n").write(path, "- {id: b, titel: B}\n")
    before = desk.read(TASKS)
    assert "unknown-key" in codes(desk.add("Call")) or path != TASKS
    assert desk.read(TASKS) == before or path != TASKS


MOVES = [
    (
        "status",
        "- id: a\n  title: A\n  status: doing  # now\n",
        "- id: a\n  title: A\n  status: todo  # now\n",
    ),
    (
        "no status",
        "- id: a\n  title: A  # x\n  due: 2026-12-01\n",
        "- id: a\n  title: A  # x\n  status: todo\n  due: 2026-12-01\n",
    ),
    (
        "a title in two languages",
        "- title:\n    en: A\n    he: B\n  id: a\n",
        "- title:\n    en: A\n    he: B\n  status: todo\n  id: a\n",
    ),
    (
        "an empty status",
        "- id: a\n  title: A\n  status:  # ?\n",
        "- id: a\n  title: A\n  status: todo  # ?\n",
    ),
    (
        "between quotes",
        "- id: a\n  title: A\n  status: 'done'\n",
        "- id: a\n  title: A\n  status: 'todo'\n",
    ),
    (
        "taken up again",
        "- id: a\n  title: A\n  status: done\n  done: 2026-11-01 # x\n  kind: email\n",
        "- id: a\n  title: A\n  status: todo\n  kind: email\n",
    ),
    (
        "the day last, without a line end",
        "- id: a\n  title: A\n  status: done\n  done: 2026-11-01",
        "- id: a\n  title: A\n  status: todo",
    ),
    (
        "braces",
        "[{id: a, title: A, status: done, done: 2026-11-01, kind: email}]\n",
        "[{id: a, title: A, status: todo, kind: email}]\n",
    ),
    ("braces without it", "- {id: a, title: A}\n", "- {id: a, title: A, status: todo}\n"),
    ("JSON", '[{"id": "a", "title": "A"}]', '[{"id": "a", "title": "A", "status": todo}]'),
]


@pytest.mark.parametrize(
    ("before", "after"), [one[1:] for one in MOVES], ids=[one[0] for one in MOVES]
)
def test_a_task_moves_by_its_own_line(desk: Desk, before: str, after: str) -> None:
    others = "" if before.startswith("[") else "- id: z\n  title: Z\n  status: todo\n\n"
    desk.write(TASKS, others + before)
    assert codes(desk.move("ada/a", "review")) == []
    assert desk.read(TASKS) == others + after.replace("todo", "review")


def test_done_says_when(desk: Desk) -> None:
    desk.write(TASKS, "- id: a\n  title: A\n  created: 2026-11-01\n  due: 2026-12-01\n")
    assert codes(desk.move("a", "done")) == []
    assert desk.read(TASKS) == (
        "- id: a\n  title: A\n  status: done\n  created: 2026-11-01\n  due: 2026-12-01\n"
        "  done: 2026-11-23\n"
    )
    assert [one.verb for one in desk.move("a", "done").done] == ["unchanged"]
    assert codes(desk.move("a", "done", on=date(2026, 11, 20))) == []
    assert "  done: 2026-11-20\n" in desk.read(TASKS)
    assert codes(desk.move("a", "done", on=date(2026, 10, 20))) == ["dates-reversed"]


def test_waiting_says_for_whom(desk: Desk) -> None:
    desk.write(TASKS, "- id: a\n  title: A\n")
    assert codes(desk.move("ada/a", "waiting", waiting_for="the: bank")) == []
    assert desk.read(TASKS) == (
        '- id: a\n  title: A\n  status: waiting\n  waiting_for: "the: bank"\n'
    )


WAITED = [
    (
        "its own line",
        "- id: a\n  title: A\n  status: waiting\n  waiting_for: client # mail\n  kind: email #\n",
        "- id: a\n  title: A\n  status: todo\n  kind: email #\n",
    ),
    (
        "the last line, without an end",
        "- id: a\n  title: A\n  status: waiting\n  waiting_for: the barn",
        "- id: a\n  title: A\n  status: todo",
    ),
    (
        "the first key",
        "- waiting_for: the barn\n  id: a\n  title: A\n  status: waiting\n",
        "- id: a\n  title: A\n  status: todo\n",
    ),
    (
        "braces",
        "- {id: a, title: A, status: waiting, waiting_for: client, kind: email}\n",
        "- {id: a, title: A, status: todo, kind: email}\n",
    ),
    (
        "first in braces",
        "- {waiting_for: client, id: a, title: A, status: waiting}\n",
        "- {id: a, title: A, status: todo}\n",
    ),
    (
        "left from a former move",
        "- {id: a, title: A, status: todo, waiting_for: client}\n",
        "- {id: a, title: A, status: todo}\n",
    ),
]


@pytest.mark.parametrize(
    ("before", "after"), [one[1:] for one in WAITED], ids=[one[0] for one in WAITED]
)
@pytest.mark.parametrize("status", ["todo", "doing"])
def test_what_waits_no_more_waits_for_nobody(
    desk: Desk, before: str, after: str, status: str
) -> None:
    desk.write(TASKS, "- {id: z, title: Z, status: waiting, waiting_for: client}\n" + before)
    assert codes(desk.move("ada/a", status)) == []
    assert desk.read(TASKS) == (
        "- {id: z, title: Z, status: waiting, waiting_for: client}\n"
        + after.replace("todo", status)
    )


def test_done_takes_out_whom_it_waited_for(desk: Desk) -> None:
    desk.write(TASKS, "- id: a\n  title: A\n  status: waiting\n  waiting_for: client\n")
    assert codes(desk.move("a", "done")) == []
    assert desk.read(TASKS) == "- id: a\n  title: A\n  status: done\n  done: 2026-11-23\n"
    assert [one.verb for one in desk.move("a", "done").done] == ["unchanged"]


def test_what_goes_on_waiting_waits_for_whom_it_did(desk: Desk) -> None:
    text = "- {id: a, title: A, status: waiting, waiting_for: client}\n"
    desk.write(TASKS, text)
    assert [one.verb for one in desk.move("a", "waiting").done] == ["unchanged"]
    assert desk.read(TASKS) == text


def test_a_comment_between_two_keys_is_nobody_s_to_take(desk: Desk) -> None:
    text = "- waiting_for: the barn\n  # since Monday\n  id: a\n  title: A\n  status: waiting\n"
    desk.write(TASKS, text)
    assert codes(desk.move("a", "done")) == ["edit-by-hand"]
    assert desk.read(TASKS) == text


def test_a_task_is_named_by_its_beginning(desk: Desk) -> None:
    desk.write(TASKS, "- {id: rules, title: R}\n- {id: report, title: S}\n")
    desk.write("content/clients/bob/tasks.yaml", "- {id: report, title: T}\n")
    desk.write("content/clients/ada/tasks/2025.yaml", "- {id: older, title: O}\n")
    assert [one.task for one in desk.move("ad/ru", "doing").done] == ["rules"]
    assert [one.task for one in desk.move("older", "doing").done] == ["older"]
    assert told(desk.move("ada/r", "done")) == [
        ('several tasks begin with "ada/r"', "type more of it: ada/report, ada/rules")
    ]
    assert codes(desk.move("report", "done")) == ["ambiguous-task"]
    assert told(desk.move("rulse", "done")) == [
        ('no client has a task "rulse"', 'did you mean "ada/rules"?')
    ]
    assert codes(desk.move("ada/rulse", "done")) == ["unknown-task"]
    assert codes(desk.move("eve/rules", "done")) == ["unknown-client"]


def test_the_list_is_by_client_and_due_date(desk: Desk) -> None:
    desk.write(TASKS, "- {id: a, title: A}\n- {id: b, title: B, due: 2026-11-01}\n")
    desk.write("content/clients/bob/tasks.yaml", "- {id: c, title: C}\n- {id: d}\n")
    edit, rows = all_tasks(Glance(desk.root), "", NOW)
    assert [(one.name, one.late) for one in rows] == [
        ("ada/b", True), ("ada/a", False), ("bob/c", False),
    ]  # fmt: skip
    assert codes(edit) == ["missing-key"]
    assert codes(all_tasks(Glance(desk.root), "x", NOW)[0]) == ["unknown-client"]
