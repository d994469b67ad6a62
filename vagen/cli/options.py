"""Options that every command on a workspace takes, and what they mean."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

_YEARS = range(1970, 2200)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class When(click.ParamType[Any]):
    """A date, meaning its noon in the practice's zone, or an ISO 8601 instant with its offset."""

    name = "WHEN"

    def convert(self, value: Any, param: Any, ctx: Any) -> date | datetime:  # noqa: ANN401 - click's own
        if isinstance(value, date):
            return value
        try:
            if _DAY.fullmatch(value):
                return self._near(date.fromisoformat(value), param, ctx)
            instant = datetime.fromisoformat(value)
        except ValueError:
            self.fail(
                f"{value!r} is no day (2026-11-23) and no instant (2026-11-23T09:00+02:00)",
                param,
                ctx,
            )
        if instant.tzinfo is None:
            self.fail(f"{value!r} has no offset: write {value}+02:00 or {value}Z", param, ctx)
        return self._near(instant, param, ctx)

    def _near(self, when: date | datetime, param: Any, ctx: Any) -> date | datetime:  # noqa: ANN401
        """The same moment, if years can be counted from it in both directions."""
        if when.year not in _YEARS:
            span = f"from {_YEARS.start} to {_YEARS.stop - 1}"
            self.fail(f"{when.isoformat()!r} is too far away: vagen knows years {span}", param, ctx)
        return when


def on_workspace(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `-C DIR` and `--now WHEN`, after the command's name."""
    now = click.option("--now", type=When(), help="Work as if it were then: a date or an instant.")
    folder = click.option(
        "-C",
        "folder",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        help="The workspace; else this folder or the nearest above it with a vagen.yaml.",
    )
    return folder(now(command))


def workspace_root(folder: Path | None) -> Path:
    """The workspace that a command works on. Without any, the folder itself: reading it says so."""
    try:
        here = Path.cwd()
    except FileNotFoundError as error:
        raise click.UsageError("the current folder is gone: go to another one") from error
    if folder is not None:
        return folder.resolve()
    found = (place for place in (here, *here.parents) if (place / "vagen.yaml").is_file())
    return next(found, here)


def moment(now: date | datetime | None) -> date | datetime:
    """What `--now` says, else what the clock says: the only place that reads it."""
    return now if now is not None else datetime.now(UTC)


def shown_path(path: str | Path, root: Path) -> str:
    """A path of the workspace as seen from the current folder, with `/`."""
    try:
        return Path(os.path.relpath(root / path)).as_posix()
    except (FileNotFoundError, ValueError):  # the current folder is gone, or on another drive
        return (root / path).as_posix()
