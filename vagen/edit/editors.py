"""What lets an editor know our files: schemas, the line that names one, VS Code's settings.

They stand in `.schema/`, in git, so that they are there on another machine and outlive `.vagen/`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from vagen.edit.change import Change, Edit
from vagen.edit.heading import FOLDER, place_of
from vagen.locale import Catalog
from vagen.model.filekind import FILE_KINDS
from vagen.model.schema import MADE, schema_of
from vagen.problems import Problem, Span, say
from vagen.source.glance import Glance

SETTINGS = ".vscode/settings.json"
_EXTENSIONS = ".vscode/extensions.json"
_CLIENT = "content/clients/*"
_GLOBS: Mapping[str, tuple[str, ...]] = {
    "practice": ("vagen.yaml",),
    "client": (f"{_CLIENT}/client.yaml",),
    "tasks": (f"{_CLIENT}/tasks.yaml", f"{_CLIENT}/tasks/*.yaml"),
    "time": (f"{_CLIENT}/time/*.yaml",),
    "document": (f"{_CLIENT}/invoices/*.yaml",),
    "payments": (f"{_CLIENT}/payments.yaml",),
    "enclosures": (f"{_CLIENT}/documents/documents.yaml",),
    "person": ("content/team/*.yaml",),
}
"""The files of each kind, as VS Code's YAML extension matches them."""


def editor_files(words: Catalog) -> dict[str, bytes]:
    """All of these files by path, described in the language of `words`."""
    schemas = {place_of(kind.name): _as_json(schema_of(kind, words)) for kind in FILE_KINDS}
    return schemas | {
        SETTINGS: _as_json(settings()),
        _EXTENSIONS: _as_json({"recommendations": ["redhat.vscode-yaml"]}),
    }


def settings() -> dict[str, object]:
    """VS Code's settings for a workspace.

    The public store of schemas is left out: it takes `tasks/2026.yaml` for another tool's file, and
    is asked for over the network.
    """
    return {
        "yaml.schemas": {f"./{place_of(name)}": list(globs) for name, globs in _GLOBS.items()},
        "yaml.yamlVersion": "1.2",
        "yaml.schemaStore.enable": False,
    }


def refreshed(glance: Glance, words: Catalog) -> Edit:
    """The schemas as they are now. What a person wrote in their place stays, and so do settings."""
    changes: list[Change] = []
    problems: list[Problem] = []
    for path, after in editor_files(words).items():
        before, found = glance.data(path)
        problems += found
        if found or before == after or (before is not None and path.startswith(".vscode/")):
            continue
        if before is not None and MADE.encode() not in before:
            problems.append(_foreign(path))
            continue
        changes.append(Change(path, before, after))
    return Edit(changes=tuple(changes), problems=tuple(problems), texts=glance.texts)


def are_known(glance: Glance) -> bool:
    """Whether VS Code's settings lead to the schemas."""
    return FOLDER.encode() in (glance.data(SETTINGS)[0] or b"")


def _foreign(path: str) -> Problem:
    return Problem(
        Span(path),
        "foreign-file",
        say("this file was not written by vagen: it stays"),
        say("move it away or delete it, then type: {command}", command="vagen schema"),
        "warning",
    )


def _as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
