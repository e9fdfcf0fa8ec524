"""The places at the top and the keys at the foot: what fits is whole, and what does not fit is not begun."""

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding

from screens.widgets.frame.key_bar import MORE, KeyBar
from screens.widgets.frame.tab_line import TabLine
from screens.widgets.frame.top_line import TopLine
from tests.screens.pilots import settled
from tests.screens.shown import shown

NAMES = ("Open", "Add a client", "New check", "Check-ins", "Put away", "Write a letter", "Set aside", "Go back")


class Keyed(App[int]):
    BINDINGS = [
        *(Binding(str(number), f"press({number})", name) for number, name in enumerate(NAMES, 1)),
        Binding("question_mark", "help_me", "Help", id="app.help", key_display="?"),
        Binding("i", "log", "Log it", id="app.incident"),
        Binding("x", "hidden", "Hidden", show=False),
        Binding("q", "leave", "Quit", id="app.quit"),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[int] = []
        self.allowed: bool | None = True
        self.helped = 0

    def compose(self) -> ComposeResult:
        yield TopLine({"today": ("Today", "t"), "clients": ("Clients", "c")}, "today", "21 November 2026")
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.allowed if parameters == (1,) else True

    def action_help_me(self) -> None:
        self.helped += 1

    def action_press(self, number: int) -> None:
        self.pressed.append(number)


@pytest.mark.parametrize("width", range(20, 160, 7))
async def test_no_key_is_cut_and_help_and_the_way_out_stay(width: int) -> None:
    app = Keyed()
    async with app.run_test(size=(width, 10)) as pilot:
        await settled(pilot)
        foot = shown(app).splitlines()[-1]
        said = ["1 Open", *(f"{number} {name}" for number, name in enumerate(NAMES, 1))]
        left = foot
        for each in [*said, "? Help", "i Log it", "q Quit", MORE]:
            left = left.replace(each, "", 1)
        assert left.strip() == "", foot
        assert "? Help" in foot and "q Quit" in foot and "Hidden" not in foot
        fits = len("  ".join([*said[1:], "? Help", "i Log it", "q Quit"])) + 2 <= width
        assert (MORE in foot) is not fits


async def test_a_click_on_the_sign_for_more_asks_for_help() -> None:
    app = Keyed()
    async with app.run_test(size=(60, 10)) as pilot:
        await settled(pilot)
        await pilot.click(KeyBar, offset=(shown(app).splitlines()[-1].index(MORE), 0))
        await settled(pilot)
        assert app.helped == 1


async def test_a_click_on_a_key_presses_it_and_one_that_cannot_work_does_nothing() -> None:
    app = Keyed()
    async with app.run_test(size=(160, 10)) as pilot:
        await settled(pilot)
        foot = shown(app).splitlines()[-1]
        await pilot.click(KeyBar, offset=(foot.index("New check"), 0))
        await pilot.click(KeyBar, offset=(foot.index("1 Open"), 0))
        await pilot.click(KeyBar, offset=(foot.index("Quit") + 8, 0))
        await settled(pilot)
        assert app.pressed == [3, 1]
        app.allowed = None
        app.screen.refresh_bindings()
        await settled(pilot)
        await pilot.click(KeyBar, offset=(foot.index("1 Open"), 0))
        await settled(pilot)
        assert app.pressed == [3, 1]
        app.allowed = False
        app.screen.refresh_bindings()
        await settled(pilot)
        assert "Open" not in shown(app).splitlines()[-1]


@pytest.mark.parametrize(("width", "there"), [(80, True), (46, True), (40, False), (24, False)])
async def test_the_day_stands_at_the_end_or_not_at_all(width: int, there: bool) -> None:
    app = Keyed()
    async with app.run_test(size=(width, 10)) as pilot:
        await settled(pilot)
        top = shown(app).splitlines()[0]
        assert top.rstrip().endswith("21 November 2026") is there
        assert top.startswith("  t Today    c Clients") and ("Nov" in top) is there


@pytest.mark.parametrize(("width", "gap"), [(60, 3), (32, 3), (31, 2), (30, 2), (29, 1), (28, 1)])
async def test_tabs_move_together_before_one_is_cut(width: int, gap: int) -> None:
    class Tabbed(App[None]):
        def compose(self) -> ComposeResult:
            yield TabLine({"now": "Now", "log": "Log of all", "history": "History"})

    app = Tabbed()
    async with app.run_test(size=(width, 3)) as pilot:
        await settled(pilot)
        assert shown(app).splitlines()[0].rstrip() == (" " * gap).join(["1 Now", "2 Log of all", "3 History"])
