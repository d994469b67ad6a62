"""When a document is to be paid."""

from __future__ import annotations

from datetime import date

from vagen.model.client import Client
from vagen.model.document import Document
from vagen.model.practice import Practice
from vagen.model.terms import PaymentTerms


def terms_of(practice: Practice, client: Client) -> PaymentTerms | None:
    """The terms that hold for a client: the agreement's, else the practice's."""
    agreed = client.agreement.terms if client.agreement else None
    return agreed or practice.invoice.terms


def due_date(document: Document, practice: Practice, client: Client) -> date | None:
    """The due date a document states, else by the terms, else the day of issue.

    None for a draft that has neither a due date nor a day of issue.
    """
    if document.due is not None or document.issued is None:
        return document.due
    terms = terms_of(practice, client)
    return terms.due(document.issued) if terms else document.issued
