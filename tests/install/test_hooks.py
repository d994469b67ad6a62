"""What `.pre-commit-hooks.yaml` promises to pre-commit."""

from __future__ import annotations

import re

import yaml

from tests.sites import ROOT

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_the_hook_checks_the_practice_as_a_whole() -> None:
    (hook,) = HOOKS
    assert (hook["id"], hook["entry"], hook["language"]) == ("vagen-check", "vagen check", "python")
    assert hook["pass_filenames"] is False


def test_it_runs_for_what_vagen_reads_and_for_nothing_else() -> None:
    runs = re.compile(HOOKS[0]["files"]).search
    for path in ("vagen.yaml", "content/clients/ada/tasks.yaml", "layouts/portal/board.html.j2"):
        assert runs(path)
    for path in ("README.md", "old/vagen.yaml", "mycontent/x.yaml", "notes.txt"):
        assert not runs(path)
