"""What all pages share."""

from __future__ import annotations

from dataclasses import replace

from tests.pages.practice import practice, stored, workspace
from vagen.model.audience import ASSETS
from vagen.pages.artifact import Asset, Copy, Text
from vagen.pages.assets import BrandView, plan_assets


def contents(site, *names):
    plan = plan_assets(site, names)
    assert plan.problems == ()
    assert {(one.audience, one.kind) for one in plan.artifacts} == {(ASSETS, "assets")}
    return {one.path: one.content for one in plan.artifacts}


def test_every_file_of_the_layouts_and_the_brands_colour():
    site = workspace(of=practice(brand={"colour": "#aa3311"}))
    found = contents(site, "vagen.css", "fonts/Heebo.woff2")
    assert found["vagen.css"] == Asset("vagen.css")
    assert found["fonts/Heebo.woff2"] == Asset("fonts/Heebo.woff2")
    assert found["brand.css"] == Text("public/brand.css.j2", BrandView("#aa3311"), "he")


def test_the_logo_is_handed_on_under_a_name_that_tells_nothing():
    logo = stored("content/brand/My Secret Client.SVG")
    assert contents(replace(workspace(), logo=logo))["logo.svg"] == Copy(logo)


def test_a_workspace_may_bring_its_own_brand_css():
    assert contents(workspace(), "brand.css") == {"brand.css": Asset("brand.css")}
