"""Whole builds of practices of growing size, beside four other generators on the same letters.

    make bench                        # 10, 100 and 1,000 clients
    make bench SIZES=10,100 RUNS=1

For each size and tool: a cold build (no output, no cache), one where nothing changed, and one after
an edit. Each is a whole process; what it and its children used of the processors comes first, since
others may use the machine. After every build every letter's own word has to stand in the output.
The figures go to results.json, tables and pictures to docs/ (bench/report.py).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from bench import others, practice
from bench.report import RESULTS, publish

BUILDS = ("cold", "no change", "one edit")
PDFS_UP_TO = 10  # clients: with more it is the PDFs alone that are measured
MARKER = re.compile(rb"word\d+x\d\d")
EDITED = "Edited{:03}"


class Bench(NamedTuple):
    """A tool in front of its folder."""

    name: str
    version: str
    place: Path
    output: str
    command: tuple[str, ...]
    edit: Callable[[Path, str], None]


class Spent(NamedTuple):
    """What a process and its children used."""

    processor: float  # seconds, of all cores
    wall: float  # seconds
    memory: float  # MB, of the largest process at its peak


def vagen(name: str, place: Path, clients: int, seed: int, *more: str) -> Bench:
    """Our own, on a whole practice."""
    practice.write(place, clients, seed)
    command = (str(Path(sys.executable).with_name("vagen")), "build", "--quiet")
    return Bench(
        name,
        version("vagen"),
        place,
        "site",
        (*command, "--now", practice.NOW, *more),
        lambda folder, word: retitle(folder / "content/clients/client-0000/tasks.yaml", word),
    )


def retitle(tasks: Path, word: str) -> None:
    """A task of a client gets another title."""
    text = tasks.read_text(encoding="utf-8")
    tasks.write_text(re.sub(r"title: .*", f"title: {word}", text, count=1), encoding="utf-8")


def other(generator: others.Generator, place: Path, clients: int, seed: int) -> Bench:
    """Another's, on the letters alone."""
    letters = practice.letters(clients, seed)
    others.write(generator, place, letters)
    path = f"{generator.letters}/{others.name(letters[0])}"

    def edit(folder: Path, word: str) -> None:
        (folder / path).write_text(others.source(letters[0]) + f"\n{word}\n", encoding="utf-8")

    return Bench(
        generator.name, generator.version, place, generator.output, generator.command, edit
    )


def measured(bench: Bench) -> Spent:
    """One build; it has to succeed."""
    begun = time.perf_counter()
    process = subprocess.Popen(bench.command, cwd=bench.place, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{bench.name} failed: {process.returncode}")
    memory = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Spent(used.ru_utime + used.ru_stime, wall, memory)


def forget(bench: Bench) -> None:
    """Nothing was built yet."""
    for folder in (bench.output, ".vagen", "resources", ".hugo_build.lock", "__pycache__"):
        found = bench.place / folder
        shutil.rmtree(found) if found.is_dir() else found.unlink(missing_ok=True)


def prove(bench: Bench, markers: set[bytes], word: str = "") -> None:
    """Every letter's word stands in the pages, and the edit's."""
    seen: set[bytes] = set()
    edited = not word
    for path in (bench.place / bench.output).rglob("*.html"):
        text = path.read_bytes()
        seen.update(MARKER.findall(text))
        edited = edited or word.encode() in text
    if missing := markers - seen:
        raise SystemExit(f"{bench.name}: {len(missing)} letters are missing, as {min(missing)!r}")
    if not edited:
        raise SystemExit(f"{bench.name}: the edit is missing")


def one_round(bench: Bench, markers: set[bytes], run: int) -> list[Spent]:
    """The three builds in a row."""
    forget(bench)
    cold = measured(bench)
    prove(bench, markers)
    same = measured(bench)
    prove(bench, markers)
    word = EDITED.format(run)
    bench.edit(bench.place, word)
    edited = measured(bench)
    prove(bench, markers, word)
    return [cold, same, edited]


def figures(bench: Bench, clients: int, rounds: list[list[Spent]]) -> list[dict[str, object]]:
    """The medians of a tool at a size."""
    count = sum(path.is_file() for path in (bench.place / bench.output).rglob("*"))
    found: list[dict[str, object]] = []
    for build, spent in zip(BUILDS, zip(*rounds, strict=True), strict=True):
        processor, wall, memory = (statistics.median(one) for one in zip(*spent, strict=True))
        found.append(
            {
                "tool": bench.name,
                "clients": clients,
                "build": build,
                "runs": len(rounds),
                "processor": round(processor, 2),
                "wall": round(wall, 2),
                "memory": round(memory),
                "files": count,
            }
        )
    return found


def benches(
    place: Path, clients: int, seed: int, generators: list[others.Generator]
) -> list[Bench]:
    """All tools in front of a practice of a size."""
    found = [vagen("vagen", place / "vagen", clients, seed, "--no-pdf")]
    if clients <= PDFS_UP_TO:
        found.append(vagen("vagen with PDFs", place / "pdfs", clients, seed))
    return found + [other(one, place / one.name, clients, seed) for one in generators]


def size(
    clients: int, seed: int, runs: int, generators: list[others.Generator]
) -> list[dict[str, object]]:
    """All tools at a size, in turn, so that what else the machine does falls on all."""
    with tempfile.TemporaryDirectory() as folder:
        every = benches(Path(folder), clients, seed, generators)
        markers = {one.marker.encode() for one in practice.letters(clients, seed)}
        rounds: dict[str, list[list[Spent]]] = {bench.name: [] for bench in every}
        for run in range(runs):
            for bench in every:
                rounds[bench.name].append(one_round(bench, markers, run))
                told = rounds[bench.name][-1]
                print(
                    f"{clients:5} clients  {bench.name:<16}"
                    + "".join(
                        f"  {build} {one.processor:.2f} s ({one.wall:.2f} s, {one.memory:.0f} MB)"
                        for build, one in zip(BUILDS, told, strict=True)
                    ),
                    flush=True,
                )
        return [row for bench in every for row in figures(bench, clients, rounds[bench.name])]


def processor() -> str:
    """The processor's name."""
    told = Path("/proc/cpuinfo")
    text = told.read_text(encoding="utf-8") if told.exists() else ""
    found = re.search(r"model name\s*: (.+)", text)
    return found[1] if found else platform.machine()


def load() -> float:
    """How many programs want a processor, on average of five minutes."""
    return round(os.getloadavg()[1], 1)


def main() -> None:
    """Install, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10,100,1000", help="numbers of clients")
    parser.add_argument("--runs", type=int, default=3, help="of each; one from 1,000 clients on")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tools", type=Path, help="where the others are installed; else anew")
    parser.add_argument("--results", type=Path, default=RESULTS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as anew:
        generators, left_out = others.installed((asked.tools or Path(anew)).resolve())
        for tool, why in left_out.items():
            print(f"{tool} is left out: it {why}")
        results: dict[str, object] = {
            "seed": asked.seed,
            "cores": os.cpu_count(),
            "processor": processor(),
            "python": platform.python_version(),
            "versions": {one.name: one.version for one in generators},
            "left_out": left_out,
            "load": [load()],
            "figures": [],
        }
        for clients in map(int, asked.sizes.split(",")):
            runs = 1 if clients >= 1000 else asked.runs
            results["figures"] += size(clients, asked.seed, runs, generators)  # type: ignore[operator]
            results["load"].append(load())  # type: ignore[attr-defined]
            asked.results.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")
    publish(asked.results)


if __name__ == "__main__":
    main()
