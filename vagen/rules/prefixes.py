"""Hebrew prefixes: which letters before a word may be prefixes of it, and how likely they are.

A chain has one slot each for "and", for "that" and "when", for a preposition and for the article,
in this order: ו, ש כש לכש מש שכש, ב כ ל מ, ה. Behind ב and ל the article is heard, not written.
"""

from __future__ import annotations

import re

CHAIN = "^ו?(?:ש|כש|לכש|מש|שכש)?(?:[בכלמ]|[כמ]?ה)?$"
"""The chains, as a regular expression that browsers read too."""

DEAR = "מכש"
"""What more often belongs to the word (מכתב, כלב, שקל) than ה, ו, ב and ל do."""

SHORT = 4
"""Before a word of so many letters, one of them alone is more likely the word's own."""

FROZEN_WORDS = (
    # Closed classes of the grammar, with plain letters for final ones. The forms of של, and of
    # ב כ ל מ with a suffix,
    "של שלי שלכ שלו שלה שלנו שלכמ שלכנ שלהמ שלהנ "
    "בו בה בנו בכמ בכנ בהמ בהנ לו לה לנו לכמ לכנ להמ להנ ממנו ממנה מכמ מכנ מהמ מהנ "
    "כמוני כמוכ כמוהו כמוה כמונו כמוכמ כמוכנ כמוהמ כמוהנ "
    # prepositions and conjunctions,
    "בלי מבלי בעד בגלל בשביל בינ ביני בינו בינה לפני בפני מפני כלפי לגבי למענ למרות לרבות לעומת "
    "ליד מול מלבד כמו כדי כאשר לכנ משומ לפיככ הואיל היות "
    # adverbs and the words of questions,
    "לבד בלבד מיד מייד כבר כאנ ככה כמה למה מדוע היכנ הנה הלאה מאז מאוד מחר מתי שוב כמעט כלל לגמרי "
    # pronouns and quantifiers,
    "כולמ כולנ כלומ משהו מישהו מישהי הרבה "
    # and numerals.
    "שני שתי שניימ שתיימ שלוש שלושה שלושימ שישה שישימ שבע שבעה שבעימ שמונה שמונימ מאה מאות"
)
"""Words that begin with letters which are prefixes no more: בד is not heard in לבד."""

_FROZEN = frozenset(FROZEN_WORDS.split())
_CHAIN = re.compile(CHAIN)


def is_chain(letters: str) -> bool:
    """Whether these letters may stand before a word as its prefixes; no letters may."""
    return _CHAIN.match(letters) is not None


def weight(chain: str) -> int:
    """How far a chain takes a form from its word: more for longer and for dear ones."""
    return len(chain) + 3 * chain.endswith(tuple(DEAR))


def frozen(chain: str, word: str) -> bool:
    """Whether the chain's end belongs to a word that is never parted."""
    return any(chain[cut:] + word in _FROZEN for cut in range(len(chain)))


def risky(chain: str, word: str) -> bool:
    """Whether the chain is one letter that more often opens a short word of its own."""
    return len(word) <= SHORT and chain.removeprefix("ו") in tuple(DEAR)
