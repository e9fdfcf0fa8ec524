"""Last tries and what changed in typed lines: begun, read out, ended. Decides nothing itself."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from coach.casebook.book import Casebook
from coach.engine.reset import JUDGED, MOST_RULES, WEEKS, Ending, MyPart
from coach.formats.days import day_ahead
from coach.prompts.talk import Talk, picked
from coach.store.clients import Client
from coach.store.resets import Try
from coach.wording.receipts import ReceiptWords
from coach.wording.trends import ChangeWords
from coach.wording.tries import TryWords

LETTER = "last_try_confirmation"


class Trying:
    """Everything about last tries, one typed line at a time."""

    def __init__(
        self, book: Casebook, talk: Talk, letter: Callable[[str, int], None], report: Callable[..., str]
    ) -> None:
        """``letter`` writes a letter by id to a client, ``report`` writes down what changed."""
        self.book, self.talk, self.letter, self.report = book, talk, letter, report
        self.said, self.changed = TryWords(book.library), ChangeWords(book.library)

    def due(self) -> list[str]:
        """The tries that run, a line each."""
        today = self.book.clock.today()
        return [
            self.said.say("plain.due", name=each.client, state=self.said.state(each.kept.reset, today))
            for each in self.book.tries_running()
        ]

    def through(self, client: Client) -> None:
        """Read out how a try stands and do what is chosen; begin one where none runs.

        Raises Left or Back where the owner goes.
        """
        while (running := self.book.current_try(client.id)) is not None:
            self.talk.tell("")
            self._read(client, running)
            acts = ("end", "stop", "letter", "done")
            act = acts[self.talk.choose([self.said.say(f"plain.{each}") for each in acts])]
            if act == "done":
                return
            if act == "letter":
                self.letter(LETTER, client.id)
            elif act == "stop":
                self.book.stop_reset(running.id)
                self.talk.tell(self.said.say("said.stopped"))
            else:
                self._end(running)
        self._past(client)
        if self.talk.choose([self.said.say("plain.begin"), self.said.say("plain.done")]) == 0:
            self._begin(client)
            self.through(client)

    def changes(self, client: Client) -> None:
        """Read out what changed with a client."""
        changes, tries = self.book.changes(client.id), self.book.tries(client.id)
        self.talk.tell("")
        text = self.report(client.name, changes, tries, self.changed, self.said)
        self.talk.tell(text.rstrip("\n"))

    def receipt(self, client: Client) -> None:
        """Read out what a client cost in a quarter that is chosen, the name masked."""
        quarters = self.book.quarters(client.id)
        place = self.talk.choose([f"{each.year}Q{each.number}" for each in quarters]) if len(quarters) > 1 else 0
        self.talk.tell("")
        kept = self.book.receipt(client.id, quarters[place])
        self.talk.tell(ReceiptWords(self.book.library).text(kept).rstrip("\n"))

    def _read(self, client: Client, kept: Try) -> None:
        talk, said, reset, today = self.talk, self.said, kept.reset, self.book.clock.today()
        talk.tell(said.say("with", name=client.name))
        talk.tell(said.state(reset, today))
        for rule in said.rule_lines(reset, self.book.try_terms(kept)):
            talk.tell(f"- {rule}")
        talk.tell(said.say("follows", follows=said.follows(reset)) if reset.follows else said.follows(reset))
        if days := said.meanwhile(reset, today):
            talk.tell(days)
        self._sides(kept)

    def _sides(self, kept: Try) -> None:
        side = self.book.side_by_side(kept)
        before, after = self.said.heads(side)
        for row in self.said.rows(side):
            self.talk.tell(f"{row.name}. {before}: {row.before or '-'}. {after}: {row.after or '-'}.")

    def _past(self, client: Client) -> None:
        past = self.book.tries(client.id)
        self.talk.tell("")
        if not past:
            self.talk.tell(self.said.say("none", name=client.name))
        for each in past:
            self.talk.tell(f"- {self.said.line(each.reset)}")

    def _begin(self, client: Client) -> None:
        said, talk = self.said, self.talk
        offered = self.book.try_rules(client.id)
        talk.tell(said.say("ask.rules"))
        talk.number(said.listing(offered))
        rules = self._which(offered)
        talk.tell(said.say("ask.ends"))
        ends = self._until()
        talk.tell(said.say("ask.follows"))
        kept = self.book.start_reset(client.id, rules, self._line("plain.follows"), ends)
        talk.tell(said.say("said.begun", until=self.book.library.words.day(kept.reset.ends)))

    def _which(self, offered: tuple[str, ...]) -> list[str]:
        while True:
            typed = re.split(r"[\s,;]+", self._line("plain.which"))
            places = [picked(each, len(offered)) for each in typed]
            known = [place for place in places if place is not None]
            if len(known) == len(places) and 1 <= len(set(known)) <= MOST_RULES:
                return [offered[place] for place in dict.fromkeys(known)]
            self.talk.tell(self.said.say("plain.which_again"))

    def _until(self) -> date:
        words, today = self.book.library.words, self.book.clock.today()
        usual = today + timedelta(weeks=WEEKS)
        while True:
            typed = self._line("plain.until", day=words.day(usual))
            try:
                return day_ahead(typed, words.lexicon, today) if typed else usual
            except ValueError:
                self.talk.tell(self.said.say("plain.unreadable"))

    def _end(self, kept: Try) -> None:
        said, talk = self.said, self.talk
        by_rule: dict[str, Ending] = {}
        for rule in kept.reset.rules:
            talk.tell(said.say("ask.judge", rule=said.rule(rule)))
            by_rule[rule] = JUDGED[talk.choose([said.say(f"choice.{each}") for each in JUDGED])]
        talk.tell(said.say("ask.mine"))
        mine = list(MyPart)[talk.choose([said.say(f"mine.{each}") for each in MyPart])]
        ended = self.book.end_reset(kept.id, by_rule, mine)
        if ended.reset.ending is not None:
            talk.tell(said.meaning(ended.reset.ending, mine))

    def _line(self, key: str, /, **blanks: object) -> str:
        return self.talk.typed(self.said.say(key, **blanks))
