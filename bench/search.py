"""How well search answers the judged queries of tests/search: figures only, never a query's text.

.venv/bin/python bench/search.py

The held-back half is for measuring. Whoever changes search because of its figures has used it up:
tests/search/README.md.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.search.engine import certain, everything
from tests.search.judged import HALVES, corpus, queries
from tests.search.score import Score, score
from vagen.pages.search import Listed, SearchView
from vagen.render.search import RULES, index_data, script

COLUMNS = "| | recall | precision | false hits | ahead of an answer | first right |\n" + "|--" * 6
SEARCHES = (("all hits", everything), ("without those said to be doubtful", certain))


def row(name: str, found: Score) -> str:
    """One line of the table of docs/search.md."""
    return (
        f"| {name} | {float(found.recall):.3f} | {float(found.precision):.3f} | {found.false_hits} "
        f"| {found.ahead} | {found.first}/{found.answered} |"
    )


def table() -> list[str]:
    """The figures of both halves, with doubtful hits and without."""
    return [
        row(f"{half.replace('-', ' ')}, {name}", score(search, queries(half)))
        for half in HALVES
        for name, search in SEARCHES
    ]


def kinds() -> list[str]:
    """The tuning half, by kind of query."""
    asked = queries("tuning")
    return [
        row(kind, score(everything, [query for query in asked if query.kind == kind]))
        for kind in dict.fromkeys(query.kind for query in asked)
    ]


def sizes() -> str:
    """What an index of the texts weighs."""
    view = SearchView(tuple(Listed("", one.text, "", f"{one.id}/index.html") for one in corpus()))
    data, letters = script(view), sum(len(text.text.encode()) for text in corpus())
    forms = str(index_data(view)["forms"]).count("\n") + 1
    return (
        f"{len(view.entries)} texts of {letters} bytes, {forms} forms: an index of {len(data)} "
        f"bytes, {len(gzip.compress(data, mtime=0))} packed, {len(repr(RULES).encode())} of rules"
    )


if __name__ == "__main__":
    print(COLUMNS, *table(), "", COLUMNS, *kinds(), "", sizes(), sep="\n")
