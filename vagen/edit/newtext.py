"""A new SOP, service package or note: a skeleton in the practice's language.

SOPs and packages begin where only the owner reads them; a word in the file opens them.
"""

from __future__ import annotations

import os
from datetime import date

from vagen.edit.asked import TYPED, client_meant
from vagen.edit.change import Edit
from vagen.edit.form import begun, blank, free_name, one_line, refused, title_of
from vagen.edit.naming import id_for
from vagen.edit.scalar import as_yaml
from vagen.locale.days import day
from vagen.model.identifier import read_id
from vagen.problems import Problem, Span, Wrong, say
from vagen.source.glance import CLIENTS, Basics, Glance


def sop(glance: Glance, name: str, title: str, today: date) -> Edit:
    """`AREA/NAME` as content/sops/AREA/NAME.md."""
    area, _, own = name.rpartition("/")
    wrong = _no_area(name) if not area else _not_an_id(name, area) or _not_an_id(name, own)
    return refused(glance, [wrong], name) if wrong else _begin(glance, "sop", name, title, today)


def service(glance: Glance, name: str, title: str, today: date) -> Edit:
    """`NAME` as content/services/NAME.md."""
    wrong = _not_an_id(name, name)
    return (
        refused(glance, [wrong], name) if wrong else _begin(glance, "service", name, title, today)
    )


def note(glance: Glance, client: str, title: str, today: date) -> Edit:
    """A note about a client, for the owner: named after its title, else after the day."""
    basics = glance.basics()
    if not isinstance(basics, Basics):
        return refused(glance, basics)
    whose = client_meant(client, glance.clients())
    if isinstance(whose, Problem):
        return refused(glance, [whose], client)
    words = one_line(title)
    if not isinstance(words, str):
        return refused(glance, words, title)
    spelled = day(today, basics.language)
    name = id_for(words, (), "note") if words else today.isoformat()
    values = {"title": words or spelled, "day": spelled if words else ""}
    path = f"{CLIENTS}/{whose}/notes/{name}.md"
    free = free_name(glance, name, lambda name: f"{CLIENTS}/{whose}/notes/{name}.md")
    instead = say(
        "open it in your editor, or give the note another title, for example: {example}",
        example=f'vagen new note {whose} "{free}"',
    )
    return begun(glance, blank("note.md", basics.language, path, values), instead)


def _begin(glance: Glance, kind: str, name: str, title: str, today: date) -> Edit:
    basics = glance.basics()
    if not isinstance(basics, Basics):
        return refused(glance, basics)
    words = one_line(title)
    if not isinstance(words, str):
        return refused(glance, words, title)
    title = as_yaml(words or title_of(name.rpartition("/")[2]))
    path = f"content/{kind}s/{name}.md"
    values = {"title": title, "today": today.isoformat()}
    free = free_name(glance, name, lambda name: f"content/{kind}s/{name}.md")
    instead = say(
        "open it in your editor, or take another name, for example: {example}",
        example=f"vagen new {kind} {free}",
    )
    return begun(glance, blank(f"{kind}.md", basics.language, path, values), instead)


def _no_area(name: str) -> Problem:
    """An SOP always stands in an area; the hint names one that there is no reason to doubt."""
    return Problem(
        Span(TYPED, 1, 1, max(1, len(name))),
        "bad-id",
        say("an SOP stands in an area of the handbook"),
        say("type: {replacement}", replacement=f"office/{os.path.basename(name) or 'name'}"),  # noqa: PTH119 - no path
    )


def _not_an_id(typed: str, part: str) -> Problem | None:
    """The problem of one part of a name, at its place in what was typed."""
    try:
        read_id(part)
    except Wrong as wrong:
        start = typed.find(part) if part else len(typed)
        return wrong.at(Span(TYPED, 1, start + 1, max(1, len(part))))
    return None
