from datetime import date

from tests.pages.practice import NOW, account, client, practice, workspace
from vagen.pages import welcome
from vagen.pages.artifact import Html, Paper
from vagen.pages.welcome import ContactView

PROFILE = {
    "about": {"en": "I am Noa.", "he": "אני נועה."},
    "needs": ["Access"],
    "promise": "Early.",
}


def planned(**keys):
    kept = account(of=client(**keys))
    return welcome.plan(workspace(kept, of=practice(profile=PROFILE)), NOW).artifacts


def test_a_page_and_a_paper_from_one_view():
    page, paper = planned()
    assert isinstance(page.content, Html)
    assert isinstance(paper.content, Paper)
    assert (page.path, paper.path) == ("welcome/index.html", "welcome/wren.pdf")
    assert page.kind == paper.kind == "welcome"
    assert (page.content.template, paper.content.template) == (
        "portal/welcome.html.j2",
        "print/kit.html.j2",
    )
    assert page.content.view.pdf == paper.path
    assert page.content.view.needs == paper.content.view.needs


def test_what_the_kit_says():
    view = planned(since="2026-09-01")[0].content.view
    assert (view.client, view.greet, view.owner) == ("Wren & Rowe", "Imogen", "Noa Barkai")
    assert (view.about, view.promise, view.needs) == ("I am Noa.", "Early.", ("Access",))
    assert view.me == ContactView("Noa Barkai", "", "noa@barkai.example", "+972 54 555 0142")
    assert view.mine_ahead == 120
    assert planned(language="he")[0].content.view.about == "אני נועה."


def test_the_paper_carries_the_day_on_which_we_began():
    assert planned(since="2026-09-01")[1].content.view.frame.today == date(2026, 9, 1)
    agreed = {"since": "2026-10-01"}
    assert planned(agreement=agreed)[1].content.view.frame.today == date(2026, 10, 1)
    assert planned()[1].content.view.frame.nav == ()


def test_no_kit_where_the_client_has_none():
    assert planned(portal={"sections": ["board"]}) == ()
