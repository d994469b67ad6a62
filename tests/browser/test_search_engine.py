"""The browser's search and that of vagen.rules find the same, in the same order."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.search.engine import INDEX
from tests.search.judged import corpus, queries
from vagen.pages.search import Listed, SearchView
from vagen.render.layouts import read_layouts
from vagen.render.search import script
from vagen.rules.folding import words
from vagen.rules.index import index_of
from vagen.rules.search import search

pytestmark = pytest.mark.browser

ASK = """asked => asked.map(([query, typing]) =>
  vagenSearch.search(query, typing).hits.map(hit => [hit.entry, hit.doubtful]))"""
ALPHABET = "אבהוכלמשתםץ" * 3 + "״\"'׳־- ,.1234abזßÉéİſΣς\u05b7\u05bc\u200f\ufb2a\ufb01²Ⅷ\u2028😀"


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    page.goto("about:blank")
    page.add_script_tag(content=(read_layouts().asset("search.js") or b"").decode())
    yield page
    page.close()


def load(page, texts):
    view = SearchView(tuple(Listed("", text, "", f"{n}/index.html") for n, text in texts))
    page.add_script_tag(content=script(view).decode())


def asked_as(index, asked):
    return [
        [[hit.entry, hit.doubtful] for hit in search(index, query, typing=typing)]
        for query, typing in asked
    ]


def test_every_tuning_query_and_all_its_beginnings(page):
    load(page, ((one.id, one.text) for one in corpus()))
    whole = [query.query for query in queries("tuning")]
    begun = [query[:end] for query in whole for end in range(1, len(query) + 1)]
    asked = [(query, False) for query in whole] + [(query, True) for query in begun]
    assert page.evaluate(ASK, asked) == asked_as(INDEX, asked)


def test_any_texts_and_queries(page):
    lots = random.Random("search")  # noqa: S311 - the same texts in every run
    for _ in range(20):
        texts = ["".join(lots.choices(ALPHABET, k=40)) for _ in range(20)]
        index = index_of(("", text, "") for text in texts)
        load(page, enumerate(texts))
        asked = [
            ("".join(lots.choices(ALPHABET, k=lots.randint(1, 6))), bool(n % 2)) for n in range(60)
        ]
        assert page.evaluate("texts => texts.map(vagenSearch.words)", texts) == list(
            map(words, texts)
        )
        assert page.evaluate(ASK, asked) == asked_as(index, asked)


def test_the_corpus_is_read_alike(page):
    texts = [one.text for one in corpus()]
    assert page.evaluate("texts => texts.map(vagenSearch.words)", texts) == list(map(words, texts))


def test_an_index_is_one_call_with_json():
    view = SearchView((Listed("</script>\u2028", '"\\', "place", "a/index.html"),))
    text = script(view).decode()
    assert "<" not in text
    assert "\u2028" not in text
    data = json.loads(text.removeprefix("vagenSearch.load(").removesuffix(");\n"))
    assert data["entries"] == [["</script>\u2028", "place", "a/index.html", '"\\']]


def test_the_engine_runs_no_text_as_code():
    source = (Path(__file__).parents[2] / "layouts/assets/search.js").read_text(encoding="utf-8")
    shunned = "innerHTML outerHTML insertAdjacent eval Function( .style fetch("
    assert [word for word in shunned.split() if word in source] == []
