"""A row of `vagen today` for each thing that a day asks: its cells in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from vagen.cli.columns import LEFT
from vagen.locale import Catalog, direction
from vagen.locale.days import day, day_count, days_from_to, relative
from vagen.locale.lists import join
from vagen.locale.places import city
from vagen.locale.times import clock, clock_range, hours_words
from vagen.locale.weekdays import weekday
from vagen.model.workspace import Account
from vagen.rules.absences import Absent
from vagen.rules.agenda import Meeting, Running
from vagen.rules.briefing import Deadline, Waiting
from vagen.rules.clock import here
from vagen.rules.pace import Pace
from vagen.rules.timers import minutes_since

_LONGEST = 60
_NEAR = 1


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in columns; `late` is the place of the one that says so, if any."""

    cells: tuple[str, ...]
    late: int | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Tells it in the language of `words`, on the day of `now` by the clocks of `zone`.

    `live` says that now is now, so that a call can be over.
    """

    words: Catalog
    now: datetime
    zone: ZoneInfo
    live: bool

    @property
    def language(self) -> str:
        """The reader's."""
        return self.words.language

    @property
    def today(self) -> date:
        """The practice's."""
        return here(self.now, self.zone).date()

    def timer(self, one: Running) -> Row:
        """An open range of the log."""
        entry, start = one.entry, one.entry.start_instant
        if start is None:
            return Row(("", self.name(one.account), entry.text))
        spent = hours_words(max(0, minutes_since(start, self.now)), self.language)
        since = self.words.gettext("since {time}").format(time=self.moment(start, self.zone))
        return Row((since, spent, self.name(one.account), entry.text, self._who(entry.person)))

    def call(self, one: Meeting) -> Row:
        """Both clocks, whose call, what about, where to join."""
        return Row(
            (
                self._span(one, self.zone),
                self._their_span(one),
                self.name(one.account),
                one.call.title.within(self.language),
                self._stage(one),
                one.call.link or "",
            )
        )

    def task(self, one: Deadline) -> Row:
        """When it is due, how it is called, what it is."""
        matter = one.matter
        task = matter.task
        notes = (
            self.words.gettext("important") if task.important else "",
            self.words.gettext("for review") if task.status == "review" else "",
            self.words.gettext("begun") if task.status == "doing" else "",
            self._who(task.assignee),
            self._closing(one),
        )
        cells = (self._due(one) or "-", self._task(one), task.title.within(self.language))
        return Row((*cells, ", ".join(filter(None, notes))), 0 if matter.late_days else None)

    def for_me(self, one: Waiting) -> Row:
        """An answer that came, a review, something in the inbox."""
        wait = one.wait
        since = wait.since and day(wait.since, self.language, "day_mon")
        form = {
            ("answered", "yes"): self.words.gettext("the client said yes"),
            ("answered", "change"): self.words.gettext("the client asks for changes"),
            ("review", None): self.words.gettext("to be looked over"),
            ("inbox", None): self.words.gettext("in the inbox"),
        }[(wait.why, wait.answer)]
        return self._wait(one, form, since or "")

    def for_others(self, one: Waiting) -> Row:
        """Who has to do something, and for how long we have waited."""
        wait = one.wait
        since = ""
        if wait.since:
            form = self.words.gettext("since {day}, {days}")
            asked = day(wait.since, self.language, "day_mon")
            days = day_count(max(0, (self.today - wait.since).days), self.language)
            since = form.format(day=asked, days=days)
        nobody = self.words.gettext("somebody")
        whom = (wait.whom or nobody) if wait.why == "other" else self.name(wait.account)
        return self._wait(one, whom, since)

    def pace(self, one: Pace) -> Row:
        """What is left of a retainer, until when, and whether it lasts."""
        month, words = one.month, self.words
        left = hours_words(month.left, self.language)
        whole = hours_words(one.whole, self.language)
        told = words.gettext("{left} of {whole} left").format(left=left, whole=whole)
        if month.over:
            over = hours_words(month.over, self.language)
            told = words.gettext("{over} beyond {whole}").format(over=over, whole=whole)
        elif not month.left:
            told = words.gettext("all of {whole} used").format(whole=whole)
        until = words.gettext("until {day}").format(day=self._near_day(month.until))
        ends = ""
        if one.ends:
            form = words.gettext("at this pace used up: {day}")
            ends = form.format(day=self._near_day(one.ends))
        return Row((self.name(one.account), told, until, ends))

    def absent(self, one: Absent) -> Row:
        """Days on which I am away, or clients are."""
        span, name = one.days, one.days.name
        when = (
            self._near_day(span.since)
            if span.since == span.until
            else days_from_to(span.since, span.until, self.language, "day_mon")
        )
        who = join([self.name(account) for account in one.clients], self.language)
        return Row((when, who or self.words.gettext("you"), shortened(name)))

    def following(self, one: Meeting) -> str:
        """A call of another day, in a sentence."""
        begins = here(one.begins, self.zone)
        form = self.words.gettext("The next one: {day} {time}, {client}")
        return form.format(
            day=self._near_day(begins.date()),
            time=clock(begins.time()),
            client=self.name(one.account),
        )

    def moment(self, instant: datetime, zone: ZoneInfo, on: date | None = None) -> str:
        """A time of the day; with its weekday where it is not `on` (or today)."""
        local = here(instant, zone)
        return self._on(local.date(), clock(local.time()), on)

    def there(self, instant: datetime, zone: ZoneInfo, on: date | None = None) -> str:
        """`10:00 in London`."""
        return self._in(zone, self.moment(instant, zone, on))

    def name(self, account: Account) -> str:
        """What a client is called."""
        return account.client.name.within(self.language)

    def _wait(self, one: Waiting, who: str, since: str) -> Row:
        deadline = one.deadline
        matter = deadline.matter
        due = self._due(deadline)
        if due and not matter.late_days:
            due = self.words.gettext("due: {day}").format(day=due)
        notes = ", ".join(filter(None, (due, self._closing(deadline))))
        title = matter.task.title.within(self.language)
        cells = (who, since, self._task(deadline), title, notes)
        return Row(cells, len(cells) - 1 if matter.late_days else None)

    def _span(self, one: Meeting, zone: ZoneInfo) -> str:
        begins, ends = here(one.begins, zone), here(one.ends, zone)
        span = clock_range(begins.time(), ends.time())
        mark = LEFT if direction(self.language) == "rtl" else ""  # else it would end on the left
        return self._on(begins.date(), f"{mark}{span}{mark}")

    def _their_span(self, one: Meeting) -> str:
        """The client's own clock, wherever the call's zone is; nothing where it shows the same."""
        client = one.account.client
        if client.lacks("timezone"):
            return ""
        theirs = self._span(one, client.timezone)
        same = theirs == self._span(one, self.zone)
        return "" if same else self._in(client.timezone, theirs)

    def _stage(self, one: Meeting) -> str:
        now = self.now.timestamp()
        if not self.live or now < one.begins.timestamp():
            return ""
        over = now >= one.ends.timestamp()
        return self.words.pgettext("call", "over") if over else self.words.pgettext("call", "now")

    def _closing(self, one: Deadline) -> str:
        if one.closes is None:
            return ""
        over = self.live and one.closes.timestamp() <= self.now.timestamp()
        form = self.words.gettext("their day ends at {here} here, {there}")
        if over:
            form = self.words.gettext("their day ended at {here} here, {there}")
        zone, on = one.matter.account.client.timezone, one.matter.task.due
        mine = self.moment(one.closes, self.zone, on)
        return form.format(here=mine, there=self.there(one.closes, zone, on))

    def _due(self, one: Deadline) -> str:
        if one.matter.late_days:
            days = day_count(one.matter.late_days, self.language)
            return self.words.gettext("{days} late").format(days=days)
        due = one.matter.task.due
        return self._near_day(due) if due else ""

    def _who(self, person: str | None) -> str:
        return self.words.gettext("with {person}").format(person=person) if person else ""

    def _task(self, one: Deadline) -> str:
        return f"{one.matter.account.id}/{one.matter.task.id}"

    def _near_day(self, on: date) -> str:
        """`today`, `tomorrow`, else its weekday and date."""
        if 0 <= (on - self.today).days <= _NEAR:
            return relative(on, self.today, self.language)
        return day(on, self.language, "weekday_short")

    def _on(self, day_: date, time: str, on: date | None = None) -> str:
        same = day_ == (on or self.today)
        return time if same else f"{weekday(day_, self.language, 'short')} {time}"

    def _in(self, zone: ZoneInfo, time: str) -> str:
        place = city(zone.key, self.language)
        return self.words.gettext("{time} in {city}").format(time=time, city=place)


def shortened(text: str) -> str:
    """The first line, as far as a terminal has room for it."""
    line = text.split("\n", maxsplit=1)[0]
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rpartition(" ")[0] + "…"
