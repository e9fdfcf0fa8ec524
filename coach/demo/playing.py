"""Plays the practice into a casebook, day by day and through the verbs an owner uses. Knows no file of content."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from coach.casebook.answers import sheet
from coach.casebook.book import Casebook
from coach.casebook.checks import CLIENT_CHECK
from coach.casebook.limits import LIMITS
from coach.casebook.told import Told
from coach.clock import fixed_clock
from coach.demo.practice import Check, Customer, Practice, practice
from coach.demo.register import happenings
from coach.engine.answer import Answer, Answers, chosen
from coach.engine.instrument import Depth

HOUR = time(7, 30, tzinfo=UTC)
"""When everything in the demo was entered, so that it lies before the moment somebody looks."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that happened so many days ago."""

    days_ago: int
    happen: Callable[[Casebook], None]


def play(book: Casebook, day: date) -> None:
    """Fill an empty casebook with the practice as it stands on ``day``.

    Raises BrokenContent for a file that cannot be used, Refused for an answer the check does not take.
    """
    whole, customers = practice(book.library.root)
    acts = [Act(whole.days_ago, lambda at: _limits(at, whole))]
    for customer in customers:
        acts.extend(_acts(customer))
    acts.extend(Act(days_ago, happen) for days_ago, happen in happenings(book.library.root))
    for act in sorted(acts, key=lambda each: -each.days_ago):
        moment = datetime.combine(day - timedelta(days=act.days_ago), HOUR)
        act.happen(replace(book, clock=fixed_clock(moment)))


def _limits(book: Casebook, whole: Practice) -> None:
    items = book.library.instrument(LIMITS).items
    answers = (
        chosen(item, said) if items[item].options else book.read_limit(item, said)
        for item, said in whole.limits.items()
    )
    book.set_limits(*answers)


def _acts(customer: Customer) -> Iterator[Act]:
    yield Act(customer.days_ago, lambda book: _added(book, customer.name))
    for check in customer.check:
        yield Act(check.days_ago, _checking(customer, check))
        if check.decision is not None:
            yield Act(check.days_ago - check.decision.after, _deciding(customer.name, check))


def _added(book: Casebook, name: str) -> None:
    book.add_client(name)


def _checking(customer: Customer, check: Check) -> Callable[[Casebook], None]:
    def happen(book: Casebook) -> None:
        client, answers = book.find_client(customer.name), _answers(book, customer, check)
        if check.stops_at:
            _begun(book, client.id, check, answers)
        else:
            book.assess(client.id, answers, check.depth)

    return happen


def _answers(book: Casebook, customer: Customer, check: Check) -> Answers:
    """What is said in every check, as far as one of this depth asks for it, and what this one says."""
    instrument = book.library.instrument(CLIENT_CHECK)
    quick = check.depth is Depth.QUICK
    alike = {
        item: said
        for item, said in customer.every.items()
        if item not in instrument.items or not (quick and instrument.items[item].depth is Depth.FULL)
    }
    raw = {**alike, **check.answers, "depth": check.depth.value, "confirm_cards": True}
    return sheet(raw, instrument).answers


def _begun(book: Casebook, client_id: int, check: Check, answers: Answers) -> None:
    """A check answered step by step and left at one of them, as somebody called away would leave it."""
    sitting = book.begin(client_id, check.depth)
    while (step := sitting.interview.step) is not None and step.id != check.stops_at:
        given: list[Answer] = [answers[item.id] for item in step.items if item.id in answers]
        if not given:
            return
        sitting = book.record(sitting, *given)


def _deciding(name: str, check: Check) -> Callable[[Casebook], None]:
    def happen(book: Casebook) -> None:
        told: Told | None = book.told(book.find_client(name).id)
        decision = check.decision
        if told is not None and decision is not None:
            again = decision.look_again
            day = None if again is None else book.clock.today() + timedelta(days=again - decision.after)
            book.decide(told, decision.decided, decision.because, day)

    return happen
