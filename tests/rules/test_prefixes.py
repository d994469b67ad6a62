"""Which letters may be prefixes of a word, in which order."""

from __future__ import annotations

from itertools import product

import pytest

from vagen.rules.prefixes import frozen, is_chain, risky, weight

LETTERS = "הובכלמש"


ALLOWED = "וה וב ול ומ של שב שמ מה שה כה מש ומה ושל כשה וכשה לכש ולכשה וכשמה ומשה שכשה"


@pytest.mark.parametrize("chain", ["", *LETTERS, *ALLOWED.split()])
def test_may_stand_before_a_word(chain):
    assert is_chain(chain)


@pytest.mark.parametrize(
    "chain",
    ["הו", "הל", "הב", "הש", "לו", "בו", "לב", "בל", "בה", "לה", "וו", "הה", "שו", "מל", "א", "וא"],
)
def test_may_not(chain):
    assert not is_chain(chain)


def test_the_article_comes_last_and_vav_first():
    chains = {"".join(c) for n in (2, 3, 4) for c in product(LETTERS, repeat=n)}
    for chain in filter(is_chain, chains):
        assert "ה" not in chain[:-1]
        assert "ו" not in chain[1:]


def test_a_longer_chain_weighs_more_and_a_dear_letter_most():
    assert weight("") == 0
    assert weight("ה") == weight("ב") == weight("ל") == weight("ו")
    assert weight("ה") < weight("מה") < weight("מ")
    assert weight("כשה") < weight("ש")


def test_a_frozen_word_is_not_parted_and_what_stands_before_it_is():
    assert frozen("ל", "בד")
    assert frozen("ול", "בד")
    assert frozen("ב", "לבד")
    assert not frozen("ב", "כתב")
    assert not frozen("ה", "יומ")


def test_one_dear_letter_before_a_short_word_is_risky():
    assert risky("מ", "כתב")
    assert risky("וש", "קל")
    assert not risky("מה", "כתב")
    assert not risky("ב", "כתב")
    assert not risky("מ", "לקוחות")
