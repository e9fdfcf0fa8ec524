"""The owner's own editor on a real terminal: it gets the terminal, and the coach gets it back with the text."""

from pathlib import Path

import pytest

from tests.whole.records import GO_ON, begin_check, note_half_typed, rows
from tests.whole.terminal import Terminal

ASKS = """#!/bin/sh
printf 'the editor is open\\n'
read line
printf '%s\\nand more' "$line" > "$1"
"""


@pytest.mark.parametrize(("does", "kept"), [(ASKS, "over there\nand more"), (ASKS + "exit 1\n", "half a thought")])
def test_a_note_is_written_in_the_editor_and_kept(tmp_path: Path, does: str, kept: str) -> None:
    home, script = tmp_path / "records", tmp_path / "editor"
    begin_check(home)
    script.write_text(does)
    script.chmod(0o700)
    with Terminal(home=home, environment={"EDITOR": str(script)}) as terminal:
        note_half_typed(terminal)
        assert "editor" in terminal.flowing
        terminal.send(b"\x05")
        terminal.wait_for("the editor is open")
        assert list(home.glob("writing-*/note.txt"))
        terminal.write("over there\n")
        terminal.wait_for(kept.replace("\n", " "), "keep the note")
        assert not list(home.glob("writing-*"))
        terminal.press("enter")
        terminal.wait_without("keep the note")
        terminal.press("q")
        terminal.wait_for(GO_ON)
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored()
        assert b"\x1b]0;" not in terminal.raw and b"\x1b]2;" not in terminal.raw
    assert rows(home, "SELECT text FROM draft WHERE text != ''") == [(kept,)]
