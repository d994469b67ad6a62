from datetime import date
from decimal import Decimal

from tests.pages.practice import (
    NOW,
    account,
    client,
    document,
    document_file,
    payment,
    practice,
    stored,
    workspace,
)
from vagen.pages import invoices
from vagen.pages.artifact import Copy, Paper
from vagen.pages.invoices import pdf_names
from vagen.pages.parts import MoneyView
from vagen.rules.ledger import standings

D = Decimal


def planned(*documents, payments=(), of=None, **keys):
    kept = account(of=client(**keys), documents=documents, payments=payments)
    return invoices.plan(workspace(kept, of=of), NOW).artifacts


def page(*documents, **more):
    return planned(*documents, **more)[0].content.view


def paper(made, **more):
    return planned(made, **more)[1].content.view


def test_rows_are_newest_first_without_drafts():
    found = page(
        document("A", issued="2026-10-01", subject="October"),
        document("B", issued="2026-11-01"),
        document(None, subject="SECRET draft"),
        payments=(payment("A", "1180"),),
    )
    assert [(one.number, one.state, one.subject) for one in found.rows] == [
        ("B", "late", "Work"),
        ("A", "paid", "October"),
    ]
    assert found.balances == (MoneyView(D("1180.00"), "GBP"),)
    assert [one.currency for one in found.accounts] == ["GBP"]
    assert "SECRET" not in repr(found)


def test_a_credit_note_is_below_zero():
    found = page(document("A"), document("C", kind="credit", original="A", issued="2026-11-02"))
    assert found.rows[0].gross.amount == D("-1180.00")
    assert found.rows[0].state == "credited"
    assert found.rows[1].state == "credited"
    assert found.balances == ()


def test_a_stored_pdf_is_copied_and_else_one_is_drawn():
    pdf = stored("content/clients/wren/invoices/2026-0002.pdf")
    artifacts = planned(
        document("2026-0001"), document_file(document("2026-0002", issued="2026-11-02"), pdf=pdf)
    )
    by_path = {one.path: one for one in artifacts}
    assert by_path["invoices/2026-0002.pdf"].content == Copy(pdf)
    drawn = by_path["invoices/2026-0001.pdf"]
    assert isinstance(drawn.content, Paper)
    assert (drawn.content.template, drawn.kind) == ("print/invoice.html.j2", "invoices")
    assert by_path["invoices/index.html"].kind == "portal"


def test_an_israeli_tax_document_is_never_drawn_here():
    made = document(kind="tax-invoice")
    assert [one.path for one in planned(made)] == ["invoices/index.html"]
    assert page(made).rows[0].pdf == ""


def names(*numbers):
    kept = account(
        documents=[document_file(document(one), name=str(n)) for n, one in enumerate(numbers)]
    )
    found = pdf_names(standings(workspace(kept), kept, date(2026, 11, 23)))
    return [found[file.path] for file in kept.documents]


def test_file_names_are_safe_and_unique():
    assert names("DI-0118", "DI 0118", "CON", "א׳") == [
        "invoices/di-0118-2.pdf",
        "invoices/di-0118.pdf",
        "invoices/document.pdf",
        "invoices/document-2.pdf",
    ]


def test_the_paper_of_a_clients_invoice():
    made = document(
        period={"from": "2026-10-01", "to": "2026-10-31"},
        reference="PO-1",
        discount={"text": "Thanks", "percent": "10%"},
        notes="A good month.",
        exchange={
            "currency": "ILS",
            "rate": "4.6321",
            "date": "2026-11-01",
            "source": "Bank of Israel",
        },
    )
    found = paper(made, payments=(payment("2026-0001", "62"),), address="1 Lane\nLondon")
    assert (found.title, found.number, found.terms) == ("Deal invoice", "2026-0001", "net 15")
    # 1000 − 100 = 900; 18 % = 162; 1062 − 62 = 1000
    assert (found.lines_sum, found.discount, found.net) == (D(1000), D(100), D(900))
    assert (found.tax, found.gross, found.paid, found.sum_due) == (D(162), D(1062), D(62), D(1000))
    assert found.buyer.address == ("1 Lane", "London", "United Kingdom")
    assert found.seller.address[-1] == "Israel"
    assert found.seller.registration == "Licensed dealer no."
    assert found.buyer.registration == ""  # no number, no words before it
    assert found.due == date(2026, 11, 16)
    assert found.exchange == (
        "1 GBP = 4.6321 ILS, Bank of Israel, 1 November 2026; in total ₪\N{NO-BREAK SPACE}4,919.29."
    )
    assert found.notes == (
        "This is not a tax invoice. A tax invoice follows your payment.",
        "A good month.",
    )
    assert [one.currency for one in found.accounts] == ["GBP"]
    assert (found.paper, found.tax_name) == ("a4", "vat")


def test_a_paper_is_not_redrawn_each_morning():
    found = paper(document())
    assert found.frame.nav == ()
    assert found.frame.today == date(2026, 11, 1)


def test_a_stated_due_date_leaves_the_terms_out():
    assert paper(document(due="2026-12-24")).terms == ""
    assert paper(document(kind="quote")).terms == ""


def test_a_paid_document_asks_for_nothing():
    found = paper(document(), payments=(payment("2026-0001", "1180"),))
    assert (found.sum_due, found.accounts, found.methods) == (0, (), ())


def test_receipts_and_credits_on_paper():
    whose = practice(tax={"registration": "none"})
    receipt = paper(document(kind="receipt"), of=whose)
    assert (receipt.gross, receipt.paid, receipt.sum_due) == (D(1000), D(1000), 0)
    credit = document(kind="credit", original="2026-0000")
    found = paper(credit, of=whose)
    assert (found.sum_due, found.notes) == (D(-1000), ("Corrects document 2026-0000.",))


def test_what_credit_notes_took_off_stands_on_its_own():
    whose = practice(tax={"registration": "none"})
    credit = document(
        "C",
        kind="credit",
        original="A",
        issued="2026-10-02",
        lines=[{"text": "Back", "price": "250"}],
    )
    artifacts = planned(document("A"), credit, of=whose)
    found = next(one for one in artifacts if one.path == "invoices/a.pdf").content.view
    assert found.gross - found.credited - found.paid == found.sum_due == D(750)


def test_hebrew_and_letter():
    found = paper(document(), language="he", country="IL")
    assert (found.title, found.seller.registration) == ("חשבון עסקה", "עוסק מורשה")
    assert found.seller.address == ("14 HaZayit Street", "Pardes Hanna")
    assert paper(document(), country="US").paper == "letter"
    assert paper(document(), of=practice(tax={"registration": "au-gst"})).tax_name == "gst"
