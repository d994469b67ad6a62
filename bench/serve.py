"""How long after an edit on the disk a page of `vagen serve` is new.

`python bench/serve.py` serves a practice of two clients, and the same with thirty more who have the
logs of bench/daily.py. It edits a task again and again and waits as a browser does: for the event
that the page is another, then for the page with the words in it. It prints the median beside that
of `python -c pass`, and how many times as long it is.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from daily import CLIENTS, NOW, SMALL, clients, measured

ROOT = Path(__file__).resolve().parent.parent
CLIENT, MANY = "fennel-street", "client-07"
PATIENCE = 600  # seconds for a first build


def two_clients(place: Path) -> None:
    """A practice of two clients."""
    shutil.copy(SMALL / "vagen.yaml", place)
    shutil.copytree(SMALL / "content", place / "content")


def months(years: int) -> list[tuple[int, int]]:
    """The months of some years, as year and month, the newest first."""
    return [(2026 - back // 12, 12 - back % 12) for back in range(years * 12)]


@contextmanager
def serving(place: Path) -> Iterator[str]:
    """The address of a server that has built the pages."""
    vagen = Path(sys.executable).with_name("vagen")
    run = subprocess.Popen(
        [str(vagen), "serve", "-C", str(place), "--port", "0", "--no-pdf", "--now", NOW],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"LANGUAGE": "en", "PYTHONUNBUFFERED": "1"},
        encoding="utf-8",
    )
    try:
        said = ""
        while "written" not in said:
            line = run.stdout.readline() if run.stdout else ""
            if not line or "error" in line:
                raise SystemExit(f"the first build failed: {said}{line}")
            said += line
        found = re.search(r"http://\S+", said)
        yield found[0] if found else ""
    finally:
        run.terminate()
        run.wait()


def edits(place: Path, client: str, runs: int) -> list[float]:
    """Seconds from each save of a task to its words on the client's board."""
    tasks = place / f"content/clients/{client}/tasks.yaml"
    text = tasks.read_text(encoding="utf-8")
    with serving(place) as address:
        board = f"{address}c/{client}/board/index.html"
        at = f"{address}_vagen/events?at=/c/{client}/board/"
        with urllib.request.urlopen(at, timeout=PATIENCE) as events:  # noqa: S310 - our own server
            state(events)
            times = []
            for run in range(runs + 1):
                words = f"Run number {run}"
                new = f"{text}\n- id: bench\n  title: {words}\n  status: doing\n"
                begun = time.perf_counter()
                tasks.write_text(new, encoding="utf-8")
                while words not in page(board):
                    state(events)
                times.append(time.perf_counter() - begun)
                time.sleep(0.3)  # as long as a quick writer's thought
    return times[1:]


def state(events: object) -> dict[str, object]:
    """What a page that listens is told next."""
    for line in events:  # type: ignore[attr-defined]
        if line.startswith(b"data: "):
            return dict(json.loads(line.removeprefix(b"data: ")))
    raise SystemExit("the server went away")


def page(address: str) -> str:
    """A page's text."""
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


def main() -> None:
    """Make the practices, serve and edit them, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="how many edits")
    parser.add_argument("--years", type=int, default=1, help="of logs, of each of thirty clients")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        for place in (small, large):
            place.mkdir()
            two_clients(place)
        entries = clients(large, months(asked.years))
        least, _ = measured([sys.executable, "-c", "pass"], asked.runs)
        print(f"{'python -c pass':<40} {least * 1000:6.0f} ms")
        named = f"{CLIENTS} clients more, {entries} entries"
        for name, place, client in (("two clients", small, CLIENT), (named, large, MANY)):
            seconds = statistics.median(edits(place, client, asked.runs))
            print(f"{name:<40} {seconds * 1000:6.0f} ms  {seconds / least:6.1f} times")


if __name__ == "__main__":
    main()
