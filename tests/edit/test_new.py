"""`vagen new`: what it writes passes the check at once, and nothing is ever overwritten."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.edit.desk import codes, told
from tests.sites import Site
from vagen.build import Outcome, check
from vagen.edit import newtext
from vagen.edit.account import practice_of
from vagen.edit.bill import invoice
from vagen.edit.change import Edit
from vagen.edit.folder import begin
from vagen.edit.form import filled, one_line
from vagen.edit.letter import update
from vagen.edit.newclient import FOLDERS, NewClient, client, likely, wrong_in
from vagen.edit.starter import Beginning, starter_files
from vagen.edit.writing import carry_out
from vagen.model.practice import Practice
from vagen.model.workspace import Account
from vagen.problems import Problem
from vagen.rules.totals import totals
from vagen.source.glance import Glance

TODAY = date(2026, 11, 23)
NAMES = [
    'Dana\'s "best": #1', 'עפרוני: "בע״מ" #3', "yes", "{a}, [b]", "- x", "2026", "*&%@!|>`",
]  # fmt: skip


def office(place: Path, language: str = "en") -> Path:
    """A practice as `vagen init` begins it, in Israel."""
    files = starter_files(Beginning("Desk", language, "Asia/Jerusalem", "ILS", "IL"), TODAY)
    assert begin(place, files).problems == ()
    return place


def practice(root: Path) -> Practice:
    found = practice_of(Glance(root))
    assert isinstance(found, Practice)
    return found


def new_client(root: Path, own: str, **given: str) -> Edit:
    whole = likely(NewClient(id=own, **given), practice(root), TODAY)
    assert isinstance(whole, NewClient)
    return carry_out(root, lambda glance: client(glance, whole, practice(root), TODAY))


def good(root: Path) -> Outcome:
    outcome = check(root, TODAY, strict=True)
    assert outcome.problems == ()
    assert outcome.workspace is not None
    return outcome


def account(root: Path, name: str) -> Account:
    workspace = good(root).workspace
    found = workspace.account(name) if workspace else None
    assert found is not None
    return found


def read(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("theirs", ["en", "he"])
@pytest.mark.parametrize("name", NAMES)
def test_a_client_passes_the_check(tmp_path: Path, language: str, theirs: str, name: str) -> None:
    root = office(tmp_path, language)
    edit = new_client(root, "ada", name=name, language=theirs, zone="Europe/London")
    assert told(edit) == []
    found = account(root, "ada").client
    assert found.name.within(theirs) == name
    assert (found.language, found.country, found.currency) == (theirs, "GB", "GBP")
    assert (found.status, found.since) == ("intake", TODAY)
    assert [one.title.within(theirs) for one in account(root, "ada").tasks]
    folder = root / "content/clients/ada"
    assert {path.name for path in folder.iterdir() if path.is_dir()} == set(FOLDERS)


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_examples_in_a_new_client_can_be_taken_as_they_are(
    tmp_path: Path, language: str
) -> None:
    root = office(tmp_path, language)
    new_client(root, "ada")
    for name in ("client.yaml", "payments.yaml"):
        path = root / "content/clients/ada" / name
        text = path.read_text(encoding="utf-8")
        taken = re.sub(r"^# (?=[a-z_]+:|  |- )", "", text, flags=re.MULTILINE)
        assert taken != text
        path.write_text(taken, encoding="utf-8")
    outcome = check(root, TODAY)
    assert {one.code for one in outcome.problems} <= {"unknown-document"}  # of the example
    assert outcome.workspace is not None
    found = outcome.workspace.account("ada")
    assert found is not None
    assert found.client.agreement is not None
    assert (len(found.client.contacts), len(found.client.goals), len(found.payments)) == (1, 1, 1)
    assert found.client.culture is not None


def texts(language: str) -> dict[str, Callable[[Glance, str], Edit]]:
    del language
    return {
        "sop": lambda glance, title: newtext.sop(glance, "office/new", title, TODAY),
        "service": lambda glance, title: newtext.service(glance, "new", title, TODAY),
        "note": lambda glance, title: newtext.note(glance, "first", title, TODAY),
        "invoice": lambda glance, _: invoice(glance, "first", TODAY.replace(day=1), by_hand=True),
        "update": lambda glance, _: update(glance, "first", TODAY),
    }


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("kind", ["sop", "service", "note", "invoice", "update"])
def test_a_text_passes_the_check(tmp_path: Path, language: str, kind: str) -> None:
    root = office(tmp_path, language)
    for title in ("", *NAMES) if kind in ("sop", "service", "note") else ("",):
        edit = carry_out(root, lambda glance, title=title: texts(language)[kind](glance, title))
        assert told(edit) == []
        (change,) = edit.changes
        workspace = good(root).workspace
        text = read(root, change.path)
        assert "«" not in text
        assert edit.done[0].at.line <= text.count("\n") + 1
        if title and kind == "sop":
            assert workspace is not None
            assert (found := workspace.sop("office/new")) is not None
            assert found.sop.title == title
        if title and kind == "note":
            assert text.startswith(f"# {title}\n")
        (root / change.path).unlink()


MINE = "---\ntitle: mine\n---\n"


@pytest.mark.parametrize("kind", ["sop", "service", "note", "update"])
def test_nothing_that_is_there_is_overwritten(tmp_path: Path, kind: str) -> None:
    root = office(tmp_path)
    (change,) = carry_out(root, lambda glance: texts("en")[kind](glance, "")).changes
    (root / change.path).write_text(MINE, encoding="utf-8")
    edit = carry_out(root, lambda glance: texts("en")[kind](glance, ""))
    assert codes(edit) == ["already-there"]
    assert edit.problems[0].at.path == change.path
    assert read(root, change.path) == MINE


def test_an_invoice_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    root = office(tmp_path)
    own = "kind: invoice\nlines:\n  - {text: Mine, price: 1}\n"
    path = "content/clients/first-client/invoices/draft-2026-11.yaml"
    (root / path).parent.mkdir()
    (root / path).write_text(own, encoding="utf-8")
    edit = carry_out(root, lambda glance: invoice(glance, "first", date(2026, 11, 1)))
    assert codes(edit) == ["already-there"]
    assert read(root, path) == own


def test_a_client_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    root = office(tmp_path)
    before = read(root, "content/clients/first-client/client.yaml")
    edit = new_client(root, "first-client", name="Other")
    assert set(codes(edit)) == {"already-there"}
    assert not (root / "content/clients/first-client/payments.yaml").exists()
    assert read(root, "content/clients/first-client/client.yaml") == before


def test_a_link_to_nothing_is_not_written_through(tmp_path: Path) -> None:
    root = office(tmp_path / "p")
    (root / "content/services/new.md").symlink_to(tmp_path / "elsewhere")
    edit = carry_out(root, lambda glance: newtext.service(glance, "new", "", TODAY))
    assert codes(edit) == ["already-there"]
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("kept", [None, ".DS_Store", "time/2026-11.yaml"])
def test_a_folder_that_is_there_is_left_alone(tmp_path: Path, kept: str | None) -> None:
    root = office(tmp_path)
    folder = root / "content/clients/ada"
    folder.mkdir()
    if kept:
        (folder / kept).parent.mkdir(exist_ok=True)
        (folder / kept).write_text("mine", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    ((message, hint),) = told(new_client(root, "ada"))
    assert message == "this folder is already there; nothing was written"
    assert hint.endswith("vagen new client ada-2")
    assert sorted(folder.rglob("*")) == before


def test_what_a_killed_command_left_is_in_nobodys_way(tmp_path: Path) -> None:
    root = office(tmp_path)
    left = root / "content/clients/.ada.vagen-part/time"
    left.mkdir(parents=True)
    (left / "old").write_text("half", encoding="utf-8")
    assert told(new_client(root, "ada")) == []
    folder = root / "content/clients"
    assert sorted(path.name for path in folder.iterdir()) == ["ada", "first-client"]
    assert not (folder / "ada/time/old").exists()
    good(root)


def test_a_disk_that_refuses_leaves_no_client(tmp_path: Path) -> None:
    root = office(tmp_path)
    shutil.rmtree(root / "content/clients")
    (root / "content/clients").write_text("no folder", encoding="utf-8")
    edit = new_client(root, "ada")
    assert (codes(edit), edit.done) == (["edit-write"], ())
    assert sorted(path.name for path in (root / "content").iterdir()) == [
        "clients", "services", "sops",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"id": "Fennel Street"}, "bad-id"),
        ({"id": "con"}, "bad-id"),
        ({"id": "../up"}, "bad-id"),
        ({"id": ""}, "wrong-type"),
        ({"id": "ada", "language": "klingon"}, "unknown-language"),
        ({"id": "ada", "zone": "London"}, "unknown-zone"),
        ({"id": "ada", "currency": "pounds"}, "unknown-currency"),
        ({"id": "ada", "country": "UK"}, "unknown-country"),
        ({"id": "ada", "name": "a\x07b"}, "control-character"),
        ({"id": "ada", "name": "a\udcff"}, "not-utf-8"),
    ],
)
def test_what_is_typed_is_read_by_the_rules_of_the_files(given: dict[str, str], code: str) -> None:
    found = wrong_in(NewClient(**given))
    assert found is not None
    problem, typed = found
    assert (problem.code, problem.at.path) == (code, "")
    assert problem.hint is not None
    assert typed in given.values()


@pytest.mark.parametrize(
    ("given", "zone", "country", "currency"),
    [
        ({}, "Asia/Jerusalem", "IL", "ILS"),
        ({"country": "GB"}, "Europe/London", "GB", "GBP"),
        ({"country": "DE"}, "Europe/Berlin", "DE", "EUR"),
        ({"country": "IN"}, "Asia/Kolkata", "IN", "INR"),
        ({"zone": "America/New_York"}, "America/New_York", "US", "USD"),
        ({"zone": "Europe/London", "country": "IL"}, "Europe/London", "IL", "ILS"),
        ({"zone": "Europe/Paris", "currency": "USD"}, "Europe/Paris", "FR", "USD"),
    ],
)
def test_what_is_not_given_is_what_is_likely(
    tmp_path: Path, given: dict[str, str], zone: str, country: str, currency: str
) -> None:
    own = practice(office(tmp_path))
    found = likely(NewClient(id="ada-lovelace", **given), own, TODAY)
    assert isinstance(found, NewClient)
    assert (found.zone, found.country, found.currency) == (zone, country, currency)
    assert (found.name, found.language) == ("Ada lovelace", "en")


@pytest.mark.parametrize("country", ["US", "AU", "ES"])
def test_a_country_of_many_clocks_has_to_say_which(tmp_path: Path, country: str) -> None:
    own = practice(office(tmp_path))
    found = likely(NewClient(id="ada", country=country), own, TODAY)
    assert isinstance(found, Problem)
    assert found.code == "unknown-zone"


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("AU", "Australia/Sydney"),
        ("US", "America/New_York"),
        ("ES", "Europe/Madrid"),
        ("UA", "Europe/Kyiv"),
    ],
)
def test_a_country_of_many_clocks_is_offered_a_zone_of_its_own(
    tmp_path: Path, country: str, zone: str
) -> None:
    found = likely(NewClient(id="ada", country=country), practice(office(tmp_path)), TODAY)
    assert isinstance(found, Problem)
    assert found.hint is not None
    assert dict(found.hint.values)["example"] == f"--timezone {zone}"


@pytest.mark.parametrize(
    ("name", "column"),
    [("calls", 1), ("a/b/c", 1), ("Office/calls", 1), ("office/Calls", 8), ("office/", 8)],
)
def test_an_sop_is_named_by_its_area_and_its_id(tmp_path: Path, name: str, column: int) -> None:
    root = office(tmp_path)
    edit = carry_out(root, lambda glance: newtext.sop(glance, name, "", TODAY))
    (problem,) = edit.problems
    assert problem.code in ("bad-id", "wrong-type")
    assert (problem.at.path, problem.at.column) == ("", column)


@pytest.mark.parametrize("kind", ["note", "invoice", "update"])
def test_a_client_is_meant_by_how_its_id_begins(tmp_path: Path, kind: str) -> None:
    root = office(tmp_path)
    new_client(root, "firm")
    begins = {
        "note": lambda glance, name: newtext.note(glance, name, "", TODAY),
        "invoice": lambda glance, name: invoice(glance, name, TODAY.replace(day=1), by_hand=True),
        "update": lambda glance, name: update(glance, name, TODAY),
    }[kind]
    for name, code in (("fir", "ambiguous-client"), ("zed", "unknown-client")):
        assert codes(carry_out(root, lambda glance, name=name: begins(glance, name))) == [code]
    assert codes(carry_out(root, lambda glance: begins(glance, "firs"))) == []


@pytest.mark.parametrize("kind", ["invoice", "update"])
def test_nothing_is_drawn_from_files_with_mistakes(tmp_path: Path, kind: str) -> None:
    root = office(tmp_path)
    tasks = root / "content/clients/first-client/tasks.yaml"
    tasks.write_text("- id: a\n  title: [\n", encoding="utf-8")
    edit = carry_out(root, lambda glance: texts("en")[kind](glance, ""))
    assert edit.failed
    assert {one.at.path for one in edit.problems} == {"content/clients/first-client/tasks.yaml"}
    tasks.write_text("[]\n", encoding="utf-8")
    (root / "vagen.yaml").write_text("nmae: x\n", encoding="utf-8")
    edit = carry_out(root, lambda glance: texts("en")[kind](glance, ""))
    assert {one.at.path for one in edit.problems} == {"vagen.yaml"}


def test_mistakes_elsewhere_hold_nothing_up(tmp_path: Path) -> None:
    root = office(tmp_path)
    (root / "content/sops/office/inbox.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert codes(carry_out(root, lambda glance: update(glance, "first", TODAY))) == []


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_a_name_of_any_letters_is_refused_or_read_back(name: str) -> None:
    from vagen.edit.scalar import as_yaml
    from vagen.source.nodes import Scalar, read_yaml

    found = one_line(name)
    if isinstance(found, str) and found:
        node, problems = read_yaml(f"name: {as_yaml(found)}\n", "client.yaml")
        assert problems == []
        assert node is not None
        value = node.values["name"]
        assert isinstance(value, Scalar)
        assert value.text == found == " ".join(name.split())


def test_a_sign_within_a_value_is_left_as_it_is() -> None:
    assert filled("«a» «b» «c»", {"a": "«b»", "b": "«here»"}) == "«b» «here» «c»"


def demo(tmp_path: Path) -> Site:
    return Site.demo(tmp_path)


def test_all_of_them_in_a_practice_that_lives_raise_nothing_new(tmp_path: Path) -> None:
    site = demo(tmp_path)
    before = {(one.at.path, one.code) for one in check(site.root, TODAY, strict=True).problems}
    first, name = TODAY.replace(day=1), "\N{WAVING HAND SIGN} דנה's: [x]"
    plans: list[Callable[[Glance], Edit]] = [
        lambda glance: newtext.sop(glance, "new-area/new", name, TODAY),
        lambda glance: newtext.service(glance, "new", name, TODAY),
        lambda glance: newtext.note(glance, "efroni", name, TODAY),
        lambda glance: invoice(glance, "efroni", first, by_hand=True),
        lambda glance: update(glance, "efroni", TODAY),
    ]
    for plan in plans:
        assert told(carry_out(site.root, plan)) == []
    assert told(new_client(site.root, "brand-new", name=name)) == []
    outcome = check(site.root, TODAY, strict=True)
    assert {(one.at.path, one.code) for one in outcome.problems} <= before


# An update


@pytest.mark.parametrize("name", ["efroni", "fennel-street"])
@pytest.mark.parametrize("day", ["2026-11-11", "2026-11-23"])
def test_an_update_of_the_demo_passes_and_says_nothing_private(
    tmp_path: Path, name: str, day: str
) -> None:
    site = demo(tmp_path)
    on = date.fromisoformat(day)
    edit = carry_out(site.root, lambda glance: update(glance, name, on))
    assert told(edit) == []
    outcome = check(site.root, TODAY, strict=True)
    assert [one for one in outcome.problems if one.at.path == edit.changes[0].path] == []
    assert outcome.workspace is not None
    found = outcome.workspace.account(name)
    assert found is not None
    text = edit.changes[0].after.decode()
    private = [task.title.within("he") for task in found.tasks if task.private]
    assert bool(private) is (name == "efroni")
    assert not any(title in text for title in private)
    assert ("## What is being done" in text) is (name == "fennel-street")


def test_an_update_is_drafted_from_the_records(tmp_path: Path) -> None:
    root = office(tmp_path)
    folder = "content/clients/first-client"
    (root / folder / "tasks.yaml").write_text(
        """\
- {id: rules, title: "*Rules* #1", status: done, done: 2026-11-20, note: "See [[x]]",
   links: [{name: "The [page]", link: "https://a.example/(b)"}]}
- {id: secret, title: Secret, status: done, done: 2026-11-20, private: yes}
- {id: yes-please, title: Your yes, status: approval, due: 2026-11-25}
- {id: barn, title: Barn, status: waiting, waiting_for: the barn}
- {id: packs, title: Packs, due: 2026-12-02, note: not told yet}
- {id: lease, title: The lease, due: 2030-01-31}
""",
        encoding="utf-8",
    )
    (root / folder / "time").mkdir()
    (root / folder / "time/2026-11.yaml").write_text(
        "2026-11-20: |\n  1h30m Rules #email\n  15m Call\n", encoding="utf-8"
    )
    client_file = root / folder / "client.yaml"
    text = client_file.read_text("utf-8").replace("since: 2026-11-23", "since: 2026-01-01")
    assert "since: 2026-01-01" in text
    client_file.write_text(text, encoding="utf-8")
    edit = carry_out(root, lambda glance: update(glance, "first", TODAY))
    assert told(edit) == []
    good(root)
    assert edit.changes[0].after.decode() == (
        "---\n"
        "title: How things stand, 17–23 November 2026\n"
        "draft: yes  # only you see it; take this line out to show it to the client\n"
        "---\n"
        "One task was finished. Work in these days: 1 hour 45 minutes.\n"
        "\n"
        "## What was finished\n"
        "\n"
        "- \\*Rules\\* #1. See \\[\\[x\\]\\]. [The \\[page\\]](<https://a.example/(b)>)\n"
        "\n"
        "## What is being done\n"
        "\n"
        "- Barn (waiting for the barn)\n"
        "\n"
        "## What I need from you\n"
        "\n"
        "- Your yes (until 25 November)\n"
        "\n"
        "## What comes next\n"
        "\n"
        "- Packs (until 2 December)\n"
        "- The lease (until 31 January 2030)\n"
        "\n"
        "## Hours\n"
        "\n"
        "- E-mail: 1½ hours\n"
        "- Other work: 15 minutes\n"
    )
    assert edit.done[0].at.line == 5


# An invoice


def test_the_hours_of_a_month_are_put_on_a_draft(tmp_path: Path) -> None:
    site = demo(tmp_path)
    own_draft = site.root / "content/clients/fennel-street/invoices/draft-hours.yaml"
    own_draft.unlink()
    edit = carry_out(site.root, lambda glance: invoice(glance, "fen", date(2026, 11, 1)))
    assert told(edit) == []
    outcome = check(site.root, TODAY, strict=True)
    assert outcome.problems == ()
    assert outcome.workspace is not None
    found = outcome.workspace.account("fennel-street")
    assert found is not None
    (file,) = [one for one in found.documents if one.name == "draft-2026-11"]
    document = file.document
    assert document.draft
    assert (document.kind, document.currency) == ("proforma", "GBP")
    assert {(line.unit, str(line.price), line.tax) for line in document.lines} == {
        ("hour", "38", "Z")
    }
    # Rounded up to the quarter by line, as the agreement has it.
    assert {line.text.within("en"): str(line.quantity) for line in document.lines} == {
        "Calendar and travel": "3.75",
        "Inbox": "2.75",
        "Reports": "1.75",
        "Calls": "1.00",
    }


LOG = "content/clients/first-client/time/{month}.yaml"


def logged(root: Path, *months: str) -> None:
    for month in months:
        path = root / LOG.format(month=month)
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{month}-20: |\n  1h30m Rules #email\n  15m Call\n", encoding="utf-8")
    own = root / "content/clients/first-client/client.yaml"
    text = own.read_text("utf-8").replace("since: 2026-11-23", "since: 2026-01-01")
    own.write_text(text, encoding="utf-8")


def nothing(root: Path, month: str, name: str = "first") -> tuple[str, str, str]:
    first = date.fromisoformat(f"{month}-01")
    edit = carry_out(root, lambda glance: invoice(glance, name, first))
    assert (codes(edit), edit.changes) == (["nothing-to-bill"], ())
    ((message, hint),) = told(edit)
    return edit.problems[0].at.path.removeprefix("content/clients/"), message, hint


def test_a_draft_says_what_its_lines_stand_for_and_sums_up_by_the_rules(tmp_path: Path) -> None:
    root = office(tmp_path)
    logged(root, "2026-11")
    edit = carry_out(root, lambda glance: invoice(glance, "first", date(2026, 11, 1)))
    assert told(edit) == []
    workspace = good(root).workspace
    found = account(root, "first-client")
    (file,) = found.documents
    assert [
        (line.text.within("en"), str(line.quantity), line.unit, str(line.price), line.source)
        for line in file.document.lines
    ] == [("E-mail", "1.50", "hour", "40", "log"), ("Other work", "0.25", "hour", "40", "log")]
    assert workspace is not None
    assert totals(file.document, workspace.practice, found.client).net == 70
    assert (file.document.number, file.document.issued) == (None, None)


def test_hours_that_another_document_has_are_not_put_on_two(tmp_path: Path) -> None:
    root = office(tmp_path)
    logged(root, "2026-11")
    edit = carry_out(root, lambda glance: invoice(glance, "first", date(2026, 11, 1)))
    folder = root / "content/clients/first-client/invoices"
    (folder / "draft-2026-11.yaml").rename(folder / "mine.yaml")
    assert nothing(root, "2026-11") == (
        "first-client/invoices/mine.yaml",
        "time of 2026-11 is on this document already",
        "to type its lines yourself: vagen new invoice first-client --month 2026-11 --blank",
    )
    first = date(2026, 11, 1)
    edit = carry_out(root, lambda glance: invoice(glance, "first", first, by_hand=True))
    assert "source" not in edit.changes[0].after.decode()
    good(root)


def test_without_hours_or_a_price_nothing_is_to_bill(tmp_path: Path) -> None:
    root = office(tmp_path)
    typed = "to type its lines yourself: vagen new invoice {} --month 2026-11 --blank"
    assert nothing(root, "2026-11") == (
        "first-client/time",
        "no billable time is logged in 2026-11",
        typed.format("first-client"),
    )
    logged(root, "2026-08", "2026-09")
    assert nothing(root, "2026-11")[2] == (
        "2026-09 is still to be billed: vagen new invoice first-client --month 2026-09"
    )
    new_client(root, "ada", name="Ada", zone="Europe/London")
    assert nothing(root, "2026-11", "ada") == (
        "ada/client.yaml",
        "no rate and no retainer is agreed for 2026-11",
        typed.format("ada"),
    )


def test_a_draft_to_type_has_one_line(tmp_path: Path) -> None:
    root = office(tmp_path)
    new_client(root, "ada", name="Ada", zone="Europe/London")
    carry_out(root, lambda glance: invoice(glance, "ada", date(2026, 11, 1), by_hand=True))
    (file,) = account(root, "ada").documents
    assert [str(line.price) for line in file.document.lines] == ["0"]
    assert "# Due on the day of issue" in read(root, file.path)


def test_new_client_with_a_mistake_writes_nothing(tmp_path: Path) -> None:
    root = office(tmp_path)
    whole = likely(NewClient(id="ada"), practice(root), TODAY)
    assert isinstance(whole, NewClient)
    bad = replace(whole, id="A b")
    assert codes(carry_out(root, lambda glance: client(glance, bad, practice(root), TODAY))) == [
        "bad-id"
    ]
    assert [path.name for path in (root / "content/clients").iterdir()] == ["first-client"]
