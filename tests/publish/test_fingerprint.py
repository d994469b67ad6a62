import os
import subprocess
import sys
from dataclasses import dataclass, field, make_dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, StrEnum
from itertools import combinations
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from pydantic import BaseModel, Field

from vagen.publish.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int


@dataclass(frozen=True)
class Place:
    x: int
    y: int


@dataclass(frozen=True)
class Nested:
    points: tuple[Point, ...]
    labels: dict[str, str] = field(default_factory=dict)


class Pair(NamedTuple):
    x: int
    y: int


class Record(BaseModel):
    x: int
    y: int = 2
    origin: int = Field(0, exclude=True)


class State(StrEnum):
    TODO = "todo"
    DONE = "done"


class Other(Enum):
    TODO = "todo"


JERUSALEM = ZoneInfo("Asia/Jerusalem")
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)

DIFFERENT = [
    None,
    True,
    False,
    0,
    1,
    -1,
    10,
    1.0,
    0.1,
    "",
    "1",
    "True",
    "None",
    "todo",
    "ab",
    "שלום",
    "\ud800",
    b"",
    b"1",
    b"ab",
    Markup("ab"),
    Markup("<b>"),
    "<b>",
    Decimal(1),
    Decimal("1.0"),
    Decimal("1.00"),
    Decimal("-0"),
    Decimal(0),
    Decimal("1E+2"),
    Decimal(100),
    date(2026, 11, 2),
    datetime(2026, 11, 2),  # noqa: DTZ001 - a wall clock
    datetime(2026, 11, 2, 1),  # noqa: DTZ001
    NOON,
    NOON.astimezone(JERUSALEM),
    NOON.astimezone(timezone(timedelta(hours=2))),
    NOON.replace(tzinfo=ZoneInfo("UTC")),
    datetime(2026, 10, 25, 1, 30, tzinfo=JERUSALEM),
    datetime(2026, 10, 25, 1, 30, fold=1, tzinfo=JERUSALEM),
    time(12),
    time(12, tzinfo=UTC),
    timedelta(hours=1),
    timedelta(days=1),
    JERUSALEM,
    ZoneInfo("Europe/London"),
    UTC,
    (),
    (1,),
    (1, 2),
    ((1,), 2),
    (1, (2,)),
    ("ab",),
    ("a", "b"),
    ("a", "", "b"),
    ("s1:a",),
    [],
    [1, 2],
    {},
    {"a": 1},
    {"a": 1, "b": 2},
    {"b": 2, "a": 1},
    {"a": "1b"},
    frozenset(),
    frozenset({1, 2}),
    frozenset({"a", "b"}),
    State.TODO,
    State.DONE,
    Other.TODO,
    Point(1, 2),
    Point(2, 1),
    Place(1, 2),
    Pair(1, 2),
    Record(x=1),
    Record(x=1, y=3),
    Nested((Point(1, 2),)),
    Nested((Point(1, 2), Point(1, 2))),
    Nested((), {"a": "b"}),
]


def test_no_two_different_values_have_one_fingerprint():
    marks = [fingerprint(value) for value in DIFFERENT]
    clashes = [
        pair for pair in combinations(range(len(marks)), 2) if marks[pair[0]] == marks[pair[1]]
    ]
    assert [(DIFFERENT[one], DIFFERENT[other]) for one, other in clashes] == []


def test_equal_values_have_one_fingerprint():
    assert fingerprint(Nested((Point(1, 2),), {"a": "b"})) == fingerprint(
        Nested((Point(1, 2),), {"a": "b"})
    )
    assert fingerprint({"a": 1}) == fingerprint(MappingProxyType({"a": 1}))
    assert fingerprint(frozenset("abc")) == fingerprint(frozenset("cba"))


def test_what_a_record_leaves_out_of_its_form_does_not_count():
    assert fingerprint(Record(x=1, origin=4)) == fingerprint(Record(x=1, origin=9))


def test_two_classes_of_one_name_and_other_fields_differ():
    one, other = (make_dataclass("Card", [(name, str)], frozen=True) for name in ("a", "b"))
    assert fingerprint(one("x")) != fingerprint(other("x"))


@pytest.mark.parametrize(
    "value",
    [object(), Path("a"), lambda: 1, Point, iter(()), {1: 2}, {State.TODO: 1}, 1j, (1, object())],
)
def test_what_has_no_lasting_form_is_refused(value):
    with pytest.raises(TypeError, match="fingerprint"):
        fingerprint(value)


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.binary()
    | st.decimals(allow_nan=False)
    | st.dates(),
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(PLAIN, PLAIN)
def test_fingerprints_are_equal_where_the_written_values_are(one, other):
    assert (fingerprint(one) == fingerprint(other)) == (repr(one) == repr(other))


SCRIPT = """
from decimal import Decimal
from datetime import date
from vagen.publish.fingerprint import fingerprint
words = frozenset({"a", "b", "c", "שלום"})
print(fingerprint((words, {"x": Decimal("1.0")}, date(2026, 11, 2), None, True)))
"""


def test_every_process_gives_the_same_fingerprint():
    marks = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(marks) == 1
    assert len(marks.pop().strip()) == 64
