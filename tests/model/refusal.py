"""What a reader of values says about a mistake."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vagen.locale import catalog
from vagen.problems import Wrong


def refused(read: Callable[[object], object], raw: object) -> Wrong:
    """The mistake that `raw` is, with its sentences complete in every language."""
    with pytest.raises(Wrong) as caught:
        read(raw)
    assert sentences(caught.value)
    return caught.value


def sentences(wrong: Wrong) -> tuple[str, str]:
    english = catalog("en")
    return wrong.message.spoken(english), wrong.hint.spoken(english) if wrong.hint else ""


def cure(read: Callable[[object], object], raw: object) -> tuple[str, str | None]:
    """The code and the replacement of a mistake."""
    wrong = refused(read, raw)
    return wrong.code, wrong.replacement
