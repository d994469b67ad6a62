"""When a client's working day ends: what "by Thursday" means on the clocks of both."""

from __future__ import annotations

from datetime import date, datetime

from vagen.model.client import Client
from vagen.rules.clock import at
from vagen.rules.working_days import client_week


def closing(client: Client, day: date) -> datetime | None:
    """The end of a client's last working hour of a day, told by the client's clocks.

    None on a day on which the client does not work; public holidays are not looked at.
    """
    hours = client_week(client).on(day.weekday())
    return at(day, hours[-1][1], client.timezone) if hours else None
