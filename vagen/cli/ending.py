"""Ctrl-C and SIGTERM end a command that would go on for ever; a second one does so at once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType


@contextmanager
def ended_by_signals(end: Callable[[], None]) -> Iterator[None]:
    """Calls `end` at the first signal, so that what is under way ends well."""
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}

    def ending(number: int, frame: FrameType | None) -> None:
        del number, frame
        _restore(before)
        end()

    for one in before:
        signal.signal(one, ending)
    try:
        yield
    finally:
        _restore(before)


def _restore(handlers: Mapping[signal.Signals, object]) -> None:
    for one, handler in handlers.items():
        signal.signal(one, handler)  # type: ignore[arg-type]  # as it came from getsignal
