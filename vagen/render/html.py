"""Pages and small text files, from view to bytes."""

from __future__ import annotations

from vagen.pages.artifact import Artifact, Html, Text
from vagen.problems import Problem
from vagen.render.environment import draw, place_of
from vagen.render.layouts import Layouts


def render_html(artifact: Artifact, layouts: Layouts) -> bytes | Problem:
    """The UTF-8 bytes of an artifact that is Html or Text, or what is wrong with its template."""
    content = artifact.content
    if not isinstance(content, Html | Text):
        raise TypeError(f"{artifact.target} is not drawn as a page")
    drawn = draw(
        layouts,
        content.template,
        content.view,
        language=content.language,
        medium="screen",
        place=place_of(artifact),
        uses=set(),  # the icons that a page draws, so that its sprite holds no others
    )
    return drawn if isinstance(drawn, Problem) else drawn.encode("utf-8")
