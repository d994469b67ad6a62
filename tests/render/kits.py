"""A welcome kit in both languages, for the tests of printed documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.render.papers import FRAME, FRAME_HE
from vagen.model.promise import ReplyTime
from vagen.pages.parts import CallView, ChannelView, LinkView, OverlapView, WeekdayHours
from vagen.pages.welcome import ContactView, WelcomeView
from vagen.pages.work import GoalView

_HOUR = 60
_MAIL = "mailto:noa@barkai.example?subject=Request%20from%20Wattle%20and%20Rye"

KIT = WelcomeView(
    frame=FRAME,
    client="Wattle and Rye Catering",
    greet="Priya",
    owner="Noa Barkai",
    since=date(2026, 12, 1),
    about=(
        "I run the back office of six small studios from Pardes Hanna, since 2017. "
        "Before that I kept the production calendar of a publishing house.\n"
        "My clients give me the parts of the week that have to happen whether or not there is time."
    ),
    promise="If something slips, you will hear it from me first, early, and with a way forward.",
    scope=(
        "Inbox and calendar, every working day",
        "Supplier follow-up: quotes, orders, deliveries",
        "Two newsletters a month, from brief to report",
        "Client onboarding after a signed proposal",
    ),
    out_of_scope=("Bookkeeping and tax filings", "Graphic design beyond the templates"),
    goals=(
        GoalView("Answer every enquiry on the day it comes", "Nothing older than a day on Fridays"),
        GoalView("Fill the spring tasting season", "Twenty booked evenings by the end of March"),
    ),
    channels=(
        ChannelView("request", "email", _MAIL, "noa@barkai.example", ReplyTime(days=1)),
        ChannelView(
            "question",
            "whatsapp",
            "https://wa.me/972545550142",
            "+972 54 555 0142",
            ReplyTime(minutes=3 * _HOUR),
        ),
        ChannelView(
            "meeting",
            "zoom",
            "https://zoom.example/j/4155550100",
            "zoom.example/j/4155550100",
            None,
        ),
        ChannelView("file", "slack", "", "#wattle-noa", ReplyTime(days=2)),
        ChannelView(
            "urgent", "phone", "tel:+972545550142", "+972 54 555 0142", ReplyTime(minutes=30)
        ),
    ),
    request=ChannelView("request", "email", _MAIL, "noa@barkai.example", ReplyTime(days=1)),
    feedback=ChannelView(
        "feedback",
        "email",
        "mailto:noa@barkai.example?subject=A%20word",
        "noa@barkai.example",
        None,
    ),
    hours=(
        WeekdayHours((6, 0, 1, 2), ((6 * _HOUR + 30, 14 * _HOUR + 30),)),
        WeekdayHours((3,), ((6 * _HOUR + 30, 10 * _HOUR), (11 * _HOUR, 13 * _HOUR))),
    ),
    zone_mine="Asia/Jerusalem",
    zone_yours="Europe/London",
    overlap=OverlapView(
        yours=((9 * _HOUR, 17 * _HOUR),),
        mine=((6 * _HOUR + 30, 14 * _HOUR + 30),),
        shared=((9 * _HOUR, 14 * _HOUR + 30),),
        weekdays=(0, 1, 2, 3),
        first=5 * _HOUR,
        last=19 * _HOUR,
        zone_yours="Europe/London",
        zone_mine="Asia/Jerusalem",
    ),
    call=CallView(
        title="Weekly planning",
        yours=datetime(2026, 12, 8, 9, 30, tzinfo=ZoneInfo("Europe/London")),
        mine=datetime(2026, 12, 8, 11, 30, tzinfo=ZoneInfo("Asia/Jerusalem")),
        zone_yours="Europe/London",
        zone_mine="Asia/Jerusalem",
        minutes=30,
        via="zoom",
        link="https://zoom.example/j/4155550100",
    ),
    needs=(
        "Access to the shared inbox, as a delegate",
        "Access to the calendar, with the right to edit",
        "Brand guidelines: logo, colours, and two e-mails you liked sending",
        "A list of suppliers, and who speaks with whom",
        "Your busy seasons and days off until June",
    ),
    files=(
        LinkView("Brand folder", "https://drive.example/wattle/brand"),
        LinkView("Menus and price lists", "https://drive.example/wattle/menus/2026-2027"),
    ),
    me=ContactView("Noa Barkai", "", "noa@barkai.example", "+972 54 555 0142"),
    pdf="welcome/wattle.pdf",
    mine_ahead=2 * _HOUR,
)

_MAIL_HE = "mailto:noa@barkai.example?subject=x"

KIT_HE = replace(
    KIT,
    frame=FRAME_HE,
    client="סטודיו רותם",
    greet="רותם",
    owner="נועה ברקאי",
    about=(
        "מ־2017 אני מנהלת את המשרד האחורי של שישה סטודיואים קטנים, מפרדס חנה. "
        "לפני כן ניהלתי את לוח ההפקה של הוצאת ספרים.\n"
        "אליי מגיעים החלקים של השבוע שחייבים לקרות, גם כשאין זמן."
    ),
    promise="אם משהו משתבש, תשמעו על כך ממני, מוקדם, ועם הצעה לדרך הלאה.",
    scope=(
        "אינסטגרם ופייסבוק: שנים עשר פוסטים בחודש",
        "תגובות והודעות, פעמיים ביום",
        "דוח חודשי של עמוד אחד",
    ),
    out_of_scope=("צילום ועריכת וידאו", "קמפיינים ממומנים"),
    goals=(GoalView("קהל חוזר לאתר בכל השקה", "1,200 כניסות בשבוע ההשקה"),),
    channels=(
        ChannelView("request", "email", _MAIL_HE, "noa@barkai.example", ReplyTime(days=1)),
        ChannelView(
            "question",
            "whatsapp",
            "https://wa.me/972545550142",
            "+972 54 555 0142",
            ReplyTime(minutes=2 * _HOUR),
        ),
        ChannelView(
            "urgent", "phone", "tel:+972545550142", "+972 54 555 0142", ReplyTime(minutes=30)
        ),
    ),
    request=ChannelView("request", "email", _MAIL_HE, "noa@barkai.example", ReplyTime(days=1)),
    feedback=ChannelView("feedback", "email", _MAIL_HE, "noa@barkai.example", None),
    hours=(WeekdayHours((6, 0, 1, 2, 3), ((8 * _HOUR + 30, 16 * _HOUR + 30),)),),
    zone_yours="Asia/Jerusalem",
    overlap=None,
    call=None,
    needs=("גישה לתיבת הדואר המשותפת", "קווי מותג: לוגו, צבעים, טון", "רשימת ספקים"),
    files=(LinkView("תיקיית המותג", "https://drive.example/rotem/brand"),),
    me=ContactView("נועה ברקאי", "", "noa@barkai.example", "+972 54 555 0142"),
    mine_ahead=0,
)
