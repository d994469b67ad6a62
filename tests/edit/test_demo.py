"""The story of the demo: how much of it there is, that its words name no day, and no two agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest

from tests.sites import ROOT
from vagen.edit.demo import DEMO_DAY
from vagen.model.invoicing import DocumentKind
from vagen.model.task import TaskStatus
from vagen.model.workspace import Workspace
from vagen.rules.ledger import State, standings
from vagen.source.nodes import Mapping, Node, Scalar, read_yaml

FILES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in [ROOT / "vagen.yaml", *sorted((ROOT / "content").rglob("*"))]
    if path.suffix in {".yaml", ".md"}
}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PREFIX = r"(?<![א-ת])[ובלמהכש]{0,3}"
NAMED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Christmas|Easter|Passover|Hanukkah|Black Friday"
    r"|20\d\d|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[./]\d{1,2}(?:[./]\d+)?(?!\d|%|h))\b"
    rf"|{PREFIX}(?:ינואר|פברואר|מרץ|מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר"
    r"|תשרי|חשוון|כסלו|טבת|שבט|אדר|ניסן|אייר|סיוון|תמוז|אלול|קיץ|חורף|סתיו"
    r"|פסח|חנוכה|סוכות|פורים|שבועות החג|ראש השנה)(?![א-ת])"
)
NO_PROSE = {
    "seller", "buyer", "bank", "tax", "hours", "week", "every", "name", "address", "bic", "source",
}  # fmt: skip
"""Keys whose values repeat by nature: who is who, and figures."""


def test_who_is_in_it(demo: Workspace) -> None:
    assert demo.practice.tax.registration == "il-licensed-dealer"
    clients = [one.client for one in demo.accounts]
    assert sorted((one.country, one.language, one.currency) for one in clients) == [
        ("AU", "en", "AUD"),
        ("DE", "en", "EUR"),
        ("GB", "en", "GBP"),
        ("IL", "he", "ILS"),
        ("IL", "he", "ILS"),
        ("US", "en", "USD"),
    ]
    stages = Counter(one.status for one in clients)
    assert stages == {"active": 4, "paused": 1, "intake": 1}
    assert {one.time for one in clients} == {"kinds", "detail", "none"}


def test_how_much_there_is(demo: Workspace) -> None:
    entries = [entry for account in demo.accounts for entry in account.entries]
    assert len(entries) >= 600
    assert len({(entry.on.year, entry.on.month) for entry in entries}) == 6
    assert sum(len(account.tasks) for account in demo.accounts) >= 60
    assert sum(len(account.documents) for account in demo.accounts) >= 25
    assert len(demo.sops) == 12
    assert len({one.area for one in demo.sops}) == 4
    assert len(demo.services) == 4
    assert all(account.files for account in demo.accounts)


def test_tasks_and_money_are_in_every_state_there_is(demo: Workspace) -> None:
    documents = [one.document for account in demo.accounts for one in account.documents]
    assert any(one.draft for one in documents)
    states = {one.state for account in demo.accounts for one in standings(demo, account, DEMO_DAY)}
    assert states == set(get_args(State))
    stages = {task.status for account in demo.accounts for task in account.tasks}
    assert stages == set(get_args(TaskStatus))
    assert {one.kind for one in documents} == set(get_args(DocumentKind)) - {"invoice"}


def test_the_month_of_content_has_its_stages(demo: Workspace) -> None:
    (cycle,) = (one for one in demo.sops if one.id == "social/content-cycle")
    assert [stage.title for stage in cycle.sop.stages] == [
        "בריף", "רעיונות", "יצירה", "אישור לקוח", "תזמון", "ניטור", "דוח חודשי",
    ]  # fmt: skip


@pytest.mark.parametrize("path", FILES)
def test_its_words_name_no_month_and_no_day(path: str) -> None:
    lines = _typed(path).split("\n")
    named = [line for line in lines if NAMED.search(DAY.sub("", line))]
    assert named == []


@pytest.mark.parametrize(
    "words", ["in May", "3.12", "the 4th", "בדצמבר", "ובחנוכה", "1/12/2026", "next Autumn", "2027"]
)
def test_a_day_in_words_is_noticed(words: str) -> None:
    assert NAMED.search(f"we meet {words}, as agreed")


def test_no_two_texts_are_equal() -> None:
    told = Counter(text for path, text in FILES.items() for text in _prose(path, text))
    assert len(told) > 1500
    assert [text for text, times in told.items() if times > 1] == []


def _typed(path: str) -> str:
    """A file as a person reads it: without its figures, and without what the law dates."""
    text = FILES[path]
    if path == "vagen.yaml":
        text = re.sub(r"^tax:\n(?:[ \t]+.*\n)*", "", text, flags=re.MULTILINE)
    return re.sub(r"\b(?:price|quantity|amount|rate|fee|at): ?[-\d.:]+", "", text)


def _prose(path: str, text: str) -> Iterator[str]:
    """Every text of more than two words."""
    if path.endswith(".md"):
        front, _, text = text[4:].partition("\n---\n") if text.startswith("---") else ("", "", text)
        lines = text.split("\n")
        if "/updates/" in path:  # every letter has the same few headings
            lines = [line for line in lines if not line.startswith("#")]
        yield from (line for line in lines if len(line.split()) > 2 and "|--" not in line)
        text = front
    node, problems = read_yaml(text, path, 1)
    assert problems == []
    for one in _texts(node):
        for line in one.split("\n") if "/time/" in path else [one]:
            words = line.partition(" ")[2] if "/time/" in path else line
            if len(words.split()) > 2 and any(letter.isalpha() for letter in words):
                yield words.strip()


def _texts(node: Node | None) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Mapping):
        for key, value in node.values.items():
            if key not in NO_PROSE:
                yield from _texts(value)
    elif node is not None:
        for item in node.items:
            yield from _texts(item)
