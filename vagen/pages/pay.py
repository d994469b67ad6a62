"""How to pay: the accounts and other ways that take a currency."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from vagen.model.practice import Practice


@dataclass(frozen=True, slots=True)
class PayAccount:
    """An account to pay into; what it has not is empty. The IBAN stands without its spaces."""

    currency: str
    name: str
    bank: str
    branch: str
    account: str
    iban: str
    bic: str
    sort_code: str


@dataclass(frozen=True, slots=True)
class PayMethod:
    """Another way to pay."""

    via: str
    link: str
    note: str


def pay_accounts(
    practice: Practice, currencies: Collection[str], language: str
) -> tuple[PayAccount, ...]:
    """The accounts in these currencies, in the order of vagen.yaml."""
    return tuple(
        PayAccount(
            currency=one.currency,
            name=one.name,
            bank=one.bank.within(language),
            branch=one.branch or "",
            account=one.account or "",
            iban=one.iban or "",
            bic=one.bic or "",
            sort_code=one.sort_code or "",
        )
        for one in practice.bank
        if one.currency in currencies
    )


def pay_methods(
    practice: Practice, currencies: Collection[str], language: str
) -> tuple[PayMethod, ...]:
    """The other ways that take one of these currencies; one that names none takes all."""
    return tuple(
        PayMethod(one.via, one.link or "", one.note.within(language) if one.note else "")
        for one in practice.payment
        if not one.currencies or set(one.currencies) & set(currencies)
    )
