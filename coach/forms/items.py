"""Makes a field of what an instrument asks: an item, or a card with its rows. Knows no noun and no shell."""

from typing import Any

from coach.casebook.book import Casebook
from coach.casebook.checks.figures import figure_typed
from coach.engine.interview.answer import Answer, AnswerKind, Answers, chosen, silent
from coach.engine.interview.instrument import HAPPENED, Ask, Card, Item, Unit
from coach.engine.interview.interview import confirm
from coach.formats.money import Money, read_code
from coach.formats.units import write_figure
from coach.forms.fields import Fields
from coach.forms.form import UNKNOWN, Field, Kind
from coach.wording.limits import figure_text

KINDS = {
    Unit.MONEY: Kind.MONEY,
    Unit.HOURS: Kind.DURATION,
    Unit.MINUTES: Kind.DURATION,
    Unit.PERCENT: Kind.PERCENT,
    Unit.TIME: Kind.TIME,
}
"""What a number is asked as, by its unit; the others are plain figures."""
LONGEST_FIGURE = 40
"""Characters of a figure or a code, so that one that is too long is refused and never cut."""


def field_of(
    book: Casebook, instrument: str, asked: Item | Card, standing: Answers, currency: str = "", **more: Any
) -> Field:
    """A field that reads answers: a tuple of them, empty where it stays open, None where the owner does not know.

    ``currency`` is the one that money is asked in; ``more`` is said in place of what the instrument says.
    """
    words, fields, stands = book.library.words, Fields(book), _stands(asked, standing)
    of = words.card if isinstance(asked, Card) else words.item
    said = {
        "ask": of(instrument, asked.id, "ask"),
        "hint": of(instrument, asked.id, "why"),
        "unknown": words.say("forms", "form.unknown"),
        **more,
    }
    if isinstance(asked, Card):
        card, items = asked, book.library.instrument(instrument).items
        rows = [(row, words.item(instrument, row, "row")) for row in card.rows]
        said["read"] = lambda ticked: confirm(card, items, dict.fromkeys(ticked, "yes"), standing)
        return fields.ticks(card.id, options=rows, ticked=stands.split(), **said)
    if asked.ask is Ask.CHOICE:
        options = [(option, words.option(asked.responses, option)) for option in asked.options]
        return fields.choice(
            asked.id, options=options, value=stands, read=lambda option: (chosen(asked.id, option),), **said
        )
    said = {"value": stands, "optional": not stands, "empty": (), **said}
    if asked.ask is Ask.WORDS:
        return fields.line(asked.id, private=True, read=lambda text: _text(asked, text), **said)
    said["longest"] = LONGEST_FIGURE
    if asked.ask is Ask.CODE:
        return fields.line(asked.id, read=lambda text: _text(asked, read_code(text)), **said)
    return _number(fields, asked, currency, said)


def answers(asked: Item | Card, said: tuple[Answer, ...] | None) -> tuple[Answer, ...]:
    """The answers that a field gave; not knowing is an answer to each of its items."""
    ids = asked.rows if isinstance(asked, Card) else (asked.id,)
    return tuple(silent(each, AnswerKind.DONT_KNOW) for each in ids) if said is None else said


def _number(fields: Fields, item: Item, currency: str, said: dict[str, Any]) -> Field:
    words, unit = fields.words, item.unit or Unit.COUNT
    money = fields.money(item.id, "").echo if unit is Unit.MONEY else None

    def read(text: str) -> tuple[Answer, ...]:
        return (figure_typed(item, text, words.lexicon, currency),)

    def echo(found: tuple[Answer, ...]) -> str:
        if not found:
            return ""
        low, high = found[0].low or 0, found[0].high or 0
        if money is not None:
            return money(Money(low, high, currency))
        return words.say("forms", "echo.said", said=figure_text(words, low, high, unit))

    return Field(item.id, KINDS.get(unit, Kind.FIGURE), read=read, echo=echo, private=unit is Unit.MONEY, **said)


def _text(item: Item, text: str) -> tuple[Answer, ...]:
    return (Answer(item.id, AnswerKind.TEXT, text=text),)


def _stands(asked: Item | Card, standing: Answers) -> str:
    """What stands of it, as it would be typed, chosen or ticked."""
    ids = asked.rows if isinstance(asked, Card) else (asked.id,)
    given = [standing[each] for each in ids if each in standing]
    if given and all(each.kind is AnswerKind.DONT_KNOW for each in given):
        return UNKNOWN
    if isinstance(asked, Card):
        return " ".join(each.item for each in given if each.token in HAPPENED | {"yes"})
    for each in given:
        if each.low is not None:
            return write_figure(each.low, each.low if each.high is None else each.high, asked.unit or Unit.COUNT)
        return each.option or (each.text if each.kind is AnswerKind.TEXT else "")
    return ""
