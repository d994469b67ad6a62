"""An index holds what its own audience's pages show, and not a word more."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from tests.sites import Site
from vagen.pages.search import SEARCH
from vagen.rules.folding import words

AUDIENCES = ("c/efroni", "c/fennel-street", "desk", "handbook")


INLINE = {"a", "bdi", "b", "code", "em", "s", "strong"}


class Shown(HTMLParser):
    """The words that a page shows; elements part them, but for those within a line."""

    def __init__(self, html):
        super().__init__()
        self.text = []
        self.feed(html)

    def handle_starttag(self, tag, _):
        self.text.append("" if tag in INLINE else " ")

    def handle_endtag(self, tag):
        self.text.append("" if tag in INLINE else " ")

    def handle_data(self, data):
        self.text.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return Site.demo(tmp_path_factory.mktemp("index")).good(pdf=False)


def index_of(site, audience):
    text = (site.folder / audience / SEARCH).read_text(encoding="utf-8")
    return json.loads(text.removeprefix("vagenSearch.load(").removesuffix(");\n"))


def test_there_is_an_index_for_every_audience_with_a_field(site):
    found = sorted(path for path in site.tree() if path.endswith(SEARCH))
    assert found == sorted(f"{audience}/{SEARCH}" for audience in AUDIENCES)
    for path, page in site.tree().items():
        assert (b'data-index="' in page) == (path.endswith(".html") and path.startswith(AUDIENCES))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_word_of_an_index_stands_on_the_page_it_leads_to(site, audience):
    index = index_of(site, audience)
    indexed = set()
    for title, place, path, text in index["entries"]:
        file, _, anchor = path.partition("#")
        html = (site.folder / audience / file).read_text(encoding="utf-8")
        said = words(f"{title} {place} {text}")
        assert set(said) - set(words("".join(Shown(html).text))) == set(), path
        assert not anchor or f'id="{anchor}"' in html, path
        indexed.update(said)
    assert set(index["forms"].split("\n")) == indexed


def test_a_changed_task_makes_its_own_audiences_index_anew_and_no_other(tmp_path):
    site = Site.demo(tmp_path).good(pdf=False)
    before = {audience: index_of(site, audience) for audience in AUDIENCES}
    site.change("content/clients/efroni/tasks.yaml", "title: ", "title: קסילופון ")
    site.good(pdf=False)
    changed = [audience for audience in AUDIENCES if index_of(site, audience) != before[audience]]
    assert changed == ["c/efroni", "desk"]  # the owner finds every client's tasks
    assert "קסילופונ" in index_of(site, "c/efroni")["forms"]
