"""The story of the demo: how much of it there is, that its words name no day, and no two agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import get_args

import pytest

from tests.sites import ROOT
from vagen.build import check
from vagen.edit.demo import DEMO_DAY, demo_files
from vagen.edit.folder import begin
from vagen.model.document import Document
from vagen.model.invoicing import DocumentKind
from vagen.model.task import TaskStatus
from vagen.model.workspace import Account, Workspace
from vagen.rules.kinds import billable, kind_of
from vagen.rules.ledger import State, standings
from vagen.rules.retainer import retainer_months
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


@pytest.fixture(scope="module")
def demo() -> Workspace:
    outcome = check(ROOT, DEMO_DAY, strict=True)
    assert outcome.problems == ()
    assert outcome.workspace is not None
    return outcome.workspace


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


def test_numbers_are_given_in_the_order_of_days_without_a_gap(demo: Workspace) -> None:
    documents = [one.document for account in demo.accounts for one in account.documents]
    for series in demo.practice.invoice.numbering:
        issued = sorted(
            (one.number, one.issued)
            for one in documents
            if one.kind == series.kind and one.number and one.issued
        )
        assert [number for number, _ in issued] == [
            series.pattern.format(seq=series.opening + place) for place in range(len(issued))
        ]
        assert [day for _, day in issued] == sorted(day for _, day in issued)


def test_what_is_billed_by_the_hour_is_what_the_log_says(demo: Workspace) -> None:
    """`source: log email, calls` names the kinds of a line; together they are the whole period."""
    seen = 0
    for account, document in _documents(demo):
        lines = [line for line in document.lines if (line.source or "").startswith("log ")]
        if not lines or document.period is None:
            continue
        entries = [
            one
            for one in account.entries
            if document.period.since <= one.on <= document.period.until
            and billable(one, account, demo.practice)
        ]
        billed: Counter[str] = Counter()
        for line in lines:
            kinds = (line.source or "").removeprefix("log ").split(", ")
            minutes = sum(one.minutes for one in entries if kind_of(one, account) in kinds)
            assert line.quantity * 60 == _rounded(minutes, demo, account), (document.subject, line)
            billed.update(kinds)
            seen += 1
        assert set(billed) == {kind_of(one, account) for one in entries}, document.subject
        assert set(billed.values()) == {1}
    assert seen > 40


def test_episodes_that_are_billed_are_those_that_went_out(demo: Workspace) -> None:
    aired = [one.on for one in _account(demo, "long-paddock").entries if "באוויר" in one.text]
    billed = 0
    for _, document in _documents(demo):
        for line in document.lines:
            if line.source == "episodes" and document.period:
                period = document.period
                assert line.quantity == sum(period.since <= on <= period.until for on in aired)
                billed += int(line.quantity)
    assert billed == len(aired) == 20


def test_tasks_that_are_done_were_worked_on_and_are_told_of(demo: Workspace) -> None:
    for account in demo.accounts:
        letters = {one.on: _letter(account.id, one.on) for one in account.updates}
        for task in (one for one in account.tasks if one.status == "done"):
            assert task.done is not None
            worked = [one.on for one in account.entries if one.task == task.id]
            assert worked, task.id
            assert max(worked) <= task.done, task.id
            assert task.created is not None
            assert min(worked) >= task.created, task.id
            week = [
                text
                for on, text in letters.items()
                if on - timedelta(days=7) < task.done <= on and not task.private
            ]
            for text in week:
                title = task.title.within(account.client.language)
                assert _words(title) & _words(text), (task.id, text)


def test_clients_who_are_active_get_a_letter_a_week(demo: Workspace) -> None:
    """But for the two weeks of her break; and two letters wait for their day."""
    thursdays = [DEMO_DAY - timedelta(days=4 + 7 * week) for week in range(7)]
    for account in demo.accounts:
        days = {one.on for one in account.updates}
        if account.client.status == "active":
            assert len([on for on in days if on <= DEMO_DAY]) >= 8
            assert days >= set(thursdays)
        else:
            assert days
    waiting = [one for account in demo.accounts for one in account.updates if one.on > DEMO_DAY]
    assert len(waiting) == 2


def test_the_month_of_content_has_its_stages(demo: Workspace) -> None:
    (cycle,) = (one for one in demo.sops if one.id == "social/content-cycle")
    assert [stage.title for stage in cycle.sop.stages] == [
        "בריף", "רעיונות", "יצירה", "אישור לקוח", "תזמון", "ניטור", "דוח חודשי",
    ]  # fmt: skip


@pytest.mark.parametrize("weeks", [0, 9, 14, 22, 66, -30, 1, 5, 18, 27, 31, 40])
def test_on_any_day_the_retainers_are_what_their_invoices_tell(tmp_path: Path, weeks: int) -> None:
    """Months differ in length: the log stands far enough from their ends."""
    today = DEMO_DAY + timedelta(weeks=weeks)
    begin(tmp_path, demo_files(today))
    workspace = check(tmp_path, today).workspace
    assert workspace is not None
    told = {
        "efroni": [(0, 180, 0), (180, 0, 90)],
        "northlake": [(0, 180, 0), (180, 0, 0), (0, 60, 0), (60, 0, 90)],
        "rimon": [],
    }
    for name, months in told.items():
        *past, running = retainer_months(_account(workspace, name), workspace.practice, today)
        assert [(one.carried, one.left, one.over) for one in past] == months, name
        assert running.left > 0
        assert not running.over


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


def _account(workspace: Workspace, name: str) -> Account:
    account = workspace.account(name)
    assert account is not None
    return account


def _documents(workspace: Workspace) -> Iterator[tuple[Account, Document]]:
    for account in workspace.accounts:
        for file in account.documents:
            yield account, file.document


def _rounded(minutes: int, workspace: Workspace, account: Account) -> int:
    agreed = account.client.agreement
    rounding = (agreed.rounding if agreed else None) or workspace.practice.invoice.rounding
    assert rounding is not None
    assert rounding.scope == "line"
    how = {"up": ROUND_CEILING, "nearest": ROUND_HALF_UP}[rounding.mode]
    steps = (Decimal(minutes) / rounding.increment).to_integral_value(how)
    return int(steps) * rounding.increment


def _letter(client: str, on: date) -> str:
    return FILES[f"content/clients/{client}/updates/{on.isoformat()}.md"]


def _words(text: str) -> set[str]:
    """Words that carry meaning, Hebrew ones without what clings to their front."""
    found = re.findall(r"[א-ת]{3,}|[^\W\dא-ת]{4,}", text.casefold())
    return {re.sub(r"^[הבלמשוכ](?=[א-ת]{3})", "", word) for word in found} - _COMMON


_COMMON = {"from", "with", "that", "every", "their", "people", "after", "what", "there", "for"}


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
