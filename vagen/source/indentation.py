"""YAML that can't be read because a line begins in the wrong column, or its colon is none."""

from __future__ import annotations

import re

from vagen.problems import Problem, say
from vagen.source.surroundings import Surroundings

_KEY = re.compile(r"(?P<lead> *(?:- +)?)(?P<key>[^\s:#-][^:#]*):(?:\s|$)")
_FULL = re.compile(r"(?P<lead> *(?:- +)?)[^\s:#-][^:#]*: +[^\s#|>]")
_WIDE = re.compile(r"\s*(?:- +)?(?P<key>[A-Za-z_][\w-]*)(?P<colon>\s*[：﹕꞉]\s*)")
_BEHIND = re.compile(r"\s*(?:- +)?[^\s:#-][^:#]*: +(?P<dash>-)(?:\s|$)")


def tab(place: Surroundings, _said: str) -> Problem | None:
    """A tab where spaces should be."""
    for row in (place.row, place.row - 1):
        lead = re.match(r"\s*", place.line(row))
        if lead and "\t" in lead.group():
            column = lead.group().index("\t")
            width = len(lead.group()) - column
            return place.problem(
                row,
                column,
                width,
                say("a tab stands where the indentation should be spaces"),
                say("put two spaces here; set your editor to insert spaces for tabs"),
                code="yaml-tab",
                replacement=lead.group()[column:].replace("\t", "  "),
            )
    return None


def wide_colon(place: Surroundings, _said: str) -> Problem | None:
    """A colon of another alphabet, as keyboards for Chinese type it: it looks like one."""
    for row in (place.row, place.row - 1):
        found = _WIDE.match(place.line(row))
        if found:
            return place.problem(
                row,
                found.start("colon"),
                len(found["colon"]),
                say(
                    'the colon after "{key}" is not the one of English keyboards',
                    key=found["key"],
                ),
                say("type: {typed}", typed=f"{found['key']}: …"),
                replacement=": ",
            )
    return None


def deeper(place: Surroundings, said: str) -> Problem | None:
    """A key that begins further in than the one above, which has a value of its own."""
    line, above = place.line(place.row), place.line(place.row - 1)
    found, before = _KEY.match(line), _FULL.match(above)
    if "mapping values" not in said or not found or not before or "-" in found["lead"]:
        return None
    indent, wanted = len(found["lead"]), len(before["lead"])
    if indent <= wanted:
        return None
    return place.problem(
        place.row,
        0,
        indent,
        say('"{key}" begins further in than the key above it', key=found["key"]),
        say("begin it below that key: {count} spaces, not {typed}", count=wanted, typed=indent)
        if wanted
        else say("take the spaces before it away"),
        replacement=" " * wanted,
    )


def dash_behind_key(place: Surroundings, said: str) -> Problem | None:
    """A list that begins on the line of its key."""
    found = _BEHIND.match(place.line(place.row))
    if "block sequence entries" not in said or not found:
        return None
    return place.problem(
        place.row,
        found.start("dash"),
        1,
        say("a list does not begin on the line of its key"),
        say("begin it on the next line, indented by two spaces; quote a text that begins with -"),
    )
