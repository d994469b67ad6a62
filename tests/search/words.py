"""A text as the words that README.md compares, and the crudest test for one behind its prefixes.

Nothing here is, or imports, the search that vagen ships: it only keeps the set honest.
"""

import re
import unicodedata

PREFIXES = frozenset("הובכלמש")
FINALS = str.maketrans("ךםןףץ", "כמנפצ")
MARKS = "\"'`´׳״‘’‚‛“”„‟′″"
POSSESSIVE = re.compile(rf"(?<=[a-z])[{MARKS}]s(?![a-z0-9])")
INSIDE = re.compile(rf"(?<=[^\W\d_])[{MARKS}]+(?=[^\W\d_])")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
WORD = re.compile(r"[א-ת]+|[a-zßæðøþđıłœ]+|\d+")


def folded(text):
    """The text without what the README says makes no difference."""
    letters = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if unicodedata.category(letter) not in ("Mn", "Cf")
    )
    letters = POSSESSIVE.sub("", letters.casefold().translate(FINALS))
    return THOUSANDS.sub("", INSIDE.sub("", letters))


def words(text):
    """Runs of letters of one script, or of digits: a maqaf and a change of script part words."""
    return WORD.findall(folded(text))


def prefixed(word, token):
    """Whether the token may be the word behind nothing but letters that serve as prefixes."""
    return token.endswith(word) and PREFIXES.issuperset(token[: len(token) - len(word)])


def tokens(query, text):
    """For each word of the query, the tokens of the text that may be it."""
    found = words(text)
    return [[token for token in found if prefixed(word, token)] for word in words(query)]


def plausible(query, text):
    """Whether every word of the query may stand in the text: much too generous, on purpose."""
    return all(tokens(query, text))
