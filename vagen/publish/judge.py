"""What happens to each file of the output folder: decided before the first one is touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from vagen.publish.key import differs
from vagen.publish.output import Output
from vagen.publish.receipts import Receipt, Receipts
from vagen.publish.shelf import Shelf

Fate = Literal["written", "unchanged", "adopted", "removed", "gone", "kept", "blocked", "linked"]
"""`gone`: a receipt whose file a person deleted. `kept`: not ours, so it stays. `blocked`: a page
that something kept is in the way of. `linked`: a symbolic link where a page should stand."""


@dataclass(frozen=True, slots=True)
class Case:
    """All that the fates depend on. `staged` has the digest of each file that was rendered;
    `current` the outputs whose key says that nothing changed. An output in neither is left as it
    is, and so is a file of a kind that is not in `only`.
    """

    outputs: Mapping[str, Output]
    staged: Mapping[str, str]
    current: AbstractSet[str]
    receipts: Receipts
    shelf: Shelf
    only: AbstractSet[str] | None = None

    def is_ours(self, path: str) -> bool:
        """Whether the file stands as vagen left it. Raises OSError."""
        receipt = self.receipts.files.get(path)
        before = self.receipts.written_ns
        return receipt is not None and self.shelf.holds(path, receipt, before=before)


def reasons(output: Output, receipt: Receipt | None, *, stands: bool) -> tuple[str, ...]:
    """Why an output is rendered: the parts of its key that changed, `new`, `warned` (its last
    making gave warnings), or `missing` (its file is gone); nothing where it is current.
    """
    changed = differs(receipt.key if receipt else None, output.key)
    warned = ("warned",) if receipt and receipt.warned else ()
    missing = () if stands or receipt is None else ("missing",)
    return (*changed, *warned, *missing)


def judge(case: Case) -> dict[str, Fate]:
    """The fate of every output and of every other name in the folder. Raises OSError."""
    fates = dict(_others(case))
    leaving = {path for path, fate in fates.items() if fate == "removed"}
    for path in sorted({*case.staged, *case.current}):
        obstacle = case.shelf.obstacle(path, leaving)
        if obstacle is None:
            fates[path] = _fate(case, path)
        else:
            fates[path] = "blocked"
            fates[obstacle] = "linked" if case.shelf.form(obstacle) == "link" else "kept"
    return fates


def _others(case: Case) -> Iterator[tuple[str, Fate]]:
    """Files that this build does not want: ours leave, the others stay."""
    for path, receipt in case.receipts.files.items():
        if path in case.outputs or (case.only is not None and receipt.kind not in case.only):
            continue
        if case.shelf.form(path) in {None, "folder"}:
            yield path, "gone"
        else:
            yield path, "removed" if case.is_ours(path) else "kept"
    for path, found in case.shelf.names.items():
        known = path in case.outputs or path in case.receipts.files
        if found.form != "folder" and not known:
            yield path, "kept"


def _fate(case: Case, path: str) -> Fate:
    """What happens to an output that nothing is in the way of."""
    stands = case.shelf.form(path) == "file"
    if path in case.current:
        return "unchanged" if not stands or case.is_ours(path) else "kept"
    if not stands:
        return "written"
    if case.is_ours(path):
        same = case.staged[path] == case.receipts.files[path].sha256
        return "unchanged" if same else "written"
    return "adopted" if case.staged[path] == case.shelf.digest(path) else "kept"
