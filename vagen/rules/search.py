"""Search: the entries that hold every word of a query, the best first.

The same is done in the browser, with the same index (layouts/assets/search.js); tests hold the two
together. Here it is measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vagen.rules.folding import MARK, words
from vagen.rules.index import PLACE, PLACES, Index
from vagen.rules.prefixes import frozen, is_chain, risky, weight

BEGUN = 20
DOUBTFUL = 50

_Rank = tuple[int, int]
"""How far from the word, then where it stands; less is better."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry, by its number. A doubtful one may hold another word with the same letters."""

    entry: int
    doubtful: bool = False


def search(index: Index, query: str, *, typing: bool = False) -> list[Hit]:
    """The entries that hold all words of the query, doubtful ones last.

    While a person is `typing`, the last word may be the beginning of a longer one.
    """
    asked = list(dict.fromkeys(words(query)))
    begun = asked[-1] if typing and asked and not query[-1].isspace() else ""
    each = [_entries(index, word, begun=word == begun) for word in asked]
    common = set(each[0]).intersection(*each[1:]) if each else set()
    ranked = sorted((max(one[entry] for one in each), entry) for entry in common)
    return [
        Hit(entry, doubtful=rank[0] >= DOUBTFUL)
        for rank, entry in ranked
        if any(one[entry][1] < PLACE for one in each)
    ]


def _entries(index: Index, word: str, *, begun: bool) -> dict[int, _Rank]:
    """The entries that hold a word, each with its best rank."""
    best: dict[int, _Rank] = {}
    for number, cost in _forms(index, word, begun=begun):
        for posting in index.found[number]:
            entry, where = divmod(posting, PLACES)
            rank = (cost, where)
            best[entry] = min(best.get(entry, rank), rank)
    return best


def _forms(index: Index, word: str, *, begun: bool) -> Iterator[tuple[int, int]]:
    """The forms that are the word, by number, and their cost.

    Where a word is written both with an abbreviation's mark and without, these are likely two
    words, and those that are not written as the query is are doubtful.
    """
    bare = word.replace(MARK, "")
    costs = {n: _cost(index, bare, f, begun=begun) for n, f in enumerate(index.forms)}
    found = {number: cost for number, cost in costs.items() if cost is not None}
    alike = {n for n in found if (MARK in index.forms[n]) == (MARK in word)}
    told_apart = any(found[number] < BEGUN for number in alike)
    for number, cost in found.items():
        unlike = 0 if number in alike else DOUBTFUL if told_apart else 1
        yield number, cost + unlike


def _cost(index: Index, word: str, form: str, *, begun: bool) -> int | None:
    """How far a form is from a word: 0 where it is the word; None where it can't be."""
    form = form.replace(MARK, "")
    if form == word:
        return 0
    if _hebrew(word) and len(word) > 1:
        if word.startswith("וו") and form == word[1:]:
            return 1
        if form.endswith(word):
            return _prefixed(index, form.removesuffix(word), word)
    return _begun(form, word) if begun and len(word) > 1 else None


def _prefixed(index: Index, chain: str, word: str) -> int | None:
    if len(chain) > 1 and chain.endswith("ו") and word.startswith("ו") and word[:2] != "וו":
        chain = chain[:-1]  # behind a prefix, a word's own vav is written twice
    if not is_chain(chain) or frozen(chain, word):
        return None
    doubtful = risky(chain, word) or _own(index, chain, word)
    return weight(chain) + DOUBTFUL * doubtful


def _own(index: Index, chain: str, word: str) -> bool:
    """Whether other forms show that a letter of the chain is the word's own.

    ה stands right before its word, so where there is השאלה, the ש of שאלה is no prefix.
    """
    return any(
        is_chain(before) and not is_chain(before + chain[cut:])
        for cut in range(len(chain))
        for before in _before(index, chain[cut:] + word)
    )


def _before(index: Index, ending: str) -> Iterator[str]:
    for form in index.forms:
        if form.endswith(ending) and len(form) > len(ending):
            yield form.removesuffix(ending)


def _begun(form: str, word: str) -> int | None:
    """A longer word that begins like this one, behind a prefix that is likely one."""
    at = form.find(word)
    if at < 0 or (at and not _hebrew(word)):
        return None
    chain = form[:at]
    return BEGUN + weight(chain) if is_chain(chain) and weight(chain) == at else None


def _hebrew(word: str) -> bool:
    return "א" <= word[0] <= "ת"
