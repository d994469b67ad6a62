"""`vagen layouts`: what pages are drawn with, and a copy of it to be changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import click

from vagen.cli.exits import GOOD
from vagen.cli.options import on_workspace, shown_path, workspace_root
from vagen.cli.report import words_of
from vagen.cli.told import tell
from vagen.edit.change import Done
from vagen.edit.layout import copy
from vagen.edit.writing import carry_out
from vagen.locale import Catalog
from vagen.problems import Message, say
from vagen.render.layouts import read_layouts

Now = date | datetime | None


@click.group("layouts")
def layouts_group() -> None:
    """See what pages and papers are drawn with, and copy it to change the look.

    docs/layouts.md tells what each template sees.
    """


@layouts_group.command("list")
@on_workspace
@click.option("--own", is_flag=True, help="Only those that the workspace brings.")
def list_command(folder: Path | None, now: Now, *, own: bool) -> int:
    """List every file of the layouts, and say which are your own."""
    del now
    root = workspace_root(folder)
    words, layouts = words_of(root), read_layouts(root)
    yours, ours = words.gettext("your own"), words.gettext("built-in")
    names = [name for name in sorted(_of_pages(layouts.files)) if name in layouts.own or not own]
    width = max(map(len, names), default=0)
    for name in names:
        click.echo(f"{name:<{width}}  {yours if name in layouts.own else ours}")
    return GOOD


@layouts_group.command("copy")
@click.argument("name", metavar="NAME")
@on_workspace
@click.option("--dry-run", "dry", is_flag=True, help="Show what would change, write nothing.")
def copy_command(name: str, folder: Path | None, now: Now, *, dry: bool) -> int:
    """Copy a built-in layout into layouts/ of the workspace, where you change it."""
    del now
    root, built_in = workspace_root(folder), _of_pages(read_layouts().files)
    edit = carry_out(root, lambda glance: copy(glance, name, built_in), dry=dry)
    return tell(edit, root, lambda done, words: _said(done, words, root), dry=dry)


def _of_pages(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that a practice may have otherwise: the preview's bar is not of its pages."""
    return {name: data for name, data in files.items() if not name.startswith("serve/")}


def _said(done: Done, words: Catalog, root: Path) -> str:
    form = say("Copied to {path}. It is what pages follow until you delete it.")
    return Message(form.text, (("path", shown_path(done.at.path, root)),)).spoken(words)
