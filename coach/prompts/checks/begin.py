"""The beginning of a check in typed lines: which weeks, which day, how deep. Knows no question of the check itself."""

from datetime import date, timedelta

from coach.casebook.book import Casebook
from coach.casebook.checks.checks import CLIENT_CHECK, OpenCheck, Sitting
from coach.engine.interview.instrument import Depth
from coach.formats.days import read_day
from coach.prompts.talk import Back, Talk
from coach.store.clients import Client


class Beginning:
    """Begins a check, or goes on with one that was left."""

    def __init__(self, book: Casebook, talk: Talk) -> None:
        self.book, self.talk = book, talk
        self.words = book.library.words

    def sitting(self, client: Client, depth: Depth | None = None, on_day: date | None = None) -> Sitting:
        """A sitting to ask: of a check left unfinished, or of a new one.

        Raises Left and Back where nothing is to be begun, Refused and StoreFault where it cannot.
        """
        waiting = self.book.open_checks(client.id)
        if waiting:
            self.talk.say("begin.waiting", name=client.name)
            options = [self.named(each) for each in waiting]
            place = self.talk.choose([*options, self.talk.word("begin.anew")])
            if place < len(waiting):
                return self.book.resume(waiting[place].assessment.id)
        self.talk.say("begin.title", name=client.name)
        while True:
            day, since = self._weeks(on_day)
            try:
                return self.book.begin(client.id, depth or self._depth(), day, since)
            except Back:
                continue

    def named(self, each: OpenCheck) -> str:
        """A check left unfinished: which, of which day, and how far it had come."""
        row = each.assessment
        depth = self.talk.word(f"depth.{row.depth}")
        return self.talk.word(
            "begin.go_on", depth=depth, day=self.words.day(row.on_day), done=each.progress[0], steps=each.progress[1]
        )

    def _weeks(self, on_day: date | None) -> tuple[date | None, date | None]:
        """The day of the check and the first day of its weeks; None stands for today, and for the usual weeks."""
        day = on_day
        while True:
            first, last = self.book.window(day)
            self.talk.say("begin.weeks", first=self.words.day(first), last=self.words.day(last), weeks=self._length())
            options = ["begin.normal", "begin.other_weeks", *([] if on_day else ["begin.other_day"])]
            place = self.talk.choose([self.talk.word(each) for each in options])
            try:
                if place == 0:
                    return day, None
                if place == 1:
                    ended = self._day("begin.ask_weeks", last)
                    return day, ended - timedelta(weeks=self._length())
                day = self._day("begin.ask_day", self.book.clock.today())
            except Back:
                continue

    def _day(self, key: str, latest: date) -> date:
        while True:
            try:
                day = read_day(self.talk.line(key, weeks=self._length()), self.words.lexicon, latest)
            except ValueError:
                self.talk.say("begin.unreadable")
                continue
            if day <= latest:
                return day
            self.talk.say("begin.late", day=self.words.day(latest))

    def _depth(self) -> Depth:
        self.talk.say("begin.depth")
        return list(Depth)[self.talk.choose([self.talk.word(f"begin.{depth}") for depth in Depth])]

    def _length(self) -> int:
        return self.book.library.instrument(CLIENT_CHECK).weeks
