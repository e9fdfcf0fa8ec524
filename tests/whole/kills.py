"""Kills the coach at random instants of an interview driven by keys, and looks at what is left.

``python -m tests.whole.kills 200`` does it 200 times and prints the figures.
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from coach.casebook.book import open_casebook
from coach.engine.interview.answer import Answer, AnswerKind, silent
from coach.engine.interview.instrument import Depth
from tests.whole.player import Player
from tests.whole.terminal import Terminal

LATEST = 0.06
"""Seconds after the last key within which the kill falls; an answer takes about half of that."""
CHECKED = """
    SELECT item, kind, option, low, high FROM answer JOIN assessment ON assessment.id = assessment_id
    WHERE instrument = 'client-check' ORDER BY answer.id
"""
Kept = dict[str, tuple[str, str, int | None, int | None]]


def one_round(home: Path, dice: random.Random) -> str:
    """Begin a check, answer some of it, be killed, look, and go on.

    Returns what became of the answer under way: ``painted``, ``kept`` (written, not yet painted), ``not kept``, or
    ``none`` where the questions ran out first and there was none.
    AssertionError where an answer that was acknowledged is missing, or the coach does not go on where it stopped.
    """
    book = open_casebook(home)
    # Every limit has been asked for, so that the check asks for none.
    book.limits.set(*(silent(item, AnswerKind.DONT_KNOW) for item in book.library.instrument("limits").items))
    sitting = book.checks.begin(book.clients.add("Acme").id, dice.choice(list(Depth)))
    player = Player(book.library, sitting.interview, dice)
    book.records.close()
    answered: dict[str, Answer] = {}
    with Terminal(home=home) as terminal:
        _go_on(terminal, player.shown())
        for _ in range(dice.randrange(12)):
            if player.interview.step is not None:
                answered |= {each.item: each for each in player.answer(terminal)}
        if player.interview.step is None:
            return "none"
        keys, under_way = player.move()
        following = player.interview.answer(*under_way)
        terminal.press(*keys)
        _read_for(terminal, dice.uniform(0, LATEST))
        terminal.kill()
        _read_for(terminal, 0.05)
        painted = all(each in terminal.flowing for each in player.shown(following))
    found, before = in_file(home), _as_kept(answered)
    after = _as_kept({**answered, **{each.item: each for each in under_way}})
    assert found in ([after] if painted else [before, after]), (painted, found, before, after)
    with Terminal(home=home) as again:
        _go_on(again, player.shown(following if found == after else player.interview))
    return "painted" if painted else "kept" if found == after else "not kept"


def in_file(home: Path) -> Kept:
    """The answers that stand in the file, which must be whole."""
    with closing(sqlite3.connect(home / "coach.db")) as records:
        assert records.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert records.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = records.execute(CHECKED).fetchall()
    return {row[0]: (row[1], row[2] or "", row[3], row[4]) for row in rows}


def _as_kept(answers: dict[str, Answer]) -> Kept:
    return {each.item: (each.kind.value, each.option, each.low, each.high) for each in answers.values()}


def _go_on(terminal: Terminal, shown: tuple[str, ...]) -> None:
    terminal.wait_for("Go on with the check of Acme")
    terminal.press("enter")
    terminal.wait_for(*shown)


def _read_for(terminal: Terminal, seconds: float) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        terminal.take(left)


def main(rounds: int, seed: int = 20261121) -> None:
    """Run that many rounds and print what became of the answer under way in each."""
    dice, seen = random.Random(seed), Counter[str]()
    begun = time.monotonic()
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            seen[one_round(Path(folder) / "records", dice)] += 1
        print(f"\r{number + 1} of {rounds}", end="", file=sys.stderr)
    seconds = time.monotonic() - begun
    print(f"\n{rounds} kills in {seconds:.0f} s: no acknowledged answer lost, every file whole, {dict(seen)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
