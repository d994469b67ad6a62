"""What a build reads concerns it; its own output, git and what editors drop do not."""

from __future__ import annotations

import pytest

from vagen.watch.concern import concerns


@pytest.mark.parametrize(
    "path",
    [
        "vagen.yaml",
        "content",
        "content/clients/efroni/tasks.yaml",
        "content/clients/efroni/documents/הסכם.pdf",
        "layouts/portal/board.html.j2",
        "layouts/assets/vagen.css",
    ],
)
def test_what_is_read_concerns(path: str) -> None:
    assert concerns(path)


@pytest.mark.parametrize(
    "path",
    [
        "site/index.html",
        "preview/index.html",
        ".vagen/preview/index.html",
        ".git/index",
        "README.md",
        "../elsewhere/content/x.yaml",
        "content/clients/efroni/.tasks.yaml.swp",
        "content/clients/efroni/tasks.yaml~",
        "content/clients/efroni/#tasks.yaml#",
        "content/clients/efroni/.#tasks.yaml",
        "content/clients/efroni/4913",
        "content/clients/efroni/tasks.yaml.tmp",
        "content/clients/efroni/tasks.yaml___jb_tmp___",
        "content/clients/efroni/tasks.yaml.sb-1f2e3d4c-Ab12Cd",
        "content/.git/x",
        "content/.DS_Store",
    ],
)
def test_what_is_not_read_does_not(path: str) -> None:
    assert not concerns(path)
