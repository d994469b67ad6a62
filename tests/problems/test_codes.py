"""The codes of the source, of docs/problems.md and of the fixtures are one set."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.problems.cases import CODE, cases

ROOT = Path(__file__).parents[2]
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADING = re.compile(r"^### `([a-z0-9-]+)` · (error|warning|error or warning)$", re.MULTILINE)

ELSEWHERE = {
    "ambiguous-client": "tests/edit/test_asked.py",
    "ambiguous-task": "tests/edit/test_tasks.py",
    "already-there": "tests/problems/test_making.py",
    "edit-by-hand": "tests/edit/test_log.py",
    "edit-write": "tests/edit/test_writing.py",
    "no-update": "tests/cli/test_update.py",
    "no-timer": "tests/edit/test_timer.py",
    "timer-ahead": "tests/edit/test_timer.py",
    "timer-just-begun": "tests/edit/test_timer.py",
    "timer-running": "tests/edit/test_timer.py",
    "bom": "tests/problems/test_files.py",
    "control-character": "tests/problems/test_files.py",
    "file-changed": "tests/problems/test_making.py",
    "folder-link": "tests/problems/test_files.py",
    "foreign-file": "tests/publish/",
    "git-busy": "tests/repository/",
    "key-in-git": "tests/seal/test_refusals.py",
    "key-readable": "tests/seal/test_refusals.py",
    "key-taken": "tests/seal/test_refusals.py",
    "key-text": "tests/seal/test_refusals.py",
    "key-unreadable": "tests/seal/test_refusals.py",
    "key-write": "tests/seal/test_refusals.py",
    "link-leaves-workspace": "tests/problems/test_files.py",
    "no-key": "tests/seal/test_refusals.py",
    "no-layout": "tests/edit/test_layout.py",
    "no-pango": "tests/problems/test_making.py",
    "no-workspace": "tests/problems/test_files.py",
    "not-begun": "tests/edit/test_init.py",
    "not-saved-yet": "tests/repository/",
    "not-utf-8": "tests/problems/test_files.py",
    "nothing-to-bill": "tests/edit/test_new.py",
    "nothing-to-undo": "tests/repository/",
    "other-key": "tests/seal/test_refusals.py",
    "output-link": "tests/publish/",
    "output-path": "tests/publish/",
    "output-place": "tests/publish/",
    "output-write": "tests/publish/",
    "pdf-outside": "tests/render/",
    "pdf-warning": "tests/render/",
    "template-error": "tests/problems/test_templates.py",
    "too-big": "tests/problems/test_files.py",
    "too-deep": "tests/problems/test_files.py",
    "too-heavy": "tests/repository/",
    "too-long": "tests/problems/test_files.py",
    "two-pages-one-path": "tests/publish/",
    "undo-overtaken": "tests/repository/",
    "unreadable": "tests/problems/test_files.py",
}
"""Codes that no change of a few text files raises, and where their tests stand."""


@cache
def raised() -> frozenset[str]:
    """Every code that stands where a Problem or a Wrong takes its code."""
    return frozenset(
        code for path in (ROOT / "vagen").rglob("*.py") for code in _codes(path.read_text("utf-8"))
    )


def _codes(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    named = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        for argument in _code_arguments(node):
            value = getattr(argument, "value", None) or named.get(getattr(argument, "id", ""))
            if isinstance(value, str) and _CODE.fullmatch(value):
                yield value


_PLACES = {"Problem": 1, "Wrong": 0, "instead": 0, "Thing": 0, "_stop": 1}


def _code_arguments(call: ast.Call) -> Iterator[ast.expr]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    place = _PLACES.get(name)
    if place is not None and len(call.args) > place:
        yield call.args[place]
    yield from (keyword.value for keyword in call.keywords if keyword.arg == "code")


def documented() -> dict[str, str]:
    text = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
    return dict(_HEADING.findall(text))


def shown() -> dict[str, set[str]]:
    """The severities that the fixtures' codes are printed with."""
    found: dict[str, set[str]] = {}
    for case in cases():
        for severity, code in CODE.findall(case.prints):
            found.setdefault(code, set()).add(severity)
    return found


def test_every_code_is_documented_and_no_other() -> None:
    assert sorted(documented()) == sorted(raised() | {"yaml-syntax", "yaml-tab"})


def test_every_code_is_raised_by_a_fixture() -> None:
    assert sorted(documented()) == sorted({*shown(), *ELSEWHERE})


def test_what_is_tested_elsewhere_is_tested_there() -> None:
    for code, place in ELSEWHERE.items():
        path = ROOT / place
        files = [path] if path.is_file() else path.rglob("*.py")
        assert any(
            f'"{code}"' in file.read_text("utf-8") or f"[{code}]" in file.read_text("utf-8")
            for file in files
        ), code


def test_severities_are_as_documented() -> None:
    said = documented()
    for code, severities in shown().items():
        assert severities <= set(said[code].split(" or ")), code


def test_the_examples_are_what_is_printed() -> None:
    text = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
    printed = "".join(case.prints for case in cases())
    examples = re.compile(r"^### `([a-z0-9-]+)`.*?```text\n(.*?)```", re.MULTILINE | re.DOTALL)
    for code, example in examples.findall(text):
        assert code in ELSEWHERE or example in printed, code


def test_every_code_has_a_meaning_an_example_and_a_cure() -> None:
    text = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
    for section in re.split(r"^(?=### )", text, flags=re.MULTILINE)[1:]:
        code = _HEADING.match(section)
        assert code, section[:40]
        assert f"[{code[1]}]" in section, code[1]
        assert "**Cure:** " in section, code[1]
