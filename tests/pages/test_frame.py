from datetime import UTC, date, datetime

from tests.pages.practice import NOW, account, client, page, service, sop, stored, workspace
from vagen.pages.artifact import Artifact
from vagen.pages.frame import client_frame, public_frame, team_frame
from vagen.pages.plan import Plan, joined
from vagen.problems import Problem, Span, say


def test_a_portal_speaks_its_clients_language_and_clock():
    kept = account(of=client(language="he", timezone="Australia/Sydney"))
    frame = client_frame(workspace(kept), kept, datetime(2026, 11, 23, 20, tzinfo=UTC), "board")
    assert (frame.language, frame.practice, frame.reader) == ("he", "נועה ברקאי", "Wren & Rowe")
    assert (frame.zone, frame.today) == ("Australia/Sydney", date(2026, 11, 24))
    assert (frame.section, frame.indexed) == ("board", False)
    assert (frame.email, frame.colour, frame.logo) == ("noa@barkai.example", "#125d72", "")


def test_public_pages_list_what_is_public():
    whole = workspace(
        services=(service("social"), service("secret", public="no")),
        pages=(page("about"),),
        logo=stored("brand/Mark.SVG"),
    )
    frame = public_frame(whole, NOW, "home")
    assert [one.id for one in frame.nav] == ["home", "social", "about"]
    assert (frame.language, frame.reader, frame.indexed) == ("he", "", True)
    assert frame.logo == "logo.svg"


def test_the_team_sees_the_areas_of_its_procedures():
    sops = (sop("social/brief"), sop("office/mine", audience=["owner"]))
    frame = team_frame(workspace(sops=sops), NOW, "handbook")
    assert [one.id for one in frame.nav] == ["handbook", "social"]
    assert not frame.indexed


def test_plans_are_joined_in_their_order():
    one = Artifact(audience=None, path="a", kind="portal", content=None)
    two = Artifact(audience=None, path="b", kind="portal", content=None)
    problem = Problem(Span("x"), "code", say("Wrong"))
    assert joined([Plan((one,)), Plan((two,), (problem,))]) == Plan((one, two), (problem,))
