from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vagen.render.colour import AA, contrast, on, paper_colours

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


def test_a_brand_that_reads_is_printed_as_it_is() -> None:
    shades = paper_colours("#125d72")
    assert (shades.brand, shades.darkened) == ("#125d72", False)


def test_a_brand_too_light_to_read_is_darkened_and_says_so() -> None:
    shades = paper_colours("#ffee00")
    assert shades.darkened
    assert contrast(shades.brand, "#fff") >= AA


@given(COLOURS)
def test_what_is_read_on_paper_can_be_read(brand: str) -> None:
    shades = paper_colours(brand)
    for shade in (shades.brand, shades.mid, shades.deep):
        assert contrast(shade, "#ffffff") >= AA


@given(COLOURS)
@example("#000000")
@example("#ffdd00")
def test_both_circles_of_a_cover_are_seen_on_its_field_in_grey_too(brand: str) -> None:
    shades = paper_colours(brand)
    for shade in (shades.deep, shades.mid):
        assert contrast(shade, shades.brand) > 1.14  # whole numbers of colour lose some


@given(COLOURS)
def test_the_letter_on_the_mark_stands_out(brand: str) -> None:
    assert contrast(on(brand), brand) >= 3
