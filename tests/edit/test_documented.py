"""What docs/problems.md shows of the daily commands is what they print."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.edit.desk import Desk, at
from tests.problems.cases import Case, printed
from tests.problems.test_documented import EXAMPLES
from vagen.edit.change import Edit

TASKS = "content/clients/ada/tasks.yaml"


def _two_clients(desk: Desk) -> Edit:
    desk.write("content/clients/abel/client.yaml", "name: Abel\n")
    return desk.log("45m Inbox", client="a")


def _two_tasks(desk: Desk) -> Edit:
    desk.write(TASKS, desk.read(TASKS) + "- {id: report, title: Report}\n")
    return desk.move("ada/r", "done")


def _running(desk: Desk) -> Desk:
    desk.start("Inbox #email", at("09:00"))
    return desk


def _braces(desk: Desk) -> Edit:
    return desk.month("{2026-11-02: }\n").log("45m Inbox")


def _full(desk: Desk) -> Edit:
    with patch.object(os, "replace", side_effect=OSError(13, "Permission denied")):
        return desk.move("ada/rules", "waiting")


RAISED: dict[str, Callable[[Desk], Edit]] = {
    "ambiguous-client": _two_clients,
    "ambiguous-task": _two_tasks,
    "edit-by-hand": _braces,
    "edit-write": _full,
    "no-timer": lambda desk: desk.stop(),
    "timer-ahead": lambda desk: desk.start("Inbox", at("09:00"), begun="12:00"),
    "timer-just-begun": lambda desk: _running(desk).stop(at("09:00")),
    "timer-running": lambda desk: _running(desk).start("Call", at("10:00")),
}


@pytest.mark.parametrize("code", RAISED)
def test_the_example_of_a_code_is_what_is_printed(code: str, tmp_path: Path) -> None:
    root = tmp_path / "practice"
    Case("good", "as it is").lay_out(root)
    assert printed(RAISED[code](Desk(root)), root) == EXAMPLES[code]
