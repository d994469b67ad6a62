import pytest

from vagen.publish.key import Key, differs

OLD = Key.of({"view": "1", "templates": "2", "language": "3"})


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        (None, OLD, ("new",)),
        (OLD, OLD, ()),
        (OLD, Key.of({"language": "3", "view": "1", "templates": "2"}), ()),
        (OLD, Key.of({"view": "9", "templates": "2", "language": "3"}), ("view",)),
        (OLD, Key.of({"view": "9", "templates": "9", "language": "3"}), ("templates", "view")),
        (OLD, Key.of({"view": "1", "templates": "2"}), ("language",)),
        (OLD, Key.of({"view": "1", "templates": "2", "language": "3", "z": "4"}), ("z",)),
    ],
)
def test_the_parts_that_changed_are_named(old, new, names):
    assert differs(old, new) == names
    assert old is None or (old.digest == new.digest) == (names == ())


def test_parts_do_not_run_together():
    assert Key.of({"a": "bc"}).digest != Key.of({"ab": "c"}).digest


def test_a_part_stands_once():
    with pytest.raises(ValueError, match="once"):
        Key((("view", "1"), ("view", "2")))
