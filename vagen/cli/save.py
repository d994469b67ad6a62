"""`vagen save` and `vagen undo`: git for someone who does not know git."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from vagen.build import Outcome
from vagen.cli.exits import GOOD, MISSING, PROBLEMS, REFUSED
from vagen.cli.options import on_workspace, workspace_root
from vagen.cli.report import report, words_of
from vagen.edit.folder import ignore
from vagen.locale import Catalog
from vagen.problems import Problem, Span, say
from vagen.repository.author import author_of
from vagen.repository.changes import Change
from vagen.repository.clash import Clash
from vagen.repository.exchanging import Exchange
from vagen.repository.git import Git, GitError, is_there
from vagen.repository.saving import Saved, save
from vagen.repository.undoing import Undone, undo

_SHOWN = 20  # files that a save or an undo lists before it only counts
_FOR_EDITORS = (".schema/", ".vscode/")
_HOW = {
    "new": say("new"),
    "changed": say("changed"),
    "gone": say("gone"),
    "renamed": say("renamed"),
}


@click.command("save")
@on_workspace
@click.argument("message", required=False, default="")
@click.option("--dry-run", is_flag=True, help="Say what would be saved; save nothing.")
def save_command(
    folder: Path | None, now: date | datetime | None, *, message: str, dry_run: bool
) -> int:
    """Keep all that changed, and exchange it with your other machine where there is one.

    MESSAGE says what it is about; without one, it is made from what changed.
    """
    root = workspace_root(folder)
    words = words_of(root)
    git = _git(root, now, words)
    if isinstance(git, int):
        return git
    try:
        if not dry_run:
            ignore(root)
        done = save(git, message.strip(), words, pretend=dry_run)
    except (GitError, OSError) as error:
        return _git_said(str(error), words)
    for line in _saved(done, words, dry_run=dry_run):
        click.echo(line)
    return _problems(done.problems, done.clashes, root, words)


@click.command("undo")
@on_workspace
@click.option("--redo", is_flag=True, help="Take the last undo back.")
@click.option("--dry-run", is_flag=True, help="Say what would be undone; undo nothing.")
def undo_command(
    folder: Path | None, now: date | datetime | None, *, redo: bool, dry_run: bool
) -> int:
    """Take the last save back. It is kept, too: `vagen undo --redo` brings it back."""
    root = workspace_root(folder)
    words = words_of(root)
    git = _git(root, now, words)
    if isinstance(git, int):
        return git
    try:
        done = undo(git, words, redo=redo, pretend=dry_run)
    except (GitError, OSError) as error:
        return _git_said(str(error), words)
    if done.problems:
        report(Outcome(done.problems), root, sys.stderr, words)
        return REFUSED
    for line in _undone(done, words, redo=redo, dry_run=dry_run):
        click.echo(line)
    saved = done.saved or Saved()
    return _problems(saved.problems, saved.clashes, root, words)


def _git(root: Path, now: date | datetime | None, words: Catalog) -> Git | int:
    """The git of a workspace, or the exit code where there is the one or the other lacking."""
    if not (root / "vagen.yaml").is_file():
        hint = say("make a workspace with: vagen init DIR")
        missing = Problem(
            Span("vagen.yaml"), "no-workspace", say("there is no vagen.yaml here"), hint
        )
        report(Outcome((missing,)), root, sys.stderr, words)
        return PROBLEMS
    if not is_there():
        click.echo(words.gettext("git is not installed here; vagen doctor says how"), err=True)
        return MISSING
    asks = sys.stdin.isatty() and sys.stderr.isatty()
    return Git(root, author_of(root), asks=asks, when=_instant(now))


def _instant(now: date | datetime | None) -> datetime | None:
    """The time of the save, where `--now` gives one; a date means its noon."""
    if now is None or isinstance(now, datetime):
        return now
    return datetime.combine(now, time(12), UTC)


def _git_said(said: str, words: Catalog) -> int:
    click.echo(words.gettext("git could not do it, and said:"), err=True)
    for line in said.splitlines():
        click.echo(f"    {line}", err=True)
    return PROBLEMS


def _problems(
    problems: tuple[Problem, ...], clashes: tuple[Clash, ...], root: Path, words: Catalog
) -> int:
    """Every problem; below a place that two machines changed, both sides of it."""
    sides = {(one.path, one.line): one for one in clashes}
    for problem in problems:
        report(Outcome((problem,)), root, sys.stderr, words)
        clash = sides.get((problem.at.path, problem.at.line))
        for line in _both(clash, words) if clash else ():
            click.echo(line, err=True)
    return PROBLEMS if problems else GOOD


def _both(clash: Clash, words: Catalog) -> Iterator[str]:
    for name, side in (
        (words.gettext("on this machine:"), clash.here),
        (words.gettext("on the other machine:"), clash.there),
    ):
        if clash.here or clash.there:
            yield f"    {name}"
            yield from (f"      {line}" for line in side or (words.gettext("(nothing)"),))


def _saved(done: Saved, words: Catalog, *, dry_run: bool) -> Iterator[str]:
    """What a save did, from the first line to whether it was sent."""
    if done.began and dry_run:
        yield words.gettext("The history of this folder would begin; all of it would be saved.")
    elif (done.message and not done.problems) or done.exchange:
        yield from _kept(done, words, dry_run=dry_run)
    elif not (done.problems or done.ended):
        yield words.gettext("Nothing changed since the last save.")
    if done.ended:
        yield words.gettext("Both machines' changes are joined.")
    if done.exchange:
        yield from _exchanged(done.exchange, words)


def _kept(done: Saved, words: Catalog, *, dry_run: bool) -> Iterator[str]:
    if not done.message:
        yield words.gettext("Nothing changed since the last save.")
        return
    form = words.gettext("Would save: {what}") if dry_run else words.gettext("Saved: {what}")
    yield form.format(what=done.message)
    yield from _files(done.changes, words)


def _exchanged(met: Exchange, words: Catalog) -> Iterator[str]:
    if met.received:
        form = words.ngettext(
            "{count} save of the other machine came in.",
            "{count} saves of the other machine came in.",
            met.received,
        )
        yield form.format(count=met.received)
    if met.even:
        yield words.gettext("Sent.") if met.sent else words.gettext("There was nothing to send.")
    elif not met.clashes:
        yield words.gettext("Kept here, not sent yet: {why}").format(why=met.why)
        yield words.gettext("The next vagen save tries again.")


def _undone(done: Undone, words: Catalog, *, redo: bool, dry_run: bool) -> Iterator[str]:
    past = done.past
    if past is None or not past.commit:
        yield words.gettext("The joining is taken back; both sides are as they were saved.")
        return
    if dry_run:
        form = words.gettext("Would take back: {what}")
    elif redo:
        form = words.gettext("Brought back: {what}")
    else:
        form = words.gettext("Taken back: {what}")
    yield form.format(what=past.subject.partition(": ")[2] if redo else past.subject)
    yield from _files(done.changes, words)
    if done.saved and done.saved.exchange:
        yield from _exchanged(done.saved.exchange, words)
    if not (redo or dry_run):
        yield words.gettext("To bring it back: vagen undo --redo")


def _files(changes: tuple[Change, ...], words: Catalog) -> Iterator[str]:
    """A line a file, as git's own names for them would be for someone who knows git.

    What is kept for editors, in .schema/ and .vscode/, comes after what a person wrote.
    """
    for one in sorted(changes, key=lambda one: one.path.startswith(_FOR_EDITORS))[:_SHOWN]:
        name = f"{one.old} -> {one.path}" if one.old else one.path
        yield f"  {_HOW[one.how].spoken(words)}: {name}"
    rest = len(changes) - _SHOWN
    if rest > 0:
        form = words.ngettext("  and {count} more file", "  and {count} more files", rest)
        yield form.format(count=rest)
