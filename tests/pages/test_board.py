from datetime import date

from tests.pages.practice import NOW, account, client, task, workspace
from vagen.pages import board


def view(*tasks, **keys):
    plan = board.plan(workspace(account(of=client(**keys), tasks=tasks)), NOW)
    (page,) = plan.artifacts
    assert (page.path, page.content.template) == ("board/index.html", "portal/board.html.j2")
    return page.content.view


def test_a_card_says_what_its_client_may_know():
    card = view(
        task(
            "dec",
            title={"en": "December calendar", "he": "לוח"},
            status="approval",
            due="2026-11-25",
            start="2026-11-20",
            goal="reach",
            note={"en": "Two versions", "he": "שתי גרסאות"},
            links=[{"name": "The calendar", "link": "https://drive.example/dec"}],
            approvals=[
                {"version": "1", "asked": "2026-11-18", "answer": "change", "on": "2026-11-19"},
                {"version": "2", "asked": "2026-11-22"},
            ],
            estimate="2h",
            assignee="dana",
            checklist=["SECRET step"],
        ),
        goals=[{"id": "reach", "text": "Twice the reach"}],
    ).waiting[0]
    assert (card.title, card.note, card.goal) == (
        "December calendar",
        "Two versions",
        "Twice the reach",
    )
    assert (card.approval_version, card.approval_asked) == ("2", date(2026, 11, 22))
    assert card.links[0].href == "https://drive.example/dec"
    assert (card.start, card.due) == (date(2026, 11, 20), date(2026, 11, 25))
    assert "SECRET" not in repr(card)
    assert "dana" not in repr(card)


def test_done_is_newest_first_and_counted():
    done = [task(f"t{n:02}", status="done", done=f"2026-10-{n:02}") for n in range(1, 21)]
    found = view(*done)
    assert found.done_count == 20
    assert [one.id for one in found.done][:2] == ["t20", "t19"]
    assert len(found.done) == 12


def test_the_list_of_pages_counts_what_waits():
    nav = {one.id: one for one in view(task("a", status="approval")).frame.nav}
    assert list(nav) == [
        "overview", "board", "deadlines", "time", "updates", "invoices", "documents", "work",
        "welcome",
    ]  # fmt: skip
    assert nav["board"].asks == 1
    assert nav["invoices"].asks == 0


def test_no_board_where_the_client_has_none():
    whose = client(portal={"sections": ["time"]})
    assert board.plan(workspace(account(of=whose)), NOW).artifacts == ()
