"""What a printed document may read: files of the layouts that were read before, and the logo.

Both stand at addresses of their own, under a host name that never exists (RFC 6761, `.invalid`), so
that neither a path of this machine nor the network is ever asked. Everything else stops the
document: WeasyPrint's own fetcher would embed `/etc/passwd`.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from vagen.render.layouts import Layouts

LAYOUTS = "https://layouts.invalid/"
"""Where `print/tokens.css` is `https://layouts.invalid/print/tokens.css`."""

LOGO = "https://logo.invalid/"

_PRINT = "print/"
_TYPES = {
    ".css": "text/css",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Reads `print/` of the layouts and the practice's logo; anything else is fatal.

    `logo` is a path within `workspace`; one that leads out of it is refused like the rest.
    `refused` holds the addresses asked for in vain: inside a picture WeasyPrint swallows the error.
    """

    def __init__(self, layouts: Layouts, workspace: Path | None = None, logo: str = "") -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._layouts = layouts
        self._workspace = workspace
        self._logo = logo
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The bytes at `url`; raises FatalURLFetchingError where it may not be read."""
        del headers
        data = self._bytes(url)
        if data is None:
            self.refused.append(url)
            raise FatalURLFetchingError(url)
        kind = _TYPES.get(PurePosixPath(url).suffix.lower(), "application/octet-stream")
        return URLFetcherResponse(url, data, {"Content-Type": kind})

    def _bytes(self, url: str) -> bytes | None:
        if url == logo_address(self._logo):
            return self._logo_bytes()
        name = unquote(url.removeprefix(LAYOUTS))
        return self._layouts.files.get(name) if name.startswith(_PRINT) else None

    def _logo_bytes(self) -> bytes | None:
        if self._workspace is None:
            return None
        root = self._workspace.resolve()
        path = (root / self._logo).resolve()
        inside = path.is_relative_to(root) and path.is_file()
        return path.read_bytes() if inside else None


def logo_address(logo: str) -> str:
    """Where templates find the logo; empty where there is none. Only its kind of file is told."""
    return f"{LOGO}logo{PurePosixPath(logo).suffix.lower()}" if logo else ""
