"""Asks when check-ins come: how often, put off, left out, days off, another day; and for an invoice. Knows no shell."""

from datetime import date, timedelta

from coach.casebook.book import Casebook
from coach.casebook.check_ins.rhythms import LONGEST_REASON
from coach.casebook.check_ins.schedule import AUTO
from coach.casebook.desk import Refused
from coach.engine.cadence import Every
from coach.engine.value import replace
from coach.formats.days import Side
from coach.formats.money import Money
from coach.forms.fields import Fields
from coach.forms.form import Form, Kept, Said
from coach.wording.check_ins import CheckInWording

FEW = timedelta(days=3)
"""How far a check-in is put off, where the owner says nothing else."""
NET = timedelta(days=30)
"""When an invoice is due, where the owner says nothing else."""


def put_off(book: Casebook, client_id: int, skip: bool = False) -> Form:
    """Until when a client's next check-in waits, or why it is left out.

    Raises Refused where the client is away or not checked in on, StoreFault.
    """
    wording, words, fields = CheckInWording(book.library), book.library.words, Fields(book)
    coming, name = book.rhythms.coming(client_id), book.clients.one(client_id).name

    def leave_out(said: Said) -> Kept:
        book.rhythms.skip(client_id, said["why"])
        return Kept(wording("off.skipped", day=words.day(book.rhythms.coming(client_id).on_day)))

    def wait(said: Said) -> Kept:
        book.rhythms.snooze(client_id, said["until"])
        return Kept(wording("off.snoozed", day=words.day(said["until"])))

    if skip:
        why = fields.line(
            "why", wording("off.why"), hint=wording("off.why_hint"), longest=LONGEST_REASON, optional=True, private=True
        )
        return Form("skip", wording("off.skip_title", name=name), (why,), leave_out, client_id=client_id)
    later = max(coming.on_day, book.clock.today()) + FEW
    until = fields.day("until", wording("off.until"), Side.AHEAD, later, hint=wording("off.until_hint"))
    return Form("snooze", wording("off.snooze_title", name=name), (until,), wait, client_id=client_id)


def rhythm(book: Casebook, client_id: int) -> Form:
    """How often a client is checked in on, and on which weekday; where that was not kept, begins on a slower one.

    Raises Refused where the client is away, StoreFault.
    """
    wording, words, fields = CheckInWording(book.library), book.library.words, Fields(book)
    place = book.rhythms.place(client_id)
    ways = [(AUTO, wording("every.by_itself")), *((each.value, wording(f"every.{each}")) for each in Every)]
    stands = place.slower or (place.rhythm.every if place.chosen else AUTO)
    weekdays = [(str(day), name) for day, name in enumerate(words.file("language")["weekdays"]["long"])]

    def keep(said: Said) -> Kept:
        every, weekday = said["every"], said.get("weekday")
        book.rhythms.set(client_id, None if every == AUTO else Every(every), None if weekday is None else int(weekday))
        after = book.rhythms.place(client_id)
        if after.due is None:
            return Kept(wording("rhythm.saved_never", name=after.name))
        day = words.day(after.due.on_day)
        return Kept(wording("rhythm.saved", name=after.name, every=wording.every(after), day=day))

    return Form(
        "rhythm",
        wording("rhythm.title", name=place.name),
        (
            fields.choice("every", wording("rhythm.often"), ways, stands),
            fields.choice(
                "weekday", wording("rhythm.weekday"), weekdays, str(place.rhythm.weekday or 0),
                when=lambda texts: texts["every"] != Every.NEVER,
            ),
        ),
        keep,
        wording("rhythm.said"),
        client_id,
    )  # fmt: skip


def days_off(book: Casebook) -> Form:
    """The days on which nothing is due; without a first one there are none any more."""
    wording, words, fields = CheckInWording(book.library), book.library.words, Fields(book)
    begin, end = next(iter(book.rhythms.holidays()), (None, None))

    def not_before(last: date | None, said: Said) -> None:
        first = said.get("first")
        if last is not None and first is not None and last < first:
            raise Refused("window_backwards")

    def keep(said: Said) -> Kept:
        first = said["first"]
        if first is None:
            book.rhythms.set_holidays()
            return Kept(wording("off.holiday_none"))
        last = said["last"] or first
        book.rhythms.set_holidays((first, last))
        return Kept(wording("off.holiday_saved", first=words.day(first), last=words.day(last)))

    first = fields.day("first", wording("off.first"), Side.AHEAD, begin, never=wording("off.first_none"), optional=True)
    read = first.read
    if begin is not None:
        # Days off that have begun stay as they are while their end is moved.
        first = replace(first, read=lambda text: begin if text == first.value else read(text))
    last = fields.day(
        "last", wording("off.last"), Side.AHEAD, end, never=wording("off.last_none"), optional=True, rule=not_before,
        when=lambda texts: bool(texts["first"].strip()),
    )  # fmt: skip
    return Form("days_off", wording("off.holiday_title"), (first, last), keep, wording("off.holiday_said"))


def invoice(book: Casebook, client_id: int) -> Form:
    """An open invoice: how much, and the day it is due. Raises Refused where the client is gone, StoreFault."""
    wording, fields = CheckInWording(book.library), Fields(book)

    def above_nothing(amount: Money, _: Said) -> None:
        if amount.low <= 0:
            raise Refused("invoice_empty")

    def keep(said: Said) -> Kept:
        book.invoices.add(client_id, said["amount"].low, said["due"], said["amount"].currency)
        return Kept(wording("invoice.saved"))

    return Form(
        "invoice",
        wording("invoice.title", name=book.clients.one(client_id).name),
        (
            fields.money(
                "amount", wording("invoice.amount"), currency=book.invoices.currency(client_id), private=True,
                missing="invoice_empty", rule=above_nothing,
            ),
            fields.day("due", wording("invoice.by"), Side.NEAR, book.clock.today() + NET),
        ),
        keep,
        client_id=client_id,
    )  # fmt: skip


def entered_for(book: Casebook, day: date | None = None) -> Form:
    """The day check-ins are entered for; gives it."""
    wording = CheckInWording(book.library)

    def keep(said: Said) -> Kept:
        book.checks.check_day(said["day"])
        return Kept(value=said["day"])

    field = Fields(book).day("day", wording("off.day"), Side.BEHIND, day or book.clock.today())
    return Form("entered_for", wording("off.day_title"), (field,), keep)
