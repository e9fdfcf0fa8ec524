"""Last tries in typed lines: begun, read out, ended. Decides nothing itself."""

from contextlib import suppress

from coach.casebook.book import Casebook
from coach.forms.tries import begin, end
from coach.prompts.console import Back, Console
from coach.prompts.form import FormPrompts
from coach.prompts.letters import LetterPrompts
from coach.store.clients import Client
from coach.store.resets import Try
from coach.wording.tries import TryWording

LETTER = "last_try_confirmation"


class TryPrompts:
    """Everything about last tries, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console, letters: LetterPrompts) -> None:
        self.book, self.console, self.letters = book, console, letters
        self.forms, self.wording = FormPrompts(console), TryWording(book.library)

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
                with suppress(Back):
                    ended = self.forms.ask(end(self.book, running.id)).reset
                    self.console.show(self.wording.meaning(ended.ending, ended.mine))
        self._past(client)
        if self.console.choose([self.wording.say("plain.begin"), self.wording.say("plain.done")]) == 0:
            self.forms.ask(begin(self.book, client.id))
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
