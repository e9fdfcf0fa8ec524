"""Asks for what is done with a plan: a step put off, a word of theirs afterwards, looking back. Knows no shell."""

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.exits.exits import LONGEST_NOTE
from coach.formats.days import Side
from coach.forms.fields import Fields
from coach.forms.form import Form, Kept, Said
from coach.wording.exits.plan import ExitWording

TAKE_BACK = ("yes", "changed", "no")
NO_TERM = "none"


def put_off(book: Casebook, client_id: int, step_id: str) -> Form:
    """Another day for a step, and why. Raises Refused where there is no plan, or no such step in it."""
    exit, wording, fields = book.exit_plans.one(client_id), ExitWording.of(book), Fields(book)
    step = next((step for step, _ in exit.steps if step.id == step_id), None)
    if step is None:
        raise Refused("exit_step")

    def keep(said: Said) -> Kept:
        book.exits.put_off(client_id, step_id, said["until"], said["reason"])
        return Kept(wording("ask.put_off", day=book.library.words.day(said["until"])))

    until = fields.day("until", wording("ask.until"), Side.AHEAD, example=wording("ask.example", example="1w"))
    reason = fields.line(
        "reason", wording("ask.reason"), hint=wording("ask.reason_hint"), optional=True, longest=LONGEST_NOTE,
        private=True,
    )  # fmt: skip
    return Form(
        "exit_put_off", wording("ask.put_off_title"), (until, reason), keep, wording.step(exit, step), client_id
    )


def contact(book: Casebook, client_id: int) -> Form:
    """What they wanted when they were in touch again. Raises Refused where there is no plan."""
    wording = ExitWording.of(book)
    book.exit_plans.one(client_id)

    def keep(said: Said) -> Kept:
        book.exits.note_contact(client_id, said["wanted"])
        return Kept(wording("page.saved"))

    field = Fields(book).line(
        "wanted", wording("ask.contact_said"), hint=wording("ask.contact_hint"), optional=True, longest=LONGEST_NOTE,
        private=True,
    )  # fmt: skip
    return Form("exit_contact", wording("after.contact"), (field,), keep, client_id=client_id)


def closing(book: Casebook, client_id: int) -> Form:
    """Looking back, which closes the plan; gives the boundary whose standard terms change, or an empty string.

    Raises Refused where there is no plan.
    """
    wording, fields, words = ExitWording.of(book), Fields(book), book.library.words
    name = book.exit_plans.one(client_id).client.name

    def keep(said: Said) -> Kept:
        term = "" if said["term"] == NO_TERM else said["term"]
        book.exits.close(client_id, said["back"], said["keep"], term)
        return Kept(wording("ask.closed", name=name), term)

    backs = [(each, wording(f"after.take_back_option.{each}")) for each in TAKE_BACK]
    terms = [(each, words.say("boundaries", f"{each}.name")) for each in book.library.boundaries]
    return Form(
        "exit_closing",
        wording("after.close"),
        (
            fields.choice("back", wording("after.take_back"), backs),
            fields.line("keep", wording("after.keep"), optional=True, longest=LONGEST_NOTE, private=True),
            fields.choice("term", wording("after.term"), [(NO_TERM, wording("value.none")), *terms]),
        ),
        keep,
        wording("after.closing"),
        client_id,
    )  # fmt: skip
