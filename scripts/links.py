"""Which links of a built site lead nowhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

_LINK = re.compile(r'(?:href|src)="([^"]*)"')
_NAME = re.compile(r' id="([^"]*)"')


def unfound(folder: Path) -> list[str]:
    """The links within a built site that lead to no file of it, or to no name on its page."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    names = {path: set(_NAME.findall(text)) for path, text in texts.items()}
    wrong = []
    for path, text in texts.items():
        for address in _LINK.findall(text):
            file, _, name = unquote(address).partition("#")
            target = (path.parent / file).resolve() if file else path
            if ":" in file:
                continue
            if not target.is_file() or (name and name not in names.get(target, {name})):
                wrong.append(f"{path.relative_to(folder)}: {address} leads nowhere")
    return wrong
