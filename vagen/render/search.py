"""The index of an audience as a script, which a page in a folder on disk may load too.

It holds data only: one call, whose argument is JSON. Whoever opens sealed pages can take the
argument and hand it on. The rules of folding and of prefixes go with it, so that the browser reads
those of vagen.rules.
"""

from __future__ import annotations

import json

from vagen.pages.artifact import Artifact, SearchIndex
from vagen.pages.search import SearchView
from vagen.rules.folding import DOUBLE, LETTERS, MARKS
from vagen.rules.index import index_of
from vagen.rules.prefixes import CHAIN, DEAR, FROZEN_WORDS, SHORT

RULES = {
    "marks": MARKS,
    "double": DOUBLE,
    "letters": LETTERS,
    "chain": CHAIN,
    "dear": DEAR,
    "short": SHORT,
    "frozen": FROZEN_WORDS,
}


def render_search(artifact: Artifact) -> bytes:
    """The UTF-8 bytes of an audience's index."""
    content = artifact.content
    if not isinstance(content, SearchIndex) or not isinstance(content.view, SearchView):
        raise TypeError(f"{artifact.target} is no index")
    return script(content.view)


def script(view: SearchView) -> bytes:
    """The index of a view, as a script."""
    return f"vagenSearch.load({_json(index_data(view))});\n".encode()


def index_data(view: SearchView) -> dict[str, object]:
    """The index as layouts/assets/search.js reads it."""
    index = index_of((one.title, one.text, one.place) for one in view.entries)
    return {
        "rules": RULES,
        "entries": [(one.title, one.place, one.path, one.text) for one in view.entries],
        "forms": "\n".join(index.forms),
        "found": index.found,
    }


def _json(data: object) -> str:
    """As JSON that is a script in every encoding mishap: `<` and the two line ends of Unicode."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
