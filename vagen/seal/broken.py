"""A sealed file that does not open, and why."""

from __future__ import annotations

from vagen.problems import Message


class SealBroken(ValueError):  # noqa: N818 - it says what was found, not that a program failed
    """Nothing of the file is shown; `reason` is a sentence for the reader."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.text)
        self.reason = reason
