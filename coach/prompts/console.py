"""One typed line at a time: what is said and what is typed. Knows no question, no records and no terminal."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from coach.casebook.checks.checks import LONGEST_NOTE
from coach.casebook.desk import Refused
from coach.engine.value import Value
from coach.formats.text import clean
from coach.formats.unreadable import Unreadable
from coach.library.words import Words
from coach.store.file.errors import StoreFault

T = TypeVar("T")
BACK, LEAVE = "<", "q"
BACKS = (BACK, "b")
"""What goes back where one chooses; where words are written the sign alone does, since a letter may be a word."""


class Back(Exception):
    """The owner wants what was asked before this."""


class Left(Exception):
    """The owner leaves what is being asked."""


class Console(Value):
    """A conversation in the words of one language.

    ``reads`` shows a prompt and returns the line typed; it raises EOFError where no more will come, KeyboardInterrupt
    for Ctrl+C. ``writes`` shows one paragraph.
    """

    words: Words
    reads: Callable[[str], str]
    writes: Callable[[str], None]

    def show(self, text: str) -> None:
        """Show a text, cleaned, whoever wrote it."""
        self.writes(clean(text, lines=True))

    def say(self, key: str, /, **blanks: object) -> None:
        """Show a sentence of the plain prompts."""
        self.show(self.text(key, **blanks))

    def text(self, key: str, /, **blanks: object) -> str:
        """A sentence of the plain prompts, its blanks filled."""
        return self.words.say("plain", key, **blanks)

    def ask(self, key: str, /, **blanks: object) -> str:
        """One line as typed, cleaned, without the blanks around it."""
        return self._read(self.text(key, **blanks))

    def line(self, key: str, /, **blanks: object) -> str:
        """One line that chooses; what goes back or leaves alone raises Back or Left."""
        return self.typed(self.text(key, **blanks))

    def written(self, prompt: str) -> str:
        """One line of the owner's own words: the sign for back alone raises Back, and a lone letter is text."""
        if (typed := self._read(prompt)) == BACK:
            raise Back
        return typed

    def typed(self, prompt: str) -> str:
        """One line that chooses, at a prompt that is at hand."""
        typed = self._read(prompt)
        if typed.lower() in BACKS:
            raise Back
        if typed.lower() == LEAVE:
            raise Left
        return typed

    def until_read(self, prompt: str, read: Callable[[str], T]) -> T:
        """What a line at a prompt says; while it cannot be read or is refused, that is said and it is asked anew."""
        while True:
            typed = self.typed(prompt)
            with self.refusing():
                return read(typed)

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Whatever is refused within is said in one line."""
        try:
            yield
        except (Refused, StoreFault, Unreadable) as problem:
            self.problem(problem)

    def _read(self, prompt: str) -> str:
        whole = clean(self.reads(clean(prompt))).strip()
        typed = clean(whole, limit=LONGEST_NOTE)
        if typed != whole:
            self.show(self.words("app.cut", limit=LONGEST_NOTE, end=" ".join(typed.split()[-3:])))
        return typed

    def number(self, options: Sequence[str]) -> None:
        """Show options, numbered from 1, one a line."""
        for place, option in enumerate(options, 1):
            self.show(f"{place}  {option}")

    def choose(self, options: Sequence[str]) -> int:
        """Which of the options, from 0; shown first, and asked until one is named. Raises Back and Left."""
        self.number(options)
        while True:
            typed = self.line("choose.prompt", count=len(options))
            if (place := picked(typed, len(options))) is not None:
                return place
            self.say("choose.again", count=len(options))

    def problem(self, problem: Refused | StoreFault | Unreadable) -> None:
        """Say in one line why something was not done or could not be read."""
        if isinstance(problem, Unreadable):
            self.show(self.words.unreadable(problem))
            return
        if isinstance(problem, Refused):
            self.show(self.words(f"refused.{problem.key}", **problem.blanks))
        else:
            self.show(self.words(f"store.{problem.kind.value}"))


def picked(typed: str, count: int) -> int | None:
    """The place, from 0, that a number from 1 to ``count`` names; None for anything else."""
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 3):
        return None
    return int(typed) - 1 if 1 <= int(typed) <= count else None
