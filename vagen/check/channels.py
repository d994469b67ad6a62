"""Ways to reach someone that a phone or a browser can't open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from vagen.model.channel import Via
from vagen.model.client import Channel
from vagen.model.reach import read_email, read_link, read_phone
from vagen.model.workspace import Workspace
from vagen.problems import Problem, Wrong, say

_SECURE = "https://"


def channels(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Channels whose `to` does not fit their `via`: their button would do nothing."""
    del now
    return tuple(
        problem
        for account in workspace.accounts
        for channel in account.client.channels
        for problem in _of_channel(channel)
    )


def _of_channel(channel: Channel) -> Iterator[Problem]:
    try:
        _READERS[channel.via](channel.to)
    except Wrong as wrong:
        yield wrong.at(channel.place("to"))


def _mail(to: str) -> None:
    read_email(to.removeprefix("mailto:"))


def _number(to: str) -> None:
    if not to.startswith(_SECURE):
        read_phone(to.removeprefix("tel:"))


def _page(to: str) -> None:
    if not read_link(to).startswith(_SECURE):
        message = say("this channel is opened in a browser")
        raise Wrong("bad-link", message, say("type a link that begins with {start}", start=_SECURE))


def _page_or_name(to: str) -> None:
    """A link, or `#room` and `@name`, which are words to look for in the program itself."""
    if not (to[:1] in "#@" and len(to) > 1):
        _page(to)


_READERS: Mapping[Via, Callable[[str], None]] = {
    "email": _mail,
    "whatsapp": _number,
    "phone": _number,
    "form": _page,
    "slack": _page_or_name,
    "teams": _page_or_name,
    "zoom": _page_or_name,
    "meet": _page_or_name,
}
