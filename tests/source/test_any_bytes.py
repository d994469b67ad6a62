"""Any bytes in any file give records or problems, and checks and planners bear what was read.

Work is bounded by size, so that none hangs.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.problems.cases import GOOD
from vagen.check import check_workspace
from vagen.locale import catalog
from vagen.model.record import Record
from vagen.pages.planners import plan
from vagen.problems import Problem
from vagen.render.layouts import read_layouts
from vagen.rules.clock import moment
from vagen.source.files import Sources, read_sources
from vagen.source.rooms import room_of
from vagen.source.workspace import load

ASSETS = read_layouts().assets
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SOURCES = read_sources(GOOD)
PATHS = sorted(SOURCES.texts)
ANYWHERE = st.one_of(
    st.sampled_from(PATHS),
    st.sampled_from(
        [
            "content/clients/ada/tasks/2026.yaml",
            "content/clients/ada/time/2026-12.yaml",
            "content/clients/ada/updates/2026-02-30.md",
            "content/clients/bea/client.yaml",
            "content/inbox.md",
            "content/rates.yaml",
            "content/what.yml",
        ]
    ),
)
PIECES = st.sampled_from(
    [
        *(": ", "- ", "\n", "\n  ", "\t", "[", "]", "{", "}", '"', "'", "|", ">", "&a", "*a", "!x"),
        *(
            "#",
            " #",
            "---",
            "...",
            "<<: ",
            "? ",
            "%",
            "\\",
            "@",
            "`",
            "\r",
            "\r\n",
            "\ufeff",
            "\x00",
        ),
        *("\x85", "\u2028", "[[", "]]", "](", "![", "- [ ] ", "> ", "```\n", "| a |\n|--|\n", "0"),
        *(
            "09:00-",
            "-10:30",
            "1h",
            "kind",
            "2026-11-02",
            "2026-13-01",
            "name",
            "-1",
            "1e9",
            "9" * 20,
        ),
        *("\u202e", "שלום", "🗓️"),
    ]
)
SIZE = 2_000


def _records() -> list[type[Record]]:
    """Every record that files are read into."""
    found = list(Record.__subclasses__())
    for cls in found:
        found += cls.__subclasses__()
    return found


def found_in(texts: dict[str, bytes]) -> tuple[Problem, ...]:
    """What is wrong with these files, each said in both languages."""
    loaded = load(Sources(GOOD, texts, SOURCES.stored))
    problems = loaded.problems
    if loaded.workspace is not None:
        problems += check_workspace(loaded.workspace, NOW)
        now = moment(NOW, loaded.workspace.practice.timezone)
        problems += plan(loaded.workspace, now, asset_names=ASSETS).problems
    for problem in problems:
        for language in ("en", "he"):
            assert problem.message.spoken(catalog(language))
            assert problem.hint is None or problem.hint.spoken(catalog(language))
        lines = loaded.texts.get(problem.at.path, "").split("\n")
        assert problem.at.line >= 1
        assert problem.at.column >= 1
        assert problem.at.width >= 1
        assert problem.at.line <= max(1, len(lines))
        # One column behind the line's end is where something is missing.
        assert problem.at.column <= len(lines[problem.at.line - 1]) + 1
    return problems


def with_file(path: str, data: bytes) -> dict[str, bytes]:
    return {**SOURCES.texts, path: data}


def test_the_good_files_have_no_problem() -> None:
    assert found_in(dict(SOURCES.texts)) == ()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(ANYWHERE, st.binary(max_size=SIZE))
def test_any_bytes_are_records_or_problems(path: str, data: bytes) -> None:
    found_in(with_file(path, data))


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=300)
@given(ANYWHERE, st.lists(PIECES, max_size=60))
def test_any_signs_are_records_or_problems(path: str, pieces: list[str]) -> None:
    found_in(with_file(path, "".join(pieces).encode()))


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A good file with stretches deleted, doubled, swapped or replaced by signs."""
    path = draw(st.sampled_from(PATHS))
    text = SOURCES.texts[path].decode()
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        head, chunk, tail = text[:start], text[start:end], text[end:]
        sign = draw(PIECES)
        text = draw(
            st.sampled_from(
                [
                    head + tail,
                    head + chunk + chunk[:SIZE] + tail,
                    tail + chunk + head,
                    head + sign + chunk + tail,
                    head + sign + tail,
                ]
            )
        )
    return path, text.encode()


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=400)
@given(mutated())
def test_a_good_file_gone_wrong_is_records_or_problems(change: tuple[str, bytes]) -> None:
    found_in(with_file(*change))


VALUES = (
    """
9999-12-31|0001-01-01|2026-02-29|0000-00-00|1000000000h|999999999999m|1e9|-0|-1|0.001|NaN|Infinity
1E400|100%|1e99%|0%|-5%|yes|no|~|null|[]|{}|[[]]|''|{en: a, he: ב}|{he: ב}|{en: }|day|week on tue
99999999999 weeks on mon|0 weeks on mon|400 weeks on mon|year on 02-29|year on 02-30|month on 31
month on 5th fri|month on last workday|net 99999999|EOM+999999999|day 31|day 99|on receipt|4h
999999 days|0 days|00:00-24:00|24:00|09:00-09:00|23:59-00:00|off|Etc/GMT+12|Pacific/Kiritimati
Pacific/Apia|ZZ|XK|US|IL|he|en|JPY|BHD|XXX|CLF|con|client|team|owner|public|credit|quote|receipt
AE|S|O|us|none|il-exempt-dealer|ended|closed|hour|approval|waiting|inbox|done|{year}-{seq:04}
{seq:99999999999}|{nope}|{|../x|/etc/passwd|content/brand/logo.svg|#1|a #b|*x|&x y|!t|a: b: c
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
KEYS = sorted(
    {info.alias or name for cls in _records() for name, info in cls.model_fields.items()} - {"@"}
)
LOG_LINES = [
    *("00:00-24:00 x", "23:00-01:00 y", "23:59-00:00 z", "02:30-03:30 a", "14:00- f", "24h d"),
    *("01:30+03:00-01:30+02:00 b", "1000000000h c", "0m e", "9:00 j", "1:15 i #email +noam !"),
]


@st.composite
def mistyped(draw: st.DrawFn) -> tuple[str, bytes]:
    """A good file with lines deleted, doubled, swapped or added, and other values in others."""
    path = draw(st.sampled_from(PATHS))
    lines = SOURCES.texts[path].decode().split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        head, colon, _ = lines[at].partition(":")
        value = draw(st.sampled_from(VALUES))
        change = draw(st.sampled_from(["value"] * 4 + ["key", "log", "delete", "double", "swap"]))
        if change == "value" and colon:
            lines[at] = f"{head}: {value}"
        elif change == "key":
            lines.insert(at, f"{indent}{draw(st.sampled_from(KEYS))}: {value}")
        elif change == "log":
            lines.insert(at, f"  {draw(st.sampled_from(LOG_LINES))}")
        elif change == "delete" and len(lines) > 1:
            del lines[at]
        elif change == "double":
            lines.insert(other, lines[at])
        else:
            lines[at], lines[other] = lines[other], lines[at]
    return path, "\n".join(lines).encode()


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=300)
@given(mistyped(), mistyped())
def test_what_people_mistype_is_records_or_problems(
    first: tuple[str, bytes], second: tuple[str, bytes]
) -> None:
    found_in({**SOURCES.texts, first[0]: first[1], second[0]: second[1]})


def test_every_kind_of_file_is_reached() -> None:
    rooms = {room_of(path)[0] for path in PATHS}
    assert rooms >= {"practice", "client", "tasks", "time", "document", "payments", "update"}
    assert rooms >= {"sop", "service", "page", "person", "words"}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PATHS))
def test_a_file_may_be_missing(path: str) -> None:
    found_in({name: data for name, data in SOURCES.texts.items() if name != path})


@pytest.mark.parametrize(
    "sign", ["[", "{", "- ", "? ", "&a [", "> ", "*", "`", "![", "a: {", "|", "[a]("]
)
def test_one_sign_for_a_megabyte_is_records_or_problems(sign: str) -> None:
    text = sign * (999_000 // len(sign))
    for path in ("content/clients/ada/tasks.yaml", "content/pages/about.md"):
        front = "---\ntitle: x\n---\n" if path.endswith(".md") else ""
        found_in(with_file(path, (front + text).encode()))


def test_names_of_folders_are_ids_or_problems(tmp_path: Path) -> None:
    folder = tmp_path / "content/clients/con"
    folder.mkdir(parents=True)
    (tmp_path / "vagen.yaml").write_bytes(SOURCES.texts["vagen.yaml"])
    good = SOURCES.texts["content/clients/ada/client.yaml"]
    (folder / "client.yaml").write_bytes(good)
    assert "bad-id" in {one.code for one in load(read_sources(tmp_path)).problems}
