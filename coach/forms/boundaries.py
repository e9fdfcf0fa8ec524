"""Asks about one boundary: a term of mine, how far it has come, another day for a step. Knows no shell."""

from datetime import timedelta

from coach.casebook.book import Casebook
from coach.casebook.boundaries import LONGEST_TERM, THEIRS
from coach.engine.boundary import NOT, Rung
from coach.formats.days import Side
from coach.forms.fields import Fields
from coach.forms.form import Form, Kept, Said
from coach.store.plans import PlanStep
from coach.wording.boundaries import OWN_WAYS, WAYS, BoundaryWording

LATER = timedelta(weeks=1)
"""How far a step is put off, where the owner says nothing else."""


def term(book: Casebook, boundary: str, param: str, client_id: int | None = None) -> Form:
    """One of my terms, in general or with one client, or what they asked of me; empty takes it away.

    Raises Refused where the client is gone, StoreFault.
    """
    words, wording = book.library.words, BoundaryWording(book.library)
    terms = book.boundaries.terms(client_id).get(boundary)
    params = dict(terms.params) if terms else {}
    title, example, about = wording.name(boundary), wording.example(boundary, param), ""
    if client_id is not None:
        name = book.clients.one(client_id).name
        title = words("boundary.between", boundary=title, name=name)
        about = "" if param == THEIRS else words("boundary.only_with", name=name)

    def keep(said: Said) -> Kept:
        if said["term"] != params.get(param, ""):
            book.boundaries.set_term(boundary, {**params, param: said["term"]}, client_id)
        return Kept()

    field = Fields(book).line(
        "term", wording.ask(boundary, param), value=params.get(param, ""), longest=LONGEST_TERM, optional=True,
        example=words("boundary.example", example=example) if example else "",
    )  # fmt: skip
    return Form(f"term.{boundary}.{param}", title, (field,), keep, about, client_id)


def far(book: Casebook, boundary: str, client_id: int | None = None, rung: Rung | None = None) -> Form:
    """How far a boundary has come, in my terms or with one client, and since when; begins on what leads to a rung.

    Raises Refused where the client is gone, StoreFault.
    """
    words, fields, title = book.library.words, Fields(book), BoundaryWording(book.library).name(boundary)
    ways = {key: (reached, how) for key, reached, how in (OWN_WAYS if client_id is None else (*OWN_WAYS[:2], *WAYS))}
    first = next((key for key, (leads_to, _) in ways.items() if leads_to is rung), "")
    if client_id is not None:
        title = words("boundary.between", boundary=title, name=book.clients.one(client_id).name)

    def keep(said: Said) -> Kept:
        (reached, how), day = ways[said["way"]], said["since"]
        after = book.boundaries.move(boundary, reached, how, client_id, day)
        stands = (after.denied if how == NOT else after.reached).get(reached)
        key = "boundary.saved" if stands is not None and stands.on_day == day else "boundary.later_word"
        return Kept(words(key, what=words(f"boundary.way.{said['way']}"), day=words.day(day)))

    return Form(
        f"far.{boundary}",
        title,
        (
            fields.choice(
                "way", words("boundary.how_far"), [(key, words(f"boundary.way.{key}")) for key in ways], first
            ),
            fields.day("since", words("boundary.since"), Side.BEHIND, book.clock.today()),
        ),
        keep,
        client_id=client_id,
    )


def another_day(book: Casebook, boundary: str, step: PlanStep, client_id: int | None = None) -> Form:
    """Another day for a step."""
    words, today = book.library.words, book.clock.today()

    def keep(said: Said) -> Kept:
        book.boundaries.put_off(step, said["until"])
        return Kept(words("boundary.put_off", day=words.day(said["until"])))

    later, hint = max(step.due_on or today, today) + LATER, words("boundary.until_hint")
    field = Fields(book).day("until", words("boundary.until"), Side.AHEAD, later, hint=hint)
    title = BoundaryWording(book.library).step(boundary, step.step)
    return Form(f"another_day.{step.id}", title, (field,), keep, client_id=client_id)
