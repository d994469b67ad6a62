"""Which files a build is made of, and which names are only what editors drop beside them."""

from __future__ import annotations

import re

WATCHED = ("content", "layouts", "vagen.yaml")
"""All that a build reads, relative to the workspace. site/, .vagen/ and .git are not among it."""

_DROPPINGS = re.compile(
    r"""\..*               # hidden: .git, .DS_Store, Vim's .name.swp, Emacs' .#name
      | .*~                # copies of many editors
      | \#.*\#             # Emacs, unsaved
      | 4913               # Vim tries whether it may write here
      | .*\.(swp|swx|tmp|part|crdownload)
      | .*___jb_(tmp|old)___
      | .*\.sb-[0-9a-f]+-\w+   # macOS, while saving
    """,
    re.VERBOSE,
)


def concerns(path: str) -> bool:
    """Whether a build may differ when the file or folder at `path` does (`/`, in the workspace)."""
    first, *rest = path.split("/")
    if first not in WATCHED:
        return False
    return not any(_DROPPINGS.fullmatch(name) for name in rest)
