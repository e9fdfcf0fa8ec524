"""The day at which the casebook of a test stands, and names to be careful of."""

from datetime import UTC, date, datetime

from coach.clock import fixed_clock
from coach.engine.interview.answer import Answer, AnswerKind

TODAY = date(2026, 11, 21)
CLOCK = fixed_clock(datetime(2026, 11, 21, 10, 0, tzinfo=UTC))
EUROS = Answer("limits.currency", AnswerKind.TEXT, text="EUR")
"""The owner's own currency."""
HOSTILE = [
    "Acme [/] Ltd",
    "[@click=app.quit]x[/]",
    "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "\u202eevil\u202c",
    "x" * 10_000,
    "שלום עולם",
    "a\u0301\u0302\u0303" * 20,
]
