"""What a shell may complete: clients, tasks, kinds, people, procedures. Only names are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from vagen.cli.options import workspace_root

Item = CompletionItem[str]
_LAST_WORD = re.compile(r"(?P<before>(?:.*\s)?)(?P<sign>[#@+])(?P<name>\S*)", re.DOTALL)


class Name(click.ParamType[str]):
    """A name that a person types; what is wrong with it the command says, not click."""

    def convert(self, value: Any, param: Any, ctx: Any) -> str:  # noqa: ANN401 - click's own
        """The name as it was typed."""
        del param, ctx
        return str(value)

    def known(self, look: Look, begun: str) -> Iterable[Item]:
        """The names that begin so, with what they stand for."""
        raise NotImplementedError

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Item]:
        """What may stand here. A workspace that can't be read has nothing to offer."""
        del param
        try:
            found = self.known(Look(ctx), incomplete)
            return [item for item in found if item.value.startswith(incomplete)]
        except OSError:
            return []


class ClientName(Name):
    """The id of a client."""

    name = "CLIENT"

    def known(self, look: Look, begun: str) -> Iterable[Item]:
        """Clients, each with its name."""
        return look.clients(begun)


class TaskName(Name):
    """`client/task`."""

    name = "CLIENT/TASK"

    def known(self, look: Look, begun: str) -> Iterable[Item]:
        """The tasks of all clients, each with its title."""
        client, slash, _ = begun.partition("/")
        for one in look.clients(client):
            if not slash or one.value == client:
                yield from look.tasks(one.value, f"{one.value}/")


class KindName(Name):
    """The id of a kind of work."""

    name = "KIND"

    def known(self, look: Look, begun: str) -> Iterable[Item]:
        """The kinds of the practice."""
        del begun
        return look.kinds()


class PersonName(Name):
    """The id of somebody of the team."""

    name = "PERSON"

    def known(self, look: Look, begun: str) -> Iterable[Item]:
        """The team."""
        del begun
        return look.people()


class SopName(Name):
    """`area/sop`."""

    name = "AREA/SOP"

    def known(self, look: Look, begun: str) -> Iterable[Item]:
        """All procedures."""
        del begun
        return look.sops()


class LogLine(Name):
    """Words of the log, of which the last may be a marker: `45m Inbox #email @inbox`."""

    name = "LINE"

    def known(self, look: Look, begun: str) -> Iterable[Item]:
        """Kinds behind `#`, tasks of the client behind `@`, people behind `+`."""
        marker = _LAST_WORD.fullmatch(begun)
        return look.marked(marker["sign"], f"{marker['before']}{marker['sign']}") if marker else ()


class Look:
    """The workspace of a command that is being typed, in the practice's language."""

    def __init__(self, ctx: click.Context) -> None:
        from vagen.cli.report import language_of
        from vagen.source import names
        from vagen.source.glance import Glance

        folder = ctx.params.get("folder")
        self.root: Path = workspace_root(folder if isinstance(folder, Path) else None)
        self.names = names
        self.glance = Glance(self.root)
        self.language = language_of(self.root)
        self.client = str(ctx.params.get("client") or "")

    def clients(self, begun: str) -> Iterator[Item]:
        """Only the files of those that begin so are read, for their names."""
        for client in self.glance.clients():
            if client.startswith(begun):
                yield _item(*self.names.client_named(self.glance, client, self.language))

    def tasks(self, client: str, before: str) -> Iterator[Item]:
        """The tasks of a client that are not done, behind what was typed before."""
        for task, title in self.names.open_tasks(self.glance, client, self.language):
            yield _item(f"{before}{task}", title)

    def kinds(self, before: str = "") -> Iterator[Item]:
        """The kinds of the practice."""
        for kind, label in self.names.kinds(self.glance, self.language):
            yield _item(f"{before}{kind}", label)

    def people(self, before: str = "") -> Iterator[Item]:
        """The team."""
        return (Item(f"{before}{person}") for person in self.glance.people())

    def sops(self) -> Iterator[Item]:
        """All procedures, as area/sop."""
        folder = self.root / "content/sops"
        for path in sorted(folder.glob("*/*.md")):
            yield Item(path.relative_to(folder).with_suffix("").as_posix())

    def marked(self, sign: str, before: str) -> Iterator[Item]:
        """What a marker of the log may name."""
        match sign:
            case "#":
                yield from self.kinds(before)
            case "+":
                yield from self.people(before)
            case _:
                for client in self.glance.clients():
                    if client.startswith(self.client):
                        yield from self.tasks(client, before)


def _item(value: str, says: str) -> Item:
    # Shells take a line a name; words of several lines, or with a tab, would end it.
    return Item(value, help=" ".join(says.split()) or None)
