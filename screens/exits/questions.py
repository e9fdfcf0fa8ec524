"""The questions of an exit: facts, a piece of work, an invoice, another day, looking back. Asks and draws nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.exits.facts import DONT_KNOW, options_of
from coach.casebook.exits.reading import Exit
from coach.engine.exits.sums import PieceAct, PieceState
from coach.formats.days import Side, read_day
from coach.formats.figures import read_share
from coach.formats.money import read_sum
from coach.library.exits import Fact
from coach.store.exits import PieceRow
from coach.wording.exits.plan import ExitWording
from screens.exits.question_dialog import Question

TAKE_BACK = ("yes", "changed", "no")
EARLIER = "earlier"
NO_DAY = "0"
"""What an empty field stands for where a fact may stay unsaid."""
NextQuestion = Callable[[int], Question | None]


def read(book: Casebook, client_id: int) -> Exit:
    """The exit as it stands. Raises Refused where there is none."""
    found = book.exits.of(client_id)
    if found is None:
        raise Refused("exit_none")
    return found


def facts_asked(book: Casebook, client_id: int, said: ExitWording, section: str = "") -> NextQuestion:
    """What is open, or every fact of one section; an answer may bring further questions."""
    behind: list[str] = []

    def wanted(exit: Exit) -> list[Fact]:
        if section:
            return dict(said.facts(exit)).get(section, [])
        return [fact for fact in exit.asked if fact.id in behind or fact in exit.open] or (
            [] if behind else [fact for fact in exit.asked if not fact.optional]
        )

    first = [fact.id for fact in wanted(read(book, client_id))]

    def next_question(at: int) -> Question | None:
        exit = read(book, client_id)
        facts = [fact for fact in exit.asked if fact.id in {*first, *behind}] if not section else wanted(exit)
        known = {fact.id for fact in facts}
        # What an answer has opened is asked where it stands.
        facts = [fact for fact in exit.asked if fact.id in known or (not section and fact in exit.open)]
        if at >= len(facts):
            return None
        fact = facts[at]
        if fact.id not in behind:
            behind.append(fact.id)
        place = said("ask.place", section=said(f"section.{fact.section}"), at=at + 1, count=len(facts))
        return Question(
            place,
            said.ask(fact),
            lambda typed: book.exits.say(client_id, fact.id, typed.strip() or (NO_DAY if fact.optional else "")),
            [(each, said.option(fact, each)) for each in options_of(fact)],
            exit.known.get(fact.id, "") if options_of(fact) else said.typed(exit, fact),
            said.example(fact),
            _note(exit, fact, said, at),
            DONT_KNOW,
        )

    return next_question


def _note(exit: Exit, fact: Fact, said: ExitWording, at: int) -> str:
    """What not knowing costs, where that was said; else how to say it where something is typed."""
    if exit.known.get(fact.id) == DONT_KNOW:
        return said.cost(exit, fact)
    return "" if options_of(fact) else said("ask.typed" if at else "ask.typed_first")


@dataclass
class PieceDraft:
    """A piece of work while it is asked for."""

    number: int = 0
    label: str = ""
    state: str = PieceState.DONE_UNPAID.value
    price: int = 0
    paid: int = 0
    share: int = 0
    act: str = ""
    asked: list[str] = field(default_factory=list)


def piece_asked(book: Casebook, client_id: int, said: ExitWording, number: int = 0) -> NextQuestion:
    """A piece of work, new or known, question by question; it is kept with the last answer."""
    exit = read(book, client_id)
    known = next((each for each in exit.pieces if each.number == number), None)
    draft = PieceDraft()
    if known is not None:
        draft = PieceDraft(
            number, known.label, known.state, known.price, known.paid, round(known.share * 100),
            said.act_of(exit, number).value,
        )  # fmt: skip

    def keep() -> None:
        piece = PieceRow(draft.number, draft.label, draft.state, draft.price, draft.paid, draft.share / 100)
        act = (
            PieceAct(draft.act)
            if draft.act and draft.state in (PieceState.IN_PROGRESS, PieceState.NOT_STARTED)
            else None
        )
        book.work.put_piece(client_id, piece, act)

    def plan() -> list[str]:
        parts = ["label", "state", "price"]
        parts += ["paid"] if draft.state != PieceState.DONE_PAID else []
        parts += ["share"] if draft.state == PieceState.IN_PROGRESS else []
        return parts + (["act"] if draft.state in (PieceState.IN_PROGRESS, PieceState.NOT_STARTED) else [])

    def taken(part: str) -> Callable[[str], None]:
        def take(typed: str) -> None:
            if part in ("price", "paid"):
                setattr(draft, part, read_sum(typed, book.library.words.lexicon).low)
            else:
                setattr(draft, part, read_share(typed) if part == "share" else typed)
            if part == plan()[-1]:
                keep()

        return take

    def next_question(at: int) -> Question | None:
        parts = plan()
        if at >= len(parts):
            return None
        part = parts[at]
        place = said("ask.place", section=said("section.work"), at=at + 1, count=len(parts))
        options: Sequence[tuple[str, str]] = ()
        if part == "state":
            options = [(each.value, said(f"line.state_option.{each}")) for each in PieceState]
        elif part == "act":
            options = [(each.value, said(f"line.act_option.{each}")) for each in PieceAct]
        value = getattr(draft, part)
        if part in ("price", "paid", "share"):
            fresh = known is None and not value
            value = "" if fresh else str(value) if part == "share" else f"{value / 100:.2f}".removesuffix(".00")
        example = said("ask.example", example=said("line.example")) if part == "label" else ""
        note = said("vat") if part == "price" else ""
        return Question(place, said(f"line.{part}"), taken(part), options, value, example, note)

    return next_question


def invoice_asked(book: Casebook, client_id: int, said: ExitWording) -> NextQuestion:
    """An invoice that is open: the sum, when it is due, and for what."""
    typed: dict[str, str] = {}
    today, words = book.clock.today(), book.library.words
    sums: list[int] = []
    days: list[date] = []

    def amount(text: str) -> None:
        sums[:] = [read_sum(text, words.lexicon).low]
        if sums[0] <= 0:
            raise Refused("exit_money")
        typed["amount"] = text

    def due(text: str) -> None:
        days[:] = [read_day(text, words.lexicon, today, Side.NEAR)]
        typed["due"] = text
        if not works:
            keep("")

    def keep(of: str) -> None:
        book.work.put_invoice(client_id, sums[0], days[0], None if of in ("", EARLIER) else int(of))

    exit = read(book, client_id)
    works = [(str(each.line.number), said.piece(exit, each.line.number)) for each in exit.settlement.lines]

    def next_question(at: int) -> Question | None:
        count = 3 if works else 2
        place = said("ask.place", section=said("section.invoices"), at=at + 1, count=count)
        if at == 0:
            return Question(place, said("invoice.amount"), amount, value=typed.get("amount", ""))
        if at == 1:
            example = said("ask.example", example=words.day(today, "short"))
            return Question(place, said("invoice.due"), due, value=typed.get("due", ""), example=example)
        if at == 2 and works:
            return Question(place, said("invoice.of"), keep, [*works, (EARLIER, said("invoice.earlier"))])
        return None

    return next_question


def put_off_asked(book: Casebook, client_id: int, said: ExitWording, step: str, text: str) -> NextQuestion:
    """Another day for a step, and why."""
    typed: dict[str, str] = {}
    days: list[date] = []

    def until(text: str) -> None:
        today = book.clock.today()
        days[:] = [read_day(text, book.library.words.lexicon, today, Side.AHEAD)]
        if days[0] < today:
            raise Refused("day_past")
        typed["until"] = text

    def reason(text: str) -> None:
        book.exits.put_off(client_id, step, days[0], text)

    def next_question(at: int) -> Question | None:
        if at == 0:
            example = said("ask.example", example="1w")
            return Question(text, said("ask.until"), until, value=typed.get("until", ""), example=example)
        return Question(text, said("ask.reason"), reason) if at == 1 else None

    return next_question


def contact_asked(book: Casebook, client_id: int, said: ExitWording) -> NextQuestion:
    """What they wanted when they were in touch again."""

    def next_question(at: int) -> Question | None:
        take = lambda typed: book.exits.note_contact(client_id, typed)  # noqa: E731
        return Question(said("after.contact"), said("ask.contact_said"), take) if at == 0 else None

    return next_question


def closing_asked(book: Casebook, client_id: int, said: ExitWording) -> NextQuestion:
    """Looking back: would one take them back, what one keeps, which term changes; the last answer closes the plan."""
    kept = {"take_back": "", "keep": ""}

    def put(name: str) -> Callable[[str], None]:
        def take(typed: str) -> None:
            kept[name] = typed

        return take

    def close(term: str) -> None:
        book.exits.close(client_id, kept["take_back"], kept["keep"], "" if term == "none" else term)

    def next_question(at: int) -> Question | None:
        place = said("ask.place", section=said("section.after"), at=at + 1, count=3)
        if at == 0:
            options = [(each, said(f"after.take_back_option.{each}")) for each in TAKE_BACK]
            return Question(place, said("after.take_back"), put("take_back"), options, kept["take_back"])
        if at == 1:
            return Question(place, said("after.keep"), put("keep"), value=kept["keep"])
        if at == 2:
            names = [(each, said.words.say("boundaries", f"{each}.name")) for each in book.library.boundaries]
            options = [("none", said("value.none")), *names]
            return Question(place, said("after.term"), close, options, note=said("after.closing"))
        return None

    return next_question
