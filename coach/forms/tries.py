"""Asks for what a last try needs to begin, and how one went. Knows no shell."""

from datetime import date, timedelta

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.tries import LONGEST_FOLLOWS
from coach.engine.reset import JUDGED, WEEKS, Ending, MyPart, problem_of
from coach.formats.days import Side
from coach.forms.fields import Fields
from coach.forms.form import Form, Kept, Said
from coach.wording.tries import TryWording


def begin(book: Casebook, client_id: int) -> Form:
    """Begin a last try: its rules, its last day, what follows; gives it. Raises Refused where the client is gone."""
    name, offered = book.clients.one(client_id).name, book.tries.rules_offered(client_id)
    wording, fields, today = TryWording(book.library), Fields(book), book.clock.today()
    usual = today + timedelta(weeks=WEEKS)

    def counted(rules: tuple[str, ...], _: Said) -> None:
        if problem := problem_of(rules, today, usual):
            raise Refused(problem)

    def after_today(ends: date, _: Said) -> None:
        if problem := problem_of(offered[:1], today, ends):
            raise Refused(problem)

    def keep(said: Said) -> Kept:
        kept = book.tries.begin(client_id, said["rules"], said["follows"], said["ends"])
        return Kept(wording.say("said.begun", until=book.library.words.day(kept.reset.ends)), kept)

    return Form(
        "begin_try",
        wording.say("ask.title", name=name),
        (
            fields.ticks(
                "rules", wording.say("ask.rules"), zip(offered, wording.listing(offered), strict=True), offered[:1],
                rule=counted,
            ),
            fields.day("ends", wording.say("ask.ends"), Side.AHEAD, usual, rule=after_today),
            fields.line(
                "follows", wording.say("ask.follows"), example=wording.say("ask.follows_like"), optional=True,
                longest=LONGEST_FOLLOWS, private=True,
            ),
        ),
        keep,
        client_id=client_id,
    )  # fmt: skip


def end(book: Casebook, reset_id: int) -> Form:
    """End a last try: how it went, rule by rule, and my own part in it; gives it. Raises Refused where it is gone."""
    kept = book.tries.one(reset_id)
    rules, name = kept.reset.rules, book.clients.one(kept.client_id).name
    wording, fields = TryWording(book.library), Fields(book)
    judged = [(each.value, wording.say(f"choice.{each}")) for each in JUDGED]
    mine = [(each.value, wording.say(f"mine.{each}")) for each in MyPart]

    def keep(said: Said) -> Kept:
        ended = book.tries.end(reset_id, {rule: Ending(said[rule]) for rule in rules}, MyPart(said["mine"]))
        return Kept(wording.say("said.ended"), ended)

    return Form(
        "end_try",
        wording.say("ask.judge_title", name=name),
        (
            *(fields.choice(rule, wording.say("ask.judge", rule=wording.rule(rule)), judged) for rule in rules),
            fields.choice("mine", wording.say("ask.mine"), mine),
        ),
        keep,
        client_id=kept.client_id,
    )
