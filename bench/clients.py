"""The clients of bench/practice.py: who they are, what is to be done for them and what was done."""

from __future__ import annotations

import random
from calendar import monthrange
from datetime import date, timedelta

from bench.vocabulary import DEEDS, KINDS, SENTENCES, THINGS

YEAR, MONTHS = 2026, range(6, 12)  # of logs, letters and invoices
SOPS, EACH = 8, 25  # a person looks after so many clients
STATUSES = ("todo", "doing", "waiting", "approval", "done", "done", "done", "todo", "inbox", "done")


def chance(seed: int, about: str) -> random.Random:
    """A die of its own for each part of a practice, so that no part depends on how large it is."""
    return random.Random(f"{seed} {about}")  # noqa: S311 - the same practice every time


def name(number: int) -> str:
    """A client's id."""
    return f"client-{number:04}"


def language(number: int) -> str:
    """Every second client is Hebrew."""
    return ("en", "he")[number % 2]


def currency(number: int) -> str:
    """What a client pays in."""
    return ("GBP", "ILS")[number % 2]


def helper(number: int) -> str:
    """Who looks after a client."""
    return f"helper-{number // EACH}"


def deed(words: random.Random, tongue: str) -> str:
    """Something that was done or is to be."""
    return f"{words.choice(DEEDS[tongue])} {words.choice(THINGS[tongue])}"


def client(number: int) -> str:
    """A client: where, in which language and currency, and what was agreed."""
    country, zone, currency = (
        ("GB", "Europe/London", "GBP"),
        ("IL", "Asia/Jerusalem", "ILS"),
    )[number % 2]
    return f"""\
name: {"לקוח" if number % 2 else "Client"} {number}
country: {country}
language: {language(number)}
timezone: {zone}
currency: {currency}
status: active
since: {YEAR}-06-01
address: {number + 1} Cooperage Yard
contacts:
  - {{name: Harriet Osei, role: Director, email: harriet@{name(number)}.example, primary: yes}}
channels:
  - {{purpose: request, via: email, to: office@desk.example}}
goals:
  - {{id: calm, text: No message without an owner, measure: The list is empty on Fridays}}
agreement: {{since: {YEAR}-06-01, rate: 40, terms: net 15, scope: [The inbox, The diary]}}
calls:
  - {{id: weekly, title: Weekly call, every: week on thu, at: 10:30, zone: {zone}, minutes: 30}}
time: detail
"""


def tasks(number: int, seed: int) -> str:
    """Ten tasks in all states."""
    words, tongue = chance(seed, f"tasks {number}"), language(number)
    return "\n".join(task(at, status, words, tongue) for at, status in enumerate(STATUSES))


def task(number: int, status: str, words: random.Random, tongue: str) -> str:
    """One of them."""
    created = date(YEAR, 11, 1) + timedelta(words.randrange(20))
    due = created + timedelta(words.randrange(15, 40))
    more = {
        "waiting": "  waiting_for: client\n",
        "done": f"  done: {created + timedelta(words.randrange(15))}\n",
        "approval": f'  approvals:\n    - {{version: "1", asked: {created}}}\n',
    }
    return (
        f"- id: task-{number}\n  title: {deed(words, tongue)}\n  status: {status}\n"
        f"  created: {created}\n  due: {due}\n  estimate: {words.randint(1, 6)}h\n  goal: calm\n"
        f"  kind: {words.choice([*KINDS])}\n  sop: office/routine-{words.randrange(SOPS)}\n"
        f"  note: {words.choice(SENTENCES[tongue])!r}\n{more.get(status, '')}"
    )


def log(number: int, month: int, seed: int) -> str:
    """A month's twelve days with one to three entries each."""
    words, tongue = chance(seed, f"log {number} {month}"), language(number)
    lines = []
    for day in sorted(words.sample(range(1, monthrange(YEAR, month)[1] + 1), 12)):
        lines.append(f"{YEAR}-{month:02}-{day:02}: |\n")
        for _ in range(words.randint(1, 3)):
            spent, of = words.choice(("20m", "45m", "1h15m", "1.5h")), words.choice([*KINDS])
            about = f" @task-{words.randrange(len(STATUSES))}" if words.random() < 0.3 else ""
            lines.append(f"  {spent} {deed(words, tongue)} #{of}{about} +{helper(number)}\n")
    return "".join(lines)


def last(month: int) -> date:
    """A month's last day."""
    return date(YEAR, month, monthrange(YEAR, month)[1])
