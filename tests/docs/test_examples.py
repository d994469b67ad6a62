"""The examples of docs/format.md are one practice, which vagen reads without a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.problems.cases import checked, printed
from tests.sites import ROOT
from vagen.model.record import Record
from vagen.source.nodes import Mapping, read_yaml
from vagen.source.plain import plain_mapping

PAGE = (ROOT / "docs/format.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(yaml|markdown)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`([\w./<>-]+[.](?:yaml|md))`")
NAMES = {
    "<id>": "studio-linen",
    "<name>": "2026-0118",
    "<area>": "social",
    "<sop>": "content-month",
    "<package>": "social-media",
    "<page>": "about",
    "<person>": "dana",
    "DATE": "2026-11-20",
}


def examples() -> Iterator[tuple[str, str]]:
    """Each example with the file that its section is about."""
    for section in re.split(r"^## (?=[`A-Z])", PAGE, flags=re.MULTILINE)[1:]:
        for _, body in BLOCK.findall(section):
            named = NAMED.search(section)
            assert named, section[:60]
            path = named[1]
            for sign, name in NAMES.items():
                path = path.replace(sign, name)
            yield path, body


def test_every_file_has_an_example() -> None:
    headed = set(re.findall(r"^## (`.*)$", PAGE, re.MULTILINE))
    assert len(dict(examples())) == len(headed) + 1  # the log has a chapter of its own


def test_the_examples_are_read_without_a_problem(tmp_path: Path) -> None:
    files = dict(examples())
    client = "content/clients/studio-linen"
    files[f"{client}/documents/agreement.pdf"] = "%PDF-"
    files[f"{client}/documents/brand-voice.pdf"] = "%PDF-"
    files["content/sops/social/files/brief.pdf"] = "%PDF-"
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    outcome = checked(tmp_path)
    assert printed(outcome, tmp_path) == ""
    assert outcome.workspace is not None
    (account,) = outcome.workspace.accounts
    assert len(account.entries) == 3
    assert [file.document.number for file in account.documents] == ["2026-0118"]


def _keys() -> Iterator[tuple[type[Record], str, str]]:
    waiting = list(Record.__subclasses__())
    for cls in waiting:
        waiting += cls.__subclasses__()
        for name, info in cls.model_fields.items():
            for example in info.examples or ():
                yield cls, info.alias or name, str(example)


@pytest.mark.parametrize(("cls", "name", "example"), tuple(_keys()), ids=str)
def test_the_example_of_a_key_may_be_typed_as_it_stands(
    cls: type[Record], name: str, example: str
) -> None:
    node, problems = read_yaml(f"{name}: {example}\n", "x.yaml")
    assert problems == []
    assert isinstance(node, Mapping)
    result = cls.read(plain_mapping(node))
    faults = [] if isinstance(result, Record) else [one for one in result if one.loc[0] == name]
    assert not faults or _a_list(cls, name, example)


def _a_list(cls: type[Record], name: str, example: str) -> bool:
    """An example of a list is one of its entries."""
    node, _ = read_yaml(f"{name}: [{example}]\n", "x.yaml")
    assert isinstance(node, Mapping)
    result = cls.read(plain_mapping(node))
    return isinstance(result, Record) or all(one.loc[0] != name for one in result)
