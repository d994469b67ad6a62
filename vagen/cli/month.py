"""A month as an option of a command."""

from __future__ import annotations

import os
import re
from datetime import date
from typing import Any

import click

from vagen.locale import catalog, chosen

_MONTH = re.compile(r"(19|20|21)\d{2}-(0[1-9]|1[0-2])")


class Month(click.ParamType[date]):
    """A month, as the files of the log are named: its first day."""

    name = "MONTH"

    def convert(self, value: object, param: Any, ctx: Any) -> date:  # noqa: ANN401 - click's own
        if isinstance(value, date):
            return value
        if not _MONTH.fullmatch(str(value)):
            words = catalog(chosen(os.environ) or "en")  # the practice is not read yet
            form = words.gettext('"{value}" is no month; type one as 2026-11')
            self.fail(form.format(value=value), param, ctx)
        return date.fromisoformat(f"{value}-01")
