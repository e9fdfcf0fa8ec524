"""A client as cells of a list: name, recommendation, decision, points and where they are heading. Knows no widget."""

from collections.abc import Sequence

from textual.content import Content

from coach.casebook.reading import Line
from coach.engine.plot import arrow, sparkline
from coach.library.wording import Words
from coach.phrases import Phrases
from coach.store.verdicts import Decision
from coach.text import clean

BARS = 6
"""The newest values a sparkline shows."""


def name_cell(line: Line) -> Content:
    """The client's name."""
    return Content(clean(line.client.name))


def tag_cell(line: Line, phrases: Phrases, unchecked: str) -> Content:
    """The recommendation in a word or two, or ``unchecked``."""
    return Content(unchecked).stylize("$text-muted") if line.told is None else Content(phrases.tag(line.told))


def decided_cell(decision: Decision | None, words: Words) -> Content:
    """What the owner decided, in a word or two; empty where nothing has been."""
    return Content("" if decision is None else words.say("verdict", f"outcome.{decision.decided}.tag"))


def bars_cell(line: Line, top: float) -> Content:
    """The newest values of *theirs* as bars up to ``top``, from two values on."""
    return Content(sparkline(line.theirs, BARS, top=top) if len(line.theirs) > 1 else "")


def arrow_cell(line: Line, words: Words) -> Content:
    """Where *theirs* is heading; empty where there are too few values to say."""
    return Content(words(arrow(line.direction)))


def figure_cells(values: Sequence[float | None], words: Words) -> list[Content]:
    """Numbers one under the other, whole parts under whole parts; None leaves a blank."""
    written = ["" if value is None else words.number(value) for value in values]
    mark = words.file("language")["number"]["decimal"]
    places = [len(text) - text.index(mark) if mark in text else 0 for text in written]
    widest = max(places, default=0)
    return [
        Content(text + " " * (widest - taken) if text else "") for text, taken in zip(written, places, strict=True)
    ]


def highest(lines: Sequence[Line]) -> float:
    """The highest value among all bars, so that rows compare."""
    return max((value for line in lines for value in line.theirs[-BARS:]), default=0.0)
