"""A letter as lines of a screen. Knows words and marks; keeps and asks nothing."""

from collections.abc import Iterable

from textual.content import Content

from coach.formats.text import clean
from coach.library.words import Words
from coach.wording.letters.draft import LetterDraft
from screens.frame.discreet import named
from screens.frame.place import owner_text

SHOWN_NAME = 40
"""Characters of a client's name in a heading."""


def lead_of(words: Words, writing: LetterDraft) -> Content:
    """Which letter, to whom, and in which tone."""
    parts = [Content(writing.said.name(writing.letter.id)).stylize("bold")]
    if writing.client_id is not None:
        parts.append(named(writing.book.clients.one(writing.client_id).name, words, SHOWN_NAME))
    if writing.about and not writing.letter.boundary:
        parts.append(Content(words.say("boundaries", f"{writing.about}.name")))
    lead = Content(words("letter.join")).join(parts)
    if len(writing.letter.tones) < 2:
        return lead
    tones = [
        Content.assemble(
            (f"{number} ", "$foreground 40%"),
            (words(f"letter.tone.{tone}"), "$accent bold" if tone is writing.tone else "$foreground 60%"),
        )
        for number, tone in enumerate(writing.letter.tones, 1)
    ]
    return lead + Content("\n") + Content("   ").join(tones)


def state_of(words: Words, writing: LetterDraft) -> Content:
    """What is still open, or that nothing is."""
    if not writing.open:
        return Content(words("letter.own_finished" if writing.own else "letter.finished"))
    first = writing.said.ask(writing.open[0])
    return Content(words.count("screens", "letter.open", len(writing.open), first=first))


def paper(words: Words, writing: LetterDraft) -> dict[str, Content]:
    """The text with its open blanks marked, what to check before, and what stands beside it."""
    written = writing.text
    text = marked(f"{written.heading}\n\n{written.body}", [writing.mark(name) for name in writing.open])
    why = words("letter.why", why=writing.why) if writing.why else ""
    return {"caution": Content(writing.caution), "paper": text, "why": owner_text(why), "note": Content(writing.note)}


def marked(text: str, marks: Iterable[str]) -> Content:
    """A text in which the marks of open blanks stand out."""
    shown = Content(clean(text, lines=True))
    for mark in marks:
        start = shown.plain.find(mark)
        while start >= 0:
            shown = shown.stylize("$warning", start, start + len(mark))
            start = shown.plain.find(mark, start + len(mark))
    return shown


def about_lines(words: Words, boundaries: Iterable[str]) -> list[tuple[str, Content]]:
    """The boundaries by name."""
    return [(each, Content(words.say("boundaries", f"{each}.name"))) for each in boundaries]
