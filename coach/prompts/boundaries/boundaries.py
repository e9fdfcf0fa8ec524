"""My boundaries in typed lines: the check of them, where each stands, its terms and steps. Decides nothing itself."""

from coach.casebook.book import Casebook
from coach.casebook.boundaries.audit import AuditResult
from coach.casebook.boundaries.register import THEIRS
from coach.engine.boundary import STEPS, Rung, Standing
from coach.prompts.boundaries.boundary import Rungs
from coach.prompts.checks.ask import Asking
from coach.prompts.limits import Limiting
from coach.prompts.talk import Back, Talk, picked
from coach.store.clients import Client
from coach.wording.boundaries import BoundaryWords
from coach.wording.log import LogWords


class Bounding:
    """Everything about boundaries, one typed line at a time."""

    def __init__(self, book: Casebook, talk: Talk, limiting: Limiting) -> None:
        self.book, self.talk = book, talk
        self.said, self.rungs = BoundaryWords(book.library), Rungs(book, talk)
        self.asking = Asking(book, talk, limiting, book.conclude_audit)

    def due(self) -> list[str]:
        """The steps that are due, a line each."""
        words, found = self.book.library.words, []
        for each in self.book.steps_due():
            key = "today.step_with" if each.client_id is not None else "today.step"
            step, day = self.said.step(each.boundary, each.step.step), each.step.due_on
            blanks = {"boundary": self.said.name(each.boundary), "name": each.client, "step": step}
            found.append(self.talk.word(key, **blanks, day=words.day(day) if day else ""))
        return found

    def audit(self) -> None:
        """Ask the check of my boundaries and read out what to fix first."""
        result = self.asking.through(self.book.begin_audit())
        if result is not None:
            self._read(result)

    def through(self) -> None:
        """Read out where every boundary stands, and open those that are named. Raises Left or Back where done."""
        client = self._whose()
        while True:
            standings = self._list(client)
            boundary = self._which(standings)
            try:
                self._open(boundary, client)
            except Back:
                continue

    def _whose(self) -> Client | None:
        clients = self.book.clients()
        if not clients:
            return None
        self.talk.say("boundaries.whose")
        place = self.talk.choose([self.talk.word("boundaries.mine"), *(each.name for each in clients)])
        return clients[place - 1] if place else None

    def _list(self, client: Client | None) -> list[Standing]:
        standings = list(self.book.standings(client.id if client else None).values())
        terms = {name: each.params for name, each in self.book.terms(client.id if client else None).items()}
        self.talk.tell("")
        if client is None:
            self.talk.say("boundaries.list")
        else:
            self.talk.say("boundaries.list_with", name=client.name)
        self.talk.number(self.said.listing(standings, terms))
        return standings

    def _which(self, standings: list[Standing]) -> str:
        self.talk.say("boundaries.which")
        count = len(standings)
        while (place := picked(self.talk.line("choose.prompt", count=count), count)) is None:
            self.talk.say("choose.again", count=count)
        return standings[place].boundary

    def _open(self, boundary: str, client: Client | None) -> None:
        """Read one boundary out and do what is chosen, until the owner goes back."""
        acts = ["act_terms", *(["act_with"] if client else []), "act_far", "act_steps", "act_crossed"]
        while True:
            self._read_one(boundary, client)
            self.talk.say("boundaries.act")
            act = acts[self.talk.choose([self.talk.word(f"boundaries.{each}") for each in acts])]
            try:
                if act == "act_terms":
                    self.rungs.terms(boundary, None)
                elif act == "act_with":
                    self.rungs.terms(boundary, client)
                elif act == "act_far":
                    self.rungs.far(boundary, client)
                elif act == "act_steps":
                    self.rungs.steps(boundary, client)
                else:
                    self._crossed(boundary)
            except Back:
                continue

    def _read_one(self, boundary: str, client: Client | None) -> None:
        talk, said = self.talk, self.said
        stands = self.book.standing(boundary, client.id if client else None)
        talk.tell("")
        talk.say("boundaries.rule", name=said.name(boundary), rule=said.rule(boundary))
        for rung in (*STEPS, *([Rung.REFUSED] if stands.has(Rung.REFUSED) else [])):
            move = stands.reached.get(rung)
            text = said.moved(move) if move else talk.word("boundaries.unreached")
            talk.say("boundaries.step", rung=said.rung(rung), said=text)
        mine = self.book.terms().get(boundary)
        if terms := said.terms(boundary, mine.params if mine else {}):
            talk.say("boundaries.terms", terms=terms)
        else:
            talk.say("boundaries.terms_none")
        theirs = self.book.terms(client.id).get(boundary) if client else None
        if client and theirs and (terms := said.terms(boundary, theirs.params)):
            talk.say("boundaries.theirs", name=client.name, terms=terms)
        if theirs and (asked := theirs.params.get(THEIRS)):
            talk.say("boundaries.asked", text=asked)
        if advice := said.advice(stands):
            talk.say("boundaries.next", act=advice)
        told = stands.reached.get(Rung.TOLD)
        if client and told and (crossed := self.book.crossed(boundary, client.id, told.on_day)):
            log = LogWords(self.book.library)
            talk.tell(log.say("crossed.heading"))
            for each in crossed:
                talk.tell(f"- {log.line(each)}")

    def _crossed(self, boundary: str) -> None:
        book = self.book.playbook(boundary)
        self.talk.tell("")
        self.talk.number(self.said.ladder(book))
        for part in ("stretch", *(["emergency"] if book.emergency else [])):
            self.talk.tell(self.said.about(boundary, part))

    def _read(self, result: AuditResult) -> None:
        talk, said = self.talk, self.said
        talk.tell("")
        talk.say("audit.title", total=len(result.standings))
        for rung, series in zip(STEPS, result.series, strict=True):
            gone, blanks = said.grown(series), {"count": result.coverage[rung], "rung": said.rung(rung)}
            talk.tell("- " + talk.word("audit.rung_gone" if gone else "audit.rung", gone=gone, **blanks))
        talk.say("audit.first" if result.first else "audit.nothing")
        for place, need in enumerate(result.first, 1):
            advice = said.advice(result.standings[need.boundary])
            line = talk.word("audit.line", name=said.name(need.boundary), why=said.need(need), next=advice)
            talk.tell(f"{place}  {line}")
        for text in (said.fix_said(result.mine_to_fix), said.good(result.good)):
            if text:
                talk.tell(text)
