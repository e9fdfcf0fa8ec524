"""What the coach says of itself on a command line, and how it ends where nobody reads what it writes."""

import os

import pytest

from coach import __version__
from tests.commands.shell import Shell


def test_version_and_help_say_what_there_is(shell: Shell) -> None:
    assert shell.run("--version").out == f"coach, version {__version__}\n"
    told = shell.run("--help").out
    assert all(each in told for each in ("assess", "verdict", "trend", "clients", "content", "export", "where", "--at"))
    assert shell.run("-h").out == told
    assert not shell.home.exists()


def test_a_group_alone_says_what_it_holds(shell: Shell) -> None:
    ran = shell.run("content", code=None)
    assert "check" in ran.out + ran.err
    assert not (ran.out + ran.err).startswith("coach: Usage")


@pytest.mark.parametrize("command", [("export",), ("clients",), ("verdict", "Acme"), ("--help",)])
def test_a_reader_that_has_gone_is_no_mistake(checked: Shell, command: tuple[str, ...]) -> None:
    gone, pipe = os.pipe()
    os.close(gone)
    with open(pipe, "wb") as written:
        assert checked.run(*command, out=written).err == ""


@pytest.mark.parametrize("command", [("export",), ("clients",)])
def test_output_that_cannot_be_written_is_said(checked: Shell, command: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        ran = checked.run(*command, out=full, code=None)
    assert ran.code in (1, 2) and ran.line
