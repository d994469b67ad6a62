"""What is no mistake: nothing is found where nothing is wrong, or where it can't be known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.problems.cases import checked, read

PROSPECT = """
--- write content/clients/bea/client.yaml
name: Bea
country: DE
language: en
timezone: Europe/Berlin
currency: EUR
status: lead
"""
DEALER = """
--- write content/clients/ada/invoices/2026-0002.yaml
kind: {kind}
number: 2026-0002
issued: 2026-11-03
lines: [{{text: Hours, price: 10, tax: Z}}]
"""

QUIET = {
    "a lead needs no tax number, no address and no texts": PROSPECT,
    "a practice without a registration needs no number": """
--- edit vagen.yaml
  registration: il-licensed-dealer
  number: "012345674"
=>
  registration: none
--- edit content/clients/ada/invoices/2026-0001.yaml
    tax: Z
=>
    tax: O
""",
    "a practice that has issued nothing needs no number": """
--- edit vagen.yaml
  number: "012345674"
=>
--- delete content/clients/ada/invoices/2026-0001.yaml
--- delete content/clients/ada/payments.yaml
""",
    "a quote needs no number": """
--- edit vagen.yaml
  number: "012345674"
=>
--- edit content/clients/ada/invoices/2026-0001.yaml
kind: proforma
=>
kind: quote
--- delete content/clients/ada/payments.yaml
""",
    "a stored PDF is a copy of what a registered program issued": DEALER.format(kind="tax-invoice")
    + """
--- write content/clients/ada/invoices/2026-0002.pdf
%PDF
""",
    "who prints and signs may issue tax invoices": DEALER.format(kind="tax-invoice")
    + """
--- edit vagen.yaml
  number: "012345674"
=>
  number: "012345674"
  i_print_and_sign: yes
""",
    "what refers to something in a file that can't be read is not called missing": """
--- edit content/clients/ada/invoices/2026-0001.yaml
kind: proforma
=>
kind: profroma
""",
    "a package that can't be read is not called missing": """
--- edit content/services/inbox.md
unit: month
=>
unit: mont
""",
    "an SOP that can't be read is not called missing": """
--- edit content/sops/office/inbox.md
  - name: מיון
=>
  - nam: מיון
""",
    "rooms and names need no link": """
--- edit content/clients/ada/client.yaml
    via: email
    to: dana@peled.example
=>
    via: slack
    to: "#ada-studio"
""",
    "WhatsApp may be a link": """
--- edit content/clients/ada/client.yaml
    to: "+972 52 555 0101"
=>
    to: https://wa.me/972525550101
""",
    "two people may work at the same time": """
--- edit content/clients/ada/time/2026-11.yaml
  45m A call about December #calls
=>
  09:00-10:30 A call about December #calls +noam
""",
    "a private task and the inbox may be in any language": """
--- edit content/clients/ada/tasks.yaml
- id: diary
=>
- {id: mine, title: {he: רק שלי}, private: yes}
- {id: later, title: {he: אחר כך}, status: inbox}
- id: diary
""",
    "money that was paid back is no payment of too much": """
--- edit content/clients/ada/payments.yaml
  amount: 100
=>
  amount: 400
  document: 2026-0001
- on: 2026-11-13
  amount: -20
""",
}
EXPECTED = {
    "what refers to something in a file that can't be read is not called missing": {"not-one-of"},
    "a package that can't be read is not called missing": {"not-one-of"},
    "an SOP that can't be read is not called missing": {"unknown-key"},
}


@pytest.mark.parametrize("title", QUIET)
def test_nothing_more_is_found(title: str, tmp_path: Path) -> None:
    (case,) = read(f"=== {title}\n{QUIET[title].lstrip()}", "quiet")
    case.lay_out(tmp_path / "practice")
    found = {one.code for one in checked(tmp_path / "practice").problems}
    assert found == EXPECTED.get(title, set())
