"""The log on a real file: written down, corrected with its history, taken out, searched, counted; replies held."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.casebook.desk import Refused
from coach.casebook.log.log import NewEntry, as_new_entry, search
from coach.clock import fixed_clock
from coach.engine.boundary import Rung
from coach.engine.interview.instrument import Depth
from coach.engine.value import replace
from coach.store import correspondence
from tests.shared.book import HOSTILE, TODAY


@pytest.fixture
def acme(book: Casebook) -> int:
    return book.clients.add("Acme").id


def test_what_is_written_down_comes_back_as_it_was(book: Casebook, acme: int) -> None:
    note = NewEntry("He rang.\nTwice.", False, "after_hours", date(2026, 11, 20), 25, 9950, "telephone", "Bo", "yes")
    entry = book.log.add(acme, note)
    assert book.log.entry(entry.id) == entry and as_new_entry(entry) == note
    assert book.log.of(acme) == [entry]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_kept_cleaned(book: Casebook, acme: int, text: str) -> None:
    book.log.add(acme, NewEntry(text, who=text, channel=text))
    (entry,) = book.log.of(acme)
    held = f"{entry.text}{entry.who}{entry.channel}"
    assert not {"\x1b", "\x9b", "\u202e"} & set(held)
    assert len(entry.text) <= 4000 and len(entry.who) <= 80


def test_a_correction_keeps_what_stood_before_and_undo_brings_it_back(book: Casebook, acme: int) -> None:
    first = book.log.add(acme, NewEntry("He rang at ten."))
    second = book.log.amend(first.id, NewEntry("He rang at nine.", type="after_hours"))
    third = book.log.amend(second.id, replace(as_new_entry(second), minutes=10))
    assert book.log.of(acme) == [third]
    assert [each.text for each in book.log.corrected(third)] == ["He rang at nine.", "He rang at ten."]
    assert third.on_day == first.on_day
    book.records.undo()
    assert [each.minutes for each in book.log.of(acme)] == [None]
    book.records.undo()
    assert book.log.of(acme) == [first]


def test_a_correction_that_changes_nothing_writes_nothing(book: Casebook, acme: int) -> None:
    entry = book.log.add(acme, NewEntry("He rang."))
    before = book.records.last_change()
    assert book.log.amend(entry.id, as_new_entry(entry)) == entry and book.records.last_change() == before


def test_what_was_taken_out_is_in_no_list_and_can_be_brought_back(book: Casebook, acme: int) -> None:
    entry = book.log.add(acme, NewEntry("He rang.", type="after_hours"))
    book.log.remove(entry.id)
    assert book.log.of(acme) == [] and book.timeline.events(acme) == []
    with pytest.raises(Refused, match="entry_gone"):
        book.log.amend(entry.id, NewEntry("x"))
    book.records.undo()
    assert book.log.of(acme) == [entry]


@pytest.mark.parametrize(
    ("note", "key"),
    [
        (NewEntry(""), "entry_empty"),
        (NewEntry(" \n "), "entry_empty"),
        (NewEntry("x", type="nothing_of_the_kind"), "kind_unknown"),
        (NewEntry("x", on_day=TODAY + timedelta(days=1)), "day_to_come_log"),
        (NewEntry("x", on_day=date(1899, 12, 31)), "day_unreadable"),
        (NewEntry("x", minutes=-1), "minutes_odd"),
        (NewEntry("x", told="maybe"), "told_odd"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(
    book: Casebook, acme: int, note: NewEntry, key: str
) -> None:
    with pytest.raises(Refused, match=key):
        book.log.add(acme, note)
    assert book.log.of(acme) == []
    assert book.library.words.has("screens", f"refused.{key}")


def test_a_kind_alone_is_enough_and_says_whose_it_is(book: Casebook, acme: int) -> None:
    assert book.log.add(acme, NewEntry("", type="answered_outside")).mine
    assert not book.log.add(acme, NewEntry("", mine=True, type="after_hours")).mine


def test_one_row_written_the_quick_way_is_undone_like_any_other(book: Casebook, acme: int) -> None:
    quick = open_casebook(book.places.data, book.clock)
    quick.log.add(acme, NewEntry("He rang."))
    quick.records.close()
    change = book.records.last_change()
    assert change is not None and (change.verb, change.client_id) == ("log", acme)
    book.records.undo()
    assert book.log.of(acme) == [] and [each.id for each in book.clients.everyone()] == [acme]


def test_who_was_seen_is_not_whom_one_writes_to(book: Casebook, acme: int) -> None:
    book.clients.set_contact(acme, "Ada")
    book.log.add(acme, NewEntry("x", who="Bo"))
    entry = book.log.add(acme, NewEntry("y", who="bo"))
    found = correspondence.contact(book.store, acme)
    assert found is not None and found.name == "Ada"
    assert len(book.store.rows("SELECT * FROM contact")) == 2 and book.log.entry(entry.id).who == "Bo"


def test_entries_without_a_kind_wait_in_a_list_but_not_of_clients_put_away(book: Casebook, acme: int) -> None:
    other = book.clients.add("Other").id
    book.log.add(acme, NewEntry("x"))
    book.log.add(acme, NewEntry("y", type="favours"))
    book.log.add(other, NewEntry("z"))
    book.clients.archive(other)
    assert [each.text for each in book.log.unnamed()] == ["x"]


def test_search_finds_every_word_in_text_kind_person_and_channel(book: Casebook, acme: int) -> None:
    book.log.add(acme, NewEntry("A call", type="after_hours", who="Bo", channel="Telephone"))
    book.log.add(acme, NewEntry("I picked up", mine=True))
    entries, names = book.log.of(acme), {"after_hours": "Contact outside my hours"}
    for words in ("CALL", "bo call", "outside telephone", ""):
        assert "A call" in [each.text for each in search(entries, words, names=names)]
    assert search(entries, "call elsewhere", names=names) == []
    assert [each.text for each in search(entries, mine=True)] == ["I picked up"]


def test_the_timeline_holds_everything_dated_the_newest_first(book: Casebook, acme: int) -> None:
    entry = book.log.add(acme, NewEntry("x", on_day=TODAY - timedelta(days=2)))
    book.boundaries.move("office_hours", Rung.TOLD, "aloud", acme, TODAY - timedelta(days=1))
    book.log.add(acme, NewEntry("y", mine=True))
    found = book.timeline.of(acme)
    assert [each.event.noun for each in found] == ["slip", "rung", "incident"]
    assert [each.entry.text if each.entry else None for each in found] == ["y", None, "x"]
    assert found[-1].entry == entry


def test_the_weeks_of_a_check_are_counted_to_the_day(book: Casebook, acme: int) -> None:
    sitting = book.checks.begin(acme, Depth.QUICK)
    first = sitting.assessment.since_day
    assert first is not None
    for day in (first - timedelta(days=1), first, TODAY):
        book.log.add(acme, NewEntry("x", type="after_hours", on_day=day))
    book.log.add(acme, NewEntry("mine", type="answered_outside"))
    assert book.timeline.counted_in(sitting.assessment) == {"after_hours": 2}
    assert book.timeline.counted_in(book.audit.begin().assessment) == {}


def test_what_went_across_a_boundary_counts_from_the_day_it_was_told(book: Casebook, acme: int) -> None:
    told = TODAY - timedelta(days=7)
    for back, kind in ((8, "after_hours"), (7, "after_hours"), (0, "after_hours"), (0, "answered_outside")):
        book.log.add(acme, NewEntry(f"{back}", type=kind, on_day=TODAY - timedelta(days=back)))
    assert [each.text for each in book.log.crossed("office_hours", acme, told)] == ["0", "7"]


def test_a_reply_waits_until_its_moment_and_then_is_due(book: Casebook, acme: int) -> None:
    until = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    held = book.held_replies.hold(" Not today. ", until, acme)
    assert book.held_replies.waiting() == [held] and held.text == "Not today." and book.held_replies.due() == []
    later = open_casebook(book.places.data, fixed_clock(until))
    assert later.held_replies.due() == [held]
    later.held_replies.sent(held)
    assert later.held_replies.waiting() == []
    later.records.undo()
    later.held_replies.discard(held)
    assert later.held_replies.waiting() == []
    later.records.undo()
    assert later.held_replies.waiting() == [held]
    with pytest.raises(Refused, match="moment_past"):
        later.held_replies.amend(held, held.text, until)
    later.held_replies.amend(held, "Later.", until + timedelta(hours=1))
    assert [each.text for each in later.held_replies.waiting()] == ["Later."] and later.held_replies.due() == []
    later.records.close()


def test_a_reply_without_words_is_none(book: Casebook) -> None:
    with pytest.raises(Refused, match="reply_empty"):
        book.held_replies.hold(" ", book.clock.now() + timedelta(hours=1))
    assert book.held_replies.waiting() == []


def test_a_reply_that_is_gone_is_said_to_be(book: Casebook) -> None:
    held = book.held_replies.hold("x", book.clock.now() + timedelta(hours=1))
    book.held_replies.discard(held)
    for act in (book.held_replies.sent, book.held_replies.discard):
        with pytest.raises(Refused, match="reply_gone"):
            act(held)


def test_the_client_last_written_about_comes_first_unless_put_away(book: Casebook, acme: int) -> None:
    other = book.clients.add("Other").id
    assert book.log.last_client() == other
    book.log.add(acme, NewEntry("x"))
    assert book.log.last_client() == acme
    book.clients.archive(acme)
    assert book.log.last_client() == other
