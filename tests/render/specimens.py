"""Views made from the dataclasses themselves, so that a new field is tried the day it is added."""

from __future__ import annotations

import types
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from vagen.model.prose import Block, Inline
from vagen.pages.board import BoardView
from vagen.pages.deadlines import DeadlinesView
from vagen.pages.desk import DeskView
from vagen.pages.documents import DocumentsView
from vagen.pages.handbook import HandbookView
from vagen.pages.hours import HoursView
from vagen.pages.invoices import InvoicesView
from vagen.pages.overview import OverviewView
from vagen.pages.procedure import SopView
from vagen.pages.public import (
    FaviconView,
    HomeView,
    NotFoundView,
    PackagePageView,
    ProsePageView,
    SitemapView,
)
from vagen.pages.updates import UpdatesView
from vagen.pages.welcome import WelcomeView
from vagen.pages.work import WorkView

PAGES: dict[str, type] = {
    "portal/overview.html.j2": OverviewView,
    "portal/board.html.j2": BoardView,
    "portal/deadlines.html.j2": DeadlinesView,
    "portal/time.html.j2": HoursView,
    "portal/updates.html.j2": UpdatesView,
    "portal/documents.html.j2": DocumentsView,
    "portal/invoices.html.j2": InvoicesView,
    "portal/work.html.j2": WorkView,
    "portal/welcome.html.j2": WelcomeView,
    "handbook/index.html.j2": HandbookView,
    "handbook/sop.html.j2": SopView,
    "desk/index.html.j2": DeskView,
    "public/home.html.j2": HomeView,
    "public/package.html.j2": PackagePageView,
    "public/page.html.j2": ProsePageView,
    "public/404.html.j2": NotFoundView,
}
TEXTS: dict[str, type] = {
    "public/favicon.svg.j2": FaviconView,
    "public/sitemap.xml.j2": SitemapView,
    "public/brand.css.j2": FaviconView,
}

HOSTILE = "\"><script>alert('x')</script>&amp;{{ view }}"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

# What the model has already checked, so that no view ever holds anything else.
_GIVEN = {
    "colour": "#125d72",
    "currency": "ILS",
    "language": "en",
    "first": 360,
    "last": 1200,
    "share_of_time": Decimal("0.5"),
}


# Lists within lists, of which thirty each would be a million. Days of an agenda and headings of
# letters are told apart by their planners only.
_AT_MOST = {"weeks": 2, "agenda": 1, "dates": 5, "updates": 1}


@dataclass(frozen=True)
class Size:
    """How much there is of everything, and which text stands in every field of text."""

    text: str
    many: int
    number: int


EMPTY = Size("", 0, 0)
ONE = Size("Wren", 1, 1)
HUGE = Size(LONG, 30, 5000)
HOSTILE_ONE = Size(HOSTILE, 2, 2)
SIZES = {"empty": EMPTY, "one": ONE, "huge": HUGE, "hostile": HOSTILE_ONE}


def specimen(view: type, size: Size) -> Any:
    """One view of this class, filled to this size."""
    hints = _hints(view)
    return view(**{one.name: _value(one.name, hints[one.name], size) for one in fields(view)})


@cache
def _hints(view: type) -> dict[str, Any]:
    return get_type_hints(view)


def _value(name: str, hint: Any, size: Size) -> Any:
    if name == "prose":
        return prose(size)
    if name in _GIVEN:
        return _GIVEN[name]
    origin = get_origin(hint)
    if origin is Literal:
        return get_args(hint)[0]
    if origin in (Union, types.UnionType):
        return _value(name, get_args(hint)[0], size) if size.many else None
    if origin is tuple:
        return _several(name, get_args(hint), size)
    return _plain(hint, size)


def _several(name: str, parts: tuple[Any, ...], size: Size) -> tuple[Any, ...]:
    if name == "weekdays":
        return (6, 0, 1)
    if parts == (int, int):
        return (600, 960)
    if parts[-1] is not ...:
        return tuple(_value(name, part, size) for part in parts)
    if name == "ranges" or parts[0] == tuple[int, int]:
        return ((600, 720), (780, 960))[: size.many]
    many = min(size.many, _AT_MOST.get(name, size.many))
    return tuple(_told_apart(_value(name, parts[0], size), name, n) for n in range(many))


def _told_apart(value: Any, name: str, n: int) -> Any:
    """The same value as the n-th of a list: no list repeats months, and no page ids."""
    names = {one.name for one in fields(value)} if is_dataclass(value) else set()
    if "month" in names:
        return replace(value, month=date(2026 - n // 12, 12 - n % 12, 1))
    return replace(value, id=f"{value.id}{name}{n}") if "id" in names else value


def _plain(hint: Any, size: Size) -> Any:
    values = {
        str: size.text,
        int: size.number,
        bool: bool(size.many),
        date: date(2026, 11, 3),
        datetime: datetime(2026, 11, 3, 9, 30, tzinfo=UTC),
        Decimal: Decimal(size.number),
    }
    return values[hint] if hint in values else specimen(hint, size)


def prose(size: Size) -> tuple[Block, ...]:
    """Every kind of block and of run, `many` times."""
    text = size.text
    runs = (
        *(Inline(kind, text) for kind in ("text", "code", "break")),
        *(Inline(kind, children=(Inline("text", text),)) for kind in ("strong", "em", "strike")),
        *(Inline("link", target=to, children=(Inline("text", text),)) for to in _targets(text)),
        *(Inline(kind, text, target=f"sops/{text}") for kind in ("page", "file", "image", "sop")),
    )
    cells = tuple(Block("cell", runs, level=column) for column in (0, 1))
    heads = tuple(Block("cell", runs, level=column, head=True) for column in (0, 1))
    items = (Block("item", runs, children=(Block("paragraph", runs),)), Block("check", runs))
    blocks = (
        Block("paragraph", runs),
        Block("bullets", children=items),
        Block("numbers", children=(Block("item", runs),), level=3),
        Block("quote", children=(Block("paragraph", runs),)),
        Block("code", text=text, name=text),
        Block("rule"),
        Block("table", children=(Block("row", children=heads), Block("row", children=cells))),
    )
    return tuple(
        block
        for n in range(size.many)
        for block in (Block("heading", runs, level=3, name=f"part-{n}"), *blocks)
    )


def _targets(text: str) -> tuple[str, ...]:
    return ("#part-0", f"https://example.com/{text}", f"mailto:{text}", f"javascript:{text}")
