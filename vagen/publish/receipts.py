"""What vagen wrote into an output folder: a receipt a file, so that nothing else is touched.

A journal, of the same form, is written before a commit and removed after it: a build that was
killed in between left files that only the journal knows, and the next build takes them over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vagen.publish.atomic import write_whole
from vagen.publish.key import Key, sha256
from vagen.publish.output import is_safe

_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One file as it was written: `size` in bytes, `mtime_ns` in nanoseconds as the disk says.

    `warned` is set where making it gave warnings: it is made again, so that they are told again.
    """

    audience: str
    kind: str
    key: Key
    sha256: str
    size: int
    mtime_ns: int
    warned: bool = False


@dataclass(frozen=True, slots=True)
class Receipts:
    """The receipts of one output folder, by path.

    A file that is not older than `written_ns`, the time of the receipts themselves, may have been
    changed within the same tick of the disk's clock: its time alone proves nothing.
    """

    files: Mapping[str, Receipt]
    written_ns: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """The two files in the workspace's .vagen/ that keep one output folder's receipts."""

    folder: Path
    output: str

    @property
    def receipts(self) -> Path:
        """Where the receipts stand. Each output folder has its own, named by its identity."""
        name = sha256(os.fsencode(self.output))[:16]
        return self.folder / f"receipts-{name}.json"

    @property
    def journal(self) -> Path:
        """Where the receipts of a commit wait until all its files are in place."""
        return self.receipts.with_suffix(".journal")

    def read(self) -> Receipts:
        """The receipts; none where they are missing, damaged or of another version."""
        return self._read(self.receipts)

    def intended(self) -> Mapping[str, Receipt]:
        """What a killed build was about to write; nothing where the last one ended."""
        return self._read(self.journal).files

    def intend(self, files: Mapping[str, Receipt]) -> None:
        """Notes what is about to be written. Raises OSError."""
        write_whole(self.journal, self._text(files))

    def write(self, files: Mapping[str, Receipt]) -> None:
        """Replaces the receipts, then forgets the journal. Raises OSError."""
        write_whole(self.receipts, self._text(files))
        self.journal.unlink(missing_ok=True)

    def _read(self, path: Path) -> Receipts:
        try:
            found = json.loads(path.read_bytes())
            if (found["version"], found["output"]) != (_VERSION, self.output):
                return Receipts({})
            files = {_path(name): _receipt(entry) for name, entry in found["files"].items()}
            return Receipts(files, path.stat().st_mtime_ns)
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return Receipts({})

    def _text(self, files: Mapping[str, Receipt]) -> bytes:
        entries = {path: _entry(receipt) for path, receipt in sorted(files.items())}
        whole = {"version": _VERSION, "output": self.output, "files": entries}
        return json.dumps(whole, indent=1).encode("ascii")


def _entry(receipt: Receipt) -> dict[str, object]:
    return {
        "audience": receipt.audience,
        "kind": receipt.kind,
        "key": dict(receipt.key.parts),
        "sha256": receipt.sha256,
        "size": receipt.size,
        "mtime_ns": receipt.mtime_ns,
        "warned": receipt.warned,
    }


def _receipt(entry: Mapping[str, object]) -> Receipt:
    """The receipt that an entry holds. Raises ValueError, TypeError or LookupError."""
    key = entry["key"]
    if not isinstance(key, dict):
        raise TypeError("a key is a mapping")
    parts = tuple((name, _text(digest)) for name, digest in key.items())
    return Receipt(
        audience=_text(entry["audience"]),
        kind=_text(entry["kind"]),
        key=Key(parts),
        sha256=_text(entry["sha256"]),
        size=_number(entry["size"]),
        mtime_ns=_number(entry["mtime_ns"]),
        warned=entry["warned"] is True,
    )


def _path(name: str) -> str:
    """A path that stays in the output folder: receipts are no way to remove another file."""
    if not is_safe(name):
        raise ValueError("a receipt names a file inside the output folder")
    return name


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text is expected")
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("a whole number is expected")
    return value
