"""Every mistake of cases/ as `vagen check` prints it, and its cure where that is sure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.problems.cases import GOOD, Case, cases, checked, mended, printed
from vagen.problems import ordered

CASES = tuple(cases())
CURED = tuple(
    case
    for case in CASES
    if re.search(r'hint: (type: |did you mean "|delete the .$)', case.prints, re.MULTILINE)
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "practice"


def test_the_good_workspace_has_no_problem(root: Path) -> None:
    Case("good", "as it is").lay_out(root)
    assert printed(checked(root), root) == ""
    assert (GOOD / "vagen.yaml").read_text(encoding="utf-8") == (root / "vagen.yaml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_prints_its_problems(case: Case, root: Path) -> None:
    case.lay_out(root)
    assert printed(checked(root), root) == case.prints


@pytest.mark.parametrize("case", CURED, ids=lambda case: case.name)
def test_a_replacement_mends_its_problem_and_makes_no_other(case: Case, root: Path) -> None:
    case.lay_out(root)
    before = checked(root)
    sure = [one for one in before.problems if one.replacement is not None]
    if not sure:
        assert {one.code for one in before.problems} == {"unplaced-file"}  # its cure is a name
        return
    mended(before, root)
    left = {one.code for one in before.problems if one.replacement is None}
    after = checked(root)
    assert {one.code for one in after.problems} <= left, printed(after, root)
    if len(sure) == len(before.problems):
        assert not after.problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_problems_are_sorted_and_told_once(case: Case, root: Path) -> None:
    case.lay_out(root)
    found = checked(root).problems
    assert found == ordered(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hint_that_says_type_this_can_be_applied(case: Case, root: Path) -> None:
    case.lay_out(root)
    for problem in checked(root).problems:
        text = problem.hint.text if problem.hint else ""
        if text.startswith(("type: {", 'did you mean "{name}"?', 'did you mean "{key}"?')):
            assert problem.replacement is not None or problem.code == "unplaced-file"


def test_two_cases_never_have_one_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
