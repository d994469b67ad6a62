"""Texts that somebody reads in a language which they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from vagen.model.record import Record
from vagen.model.service import Page
from vagen.model.words import Texts
from vagen.model.workspace import Account, Workspace
from vagen.problems import Problem, Span, say
from vagen.rules.clock import today
from vagen.rules.portals import is_open

_NOT_SHOWN = ("owner", "private")


@dataclass(frozen=True, slots=True)
class _Readers:
    """The languages of the practice's own pages, and those of the clients who see a record."""

    practice: frozenset[str]
    clients: frozenset[str]

    def of(self, seen: str) -> frozenset[str]:
        """The languages in which a key with this audience is read."""
        if seen == "client":
            return self.clients
        if seen == "everyone":
            return self.practice | self.clients
        return self.practice


def languages(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Every text that says its languages and lacks that of a reader. A plain text serves all.

    Records are walked by the audience of their keys, so that a new key is covered as it comes.
    """
    known = not workspace.practice.lacks("language")
    own = frozenset({workspace.practice.language} if known else ())
    portals = [
        account
        for account in workspace.accounts
        if is_open(account.client, today(now, account.client.timezone))
        and not account.client.lacks("language")
    ]
    everybody = frozenset(account.client.language for account in portals)
    found = [*_lacking(workspace.practice, _Readers(own, everybody))]
    for account in portals:
        spoken = frozenset({account.client.language})
        for record in _records(account):
            found += _lacking(record, _Readers(spoken, spoken))
    for service in workspace.services:
        agreed = frozenset(one.client.language for one in portals if _package(one) == service.id)
        found += _lacking(
            service.service, _Readers(own if service.service.public else agreed, agreed)
        )
    for page in workspace.pages:
        found += _lacking(page.page, _Readers(_language(page.page, own), own))
    return (*found, *_sops(workspace, portals))


def _language(page: Page, own: frozenset[str]) -> frozenset[str]:
    if page.lacks("language"):
        return frozenset()
    return frozenset({page.language}) if page.language else own


def _package(account: Account) -> str | None:
    return account.client.agreement.package if account.client.agreement else None


def _records(account: Account) -> Iterator[Record]:
    yield account.client
    yield from (task for task in account.tasks if not task.private and task.lane is not None)
    yield from (file.document for file in account.documents if not file.document.draft)
    yield from (file.update for file in account.updates)
    yield from account.enclosures


def _lacking(record: Record, readers: _Readers) -> Iterator[Problem]:
    for name, info in type(record).model_fields.items():
        extra = info.json_schema_extra
        seen = extra.get("seen") if isinstance(extra, dict) else None
        if isinstance(seen, str) and seen not in _NOT_SHOWN:
            key = info.alias or name
            yield from _within(getattr(record, name), record, key, readers.of(seen), readers)


def _within(
    value: object, record: Record, key: str, spoken: Iterable[str], readers: _Readers
) -> Iterator[Problem]:
    if isinstance(value, Texts):
        lacking = sorted(one for one in spoken if not value.speaks(one))
        if lacking:
            yield _problem(record.place(key), lacking)
    elif isinstance(value, Record):
        yield from _lacking(value, readers)
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _within(one, record, f"{key}[{number}]", spoken, readers)


def _problem(at: Span, lacking: list[str]) -> Problem:
    return Problem(
        at,
        "no-translation",
        say(
            "this text lacks {languages}, in which it is read",
            languages=tuple(lacking),
        ),
        say('add a line "{language}: …" beside the others', language=lacking[0]),
        "warning",
    )


def _sops(workspace: Workspace, portals: list[Account]) -> Iterator[Problem]:
    """An SOP is written in one language, whoever reads it."""
    for file in workspace.sops:
        written = file.sop.language or workspace.practice.language
        readers = [one.client.language for one in portals if one.id in file.sop.audience]
        told = file.sop.language or not (
            file.sop.lacks("language") or workspace.practice.lacks("language")
        )
        lacking = sorted({one for one in readers if one != written})
        if told and lacking:
            yield Problem(
                file.sop.place("audience"),
                "no-translation",
                say(
                    "a client reads {languages}, but this SOP is written in {written}",
                    languages=tuple(lacking),
                    written=written,
                ),
                say("write an SOP in that language too, and give it that audience"),
                "warning",
            )
