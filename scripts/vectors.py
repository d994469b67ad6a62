"""Writes the test vectors of format vagen/1: tests/seal/vectors.json, and those of
docs/security.md from it; with --check it only compares.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

from vagen.model.audience import TEAM, Audience, client_audience
from vagen.seal.container import from_script, script
from vagen.seal.derivation import derived
from vagen.seal.index import Index, written
from vagen.seal.portal import Portal, Sealed
from vagen.seal.practice_key import PracticeKey
from vagen.seal.slot import slot_of

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "tests" / "seal" / "vectors.json"
PAGE = ROOT / "docs" / "security.md"
_MARKED = re.compile(r"<!-- vectors: (\w+) -->\n.*?<!-- end -->", re.DOTALL)
_WIDE = 100

KEY = PracticeKey(bytes(range(32)))
FERN = Portal.of(KEY, client_audience("fern"), 1)
PORTALS: tuple[tuple[Audience, int], ...] = (
    (client_audience("fern"), 1),
    (client_audience("fern"), 2),
    (TEAM, 1),
    (Audience("person", "dana"), 3),
)
PAGE_TEXT = b"<!doctype html><title>Fern</title><p>Hello\n"
FILES = {
    "index.html": PAGE_TEXT,
    "documents/\u05d4\u05e1\u05db\u05dd.txt": "\u05e9\u05dc\u05d5\u05dd\n".encode(),
    "caf\u00e9.csv": b"",
    "exactly.bin": bytes(1020),
    "one-more.bin": bytes(1021),
}
TYPES = {"html": "text/html", "csv": "text/csv"}


def vectors() -> dict[str, Any]:
    """All of them, as plain data: bytes are hexadecimal unless the format has another spelling."""
    sealed = {path: FERN.seal(path, content) for path, content in FILES.items()}
    return {
        "format": "vagen/1",
        "key": {"secret": KEY.secret.hex(), "text": KEY.text, "id": KEY.id},
        "portals": [_portal(audience, turn) for audience, turn in PORTALS],
        "slot": _slot(),
        "files": [_file(path, FILES[path], one) for path, one in sealed.items()],
        "index": _index(sealed),
        "refused": _refused(sealed["index.html"].data.decode()),
    }


def _portal(audience: Audience, turn: int) -> dict[str, object]:
    portal = Portal.of(KEY, audience, turn)
    names = ("siv", "enc", "name", "passphrase", "salt")
    return {
        "audience": str(audience),
        "turn": turn,
        "master": portal.master.hex(),
        **{name: derived(portal.master, f"vagen/1 {name}".encode()).hex() for name in names},
        "address": portal.address,
        "words": portal.passphrase,
    }


def _slot() -> dict[str, object]:
    words = FERN.passphrase
    first, rest = words.split(" ", 1)
    return {
        "text": slot_of(FERN).text,
        "opens": [
            words,
            f"  {words.upper()}\n",
            words.replace(" ", "-"),
            words.replace(" ", " \u2013 "),
            f"\u202b{first}\u00a0\u200f{rest}\u202c",
            words.replace("a", "\uff41"),
        ],
        "does_not": [
            rest,
            words.replace(" ", ""),
            Portal.of(KEY, client_audience("fern"), 2).passphrase,
        ],
    }


def _file(path: str, content: bytes, sealed: Sealed) -> dict[str, object]:
    about = b"vagen/1" + len(path.encode()).to_bytes(4, "big") + path.encode()
    return {
        "path": path,
        "content": content.hex(),
        "name": sealed.name,
        "s": sealed.s.hex(),
        "k": derived(derived(FERN.master, b"vagen/1 enc"), about, salt=sealed.s).hex(),
        "file": sealed.data.decode(),
    }


def _index(sealed: dict[str, Sealed]) -> dict[str, object]:
    paths = ("index.html", "caf\u00e9.csv")
    entries = {path: sealed[path].entry(TYPES[path.rsplit(".", 1)[1]]) for path in paths}
    index = Index(date(2026, 11, 23), "c/fern/", "index.html", entries)
    listed = FERN.index(index.built, index.base, entries)
    return {
        "json": written(index).decode(),
        "name": listed.name,
        "s": listed.s.hex(),
        "file": listed.data.decode(),
    }


def _refused(file: str) -> list[dict[str, str]]:
    """Files that a reader must not show at `index.html` of the first portal."""
    seal = from_script(file.encode())
    flipped = bytes([*seal[:40], seal[40] ^ 1, *seal[41:]])
    other = Portal.of(KEY, client_audience("fern"), 2).seal("index.html", PAGE_TEXT).data.decode()
    older = FERN.seal("index.html", PAGE_TEXT + b"older").data.decode()
    swapped = FERN.seal("caf\u00e9.csv", b"").data.decode()
    return [
        {"why": "a bit is flipped", "file": script(flipped).decode()},
        {"why": "s is another's", "file": script(bytes(32) + seal[32:]).decode()},
        {"why": "cut", "file": script(seal[:-1]).decode()},
        {"why": "a block is missing", "file": script(seal[:32] + seal[-16:]).decode()},
        {"why": "from another path", "file": swapped},
        {"why": "from another turn", "file": other},
        {"why": "of another build than the index", "file": older},
    ]


def shown(name: str, found: dict[str, Any]) -> str:
    """One group of them as a block of text for the page."""
    lines = {"keys": _keys, "slot": _slot_lines, "file": _file_lines, "index": _index_lines}[name]
    return "\n".join(("```text", *lines(found), "```"))


def _keys(found: dict[str, Any]) -> list[str]:
    key, portal = found["key"], found["portals"][0]
    rows = {
        "practice key": key["secret"],
        "as text": key["text"],
        "its id": key["id"],
        "audience, turn": f"{portal['audience']}, {portal['turn']}",
        "master": portal["master"],
        "k_siv": portal["siv"],
        "k_enc": portal["enc"],
        "k_name": portal["name"],
        "77 bits and more": portal["passphrase"],
        "passphrase": portal["words"],
        "salt": portal["salt"],
        "address": portal["address"],
    }
    return _rows(rows)


def _slot_lines(found: dict[str, Any]) -> list[str]:
    return _cut(found["slot"]["text"])


def _file_lines(found: dict[str, Any]) -> list[str]:
    file = found["files"][0]
    content = bytes.fromhex(file["content"]).decode().replace("\n", "\\n")
    rows = {"path": file["path"], "content": content, "s": file["s"], "k": file["k"]}
    return [*_rows({**rows, "file's name": f"{file['name']}.js"}), "", *_cut(file["file"].strip())]


def _index_lines(found: dict[str, Any]) -> list[str]:
    index = found["index"]
    rows = {"s": index["s"], "file's name": f"{index['name']}.js"}
    return [*_cut(index["json"]), "", *_rows(rows), "", *_cut(index["file"].strip())]


def _rows(rows: dict[str, str]) -> list[str]:
    wide = max(map(len, rows))
    return [f"{name:{wide}}  {value}" for name, value in rows.items()]


def _cut(text: str) -> list[str]:
    return [text[at : at + _WIDE] for at in range(0, len(text), _WIDE)]


def main(arguments: list[str]) -> int:
    """Writes both, or says which of them is not as it would be written."""
    found = vectors()
    page = PAGE.read_text(encoding="utf-8")
    told = _MARKED.sub(
        lambda one: f"<!-- vectors: {one[1]} -->\n{shown(one[1], found)}\n<!-- end -->", page
    )
    fresh = {FILE: json.dumps(found, ensure_ascii=False, indent=1) + "\n", PAGE: told}
    if "--check" not in arguments:
        for path, text in fresh.items():
            path.write_text(text, encoding="utf-8")
        return 0
    stale = [path for path, text in fresh.items() if path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{path.relative_to(ROOT)} has other vectors: run scripts/vectors.py")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
