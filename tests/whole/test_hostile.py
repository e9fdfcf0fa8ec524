"""Text of the owner's is shown as text on every screen, and none of it reaches the terminal as anything else."""

import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from tests.whole.hostile import TEXTS, intruders
from tests.whole.terminal import Terminal

PASTED = "One [/] \x1b]0;pwned\x07two \x9b31m\u202ethree [@click=app.quit]x[/]"


def visit_every_screen(terminal: Terminal, place: int) -> None:
    """From the list of clients to every screen that names the client in that place, and back to the list."""
    terminal.press(*["down"] * place, "enter")
    terminal.wait_for("Now", "Trends", "History", "Back")
    terminal.press("2")
    terminal.wait_for("Theirs", "Mine to fix", "Read")
    terminal.press("v")
    terminal.wait_for("Picture")
    terminal.press("1", "left")
    terminal.wait_for("Set aside")
    terminal.press("enter")
    terminal.wait_for("How sure", "Reasons")
    terminal.press("w")
    # Long words push the rest below the edge: what stays is at the top and at the foot.
    terminal.wait_for("Why", "Back")
    terminal.wait_without("How sure")
    terminal.press("escape")
    terminal.wait_for("How sure", "Reasons")
    terminal.press("d")
    terminal.wait_for("What do you decide?")
    terminal.press("escape")
    terminal.wait_without("What do you decide?")
    terminal.press("escape")
    terminal.wait_for("Set aside")
    terminal.press("e")
    terminal.wait_for("Another name")
    terminal.press("escape")
    terminal.wait_without("Another name")
    terminal.press("n")
    terminal.wait_for("Which check?")
    terminal.press("4")
    terminal.wait_for("quick ·", "don't know")
    terminal.press("m")
    terminal.wait_for("keep the note")
    terminal.press("enter")
    terminal.wait_for("don't know")
    terminal.press("q")
    terminal.wait_for("History")
    terminal.press("c")
    terminal.wait_for("Recommended", "Put away")


@pytest.mark.parametrize("part", range(2))
def test_stored_text_is_text_on_every_screen(hostile: Path, part: int) -> None:
    with Terminal(home=hostile, environment={"COACH_TODAY": "2026-03-01"}) as terminal:
        terminal.wait_for("To do", "Go on with the check of Acme [/] Ltd")
        terminal.press("c")
        terminal.wait_for("Recommended", "Put away")
        shown = " ".join(unicodedata.normalize("NFC", terminal.text).split())
        for plain in ("Acme [/] Ltd", "[@click=app.", "[bold red Acme", "שלום עולם", "one two"):
            assert plain in shown
        for place in range(part, len(TEXTS), 2):
            visit_every_screen(terminal, place)
        terminal.press("q")
        assert terminal.end() == 0
        assert intruders(bytes(terminal.raw)) == set()


@pytest.mark.parametrize("columns, rows", [(60, 20), (120, 40)])
def test_the_longest_name_leaves_the_rest_of_a_screen_in_its_place(hostile: Path, columns: int, rows: int) -> None:
    with Terminal(home=hostile, columns=columns, rows=rows, environment={"COACH_TODAY": "2026-03-01"}) as terminal:
        terminal.wait_for("To do", "Today")
        terminal.press("c")
        terminal.wait_for("12 clients", "set boundaries")
        terminal.press("/")
        terminal.wait_for("Part of a name")
        terminal.write("xxxx")
        terminal.wait_without("Acme")
        terminal.wait_for("xxxx", "set boundaries", "To the list")
        terminal.press("enter")
        terminal.wait_without("To the list")
        terminal.press("q")
        assert terminal.end() == 0
        assert intruders(bytes(terminal.raw)) == set()


@pytest.mark.parametrize("way", ["typed", "pasted"])
def test_text_from_the_keyboard_is_cleaned_on_its_way_in(tmp_path: Path, way: str) -> None:
    home = tmp_path / "records"
    with Terminal(home=home) as terminal:
        give = (
            terminal.paste
            if way == "pasted"
            else lambda text: terminal.write(text.replace("\x1b", "").replace("\x07", ""))
        )
        terminal.wait_for("Check a client")
        terminal.press("down", "enter")
        terminal.wait_for("A new client")
        give(PASTED)
        terminal.wait_for("pwned")
        terminal.press("enter")
        terminal.wait_for("normal weeks")
        terminal.press("1")
        terminal.wait_for("None of these")
        terminal.press("m")
        terminal.wait_for("keep the note")
        give(PASTED)
        terminal.wait_for("keep the note", "pwned")
        terminal.press("enter")
        terminal.wait_for("don't know", "pwned")
        terminal.press("q")
        terminal.wait_for("Go on with the check of")
        terminal.press("q")
        assert terminal.end() == 0
        assert intruders(bytes(terminal.raw)) == set()
    with closing(sqlite3.connect(home / "coach.db")) as records:
        ((name,),) = records.execute("SELECT name FROM client").fetchall()
        ((note,),) = records.execute("SELECT text FROM draft").fetchall()
    for kept in (name, note):
        assert all(each in kept for each in ("pwned", "One [/]", "three", "[@click="))
        assert not {each for each in kept if unicodedata.category(each) in ("Cc", "Cf")}


def test_a_very_long_paste_is_cut_and_harms_nothing(tmp_path: Path) -> None:
    home = tmp_path / "records"
    with Terminal(home=home) as terminal:
        terminal.wait_for("Check a client")
        terminal.press("a")
        terminal.wait_for("A new client")
        terminal.paste("long " * 4_000)
        terminal.press("enter")
        terminal.wait_for("Now", "Trends")
        terminal.press("q")
        assert terminal.end() == 0
    with closing(sqlite3.connect(home / "coach.db")) as records:
        ((name,),) = records.execute("SELECT name FROM client").fetchall()
    assert name.startswith("long long") and len(name) <= 80


@pytest.mark.parametrize("blank", ["", "   ", "\u200b\u2060"])
def test_an_empty_name_is_refused_in_words(tmp_path: Path, blank: str) -> None:
    with Terminal(home=tmp_path / "records") as terminal:
        terminal.wait_for("Check a client")
        terminal.press("a")
        terminal.wait_for("A new client")
        terminal.write(blank)
        terminal.press("enter")
        terminal.wait_for("A client needs a name.")
        terminal.press("escape")
        terminal.wait_without("A new client")
