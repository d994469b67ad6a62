"""Which disks keep changes from elsewhere to themselves, from what the systems print."""

from __future__ import annotations

from pathlib import Path

import pytest

from vagen.watch.mounts import from_mount, from_mountinfo, is_silent, kind_at

LINUX = r"""
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
23 22 0:21 / /proc rw,nosuid - proc proc rw
90 22 0:50 / /mnt/c rw,noatime - 9p C:\134 rw,dirsync,aname=drvfs;path=C:\
91 22 0:51 /practice /work rw - fakeowner /run/host_mark/Users rw
92 22 0:52 / /home/me/my\040drive rw shared:9 - cifs //nas/me rw
93 22 254:1 /x /mnt/c/local rw - ext4 /dev/vda2 rw
"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//me@nas._smb._tcp.local/share on /Volumes/share (smbfs, nodev, nosuid, mounted by me)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/me/practice", "ext4"),
        ("/mnt/c/Users/me/practice", "9p"),
        ("/mnt/c/local/practice", "ext4"),
        ("/work", "fakeowner"),
        ("/home/me/my drive/practice", "cifs"),
        ("/workshop", "ext4"),
    ],
)
def test_linux_names_the_disk_of_a_folder(folder: str, kind: str) -> None:
    assert kind_at(from_mountinfo(LINUX), Path(folder)) == kind


def test_macos_names_the_disk_of_a_folder() -> None:
    mounts = from_mount(MAC)
    assert kind_at(mounts, Path("/Volumes/share/practice")) == "smbfs"
    assert kind_at(mounts, Path("/Users/me")) == "apfs"


def test_what_is_not_understood_names_none() -> None:
    assert kind_at(from_mountinfo("nonsense\n - \n"), Path("/x")) == ""


@pytest.mark.parametrize("kind", ["9p", "nfs4", "cifs", "fakeowner", "fuse.sshfs", "virtiofs"])
def test_disks_of_hosts_and_networks_are_silent(kind: str) -> None:
    assert is_silent(kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "apfs", "overlay", "tmpfs", ""])
def test_disks_of_this_machine_are_not(kind: str) -> None:
    assert not is_silent(kind)
