"""No page has anything that html-validate or the Nu HTML checker would change."""

from __future__ import annotations

from pathlib import Path

from tests.html.reading import Readers


def test_html_validate_finds_nothing(reading: Readers, pages: list[Path]) -> None:
    wrong = reading.html_validate(pages)
    assert wrong == [], "\n".join(wrong)


def test_nu_finds_nothing(reading: Readers, pages: list[Path]) -> None:
    wrong = reading.nu(pages)
    assert wrong == [], "\n".join(wrong)


def test_nu_finds_nothing_in_styles(reading: Readers, styles: list[Path]) -> None:
    wrong = reading.nu(styles, "--css")
    assert wrong == [], "\n".join(wrong)


def test_both_find_what_is_wrong(reading: Readers, tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text(
        "<!doctype html>\n<html lang=en>\n<title>x</title>\n<p id=a><p id=a><img src=x>\n", "utf-8"
    )
    assert any("no-dup-id" in one for one in reading.html_validate([page]))
    assert any("Duplicate ID" in one for one in reading.nu([page]))
    style = tmp_path / "wrong.css"
    style.write_text("@layer a { p { colour: red; } }\n", "utf-8")
    assert any("colour" in one for one in reading.nu([style], "--css"))
