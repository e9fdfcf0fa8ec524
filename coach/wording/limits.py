"""One's own limits in words, the same for screens and plain prompts. Knows wording; draws and decides nothing.

What it returns may hold the owner's own words: it is text to show, never markup.
"""

from collections.abc import Collection, Sequence

from coach.engine.interview.answer import Answer, AnswerKind, Answers
from coach.engine.interview.instrument import Card, Item, Unit
from coach.formats.units import SCALE, write_figure
from coach.library.library import Library
from coach.library.words import Words

LIMITS = "limits"
CURRENCY = "limits.currency"
TOGETHER = (("limits.from", "limits.until"), ("limits.unreasonable", "limits.unreasonable.own"))
"""Limits that are read, shown and changed as one."""
RUN = 3
"""Days in a row from which they are said as a span."""


class LimitWording:
    """Puts limits into the words of one library."""

    def __init__(self, library: Library) -> None:
        self.words = library.words
        self.instrument = library.instrument(LIMITS)
        self._cards = {place.id: place for place in self.instrument.order if isinstance(place, Card)}

    def rows(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """By group, the limits as rows of a list: ids of the items and cards that each row holds."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for place in self.instrument.order:
            if isinstance(place, (Card, Item)) and not any(place.id in row[1:] for row in TOGETHER):
                row = next((each for each in TOGETHER if each[0] == place.id), (place.id,))
                found.setdefault(self.items_of(place.id)[0].group, []).append(row)
        return {group: tuple(rows) for group, rows in found.items()}

    def places(self, wanted: Collection[str]) -> tuple[Card | Item, ...]:
        """The items and cards of those ids, or of the groups of those names, in the order of the instrument."""
        return tuple(
            place
            for place in self.instrument.order
            if isinstance(place, (Card, Item)) and {place.id, self.items_of(place.id)[0].group} & set(wanted)
        )

    def items_of(self, limit: str) -> tuple[Item, ...]:
        """The items of a limit: those on its card, or itself."""
        card = self._cards.get(limit)
        return tuple(self.instrument.items[each] for each in (card.rows if card else (limit,)))

    def group(self, limit: str) -> str:
        """The name of the group a limit belongs to."""
        return self.words.say(LIMITS, f"group.{self.items_of(limit)[0].group}.name")

    def name(self, row: Sequence[str]) -> str:
        """A row's short name."""
        first = row[0]
        if len(row) > 1 and self.words.has("screens", f"limits.row.{first}"):
            return self.words(f"limits.row.{first}")
        return (
            self.words.card(LIMITS, first, "short") if first in self._cards else self.words.item(LIMITS, first, "short")
        )

    def why(self, limit: str) -> str:
        """What an answer to it is for."""
        return (self.words.card if limit in self._cards else self.words.item)(LIMITS, limit, "why")

    def standing(self, row: Sequence[str], limits: Answers) -> str:
        """What stands in a row, or that nothing was said."""
        known = self.known(row, limits)
        if known:
            return known
        given = [limits[item.id] for each in row for item in self.items_of(each) if item.id in limits]
        if any(each.kind is AnswerKind.OPTION for each in given):
            return self.words("limits.none")
        return self.words(f"limits.kind.{given[0].kind}" if given else "limits.unsaid")

    def known(self, row: Sequence[str], limits: Answers) -> str:
        """What is known of the limits of a row, in words; empty where nothing is."""
        said = [self._one(each, limits) for each in row]
        if tuple(row) == TOGETHER[0]:
            since, until = said
            key = "both" if since and until else "from" if since else "until"
            return self.words(f"limits.between.{key}", first=since, last=until) if since or until else ""
        return self.words("limits.and_own").join(each for each in said if each)

    def line(self, item: Item, limits: Answers) -> str | None:
        """The limits a question shows in one line, such as "Your minimum: 60 EUR an hour"; None where none is known."""
        left, parts = list(item.shows), []
        while left:
            row = next((each for each in TOGETHER if tuple(left[: len(each)]) == each), (left[0],))
            parts.append(self.known(row, limits))
            left = left[len(row) :]
        said = self.words.commas(parts)
        return self.words(f"limits.line.{item.shows[0]}", said=said) if said else None

    def _one(self, limit: str, limits: Answers) -> str:
        card = self._cards.get(limit)
        if card is not None:
            return self._ticked(card, limits)
        given = limits.get(limit)
        return "" if given is None or not given.known else self._said(self.instrument.items[limit], given, limits)

    def _said(self, item: Item, given: Answer, limits: Answers) -> str:
        if given.kind is AnswerKind.OPTION:
            return self.words.option(item.responses, given.option)
        if given.kind is AnswerKind.TEXT or item.unit is None or given.low is None:
            return given.text
        low, high = given.low, given.low if given.high is None else given.high
        code = limits.get(CURRENCY)
        currency = code.text if code is not None and code.kind is AnswerKind.TEXT else ""
        return figure_text(self.words, low, high, item.unit, currency)

    def _ticked(self, card: Card, limits: Answers) -> str:
        places = [place for place, row in enumerate(card.rows) if row in limits and limits[row].token == "yes"]  # noqa: S105
        names = [self.words.item(LIMITS, row, "short") for row in card.rows]
        if len(places) == len(names) and self.words.has("screens", f"limits.all.{card.id}"):
            return self.words(f"limits.all.{card.id}")
        spans = _runs(places) if self.words.has("screens", f"limits.all.{card.id}") else [[each] for each in places]
        said: list[str] = []
        for span in spans:
            if len(span) >= RUN:
                said.append(self.words("limits.span", first=names[span[0]], last=names[span[-1]]))
            else:
                said += [names[place] for place in span]
        return self.words.listed(said)


def figure_text(words: Words, low: int, high: int, unit: Unit, currency: str = "") -> str:
    """A figure or a range with what it counts, such as "30 hours" or "60 EUR"."""
    if unit is Unit.TIME:
        return write_figure(low, high, unit)

    def number(value: int) -> str:
        exact = value / SCALE[unit]
        return words.number(exact, 0 if exact == int(exact) or unit is not Unit.MONEY else 2)

    figure = number(low) if low == high else words("limits.range", low=number(low), high=number(high))
    if unit is Unit.MONEY:
        return words("limits.figure.money", figure=figure, currency=currency) if currency else figure
    if not words.has("screens", f"limits.figure.{unit}"):
        return figure
    return words(f"limits.figure.{unit}.{'one' if low == high == SCALE[unit] else 'other'}", figure=figure)


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Places that follow each other, together."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
