"""Disks whose system tells nothing of changes made elsewhere: the network's, and those of hosts.

A container or WSL hears of its own changes there, and of none that the person makes outside.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

_SILENT = frozenset({
    "9p", "afpfs", "afs", "ceph", "cifs", "davfs", "drvfs", "fakeowner", "gfs2", "glusterfs",
    "lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf",
    "virtiofs", "vmhgfs", "webdav",
})  # fmt: skip
_LOUD_FUSE = frozenset({"fuse.ext4", "fuseblk", "fuse.portal", "fuse.ntfs-3g", "fuse.exfat"})
_ESCAPED = re.compile(r"\\([0-7]{3})")
_MAC = re.compile(r"^.+? on (?P<at>/.*) \((?P<kind>\w+)[,)]", re.MULTILINE)


def silent_disk(folder: Path) -> str | None:
    """The kind of disk that `folder` stands on, where its changes from elsewhere are not told."""
    if sys.platform == "win32":
        return None
    mounts = from_mount(_asked()) if sys.platform == "darwin" else from_mountinfo(_read())
    kind = kind_at(mounts, folder)
    return kind if is_silent(kind) else None


def is_silent(kind: str) -> bool:
    """Whether a file system of this kind keeps changes from elsewhere to itself."""
    return kind in _SILENT or (kind.startswith("fuse") and kind not in _LOUD_FUSE)


def kind_at(mounts: dict[str, str], folder: Path) -> str:
    """The kind of the innermost mount that holds `folder`; empty where none is known."""
    place = PurePosixPath(folder)
    return next((mounts[str(one)] for one in (place, *place.parents) if str(one) in mounts), "")


def from_mountinfo(text: str) -> dict[str, str]:
    """Kinds by mount point, of Linux's /proc/self/mountinfo; a later mount hides an earlier one."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        names, kinds = before.split(), after.split()
        if len(names) > 4 and kinds:
            found[_ESCAPED.sub(lambda sign: chr(int(sign[1], 8)), names[4])] = kinds[0]
    return found


def from_mount(text: str) -> dict[str, str]:
    """Kinds by mount point, of what macOS's `mount` prints."""
    return {one["at"]: one["kind"] for one in _MAC.finditer(text)}


def _read() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _asked() -> str:
    try:
        run = subprocess.run(["/sbin/mount"], capture_output=True, check=False, timeout=5)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.decode("utf-8", "surrogateescape")
