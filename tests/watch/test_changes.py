"""No change is missed: after every one a build begins, whatever comes when."""

from __future__ import annotations

import threading

from hypothesis import given
from hypothesis import strategies as st

from vagen.watch.changes import CALM, LULL, PATIENCE, STAMINA, STORM, Burst, Changes, gathered

_TIMES = st.lists(st.floats(0, 20, allow_nan=False), min_size=1, max_size=40).map(sorted)
_LONG = st.lists(st.floats(0.001, 5), min_size=1, max_size=10)


def _builds(arrivals: list[float], durations: list[float]) -> list[float]:
    """When builds begin, by a clock that a test turns: the loop without its thread."""
    begun: list[float] = []
    burst: Burst | None = None
    now, ahead = 0.0, list(arrivals)
    while ahead or burst:
        until = burst.due if burst else ahead[0]
        if ahead and ahead[0] <= max(now, until):
            burst = gathered(burst, ahead.pop(0))
            continue
        now = max(now, until)
        begun.append(now)
        burst = None
        now += durations[(len(begun) - 1) % len(durations)]
    return begun


@given(_TIMES, _LONG)
def test_every_change_is_followed_by_a_build_that_began_after_it(
    arrivals: list[float], durations: list[float]
) -> None:
    begun = _builds(arrivals, durations)
    assert all(any(build >= change for build in begun) for change in arrivals)


@given(_TIMES, _LONG)
def test_no_build_begins_without_a_change_before_it(
    arrivals: list[float], durations: list[float]
) -> None:
    begun = _builds(arrivals, durations)
    for before, build in zip([-1.0, *begun], begun, strict=False):
        assert any(before <= change <= build for change in arrivals)


def test_changes_that_never_rest_are_built_all_the_same() -> None:
    arrivals = [number * LULL / 2 for number in range(1000)]
    assert _builds([one * CALM / LULL for one in arrivals], [0.001])[0] <= STAMINA
    assert _builds(arrivals, [0.001])[1] <= 2 * (STAMINA + PATIENCE)


def test_a_burst_of_a_thousand_is_one_build() -> None:
    assert len(_builds([number / 10_000 for number in range(1000)], [0.5])) == 1


@given(
    st.floats(0, 0.2),
    st.dictionaries(st.integers(STORM, 998), st.floats(0, LULL * 0.9), max_size=20),
    st.floats(0.3, 5),
)
def test_a_thousand_files_in_fits_and_starts_are_one_build_after_the_first(
    first: float, stops: dict[int, float], duration: float
) -> None:
    arrivals = [0.0, first]
    for number in range(998):
        arrivals.append(arrivals[-1] + stops.get(number, 0.001))
    assert len(_builds(arrivals, [duration])) <= 2


def test_a_few_files_do_not_wait_for_a_storm_to_pass() -> None:
    assert Burst(0, 0, STORM - 1).due == CALM
    assert Burst(0, 0, STORM).due == LULL


def test_a_change_that_arrives_late_from_another_thread_moves_nothing_back() -> None:
    assert gathered(Burst(1.0, 2.0), 1.5) == Burst(1.0, 2.0, 2)


def test_take_hands_out_what_was_noted_once() -> None:
    changes = Changes()
    changes.note()
    changes.note()
    assert changes.waiting
    assert changes.take(60) is not None
    assert not changes.waiting
    assert changes.take(0) is None


def test_waking_and_closing_end_a_wait() -> None:
    for end in (Changes.wake, Changes.close):
        changes = Changes()
        waiter = threading.Thread(target=changes.take, args=(600,))
        waiter.start()
        end(changes)
        waiter.join(60)
        assert not waiter.is_alive()


def test_notes_of_many_threads_are_one_burst() -> None:
    changes = Changes()
    threads = [
        threading.Thread(target=lambda: [changes.note() for _ in range(500)]) for _ in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    taken = changes.take(60)
    assert taken is not None
    assert taken.first <= taken.last
    assert changes.take(0) is None
