"""A watch that runs in a thread, and the rounds that it told, for tests to wait for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from tests.sites import DEMO_DAY
from vagen.build import Choices
from vagen.watch.changes import Changes
from vagen.watch.sight import Sight, sight_of
from vagen.watch.watching import Round, Watching

LONG = 40  # seconds after which a test gives up


@dataclass
class Rounds:
    """What was told, in its order; `until` waits for one that is as wanted."""

    told: list[Round] = field(default_factory=list)
    more: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, done: Round) -> None:
        with self.more:
            self.told.append(done)
            self.more.notify_all()

    def until(self, wanted: Callable[[Round], bool], after: int = 0) -> Round:
        with self.more:
            found = self.more.wait_for(
                lambda: next((one for one in self.told[after:] if wanted(one)), None), LONG
            )
            assert found, f"waited in vain; {len(self.told)} rounds"
            return found


@dataclass
class Watch:
    rounds: Rounds
    changes: Changes
    sight: Sight
    thread: threading.Thread


@contextmanager
def watched(
    root: Path,
    *,
    poll: bool = False,
    pdf: bool = False,
    clock: Callable[[], date | datetime] = lambda: DEMO_DAY,
) -> Iterator[Watch]:
    """Watches until the context ends, and has ended then."""
    changes, rounds = Changes(), Rounds()
    sight = sight_of(root, changes, poll=poll)
    loop = Watching(root, Choices(root / "site", pdf=pdf), clock, changes, sight, rounds.tell)
    thread = threading.Thread(target=loop.run)
    thread.start()
    try:
        yield Watch(rounds, changes, sight, thread)
    finally:
        changes.close()
        thread.join(LONG)
        sight.close()
        assert not thread.is_alive()
