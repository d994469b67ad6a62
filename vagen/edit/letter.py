"""A new progress update: what the records tell, as a letter in the client's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vagen.edit.account import kept
from vagen.edit.change import Edit
from vagen.edit.escape import as_markdown, link
from vagen.edit.form import Blank, begun
from vagen.edit.scalar import as_yaml
from vagen.locale import Catalog, catalog
from vagen.locale.days import day, days_from_to
from vagen.locale.times import hours_words
from vagen.model.task import Task
from vagen.problems import say
from vagen.rules.progress import KindHours, Progress, progress
from vagen.source.glance import Glance

_ENDS = (".", "!", "?", "…", ":")


def update(glance: Glance, client: str, on: date) -> Edit:
    """content/clients/<id>/updates/DATE.md, drafted for the VA to go over."""
    found = kept(glance, client)
    if isinstance(found, Edit):
        return found
    path = f"{found.account.folder}/updates/{on.isoformat()}.md"
    told = progress(found.account, found.workspace.practice, on)
    language = found.account.client.language
    remark = catalog(found.workspace.practice.language).gettext(
        "only you see it; take this line out to show it to the client"
    )
    title = as_yaml(_title(told, language))
    head = f"---\ntitle: {title}\ndraft: yes  # {remark}\n---\n"
    text = head + "\n".join(letter(told, language))
    instead = say("open it in your editor, or give another day: {option}", option="--on DATE")
    return begun(glance, Blank(path, text, head.count("\n") + 1), instead)


def letter(told: Progress, language: str) -> Iterator[str]:
    """The lines of the Markdown below the front matter."""
    words = catalog(language)
    writer = _Writer(words, language, told.until)
    yield _lead(told, words, language)
    yield from _section(words.gettext("What was finished"), map(writer.finished, told.done))
    yield from _section(words.gettext("What is being done"), map(writer.going_on, told.doing))
    asked = [*map(writer.asked, told.needed)] or [words.gettext("Nothing at the moment.")]
    yield from _section(words.gettext("What I need from you"), asked, listed=bool(told.needed))
    yield from _section(words.gettext("What comes next"), map(writer.coming, told.next))
    yield from _section(words.gettext("Hours"), map(writer.hours, told.hours))
    yield ""


def _section(title: str, lines: Iterable[str], *, listed: bool = True) -> Iterator[str]:
    """A heading with a list, or nothing where there is nothing to list."""
    found = list(lines)
    if found:
        yield from ("", f"## {title}", "")
        yield from (f"- {line}" if listed else line for line in found)


def _lead(told: Progress, words: Catalog, language: str) -> str:
    """The first sentences: what the days came to."""
    count = len(told.done)
    finished = words.ngettext("One task was finished.", "{count} tasks were finished.", count)
    sentences = [finished.format(count=count)] if count else []
    if told.minutes:
        form = words.gettext("Work in these days: {hours}.")
        sentences.append(form.format(hours=hours_words(told.minutes, language)))
    return " ".join(sentences) or words.gettext("Nothing was finished in these days.")


def _title(told: Progress, language: str) -> str:
    form = catalog(language).gettext("How things stand, {days}")
    return form.format(days=days_from_to(told.since, told.until, language))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Tasks and hours as lines of a list."""

    words: Catalog
    language: str
    on: date

    def finished(self, task: Task) -> str:
        return self._sentences(task, "", with_links=True)

    def going_on(self, task: Task) -> str:
        whom = task.waiting_for if task.status == "waiting" else None
        form = self.words.gettext("waiting for {whom}")
        return self._sentences(task, form.format(whom=as_markdown(whom)) if whom else "")

    def asked(self, task: Task) -> str:
        return self._sentences(task, self._until(task), with_links=True)

    def coming(self, task: Task) -> str:
        return self._sentences(task, self._until(task), with_note=False)

    def hours(self, kind: KindHours) -> str:
        label = as_markdown(kind.label) if kind.label else self.words.gettext("Other work")
        return f"{label}: {hours_words(kind.minutes, self.language)}"

    def _until(self, task: Task) -> str:
        """By when; the year is said where it is not that of the letter."""
        if task.due is None:
            return ""
        form = self.words.gettext("until {day}")
        near = task.due.year == self.on.year
        due = day(task.due, self.language, "day_month" if near else "long")
        return form.format(day=due)

    def _sentences(
        self, task: Task, aside: str, *, with_note: bool = True, with_links: bool = False
    ) -> str:
        """The title with what is said beside it, then the note, then what can be opened."""
        title = as_markdown(task.title.within(self.language))
        note = task.note.within(self.language) if task.note and with_note else ""
        parts = [f"{title} ({aside})" if aside else title]
        parts += [as_markdown(note)] if note else []
        links = [link(one.name.within(self.language), one.link) for one in task.links]
        opened = ", ".join(links) if with_links else ""
        if note or opened:
            parts = [_ended(part) for part in parts]
        return " ".join([*parts, opened]).rstrip()


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(_ENDS) else f"{sentence}."
