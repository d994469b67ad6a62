"""The practice's logo on its documents: a new picture redraws them all."""

from tests.sites import Site

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<path fill="{}" d="M0 0h40v20H0z"/></svg>\n'
)


def test_a_new_logo_redraws_every_document(tmp_path):
    site = Site.demo(tmp_path).good()
    plain = site.tree()
    site.change("vagen.yaml", 'colour: "#6d3b66"', 'colour: "#6d3b66"\n  logo: content/logo.svg')
    first = site.write("content/logo.svg", LOGO.format("#123456")).good().tree()
    second = site.write("content/logo.svg", LOGO.format("#654321")).good().tree()

    documents = {
        name for name in plain if name.endswith(".pdf") and "/documents/" not in name
    }  # a client's own documents are handed on as they are
    assert documents
    for name in documents:
        assert len({tree[name] for tree in (plain, first, second)}) == len("abc"), name
    changed = {name for name in second if first.get(name) != second[name]}
    assert changed == documents | {"assets/logo.svg"}
    assert b"content/logo.svg" not in b"".join(second.values())
