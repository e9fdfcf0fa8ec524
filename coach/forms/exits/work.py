"""Asks for a piece of work that is to be settled, and for an invoice that is open. Knows no shell."""

from collections.abc import Callable

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.exits.facts import currency_of
from coach.casebook.exits.work import LONGEST_LABEL
from coach.engine.exits.sums import PieceAct, PieceState
from coach.formats.days import Side
from coach.formats.money import Money
from coach.forms.fields import Fields
from coach.forms.form import Form, Kept, Said, Texts
from coach.store.exits import PieceRow
from coach.wording.exits.plan import ExitWording

EARLIER = "earlier"
HALF = (PieceState.IN_PROGRESS, PieceState.NOT_STARTED)
"""What can still become something else than done."""


def piece(book: Casebook, client_id: int, number: int = 0) -> Form:
    """A piece of work, the one of a number or a new one. Raises Refused where there is no plan."""
    exit, wording, fields = book.exit_plans.one(client_id), ExitWording.of(book), Fields(book)
    known, code = next((each for each in exit.pieces if each.number == number), None), currency_of(exit.known)
    stands = known or PieceRow(0, "", PieceState.DONE_UNPAID, 0, 0, 0)
    share = round(stands.share * 100) if stands.state == PieceState.IN_PROGRESS else None

    def keep(said: Said) -> Kept:
        paid, act = said.get("paid"), said.get("act")
        row = PieceRow(
            stands.number, said["label"], said["state"], said["price"].low, paid.low if paid else 0,
            said.get("share", 0) / 100,
        )  # fmt: skip
        book.work.put_piece(client_id, row, PieceAct(act) if act else None)
        return Kept(wording("page.saved"))

    return Form(
        "exit_piece",
        wording("line.title"),
        (
            fields.line(
                "label", wording("line.label"), example=wording("ask.example", example=wording("line.example")),
                value=stands.label, optional=True, longest=LONGEST_LABEL, private=True,
            ),
            fields.choice(
                "state", wording("line.state"), [(each, wording(f"line.state_option.{each}")) for each in PieceState],
                stands.state,
            ),
            fields.money("price", wording("line.price"), known.price if known else None, currency=code, private=True),
            fields.money(
                "paid", wording("line.paid"), known.paid if known else None, currency=code, private=True,
                when=_where(PieceState.DONE_UNPAID, *HALF),
            ),
            fields.percent(
                "share", wording("line.share"), share, hint=wording("line.share_hint"), private=True,
                when=_where(PieceState.IN_PROGRESS),
            ),
            fields.choice(
                "act", wording("line.act"), [(each, wording(f"line.act_option.{each}")) for each in PieceAct],
                wording.act_of(exit, known.number) if known else "", when=_where(*HALF),
            ),
        ),
        keep,
        wording("vat"),
        client_id,
    )  # fmt: skip


def invoice(book: Casebook, client_id: int) -> Form:
    """An invoice that is open: the sum, when it is due, and for what. Raises Refused where there is no plan."""
    exit, wording, fields = book.exit_plans.one(client_id), ExitWording.of(book), Fields(book)
    works = [(str(each.line.number), wording.piece(exit, each.line.number)) for each in exit.settlement.lines]

    def owed(found: Money, _: Said) -> None:
        if found.low <= 0:
            raise Refused("invoice_empty")

    def keep(said: Said) -> Kept:
        of = said.get("of", EARLIER)
        book.work.put_invoice(client_id, said["amount"].low, said["due"], None if of == EARLIER else int(of))
        return Kept(wording("page.saved"))

    of = fields.choice("of", wording("invoice.of"), [*works, (EARLIER, wording("invoice.earlier"))])
    return Form(
        "exit_invoice",
        wording("invoice.title"),
        (
            fields.money(
                "amount", wording("invoice.amount"), currency=currency_of(exit.known), rule=owed, private=True
            ),
            fields.day("due", wording("invoice.due"), Side.NEAR),
            *([of] if works else []),
        ),
        keep,
        client_id=client_id,
    )


def _where(*states: PieceState) -> Callable[[Texts], bool]:
    return lambda texts: texts["state"] in states
