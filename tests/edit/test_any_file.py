"""Any file that can be read, and any edit: all other lines stay, and it reads as it was meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.edit.desk import Desk, codes
from vagen.edit.tasklist import read_list
from vagen.edit.tasks import Move, _moved
from vagen.model.entry import Entry
from vagen.problems import Span
from vagen.source.glance import Glance

ZONE = ZoneInfo("Asia/Jerusalem")
NOON = datetime(2026, 11, 23, 12, tzinfo=ZONE)
QUICK = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

ENDINGS = st.sampled_from(["\n", "\r\n"])
BOM = st.sampled_from(["", "\ufeff"])
COMMENT = st.sampled_from(["", "", "", "\n", "# so far\n", "\n# עד כאן\n", "\n\n"])
DURATION = st.sampled_from(
    ["45m Inbox #email", "1:15 פגישה", "2h a: b # c", "5m \t x", "1h {x} [y]"]
)
QUARTER = st.integers(0, 47).map(lambda n: f"{n // 2:02}:{n % 2 * 30:02}")


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """What stands behind a day: its sign, and lines that never share time."""
    indent = draw(st.integers(1, 5))
    sign = draw(st.sampled_from(["|", "|-", "|+", "| # c", f"|{indent}", ""]))
    starts = sorted(draw(st.sets(st.integers(0, 20), max_size=3)))
    ranges = [f"{n:02}:00-{n:02}:30 r{n}" for n in starts]
    lines = draw(st.permutations([*ranges, *draw(st.lists(DURATION, max_size=2))]))
    if not sign or not lines:
        return draw(st.sampled_from(["", "  # off", " |"]))
    gaps = [draw(st.sampled_from(["", "", "\n"])) for _ in lines]
    body = "".join(f"\n{' ' * indent}{line}{gap}" for line, gap in zip(lines, gaps, strict=True))
    return f" {sign}{body}"


@st.composite
def months(draw: st.DrawFn) -> str:
    """A month as a person might type it."""
    days = draw(st.permutations(sorted(draw(st.sets(st.integers(1, 30), max_size=4)))))
    quote = draw(st.sampled_from(["", "", '"', "'"]))
    lead = " " * draw(st.sampled_from([0, 0, 0, 1]))
    head = draw(st.sampled_from(["", "", "# November\n", "---\n", "\n# x\n\n"]))
    text = head + "".join(
        f"{lead}{quote}2026-11-{day:02}{quote}:{draw(blocks())}\n{draw(COMMENT)}" for day in days
    )
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text


LINES = st.sampled_from(["45m new #design", "1h30m חדש", "10m a ! "]) | st.tuples(
    st.integers(0, 23), st.sampled_from(["", "30"])
).map(lambda pair: f"{pair[0]:02}:30-{pair[0] + 1:02}:00 new{pair[1]}")


def entries(desk: Desk) -> list[Entry]:
    month = Glance(desk.root).month("ada", date(2026, 11, 1), ZONE)
    assert month.problems == ()
    return [replace(one, at=Span(""), marks=()) for one in month.entries]


def readable(desk: Desk) -> bool:
    return not Glance(desk.root).month("ada", date(2026, 11, 1), ZONE).problems


def is_within(old: list[str], new: list[str]) -> bool:
    """Whether `new` is `old` with lines put in between."""
    rest = iter(new)
    return all(line in rest for line in old)


@QUICK
@given(text=months(), ending=ENDINGS, bom=BOM, line=LINES, day=st.integers(1, 23))
def test_a_logged_line_is_all_that_changes(tmp_path_factory, *, text, ending, bom, line, day):
    desk = Desk.at(tmp_path_factory.mktemp("any"))
    ending = ending if "\n" in text else "\n"  # there is none to go by
    desk.month(bom + text.replace("\n", ending))
    assume(readable(desk))
    before, old = desk.logged(), entries(desk)
    edit = desk.log(line, NOON, on=date(2026, 11, day))
    after = desk.logged()
    if set(codes(edit)) & {"edit-by-hand", "overlapping-times"}:
        assert after == before
        return
    assert {one.severity for one in edit.problems} <= {"warning"}
    (done,) = edit.done
    new = entries(desk)
    new.remove(replace(done.entry, at=Span(""), marks=()))
    assert new == old
    assert after.startswith(bom)
    only_lines_more(before.removeprefix(bom), after.removeprefix(bom), ending)


def only_lines_more(before: str, after: str, ending: str) -> None:
    """All lines are there as before, and up to three more; a day without a block got its sign."""
    kept, changed = before.split(ending), after.split(ending)
    if before.endswith(ending) or not before:
        assert (kept.pop(), changed.pop()) == ("", "")
    assert len(changed) - len(kept) in (1, 2, 3)
    if not is_within(kept, changed):
        (lost,) = [one for one in kept if one not in changed]
        assert any(one.replace(" |", "", 1) == lost for one in changed)


@QUICK
@given(
    text=months(),
    ending=ENDINGS,
    clock=QUARTER,
    end=st.integers(1, 600),
    words=st.sampled_from(["", "Other words #email"]),
)
def test_a_timer_adds_a_line_and_its_end_changes_that_line_alone(
    tmp_path_factory, *, text, ending, clock, end, words
):
    desk = Desk.at(tmp_path_factory.mktemp("any"))
    desk.month(text.replace("\n", ending))
    assume(readable(desk))
    old = entries(desk)
    now = datetime.fromisoformat(f"2026-11-23T{clock}+02:00")
    if codes(desk.start("work #design", now)):
        assert entries(desk) == old
        return
    running = desk.logged().split(ending)
    later = datetime.fromtimestamp(now.timestamp() + end * 60, ZONE)
    edit = desk.stop(later, typed=words)
    if codes(edit):
        assert set(codes(edit)) == {"overlapping-times"}
        assert desk.logged().split(ending) == running
        return
    stopped = desk.logged().split(ending)
    changed = [pair for pair in zip(running, stopped, strict=True) if pair[0] != pair[1]]
    assert len(changed) == 1
    assert f"{clock}-      work" in changed[0][0]
    assert edit.done[0].entry.minutes == end
    assert len(entries(desk)) == len(old) + 1


TITLES = st.sampled_from(["A", "ב", "'x: y'", '"#1"', "{en: A, he: א}"])
VALUES = st.sampled_from(
    [
        "status: doing",
        "status: done",
        "status:",
        "done: 2026-11-01",
        "due: 2026-12-01",
        "note: >-\n    long\n    text",
        "private: yes",
        "links:\n  - {name: x, link: https://x.example}",
        'kind: "email"',
    ]
)


@st.composite
def lists(draw: st.DrawFn) -> str:
    """A list of tasks as a person might type it."""
    indent = " " * draw(st.sampled_from([0, 0, 2]))
    text = draw(st.sampled_from(["", "# tasks\n", "---\n"]))
    for number in range(draw(st.integers(0, 3))):
        keys = {one.partition(":")[0]: one for one in draw(st.lists(VALUES, max_size=4))}
        title = draw(TITLES)
        if draw(st.integers(0, 4)) == 0 and not any("\n" in one for one in keys.values()):
            inner = ", ".join([f"id: t{number}", f"title: {title}", *keys.values()])
            text += f"{indent}- {{{inner}}}\n"
        else:
            order = draw(st.permutations([f"title: {title}", *keys.values()]))
            body = "".join(f"{indent}  {one}\n".replace("\n  ", f"\n{indent}  ") for one in order)
            text += f"{indent}- id: t{number}\n{body}"
        text += draw(COMMENT)
    return text.removesuffix("\n") if draw(st.booleans()) else text


TASKS = "content/clients/ada/tasks.yaml"


@QUICK
@given(text=lists(), ending=ENDINGS, title=st.text(min_size=1, max_size=30))
def test_a_task_more_is_all_that_changes(tmp_path_factory, text, ending, title):
    desk = Desk.at(tmp_path_factory.mktemp("any"))
    desk.write(TASKS, text.replace("\n", ending))
    old = read_list(Glance(desk.root), TASKS)
    assume(not old.problems and title.strip())
    edit = desk.add(title)
    after, now = desk.read(TASKS), read_list(Glance(desk.root), TASKS)
    if codes(edit):
        assert after == text.replace("\n", ending)
        return
    assert now.problems == ()
    assert now.tasks[:-1] == old.tasks
    assert now.tasks[-1].title.within("en") == " ".join(title.split())
    assert is_within(text.splitlines(), after.splitlines())


@QUICK
@given(
    text=lists(),
    ending=ENDINGS,
    status=st.sampled_from(["inbox", "todo", "doing", "waiting", "done"]),
    whom=st.sampled_from(["", "client", "a: b, c"]),
    place=st.integers(0, 2),
)
def test_a_move_changes_one_task_and_the_lines_of_its_keys(
    tmp_path_factory, *, text, ending, status, whom, place
):
    desk = Desk.at(tmp_path_factory.mktemp("any"))
    desk.write(TASKS, text.replace("\n", ending))
    old = read_list(Glance(desk.root), TASKS)
    assume(not old.problems and place < len(old.tasks))
    edit = desk.move(f"ada/t{place}", status, waiting_for=whom)
    after, now = desk.read(TASKS), read_list(Glance(desk.root), TASKS)
    if codes(edit):
        assert codes(edit) in (["edit-by-hand"], ["dates-reversed"])
        assert after == text.replace("\n", ending)
        return
    wanted = _moved(old.tasks[place], Move(status=status, waiting_for=whom), NOON.date())
    assert now.tasks == (*old.tasks[:place], wanted, *old.tasks[place + 1 :])
    keys = ("status", "done", "waiting_for", "- {")
    plain = [
        [one for one in lines.splitlines() if not one.strip().startswith(keys)]
        for lines in (text, after)
    ]
    assert plain[0] == plain[1]
