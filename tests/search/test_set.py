"""The set of queries is whole, and every verdict in it was given on purpose."""

from collections import Counter
from hashlib import sha256

import pytest

from tests.search.judged import HALVES, corpus, queries
from tests.search.words import folded, plausible, tokens, words

SEED = "vagen-search-81"  # the first number whose halves are alike: README.md
TEXTS = {text.id: text for text in corpus()}
EVERY = [query for half in HALVES for query in queries(half)]


def test_a_text_has_one_id():
    assert len(TEXTS) == len(corpus())
    assert len({folded(text.text) for text in corpus()}) == len(TEXTS)


@pytest.mark.parametrize("half", HALVES)
def test_a_half_has_a_hundred_queries(half):
    assert len(queries(half)) == 100


def test_no_query_is_asked_twice():
    asked = Counter(tuple(words(query.query)) for query in EVERY)
    assert [query for query, times in asked.items() if times > 1] == []


def test_the_seed_alone_split_the_queries():
    kinds = list(dict.fromkeys(query.kind for query in EVERY))
    halves = {half: [] for half in HALVES}
    for kind in kinds:
        drawn = sorted((query.query for query in EVERY if query.kind == kind), key=_lot)
        middle = len(drawn) // 2
        halves["tuning"] += drawn[:middle]
        halves["held-back"] += drawn[middle:]
    assert halves == {half: [query.query for query in queries(half)] for half in HALVES}


def _lot(query):
    return sha256(f"{SEED}:{query}".encode()).hexdigest()


def test_the_halves_are_alike_in_kind():
    one, other = (Counter(query.kind for query in queries(half)) for half in HALVES)
    assert one == other


def test_a_verdict_names_texts_that_exist_once():
    named = {query.query: [*query.finds, *query.traps, *query.either] for query in EVERY}
    assert {query for query, ids in named.items() if len(set(ids)) < len(ids)} == set()
    assert {name for ids in named.values() for name in ids} - TEXTS.keys() == set()


def test_every_text_answers_a_query_or_is_a_distractor():
    answers = {name for query in EVERY for name in query.finds}
    silent = {text.id for text in TEXTS.values() if text.id not in answers}
    assert silent == {text.id for text in TEXTS.values() if text.distractor}


def test_an_answer_is_plausible():
    doubtful = [
        (query.query, name)
        for query in EVERY
        for name in query.finds
        if not plausible(query.query, TEXTS[name].text)
    ]
    assert doubtful == []


def test_what_looks_like_an_answer_has_a_verdict():
    """A failure lists texts to read: an answer goes to finds, a look-alike to traps."""
    unread = [
        (query.query, name, tokens(query.query, text.text))
        for query in EVERY
        for name, text in TEXTS.items()
        if name not in {*query.finds, *query.traps, *query.either}
        and plausible(query.query, text.text)
    ]
    assert unread == []


def test_the_halves_are_alike_in_what_they_ask():
    for verdict in ("finds", "traps"):
        less, more = sorted(sum(len(getattr(q, verdict)) for q in queries(h)) for h in HALVES)
        assert less >= 0.95 * more


def test_the_look_alikes_are_enough_to_tell_searches_apart():
    for half in HALVES:
        assert sum(len(query.traps) for query in queries(half)) >= 50
        assert sum(not query.finds for query in queries(half)) >= 5
