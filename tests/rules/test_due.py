from datetime import date

import pytest

from tests.pages.practice import client, document, practice
from vagen.rules.due import due_date


@pytest.mark.parametrize(
    ("keys", "terms", "agreed", "due"),
    [
        ({"due": "2026-12-24"}, "net 15", "EOM+15", date(2026, 12, 24)),
        ({}, "net 15", None, date(2026, 11, 16)),
        ({}, "net 15", "EOM+15", date(2026, 12, 15)),
        ({}, None, "day 10", date(2026, 11, 10)),
        ({}, None, None, date(2026, 11, 1)),
        ({"issued": None}, "net 15", None, None),
    ],
)
def test_the_document_then_the_agreement_then_the_practice(keys, terms, agreed, due):
    agreement = {"since": "2026-01-01", "terms": agreed} if agreed else None
    whose = practice(invoice={"terms": terms} if terms else {})
    assert due_date(document(**keys), whose, client(agreement=agreement)) == due
