"""Letters and the welcome pack on the screen, by their keys."""

import contextlib
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from coach.casebook.book import Casebook
from coach.engine.boundary import Rung
from coach.engine.letter import Tone
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import LetterWording
from screens.app import CoachApp
from screens.frame import commands
from screens.frame.dialogs.pick import PickDialog
from screens.frame.form import FormDialog
from screens.frame.plain_text import PlainTextScreen
from screens.frame.steps import StepsDialog
from screens.letters.choose import WriteScreen
from screens.letters.letter import LetterScreen
from screens.letters.rewrite import RewriteDialog
from screens.letters.welcome_pack import PackScreen
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import fill_every_blank, opened, press, settled
from tests.screens.shown import shown
from tests.shared.book import HOSTILE, TODAY

SIZES = [(60, 20), (80, 24), (120, 40)]


def filled(book: Casebook, letter_id: str, client_id: int | None, boundary: str = "") -> LetterDraft:
    """A letter with every blank filled from its example."""
    said = LetterWording(book)
    writing = LetterDraft(said, book.letters.letter(letter_id), client_id, Tone.NEUTRAL, boundary)
    for name in writing.open:
        writing.fill(name, said.example(name))
    return writing


def notes(pilot: Pilot[int]) -> str:
    return " ".join(each.message for each in pilot.app._notifications)


# ---- EntryDialog


async def test_typing_narrows_the_list_and_enter_opens(book: Casebook) -> None:
    client = book.clients.add("Acme")
    async with opened(book, commands.ShowLetters(client.id)) as pilot:
        await press(pilot, *"formal", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, LetterScreen) and (screen.client_id, screen.letter_id) == (client.id, "late_formal")


async def test_a_word_that_no_letter_holds_is_said_and_esc_clears_it(book: Casebook) -> None:
    async with opened(book, commands.ShowLetters()) as pilot:
        await pilot.press(*"xyzzy", "enter")
        assert "No letter holds that word." in shown(pilot.app)
        await pilot.press("escape")
        assert pilot.app.screen.query_one(RowList).current
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, WriteScreen)


async def test_whom_it_is_for_can_be_chosen(book: Casebook) -> None:
    client = book.clients.add("Acme [/] Ltd")
    async with opened(book, commands.ShowLetters()) as pilot:
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, PickDialog)
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, WriteScreen) and screen.client_id == client.id
        assert "A letter for Acme [/] Ltd" in shown(pilot.app)


# ---- One letter


async def test_blanks_are_asked_one_by_one_and_kept_at_once(book: Casebook) -> None:
    client = book.clients.add("Acme")
    async with opened(book, commands.ShowLetters(client.id, "call_note")) as pilot:
        await press(pilot, "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, StepsDialog) and "Kept for this letter." in shown(pilot.app)
        first, second = LetterDraft(LetterWording(book), book.letters.letter("call_note"), client.id).open[:2]
        await press(pilot, *"soon", "enter")
        assert "read that day" in shown(pilot.app) and dialog.at == 0
        dialog.query_one(Input).value = "2 March 2026"
        await press(pilot, "enter")
        assert (
            LetterDraft(LetterWording(book), book.letters.letter("call_note"), client.id).draft.filled[first]
            == "2 March 2026"
        )
        await press(pilot, "up")
        assert dialog.at == 0 and dialog.query_one(Input).value == "2 March 2026"
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert dialog.at == 2, "an empty blank stays open and the next is asked"
        await press(pilot, "escape")
        assert "2 March 2026" in shown(pilot.app)
        assert second in LetterDraft(LetterWording(book), book.letters.letter("call_note"), client.id).open


async def test_an_open_letter_is_neither_saved_nor_sent(book: Casebook) -> None:
    client = book.clients.add("Acme")
    async with opened(book, commands.ShowLetters(client.id, "call_note")) as pilot:
        await press(pilot, "s", "m")
        assert isinstance(pilot.app.screen, LetterScreen) and "cannot leave yet" in notes(pilot)
    assert book.letters.kept(client.id) == [] and list(book.places.exports.iterdir()) == []


async def test_a_finished_letter_is_saved_and_sent(book: Casebook) -> None:
    client = book.clients.add("Acme")
    filled(book, "after_hours_reply", client.id)
    async with opened(book, commands.ShowLetters(client.id, "after_hours_reply")) as pilot:
        await pilot.press("3", "s")
        saved = next(book.places.exports.iterdir())
        assert saved.name == "letter-2026-11-21-after_hours_reply.txt" and "As I told you" in saved.read_text()
        await press(pilot, "m")
        pilot.app.screen.query_one(Input).value = "20 Nov 2026"
        await press(pilot, "enter")
        assert "told" in notes(pilot)
    (letter,) = book.letters.kept(client.id)
    assert (letter.tone, letter.sent_on, letter.language) == ("firm", TODAY.replace(day=20), "en")
    assert book.boundaries.standing("office_hours", client.id).reached[Rung.TOLD].on_day == TODAY.replace(day=20)


async def test_a_day_to_come_is_not_taken(book: Casebook) -> None:
    client = book.clients.add("Acme")
    filled(book, "after_hours_reply", client.id)
    async with opened(book, commands.ShowLetters(client.id, "after_hours_reply")) as pilot:
        await press(pilot, "m")
        pilot.app.screen.query_one(Input).value = "2026-11-22"
        await press(pilot, "enter")
        assert "still to come" in shown(pilot.app) and isinstance(pilot.app.screen, FormDialog)
    assert book.letters.kept(client.id) == []


async def test_a_letter_about_any_rule_asks_which_first(book: Casebook) -> None:
    client = book.clients.add("Acme")
    async with opened(book, commands.ShowLetters(client.id, "one_rule")) as pilot:
        assert isinstance(pilot.app.screen, PickDialog)
        await press(pilot, "enter")
        first = book.library.boundaries[0]
        assert book.library.words.say("boundaries", f"{first}.name") in shown(pilot.app)
        assert book.library.words.say("boundaries", f"{first}.rule")[:30] in shown(pilot.app)
    async with opened(book, commands.ShowLetters(client.id, "one_rule", "channels")) as pilot:
        assert isinstance(pilot.app.screen, LetterScreen)


async def test_it_is_edited_in_place_and_can_start_over(book: Casebook) -> None:
    writing = filled(book, "call_note", None)
    async with opened(book, commands.ShowLetters(None, "call_note")) as pilot:
        await press(pilot, "e")
        dialog = pilot.app.screen
        assert isinstance(dialog, RewriteDialog)
        dialog.query_one(TextArea).text = "Just this. [/]"
        await press(pilot, "escape")
        assert "Just this. [/]" in shown(pilot.app)
        writing.read()
        assert writing.own == "Just this. [/]"
        await pilot.press("o")
        writing.read()
        assert not writing.own and "Just this" not in shown(pilot.app)


async def test_an_edit_survives_a_lost_terminal(book: Casebook) -> None:
    writing = filled(book, "call_note", None)
    async with opened(book, commands.ShowLetters(None, "call_note")) as pilot:
        await press(pilot, "e")
        pilot.app.screen.query_one(TextArea).text = "Half of"
        await settled(pilot)
    writing.read()
    assert writing.own == "Half of"


async def test_the_editor_gets_a_private_file_that_goes_again(
    book: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, script = tmp_path / "seen", tmp_path / "ed.sh"
    script.write_text(f'#!/bin/sh\nstat -c "%a %n" "$1" > {seen}\nprintf "Own words\\033[2J" > "$1"\n')
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr(CoachApp, "suspend", lambda app: contextlib.nullcontext())
    writing = filled(book, "call_note", None)
    async with opened(book, commands.ShowLetters(None, "call_note")) as pilot:
        await press(pilot, "ctrl+e")
    mode, name = seen.read_text().split()
    assert mode == "600" and Path(name).is_relative_to(book.places.data) and not Path(name).exists()
    writing.read()
    assert writing.own == "Own words\ufffd[2J"


async def test_without_an_editor_one_line_says_so(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    async with opened(book, commands.ShowLetters(None, "call_note")) as pilot:
        await pilot.press("ctrl+e")
        assert "No editor is set" in notes(pilot)


async def test_bare_text_begins_at_the_edge_and_claims_nothing(book: Casebook) -> None:
    writing = filled(book, "call_note", None)
    async with opened(book, commands.ShowLetters(None, "call_note")) as pilot:
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, PlainTextScreen)
        lines = shown(pilot.app).splitlines()
        assert lines[0].rstrip() == writing.text.heading and lines[2].startswith("Dear ")
        assert "copied" not in shown(pilot.app).lower()
        await pilot.press("y")
        assert pilot.app.clipboard == f"{writing.text.heading}\n\n{writing.text.body}"
        assert "copied" not in notes(pilot).lower()


async def test_the_formal_reminder_warns_first_and_a_clause_says_why(book: Casebook) -> None:
    client = book.clients.add("Acme")
    book.clients.set_job(client.id, law="NO")
    async with opened(book, commands.ShowLetters(client.id, "late_formal"), (120, 40)) as pilot:
        text = shown(pilot.app)
        assert text.index("Something here has changed") < text.index("Formal reminder: invoice")
    async with opened(book, commands.ShowLetters(client.id, "clause_hours"), (120, 40)) as pilot:
        text = shown(pilot.app)
        assert "Why this is here:" in text and "lawyer" in text and "why:" not in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", HOSTILE)
async def test_any_name_is_shown_as_text(book: Casebook, name: str, size: tuple[int, int]) -> None:
    client = book.clients.add(name)
    book.clients.set_contact(client.id, name=name, salutation=name)
    for letter in ("", "clause_signed", "welcome_pack"):
        async with opened(book, commands.ShowLetters(client.id, letter), size) as pilot:
            await pilot.resize_terminal(70, 22)
            await pilot.press("v") if letter else None
            await settled(pilot)
            text = shown(pilot.app)
            assert not set(text) & set("\x1b\x07\x9b\u202e")
    assert [each.id for each in book.clients.everyone()] == [client.id]


# ---- The welcome pack


async def test_the_pack_is_chosen_filled_and_sent(book: Casebook) -> None:
    client = book.clients.add("Acme")
    book.boundaries.set_term("office_hours", {"days": "Monday", "from": "9:00", "until": "16:00"})
    async with opened(book, commands.ShowLetters(client.id, "welcome_pack")) as pilot:
        assert isinstance(pilot.app.screen, PackScreen)
        await pilot.press("down", "down", "space")
        assert book.letters.pack_choices() == {"welcome_channels": True}
        await press(pilot, "f")
        await fill_every_blank(pilot)
        assert "Nothing is open" in shown(pilot.app)
        await press(pilot, "s", "m")
        await press(pilot, "enter")
    told = {name for name, each in book.boundaries.standings(client.id).items() if each.has(Rung.TOLD)}
    assert told == {"office_hours", "channels"}
    assert [path.name for path in book.places.exports.iterdir()] == ["letter-2026-11-21-welcome_pack.txt"]


# ---- The guide


def test_every_change_that_can_be_taken_back_has_a_name(book: Casebook) -> None:
    client = book.clients.add("Acme")
    acts = [
        lambda: filled(book, "call_note", client.id),
        lambda: book.clients.set_contact(client.id, name="Jane"),
        lambda: book.clients.set_job(client.id, law="NO"),
        lambda: LetterDraft(LetterWording(book), book.letters.letter("call_note"), client.id).rewrite("x"),
        lambda: book.letters.choose_section(book.letters.letter("welcome_hours"), True),
        lambda: book.letters.keep(book.letters.letter("call_note"), "neutral", "x", client.id),
        lambda: book.letters.keep(book.letters.letter("call_note"), "neutral", "x", client.id, TODAY),
    ]
    for act in acts:
        act()
        change = book.records.last_change()
        assert change is not None and book.library.words(f"undo.{change.verb}")
