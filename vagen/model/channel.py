"""Ways to reach the practice, and how soon it answers on each."""

from __future__ import annotations

from typing import Literal

from vagen.model.promise import Promise
from vagen.model.record import Record, key

Via = Literal["email", "whatsapp", "slack", "teams", "zoom", "meet", "phone", "form"]


class Response(Record):
    """How soon I answer, a promise a channel: hours are working hours, days are business days."""

    email: Promise | None = key("By e-mail.", seen="client", default=None, example="1 day")
    whatsapp: Promise | None = key("By WhatsApp.", seen="client", default=None, example="4h")
    slack: Promise | None = key("In Slack.", seen="client", default=None, example="4h")
    teams: Promise | None = key("In Teams.", seen="client", default=None)
    zoom: Promise | None = key("In Zoom chat.", seen="client", default=None)
    meet: Promise | None = key("In Google Meet.", seen="client", default=None)
    phone: Promise | None = key(
        "By phone, for a call back.", seen="client", default=None, example="1h"
    )
    form: Promise | None = key("By the form.", seen="client", default=None)

    def through(self, via: Via) -> Promise | None:
        """The promise for a channel."""
        promise: Promise | None = getattr(self, via)
        return promise
