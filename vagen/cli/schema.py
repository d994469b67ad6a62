"""`vagen schema`: editors learn the keys of our files, and what they mean."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from pathlib import Path

import click

from vagen.cli.exits import GOOD, PROBLEMS
from vagen.cli.options import on_workspace, shown_path, workspace_root
from vagen.cli.report import language_of, report, words_of
from vagen.edit.change import Edit
from vagen.edit.editors import SETTINGS, are_known, refreshed, settings
from vagen.edit.heading import FOLDER
from vagen.edit.writing import carry_out
from vagen.locale import catalog
from vagen.source.glance import Glance, no_workspace


@click.command("schema")
@on_workspace
def schema_command(folder: Path | None, now: date | datetime | None) -> int:
    """Write the schemas by which editors show keys, meanings and mistakes while you type.

    They are in the practice's language and stand in .schema/. `vagen init` writes them too: type
    this after a new version of vagen, or after the practice's language has changed.
    """
    del now
    root = workspace_root(folder)
    if not (root / "vagen.yaml").is_file():
        edit = Edit(problems=(no_workspace(),))
    else:
        described = catalog(language_of(root))
        edit = carry_out(root, lambda glance: refreshed(glance, described))
    words = words_of(root)
    report(edit, root, sys.stderr, words)
    if edit.failed:
        return PROBLEMS
    count = len(edit.changes)
    form = words.ngettext(
        "{count} file for editors written", "{count} files for editors written", count
    )
    place = shown_path(FOLDER, root)
    click.echo(
        form.format(count=count)
        if count
        else words.gettext("The files for editors in {folder} are up to date.").format(folder=place)
    )
    if not are_known(Glance(root)):
        says = words.gettext("{path} is yours and stays. For VS Code, add to it:")
        click.echo(says.format(path=shown_path(SETTINGS, root)))
        click.echo(json.dumps(settings(), indent=2))
    return GOOD
