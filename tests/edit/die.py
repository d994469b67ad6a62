"""Run by test_kills: a command that kills itself (SIGKILL) one call to the disk later each time.

For `die.py FOLDER COMMAND`: in FOLDER/0, FOLDER/1, … a practice, and COMMAND that dies at that
call; the first that is not killed ends the row.
"""

import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

from tests.edit.desk import Desk, at
from tests.publish.death import dying

COMMANDS: dict[str, Callable[[Desk], object]] = {
    "log": lambda desk: desk.log("45m Inbox"),
    "first": lambda desk: desk.log("45m Inbox", on=datetime(2026, 12, 1).date()),  # noqa: DTZ001
    "start": lambda desk: desk.start("Call", at("12:00"), client="bob"),
    "stop": lambda desk: desk.stop(at("12:00")),
    "switch": lambda desk: desk.start("Call", at("12:00"), client="bob", switch=True),
    "task": lambda desk: desk.add("Call"),
    "done": lambda desk: desk.move("ada/rules", "done"),
}


def laid_out(home: Path, command: str) -> Desk:
    desk = Desk.at(home)
    running = "  09:00-      Inbox #email\n" if command in ("stop", "switch") else ""
    desk.month(f"2026-11-23: |\n  1h x\n{running}# end\n")
    desk.write("content/clients/ada/tasks.yaml", "- id: rules\n  title: Rules\n")
    return desk


def killed(desk: Desk, command: str, step: int) -> bool:
    """Whether the command died at this step."""
    child = os.fork()
    if child == 0:
        vars(os).update(dying(step, lambda: os.kill(os.getpid(), signal.SIGKILL)))
        COMMANDS[command](desk)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    for step in count():
        if not killed(laid_out(Path(sys.argv[1]) / str(step), sys.argv[2]), sys.argv[2], step):
            break
