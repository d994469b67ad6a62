"""What a client of bench/practice.py is billed and has paid."""

from __future__ import annotations

import random
from datetime import timedelta

from bench.clients import MONTHS, YEAR, chance, currency, deed, language, last, name

SELLER = """\
seller:
  name: Bench Desk
  address: 7 HaEla Street
  country: IL
  tax_number: "600214373"
"""


def bills(number: int, clients: int, seed: int) -> dict[str, str]:
    """An invoice of each month but the last, which is still a draft, and what was paid."""
    here = f"content/clients/{name(number)}"
    found, paid = {}, []
    words = chance(seed, f"bills {number}")
    for at, month in enumerate(MONTHS):
        lines = [line(words, number) for _ in range(4)]
        months = f"period: {{from: {YEAR}-{month:02}-01, to: {last(month)}}}\n"
        text = "lines:\n" + "".join(text for text, _ in lines)
        if month == MONTHS[-1]:
            found[f"{here}/invoices/draft.yaml"] = f"kind: proforma\n{months}{money(number)}{text}"
            continue
        issued, stamp = last(month) + timedelta(1), f"DI-{at * clients + number + 1:05}"
        found[f"{here}/invoices/{stamp}.yaml"] = (
            f"kind: proforma\nnumber: {stamp}\nissued: {issued}\ndue: {issued + timedelta(15)}\n"
            f"{months}{SELLER}buyer:\n  name: Client {number}\n"
            f"  address: {number + 1} Cooperage Yard\n  country: {'IL' if number % 2 else 'GB'}\n"
            f"{money(number)}{text}"
        )
        cents = sum(net for _, net in lines) * (118 if number % 2 else 100)
        paid.append(
            f"- {{on: {issued + timedelta(12)}, amount: {cents // 100}.{cents % 100:02}, "
            f"currency: {currency(number)}, document: {stamp}, via: bank}}\n"
        )
    found[f"{here}/payments.yaml"] = "".join(paid)
    return found


def money(number: int) -> str:
    """The currency of a bill, with the rate where the law asks for shekels."""
    rate = "{currency: ILS, rate: 4.5, date: 2026-06-01, source: Bank of Israel}"
    return f"currency: {currency(number)}\n" + ("" if number % 2 else f"exchange: {rate}\n")


def line(words: random.Random, number: int) -> tuple[str, int]:
    """A line of a bill and its net amount, which is whole: 2 to 8 hours at 40."""
    hours = words.randint(2, 8)
    tax = ("tax: Z\n    rate: 0%", "tax: S\n    rate: 18%")[number % 2]
    text = (
        f"  - text: {deed(words, language(number))!r}\n    quantity: {hours}\n    unit: hour\n"
        f"    price: 40\n    {tax}\n"
    )
    return text, hours * 40
