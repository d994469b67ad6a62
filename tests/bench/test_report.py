"""What docs/performance.md says of whole builds is what was measured."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from bench import builds
from bench.chart import Line, chart
from bench.report import HEADING, PAGE, PICTURES, RESULTS, figures, pictures

MEASURED = json.loads(RESULTS.read_text(encoding="utf-8"))


def test_the_page_ends_with_the_figures_of_the_last_bench():
    assert HEADING + PAGE.read_text(encoding="utf-8").partition(HEADING)[2] == figures(MEASURED)


def test_its_pictures_are_those_of_the_last_bench():
    drawn = pictures(MEASURED)
    assert drawn == {name: (PICTURES / name).read_text(encoding="utf-8") for name in drawn}


def test_results_tell_nothing_of_where_they_were_measured():
    told = RESULTS.read_text(encoding="utf-8")
    assert re.findall(r"(?<!\w)/\w+|\w+://", told) == []


def test_a_picture_holds_a_dot_for_every_figure_inside_its_frame():
    lines = [Line("vagen", ((10, 1.5), (1000, 90.0))), Line("A & B", ((10, 1.5),))]
    root = ET.fromstring(chart("Cold", "seconds", lines))  # noqa: S314 - our own picture
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    dots = [dot.attrib for dot in root.iter("{http://www.w3.org/2000/svg}circle")]
    assert len(dots) == 3
    assert all(0 < float(dot["cx"]) < width and 0 < float(dot["cy"]) < height for dot in dots)
    heights = [
        float(text.attrib["y"])
        for text in root.iter("{http://www.w3.org/2000/svg}text")
        if text.text in ("vagen", "A & B")
    ]
    assert len(set(heights)) == 2


def site(place, pages):
    (place / "site").mkdir()
    for name, text in pages.items():
        (place / "site" / name).write_text(text, encoding="utf-8")
    return builds.Bench("tool", "1", place, "site", ("tool",), lambda *_: None)


@pytest.mark.parametrize(
    ("pages", "word", "said"),
    [
        ({"a.html": "word0001x06"}, "", "1 letters are missing"),
        ({"a.html": "word0001x06 word0001x07"}, "Edited", "edit is missing"),
        ({"a.html": "word0001x06", "b.txt": "word0001x07"}, "", "1 letters are missing"),
    ],
)
def test_a_site_that_lacks_a_letter_or_the_edit_stops_the_bench(tmp_path, pages, word, said):
    with pytest.raises(SystemExit, match=said):
        builds.prove(site(tmp_path, pages), {b"word0001x06", b"word0001x07"}, word)


def test_a_site_that_has_all_passes(tmp_path):
    bench = site(tmp_path, {"a.html": "word0001x06 Edited", "b.html": "word0001x07"})
    builds.prove(bench, {b"word0001x06", b"word0001x07"}, "Edited")
