"""What all pages share: styles, fonts, scripts, the brand's colour and its logo."""

from __future__ import annotations

from dataclasses import dataclass

from vagen.model.audience import ASSETS
from vagen.model.workspace import Workspace
from vagen.pages.artifact import Artifact, Asset, Content, Copy, Text
from vagen.pages.frame import logo_name
from vagen.pages.plan import Plan

BRAND = "brand.css"


@dataclass(frozen=True, slots=True)
class BrandView:
    """brand.css: the one colour that all shades follow."""

    colour: str


def plan_assets(workspace: Workspace, names: tuple[str, ...]) -> Plan:
    """The files of layouts/assets/, whose `names` the caller read, and those that the brand makes.

    A workspace that brings its own brand.css has that one.
    """
    practice = workspace.practice
    brand = Text("public/brand.css.j2", BrandView(practice.brand.colour), practice.language)
    contents: dict[str, Content] = {BRAND: brand}
    if workspace.logo is not None:
        contents[logo_name(workspace)] = Copy(workspace.logo)
    contents |= {name: Asset(name) for name in names}
    return Plan(
        tuple(Artifact(ASSETS, name, "assets", contents[name]) for name in sorted(contents))
    )
