"""My boundaries in typed lines: the check of them, where each stands, its terms and steps. Decides nothing itself."""

from contextlib import suppress

from coach.casebook.audit import AuditResult
from coach.casebook.book import Casebook
from coach.casebook.boundaries import THEIRS
from coach.engine.boundary import STEPS, Rung, Standing
from coach.prompts.boundaries.boundary import BoundaryPrompts
from coach.prompts.checks.ask import InterviewPrompts
from coach.prompts.console import Back, Console, picked
from coach.prompts.limits import LimitPrompts
from coach.store.clients import Client
from coach.wording.boundaries import BoundaryWording
from coach.wording.log import LogWording


class BoundariesPrompts:
    """Everything about boundaries, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console, limits: LimitPrompts) -> None:
        self.book, self.console = book, console
        self.wording, self.rungs = BoundaryWording(book.library), BoundaryPrompts(book, console)
        self.asking = InterviewPrompts(book, console, limits, book.audit.conclude)

    def due(self) -> list[str]:
        """The steps that are due, a line each."""
        words, found = self.book.library.words, []
        for each in self.book.boundaries.steps_due():
            key = "today.step_with" if each.client_id is not None else "today.step"
            step, day = self.wording.step(each.boundary, each.step.step), each.step.due_on
            blanks = {"boundary": self.wording.name(each.boundary), "name": each.client, "step": step}
            found.append(self.console.text(key, **blanks, day=words.day(day) if day else ""))
        return found

    def audit(self) -> None:
        """Ask the check of my boundaries and read out what to fix first."""
        result = self.asking.through(self.book.audit.begin())
        if result is not None:
            self._read(result)

    def through(self) -> None:
        """Read out where every boundary stands, and open those that are named. Raises Left or Back where done."""
        client = self._whose()
        while True:
            standings = self._list(client)
            boundary = self._which(standings)
            with suppress(Back):
                self._open(boundary, client)

    def _whose(self) -> Client | None:
        clients = self.book.clients.everyone()
        if not clients:
            return None
        self.console.say("boundaries.whose")
        place = self.console.choose([self.console.text("boundaries.mine"), *(each.name for each in clients)])
        return clients[place - 1] if place else None

    def _list(self, client: Client | None) -> list[Standing]:
        standings = list(self.book.boundaries.standings(client.id if client else None).values())
        terms = {name: each.params for name, each in self.book.boundaries.terms(client.id if client else None).items()}
        self.console.show("")
        if client is None:
            self.console.say("boundaries.list")
        else:
            self.console.say("boundaries.list_with", name=client.name)
        self.console.number(self.wording.listing(standings, terms))
        return standings

    def _which(self, standings: list[Standing]) -> str:
        self.console.say("boundaries.which")
        count = len(standings)
        while (place := picked(self.console.line("choose.prompt", count=count), count)) is None:
            self.console.say("choose.again", count=count)
        return standings[place].boundary

    def _open(self, boundary: str, client: Client | None) -> None:
        """Read one boundary out and do what is chosen, until the owner goes back."""
        acts = ["act_terms", *(["act_with"] if client else []), "act_far", "act_steps", "act_put_off", "act_crossed"]
        while True:
            self._read_one(boundary, client)
            self.console.say("boundaries.act")
            act = acts[self.console.choose([self.console.text(f"boundaries.{each}") for each in acts])]
            with suppress(Back):
                if act == "act_terms":
                    self.rungs.terms(boundary, None)
                elif act == "act_with":
                    self.rungs.terms(boundary, client)
                elif act == "act_far":
                    self.rungs.far(boundary, client)
                elif act == "act_steps":
                    self.rungs.steps(boundary, client)
                elif act == "act_put_off":
                    self.rungs.put_off(boundary, client)
                else:
                    self._crossed(boundary)

    def _read_one(self, boundary: str, client: Client | None) -> None:
        console, wording = self.console, self.wording
        stands = self.book.boundaries.standing(boundary, client.id if client else None)
        console.show("")
        console.say("boundaries.rule", name=wording.name(boundary), rule=wording.rule(boundary))
        for rung in (*STEPS, *([Rung.REFUSED] if stands.has(Rung.REFUSED) else [])):
            move = stands.reached.get(rung)
            text = wording.moved(move) if move else console.text("boundaries.unreached")
            console.say("boundaries.step", rung=wording.rung(rung), said=text)
        mine = self.book.boundaries.terms().get(boundary)
        if terms := wording.terms(boundary, mine.params if mine else {}):
            console.say("boundaries.terms", terms=terms)
        else:
            console.say("boundaries.terms_none")
        theirs = self.book.boundaries.terms(client.id).get(boundary) if client else None
        if client and theirs and (terms := wording.terms(boundary, theirs.params)):
            console.say("boundaries.theirs", name=client.name, terms=terms)
        if theirs and (asked := theirs.params.get(THEIRS)):
            console.say("boundaries.asked", text=asked)
        if advice := wording.advice(stands):
            console.say("boundaries.next", act=advice)
        told = stands.reached.get(Rung.TOLD)
        if client and told and (crossed := self.book.log.crossed(boundary, client.id, told.on_day)):
            log = LogWording(self.book.library)
            console.show(log.say("crossed.heading"))
            for each in crossed:
                console.show(f"- {log.line(each)}")

    def _crossed(self, boundary: str) -> None:
        book = self.book.boundaries.playbook(boundary)
        self.console.show("")
        self.console.number(self.wording.ladder(book))
        for part in ("stretch", *(["emergency"] if book.emergency else [])):
            self.console.show(self.wording.about(boundary, part))

    def _read(self, result: AuditResult) -> None:
        console, wording = self.console, self.wording
        console.show("")
        console.say("audit.title", total=len(result.standings))
        for rung, series in zip(STEPS, result.series, strict=True):
            gone, blanks = wording.grown(series), {"count": result.coverage[rung], "rung": wording.rung(rung)}
            console.show("- " + console.text("audit.rung_gone" if gone else "audit.rung", gone=gone, **blanks))
        console.say("audit.first" if result.first else "audit.nothing")
        for place, need in enumerate(result.first, 1):
            advice = wording.advice(result.standings[need.boundary])
            line = console.text("audit.line", name=wording.name(need.boundary), why=wording.need(need), next=advice)
            console.show(f"{place}  {line}")
        for text in (wording.fix_text(result.mine_to_fix), wording.good(result.good)):
            if text:
                console.show(text)
