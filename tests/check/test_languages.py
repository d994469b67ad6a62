"""Texts are found by walking records: every key of every record that a client reads is covered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.problems.cases import GOOD
from vagen.check.languages import languages
from vagen.model.client import Client
from vagen.model.document import Document
from vagen.model.practice import Practice, Profile
from vagen.model.record import Record
from vagen.model.service import Service
from vagen.model.task import Task
from vagen.model.words import Texts
from vagen.model.workspace import Workspace
from vagen.source.files import read_sources
from vagen.source.workspace import load

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
FRENCH = Texts((("fr", "bonjour"),))


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    found = load(read_sources(GOOD)).workspace
    assert found is not None
    return found


def texts_of(cls: type[Record]) -> Iterator[tuple[str, str, bool]]:
    """The keys of a record that hold texts: name, who reads them, whether many."""
    for name, info in cls.model_fields.items():
        seen = (info.json_schema_extra or {}).get("seen")
        if "Texts" in str(info.annotation) or "Texts" in str(info.metadata):
            yield name, seen, "tuple" in str(info.annotation)


def changed(workspace: Workspace, cls: type[Record], update: dict[str, object]) -> Workspace:
    """The workspace with one text of one of its records changed."""
    account = workspace.accounts[0]
    match cls.__name__:
        case "Practice":
            return replace(workspace, practice=workspace.practice.model_copy(update=update))
        case "Profile":
            profile = workspace.practice.profile.model_copy(update=update)
            return changed(workspace, Practice, {"profile": profile})
        case "Service":
            file = workspace.services[0]
            service = file.service.model_copy(update=update)
            return replace(workspace, services=(replace(file, service=service),))
        case "Client":
            account = replace(account, client=account.client.model_copy(update=update))
        case "Task":
            task = account.tasks[0].model_copy(update=update)
            account = replace(account, tasks=(task, *account.tasks[1:]))
        case "Document":
            issued = next(one for one in account.documents if not one.document.draft)
            file = replace(issued, document=issued.document.model_copy(update=update))
            account = replace(account, documents=(file,))
    return replace(workspace, accounts=(account,))


KEYS = [
    (cls, name, seen, many)
    for cls in (Practice, Profile, Service, Client, Task, Document)
    for name, seen, many in texts_of(cls)
]


def test_there_are_texts_to_walk() -> None:
    assert len(KEYS) > 20
    assert {seen for _, _, seen, _ in KEYS} >= {"everyone", "client", "public", "private"}


@pytest.mark.parametrize(("cls", "name", "seen", "many"), KEYS)
def test_a_text_without_the_readers_language_is_named(
    workspace: Workspace, cls: type[Record], name: str, seen: str, *, many: bool
) -> None:
    value = (FRENCH,) if many else FRENCH
    found = languages(changed(workspace, cls, {name: value}), NOW)
    shown = seen not in ("owner", "private")
    assert [one.code for one in found] == ["no-translation"] * shown
    assert all(one.severity == "warning" for one in found)


def test_nobody_is_missed_where_nobody_reads(workspace: Workspace) -> None:
    lead = workspace.accounts[0].client.model_copy(update={"status": "lead", "name": FRENCH})
    account = replace(workspace.accounts[0], client=lead)
    assert languages(replace(workspace, accounts=(account,)), NOW) == ()
