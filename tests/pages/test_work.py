from datetime import date

from tests.pages.practice import NOW, account, client, practice, service, sop, workspace
from vagen.pages import work
from vagen.pages.parts import AwayView, WeekdayHours
from vagen.pages.work import GoalView, SopLink


def view(*, of=None, sops=(), services=(), now=NOW, **keys):
    kept = account(of=client(**keys))
    whole = workspace(kept, of=of, sops=sops, services=services)
    return work.plan(whole, now).artifacts[0].content.view


def test_my_hours_stand_on_the_clients_clock():
    found = view()
    assert found.hours == (WeekdayHours((0, 1, 2, 3, 6), ((7 * 60, 15 * 60),)),)
    assert found.overlap is not None
    assert found.overlap.shared == ((9 * 60, 15 * 60),)
    assert view(timezone="Asia/Jerusalem").overlap is None


def test_channels_with_their_promise():
    found = view(
        of=practice(response={"whatsapp": "4h"}),
        channels=[{"purpose": "question", "via": "whatsapp", "to": "+972 54 555 0142"}],
    )
    (channel,) = found.channels
    assert channel.href == "https://wa.me/972545550142"
    assert str(channel.reply) == "4h"


def test_there_is_always_a_way_to_ask_and_an_open_door():
    found = view()
    assert found.request.href.startswith(
        "mailto:noa@barkai.example?subject=Request%20from%20Wren%20%26%20Rowe&body=What%3A%20"
    )
    assert found.feedback.href.startswith("mailto:noa@barkai.example?subject=")
    form = {"purpose": "request", "via": "form", "to": "https://form.example/x"}
    assert view(channels=[form]).request.href == "https://form.example/x"


def test_what_is_agreed_else_what_the_package_says():
    package = service("social", deliverables=["Posts"], not_included=["Ads"])
    agreement = {"since": "2026-01-01", "package": "social"}
    found = view(agreement=agreement, services=(package,))
    assert (found.scope, found.out_of_scope) == (("Posts",), ("Ads",))
    found = view(agreement=agreement | {"scope": ["Stories"]}, services=(package,))
    assert (found.scope, found.out_of_scope) == (("Stories",), ("Ads",))
    assert view().scope == ()


def test_a_years_absences_and_holidays():
    whose = practice(holidays={"country": "IL"}, away=[{"from": "2027-01-03", "to": "2027-01-04"}])
    found = view(of=whose).away
    assert found[0] == AwayView(date(2027, 1, 3), date(2027, 1, 4), "")
    assert "Yom Kippur" in [one.note for one in found]
    hebrew = work.plan(workspace(account(of=client(language="he")), of=whose), NOW)
    assert "יום כיפור" in [one.note for one in hebrew.artifacts[0].content.view.away]


def test_goals_files_and_procedures_of_this_client():
    found = view(
        goals=[{"id": "reach", "text": "Reach", "measure": "10,000"}],
        files=[{"name": "Brand", "link": "https://drive.example/b"}],
        sops=(
            sop("social/brief", audience=["wren"]),
            sop("social/team"),
            sop("a/b", audience=["x"]),
        ),
    )
    assert found.goals == (GoalView("Reach", "10,000"),)
    assert found.files[0].href == "https://drive.example/b"
    assert found.sops == (SopLink("Title of social/brief", "sops/social/brief/"),)
    assert [one.path for one in found.frame.nav][-1] == "sops/social/brief/"


def test_every_call_is_told_the_soonest_first():
    calls = [
        {"id": "b", "title": "Monthly", "every": "month on last workday", "at": "09:00"},
        {"id": "a", "title": "Weekly", "every": "week on tue", "at": "10:00"},
        {"id": "c", "title": "Over", "every": "day", "at": "10:00", "until": "2026-11-01"},
    ]
    assert [one.title for one in view(calls=calls).calls] == ["Weekly", "Monthly"]


def test_my_week_begins_on_the_day_on_which_the_clients_does():
    hours = {"sun": "08:00-16:00", "mon": "08:00-16:00", "wed": "09:00-12:00"}
    kept = account(of=client(country="IL", timezone="Asia/Jerusalem", language="he"))
    view = work.plan(workspace(kept, of=practice(hours=hours)), NOW).artifacts[0].content.view
    assert [one.weekdays for one in view.hours] == [(6, 0), (2,)]
