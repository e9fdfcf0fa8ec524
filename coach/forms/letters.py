"""Asks for the blanks of letters one by one, and on which day a letter was sent. Knows no shell."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from coach.casebook.book import Casebook
from coach.casebook.letters import LONGEST_BLANK
from coach.engine.letter import BlankKind
from coach.engine.value import replace
from coach.formats.days import Side
from coach.formats.figures import read_count
from coach.forms.fields import Fields
from coach.forms.form import Field, Form, Kept, Kind, Said
from coach.wording.letters.draft import LetterDraft

Wanted = Sequence[tuple[LetterDraft, str]]
"""Blanks to ask for, each with the letter it stands in."""


class Paper(Protocol):
    """What can be sent: a letter, or the welcome pack."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def follows(self) -> str:
        """What the coach notes once it was sent."""

    def ready(self) -> None:
        """Raises Refused where it cannot be kept as sent."""

    def sent(self, on_day: date) -> None:
        """Keep it as sent. Raises Refused, StoreFault."""


def blanks(wanted: Wanted) -> Callable[[Casebook, int], Form | None]:
    """One blank after another; each is kept at once, an open one may stay open."""

    def step(book: Casebook, at: int) -> Form | None:
        return _blank(book, wanted, at) if at < len(wanted) else None

    return step


def sent(book: Casebook, paper: Paper) -> Form:
    """The day on which a letter left. Raises Refused where it cannot be kept as sent."""
    paper.ready()
    words = book.library.words

    def keep(said: Said) -> Kept:
        paper.sent(said["sent"])
        return Kept(words("letter.sent", day=words.day(said["sent"]), what=paper.follows))

    asked = Fields(book).day(
        "sent", words("letter.sent_on"), Side.BEHIND, book.clock.today(), refused="letter_to_come"
    )  # fmt: skip
    return Form("letter_sent", paper.name, (asked,), keep, paper.follows)


def _blank(book: Casebook, wanted: Wanted, at: int) -> Form:
    (writing, name), words = wanted[at], book.library.words
    field = _field(book, writing, name)

    def keep(said: Said) -> Kept:
        if said[name] != field.value:
            writing.fill(name, said[name])
        return Kept()

    return Form("", words("filling.place", place=at + 1, count=len(wanted)), (field,), keep)


def _field(book: Casebook, writing: LetterDraft, name: str) -> Field:
    words, kind, ask = book.library.words, writing.blank(name).kind, writing.said.ask(name)
    # Read as one line, so that what stands compares with what is typed.
    stands = " ".join(writing.draft.filled.get(name, "").split())
    made = _of_kind(Fields(book), kind, name, ask)

    def read(typed: str) -> str:
        # My own terms may hold any words; they are held against the kind only once they are changed.
        if typed != stands:
            made.read(typed)
        return typed

    return replace(
        made,
        hint=words(f"filling.kept.{writing.kept_in(name)}"),
        example=words("filling.example", example=writing.said.example(name)),
        value=stands,
        optional=not stands,
        empty="",
        longest=LONGEST_BLANK,
        private=True,
        read=read,
        echo=lambda said: made.echo(made.read(said)) if said else "",
    )


def _of_kind(fields: Fields, kind: BlankKind, name: str, ask: str) -> Field:
    if kind is BlankKind.DAY:
        return fields.day(name, ask, Side.NEAR)
    if kind is BlankKind.MONEY:
        return fields.money(name, ask, one=False)
    if kind is BlankKind.NUMBER:
        return Field(name, Kind.FIGURE, ask, read=partial(read_count, separators=fields.words.lexicon.ranges))
    return fields.line(name, ask)
