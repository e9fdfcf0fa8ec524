"""Copies: one a day, proven, the owner's alone, and the right ones kept."""

import os
import stat
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.folders import Places
from coach.store import FaultKind, Store, StoreFault, clients, connect, settings
from coach.store.file import backup, export, reserve
from coach.store.file.copy import copy
from tests.store.records import enter

TODAY = date(2025, 5, 14)


def test_one_whole_copy_a_day(there: Places, store: Store, at: datetime) -> None:
    with store.write("long ago", at - timedelta(days=31), None) as writer:
        settings.put(writer, "key", 1)
    enter(store)
    before = os.umask(0)
    try:
        made = backup.daily(store, there, at, TODAY)
    finally:
        os.umask(before)
    assert made == there.backups / "coach-2025-05-14.db"
    assert backup.daily(store, there, at, TODAY) is None
    assert store.rows("SELECT * FROM change WHERE verb = 'long ago'") == []
    assert [path.name for path in there.backups.iterdir()] == [made.name]
    assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(there.reserve.stat().st_mode) == 0o600
    restored = connect(made, create=False)
    assert export.everything(restored) == export.everything(store)
    restored.close()


def blank(content: bytearray, one: slice, other: slice) -> None:
    content[one] = bytes(4096)


def swap(content: bytearray, one: slice, other: slice) -> None:
    content[one], content[other] = content[other], content[one]


@pytest.mark.parametrize("harm", [blank, swap])
def test_a_damaged_file_is_not_copied_over_good_copies(
    there: Places, store: Store, at: datetime, harm: Callable[[bytearray, slice, slice], None]
) -> None:
    with store.write("set", at, None) as writer:
        for number in range(40):
            settings.put(writer, f"row {number}", "x" * 900)
    for days in range(1, 11):
        copy(store.path, there.backups / f"coach-{TODAY - timedelta(days=days)}.db")
    store.close()
    content = bytearray(there.database.read_bytes())
    pages = [content.rindex(word) // 4096 * 4096 for word in (b"row 39", b"row 10")]
    harm(content, *(slice(start, start + 4096) for start in pages))
    there.database.write_bytes(content)
    opened = connect(there.database, create=False)
    with pytest.raises(StoreFault) as caught:
        backup.daily(opened, there, at, TODAY)
    opened.close()
    assert caught.value.kind is FaultKind.DAMAGED
    assert len(list(there.backups.iterdir())) == 10


def test_what_a_killed_copy_left_is_cleared_away_after_a_day(there: Places, store: Store, at: datetime) -> None:
    old, young = there.backups / ".coach-2025-05-01.db.7.partial", there.backups / ".coach-2025-05-14.db.8.partial"
    for path, age in ((old, timedelta(days=2)), (young, timedelta(minutes=1))):
        path.touch()
        os.utime(path, times=((at - age).timestamp(),) * 2)
    other = there.backups / "coach-of-my-own.db"
    other.touch()
    backup.daily(store, there, at, TODAY)
    assert not old.exists() and young.exists() and other.exists()


def test_a_copy_may_be_made_while_another_terminal_writes(there: Places, store: Store, at: datetime) -> None:
    with store.write("add_client", at, None) as writer:
        clients.add(writer, "Not yet", at)
        copy(store.path, there.backups / "copy.db")
    copied = connect(there.backups / "copy.db", create=False)
    assert clients.everyone(copied) == []
    copied.close()


def test_a_folder_that_is_gone_is_a_fault(there: Places, store: Store, at: datetime) -> None:
    there.backups.rmdir()
    with pytest.raises(StoreFault) as caught:
        backup.daily(store, there, at, TODAY)
    assert caught.value.kind is FaultKind.MISSING


def model(days: set[date], today: date) -> set[date]:
    """The same rule the slow way: a day is kept for what comes after it."""

    def later(day: date, span: str) -> set[str]:
        return {other.strftime(span) for other in days if day < other <= today}

    kept = set()
    for day in days:
        weeks, months = later(day, "%G-%V"), later(day, "%Y-%m")
        if (
            day > today
            or len(later(day, "%F")) < 7
            or (day.strftime("%G-%V") not in weeks and len(weeks) < 5)
            or (day.strftime("%Y-%m") not in months and len(months) < 12)
        ):
            kept.add(day)
    return kept


some_days = st.sets(st.dates(date(2024, 11, 1), date(2026, 2, 1)), max_size=60)


@given(some_days, st.dates(date(2025, 1, 1), date(2026, 1, 15)))
def test_keep_agrees_with_the_model(days: set[date], today: date) -> None:
    assert backup.keep(days, today) == model(days, today)


def test_two_years_of_days_with_a_clock_that_jumps() -> None:
    held: set[date] = set()
    future = date(2039, 7, 1)
    jumps = {200: future, 400: date(2001, 1, 1), 500: date(2026, 12, 24)}
    start = date(2024, 1, 1)
    for number in range(730):
        today = jumps.get(number, start + timedelta(days=number))
        before = held | {today}
        held = backup.keep(before, today)
        assert today in held
        assert {day for day in before if day > today} <= held
        assert len([day for day in held if day <= today]) <= 7 + 5 + 12
    last = start + timedelta(days=729)
    assert future in held
    assert {last - timedelta(days=back) for back in range(7)} <= held
    assert len({day.strftime("%Y-%m") for day in held if last - timedelta(days=330) <= day <= last}) >= 11
    assert len({day.strftime("%G-%V") for day in held if last - timedelta(days=29) <= day <= last}) == 5


def test_the_reserve_takes_its_space_once_and_gives_it_up(tmp_path: Path) -> None:
    path = tmp_path / "reserve.bin"
    assert reserve.hold(path) and reserve.hold(path)
    assert path.stat().st_blocks * 512 >= reserve.SIZE
    assert reserve.give_up(path) and not reserve.give_up(path)
    assert not reserve.hold(tmp_path / "nowhere" / "reserve.bin")
