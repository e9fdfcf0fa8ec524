"""Text that means harm to a terminal, and records that hold it uncleaned, as a tampered file would. Knows no screen."""

import json
import re
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

from coach.casebook.book import open_casebook
from coach.casebook.checks.checks import CLIENT_CHECK
from coach.engine.interview.answer import chosen
from coach.engine.interview.instrument import Card, Depth
from coach.store import assessments, clients, verdicts

COLOUR = "\x1b[38;5;213m"
"""A sequence of a kind that the toolkit writes too, but not with this figure."""
TEXTS = {
    "markup": "Acme [/] Ltd",
    "an action": "[@click=app.quit]x[/]",
    "an open bracket": "[bold red Acme",
    "escapes": "A\x1b]52;c;cHduZWQ=\x07B\x1b]0;pwned\x1b\\C\x1b[2J\x1b[6n\x1bcD" + COLOUR + "E\x1bP+q544e\x1b\\F",
    "eight bit": "A\x9b31mB\x9d0;pwned\x9cC\x85D\x00E\x7fF\x08G",
    "direction": "A\u202egnp.exe\u2066B\u200b\ufeffC\u2029D",
    "right to left": "שלום עולם مرحبا",
    "marks": "Z" + "\u0301" * 60 + "a\u0488\u20dd",
    "length": "x" * 10_000,
    "lines": "one\r\ntwo\nthree\tfour\rfive",
    "wide": "漢字かな交じり文 👩\u200d👩\u200d👧 😀",
    "nothing to see": "\u200b\u2060",
}
ALLOWED = re.compile(
    r"\x1b\[(?:[0-9;]*m|[0-9;]+H|\?[0-9;]+[hl]|\?[0-9;]+\$p|[<>][0-9;]*u)|\x1b\]22;[a-z-]+\x07|\r\n|[\u200c\u200d]"
)
"""What the toolkit itself writes: colours, places, modes, the shape of the pointer; and joiners, which are letters."""
AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAYS = (date(2026, 1, 5), date(2026, 2, 2))


def intruders(written: bytes) -> set[str]:
    """What was written to a terminal and is neither text nor the toolkit's own."""
    whole = written.decode()
    found = {each for each in ALLOWED.sub("", whole) if unicodedata.category(each) in ("Cc", "Cf", "Cs")}
    return found | ({COLOUR} if COLOUR in whole else set())


def fill(home: Path) -> None:
    """Records in which every text of the owner's is each of those: two checks, a decision and an open check a client.

    In the records of one client even the ids that the coach wrote itself hold sequences.
    """
    book = open_casebook(home)
    instrument = book.library.instrument(CLIENT_CHECK)
    cards = [each for each in instrument.order if isinstance(each, Card) and each.depth is Depth.QUICK]
    blank = {row: chosen(row, card.blank) for card in cards for row in card.rows}
    ticked = [chosen("after_hours", "3"), chosen("after_hours.told", "no"), chosen("late_payment", "none")]
    rest = [chosen("owed", "no"), chosen("recent", "no"), chosen("worth_it", "no")]
    for text in TEXTS.values():
        with book.store.write("add_client", AT, None) as writer:
            client = clients.add(writer, text, AT)
        for day in DAYS:
            told = book.checks.assess(client, blank | {each.item: each for each in ticked + rest}, Depth.QUICK, day)
        with book.store.write("decide", AT, client) as writer:
            verdicts.keep_decision(writer, client, told.id, "keep", text, DAYS[1], DAYS[1], AT)
            begun = assessments.begin(writer, client, CLIENT_CHECK, instrument.version, "quick", DAYS[1], DAYS[0], AT)
            assessments.record(writer, begun, blank.values(), AT)
            assessments.set_draft(writer, begun, "recent", text, AT)
            if text == TEXTS["escapes"]:
                (row,) = book.store.rows("SELECT reasons FROM verdict WHERE id = ?", [told.id])
                tampered = row["reasons"].replace('"after_hours"', json.dumps(text))
                writer.update("verdict", told.id, {"reasons": tampered, "subtype": text})
    book.records.close()
