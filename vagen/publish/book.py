"""The receipts as they are after a commit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vagen.publish.judge import Case, Fate
from vagen.publish.output import Output
from vagen.publish.receipts import Receipt
from vagen.publish.shelf import Standing, standing
from vagen.publish.staging import Staged


def receipt_of(output: Output, staged: Staged) -> Receipt:
    """The receipt of a file that is not in its place yet."""
    return Receipt(
        audience=output.audience,
        kind=output.kind,
        key=output.key,
        sha256=staged.sha256,
        size=staged.size,
        mtime_ns=0,
        warned=staged.warned,
    )


def as_it_stands(receipt: Receipt, found: Standing) -> Receipt:
    """The receipt of a file that is in its place."""
    return replace(receipt, size=found.size, mtime_ns=found.mtime_ns)


def booked(
    case: Case, fates: Mapping[str, Fate], staged: Mapping[str, Staged]
) -> Iterator[tuple[str, Receipt]]:
    """Every receipt, by path; a file that the build did not look at keeps its own.

    Raises OSError where a file that was just written is gone.
    """
    for path, receipt in case.receipts.files.items():
        if fates.get(path) not in {"removed", "gone"}:
            yield path, receipt
    for path, fate in fates.items():
        if fate == "written":
            receipt = receipt_of(case.outputs[path], staged[path])
            yield path, as_it_stands(receipt, standing(case.shelf.folder / path))
        elif fate in {"unchanged", "adopted"}:
            yield path, _current(case, path, staged.get(path))


def _current(case: Case, path: str, staged: Staged | None) -> Receipt:
    """The receipt of a file that was not written: it may be of another kind or key by now."""
    output = case.outputs[path]
    if staged:
        receipt = receipt_of(output, staged)
    else:
        known = case.receipts.files[path]
        receipt = replace(known, audience=output.audience, kind=output.kind)
    found = case.shelf.names.get(path)
    return as_it_stands(receipt, found) if found else receipt
