"""Nothing that only POSIX has is needed to import vagen: Windows has no fcntl, pwd or termios."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import importlib, pkgutil, sys, types
# What is not ours is imported as on this machine.
import babel.core, babel.dates, babel.numbers, click, holidays, jinja2, markdown_it
import pydantic, rich.progress, yaml
import asyncio, subprocess, shutil, zoneinfo, click.shell_completion, weasyprint
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
        importlib.import_module(found.name)
print("imported", len([name for name in sys.modules if name.startswith("vagen")]))
"""


def test_every_module_is_imported_where_posix_is_not() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, check=False, text=True
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("imported ")
