from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.locale.currencies import (
    currencies,
    currency_name,
    currency_sign,
    is_currency,
    minor_units,
)
from vagen.locale.money import amount, money, plain_amount, plain_money
from vagen.locale.numbers import number, percent, quantity


@pytest.mark.parametrize(
    ("value", "currency", "figure", "sum_", "plain"),
    [
        ("1695.25", "AUD", "1,695.25", "A$ 1,695.25", "1695.25 AUD"),
        ("7342.7", "ILS", "7,342.70", "₪ 7,342.70", "7342.70 ILS"),
        ("-1200", "EUR", "−1,200.00", "−€ 1,200.00", "-1200.00 EUR"),
        ("-50.00", "GBP", "−50.00", "−£ 50.00", "-50.00 GBP"),
        ("750", "USD", "750.00", "US$ 750.00", "750.00 USD"),
        ("1695", "JPY", "1,695", "JP¥ 1,695", "1695 JPY"),
        ("1695.00", "JPY", "1,695", "JP¥ 1,695", "1695 JPY"),
        ("12.5", "KWD", "12.500", "KWD 12.500", "12.500 KWD"),
        ("0", "ILS", "0.00", "₪ 0.00", "0.00 ILS"),
        ("-0.00", "ILS", "0.00", "₪ 0.00", "0.00 ILS"),
        ("41.6667", "GBP", "41.6667", "£ 41.6667", "41.6667 GBP"),
        ("41.5000", "GBP", "41.50", "£ 41.50", "41.50 GBP"),
        ("1E+6", "CHF", "1,000,000.00", "CHF 1,000,000.00", "1000000.00 CHF"),
        ("999", "INR", "999.00", "INR 999.00", "999.00 INR"),
    ],
)
def test_a_sum_in_every_dress(value, currency, figure, sum_, plain):
    exact = Decimal(value)
    for language in ("en", "he"):
        assert amount(exact, currency, language) == figure
        assert money(exact, currency, language) == sum_.replace(" ", "\u00a0")
    assert plain_money(exact, currency) == plain


@pytest.mark.parametrize(
    ("value", "currency", "said"),
    [
        ("1440", "AUD", "A$\u00a01,440"),
        ("1440.00", "AUD", "A$\u00a01,440"),
        ("1440.50", "AUD", "A$\u00a01,440.50"),
        ("-120", "EUR", "−€\u00a0120"),
    ],
)
def test_a_price_in_a_sentence_leaves_out_noughts(value, currency, said):
    assert money(Decimal(value), currency, "he", short=True) == said


@pytest.mark.parametrize(
    ("value", "given_", "shortest"),
    [
        ("6.50", "6.50", "6.5"),
        ("12", "12", "12"),
        ("12.00", "12.00", "12"),
        ("-1", "−1", "−1"),
        ("1250.125", "1,250.125", "1,250.125"),
        ("100", "100", "100"),
        ("1E+3", "1,000", "1,000"),
        ("0.00", "0.00", "0"),
        ("-0", "0", "0"),
    ],
)
def test_numbers(value, given_, shortest):
    assert quantity(Decimal(value)) == quantity(Decimal(value), "he") == given_
    assert number(Decimal(value), "en") == number(Decimal(value), "he") == shortest


def test_whole_numbers_are_numbers_too():
    assert number(12345, "he") == "12,345"
    assert quantity(-3) == "−3"


@pytest.mark.parametrize(
    ("rate", "said"), [("18", "18%"), ("18.00", "18%"), ("17.5", "17.5%"), ("0", "0%")]
)
def test_rates_are_given_in_percent(rate, said):
    assert percent(Decimal(rate), "en") == percent(Decimal(rate), "he") == said


@pytest.mark.parametrize(
    ("code", "digits"),
    [
        ("ILS", 2),
        ("GBP", 2),
        ("JPY", 0),
        ("KWD", 3),
        ("IQD", 3),
        ("LBP", 2),
        ("ISK", 0),
        ("HUF", 2),
    ],
)
def test_minor_units_are_those_of_the_standard(code, digits):
    assert minor_units(code) == digits


def test_which_currencies_there_are():
    assert all(is_currency(code) for code in ("ILS", "GBP", "EUR", "USD", "JPY", "KWD", "HRK"))
    assert not any(is_currency(code) for code in ("DEM", "ils", "XAU", "XXX", "NIS", "", "₪"))
    assert list(currencies()) == sorted(currencies())
    assert len(currencies()) > 150


def test_names_and_signs():
    assert currency_name("ILS", "he") == "שקל חדש"
    assert currency_name("GBP", "en") == "British Pound"
    assert currency_name("QQQ", "he") == "QQQ"
    signs = [currency_sign(code) for code in ("ILS", "EUR", "CAD", "XOF", "SEK")]
    assert signs == ["₪", "€", "CA$", "XOF", "SEK"]


SUMS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
CURRENCIES = st.sampled_from(["ILS", "GBP", "JPY", "KWD", "CHF"])
LANGUAGES = st.sampled_from(["en", "he"])


@given(SUMS, CURRENCIES, LANGUAGES)
def test_what_is_printed_is_what_was_reckoned(value, currency, language):
    said = amount(value, currency, language)
    assert Decimal(said.replace(",", "").replace("−", "-")) == value
    assert money(value, currency, language).lstrip("−").endswith(said.lstrip("−"))
    assert Decimal(plain_amount(value, currency)) == value
    assert plain_money(value, currency).isascii()
    decimals = said.rpartition(".")[2] if "." in said else ""
    assert len(decimals) >= minor_units(currency)
