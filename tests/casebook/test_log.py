"""The log on a real file: written down, corrected with its history, taken out, searched, counted; replies held."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.casebook.desk import Refused, open_as
from coach.casebook.log.log import Log, Note, note_of, search
from coach.clock import fixed_clock
from coach.engine.boundary import Rung
from coach.engine.interview.instrument import Depth
from coach.engine.value import replace
from coach.store import correspondence
from tests.screens.places import HOSTILE, TODAY


@pytest.fixture
def acme(book: Casebook) -> int:
    return book.add_client("Acme").id


def test_what_is_written_down_comes_back_as_it_was(book: Casebook, acme: int) -> None:
    note = Note("He rang.\nTwice.", False, "after_hours", date(2026, 11, 20), 25, 9950, "telephone", "Bo", "yes")
    entry = book.log(acme, note)
    assert book.entry(entry.id) == entry and note_of(entry) == note
    assert book.logged(acme) == [entry]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_kept_cleaned(book: Casebook, acme: int, text: str) -> None:
    book.log(acme, Note(text, who=text, channel=text))
    (entry,) = book.logged(acme)
    held = f"{entry.text}{entry.who}{entry.channel}"
    assert not {"\x1b", "\x9b", "\u202e"} & set(held)
    assert len(entry.text) <= 4000 and len(entry.who) <= 80


def test_a_correction_keeps_what_stood_before_and_undo_brings_it_back(book: Casebook, acme: int) -> None:
    first = book.log(acme, Note("He rang at ten."))
    second = book.amend(first.id, Note("He rang at nine.", type="after_hours"))
    third = book.amend(second.id, replace(note_of(second), minutes=10))
    assert book.logged(acme) == [third]
    assert [each.text for each in book.corrected(third)] == ["He rang at nine.", "He rang at ten."]
    assert third.on_day == first.on_day
    book.undo()
    assert [each.minutes for each in book.logged(acme)] == [None]
    book.undo()
    assert book.logged(acme) == [first]


def test_a_correction_that_changes_nothing_writes_nothing(book: Casebook, acme: int) -> None:
    entry = book.log(acme, Note("He rang."))
    before = book.last_change()
    assert book.amend(entry.id, note_of(entry)) == entry and book.last_change() == before


def test_what_was_taken_out_is_in_no_list_and_can_be_brought_back(book: Casebook, acme: int) -> None:
    entry = book.log(acme, Note("He rang.", type="after_hours"))
    book.remove(entry.id)
    assert book.logged(acme) == [] and book.events(acme) == []
    with pytest.raises(Refused, match="entry_gone"):
        book.amend(entry.id, Note("x"))
    book.undo()
    assert book.logged(acme) == [entry]


@pytest.mark.parametrize(
    ("note", "key"),
    [
        (Note(""), "entry_empty"),
        (Note(" \n "), "entry_empty"),
        (Note("x", type="nothing_of_the_kind"), "kind_unknown"),
        (Note("x", on_day=TODAY + timedelta(days=1)), "day_to_come_log"),
        (Note("x", on_day=date(1899, 12, 31)), "day_unreadable"),
        (Note("x", minutes=-1), "minutes_odd"),
        (Note("x", told="maybe"), "told_odd"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(book: Casebook, acme: int, note: Note, key: str) -> None:
    with pytest.raises(Refused, match=key):
        book.log(acme, note)
    assert book.logged(acme) == []
    assert book.library.words.has("screens", f"refused.{key}")


def test_a_kind_alone_is_enough_and_says_whose_it_is(book: Casebook, acme: int) -> None:
    assert book.log(acme, Note("", type="answered_outside")).mine
    assert not book.log(acme, Note("", mine=True, type="after_hours")).mine


def test_one_row_written_the_quick_way_is_undone_like_any_other(book: Casebook, acme: int) -> None:
    quick = open_as(Log, book.places.data, book.clock)
    quick.log(acme, Note("He rang."))
    quick.store.close()
    change = book.last_change()
    assert change is not None and (change.verb, change.client_id) == ("log", acme)
    book.undo()
    assert book.logged(acme) == [] and [each.id for each in book.clients()] == [acme]


def test_who_was_seen_is_not_whom_one_writes_to(book: Casebook, acme: int) -> None:
    book.set_contact(acme, "Ada")
    book.log(acme, Note("x", who="Bo"))
    entry = book.log(acme, Note("y", who="bo"))
    found = correspondence.contact(book.store, acme)
    assert found is not None and found.name == "Ada"
    assert len(book.store.rows("SELECT * FROM contact")) == 2 and book.entry(entry.id).who == "Bo"


def test_entries_without_a_kind_wait_in_a_list_but_not_of_clients_put_away(book: Casebook, acme: int) -> None:
    other = book.add_client("Other").id
    book.log(acme, Note("x"))
    book.log(acme, Note("y", type="favours"))
    book.log(other, Note("z"))
    book.archive(other)
    assert [each.text for each in book.unnamed()] == ["x"]


def test_search_finds_every_word_in_text_kind_person_and_channel(book: Casebook, acme: int) -> None:
    book.log(acme, Note("A call", type="after_hours", who="Bo", channel="Telephone"))
    book.log(acme, Note("I picked up", mine=True))
    entries, names = book.logged(acme), {"after_hours": "Contact outside my hours"}
    for words in ("CALL", "bo call", "outside telephone", ""):
        assert "A call" in [each.text for each in search(entries, words, names=names)]
    assert search(entries, "call elsewhere", names=names) == []
    assert [each.text for each in search(entries, mine=True)] == ["I picked up"]


def test_the_timeline_holds_everything_dated_the_newest_first(book: Casebook, acme: int) -> None:
    entry = book.log(acme, Note("x", on_day=TODAY - timedelta(days=2)))
    book.move_rung("office_hours", Rung.TOLD, "aloud", acme, TODAY - timedelta(days=1))
    book.log(acme, Note("y", mine=True))
    found = book.timeline(acme)
    assert [each.event.noun for each in found] == ["slip", "rung", "incident"]
    assert [each.entry.text if each.entry else None for each in found] == ["y", None, "x"]
    assert found[-1].entry == entry


def test_the_weeks_of_a_check_are_counted_to_the_day(book: Casebook, acme: int) -> None:
    sitting = book.begin(acme, Depth.QUICK)
    first = sitting.assessment.since_day
    assert first is not None
    for day in (first - timedelta(days=1), first, TODAY):
        book.log(acme, Note("x", type="after_hours", on_day=day))
    book.log(acme, Note("mine", type="answered_outside"))
    assert book.remembered(sitting.assessment) == {"after_hours": 2}
    assert book.remembered(book.begin_audit().assessment) == {}


def test_what_went_across_a_boundary_counts_from_the_day_it_was_told(book: Casebook, acme: int) -> None:
    told = TODAY - timedelta(days=7)
    for back, kind in ((8, "after_hours"), (7, "after_hours"), (0, "after_hours"), (0, "answered_outside")):
        book.log(acme, Note(f"{back}", type=kind, on_day=TODAY - timedelta(days=back)))
    assert [each.text for each in book.crossed("office_hours", acme, told)] == ["0", "7"]


def test_a_reply_waits_until_its_moment_and_then_is_due(book: Casebook, acme: int) -> None:
    until = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    held = book.hold_reply(" Not today. ", until, acme)
    assert book.held() == [held] and held.text == "Not today." and book.held_due() == []
    later = open_casebook(book.places.data, fixed_clock(until))
    assert later.held_due() == [held]
    later.reply_sent(held)
    assert later.held() == []
    later.undo()
    later.discard_reply(held)
    assert later.held() == []
    later.undo()
    assert later.held() == [held]
    with pytest.raises(Refused, match="moment_past"):
        later.hold_on(held, held.text, until)
    later.hold_on(held, "Later.", until + timedelta(hours=1))
    assert [each.text for each in later.held()] == ["Later."] and later.held_due() == []
    later.close()


def test_a_reply_without_words_is_none(book: Casebook) -> None:
    with pytest.raises(Refused, match="reply_empty"):
        book.hold_reply(" ", book.clock.now() + timedelta(hours=1))
    assert book.held() == []


def test_a_reply_that_is_gone_is_said_to_be(book: Casebook) -> None:
    held = book.hold_reply("x", book.clock.now() + timedelta(hours=1))
    book.discard_reply(held)
    for act in (book.reply_sent, book.discard_reply):
        with pytest.raises(Refused, match="reply_gone"):
            act(held)


def test_the_client_last_written_about_comes_first_unless_put_away(book: Casebook, acme: int) -> None:
    other = book.add_client("Other").id
    assert book.last_client() == other
    book.log(acme, Note("x"))
    assert book.last_client() == acme
    book.archive(acme)
    assert book.last_client() == other
