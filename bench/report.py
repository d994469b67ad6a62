"""The figures of docs/performance.md and their pictures, made of results.json.

    python -m bench.report

The figures are the last part of the page, below their heading; all above it is written by hand.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bench.chart import Line, chart

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench/results.json"
PAGE = ROOT / "docs/performance.md"
PICTURES = ROOT / "docs/pictures"
HEADING = "### The figures\n"
BUILDS = ("cold", "no change", "one edit")
SHOWN = (
    ("bench-cold", "A cold build", "seconds of the processor", "cold", "processor"),
    ("bench-no-change", "Nothing changed", "seconds of the processor", "no change", "processor"),
    ("bench-one-edit", "After one edit", "seconds of the processor", "one edit", "processor"),
    ("bench-memory", "Memory of a cold build", "MB at the peak", "cold", "memory"),
)


def sizes(results: dict[str, Any]) -> list[int]:
    """The numbers of clients that were measured."""
    return sorted({row["clients"] for row in results["figures"]})


def tools(results: dict[str, Any]) -> list[str]:
    """Those measured, ours first."""
    return list(dict.fromkeys(row["tool"] for row in results["figures"]))


def found(results: dict[str, Any], tool: str, clients: int) -> dict[str, dict[str, Any]]:
    """A tool's builds at a size."""
    return {
        row["build"]: row
        for row in results["figures"]
        if (row["tool"], row["clients"]) == (tool, clients)
    }


def table(results: dict[str, Any], clients: int) -> str:
    """The tools at a size: seconds of the processor, in brackets seconds by the clock."""
    lines = [
        f"| {clients:,} clients | {' | '.join(BUILDS)} | memory | files |",
        "|--|--|--|--|--|--|",
    ]
    for tool in tools(results):
        if builds := found(results, tool, clients):
            spent = " | ".join(
                f"{builds[one]['processor']:.2f} s ({builds[one]['wall']:.2f})" for one in BUILDS
            )
            memory = max(row["memory"] for row in builds.values())
            lines.append(f"| {tool} | {spent} | {memory} MB | {builds['cold']['files']:,} |")
    return "\n".join(lines) + "\n"


def machine(results: dict[str, Any]) -> str:
    """Where and of what the figures are."""
    versions = ", ".join(f"{tool} {version}" for tool, version in results["versions"].items())
    load, most = results["load"], max(runs(results, size) for size in sizes(results))
    once = [f"{size:,}" for size in sizes(results) if runs(results, size) == 1 < most]
    told = (
        f"{results['processor']}, {results['cores']} cores; Python {results['python']}; "
        f"{versions}.\nMedians of {most} runs"
        + (f", of a single one with {' and '.join(once)} clients" if once else "")
        + f". Others used the machine too: its load was {min(load)} to {max(load)}.\n"
    )
    for tool, why in results["left_out"].items():
        told += f"{tool} {why}.\n"
    return told


def runs(results: dict[str, Any], clients: int) -> int:
    """How often a size was measured."""
    return int(next(row["runs"] for row in results["figures"] if row["clients"] == clients))


def figures(results: dict[str, Any]) -> str:
    """The last part of the page."""
    shown = "\n".join(f"![{title}, {unit}](pictures/{name}.svg)" for name, title, unit, *_ in SHOWN)
    tables = "\n".join(table(results, size) for size in sizes(results))
    return f"{HEADING}\n{machine(results)}\n{tables}\n{shown}\n"


def pictures(results: dict[str, Any]) -> dict[str, str]:
    """File to picture."""
    return {
        f"{name}.svg": chart(title, unit, lines(results, build, key))
        for name, title, unit, build, key in SHOWN
    }


def lines(results: dict[str, Any], build: str, key: str) -> list[Line]:
    """A line a tool; PDFs, measured at one size, as a dot where they differ: in cold builds."""
    every = [Line(tool, points(results, tool, build, key)) for tool in tools(results)]
    return [line for line in every if build == "cold" or not line.name.endswith("PDFs")]


def points(
    results: dict[str, Any], tool: str, build: str, key: str
) -> tuple[tuple[int, float], ...]:
    """A tool's figures, by number of clients."""
    return tuple(
        (size, float(builds[build][key]))
        for size in sizes(results)
        if (builds := found(results, tool, size))
    )


def publish(path: Path = RESULTS) -> None:
    """Rewrite the page's last part and the pictures."""
    results = json.loads(path.read_text(encoding="utf-8"))
    above = PAGE.read_text(encoding="utf-8").partition(HEADING)[0]
    PAGE.write_text(above + figures(results), encoding="utf-8")
    PICTURES.mkdir(exist_ok=True)
    for name, picture in pictures(results).items():
        (PICTURES / name).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    publish()
