"""What docs/problems.md shows of a key that is not used is what is printed, and no key is."""

import errno
from io import StringIO
from pathlib import Path

import pytest

from tests.problems.test_documented import EXAMPLES
from vagen.build import Outcome
from vagen.cli.report import report
from vagen.locale import catalog
from vagen.seal import refusals
from vagen.seal.keyfile import find_key, key_path
from vagen.seal.practice_key import PracticeKey

KEY = PracticeKey(bytes(range(32)))
OTHER = PracticeKey(bytes(32))
NOA = Path("/home/noa")
DENIED = PermissionError(errno.EACCES, "Permission denied")


def _asked(text):
    return find_key({"VAGEN_KEY": text}, NOA, KEY.id).problem


TOLD = {
    "no-key": find_key({}, NOA, KEY.id).problem,
    "key-text": _asked(KEY.text[:-1]),
    "other-key": _asked(OTHER.text),
    "key-readable": refusals.readable(NOA / "key"),
    "key-in-git": refusals.in_worktree(NOA / "practice/key", NOA / "practice"),
    "key-unreadable": refusals.unreadable(NOA / "key", DENIED),
    "key-taken": refusals.taken(key_path({}, NOA, KEY.id)),
    "key-write": refusals.unwritten(key_path({}, NOA, KEY.id), DENIED),
}


def printed(problem, language="en"):
    to = StringIO()
    report(Outcome((problem,)), Path(), to, catalog(language))
    return to.getvalue()


@pytest.mark.parametrize("code", TOLD)
def test_the_example_of_a_code_is_what_is_printed(code):
    assert printed(TOLD[code]) == EXAMPLES[code]


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("code", TOLD)
def test_no_letters_of_a_key_are_printed(code, language):
    told = printed(TOLD[code], language)
    for key in (KEY, OTHER):
        assert not any(key.text[start : start + 6] in told for start in range(12, 64))


def test_every_way_to_have_no_key_says_what_to_type():
    ways = (
        refusals.unnamed(),
        refusals.no_id("x"),
        refusals.empty("VAGEN_KEY"),
        refusals.no_such_file("/x"),
    )
    assert {one.code for one in ways} == {"no-key"}
    assert all(one.hint is not None for one in ways)
    assert len({printed(one) for one in ways}) == len(ways)


def test_a_place_that_holds_no_key_is_named():
    assert printed(_asked("hello")).startswith("error: VAGEN_KEY: this is no practice key")
