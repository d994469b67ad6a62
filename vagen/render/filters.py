"""The filters of the templates: dates, hours and money in the page's language and direction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from markupsafe import Markup, escape

from vagen.locale import days, lists, money, numbers, places, sizes, times, weekdays
from vagen.pages.parts import MoneyView
from vagen.render import drawing, isolation
from vagen.render.colour import on
from vagen.render.layouts import Medium
from vagen.render.prose import anchor, narrowest, outline, ranks, tick_key

Filter = Callable[..., object]
_DAY = 24 * 60


def filters(language: str, medium: Medium) -> dict[str, Filter]:
    """All filters by the name that templates use."""
    typed, ltr = isolation.typed(medium, language), isolation.ltr(medium)
    return {
        "typed": typed,
        "ltr": ltr,
        "plain": isolation.plain,
        "bare": isolation.bare,
        "join": lambda words: _joined(tuple(words), language),
        "initial": initial,
        "ink_on": on,
        "anchor": anchor,
        "outline": outline,
        "ranks": ranks,
        "clock_hands": lambda at: drawing.clock_hands(_time(at)),
        "tick_key": tick_key,
        "narrowest": narrowest,
        "city": lambda zone: places.city(zone, language),
        "country": lambda code: places.country_name(code, language),
        "language_name": lambda code: places.language_name(code, language),
        **_days(language, isolation.figure(ltr)),
        **_times(language, ltr),
        **_sums(language, ltr),
    }


def initial(name: str) -> str:
    """The first letter of a name, for the mark; nothing where there is no letter."""
    return next((letter.upper() for letter in name if letter.isalnum()), "")


def _days(language: str, figure: isolation.Isolate) -> dict[str, Filter]:
    def day(on_: date, width: days.Width = "long") -> Markup:
        return figure(days.day(on_, language, width))

    def from_to(first: date, last: date, width: days.RangeWidth = "long") -> Markup:
        return figure(days.days_from_to(first, last, language, width))

    return {
        "day": day,
        "days": from_to,
        "day_count": lambda n: days.day_count(n, language),
        "month": lambda on_: days.month(on_, language),
        "relative": lambda on_, today: days.relative(on_, today, language),
        "weekday": lambda on_, width="long": weekdays.weekday(on_, language, width),
        "weekdays": lambda some, width="short": weekdays.weekday_range(some, language, width),
    }


def _times(language: str, ltr: isolation.Isolate) -> dict[str, Filter]:
    def clock(at: time | datetime | int) -> Markup:
        return ltr(times.clock(_time(at)))

    def clock_range(span: tuple[int, int]) -> Markup:
        start, until = span
        return ltr(times.clock_range(_time(start), _time(until)))

    return {
        "clock": clock,
        "clock_range": clock_range,
        "hours": lambda minutes: ltr(times.hours(minutes)),
        "hours_words": lambda minutes: times.hours_words(minutes, language),
    }


def _sums(language: str, ltr: isolation.Isolate) -> dict[str, Filter]:
    def sum_of(sum_: MoneyView | Decimal, currency: str = "", *, short: bool = False) -> Markup:
        if isinstance(sum_, MoneyView):
            return ltr(money.money(sum_.amount, sum_.currency, language, short=short))
        return ltr(money.money(sum_, currency, language, short=short))

    return {
        "money": sum_of,
        "amount": lambda value, currency: ltr(money.amount(value, currency, language)),
        "number": lambda value: ltr(numbers.number(value, language)),
        "quantity": lambda value: ltr(numbers.quantity(value, language)),
        "percent": lambda rate: ltr(numbers.percent(rate, language)),
        "file_size": lambda size: ltr(sizes.file_size(size, language)),
    }


def _joined(words: Sequence[object], language: str) -> Markup:
    """The words as one phrase, each keeping its own mark-up."""
    joints = lists.joints([isolation.plain(word) for word in words], language)
    pairs = zip(words, (*joints, ""), strict=True) if words else ()
    return Markup().join(escape(part) for pair in pairs for part in pair)


def _time(at: time | datetime | int) -> time:
    """Minutes of the day may lie on the day before or after."""
    if isinstance(at, int):
        hour, minute = divmod(at % _DAY, 60)
        return time(hour, minute)
    return at.time() if isinstance(at, datetime) else at
