"""Incremental equals clean: after any steps, the site is what a build from nothing would make.

**Clean** is a build of the same workspace, at the same `now` and with the same choices, in a
folder where nothing was ever built. What it makes must stand, byte for byte, and nothing else of
ours, with these exceptions, which are promises of their own:

- a file that a person changed or added in site/ is theirs and stays as it is, until they delete
  it or a build makes the very same bytes; without receipts (.vagen deleted) that holds for every
  file that the next build does not make byte for byte;
- `--no-pdf` leaves PDFs that are drawn as they stand, but removes those of pages that are gone;
- `--only` leaves files of other kinds as they stand, whether they are wanted or not;
- a build with an error leaves the whole site as it stands, and clean has the same error.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.line.dials import DIALS, Practice, forget
from tests.publish.death import dying
from tests.sites import Site
from vagen.build import Outcome
from vagen.pages.artifact import Paper

_KINDS = ("public", "portal", "welcome", "handbook", "invoices", "desk")
_NOWS = (
    date(2026, 11, 23),
    date(2026, 11, 24),
    datetime(2026, 11, 24, 22, 30, tzinfo=UTC),  # two days at once: London and Jerusalem
    date(2026, 12, 7),
    date(2026, 10, 30),
    date(2027, 9, 1),
)
_TURNS = st.sampled_from(
    [(name, to) for name, dial in DIALS.items() for to in range(len(dial.turns))]
)


class Killed(BaseException):
    """As abrupt as a kill: nothing of ours catches it, and no call to the disk works after it."""


def die() -> None:
    raise Killed


class Builds(RuleBasedStateMachine):
    """`mine` are the files of site/ that belong to a person; `kinds` whatever kind a path had."""

    @initialize()
    def begin(self) -> None:
        self.place = Path(tempfile.mkdtemp())
        self.practice = Practice(self.place / "practice")
        self.practice.lay_out()
        self.site = Site(self.practice.root, self.practice.root / "site")
        self.mine: dict[str, bytes] = {}
        self.kinds: dict[str, str] = {}
        self.count = 0

    def teardown(self) -> None:
        shutil.rmtree(getattr(self, "place", ""), ignore_errors=True)

    @rule(turns=st.lists(_TURNS, min_size=1, max_size=3))
    def edit(self, turns: list[tuple[str, int]]) -> None:
        for name, to in turns:
            self.practice.turn(name, to)

    @rule()
    def mend(self) -> None:
        for name in DIALS:
            if name.startswith("broken"):
                self.practice.turn(name, 0)

    @rule(now=st.sampled_from(_NOWS))
    def wait(self, now: date | datetime) -> None:
        self.site.now = now

    @rule(which=st.integers(0, 99))
    def edit_by_hand(self, which: int) -> None:
        standing = [*self.site.tree(), "notes.txt"]
        path = standing[which % len(standing)]
        self.count += 1
        self.mine[path] = f"by hand {self.count}".encode()
        (self.site.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.site.folder / path).write_bytes(self.mine[path])

    @rule(which=st.integers(0, 99))
    def delete_by_hand(self, which: int) -> None:
        standing = [*self.site.tree()]
        if standing:
            path = standing[which % len(standing)]
            (self.site.folder / path).unlink()
            self.mine.pop(path, None)

    @rule()
    def forget(self) -> None:
        shutil.rmtree(self.site.root / ".vagen", ignore_errors=True)
        self.mine = self.site.tree()

    @rule(pdf=st.booleans())
    def build(self, *, pdf: bool) -> None:
        self.build_some(None, pdf=pdf)

    @rule(
        only=st.none() | st.frozensets(st.sampled_from(_KINDS), min_size=1, max_size=2),
        pdf=st.booleans(),
    )
    def build_some(self, only: frozenset[str] | None, *, pdf: bool) -> None:
        only = only and only | {"assets"}
        before, clean = self.site.tree(), self.clean(only, pdf=pdf)
        done = self.site.build(only=only, pdf=pdf)
        self.compare(done, before, clean, only, pdf=pdf)

    @rule(steps=st.integers(0, 120), pdf=st.booleans())
    def kill(self, steps: int, *, pdf: bool) -> None:
        """A build that dies at a call to the disk; the next one, whatever it is, must heal it."""
        fresh, made = self.clean(None, pdf=pdf)
        if any(made.get(path) == data for path, data in self.mine.items()):
            return  # it might die before or after such a file became ours: both are right
        before = self.site.tree()
        with patch.multiple(os, **dying(steps, die)), suppress(Killed):
            self.site.build(pdf=pdf)
        for path, data in self.site.tree().items():
            assert data in (before.get(path), made.get(path)), path
        self.kinds |= {one.target: one.kind for one in fresh.artifacts}

    def clean(self, only: frozenset[str] | None, *, pdf: bool) -> tuple[Outcome, dict[str, bytes]]:
        root = self.practice.copy(self.place / "clean")
        site = Site(root, root / "site", self.site.now)
        return site.build(only=only, pdf=pdf), site.tree()

    def compare(
        self,
        done: Outcome,
        before: dict[str, bytes],
        clean: tuple[Outcome, dict[str, bytes]],
        only: frozenset[str] | None,
        *,
        pdf: bool,
    ) -> None:
        fresh, made = clean
        after = self.site.tree()
        assert _said(done) - {"foreign-file"} == _said(fresh)
        if fresh.failed:
            assert after == before, "an error touched the last good site"
            return
        self.kinds |= {one.target: one.kind for one in fresh.artifacts}
        papers = {one.target for one in fresh.artifacts if isinstance(one.content, Paper)}
        expected = {}
        for path in before.keys() | made.keys():
            looked_at = only is None or self.kinds.get(path) in only
            if not looked_at or (path in papers and not pdf) or path in self.mine:
                expected |= {path: before[path]} if path in before else {}
            elif path in made:
                expected[path] = made[path]
        wrong = [
            path for path in after.keys() | expected.keys() if after.get(path) != expected.get(path)
        ]
        assert sorted(wrong) == [], (self.practice, self.site.now)
        self.mine = {path: data for path, data in self.mine.items() if made.get(path) != data}


def _said(outcome: Outcome) -> set[str]:
    return {problem.code for problem in outcome.problems}


TestBuilds = Builds.TestCase
TestBuilds.settings = settings(
    # For a long run by hand: VAGEN_BUILDS=300 pytest tests/line/test_incremental.py
    max_examples=int(os.environ.get("VAGEN_BUILDS", "6")),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_the_machine_notices_a_key_that_forgets_its_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mutation check of the machine itself; test_keys.py has every part, one by one."""
    forget(monkeypatch, "view")
    machine = Builds()
    machine.begin()
    try:
        machine.build_some(None, pdf=False)
        machine.practice.turn("client name", 1)
        with pytest.raises(AssertionError, match="client name"):
            machine.build_some(None, pdf=False)
    finally:
        machine.teardown()
