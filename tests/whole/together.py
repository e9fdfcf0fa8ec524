"""Several terminals at one file, each writing through the casebook without a pause; then what came of it is counted.

``python -m tests.whole.together 8 250`` starts eight of 250 changes each and prints the figures.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from coach.casebook.book import open_casebook
from coach.engine.interview.instrument import Depth
from coach.engine.interview.interview import confirm
from tests.shared.waits import LONGEST
from tests.whole.records import rows

ROOT = Path(__file__).parents[2]
BEFORE = 3
"""Changes of a terminal before its first note: the client, the check, the card."""


def change(home: Path, number: int, changes: int) -> None:
    """One terminal: a client of its own, a check, one answer and notes on it; ``changes`` transactions in all.

    Whatever goes wrong, a busy file above all, ends it with a trace.
    """
    book = open_casebook(home)
    sitting = book.checks.begin(book.clients.add(f"Client {number}").id, Depth.QUICK)
    step = sitting.interview.step
    assert step is not None and step.card is not None
    sitting = book.checks.record(sitting, *confirm(step.card, {item.id: item for item in step.items}, {}, {}))
    for each in range(changes - BEFORE):
        sitting = book.checks.annotate(sitting, step.items[0].id, f"note {each}")
        book.records.changed_elsewhere()
        book.overview.today()
    book.records.close()


def together(home: Path, terminals: int, changes: int) -> float:
    """Start that many terminals at once and wait for them; the seconds it took.

    AssertionError where one of them complained, or where the file does not hold every change exactly once.
    """
    open_casebook(home).records.close()
    begun = time.monotonic()
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.whole.together", "one", home, str(number), str(changes)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for number in range(terminals)
    ]
    said = [each.communicate(timeout=3 * LONGEST)[0] for each in started]
    seconds = time.monotonic() - begun
    assert said == [""] * terminals, next(each for each in said if each)
    assert [each.returncode for each in started] == [0] * terminals
    notes = changes - BEFORE
    kept = rows(
        home,
        "SELECT client.name, count(*), count(DISTINCT answer.text) FROM answer"
        " JOIN assessment ON assessment.id = assessment_id JOIN client ON client.id = client_id"
        " WHERE answer.text <> '' GROUP BY client.id ORDER BY client.name",
    )
    assert kept == [(f"Client {number}", notes, notes) for number in range(terminals)]
    assert rows(home, "SELECT count(*) FROM change") == [(terminals * changes,)]
    return seconds


def main(terminals: int, changes: int) -> None:
    """Do it once on a throwaway file and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        seconds = together(Path(folder) / "records", terminals, changes)
    each = seconds * 1000 / (terminals * changes)
    print(
        f"{terminals} terminals × {changes} changes in {seconds:.1f} s: all kept, none refused, {each:.1f} ms a change"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        change(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    else:
        main(*map(int, sys.argv[1:3] or ("8", "250")))
