"""YAML as a tree: nothing is guessed, and every value knows where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.problems import Span
from vagen.source.nodes import Mapping, Scalar, Sequence, read_yaml
from vagen.source.quoting import quote


def value_of(text: str) -> Scalar:
    node, problems = read_yaml(f"key: {text}\n", "a.yaml")
    assert not problems
    assert isinstance(node, Mapping)
    value = node.values["key"]
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "010",
        "0x1F",
        "09:30",
        "35.10",
        "1_000",
        "~",
        "null",
        "2026-11-30",
        ".inf",
    ],
)
def test_a_word_stays_the_word_that_was_typed(text: str) -> None:
    assert value_of(text).text == text


def test_columns_count_code_points() -> None:
    node, _ = read_yaml('{"שלום": "🗓️", b: [x, y]}', "a.yaml", first_line=5)
    assert isinstance(node, Mapping)
    assert node.names["שלום"] == Span("a.yaml", 5, 2, 6)
    assert node.values["שלום"].at == Span("a.yaml", 5, 10, 4)
    many = node.values["b"]
    assert isinstance(many, Sequence)
    assert [item.at.column for item in many.items] == [20, 23]


def test_a_text_of_many_lines_knows_its_first() -> None:
    node, _ = read_yaml("a: |\n  one\n  two\nb: long\n  text\n", "a.yaml")
    assert isinstance(node, Mapping)
    block, folded = node.values["a"], node.values["b"]
    assert isinstance(block, Scalar)
    assert isinstance(folded, Scalar)
    assert (block.text, block.block, block.at.line) == ("one\ntwo\n", True, 1)
    assert (folded.text, folded.plain, folded.one_line) == ("long text", True, False)


def test_other_line_ends_count_no_line() -> None:
    node, problems = read_yaml("a: one\u2028two\nb: three\x85four\nc: x\n", "a.yaml")
    assert not problems
    assert isinstance(node, Mapping)
    assert {name: at.line for name, at in node.names.items()} == {"a": 1, "b": 2, "c": 3}


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("a: Inbox #email", "Inbox #email"),
        ("a: Inbox # email", "Inbox # email"),
        ("a: Inbox  # a comment", None),
        ("a: Inbox#email", None),
        ('a: "Inbox" #email', None),
        ("a: # a comment", None),
        ("a:  # a comment", None),
        ("a: #email", "#email"),
        ("- 45m Inbox #email !", "45m Inbox #email !"),
        ("# a comment", None),
    ],
)
def test_a_text_that_a_comment_cuts_off_is_noticed(line: str, cut: str | None) -> None:
    _, problems = read_yaml(line, "a.yaml")
    assert [line[one.at.column - 1 :][: one.at.width] for one in problems] == [cut] * bool(cut)
    assert [one.replacement for one in problems] == [f'"{cut}"'] * bool(cut)


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=60))
def test_a_quoted_text_reads_back(text: str) -> None:
    assert value_of(quote(text)).text == text


def test_every_node_tells_where_it_ends() -> None:
    text = "a: |\n  x\n\nb:\n  - 'p\n    q'\n  - {c: 1}\n\n# after\nd:  # empty\n"
    node, problems = read_yaml(text, "x.yaml")
    assert problems == []
    assert isinstance(node, Mapping)
    listed = node.values["b"]
    assert isinstance(listed, Sequence)
    assert node.values["a"].end == (4, 1)
    assert [one.end for one in listed.items] == [(6, 7), (7, 11)]
    assert (listed.flow, listed.end) == (False, (7, 11))
    assert listed.items[1].flow  # type: ignore[union-attr]
    assert (node.values["d"].end, node.end) == ((10, 3), (10, 3))
