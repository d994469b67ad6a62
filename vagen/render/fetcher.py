"""What a printed document may read: the layouts and the logo, both of which were read before.

They stand at addresses of their own, under a host name that never exists (RFC 6761, `.invalid`), so
that neither a path of this machine nor the network is ever asked. Everything else stops the
document: WeasyPrint's own fetcher would embed `/etc/passwd`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from vagen.render.layouts import Layouts

LAYOUTS = "https://layouts.invalid/"
"""Where `print/tokens.css` is `https://layouts.invalid/print/tokens.css`."""

LOGO = "https://logo.invalid/"

_PRINT = "print/"
_TYPES = {
    ".css": "text/css",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Hands out `print/` of the layouts and the `pictures` by address; anything else is fatal.

    `refused` holds the addresses asked for in vain: inside a picture WeasyPrint swallows the error.
    """

    def __init__(self, layouts: Layouts, pictures: Mapping[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._layouts = layouts
        self._pictures = pictures or {}
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
        if url in self._pictures:
            return self._pictures[url]
        name = unquote(url.removeprefix(LAYOUTS))
        return self._layouts.files.get(name) if name.startswith(_PRINT) else None


def logo_address(name: str) -> str:
    """Where templates find the logo; empty where there is none. Only its kind of file is told."""
    return f"{LOGO}logo{PurePosixPath(name).suffix.lower()}" if name else ""
