from __future__ import annotations

import pytest

from tests.model.refusal import cure, refused, sentences
from vagen.model.flag import read_flag


@pytest.mark.parametrize("text", ["true", "Yes", "ON"])
def test_yes(text):
    assert read_flag(text) is True


@pytest.mark.parametrize("text", ["false", "No", "OFF"])
def test_no(text):
    assert read_flag(text) is False


@pytest.mark.parametrize(("text", "meant"), [("y", "yes"), ("0", "no"), ("לא", "no"), ("eh", None)])
def test_anything_else_is_a_mistake(text, meant):
    assert cure(read_flag, text) == ("wrong-type", meant)


def test_a_slip_is_recognised():
    assert sentences(refused(read_flag, "flase"))[1] == "type: false"
