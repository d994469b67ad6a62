"""Printed documents: what stands in their text, their fonts, their pages and their bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.render.handbooks import HANDBOOK, HANDBOOK_HE
from tests.render.kits import KIT, KIT_HE
from tests.render.papers import INVOICE, INVOICE_HE, artifact, long_invoice
from vagen.render.layouts import read_layouts
from vagen.render.pdf import render_pdf

LAYOUTS = read_layouts()
ROOT = Path(__file__).parents[2]
SAMPLES = {
    "invoice": ("invoice", INVOICE, "en"),
    "invoice-he": ("invoice", INVOICE_HE, "he"),
    "kit": ("kit", KIT, "en"),
    "kit-he": ("kit", KIT_HE, "he"),
    "handbook": ("handbook", HANDBOOK, "en"),
    "handbook-he": ("handbook", HANDBOOK_HE, "he"),
}
BIDI = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))


def drawn(template: str, view: object, language: str = "en") -> bytes:
    printed = render_pdf(artifact(template, view, language), LAYOUTS)
    assert printed.problems == ()
    assert printed.data is not None
    return printed.data


@pytest.fixture(scope="module")
def samples() -> dict[str, bytes]:
    return {name: drawn(*sample) for name, sample in SAMPLES.items()}


def text_of(pdf: bytes, *options: str) -> str:
    """What pdftotext reads, without direction marks and with plain spaces."""
    done = subprocess.run(
        ["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True
    )
    return done.stdout.decode().translate(BIDI).replace("\N{NO-BREAK SPACE}", " ")


def pages_of(pdf: bytes) -> list[str]:
    return text_of(pdf, "-layout").split("\f")[:-1]


@pytest.mark.usefixtures("poppler")
@pytest.mark.parametrize(("name", "view"), [("invoice", INVOICE), ("invoice-he", INVOICE_HE)])
def test_the_text_of_an_invoice_gives_back_every_figure(samples, name, view):
    text = text_of(samples[name])
    sums = (view.lines_sum, view.net, view.tax, view.gross, view.sum_due)
    for amount in (*sums, *(line.net for line in view.lines if line.net > 0)):
        assert f"{amount:,.2f}" in text
    for amount in (view.discount, view.paid, *(-line.net for line in view.lines if line.net < 0)):
        assert f"−{amount:,.2f}" in text
    for words in (view.number, "IL62 0108 0000 0009 9999 999", "+972 54 555 0142"):
        assert words in text
    assert view.buyer.tax_number in text


@pytest.mark.usefixtures("poppler")
def test_a_hebrew_sum_keeps_its_sign_on_the_left(samples):
    assert "₪ 3,900.00" in text_of(samples["invoice-he"])


@pytest.mark.usefixtures("poppler")
@pytest.mark.parametrize("name", SAMPLES)
def test_only_the_shipped_family_is_embedded(samples, name, tmp_path):
    (tmp_path / "it.pdf").write_bytes(samples[name])
    lines = subprocess.run(
        ["pdffonts", tmp_path / "it.pdf"], capture_output=True, check=True, text=True
    ).stdout.splitlines()[2:]
    assert lines
    for line in lines:
        family, *_, embedded, subset, _unicode, _object, _generation = line.split()
        assert re.fullmatch(r"[A-Z]{6}\+Heebo(-\w+)?", family)
        assert (embedded, subset) == ("yes", "yes")


PRINT_DIGESTS = """
import hashlib, sys
from tests.render.test_pdf import SAMPLES, drawn
for name, sample in SAMPLES.items():
    print(name, hashlib.sha256(drawn(*sample)).hexdigest())
"""


def test_two_processes_draw_the_same_bytes():
    def digests(**environment: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", PRINT_DIGESTS],
            cwd=ROOT,
            env=os.environ | environment,
            capture_output=True,
            check=True,
            text=True,
        ).stdout

    first = digests(PYTHONHASHSEED="1", TZ="Asia/Jerusalem", SOURCE_DATE_EPOCH="1")
    assert len(first.splitlines()) == len(SAMPLES)
    assert first == digests(PYTHONHASHSEED="2", TZ="America/Denver", SOURCE_DATE_EPOCH="1700000000")


def test_the_file_says_what_it_is(samples):
    document = PdfReader(BytesIO(samples["invoice"]))
    about = document.metadata
    assert about is not None
    assert about.title == "Deal invoice 2026-0115 – Wattle and Rye Catering Ltd"
    assert about.author == "Noa Barkai"
    assert about.subject == "Operations, November"
    assert about.creator == "vagen"
    assert about.get("/CreationDate") == about.get("/ModDate") == "D:20261130"
    assert document.root_object["/Lang"] == "en"
    assert b"pdfuaid" in document.root_object["/Metadata"].get_object().get_data()
    assert "/StructTreeRoot" in document.root_object


@pytest.mark.usefixtures("poppler")
def test_a_long_invoice_repeats_heads_and_counts_its_pages():
    pages = pages_of(drawn("invoice", long_invoice(60)))
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert f"{number}/3" in page
        assert "Unit price" in page
        assert ("Noa Barkai · Deal invoice 2026-0115" in page) == (number > 1)


@pytest.mark.usefixtures("poppler")
@pytest.mark.parametrize("count", [1, 3, 13, 14, 17, 19, 21, 23, 60])
@pytest.mark.parametrize(("base", "language"), [(INVOICE, "en"), (INVOICE_HE, "he")])
def test_the_sums_stay_whole_and_with_the_last_lines(count, base, language):
    view = long_invoice(count, base)
    pages = pages_of(drawn("invoice", view, language))
    (last,) = [page for page in pages if f"{view.gross:,.2f}" in page]
    for sum_ in (view.net, view.tax, view.sum_due, *(line.net for line in view.lines[-3:])):
        assert f"{sum_:,.2f}" in last


@pytest.mark.usefixtures("poppler")
@pytest.mark.parametrize("count", [12, 14, 16, 21, 60])
def test_the_way_to_pay_stands_on_the_page_of_the_sum_due(count):
    view = long_invoice(count)
    (page,) = [page for page in pages_of(drawn("invoice", view)) if "How to pay" in page]
    assert f"{view.sum_due:,.2f}" in page


@pytest.mark.usefixtures("poppler")
def test_a_last_payment_is_not_left_to_a_page_of_the_bank_account():
    payments = tuple(replace(INVOICE.payments[0], amount=Decimal(n)) for n in range(1, 37))
    pages = pages_of(drawn("invoice", replace(INVOICE, payments=payments)))
    (page,) = [page for page in pages if "How to pay" in page]
    assert "36.00" in page


@pytest.mark.usefixtures("poppler")
@pytest.mark.parametrize("change", [{"accounts": INVOICE.accounts * 2}, {"accounts": ()}])
def test_the_reference_is_told_once_whatever_the_way_to_pay(change):
    panel = text_of(drawn("invoice", replace(INVOICE, reference="", **change)))
    assert panel.partition("How to pay")[2].count("Reference") == 1


@pytest.mark.usefixtures("poppler")
def test_the_reason_of_a_rate_takes_the_width_of_the_sums(samples):
    assert "Zero-rated: service to a non-resident, section 30(a)(5)" in text_of(samples["invoice"])


@pytest.mark.usefixtures("poppler")
def test_prices_of_unequal_digits_stand_point_under_point(samples):
    layout = text_of(samples["invoice"], "-bbox")
    ends = {
        word: float(right)
        for right, word in re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">([\d,.]+)</word>', layout)
    }
    one_digit = (ends["95.125"] - ends["180.00"]) / 1
    assert 4 < one_digit < 7  # a digit of 9.5 points
    assert ends["180.00"] == pytest.approx(ends["500.00"], abs=0.05)


@pytest.mark.parametrize("view", [INVOICE, KIT, HANDBOOK])
def test_letter_is_letter(view):
    template = {INVOICE: "invoice", KIT: "kit", HANDBOOK: "handbook"}[view]
    data = drawn(template, replace(view, paper="letter"))
    sizes = {
        (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
        for page in PdfReader(BytesIO(data)).pages
    }
    assert sizes == {(612, 792)}


@pytest.mark.usefixtures("poppler")
@pytest.mark.parametrize(
    ("change", "shown", "hidden"),
    [
        ({"kind": "receipt", "paid": Decimal(1600)}, "Received in full", "How to pay"),
        ({"kind": "quote", "sum_due": Decimal(0)}, "Valid until", "How to pay"),
        ({"kind": "credit", "sum_due": Decimal(-1600)}, "Credited to you", "Due by"),
        ({"sum_due": Decimal(0), "paid": Decimal(1600)}, "Nothing left to pay", "How to pay"),
        ({"sum_due": Decimal("-20.00")}, "In your favour", "How to pay"),
        ({"tax_name": "gst"}, "GST 0%", "VAT 0%"),
        ({"credited": Decimal("77.00")}, "−77.00", "In your favour"),
        ({"allocation": "204817365"}, "Allocation number", "In your favour"),
        ({"discount": Decimal(0)}, "Net", "Sum of the lines"),
    ],
)
def test_a_document_shows_what_its_kind_needs(change, shown, hidden):
    text = text_of(drawn("invoice", replace(INVOICE, **change)))
    assert shown in text
    assert hidden not in text


@pytest.mark.usefixtures("poppler")
def test_out_of_the_scope_of_tax_no_rate_is_printed():
    outside = replace(INVOICE.taxes[0], category="O", note="Exempt dealer: no VAT is charged.")
    text = text_of(drawn("invoice", replace(INVOICE, taxes=(outside,))))
    assert "Exempt dealer: no VAT is charged." in text
    assert "VAT 0%" not in text
    assert "Net" not in text
