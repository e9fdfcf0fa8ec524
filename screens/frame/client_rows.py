"""Clients as rows of a list: name, recommendation, decision, points and where they are heading. Decides nothing."""

from collections.abc import Sequence

from textual.content import Content

from coach.casebook.overview import ClientLine
from coach.engine.plot.sparkline import arrow, sparkline
from coach.library.words import Words
from coach.store.verdicts import Decision
from coach.wording.checks.recommendation import RecommendationWording
from screens.frame.discreet import hides, named
from screens.widgets.glyphs import ascii_only
from screens.widgets.lists.columns import Column, Row, Section

MUTED = "$foreground 60%"
"""How what matters less is written; inside a line no colour can be set by its class."""

BARS = 6
"""The newest values a sparkline shows."""


def name_cell(line: ClientLine, words: Words) -> Content:
    """The client's name, or its initials while others can see the screen."""
    return named(line.client.name, words)


def tag_cell(line: ClientLine, phrases: RecommendationWording, unchecked: str) -> Content:
    """The recommendation in a word or two, or ``unchecked``."""
    return Content(unchecked).stylize(MUTED) if line.told is None else Content(phrases.tag(line.told))


def decided_tag(decision: Decision | None, phrases: RecommendationWording) -> str:
    """What the owner decided, in a word or two; empty where nothing has been."""
    return "" if decision is None else phrases.outcome(decision.decided)


def bars_cells(lines: Sequence[ClientLine], words: Words) -> list[Content]:
    """The newest values of *theirs* as bars, from two values on; of one height and width, so that rows compare."""
    shown = [line.theirs[-BARS:] if len(line.theirs) > 1 and not hides(words) else () for line in lines]
    top = max((value for each in shown for value in each), default=0.0)
    width = max((len(each) for each in shown), default=0)
    return [Content(sparkline(each, width, ascii_only(), top) if each else "") for each in shown]


def arrow_cell(line: ClientLine, words: Words) -> Content:
    """Where *theirs* is heading; empty where there are too few values to say."""
    return Content("" if hides(words) else words(arrow(line.direction, ascii_only())))


def depth_cell(quick: bool, words: Words) -> Content:
    """Which check a point came from."""
    return Content(words("client.quick" if quick else "client.full"))


def figure_cells(values: Sequence[float | None], words: Words) -> list[Content]:
    """Numbers one under the other, whole parts under whole parts; None leaves a blank."""
    written = ["" if value is None else words.number(value) for value in values]
    mark = words.file("language")["number"]["decimal"]
    places = [len(text) - text.index(mark) if mark in text else 0 for text in written]
    widest = max(places, default=0)
    return [Content(text + " " * (widest - taken) if text else "") for text, taken in zip(written, places, strict=True)]


def client_table(lines: Sequence[ClientLine], words: Words, phrases: RecommendationWording) -> Section:
    """Clients in columns; a row's id is the client's."""
    unchecked = words("clients.unchecked")
    figures = [
        figure_cells([getattr(line.told, part) if line.told else None for line in lines], words)
        for part in ("theirs", "mine")
    ]
    rows = [
        Row(
            str(line.client.id),
            (
                name_cell(line, words),
                tag_cell(line, phrases, unchecked),
                Content(decided_tag(line.decision, phrases)),
                theirs,
                mine,
                bars,
                arrow_cell(line, words),
                Content(words.day(line.told.assessment.on_day, "short") if line.told else ""),
            ),
        )
        for line, theirs, mine, bars in zip(lines, *figures, bars_cells(lines, words), strict=True)
    ]
    head = {part: words(f"clients.column.{part}") for part in ("name", "told", "you", "theirs", "mine", "last")}
    columns = (
        Column(head["name"], least=24),
        Column(head["told"], most=24),
        Column(head["you"], most=24, rank=3),
        Column(head["theirs"], right=True, rank=1),
        Column(head["mine"], right=True, rank=1),
        Column(rank=5),
        Column(rank=1),
        Column(head["last"], rank=4),
    )
    return Section(columns, tuple(rows))
