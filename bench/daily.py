"""How long the daily commands take on a practice of thirty clients and ten years of logs.

`python bench/daily.py` makes that practice in a temporary folder, runs each command several times
and prints the median and the work of the processor beside those of `python -c pass`, and how many
times as long they are.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from calendar import monthrange
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests/practice"
"""A practice that stays as it is; the demo grows."""
CLIENTS, YEARS = 30, range(2017, 2027)
NOW = "2026-12-15T20:00+02:00"
KINDS = ("content", "community", "design", "email", "calendar", "reporting", "calls", "admin")
WORDS = ("Inbox", "Call about the calendar", "Newsletter", "Receipts", "לוח תוכן", "תיוג פריטים")


def practice(place: Path) -> int:
    """A practice with thirty clients; how many entries their logs have."""
    shutil.copy(SMALL / "vagen.yaml", place / "vagen.yaml")
    shutil.copytree(SMALL / "content/team", place / "content/team")
    return clients(place, [(year, month) for year in YEARS for month in range(1, 13)])


def clients(place: Path, months: Sequence[tuple[int, int]]) -> int:
    """Thirty clients with a log of each of these months; how many entries those have."""
    chance = random.Random(1)  # noqa: S311 - the same practice every time
    model = SMALL / "content/clients/fennel-street"
    entries = 0
    for number in range(CLIENTS):
        folder = place / f"content/clients/client-{number:02}"
        (folder / "time").mkdir(parents=True)
        shutil.copy(model / "client.yaml", folder)
        shutil.copy(model / "tasks.yaml", folder)
        for year, month in months:
            text, count = log(year, month, number, chance)
            (folder / f"time/{year}-{month:02}.yaml").write_text(text, encoding="utf-8")
            entries += count
    return entries


def log(year: int, month: int, client: int, chance: random.Random) -> tuple[str, int]:
    """A month of a client: twelve days with one to three entries."""
    lines: list[str] = []
    for day in sorted(chance.sample(range(1, monthrange(year, month)[1] + 1), 12)):
        lines.append(f"{year}-{month:02}-{day:02}: |\n")
        for _ in range(chance.randint(1, 3)):
            spent = chance.choice(("20m", "45m", "1h15m", "1.5h"))
            words, kind = chance.choice(WORDS), chance.choice(KINDS)
            lines.append(f"  {spent} {words} {client} #{kind}\n")
    return "".join(lines), sum(line.startswith(" ") for line in lines)


def measured(command: list[str], runs: int) -> tuple[float, float]:
    """Seconds that a command takes: the median, and the least that a processor worked for it.

    The second hardly grows where others use the machine. The command has to succeed.
    """
    times, work = [], []
    for run in range(runs + 1):
        here = [part.replace("HOUR", f"{run:02}") for part in command]
        begun, used = time.perf_counter(), processor()
        subprocess.run(here, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begun)
        work.append(processor() - used)
    return statistics.median(times[1:]), min(work[1:])  # the first one warms the disk up


def processor() -> float:
    """Seconds that processors have worked for commands that are done."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Make the practice, run the commands, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="how often each command runs")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        entries = practice(place)
        print(f"{CLIENTS} clients, {len(YEARS)} years, {entries} entries; median of {runs} runs")
        vagen = Path(sys.executable).with_name("vagen")
        here = ["-C", folder, "--now", NOW]
        line = ["client-07", "HOUR:10-HOUR:50 Inbox #email @supplier-list"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "vagen log": [str(vagen), "log", *line, *here],
            "vagen status": [str(vagen), "status", *here],
            "vagen today": [str(vagen), "today", *here],
            "vagen today --client CLIENT": [str(vagen), "today", "--client", "client-07", *here],
            "vagen task list CLIENT": [str(vagen), "task", "list", "client-07", *here],
        }
        least: tuple[float, float] | None = None
        for name, command in commands.items():
            found = measured(command, runs)
            least = least or found
            told = (
                f"{one * 1000:6.0f} ms {one / of:6.1f} times"
                for one, of in zip(found, least, strict=True)
            )
            print(f"{name:<28} {'   processor '.join(told)}")


if __name__ == "__main__":
    main()
