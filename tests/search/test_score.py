"""The figures tell a good search from a bad one, on the set itself."""

import pytest

from tests.search.judged import HALVES, HERE, Query, corpus, queries
from tests.search.score import score
from tests.search.words import plausible, words

ASKED = [
    Query("one", "bare", finds=("a", "b"), traps=("t",), either=("e",)),
    Query("two", "none", finds=(), traps=("t",)),
]


def judged(**hits):
    return score(lambda query: hits[query], ASKED)


def test_all_and_only_the_answers():
    best = judged(one=["b", "e", "a"], two=[])
    assert (best.recall, best.precision, best.false_hits, best.first) == (1, 1, 0, 1)


def test_nothing_found_is_precise_and_useless():
    empty = judged(one=[], two=[])
    assert (empty.found, empty.false_hits, empty.answered) == (0, 0, 0)
    assert empty.recall == 0


def test_a_false_hit_costs_most_before_an_answer():
    early = judged(one=["a", "t", "b", "x"], two=["t"])
    assert (early.found, early.false_hits, early.traps_hit, early.ahead) == (2, 3, 2, 1)
    assert early.precision == pytest.approx(2 / 5)


def test_a_text_listed_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        judged(one=["a", "a"], two=[])


TEXTS = {text.id: text.text for text in corpus()}


def whole_words(query):
    return [name for name, text in TEXTS.items() if set(words(text)).issuperset(words(query))]


def any_prefix_letters(query):
    return [name for name, text in TEXTS.items() if plausible(query, text)]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize(
    ("name", "search"),
    [
        ("whole words only", whole_words),
        ("any prefix letters before the word", any_prefix_letters),
    ],
)
def test_the_readme_quotes_the_two_searches_that_are_none(name, search, half):
    found = score(search, queries(half))
    figures = (
        f"{float(found.recall):.3f} | {float(found.precision):.3f} | {found.false_hits} "
        f"| {found.ahead} | {found.first}/{found.answered}"
    )
    row = f"| {name}, {half.replace('-', ' ')} | {figures} |"
    assert row in (HERE / "README.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("half", HALVES)
def test_the_set_tells_them_from_a_good_one(half):
    assert score(whole_words, queries(half)).recall < 0.7
    assert score(any_prefix_letters, queries(half)).precision < 0.85
