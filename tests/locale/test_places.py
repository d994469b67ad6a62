from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from vagen.locale.lists import join, joints
from vagen.locale.places import (
    city,
    countries,
    country_name,
    is_country,
    is_language,
    language_name,
    zones,
)


def test_countries_are_those_of_the_standard():
    assert len(countries()) == 249
    assert list(countries()) == sorted(countries())
    assert all(is_country(code) for code in ("IL", "GB", "DE", "US", "PS", "AX", "TW"))
    assert not any(is_country(code) for code in ("UK", "EU", "ZZ", "001", "il", "XK", "QO", ""))


def test_names_of_countries():
    assert country_name("IL", "en") == "Israel"
    assert country_name("IL", "he") == "ישראל"
    assert country_name("GB", "en") == "United Kingdom"
    assert country_name("GB", "he") == "בריטניה"
    assert country_name("QQ", "he") == "QQ"


def test_names_of_languages():
    assert language_name("he", "en") == "Hebrew"
    assert language_name("he", "he") == "עברית"
    assert language_name("en", "he") == "אנגלית"
    assert language_name("xq", "he") == "xq"
    assert is_language("he")
    assert not is_language("fr")


@pytest.mark.parametrize(
    ("zone", "english", "hebrew"),
    [
        ("Asia/Jerusalem", "Jerusalem", "ירושלים"),
        ("Asia/Tel_Aviv", "Tel Aviv", "תל אביב"),
        ("Israel", "Jerusalem", "ירושלים"),
        ("Europe/London", "London", "לונדון"),
        ("Europe/Berlin", "Berlin", "ברלין"),
        ("Europe/Kyiv", "Kyiv", "קייב"),
        ("America/New_York", "New York", "ניו יורק"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires", "בואנוס איירס"),
        ("Asia/Kolkata", "Kolkata", "קולקטה"),
        ("Asia/Calcutta", "Kolkata", "קולקטה"),
        ("GB", "London", "לונדון"),
        ("UTC", "UTC", "UTC"),
        ("Nowhere/At_All", "At All", "At All"),
    ],
)
def test_the_city_of_a_zone(zone, english, hebrew):
    assert (city(zone, "en"), city(zone, "he")) == (english, hebrew)


def test_zones_are_sorted_and_each_can_be_opened():
    assert list(zones()) == sorted(set(zones()))
    assert {"Asia/Jerusalem", "Europe/London", "UTC"} <= set(zones())
    for zone in zones():
        ZoneInfo(zone)
        assert city(zone, "he")


@pytest.mark.parametrize(
    ("words", "english", "hebrew"),
    [
        ([], "", ""),
        (["דנה"], "דנה", "דנה"),
        (["דנה", "נועה"], "דנה and נועה", "דנה ונועה"),
        (["דנה", "נועה", "מיכל"], "דנה, נועה and מיכל", "דנה, נועה ומיכל"),
        (["דנה", "Noa"], "דנה and Noa", "דנה ו־Noa"),
        (["3 ימים", "12 שעות"], "3 ימים and 12 שעות", "3 ימים ו־12 שעות"),
        (["א", "ב", "ג"], "א, ב and ג", "א, ב ו־ג"),
        (["א׳", "ה׳"], "א׳ and ה׳", "א׳ ו־ה׳"),
        (["דנה", "\u2068נועה\u2069"], "דנה and \u2068נועה\u2069", "דנה ו\u2068נועה\u2069"),
        (["דנה", "״נועה״"], "דנה and ״נועה״", "דנה ו־״נועה״"),
    ],
)
def test_words_in_a_row(words, english, hebrew):
    assert join(words, "en") == english
    assert join(words, "he") == hebrew


def test_joints_let_a_template_mark_each_word():
    assert joints(["a", "b", "c"], "en") == (", ", " and ")
    assert joints(["דנה", "Noa"], "he") == (" ו־",)
    assert joints(["a"], "en") == joints([], "he") == ()
