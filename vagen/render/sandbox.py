"""The walls of a template: it sees its view, and through it nothing of Python, the disk, the clock
or chance. So that a page's bytes follow from its key, and a layout from elsewhere can do no harm.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

_CHANCE = ("lipsum", "random")
_OF_THE_MACHINE = frozenset({"astimezone", "timestamp"})
"""What of an instant asks the machine for its time zone."""


class Walled(SandboxedEnvironment):
    """Jinja's sandbox, and beyond it no way from a value to its class: a date knows today."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Jinja's own
        super().__init__(autoescape=True, undefined=StrictUndefined, **options)
        for name in _CHANCE:
            self.globals.pop(name, None)
            self.filters.pop(name, None)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja's own
        if attr in getattr(obj, "__dataclass_fields__", ()):
            return True  # what a view says of itself: nearly all that is asked, so asked first
        if isinstance(getattr(value, "__self__", None), type):
            return False
        if isinstance(obj, datetime) and attr in _OF_THE_MACHINE:
            return False
        return super().is_safe_attribute(obj, attr, value)
