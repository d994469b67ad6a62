"""Writes the key tables of docs/format.md from the records; with --check it only compares."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from vagen.model.agreement import Agreement, Retainer
from vagen.model.channel import Response
from vagen.model.client import Call, Channel, Client, Contact, FileLink, Goal, Portal
from vagen.model.document import Discount, Document, Exchange, Line, Party, Payment, Period
from vagen.model.enclosure import Enclosure
from vagen.model.invoicing import BankAccount, Invoicing, PaymentMethod, Series, TimeRounding
from vagen.model.person import Person
from vagen.model.practice import Brand, Kind, Practice, Profile, Publishing
from vagen.model.record import Record
from vagen.model.schedule import Absence, Block, ExtraHoliday, Holidays, Week
from vagen.model.service import Page, Service, Update
from vagen.model.sop import Change, Sop, Stage
from vagen.model.task import Approval, Review, Task, TaskLink
from vagen.model.tax import Tax, TaxRate

PAGE = Path(__file__).resolve().parent.parent / "docs" / "format.md"
RECORDS: tuple[type[Record], ...] = (
    Practice, Brand, Profile, Week, Absence, Holidays, ExtraHoliday, Response, Tax, TaxRate,
    BankAccount, PaymentMethod, Invoicing, Series, TimeRounding, Kind, Block, Publishing, Client,
    Contact, Channel, FileLink, Goal, Agreement, Retainer, Call, Portal, Task, TaskLink, Approval,
    Review, Document, Party, Period, Exchange, Line, Discount, Payment, Sop, Stage, Change,
    Service, Page, Update, Enclosure, Person,
)  # fmt: skip
_MARKED = re.compile(r"<!-- keys: (\w+) -->\n.*?<!-- end -->", re.DOTALL)


def table(cls: type[Record]) -> str:
    """The keys of a record: what each says, whether it must be there, an example, who sees it."""
    rows = ["| key | what it is | needed | example | who sees it |", "|--|--|--|--|--|"]
    for name, info in cls.model_fields.items():
        if name == "origin":
            continue
        extra = info.json_schema_extra
        seen = extra["seen"] if isinstance(extra, dict) else ""
        example = f"`{info.examples[0]}`" if info.examples else ""
        needed = "yes" if info.is_required() else ""
        says = str(info.description).replace("|", "\\|")
        rows.append(f"| `{info.alias or name}` | {says} | {needed} | {example} | {seen} |")
    return "\n".join(rows)


def filled(text: str) -> str:
    """The page with every table as the records are now."""
    by_name = {cls.__name__: cls for cls in RECORDS}
    return _MARKED.sub(
        lambda found: f"<!-- keys: {found[1]} -->\n{table(by_name[found[1]])}\n<!-- end -->", text
    )


def main(arguments: list[str]) -> int:
    """Writes docs/format.md, or says whether it is up to date."""
    text = PAGE.read_text(encoding="utf-8")
    if "--check" not in arguments:
        PAGE.write_text(filled(text), encoding="utf-8", newline="\n")
    elif filled(text) != text:
        print("docs/format.md is behind the records: run scripts/format.py")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
