"""What the tests of the interview share: a check on the screen, and the way to one of its steps."""

import contextlib
from collections.abc import AsyncIterator

from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.casebook.checks.sitting import Sitting
from coach.engine.interview.answer import Answer, chosen, figure
from coach.engine.interview.instrument import Depth
from coach.engine.interview.interview import Step, confirm
from screens.checks.ask import AskScreen
from tests.screens.pilots import opened

TICKED = {"reasons_to_stop": ("degrading",), "happened_most": ("after_hours", "scope_creep")}
"""The rows ticked on the way, by card."""


def given(sitting: Sitting, step: Step) -> tuple[Answer, ...]:
    """Answers to a step: the rows above, else the second option of what is open."""
    answers = sitting.interview.answers
    if step.card is not None:
        marks = dict.fromkeys(TICKED.get(step.id, ()), "yes")
        return confirm(step.card, {item.id: item for item in step.items}, marks, answers)
    item = next(each for each in step.items if each.id not in answers or answers[each.id].token == "ticked")
    return (figure(item.id, 40) if item.unit else chosen(item.id, item.options[1]),)


def sat(book: Casebook, until: str = "", depth: Depth = Depth.QUICK, name: str = "Acme") -> Sitting:
    """A check answered up to a step, or to its end."""
    book.limits.set(figure("limits.floor", 6000), figure("limits.buffer", 6))
    sitting = book.checks.begin(book.clients.add(name).id, depth)
    while (step := sitting.interview.step) is not None and step.id != until:
        sitting = book.checks.record(sitting, *given(sitting, step))
    return sitting


def answers(book: Casebook, screen: AskScreen) -> dict[str, Answer]:
    """What stands in the file, whatever the screen believes."""
    return dict(book.checks.resume(screen.current.sitting.assessment.id).interview.answers)


@contextlib.asynccontextmanager
async def asking(
    book: Casebook, sitting: Sitting, size: tuple[int, int] = (80, 24), notifications: bool = False
) -> AsyncIterator[tuple[Pilot[int], AskScreen]]:
    """The interview on top of Today."""
    screen = AskScreen(sitting)
    async with opened(book, screen, size, notifications=notifications) as pilot:
        yield pilot, screen
