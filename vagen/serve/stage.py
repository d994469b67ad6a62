"""Where the thread that builds and the threads that answer meet: one value, swapped whole."""

from __future__ import annotations

import secrets
import threading

from vagen.serve.shown import Shown
from vagen.watch.watching import Round


class Stage:
    """Holds what is shown now. `run` tells this server's life from any other's."""

    def __init__(self) -> None:
        self.run = secrets.token_hex(4)
        self._turned = threading.Condition()
        self._shown = Shown()
        self._closed = False

    @property
    def now(self) -> Shown:
        """What is shown at this moment."""
        return self._shown

    @property
    def closed(self) -> bool:
        """Whether the server ends."""
        return self._closed

    def turn(self, done: Round) -> None:
        """A build is over."""
        with self._turned:
            self._shown = self._shown.after(done)
            self._turned.notify_all()

    def after(self, number: int, within: float) -> Shown:
        """What is shown once a later build than `number` is over; what is now after that time."""
        with self._turned:
            self._turned.wait_for(lambda: self._closed or self._shown.number > number, within)
            return self._shown

    def settled(self, within: float) -> Shown:
        """What is shown once no PDF waits to be made; what is now after that time."""
        with self._turned:
            self._turned.wait_for(lambda: self._closed or not self._shown.pending, within)
            return self._shown

    def close(self) -> None:
        """Lets everyone go who waits."""
        with self._turned:
            self._closed = True
            self._turned.notify_all()
