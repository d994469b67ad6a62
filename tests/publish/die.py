"""Run by test_kills: builds one change after the other, each killed one call to the disk later.

For `die.py FOLDER`: in FOLDER/0, FOLDER/1, … a good build, then a changed one that kills itself
(SIGKILL) at that call; the first that is not killed ends the row.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from tests.publish.builds import Site
from tests.publish.death import dying

BEFORE = {"index.html": "home", "a": "page", "b/x/y": "deep", "c/one": "1", "c/two": "2"}
AFTER = {"index.html": "changed", "a/x": "under it", "b": "page", "c/one": "1", "d/e/f": "new"}


def first(home: Path) -> Site:
    """A workspace with the good build, and two files of a person in its output folder."""
    home.mkdir(parents=True)
    site = Site(home, pages=dict(BEFORE))
    site.build()
    site.write("notes.txt", "mine")
    return site


def killed(home: Path, step: int) -> bool:
    """Whether the second build died at this step."""
    child = os.fork()
    if child == 0:
        vars(os).update(dying(step, lambda: os.kill(os.getpid(), signal.SIGKILL)))
        Site(home, pages=dict(AFTER)).build()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    for step in count():
        home = Path(sys.argv[1]) / str(step)
        first(home)
        if not killed(home, step):
            break
