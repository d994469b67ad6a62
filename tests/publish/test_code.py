from __future__ import annotations

from pathlib import Path

from vagen.publish.code import code_digest


def _package(place: Path, room: str, code: str) -> Path:
    (place / room).mkdir(parents=True)
    (place / room / "one.py").write_text(code)
    return place


def test_code_that_draws_is_part_of_a_key(tmp_path: Path) -> None:
    first = code_digest(_package(tmp_path / "a", "render", "SIZE = 1\n"))
    assert code_digest(_package(tmp_path / "b", "render", "SIZE = 1\n")) == first
    assert code_digest(_package(tmp_path / "c", "render", "SIZE = 2\n")) != first


def test_what_commands_say_is_no_part_of_it(tmp_path: Path) -> None:
    first = code_digest(_package(tmp_path / "a", "cli", "SIZE = 1\n"))
    assert code_digest(_package(tmp_path / "b", "cli", "SIZE = 2\n")) == first
