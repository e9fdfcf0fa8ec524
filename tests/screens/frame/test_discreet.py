"""Discreet mode and the clear key in a running app: nothing of a client's is shown, and nothing is changed by it."""

import re
from collections.abc import Callable

import pytest
from textual.message import Message
from textual.widgets import Input

from coach.casebook.book import Casebook
from coach.engine.interview.instrument import Depth
from coach.engine.verdict.verdict import Outcome
from coach.wording.checks.recommendation import RecommendationWording
from screens.app import CoachApp
from screens.frame import commands
from screens.frame.blank import BlankScreen
from screens.frame.discreet import DOTS
from screens.frame.form import FormDialog
from screens.widgets.frame.top_line import TopLine
from tests.screens.pilots import opened, press, settled, show
from tests.screens.shown import shown
from tests.shared.book import TODAY
from tests.shared.checks import checked, told_kept

NAME = "Zyxomma Quarterly Ltd"
INITIALS = "Z. Q. L."


@pytest.fixture
def client(book: Casebook) -> int:
    """A client with four checks, a decision and a check under way."""
    client_id = book.clients.add(NAME).id
    for month in (7, 8, 9, 10):
        told = checked(book, client_id, TODAY.replace(month=month), *told_kept("after_hours", month - 6))
    book.checks.decide(told, Outcome.RESET, "Zyxomma listens", TODAY)
    book.checks.begin(client_id, Depth.FULL)
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
    told = book.checks.latest(client)
    assert told is not None
    book.settings.remember("discreet", begun)
    phrases = RecommendationWording(book.library)
    outcomes = {phrases.tag(told), phrases.line(told), phrases.outcome(Outcome.RESET), phrases.outcome(told.outcome)}
    async with opened(book, PLACES[place](client, told.assessment.id), (120, 40)) as pilot:
        if not begun:
            assert "Zyxomma" in shown(pilot.app)
            await press(pilot, "ctrl+t")
        seen = shown(pilot.app)
        assert INITIALS in seen
        assert "Zyxomma" not in seen
        assert {outcome for outcome in outcomes if outcome in seen} == set()
        assert not re.search(r"[▁▂▃▄▅▆▇█⠁-⣿]", seen)
        await press(pilot, "ctrl+t")
        assert "Zyxomma" in shown(pilot.app)
        assert INITIALS not in shown(pilot.app)


async def test_it_is_said_on_the_top_line_remembered_and_passed_over_by_undo(book: Casebook, client: int) -> None:
    before = book.records.last_change()
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+t")
        assert "names hidden" in shown(app).splitlines()[0]
        assert book.records.last_change() == before
    again = CoachApp(book)
    async with again.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "names hidden" in shown(again).splitlines()[0]
        at = shown(again).splitlines()[0].index("names hidden")
        await pilot.click(TopLine, offset=(at, 0))
        await settled(pilot)
        assert NAME in shown(again)
        assert book.settings.get("discreet") is False


async def test_a_check_goes_on_under_initials_and_keeps_its_answers(book: Casebook, client: int) -> None:
    async with opened(book) as pilot:
        await press(pilot, "enter")
        assert NAME in shown(pilot.app)
        await press(pilot, "ctrl+t")
        assert INITIALS in shown(pilot.app) and NAME not in shown(pilot.app)
        await press(pilot, "1")
        assert INITIALS in shown(pilot.app)
    assert len(book.checks.resume(book.checks.unfinished(client)[0].assessment.id).interview.answers) == 1


async def test_a_new_name_is_kept_whole_though_it_is_not_shown(book: Casebook, client: int) -> None:
    book.settings.remember("discreet", True)
    async with opened(book, commands.ShowClient(client)) as pilot:
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, FormDialog)
        await press(pilot, "end", "!", "enter")
        assert "Zyxomma" not in shown(pilot.app)
    assert book.clients.one(client).name == NAME + "!"


async def test_toasts_name_nobody(book: Casebook, client: int) -> None:
    book.settings.remember("discreet", True)
    async with opened(book) as pilot:
        await press(pilot, "c", "x")
        assert f"{INITIALS} is put away" in shown(pilot.app)
        await press(pilot, "u")
        assert "about Z. Q. L." in " ".join(shown(pilot.app).replace("▌", " ").split())
        assert "Zyxomma" not in shown(pilot.app)


@pytest.mark.parametrize(
    "over", ["", "a", "question_mark", "ctrl+p"], ids=["a place", "a dialog", "help", "the palette"]
)
async def test_the_clear_key_leaves_nothing_and_any_key_only_brings_it_back(
    book: Casebook, client: int, over: str
) -> None:
    async with opened(book) as pilot:
        if over:
            await press(pilot, over)
        pilot.app.notify("a toast", markup=False)
        below = pilot.app.screen
        await press(pilot, "ctrl+l")
        assert shown(pilot.app).strip() == ""
        pilot.app.notify("another", markup=False)
        await settled(pilot)
        assert shown(pilot.app).strip() == ""
        for key in ("ctrl+p", "q"):
            await press(pilot, key)
            assert pilot.app.screen is below
            await press(pilot, "ctrl+l")
            assert isinstance(pilot.app.screen, BlankScreen)
        await pilot.click()
        await settled(pilot)
        assert pilot.app.screen is below


async def test_what_is_half_typed_survives_both_keys(book: Casebook, client: int) -> None:
    async with opened(book) as pilot:
        told = book.checks.latest(client)
        assert told is not None
        await show(pilot, commands.TakeDecision(told.assessment.id))
        await pilot.press("3", *"why not")
        await press(pilot, "ctrl+t", "ctrl+l", "z")
        because = pilot.app.screen.query(Input).first()
        assert because.value.endswith("why not")
        assert "why not" not in shown(pilot.app)
        assert "● 3" in shown(pilot.app) and DOTS in shown(pilot.app)


async def test_the_trends_of_all_clients_are_left_out(book: Casebook, client: int) -> None:
    async with opened(book, size=(120, 40)) as pilot:
        await press(pilot, "c", "v")
        assert set("▁▂▃▄▅▆▇█") & set(shown(pilot.app)) and "↑" in shown(pilot.app)
        await press(pilot, "ctrl+t")
        assert INITIALS in shown(pilot.app)
        assert not set("▁▂▃▄▅▆▇█↑→↓") & set(shown(pilot.app))
