"""The time log: what stands below a day, a line an entry.

A line is `time text #kind @task +person !`: markers last, in any order, each once.
"""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import ZoneInfo

from vagen.model.entry import Entry
from vagen.model.identifier import read_id, slug
from vagen.model.typed import shown
from vagen.problems import Problem, Span, Wrong, say
from vagen.source.logrange import placed
from vagen.source.logtime import read_time

_WORD = re.compile(r"\S+")
_BULLET = re.compile(r"(?:[*•]|[-–](?=\s))\s*")
_GLUED = re.compile(r"(?<=\S)(?=[#@+!])")
_EXAMPLES = {"#": "#content", "@": "@dec-calendar", "+": "+dana"}
_WHOLE_LINE = "45m Inbox triage #email"

Word = re.Match[str]


def read_day_block(
    on: date, text: str, span: Span, zone: ZoneInfo
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of a day, and what is wrong with its other lines.

    `span` is where the first line of `text` begins (its indentation not counted as text); `zone`
    is the practice's.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n")):
        words = line.strip()
        if not words:
            continue
        column = span.column + len(line) - len(line.lstrip())
        at = Span(span.path, span.line + number, column, len(words))
        try:
            entries.append(_entry(words, on, at, zone))
        except Wrong as wrong:
            problems.append(wrong.at(at))
    return tuple(entries), tuple(problems)


def _entry(line: str, on: date, at: Span, zone: ZoneInfo) -> Entry:
    _refuse_other_lines(line, on, zone)
    worked, behind = read_time(line, on, zone)
    words = list(_WORD.finditer(line, behind))
    count, marks = _markers(words)
    names = {sign: _name(word) for sign, word in marks.items() if sign != "!"}
    if not count:
        raise _no_text(words, behind)
    return Entry(
        on=on,
        minutes=worked.minutes,
        text=" ".join(word[0] for word in words[:count]),
        at=at,
        start=worked.start,
        end=worked.end,
        start_instant=worked.start_instant,
        end_instant=worked.end_instant,
        open=worked.open,
        kind=names.get("#"),
        task=names.get("@"),
        person=names.get("+"),
        billable_mark="!" not in marks,
        marks=tuple((sign, _behind_sign(word, at)) for sign, word in marks.items() if sign != "!"),
    )


def _behind_sign(word: Word, line: Span) -> Span:
    """Where a marker's name stands, which is what a hint replaces."""
    return Span(line.path, line.line, line.column + word.start() + 1, len(word[0]) - 1)


def _refuse_other_lines(line: str, on: date, zone: ZoneInfo) -> None:
    """Comments, list items and lines whose time stands elsewhere."""
    if line[0] == "#":
        message = say("the log has no comments: a line is an entry")
        hint = say("delete the line, or type an entry: {example}", example=_WHOLE_LINE)
        raise Wrong("bad-log-line", message, hint, offset=0, width=len(line))
    bullet = _BULLET.match(line)
    if bullet:
        message = say("a line of the log begins with its time, not with {mark}", mark=line[0])
        hint = say("delete the {mark}", mark=line[0])
        width = len(bullet[0])
        raise Wrong("bad-log-line", message, hint, replacement="", offset=0, width=width)
    moved = None if line[0].isdecimal() else _time_first(line, on, zone)
    if moved:
        message = say("a line of the log begins with its time")
        hint = say("type: {replacement}", replacement=moved)
        raise Wrong("bad-log-line", message, hint, replacement=moved, offset=0, width=len(line))


def _time_first(line: str, on: date, zone: ZoneInfo) -> str | None:
    """The line with its one time moved to its head."""
    words = line.split()
    times = [place for place, word in enumerate(words) if _is_time(word, on, zone)]
    if len(times) != 1:
        return None
    return " ".join([words.pop(times[0]), *words])


def _is_time(word: str, on: date, zone: ZoneInfo) -> bool:
    if not word[0].isdecimal():
        return False
    try:
        read_time(word, on, zone)
    except Wrong:
        return False
    return True


def _no_text(words: list[Word], behind: int) -> Wrong:
    first = words[0] if words else None
    return Wrong(
        "bad-log-line",
        say("what was done is missing"),
        say("type it behind the time, for example: {example}", example=_WHOLE_LINE),
        offset=first.start() if first else 0,
        width=len(first[0]) if first else behind,
    )


def _markers(words: list[Word]) -> tuple[int, dict[str, Word]]:
    """How many of the words are text, and the markers behind them by their sign."""
    marks: dict[str, Word] = {}
    for count in range(len(words), 0, -1):
        word = words[count - 1]
        if not _is_marker(word[0], last=count == len(words)):
            return count, marks
        sign = word[0][0]
        if sign not in marks:
            marks[sign] = word
        elif word[0][1:].isdecimal():  # the earlier of `Fix #3 #content` is text
            return count, marks
        else:
            raise _twice(word, sign)
    return 0, marks


def _is_marker(word: str, *, last: bool) -> bool:
    """Whether a word, with markers alone behind it, is one itself and no text as `+50%` is."""
    if word[0] not in "#@+!":
        return False
    if word[0] == "!" or len(word) == 1:
        return word == "!" or (last and word[0] != "!")
    return not word[1].isdecimal() or re.fullmatch("[0-9][a-z0-9-]*", word[1:]) is not None


def _twice(word: Word, sign: str) -> Wrong:
    return Wrong(
        "bad-log-line",
        say("there are two markers with {sign} in this line", sign=sign),
        say("keep one of them, or put a word of the text behind the first"),
        offset=word.start(),
        width=len(word[0]),
    )


def _name(word: Word) -> str:
    """The id behind a marker's sign."""
    sign, name = word[0][0], word[0][1:]
    try:
        return read_id(name)
    except Wrong as wrong:
        raise placed(_no_name(sign, name, wrong), word.start(), len(word[0])) from None


def _no_name(sign: str, name: str, wrong: Wrong) -> Wrong:
    typed = f"{sign}{name}"
    if not name:
        message = say("{sign} stands without a name", sign=sign)
        return Wrong(
            "bad-log-line", message, say("for example: {example}", example=_EXAMPLES[sign])
        )
    pieces = _GLUED.split(typed)
    if len(pieces) > 1:
        message = say('there is no space between the markers in "{value}"', value=shown(typed))
    elif sign == "@" and "/" in name:
        message = say("the log of a client names the client's own tasks, without a folder")
        pieces = [f"@{name.rpartition('/')[2]}"]
    else:
        message = wrong.message
    meant = [piece if piece == "!" else _spelled_right(piece) for piece in pieces]
    if None in meant:
        return Wrong("bad-id", message, wrong.hint)
    replacement = " ".join(str(piece) for piece in meant)
    hint = say("type: {replacement}", replacement=replacement)
    return Wrong("bad-id", message, hint, replacement=replacement)


def _spelled_right(marker: str) -> str | None:
    name = slug(marker[1:])
    return f"{marker[0]}{name}" if name else None
