"""What watch and serve say: a line for every build, and what was wrong when that is new."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from vagen.cli.report import report, words_for
from vagen.locale import Catalog
from vagen.problems import Problem, say
from vagen.watch.sight import Sight
from vagen.watch.watching import Round


@dataclass(slots=True)
class Telling:
    """The words of one run."""

    root: Path
    known: tuple[Problem, ...] = ()
    crash: str = ""

    def of(self, done: Round) -> None:
        """A build: its problems where they are others than before, then its line."""
        words = words_for(done.outcome)
        fresh = done.crash != self.crash or done.outcome.problems != self.known
        if fresh:
            report(done.outcome, self.root, sys.stderr)
            click.echo(done.crash, err=True, nl=False)
        self.known, self.crash = done.outcome.problems, done.crash
        line = counted(done, words)
        if line and (fresh or not done.papers or _wrote(done)):
            click.echo(f"{datetime.now().astimezone():%H:%M:%S}  {line}")


def opening(folder: str, sight: Sight, words: Catalog) -> str:
    """The first line: what is watched, how, and how it ends."""
    if sight.looking is None:
        told = say("Watching {folder} by the system's own events. Ctrl-C ends it.", folder=folder)
    else:
        told = say(
            "Watching {folder} by looking every half second ({why}). Ctrl-C ends it.",
            folder=folder,
            why=sight.looking,
        )
    return told.spoken(words)


def counted(done: Round, words: Catalog) -> str:
    """What a build did, in few words."""
    if done.crash:
        return words.gettext("this is a bug in vagen, not in your files; the next edit tries again")
    if done.failed:
        count = sum(problem.severity == "error" for problem in done.outcome.problems)
        told = words.ngettext(
            "{count} error: nothing is written until it is mended",
            "{count} errors: nothing is written until they are mended",
            count,
        )
        return told.format(count=count)
    parts = list(_counts(done, words))
    return ", ".join(parts) if parts else words.gettext("nothing to change")


def _counts(done: Round, words: Catalog) -> list[str]:
    """A build that makes no papers copies PDFs that a client is given: those are files."""
    published = done.outcome.published
    if published is None:
        return []
    papers = sum(path.endswith(".pdf") for path in published.written) if done.papers else 0
    pages = len(published.written) - papers
    counts = (
        (pages, words.ngettext("{count} file written", "{count} files written", pages)),
        (papers, words.ngettext("{count} PDF made", "{count} PDFs made", papers)),
        (
            len(published.removed),
            words.ngettext("{count} file removed", "{count} files removed", len(published.removed)),
        ),
    )
    return [told.format(count=count) for count, told in counts if count]


def _wrote(done: Round) -> bool:
    published = done.outcome.published
    return published is not None and bool(published.written or published.removed)
