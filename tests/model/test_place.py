from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from tests.model.refusal import cure, refused, sentences
from vagen.locale.places import countries, country_name, zones
from vagen.model.place import read_country, read_language, read_zone


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("il", "IL"),
        ("Israel", "IL"),
        ("ישראל", "IL"),
        ("UK", "GB"),
        ("united kingdom", "GB"),
        ("Isreal", None),
        ("Xyzzyland", None),
        ("QQ", None),
    ],
)
def test_no_country(text, meant):
    assert cure(read_country, text) == ("unknown-country", meant)


def test_a_country_misspelled():
    assert sentences(refused(read_country, "Isreal"))[1] == "did you mean Israel? then type: IL"


def test_every_country_is_known_by_code_and_by_name():
    for code in countries():
        assert read_country(code) == code
        assert cure(read_country, country_name(code, "he")) == ("unknown-country", code)


def test_every_zone_is_one():
    for name in zones():
        assert read_zone(name) == ZoneInfo(name)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("asia/jerusalem", "Asia/Jerusalem"),
        ("Jerusalem", "Asia/Jerusalem"),
        ("ירושלים", "Asia/Jerusalem"),
        ("New York", "America/New_York"),
        ("London", "Europe/London"),
        ("Asia/Jerusalm", None),
        ("Londn", None),
        ("GMT+2", None),
        ("+02:00", None),
        ("../../etc/passwd", None),
        ("/etc/localtime", None),
        ("Europe/../Europe/London", None),
        ("nowhere at all", None),
    ],
)
def test_no_zone(text, meant):
    assert cure(read_zone, text) == ("unknown-zone", meant)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Asia/Jerusalm", "did you mean Asia/Jerusalem?"),
        ("Londn", "did you mean Europe/London?"),
        ("GMT+2", "name a city, so that summer time is known: Europe/London"),
    ],
)
def test_a_zone_misspelled(text, hint):
    assert sentences(refused(read_zone, text))[1] == hint


@pytest.mark.parametrize(
    ("text", "meant"),
    [("iw", "he"), ("HE", "he"), ("Hebrew", "he"), ("עברית", "he"), ("en-GB", "en"), ("fr", None)],
)
def test_no_language(text, meant):
    assert cure(read_language, text) == ("unknown-language", meant)


def test_a_language_names_those_that_there_are():
    assert sentences(refused(read_language, "fr"))[1] == "use one of: en, he"
