"""A figure typed as an answer, within the bounds of what is asked. Knows no language and keeps nothing."""

from coach.engine.interview.answer import Answer, figure
from coach.engine.interview.instrument import Item
from coach.formats.lexicon import Lexicon
from coach.formats.units import check_letters, read_within


def figure_typed(item: Item, text: str, lexicon: Lexicon, currency: str = "") -> Answer:
    """The answer a figure gives; ``currency`` is my own, where it is set. Raises Unreadable, with the bounds."""
    return figure(item.id, *read_within(text, _unit(item), item.least, item.most, lexicon, currency))


def check_typing(item: Item, text: str, lexicon: Lexicon) -> None:
    """Raises Unreadable, with the bounds, where what was typed so far can begin no figure."""
    check_letters(text, _unit(item), item.least, item.most, lexicon)


def _unit(item: Item) -> str:
    return item.unit.value if item.unit else "count"
