"""What is shown after each build: the last good site, whatever came since."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.serve.served import CLIENT, HEBREW, TASK, TASKS, practice, served
from tests.sites import Site
from vagen.build import Choices, Outcome, build
from vagen.serve.doors import Door, door_at, ways
from vagen.serve.shown import Shown
from vagen.watch.watching import Round

BOARD = "c/first-client/board/index.html"


def _pages(site: Site) -> Round:
    """A build without PDFs, which are to be made later."""
    return Round(site.build(pdf=False), site.now, pending=True)


def _papers(site: Site) -> Round:
    return Round(site.build(), site.now, papers=True)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return practice(tmp_path)


def test_a_build_that_fails_leaves_the_site_and_its_prints(site: Site) -> None:
    good = Shown().after(_pages(site))
    assert (good.failed, good.mark, good.language) == (False, "", "en")
    site.change(TASKS, "status: doing", "status: dong")
    wrong = good.after(_pages(site))
    assert wrong.failed
    assert wrong.mark
    assert (wrong.files, wrong.doors) == (good.files, good.doors)
    assert wrong.print_of(BOARD) == good.print_of(BOARD)
    site.change(TASKS, "status: dong", "status: doing")
    mended = wrong.after(_pages(site))
    assert (mended.mark, mended.failed) == ("", False)
    assert mended.print_of(BOARD) == good.print_of(BOARD)


def test_a_bug_of_ours_leaves_it_too_and_has_a_mark_of_its_own(site: Site) -> None:
    good = Shown().after(_pages(site))
    stumbled = good.after(Round(Outcome(()), site.now, crash="Traceback"))
    assert stumbled.failed
    assert stumbled.files == good.files
    assert stumbled.mark not in {"", good.after(Round(Outcome(()), site.now, crash="Other")).mark}


def test_an_edit_is_seen_on_the_pages_that_show_it(site: Site) -> None:
    before = Shown().after(_pages(site))
    site.write(TASKS, site.read(TASKS) + TASK.format(id="zebra", title="A zebra"))
    after = before.after(_pages(site))
    changed = {path for path in after.files if after.print_of(path) != before.print_of(path)}
    assert BOARD in changed
    assert not {path for path in changed if not path.startswith(("c/first-client/", "desk/"))}


def test_styles_are_seen_everywhere_and_a_client_s_picture_in_their_portal(site: Site) -> None:
    before = Shown().after(_pages(site))
    site.write("layouts/assets/vagen.css", "body { margin: 0 }\n")
    styled = before.after(_pages(site))
    assert {styled.print_of(path) for path in before.files} == {styled.number}
    site.write(f"{CLIENT}/documents/p.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>\n")
    site.write(
        f"{CLIENT}/updates/2026-11-19.md", "---\ntitle: Seen\n---\n![A view](../documents/p.svg)\n"
    )
    pictured = styled.after(_pages(site))
    assert pictured.problems == ()
    assert pictured.print_of(BOARD) == pictured.number
    assert pictured.print_of("handbook/index.html") == styled.number
    assert pictured.print_of("index.html") == styled.number


def test_a_new_client_is_in_the_menu_of_every_page(site: Site) -> None:
    before = Shown().after(_pages(site))
    site.write("content/clients/third/client.yaml", site.read(f"{CLIENT}/client.yaml"))
    after = before.after(_pages(site))
    assert after.print_of("handbook/index.html") == after.number
    assert [one.address for one in after.doors] == [
        "", "c/first-client/", "c/third/", "c/second/", "handbook/", "desk/",
    ]  # fmt: skip


def test_a_page_that_goes_is_seen_to_go(site: Site) -> None:
    site.write("content/pages/more.md", "---\ntitle: More\nsummary: Of it\n---\nMore.\n")
    before = Shown().after(_pages(site))
    assert "more/index.html" in before.files or "more.html" in before.files
    (name,) = {"more/index.html", "more.html"} & before.files
    (site.root / "content/pages/more.md").unlink()
    after = before.after(_pages(site))
    assert name not in after.files
    assert after.print_of(name) == after.number


def test_problems_of_pdfs_stand_while_pdfs_wait(site: Site) -> None:
    site.write("layouts/print/handbook.html.j2", "{{ view.nothing_of_that_name }}")
    shown = Shown().after(_pages(site))
    assert (shown.failed, shown.pending) == (False, True)
    wrong = shown.after(_papers(site))
    assert (wrong.failed, wrong.pending) == (True, False)
    edited = wrong.after(_pages(site))
    assert edited.mark == wrong.mark
    (site.root / "layouts/print/handbook.html.j2").unlink()
    mended = edited.after(_pages(site)).after(_papers(site))
    assert (mended.failed, mended.mark) == (False, "")


def test_without_pdfs_their_problems_go_with_the_next_build(site: Site) -> None:
    shown = Shown().after(_pages(site))
    outcome = build(site.root, site.now, Choices(site.folder, pdf=False))
    assert shown.after(Round(outcome, site.now)).papers == ()


def test_the_language_is_the_practice_s_even_while_vagen_yaml_is_wrong(tmp_path: Path) -> None:
    site = practice(tmp_path, HEBREW)
    shown = Shown().after(_pages(site.change("vagen.yaml", "country: IL", "cuontry: IL")))
    assert (shown.language, shown.files) == ("he", frozenset())
    assert shown.after(Round(Outcome(()), site.now, crash="Traceback")).language == "he"


DOORS = (
    Door("public", ""),
    Door("client", "c/a/", "Ada"),
    Door("client", "c/ab/", "Abe"),
    Door("team", "handbook/"),
)


def test_a_page_belongs_to_the_nearest_address() -> None:
    found = [door_at(DOORS, path) for path in ("c/a/x.html", "c/ab/", "c/abc/", "handbook/x")]
    assert [door.name if door else "?" for door in found] == ["Ada", "Abe", "", ""]
    assert door_at(DOORS[1:], "index.html") is None


def test_from_a_client_s_board_one_comes_to_the_next_client_s() -> None:
    files = {"c/a/board.html", "c/ab/board.html", "c/ab/index.html"}
    led = {door.address: (path, here) for door, path, here in ways(DOORS, "c/a/board.html", files)}
    assert led == {
        "": ("index.html", False),
        "c/a/": ("c/a/board.html", True),
        "c/ab/": ("c/ab/board.html", False),
        "handbook/": ("handbook/index.html", False),
    }
    led = {door.address: path for door, path, _ in ways(DOORS, "c/a/hours.html", files)}
    assert led["c/ab/"] == "c/ab/index.html"


def test_only_its_own_bar_leads_from_one_audience_to_another(tmp_path: Path) -> None:
    with served(practice(tmp_path)) as here:
        shown = here.server.preview.stage.now
        for path in sorted(one for one in shown.files if one.endswith(".html")):
            text = here.ask(f"/{path}").text
            bar, _, page = text.partition("</vagen-preview>")
            assert bar.count("</nav>") == 1
            assert 'href="/' not in page
            door = door_at(shown.doors, path)
            assert door is not None
            if door.address == "desk/":
                continue  # the owner's own page leads to all that she made
            others = [one.address for one in shown.doors if one != door and one.address]
            assert not [one for one in others if f"{one}index" in page], path
