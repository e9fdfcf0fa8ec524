"""Something that happened, in typed lines: written down, read, corrected. Decides nothing itself."""

from collections.abc import Sequence
from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.log.log import Note, note_of, search
from coach.engine.incident import Incident
from coach.engine.value import replace
from coach.formats.days import read_day
from coach.formats.figures import read_figure
from coach.library.guide import title_for
from coach.prompts.log.held_replies import HoldingBack, Said
from coach.prompts.talk import Back, Talk, picked
from coach.store.clients import Client
from coach.store.file.errors import StoreFault

LATER = "0"
"""What leaves the kind of an entry for later."""
TOLD = {"y": "yes", "n": "no", "": ""}


class Logging(Said):
    """Everything about the log, one typed line at a time."""

    def __init__(self, book: Casebook, talk: Talk) -> None:
        super().__init__(book, talk)
        self.holding = HoldingBack(book, talk)

    def write(self, client: Client | None = None) -> Client:
        """Ask what happened and keep it; whom it was about. Raises Left or Back where the owner leaves it."""
        whom = client or self._whom()
        text = self._line("asked")
        mine = self._choose("whose", ("theirs", "mine")) == 1
        kind = self._kind(mine)
        self._safe(kind)
        note = Note(text, mine, kind)
        if self._choose("more", ("more_no", "more_yes")) == 1:
            note = self._details(note)
        entry = self.book.log(whom.id, note)
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
        entries = self.book.logged(client.id)
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
                found = search(self.book.logged(client.id), typed, names=self.said.names())
                entries = found or entries
                if not found:
                    self._tell("log.none_found")
                continue
            try:
                self._open(entries[place])
            except Back:
                continue
            entries = self.book.logged(client.id)

    def _list(self, client: Client, entries: Sequence[Incident]) -> None:
        """The entries with their numbers, between everything else that is dated; alone where they were searched for."""
        numbers = {each.id: place for place, each in enumerate(entries, 1)}
        if len(numbers) < len(self.book.logged(client.id)):
            self.talk.number([self.said.line(each) for each in entries])
            return
        for moment in self.book.timeline(client.id):
            if moment.entry is not None:
                self.talk.tell(f"{numbers[moment.entry.id]}  {self.said.line(moment.entry)}")
            else:
                self.talk.tell(f"- {self.said.dated(moment)}")

    def due(self) -> list[str]:
        """The replies whose time has come, and how many entries have no kind yet, a line each."""
        unnamed = self.book.unnamed()
        return [*self.holding.due(), *([self.said.count("today.unnamed", len(unnamed))] if unnamed else [])]

    def _open(self, entry: Incident) -> None:
        for was in self.book.corrected(entry):
            self._tell("form.stood", text=self.said.line(was))
        self.talk.tell(self.said.line(entry))
        acts = ["amend", *([] if entry.type else ["kind_now"]), "remove", "back"]
        act = acts[self.talk.choose([self._word(each) for each in acts])]
        if act == "amend":
            note = replace(note_of(entry), text=self._line("asked") or entry.text)
            self.book.amend(entry.id, self._details(note))
            self._tell("form.amended")
        elif act == "kind_now":
            kind = self._kind(entry.mine)
            if kind:
                self._safe(kind)
                self.book.amend(entry.id, replace(note_of(entry), type=kind))
                self._tell("plain.saved_text")
        elif act == "remove":
            self.book.remove(entry.id)
            self._tell("plain.removed")

    def _whom(self) -> Client:
        """The client it was about: of those there are, the one last written about first, or a new one."""
        everyone = self.book.clients()
        if not everyone:
            return self._new()
        last = self.book.last_client()
        everyone.sort(key=lambda each: each.id != last)
        self.talk.tell(self._word("whom"))
        place = self.talk.choose([*(each.name for each in everyone), self._word("somebody_new")])
        return everyone[place] if place < len(everyone) else self._new()

    def _new(self) -> Client:
        while True:
            try:
                client = self.book.add_client(self.talk.line("menu.name"))
            except (Refused, StoreFault) as problem:
                self.talk.problem(problem)
                continue
            self.talk.say("menu.added", name=client.name)
            return client

    def _kind(self, mine: bool) -> str:
        kinds = list(self.book.kinds(mine))
        self.talk.tell(self._word("kind"))
        self.talk.number([self.said.kind(each) for each in kinds])
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
        self.talk.tell(self._word("safe"))
        if self.talk.choose([self.said.say("safety.safe"), self.said.say("safety.unsafe")]) == 0:
            return
        for line in self.said.safety(kind):
            self.talk.tell(f"- {line}")
        if title := title_for(self.book.library.guide, self.said.rests(kind)):
            self._tell("plain.page", title=title)
        if self.talk.choose([self._word("keep"), self._word("not_now")]) == 1:
            raise Back

    def _details(self, note: Note) -> Note:
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
        words = self.book.library.words
        while True:
            typed = self._line("day", day=words.day(stands))
            try:
                day = read_day(typed, words.lexicon, self.book.clock.today()) if typed else stands
            except ValueError:
                self._tell("form.day_odd")
                continue
            if day <= self.book.clock.today():
                return day
            self.talk.problem(Refused("day_to_come_log"))

    def _figure(self, key: str, unit: str, stands: int | None) -> int | None:
        while True:
            typed = self._line(key)
            try:
                return read_figure(typed, unit)[0] if typed else stands
            except ValueError:
                self._tell(f"form.{key}_odd")

    def _told(self, stands: str) -> str:
        while (typed := self._line("told").lower()) not in TOLD:
            self._tell("plain.told_again")
        return TOLD[typed] or stands
