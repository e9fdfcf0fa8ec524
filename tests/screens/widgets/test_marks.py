"""Marks of lines: round ones choose one, square ones tick several, in any terminal."""

import pytest
from textual.app import App, ComposeResult

from coach.casebook.book import Casebook
from screens.widgets import glyphs
from screens.widgets.fields.choices import Choices
from screens.widgets.fields.one_of import OneOf
from screens.widgets.fields.ticks import Ticks
from tests.screens.checks.sittings import asking, sat
from tests.screens.shown import shown


class Fields(App[int]):
    def compose(self) -> ComposeResult:
        yield Choices("take")
        yield OneOf()
        yield Ticks("go on")

    def on_mount(self) -> None:
        self.query_one(Choices).show(["by mail", "by phone"], 1)
        self.query_one(OneOf).show(["theirs", "mine"])
        self.query_one(Ticks).show(["late", "rude"], [1])


@pytest.mark.parametrize(
    ("encoding", "lines"),
    [
        ("utf-8", ["○ 1  by mail", "● 2  by phone", "● theirs   ○ mine", "□ 1  late", "■ 2  rude"]),
        ("ascii", ["( ) 1  by mail", "(*) 2  by phone", "(*) theirs   ( ) mine", "[ ] 1  late", "[x] 2  rude"]),
    ],
)
async def test_round_marks_choose_one_and_square_ones_tick_several(
    monkeypatch: pytest.MonkeyPatch, encoding: str, lines: list[str]
) -> None:
    monkeypatch.setattr(glyphs, "ascii_only", lambda: encoding == "ascii")
    async with Fields().run_test() as pilot:
        await pilot.pause()
        assert [line.strip() for line in shown(pilot.app).splitlines() if line.strip()] == lines
        await pilot.click(OneOf, offset=(len(lines[2]), 0))
        assert pilot.app.query_one(OneOf).chosen == 1


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_a_card_is_ticked_in_squares_and_what_is_unsure_keeps_its_sign(
    book: Casebook, monkeypatch: pytest.MonkeyPatch, ascii_only: bool
) -> None:
    monkeypatch.setattr(glyphs, "ascii_only", lambda: ascii_only)
    async with asking(book, sat(book, "reasons_to_stop")) as (pilot, _):
        await pilot.press("1", "2", "2", "3", "r")
        signs = ["[x]", "[?]", "[–]", "[ ]"] if ascii_only else ["■", "?", "–", "□"]
        rows = [
            line.split(maxsplit=1)[1]
            for line in shown(pilot.app).splitlines()
            if line.split()[:1] in (["1"], ["2"], ["3"], ["4"])
        ]
        assert [sign for row, sign in zip(rows, signs, strict=True) if row.startswith(sign)] == signs
