"""What changed, the measures of a client and of all, and the receipt, on the screen."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.clock import fixed_clock
from coach.engine.boundary import Rung
from coach.engine.verdict.outcome import Outcome
from screens.client.client import ClientScreen
from screens.frame import commands
from screens.receipts.receipt import ReceiptScreen
from screens.widgets.chart.trends_pane import TrendsPane
from tests.screens.pilots import opened, press
from tests.screens.shown import flowing, shown
from tests.shared.checks import KEPT, check
from tests.shared.log import checked_in, logged

TODAY = date(2026, 11, 21)
TOLD = TODAY - timedelta(weeks=10)


@pytest.fixture
def acme(book: Casebook) -> int:
    early = book.replaced(clock=fixed_clock(datetime(2026, 1, 5, 10, tzinfo=UTC)))
    told = check(early, "Acme", {"mind_changing": KEPT})
    early.checks.decide(told, Outcome.KEEP, "", None)
    client = book.clients.find("Acme").id
    book.boundaries.move("scope", Rung.TOLD, "writing", client, TOLD)
    logged(book, client, "scope_creep", *[TOLD + timedelta(weeks=each, days=1) for each in range(-12, 1)])
    logged(book, client, "after_hours", TODAY - timedelta(days=9), mine=True)
    for place in range(5):
        day = TODAY - timedelta(weeks=10 - 2 * place)
        checked_in(book, client, day, day - timedelta(weeks=2), dread=place, unpaid=60)
    check(book, "Acme", {"mind_changing": ("1", "writing", "each", "respected")})
    return client


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_sentences_come_first_and_figures_after(book: Casebook, acme: int, size: tuple[int, int]) -> None:
    async with opened(book, commands.ShowChanged(acme), size) as pilot:
        text = flowing(pilot.app)
        assert "What the job includes: less often since you told them on 12 September 2026." in text
        assert text.index("less often") < text.index("95% confidence")
        assert "A rule is often told after a bad stretch" in text
        if size[1] > 24:
            assert "Who was right?" in text and "recommended last try; you decided keep" in text


async def test_a_measure_is_chosen_drawn_and_put_into_figures(book: Casebook, acme: int) -> None:
    async with opened(book, commands.ShowClient(acme, "trends"), (100, 30)) as pilot:
        await press(pilot, "m")
        assert "Dread before contact" in shown(pilot.app) and "Days overdue" not in shown(pilot.app)
        await press(pilot, "down", "down", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ClientScreen)
        pane = screen.query_one(TrendsPane)
        assert [each.measure for each in pane.chart.series] == ["dread"]
        assert "Dread: rising, from at ease on 12 September 2026 to dread now." in flowing(pilot.app)
        assert not pane.by_weeks and "Weeks" not in shown(pilot.app)
        await press(pilot, "v")
        assert "7 Nov 2026" in shown(pilot.app)
        await press(pilot, "enter")
        assert pilot.app.screen is screen, "a check-in has no recommendation to open"


async def test_all_clients_are_shown_through_one_measure(book: Casebook, acme: int) -> None:
    book.clients.add("Beta")
    async with opened(book, commands.ShowClients(), (100, 30)) as pilot:
        await press(pilot, "v", "m")
        await press(pilot, "down", "down", "down", "enter")
        seen = shown(pilot.app)
        assert "unpaid time, by the week" in seen and "1 h" in seen and "steady" in seen


async def test_the_receipt_turns_masks_and_is_saved_without_the_name(book: Casebook, acme: int) -> None:
    async with opened(book, commands.ShowReceipt(acme)) as pilot:
        assert isinstance(pilot.app.screen, ReceiptScreen)
        assert "so far" in shown(pilot.app) and "Acme" not in shown(pilot.app)
        await press(pilot, "left")
        assert "1 Jul 2026 to 30 Sep 2026" in shown(pilot.app)
        await press(pilot, "s", "v", "n")
        assert "Acme" in shown(pilot.app)
        await press(pilot, "ctrl+t")
        assert "Acme" not in shown(pilot.app) and "Unpaid hours" not in shown(pilot.app)
    saved = sorted(path.name for path in book.places.exports.iterdir())
    assert saved == ["receipt-2026Q3.svg", "receipt-2026Q3.txt"]
    assert "Acme" not in "".join((book.places.exports / name).read_text() for name in saved)
