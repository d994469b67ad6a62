from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.refusal import cure
from vagen.model.promise import ReplyTime, read_promise


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("30m", ReplyTime(minutes=30)),
        ("4h", ReplyTime(minutes=240)),
        ("1h30m", ReplyTime(minutes=90)),
        ("1 day", ReplyTime(days=1)),
        ("2 days", ReplyTime(days=2)),
    ],
)
def test_a_promise(text, promise):
    assert read_promise(text) == promise


@given(
    st.builds(ReplyTime, minutes=st.integers(1, 960))
    | st.builds(ReplyTime, days=st.integers(1, 30))
)
def test_a_promise_is_read_back(promise):
    assert read_promise(str(promise)) == promise


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("24h", "1 day"),
        ("48 hours", "2 days"),
        ("1d", "1 day"),
        ("2 business days", "2 days"),
        ("3 ימי עסקים", "3 days"),
        ("4 hours", "4h"),
        ("4", None),
        ("20h", None),
        ("0m", None),
        ("0 days", None),
        ("90 days", None),
        ("0 working days", None),
        ("soon", None),
    ],
)
def test_no_promise(text, meant):
    assert cure(read_promise, text) == ("bad-promise", meant)
