"""What a command that edits a person's files says: its problems, its diff, what it did."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from vagen.cli.exits import GOOD, PROBLEMS, REFUSED
from vagen.cli.options import shown_path
from vagen.cli.report import coloured, report, words_for, words_of
from vagen.edit.change import Change, Done, Edit
from vagen.locale import Catalog

_REFUSALS = {"already-there", "edit-by-hand", "folder-link", "link-leaves-workspace"}
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}

Sentence = Callable[[Done, Catalog], str]


def tell(edit: Edit, root: Path, sentence: Sentence, *, dry: bool) -> int:
    """Print it all; the exit code."""
    words = words_for(edit) if "vagen.yaml" in edit.texts else words_of(root)
    report(edit, root, sys.stderr, words)
    if edit.failed:
        codes = {problem.code for problem in edit.problems}
        return REFUSED if codes & _REFUSALS else PROBLEMS
    if dry:
        for change in edit.changes:
            _show(change, root)
        click.echo(words.gettext("Nothing was written: this is what would change."), err=True)
        return GOOD
    for done in edit.done:
        click.echo(sentence(done, words))
    return GOOD


def _show(change: Change, root: Path) -> None:
    colour = coloured(sys.stdout)
    click.echo(shown_path(change.path, root))
    for line in change.diff():
        click.echo(click.style(line, fg=_COLOURS.get(line[:1])) if colour else line)
