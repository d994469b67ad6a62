from typing import get_args

import pytest

from tests.pages.practice import document, document_file, practice, stored
from vagen.model.invoicing import DocumentKind
from vagen.model.tax import Registration
from vagen.rules import titles


def whose(registration, **keys):
    return practice(tax={"registration": registration} | keys)


@pytest.mark.parametrize(
    ("kind", "registration", "language", "title"),
    [
        ("proforma", "il-licensed-dealer", "he", "חשבון עסקה"),
        ("proforma", "il-exempt-dealer", "en", "Deal invoice"),
        ("invoice", "il-licensed-dealer", "he", "חשבון עסקה"),
        ("tax-invoice", "il-licensed-dealer", "he", "חשבונית מס"),
        ("tax-invoice-receipt", "il-licensed-dealer", "he", "חשבונית מס קבלה"),
        ("receipt", "il-exempt-dealer", "he", "קבלה"),
        ("quote", "none", "he", "הצעת מחיר"),
        ("proforma", "none", "en", "Pro forma invoice"),
        ("tax-invoice", "uk-vat", "en", "VAT invoice"),
        ("tax-invoice", "au-gst", "en", "Tax invoice"),
        ("credit", "au-gst", "en", "Adjustment note"),
        ("credit", "us", "en", "Credit note"),
    ],
)
def test_titles(kind, registration, language, title):
    assert titles.title(kind, registration, language) == title


@pytest.mark.parametrize("registration", get_args(Registration))
@pytest.mark.parametrize("kind", get_args(DocumentKind))
def test_every_document_has_a_title_in_both_languages(kind, registration):
    assert titles.title(kind, registration, "en").isascii()
    assert not titles.title(kind, registration, "he").isascii()


@pytest.mark.parametrize("registration", ["il-exempt-dealer", "il-licensed-dealer"])
@pytest.mark.parametrize("kind", ["quote", "proforma", "deposit", "invoice"])
def test_what_asks_for_money_in_israel_is_never_called_a_tax_invoice(kind, registration):
    assert "חשבונית מס" not in titles.title(kind, registration, "he")
    assert "Tax invoice" not in titles.title(kind, registration, "en")


@pytest.mark.parametrize(
    ("registration", "kind", "fine"),
    [
        ("il-exempt-dealer", "tax-invoice", False),
        ("il-exempt-dealer", "proforma", True),
        ("il-exempt-dealer", "receipt", False),
        ("il-licensed-dealer", "tax-invoice", False),
        ("il-licensed-dealer", "tax-invoice-receipt", False),
        ("il-licensed-dealer", "receipt", False),
        ("il-licensed-dealer", "credit", False),
        ("il-licensed-dealer", "quote", True),
        ("us", "tax-invoice", False),
        ("none", "invoice", True),
        ("uk-vat", "tax-invoice", True),
        ("eu-small-business", "tax-invoice-receipt", False),
    ],
)
def test_which_documents_may_be_drawn_here(registration, kind, fine):
    assert titles.issuable(whose(registration), document_file(document(kind=kind))) is fine


def test_a_stored_copy_or_a_signing_owner_makes_an_israeli_tax_document_good():
    plain = document_file(document(kind="tax-invoice"))
    copy = document_file(document(kind="tax-invoice"), pdf=stored("a.pdf"))
    assert titles.issuable(whose("il-licensed-dealer"), copy)
    assert titles.issuable(whose("il-licensed-dealer", i_print_and_sign="yes"), plain)
    assert titles.issuable(
        whose("il-licensed-dealer"), document_file(document(None, kind="receipt"))
    )
    # What the law keeps from a registration no signature gives it.
    assert not titles.issuable(whose("il-exempt-dealer", i_print_and_sign="yes"), copy)


@pytest.mark.parametrize(
    ("country", "language", "words"),
    [
        ("IL", "he", "ח.פ./עוסק"),
        ("GB", "en", "VAT no."),
        ("DE", "en", "VAT no."),
        ("AU", "he", "ABN"),
        ("US", "en", "EIN"),
        ("BR", "en", "Tax no."),
    ],
)
def test_the_words_before_a_clients_number(country, language, words):
    assert titles.buyer_number(country, language) == words


def test_the_words_before_our_number():
    assert titles.seller_number("il-licensed-dealer", "he") == "עוסק מורשה"
    assert titles.seller_number("il-exempt-dealer", "he") == "עוסק פטור"
    assert titles.seller_number("au-gst", "en") == "ABN"
