"""The call that ends a job, in words: the card to read from, reasons, answers, what to leave out. Draws no screen.

The same for screens, prompts and commands. What it returns may hold the owner's own words: text to show, never markup.
"""

import re
from typing import NamedTuple

from coach.casebook.book import Casebook
from coach.formats.text import clean
from coach.wording.letters.draft import Writing
from coach.wording.letters.filled import LetterWords

CARD, REASON = "exit_call", "exit_reason"
FILE = "call"
LEGAL = "legal"
"""What rules a call out only until advice was taken."""
NOTICE, CONFIRMATION = "exit_notice", "exit_confirmation"
"""The letter where nobody is rung, and the one that follows a call."""
_PART = re.compile(r"([^:\n]{1,24}): (.+)", re.DOTALL)


class Part(NamedTuple):
    """One thing to say: its label, empty where the owner wrote it without, and the words."""

    label: str
    text: str


class Reason(NamedTuple):
    """A sentence of reason that can be chosen: its id, what it is about, and the sentence."""

    id: str
    name: str
    sentence: str


class Objection(NamedTuple):
    """What they may say, and an answer."""

    they: str
    you: str


class Call:
    """The call with one client."""

    def __init__(self, book: Casebook, client_id: int) -> None:
        """Raises Refused where the client is not there any more, and StoreFault."""
        self.book, self.words = book, book.library.words
        self.client = book.client(client_id)
        self.writing = Writing(LetterWords(book), book.letter(CARD), client_id)
        self.barred = book.call(client_id).barred

    def closed(self, advised: bool = False) -> bool:
        """Whether nobody is rung; where the law is touched, advice opens the way."""
        return bool(self.barred) and not (advised and self.barred == LEGAL)

    @property
    def no_call(self) -> tuple[str, tuple[str, ...]]:
        """Why there is no call: a title, and lines that say what to do instead."""
        return self.words.say(FILE, f"barred.{self.barred}.title"), self.words.lines(
            FILE, f"barred.{self.barred}.lines"
        )

    @property
    def parts(self) -> list[Part]:
        """The card as it stands; an open blank reads as its question in brackets."""
        found = []
        for each in clean(self.writing.text.body, lines=True).split("\n\n"):
            labelled = _PART.fullmatch(each.strip())
            found.append(Part(labelled[1], labelled[2]) if labelled else Part("", each.strip()))
        return [each for each in found if each.text]

    @property
    def reasons(self) -> list[Reason]:
        """The sentences of reason to choose from, the one that fits what was found first."""
        fits, say = self.book.call(self.client.id).reason, self.words.say
        ids = sorted((each.id for each in self.book.library.call.reasons), key=lambda each: each != fits)
        return [Reason(each, say(FILE, f"reason.{each}.name"), say(FILE, f"reason.{each}.say")) for each in ids]

    @property
    def objections(self) -> list[Objection]:
        """What they may say, with an answer to each."""
        return [
            Objection(self.words.say(FILE, f"objection.{each}.they"), self.words.say(FILE, f"objection.{each}.you"))
            for each in self.book.library.call.objections
        ]

    @property
    def donts(self) -> list[str]:
        """What to leave out, in a few words each."""
        return [self.words.say(FILE, f"dont.{each}.say") for each in self.book.library.call.donts]

    @property
    def left_out(self) -> str:
        """The same in one short line."""
        shorts = [self.words.say(FILE, f"dont.{each}.short") for each in self.book.library.call.donts]
        return self.words("phrases.between").join(shorts)

    def choose(self, reason: Reason) -> None:
        """Say this as the reason, in the card and in every letter of the ending. Raises Refused, StoreFault."""
        self.writing.fill(REASON, reason.sentence)

    def text(self, advised: bool = False) -> str:
        """The whole call as lines that read well from first to last."""
        if self.closed(advised):
            title, lines = self.no_call
            return "\n".join([clean(self.client.name), "", title, *(f"- {line}" for line in lines)]) + "\n"
        parts = [
            self.words("call.part", label=part.label, text=part.text) if part.label else part.text
            for part in self.parts
        ]
        answers = [
            line
            for each in self.objections
            for line in (f"- {self.words('call.theirs', they=each.they)}", f"  {self.words('call.mine', you=each.you)}")
        ]
        note = self.book.call_note(self.client.id)
        return (
            "\n".join(
                [
                    self.writing.text.heading,
                    "",
                    *(line for part in parts for line in (part, "")),
                    self.words("call.leave_out"),
                    *(f"- {each}" for each in self.donts),
                    "",
                    self.words("call.objections"),
                    *answers,
                    *(["", self.words("call.noted", note=note)] if note else []),
                ]
            )
            + "\n"
        )
