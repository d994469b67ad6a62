import pytest

from vagen.problems import Span
from vagen.publish.key import Key
from vagen.publish.output import Output, path_problems


def output(path, at=None):
    return Output(path=path, audience="public", kind="public", key=Key(()), make=None, at=at)


def found(*paths):
    return [(one.code, one.at.path) for one in path_problems(map(output, paths))]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/etc/passwd",
        "a//b",
        "a/",
        "./a",
        "..",
        "a/../b",
        "../a",
        "a\\b",
        "C:/a",
        "a:b",
        "a?",
        "a*",
        'a"',
        "a|b",
        "<a>",
        "a\x00",
        "a\nb",
        "a.",
        "a /b",
        "con",
        "a/NUL.html",
        "com1",
        "lpt²",
        ".git/config",
        "a/.DS_Store",
        "x" * 256,
        "ש" * 128,
        "a\ud800",
    ],
)
def test_a_path_that_no_folder_can_hold_is_named(path):
    assert found(path) == [("output-path", path)]


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "c/x/index.html",
        ".well-known/security.txt",
        "חשבון 7.pdf",
        "a b",
        "console",
        "ש" * 127,
        "a..b",
    ],
)
def test_other_paths_are_fine(path):
    assert found(path) == []


@pytest.mark.parametrize(
    ("paths", "clashing"),
    [
        (("a", "b", "c/a", "c/b"), []),
        (("a", "a"), ["a"]),
        (("a", "a", "a"), ["a", "a"]),
        (("a.html", "A.html"), ["A.html"]),
        (("c/x", "C/y"), ["C/y"]),
        (("c/x", "c/x/y"), ["c/x/y"]),
        (("c/x/y", "c/x"), ["c/x"]),
        (("straße", "STRASSE"), ["STRASSE"]),
        (("\u00e9", "e\u0301"), ["e\u0301"]),
    ],
)
def test_two_files_need_two_places_on_every_disk(paths, clashing):
    assert found(*paths) == [("two-pages-one-path", path) for path in clashing]


def test_the_problem_stands_where_the_page_was_typed():
    at = Span("content/pages/a.md", 3, 5, 2)
    problems = path_problems([output("a"), output("a", at)])
    assert [one.at for one in problems] == [at]
