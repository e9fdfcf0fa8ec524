"""The clock: which day it is, and that it can be told."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from coach.clock import fixed_clock, system_clock


def test_the_day_is_the_local_one_and_the_moment_is_in_utc() -> None:
    clock = fixed_clock(datetime(2025, 3, 1, 23, 30, tzinfo=UTC), ZoneInfo("Europe/Oslo"))
    assert clock.today() == date(2025, 3, 2)
    assert clock.now() == datetime(2025, 3, 1, 23, 30, tzinfo=UTC) and clock.now().tzinfo is UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        fixed_clock(datetime(2025, 3, 1))


def test_the_system_clock_is_aware_and_can_be_told_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COACH_TODAY", raising=False)
    assert abs(system_clock().now() - datetime.now(UTC)).total_seconds() < 5
    monkeypatch.setenv("COACH_TODAY", "2024-02-29")
    assert system_clock().today() == date(2024, 2, 29)


@pytest.mark.parametrize("text", ["2025-02-30", "20250101", "tomorrow", "2025-1-1", "2025-W01-1"])
def test_a_malformed_day_is_one_clear_line(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_TODAY", text)
    with pytest.raises(ValueError, match=r"COACH_TODAY holds .* YYYY-MM-DD") as caught:
        system_clock()
    assert "\n" not in str(caught.value)
