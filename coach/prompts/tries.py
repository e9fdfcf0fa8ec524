"""Last tries in typed lines: begun, read out, ended. Decides nothing itself."""

import re
from datetime import date, timedelta

from coach.casebook.book import Casebook
from coach.engine.reset import JUDGED, MOST_RULES, WEEKS, Ending, MyPart
from coach.formats.days import Side, read_day
from coach.prompts.console import Console, picked
from coach.prompts.letters import LetterPrompts
from coach.store.clients import Client
from coach.store.resets import Try
from coach.wording.tries import TryWording

LETTER = "last_try_confirmation"


class TryPrompts:
    """Everything about last tries, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console, letters: LetterPrompts) -> None:
        self.book, self.console, self.letters = book, console, letters
        self.wording = TryWording(book.library)

    def due(self) -> list[str]:
        """The tries that run, a line each."""
        today = self.book.clock.today()
        return [
            self.wording.say("plain.due", name=each.client, state=self.wording.state(each.kept.reset, today))
            for each in self.book.tries.running()
        ]

    def through(self, client: Client) -> None:
        """Read out how a try stands and do what is chosen; begin one where none runs.

        Raises Left or Back where the owner goes.
        """
        while (running := self.book.tries.running_with(client.id)) is not None:
            self.console.show("")
            self._read(client, running)
            acts = ("end", "stop", "letter", "done")
            act = acts[self.console.choose([self.wording.say(f"plain.{each}") for each in acts])]
            if act == "done":
                return
            if act == "letter":
                self.letters.read(LETTER, client.id)
            elif act == "stop":
                self.book.tries.stop(running.id)
                self.console.show(self.wording.say("said.stopped"))
            else:
                self._end(running)
        self._past(client)
        if self.console.choose([self.wording.say("plain.begin"), self.wording.say("plain.done")]) == 0:
            self._begin(client)
            self.through(client)

    def _read(self, client: Client, kept: Try) -> None:
        console, wording, reset, today = self.console, self.wording, kept.reset, self.book.clock.today()
        console.show(wording.say("with", name=client.name))
        console.show(wording.state(reset, today))
        for rule in wording.rule_lines(reset, self.book.tries.terms(kept)):
            console.show(f"- {rule}")
        follows = wording.follows(reset)
        console.show(wording.say("follows", follows=follows) if reset.follows else follows)
        if days := wording.meanwhile(reset, today):
            console.show(days)
        self._sides(kept)

    def _sides(self, kept: Try) -> None:
        side = self.book.tries.side_by_side(kept)
        before, after = self.wording.heads(side)
        for row in self.wording.rows(side):
            self.console.show(f"{row.name}. {before}: {row.before or '-'}. {after}: {row.after or '-'}.")

    def _past(self, client: Client) -> None:
        past = self.book.tries.of(client.id)
        self.console.show("")
        if not past:
            self.console.show(self.wording.say("none", name=client.name))
        for each in past:
            self.console.show(f"- {self.wording.line(each.reset)}")

    def _begin(self, client: Client) -> None:
        wording, console = self.wording, self.console
        offered = self.book.tries.rules_offered(client.id)
        console.show(wording.say("ask.rules"))
        console.number(wording.listing(offered))
        rules = self._which(offered)
        console.show(wording.say("ask.ends"))
        ends = self._until()
        console.show(wording.say("ask.follows"))
        kept = self.book.tries.begin(client.id, rules, self._line("plain.follows"), ends)
        console.show(wording.say("said.begun", until=self.book.library.words.day(kept.reset.ends)))

    def _which(self, offered: tuple[str, ...]) -> list[str]:
        while True:
            typed = re.split(r"[\s,;]+", self._line("plain.which"))
            places = [picked(each, len(offered)) for each in typed]
            known = [place for place in places if place is not None]
            if len(known) == len(places) and 1 <= len(set(known)) <= MOST_RULES:
                return [offered[place] for place in dict.fromkeys(known)]
            self.console.show(self.wording.say("plain.which_again"))

    def _until(self) -> date:
        words, today = self.book.library.words, self.book.clock.today()
        usual = today + timedelta(weeks=WEEKS)
        return self.console.until_read(
            self.wording.say("plain.until", day=words.day(usual)),
            lambda typed: read_day(typed, words.lexicon, today, Side.AHEAD) if typed else usual,
        )

    def _end(self, kept: Try) -> None:
        wording, console = self.wording, self.console
        by_rule: dict[str, Ending] = {}
        for rule in kept.reset.rules:
            console.show(wording.say("ask.judge", rule=wording.rule(rule)))
            by_rule[rule] = JUDGED[console.choose([wording.say(f"choice.{each}") for each in JUDGED])]
        console.show(wording.say("ask.mine"))
        mine = list(MyPart)[console.choose([wording.say(f"mine.{each}") for each in MyPart])]
        ended = self.book.tries.end(kept.id, by_rule, mine)
        if ended.reset.ending is not None:
            console.show(wording.meaning(ended.reset.ending, mine))

    def _line(self, key: str, /, **blanks: object) -> str:
        return self.console.typed(self.wording.say(key, **blanks))
