"""One mistake hides no other, and none follows from it that is not there."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.problems.cases import GOOD
from vagen.check import check_workspace
from vagen.model.workspace import Workspace
from vagen.pages.planners import plan
from vagen.problems import Problem
from vagen.render.layouts import read_layouts
from vagen.source.files import Sources, read_sources
from vagen.source.workspace import load

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SOURCES = read_sources(GOOD)
ASSETS = read_layouts().assets
CLIENT = "content/clients/ada/client.yaml"
TASKS = "content/clients/ada/tasks.yaml"
PAYMENTS = "content/clients/ada/payments.yaml"
LOG = "content/clients/ada/time/2026-11.yaml"
INVOICE = "content/clients/ada/invoices/2026-0001.yaml"
SOP = "content/sops/office/inbox.md"
PAIR = re.compile(r"^(\s*(?:- )?)([a-z_]+):( .*)?$")
KEYS = [
    (path, number)
    for path in sorted(SOURCES.texts)
    for number, line in enumerate(SOURCES.texts[path].decode().split("\n"), 1)
    if PAIR.match(line) and "/time/" not in path
]


def found(changed: dict[str, str]) -> tuple[Workspace | None, list[Problem]]:
    texts = SOURCES.texts | {
        path: words.encode("utf-8", "surrogateescape") for path, words in changed.items()
    }
    loaded = load(Sources(GOOD, texts, SOURCES.stored))
    problems = list(loaded.problems)
    if loaded.workspace is not None:
        problems += check_workspace(loaded.workspace, NOW)
        problems += plan(loaded.workspace, NOW, asset_names=ASSETS).problems
    return loaded.workspace, problems


def text(path: str) -> str:
    return SOURCES.texts[path].decode()


def with_value(path: str, number: int, value: str) -> str:
    """The file with another value under the key of a line, instead of all that stands there."""
    lines = text(path).split("\n")
    pair = PAIR.match(lines[number - 1])
    assert pair
    end = number
    while not pair[3] and end < len(lines) and _indented(lines[end]) > len(pair[1]):
        end += 1
    return "\n".join([*lines[: number - 1], f"{pair[1]}{pair[2]}:{value}", *lines[end:]])


def _indented(line: str) -> int:
    return len(line) - len(line.lstrip())


@pytest.mark.parametrize("value", [" {no: such}", " [[no]]"])
@pytest.mark.parametrize(("path", "number"), KEYS, ids=str)
def test_from_a_bad_value_follows_no_other_problem(path: str, number: int, value: str) -> None:
    workspace, problems = found({path: with_value(path, number, value)})
    assert workspace is not None
    assert {(one.at.path, one.at.line) for one in problems} == {(path, number)}, problems


@pytest.mark.parametrize(("path", "number"), KEYS, ids=str)
def test_from_a_misspelled_key_follows_no_other_problem(path: str, number: int) -> None:
    lines = text(path).split("\n")
    pair = PAIR.match(lines[number - 1])
    assert pair
    wrong = f"{pair[2]}x" if pair[2] not in ("en", "he") else "xx"
    lines[number - 1] = f"{pair[1]}{wrong}:{pair[3] or ''}"
    workspace, problems = found({path: "\n".join(lines)})
    assert workspace is not None
    at_once = {(one.at.path, one.at.line) for one in problems if one.code != "missing-key"}
    assert at_once == {(path, number)}, problems


MISTAKES = {
    TASKS: text(TASKS).replace("assignee: noam", "assignee: omer"),
    PAYMENTS: text(PAYMENTS).replace("2026-0001", "2026-0009"),
    LOG: text(LOG) + "  09:30-09:45 A second thing at once @winter +noam\n",
    INVOICE: text(INVOICE).replace("issued: 2026-11-02", "issued: 2026-11-02\ndue: 2026-10-01"),
    SOP: text(SOP).replace("title: ", "audience: [bea]\ntitle: ") + "\n[[office/outbox]]\n",
}
TOLD = {
    (TASKS, "unknown-person"),
    (PAYMENTS, "unknown-document"),
    (LOG, "overlapping-times"),
    (LOG, "unknown-task"),
    (INVOICE, "dates-reversed"),
    (SOP, "unknown-audience"),
    (SOP, "broken-sop-link"),
}


@pytest.mark.parametrize("path", ["vagen.yaml", CLIENT])
@pytest.mark.parametrize(
    "broken",
    [
        lambda good: good.replace("language: ", "language: xx # "),
        lambda good: good.replace("timezone: ", "timezone: Nowhere # "),
        lambda good: good.replace("country: ", "contry: "),
        lambda good: good.replace("currency: ", "x: "),
        lambda good: good + 'notes: "never closed\n',
        lambda good: good + "\tnotes: x\n",
        lambda good: good.replace("name: ", "name: &a "),
        lambda good: good + "<<: x\n",
        lambda good: good + "\udcff",
        lambda good: f"- {good.splitlines()[0]}\n",
        lambda good: good + "<<<<<<< HEAD\n",
    ],
)
def test_a_broken_file_hides_no_mistake_of_the_others(
    path: str, broken: Callable[[str], str]
) -> None:
    workspace, problems = found({**MISTAKES, path: broken(text(path))})
    assert workspace is not None
    assert any(one.at.path == path and one.severity == "error" for one in problems)
    assert {(one.at.path, one.code) for one in problems if one.at.path != path} == TOLD


def test_a_client_without_client_yaml_still_has_its_other_files_read() -> None:
    texts = {path: data for path, data in SOURCES.texts.items() if path != CLIENT}
    _, before = found({})
    assert before == []
    loaded = load(Sources(GOOD, texts | {TASKS: MISTAKES[TASKS].encode()}, SOURCES.stored))
    assert loaded.workspace is not None
    after = [*loaded.problems, *check_workspace(loaded.workspace, NOW)]
    assert [(one.at.path, one.code) for one in after] == [
        (CLIENT, "missing-file"),
        (TASKS, "unknown-person"),
    ]


def test_a_bad_task_is_still_the_task_that_the_log_names() -> None:
    bad = text(TASKS).replace("due: 2026-11-30", "due: 2026-11-31").replace("calm", "clam")
    _, problems = found({TASKS: bad, LOG: text(LOG) + "  45m Something @winter\n"})
    assert [(one.at.path, one.code) for one in problems] == [
        (TASKS, "impossible-date"),
        (TASKS, "unknown-goal"),
        (LOG, "unknown-task"),
    ]


def test_a_task_without_a_name_may_be_the_one_that_the_log_names() -> None:
    _, problems = found({TASKS: text(TASKS).replace("id: rules", "id: Rules, all")})
    assert [(one.at.path, one.code) for one in problems] == [(TASKS, "bad-id")]


def test_offsets_are_not_judged_while_the_zone_is_unknown() -> None:
    practice = text("vagen.yaml").replace("Asia/Jerusalem", "Jerusalem Time")
    log = text(LOG) + "2026-11-04: |\n  01:30+02:00-02:15 Late @rules\n  25:00-26:00 Later\n"
    _, problems = found({"vagen.yaml": practice, LOG: log})
    assert [(one.at.path, one.code) for one in problems] == [
        ("vagen.yaml", "unknown-zone"),
        (LOG, "bad-time"),
    ]


def test_places_stay_right_where_an_entry_of_a_list_was_taken_out() -> None:
    sop = text(SOP).replace("reviewed:", "audience:\n  - [no]\n  - team\n  - bea\nreviewed:")
    _, problems = found({SOP: sop})
    assert [(one.at.line, one.code) for one in problems] == [
        (4, "wrong-type"),
        (6, "unknown-audience"),
    ]
