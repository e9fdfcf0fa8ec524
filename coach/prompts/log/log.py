"""Something that happened, in typed lines: written down, read, corrected. Decides nothing itself."""

from collections.abc import Sequence

from coach.casebook.book import Casebook
from coach.casebook.log.log import search
from coach.engine.incident import Incident
from coach.forms.form import Form, Texts
from coach.forms.log import Written, before_all, correction, kind_of, new_entry, safety, stop_named
from coach.library.guide import topic_for
from coach.prompts.clients import ClientPrompts
from coach.prompts.console import Back, Console, Left, picked
from coach.prompts.guide import GuidePrompts
from coach.prompts.log.held_replies import HeldReplyPrompts, LogConsole
from coach.store.clients import Client


class LogPrompts(LogConsole):
    """Everything about the log, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console, clients: ClientPrompts) -> None:
        super().__init__(book, console)
        self.clients = clients
        self.holding, self.guide = HeldReplyPrompts(book, console), GuidePrompts(book, console)

    def write(self, client: Client | None = None, likely: bool = False) -> Client:
        """Ask what happened and keep it; whom it was about. Raises Left or Back where the owner leaves it.

        ``likely`` says that a reply is to be held next, unless the owner says otherwise.
        """
        whom = client or self._whom()
        if self._ask(new_entry(self.book, whom.id, fixed=True, hold=likely)).hold:
            self.holding.write(whom.id)
        return whom

    def happened(self) -> Client | None:
        """Something just happened: safety, what it was, the reply; whom to look at now, or None."""
        self._safe("")
        whom = self.write(likely=True)
        return whom if self._choose("check", ("check_now", "check_later")) == 0 else None

    def read(self, client: Client) -> None:
        """Read the log of a client out, and open what is named. Raises Left or Back where the owner is done."""
        entries = self.book.log.of(client.id)
        while True:
            if not entries:
                self._tell("plain.log_empty", name=client.name)
                return
            self._tell("plain.log_of", name=client.name)
            self._list(client, entries)
            typed = self.console.typed(self._word("act"))
            if not typed:
                return
            if (place := picked(typed, len(entries))) is None:
                found = search(self.book.log.of(client.id), typed, names=self.wording.names())
                entries = found or entries
                if not found:
                    self._tell("log.none_found")
                continue
            try:
                self._open(entries[place])
            except Back:
                continue
            entries = self.book.log.of(client.id)

    def _list(self, client: Client, entries: Sequence[Incident]) -> None:
        """The entries with their numbers, between everything else that is dated; alone where they were searched for."""
        numbers = {each.id: place for place, each in enumerate(entries, 1)}
        if len(numbers) < len(self.book.log.of(client.id)):
            self.console.number([self.wording.line(each) for each in entries])
            return
        for moment in self.book.timeline.of(client.id):
            if moment.entry is not None:
                self.console.show(f"{numbers[moment.entry.id]}  {self.wording.line(moment.entry)}")
            else:
                self.console.show(f"- {self.wording.dated(moment)}")

    def due(self) -> list[str]:
        """The replies whose time has come, and how many entries have no kind yet, a line each."""
        unnamed = self.book.log.unnamed()
        return [*self.holding.due(), *([self.wording.count("today.unnamed", len(unnamed))] if unnamed else [])]

    def _open(self, entry: Incident) -> None:
        self.console.show(self.wording.line(entry))
        acts = ["amend", *([] if entry.type else ["kind_now"]), "remove", "back"]
        act = acts[self.console.choose([self._word(each) for each in acts])]
        if act in ("amend", "kind_now"):
            self._ask((correction if act == "amend" else kind_of)(self.book, entry.id))
        elif act == "remove":
            self.book.log.remove(entry.id)
            self._tell("plain.removed")

    def _whom(self) -> Client:
        """The client it was about: of those there are, the one last written about first, or a new one."""
        everyone = self.book.clients.everyone()
        if not everyone:
            return self.clients.add()
        last = self.book.log.last_client()
        everyone.sort(key=lambda each: each.id != last)
        self.console.show(self._word("whom"))
        place = self.console.choose([*(each.name for each in everyone), self._word("somebody_new")])
        return everyone[place] if place < len(everyone) else self.clients.add()

    def _ask(self, form: Form) -> Written:
        """Ask for an entry; as soon as a reason to stop is named, safety comes first."""
        settled = {"", stop_named(self.book, form.texts())}

        def after(texts: Texts) -> None:
            if (kind := stop_named(self.book, texts)) not in settled:
                self._safe(kind)
                settled.add(kind)

        written: Written = self.forms.ask(form, after)
        return written

    def _safe(self, kind: str) -> None:
        """Ask for safety before anything is written down. Raises Left where it is not the time."""
        if self.forms.ask(safety(self.book)):
            return
        way = self.forms.ask(before_all(self.book, kind))
        if way == "page":
            self.guide.page(topic_for(self.book.library.guide, self.wording.rests(kind)))
        if way != "go_on":
            raise Left
