"""The demo of the repository's root, read once."""

from __future__ import annotations

import pytest

from tests.sites import ROOT
from vagen.build import check
from vagen.edit.demo import DEMO_DAY
from vagen.model.workspace import Workspace


@pytest.fixture(scope="session")
def demo() -> Workspace:
    outcome = check(ROOT, DEMO_DAY, strict=True)
    assert outcome.problems == ()
    assert outcome.workspace is not None
    return outcome.workspace
