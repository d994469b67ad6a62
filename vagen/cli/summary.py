"""What a build did, where to look, and why each file was made, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from vagen.build import Outcome
from vagen.cli.options import shown_path
from vagen.locale import Catalog, direction
from vagen.model.audience import Audience, address
from vagen.pages.artifact import Artifact, Paper
from vagen.problems import Message, say

_RIGHT, _LEFT = "\u200f", "\u200e"
"""Unicode's marks of direction, seen by no one: in a Hebrew line the first keeps a name and the
path after it in their places, the second keeps `../` before the rest of its path."""

WHY = {
    "address": say("its address changed"),
    "assets": say("its own file in layouts changed"),
    "file": say("the file that it copies changed"),
    "language": say("the words of its language changed"),
    "missing": say("it was missing"),
    "new": say("it is new"),
    "template": say("it has another template"),
    "templates": say("templates or styles changed"),
    "versions": say("vagen or a library has another version"),
    "view": say("what it shows changed"),
    "warned": say("it gave warnings the last time"),
}
"""What each of the writer's reasons (judge.py) means to a person; --json has their bare names."""


def explained(outcome: Outcome, target: Path, words: Catalog) -> Iterator[str]:
    """A line for every file that was made again: its path and the reasons."""
    done = outcome.published
    for path, parts in sorted(done.reasons.items()) if done else ():
        why = ", ".join(WHY[part].spoken(words) if part in WHY else part for part in parts)
        yield f"{shown_path(path, target)}: {why}"


def found(outcome: Outcome, words: Catalog) -> str:
    """How many problems there are; silence would leave a person at a terminal in doubt."""
    kinds = [problem.severity for problem in outcome.problems]
    errors, warnings = kinds.count("error"), kinds.count("warning")
    forms = (
        (errors, words.ngettext("{count} error", "{count} errors", errors)),
        (warnings, words.ngettext("{count} warning", "{count} warnings", warnings)),
    )
    said = [form.format(count=count) for count, form in forms if count]
    return ", ".join(said) or words.gettext("Nothing is wrong.")


def stopped(outcome: Outcome, words: Catalog) -> str:
    """What a failed build leaves behind."""
    errors = [problem for problem in outcome.problems if problem.severity == "error"]
    if any(problem.code == "output-write" for problem in errors):
        return words.gettext("The site is not finished; the next build finishes it.")
    return words.ngettext(
        "{count} error: nothing was written, the last good site stays.",
        "{count} errors: nothing was written, the last good site stays.",
        len(errors),
    ).format(count=len(errors))


def counted(outcome: Outcome, words: Catalog) -> str:
    """How many files were written, left, taken over and removed."""
    done = outcome.published
    if done is None:
        return ""
    new, same, taken = len(done.written), len(done.unchanged), len(done.adopted)
    gone, left = len(done.removed), len(done.kept)
    forms = (
        (new, words.ngettext("{count} file written", "{count} files written", new)),
        (same, words.ngettext("{count} file unchanged", "{count} files unchanged", same)),
        (taken, words.ngettext("{count} file taken over", "{count} files taken over", taken)),
        (gone, words.ngettext("{count} file removed", "{count} files removed", gone)),
        (left, words.ngettext("{count} file left alone", "{count} files left alone", left)),
    )
    said = [form.format(count=count) for count, form in forms if count]
    return ", ".join(said) or words.gettext("Nothing to do.")


def places(outcome: Outcome, target: Path, words: Catalog) -> Iterator[str]:
    """Where to look: the first page of every audience, and its PDFs by kind."""
    rows = [
        (f"  {name}", path)
        for artifact in sorted(outcome.artifacts, key=lambda one: (one.audience, one.target))
        if artifact.path == "index.html"
        for name, path in _of_audience(artifact, outcome, target, words)
    ]
    widest = max((len(name) for name, _ in rows), default=0)
    right = direction(words.language) == "rtl"
    for name, path in rows:
        gap = " " * (widest - len(name) + 2)
        before, after = (_RIGHT, "" if path[0].isalnum() else _LEFT) if right else ("", "")
        yield f"{name}{before}{gap}{after}{path}"


def _of_audience(
    first: Artifact, outcome: Outcome, target: Path, words: Catalog
) -> Iterator[tuple[str, str]]:
    """The first page, if it stands, and a row for each kind of PDF that does."""
    if (target / first.target).is_file():
        yield _named(first.audience).spoken(words), shown_path(first.target, target)
    papers: dict[str, list[str]] = {}
    for one in outcome.artifacts:
        paper = isinstance(one.content, Paper) or one.path.endswith(".pdf")
        if paper and one.audience == first.audience and (target / one.target).is_file():
            papers.setdefault(one.kind, []).append(one.target)
    for kind, paths in sorted(papers.items()):
        yield f"  {_paper(kind, len(paths), words)}", _together(paths, target)


def _together(paths: list[str], target: Path) -> str:
    """The only path, or the folder of several."""
    if len(paths) == 1:
        return shown_path(paths[0], target)
    folder, *others = {PurePosixPath(path).parent for path in paths}
    while others and not all(other.is_relative_to(folder) for other in others):
        folder = folder.parent
    return shown_path(folder.as_posix(), target)


def _named(audience: Audience) -> Message:
    names = {
        "public": say("public pages"),
        "team": say("handbook"),
        "owner": say("desk"),
    }
    portal = say("portal {client}", client=audience.id or address(audience))
    return names.get(audience.kind, portal)


def _paper(kind: str, count: int, words: Catalog) -> str:
    match kind:
        case "invoices":
            form = words.ngettext("{count} invoice (PDF)", "{count} invoices (PDF)", count)
        case "welcome":
            form = words.gettext("welcome kit (PDF)")
        case "handbook":
            form = words.gettext("handbook (PDF)")
        case _:
            form = words.ngettext("{count} document (PDF)", "{count} documents (PDF)", count)
    return form.format(count=count)
