"""The last call in typed lines: the card, its blanks, the reason, answers, practice, a note. Decides nothing."""

import random

from coach.casebook.book import Casebook
from coach.prompts.letters import Penning
from coach.prompts.talk import Talk
from coach.store.clients import Client
from coach.wording.calls import CONFIRMATION, LEGAL, NOTICE, REASON, Call


class Calling:
    """Prepares the call that ends a job, one typed line at a time."""

    def __init__(self, book: Casebook, talk: Talk, penning: Penning) -> None:
        self.book, self.talk, self.penning = book, talk, penning

    def through(self, client: Client) -> None:
        """Read the card out and do what is chosen. Raises Left or Back where the owner is done."""
        advised = False
        while True:
            call = Call(self.book, client.id)
            self.talk.tell("")
            self.talk.tell(call.text(advised).rstrip("\n"))
            self.talk.tell("")
            acts = ["blanks", "reason", "practise", "note", "confirm", "later"]
            if call.closed(advised):
                acts = ["notice", *(["advised"] if call.barred == LEGAL else []), "later"]
            act = acts[self.talk.choose([self.talk.word(f"call.act.{each}") for each in acts])]
            if act == "later":
                return
            if act == "blanks":
                self.penning.ask([(call.writing, name) for name in call.writing.blanks])
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
                self.penning.letter(self.book.letter(letter), client.id)

    def practise(self, client: Client, advised: bool = False) -> None:
        """What they may say, in an order nobody knows beforehand, each with an answer after one's own."""
        call = Call(self.book, client.id)
        if call.closed(advised):
            self.talk.tell(call.text().rstrip("\n"))
            return
        objections = random.sample(call.objections, len(call.objections))
        self.talk.say("call.practice", count=len(objections))
        for number, each in enumerate(objections, 1):
            self.talk.tell("")
            self.talk.say("call.they", number=number, count=len(objections), they=each.they)
            self.talk.line("call.yours")
            self.talk.say("call.answer", you=each.you)
        self.talk.say("call.practised")

    def _reason(self, call: Call) -> None:
        reasons = call.reasons
        self.talk.say("call.which")
        lines = [self.talk.word("call.reason", name=each.name, sentence=each.sentence) for each in reasons]
        place = self.talk.choose([*lines, self.talk.word("call.own")])
        if place < len(reasons):
            call.choose(reasons[place])
        else:
            self.penning.ask([(call.writing, REASON)])

    def _note(self, client: Client) -> None:
        if note := self.book.call_note(client.id):
            self.talk.say("note.stands", note=note)
        typed = self.talk.ask("note.prompt")
        if typed:
            self.book.note_call(client.id, typed)
            self.talk.say("note.saved")
