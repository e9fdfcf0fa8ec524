"""Before signing, in typed lines: prospects, their check, what it came to, and what follows. Decides nothing."""

from coach.casebook.book import Casebook
from coach.casebook.clients import PROSPECT
from coach.casebook.desk import Refused
from coach.casebook.prospects import ProspectResult
from coach.engine.prospect import Advice
from coach.prompts.checks.ask import Asking
from coach.prompts.letters import Penning
from coach.prompts.limits import Limiting
from coach.prompts.talk import Talk
from coach.store.clients import Client
from coach.wording.prospects import ProspectWords

DECLINE, REFER = "enquiry_decline", "enquiry_refer"
"""Letters to somebody new; ending a job that runs takes other ones."""


class Prospecting:
    """Asks about somebody before signing, one typed line at a time."""

    def __init__(self, book: Casebook, talk: Talk, limiting: Limiting, penning: Penning) -> None:
        self.book, self.talk, self.penning = book, talk, penning
        self.said = ProspectWords(book.library)
        self.asking = Asking(book, talk, limiting, book.conclude_prospect)

    def through(self) -> None:
        """Choose a prospect, or name a new one, and go on with them. Raises Left or Back where the owner is done."""
        waiting = self.book.prospects()
        place = 0
        if waiting:
            self.talk.say("prospect.whom")
            place = self.talk.choose([self.talk.word("prospect.new"), *(each.client.name for each in waiting)])
        if not place:
            self.check(self.book.add_prospect(self.talk.line("prospect.name")))
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
            client = self.book.find_client(name)
        except Refused as problem:
            if problem.key != "client_unknown":
                raise
            client = self.book.add_prospect(name)
        self.check(client)

    def check(self, client: Client) -> None:
        """Ask, read the result out, and offer what may follow it. Raises Refused, Left and Back."""
        result = self.asking.through(self.book.begin_prospect(client.id))
        if result is not None:
            self._follow(result)

    def _follow(self, result: ProspectResult) -> None:
        self._read(result)
        while self.book.client(result.client.id).state == PROSPECT:
            declining = result.considered.outcome is Advice.DECLINE
            acts = ["decline", "refer", "take"] if declining else ["take", "decline", "refer"]
            acts[1:1] = ["clauses"] if result.considered.terms else []
            acts = [*acts, "away", "again", "later"]
            act = acts[self.talk.choose([self.talk.word(f"prospect.act.{each}") for each in acts])]
            if act == "later":
                return
            if act == "take":
                self.talk.say("prospect.taken", name=self.book.take(result.client.id).name)
            elif act == "away":
                self.book.decline(result.client.id)
                self.talk.say("prospect.declined", name=result.client.name)
            elif act == "again":
                self.check(result.client)
                return
            elif act == "clauses":
                terms = self.said.terms(result)
                letter = terms[self.talk.choose([each.line for each in terms])].letter
                self.penning.letter(self.book.letter(letter), result.client.id)
            else:
                self.penning.letter(self.book.letter(DECLINE if act == "decline" else REFER), result.client.id)

    def _read(self, result: ProspectResult) -> None:
        talk, said, outcome = self.talk, self.said, result.considered.outcome
        talk.tell("")
        talk.tell(result.client.name)
        talk.tell(f"{said.of(outcome, 'line')} {said.of(outcome, 'said')}")
        talk.tell(said.words("report.next", act=said.of(outcome, "act")))
        for heading, entries in (
            ("reasons", said.reasons(result)),
            ("questions", said.questions(result)),
            ("terms", [each.line for each in said.terms(result)]),
            ("seen", said.seen(result)),
            ("notes", said.notes(result)),
        ):
            if entries:
                talk.tell(said.words(f"prospect.{heading}"))
                for entry in entries:
                    talk.tell(f"- {entry}")
        talk.tell("")
