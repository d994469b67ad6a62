"""The words that bench/practice.py puts together, in both languages."""

from __future__ import annotations

KINDS = {
    "email": "תיבת דואר",
    "calendar": "יומן ונסיעות",
    "content": "תוכן",
    "reporting": "דוחות",
    "calls": "שיחות",
}

# What one does, and of what: a title of a task or an entry of a log is one of each.
DEEDS = {
    "en": ("Sort", "Draft", "Check", "Book", "Tidy", "Send", "Compare", "File", "Renew", "Count"),
    "he": ("מיון", "טיוטה", "בדיקה", "הזמנה", "סידור", "שליחה", "השוואה", "תיוק", "חידוש", "ספירה"),
}
THINGS = {
    "en": (
        "the shared inbox",
        "the trains to Leeds",
        "the October newsletter",
        "the supplier list",
        "the quotes for the hall",
        "the receipts of the week",
        "the guest list",
        "the directors' diaries",
        "the one-page report",
        "the labels and rules",
        "the minutes of the call",
        "the room for twelve",
    ),
    "he": (
        "התיבה המשותפת",
        "הנסיעות לחיפה",
        "הניוזלטר של אוקטובר",
        "רשימת הספקים",
        "הצעות המחיר לאולם",
        "הקבלות של השבוע",
        "רשימת המוזמנים",
        "היומנים של ההנהלה",
        "הדוח בעמוד אחד",
        "התוויות והכללים",
        "סיכום השיחה",
        "החדר לשנים־עשר",
    ),
}
SENTENCES = {
    "en": (
        "Nothing is left without an owner, and the oldest message is two days old.",
        "Two quotes came back lower than expected, so the cheaper hall is held until Friday.",
        "The **first draft** went out on Tuesday; the comments are in it already.",
        "What took longest was the list of names, half of which had moved offices.",
        "Three meetings moved by half an hour so that nobody has to run between them.",
        "The figures agree with the bank, apart from one fee that the bank will explain.",
        "I rang instead of writing a third time, and it was settled in four minutes.",
        "The new label [is described here](https://docs.example/labels) and needs no training.",
        "One supplier asks for a deposit; I answered that it waits for your yes.",
        "Next week is short, so the round of the inbox moves to the early morning.",
    ),
    "he": (
        "שום הודעה לא נשארה בלי בעלים, והישנה ביותר בת יומיים.",
        "שתי הצעות חזרו נמוכות מהצפוי, ולכן האולם הזול שמור עד יום שישי.",
        "**הטיוטה הראשונה** יצאה ביום שלישי, וההערות כבר בתוכה.",
        "מה שלקח יותר מכול היה רשימת השמות: חצי מהם החליפו משרד.",
        "שלוש פגישות זזו בחצי שעה כדי שאיש לא ירוץ ביניהן.",
        "המספרים תואמים לבנק, חוץ מעמלה אחת שהבנק יסביר.",
        "התקשרתי במקום לכתוב פעם שלישית, וזה נסגר בארבע דקות.",
        "התווית החדשה [מתוארת כאן](https://docs.example/labels) ואינה דורשת הדרכה.",
        "ספק אחד מבקש מקדמה; עניתי שהיא מחכה לאישור שלך.",
        "השבוע הבא קצר, ולכן הסבב בתיבה עובר לשעה מוקדמת.",
    ),
}
HEADINGS = {
    "en": ("Done", "Doing", "Needed from you"),
    "he": ("מה הסתיים", "מה בעבודה", "מה צריך ממך"),
}
STEPS = {
    "en": ("Read it once without answering", "Give every request a name", "Write what was decided"),
    "he": ("קוראים פעם אחת בלי לענות", "נותנים שם לכל בקשה", "כותבים מה הוחלט"),
}
