from datetime import date

import pytest

from tests.sites import Site
from vagen.source.day import read_day
from vagen.source.workspace import load

DAY = date(2026, 11, 23)
CLIENT = """\
name: Wren
country: GB
language: en
timezone: Europe/London
currency: GBP
"""
PRACTICE = """\
name: Noa
owner: Noa
email: noa@barkai.example
country: IL
language: en
timezone: Asia/Jerusalem
currency: ILS
brand: {logo: content/brand/logo.svg}
kinds:
  - {id: email, label: E-mail}
"""
RETAINER = """\
since: 2026-01-01
agreement:
  # What we agreed.
  terms: net 15
  since: 2026-08-01
  retainer:
    hours: 10h
    price: 900
    rollover: ROLLS
"""
MONTHS = ("2025-12", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12")


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path / "p", tmp_path / "p/site").write("vagen.yaml", PRACTICE)
    for month in MONTHS:
        site.write(f"content/clients/wren/time/{month}.yaml", f"{month}-15: |\n  1h Mail #email\n")
    site.write("content/clients/wren/invoices/one.yaml", "nothing: of this is read\n")
    return site


def files(site, record=CLIENT):
    site.write("content/clients/wren/client.yaml", record)
    found = read_day(site.root, DAY, ["wren"])
    return sorted(path.removeprefix("content/clients/wren/") for path in found.texts)


def test_of_the_log_two_months_are_read(site):
    logs = ["time/2026-10.yaml", "time/2026-11.yaml"]
    assert files(site) == ["client.yaml", *logs, "vagen.yaml"]


@pytest.mark.parametrize("rolls", ["no", "false"])
def test_hours_that_do_not_move_on_need_no_more(site, rolls):
    assert len(files(site, CLIENT + RETAINER.replace("ROLLS", rolls))) == 4


@pytest.mark.parametrize("rolls", ["yes", "5h"])
def test_hours_that_move_on_are_followed_from_the_agreements_first_month(site, rolls):
    logs = [f"time/{month}.yaml" for month in MONTHS[2:-1]]
    found = files(site, CLIENT + RETAINER.replace("ROLLS", rolls))
    assert found == ["client.yaml", *logs, "vagen.yaml"]


def test_where_the_agreement_is_written_in_one_line_every_month_is_read(site):
    flow = "agreement: {since: 2026-08-01, retainer: {hours: 10h, price: 900, rollover: yes}}\n"
    assert len(files(site, CLIENT + flow)) == 2 + len(MONTHS[:-1])


def test_a_year_of_tasks_is_read_where_one_of_them_is_not_done(site):
    site.write("content/clients/wren/tasks.yaml", "- {id: a, title: A}\n")
    done = "- id: b\n  title: B\n  status: done\n  done: 2025-02-01\n"
    site.write("content/clients/wren/tasks/2025.yaml", done)
    site.write("content/clients/wren/tasks/2026.yaml", done + "- id: c\n  title: C\n")
    assert [one for one in files(site) if "tasks" in one] == ["tasks.yaml", "tasks/2026.yaml"]


def test_it_loads_as_the_same_records_and_no_file_is_missed(site):
    files(site)
    loaded = load(read_day(site.root, DAY, ["wren"]))
    assert loaded.problems == ()
    (account,) = loaded.workspace.accounts
    assert [one.on.isoformat() for one in account.entries] == ["2026-10-15", "2026-11-15"]


def test_a_link_that_leaves_the_workspace_is_a_problem(site, tmp_path):
    files(site)
    (tmp_path / "tasks.yaml").write_text("- {id: a, title: A}\n", encoding="utf-8")
    (site.root / "content/clients/wren/tasks.yaml").symlink_to(tmp_path / "tasks.yaml")
    loaded = load(read_day(site.root, DAY, ["wren"]))
    assert [one.code for one in loaded.problems] == ["link-leaves-workspace"]
    assert loaded.workspace.accounts[0].tasks == ()
