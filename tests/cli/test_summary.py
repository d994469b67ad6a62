"""The words of a summary: every reason has its sentence, counts agree, paths keep their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site
from vagen.build import Outcome
from vagen.cli.summary import WHY, counted, found, places, stopped
from vagen.locale import catalog
from vagen.problems import Problem, Span, say
from vagen.publish.artifacts import key_of
from vagen.publish.writer import Published
from vagen.render.layouts import read_layouts


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site.demo(tmp_path_factory.mktemp("summary"))


@pytest.fixture(scope="module")
def outcome(demo: Site) -> Outcome:
    return demo.build(pdf=False)


def test_every_part_of_a_key_has_its_sentence(outcome: Outcome) -> None:
    layouts = read_layouts()
    parts = {name for one in outcome.artifacts for name, _ in key_of(one, layouts).parts}
    assert parts | {"new", "missing", "warned"} <= set(WHY)


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 file written"),
        ("en", 12, "12 files written"),
        ("he", 1, "קובץ אחד נכתב"),
        ("he", 2, "שני קבצים נכתבו"),
        ("he", 12, "12 קבצים נכתבו"),
        ("he", 0, "אין מה לעשות."),
    ],
)
def test_counts_agree_with_their_nouns(language: str, count: int, said: str) -> None:
    outcome = Outcome((), published=Published(written=("a",) * count))
    assert counted(outcome, catalog(language)) == said


def test_what_is_unfinished_is_not_told_to_be_untouched() -> None:
    def told(code: str) -> str:
        return stopped(Outcome((Problem(Span("site"), code, say("x")),)), catalog("en"))

    assert told("output-place") == "1 error: nothing was written, the last good site stays."
    assert told("output-write") == "The site is not finished; the next build finishes it."


def test_a_clean_check_says_so_and_others_are_counted() -> None:
    problem = Problem(Span("a"), "x", say("x"))
    words = catalog("he")
    assert found(Outcome(()), words) == "הכול תקין."
    assert found(Outcome((problem, problem)), words) == "שתי שגיאות"


def test_a_hebrew_line_keeps_name_and_path_apart(
    demo: Site, outcome: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(demo.root)
    lines = list(places(outcome, demo.folder, catalog("he")))
    assert all("\u200f " in line and "\u200e" not in line for line in lines)
    monkeypatch.chdir(demo.root / "content")
    assert all("\u200e../site/" in line for line in places(outcome, demo.folder, catalog("he")))
    english = list(places(outcome, demo.folder, catalog("en")))
    assert all(line.isascii() for line in english)
    assert len({line.index("../site") for line in english}) == 1


def test_only_what_stands_is_told(outcome: Outcome, tmp_path: Path) -> None:
    assert list(places(outcome, tmp_path / "nowhere", catalog("en"))) == []
