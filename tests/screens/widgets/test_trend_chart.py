"""The trend chart in a running app: what it shows, what its keys do, what it tells."""

from datetime import date

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from coach.engine.trend import Band, Mark, Point, Series
from screens.widgets.chart.contents import Contents
from screens.widgets.chart.trend_chart import TrendChart
from tests.screens.pilots import press, settled

START = date(2026, 1, 5)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WORDS = {
    "trend.range": "$first to $last",
    "trend.measure.theirs": "Theirs",
    "trend.measure.mine": "Mine",
    "trend.4weeks": "4 weeks",
    "trend.break": "new questions",
    "trend.both": "both",
    "trend.full": "full",
    "trend.quick": "quick",
    "trend.empty": "No check yet.",
    "trend.none_in_view": "Nothing in these days.",
}


def day(number: int) -> date:
    return date.fromordinal(START.toordinal() + number)


def series(measure: str, *pairs: tuple[int, float | None]) -> Series:
    return Series(measure, tuple(Point(day(number), value) for number, value in pairs))


YEAR = (series("theirs", (0, 3), (100, None), (200, 11), (400, 8)), series("mine", (0, 6), (190, 2), (400, 1)))


def written(when: date, style: str) -> str:
    month = MONTHS[when.month - 1]
    styles = {"short": f"{when.day} {month}", "mon": month, "year": str(when.year)}
    return styles.get(style, f"{when.day} {month} {when.year}")


class ChartApp(App[None]):
    def __init__(self, *shown: Series, ascii: bool = False) -> None:
        super().__init__()
        self.shown, self.ascii = shown, ascii
        self.read: list[tuple[str, float | None]] = []
        self.chosen: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        chart = TrendChart(lambda key: WORDS.get(key, key), written)
        chart.series, chart.ascii = self.shown, self.ascii
        yield chart

    def on_mount(self) -> None:
        self.watch(self.chart, "cursor", self.follow)

    def follow(self, cursor: tuple[int, int] | None) -> None:
        if cursor is not None:
            found = self.chart.series[cursor[0]]
            self.read.append((found.measure, found.points[cursor[1]].value))

    def on_trend_chart_point_chosen(self, message: TrendChart.PointChosen) -> None:
        self.chosen.append((message.series.measure, message.index))

    @property
    def chart(self) -> TrendChart:
        return self.query_one(TrendChart)

    def lines(self) -> list[str]:
        return [self.chart.render_line(y).text for y in range(self.chart.size.height)]


async def test_the_legend_names_each_series_with_its_newest_value() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        app.chart.blur()
        await settled(pilot)
        assert " ".join(app.lines()[0].split()) == "● Theirs 8 ◆ Mine 1 5 Jan 2026 to 9 Feb 2027"


async def test_a_key_of_the_owner_reads_on_and_the_usual_one_no_more() -> None:
    app = ChartApp(*YEAR)
    app.set_keymap({"trend.previous_point": "z"})
    async with app.run_test(size=(80, 20)) as pilot:
        begun = app.chart.cursor
        await pilot.press("left")
        assert app.chart.cursor == begun is not None
        await pilot.press("z")
        assert app.chart.cursor == (begun[0], begun[1] - 1)


async def test_keys_read_out_one_point_after_the_other() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "left", "left", "left", "right", "down")
        assert app.read == [("theirs", 8), ("theirs", 11), ("theirs", 3), ("theirs", 11), ("mine", 2)]
        assert "Mine 2" in app.lines()[0]
        assert app.lines()[0].endswith("14 Jul 2026, full")


async def test_reading_gives_both_values_of_the_check_and_none_where_there_is_none() -> None:
    theirs = Series("theirs", (Point(day(0), 3, hollow=True), Point(day(9), 5)))
    app = ChartApp(theirs, series("mine", (0, 6)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "left", "right")
        assert app.lines()[0].split() == ["●", "Theirs", "5", "◆", "Mine", "14", "Jan", "2026,", "full"]
        await press(pilot, "left")
        assert app.lines()[0].split() == ["●", "Theirs", "3", "◆", "Mine", "6", "5", "Jan", "2026,", "quick"]


async def test_enter_and_a_double_click_ask_for_what_is_behind_the_point() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "left", "enter", "down", "enter")
        assert app.chosen == [("theirs", 2), ("mine", 1)]
        rows = app.lines()
        y = next(number for number, row in enumerate(rows) if number and row.count("●") == 1)
        await pilot.click(TrendChart, offset=(rows[y].index("●"), y), times=2)
        await settled(pilot)
        assert app.chosen[2:] == [("theirs", 2)]


async def test_a_break_is_named_before_the_days_and_what_is_read_before_the_break() -> None:
    broken = Series("theirs", YEAR[0].points, (day(150),))
    app = ChartApp(broken, YEAR[1])
    async with app.run_test(size=(52, 20)) as pilot:
        app.chart.blur()
        await settled(pilot)
        assert app.lines()[0].split() == ["●", "Theirs", "8", "◆", "Mine", "1", "┊", "new", "questions"]
        await press(pilot, "tab")
        assert app.lines()[0].endswith("9 Feb 2027, full")
        assert "new questions" not in app.lines()[0]


async def test_marks_of_both_on_one_cell_are_shown_as_both() -> None:
    app = ChartApp(series("theirs", (0, 4), (50, 9)), series("mine", (0, 4), (50, 1)))
    async with app.run_test(size=(80, 24)):
        assert "◈ both" in app.lines()[0]
        assert "".join(app.lines()[1:]).count("◈") == 1


async def test_an_axis_of_money_is_written_as_money() -> None:
    class Money(ChartApp):
        def compose(self) -> ComposeResult:
            chart = TrendChart(lambda key: WORDS.get(key, key), written, lambda cents: f"{cents / 100:.0f} EUR")
            chart.series = self.shown
            yield chart

    app = Money(series("theirs", (0, 250_000), (50, 480_000)))
    async with app.run_test(size=(80, 24)):
        assert "Theirs 4800 EUR" in app.lines()[0]
        ticks = [row.split("┤")[0].strip() for row in app.lines() if "┤" in row]
        assert len(ticks) > 2 and all(tick.endswith("EUR") and int(tick.split()[0]) % 100 == 0 for tick in ticks)


async def test_a_click_reads_the_nearest_point() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.lines()
        y = next(number for number, row in enumerate(rows) if number and row.count("●") == 1)
        await pilot.click(TrendChart, offset=(rows[y].index("●") + 1, y))
        await settled(pilot)
        assert app.read[-1] == ("theirs", 11)


async def test_each_range_has_its_key_and_can_be_panned() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for key in ("1", "2", "3", "4"):
            await press(pilot, key)
            first, last, _ = Contents(app.chart.series).window(app.chart.span, app.chart.back)
            seen.append((last - first).days + 1)
            assert last == day(400)
        assert seen == [28, 91, 365, 401]
        await press(pilot, "2", "comma", "comma")
        assert app.chart.back == 90
        assert "Nothing in these days." in "".join(app.lines())
        await press(pilot, "full_stop", "full_stop", "full_stop")
        assert app.chart.back == 0


async def test_reading_on_brings_the_point_into_view() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "left")
        assert app.lines()[0].endswith("24 Jul 2026, full")
        assert "".join(app.lines()[1:]).count("●") == 1


async def test_panning_never_leaves_the_record() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", *["comma"] * 9)
        assert app.chart.back == 401 - 365


async def test_until_shows_the_days_since_the_newest_point() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        app.chart.until = day(440)
        app.chart.blur()
        await press(pilot)
        assert app.lines()[0].endswith("to 21 Mar 2027")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60), (16, 7), (12, 4)])
async def test_every_row_fills_its_width(size: tuple[int, int]) -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        app.chart.marks = (
            Mark(day(10), "日本語の印 [/] [red]"),
            Mark(day(12), "e\u0301" * 30),
            Mark(day(13), "👩‍👩‍👧 שלום"),
        )
        app.chart.bands = (Band(5, "終わり"),)
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert {cell_len(line) for line in app.lines()} == {app.chart.size.width}


async def test_the_owners_text_is_text() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        app.chart.marks = (Mark(day(100), "[@click=app.quit]x[/]"), Mark(day(300), "\x1b]0;x\x07 [/]"))
        await settled(pilot)
        above = "".join(app.lines()[:3])
        assert "[@click=app.quit]x[/]" in above
        assert "]0;x [/]" in above and "\x1b" not in above


async def test_labels_without_room_are_listed_below() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        app.chart.marks = tuple(Mark(day(200 + 8 * number), f"a long label {number}") for number in range(6))
        await settled(pilot)
        assert app.lines()[-1].startswith("1 a long label")


async def test_no_value_at_all_says_so_in_words() -> None:
    app = ChartApp(series("theirs", (0, None)))
    async with app.run_test(size=(80, 24)):
        assert "".join(app.lines()).split() == ["No", "check", "yet."]


async def test_ascii_shows_nothing_else() -> None:
    app = ChartApp(*YEAR, ascii=True)
    async with app.run_test(size=(80, 24)):
        assert "".join(app.lines()).isascii()
        assert "* Theirs 8" in app.lines()[0]


async def test_another_theme_gives_other_colours() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:

        def colours() -> set[object]:
            return {each.style.color for each in app.chart.render_line(0) if each.style}

        dark = colours()
        app.theme = "textual-light"
        await settled(pilot)
        assert dark.isdisjoint(colours())


async def test_new_series_begin_a_new_reading() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "left")
        app.chart.series = (series("mine", (0, 5)),)
        await settled(pilot)
        assert app.read[-1] == ("mine", 5)
        assert "Mine 5" in app.lines()[0]


async def test_bindings_have_ids_and_the_words_of_the_language() -> None:
    app = ChartApp(*YEAR)
    async with app.run_test(size=(80, 24)):
        binding = app.screen.active_bindings["1"].binding
        assert (binding.id, binding.description, binding.show) == ("trend.4weeks", "4 weeks", True)
