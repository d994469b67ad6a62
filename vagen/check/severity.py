"""How grave a mistake in a document is: one that went out is an error, a draft's a warning."""

from __future__ import annotations

from dataclasses import replace

from vagen.model.workspace import DocumentFile
from vagen.problems import Problem


def as_told(problem: Problem, file: DocumentFile) -> Problem:
    """The problem as it is, or as a warning where nobody but the owner sees the document."""
    untouched = file.document.number is None and file.document.issued is None
    return replace(problem, severity="warning") if untouched else problem
