"""Something that happened, in typed lines: written down, read, corrected. Decides nothing itself."""

from collections.abc import Sequence
from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.log.log import NewEntry, as_new_entry, search
from coach.engine.incident import Incident
from coach.engine.value import replace
from coach.formats.days import read_day
from coach.formats.units import read_figure
from coach.library.guide import title_for
from coach.prompts.clients import ClientPrompts
from coach.prompts.console import Back, Console, picked
from coach.prompts.log.held_replies import HeldReplyPrompts, LogConsole
from coach.store.clients import Client

LATER = "0"
"""What leaves the kind of an entry for later."""
TOLD = {"y": "yes", "n": "no", "": ""}


class LogPrompts(LogConsole):
    """Everything about the log, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console, clients: ClientPrompts) -> None:
        super().__init__(book, console)
        self.clients = clients
        self.holding = HeldReplyPrompts(book, console)

    def write(self, client: Client | None = None) -> Client:
        """Ask what happened and keep it; whom it was about. Raises Left or Back where the owner leaves it."""
        whom = client or self._whom()
        text = self._line("asked")
        mine = self._choose("whose", ("theirs", "mine")) == 1
        kind = self._kind(mine)
        self._safe(kind)
        note = NewEntry(text, mine, kind)
        if self._choose("more", ("more_no", "more_yes")) == 1:
            note = self._details(note)
        entry = self.book.log.add(whom.id, note)
        self._tell("form.saved_mine" if entry.mine else "form.saved", name=whom.name)
        return whom

    def happened(self) -> Client | None:
        """Something just happened: safety, what it was, the reply; whom to look at now, or None."""
        self._safe("", always=True)
        whom = self.write()
        if self._choose("hold", ("hold_no", "hold_yes")) == 1:
            self.holding.write(whom.id)
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
            typed = self._line("act")
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
        for was in self.book.log.corrected(entry):
            self._tell("form.stood", text=self.wording.line(was))
        self.console.show(self.wording.line(entry))
        acts = ["amend", *([] if entry.type else ["kind_now"]), "remove", "back"]
        act = acts[self.console.choose([self._word(each) for each in acts])]
        if act == "amend":
            note = replace(as_new_entry(entry), text=self._line("asked") or entry.text)
            self.book.log.amend(entry.id, self._details(note))
            self._tell("form.amended")
        elif act == "kind_now":
            kind = self._kind(entry.mine)
            if kind:
                self._safe(kind)
                self.book.log.amend(entry.id, replace(as_new_entry(entry), type=kind))
                self._tell("plain.saved_text")
        elif act == "remove":
            self.book.log.remove(entry.id)
            self._tell("plain.removed")

    def _whom(self) -> Client:
        """The client it was about: of those there are, the one last written about first, or a new one."""
        everyone = self.book.clients.everyone()
        if not everyone:
            return self.clients.added()
        last = self.book.log.last_client()
        everyone.sort(key=lambda each: each.id != last)
        self.console.show(self._word("whom"))
        place = self.console.choose([*(each.name for each in everyone), self._word("somebody_new")])
        return everyone[place] if place < len(everyone) else self.clients.added()

    def _kind(self, mine: bool) -> str:
        kinds = list(self.book.log.kinds(mine))
        self.console.show(self._word("kind"))
        self.console.number([self.wording.kind(each) for each in kinds])
        while True:
            typed = self._line("kind_prompt")
            if typed in ("", LATER):
                return ""
            if (place := picked(typed, len(kinds))) is not None:
                return kinds[place]
            self._tell("plain.kind_again", count=len(kinds))

    def _safe(self, kind: str, always: bool = False) -> None:
        """Ask for safety before anything is written down of a reason to stop. Raises Back where it is not the time."""
        known = self.book.library.incident_types.get(kind)
        if not always and (known is None or not known.stop):
            return
        self.console.show(self._word("safe"))
        if self.console.choose([self.wording.say("safety.safe"), self.wording.say("safety.unsafe")]) == 0:
            return
        for line in self.wording.safety(kind):
            self.console.show(f"- {line}")
        if title := title_for(self.book.library.guide, self.wording.rests(kind)):
            self._tell("plain.page", title=title)
        if self.console.choose([self._word("keep"), self._word("not_now")]) == 1:
            raise Back

    def _details(self, note: NewEntry) -> NewEntry:
        return replace(
            note,
            on_day=self._day(note.on_day or self.book.clock.today()),
            minutes=self._figure("minutes", "count", note.minutes),
            amount=self._figure("money", "money", note.amount),
            channel=self._line("channel") or note.channel,
            who=self._line("who") or note.who,
            told=self._told(note.told),
        )

    def _day(self, stands: date) -> date:
        words, today = self.book.library.words, self.book.clock.today()

        def read(typed: str) -> date:
            day = read_day(typed, words.lexicon, today) if typed else stands
            if day > today:
                raise Refused("day_to_come_log")
            return day

        return self.console.until_read(self._word("day", day=words.day(stands)), read)

    def _figure(self, key: str, unit: str, stands: int | None) -> int | None:
        return self.console.until_read(
            self._word(key),
            lambda typed: read_figure(typed, unit, self.book.library.words.lexicon)[0] if typed else stands,
        )

    def _told(self, stands: str) -> str:
        while (typed := self._line("told").lower()) not in TOLD:
            self._tell("plain.told_again")
        return TOLD[typed] or stands
