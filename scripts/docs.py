"""Builds README.md, docs/ and what they name into a site, and says which links lead nowhere.

Pages have vagen's own look (layouts/assets/vagen.css), a list of all pages at the side, and
headings with the names that GitHub gives them, so that one link works in both places.
"""

from __future__ import annotations

import posixpath
import re
import shutil
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment, StrictUndefined, Template
from links import unfound
from markdown_it import MarkdownIt
from markdown_it.token import Token

from vagen.locale import catalog, direction

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "build" / "docs"
ORDER = (
    "README", "install", "start", "day", "recipes", "editors", "saving", "format", "layouts",
    "search", "problems", "security", "performance", "architecture", "CONTRIBUTING", "CHANGELOG",
)  # fmt: skip
"""The list at the side; a page that is not named here comes after these, by name."""
LANGUAGES = {"en": "English", "he": "עברית"}
_MARKUP = re.compile(r"^<(!--.*?--|/?div[^>]*)>\n+", re.MULTILINE | re.DOTALL)
"""Marks of scripts/format.py, and the direction of a page for GitHub: nothing to be read."""

_FOLDED = 30
"""Headings that a list of contents shows at once; with more, only the highest."""


@dataclass(frozen=True)
class Page:
    """A Markdown file of the project. `source` is its path there."""

    source: str
    language: str

    @property
    def name(self) -> str:
        """What it is called in any language: `start`, `README`."""
        return Path(self.source).name.split(".")[0]

    @property
    def target(self) -> str:
        """Where it stands in the site."""
        name = "index" if self.name == "README" else self.name.lower()
        return f"{'' if self.language == 'en' else f'{self.language}/'}{name}.html"

    @cached_property
    def tokens(self) -> list[Token]:
        text = _MARKUP.sub("", (ROOT / self.source).read_text(encoding="utf-8"))
        return _markdown().parse(text)

    @cached_property
    def headings(self) -> list[Heading]:
        return list(_headings(self.tokens))

    @property
    def title(self) -> str:
        return self.headings[0].words if self.headings else self.name


@dataclass(frozen=True)
class Heading:
    """A heading: its rank, its words and the name by which links find it."""

    rank: int
    words: str
    name: str


def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable("table")


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    given: dict[str, int] = {}
    for token, inner in pairwise(tokens):
        if token.type != "heading_open":
            continue
        words = "".join(one.content for one in inner.children or ())
        name = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        count = given[name] = given.get(name, -1) + 1
        yield Heading(int(token.tag[1:]), words, f"{name}-{count}" if count else name)


def pages() -> list[Page]:
    """README, docs/, CONTRIBUTING and CHANGELOG, in the order of the list at the side."""
    sources = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    sources += [f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")]
    found = [Page(source, "en") for source in sources]
    hebrew = [path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/he").glob("*.md")]
    hebrew += ["README.he.md"] if (ROOT / "README.he.md").is_file() else []
    found += [Page(source, "he") for source in hebrew]
    return sorted(found, key=lambda one: (one.language, _rank(one), one.name))


def _rank(page: Page) -> int:
    return ORDER.index(page.name) if page.name in ORDER else len(ORDER)


@dataclass
class Site:
    """The pages on their way into a folder, and what is wrong with their links."""

    folder: Path
    pages: list[Page]
    wrong: list[str] = field(default_factory=list)

    @cached_property
    def template(self) -> Template:
        environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
        return environment.from_string((ROOT / "scripts/docs.html.j2").read_text("utf-8"))

    def build(self) -> list[str]:
        """Writes everything; what leads nowhere comes back, a line each."""
        assets = self.folder / "assets"
        shutil.copytree(ROOT / "layouts/assets/fonts", assets / "fonts")
        shutil.copy(ROOT / "layouts/assets/vagen.css", assets)
        shutil.copy(ROOT / "scripts/docs.css", assets)
        for page in self.pages:
            self._write(page.target, self._page(page).encode())
        return [*self.wrong, *unfound(self.folder)]

    def _write(self, target: str, data: bytes) -> None:
        file = self.folder / target
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def _page(self, page: Page) -> str:
        up = "../" * page.target.count("/")
        return self.template.render(
            page=page,
            up=up,
            dir=direction(page.language),
            _=catalog(page.language).gettext,
            entries=list(self._entries(page)),
            contents=_contents(page),
            prose=self._prose(page),
        )

    def _entries(self, page: Page) -> Iterator[dict[str, str]]:
        """The pages of this language, then the same page in the others."""
        for one in self.pages:
            if one.language == page.language:
                yield {"href": _way(page, one.target), "title": one.title}
        for language, name in LANGUAGES.items():
            others = {one.name: one for one in self.pages if one.language == language}
            other = others.get(page.name) or others.get("README")
            if other and language != page.language:
                yield {"href": _way(page, other.target), "title": name, "lang": language}

    def _prose(self, page: Page) -> str:
        """The body below the first heading."""
        names = iter(page.headings)
        for token in page.tokens:
            if token.type == "heading_open":
                token.attrSet("id", next(names).name)
            elif token.type in _CLASSES:
                token.attrSet("class", _CLASSES[token.type])
            elif token.type in ("th_open", "td_open"):
                token.attrs = {"scope": "col"} if token.type == "th_open" else {}
            for inner in token.children or ():
                self._inline(page, inner)
        markdown = _markdown()
        first = next(at for at, one in enumerate(page.tokens) if one.type == "heading_close")
        body = page.tokens[first + 1 :]  # above the title stands only the way to other languages
        drawn: str = markdown.renderer.render(body, markdown.options, {})
        table = (
            f'<div class="scroll" role="group" aria-label="{_TABLE[page.language]}" tabindex="0">'
        )
        drawn = drawn.replace('<th scope="col"></th>', "<td></td>")
        drawn = drawn.replace("<table", f"{table}<table").replace("</table>", "</table></div>")
        return drawn.replace("<pre>", '<pre dir="ltr">').replace("<code>", '<code dir="ltr">')

    def _inline(self, page: Page, token: Token) -> None:
        key = {"link_open": "href", "image": "src"}.get(token.type)
        if key is None:
            return
        address = str(token.attrs[key])
        token.attrSet(key, self._address(page, address))
        if token.type == "image" and address.endswith(".png"):
            width, height = struct.unpack(">II", _png(page, address)[16:24])
            token.attrs |= {"width": width, "height": height, "loading": "lazy"}

    def _address(self, page: Page, address: str) -> str:
        """Where a link of the sources leads in the site: to a page, else to a copy of the file."""
        path, mark, name = address.partition("#")
        if not path or ":" in path:
            return address
        source = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), unquote(path)))
        other = next((one for one in self.pages if one.source == source), None)
        if other:
            return _way(page, other.target) + mark + name
        if not (ROOT / source).is_file() or source.startswith(".."):
            self.wrong.append(f"{page.source}: {address} is no file")
            return address
        self._write(f"files/{source}", (ROOT / source).read_bytes())
        return _way(page, f"files/{source}") + mark + name


_CLASSES = {
    "bullet_list_open": "dots",
    "ordered_list_open": "dots",
    "blockquote_open": "aside-note",
    "table_open": "table",
}
_TABLE = {"en": "Table", "he": "טבלה"}


def _png(page: Page, address: str) -> bytes:
    file = ROOT / posixpath.dirname(page.source) / address
    return file.read_bytes() if file.is_file() else bytes(24)


def _way(page: Page, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(page.target) or ".")


def _contents(page: Page) -> list[Heading]:
    most = 3 if len(page.headings) <= _FOLDED else 2
    return [one for one in page.headings[1:] if one.rank <= most]


def main(arguments: list[str]) -> int:
    """Builds into the folder that is named, else into build/docs, which it replaces."""
    folder = Path(arguments[0]) if arguments else HOME
    if folder == HOME:
        shutil.rmtree(folder, ignore_errors=True)
    elif folder.exists() and any(folder.iterdir()):
        print(f"{folder} is not empty")
        return 1
    wrong = Site(folder.resolve(), pages()).build()
    print("\n".join(wrong or [f"{folder}/index.html"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
