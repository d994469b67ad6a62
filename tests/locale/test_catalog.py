from __future__ import annotations

import io
import subprocess
import sys

import pytest
from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from vagen.locale import LANGUAGES, Catalog, catalog, catalog_digest, chosen, direction, po
from vagen.locale.places import is_language, language_name

PO = r"""# a comment
msgid ""
msgstr ""
"Language: he\n"
"Plural-Forms: nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);\n"

msgid "Next"
msgstr "בהמשך"

msgctxt "work"
msgid "Next"
msgstr "הבא בתור"

#, python-brace-format
msgid ""
"one line\n"
"a \"quoted\" {name}\t\\ line"
msgstr ""
"שורה\n"
"״{name}״"

#, fuzzy, python-format
msgid "Guessed"
msgstr "ניחוש"

msgid "Nothing yet"
msgstr ""

#, python-format
msgid "One thing waits"
msgid_plural "%(count)s things wait"
msgstr[0] "דבר אחד מחכה"
msgstr[1] "שני דברים מחכים"
msgstr[2] "%(count)s דברים מחכים"

msgctxt "inbox"
msgid "One message"
msgid_plural "%(count)s messages"
msgstr[0] "הודעה אחת"
msgstr[1] "שתי הודעות"
msgstr[2] ""
"""


@pytest.fixture(scope="module")
def hebrew():
    return Catalog("he", po.read(PO))


def test_texts_are_translated_and_contexts_kept_apart(hebrew):
    assert hebrew.gettext("Next") == "בהמשך"
    assert hebrew.pgettext("work", "Next") == "הבא בתור"
    assert hebrew.pgettext("play", "Next") == "Next"


def test_escapes_and_texts_of_several_lines_are_read(hebrew):
    assert hebrew.gettext('one line\na "quoted" {name}\t\\ line') == "שורה\n״{name}״"


@pytest.mark.parametrize("text", ["Guessed", "Nothing yet", "Unheard of", ""])
def test_what_is_fuzzy_or_untranslated_stays_as_it_is(hebrew, text):
    assert hebrew.gettext(text) == text


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "%(count)s דברים מחכים"),
        (1, "דבר אחד מחכה"),
        (2, "שני דברים מחכים"),
        (3, "%(count)s דברים מחכים"),
        (21, "%(count)s דברים מחכים"),
    ],
)
def test_the_header_says_which_plural(hebrew, n, text):
    assert hebrew.ngettext("One thing waits", "%(count)s things wait", n) == text


@pytest.mark.parametrize(
    ("n", "text"), [(0, "%(n)s days"), (1, "a day"), (2, "%(n)s days"), (11, "%(n)s days")]
)
@pytest.mark.parametrize("language", ["en", "he"])
def test_an_unknown_plural_follows_english(language, n, text):
    assert catalog(language).ngettext("a day", "%(n)s days", n) == text
    assert catalog(language).npgettext("absence", "a day", "%(n)s days", n) == text


def test_a_plural_with_a_form_missing_is_not_translated(hebrew):
    asked = ("inbox", "One message", "%(count)s messages")
    assert hebrew.npgettext(*asked, 1) == "One message"
    assert hebrew.npgettext(*asked, 5) == "%(count)s messages"


@pytest.mark.parametrize(
    "line",
    ["nonsense", 'msgid "open', '"before any keyword"', 'msgid "a"\nmsgid "b"', "msgid 'a'"],
)
def test_a_file_that_we_do_not_write_is_refused_with_its_line(line):
    with pytest.raises(ValueError, match=r"line [12] of the catalog"):
        po.read(line)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t"))


@given(st.dictionaries(TEXTS.filter(str.strip), TEXTS, max_size=5))
def test_what_babel_writes_is_read_back(translations):
    written = BabelCatalog()
    for text, translation in translations.items():
        written.add(text, translation)
    file = io.BytesIO()
    write_po(file, written, width=0, omit_header=True)
    forms = po.read(file.getvalue().decode()).forms
    assert forms == {(None, text): (said,) for text, said in translations.items() if said}


def test_every_language_has_its_catalog():
    for language in LANGUAGES:
        assert catalog(language).language == language
        assert catalog(language) is catalog(language)
        assert is_language(language)
        assert language_name(language, language) in {"English", "עברית"}


def test_a_language_we_do_not_speak_is_answered_in_english():
    assert catalog("xx").language == "en"
    assert catalog("xx").gettext("Next") == "Next"


def test_every_catalog_has_a_digest():
    assert all(len(bytes.fromhex(catalog_digest(language))) == 32 for language in LANGUAGES)
    assert catalog_digest("xx") == catalog_digest("en")


def test_directions():
    assert [direction(language) for language in ("en", "he", "xx")] == ["ltr", "rtl", "ltr"]


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, None),
        ({"LANG": "he_IL.UTF-8"}, "he"),
        ({"LANG": "iw_IL"}, "he"),
        ({"LANG": "he"}, "he"),
        ({"LANG": "HE-il"}, "he"),
        ({"LANG": "he@calendar=hebrew"}, "he"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C"}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "fr_FR.UTF-8"}, None),
        ({"LANG": "hebrew"}, None),
        ({"LC_MESSAGES": "he_IL", "LANG": "en_US"}, "he"),
        ({"LC_ALL": "en_US", "LC_MESSAGES": "he_IL", "LANG": "he_IL"}, "en"),
        ({"LC_ALL": "C", "LANG": "he_IL"}, None),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "he_IL"}, "he"),
        ({"LC_ALL": "fr_FR", "LANG": "he_IL"}, None),
        ({"LANGUAGE": "he"}, "he"),
        ({"LANGUAGE": "he", "LANG": "en_US.UTF-8"}, "he"),
        ({"LANGUAGE": "he", "LANG": "C.UTF-8"}, "he"),
        ({"LANGUAGE": "fr:he:en", "LANG": "fr_FR"}, "he"),
        ({"LANGUAGE": "en_GB:he", "LANG": "he_IL"}, "en"),
        ({"LANGUAGE": "C:he", "LANG": "he_IL"}, None),
        ({"LANGUAGE": "fr", "LANG": "he_IL"}, None),
        ({"LANGUAGE": "", "LANG": "he_IL"}, "he"),
        ({"LANGUAGE": "he", "LC_ALL": "C"}, None),
        ({"LANGUAGE": "he", "LANG": "POSIX"}, None),
    ],
)
def test_the_environment_chooses_as_gettext_does(environ, language):
    assert chosen(environ) == language


def test_the_front_door_and_hebrew_messages_do_without_babel():
    program = (
        "import sys; from vagen.locale import catalog; catalog('he').gettext('x'); "
        "print(any(name.partition('.')[0] == 'babel' for name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ran.stdout.strip() == b"False"
