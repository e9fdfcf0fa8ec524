"""Letters in typed lines: chosen, filled, read out, saved, kept as sent. Knows no screen; decides nothing itself."""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial

from coach.casebook.book import Casebook
from coach.casebook.letters import PACK
from coach.engine.letter import Letter, Tone
from coach.forms.letters import Wanted, blanks, sent
from coach.library.letters.letters import GROUPS
from coach.prompts.console import Back, Console
from coach.prompts.form import FormPrompts
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import WELCOME, LetterWording
from coach.wording.letters.welcome_pack import WelcomePack


class LetterPrompts:
    """Letters and the welcome pack, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console, self.forms = book, console, FormPrompts(console)
        self.words, self.wording = book.library.words, LetterWording(book)

    def through(self) -> None:
        """Choose whom to write to and which letter, then write it. Raises Left or Back where the owner is done."""
        client_id = self._whom()
        letter = self._which()
        if letter == PACK:
            self.pack(client_id)
        else:
            self.letter(self.book.letters.letter(letter), client_id)

    def letter(self, letter: Letter, client_id: int | None, tone: Tone | None = None) -> None:
        """Write one letter. Raises Left or Back where the owner is done."""
        writing = LetterDraft(self.wording, letter, client_id, tone)
        if writing.unplaced:
            self.console.say("letter.about")
            known = self.book.library.boundaries
            writing.boundary = known[
                self.console.choose([self.words.say("boundaries", f"{each}.name") for each in known])
            ]
            writing.read()
        self.ask([(writing, name) for name in writing.open])
        while True:
            self._read_out(writing)
            options = ["blanks", "save", "sent", *(["tone"] if len(letter.tones) > 1 else []), "done"]
            act = options[self.console.choose([self.console.text(f"letter.act.{each}") for each in options])]
            if act == "tone":
                tones = [self.words(f"letter.tone.{each}") for each in letter.tones]
                writing.turn(letter.tones[self.console.choose(tones)])
            elif act == "blanks":
                self.ask([(writing, name) for name in writing.blanks])
            elif act == "done":
                return
            else:
                self._act(act, writing)

    def pack(self, client_id: int | None) -> None:
        """Put the welcome pack together. Raises Left or Back where the owner is done."""
        pack = WelcomePack(self.book, client_id)
        while True:
            self.console.say("letter.sections")
            lines = [
                self.console.text(
                    f"letter.section.{'in' if part.wanted else 'out'}", name=self.wording.name(part.letter.id)
                )
                for part in pack.parts
            ]
            acts = ["blanks", "read", "save", "sent", "done"]
            place = self.console.choose([*lines, *(self.console.text(f"letter.act.{each}") for each in acts)])
            if place < len(lines):
                pack.turn(pack.parts[place].letter.id)
                continue
            act = acts[place - len(lines)]
            if act == "done":
                return
            if act == "read":
                self.console.show(pack.text())
            elif act == "blanks":
                self.ask(pack.asked(every=not pack.open))
                pack.read()
            else:
                self._act(act, pack)

    def fill(self, letter: Letter, client_id: int | None, tone: Tone | None = None) -> None:
        """Ask for what is open in a letter. Raises Left or Back where the owner goes."""
        writing = LetterDraft(self.wording, letter, client_id, tone)
        self.ask([(writing, name) for name in writing.open])

    def fill_pack(self, client_id: int | None) -> None:
        """Ask for what is open in the welcome pack. Raises as above."""
        self.ask(WelcomePack(self.book, client_id).asked())

    def read(self, letter_id: str, client_id: int) -> None:
        """Ask for what is open in a letter and read it out. Raises as above."""
        letter = self.book.letters.letter(letter_id)
        self.fill(letter, client_id)
        self.console.show(LetterDraft(self.wording, letter, client_id).finished().rstrip("\n"))

    def ask(self, wanted: Wanted) -> None:
        """Ask for blanks one by one. Raises Back before the first."""
        self.forms.through(partial(blanks(wanted), self.book))

    def _read_out(self, writing: LetterDraft) -> None:
        written = writing.text
        lines = [writing.caution, f"{written.heading}\n\n{written.body}", writing.note]
        lines.insert(2, self.words("letter.why", why=writing.why) if writing.why else "")
        for line in lines:
            if line:
                self.console.show(f"{line}\n")
        if writing.open:
            self.console.say("letter.open", blanks=" ".join(self.wording.ask(name) for name in writing.open))

    def _act(self, act: str, paper: LetterDraft | WelcomePack) -> None:
        with suppress(Back), self.console.refusing():
            if act == "save":
                self.console.show(self.words("letter.saved", path=paper.save()))
            else:
                self.forms.ask(sent(self.book, paper))

    def _whom(self) -> int | None:
        everyone = self.book.clients.everyone()
        if not everyone:
            return None
        self.console.say("letter.whom")
        place = self.console.choose([*(each.name for each in everyone), self.words("write.nobody")])
        return everyone[place].id if place < len(everyone) else None

    def _which(self) -> str:
        self.console.say("letter.group")
        group = GROUPS[self.console.choose([self.words.say("letters", f"group.{each}.name") for each in GROUPS])]
        known = [each.id for each in self.book.library.letters[0].values() if each.group == group]
        if group == WELCOME:
            known.insert(0, PACK)
        self.console.say("letter.which")
        return known[self.console.choose(list(self._named(known)))]

    def _named(self, letters: Iterable[str]) -> Iterable[str]:
        for each in letters:
            name = self.words("write.pack.name") if each == PACK else self.wording.name(each)
            when = self.words("write.pack.when") if each == PACK else self.wording.name(each, "when")
            yield self.console.text("letter.named", name=name, when=when)
