"""Who may ask, and what a path means: the values that keep everyone else out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vagen.serve.asked import file_for, folder_for, is_near, is_ours, page_of, wanted

FILES = {"index.html", "c/one/index.html", "c/one/a b.pdf", "הסכם.pdf"}


@pytest.mark.parametrize("host", ["127.0.0.1:8200", "localhost:8200", "LOCALHOST:8200"])
def test_its_own_names_are_let_in(host: str) -> None:
    assert is_ours([host], 8200)


@pytest.mark.parametrize(
    "hosts",
    [
        [], [""], ["evil.example:8200"], ["127.0.0.1"], ["localhost"], ["127.0.0.1:8201"],
        ["127.0.0.1.evil.example:8200"], ["localhost.evil.example:8200"], ["[::1]:8200"],
        ["0.0.0.0:8200"], ["127.0.0.1:8200@evil.example"], ["127.0.0.1:8200", "evil.example"],
        ["127.0.0.1:8200", "127.0.0.1:8200"],
    ],
)  # fmt: skip
def test_any_other_name_is_not(hosts: list[str]) -> None:
    assert not is_ours(hosts, 8200)


def test_port_80_needs_no_number() -> None:
    assert is_ours(["localhost"], 80)


def test_other_sites_may_send_a_person_here_and_ask_nothing_else() -> None:
    assert is_near(None, None)
    assert is_near("none", "navigate")
    assert is_near("same-origin", "no-cors")
    assert is_near("cross-site", "navigate")
    assert not is_near("cross-site", "no-cors")
    assert not is_near("same-site", "cors")


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/", ""),
        ("/?a=/../b", ""),
        ("/c/one/", "c/one/"),
        ("/c/one/a%20b.pdf", "c/one/a b.pdf"),
        ("/%D7%94%D7%A1%D7%9B%D7%9D.pdf", "הסכם.pdf"),
        ("/a%2520b", "a%20b"),
    ],
)
def test_a_target_is_decoded_once(target: str, path: str) -> None:
    assert wanted(target) == path


@pytest.mark.parametrize(
    "target",
    [
        "", "*", "index.html", "http://127.0.0.1:8200/", "//etc/passwd", "/../vagen.yaml",
        "/c/../../vagen.yaml", "/%2e%2e/vagen.yaml", "/..", "/.", "/c/./one", "/..%2fvagen.yaml",
        "/..%5cvagen.yaml", "/..\\vagen.yaml", "/c//one", "/a%00.html", "/a%0d%0ab", "/%ff",
        "/%c0%ae%c0%ae/vagen.yaml",
    ],
)  # fmt: skip
def test_what_could_lead_out_is_no_path(target: str) -> None:
    assert wanted(target) is None


@given(st.text())
@example("/c/%2e%2e/%2e%2e/x")
def test_no_path_leads_out(target: str) -> None:
    path = wanted(target)
    assert path is None or not {"..", "."} & set(path.split("/"))
    assert path is None or "\\" not in path


def test_a_folder_is_its_first_page() -> None:
    assert page_of("") == "index.html"
    assert file_for("c/one/", FILES) == "c/one/index.html"
    assert file_for("c/one", FILES) is None
    assert folder_for("c/one", FILES) == "c/one/"
    assert folder_for("c/two", FILES) is None
    assert file_for("c/", FILES) is None
    assert folder_for("", FILES) is None
