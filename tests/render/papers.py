"""Views written by hand, in both languages, that the tests of printed documents draw."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import cycle, islice

from vagen.model.audience import TEAM, client_audience
from vagen.pages.artifact import Artifact, Paper
from vagen.pages.frame import Frame
from vagen.pages.invoices import PayAccount, PayMethod
from vagen.pages.paper import InvoicePaperView, LineView, PartyView, PaymentView, TaxView

D = Decimal

FRAME = Frame(
    language="en",
    practice="Noa Barkai",
    colour="#1b5e57",
    logo="",
    reader="Wattle and Rye Catering",
    section="invoices",
    nav=(),
    today=date(2026, 11, 30),
    zone="Europe/London",
    email="noa@barkai.example",
)
FRAME_HE = replace(FRAME, language="he", practice="נועה ברקאי", reader="סטודיו רותם")

NOA = PartyView(
    name="Noa Barkai",
    attention="",
    address=("14 HaZayit Street", "Pardes Hanna-Karkur 3708214", "Israel"),
    registration="Licensed dealer no.",
    tax_number="038461927",
    email="noa@barkai.example",
    phone="+972 54 555 0142",
)
NOA_HE = replace(
    NOA,
    name="נועה ברקאי",
    address=("רחוב הזית 14", "פרדס חנה-כרכור 3708214"),
    registration="עוסק מורשה",
)
WATTLE = PartyView(
    name="Wattle and Rye Catering Ltd",
    attention="Priya Nair",
    address=("8 Currawong Road", "London E8 4QN", "United Kingdom"),
    registration="VAT no.",
    tax_number="GB 600 1234 56",
    email="priya@wattle.example",
    phone="",
)
ROTEM = PartyView(
    name="סטודיו רותם אופנה בע״מ",
    attention="רותם אלון",
    address=("שדרות האילן 45", "תל אביב-יפו 6688312"),
    registration="ח.פ.",
    tax_number="514876325",
    email="",
    phone="",
)

_WORK = cycle(
    (
        ("Inbox triage and supplier follow-up", "hour", "95"),
        ("Newsletter 12, edited and scheduled", "piece", "180"),
        ("Client onboarding rebuilt – first half", "hour", "110.5"),
        ("Calendar of the tasting season", "project", "640"),
    )
)

INVOICE = InvoicePaperView(
    frame=FRAME,
    title="Deal invoice",
    number="2026-0115",
    issued=date(2026, 11, 30),
    due=date(2026, 12, 14),
    since=date(2026, 11, 1),
    until=date(2026, 11, 30),
    terms="net 14",
    reference="Ops 26/27",
    allocation="",
    subject="Operations, November",
    seller=NOA,
    buyer=WATTLE,
    currency="GBP",
    lines=(
        LineView(
            "Monthly retainer – operations",
            "16 hours included",
            D(1),
            "month",
            D("1440"),
            D("1440.00"),
        ),
        LineView(
            "Hours beyond the retainer",
            "Client onboarding rebuilt, 5 entries, rounded to the quarter hour",
            D("3.75"),
            "hour",
            D("95.125"),
            D("356.72"),
        ),
        LineView("Newsletter, edited and scheduled", "", D(2), "piece", D("180"), D("360.00")),
        LineView("Deposit deducted", "Invoice 2026-0097", D(-1), "fixed", D("500"), D("-500.00")),
    ),
    lines_sum=D("1656.72"),
    discount=D("56.72"),
    discount_text="A year of working together",
    net=D("1600.00"),
    taxes=(
        TaxView(
            "Z",
            D(0),
            D("1600.00"),
            D("0.00"),
            "Zero-rated: service to a non-resident, section 30(a)(5) of the VAT Law, 1975.",
        ),
    ),
    tax=D("0.00"),
    gross=D("1600.00"),
    payments=(PaymentView(date(2026, 11, 20), D("300.00"), "wise"),),
    paid=D("300.00"),
    sum_due=D("1300.00"),
    accounts=(
        PayAccount(
            "GBP",
            "Noa Barkai",
            "Leumi (10)",
            "800",
            "99999999",
            "IL620108000000099999999",
            "LUMIILITXXX",
            "04-00-75",
        ),
    ),
    methods=(
        PayMethod("wise", "https://wise.example/pay/noa-barkai", "the same day, without a fee"),
        PayMethod("card", "", "Ask me for a link."),
    ),
    exchange="1 GBP = 4.6321 ILS, Bank of Israel, 30 Nov 2026",
    notes=("A question about a line? Answer the mail that brought this.",),
    kind="proforma",
)

INVOICE_HE = replace(
    INVOICE,
    frame=FRAME_HE,
    title="חשבון עסקה",
    number="2026-0114",
    terms="EOM+15",
    due=date(2026, 12, 15),
    reference="PO-3391",
    allocation="204817365",
    subject="רשתות חברתיות וקטלוג חורף",
    seller=NOA_HE,
    buyer=ROTEM,
    currency="ILS",
    lines=(
        LineView(
            "ריטיינר חודשי – ניהול רשתות חברתיות",
            "נובמבר, כולל 20 שעות",
            D(1),
            "month",
            D("4800"),
            D("4800.00"),
        ),
        LineView(
            "שעות מעבר לריטיינר – קמפיין Black Friday",
            "8 רישומים, עיגול לרבע שעה",
            D("6.50"),
            "hour",
            D("260"),
            D("1690.00"),
        ),
        LineView("תבניות לסטורי ולפוסט", "", D(12), "piece", D("85"), D("1020.00")),
        LineView(
            "ניכוי מקדמה – קטלוג חורף",
            "חשבון עסקה 2026-0098",
            D(-1),
            "fixed",
            D("1200"),
            D("-1200.00"),
        ),
    ),
    lines_sum=D("6310.00"),
    discount=D("310.00"),
    discount_text="הנחת ותק",
    net=D("6000.00"),
    taxes=(
        TaxView("S", D(18), D("5500.00"), D("990.00"), ""),
        TaxView("E", D(0), D("500.00"), D("0.00"), "פטור ממע״מ"),
    ),
    tax=D("990.00"),
    gross=D("6990.00"),
    payments=(
        PaymentView(date(2026, 11, 20), D("3000.00"), "bank"),
        PaymentView(date(2026, 11, 27), D("90.00"), "bit"),
    ),
    paid=D("3090.00"),
    sum_due=D("3900.00"),
    accounts=(
        PayAccount(
            "ILS", "נועה ברקאי", "לאומי (10)", "800", "99999999", "IL620108000000099999999", "", ""
        ),
    ),
    methods=(PayMethod("bit", "", "למספר 054-555-0142"),),
    exchange="",
    notes=("תודה על חודש עמוס ויפה.",),
)


def long_invoice(count: int, base: InvoicePaperView = INVOICE) -> InvoicePaperView:
    """The same document with `count` lines, each of another net."""
    lines = tuple(
        LineView(text, "", D(number + 1), unit, D(price), D(price) * (number + 1))
        for number, (text, unit, price) in enumerate(islice(_WORK, count))
    )
    net = sum((line.net for line in lines), D(0))
    tax = TaxView("S", D(18), net, net * 18 / 100, "")
    gross = net + tax.tax
    return replace(
        base,
        lines=lines,
        lines_sum=net,
        discount=D(0),
        net=net,
        taxes=(tax,),
        tax=tax.tax,
        gross=gross,
        payments=(),
        paid=D(0),
        sum_due=gross,
    )


def artifact(template: str, view: object, language: str = "en") -> Artifact:
    """The artifact of a printed document."""
    paper = Paper(f"print/{template}.html.j2", view, language)
    audience = TEAM if template == "handbook" else client_audience("wattle")
    return Artifact(audience, f"{template}.pdf", "invoices", paper)
