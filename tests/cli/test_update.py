"""`vagen update show`: what the client may read of a letter, as text; and no letter at all."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.edit.desk import Desk
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files

LETTER = "---\ntitle: Menus\n---\n- *Sent* to [you](https://a.example/)\n"


NOW = ("--now", "2026-11-23T12:00+02:00")
CLIENT = "content/clients/first-client"


def office(root: Path) -> Desk:
    """A practice as `vagen init` begins it."""
    files = starter_files(Beginning("Desk", "en", "Asia/Jerusalem", "ILS", "IL"), date(2026, 11, 2))
    assert begin(root, files).problems == ()
    return Desk(root)


def said(root: Path, *words: str) -> tuple[int, str, str]:
    return ran("update", "show", "-C", str(root), *NOW, *words)


def ran(*command: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "vagen", *command],
        capture_output=True,
        check=False,
        env={"LANGUAGE": "en", "PATH": ""},
        text=True,
    )
    return done.returncode, done.stdout, done.stderr


def test_the_newest_letter_is_shown_as_lines(tmp_path: Path) -> None:
    desk = office(tmp_path)
    desk.write(f"{CLIENT}/updates/2026-11-12.md", "Older.\n")
    desk.write(f"{CLIENT}/updates/2026-11-19.md", LETTER)
    code, text, _ = said(desk.root, "first")
    assert (code, text.split("\n")[:3]) == (0, ["Menus", "", "- Sent to you (https://a.example/)"])
    assert "*" not in text
    assert said(desk.root, "first", "2026-11-12")[1] == "12 November 2026\n\nOlder.\n"


def test_where_there_is_no_letter_the_hint_says_what_to_type(tmp_path: Path) -> None:
    desk = office(tmp_path)
    code, text, wrong = said(desk.root, "first")
    assert (code, text) == (1, "")
    assert "[no-update]" in wrong
    assert "hint: begin one with: vagen new update first-client" in wrong
    desk.write(f"{CLIENT}/updates/2026-11-19.md", LETTER)
    assert "hint: the newest are of: 2026-11-19" in said(desk.root, "first", "2026-11-20")[2]


DRAFT = "---\ntitle: Not yet\ndraft: yes\n---\nHalf a letter.\n"


def test_what_the_client_does_not_see_yet_is_shown_only_when_asked_for(tmp_path: Path) -> None:
    desk = office(tmp_path)
    desk.write(f"{CLIENT}/updates/2026-11-12.md", "Older.\n")
    desk.write(f"{CLIENT}/updates/2026-11-22.md", DRAFT)
    desk.write(f"{CLIENT}/updates/2026-11-24.md", "Tomorrow.\n")
    assert said(desk.root, "first")[1].endswith("Older.\n")
    for day, why in (("2026-11-22", "it is a draft"), ("2026-11-24", "its day is still to come")):
        code, text, wrong = said(desk.root, "first", day)
        assert (code, text) == (1, "")
        assert f"the client does not see it yet: {why} [no-update]" in wrong
        assert (
            f"hint: to look at it as it is: vagen update show first-client {day} --draft" in wrong
        )
        code, text, wrong = said(desk.root, "first", day, "--draft")
        assert code == 0
        assert text.endswith(("Half a letter.\n", "Tomorrow.\n"))
        assert wrong == f"the client does not see it yet: {why}\n"
    assert said(desk.root, "first", "--draft")[1].endswith("Tomorrow.\n")


def test_a_lone_draft_is_named_with_the_way_to_look_at_it(tmp_path: Path) -> None:
    desk = office(tmp_path)
    desk.write(f"{CLIENT}/updates/2026-11-22.md", DRAFT)
    code, text, wrong = said(desk.root, "first")
    assert (code, text) == (1, "")
    assert "vagen update show first-client 2026-11-22 --draft" in wrong


def test_the_day_is_that_of_the_client(tmp_path: Path) -> None:
    """What is today in Jerusalem is tomorrow in New York, where the portal does not show it yet."""
    desk = office(tmp_path)
    path = f"{CLIENT}/client.yaml"
    own = desk.read(path)
    assert "timezone: Asia/Jerusalem" in own
    desk.write(path, own.replace("timezone: Asia/Jerusalem", "timezone: America/New_York"))
    desk.write(f"{CLIENT}/updates/2026-11-24.md", "Early.\n")
    at = ("--now", "2026-11-24T01:00+02:00")
    assert said(desk.root, "first")[0] == 1
    assert said(desk.root, "first", *at)[0] == 1
    assert said(desk.root, "first", "--now", "2026-11-24T08:00+02:00")[1].endswith("Early.\n")


def test_hebrew_is_plain_letters_but_for_the_line_that_needs_a_mark(tmp_path: Path) -> None:
    desk = office(tmp_path)
    path = f"{CLIENT}/client.yaml"
    desk.write(path, desk.read(path).replace("language: en", "language: he"))
    letter = (
        "- סידור התיבה\n- Canva: שני עיצובים, [לצפייה](https://a.example/b)\n\n**הכול** מוכן.\n"
    )
    desk.write(f"{CLIENT}/updates/2026-11-22.md", f"---\ntitle: מה קרה השבוע\n---\n{letter}")
    assert said(desk.root, "first")[1] == (
        "מה קרה השבוע\n\n- סידור התיבה\n"
        "\u200f- Canva: שני עיצובים, לצפייה (https://a.example/b)\n\nהכול מוכן.\n"
    )


LANES = ("inbox", "todo", "doing", "review", "approval", "waiting", "done")


@pytest.mark.parametrize("time", ["kinds", "detail", "none"])
def test_what_is_private_is_neither_drafted_nor_shown(tmp_path: Path, time: str) -> None:
    desk = office(tmp_path)
    private = "".join(
        f"- {{id: c-{lane}, title: CANARY {lane}, status: {lane}, private: yes, done: 2026-11-20,"
        f" waiting_for: client, note: CANARY, links: [{{name: CANARY, link: 'https://c.example'}}]}}\n"
        for lane in LANES
    )
    seen = (
        "- {id: menus, title: Menus, status: done, done: 2026-11-20, created: 2026-11-01}\n"
        "- {id: idea, title: CANARY idea, status: inbox}\n"
    )
    desk.write(f"{CLIENT}/tasks.yaml", seen + private)
    log = "2026-11-20: |\n  1h CANARY words #email @menus\n  30m CANARY @c-done\n"
    desk.write(f"{CLIENT}/time/2026-11.yaml", log)
    desk.write(f"{CLIENT}/notes/plan.md", "# CANARY\n")
    own = desk.read(f"{CLIENT}/client.yaml") + f"time: {time}\nculture: CANARY\nnotes: CANARY\n"
    desk.write(f"{CLIENT}/client.yaml", own)
    assert ran("new", "update", "first", "-C", str(desk.root), *NOW)[0] == 0
    path = f"{CLIENT}/updates/2026-11-23.md"
    assert "Menus" in desk.read(path)
    assert ("E-mail" in desk.read(path)) is (time != "none")
    added = "\n\nSee [the plan](../notes/plan.md), [[office/inbox]] and ![it](../notes/plan.md).\n"
    desk.write(path, desk.read(path) + added)
    code, text, _ = said(desk.root, "first", "--draft")
    assert code == 0
    assert "Menus" in text
    assert "the plan" in text
    assert "CANARY" not in desk.read(path) + text
    assert "notes/" not in text
