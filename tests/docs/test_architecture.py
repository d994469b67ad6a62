"""docs/architecture.md tells of the rooms and libraries that pyproject.toml holds us to."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from tests.sites import ROOT

MODULES = {
    "babel": "babel",
    "jinja2": "jinja2",
    "markdown-it-py": "markdown_it",
    "python-dateutil": "dateutil",
    "python-stdnum": "stdnum",
    "pyyaml": "yaml",
}
"""What a library is imported as, where that is not its own name."""

ONLY_DATA = {"tzdata"}
"""Never imported by name: zoneinfo finds it where the system has no time zones."""


@cache
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def contracts() -> list[dict[str, Any]]:
    return project()["tool"]["importlinter"]["contracts"]


def table(heading: str) -> list[list[str]]:
    """The rows of the table below a heading, without its head."""
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    section = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def layers() -> list[set[str]]:
    """The layers of the contract, top first, without the rooms that are not built yet."""
    (contract,) = (one for one in contracts() if one["type"] == "layers")
    rows = [{name.strip() for name in layer.split("|")} for layer in contract["layers"]]
    return [found for row in rows if (found := {name for name in map(built, row) if name})]


def built(name: str) -> str | None:
    """A room's name, if it stands: in parentheses it is allowed to be missing."""
    room = name.strip("()")
    stands = (ROOT / "vagen" / room).is_dir() or (ROOT / "vagen" / f"{room}.py").is_file()
    return room if stands else None


def rooms() -> dict[str, str]:
    """The room that each imported library is kept to."""
    return {
        module: one["name"].split()[1]
        for one in contracts()
        if one["type"] == "forbidden"
        for module in one["forbidden_modules"]
    }


def test_the_layer_table_is_the_contract() -> None:
    told = [set(re.findall(r"`(\w+)`", cells[0])) for cells in table("Layers")]
    assert told == layers()


def test_every_room_that_stands_is_told_and_has_its_sentence() -> None:
    stands = {
        path.stem
        for path in (ROOT / "vagen").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    told = {name for cells in table("Layers") for name in re.findall(r"`(\w+)`", cells[0])}
    assert told == stands - {"__init__", "__main__"}
    assert all(len(cells[1].split()) > 2 for cells in table("Layers"))


def test_every_library_has_its_reason() -> None:
    asked = {re.split(r"[<>=~!]", one)[0].lower() for one in project()["project"]["dependencies"]}
    told = {cells[0].lower(): cells[1] for cells in table("Libraries")}
    assert set(told) == asked
    assert all(told.values())


def test_every_library_is_told_in_the_room_that_may_import_it() -> None:
    for name, _, room in table("Libraries"):
        if name in ONLY_DATA:
            continue
        module = MODULES.get(name.lower(), name.lower())
        assert rooms()[module] == room, name


def test_the_ignored_arrows_are_those_of_the_room_that_the_contract_names() -> None:
    for one in contracts():
        if one["type"] == "forbidden":
            room = one["name"].split()[1]
            sources = {arrow.split(" -> ")[0] for arrow in one["ignore_imports"]}
            assert sources == {f"vagen.{room}", f"vagen.{room}.**"}, one["name"]
