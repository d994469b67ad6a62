"""What a command does not need it does not import: help stays instant, and pages need no Pango."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import Site

HEAVY = (
    "babel",
    "dateutil",
    "holidays",
    "icalendar",
    "jinja2",
    "markdown_it",
    "pydantic",
    "rich",
    "stdnum",
    "watchdog",
    "weasyprint",
    "yaml",
)
ASK = """
import atexit, sys
told = sys.stderr
atexit.register(lambda: print(*sorted({name.split(".")[0] for name in sys.modules}), file=told))
sys.argv[0] = "vagen"
from vagen.cli import main
main()
"""


def imported(*arguments: str) -> set[str]:
    """The packages that a whole run of the command has imported at its end."""
    run = subprocess.run(
        [sys.executable, "-c", ASK, *arguments], capture_output=True, check=True, text=True
    )
    return set(run.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(Site.demo(tmp_path_factory.mktemp("imports")).root)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    found = imported(*arguments)
    assert "click" in found
    assert found.isdisjoint(HEAVY)


def test_help_of_the_group_imports_no_command() -> None:
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "vagen", "--help"],
        capture_output=True,
        check=True,
        text=True,
    )
    ours = {line.split("|")[-1].strip() for line in run.stderr.splitlines() if "| " in line}
    assert {name for name in ours if name.startswith("vagen")} == {
        "vagen",
        "vagen.cli",
        "vagen.cli.exits",
        "vagen.cli.lazy",
    }


def test_weasyprint_is_imported_only_where_a_pdf_is_made(practice: str) -> None:
    when = ("-C", practice, "--now", "2026-11-23")
    assert "weasyprint" not in imported("check", *when)
    assert "weasyprint" not in imported("build", *when, "--no-pdf")
    assert "weasyprint" not in imported("build", *when, "--only", "public")
    assert "weasyprint" in imported("build", *when, "--only", "invoices")
    # All of them stand: nothing is left to draw.
    assert "weasyprint" not in imported("build", *when, "--only", "invoices")


def test_init_needs_no_library_for_pages(tmp_path: Path) -> None:
    found = imported("init", str(tmp_path / "p"), "--no-input")
    assert found.isdisjoint({"weasyprint", "holidays", "watchdog", "icalendar", "rich"})


def test_the_log_is_kept_without_records(practice: str) -> None:
    when = ("-C", practice, "--now", "2026-11-23T10:00+02:00")
    for command in (("log", "fen", "45m Mail"), ("start", "efr", "Call"), ("status",)):
        found = imported(*command, *when)
        assert "yaml" in found
        assert found.isdisjoint(set(HEAVY) - {"yaml"})
    assert imported("stop", "--drop", *when).isdisjoint(set(HEAVY) - {"yaml"})


def test_the_day_needs_records_and_no_library_for_pages(practice: str) -> None:
    found = imported("today", "-C", practice, "--now", "2026-11-23")
    assert "pydantic" in found
    pages = {"icalendar", "jinja2", "markdown_it", "rich", "watchdog", "weasyprint"}
    assert found.isdisjoint(pages)
