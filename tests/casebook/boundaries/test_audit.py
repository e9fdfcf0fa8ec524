"""The audit of my own boundaries on a real file: what it asks, what it writes, what comes first, and its trend."""

from datetime import UTC, date, datetime

from coach.casebook.book import Casebook, open_casebook
from coach.casebook.boundaries import PREFIX
from coach.casebook.checks.sitting import NOBODY, Sitting
from coach.clock import fixed_clock
from coach.engine.boundary import Rung, Stage
from coach.engine.interview.answer import chosen
from coach.engine.interview.interview import confirm
from tests.shared.checks import checked


def answered(book: Casebook, far: dict[str, str], ticks: tuple[str, ...] = (), otherwise: str = "none") -> Sitting:
    """An audit answered to its end."""
    sitting = book.audit.begin()
    while (step := sitting.interview.step) is not None:
        if step.card is not None:
            items = sitting.interview.instrument.items
            given = confirm(step.card, items, dict.fromkeys(ticks, "yes"), sitting.interview.answers)
        else:
            given = (chosen(step.id, far.get(step.id.removeprefix(PREFIX), otherwise)),)
        sitting = book.checks.record(sitting, *given)
    return sitting


def test_it_is_about_nobody_and_asks_of_every_boundary(book: Casebook) -> None:
    sitting = book.audit.begin()
    assert sitting.client is NOBODY and sitting.client_id is None
    asked = [step.id for step in sitting.interview.steps() if step.id.startswith(PREFIX)]
    assert asked == [PREFIX + each for each in book.library.boundaries]
    assert book.checks.unfinished() == [] and book.audit.waits() and not book.audit.finished()


def test_what_the_register_knows_is_not_asked_again(book: Casebook) -> None:
    book.boundaries.move("scope", Rung.TOLD, "aloud")
    interview = book.audit.begin().interview
    still = [step.id for step in interview.steps() if not interview.complete(step)]
    assert PREFIX + "scope" not in still and len(still) == len(book.library.boundaries)
    assert interview.answers[PREFIX + "scope"].option == "told"


def test_it_goes_on_where_it_stopped(book: Casebook) -> None:
    sitting = book.audit.begin()
    step = sitting.interview.step
    assert step is not None
    book.checks.record(sitting, chosen(step.id, "written"))
    again = book.audit.begin()
    assert again.assessment.id == sitting.assessment.id
    assert again.interview.answers[step.id].option == "written"


def test_answers_become_rungs_up_to_the_step_and_not_beyond(book: Casebook) -> None:
    result = book.audit.conclude(answered(book, {"scope": "told", "office_hours": "kept"}))
    assert [rung for rung in Rung if result.standings["scope"].has(rung)] == [Rung.DECIDED, Rung.WRITTEN, Rung.TOLD]
    assert result.standings["conduct"].stage is Stage.NONE
    assert result.coverage == {Rung.DECIDED: 2, Rung.WRITTEN: 2, Rung.TOLD: 2, Rung.KEPT: 1}
    assert result.good == ("office_hours",)
    assert book.audit.finished() and not book.audit.waits()


def test_one_undo_takes_the_whole_result_back(book: Casebook) -> None:
    book.audit.conclude(answered(book, {"scope": "told"}))
    book.records.undo()
    assert not any(each.known for each in book.boundaries.standings().values())
    assert book.audit.waits() and not book.audit.finished()


def test_what_came_between_leaving_and_finishing_is_not_overwritten(book: Casebook) -> None:
    book.boundaries.move("scope", Rung.DECIDED, "said")
    book.audit.begin()
    book.boundaries.move("scope", Rung.TOLD, "letter clause_scope")
    result = book.audit.conclude(answered(book, {}))
    assert result.standings["scope"].has(Rung.TOLD)


def test_a_changed_mind_takes_a_step_back(book: Casebook) -> None:
    book.boundaries.move("scope", Rung.TOLD, "aloud", on_day=date(2026, 10, 1))
    sitting = book.audit.begin()
    sitting = sitting.at(sitting.interview.go(PREFIX + "scope"))
    book.checks.record(sitting, chosen(PREFIX + "scope", "decided"))
    result = book.audit.conclude(answered(book, {}))
    assert result.standings["scope"].stage is Stage.DECIDED


def test_what_weighs_at_clients_comes_before_stress_and_stress_before_the_rest(book: Casebook) -> None:
    checked(
        book,
        book.clients.add("Acme").id,
        date(2026, 11, 10),
        chosen("after_hours", "4"),
        chosen("after_hours.told", "no"),
    )
    result = book.audit.conclude(answered(book, {}, ("stress.extras", "stress.changes"), "written"))
    first, *rest = result.first
    assert (first.boundary, first.clients) == ("office_hours", 1) and first.points
    assert {each.boundary for each in rest} == {"scope", "revision_rounds"} and all(each.stress for each in rest)


def test_each_audit_is_one_point_of_its_trend(book: Casebook) -> None:
    book.audit.conclude(answered(book, {"scope": "written"}))
    later = open_casebook(book.places.database.parent, fixed_clock(datetime(2027, 2, 1, tzinfo=UTC)))
    later.boundaries.move("scope", Rung.TOLD, "aloud")
    result = later.audit.conclude(answered(later, {}))
    told = dict(zip(Rung, result.series, strict=False))[Rung.TOLD]
    assert [(point.day, point.value) for point in told.points] == [(date(2026, 11, 21), 0.0), (date(2027, 2, 1), 1.0)]
    later.records.close()
