"""Before signing, in typed lines: prospects, their check, what it came to, and what follows. Decides nothing."""

from coach.casebook.book import Casebook
from coach.casebook.clients import PROSPECT
from coach.casebook.desk import Refused
from coach.casebook.prospects import ProspectResult
from coach.engine.prospect import Advice
from coach.forms.clients import new_prospect
from coach.prompts.checks.ask import InterviewPrompts
from coach.prompts.console import Console
from coach.prompts.form import FormPrompts
from coach.prompts.letters import LetterPrompts
from coach.prompts.limits import LimitPrompts
from coach.store.clients import Client
from coach.wording.prospects import ProspectWording

DECLINE, REFER = "enquiry_decline", "enquiry_refer"
"""Letters to somebody new; ending a job that runs takes other ones."""


class ProspectPrompts:
    """Asks about somebody before signing, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console, limits: LimitPrompts, letters: LetterPrompts) -> None:
        self.book, self.console, self.letters = book, console, letters
        self.wording = ProspectWording(book.library)
        self.asking = InterviewPrompts(book, console, limits, book.prospects.conclude)

    def through(self) -> None:
        """Choose a prospect, or name a new one, and go on with them. Raises Left or Back where the owner is done."""
        waiting = self.book.prospects.everyone()
        place = 0
        if waiting:
            self.console.say("prospect.whom")
            place = self.console.choose([self.console.text("prospect.new"), *(each.client.name for each in waiting)])
        if not place:
            self.check(self.book.clients.one(FormPrompts(self.console).ask(new_prospect(self.book))))
        elif (result := waiting[place - 1].result) is None or waiting[place - 1].waiting:
            self.check(waiting[place - 1].client)
        else:
            self._follow(result)

    def named(self, name: str | None) -> None:
        """Go through the check of the prospect of that name, added where nobody is called so. Raises as above."""
        if name is None:
            self.through()
            return
        try:
            client = self.book.clients.find(name)
        except Refused as problem:
            if problem.key != "client_unknown":
                raise
            client = self.book.prospects.add(name)
        self.check(client)

    def check(self, client: Client) -> None:
        """Ask, read the result out, and offer what may follow it. Raises Refused, Left and Back."""
        result = self.asking.through(self.book.prospects.begin(client.id))
        if result is not None:
            self._follow(result)

    def _follow(self, result: ProspectResult) -> None:
        self._read(result)
        while self.book.clients.one(result.client.id).state == PROSPECT:
            declining = result.considered.outcome is Advice.DECLINE
            acts = ["decline", "refer", "take"] if declining else ["take", "decline", "refer"]
            acts[1:1] = ["clauses"] if result.considered.terms else []
            acts = [*acts, "away", "again", "later"]
            act = acts[self.console.choose([self.console.text(f"prospect.act.{each}") for each in acts])]
            if act == "later":
                return
            if act == "take":
                self.console.say("prospect.taken", name=self.book.prospects.take(result.client.id).name)
            elif act == "away":
                self.book.prospects.decline(result.client.id)
                self.console.say("prospect.declined", name=result.client.name)
            elif act == "again":
                self.check(result.client)
                return
            elif act == "clauses":
                terms = self.wording.terms(result)
                letter = terms[self.console.choose([each.line for each in terms])].letter
                self.letters.letter(self.book.letters.letter(letter), result.client.id)
            else:
                self.letters.letter(self.book.letters.letter(DECLINE if act == "decline" else REFER), result.client.id)

    def _read(self, result: ProspectResult) -> None:
        console, wording, outcome = self.console, self.wording, result.considered.outcome
        console.show("")
        console.show(result.client.name)
        console.show(f"{wording.of(outcome, 'line')} {wording.of(outcome, 'said')}")
        console.show(wording.words("report.next", act=wording.of(outcome, "act")))
        for heading, entries in wording.findings(result):
            console.show(heading)
            for entry in entries:
                console.show(f"- {entry}")
        console.show("")
