"""One build's outputs into its folder: plan, render what is stale, judge, commit, keep receipts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from vagen.disk.lock import locked
from vagen.problems import Problem
from vagen.publish.book import as_it_stands, booked, receipt_of
from vagen.publish.commit import clear_up, commit
from vagen.publish.foreign import readable, told
from vagen.publish.judge import Case, Fate, judge, reasons
from vagen.publish.output import Make, Output, path_problems
from vagen.publish.place import identity, real, refused_output, shown, unwritable
from vagen.publish.receipts import Ledger, Receipts
from vagen.publish.shelf import Shelf, shelf
from vagen.publish.staging import Staging, staging

Progress = Callable[[str, int, int], None]
"""Told before a file is rendered: its path, its number from 1, and how many there are."""


@dataclass(frozen=True, slots=True)
class Published:
    """What one build did, by path inside the output folder.

    `kept` are files that are not ours and stay. `reasons` say why a file was rendered (see
    `reasons` in judge.py). Where `problems` hold an error nothing was written, but for
    `output-write`, after which the next build finishes.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    adopted: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def publish(  # noqa: PLR0913 - one argument a choice of the command line
    outputs: Iterable[Output],
    *,
    workspace: Path,
    folder: Path,
    only: AbstractSet[str] | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> Published:
    """Brings `folder` to hold these outputs and, of what vagen wrote there before, no others.

    `only` names the kinds to look at: files of other kinds stay as they are. With `strict`
    every warning is an error, and an error writes nothing. Waits for another build of the same
    workspace. What a `make` raises is passed on, after clearing up.
    """
    wanted = tuple(outputs)
    refused = refused_output(workspace, folder)
    wrong = (refused,) if refused else path_problems(wanted)
    if wrong:
        return Published(problems=wrong)
    home, place = real(workspace), real(folder)
    ledger = Ledger(home / ".vagen", identity(home, place))
    by_path = {one.path: one for one in wanted}
    build = _Build(home, place, ledger, outputs=by_path, only=only, strict=strict)
    try:
        with ExitStack() as stack:
            with build.effects():
                stack.enter_context(locked(ledger.folder / "lock"))
                waiting = stack.enter_context(staging(ledger.folder / "staging"))
            return build.run(waiting, progress)
    except _UnwritableError as stop:
        return Published(problems=(stop.problem,))


class _UnwritableError(Exception):
    """The disk refused a step; carries the Problem to `publish`."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class _Build:
    """One build, from its receipts to its receipts, with the workspace's lock held."""

    workspace: Path
    folder: Path
    ledger: Ledger
    outputs: Mapping[str, Output]
    only: AbstractSet[str] | None
    strict: bool

    def run(self, waiting: Staging, progress: Progress | None) -> Published:
        """Plans, renders, judges, and commits where nothing is wrong."""
        with self.effects():
            receipts = self._settled()
            before = shelf(self.folder)
        why = self._stale(receipts, before)
        self._render(why.keys(), waiting, progress)
        with self.effects():
            # Rendering takes its time; a person may have changed a file since.
            case = self._case(receipts, why.keys(), waiting)
            fates = judge(case)
            found = (*waiting.problems, *told(case, fates, shown(self.workspace, self.folder)))
            problems = tuple(replace(one, severity="error") for one in found)
            problems = problems if self.strict else found
            if any(one.severity == "error" for one in problems):
                return Published(kept=_of(fates, "kept"), reasons=why, problems=problems)
            self._commit(case, fates, waiting)
        return Published(
            written=_of(fates, "written"),
            unchanged=_of(fates, "unchanged"),
            adopted=_of(fates, "adopted"),
            removed=_of(fates, "removed"),
            kept=_of(fates, "kept"),
            reasons=why,
            problems=problems,
        )

    @contextmanager
    def effects(self) -> Iterator[None]:
        """Turns a refusal of the disk into a problem; what rendering raises is not touched."""
        try:
            yield
        except OSError as error:
            at = shown(self.workspace, Path(os.fsdecode(error.filename or self.folder)))
            reason = error.strerror or type(error).__name__
            raise _UnwritableError(unwritable(readable(at), reason)) from error

    def _settled(self) -> Receipts:
        """The receipts, with the files that a killed build put in place before it could say so."""
        receipts, intended = self.ledger.read(), self.ledger.intended()
        if not intended:
            return receipts
        clear_up(self.folder, intended)
        found = shelf(self.folder)
        placed = {
            path: as_it_stands(receipt, found.names[path])
            for path, receipt in intended.items()
            if found.digest(path) == receipt.sha256
        }
        self.ledger.write({**receipts.files, **placed})
        return self.ledger.read()

    def _makes(self) -> dict[str, Make]:
        """How the outputs are made that this build looks at; the others stay as they are."""
        return {
            path: one.make
            for path, one in self.outputs.items()
            if one.make and (self.only is None or one.kind in self.only)
        }

    def _stale(self, receipts: Receipts, before: Shelf) -> dict[str, tuple[str, ...]]:
        """Why each output that must be rendered must be."""
        why: dict[str, tuple[str, ...]] = {}
        for path in self._makes():
            receipt, stands = receipts.files.get(path), before.form(path) == "file"
            if found := reasons(self.outputs[path], receipt, stands=stands):
                why[path] = found
        return why

    def _render(self, stale: AbstractSet[str], waiting: Staging, progress: Progress | None) -> None:
        ahead = [(path, make) for path, make in self._makes().items() if path in stale]
        for number, (path, make) in enumerate(ahead, 1):
            if progress:
                progress(path, number, len(ahead))
            made = make()
            with self.effects():
                waiting.take(path, made)

    def _case(self, receipts: Receipts, stale: AbstractSet[str], waiting: Staging) -> Case:
        return Case(
            outputs=self.outputs,
            staged={path: one.sha256 for path, one in waiting.files.items()},
            current=self._makes().keys() - stale,
            receipts=receipts,
            shelf=shelf(self.folder),
            only=self.only,
        )

    def _commit(self, case: Case, fates: Mapping[str, Fate], waiting: Staging) -> None:
        """Carries out the fates, between the journal and the receipts."""
        written = {path: waiting.files[path] for path in _of(fates, "written")}
        placed = {path: receipt_of(self.outputs[path], one) for path, one in written.items()}
        if placed:
            self.ledger.intend(placed)
        commit(
            self.folder,
            write={path: one.file for path, one in written.items()},
            leave=_of(fates, "removed"),
            left=_of(fates, "gone"),
        )
        files = dict(booked(case, fates, waiting.files))
        if placed or files != case.receipts.files:
            self.ledger.write(files)


def _of(fates: Mapping[str, Fate], *wanted: Fate) -> tuple[str, ...]:
    return tuple(sorted(readable(path) for path, fate in fates.items() if fate in wanted))
