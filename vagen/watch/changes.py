"""Changes that no build has seen yet, gathered until they rest for a moment.

Two or three files at once are a person's save: the build begins as soon as they rest. Hundreds are
a machine's work (a checkout, an archive unpacked): a build in its midst would show what nobody
wrote, so it begins when the storm is over.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

CALM = 0.03
"""Seconds without a change after which a build begins: an editor that saves by renaming is done."""
PATIENCE = 1.0
"""Seconds after which a build begins although changes still come."""
STORM = 30
"""Changes that are more than a person's: from so many on, the next two hold instead."""
LULL = 0.5
"""Seconds without a change after which a storm is over."""
STAMINA = 20.0
"""Seconds after which a build begins although the storm goes on."""


@dataclass(frozen=True, slots=True)
class Burst:
    """How many changes came between two instants of a steady clock, in seconds."""

    first: float
    last: float
    count: int = 1

    @property
    def due(self) -> float:
        """When the build of these changes begins."""
        calm, patience = (LULL, STAMINA) if self.count >= STORM else (CALM, PATIENCE)
        return min(self.last + calm, self.first + patience)


def gathered(burst: Burst | None, at: float) -> Burst:
    """A burst and one more change. Changes of several threads may arrive a little out of order."""
    if burst is None:
        return Burst(at, at)
    return replace(burst, last=max(burst.last, at), count=burst.count + 1)


class Changes:
    """The queue between those who see changes, in their own threads, and the loop that builds.

    A change that was noted is in the burst that `take` hands out next, so the build after it
    reads the files later than the change was made. Nothing is kept but two instants and a count: a
    thousand changes cost what one does. The methods may be called from a signal handler.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stirred = threading.Condition()  # on a lock that its own thread may take again
        self._burst: Burst | None = None
        self._woken = False
        self._closed = False

    @property
    def waiting(self) -> bool:
        """Whether something wants the loop: a change, or the end."""
        return self._burst is not None or self._closed

    @property
    def closed(self) -> bool:
        """Whether the end has come."""
        return self._closed

    def note(self) -> None:
        """Something changed just now."""
        with self._stirred:
            begins = self._burst is None
            self._burst = gathered(self._burst, self._clock())
            if begins:
                self._stirred.notify_all()

    def wake(self) -> None:
        """Ends the wait for a change: there is something else to do."""
        with self._stirred:
            self._woken = True
            self._stirred.notify_all()

    def close(self) -> None:
        """The end: every wait is over from now on."""
        with self._stirred:
            self._closed = True
            self._stirred.notify_all()

    def take(self, within: float) -> Burst | None:
        """The next burst, when it is due; None where none began `within` seconds, or all ends."""
        with self._stirred:
            end = self._clock() + within
            while not self._closed:
                now = self._clock()
                until = self._burst.due if self._burst else end
                if now >= until or (self._woken and not self._burst):
                    burst, self._burst, self._woken = self._burst, None, False
                    return burst
                self._stirred.wait(until - now)
            return None
