"""Every command's words and exit codes, first use and worst use, through the real command.

`pytest tests/cli --update-golden` rewrites what is printed; read the diff.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.transcript import read, run, written

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
LINUX_ONLY = {"nothing-draws-pdfs"}  # LD_LIBRARY_PATH is how that one breaks Pango
DEBIAN_ONLY = {"doctor-poor"}  # the commands that mend are those of the system


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_commands_print_what_the_transcript_says(
    path: Path, tmp_path: Path, *, update_golden: bool
) -> None:
    if path.stem in LINUX_ONLY and sys.platform != "linux":
        pytest.skip("needs LD_LIBRARY_PATH")
    if path.stem in DEBIAN_ONLY and not Path("/etc/debian_version").exists():
        pytest.skip("needs Debian or Ubuntu")
    steps = read(path.read_text(encoding="utf-8"))
    assert steps
    printed = list(run(steps, tmp_path))
    assert len(printed) == len(steps)
    if update_golden:
        for step, now in zip(steps, printed, strict=True):
            step.printed = step.printed if step.matches(now) else now
        path.write_text(written(steps), encoding="utf-8")
    for step, now in zip(steps, printed, strict=True):
        assert step.matches(now), f"{step.command}\n{now}"


def test_every_exit_code_is_shown() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in TRANSCRIPTS)
    assert {code for code in range(10) if f"\n[{code}]\n" in text} == {0, 1, 2, 3, 4, 5}


def test_a_transcript_reads_back_as_it_is_written() -> None:
    for path in TRANSCRIPTS:
        text = path.read_text(encoding="utf-8")
        assert written(read(text)) == text, path.name


def test_an_ellipsis_stands_for_lines_and_for_nothing_else() -> None:
    (step,) = read("$ x\none\n…\nlast\n[0]\n")
    assert step.matches("one\nlast\n[0]\n")
    assert step.matches("one\ntwo\nthree\nlast\n[0]\n")
    assert not step.matches("one\nlast\nmore\n[0]\n")
    assert not step.matches("one\nlast\n[1]\n")
