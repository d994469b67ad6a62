"""What all tests share: the option that rewrites golden files, and the tools CI must have."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import settings

settings.register_profile("vagen", deadline=None)  # a busy machine is no mistake of the code
settings.load_profile("vagen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden trees")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language or colour of the machine's reaches a test."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def poppler() -> None:
    """Poppler's tools; a machine without them skips, CI fails."""
    if shutil.which("pdftotext") is None:
        assert not os.environ.get("CI"), "poppler-utils is missing in CI"
        pytest.skip("poppler-utils is not installed")
