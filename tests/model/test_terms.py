from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.refusal import cure
from vagen.model.terms import PaymentTerms, read_terms

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
ALL = st.one_of(
    st.builds(PaymentTerms, st.sampled_from(["net", "eom"]), st.integers(0, 365)),
    st.builds(PaymentTerms, st.just("day"), st.integers(1, 31)),
    st.just(PaymentTerms("receipt")),
)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("net 15", "net 15"),
        ("NET30", "net 30"),
        ("net-30", "net 30"),
        ("EOM+15", "EOM+15"),
        ("eom + 15", "EOM+15"),
        ("EOM", "EOM"),
        ("on receipt", "on receipt"),
        ("Due on receipt", "on receipt"),
        ("day 10", "day 10"),
        ("שוטף+15", "EOM+15"),
        ("שוטף 30", "EOM+30"),
        ("שוטף", "EOM"),
        ("מיידי", "on receipt"),
    ],
)
def test_terms(text, spelled):
    assert str(read_terms(text)) == spelled


@given(ALL)
def test_terms_are_read_back(terms):
    assert read_terms(terms.spelled) == terms


@pytest.mark.parametrize(
    ("terms", "issued", "due"),
    [
        ("net 15", "2026-11-20", "2026-12-05"),
        ("net 0", "2026-11-20", "2026-11-20"),
        ("EOM+15", "2026-11-01", "2026-12-15"),
        ("EOM+15", "2026-11-30", "2026-12-15"),
        ("EOM+30", "2026-01-31", "2026-03-02"),
        ("EOM", "2028-02-10", "2028-02-29"),
        ("on receipt", "2026-11-20", "2026-11-20"),
        ("day 10", "2026-11-09", "2026-11-10"),
        ("day 10", "2026-11-10", "2026-12-10"),
        ("day 10", "2026-12-11", "2027-01-10"),
        ("day 31", "2026-01-30", "2026-01-31"),
        ("day 31", "2026-01-31", "2026-02-28"),
        ("day 30", "2026-02-28", "2026-03-30"),
    ],
)
def test_the_due_date(terms, issued, due):
    assert read_terms(terms).due(date.fromisoformat(issued)) == date.fromisoformat(due)


@given(ALL, DAYS)
def test_nothing_is_due_before_it_is_issued(terms, issued):
    assert terms.due(issued) >= issued


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30 days", "net 30"),
        ("within 14 days", "net 14"),
        ("30 יום", "net 30"),
        ("immediate", "on receipt"),
        ("day 0", None),
        ("day 32", None),
        ("net 400", None),
        ("15", None),
        ("whenever", None),
    ],
)
def test_no_terms(text, meant):
    assert cure(read_terms, text) == ("bad-terms", meant)
