"""The owner's decision: kept as it was taken, refused in one line, never lost while it is typed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.casebook.checks.recommendation import Recommendation
from coach.engine.verdict.verdict import Outcome
from coach.forms.checks import decision
from coach.forms.form import Wrong, read_all
from screens.app import CoachApp
from screens.checks.recommendation import VerdictScreen
from screens.frame import commands
from screens.frame.form import FormDialog
from screens.widgets.fields.clean_input import CleanInput
from tests.screens.pilots import opened, press, settled
from tests.screens.shown import shown
from tests.shared.checks import KEPT, check

TODAY = date(2026, 11, 21)


@pytest.fixture
def told(book: Casebook) -> Recommendation:
    return check(book, "Acme", {"after_hours": KEPT, "scope_creep": KEPT})


@asynccontextmanager
async def deciding(book: Casebook, told: Recommendation, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """The dialog of a decision, over its recommendation."""
    async with opened(book, commands.ShowVerdict(told.assessment.id), size) as pilot:
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, FormDialog)
        yield pilot


async def test_following_it_takes_three_keys_and_comes_back_in_four_weeks(
    book: Casebook, told: Recommendation, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(CoachApp, "notify", lambda _, said, **__: heard.append(said))
    async with deciding(book, told) as pilot:
        await press(pilot, "1", "enter", "enter")
        assert isinstance(pilot.app.screen, VerdictScreen)
        text = shown(pilot.app)
    decision = book.overview.page(told.assessment.client_id or 0).line.decision
    assert decision is not None
    assert (decision.decided, decision.because, decision.look_again_on) == ("plan_exit", "", date(2026, 12, 19))
    assert decision.verdict_id == told.id
    assert heard == ["Saved: plan the exit. The coach comes back to it on 19 December 2026."]
    assert "plan the exit, since 21 Nov; again on 19 Dec" in text, "the page behind shows it at once"


async def test_another_way_with_a_reason_and_a_day(book: Casebook, told: Recommendation) -> None:
    async with deciding(book, told) as pilot:
        await press(pilot, "5", *"1 more [/] month, t q u c", "enter", *"10d", "ctrl+s")
        assert isinstance(pilot.app.screen, VerdictScreen)
    decision = book.overview.page(told.assessment.client_id or 0).line.decision
    assert decision is not None
    assert decision.decided == Outcome.KEEP
    assert decision.because == "1 more [/] month, t q u c"
    assert decision.look_again_on == date(2026, 12, 1)


@pytest.mark.parametrize(("typed", "said"), [("soon", "read that day"), ("2026-11-20", "That day has passed.")])
async def test_a_bad_day_is_one_line_and_keeps_what_was_typed(
    book: Casebook, told: Recommendation, typed: str, said: str
) -> None:
    async with deciding(book, told) as pilot:
        await press(pilot, "2", *"because", "enter", *typed, "enter")
        assert isinstance(pilot.app.screen, FormDialog)
        assert said in shown(pilot.app)
        assert [field.value for field in pilot.app.screen.query(CleanInput)] == ["because", typed]
        await pilot.resize_terminal(60, 20)
        await settled(pilot)
        assert [field.value for field in pilot.app.screen.query(CleanInput)] == ["because", typed]
    assert book.overview.page(told.assessment.client_id or 0).line.decision is None


async def test_leaving_keeps_nothing(book: Casebook, told: Recommendation) -> None:
    async with deciding(book, told) as pilot:
        await press(pilot, "3", *"words", "escape", "3")
        assert isinstance(pilot.app.screen, VerdictScreen)
    assert book.overview.page(told.assessment.client_id or 0).line.decision is None


async def test_an_earlier_decision_is_shown_and_stands_to_be_changed(book: Casebook, told: Recommendation) -> None:
    book.checks.decide(told, Outcome.RESET, "One more month.", date(2027, 1, 9))
    async with deciding(book, told, (60, 20)) as pilot:
        assert "Your decision about Acme" in shown(pilot.app)
        assert "you decided: last try." in shown(pilot.app)
        assert "One more month." in shown(pilot.app)
        assert [field.value for field in pilot.app.screen.query(CleanInput)] == ["One more month.", "2027-01-09"]
        await press(pilot, "enter", "enter", "enter")
    decision = book.overview.page(told.assessment.client_id or 0).line.decision
    assert decision is not None
    assert (decision.decided, decision.look_again_on) == ("reset", date(2027, 1, 9))


async def test_a_click_chooses_and_arrows_move(book: Casebook, told: Recommendation) -> None:
    async with deciding(book, told) as pilot:
        await pilot.click("FieldBox Choices", offset=(6, 3))
        await press(pilot, "shift+tab", "up", "ctrl+s")
    decision = book.overview.page(told.assessment.client_id or 0).line.decision
    assert decision is not None
    assert decision.decided == Outcome.RESET


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", None),
        ("  ", None),
        ("4w", date(2026, 12, 19)),
        ("10 D", date(2026, 12, 1)),
        ("2026-12-24", date(2026, 12, 24)),
        ("24.12.2026", date(2026, 12, 24)),
        ("3 Mar", date(2027, 3, 3)),
        ("21 November", TODAY),
        ("20 Nov", date(2027, 11, 20)),
    ],
)
def test_a_day_is_read_as_people_write_it(book: Casebook, told: Recommendation, typed: str, day: date | None) -> None:
    form = decision(book, told.assessment.id)
    assert read_all(form, {**form.texts(), "decided": "keep", "again": typed})["again"] == day


@pytest.mark.parametrize("typed", ["soon", "4", "2026-13-01", "31 Feb 2027", "2026-11-20"])
def test_what_is_no_day_to_come_is_refused(book: Casebook, told: Recommendation, typed: str) -> None:
    form = decision(book, told.assessment.id)
    with pytest.raises(Wrong, match="again"):
        read_all(form, {**form.texts(), "decided": "keep", "again": typed})
