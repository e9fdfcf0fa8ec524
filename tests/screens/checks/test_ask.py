"""The interview in a running app: what its keys keep, where they lead, and what a person sees."""

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.casebook.checks.sitting import Sitting
from coach.engine.interview.answer import AnswerKind
from coach.engine.interview.instrument import Depth
from screens.checks.ask import AskScreen
from screens.checks.recommendation import VerdictScreen
from screens.frame.keys import echo as key_echo
from screens.frame.steps import StepsDialog
from screens.today.today import TodayScreen
from screens.widgets.fields.figure_input import FigureInput
from screens.widgets.lists.line_list import LineList
from tests.screens.checks.sittings import answers, asking, given, sat
from tests.screens.pilots import press, settled
from tests.screens.shown import flowing, shown
from tests.shared.book import EUROS, HOSTILE


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same key may follow itself at once, as a pilot presses it."""
    monkeypatch.setattr(key_echo, "WITHIN", 0.0)


pytestmark = pytest.mark.usefixtures("steady")


async def test_a_digit_ticks_and_only_enter_answers_the_whole_card(book: Casebook) -> None:
    async with asking(book, sat(book, "happened_most")) as (pilot, screen):
        before = len(answers(book, screen))
        assert "Since 24 October 2026" in shown(pilot.app)
        assert "None of these" in shown(pilot.app)
        await pilot.press("2", "4", "2", "down", "space")
        assert len(answers(book, screen)) == before
        assert "These 2, and none of the others" in shown(pilot.app)
        await pilot.press("enter")
        kept = answers(book, screen)
        ticks = [item for item, each in kept.items() if each.kind is AnswerKind.TICKED]
        assert ticks == ["unreasonable", "scope_creep"]
        assert kept["after_hours"].option == "0"


async def test_a_reason_to_stop_knows_yes_not_sure_and_rather_not_say(book: Casebook) -> None:
    async with asking(book, sat(book, "reasons_to_stop")) as (pilot, screen):
        await pilot.press("1", "2", "2", "3", "3", "3", "4", "r", "enter")
        kept = answers(book, screen)
        assert [kept[item].token for item in ("violence", "sexual", "degrading", "demeaning", "law")] == [
            "yes",
            "not_sure",
            "no",
            "rather_not_say",
            "no",
        ]
        assert screen.current.step is not None
        assert screen.current.step.id == "sexual.closer"


async def test_skipping_a_card_keeps_its_ticks_and_leaves_the_rest_unanswered(book: Casebook) -> None:
    async with asking(book, sat(book, "happened_most")) as (pilot, screen):
        await pilot.press("1", "s")
        kept = answers(book, screen)
        assert kept["after_hours"].kind is AnswerKind.TICKED
        assert kept["rude_tone"].kind is AnswerKind.SKIPPED


async def test_a_row_opens_one_question_after_another_and_goes_back_line_by_line(book: Casebook) -> None:
    async with asking(book, sat(book, "after_hours")) as (pilot, screen):
        assert "Kept" not in shown(pilot.app)
        await pilot.press("4", "2")
        assert "about every week" in shown(pilot.app)
        assert "Kept" in shown(pilot.app)
        await pilot.press("b")
        assert screen.current.item is not None
        assert screen.current.item.id == "after_hours.told"
        assert "● aloud" in shown(pilot.app)
        await pilot.press("3")
        kept = answers(book, screen)
        assert (kept["after_hours"].option, kept["after_hours.told"].option) == ("3", "no")
        assert screen.current.step is not None
        assert screen.current.step.id == "scope_creep"
        await pilot.press("b")
        assert screen.current.item.id == "after_hours.told"


async def test_not_to_know_how_often_keeps_that_it_happened_and_asks_on(book: Casebook) -> None:
    async with asking(book, sat(book, "after_hours")) as (pilot, screen):
        await pilot.press("d")
        kept = answers(book, screen)["after_hours"]
        assert (kept.kind, kept.option) == (AnswerKind.TICKED, "dont_know")
        assert screen.current.item is not None
        assert screen.current.item.id == "after_hours.told"


@pytest.mark.parametrize(
    ("key", "kind"), [("n", "not_applicable"), ("d", "dont_know"), ("r", "rather_not_say"), ("s", "skipped")]
)
async def test_the_four_ways_of_not_answering_a_question(book: Casebook, key: str, kind: str) -> None:
    async with asking(book, sat(book, "recent")) as (pilot, screen):
        await pilot.press(key)
        assert answers(book, screen)["recent"].kind == kind
        await pilot.press("b")
        assert "You answered:" in shown(pilot.app)


async def test_an_answer_comes_back_marked_under_the_cursor(book: Casebook) -> None:
    async with asking(book, sat(book, "recent")) as (pilot, screen):
        assert pilot.app.screen.query_one(LineList).highlighted is None
        await pilot.press("enter")
        assert "recent" not in answers(book, screen)
        await pilot.press("down", "down", "enter", "b")
        assert answers(book, screen)["recent"].option == "yes"
        assert "2  ● yes" in shown(pilot.app)
        assert pilot.app.screen.query_one(LineList).highlighted == 1


async def test_a_click_chooses_and_a_click_beside_leaves_the_keys_where_they_were(book: Casebook) -> None:
    async with asking(book, sat(book, "recent")) as (pilot, screen):
        await pilot.click("#question")
        await settled(pilot)
        assert isinstance(screen.focused, LineList)
        await pilot.click(LineList, offset=(6, 1))
        await settled(pilot)
        assert answers(book, screen)["recent"].option == "yes"


async def test_a_key_and_its_echo_answer_once(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    async with asking(book, sat(book, "recent")) as (pilot, screen):
        monkeypatch.setattr(key_echo, "WITHIN", 60.0)
        await pilot.press("2")
        following = screen.current.step
        await pilot.press("2")
        assert screen.current.step == following
        await pilot.press("1")
        assert screen.current.step != following


def test_an_echo_is_the_same_key_soon_after_one_that_moved_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_echo, "WITHIN", 0.15)
    keys = key_echo.KeyEcho()
    assert not keys.is_echo("1", 10.0, moves=True)
    assert keys.is_echo("1", 10.1, moves=True)
    assert keys.is_echo("1", 10.2, moves=False)
    assert not keys.is_echo("2", 10.21, moves=False)
    assert not keys.is_echo("2", 10.22, moves=False)
    assert not keys.is_echo("1", 10.5, moves=True)
    assert not keys.is_echo("1", 10.65, moves=True)


async def test_in_a_figure_field_letters_type_and_beside_it_they_are_keys(book: Casebook) -> None:
    async with asking(book, sat(book, "share", Depth.FULL)) as (pilot, screen):
        await pilot.press(*"30-120", "enter")
        assert "between 0 and 100" in shown(pilot.app)
        await pilot.press("escape", "?")
        assert "It rests on" in shown(pilot.app)
        assert screen.query_one(FigureInput).value == "30-120"
        await pilot.press("tab", "backspace", "backspace", "backspace", *"50", "enter")
        kept = answers(book, screen)["share"]
        assert (kept.low, kept.high) == (30, 50)
        await pilot.press("b")
        assert screen.query_one(FigureInput).value == "30-50"
        await pilot.press("tab", "s")
        assert answers(book, screen)["share"].kind is AnswerKind.SKIPPED


@pytest.mark.parametrize(
    ("step", "typed", "said"),
    [
        ("share", "abc", "read that number. Try 12 or 1,200. It has to lie between 0 and 100."),
        ("share", "5000", "It has to lie between 0 and 100."),
        ("share", "1,5", "A whole number is needed here, such as 12. It has to lie between 0 and 100."),
        ("share", "EUR 500", "read that number. Try 12 or 1,200. It has to lie between 0 and 100."),
        ("unpaid", "abc", "read that length of time. Try 1:30, 90 min or 1.5 h. It has to lie between 0 and 744."),
        ("unpaid", "5000", "It has to lie between 0 and 744."),
        ("unpaid", "EUR 500", "read that length of time. Try 1:30, 90 min or 1.5 h. It has to lie between 0 and 744."),
        ("revenue", "abc", "read that amount. Try 150 or 3,200. It has to be at least 0."),
        ("revenue", "USD 500", "in USD, and this is in EUR. Give the amount in EUR. It has to be at least 0."),
    ],
)
async def test_what_is_no_figure_stays_in_its_field_with_the_range(
    book: Casebook, step: str, typed: str, said: str
) -> None:
    book.limits.set(EUROS)
    async with asking(book, sat(book, step, Depth.FULL)) as (pilot, screen):
        before = answers(book, screen)
        await press(pilot, *typed, "enter")
        assert said in flowing(pilot.app)
        assert screen.query_one(FigureInput).value == typed
        assert screen.current.step is not None and screen.current.step.id == step
        assert answers(book, screen) == before


async def test_a_letter_that_begins_no_figure_is_refused_as_it_is_typed(book: Casebook) -> None:
    async with asking(book, sat(book, "unpaid", Depth.FULL)) as (pilot, screen):
        await press(pilot, *"2 h 30 m")
        assert "Esc leaves the field; then" not in flowing(pilot.app)
        await press(pilot, "q")
        assert "It has to lie between 0 and 744. Esc leaves the field; then letters are keys." in flowing(pilot.app)
        assert pilot.app.screen is screen and screen.query_one(FigureInput).value == "2 h 30 mq"
        await press(pilot, "backspace", *"in", "enter")
        assert answers(book, screen)["unpaid"].low == 150


async def test_a_sum_takes_the_currency_it_is_in(book: Casebook) -> None:
    book.limits.set(EUROS)
    async with asking(book, sat(book, "revenue", Depth.FULL)) as (pilot, screen):
        await press(pilot, *"EUR 500", "enter")
        assert answers(book, screen)["revenue"].low == 50000


async def test_esc_leaves_the_field_then_the_check_and_a_digit_leads_back(book: Casebook) -> None:
    async with asking(book, sat(book, "share", Depth.FULL), notifications=True) as (pilot, screen):
        assert "Enter take the figure   esc leave the field, then" in shown(pilot.app)
        await press(pilot, "4", "escape")
        assert pilot.app.screen is screen and screen.focused is None
        assert "tab back to the figure   esc leave" in shown(pilot.app)
        await press(pilot, "0")
        assert isinstance(screen.focused, FigureInput) and screen.focused.value == "40"
        await press(pilot, "escape", "enter")
        assert isinstance(screen.focused, FigureInput) and "share" not in answers(book, screen)
        await press(pilot, "tab", "m", *"so", "enter", "d")
        kept = answers(book, screen)["share"]
        assert (kept.kind, kept.text) == (AnswerKind.DONT_KNOW, "so")
        assert screen.left == ""
        await press(pilot, "b", "escape", "escape")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_the_field_that_was_left_takes_the_keys_again_on_a_click(book: Casebook) -> None:
    async with asking(book, sat(book, "share", Depth.FULL)) as (pilot, screen):
        await press(pilot, "escape")
        await pilot.click("#question")
        await settled(pilot)
        assert screen.focused is None
        await pilot.click(FigureInput)
        await press(pilot, "s")
        assert screen.query_one(FigureInput).value == "s" and "take the figure" in shown(pilot.app)


async def test_typed_text_and_ticks_outlive_a_new_size_and_another_terminal(book: Casebook) -> None:
    async with asking(book, sat(book, "share", Depth.FULL), (120, 40)) as (pilot, screen):
        await pilot.press(*"30-1")
        await pilot.resize_terminal(60, 20)
        book.clients.add("Another")
        screen.refresh_place()
        await settled(pilot)
        assert screen.query_one(FigureInput).value == "30-1"
        screen.dismiss()
        await settled(pilot)
        card = AskScreen(sat(book, "happened_most", name="Third"))
        await pilot.app.push_screen(card)
        await pilot.press("1", "9")
        await pilot.resize_terminal(80, 24)
        card.refresh_place()
        await settled(pilot)
        assert "These 2" in shown(pilot.app)
        await pilot.press("b", "b")
        card.current.go("happened_most", "after_hours")
        card.paint()
        await settled(pilot)
        assert "These 2" in shown(pilot.app)


async def test_a_note_written_before_the_answer_stays_with_it(book: Casebook) -> None:
    sitting = sat(book, "recent")
    async with asking(book, sitting) as (pilot, screen):
        await pilot.press("m", *"bad", "space", *"day q", "enter")
        assert "Your note: bad day q" in shown(pilot.app)
        assert book.checks.note(sitting, "recent") == "bad day q"
        await pilot.press("2")
        assert answers(book, screen)["recent"].text == "bad day q"


async def test_a_note_being_written_outlives_the_terminal(book: Casebook) -> None:
    sitting = sat(book, "recent")
    async with asking(book, sitting) as (pilot, _):
        await pilot.press("m", *"half")
    assert book.checks.note(sitting, "recent") == "half"


async def test_undo_goes_back_to_the_question_whose_answer_went_away(book: Casebook) -> None:
    async with asking(book, sat(book, "happened_most")) as (pilot, screen):
        await press(pilot, "1", "3", "enter", "u")
        assert screen.current.step is not None
        assert screen.current.step.id == "happened_most"
        assert "after_hours" not in answers(book, screen)
        assert "These 2" in shown(pilot.app)


async def test_undo_of_the_beginning_closes_the_interview(book: Casebook) -> None:
    sitting = book.checks.begin(book.clients.add("Acme").id, Depth.QUICK)
    async with asking(book, sitting, notifications=True) as (pilot, _):
        await press(pilot, "u")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_the_top_line_s_letters_do_nothing_and_q_leaves_with_all_kept(book: Casebook) -> None:
    async with asking(book, sat(book, "recent"), notifications=True) as (pilot, screen):
        await press(pilot, "t", "c")
        assert pilot.app.screen is screen
        await press(pilot, "2", "q")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert answers(book, screen)["recent"].option == "yes"


async def test_escape_closes_the_reason_before_it_leaves(book: Casebook) -> None:
    async with asking(book, sat(book, "recent")) as (pilot, screen):
        await pilot.press("?")
        assert "It rests on" in shown(pilot.app)
        await pilot.press("escape")
        assert pilot.app.screen is screen
        assert "It rests on" not in shown(pilot.app)


async def test_the_review_shows_every_answer_goes_back_to_one_and_finishes(book: Casebook) -> None:
    async with asking(book, sat(book)) as (pilot, screen):
        assert "Finish, and read the recommendation" in shown(pilot.app)
        assert "Shouting, insult, humiliation" in shown(pilot.app)
        await pilot.press("down", "down", "down", "enter")
        assert screen.current.item is not None
        assert screen.current.item.id == "degrading"
        await pilot.press("enter")
        assert "Finish, and read" in shown(pilot.app)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, VerdictScreen)
        assert book.checks.resume(screen.current.sitting.assessment.id).assessment.concluded_at is not None


async def test_an_unanswered_question_is_marked_in_the_review(book: Casebook) -> None:
    async with asking(book, sat(book, "worth_it")) as (pilot, _):
        await pilot.press("s")
        assert "one question open" in shown(pilot.app)
        await pilot.press("end")
        assert "○ skipped" in shown(pilot.app)


async def test_the_last_question_shows_one_s_own_answers_first(book: Casebook) -> None:
    async with asking(book, sat(book, "worth_it")) as (pilot, _):
        seen = shown(pilot.app)
        assert seen.index("Contact outside hours") < seen.index("start today") < seen.index("3  ○ no")
        assert "once · told aloud · kept mostly" in seen
        assert "Demands out of proportion" not in seen


async def test_a_store_that_cannot_write_leaves_the_question_as_it_was(book: Casebook) -> None:
    async with asking(book, sat(book, "recent"), notifications=True) as (pilot, screen):
        book.store.rows("PRAGMA busy_timeout=0")
        other = open_casebook(book.places.database.parent)
        with other.store.write("busy", book.clock.now(), None):
            await pilot.press("2")
            assert "recent" not in screen.current.answers
        other.records.close()
        await pilot.press("2")
        assert answers(book, screen)["recent"].option == "yes"


async def test_a_check_finished_elsewhere_shows_its_recommendation(book: Casebook) -> None:
    sitting = sat(book)
    async with asking(book, sitting) as (pilot, screen):
        book.checks.conclude(sitting)
        screen.refresh_place()
        await settled(pilot)
        assert isinstance(pilot.app.screen, VerdictScreen)


async def test_a_check_dated_in_the_past_names_its_day_and_weeks(book: Casebook) -> None:
    begun = book.checks.begin(book.clients.add("Acme").id, Depth.QUICK, book.checks.window()[0])
    async with asking(book, begun) as (pilot, _):
        assert "24 October 2026" in shown(pilot.app)
        assert "24 October 2025 to 24 October 2026" in shown(pilot.app)
        await pilot.press("enter")
        assert "26 September 2026 to 24 October 2026" in shown(pilot.app)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_any_name_and_note_is_shown_as_text(book: Casebook, name: str, size: tuple[int, int]) -> None:
    sitting = sat(book, "recent", name=name)
    sitting = book.checks.annotate(sitting, "recent", name)
    async with asking(book, sitting, size) as (pilot, screen):
        await press(pilot, "?", "m", "enter")
        assert pilot.app.screen is screen
        seen = shown(pilot.app)
        assert not set(seen) & {"\x1b", "\x07", "\x9b", "\u202e"}
        assert sitting.client.name[:8] in seen


@pytest.mark.parametrize("depth", list(Depth))
async def test_every_step_can_be_answered_at_80_by_24_without_scrolling(book: Casebook, depth: Depth) -> None:
    async with asking(book, book.checks.begin(book.clients.add("Acme").id, depth)) as (pilot, screen):
        lines, steps = screen.query_one(LineList), 0
        while (step := screen.current.step) is not None:
            for number in range(len(step.items) if step.card else 0):
                screen.action_pick(number + 1)
            await settled(pilot)
            assert not lines.display or lines.virtual_size.height <= lines.size.height, step.id
            if step.id == "reasons_to_stop":
                screen.action_enter()
            else:
                screen.current.answered(
                    book.checks.record(screen.current.sitting, *given(screen.current.sitting, step))
                )
                screen.paint()
            steps += 1
        assert steps > 10


def without_limits(book: Casebook) -> Sitting:
    """A check at a question that leans on a limit, of which nothing was said."""
    sitting = sat(book, "pay_level", Depth.FULL)
    with book.store.write("test", book.clock.now(), None) as writer:
        for row in book.store.rows("SELECT id FROM answer WHERE item LIKE 'limits.%'"):
            writer.delete("answer", row["id"])
    return sitting


async def test_a_question_that_needs_a_limit_asks_for_it_first_and_then_shows_it(book: Casebook) -> None:
    async with asking(book, without_limits(book)) as (pilot, screen):
        dialog = pilot.app.screen
        assert isinstance(dialog, StepsDialog)
        await press(pilot, *"eur", "enter")
        await press(pilot, *"55", "enter")
        assert pilot.app.screen is screen
        assert book.limits.standing()["limits.floor"].low == 5500
        assert "55" in shown(pilot.app)


async def test_a_limit_declined_is_not_asked_for_again_in_the_same_sitting(book: Casebook) -> None:
    async with asking(book, without_limits(book)) as (pilot, screen):
        await press(pilot, "escape")
        screen.paint()
        await settled(pilot)
        assert pilot.app.screen is screen
        assert "limits.floor" not in book.limits.standing()
