"""Plays the practice into a casebook, day by day and through the verbs an owner uses. Knows no file of content."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import chain

from coach.casebook.book import Casebook
from coach.casebook.checks.answers_file import answers_from
from coach.casebook.checks.checks import CLIENT_CHECK
from coach.casebook.checks.recommendation import Recommendation
from coach.casebook.limits import LIMITS
from coach.casebook.log.log import NewEntry
from coach.casebook.prospects import PROSPECT_CHECK
from coach.clock import fixed_clock
from coach.demo.practice import (
    BeforeSigning,
    Check,
    Customer,
    ExitStepDone,
    FactChange,
    HeldReply,
    LastTry,
    LogEntry,
    Practice,
    practice,
)
from coach.demo.register import happenings
from coach.engine.exits.sums import PieceAct
from coach.engine.interview.answer import Answer, Answers
from coach.engine.interview.instrument import Depth
from coach.engine.pulse import FIXED
from coach.engine.value import Value
from coach.formats.money import read_sum
from coach.forms.form import read
from coach.forms.items import field_of
from coach.store.exits import PieceRow
from coach.store.turns import PULSE
from coach.wording.check_ins import CheckInWording

HOUR = time(7, 30, tzinfo=UTC)
"""When everything in the demo was entered, so that it lies before the moment somebody looks."""


class Act(Value):
    """Something that happened so many days ago."""

    days_ago: int
    happen: Callable[[Casebook], object]


def play(book: Casebook, day: date) -> None:
    """Fill an empty casebook with the practice as it stands on ``day``.

    Raises BrokenContent for a file that cannot be used, Refused for an answer the check does not take.
    """
    whole, customers = practice(book.library.root)
    acts = [Act(whole.days_ago, lambda at: _limits(at, whole, day.weekday()))]
    for customer in customers:
        acts.extend(_acts(customer))
        acts.extend(_leaving(customer, day))
    acts.extend(Act(days_ago, happen) for days_ago, happen in happenings(book.library.root))
    for act in sorted(acts, key=lambda each: -each.days_ago):
        moment = datetime.combine(day - timedelta(days=act.days_ago), HOUR)
        act.happen(book.replaced(clock=fixed_clock(moment)))


def _limits(book: Casebook, whole: Practice, weekday: int) -> None:
    # Check-ins come on the weekday the demo is looked at on, so that the same ones are due on any day.
    book.rhythms.set_weekday(weekday)
    items = book.library.instrument(LIMITS).items
    given = (read(field_of(book, LIMITS, items[item], {}), said, {}) for item, said in whole.limits.items())
    book.limits.set(*chain.from_iterable(given))


def _acts(customer: Customer) -> Iterator[Act]:
    before = customer.before
    if before is not None:
        yield Act(before.days_ago, lambda book: _considered(book, customer.name, before))
    if customer.days_ago:
        yield Act(customer.days_ago, lambda book: _added(book, customer))
    for check in customer.check:
        yield Act(check.days_ago, partial(_check, customer, check))
        if check.decision is not None:
            yield Act(check.days_ago - check.decision.after, partial(_decide, customer.name, check))
    yield from _checked_in(customer)
    for entry in customer.incident:
        yield Act(entry.days_ago, partial(_log, customer.name, entry))
    for reply in customer.held:
        yield Act(reply.days_ago, partial(_hold, customer.name, reply))
    for each in customer.last_try:
        yield Act(each.days_ago, partial(_try, customer.name, each))
        if each.went:
            yield Act(each.days_ago - 7 * each.weeks, partial(_end, customer.name, each))


def _checked_in(customer: Customer) -> Iterator[Act]:
    found = customer.check_ins
    if found is None:
        return
    rows = list(zip(found.out_of_hours, found.unpaid, found.dread, found.kept, strict=True))
    for place, row in enumerate(rows):
        days_ago = found.last + found.every * (len(rows) - 1 - place)
        yield Act(days_ago, partial(_check_in, customer.name, dict(zip(FIXED, row, strict=True))))


def _check_in(name: str, typed: dict[str, int], book: Casebook) -> None:
    items, said = book.library.instrument(PULSE).items, CheckInWording(book.library)
    answers = [said.read(items[item], str(value)) for item, value in typed.items()]
    book.check_ins.record(book.clients.find(name).id, *answers)


def _log(name: str, entry: LogEntry, book: Casebook) -> None:
    note = NewEntry(entry.text, type=entry.kind, minutes=entry.minutes, channel=entry.channel, told=entry.told)
    book.log.add(book.clients.find(name).id, note)


def _hold(name: str, reply: HeldReply, book: Casebook) -> None:
    until = book.clock.now() + timedelta(hours=reply.hours)
    book.held_replies.hold(reply.text, until, book.clients.find(name).id)


def _added(book: Casebook, customer: Customer) -> None:
    if customer.before is None:
        book.clients.add(customer.name)
    else:
        book.prospects.take(book.clients.find(customer.name).id)
    client_id = book.clients.find(customer.name).id
    if customer.contact:
        book.clients.set_contact(client_id, **customer.contact)
    if customer.job:
        book.clients.set_job(client_id, **customer.job)


def _considered(book: Casebook, name: str, before: BeforeSigning) -> None:
    """Somebody looked at before signing."""
    instrument = book.library.instrument(PROSPECT_CHECK)
    answers = answers_from(
        {**before.answers, "depth": Depth.FULL.value, "confirm_cards": True}, instrument, book.library.words.lexicon
    ).answers
    sitting = book.prospects.begin(book.prospects.add(name).id)
    while (step := sitting.interview.step) is not None:
        sitting = book.checks.record(sitting, *(answers[item.id] for item in step.items))
    book.prospects.conclude(sitting)


def _check(customer: Customer, check: Check, book: Casebook) -> None:
    client, answers = book.clients.find(customer.name), _answers(book, customer, check)
    if check.stops_at:
        _begun(book, client.id, check, answers)
    else:
        book.checks.assess(client.id, answers, check.depth)


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
    return answers_from(raw, instrument, book.library.words.lexicon).answers


def _begun(book: Casebook, client_id: int, check: Check, answers: Answers) -> None:
    """A check answered step by step and left at one of them, as somebody called away would leave it."""
    sitting = book.checks.begin(client_id, check.depth)
    while (step := sitting.interview.step) is not None and step.id != check.stops_at:
        given: list[Answer] = [answers[item.id] for item in step.items if item.id in answers]
        if not given:
            return
        sitting = book.checks.record(sitting, *given)


def _try(name: str, each: LastTry, book: Casebook) -> None:
    ends = book.clock.today() + timedelta(weeks=each.weeks)
    book.tries.begin(book.clients.find(name).id, each.rules, each.follows, ends)


def _end(name: str, each: LastTry, book: Casebook) -> None:
    running = book.tries.running_with(book.clients.find(name).id)
    if running is not None:
        book.tries.end(running.id, each.went, each.mine)


def _leaving(customer: Customer, day: date) -> Iterator[Act]:
    """The exit from a client: opened with its facts, then what was done, put off and said since."""
    leaving = customer.exit
    if leaving is None:
        return

    def whom(book: Casebook) -> int:
        return book.clients.find(customer.name).id

    def begun(book: Casebook) -> None:
        client_id = whom(book)
        book.exits.open(client_id)
        days = {fact: (day + timedelta(days=ahead)).isoformat() for fact, ahead in leaving.days.items()}
        for fact, typed in {**leaving.facts, **days}.items():
            book.exits.say(client_id, fact, typed)
        for each in leaving.pieces:
            piece = PieceRow(
                0,
                each.label,
                each.state,
                _sum(book, each.price),
                _sum(book, each.paid),
                each.share / 100,
            )
            book.work.put_piece(client_id, piece, PieceAct(each.act) if each.act else None)
        for owed in leaving.invoices:
            book.work.put_invoice(client_id, _sum(book, owed.amount), day + timedelta(days=owed.due_in), owed.piece)

    def done(step: str) -> Callable[[Casebook], object]:
        return lambda book: book.exits.tick(whom(book), step)

    def put_off(off: ExitStepDone) -> Callable[[Casebook], object]:
        return lambda book: book.exits.put_off(whom(book), off.step, day, off.because)

    def said(logged: FactChange) -> Callable[[Casebook], object]:
        return lambda book: book.exits.say(whom(book), logged.fact, logged.value)

    yield Act(leaving.days_ago, begun)
    yield from (Act(each.days_ago, done(each.step)) for each in leaving.done)
    yield from (Act(each.days_ago, put_off(each)) for each in leaving.put_off)
    yield from (Act(each.days_ago, said(each)) for each in leaving.now)


def _decide(name: str, check: Check, book: Casebook) -> None:
    told: Recommendation | None = book.checks.latest(book.clients.find(name).id)
    decision = check.decision
    if told is not None and decision is not None:
        again = decision.look_again
        day = None if again is None else book.clock.today() + timedelta(days=again - decision.after)
        book.checks.decide(told, decision.decided, decision.because, day)


def _sum(book: Casebook, typed: str) -> int:
    return read_sum(typed, book.library.words.lexicon).low
