"""Asks which check to begin, and what the owner decides on a recommendation. Knows no rule and no shell."""

from datetime import date, timedelta
from textwrap import shorten

from coach.casebook.book import Casebook
from coach.casebook.checks.checks import LONGEST_NOTE
from coach.casebook.checks.sitting import OpenCheck
from coach.casebook.desk import Refused
from coach.engine.interview.instrument import Depth
from coach.engine.value import replace
from coach.engine.verdict.verdict import LADDER, Outcome
from coach.formats.days import Side
from coach.forms.fields import Fields
from coach.forms.form import Form, Kept, Said, Texts
from coach.store.verdicts import Decision
from coach.wording.checks.recommendation import RecommendationWording

WAIT = timedelta(weeks=4)
"""How long a decision stands before the coach comes back to it, where the owner says nothing else."""
SHOWN_BECAUSE = 120
"""Characters of an earlier reason shown."""
OTHER = "other"
"""The way to a check of other weeks than the usual ones."""
OPEN_OFFERED = 5
"""Open checks offered to go on with, so that one digit reaches each way."""


def start(book: Casebook, client_id: int, depth: Depth | None = None, on_day: date | None = None) -> Form:
    """Which check: one of the usual weeks, of others, or one left open; gives the id of the one to go on with.

    Where ``depth`` or ``on_day`` is said already, it is not asked. Raises Refused where the client is gone, StoreFault.
    """
    name, words = book.clients.one(client_id).name, book.library.words
    waiting = book.checks.unfinished(client_id)[:OPEN_OFFERED]
    fields, today = Fields(book), on_day or book.clock.today()
    depths = [(each.value, words(f"start_check.way.{each}")) for each in Depth]
    ways = depths if depth is None else [(depth.value, words("start_check.way.usual"))]
    ways = [*ways, (OTHER, words("start_check.way.other"))]
    ways += [(str(each.assessment.id), words("start_check.way.resume", check=named(book, each))) for each in waiting]

    def asks(until: date | None) -> str:
        if until is None:
            return words("start_check.until_open")
        first, last = book.checks.window(until)
        return words("start_check.asks", first=words.day(first), last=words.day(last))

    def before_the_day(until: date | None, said: Said) -> None:
        if until is not None and until > (day := said.get("day", today)):
            raise Refused("check_weeks_after", day=words.day(day))

    def other(texts: Texts) -> bool:
        return texts["way"] == OTHER

    def keep(said: Said) -> Kept:
        if said["way"].isdecimal():
            return Kept(value=int(said["way"]))
        chosen = depth or Depth(said.get("depth", said["way"]))
        until = said.get("until")
        since = book.checks.window(until)[0] if until is not None else None
        return Kept(value=book.checks.begin(client_id, chosen, said.get("day", on_day), since).assessment.id)

    until = fields.day(
        "until", words("start_check.until"), hint=words("start_check.until_hint"), optional=True, rule=before_the_day,
        when=other,
    )  # fmt: skip
    asked = [
        fields.choice("way", words("start_check.ask"), ways, str(waiting[0].assessment.id) if waiting else ways[0][0]),
        fields.day("day", words("start_check.day"), value=today, when=other),
        replace(until, echo=asks),
        fields.choice(
            "depth",
            words("start_check.depth"),
            [(each.value, words(f"ask.depth.{each}")) for each in Depth],
            Depth.QUICK.value,
            when=other,
        ),
    ]
    said_already = {"day": on_day, "depth": depth}
    first, last = book.checks.window(on_day)
    about = words(
        f"start_check.window.{'past' if on_day else 'now'}", first=words.day(first), last=words.day(last),
        weeks=(last - first).days // 7, day=words.day(last),
    )  # fmt: skip
    return Form(
        "",
        words("start_check.title", name=name),
        tuple(field for field in asked if said_already.get(field.id) is None),
        keep,
        about,
        client_id,
    )


def named(book: Casebook, each: OpenCheck) -> str:
    """A check left unfinished: which, of which day, and how far it had come."""
    words, row = book.library.words, each.assessment
    done, steps = each.progress
    return words(
        "start_check.open", depth=words(f"ask.depth.{row.depth}"), day=words.day(row.on_day), done=done, steps=steps
    )


def decision(book: Casebook, assessment_id: int) -> Form:
    """Follow the recommendation of a check or not, why, and when to look again.

    Raises Refused where there is none, StoreFault.
    """
    told = book.checks.told_of(assessment_id)
    line = book.overview.page(told.assessment.client_id or 0).line
    words, wording, fields, today = (
        book.library.words,
        RecommendationWording(book.library),
        Fields(book),
        book.clock.today(),
    )
    standing = line.decision if line.decision and line.decision.verdict_id == told.id else None
    others = [outcome for outcome in reversed(LADDER) if outcome is not told.outcome]
    ways = [(told.outcome.value, words("decision.follow", tag=wording.tag(told)))]
    ways += [(each.value, words("decision.otherwise", tag=wording.outcome(each))) for each in others]
    again = today + WAIT
    if standing is not None:
        again = max(standing.look_again_on or again, today)

    def keep(said: Said) -> Kept:
        decided = Outcome(said["decided"])
        book.checks.decide(told, decided, said["because"], said["again"])
        tag = wording.outcome(decided)
        if said["again"] is None:
            return Kept(words("decision.saved_open", decided=tag))
        return Kept(words("decision.saved", decided=tag, date=words.day(said["again"])))

    about = [words("decision.recommended", line=wording.line(told))]
    if line.decision is not None:
        about.append(_earlier(line.decision, book))
    return Form(
        f"decision:{assessment_id}",
        words("decision.title", name=line.client.name),
        (
            fields.choice("decided", words("decision.asked"), ways, standing.decided if standing else ""),
            fields.text(
                "because", words("decision.because"), hint=words("decision.because_hint"), optional=True,
                value=standing.because if standing else "", longest=LONGEST_NOTE, private=True,
            ),
            fields.day(
                "again", words("decision.look_again"), Side.AHEAD, again, never=words("decision.never"),
                hint=words("decision.look_again_hint"), optional=True,
            ),
        ),
        keep,
        "\n".join(about),
        line.client.id,
    )  # fmt: skip


def _earlier(decision: Decision, book: Casebook) -> str:
    words = book.library.words
    tag = RecommendationWording(book.library).outcome(decision.decided)
    said = words("decision.earlier", date=words.day(decision.on_day), decided=tag)
    because = shorten(decision.because, SHOWN_BECAUSE, placeholder=" …")
    return " ".join(filter(None, (said, words("decision.earlier_because", because=because) if because else "")))
