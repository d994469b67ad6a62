"""How well a search answers judged queries: the figures that README.md defines."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over all queries of a set; the shares follow from them."""

    answers: int  # that there are
    found: int  # of them
    false_hits: int
    traps_hit: int  # of the false hits
    ahead: int  # false hits that stand before an answer
    answered: int  # queries that have answers and found one
    first: int  # of them, those whose first hit is one

    @property
    def recall(self):
        return Fraction(self.found, self.answers or 1)

    @property
    def precision(self):
        return Fraction(self.found, self.found + self.false_hits or 1)

    def __str__(self):
        return (
            f"recall {float(self.recall):.3f} ({self.found}/{self.answers}), "
            f"precision {float(self.precision):.3f}, {self.false_hits} false hits "
            f"({self.traps_hit} traps, {self.ahead} ahead of an answer), "
            f"first right {self.first}/{self.answered}"
        )


def score(search, queries):
    """The figures of `search`, a function from a query to the ids of texts, best first."""
    rows = [_row(query, search(query.query)) for query in queries]
    return Score(*map(sum, zip(*rows, strict=True)))


def _row(query, hits):
    hits = [hit for hit in hits if hit not in query.either]
    if len(set(hits)) < len(hits):
        raise ValueError(f"{query.query}: a text is listed twice")
    right = [place for place, hit in enumerate(hits) if hit in query.finds]
    wrong = [place for place, hit in enumerate(hits) if hit not in query.finds]
    return (
        len(query.finds),
        len(right),
        len(wrong),
        sum(hits[place] in query.traps for place in wrong),
        sum(place < right[-1] for place in wrong) if right else 0,
        bool(right),
        bool(right) and right[0] == 0,
    )
