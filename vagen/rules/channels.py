"""How a channel is opened: one address that a phone or a browser understands."""

from __future__ import annotations

from urllib.parse import quote

from vagen.model.client import Channel
from vagen.model.practice import Practice
from vagen.model.promise import ReplyTime

_SECURE = "https://"


def href(channel: Channel, *, subject: str = "", body: str = "") -> str:
    """The https, mailto or tel address that opens a channel, empty where there is none.

    WhatsApp takes a number in any spelling (wa.me wants bare digits with the country code); a
    subject and a body fill in an e-mail (RFC 6068). `#general` in Slack opens nothing.
    """
    if channel.to.startswith(_SECURE):
        return channel.to
    match channel.via:
        case "email":
            return mailto(channel.to.removeprefix("mailto:"), subject=subject, body=body)
        case "whatsapp":
            number = digits(channel.to)
            return f"https://wa.me/{number}" if number else ""
        case "phone":
            return telephone(channel.to)
        case _:
            return ""


def mailto(address: str, *, subject: str = "", body: str = "") -> str:
    """The mailto address with what is filled in; line ends as RFC 6068 5 wants them."""
    filled = {"subject": subject, "body": body.replace("\n", "\r\n")}
    query = "&".join(f"{name}={quote(text, safe='')}" for name, text in filled.items() if text)
    return f"mailto:{quote(address, safe='@+')}" + (f"?{query}" if query else "")


def telephone(number: str) -> str:
    """The tel address of a number, its plus kept (RFC 3966), empty where it has no digit."""
    plus = "+" if number.strip().startswith("+") else ""
    return f"tel:{plus}{digits(number)}" if digits(number) else ""


def digits(number: str) -> str:
    """The bare digits of a phone number; a leading 00 is the plus of some countries."""
    bare = "".join(one for one in number if one in "0123456789")
    return bare.removeprefix("00")


def reply(channel: Channel, practice: Practice) -> ReplyTime | None:
    """How soon I answer on a channel: its own promise, else the practice's for that way."""
    return channel.reply or practice.response.through(channel.via)


def shown(channel: Channel) -> str:
    """The address in words: as it was typed, a link without its https and last slash."""
    return channel.to.removeprefix(_SECURE).removeprefix("mailto:").rstrip("/")
