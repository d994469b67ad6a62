"""The practices that the bench measures are what they are said to be."""

from datetime import date

import pytest

from bench import others, practice
from tests.sites import Site


def bytes_of(place):
    return {
        path.relative_to(place): path.read_bytes() for path in place.rglob("*") if path.is_file()
    }


def test_a_seed_gives_the_same_bytes_and_another_one_others(tmp_path):
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        practice.write(tmp_path / name, 3, seed)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "same")
    assert bytes_of(tmp_path / "one") != bytes_of(tmp_path / "other")


def test_a_letter_is_the_same_in_a_larger_practice():
    assert practice.letters(9, 1)[: 2 * 6] == practice.letters(2, 1)


def test_a_practice_builds_without_a_problem_and_shows_every_letter_to_its_client(tmp_path):
    practice.write(tmp_path, 2)
    site = Site(tmp_path, tmp_path / "site", date.fromisoformat(practice.NOW))
    site.good(pdf=False)
    for letter in practice.letters(2, 1):
        page = tmp_path / f"site/c/{letter.client}/updates/index.html"
        assert letter.marker in page.read_text(encoding="utf-8")


def test_every_letter_has_a_word_that_stands_nowhere_else():
    letters = practice.letters(30, 1)
    together = "".join(letter.body for letter in letters)
    assert {together.count(letter.marker) for letter in letters} == {1}


@pytest.mark.parametrize(
    "make", [others.hugo, others.pelican, others.mkdocs, lambda tool: others.eleventy(tool, tool)]
)
def test_other_generators_read_the_very_same_bodies(make, tmp_path):
    letters, generator = practice.letters(2, 1), make("tool")
    others.write(generator, tmp_path, letters)
    for letter in letters:
        text = (tmp_path / generator.letters / others.name(letter)).read_text(encoding="utf-8")
        assert text.endswith(f"---\n{letter.body}")
