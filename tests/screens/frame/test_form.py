"""Any form as a dialog: what is taken is what stood there, and what is left is asked about and brought back."""

from datetime import date

import pytest
from textual import events

from coach.casebook.book import Casebook
from coach.forms.fields import Fields
from coach.forms.form import Form, Kept, Said
from screens.frame.form import FormDialog
from screens.frame.steps import StepsDialog
from screens.today.today import TodayScreen
from tests.screens.pilots import comes, opened, press, settled
from tests.screens.shown import shown


async def test_a_key_right_after_enter_never_enters_what_is_kept(book: Casebook) -> None:
    async with opened(book) as pilot:
        await press(pilot, "a", *"Acme")
        for key, character in (("enter", "\r"), ("q", "q"), ("x", "x")):
            pilot.app.post_message(events.Key(key, character))
        await settled(pilot)
    assert [each.name for each in book.clients.everyone()] == ["Acme"]


async def test_a_key_right_after_enter_stands_in_the_next_field(book: Casebook) -> None:
    said: list[Said] = []
    async with opened(book, FormDialog(lambda shown: _two(shown, said))) as pilot:
        for key in ("a", "enter", "b", "ctrl+s"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settled(pilot)
    assert said == [{"first": "a", "second": "b"}]


def _two(book: Casebook, said: list[Said]) -> Form:
    fields = Fields(book)

    def keep(given: Said) -> Kept:
        said.append(given)
        return Kept()

    return Form("two", "Two", (fields.line("first", "First"), fields.text("second", "Second")), keep)


async def test_leaving_asks_and_what_is_kept_as_a_draft_is_on_today(book: Casebook) -> None:
    async with opened(book) as pilot:
        await press(pilot, "a", "escape")
        assert isinstance(pilot.app.screen, TodayScreen), "nothing was typed, so nothing is asked"
        await press(pilot, "a", *"Ac", "escape")
        assert "Nothing of this is saved yet." in shown(pilot.app)
        await press(pilot, "1", *"me", "escape", "2")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert "Half written: a new client" in shown(pilot.app)
        row = next(each for each in pilot.app.screen.leads if each.startswith("draft:"))
        pilot.app.screen.post_message(pilot.app.screen.leads[row][1]())
        await settled(pilot)
        assert "Your draft of 21 November 2026" in shown(pilot.app)
        await press(pilot, "enter")
        assert [each.name for each in book.clients.everyone()] == ["Acme"]
        assert book.drafts.everything() == []


async def test_what_is_thrown_away_is_gone(book: Casebook) -> None:
    async with opened(book) as pilot:
        await press(pilot, "a", *"Acme")
        await comes(pilot, lambda: bool(book.drafts.everything()))
        await press(pilot, "escape", "3")
        assert "Half written" not in shown(pilot.app)
    assert book.drafts.everything() == [] and book.clients.everyone() == []


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("figure", "abc", "I couldn't read that number."),
        ("figure", "5000", "It has to lie between 0 and 90."),
        ("figure", "1,5", "A whole number is needed here"),
        ("money", "EUR 500", "That is EUR 500.00."),
        ("money", "10 %", "I couldn't read that amount."),
        ("minutes", "1,5", "A whole number is needed here"),
        ("minutes", "1:30", "That is 90 minutes."),
        ("percent", "101", "A share is a whole number from 0 to 100."),
        ("day", "tomorrow", "That is Sunday 22 November 2026."),
        ("day", "3/4/2027", "That could be two different days."),
    ],
)
async def test_every_field_says_what_it_understood_or_why_not(book: Casebook, kind: str, typed: str, said: str) -> None:
    from coach.formats.days import Side

    def make(shown: Casebook) -> Form:
        fields, more = Fields(shown), {"figure": {"least": 0, "most": 90}, "day": {"side": Side.AHEAD}}.get(kind, {})
        field = getattr(fields, kind)("it", "How much", **more)
        return Form("", "One", (field, fields.line("next", "Next")), lambda _: Kept())

    async with opened(book, FormDialog(make)) as pilot:
        await press(pilot, *typed, "enter")
        assert said in shown(pilot.app)
        dialog = pilot.app.screen
        assert isinstance(dialog, FormDialog)
        assert dialog.texts["it"] == typed, "nothing is swallowed"
        assert dialog.boxes["next"].has_focus_within is said.startswith("That is")


async def test_steps_are_kept_one_by_one_and_lead_back(book: Casebook) -> None:
    kept: list[object] = []

    def step(shown: Casebook, at: int) -> Form | None:
        def keep(said: Said) -> Kept:
            kept.append(said["it"])
            return Kept()

        return (
            Form("", f"{at + 1} of 2", (Fields(shown).day("it", "Which day?", unknown="No idea"),), keep)
            if at < 2
            else None
        )

    ended: list[object] = []
    async with opened(book) as pilot:
        pilot.app.push_screen(StepsDialog(step), ended.append)
        await settled(pilot)
        await press(pilot, *"20 Nov", "enter")
        assert "2 of 2" in shown(pilot.app)
        await press(pilot, "up")
        assert "1 of 2" in shown(pilot.app)
        await press(pilot, "?", "enter")
        await press(pilot, "ctrl+n")
    assert kept == [date(2026, 11, 20), None, None] and ended == [True]
