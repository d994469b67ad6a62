from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository.machines import TASKS, Machine, two_machines


@pytest.fixture
def desk(tmp_path: Path) -> Machine:
    machine = Machine.new(tmp_path / "desk")
    for number in (1, 2, 3):
        machine.write("notes.txt", f"{number}\n")
        machine.save(f"save {number}")
    return machine


def test_undo_takes_the_last_save_back_as_a_save(desk: Machine) -> None:
    done = desk.undo()
    assert done.past.subject == "save 3"
    assert desk.read("notes.txt") == "2\n"
    assert desk.subjects()[0] == "Undo: save 3"
    assert desk.is_clean()


def test_undo_again_goes_one_further_back(desk: Machine) -> None:
    desk.undo()
    desk.undo()
    assert desk.read("notes.txt") == "1\n"


def test_a_redo_takes_an_undo_back(desk: Machine) -> None:
    desk.undo()
    assert desk.undo(redo=True).past.subject == "Undo: save 3"
    assert desk.read("notes.txt") == "3\n"
    desk.undo()
    assert desk.read("notes.txt") == "2\n"


def test_two_undos_two_redos(desk: Machine) -> None:
    desk.undo()
    desk.undo()
    desk.undo(redo=True)
    assert desk.read("notes.txt") == "2\n"
    desk.undo(redo=True)
    assert desk.read("notes.txt") == "3\n"
    assert [one.code for one in desk.undo(redo=True).problems] == ["nothing-to-undo"]


def test_a_new_save_ends_what_can_be_redone(desk: Machine) -> None:
    desk.undo()
    desk.write("notes.txt", "4\n").save()
    assert [one.code for one in desk.undo(redo=True).problems] == ["nothing-to-undo"]


def test_files_that_came_go_and_files_that_went_come(desk: Machine) -> None:
    (desk.root / "notes.txt").unlink()
    desk.write("content/a.md", "new\n").save()
    desk.undo()
    assert desk.read("notes.txt") == "3\n"
    assert not (desk.root / "content/a.md").exists()


def test_the_first_save_is_not_undone(tmp_path: Path) -> None:
    machine = Machine.new(tmp_path / "desk")
    machine.save()
    (problem,) = machine.undo().problems
    assert problem.code == "nothing-to-undo"
    assert problem.message.text == "only the first save is left, and that one stays"
    assert machine.read("vagen.yaml")


def test_what_is_not_saved_yet_is_never_lost(desk: Machine) -> None:
    desk.write("notes.txt", "typing\n")
    (problem,) = desk.undo().problems
    assert (problem.code, problem.at.path) == ("not-saved-yet", "notes.txt")
    assert desk.read("notes.txt") == "typing\n"


def test_other_files_may_be_unsaved_and_stay_so(desk: Machine) -> None:
    desk.write("other.txt", "typing\n")
    desk.run("add", "other.txt")
    assert desk.undo().problems == ()
    assert desk.read("other.txt") == "typing\n"
    assert "other.txt" not in desk.run("ls-tree", "-r", "--name-only", "HEAD")


def test_a_change_that_a_merge_overtook_is_not_undone(tmp_path: Path) -> None:
    one, two = two_machines(tmp_path)
    one.write(TASKS, one.read(TASKS).replace("todo", "done")).save()
    two.write(TASKS, two.read(TASKS).replace("todo", "review")).save()
    two.write(TASKS, "- id: calendar\n  title: Calendar\n  status: waiting\n").save()
    (problem,) = two.undo().problems
    assert problem.code == "undo-overtaken"
    assert two.read(TASKS).endswith("status: waiting\n")
    assert two.is_clean()


def test_pretending_undoes_nothing(desk: Machine) -> None:
    done = desk.undo(pretend=True)
    assert [one.path for one in done.changes] == ["notes.txt"]
    assert desk.read("notes.txt") == "3\n"


def test_an_undo_reaches_the_other_machine(tmp_path: Path) -> None:
    one, two = two_machines(tmp_path)
    one.write(TASKS, "- id: wrong\n  title: Wrong\n").save()
    assert one.undo().saved.exchange.even
    two.save()
    assert "calendar" in two.read(TASKS)


def test_in_the_middle_of_a_clash_undo_leaves_it(tmp_path: Path) -> None:
    one, two = two_machines(tmp_path)
    one.write(TASKS, one.read(TASKS).replace("todo", "done")).save()
    two.write(TASKS, two.read(TASKS).replace("todo", "review")).save()
    assert "<<<<<<<" in two.read(TASKS)
    assert two.undo().problems == ()
    assert two.read(TASKS).endswith("status: review\n")
    assert two.is_clean()
