"""The last call in typed lines: the card, its blanks, the reason, answers, practice, a note. Decides nothing."""

import random
from contextlib import suppress

from coach.casebook.book import Casebook
from coach.prompts.console import Back, Console
from coach.prompts.letters import LetterPrompts
from coach.reports.calls import call_text
from coach.store.clients import Client
from coach.wording.calls import CONFIRMATION, LEGAL, NOTICE, REASON, Call


class CallPrompts:
    """Prepares the call that ends a job, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console, letters: LetterPrompts) -> None:
        self.book, self.console, self.letters = book, console, letters

    def through(self, client: Client) -> None:
        """Read the card out and do what is chosen. Raises Left or Back where the owner is done."""
        advised = False
        while True:
            call = Call(self.book, client.id)
            self.console.show("")
            self.console.show(call_text(call, advised).rstrip("\n"))
            self.console.show("")
            acts = ["blanks", "reason", "practise", "note", "confirm", "later"]
            if call.closed(advised):
                acts = ["notice", *(["advised"] if call.barred == LEGAL else []), "later"]
            act = acts[self.console.choose([self.console.text(f"call.act.{each}") for each in acts])]
            if act == "later":
                return
            if act == "blanks":
                self.letters.ask([(call.writing, name) for name in call.writing.blanks])
            elif act == "reason":
                self._reason(call)
            elif act == "advised":
                advised = True
            elif act == "practise":
                self.practise(client, advised)
            elif act == "note":
                self._note(client)
            else:
                letter = NOTICE if act == "notice" else CONFIRMATION
                self.letters.letter(self.book.letters.letter(letter), client.id)

    def practise(self, client: Client, advised: bool = False) -> None:
        """What they may say, in an order nobody knows beforehand, each with an answer after one's own."""
        call = Call(self.book, client.id)
        if call.closed(advised):
            self.console.show(call_text(call).rstrip("\n"))
            return
        objections = random.sample(call.objections, len(call.objections))
        self.console.say("call.practice", count=len(objections))
        for number, each in enumerate(objections, 1):
            self.console.show("")
            self.console.say("call.they", number=number, count=len(objections), they=each.they)
            self.console.line("call.yours")
            self.console.say("call.answer", you=each.you)
        self.console.say("call.practised")

    def _reason(self, call: Call) -> None:
        reasons = call.reasons
        self.console.say("call.which")
        lines = [self.console.text("call.reason", name=each.name, sentence=each.sentence) for each in reasons]
        place = self.console.choose([*lines, self.console.text("call.own")])
        if place < len(reasons):
            call.choose(reasons[place])
        else:
            self.letters.ask([(call.writing, REASON)])

    def _note(self, client: Client) -> None:
        if note := self.book.calls.note(client.id):
            self.console.say("note.stands", note=note)
        typed = ""
        with suppress(Back):
            typed = self.console.written(self.console.text("note.prompt"))
        if typed:
            self.book.calls.set_note(client.id, typed)
            self.console.say("note.saved")
