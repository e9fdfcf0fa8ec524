"""Letters filled as their examples say, and what must not stand in one."""

import re

from coach.library.library import Library
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import LetterWording

LETTERS = Library().letters[0]


STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def whole(said: LetterWording, letter_id: str, client_id: int | None, boundary: str = "") -> list[LetterDraft]:
    """A letter in each of its tones, every blank filled with its example."""
    letter = LETTERS[letter_id]
    writings = [LetterDraft(said, letter, client_id, tone, boundary) for tone in letter.tones]
    for writing in writings:
        writing.read()
        for name in writing.open:
            writing.fill(name, said.example(name))
    for writing in writings:
        writing.read()
    return writings
