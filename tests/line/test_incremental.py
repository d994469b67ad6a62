"""Incremental equals clean: after any edits, the site is what a build from nothing would make."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sites import Site
from vagen.publish import artifacts
from vagen.publish.key import Key

_EFRONI = "content/clients/efroni"


def _retitle(site: Site, number: int) -> None:
    text = site.read(f"{_EFRONI}/tasks.yaml")
    site.write(f"{_EFRONI}/tasks.yaml", f"{text}\n- id: t{number}\n  title: Task {number}\n")


def _log(site: Site, number: int) -> None:
    path = f"{_EFRONI}/time/2026-10.yaml"
    site.write(path, site.read(path) + f"2026-10-30: |\n  {number + 1}m Extra #content\n")


def _service(site: Site, number: int) -> None:
    site.write(f"content/services/extra-{number}.md", f"---\ntitle: Extra {number}\n---\nWords.\n")


def _drop_service(site: Site, number: int) -> None:
    (site.root / f"content/services/extra-{number}.md").unlink(missing_ok=True)


def _template(site: Site, number: int) -> None:
    site.write("layouts/public/404.html.j2", f"<h1>{number} {{{{ view.practice }}}}</h1>\n")


def _no_template(site: Site, _number: int) -> None:
    shutil.rmtree(site.root / "layouts", ignore_errors=True)


def _colour(site: Site, number: int) -> None:
    text = site.read("vagen.yaml")
    at = text.index('colour: "#') + len('colour: "#')
    site.write("vagen.yaml", f"{text[:at]}{number:02d}{text[at + 2 :]}")


def _rename(site: Site, _number: int) -> None:
    old, new = site.root / "content/pages/first-two-weeks.md", site.root / "content/pages/begin.md"
    if old.exists():
        old.rename(new)


def _letter(site: Site, number: int) -> None:
    site.write(f"{_EFRONI}/updates/2026-11-2{number}.md", f"---\ntitle: Letter\n---\n{number}\n")


def _document(site: Site, number: int) -> None:
    site.write(f"{_EFRONI}/documents/plan.txt", f"{number}\n")


def _move_call(site: Site, number: int) -> None:
    text = site.read(f"{_EFRONI}/client.yaml")
    at = text.index("    at: ") + len("    at: ")
    site.write(f"{_EFRONI}/client.yaml", f"{text[:at]}1{number}:00{text[at + 5 :]}")


_MORE = (_letter, _document, _move_call)
_EDITS = (
    *_MORE,
    _retitle,
    _log,
    _service,
    _drop_service,
    _template,
    _no_template,
    _colour,
    _rename,
)


def _differences(place: Path, steps: list[tuple[int, int]]) -> list[str]:
    site = Site.demo(place)
    site.build(pdf=False)
    for which, number in steps:
        _EDITS[which](site, number)
        outcome = site.build(pdf=False)
        if outcome.failed:
            continue  # the last good site stays; a later edit may not mend it, and nor would clean
        clean = Site(site.root, place / "clean")
        shutil.rmtree(clean.folder, ignore_errors=True)
        clean.build(pdf=False)
        kept, fresh = site.tree(), clean.tree()
        wrong = [one for one in kept.keys() | fresh.keys() if kept.get(one) != fresh.get(one)]
        if wrong:
            return sorted(wrong)
    return []


_STEPS = st.lists(
    st.tuples(st.integers(0, len(_EDITS) - 1), st.integers(0, 3)), min_size=1, max_size=4
)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(_STEPS)
def test_incremental_equals_clean(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int]]
) -> None:
    assert _differences(tmp_path_factory.mktemp("steps"), steps) == []


@pytest.mark.parametrize(
    ("part", "edit"), [("view", _retitle), ("templates", _template), ("view", _colour)]
)
def test_a_key_without_one_part_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, edit: object
) -> None:
    """The mutation check: the test above would fail if a part of the key were forgotten."""
    whole = artifacts.key_of

    def forgetful(*given: object) -> Key:
        key = whole(*given)
        return Key(tuple(pair for pair in key.parts if pair[0] != part))

    monkeypatch.setattr(artifacts, "key_of", forgetful)
    assert _differences(tmp_path, [(_EDITS.index(edit), 1)]) != []
