from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.refusal import cure, refused
from vagen.model.identifier import TaskName, read_id, read_task, slug


@pytest.mark.parametrize("text", ["a", "dec-calendar", "2024", "x" * 63, "con-1", "a--b"])
def test_an_id(text):
    assert read_id(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Dana Levy", "dana-levy"),
        ("dec_calendar", "dec-calendar"),
        ("-x", "x"),
        ("Café", "cafe"),
        ("Dana’s", "danas"),
        ("דנה", None),
        ("CON", None),
        ("con", None),
        ("lpt1", None),
        ("x" * 64, None),
        ("a/b", "a-b"),
    ],
)
def test_no_id(text, meant):
    assert cure(read_id, text) == ("bad-id", meant)


@given(st.text(max_size=90))
def test_a_slug_is_an_id(words):
    made = slug(words)
    assert made is None or read_id(made) == made


def test_a_task_with_and_without_its_client():
    assert read_task("dana/dec-calendar") == TaskName("dec-calendar", "dana")
    assert read_task("dec-calendar") == TaskName("dec-calendar")
    assert str(read_task("dana/dec-calendar")) == "dana/dec-calendar"
    assert str(read_task("dec-calendar")) == "dec-calendar"


@pytest.mark.parametrize(
    ("text", "meant"), [("Dana/Dec Calendar", "dana/dec-calendar"), ("/b", None), ("a/b/c", None)]
)
def test_no_task(text, meant):
    assert cure(read_task, text) == ("bad-id", meant)


def test_too_long_an_id_is_told_how_long_it_may_be():
    assert dict(refused(read_id, "x" * 64).message.values) == {"most": 63}
