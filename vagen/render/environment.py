"""The Jinja environments, one a language and medium: they see a view and two kinds of link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from jinja2 import BaseLoader, Environment, TemplateNotFound, TemplateSyntaxError

from vagen.locale import catalog, direction
from vagen.model.audience import address
from vagen.pages.artifact import Artifact
from vagen.problems import Problem
from vagen.render.drawing import Scale
from vagen.render.filters import filters
from vagen.render.layouts import FOLDER, Layouts, Medium
from vagen.render.sandbox import Walled
from vagen.render.template_error import template_error


@dataclass(frozen=True, slots=True)
class Place:
    """How many folders a page stands below its audience's first page, and below the site's root."""

    below_audience: int = 0
    below_root: int = 0

    def href(self, path: str) -> str:
        """The relative link to a path of the same audience, "" being its first page.

        A folder is written out to its index.html, so that the link works in a folder on disk too.
        """
        file, mark, anchor = path.partition("#")
        if not file or file.endswith("/"):
            file += "index.html"
        return "../" * self.below_audience + file + mark + anchor

    def asset(self, name: str) -> str:
        """The relative link to an asset."""
        return f"{'../' * self.below_root}assets/{name}"


def place_of(artifact: Artifact) -> Place:
    """Where an artifact's page stands when it is written in the clear."""
    within = artifact.path.count("/")
    return Place(within, address(artifact.audience).count("/") + within)


def draw(  # noqa: PLR0913 - what a page's bytes are a function of
    layouts: Layouts,
    template: str,
    view: object,
    *,
    language: str,
    medium: Medium,
    place: Place,
    **more: object,
) -> str | Problem:
    """The text of a page. What is wrong with a template comes back as a Problem at its line.

    `more` are values that the room adds to what a template sees (the shades of a printed colour).
    """
    environment = environment_of(layouts, language, medium)
    seen = {"view": view, "href": place.href, "asset": place.asset, **more}
    try:
        return environment.get_template(template).render(seen)
    except Exception as error:  # noqa: BLE001 - a template is a person's code: any mistake is theirs
        return template_error(error, template, seen, layouts)


@lru_cache(maxsize=8)  # two languages on two media, before and after a change
def environment_of(layouts: Layouts, language: str, medium: Medium) -> Environment:
    """The environment for pages in this language on this medium, with its compiled templates."""
    environment = Walled(
        loader=_Loader(layouts, medium),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    words = catalog(language)
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        words.gettext,
        words.ngettext,
        newstyle=True,
        pgettext=words.pgettext,
        npgettext=words.npgettext,
    )
    environment.globals |= {
        "lang": language,
        "dir": direction(language),
        "scale": partial(Scale, turned=direction(language) == "rtl"),
    }
    environment.filters |= filters(language, medium)
    return environment


class _Loader(BaseLoader):
    """Hands out the files that were read and that the digest of this medium covers, no other:
    what a page could include beside them would change without its key.
    """

    def __init__(self, layouts: Layouts, medium: Medium) -> None:
        self._layouts = layouts
        self._medium = medium

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        del environment
        data = self._layouts.files.get(template)
        if data is None or not self._layouts.shapes(template, self._medium):
            raise TemplateNotFound(template)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError("not UTF-8", line, template) from error
        return text, f"{FOLDER}/{template}", lambda: True
