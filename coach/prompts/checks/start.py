"""The beginning of a check in typed lines: which weeks, which day, how deep. Knows no question of the check itself."""

from contextlib import suppress
from datetime import date, timedelta

from coach.casebook.checks.checks import CLIENT_CHECK
from coach.casebook.checks.sitting import OpenCheck, Sitting
from coach.engine.interview.instrument import Depth
from coach.formats.days import read_day
from coach.prompts.console import Back
from coach.prompts.prompts import Prompts
from coach.store.clients import Client


class StartPrompts(Prompts):
    """Begins a check, or goes on with one that was left."""

    def sitting(self, client: Client, depth: Depth | None = None, on_day: date | None = None) -> Sitting:
        """A sitting to ask: of a check left unfinished, or of a new one.

        Raises Left and Back where nothing is to be begun, Refused and StoreFault where it cannot.
        """
        waiting = self.book.checks.unfinished(client.id)
        if waiting:
            self.console.say("begin.waiting", name=client.name)
            options = [self.named(each) for each in waiting]
            place = self.console.choose([*options, self.console.text("begin.anew")])
            if place < len(waiting):
                return self.book.checks.resume(waiting[place].assessment.id)
        self.console.say("begin.title", name=client.name)
        while True:
            day, since = self._weeks(on_day)
            with suppress(Back):
                return self.book.checks.begin(client.id, depth or self._depth(), day, since)

    def named(self, each: OpenCheck) -> str:
        """A check left unfinished: which, of which day, and how far it had come."""
        row = each.assessment
        depth = self.console.text(f"depth.{row.depth}")
        return self.console.text(
            "begin.go_on", depth=depth, day=self.words.day(row.on_day), done=each.progress[0], steps=each.progress[1]
        )

    def _weeks(self, on_day: date | None) -> tuple[date | None, date | None]:
        """The day of the check and the first day of its weeks; None stands for today, and for the usual weeks."""
        day = on_day
        while True:
            first, last = self.book.checks.window(day)
            self.console.say(
                "begin.weeks", first=self.words.day(first), last=self.words.day(last), weeks=self._length()
            )
            options = ["begin.normal", "begin.other_weeks", *([] if on_day else ["begin.other_day"])]
            place = self.console.choose([self.console.text(each) for each in options])
            with suppress(Back):
                if place == 0:
                    return day, None
                if place == 1:
                    ended = self._day("begin.ask_weeks", last)
                    return day, ended - timedelta(weeks=self._length())
                day = self._day("begin.ask_day", self.book.clock.today())

    def _day(self, key: str, latest: date) -> date:
        prompt, lexicon = self.console.text(key, weeks=self._length()), self.words.lexicon
        while (day := self.console.until_read(prompt, lambda typed: read_day(typed, lexicon, latest))) > latest:
            self.console.say("begin.late", day=self.words.day(latest))
        return day

    def _depth(self) -> Depth:
        self.console.say("begin.depth")
        return list(Depth)[self.console.choose([self.console.text(f"begin.{depth}") for depth in Depth])]

    def _length(self) -> int:
        return self.book.library.instrument(CLIENT_CHECK).weeks
