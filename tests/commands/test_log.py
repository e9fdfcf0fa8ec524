"""coach log and coach incidents as a shell runs them."""

import json

import pytest

from coach.casebook.book import open_casebook
from coach.engine.value import replace
from coach.forms.form import read_all
from coach.forms.log import new_entry
from tests.commands.shell import Shell


def test_a_line_from_a_pipe_is_one_row_and_one_line(checked: Shell) -> None:
    done = checked.run("log", "-", "--type", "after_hours", "--minutes", "20", typed="He rang at \x1b[31mten.\n")
    assert done.err == "" and done.out.startswith("Written down: Acme, ")
    assert done.out.endswith(", contact outside my hours.\n")
    (entry,) = json.loads(checked.run("incidents", "acme", "--json").out)["entries"]
    assert (entry["text"], entry["kind"], entry["boundary"], entry["minutes"]) == (
        "He rang at \ufffd[31mten.", "after_hours", "office_hours", 20,
    )  # fmt: skip


def test_what_is_given_on_the_line_is_kept_as_json_too(checked: Shell) -> None:
    out = checked.run(
        "log", "I answered", "--mine", "--on", "2026-01-04", "--told", "no", "--proof", "Mail", "--json"
    ).out
    found = json.loads(out)
    assert [found[each] for each in ("client", "on", "mine", "told", "proof")] == [
        "Acme",
        "2026-01-04",
        True,
        "no",
        "Mail",
    ]
    line = "4 January 2026 · kind still open · my slip · I answered · not told before · proof: Mail"
    assert line in checked.run("incidents", "Acme").out
    everything = checked.run("incidents", "Acme", "--all").out.splitlines()
    assert everything[1:] == ["5 January 2026 · Check", line]


def test_a_line_of_the_command_is_the_entry_that_the_form_makes(checked: Shell) -> None:
    given = {"text": "He  rang.", "theirs": "after_hours", "day": "2 Jan 2026", "minutes": "1:30", "told": "yes"}
    words = ("--type", given["theirs"], "--on", given["day"], "--minutes", given["minutes"], "--told", given["told"])
    checked.run("log", given["text"], *words, "--proof", "Mail")
    book = open_casebook(checked.home)
    form = new_entry(book, book.clients.everyone()[0].id)
    form.keep(read_all(form, {**form.texts(), **given, "more": "yes", "proof": "Mail"}))
    one, other = (replace(each, id=0) for each in book.log.of(form.client_id or 1))
    book.records.close()
    assert one == other


def test_the_kinds_are_listed_and_nothing_is_written(checked: Shell) -> None:
    before = checked.digest()
    lines = checked.run("log", "--kinds").out.splitlines()
    assert any(line.split() == ["scope_creep", "Extra", "work,", "no", "word", "of", "pay"] for line in lines)
    assert checked.digest() == before


@pytest.mark.parametrize(
    "words",
    [
        ("log",),
        ("log", "-"),
        ("log", " "),
        ("log", "x", "--type", "nothing"),
        ("log", "x", "--on", "2999-01-01"),
        ("log", "x", "--on", "soon"),
        ("log", "x", "--minutes", "-4"),
        ("log", "x", "--told", "maybe"),
        ("log", "x", "--client", "Nobody"),
        ("incidents", "Nobody"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_nothing_is_written(checked: Shell, words: tuple[str, ...]) -> None:
    before = checked.digest()
    assert checked.run(*words, code=2).line
    assert checked.digest() == before


def test_without_a_name_and_with_several_clients_nobody_is_guessed(checked: Shell) -> None:
    checked.run("assess", "Other", "--add", "--answers", checked.folder / "good.toml")
    assert "--client" in checked.run("log", "x", code=2).line
    assert "Other" in checked.run("log", "x", "--client", "oth").out


def test_with_nobody_there_it_says_how_to_begin(shell: Shell) -> None:
    assert "no clients yet" in shell.run("log", "x", code=2).line


def test_what_is_longer_than_an_entry_is_cut_and_that_is_said(checked: Shell) -> None:
    done = checked.run("log", "-", typed="word " * 2000)
    assert "4000" in done.err and "word" in done.err
    (entry,) = json.loads(checked.run("incidents", "acme", "--json").out)["entries"]
    assert len(entry["text"]) in (3999, 4000)


def test_a_day_is_read_as_people_write_it(checked: Shell) -> None:
    for said in ("yesterday", "20 Nov", "20.11.2025", "last friday", "-2d"):
        assert checked.run("log", "He rang.", "--on", said).err == ""
