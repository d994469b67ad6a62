from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.refusal import cure, refused, sentences
from vagen.model.money import (
    Money,
    read_amount,
    read_currency,
    read_percent,
    read_quantity,
    read_signed_amount,
    rounded,
    total,
)

CENTS = st.decimals(-(10**12), 10**12, places=2)


@pytest.mark.parametrize("text", ["0", "35.10", "1200", "123456789012.345"])
def test_an_amount_is_exactly_what_is_typed(text):
    assert str(read_amount(text)) == text
    assert str(read_quantity(text)) == text


def test_leading_zeros_are_no_octal():
    assert read_amount("010") == 10


@given(CENTS)
def test_every_amount_is_read_back(amount):
    assert read_signed_amount(f"{amount:f}") == amount


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1,200", "1200"),
        ("1,200.50", "1200.50"),
        ("1.200,50", "1200.50"),
        ("12,50", "12.50"),
        ("1 200", "1200"),
        ("1'200", "1200"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+5", "5"),
        ("₪50", "50"),
        ("50 ILS", "50"),
        ("$1,200.50", "1200.50"),
        ('50 ש"ח', "50"),
        ("1e5", "100000"),
        ("1e99", None),
        ("nan", None),
        ("inf", None),
        ("-5", None),
        ("−5", None),
        ("1234567890123456", None),
        ("٣", None),
        ("1,2,3", None),
        ("about 50", None),
    ],
)
def test_no_amount(text, meant):
    assert cure(read_amount, text) == ("bad-amount", meant)


@pytest.mark.parametrize(("text", "meant"), [("−5", "-5"), ("(5)", "-5"), ("-₪5", None)])
def test_no_signed_amount(text, meant):
    assert cure(read_signed_amount, text) == ("bad-amount", meant)


def test_less_than_nothing_is_only_a_signed_amount():
    assert read_signed_amount("-35.10") == Decimal("-35.10")
    assert str(read_signed_amount("-0")) == "0"


@pytest.mark.parametrize(
    ("text", "percent"), [("18%", "18"), ("17.5%", "17.5"), ("0%", "0"), ("100%", "100")]
)
def test_a_percentage(text, percent):
    assert read_percent(text) == Decimal(percent)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("18", "18%"),
        ("18 %", "18%"),
        ("%18", "18%"),
        ("17,5%", "17.5%"),
        ("0", "0%"),
        ("0.18", None),
        ("101%", None),
        ("-1%", None),
        ("%", None),
        ("much", None),
    ],
)
def test_no_percentage(text, meant):
    assert cure(read_percent, text) == ("bad-percent", meant)


def test_a_fraction_may_mean_either():
    assert sentences(refused(read_percent, "0.18"))[1] == "type 18% or 0.18%"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("ils", "ILS"), ("₪", "ILS"), ("NIS", "ILS"), ("€", "EUR"), ("$", None), ("XYZ", None)],
)
def test_no_currency(text, meant):
    assert cure(read_currency, text) == ("unknown-currency", meant)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("EURO", "did you mean EUR?"),
        ("$", "did you mean USD, CAD, AUD?"),
        ("British Pound", "did you mean GBP?"),
        ("שקל", "did you mean ILS?"),
        ("XYZ", "a currency is its three letters, for example: ILS, EUR, GBP, USD"),
    ],
)
def test_a_currency_by_its_name(text, hint):
    assert sentences(refused(read_currency, text))[1] == hint


def test_money_adds_up():
    assert Money(Decimal("1.10"), "ILS") + Money(Decimal("2.20"), "ILS") == Money(
        Decimal("3.30"), "ILS"
    )
    assert Money(Decimal(3), "ILS") - Money(Decimal(5), "ILS") == -Money(Decimal(2), "ILS")
    assert str((-Money.zero("ILS")).amount) == "0"


@pytest.mark.parametrize("sign", ["__add__", "__sub__"])
def test_two_currencies_never_add_up(sign):
    with pytest.raises(ValueError, match="ILS and GBP"):
        getattr(Money(Decimal(1), "ILS"), sign)(Money(Decimal(1), "GBP"))


@given(st.lists(CENTS))
def test_a_total_is_the_sum(amounts):
    assert total([Money(one, "EUR") for one in amounts], "EUR") == Money(
        sum(amounts, Decimal(0)), "EUR"
    )


@pytest.mark.parametrize(
    ("amount", "currency", "result"),
    [
        ("0.005", "ILS", "0.01"),
        ("-0.005", "ILS", "-0.01"),
        ("2.675", "EUR", "2.68"),
        ("0.5", "JPY", "1"),
        ("1.0005", "KWD", "1.001"),
        ("-0.001", "ILS", "0.00"),
        ("7", "GBP", "7.00"),
        ("999999999999999999999999999999.995", "ILS", "1000000000000000000000000000000.00"),
    ],
)
def test_rounding_is_half_up(amount, currency, result):
    assert str(rounded(Decimal(amount), currency)) == result
    assert str(Money(Decimal(amount), currency).rounded.amount) == result


@given(CENTS)
def test_rounding_once_is_enough(amount):
    assert rounded(rounded(amount, "ILS"), "ILS") == rounded(amount, "ILS")
