"""Nothing that only POSIX has is needed to import vagen: Windows has no fcntl, pwd or termios."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import importlib, pkgutil, sys, types
# What is not ours is imported as on this machine.
import babel.core, babel.dates, babel.numbers, click, holidays, jinja2, markdown_it
import pydantic, rich.progress, yaml
import asyncio, subprocess, shutil, zoneinfo, click.shell_completion
try:
    import weasyprint
except OSError:
    print("without Pango")
for name in ("fcntl", "pwd", "grp", "termios", "tty", "pty", "resource", "syslog"):
    sys.modules[name] = None  # importing it fails
locking = types.SimpleNamespace(locking=lambda *_: None, LK_NBLCK=2)
sys.modules["msvcrt"] = locking
sys.platform = "win32"
import os
for name in ("fork", "geteuid", "getuid", "chown", "lchown", "mkfifo", "getpgid", "killpg"):
    if hasattr(os, name):
        delattr(os, name)
import vagen
for found in pkgutil.walk_packages(vagen.__path__, "vagen."):
    if found.name != "vagen.__main__":
        try:
            importlib.import_module(found.name)
        except OSError:
            print("needs Pango:", found.name)
print("imported", len([name for name in sys.modules if name.startswith("vagen")]))
"""


def imported(**env: str) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, **env},
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_every_module_is_imported_where_posix_is_not() -> None:
    (said,) = imported()
    assert said.startswith("imported ")


@pytest.mark.skipif(sys.platform != "linux", reason="LD_LIBRARY_PATH is how Pango breaks here")
def test_and_where_pango_is_not(tmp_path: Path) -> None:
    (tmp_path / "libpango-1.0.so.0").touch()
    *advice, last = imported(LD_LIBRARY_PATH=str(tmp_path))
    assert "without Pango" in advice
    needing = {line for line in advice if line.startswith("needs Pango")}
    assert needing <= {f"needs Pango: vagen.render.{name}" for name in ("fetcher", "press")}
    assert last.startswith("imported ")
