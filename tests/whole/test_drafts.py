"""What stands in a form outlives its program: killed, hung up on, or with the terminal gone, it is there again."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.whole.records import rows
from tests.whole.terminal import Terminal

NAME = "q Quay & Son <b> [/]"


def killed(terminal: Terminal, home: Path) -> None:
    """Killed once the draft is on disk, which is a second after the last key at the latest."""
    terminal.wait_until(lambda: rows(home, "SELECT text FROM form_draft") == [(NAME,)])
    terminal.kill()


def hung_up(terminal: Terminal, _: Path) -> None:
    terminal.signal(signal.SIGHUP)
    terminal.end()


def unplugged(terminal: Terminal, _: Path) -> None:
    terminal.unplug()
    terminal.end()


@pytest.mark.parametrize("ends", [killed, hung_up, unplugged])
def test_a_name_half_typed_stands_there_again_and_is_gone_once_it_is_saved(
    tmp_path: Path, ends: Callable[[Terminal, Path], None]
) -> None:
    home = tmp_path / "records"
    with Terminal(home=home) as terminal:
        terminal.wait_for("Check a client")
        terminal.press("a")
        terminal.wait_for("A new client")
        terminal.write(NAME)
        terminal.wait_for(NAME)
        ends(terminal, home)
    with Terminal(home=home) as terminal:
        terminal.wait_for("Check a client")
        terminal.press("a")
        terminal.wait_for("A new client", "Your draft of", NAME)
        terminal.press("enter")
        terminal.wait_for("is among your clients")
        terminal.kill()
    assert rows(home, "SELECT name FROM client") == [(NAME,)]
    assert rows(home, "SELECT * FROM form_draft") == []
