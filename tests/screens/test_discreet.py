"""Discreet mode and the clear key in a running app: nothing of a client's is shown, and nothing is changed by it."""

import re
from collections.abc import Callable

import pytest
from textual.message import Message
from textual.widgets import Input

from coach.casebook.book import Casebook
from coach.engine.interview.instrument import Depth
from coach.engine.verdict.verdict import Outcome
from coach.wording.checks.recommendation import Phrases
from screens.app import CoachApp
from screens.frame import commands
from screens.frame.blank import BlankScreen
from screens.frame.discreet import DOTS
from screens.frame.name_dialog import RenameDialog
from screens.widgets.frame.top_line import TopLine
from tests.screens.places import TODAY, checked, told_kept
from tests.screens.shown import shown

NAME = "Zyxomma Quarterly Ltd"
INITIALS = "Z. Q. L."


@pytest.fixture
def client(book: Casebook) -> int:
    """A client with four checks, a decision and a check under way."""
    client_id = book.add_client(NAME).id
    for month in (7, 8, 9, 10):
        told = checked(book, client_id, TODAY.replace(month=month), *told_kept("after_hours", month - 6))
    book.decide(told, Outcome.RESET, "Zyxomma listens", TODAY)
    book.begin(client_id, Depth.FULL)
    return client_id


PLACES: dict[str, Callable[[int, int], Message]] = {
    "today": lambda client, check: commands.ShowToday(),
    "clients": lambda client, check: commands.ShowClients(),
    "now": lambda client, check: commands.ShowClient(client, "now"),
    "trends": lambda client, check: commands.ShowClient(client, "trends"),
    "history": lambda client, check: commands.ShowClient(client, "history"),
    "verdict": lambda client, check: commands.ShowVerdict(check),
    "reasons": lambda client, check: commands.ShowReasons(check),
    "decision": lambda client, check: commands.TakeDecision(check),
    "last try": lambda client, check: commands.ShowTry(client),
    "what changed": lambda client, check: commands.ShowChanged(client),
    "before a check": lambda client, check: commands.StartCheck(client),
}


@pytest.mark.parametrize("begun", [True, False], ids=["from the start", "while it is shown"])
@pytest.mark.parametrize("place", PLACES)
async def test_no_place_shows_a_name_an_outcome_or_a_figure(
    book: Casebook, client: int, place: str, begun: bool
) -> None:
    told = book.told(client)
    assert told is not None
    book.remember("discreet", begun)
    phrases = Phrases(book.library)
    outcomes = {phrases.tag(told), phrases.line(told), phrases.outcome(Outcome.RESET), phrases.outcome(told.outcome)}
    app = CoachApp(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.post_message(PLACES[place](client, told.assessment.id))
        await pilot.pause()
        await pilot.pause()
        if not begun:
            assert "Zyxomma" in shown(app)
            await pilot.press("ctrl+t")
            await pilot.pause()
        seen = shown(app)
        assert INITIALS in seen
        assert "Zyxomma" not in seen
        assert {outcome for outcome in outcomes if outcome in seen} == set()
        assert not re.search(r"[▁▂▃▄▅▆▇█⠁-⣿]", seen)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert "Zyxomma" in shown(app)
        assert INITIALS not in shown(app)


async def test_it_is_said_on_the_top_line_remembered_and_passed_over_by_undo(book: Casebook, client: int) -> None:
    before = book.last_change()
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert "names hidden" in shown(app).splitlines()[0]
        assert book.last_change() == before
    again = CoachApp(book)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "names hidden" in shown(again).splitlines()[0]
        at = shown(again).splitlines()[0].index("names hidden")
        await pilot.click(TopLine, offset=(at, 0))
        await pilot.pause()
        assert NAME in shown(again)
        assert book.setting("discreet") is False


async def test_a_check_goes_on_under_initials_and_keeps_its_answers(book: Casebook, client: int) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert NAME in shown(app)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert INITIALS in shown(app) and NAME not in shown(app)
        await pilot.press("1")
        await pilot.pause()
        assert INITIALS in shown(app)
    assert len(book.resume(book.open_checks(client)[0].assessment.id).interview.answers) == 1


async def test_a_new_name_is_kept_whole_though_it_is_not_shown(book: Casebook, client: int) -> None:
    book.remember("discreet", True)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.post_message(commands.ShowClient(client))
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, RenameDialog)
        await pilot.press("end", "!", "enter")
        await pilot.pause()
        assert "Zyxomma" not in shown(app)
    assert book.client(client).name == NAME + "!"


async def test_toasts_name_nobody(book: Casebook, client: int) -> None:
    book.remember("discreet", True)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "x")
        await pilot.pause()
        assert f"{INITIALS} is put away" in shown(app)
        await pilot.press("u")
        await pilot.pause()
        assert "about Z. Q. L." in " ".join(shown(app).replace("▌", " ").split())
        assert "Zyxomma" not in shown(app)


@pytest.mark.parametrize(
    "over", ["", "a", "question_mark", "ctrl+p"], ids=["a place", "a dialog", "help", "the palette"]
)
async def test_the_clear_key_leaves_nothing_and_any_key_only_brings_it_back(
    book: Casebook, client: int, over: str
) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        if over:
            await pilot.press(over)
            await pilot.pause(0.3)
        app.notify("a toast", markup=False)
        below = app.screen
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert shown(app).strip() == ""
        app.notify("another", markup=False)
        await pilot.pause()
        assert shown(app).strip() == ""
        for key in ("ctrl+p", "q"):
            await pilot.press(key)
            await pilot.pause()
            assert app.screen is below
            await pilot.press("ctrl+l")
            await pilot.pause()
            assert isinstance(app.screen, BlankScreen)
        await pilot.click()
        await pilot.pause()
        assert app.screen is below


async def test_what_is_half_typed_survives_both_keys(book: Casebook, client: int) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        told = book.told(client)
        assert told is not None
        app.post_message(commands.TakeDecision(told.assessment.id))
        await pilot.pause()
        await pilot.press("3", *"why not")
        await pilot.press("ctrl+t", "ctrl+l", "z")
        await pilot.pause()
        because = app.screen.query_one("#because", Input)
        assert because.value == "why not"
        assert "why not" not in shown(app)
        assert "● 3" in shown(app) and DOTS in shown(app)


async def test_the_trends_of_all_clients_are_left_out(book: Casebook, client: int) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "v")
        await pilot.pause()
        assert set("▁▂▃▄▅▆▇█") & set(shown(app)) and "↑" in shown(app)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert INITIALS in shown(app)
        assert not set("▁▂▃▄▅▆▇█↑→↓") & set(shown(app))
