"""The real command: it says what it does, in the reader's language, and ends quietly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.sites import Site
from tests.watch.watched import LONG


@contextmanager
def _run(site: Site, *options: str, language: str = "en") -> Iterator[subprocess.Popen[str]]:
    """The command, killed in the end: it would go on for ever where a test fails."""
    run = subprocess.Popen(
        [sys.executable, "-m", "vagen", "watch", "-C", ".", "--now", "2026-11-23", *options],
        cwd=site.root,
        env=os.environ | {"LANGUAGE": language, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    try:
        yield run
    finally:
        run.kill()
        run.communicate()


def _until(run: subprocess.Popen[str], words: str) -> list[str]:
    said = []
    for line in run.stdout:
        said.append(line)
        if words in line:
            return said
    raise AssertionError("".join(said))


def test_a_clients_own_pdf_is_a_file_and_not_one_that_was_made(tmp_path: Path) -> None:
    site = Site.demo(tmp_path)
    with _run(site, "--no-pdf") as run:
        told = _until(run, "files written")[-1]
    assert list(site.folder.glob("c/*/documents/*.pdf"))
    assert "PDF" not in told


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ends_quietly(tmp_path: Path, how: signal.Signals) -> None:
    with _run(Site.demo(tmp_path), "--no-pdf") as run:
        _until(run, "files written")
        run.send_signal(how)
        rest, _ = run.communicate(timeout=LONG)
        assert (run.returncode, rest) == (0, "")


def test_tells_of_mistakes_once_and_goes_on(tmp_path: Path) -> None:
    site = Site.demo(tmp_path)
    with _run(site, "--no-pdf") as run:
        assert _until(run, "files written")[0] == (
            "Watching . by the system's own events. Ctrl-C ends it.\n"
        )
        site.change("vagen.yaml", "country: IL", "country: XX")
        said = "".join(_until(run, "mended"))
        assert "vagen.yaml:14:10: error:" in said
        assert "hint:" in said
        assert "1 error: nothing is written until it is mended" in said
        site.change("vagen.yaml", "country: XX", "country:  XX")
        site.change("vagen.yaml", "country:  XX", "country: IL")
        _until(run, "nothing to change")
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=LONG)


def test_speaks_hebrew_and_looks_where_it_is_asked_to(tmp_path: Path) -> None:
    site = Site.demo(tmp_path)
    with _run(site, "--no-pdf", "--poll", language="he") as run:
        first = _until(run, "קבצים נכתבו")[0]
        assert first == "מעקב אחרי . במבט כל חצי שנייה (לפי בקשה). לסיום: Ctrl-C.\n"
        (site.root / "content").rename(site.root / "away")
        assert "שום דבר לא נכתב" in "".join(_until(run, "שיתוקנו"))
        (site.root / "away").rename(site.root / "content")
        _until(run, "אין מה לשנות")
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=LONG)
        assert run.returncode == 0
