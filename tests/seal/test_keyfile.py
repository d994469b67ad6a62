"""Where the key is taken from, and what is refused; each test in a home of its own."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from vagen.problems import Problem
from vagen.seal.keyfile import find_key, keep_key, key_path, named_key
from vagen.seal.practice_key import PracticeKey

KEY = PracticeKey(bytes(range(32)))
OTHER = PracticeKey(bytes(32))


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def kept(key, home, environ=None):
    path = keep_key(key, environ or {}, home)
    assert isinstance(path, Path)
    return path


def refused(environ, home, key_id=KEY.id):
    found = find_key(environ, home, key_id)
    assert found.key is None
    assert found.problem is not None
    return found.problem


def sentence(problem):
    text = problem.message.text.format(**dict(problem.message.values))
    return f"{text} {problem.hint.text.format(**dict(problem.hint.values))}"


def written(path, text, mode=0o600):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def test_a_key_is_kept_where_it_is_found(home):
    path = kept(KEY, home)
    assert path == home / ".config/vagen" / f"{KEY.id}.key"
    assert path.read_text("ascii") == KEY.text + "\n"
    assert find_key({}, home, KEY.id).key == KEY
    assert find_key({}, home, KEY.id).place == str(path)


def test_its_file_is_for_the_owner_alone_whatever_the_umask(home):
    before = os.umask(0)
    try:
        path = kept(KEY, home)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_the_folder_of_settings_may_be_elsewhere(home, tmp_path):
    settings = {"XDG_CONFIG_HOME": str(tmp_path / "settings")}
    assert kept(KEY, home, settings) == tmp_path / "settings/vagen" / f"{KEY.id}.key"
    assert find_key(settings, home, KEY.id).key == KEY
    assert key_path({"XDG_CONFIG_HOME": "settings"}, home, KEY.id).is_relative_to(home)


def test_keeping_the_same_key_again_changes_nothing(home):
    path = kept(KEY, home)
    before = path.stat()
    assert kept(KEY, home) == path
    assert path.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("there", ["", "mine", OTHER.text, KEY.text[:-1]])
def test_no_file_is_written_over(home, there):
    path = written(key_path({}, home, KEY.id), there)
    problem = keep_key(KEY, {}, home)
    assert isinstance(problem, Problem)
    assert problem.code == "key-taken"
    assert path.read_text("utf-8") == there


def test_two_that_keep_a_key_at_once_do_not_hurt_each_other(home):
    results = []
    threads = [
        threading.Thread(target=lambda: results.append(keep_key(KEY, {}, home))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert find_key({}, home, KEY.id).key == KEY
    assert key_path({}, home, KEY.id) in results


def test_a_folder_that_can_not_be_made_is_a_problem(home):
    home.mkdir()
    (home / ".config").write_text("a file", encoding="utf-8")
    problem = keep_key(KEY, {}, home)
    assert isinstance(problem, Problem)
    assert problem.code == "key-write"


FULL = """
import resource, sys
from pathlib import Path
from vagen.seal.keyfile import keep_key
from vagen.seal.practice_key import PracticeKey
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
print(keep_key(PracticeKey(bytes(32)), {}, Path(sys.argv[1])).code)
"""


def test_a_full_disk_leaves_no_half_key(home):
    run = subprocess.run(
        [sys.executable, "-c", FULL, home], capture_output=True, text=True, check=True
    )
    assert run.stdout == "key-write\n"
    assert list((home / ".config/vagen").iterdir()) == []


def test_the_variable_goes_before_the_file_and_the_file_before_the_folder(home, tmp_path):
    kept(KEY, home)
    named = written(tmp_path / "named", KEY.text.upper())
    everything = {"VAGEN_KEY": f" {KEY.text}\n", "VAGEN_KEY_FILE": str(named)}
    assert find_key(everything, home, KEY.id).place == "VAGEN_KEY"
    del everything["VAGEN_KEY"]
    assert find_key(everything, home, KEY.id).place == str(named)
    assert find_key(everything, home, KEY.id).key == KEY


@pytest.mark.parametrize(
    ("value", "code"),
    [("", "no-key"), (" \n", "no-key"), (KEY.text[:-1], "key-text"), (OTHER.text, "other-key")],
)
def test_the_first_that_is_set_decides_and_nothing_else_is_tried(home, tmp_path, value, code):
    kept(KEY, home)
    good = written(tmp_path / "good", KEY.text)
    assert refused({"VAGEN_KEY": value, "VAGEN_KEY_FILE": str(good)}, home).code == code
    bad = written(tmp_path / "bad", value)
    assert refused({"VAGEN_KEY_FILE": str(bad)}, home).code == (
        "key-text" if code == "no-key" else code
    )


@pytest.mark.parametrize("value", ["", "   ", "/nowhere/at/all"])
def test_a_file_that_is_named_must_be_there(home, value):
    kept(KEY, home)
    problem = refused({"VAGEN_KEY_FILE": value}, home)
    assert problem.code == "no-key"
    assert "VAGEN_KEY_FILE" in sentence(problem)


def test_a_key_that_nobody_has_is_told_with_what_to_type(home):
    problem = refused({}, home)
    assert problem.code == "no-key"
    assert KEY.id in sentence(problem)
    assert "vagen keys restore" in sentence(problem)
    assert "VAGEN_KEY" in sentence(problem)


@pytest.mark.parametrize("key_id", ["", "3F9A01C2", "../../abc", "3f9a01c2\n", "12345"])
def test_an_id_that_is_none_leads_nowhere(home, key_id):
    assert refused({}, home, key_id).code == "no-key"
    with pytest.raises(ValueError, match="eight"):
        key_path({}, home, key_id)


def test_a_workspace_that_names_no_key_has_none_whatever_is_set(home):
    problem = refused({"VAGEN_KEY": KEY.text}, home, None)
    assert (problem.at.path, problem.code) == ("vagen.yaml", "no-key")
    assert "vagen keys init" in sentence(problem)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o601, 0o700 | 0o010])
def test_a_file_that_others_may_open_is_refused(home, mode):
    path = kept(KEY, home)
    path.chmod(mode)
    problem = refused({}, home)
    assert problem.code == "key-readable"
    assert f"chmod 600 {path}" in sentence(problem)
    path.chmod(0o400)
    assert find_key({}, home, KEY.id).key == KEY


def test_a_link_is_judged_by_what_it_leads_to(home, tmp_path):
    target = written(tmp_path / "target", KEY.text, 0o644)
    link = tmp_path / "link"
    link.symlink_to(target)
    assert refused({"VAGEN_KEY_FILE": str(link)}, home).code == "key-readable"
    target.chmod(0o600)
    assert find_key({"VAGEN_KEY_FILE": str(link)}, home, KEY.id).key == KEY
    (tmp_path / ".git").mkdir()
    elsewhere = tmp_path.parent / f"{tmp_path.name}-link"
    elsewhere.symlink_to(target)
    assert refused({"VAGEN_KEY_FILE": str(elsewhere)}, home).code == "key-in-git"


def test_links_in_a_circle_are_a_problem(home, tmp_path):
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    assert refused({"VAGEN_KEY_FILE": str(tmp_path / "one")}, home).code == "key-unreadable"


def test_a_folder_is_no_key(home, tmp_path):
    tmp_path.chmod(0o700)
    assert refused({"VAGEN_KEY_FILE": str(tmp_path)}, home).code == "key-unreadable"


def test_a_key_that_a_password_program_hands_over_is_read(home):
    reader, writer = os.pipe()
    os.write(writer, KEY.text.encode())
    os.close(writer)
    try:
        assert find_key({"VAGEN_KEY_FILE": f"/dev/fd/{reader}"}, home, KEY.id).key == KEY
    finally:
        os.close(reader)


def test_what_git_keeps_holds_no_key(home):
    path = kept(KEY, home)
    subprocess.run(["git", "init", "-q", str(home)], check=True)
    assert refused({}, home).code == "key-in-git"
    problem = keep_key(OTHER, {}, home)
    assert isinstance(problem, Problem)
    assert problem.code == "key-in-git"
    assert str(home) in sentence(problem)
    assert list(path.parent.iterdir()) == [path]


def test_a_second_worktree_is_one_too(home):
    """There `.git` is a file."""
    kept(KEY, home)
    (home / ".git").write_text("gitdir: /elsewhere\n", encoding="utf-8")
    assert refused({}, home).code == "key-in-git"


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"\x00" * 10_000, b"vagen-key-1-" + b"a" * 9_000])
def test_a_file_of_anything_is_a_problem_that_repeats_none_of_it(home, tmp_path, raw):
    path = tmp_path / "named"
    path.write_bytes(raw)
    path.chmod(0o600)
    problem = refused({"VAGEN_KEY_FILE": str(path)}, home)
    assert problem.code == "key-text"
    assert "aaaa" not in sentence(problem)


def test_the_mark_that_windows_editors_write_is_passed_over(home, tmp_path):
    path = written(tmp_path / "named", "\ufeff" + KEY.text + "\r\n")
    assert find_key({"VAGEN_KEY_FILE": str(path)}, home, KEY.id).key == KEY


def test_a_key_is_kept_in_the_file_that_is_named(home, tmp_path):
    """Whose whole home is kept by git has another place for the key."""
    (home / ".git").mkdir(parents=True)
    named = {"VAGEN_KEY_FILE": str(tmp_path / "safe/key")}
    assert kept(KEY, home, named) == tmp_path / "safe/key"
    assert find_key(named, home, KEY.id).key == KEY
    assert stat.S_IMODE((tmp_path / "safe/key").stat().st_mode) == 0o600
    problem = keep_key(OTHER, named, home)
    assert isinstance(problem, Problem)
    assert problem.code == "key-taken"
    inside = keep_key(KEY, {"VAGEN_KEY_FILE": str(home / "key")}, home)
    assert isinstance(inside, Problem)
    assert inside.code == "key-in-git"


def test_no_key_is_kept_where_the_place_is_set_to_nothing(home):
    problem = keep_key(KEY, {"VAGEN_KEY_FILE": ""}, home)
    assert isinstance(problem, Problem)
    assert problem.code == "no-key"
    assert not home.exists()


def test_a_variable_gives_its_key_to_a_workspace_that_has_none(tmp_path):
    assert named_key({}) is None
    assert named_key({"VAGEN_KEY_FILE": str(tmp_path / "later")}) is None
    assert named_key({"VAGEN_KEY": OTHER.text}).key == OTHER
    file = written(tmp_path / "file", KEY.text)
    assert named_key({"VAGEN_KEY_FILE": str(file)}).key == KEY
    assert named_key({"VAGEN_KEY_FILE": str(file), "VAGEN_KEY": OTHER.text}).key == OTHER


def test_a_variable_that_gives_no_key_is_not_passed_over(tmp_path):
    assert named_key({"VAGEN_KEY": ""}).problem.code == "no-key"
    assert named_key({"VAGEN_KEY_FILE": ""}).problem.code == "no-key"
    assert named_key({"VAGEN_KEY": "hello"}).problem.code == "key-text"
    file = written(tmp_path / "file", KEY.text, 0o644)
    assert named_key({"VAGEN_KEY_FILE": str(file)}).problem.code == "key-readable"
