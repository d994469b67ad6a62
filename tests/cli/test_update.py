"""`vagen update show`: what the client may read of a letter, as text; and no letter at all."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.edit.desk import Desk
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files

LETTER = "---\ntitle: Menus\n---\n- *Sent* to [you](https://a.example/)\n"


CLIENT = "content/clients/first-client"


def office(root: Path) -> Desk:
    """A practice as `vagen init` begins it."""
    files = starter_files(Beginning("Desk", "en", "Asia/Jerusalem", "ILS", "IL"), date(2026, 11, 2))
    assert begin(root, files).problems == ()
    return Desk(root)


def said(root: Path, *words: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "vagen", "update", "show", "-C", str(root), *words],
        capture_output=True,
        check=False,
        cwd=root,
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
    assert said(desk.root, "first", "--on", "2026-11-12")[1] == "12 November 2026\n\nOlder.\n"


def test_where_there_is_no_letter_the_hint_says_what_to_type(tmp_path: Path) -> None:
    desk = office(tmp_path)
    code, text, wrong = said(desk.root, "first")
    assert (code, text) == (1, "")
    assert "[no-update]" in wrong
    assert "hint: begin one with: vagen new update first-client" in wrong
    desk.write(f"{CLIENT}/updates/2026-11-19.md", LETTER)
    assert (
        "hint: the newest are of: 2026-11-19" in said(desk.root, "first", "--on", "2026-11-20")[2]
    )
