"""Prose on a page: headings below the page's own, checklists that tick, links that are ours."""

from __future__ import annotations

from vagen.model.prose import Prose
from vagen.render.environment import Place, draw
from vagen.render.layouts import read_layouts
from vagen.render.prose import narrowest, outline, ranks, tick_key
from vagen.source.markdown import read_prose

_PAGE = '{% from "parts/prose.html.j2" import prose with context %}{{ prose(view, "k") }}'


def blocks(text: str) -> Prose:
    return read_prose(text, "page.md")[0]


def drawn(text: str) -> str:
    built_in = read_layouts()
    layouts = type(built_in)({**built_in.files, "page.html.j2": _PAGE.encode()})
    html = draw(
        layouts,
        "page.html.j2",
        blocks(text),
        language="en",
        medium="screen",
        place=Place(2, 3),
        uses=set(),
    )
    assert isinstance(html, str), html
    return " ".join(html.split())


def test_the_highest_heading_is_an_h2_and_no_rank_is_left_out() -> None:
    prose = blocks("### Brief\n\n###### Why\n\n#### How\n\n## Ideas\n\n# All")
    assert list(ranks(prose).values()) == [2, 3, 3, 2, 2]
    assert [one.words for one in outline(prose, 2)] == ["Brief", "Ideas", "All"]
    assert '<h2 id="s-brief">Brief</h2>' in drawn("### Brief")


def test_a_table_is_as_narrow_as_the_longest_word_of_each_column() -> None:
    (table,) = blocks("| a | bb bb |\n|--|--|\n| ccc c | *dd* |")
    assert narrowest(table) == (3 + 2) + (2 + 2)


def test_html_is_text() -> None:
    html = drawn("a <script>alert(1)</script> <b>b</b>")
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_checklist_is_real_boxes_with_labels_and_meaningless_names() -> None:
    html = drawn("- [ ] Read the report\n- [x] Check the links")
    key = tick_key("k", "Read the report")
    assert f'<label><input type="checkbox" data-key="{key}"><span>Read the report' in html
    assert html.count(" checked>") == 1
    assert "Read" not in key
    assert len(key) == 16


def test_a_tick_belongs_to_its_words_and_its_page() -> None:
    assert tick_key("k", "a") == tick_key("k", "a")
    assert len({tick_key("k", "a"), tick_key("k", "b"), tick_key("l", "a")}) == 3


def test_links_of_a_page_and_of_the_world() -> None:
    html = drawn("## Two words\n\n[in](#two-words) [out](https://example.com/a?b=1&c=2)")
    assert '<a href="#s-two-words">in</a>' in html
    assert '<a href="https://example.com/a?b=1&amp;c=2" rel="noopener noreferrer">out</a>' in html


def test_a_numbered_list_begins_where_it_was_begun() -> None:
    assert '<ol class="dots" start="3">' in drawn("3. three\n4. four")


def test_a_table_says_on_a_phone_what_each_value_is() -> None:
    html = drawn("| Stage | Days |\n|--|--|\n| Brief | 3 |")
    assert '<th scope="col">Stage</th>' in html
    assert '<td class="wide" data-label="Days">3</td>' in html
