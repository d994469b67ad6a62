"""Run by test_kills: a command that kills itself (SIGKILL) one call to the disk later each time.

For `die.py FOLDER COMMAND`: in FOLDER/0, FOLDER/1, … a practice, and COMMAND that dies at that
call; the first that is not killed ends the row.
"""

import builtins
import io
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from tests.edit.desk import Desk, at
from tests.publish.death import calls, countdown, opening
from vagen.edit.account import practice_of
from vagen.edit.change import Edit
from vagen.edit.newclient import NewClient, client, likely
from vagen.edit.newtext import note
from vagen.edit.writing import carry_out
from vagen.model.practice import Practice
from vagen.source.glance import Glance

TODAY = date(2026, 11, 23)


def new_client(glance: Glance) -> Edit:
    """A whole folder."""
    practice = practice_of(glance)
    assert isinstance(practice, Practice)
    whole = likely(NewClient(id="cleo"), practice, TODAY)
    assert isinstance(whole, NewClient)
    return client(glance, whole, practice, TODAY)


COMMANDS: dict[str, Callable[[Desk], object]] = {
    "log": lambda desk: desk.log("45m Inbox"),
    "first": lambda desk: desk.log("45m Inbox", on=date(2026, 12, 1)),
    "start": lambda desk: desk.start("Call", at("12:00"), client="bob"),
    "stop": lambda desk: desk.stop(at("12:00")),
    "switch": lambda desk: desk.start("Call", at("12:00"), client="bob", switch=True),
    "task": lambda desk: desk.add("Call"),
    "done": lambda desk: desk.move("ada/rules", "done"),
    "client": lambda desk: carry_out(desk.root, new_client),
    "note": lambda desk: carry_out(desk.root, lambda glance: note(glance, "ada", "Plan", TODAY)),
}


def laid_out(home: Path, command: str) -> Desk:
    desk = Desk.at(home)
    desk.write(
        "vagen.yaml",
        f"{desk.read('vagen.yaml')}country: IL\ncurrency: ILS\nowner: Noa\nemail: a@b.example\n",
    )
    running = "  09:00-      Inbox #email\n" if command in ("stop", "switch") else ""
    desk.month(f"2026-11-23: |\n  1h x\n{running}# end\n")
    desk.write("content/clients/ada/tasks.yaml", "- id: rules\n  title: Rules\n")
    return desk


def killed(desk: Desk, command: str, step: int) -> bool:
    """Whether the command died at this step."""
    child = os.fork()
    if child == 0:
        reached = countdown(step, lambda: os.kill(os.getpid(), signal.SIGKILL))
        vars(os).update(calls(reached))
        vars(io)["open"] = vars(builtins)["open"] = opening(open, reached)  # Path.open is io's
        COMMANDS[command](desk)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    for step in count():
        if not killed(laid_out(Path(sys.argv[1]) / str(step), sys.argv[2]), sys.argv[2], step):
            break
