"""The mutation check: a key that forgets any one of its parts is found out, for each part.

Two ways, since not every part can change by what a person does to a workspace:

- **by edits**: the part is dropped from all keys, one directed sequence of edits is built
  incrementally, and the site must differ from a clean one. With the whole key it must not.
- **by receipts**: the receipts and the file are made to come from a build in which the part was
  another one. The file must be made again; with the part dropped it stays stale.

Only the second way reaches these:

- `address`: the receipts are kept by path, and pages at one path have one audience and address;
- `template`: each class of view has one template, and a view's digest holds its class;
- `language`: a page's language stands in its view's frame, too; what else the part holds is the
  catalog, which changes with vagen and not with the workspace;
- `versions`: the libraries are what they are while a test runs.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.line.dials import Practice, forget
from tests.sites import Site

# Part, whether PDFs are made, the first turns, and the turns that must be noticed.
_EDITS = {
    "view of a page": ("view", False, {}, {"client name": 1}),
    "view of a small text": ("view", False, {}, {"colour": 1}),
    "view of a PDF": ("view", True, {}, {"line": 1}),
    "a page's own template": ("templates", False, {"own board": 1}, {"own board": 2}),
    "a part of a template": ("templates", False, {"own board": 1}, {"own part": 1}),
    "a template taken back": ("templates", False, {"own 404": 1}, {"own 404": 0}),
    "a PDF's template": ("templates", True, {}, {"own print": 1}),
    "a PDF's style": ("templates", True, {"own print style": 1}, {"own print style": 2}),
    "a style sheet": ("assets", False, {}, {"own style": 1}),
    "a script": ("assets", False, {"own asset": 1}, {"own asset": 2}),
    "an issued PDF": ("file", False, {"issued PDF": 1}, {"issued PDF": 2}),
    "a picture of a page": ("file", False, {"page": 1}, {"picture": 1}),
    "the logo": ("file", False, {"logo": 1}, {"logo file": 1}),
}
_PAGES = {
    "address": "index.html",
    "view": "c/ada/index.html",
    "template": "c/ada/board/index.html",
    "templates": "404.html",
    "language": "handbook/index.html",
    "versions": "services/inbox/index.html",
    "assets": "assets/vagen.css",
    "file": "c/ada/invoices/2026-0001.pdf",
}
"""A file for each part of a key."""


def _small(place: Path, **turned: int) -> tuple[Practice, Site]:
    practice = Practice(place / "practice", dict(turned))
    practice.lay_out()
    return practice, Site(practice.root, practice.root / "site")


def _differences(place: Path, case: str) -> list[str]:
    """What incremental and clean differ in after the case's edits."""
    _, pdf, first, then = _EDITS[case]
    practice, site = _small(place, **first)
    site.good(pdf=pdf)
    for name, to in then.items():
        practice.turn(name, to)
    before = site.tree()
    site.good(pdf=pdf)
    root = practice.copy(place / "clean")
    kept, fresh = site.tree(), Site(root, root / "site").good(pdf=pdf).tree()
    assert fresh != before, "the edit shows in the site"
    return sorted(one for one in kept.keys() | fresh.keys() if kept.get(one) != fresh.get(one))


@pytest.mark.parametrize("case", _EDITS)
def test_an_edit_is_seen_and_without_its_part_it_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    assert _differences(tmp_path / "whole", case) == []
    forget(monkeypatch, _EDITS[case][0])
    assert _differences(tmp_path / "forgetful", case) != []


def _from_another_build(site: Site, path: str, part: str) -> None:
    """The file and its receipt as a build left them in which this part was another one."""
    receipts = next((site.root / ".vagen").glob("receipts-*.json"))
    told = json.loads(receipts.read_text(encoding="utf-8"))
    receipt = told["files"][path]
    if part in receipt["key"]:
        receipt["key"][part] = "0" * 64
    stale = b"stale"
    (site.folder / path).write_bytes(stale)
    receipt |= {"sha256": hashlib.sha256(stale).hexdigest(), "size": len(stale)}
    receipts.write_text(json.dumps(told), encoding="utf-8")


def _rebuilt(place: Path, part: str) -> tuple[bool, tuple[str, ...]]:
    """Whether the stale file was made again, and why."""
    path = _PAGES[part]
    _, site = _small(place, **{"issued PDF": 1})
    good = site.good(pdf=False).tree()[path]
    _from_another_build(site, path, part)
    outcome = site.build(pdf=False)
    assert outcome.published is not None
    return site.tree()[path] == good, outcome.published.reasons.get(path, ())


@pytest.mark.parametrize("part", _PAGES)
def test_a_part_that_was_another_means_made_again_and_without_it_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    assert _rebuilt(tmp_path / "whole", part) == (True, (part,))
    forget(monkeypatch, part)
    assert _rebuilt(tmp_path / "forgetful", part) == (False, ())


def test_every_part_that_any_key_has_is_dropped_above(tmp_path: Path) -> None:
    _, site = _small(tmp_path, **{"issued PDF": 1, "logo": 1})
    site.good(pdf=False)
    receipts = next((site.root / ".vagen").glob("receipts-*.json"))
    files = json.loads(receipts.read_text(encoding="utf-8"))["files"].values()
    assert {part for one in files for part in one["key"]} == set(_PAGES)
