"""The wheel as hatchling makes it, for the tests of what is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.sites import ROOT

_MADE_OF = ("vagen", "layouts", "content", "vagen.yaml", "pyproject.toml", "README.md", "LICENSE")


def made(place: Path, source: Path = ROOT, **environment: str) -> Path:
    """The wheel of a source tree, made in `place` without a network."""
    place.mkdir(parents=True, exist_ok=True)
    code = f"from hatchling.build import build_wheel; print(build_wheel({str(place)!r}))"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=source,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )
    return place / run.stdout.split()[-1]


def archive(place: Path) -> Path:
    """The sources as an archive gives them: no git, no tags."""
    for name in _MADE_OF:
        whole = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        place.mkdir(parents=True, exist_ok=True)
        whole(ROOT / name, place / name)
    return place
