"""A client's id, or how it begins; and a task's id from its title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.edit.asked import client_meant
from vagen.edit.naming import id_for
from vagen.locale import catalog
from vagen.model.identifier import read_id
from vagen.problems import Problem

KNOWN = ["ada", "ada-levy", "abel", "bob"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("bob", "bob"), ("B", "bob"), ("ada", "ada"), ("ada-", "ada-levy")]
)
def test_the_beginning_of_an_id_is_enough(typed: str, meant: str) -> None:
    assert client_meant(typed, KNOWN) == meant


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("a", "ambiguous-client", "type more of it: abel, ada, ada-levy"),
        ("bo-b", "unknown-client", 'did you mean "bob"?'),
        (
            "../x",
            "unknown-client",
            "add it as content/clients/../x/client.yaml; there are: abel, ada, ada-levy, bob",
        ),
    ],
)
def test_else_what_exists_is_named(typed: str, code: str, hint: str) -> None:
    found = client_meant(typed, KNOWN)
    assert isinstance(found, Problem)
    assert found.hint is not None
    assert (found.code, found.hint.spoken(catalog("en"))) == (code, hint)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Send the October invoice to Harriet", "send-october-invoice-harriet"),
        ("It's Dana's calendar", "its-danas-calendar"),
        ("The", "the"),
        ("לוח תוכן דצמבר", "loch-tokn-dtzmbr"),
        ("שיחה שבועית", "shicha-shboait"),
        ('דו״ח על עפרוני בע"מ', "doch-al-aproni-bam"),
        ("פוסט ל־Instagram", "post-l-instagram"),
        ("2026", "task-2026"),
        ("Ниша", "task-1"),
        ("CON", "task-1"),
        ("x" * 80, "x" * 32),
    ],
)
def test_an_id_reads_like_its_title(title: str, name: str) -> None:
    assert id_for(title, ()) == name


def test_an_id_is_given_once() -> None:
    assert id_for("Call", ["call", "call-2"]) == "call-3"
    assert id_for("!", ["task-1"]) == "task-2"


@given(st.text(max_size=80), st.sets(st.sampled_from(["task-1", "a", "b", "task-2"])))
def test_any_title_has_an_id(title: str, taken: set[str]) -> None:
    name = id_for(title, taken)
    assert read_id(name) == name
    assert name not in taken
