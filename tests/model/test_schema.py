"""What an editor says of a file agrees with what the reader says: never a false alarm."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from tests.docs.test_examples import examples
from tests.problems.cases import GOOD, Case, cases
from tests.sites import ROOT
from vagen.edit.demo import demo_files
from vagen.edit.starter import Beginning, starter_files
from vagen.locale import LANGUAGES, catalog
from vagen.model.filekind import FILE_KINDS, FileKind
from vagen.model.schema import schema_of
from vagen.model.typed import LOOSE
from vagen.problems import Problem
from vagen.source.log import read_month
from vagen.source.markdown import split_front_matter
from vagen.source.nodes import Mapping, Node, Scalar, Sequence, read_yaml
from vagen.source.records import read_record, read_records
from vagen.source.rooms import room_of

STRUCTURAL = {"unknown-key", "missing-key", "not-one-of", "wrong-type", "log-day-list"}
BY_NAME = {kind.name: kind for kind in FILE_KINDS}
TODAY = date(2026, 11, 23)


class Editor(yaml.CSafeLoader):
    """YAML 1.2, as editors read it (core schema, 10.3.2), and no more; `?` may stand in a text."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012 - PyYAML's own shape


for _tag, _form, _first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _whole = re.compile(rf"^(?:{_form})$")
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", _whole, [*_first, ""])


def _int(loader: Editor, node: yaml.ScalarNode) -> int:
    del loader
    text = node.value
    return int(text, 0) if text[:2] in ("0x", "0o") else int(text)


Editor.add_constructor("tag:yaml.org,2002:int", _int)
Editor.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))
Editor.add_constructor("tag:yaml.org,2002:bool", lambda _, node: node.value.lower() == "true")


@cache
def validator(name: str, language: str = "en") -> Draft7Validator:
    schema = schema_of(BY_NAME[name], catalog(language))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def kind_of(path: str) -> FileKind | None:
    return BY_NAME.get(room_of(path)[0])


def yaml_of(path: str, text: str) -> str:
    return split_front_matter(text)[0] if path.endswith(".md") else text


def editor_says(path: str, text: str) -> list[str]:
    """What is wrong with a file to an editor that has the schema."""
    kind = kind_of(path)
    assert kind
    value = yaml.load(yaml_of(path, text), Editor)  # noqa: S506 - a SafeLoader
    if value is None and not kind.many and kind.record:
        value = {}
    return [f"{one.json_path}: {one.message}" for one in validator(kind.name).iter_errors(value)]


def reader_says(path: str, text: str) -> list[Problem]:
    """What is wrong with a file to the reader."""
    kind = kind_of(path)
    assert kind
    front = yaml_of(path, text)
    node, problems = read_yaml(front, path)
    if kind.record is None:
        problems += read_month(node, path, front.split("\n"), ZoneInfo("Asia/Jerusalem"))[1]
    elif kind.many:
        problems += read_records(kind.record, node, path)[1]
    else:
        problems += read_record(kind.record, node, path)[1]
    return problems


def files_below(root: Path) -> dict[str, str]:
    texts = {
        path.relative_to(root).as_posix(): path
        for path in sorted([root / "vagen.yaml", *root.glob("content/**/*")])
        if path.suffix in (".yaml", ".md")
    }
    return {name: path.read_text("utf-8-sig") for name, path in texts.items() if kind_of(name)}


@cache
def good_files() -> tuple[tuple[str, str], ...]:
    """The demo, a beginning in each language, the examples of docs/format.md, and the good
    workspace of tests/problems.
    """
    found = [*examples()]
    found += list(files_below(ROOT).items()) + list(files_below(GOOD).items())
    for language in LANGUAGES:
        beginning = Beginning("Noa", language, "Asia/Jerusalem", "ILS", "IL")
        found += [(name, data.decode()) for name, data in starter_files(beginning, TODAY).items()]
    found += [(name, data.decode()) for name, data in demo_files(TODAY).items() if kind_of(name)]
    return tuple((name, text) for name, text in dict.fromkeys(found) if kind_of(name))


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_schema_is_one_and_all_of_it_is_described(kind: FileKind, language: str) -> None:
    schema = validator(kind.name, language).schema
    assert schema["description"]
    records = [schema, schema.get("items", {}), *schema.get("definitions", {}).values()]
    keys = [key for record in records for key in record.get("properties", {}).values()]
    assert all(key["description"] for key in keys)
    if language == "he" and keys:
        assert all(re.search("[א-ת]", key["description"]) for key in keys)
    assert not re.search(r'"(seen|also|listed|default)":', str(schema).replace("'", '"'))


def test_every_kind_of_file_has_good_files_to_try() -> None:
    assert {kind_of(path).name for path, _ in good_files()} == BY_NAME.keys()


@pytest.mark.parametrize("at", range(len(good_files())), ids=lambda at: good_files()[at][0])
def test_a_good_file_is_good_to_an_editor(at: int) -> None:
    path, text = good_files()[at]
    assert not [one for one in reader_says(path, text) if one.severity == "error"]
    assert editor_says(path, text) == []


@pytest.mark.parametrize("case", tuple(cases()), ids=lambda case: case.name)
def test_a_mistake_in_the_structure_is_one_to_an_editor(case: Case, tmp_path: Path) -> None:
    case.lay_out(tmp_path / "practice")
    for path, text in readable(tmp_path / "practice").items():
        agree(path, text)


def readable(root: Path) -> dict[str, str]:
    """The files that any YAML reader can read."""
    try:
        texts = files_below(root)
    except UnicodeDecodeError:
        return {}
    return {path: text for path, text in texts.items() if parses(path, text)}


def parses(path: str, text: str) -> bool:
    try:
        yaml.load(yaml_of(path, text), Editor)  # noqa: S506
    except (yaml.YAMLError, ValueError):
        return False
    return True


def agree(path: str, text: str, *, judged: bool = True) -> None:
    codes = {one.code for one in reader_says(path, text) if one.severity == "error"}
    said = editor_says(path, text)
    if not codes:
        assert said == [], text
    if codes & STRUCTURAL and judged:
        assert said, (codes, text)


WORDS = ("", *(Path(__file__).parent / "typed_words.txt").read_text("utf-8").splitlines())
"""What people type for one thing or another; null and ~ have a test of their own."""


def scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node] if node.one_line and node.plain and node.text else []
    parts = node.values.values() if isinstance(node, Mapping) else []
    parts = node.items if isinstance(node, Sequence) else parts
    return [one for part in parts for one in scalars(part)]


@settings(max_examples=700)
@given(file=st.sampled_from(good_files()), data=st.data())
def test_editor_and_reader_agree_whatever_is_typed_for_a_value(
    file: tuple[str, str], data: st.DataObject
) -> None:
    path, text = file
    front = yaml_of(path, text)
    node, _ = read_yaml(front, path)
    at = data.draw(st.sampled_from(scalars(node) or [None]))
    assume(at is not None)
    word = data.draw(st.sampled_from(WORDS) | st.from_regex(r"[0-9+.:-]{1,8}", fullmatch=True))
    lines = front.split("\n")
    line, start = lines[at.at.line - 1], at.at.column - 1
    # Between braces a comma begins a key: one that nobody knows, with nothing behind it.
    assume("," not in word or "{" not in line[:start] or word.startswith(("{", "[", '"')))
    lines[at.at.line - 1] = line[:start] + word + line[start + at.at.width :]
    changed = "\n".join(lines)
    changed = f"---\n{changed}\n---\n" if path.endswith(".md") else changed
    assume(parses(path, changed))
    agree(path, changed, judged=not left_to_the_reader(word))


def left_to_the_reader(word: str) -> bool:
    """Marks and spaces that are dropped before it looks; numbers, of which an editor knows only
    what they are worth, not how they were typed.
    """
    text = word.strip('"').encode().decode("unicode_escape")
    return bool(re.search(LOOSE, text) or re.fullmatch(r"[-+.0-9e]+", text))


@settings(max_examples=300)
@given(file=st.sampled_from(good_files()), data=st.data())
def test_editor_and_reader_agree_whatever_line_is_lost(
    file: tuple[str, str], data: st.DataObject
) -> None:
    path, text = file
    lines = yaml_of(path, text).split("\n")
    del lines[data.draw(st.integers(0, len(lines) - 1))]
    changed = "\n".join(lines)
    changed = f"---\n{changed}\n---\n" if path.endswith(".md") else changed
    assume(parses(path, changed))
    agree(path, changed)


@settings(max_examples=300)
@given(file=st.sampled_from(good_files()), data=st.data())
def test_editor_and_reader_agree_whatever_key_is_misspelt(
    file: tuple[str, str], data: st.DataObject
) -> None:
    path, text = file
    front = yaml_of(path, text)
    keys = [*re.finditer(r"(?m)^[ -]*([a-z_]+):(?= \S)", front)]
    assume(keys)
    key = data.draw(st.sampled_from(keys))
    word = data.draw(st.sampled_from([key[1].upper(), key[1][1:], f"{key[1]}s", key[1][::-1], "x"]))
    changed = front[: key.start(1)] + word + front[key.end(1) :]
    changed = f"---\n{changed}\n---\n" if path.endswith(".md") else changed
    assume(parses(path, changed))
    agree(path, changed)


def test_a_needed_key_may_not_be_empty_and_any_other_may() -> None:
    """An editor takes `~` and `null` for nothing: of a needed key it says that it lacks."""
    task = "- {id: a, title: %s, note: %s, due: %s, status: %s}"
    path = "content/clients/a/tasks.yaml"
    for nothing in ("", "~", "null"):
        assert editor_says(path, task % ("A", nothing, "", "")) == []
        assert editor_says(path, task % (nothing, "", "", ""))


def test_an_unknown_key_is_pointed_at_before_there_is_anything_behind_it() -> None:
    """The reader passes over it, as over every key with nothing behind it."""
    text = "- {id: a, title: A, nots: }"
    assert reader_says("content/clients/a/tasks.yaml", text) == []
    assert editor_says("content/clients/a/tasks.yaml", text)


@pytest.mark.parametrize("name", ["since", "origin"])
def test_a_key_has_one_name(name: str) -> None:
    """`from` is `since` in the code, which no file may say."""
    good = (GOOD / "vagen.yaml").read_text("utf-8")
    text = re.sub(r"(?m)^away:\n(?:[ -].*\n)*", "", good)
    text += f"away:\n  - {{{name}: 2026-12-06, from: 2026-12-06, to: 2026-12-10}}\n"
    assert editor_says("vagen.yaml", text)
    assert "unknown-key" in {one.code for one in reader_says("vagen.yaml", text)}
    assert editor_says("vagen.yaml", text.replace(f"{name}: 2026-12-06, ", "")) == []
