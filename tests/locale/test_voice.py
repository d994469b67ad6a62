"""The Hebrew speaks to one reader, whoever it is: no plural, no imperative, no slash."""

import re

import pytest

from tests.sites import ROOT
from vagen.locale import po

CATALOG = ROOT / "vagen/locale/he/LC_MESSAGES/vagen.po"
TO_MANY = re.compile(r"(?<!\w)(?:אתם|אתן|לכם|לכן,|שלכם|שלכן|מכם|אתכם|אליכם|אצלכם|לזכותכם)(?!\w)")
IMPERATIVE = re.compile(r"(?<!\w)(?:אמרו|כתבו|שלחו|פתחו|לחצו|בחרו|הורידו|הקלידו|תכתבו|ספרו)(?!\w)")
SLASH = re.compile(r"[א-ת]/[א-ת]")


@pytest.mark.parametrize("wrong", [TO_MANY, IMPERATIVE, SLASH])
def test_hebrew_reads_the_same_for_women_and_men(wrong):
    forms = po.read(CATALOG.read_text(encoding="utf-8")).forms
    assert forms
    assert [text for texts in forms.values() for text in texts if wrong.search(text)] == []
