"""The call that ends a job, in words: the card to read from, reasons, answers, what to leave out. Draws no screen.

The same for screens, prompts and commands. What it returns may hold the owner's own words: text to show, never markup.
"""

import re
from typing import NamedTuple

from coach.casebook.book import Casebook
from coach.formats.text import clean
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import LetterWording

CARD, REASON = "exit_call", "exit_reason"
FILE = "call"
LEGAL = "legal"
"""What rules a call out only until advice was taken."""
NOTICE, CONFIRMATION = "exit_notice", "exit_confirmation"
"""The letter where nobody is rung, and the one that follows a call."""
_PART = re.compile(r"([^:\n]{1,24}): (.+)", re.DOTALL)


class CardPart(NamedTuple):
    """One thing to say: its label, empty where the owner wrote it without, and the words."""

    label: str
    text: str


class ReasonSentence(NamedTuple):
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
        self.client = book.clients.one(client_id)
        self.writing = LetterDraft(LetterWording(book), book.letters.letter(CARD), client_id)
        self.barred = book.calls.ground(client_id).barred

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
    def parts(self) -> list[CardPart]:
        """The card as it stands; an open blank reads as its question in brackets."""
        found = []
        for each in clean(self.writing.text.body, lines=True).split("\n\n"):
            labelled = _PART.fullmatch(each.strip())
            found.append(CardPart(labelled[1], labelled[2]) if labelled else CardPart("", each.strip()))
        return [each for each in found if each.text]

    @property
    def reasons(self) -> list[ReasonSentence]:
        """The sentences of reason to choose from, the one that fits what was found first."""
        fits, say = self.book.calls.ground(self.client.id).reason, self.words.say
        ids = sorted((each.id for each in self.book.library.call.reasons), key=lambda each: each != fits)
        return [ReasonSentence(each, say(FILE, f"reason.{each}.name"), say(FILE, f"reason.{each}.say")) for each in ids]

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

    @property
    def note(self) -> str:
        """What was noted of the call; empty where nothing was."""
        return self.book.calls.note(self.client.id)

    def choose(self, reason: ReasonSentence) -> None:
        """Say this as the reason, in the card and in every letter of the ending. Raises Refused, StoreFault."""
        self.writing.fill(REASON, reason.sentence)
