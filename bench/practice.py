"""A practice of any size, made of a seed: the same seed and size give the same bytes.

    python -m bench.practice FOLDER --clients 10

Every second client is Hebrew. Each has ten tasks, six months of log, an invoice a month with its
payment, and a letter a month; each letter has a word of its own, which stands nowhere else, so
that a bench can ask every site for it.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bench.bills import bills
from bench.clients import (
    EACH,
    MONTHS,
    SOPS,
    YEAR,
    chance,
    client,
    deed,
    helper,
    language,
    last,
    log,
    name,
    tasks,
)
from bench.vocabulary import HEADINGS, KINDS, SENTENCES, STEPS

NOW = "2026-12-08"
PRACTICE = """\
name: {en: Bench Desk, he: שולחן המדידה}
owner: {en: Bench Desk, he: שולחן המדידה}
email: office@desk.example
country: IL
language: he
timezone: Asia/Jerusalem
currency: ILS
hours: {sun: 08:30-16:30, mon: 08:30-16:30, tue: 08:30-16:30, wed: 08:30-16:30, thu: 08:30-15:00}
response: {email: 1 day}
tax:
  registration: il-licensed-dealer
  number: "600214373"
  rates:
    - {category: S, rate: 18%, since: 2025-01-01}
    - {category: Z, rate: 0%}
invoice:
  numbering:
    - {kind: proforma, pattern: "DI-{seq:05}", opening: 1}
  terms: net 15
kinds:
"""


class Letter(NamedTuple):
    """What a client is told of a month: the part of the practice that other generators can show."""

    client: str
    month: int
    language: str
    title: str
    body: str
    marker: str

    @property
    def on(self) -> date:
        """The last day of its month."""
        return last(self.month)


def letters(clients: int, seed: int) -> list[Letter]:
    """All letters of a practice."""
    return [letter(number, month, seed) for number in range(clients) for month in MONTHS]


def letter(number: int, month: int, seed: int) -> Letter:
    """A month's letter: three headings, a paragraph or a list under each, and its own word."""
    words, tongue = chance(seed, f"letter {number} {month}"), language(number)
    done, doing, needed = HEADINGS[tongue]
    marker = f"word{number:04}x{month:02}"
    told = words.sample(SENTENCES[tongue], 6)
    listed = "".join(f"- {deed(words, tongue)}\n" for _ in range(4))
    body = (
        f"{told[0]} {told[1]}\n\n## {done}\n\n{listed}\n{told[2]}\n\n## {doing}\n\n"
        f"{told[3]} {told[4]} ({marker})\n\n## {needed}\n\n{told[5]}\n"
    )
    return Letter(name(number), month, tongue, deed(words, tongue), body, marker)


def write(folder: Path, clients: int, seed: int = 1) -> None:
    """The whole practice, as files."""
    for path, text in files(clients, seed).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")


def files(clients: int, seed: int) -> dict[str, str]:
    """Path to text."""
    found = {"vagen.yaml": PRACTICE + "".join(kind(one) for one in KINDS)}
    for person in range(-(-clients // EACH)):
        found[f"content/team/{helper(person * EACH)}.yaml"] = f"name: Helper {person}\n"
    for number in range(SOPS):
        found[f"content/sops/office/routine-{number}.md"] = sop(number, seed)
    for number in range(clients):
        here = f"content/clients/{name(number)}"
        found[f"{here}/client.yaml"] = client(number)
        found[f"{here}/tasks.yaml"] = tasks(number, seed)
        for month in MONTHS:
            found[f"{here}/time/{YEAR}-{month:02}.yaml"] = log(number, month, seed)
        found |= bills(number, clients, seed)
    for one in letters(clients, seed):
        path = f"content/clients/{one.client}/updates/{one.on}.md"
        found[path] = f"---\ntitle: {one.title}\n---\n{one.body}"
    return found


def kind(one: str) -> str:
    """A kind of work, as vagen.yaml has it."""
    return f"  - {{id: {one}, label: {{en: {one.title()}, he: {KINDS[one]}}}}}\n"


def sop(number: int, seed: int) -> str:
    """A page of the handbook, Hebrew and English by turns, with a link to the one after it."""
    words, tongue = chance(seed, f"sop {number}"), language(number)
    told = words.sample(SENTENCES[tongue], 4)
    steps = "".join(f"- [ ] {step}\n" for step in STEPS[tongue])
    return (
        f"---\ntitle: {deed(words, tongue)} {number}\nreviewed: 2026-11-10\n"
        f"review_every: year\ntags: [office]\n---\n{told[0]} {told[1]}\n\n## 1\n\n{steps}\n## 2\n\n"
        f"{told[2]} {told[3]} [[office/routine-{(number + 1) % SOPS}]]\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clients", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.folder, asked.clients, asked.seed)
