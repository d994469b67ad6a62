"""The channels as a client sees them, and the two that are always there: to ask, and to say."""

from __future__ import annotations

from vagen.locale import catalog
from vagen.model.client import Channel
from vagen.pages.parts import ChannelView, LinkView
from vagen.pages.portal import Portal
from vagen.problems import Message, say
from vagen.rules import channels

_REQUEST = (
    say("What"),
    say("What for"),
    say("Done means"),
    say("By when"),
    say("Where things are"),
)


def channel_views(portal: Portal) -> tuple[ChannelView, ...]:
    """Every channel, in the order in which client.yaml lists them."""
    return tuple(_view(portal, channel) for channel in portal.account.client.channels)


def request_view(portal: Portal) -> ChannelView:
    """The one way to ask, filled in: the channel for requests, else an e-mail to the practice."""
    name = portal.account.client.name.within(portal.language)
    lines = [f"{_spoken(portal, one)}: " for one in _REQUEST]
    subject = _spoken(portal, say("Request from {client}", client=name))
    return _view(portal, _channel(portal, "request"), subject, "\n\n".join(lines))


def feedback_view(portal: Portal) -> ChannelView:
    """The open door: the channel for feedback, else an e-mail to the practice."""
    name = portal.account.client.name.within(portal.language)
    subject = _spoken(portal, say("A word from {client}", client=name))
    return _view(portal, _channel(portal, "feedback"), subject)


def file_links(portal: Portal) -> tuple[LinkView, ...]:
    """Where the client's files live."""
    files = portal.account.client.files
    return tuple(LinkView(one.name.within(portal.language), one.link) for one in files)


def _channel(portal: Portal, purpose: str) -> Channel:
    stated = [one for one in portal.account.client.channels if one.purpose == purpose]
    if stated:
        return stated[0]
    email = portal.workspace.practice.email
    return Channel.model_validate({"purpose": purpose, "via": "email", "to": email})


def _view(portal: Portal, channel: Channel, subject: str = "", body: str = "") -> ChannelView:
    return ChannelView(
        purpose=channel.purpose,
        via=channel.via,
        href=channels.href(channel, subject=subject, body=body),
        shown=channels.shown(channel),
        reply=channels.reply(channel, portal.workspace.practice),
    )


def _spoken(portal: Portal, message: Message) -> str:
    return message.spoken(catalog(portal.language))
