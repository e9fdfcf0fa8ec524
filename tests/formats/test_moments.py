"""A moment to come, as people write it."""

from datetime import UTC, datetime, time
from time import tzset

import pytest

from coach.clock import system_clock
from coach.formats.moments import read_moment
from coach.library.library import Library

WORDS = Library().words
NOW = datetime(2026, 11, 21, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", (11, 22, 9, 0)),
        ("Tomorrow", (11, 22, 9, 0)),
        ("tomorrow 16:30", (11, 22, 16, 30)),
        ("2h", (11, 21, 19, 30)),
        ("18:00", (11, 21, 18, 0)),
        ("9:00", (11, 22, 9, 0)),
        ("3d", (11, 24, 9, 0)),
        ("1w", (11, 28, 9, 0)),
        ("24 Nov", (11, 24, 9, 0)),
        ("24 Nov 8:15", (11, 24, 8, 15)),
        ("2026-12-01", (12, 1, 9, 0)),
    ],
)
def test_it_is_read(typed: str, meant: tuple[int, int, int, int]) -> None:
    assert read_moment(typed, WORDS.lexicon, NOW, time(9)) == datetime(2026, *meant, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["soon", "25:00", "24 Foo 9:00", "tomorrow soon", "h", "9:99", "-1h"])
def test_anything_else_is_none(typed: str) -> None:
    with pytest.raises(ValueError):
        read_moment(typed, WORDS.lexicon, NOW, time(9))


def test_nine_in_the_morning_stays_nine_over_a_change_of_the_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Oslo")
    tzset()
    try:
        clock = system_clock()
        evening = clock.local(datetime(2026, 10, 24, 18, 0, tzinfo=UTC))
        until = read_moment("", WORDS.lexicon, evening, time(9))
        assert (evening.hour, until.hour) == (20, 9)
        assert until.astimezone(UTC) == datetime(2026, 10, 25, 8, 0, tzinfo=UTC)
        assert read_moment("12h", WORDS.lexicon, evening, time(9)).astimezone(UTC).hour == 6
    finally:
        monkeypatch.undo()
        tzset()
