"""How much longer than Python itself `vagen --help` takes: whole processes, the median of many.

.venv/bin/python bench/help.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 41
LIMIT = 100  # ms, the promise

BARE = (sys.executable, "-c", "pass")
HELP = (sys.executable, "-m", "vagen", "--help")


def took(command: tuple[str, ...]) -> float:
    """One run of a command, in milliseconds."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measures both in turn, so that what else the machine does falls on both."""
    took(BARE), took(HELP)  # the first run fills the disk's cache
    pairs = [(took(BARE), took(HELP)) for _ in range(RUNS)]
    bare, told = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"python -c pass   {bare:6.1f} ms")
    print(f"vagen --help     {told:6.1f} ms")
    print(f"difference       {told - bare:6.1f} ms of {LIMIT} ms")


if __name__ == "__main__":
    main()
