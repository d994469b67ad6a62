"""The whole demo as a tree: `make golden` rewrites it; the difference is read, then kept."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.sites import Site, pdf_text

GOLDEN = Path(__file__).parent / "golden" / "demo"
WORDS = (".html", ".svg", ".xml", ".css", ".js", ".ics")


@pytest.mark.usefixtures("poppler")
def test_the_demo_is_the_golden_tree(tmp_path: Path, *, update_golden: bool) -> None:
    made = Site.demo(tmp_path).good().tree()
    tree = dict(_told(path, data) for path, data in made.items())
    if update_golden:
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, text in tree.items():
            file = GOLDEN / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    kept = {
        path.relative_to(GOLDEN).as_posix(): path.read_text(encoding="utf-8")
        for path in GOLDEN.rglob("*")
        if path.is_file()
    }
    assert sorted(tree) == sorted(kept)
    for name, text in tree.items():
        assert text == kept[name], name


def _told(path: str, data: bytes) -> tuple[str, str]:
    """Pages as they are, PDFs by their words (their bytes hang on Pango), fonts by digest."""
    if path.endswith(".pdf"):
        return f"{path}.txt", pdf_text(data, layout=True)
    if path.startswith("assets/") and not path.endswith("brand.css"):
        return f"{path}.sha256", hashlib.sha256(data).hexdigest() + "\n"
    if path.endswith(WORDS):
        # Lines of a calendar end with CRLF, which git would have its way with; its own test looks.
        return path, data.decode("utf-8").replace("\r\n", "\n")
    return f"{path}.sha256", hashlib.sha256(data).hexdigest() + "\n"
