"""One letter on its way: its tone, its blanks, its own wording, and how it leaves. Knows words; draws no screen.

The same for screens, prompts and commands. A letter with an open blank leaves in no way.
"""

from datetime import date
from pathlib import Path

from coach.casebook.desk import Refused
from coach.engine.boundary import Rung
from coach.engine.letter import Blank, Draft, Letter, Tone, fill
from coach.wording.letters.filled import ENDING, LetterText, LetterWording, reasons_of

OPEN = "[{}]"
"""How an open blank stands in the text: its question, for everybody to see."""
PLACES = {"term": "term", "owner": "owner", "contact": "client", "job": "client"}
"""Where what fills a blank is kept, by the first word of its first place."""


class LetterDraft:
    """One letter being written to one client, or to nobody in particular."""

    def __init__(
        self,
        said: LetterWording,
        letter: Letter,
        client_id: int | None,
        tone: Tone | None = None,
        boundary: str = "",
    ) -> None:
        """``boundary`` is what a letter of no one boundary is about. Raises StoreFault."""
        self.said, self.book, self.letter, self.client_id = said, said.book, letter, client_id
        self.boundary = boundary
        self.barred = self._barred()
        wanted = (tone, Tone.FIRM if self.barred else Tone.NEUTRAL, letter.tones[0])
        self.tone = next(each for each in wanted if each in letter.tones)
        self.read()

    def read(self) -> None:
        """Read again what is known. Raises StoreFault."""
        self.draft: Draft = self.said.draft(self.letter, self.tone, self.client_id, self.boundary)
        self.own = self.book.letters.own_text(self.letter, self.tone.value, self.client_id, self.boundary)

    @property
    def name(self) -> str:
        """What the letter is called."""
        return self.said.name(self.letter.id)

    @property
    def follows(self) -> str:
        """What the coach notes once it was sent: the rung of its boundary, or only its day."""
        words = self.said.words
        if not (self.letter.moves and self.about):
            return words("letter.follows.kept")
        return words(
            f"letter.follows.{Rung(self.letter.moves)}", boundary=words.say("boundaries", f"{self.about}.name")
        )

    @property
    def about(self) -> str:
        """The boundary the letter speaks of, or an empty string."""
        return self.letter.boundary or self.boundary

    @property
    def unplaced(self) -> bool:
        """Whether it has to be said first which boundary the letter is about."""
        return bool(self.letter.moves) and not self.about

    @property
    def blanks(self) -> tuple[str, ...]:
        """The blanks that can be filled or changed: all of them, or in the owner's own wording those still open."""
        return self.open if self.own else self.draft.blanks

    @property
    def open(self) -> tuple[str, ...]:
        """The blanks that nothing fills yet."""
        if not self.own:
            return self.draft.open
        heading = self.said.open_of(self.draft.heading, self.draft)
        return tuple(name for name in self.draft.blanks if name in heading or self.mark(name) in self.own)

    @property
    def text(self) -> LetterText:
        """The letter as it stands; an open blank reads as its question in brackets."""
        written = self.said.text(self.draft, OPEN)
        return LetterText(written.heading, self.own or written.body, self.open)

    @property
    def why(self) -> str:
        """Why a clause is there, for both sides to read apart from it; empty for a letter."""
        return fill(reasons_of(self.draft.body), self.draft.filled)

    @property
    def note(self) -> str:
        """What holds for every letter of the group, such as who has to read a clause."""
        return self.said.words.say("letters", f"group.{self.letter.group}.note")

    @property
    def caution(self) -> str:
        """What to check before it leaves: that the law is still so, or that nobody is rung; empty where nothing is."""
        if self.barred:
            return self.said.words.say("call", f"barred.{self.barred}.caution")
        quotes = any(place.startswith("late.") for name in self.draft.blanks for place in self.blank(name).places)
        return self.said.stale(self.client_id) if quotes else ""

    def _barred(self) -> str:
        """Why nobody is rung or thanked, for a letter that ends a job; else empty."""
        return self.book.calls.ground(self.client_id).barred if self.client_id and self.letter.group == ENDING else ""

    def blank(self, name: str) -> Blank:
        """A blank by name."""
        return self.said.library.letters[1][name]

    def mark(self, name: str) -> str:
        """How a blank stands in the text while it is open."""
        return OPEN.format(self.said.ask(name))

    def kept_in(self, name: str) -> str:
        """Where what fills a blank is kept: term, owner, client or letter."""
        kind = PLACES.get(self.blank(name).places[0].split(".")[0], "letter")
        return "letter" if kind == "client" and self.client_id is None else kind

    def fill(self, name: str, typed: str) -> None:
        """Keep what fills a blank at once. Raises Unreadable, Refused, StoreFault."""
        blank = self.blank(name)
        said = self.said.read(blank, typed)
        self.book.letters.fill(self.letter, blank, said, self.client_id)
        if self.own:
            self.rewrite(self.own.replace(self.mark(name), said))
        self.read()

    def rewrite(self, text: str) -> None:
        """Keep the letter in the owner's words; the coach's own words, or none, go back to them. Raises StoreFault."""
        same = text.strip() == self.said.text(self.draft, OPEN).body
        self.book.letters.rewrite(self.letter, self.tone.value, "" if same else text, self.client_id, self.boundary)
        self.read()

    def turn(self, tone: Tone) -> None:
        """Another tone. Raises StoreFault."""
        if tone in self.letter.tones:
            self.tone = tone
            self.read()

    def finished(self) -> str:
        """The letter as one text, its heading first. Raises Refused where a blank is open, and says which."""
        if self.open:
            raise Refused("letter_open", blanks=" ".join(self.said.ask(name) for name in self.open))
        return f"{self.text.heading}\n\n{self.text.body}\n"

    def save(self) -> Path:
        """Save the finished letter among the exports. Raises Refused, StoreFault."""
        return self.book.letters.save(self.letter.id, self.finished())

    def ready(self) -> None:
        """Raises Refused where the letter cannot be kept as sent: a blank is open, or nobody is there to be told."""
        self.finished()
        if self.client_id is None and self.letter.moves == Rung.TOLD:
            raise Refused("letter_for_whom")
        if self.unplaced:
            raise Refused("letter_about")

    def sent(self, on_day: date) -> None:
        """Keep the finished letter as sent on a day, which moves its boundary. Raises Refused, StoreFault."""
        self.ready()
        text = self.finished()
        self.book.letters.keep(self.letter, self.tone.value, text, self.client_id, on_day, self.boundary)
