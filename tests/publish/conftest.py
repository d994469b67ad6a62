import pytest

from tests.publish.builds import Site


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path, pages={"index.html": "home", "c/a.html": "one", "c/deep/b.html": "two"})
