"""Two builds of one workspace at once: one waits for the other, in any order."""

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.publish.builds import Site
from vagen.disk.lock import locked

ROOT = Path(__file__).parents[2]

SCRIPT = """
import sys
from pathlib import Path
from tests.publish.builds import Site
home, mark = sys.argv[1:]
for turn in range(15):
    pages = {f"p/{number}": f"{mark} {turn} {number}" for number in range(turn % 4, 12)}
    done = Site(Path(home), pages=pages).build()
    assert done.problems == (), done.problems
"""


def test_processes_that_build_at_once_leave_one_whole_site(tmp_path):
    builds = [
        subprocess.Popen([sys.executable, "-c", SCRIPT, str(tmp_path), mark], cwd=ROOT)
        for mark in ("one", "two")
    ]
    assert [build.wait() for build in builds] == [0, 0]
    site = Site(tmp_path)
    assert {tuple(text.split()[:2]) for text in site.stands().values()} in (
        {("one", "14")},
        {("two", "14")},
    )
    site.pages = site.stands()
    assert site.build().written == ()


def held(path, entered, leave):
    with locked(path):
        entered.set()
        leave.wait()


@pytest.mark.parametrize("deleted", [False, True])
def test_a_second_build_waits_even_if_the_lock_file_is_deleted_meanwhile(tmp_path, deleted):
    path = tmp_path / ".vagen" / "lock"
    entered, leave, second = Event(), Event(), Event()
    first = Thread(target=held, args=(path, entered, leave))
    first.start()
    entered.wait()
    waiting = Thread(target=held, args=(path, second, leave))
    waiting.start()
    assert not second.wait(0.2)
    if deleted:
        path.unlink()
    leave.set()
    first.join()
    waiting.join()
    assert second.is_set()
    assert path.exists()
