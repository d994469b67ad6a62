from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository.machines import LOG, TASKS, Machine, remote, two_machines
from vagen.locale import catalog
from vagen.repository.saving import save


@pytest.fixture
def desk(tmp_path: Path) -> Machine:
    return Machine.new(tmp_path / "desk")


def test_the_first_save_begins_the_history(desk: Machine) -> None:
    done = desk.save()
    assert (done.began, done.exchange, done.problems) == (True, None, ())
    assert [one.path for one in done.changes] == [".gitignore", "vagen.yaml"]
    assert desk.subjects() == ["The practice begins"]
    assert desk.is_clean()


def test_it_saves_in_the_practice_s_name_where_git_knows_nobody(desk: Machine) -> None:
    desk.save()
    assert desk.run("log", "-1", "--format=%an <%ae>").strip() == "Ada <ada@desk.example>"


def test_a_name_that_git_knows_stays(desk: Machine) -> None:
    desk.save()
    desk.run("config", "user.name", "Grace")
    desk.write(TASKS, "- id: a\n  title: A\n").save()
    assert desk.run("log", "-1", "--format=%an <%ae>").strip() == "Grace <ada@desk.example>"


def test_all_is_saved_but_what_is_ignored(desk: Machine) -> None:
    desk.write("site/index.html", "page").write("content/clients/ada/notes/a b.md", "note")
    desk.write("content/clients/עדה/client.yaml", "name: עדה\n")
    desk.save()
    assert "site/index.html" not in desk.run("ls-files", "-z").split("\0")
    assert "content/clients/עדה/client.yaml" in desk.run("ls-files", "-z").split("\0")
    assert desk.is_clean()


def test_nothing_new_is_no_save(desk: Machine) -> None:
    desk.save()
    done = desk.save()
    assert (done.message, done.changes) == ("", ())
    assert len(desk.subjects()) == 1


def test_a_message_of_one_s_own(desk: Machine) -> None:
    desk.save("The week before the launch")
    assert desk.subjects() == ["The week before the launch"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({LOG: "2026-11-02: |\n  45m Inbox\n"}, "ada: time log"),
        ({TASKS: "- id: a\n  title: Brand guide\n"}, "ada: new “Brand guide”"),
        (
            {TASKS: "- {id: a, title: A, status: done}\n- {id: b, title: B}\n- {id: c, title: C}"},
            "ada: “A” is done, new “B” (+1)",
        ),
        (
            {"content/sops/office/inbox.md": "x", "layouts/a.css": "y", "vagen.yaml": "name: B\n"},
            "SOP office/inbox; layouts; practice",
        ),
        (
            {
                "content/clients/ada/invoices/a.yaml": "x",
                "content/clients/ben/payments.yaml": "x",
                "content/services/desk.md": "x",
            },
            "ada: invoices; ben: payments; package desk",
        ),
    ],
)
def test_the_message_says_what_changed(desk: Machine, files: dict[str, str], said: str) -> None:
    desk.save()
    for path, text in files.items():
        desk.write(path, text)
    assert desk.save().message == said
    assert desk.subjects()[0] == said


def test_a_finished_task_is_named(desk: Machine) -> None:
    desk.write(TASKS, "- id: a\n  title: {en: Report, he: דוח}\n  status: doing\n").save()
    desk.write(TASKS, "- id: a\n  title: {en: Report, he: דוח}\n  status: done\n")
    assert desk.save().message == "ada: “Report” is done"


MOVED = [
    ("doing", "done", "“Brand guide” is done", "הושלם: ״Brand guide״"),
    ("todo", "doing", "“Brand guide” is being done", "בעבודה: ״Brand guide״"),
    ("doing", "review", "“Brand guide” is in review", "בבדיקה: ״Brand guide״"),
    ("review", "approval", "“Brand guide” waits for approval", "בהמתנה לאישור: ״Brand guide״"),
    ("doing", "waiting", "“Brand guide” waits", "בהמתנה: ״Brand guide״"),
    ("done", "todo", "“Brand guide” is next", "לביצוע: ״Brand guide״"),
    ("todo", "inbox", "“Brand guide” is in the inbox", "למיון: ״Brand guide״"),
]


@pytest.mark.parametrize(("was", "status", "english", "hebrew"), MOVED, ids=[m[1] for m in MOVED])
def test_a_task_that_moved_is_named_with_where_it_is(
    desk: Machine, was: str, status: str, english: str, hebrew: str
) -> None:
    text = "- id: brand\n  title: Brand guide\n  status: {}\n- {{id: b, title: B}}\n"
    desk.write(TASKS, text.format(was)).save()
    desk.write(TASKS, text.format(status))
    assert desk.save(pretend=True).message == f"ada: {english}"
    assert save(desk.git, "", catalog("he")).message == f"ada: {hebrew}"


def test_moves_of_several_tasks_are_told_kind_by_kind(desk: Machine) -> None:
    text = "- {{id: a, title: A{0}}}\n- {{id: b, title: B{0}}}\n- {{id: c, title: C}}\n"
    desk.write(TASKS, text.format("")).save()
    desk.write(TASKS, text.format(", status: doing").replace("C}", "C, status: done}"))
    assert desk.save().message == "ada: “C” is done, “A” is being done (+1)"


def test_two_long_titles_are_told_within_a_line(desk: Machine) -> None:
    text = (
        "- {{id: a, title: Sort the inbox into four folders{}}}\n"
        "- {{id: b, title: Access to the calendar and the drive{}}}\n"
    )
    desk.write(TASKS, text.format("", "")).save()
    desk.write(TASKS, text.format(", status: doing", ", status: done"))
    said = desk.save().message
    assert said == "ada: “Access to the…” is done, “Sort the inbox…” is being done"


@pytest.mark.parametrize("status", ["", "status: todo"])
def test_a_task_that_did_not_move_is_no_news(desk: Machine, status: str) -> None:
    """No status is `todo`: to write it down is to move nothing."""
    desk.write(TASKS, "- id: a\n  title: A\n").save()
    desk.write(TASKS, f"- id: a\n  title: A\n  due: 2026-12-01\n  {status}\n")
    assert desk.save().message == "ada: tasks"


def test_a_new_practice_says_that_it_begins(tmp_path: Path) -> None:
    for count, english, hebrew in (
        (1, "The practice begins, with 1 client", "תחילת העסק, עם לקוח אחד"),
        (2, "The practice begins, with 2 clients", "תחילת העסק, עם שני לקוחות"),
        (5, "The practice begins, with 5 clients", "תחילת העסק, עם 5 לקוחות"),
    ):
        for language, said in (("en", english), ("he", hebrew)):
            desk = Machine.new(tmp_path / f"{language}{count}")
            for number in range(count):
                desk.write(f"content/clients/c{number}/client.yaml", "name: C\n")
            assert save(desk.git, "", catalog(language)).message == said


def test_a_message_stays_within_a_line(desk: Machine) -> None:
    desk.save()
    for number in range(30):
        desk.write(f"content/clients/client-{number:02}/client.yaml", "name: x\n")
    said = desk.save().message
    assert len(said) <= 72
    assert said.endswith("and 27 more")


def test_the_body_lists_the_files(desk: Machine) -> None:
    desk.write("content/pages/a.md", "the same words, many of them\n" * 5).save()
    (desk.root / "content/pages/a.md").rename(desk.root / "content/pages/b.md")
    desk.write("vagen.yaml", "name: B\n").save()
    body = desk.run("log", "-1", "--format=%b").strip()
    assert body == "- renamed: content/pages/a.md -> content/pages/b.md\n- changed: vagen.yaml"


def test_pretending_changes_nothing(desk: Machine) -> None:
    desk.save()
    desk.write(TASKS, "- id: a\n  title: A\n")
    before = desk.run("status", "--porcelain")
    done = desk.save(pretend=True)
    assert done.message == "ada: new “A”"
    assert desk.run("status", "--porcelain") == before
    assert len(desk.subjects()) == 1


def test_pretending_sees_a_change_of_the_same_length_in_the_same_second(desk: Machine) -> None:
    desk.write("notes.txt", "done\n").save()
    desk.write("notes.txt", "todo\n")
    assert [one.path for one in desk.save(pretend=True).changes] == ["notes.txt"]


def test_pretending_begins_nothing(desk: Machine) -> None:
    assert desk.save(pretend=True).began
    assert not (desk.root / ".git").exists()


def test_a_file_too_heavy_for_a_host_is_not_saved(desk: Machine) -> None:
    desk.save()
    with (desk.root / "film.mp4").open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    done = desk.save()
    assert [(one.code, one.at.path) for one in done.problems] == [("too-heavy", "film.mp4")]
    assert len(desk.subjects()) == 1


def test_a_workspace_within_a_larger_repository_saves_itself_only(tmp_path: Path) -> None:
    outer = Machine.new(tmp_path / "outer")
    outer.save()
    outer.write("other.txt", "mine")
    inner = Machine.new(tmp_path / "outer" / "practice")
    inner.write(TASKS, "- id: a\n  title: A\n")
    done = inner.save()
    assert not done.began
    assert done.message == "The practice begins, with 1 client"
    assert outer.run("status", "--porcelain").strip() == "?? other.txt"


def test_in_the_middle_of_somebody_s_rebase_it_keeps_away(desk: Machine) -> None:
    desk.write("a.txt", "1\n").save()
    desk.run("checkout", "-q", "--detach")
    assert [one.code for one in desk.save().problems] == ["git-busy"]


def test_two_machines_exchange_what_they_saved(tmp_path: Path) -> None:
    one, two = two_machines(tmp_path)
    one.write(LOG, "2026-11-02: |\n  45m Inbox\n")
    assert one.save().exchange.even
    two.write("content/clients/ben/client.yaml", "name: Ben\n")
    done = two.save()
    assert (done.exchange.received, done.exchange.even, done.problems) == (1, True, ())
    assert two.read(LOG).startswith("2026-11-02")
    assert one.save().exchange.received == 2  # the other's save, and the merge that joined both
    assert one.read("content/clients/ben/client.yaml") == "name: Ben\n"


def test_without_the_net_it_is_saved_and_waits(tmp_path: Path) -> None:
    one, _ = two_machines(tmp_path)
    (tmp_path / "remote.git").rename(tmp_path / "away.git")
    one.write(LOG, "2026-11-02: |\n  45m Inbox\n")
    done = one.save()
    assert (done.message, done.exchange.even) == ("ada: time log", False)
    assert done.exchange.why
    (tmp_path / "away.git").rename(tmp_path / "remote.git")
    assert one.save().exchange.even
    assert one.run("rev-list", "--count", "origin/main..HEAD").strip() == "0"


def test_a_remote_that_began_apart_is_joined(tmp_path: Path) -> None:
    between = remote(tmp_path / "remote.git")
    host = Machine.new(tmp_path / "host")
    host.write("README.md", "made by the host\n")
    (host.root / "vagen.yaml").unlink()
    host.save()
    host.run("remote", "add", "origin", str(between))
    host.save()
    desk = Machine.new(tmp_path / "desk")
    desk.save()
    desk.run("remote", "add", "origin", str(between))
    done = desk.save()
    assert (done.exchange.received, done.exchange.even) == (1, True)
    assert desk.read("README.md") == "made by the host\n"


def _torn(tmp_path: Path) -> tuple[Machine, Machine]:
    """Two machines that changed one line, the first of which has saved."""
    one, two = two_machines(tmp_path)
    one.write(TASKS, one.read(TASKS).replace("todo", "done")).save()
    two.write(TASKS, two.read(TASKS).replace("todo", "review"))
    return one, two


def test_a_place_that_both_changed_is_shown_with_both_sides(tmp_path: Path) -> None:
    _, two = _torn(tmp_path)
    done = two.save()
    (clash,) = done.clashes
    assert (clash.path, clash.line) == (TASKS, 3)
    assert (clash.here, clash.there) == (("  status: review",), ("  status: done",))
    assert [one.code for one in done.problems] == ["git-conflict"]
    assert not done.exchange.even


def test_while_a_place_is_open_nothing_is_saved(tmp_path: Path) -> None:
    _, two = _torn(tmp_path)
    two.save()
    count = len(two.subjects())
    assert two.save().clashes
    assert len(two.subjects()) == count


def test_a_decision_ends_it_and_reaches_the_other_machine(tmp_path: Path) -> None:
    one, two = _torn(tmp_path)
    two.save()
    two.write(TASKS, "- id: calendar\n  title: Calendar\n  status: review\n")
    done = two.save()
    assert (done.ended, done.clashes, done.exchange.even) == (True, (), True)
    one.save()
    assert one.read(TASKS).endswith("status: review\n")


def test_a_file_that_one_side_removed_is_a_place_to_decide(tmp_path: Path) -> None:
    one, two = two_machines(tmp_path)
    (one.root / TASKS).unlink()
    one.save()
    two.write(TASKS, two.read(TASKS) + "  due: 2026-12-01\n")
    (clash,) = two.save().clashes
    assert (clash.path, clash.here, clash.there) == (TASKS, (), ())
    assert two.save().exchange.even  # kept as it stands
    assert "due" in two.read(TASKS)
