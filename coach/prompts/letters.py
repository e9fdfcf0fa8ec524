"""Letters in typed lines: chosen, filled, read out, saved, kept as sent. Knows no screen; decides nothing itself."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.letters import PACK
from coach.engine.letter import Letter, Tone
from coach.formats.days import read_day
from coach.library.letters import GROUPS
from coach.prompts.talk import Back, Talk
from coach.store.file.errors import StoreFault
from coach.wording.letters.draft import Writing
from coach.wording.letters.filled import WELCOME, BadBlank, LetterWords
from coach.wording.letters.welcome_pack import Pack


class Paper(Protocol):
    """What can be saved and kept as sent: a letter, or the welcome pack."""

    def save(self) -> object:
        """Save it; gives the path."""
        ...

    def ready(self) -> None:
        """Raises Refused where it cannot be kept as sent."""
        ...

    def sent(self, on_day: date) -> None:
        """Keep it as sent."""
        ...


class Penning:
    """Letters and the welcome pack, one typed line at a time."""

    def __init__(self, book: Casebook, talk: Talk) -> None:
        self.book, self.talk = book, talk
        self.words, self.said = book.library.words, LetterWords(book)

    def through(self) -> None:
        """Choose whom to write to and which letter, then write it. Raises Left or Back where the owner is done."""
        client_id = self._whom()
        letter = self._which()
        if letter == PACK:
            self.pack(client_id)
        else:
            self.letter(self.book.letter(letter), client_id)

    def letter(self, letter: Letter, client_id: int | None, tone: Tone | None = None) -> None:
        """Write one letter. Raises Left or Back where the owner is done."""
        writing = Writing(self.said, letter, client_id, tone)
        if writing.unplaced:
            self.talk.say("letter.about")
            known = self.book.library.boundaries
            writing.boundary = known[self.talk.choose([self.words.say("boundaries", f"{each}.name") for each in known])]
            writing.read()
        self.ask([(writing, name) for name in writing.open])
        while True:
            self._read_out(writing)
            options = ["blanks", "save", "sent", *(["tone"] if len(letter.tones) > 1 else []), "done"]
            act = options[self.talk.choose([self.talk.word(f"letter.act.{each}") for each in options])]
            if act == "tone":
                tones = [self.words(f"letter.tone.{each}") for each in letter.tones]
                writing.turn(letter.tones[self.talk.choose(tones)])
            elif act == "blanks":
                self.ask([(writing, name) for name in writing.blanks])
            elif act == "done":
                return
            else:
                self._act(act, writing)

    def pack(self, client_id: int | None) -> None:
        """Put the welcome pack together. Raises Left or Back where the owner is done."""
        pack = Pack(self.book, client_id)
        while True:
            self.talk.say("letter.sections")
            lines = [
                self.talk.word(f"letter.section.{'in' if part.wanted else 'out'}", name=self.said.name(part.letter.id))
                for part in pack.parts
            ]
            acts = ["blanks", "read", "save", "sent", "done"]
            place = self.talk.choose([*lines, *(self.talk.word(f"letter.act.{each}") for each in acts)])
            if place < len(lines):
                pack.turn(pack.parts[place].letter.id)
                continue
            act = acts[place - len(lines)]
            if act == "done":
                return
            if act == "read":
                self.talk.tell(pack.text())
            elif act == "blanks":
                self.ask(pack.asked(every=not pack.open))
                pack.read()
            else:
                self._act(act, pack)

    def ask(self, wanted: Sequence[tuple[Writing, str]]) -> None:
        """Ask for blanks one by one; Enter leaves one as it is, b goes to the one before. Raises Left."""
        at = 0
        if wanted:
            self.talk.say("letter.blanks", count=len(wanted))
        while at < len(wanted):
            writing, name = wanted[at]
            self.talk.tell(self.talk.word("letter.blank", ask=self.said.ask(name), example=self.said.example(name)))
            if standing := writing.draft.filled.get(name, ""):
                self.talk.say("letter.stands", text=standing)
            try:
                typed = self.talk.line("letter.prompt")
            except Back:
                if at == 0:
                    raise
                at -= 1
                continue
            if typed and not self._filled(writing, name, typed):
                continue
            at += 1

    def _filled(self, writing: Writing, name: str, typed: str) -> bool:
        try:
            writing.fill(name, typed)
        except BadBlank as problem:
            self.talk.tell(self.words(f"filling.unreadable.{problem}"))
            return False
        except (Refused, StoreFault) as problem:
            self.talk.problem(problem)
            return False
        return True

    def _read_out(self, writing: Writing) -> None:
        written = writing.text
        lines = [writing.caution, f"{written.heading}\n\n{written.body}", writing.note]
        lines.insert(2, self.words("letter.why", why=writing.why) if writing.why else "")
        for line in lines:
            if line:
                self.talk.tell(f"{line}\n")
        if writing.open:
            self.talk.say("letter.open", blanks=" ".join(self.said.ask(name) for name in writing.open))

    def _act(self, act: str, paper: Paper) -> None:
        try:
            if act == "save":
                self.talk.tell(self.words("letter.saved", path=paper.save()))
                return
            paper.ready()
            paper.sent(self._day())
            self.talk.say("letter.kept")
        except (Refused, StoreFault) as problem:
            self.talk.problem(problem)

    def _day(self) -> date:
        while True:
            typed = self.talk.line("letter.day")
            try:
                return (
                    read_day(typed, self.words.lexicon, self.book.clock.today()) if typed else self.book.clock.today()
                )
            except ValueError:
                self.talk.tell(self.words("refused.day_unreadable"))

    def _whom(self) -> int | None:
        everyone = self.book.clients()
        if not everyone:
            return None
        self.talk.say("letter.whom")
        place = self.talk.choose([*(each.name for each in everyone), self.words("write.nobody")])
        return everyone[place].id if place < len(everyone) else None

    def _which(self) -> str:
        self.talk.say("letter.group")
        group = GROUPS[self.talk.choose([self.words.say("letters", f"group.{each}.name") for each in GROUPS])]
        known = [each.id for each in self.book.library.letters[0].values() if each.group == group]
        if group == WELCOME:
            known.insert(0, PACK)
        self.talk.say("letter.which")
        return known[self.talk.choose(list(self._named(known)))]

    def _named(self, letters: Iterable[str]) -> Iterable[str]:
        for each in letters:
            name = self.words("write.pack.name") if each == PACK else self.said.name(each)
            when = self.words("write.pack.when") if each == PACK else self.said.name(each, "when")
            yield self.talk.word("letter.named", name=name, when=when)
