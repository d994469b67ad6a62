"""The list of files: what disagrees with it is refused, one file or the list itself."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagen.seal.broken import SealBroken
from vagen.seal.index import INDEX, Entry, Index, read, written
from vagen.seal.portal import Portal

PORTAL = Portal(bytes(range(32)))
DAY = date(2026, 11, 23)
PATHS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    str.isascii
)


def page(text, path="index.html"):
    return PORTAL.seal(path, text.encode())


def listed(portal=PORTAL, **pages):
    entries = {path: one.entry("text/html") for path, one in pages.items()}
    return portal.index(DAY, "c/fern/", entries)


@given(st.dictionaries(PATHS, st.binary(max_size=30), max_size=5), st.dates())
def test_a_list_is_read_as_it_was_written(contents, day):
    sealed = {path: PORTAL.seal(path, content) for path, content in contents.items()}
    entries = {path: one.entry("application/pdf") for path, one in sealed.items()}
    found = PORTAL.read_index(PORTAL.index(day, "c/fern/", entries, "welcome.html").data)
    assert found == Index(day, "c/fern/", "welcome.html", entries)
    for path, entry in found.files.items():
        assert PORTAL.open(path, sealed[path].data, entry) == contents[path]


def test_the_order_in_which_files_come_changes_nothing():
    one, two = page("one"), page("two")
    assert listed(a=one, b=two) == listed(b=two, a=one)


def test_a_list_with_a_letter_written_in_two_parts_is_one_of_whole_letters():
    found = PORTAL.index(DAY, "", {"e\u0301": PORTAL.seal("é", b"").entry("text/html")})
    assert list(PORTAL.read_index(found.data).files) == ["é"]


def test_a_file_of_an_older_build_is_refused():
    old, new = page("old"), page("new")
    entry = new.entry("text/html")
    assert PORTAL.open("index.html", new.data, entry) == b"new"
    assert PORTAL.open("index.html", old.data) == b"old"
    with pytest.raises(SealBroken, match="another build"):
        PORTAL.open("index.html", old.data, entry)


def test_a_swapped_file_is_refused():
    with pytest.raises(SealBroken):
        PORTAL.open("index.html", page("b", "b.html").data, page("a").entry("text/html"))


def test_the_list_of_another_portal_is_refused():
    with pytest.raises(SealBroken):
        Portal(bytes(32)).read_index(listed().data)


def test_a_page_is_no_list():
    text = written(Index(DAY, "", "index.html", {}))
    assert PORTAL.read_index(PORTAL.seal(INDEX, text).data).files == {}
    with pytest.raises(SealBroken):
        PORTAL.read_index(PORTAL.seal("index", text).data)


def test_a_list_that_gives_a_path_the_name_of_another_is_refused():
    wrong = PORTAL.index(DAY, "", {"a.html": page("b", "b.html").entry("text/html")})
    with pytest.raises(SealBroken, match="not of this portal"):
        PORTAL.read_index(wrong.data)


GOOD = json.loads(
    written(Index(DAY, "c/fern/", "index.html", {"a": Entry("a" * 26, b"s" * 32, 5, "text/html")}))
)


def changed(**values):
    return json.dumps({**GOOD, **values})


def row(**values):
    return changed(files={"a": {**GOOD["files"]["a"], **values}})


def test_the_list_that_the_others_are_changes_of_is_read():
    assert read(json.dumps(GOOD).encode()).files["a"].length == 5


@pytest.mark.parametrize(
    "text",
    ["", "[]", "1", "null", "{}", "[" * 100_000, '"\\ud800"', changed(format="vagen/2"),
     changed(more=1), changed(built="2026-11-32"), changed(built="20261123"), changed(built=5),
     changed(base=None), changed(home=[]), changed(files=[]), changed(files={"a": 1}),
     changed(files={"a": {}}), changed(files={"e\u0301": GOOD["files"]["a"]}),
     changed(files={"\ud800": GOOD["files"]["a"]}), row(name="A" * 26), row(name="a" * 25),
     row(name=5), row(name="../../../../../etc/passwd."), row(s="AAAA"), row(s=None),
     row(length=-1), row(length=True), row(length="5"), row(length=1.5), row(type=None),
     row(more=1)],
)  # fmt: skip
def test_a_list_of_another_form_is_refused(text):
    with pytest.raises(SealBroken, match="not of the format"):
        read(text.encode())


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(SealBroken):
        read(b"\xff\xfe")
