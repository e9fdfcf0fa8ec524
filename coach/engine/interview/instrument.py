"""A questionnaire as a value: what is asked, in which order, with which options. Knows no wording and no answers."""

from collections.abc import Mapping
from enum import StrEnum

from coach.engine.interview.relevance import ALWAYS, All, Condition, Is
from coach.engine.value import NOTHING, Value


class Depth(StrEnum):
    """How far an assessment goes: a first reading, or the whole picture."""

    QUICK = "quick"
    FULL = "full"


class Ask(StrEnum):
    """What an item wants: one option, a whole number, words, or a code of three letters such as a currency's."""

    CHOICE = "choice"
    NUMBER = "number"
    WORDS = "words"
    CODE = "code"


class Unit(StrEnum):
    """What a number counts; money is in the smallest unit, hours are in minutes, a time in minutes since midnight."""

    MONEY = "money"
    HOURS = "hours"
    MINUTES = "minutes"
    DAYS = "days"
    MONTHS = "months"
    PERCENT = "percent"
    COUNT = "count"
    TIME = "time"


class Window(StrEnum):
    """The stretch of time an item asks about."""

    WEEKS = "weeks"
    INVOICES = "invoices"
    YEAR = "year"
    EVER = "ever"
    NOW = "now"


class Lever(StrEnum):
    """Which way the owner can move an answer alone: to an option listed earlier, or to one listed later."""

    EARLIER = "earlier"
    LATER = "later"


class Part(StrEnum):
    """Which rung of a ladder a follow-up asks."""

    TOLD = "told"
    KEPT = "kept"
    THEN = "then"


HAPPENED = frozenset({"ticked", "1", "2", "3", "4"})
"""Tokens that say a behaviour happened: ticked on a card, or a frequency above *not once*."""


class Item(Value):
    """One thing asked.

    ``options`` are ids in the order shown. ``lever`` says which way the owner can move the answer alone.
    ``sign`` and ``part`` name the sign and rung a follow-up belongs to. ``least`` and ``most`` bound a number.
    ``summary`` asks for one's own answers to be shown first. ``needs`` names the limits, items or cards, that are asked
    for before it where nothing is known of them, ``shows`` those that are shown beside it where they are known.
    ``group`` is the part of the instrument it belongs to, where that has parts.
    """

    id: str
    ask: Ask = Ask.CHOICE
    options: tuple[str, ...] = ()
    responses: str = ""
    depth: Depth = Depth.FULL
    relevant: Condition = ALWAYS
    window: Window = Window.NOW
    unit: Unit | None = None
    least: int | None = None
    most: int | None = None
    lever: Lever | None = None
    sign: str = ""
    part: Part | None = None
    sources: tuple[str, ...] = ()
    summary: bool = False
    needs: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    group: str = ""


class Card(Value):
    """Several items on one card, to be ticked; what is not ticked is answered ``blank`` once the card is confirmed.

    A row ticked is answered ``yes`` where that is one of its options, or else ``ticked``. ``unsure`` is the option a
    second tick gives, where there is one.
    """

    id: str
    rows: tuple[str, ...]
    blank: str
    unsure: str = ""
    depth: Depth = Depth.FULL
    relevant: Condition = ALWAYS
    window: Window = Window.WEEKS
    sources: tuple[str, ...] = ()


class Ladder(Value):
    """For each of its signs that happened: how often, and the follow-ups.

    In the quick depth only the ``heaviest`` are asked, one row each; in the full depth all, one item at a time.
    """

    signs: tuple[str, ...]
    heaviest: int = 3


Element = Item | Card | Ladder


class Instrument(Value):
    """A versioned questionnaire: its items by id, and the order in which they come up."""

    id: str
    version: int
    items: Mapping[str, Item]
    order: tuple[Element, ...]
    weights: Mapping[str, int] = NOTHING
    weeks: int = 4

    def follow_ups(self, sign: str) -> tuple[Item, ...]:
        """The follow-ups of a sign, in order."""
        return tuple(
            item for part in Part if (item := self.items.get(f"{sign}.{part}")) is not None and item.sign == sign
        )

    def carded(self) -> frozenset[str]:
        """Ids of all items that stand on a card."""
        return frozenset(row for place in self.order if isinstance(place, Card) for row in place.rows)


def follow_up(sign: str, part: Part, options: tuple[str, ...], depth: Depth, sources: tuple[str, ...]) -> Item:
    """The standard follow-up of a behaviour: told, kept, and then.

    Told is asked once it happened; kept and then only where somebody was told.
    """
    happened = Is(sign, HAPPENED)
    told = Is(f"{sign}.told", frozenset({"writing", "aloud"}))
    relevant: Condition = happened if part is Part.TOLD else All((happened, told))
    return Item(
        id=f"{sign}.{part}",
        options=options,
        responses=part.value,
        depth=depth,
        relevant=relevant,
        window=Window.WEEKS,
        lever=None if part is Part.THEN else Lever.EARLIER,
        sign=sign,
        part=part,
        sources=sources,
    )
