"""The welcome pack on its way: which sections are in, what is open in them, how it leaves. Draws no screen.

The same for screens, prompts and commands.
"""

from datetime import date
from pathlib import Path

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.letters import PACK
from coach.engine.letter import Letter, Tone
from coach.engine.value import Value
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import LetterWording

OPENING, CLOSING = "welcome_opening", "welcome_closing"


class PackSection(Value):
    """One section: whether it is in, and how it stands in the present tone."""

    wanted: bool
    writing: LetterDraft

    @property
    def letter(self) -> Letter:
        """The section as a letter."""
        return self.writing.letter

    @property
    def fixed(self) -> bool:
        """Whether it is always in: what opens and what closes the pack."""
        return self.letter.id in (OPENING, CLOSING)

    @property
    def text(self) -> str:
        """The section under its heading; an open blank reads as its question in brackets."""
        written = self.writing.text
        return written.body if self.fixed else f"{written.heading}\n\n{written.body}"


class WelcomePack:
    """The welcome pack for one client, or for nobody in particular."""

    def __init__(self, book: Casebook, client_id: int | None, tone: Tone = Tone.WARM) -> None:
        """Raises StoreFault."""
        self.book, self.client_id, self.tone = book, client_id, tone
        self.said = LetterWording(book)
        self.read()

    def read(self) -> None:
        """Read the sections, and what is known for their blanks. Raises StoreFault."""
        self.parts = tuple(
            PackSection(wanted, LetterDraft(self.said, letter, self.client_id, self.tone))
            for letter, wanted in self.said.sections()
        )

    @property
    def name(self) -> str:
        """What the pack is called."""
        return self.said.words("write.pack.name")

    @property
    def follows(self) -> str:
        """What the coach notes once it was sent: how many rules it tells."""
        return self.said.words.count("screens", "pack.told", len(self.rules))

    @property
    def held(self) -> list[PackSection]:
        """The sections that are in."""
        return [part for part in self.parts if part.wanted]

    @property
    def open(self) -> tuple[str, ...]:
        """The blanks that nothing fills yet, each once."""
        return tuple(dict.fromkeys(name for part in self.held for name in part.writing.open))

    @property
    def rules(self) -> tuple[str, ...]:
        """The boundaries that are told by sending it."""
        return tuple(part.letter.boundary for part in self.held if part.letter.moves)

    def turn(self, letter_id: str) -> None:
        """Put a section in, or leave it out; the opening and the closing stay. Raises StoreFault."""
        part = next((part for part in self.parts if part.letter.id == letter_id), None)
        if part is not None and not part.fixed:
            self.book.letters.choose_section(part.letter, not part.wanted)
            self.read()

    def asked(self, every: bool = False) -> list[tuple[LetterDraft, str]]:
        """The blanks to ask for, each once, with the section that asks: those still open, or all."""
        found: dict[str, LetterDraft] = {}
        for part in self.held:
            for name in part.writing.blanks if every else part.writing.open:
                found.setdefault(name, part.writing)
        return [(writing, name) for name, writing in found.items()]

    def text(self) -> str:
        """The pack as one text; an open blank reads as its question in brackets."""
        return "\n\n".join(part.text for part in self.held) + "\n"

    def finished(self) -> str:
        """The pack as one text. Raises Refused where a blank is open, and says which."""
        if self.open:
            raise Refused("letter_open", blanks=" ".join(self.said.ask(name) for name in self.open))
        return self.text()

    def save(self) -> Path:
        """Save the finished pack among the exports. Raises Refused, StoreFault."""
        return self.book.letters.save(PACK, self.finished())

    def ready(self) -> None:
        """Raises Refused where the pack cannot be kept as sent: a blank is open, or it is for nobody."""
        self.finished()
        if self.client_id is None:
            raise Refused("letter_for_whom")

    def sent(self, on_day: date) -> None:
        """Keep every section as sent on a day, as one change, which tells its rule. Raises Refused, StoreFault."""
        self.ready()
        kept = [(part.letter, part.writing.tone.value, part.text) for part in self.held]
        self.book.letters.keep_together(kept, self.client_id, on_day)
