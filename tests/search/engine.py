"""The search that vagen ships, over the texts of the set: each text is an entry without a title."""

from tests.search.judged import corpus
from vagen.rules.index import index_of
from vagen.rules.search import search

TEXTS = [text.id for text in corpus()]
INDEX = index_of(("", text.text, "") for text in corpus())


def everything(query):
    return [TEXTS[hit.entry] for hit in search(INDEX, query)]


def certain(query):
    return [TEXTS[hit.entry] for hit in search(INDEX, query) if not hit.doubtful]
