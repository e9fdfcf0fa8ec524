"""Notes in the owner's own editor: where the text lies meanwhile, what comes back, what stays behind."""

import stat
from pathlib import Path

import pytest

from coach.casebook.book import Casebook
from screens.frame.settings.editor import NotWritten, editor, write_outside
from screens.widgets.fields.long_input import LongInput
from tests.screens.checks.sittings import asking, sat
from tests.screens.pilots import press


def script(folder: Path, does: str) -> str:
    """An editor that does this to its file, and its command."""
    path = folder / "an editor"
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o700)
    return f"'{path}' --wait"


def test_the_text_lies_where_only_its_owner_can_read_it_and_goes(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    look = f'stat -c "%a %n" "$2" "$(dirname "$2")" > {tmp_path}/seen; cat "$2" >> {tmp_path}/seen; touch "$2~"; '
    text = write_outside("before", script(tmp_path, look + 'printf "one\\ntwo\\n\\n" > "$2"'), home)
    modes, folder, before = (tmp_path / "seen").read_text().splitlines()
    assert text == "one\ntwo"
    assert modes.split()[0] == "600"
    assert Path(modes.split()[1]).parent.parent == home
    assert folder.split()[0] == "700"
    assert before == "before"
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("does", ["exit 3", "kill -9 $$", 'rm "$2"', 'rm "$2"; mkdir "$2"'])
def test_an_editor_that_fails_changes_nothing_and_leaves_nothing(tmp_path: Path, does: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with pytest.raises(NotWritten):
        write_outside("before", script(tmp_path, does), home)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("command", ["/no/such/editor", "'", str(stat)])
def test_a_command_that_is_none_is_said_so(tmp_path: Path, command: str) -> None:
    with pytest.raises(NotWritten):
        write_outside("before", command, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_chosen_editor_goes_before_what_the_terminal_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "visual")
    monkeypatch.setenv("EDITOR", "plain")
    assert [editor("chosen"), editor("")] == ["chosen", "visual"]
    monkeypatch.delenv("VISUAL")
    assert editor("") == "plain"
    monkeypatch.delenv("EDITOR")
    assert editor("") == ""


async def test_lines_written_elsewhere_are_kept_also_where_something_is_typed_into_them(book: Casebook) -> None:
    async with asking(book, sat(book, "worth_it")) as (pilot, screen):
        await press(pilot, "m")
        screen.query_one(LongInput).hold_text("one\ntwo \x1b[31m\u202e")
        await press(pilot, "enter")
        assert book.checks.note(screen.current.sitting, "worth_it") == "one\ntwo \ufffd[31m"
        await press(pilot, "m")
        await press(pilot, "enter")
        assert book.checks.note(screen.current.sitting, "worth_it").startswith("one\n")
        await press(pilot, "m")
        await press(pilot, "!", "enter")
        assert book.checks.note(screen.current.sitting, "worth_it") == "one\ntwo \ufffd[31m!"


async def test_without_an_editor_one_line_says_so(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with asking(book, sat(book, "worth_it"), notifications=True) as (pilot, screen):
        await press(pilot, "m", "ctrl+e")
        assert [each.message for each in pilot.app._notifications] == [book.library.words("app.no_editor")]
        assert screen.noting
