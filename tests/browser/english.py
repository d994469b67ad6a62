"""A practice that speaks English to everyone: the demo's public pages and handbook are Hebrew."""

from __future__ import annotations

from pathlib import Path

from tests.sites import DEMO_DAY, Site
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files

_SOP = """\
---
title: {title}
audience: {audience}
owner: Wren Hale
reviewed: 2026-06-01
review_every: quarter
tags: [money, letters]
changes: [{{date: 2026-06-01, what: The second reading}}]
stages:
  - {{name: Draft, who: Wren, days: 2}}
  - {{name: Reading, who: Ida, days: 1, check: yes}}
  - {{name: A yes, who: Client, days: 3, approval: yes}}
---
Before anything leaves, two people have read it. Then [what is next](#what-is-next).

## What is next

- [ ] The sums agree with the ledger
- [ ] The address is the *new* one

| Found | Done |
|--|--|
| A wrong sum | All sums are counted anew |

> A bill without a sentence is not ready.

1. Send it.
2. Note the day; see {link}.
"""
_PAGE = """\
---
title: How to begin
summary: From the first call to a steady week
---
One call, then [a letter](mailto:me@practice.example).

## The first week

1. Access, by invitation.
2. A list, in `plain words`.
"""
FILES = {
    "content/sops/money/bills.md": _SOP.format(
        title="Bills that are read", audience="team", link="[[money/letters]]"
    ),
    "content/sops/money/letters.md": _SOP.format(
        title="Letters for everyone", audience="public", link="the calendar"
    ),
    "content/sops/money/reports.md": _SOP.format(
        title="Reports for one client", audience="[team, first-client]", link="the list of them"
    ),
    "content/pages/begin.md": _PAGE,
    "content/clients/first-client/updates/2026-11-20.md": "---\ntitle: A good week\n---\nDone.\n",
    "content/clients/first-client/time/2026-11.yaml": "2026-11-20: |\n  09:00-10:30 Post #email\n",
}


def english(place: Path) -> Site:
    root = place / "practice"
    beginning = Beginning("Wren Hale", "en", "Europe/London", "GBP", "GB")
    assert begin(root, starter_files(beginning, DEMO_DAY)).problems == ()
    site = Site(root, root / "site")
    for path, text in FILES.items():
        site.write(path, text)
    return site
