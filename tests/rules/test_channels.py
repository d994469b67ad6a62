import pytest

from tests.pages.practice import practice
from vagen.model.client import Channel
from vagen.model.promise import ReplyTime
from vagen.rules.channels import href, reply, shown


def channel(via, to, **keys):
    return Channel.model_validate({"purpose": "question", "via": via, "to": to} | keys)


@pytest.mark.parametrize(
    ("via", "to", "address"),
    [
        ("whatsapp", "+972 54-555-0142", "https://wa.me/972545550142"),
        ("whatsapp", "00972 54 555 0142", "https://wa.me/972545550142"),
        ("whatsapp", "https://wa.me/972545550142", "https://wa.me/972545550142"),
        ("whatsapp", "ask me", ""),
        ("email", "noa@barkai.example", "mailto:noa@barkai.example"),
        ("email", "mailto:noa+va@barkai.example", "mailto:noa+va@barkai.example"),
        ("phone", "+972 (54) 555 0142", "tel:+972545550142"),
        ("zoom", "https://zoom.example/j/1", "https://zoom.example/j/1"),
        ("slack", "#general", ""),
        ("form", "http://form.example", ""),
        ("meet", "javascript:alert(1)", ""),
    ],
)
def test_a_channel_opens(via, to, address):
    assert href(channel(via, to)) == address


def test_a_mail_is_filled_in():
    address = href(channel("email", "noa@barkai.example"), subject="בקשה & co", body="What: \nBy: ")
    assert address == (
        "mailto:noa@barkai.example?subject=%D7%91%D7%A7%D7%A9%D7%94%20%26%20co"
        "&body=What%3A%20%0D%0ABy%3A%20"
    )


def test_the_address_in_words():
    assert shown(channel("meet", "https://meet.example/abc/")) == "meet.example/abc"
    assert shown(channel("phone", "+972 54 555 0142")) == "+972 54 555 0142"


def test_the_channels_own_promise_goes_first():
    whose = practice(response={"email": "1 day", "whatsapp": "4h"})
    assert reply(channel("email", "a@b.example"), whose) == ReplyTime(days=1)
    assert reply(channel("email", "a@b.example", reply="2h"), whose) == ReplyTime(minutes=120)
    assert reply(channel("slack", "#a"), whose) is None
