import pytest

from tests.pages.practice import client, document, practice
from vagen.rules import parties


def test_sides_come_from_the_files_in_the_readers_language():
    ours = parties.seller(document(), practice(), "he")
    assert (ours.name, ours.tax_number, ours.country) == ("נועה ברקאי", "038461927", "IL")
    assert ours.address == ("14 HaZayit Street", "Pardes Hanna")
    whose = client(legal_name="Wren & Rowe Ltd", tax_number="GB1", address="1 Lane\n\nLondon")
    theirs = parties.buyer(document(), whose, "en")
    assert (theirs.name, theirs.attention) == ("Wren & Rowe Ltd", "Imogen Wren")
    assert theirs.address == ("1 Lane", "London")


def test_what_was_issued_stays():
    party = {"name": "Old Name", "address": "Old Street", "tax_number": "1"}
    made = document(seller=party, buyer=party | {"country": "DE"})
    assert parties.seller(made, practice(), "en").name == "Old Name"
    assert parties.seller(made, practice(), "en").country == "IL"
    assert parties.buyer(made, client(), "en").country == "DE"
    assert parties.buyer(made, client(), "en").attention == ""


@pytest.mark.parametrize(
    ("registration", "needed"), [("il-exempt-dealer", True), ("us", False), ("none", False)]
)
def test_registered_sellers_show_their_number(registration, needed):
    assert parties.seller_needs_number(practice(tax={"registration": registration})) is needed


@pytest.mark.parametrize(
    ("keys", "needed"),
    [
        ({}, False),
        ({"lines": [{"text": "Work", "price": "1", "tax": "AE"}]}, True),
        ({"lines": [{"text": "Work", "price": "1", "tax": "K"}]}, True),
        ({"allocation": "204817365"}, True),
    ],
)
def test_when_the_clients_number_is_needed(keys, needed):
    assert parties.buyer_needs_number(document(**keys), practice()) is needed
