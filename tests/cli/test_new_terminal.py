"""`vagen new` in a real terminal: it asks for what it lacks, and opens the person's editor."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pexpect
import pytest

from tests.cli.test_terminal import PATIENCE, TIMEOUT, answer, ended, start
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files

NOW = ("--now", "2026-11-23T12:00+02:00")
FOLDER = "content/clients"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = starter_files(Beginning("Desk", "en", "Asia/Jerusalem", "ILS", "IL"), date(2026, 11, 2))
    assert begin(tmp_path / "desk", files).problems == ()
    return tmp_path / "desk"


@pytest.fixture
def editor(tmp_path: Path) -> str:
    """An editor that notes what it was asked to open and adds a line to it."""
    program = tmp_path / "my editor.py"
    program.write_text(
        "import sys\n"
        f"open({str(tmp_path / 'opened')!r}, 'a').write(repr(sys.argv[1:]))\n"
        "open(sys.argv[-1], 'a').write('# typed\\n')\n",
        encoding="utf-8",
    )
    return f"'{sys.executable}' '{program}' --wait"


def new(root: Path, *words: str, editor: str = "", language: str = "en") -> pexpect.spawn:
    return start(root, "new", *words, *NOW, LANGUAGE=language, EDITOR=editor, VISUAL="")


def test_a_client_is_asked_for_with_defaults_that_follow_from_the_answers(
    root: Path, tmp_path: Path, editor: str
) -> None:
    terminal = new(root, "client", editor=editor)
    answer(
        terminal,
        ("The client's name: ", '  Ada "& Sons": #1 '),
        ("Its short name, in files and addresses [ada-sons-1]: ", "Ada B"),
    )
    terminal.expect_exact("type: ada-b")  # the hint can be typed
    answer(
        terminal,
        ("Its short name, in files and addresses [ada-sons-1]: ", "first-client"),
        ("there is a client of this name already", "ada"),
        ("Language (en, he) [en]: ", "klingon"),
        ("Language (en, he) [en]: ", ""),
        ("Country [IL]: ", "GB"),
        ("Time zone [Europe/London]: ", ""),
        ("Currency [GBP]: ", "eur"),
        ("type: EUR", "EUR"),
    )
    terminal.expect_exact("Begun: content/clients/ada")
    assert ended(terminal) == 0
    text = (root / FOLDER / "ada/client.yaml").read_text(encoding="utf-8")
    for line in ("name: 'Ada \"& Sons\": #1'", "country: GB", "currency: EUR", "# typed"):
        assert f"\n{line}\n" in text
    opened = (tmp_path / "opened").read_text(encoding="utf-8")
    assert opened == repr(["--wait", str(root / FOLDER / "ada/client.yaml")])
    check = start(root, "check", "--strict", *NOW, LANGUAGE="en")
    check.expect_exact("Nothing is wrong.")
    assert ended(check) == 0


def test_a_country_of_many_clocks_has_to_say_which(root: Path) -> None:
    terminal = new(root, "client", "bob", "--name", "Bob", "--language", "en")
    answer(
        terminal,
        ("Country [IL]: ", "US"),
        ("Time zone: ", "America/New_York"),
        ("Currency [USD]: ", ""),
    )
    assert ended(terminal) == 0
    text = (root / FOLDER / "bob/client.yaml").read_text(encoding="utf-8")
    assert "\ntimezone: America/New_York\n" in text


def test_the_questions_are_in_hebrew_for_who_reads_hebrew(root: Path) -> None:
    terminal = new(root, "client", language="he")
    answer(
        terminal,
        ("שם הלקוח: ", "דנה ובניה"),
        ("[dna-vbnih]: ", "dana"),
        ("שפה (en, he) [en]: ", "he"),
        ("מדינה [IL]: ", ""),
        ("אזור זמן [Asia/Jerusalem]: ", ""),
        ("מטבע [ILS]: ", ""),
    )
    assert ended(terminal) == 0
    text = (root / FOLDER / "dana/client.yaml").read_text(encoding="utf-8")
    assert "\nname: דנה ובניה\n" in text


def test_a_question_that_is_left_writes_nothing(root: Path) -> None:
    terminal = new(root, "client", "ada")
    terminal.expect_exact("The client's name [Ada]: ")
    for _ in range(PATIENCE):
        terminal.sendintr()
        if terminal.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=TIMEOUT / PATIENCE) == 0:
            break
    assert ended(terminal) == 2
    assert [path.name for path in (root / FOLDER).iterdir()] == ["first-client"]


def test_a_client_who_is_there_is_told_at_once(root: Path) -> None:
    terminal = new(root, "client", "first-client")
    terminal.expect_exact("vagen new client first-client-2")
    assert ended(terminal) == 4


def test_which_client_is_asked_and_the_editor_gets_the_file(
    root: Path, tmp_path: Path, editor: str
) -> None:
    terminal = new(root, "note", editor=editor)
    answer(terminal, ("Which client (first-client) [first-client]: ", ""))
    assert ended(terminal) == 0
    path = root / FOLDER / "first-client/notes/2026-11-23.md"
    assert (tmp_path / "opened").read_text(encoding="utf-8") == repr(["--wait", str(path)])
    assert path.read_text(encoding="utf-8").endswith("# typed\n")


@pytest.mark.parametrize("words", [("--no-edit",), ("--dry-run",)])
def test_no_editor_where_none_is_wanted(
    root: Path, tmp_path: Path, editor: str, words: tuple[str, ...]
) -> None:
    terminal = new(root, "note", "first", "Plan", *words, editor=editor)
    assert ended(terminal) == 0
    assert not (tmp_path / "opened").exists()
    path = root / FOLDER / "first-client/notes/plan.md"
    assert path.exists() is (words == ("--no-edit",))


def test_without_an_editor_the_file_is_begun_all_the_same(root: Path) -> None:
    terminal = new(root, "note", "first", "Plan")
    terminal.expect_exact("Begun: content/clients/first-client/notes/plan.md")
    assert ended(terminal) == 0
