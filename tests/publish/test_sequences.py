"""Any sequence of edits, hand edits, deletions, failures and kills, against a model in memory."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.publish.builds import ERROR, Site, kind
from tests.publish.death import dying
from vagen.publish.receipts import Ledger

PATHS = st.sampled_from(["index.html", "a", "a/x", "a/y", "a/y/z", "b/x", "b/y/z"])
TEXTS = st.sampled_from(["1", "2", "3", "longer"])


class Killed(BaseException):
    """As abrupt as a kill: nothing of ours catches it, and no call to the disk works after it."""


def die():
    raise Killed


def related(one, other):
    """Whether one path would have to be a folder for the other to stand."""
    return one.startswith(f"{other}/") or other.startswith(f"{one}/")


class Builds(RuleBasedStateMachine):
    """`disk` is what stands, `ours` what the last build knew of, both by path."""

    @initialize()
    def begin(self):
        self.place = tempfile.TemporaryDirectory()
        self.site = Site(Path(self.place.name))
        self.disk, self.ours = {}, {}

    def teardown(self):
        self.place.cleanup()

    @rule(path=PATHS, text=TEXTS)
    def edit(self, path, text):
        if not any(related(path, other) for other in self.site.pages):
            self.site.pages[path] = text

    @rule(path=PATHS)
    def drop(self, path):
        self.site.pages.pop(path, None)

    @rule(path=PATHS, text=TEXTS)
    def edit_by_hand(self, path, text):
        if any(related(path, other) for other in self.disk):
            return
        self.take(path)
        self.site.write(path, text)
        self.disk[path] = text

    @rule(path=PATHS)
    def delete_by_hand(self, path):
        self.take(path)
        self.disk.pop(path, None)

    def take(self, path):
        """Removes what stands at a path, and the folders that this leaves empty."""
        if path in self.disk:
            (self.site.folder / path).unlink()
        for folder in sorted(self.site.folder.rglob("*"), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()

    @rule()
    def forget(self):
        self.take("")
        self.site.forget()
        self.ours = {}

    @rule(only=st.none() | st.frozensets(st.sampled_from(["public", "a", "b"])))
    def build(self, only):
        fates = self.fates(only)
        done = self.site.build(only=only)
        for path, fate in fates.items():
            self.follow(path, fate)
        for fate in ("written", "adopted", "removed", "kept", "unchanged"):
            expected = {path for path, one in fates.items() if one == fate}
            assert set(getattr(done, fate)) == expected, fate
        assert {one.code for one in done.problems} <= {"foreign-file"}
        assert self.site.stands() == self.disk
        assert self.site.build(only=only).written == ()

    @rule()
    def fail(self):
        self.edit("index.html", self.site.pages.get("index.html", "") + "3")
        self.site.problems = dict.fromkeys(self.site.pages, ERROR)
        self.site.build()
        self.site.problems = {}
        self.drop("index.html")
        assert {path: text for path, text in self.site.stands().items() if text} == self.disk

    @rule(steps=st.integers(0, 60))
    def kill(self, steps):
        fates = self.fates(None)
        with patch.multiple(os, **dying(steps, die)), suppress(Killed):
            self.site.build()
        self.disk = {path: text for path, text in self.site.stands().items() if path[-1] != "/"}
        known = Ledger(self.site.workspace / ".vagen", "site").read().files
        for path, fate in fates.items():
            placed = self.disk.get(path) == self.site.pages.get(path)
            if (fate == "written" and placed) or (fate == "adopted" and path in known):
                self.ours[path] = self.disk[path]
            elif fate in {"removed", "gone"} and path not in known:
                self.ours.pop(path)

    def fates(self, only):
        chosen = {path for path in self.site.pages if only is None or kind(path) in only}
        unwanted = {
            path
            for path in self.ours
            if path not in self.site.pages and (only is None or kind(path) in only)
        }
        leaving = {path for path in unwanted if self.disk.get(path) == self.ours[path]}
        fates = dict.fromkeys(leaving, "removed")
        fates |= dict.fromkeys(unwanted - self.disk.keys(), "gone")
        fates |= dict.fromkeys((unwanted & self.disk.keys()) - leaving, "kept")
        unknown = self.disk.keys() - self.ours.keys() - self.site.pages.keys()
        fates |= dict.fromkeys(unknown, "kept")
        for path in sorted(chosen):
            ways = [one for one in self.disk if related(path, one) and one not in leaving]
            fates[path] = "blocked" if ways else self.fate(path)
            # Of several things in the way the first is named.
            fates |= dict.fromkeys(sorted(ways)[:1], "kept")
        return fates

    def fate(self, path):
        stands, page, known = self.disk.get(path), self.site.pages[path], self.ours.get(path)
        if stands is None:
            return "written"
        if stands == page:
            return "unchanged" if known == stands else "adopted"
        return "written" if known == stands else "kept"

    def follow(self, path, fate):
        if fate in {"written", "adopted", "unchanged"}:
            self.disk[path] = self.ours[path] = self.site.pages[path]
        elif fate in {"removed", "gone"}:
            self.disk.pop(path, None)
            self.ours.pop(path, None)

    @invariant()
    def files_are_whole(self):
        texts = {"1", "2", "3", "longer", ""}
        assert set(self.site.stands().values()) <= texts


TestBuilds = Builds.TestCase
TestBuilds.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
