"""All readers of values, and what they have in common."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tests.model.refusal import refused, sentences
from vagen.model import (
    calendar,
    duration,
    flag,
    hours,
    identifier,
    money,
    place,
    promise,
    reach,
    recurrence,
    terms,
)
from vagen.model.typed import nearest, shown, typed
from vagen.problems import Wrong, say

READERS = {
    flag.Flag: (flag.read_flag, "yes", True),
    identifier.Id: (identifier.read_id, "dana", "dana"),
    identifier.TaskRef: (identifier.read_task, "a/b", identifier.TaskName("b", "a")),
    calendar.Day: (calendar.read_day, "2026-11-30", date(2026, 11, 30)),
    calendar.Instant: (
        calendar.read_instant,
        "2026-11-30T09:00Z",
        datetime(2026, 11, 30, 9, tzinfo=UTC),
    ),
    calendar.Clock: (calendar.read_clock, "09:00", time(9)),
    duration.Minutes: (duration.read_minutes, "1h15m", 75),
    hours.Hours: (hours.read_hours, "09:00-17:00", ((540, 1020),)),
    terms.Terms: (terms.read_terms, "net 15", terms.PaymentTerms("net", 15)),
    recurrence.Recurrence: (recurrence.read_recurrence, "day", recurrence.Rhythm(unit="day")),
    promise.Promise: (promise.read_promise, "1 day", promise.ReplyTime(days=1)),
    money.Amount: (money.read_amount, "35.10", Decimal("35.10")),
    money.SignedAmount: (money.read_signed_amount, "-5", Decimal(-5)),
    money.Quantity: (money.read_quantity, "12.5", Decimal("12.5")),
    money.Percent: (money.read_percent, "18%", Decimal(18)),
    money.Currency: (money.read_currency, "ILS", "ILS"),
    place.Country: (place.read_country, "IL", "IL"),
    place.Zone: (place.read_zone, "Asia/Jerusalem", ZoneInfo("Asia/Jerusalem")),
    place.Language: (place.read_language, "he", "he"),
    reach.Email: (reach.read_email, "a@b.co", "a@b.co"),
    reach.Phone: (reach.read_phone, "+972 54 555 0142", reach.PhoneNumber("+972 54 555 0142")),
    reach.Link: (reach.read_link, "https://b.co/", "https://b.co/"),
    reach.Iban: (reach.read_iban, "IL620108000000099999999", "IL620108000000099999999"),
    reach.Bic: (reach.read_bic, "LUMIILITXXX", "LUMIILITXXX"),
    reach.Colour: (reach.read_colour, "#125d72", "#125d72"),
}
NAMES = [read.__name__ for read, _, _ in READERS.values()]
EACH = pytest.mark.parametrize(("kind", "rule"), READERS.items(), ids=NAMES)
HINTED_AT = st.sampled_from("0123456789-:+.,%#@!hm /apנ₪€ \u200f\x00")
TEXTS = st.text(max_size=20) | st.text(HINTED_AT, max_size=14)


@EACH
def test_a_record_takes_what_is_typed_and_what_is_read(kind, rule):
    _, text, value = rule
    adapter = TypeAdapter(kind)
    assert adapter.validate_python(text) == value
    assert adapter.validate_python(value) == value


@EACH
@pytest.mark.parametrize("raw", [[], {}, None, 1.5, "", "  ", "x" * 3000])
def test_what_is_no_text_is_told_what_it_should_be(kind, rule, raw):
    read = rule[0]
    assert refused(read, raw).code in {"wrong-type", "bad-colour"}
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(raw)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (hours.Hours, "09:00-17:00"),
        (terms.Terms, "net 15"),
        (recurrence.Recurrence, "week on tue,thu"),
        (promise.Promise, "2 days"),
        (place.Zone, "Asia/Jerusalem"),
        (reach.Phone, "+972 54 555 0142"),
        (identifier.TaskRef, "dana/dec-calendar"),
    ],
)
def test_json_holds_a_value_as_it_is_typed(kind, text):
    adapter = TypeAdapter(kind)
    assert adapter.dump_python(adapter.validate_python(text), mode="json") == text


@EACH
def test_the_schema_has_examples_that_are_read(kind, rule):
    schema = TypeAdapter(kind).json_schema()
    assert schema["examples"]
    for one in schema["examples"]:
        rule[0](one)


@EACH
@given(text=TEXTS)
@example("9-5")
@example("99999999999999999999 nov 12")
@example("1e99")
@example("48 hours")
@example("٣%")
def test_any_text_is_a_value_or_a_mistake_whose_cure_is_read(kind, rule, text):
    del kind
    read = rule[0]
    value, wrong = outcome(read, text)
    if wrong is None:
        assert read(value) == value
    else:
        assert all(sentences(wrong))
        if wrong.replacement:
            read(wrong.replacement.strip('"'))


def outcome(read, text):
    try:
        return read(text), None
    except Wrong as wrong:
        return None, wrong


def test_marks_of_direction_and_hard_spaces_are_no_part_of_a_value():
    assert typed("\u202a+972\u00a054\u202c \ufeff", say("a phone number"), "x") == "+972 54"


def test_what_is_shown_is_short_and_printable():
    assert shown("a\x1b[31mb") == "a\N{REPLACEMENT CHARACTER}[31mb"
    assert shown("x" * 50) == "x" * 39 + "…"


def test_the_nearest_word_has_any_case():
    assert nearest("EURP", ["EUR", "ILS"]) == "EUR"
    assert nearest("?", ["EUR"]) is None
