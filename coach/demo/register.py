"""The boundaries of the made-up practice: terms, rungs and steps, played as an owner enters them. Knows no day."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from coach.casebook.book import Casebook
from coach.casebook.boundaries import PREFIX
from coach.demo.practice import of_file
from coach.engine.boundary import Rung
from coach.engine.interview.answer import chosen
from coach.engine.interview.interview import confirm


class TermNamed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Terms named so many days ago, in general or for one client."""

    boundary: str
    days_ago: int
    params: dict[str, str]
    client: str = ""


class Moved(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rung reached so many days ago, and how."""

    boundary: str
    rung: Rung
    how: str
    days_ago: int
    client: str = ""


class Planned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A playbook whose steps were given days; the first few are done."""

    boundary: str
    days_ago: int
    done: int = 0
    client: str = ""


class Audited(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A check of one's own boundaries: the step each had come to, and the places where work felt tight."""

    days_ago: int
    far: dict[str, str]
    stress: list[str]


class BoundaryHistory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that was written down about boundaries."""

    term: list[TermNamed]
    move: list[Moved]
    plan: list[Planned]
    audit: list[Audited]


Happening = tuple[int, Callable[[Casebook], None]]


def happenings(root: Path) -> Iterator[Happening]:
    """What was done about boundaries, each with the days since. Raises BrokenContent where the file cannot be used."""
    kept = of_file(root, "register", BoundaryHistory)
    for term in kept.term:
        yield term.days_ago, partial(_name, term)
    for move in kept.move:
        yield move.days_ago, partial(_move, move)
    for plan in kept.plan:
        yield plan.days_ago, partial(_plan, plan)
    for audit in kept.audit:
        yield audit.days_ago, partial(_audit, audit)


def _name(term: TermNamed, book: Casebook) -> None:
    book.boundaries.set_term(term.boundary, term.params, _whom(book, term.client))


def _move(move: Moved, book: Casebook) -> None:
    book.boundaries.move(move.boundary, move.rung, move.how, _whom(book, move.client))


def _plan(plan: Planned, book: Casebook) -> None:
    whom = _whom(book, plan.client)
    waiting = [step for step in book.boundaries.open_steps(plan.boundary, whom) if step.due_on and not step.done_on]
    for step in waiting[: plan.done]:
        book.boundaries.tick(plan.boundary, step, whom)


def _audit(audit: Audited, book: Casebook) -> None:
    sitting = book.audit.begin()
    while (step := sitting.interview.step) is not None:
        run = sitting.interview
        if step.card is not None:
            given = confirm(step.card, run.instrument.items, dict.fromkeys(audit.stress, "yes"), run.answers)
        else:
            given = (chosen(step.id, audit.far.get(step.id.removeprefix(PREFIX), "none")),)
        sitting = book.checks.record(sitting, *given)
    book.audit.conclude(sitting)


def _whom(book: Casebook, name: str) -> int | None:
    return book.clients.find(name).id if name else None
