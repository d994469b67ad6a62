"""What search is held to, on both halves; the figures themselves stand in docs/search.md."""

import pytest

from bench.search import table
from tests.search.engine import certain, everything
from tests.search.judged import HALVES, queries
from tests.search.score import score
from tests.sites import ROOT


@pytest.mark.parametrize("half", HALVES)
def test_nearly_every_answer_is_found_and_few_else(half):
    found = score(everything, queries(half))
    assert found.recall >= 0.98
    assert found.precision >= 0.88
    assert found.first >= found.answered - 2


@pytest.mark.parametrize("half", HALVES)
def test_what_is_not_said_to_be_doubtful_is_right(half):
    found = score(certain, queries(half))
    assert found.recall >= 0.96
    assert found.precision >= 0.95


def test_the_page_about_search_quotes_the_figures():
    page = (ROOT / "docs/search.md").read_text(encoding="utf-8")
    assert [row for row in table() if row not in page] == []
