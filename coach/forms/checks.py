"""Asks what the owner decides on a recommendation. Knows no rule and no shell."""

from datetime import timedelta

from coach.casebook.book import Casebook
from coach.casebook.checks.checks import LONGEST_NOTE
from coach.engine.verdict.verdict import LADDER, Outcome
from coach.formats.days import Side
from coach.forms.fields import Fields
from coach.forms.form import Form, Kept, Said
from coach.store.verdicts import Decision
from coach.wording.checks.recommendation import RecommendationWording

WAIT = timedelta(weeks=4)
"""How long a decision stands before the coach comes back to it, where the owner says nothing else."""
SHOWN_BECAUSE = 120
"""Characters of an earlier reason shown."""


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
    because = " ".join(decision.because.split())[:SHOWN_BECAUSE]
    return " ".join(filter(None, (said, words("decision.earlier_because", because=because) if because else "")))
