"""Asks what has to be known before a job is ended, fact by fact. Knows no shell."""

from collections.abc import Callable
from datetime import date
from functools import partial

from coach.casebook.book import Casebook
from coach.casebook.exits.facts import DONT_KNOW, LONGEST, NONE, currency_of, options_of, read_fact
from coach.casebook.exits.reading import Exit
from coach.formats.money import Money
from coach.formats.units import write_figure
from coach.forms.fields import Fields
from coach.forms.form import UNKNOWN, Field, Form, Kept, Kind, Said
from coach.library.exits import Fact, FactKind
from coach.wording.exits.plan import ExitWording

KINDS = {
    FactKind.MONEY: Kind.MONEY,
    FactKind.DAY: Kind.DAY,
    FactKind.PERCENT: Kind.PERCENT,
    FactKind.COUNT: Kind.FIGURE,
}
"""As what a fact is typed that is not on one line of letters, nor chosen."""
NextFact = Callable[[Casebook, int], Form | None]
"""The fact after so many others, in the words of a casebook; None where there is none left."""


def facts(book: Casebook, client_id: int, section: str = "") -> NextFact:
    """What is open, fact after fact, or all that is missed while open where nothing is; or all of one section.

    What an answer opens is asked where it stands. Raises Refused where there is no plan.
    """
    exit = book.exit_plans.one(client_id)
    wanted = set() if section or exit.open else {fact.id for fact in exit.asked if not fact.optional}

    def next_fact(book: Casebook, at: int) -> Form | None:
        exit = book.exit_plans.one(client_id)
        also = [fact for fact in exit.asked if fact.section == section] if section else exit.open
        wanted.update(fact.id for fact in also)
        asked = [each for each in exit.asked if each.id in wanted]
        return fact(book, client_id, asked[at].id, at, len(asked)) if at < len(asked) else None

    return next_fact


def fact(book: Casebook, client_id: int, fact_id: str, at: int = 0, count: int = 1) -> Form:
    """One fact, the one after so many of a number of them; not knowing it is an answer that has a cost.

    Raises Refused where there is no plan, or no such fact.
    """
    exit, wording, words = book.exit_plans.one(client_id), ExitWording.of(book), book.library.words
    asked = book.exits.fact(fact_id)

    def keep(said: Said) -> Kept:
        known = said[fact_id]
        now = book.exits.say(client_id, fact_id, DONT_KNOW if known is None else known)
        if now.branches - exit.branches:
            return Kept("\n".join(line for title, lines in wording.branch(now) for line in (title, *lines)))
        return Kept(wording.cost(now, asked))

    section = wording(f"section.{asked.section}")
    title = wording("ask.place", section=section, at=at + 1, count=count) if count > 1 else section
    return Form("", title, (_field(book, exit, asked, wording, words.say("forms", "form.unknown")),), keep)


def _field(book: Casebook, exit: Exit, fact: Fact, wording: ExitWording, unknown: str) -> Field:
    """A fact as a field that reads what the records read, and keeps it as it was typed."""
    fields, known, code = Fields(book), exit.known.get(fact.id, ""), currency_of(exit.known)
    unknown = "" if fact.optional else unknown
    if options := options_of(fact):
        offered = [(each, wording.option(fact, each)) for each in options]
        stands = UNKNOWN if known == DONT_KNOW else known
        return fields.choice(fact.id, wording.ask(fact), offered, stands, unknown=unknown)
    held = partial(read_fact, book.library, fact, today=book.clock.today(), currency=code)

    def read(text: str) -> str:
        held(text)
        return text

    return Field(
        fact.id, KINDS.get(fact.kind, Kind.LINE), wording.ask(fact), wording.hint(fact), wording.example(fact),
        _stands(fact, known), optional=fact.optional, empty=NONE, unknown=unknown, longest=LONGEST, private=True,
        read=read, echo=lambda text: _understood(fields, fact, held(text), code),
    )  # fmt: skip


def _understood(fields: Fields, fact: Fact, value: str, code: str) -> str:
    if value == NONE:
        return ""
    if fact.kind is FactKind.MONEY:
        return fields.money("", "", currency=code).echo(Money(int(value), int(value), code))
    if fact.kind is FactKind.DAY:
        return fields.day("", "").echo(date.fromisoformat(value))
    return fields.percent("", "").echo(int(value)) if fact.kind is FactKind.PERCENT else ""


def _stands(fact: Fact, known: str) -> str:
    """What is known, as it would be typed again."""
    if known == DONT_KNOW:
        return "" if fact.optional else UNKNOWN
    if known == NONE:
        return "" if fact.optional else "0"
    return write_figure(int(known), int(known), "money") if known and fact.kind is FactKind.MONEY else known
