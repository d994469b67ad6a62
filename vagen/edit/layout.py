"""A built-in layout, copied into the practice's own layouts/ to be changed there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import get_close_matches

from vagen.edit.asked import TYPED
from vagen.edit.change import Change, Done, Edit
from vagen.edit.form import refused
from vagen.problems import Problem, Span, say
from vagen.source.glance import Glance

_FOLDER = "layouts"


def copy(glance: Glance, name: str, built_in: Mapping[str, bytes]) -> Edit:
    """The file `name` of the built-in layouts as the practice's own, never over one there."""
    name = name.removeprefix(f"{_FOLDER}/")
    if name not in built_in:
        return refused(glance, [_unknown(name, built_in)], name)
    path = f"{_FOLDER}/{name}"
    if os.path.lexists(glance.root / path):
        message = say("this file is already there; nothing was written")
        hint = say("change it there, or delete it: then the built-in one is used")
        return refused(glance, [Problem(Span(path), "already-there", message, hint)])
    done = Done(verb="begun", client="", at=Span(path), title=path)
    return Edit(changes=(Change(path, None, built_in[name]),), done=(done,), texts=glance.texts)


def _unknown(name: str, built_in: Mapping[str, bytes]) -> Problem:
    """What was typed is no layout: the nearest name, else how to see all of them."""
    own = name.rpartition("/")[2]
    same = [one for one in sorted(built_in) if own and one.rpartition("/")[2].startswith(own)]
    near = next(iter(get_close_matches(name, built_in, n=1) or same), None)
    hint = (
        say('did you mean "{name}"?', name=near)
        if near
        else say("see their names: {command}", command="vagen layouts list")
    )
    at = Span(TYPED, 1, 1, max(1, len(name)))
    message = say('there is no layout "{name}"', name=name)
    return Problem(at, "no-layout", message, hint, replacement=near)
