"""The boundaries of the made-up practice: terms, rungs and steps, played as an owner enters them. Knows no day."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from coach.casebook.book import Casebook
from coach.casebook.boundaries.audit import PREFIX
from coach.demo.practice import of_file
from coach.engine.boundary import Rung
from coach.engine.interview.answer import chosen
from coach.engine.interview.interview import confirm


class Termed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
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


class Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that was written down about boundaries."""

    term: list[Termed]
    move: list[Moved]
    plan: list[Planned]
    audit: list[Audited]


Happening = tuple[int, Callable[[Casebook], None]]


def happenings(root: Path) -> Iterator[Happening]:
    """What was done about boundaries, each with the days since. Raises BrokenContent where the file cannot be used."""
    kept = of_file(root, "register", Kept)
    for term in kept.term:
        yield term.days_ago, _naming(term)
    for move in kept.move:
        yield move.days_ago, _moving(move)
    for plan in kept.plan:
        yield plan.days_ago, _planning(plan)
    for audit in kept.audit:
        yield audit.days_ago, _auditing(audit)


def _naming(term: Termed) -> Callable[[Casebook], None]:
    return lambda book: book.set_term(term.boundary, term.params, _whom(book, term.client))


def _moving(move: Moved) -> Callable[[Casebook], None]:
    def happen(book: Casebook) -> None:
        book.move_rung(move.boundary, move.rung, move.how, _whom(book, move.client))

    return happen


def _planning(plan: Planned) -> Callable[[Casebook], None]:
    def happen(book: Casebook) -> None:
        whom = _whom(book, plan.client)
        waiting = [step for step in book.open_playbook(plan.boundary, whom) if step.due_on and not step.done_on]
        for step in waiting[: plan.done]:
            book.tick(plan.boundary, step, whom)

    return happen


def _auditing(audit: Audited) -> Callable[[Casebook], None]:
    def happen(book: Casebook) -> None:
        sitting = book.begin_audit()
        while (step := sitting.interview.step) is not None:
            run = sitting.interview
            if step.card is not None:
                given = confirm(step.card, run.instrument.items, dict.fromkeys(audit.stress, "yes"), run.answers)
            else:
                given = (chosen(step.id, audit.far.get(step.id.removeprefix(PREFIX), "none")),)
            sitting = book.record(sitting, *given)
        book.conclude_audit(sitting)

    return happen


def _whom(book: Casebook, name: str) -> int | None:
    return book.find_client(name).id if name else None
