"""A handbook in both languages, for the tests of printed documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.render.papers import FRAME, FRAME_HE
from vagen.model.prose import Prose
from vagen.pages.handbook import HandbookPaperView
from vagen.pages.procedure import ChangeView, SopBody, StageView
from vagen.source.markdown import read_prose


def prose(text: str) -> Prose:
    """Markdown as the reader reads it."""
    blocks, problems = read_prose(text, "sop.md")
    assert not problems
    return blocks


_MONTH = """From an empty calendar to a monthly report, with one approval by the client.

## What happens at each stage

| Stage | What is done | What comes out |
|--|--|--|
| Brief | One goal, offers, dates, and what not to publish | One page in the folder |
| Ideas | Twenty headlines against the goal; twelve remain | A content calendar |
| Creation | Write, set in the template, describe every picture | Twelve drafts |

## Before the client sees it

- [ ] Names of brand and products are written as on the site
- [ ] Price, date and hour are checked against the brief
- [ ] Every link opens, on a phone and on a desk
  and the second line belongs to it
- [x] Proofread aloud

### When something goes wrong

1. Take the post down
2. Tell the client within 15 minutes
   - by phone first
   - then in writing
3. Write it down

> **Stop and correct** when one draft has two mistakes or more.

Publish nothing about a holiday without a call first;
see [the calendar](https://calendar.example/2026) or `npm run check`.

```
reports/2026-11/{client}.pdf
```
"""

_MONTH_HE = """מלוח ריק ועד דוח חודשי, עם אישור אחד של הלקוחה.

## מה עושים בכל שלב

| שלב | מה עושים | מה יוצא ממנו |
|--|--|--|
| בריף | שיחה של עשרים דקות: מטרה אחת לחודש, מבצעים, תאריכים | עמוד בריף בתיקייה |
| רעיונות | עשרים כותרות מול המטרה; נשארות שתים עשרה | לוח תוכן, שורה לפוסט |

## לפני שהלקוחה רואה

- [ ] שם המותג ושמות המוצרים כתובים כמו באתר
- [ ] מחיר, תאריך ושעה נבדקו מול הבריף
- [ ] הגהה בקול רם, עברית ו־English בנפרד

### כשמשהו משתבש

1. מסירים את הפוסט
2. מודיעים בתוך 15 דקות

> **עוצרים ומתקנים** אם נמצאו שתי טעויות באותה טיוטה.

שום דבר על חג בלי שיחה קודמת. מתקשרים אל [נועה](tel:+972545550142).
"""

_STAGES = (
    ("Brief", "Noa", 1, False, False),
    ("Ideas", "Tamar", 2, False, False),
    ("Creation", "Tamar", 5, False, False),
    ("Second look", "Noa", 1, False, True),
    ("Client approval", "the client", 3, True, False),
    ("Scheduling", "Tamar", 1, False, False),
    ("Monitoring", "Tamar", 0, False, False),
    ("Monthly report", "Noa", 1, False, False),
)
_STAGES_HE = (
    ("בריף", "נועה", 1, False, False),
    ("רעיונות", "תמר", 2, False, False),
    ("הפקה", "תמר", 5, False, False),
    ("אישור", "הלקוחה", 3, True, False),
    ("תזמון", "תמר", 1, False, False),
    ("מעקב", "תמר", 0, False, False),
    ("דוח חודשי", "נועה", 1, False, False),
)

MONTHLY = SopBody(
    id="social/month",
    area="social",
    area_name="Social",
    title="A month of content",
    language="en",
    owner="Tamar Levi",
    reviewed=date(2026, 11, 2),
    review_due=date(2027, 2, 2),
    tags=("social", "monthly"),
    stages=tuple(StageView(*stage) for stage in _STAGES),
    changes=(
        ChangeView(date(2026, 11, 2), "The second look moved before the client's approval."),
        ChangeView(date(2026, 8, 14), "First edition."),
    ),
    prose=prose(_MONTH),
    key="k1",
)
CRISIS = replace(
    MONTHLY,
    id="social/crisis",
    title="A public comment that needs attention",
    stages=tuple(StageView(*stage) for stage in _STAGES[:4]),
    prose=prose(
        "Criticism is a gift that came with noise.\n\n- [ ] The answer admits what is true"
    ),
    tags=(),
    changes=(),
    review_due=None,
)
ONBOARDING = replace(
    CRISIS,
    id="clients/onboarding",
    area="clients",
    area_name="Clients",
    title="A new client",
    stages=(),
    owner="",
)
MONTHLY_HE = replace(
    MONTHLY,
    title="מחזור חודשי של תוכן",
    language="he",
    owner="תמר לוי",
    tags=("רשתות", "חודשי"),
    stages=tuple(StageView(*stage) for stage in _STAGES_HE),
    changes=(ChangeView(date(2026, 11, 2), "נוספה הגהה באנגלית."),),
    prose=prose(_MONTH_HE),
)

HANDBOOK = HandbookPaperView(
    frame=replace(FRAME, reader=""),
    areas=(("clients", (ONBOARDING,)), ("social", (MONTHLY, CRISIS))),
    newest=date(2026, 11, 2),
)
HANDBOOK_HE = HandbookPaperView(
    frame=replace(FRAME_HE, reader=""),
    areas=(("social", (MONTHLY_HE,)),),
    newest=date(2026, 11, 2),
)
