from __future__ import annotations

import pytest

from scripts import messages
from vagen.locale import po

PYTHON = """
from vagen.problems import say
A = say("no task {name} here", name=say("the {inner} one", inner=1))
B = say("Paid")
C = words.ngettext("{n} day", "{n} days", 3)
D = pgettext("board", "Next")
E = catalog.gettext(text)
"""

TEMPLATE = """
{% trans %}
  Waiting
  for you
{% endtrans %}
{% trans who=view.name %}Written by {{ who }}, 100% by hand{% endtrans %}
{{ gettext("Paid") }} {{ gettext("by %(day)s", day=view.day) }}
{% trans count=view.asks %}One thing waits{% pluralize %}{{ count }} things wait{% endtrans %}
{% do view.seen %}{% trans "board" %}Doing{% endtrans %}
"""

GATHERED = [
    (None, "100% sure"),
    (None, "One thing waits"),
    (None, "Paid"),
    (None, "Waiting for you"),
    (None, "Written by %(who)s, 100%% by hand"),
    (None, "by %(day)s"),
    (None, "no task {name} here"),
    (None, "the {inner} one"),
    (None, "{n} day"),
    ("board", "Doing"),
    ("board", "Next"),
]


@pytest.fixture
def tree(tmp_path):
    """A small project: one module, one template, no catalog yet."""
    (tmp_path / "vagen").mkdir()
    (tmp_path / "layouts" / "portal").mkdir(parents=True)
    write_python(tmp_path, PYTHON + 'F = say("100% sure")\n')
    write_template(tmp_path, TEMPLATE)
    return tmp_path


def write_python(tree, text):
    (tree / "vagen" / "board.py").write_text(text, encoding="utf-8")


def write_template(tree, text):
    (tree / "layouts" / "portal" / "board.html").write_text(text, encoding="utf-8")


def catalog_of(tree):
    return tree / "vagen" / "locale" / "he" / "LC_MESSAGES" / "vagen.po"


def run(tree, *arguments):
    return messages.main(["--root", str(tree), *arguments])


def translate(tree, translations):
    """Fill in texts by what stands before them; the others get an x around their own words."""
    path = catalog_of(tree)
    lines = path.read_text(encoding="utf-8").split("\n")
    forms = {"msgid": "", "msgid_plural": ""}
    for number, line in enumerate(lines):
        keyword, _, text = line.partition(" ")
        if keyword in forms:
            forms[keyword] = text
            forms["msgid_plural"] = text
        elif keyword.startswith("msgstr") and text == '""' and forms["msgid"] != '""':
            last = forms["msgid_plural"] if keyword == "msgstr[2]" else forms["msgid"]
            said = translations.get(last.strip('"'), "ע" + last.strip('"'))
            lines[number] = f'{keyword} "{said}"'
    path.write_text("\n".join(lines), encoding="utf-8")


def test_messages_of_python_and_templates_are_gathered(tree):
    sources = messages.gathered(tree)
    assert sorted(sources.messages, key=lambda key: (key[0] or "", key[1])) == GATHERED
    assert sources.messages[None, "One thing waits"].plural == "%(count)s things wait"
    assert sources.messages[None, "{n} day"].plural == "{n} days"
    assert sources.findings == []


def test_a_new_catalog_has_every_message_and_no_dates(tree, capsys):
    assert run(tree) == 0
    assert capsys.readouterr().out == "he: 11 messages, 11 not translated\n"
    text = catalog_of(tree).read_text(encoding="utf-8")
    assert "nplurals=3" in text
    assert "Date" not in text
    assert "board.py" not in text
    assert text.index('"One thing waits"') < text.index('"Paid"') < text.index('"{n} day"')
    assert po.read(text).form_of(2) == 1


def test_writing_twice_changes_nothing(tree):
    run(tree)
    translate(tree, {})
    run(tree)
    first = catalog_of(tree).read_bytes()
    run(tree)
    assert catalog_of(tree).read_bytes() == first


def test_a_complete_catalog_passes(tree, capsys):
    run(tree)
    translate(tree, {})
    run(tree)
    capsys.readouterr()
    assert run(tree, "--check") == 0
    assert capsys.readouterr().out == ""


def test_translations_stay_and_what_is_gone_is_dropped(tree):
    run(tree)
    translate(tree, {"Paid": "שולם"})
    write_python(tree, 'A = say("Paid")\nB = say("Late")\n')
    run(tree)
    forms = po.read(catalog_of(tree).read_text(encoding="utf-8")).forms
    assert forms[None, "Paid"] == ("שולם",)
    assert (None, "Late") not in forms
    assert (None, "the {inner} one") not in forms
    assert "#~" not in catalog_of(tree).read_text(encoding="utf-8")


def test_a_message_that_becomes_a_plural_starts_anew(tree):
    write_template(tree, "")
    write_python(tree, 'A = say("a day")')
    run(tree)
    translate(tree, {"a day": "יום"})
    write_python(tree, 'A = ngettext("a day", "{n} days", n)')
    run(tree)
    assert po.read(catalog_of(tree).read_text(encoding="utf-8")).forms == {}


def test_the_check_lists_what_is_missing_new_and_gone(tree, capsys):
    run(tree)
    translate(tree, {})
    write_python(tree, PYTHON.replace("Paid", "Late"))
    capsys.readouterr()
    assert run(tree, "--check") == 1
    assert capsys.readouterr().out.splitlines() == ["he: new: 'Late'", "he: gone: '100% sure'"]
    run(tree)
    capsys.readouterr()
    assert run(tree, "--check") == 1
    assert capsys.readouterr().out == "he: not translated: 'Late'\n"


@pytest.mark.parametrize(
    ("text", "said", "finding"),
    [
        ("by %(day)s", "עד", "other placeholders than the message: 'by %(day)s'"),
        ("by %(day)s", "עד %(dya)s", "other placeholders than the message: 'by %(day)s'"),
        ("by %(day)s", "עד %(day)", "a bracket or percent sign"),
        ("by %(day)s", "עד %(day)s ב־50%", "a bracket or percent sign"),
        ("the {inner} one", "ה־{iner}", "other placeholders"),
        ("the {inner} one", "ה־{inner} {", "a bracket or percent sign"),
        ("%(count)s things wait", "דברים", "other placeholders than the message: 'One thing"),
    ],
)
def test_a_translation_takes_the_values_of_its_message(tree, capsys, text, said, finding):
    run(tree)
    translate(tree, {text: said})
    capsys.readouterr()
    assert run(tree, "--check") == 1
    assert finding in capsys.readouterr().out


def test_plural_forms_before_the_last_may_leave_out_the_number(tree, capsys):
    run(tree)
    translate(tree, {"{n} day": "יומיים", "One thing waits": "דבר אחד מחכה"})
    run(tree)
    capsys.readouterr()
    assert run(tree, "--check") == 0


def test_a_fuzzy_translation_is_none(tree, capsys):
    run(tree)
    translate(tree, {})
    path = catalog_of(tree)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgid "Paid"', '#, fuzzy\nmsgid "Paid"'), encoding="utf-8")
    capsys.readouterr()
    assert run(tree, "--check") == 1
    assert capsys.readouterr().out == "he: not translated: 'Paid'\n"


def test_an_edit_by_hand_that_only_moves_lines_is_seen(tree, capsys):
    run(tree)
    translate(tree, {})
    path = catalog_of(tree)
    path.write_text("# mine\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    capsys.readouterr()
    assert run(tree, "--check") == 1
    assert capsys.readouterr().out == "he: not as this script writes it: run it\n"


@pytest.mark.parametrize(
    ("python", "template", "finding"),
    [
        ("A = say(text)", "", "vagen/board.py:1: say() without a literal text"),
        ('A = say("a" + b)', "", "vagen/board.py:1: say() without a literal text"),
        ("", "\n{{ gettext(name) }}", "portal/board.html:2: gettext() without a literal text"),
        ("", "\n\n{% if %}", "portal/board.html:3: "),
    ],
)
def test_what_cannot_be_gathered_is_named(tree, capsys, python, template, finding):
    write_python(tree, python)
    write_template(tree, template)
    assert run(tree, "--check") == 1
    assert finding in capsys.readouterr().out
