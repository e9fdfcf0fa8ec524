"""Prospects in the records: apart from clients, taken or declined, and what a later check finds again."""

import pytest

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.engine.boundary import Rung
from coach.engine.interview.instrument import Depth
from coach.engine.prospect import Advice
from coach.store import clients
from coach.wording.prospects import ProspectWording
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked, told_kept
from tests.shared.prospects import considered, given


def test_a_prospect_is_no_client_anywhere(book: Casebook) -> None:
    book.clients.add("Acme")
    harbour = book.prospects.add("Harbour Books")
    considered(book, harbour.id, given(seen__conduct="yes"))
    assert [each.name for each in book.clients.everyone()] == ["Acme"]
    assert [line.client.name for line in book.overview.lines()] == ["Acme"]
    assert [line.client.name for line in book.overview.today().lines] == ["Acme"]
    assert book.overview.today().resume == () and book.trends.of_each() == {}
    assert [name for _, name in book.boundaries.matrix().clients] == ["Acme"]
    assert [line.client.name for line in book.prospects.everyone()] == ["Harbour Books"]


def test_the_check_of_a_client_waits_until_they_are_one(book: Casebook) -> None:
    harbour = book.prospects.add("Harbour Books")
    with pytest.raises(Refused, match="still_prospect"):
        book.checks.begin(harbour.id, Depth.QUICK)
    with pytest.raises(Refused, match="still_prospect"):
        book.checks.assess(harbour.id, {}, Depth.QUICK)
    book.prospects.take(harbour.id)
    for act in (book.prospects.begin, book.prospects.take, book.prospects.decline):
        with pytest.raises(Refused, match="no_prospect"):
            act(harbour.id)
    assert book.checks.begin(harbour.id, Depth.QUICK).client.name == "Harbour Books"


def test_a_name_is_taken_whoever_has_it(book: Casebook) -> None:
    book.prospects.add("Harbour Books")
    with pytest.raises(Refused, match="name_taken"):
        book.clients.add("harbour books")
    with pytest.raises(Refused, match="name_taken"):
        book.prospects.add("Harbour Books")
    assert book.clients.find("harb").state == "prospect"


def test_the_result_is_kept_as_it_was_told(book: Casebook) -> None:
    harbour = book.prospects.add("Harbour Books")
    told = considered(book, harbour.id, given(asked__goal="no"))
    again = book.prospects.considered(harbour.id)
    assert again is not None and again.considered == told.considered
    assert again.considered.outcome is Advice.TAKE_WITH_TERMS and again.considered.questions == ("goal",)
    assert book.checks.latest(harbour.id) is None


def test_asked_again_the_answers_stand_until_they_are_changed(book: Casebook) -> None:
    harbour = book.prospects.add("Harbour Books")
    considered(book, harbour.id, given(asked__goal="no"))
    sitting = book.prospects.begin(harbour.id)
    assert sitting.interview.step is None
    assert book.prospects.begin(harbour.id).assessment.id == sitting.assessment.id
    assert book.prospects.everyone()[0].waiting is not None
    assert considered(book, harbour.id, given()).considered.outcome is Advice.TAKE


def test_taken_on_what_is_agreed_stands_with_them(book: Casebook) -> None:
    harbour = book.prospects.add("Harbour Books")
    considered(book, harbour.id, given(agreed__payment="aloud", agreed__rounds="no"))
    assert not book.boundaries.standing("scope", harbour.id).has(Rung.TOLD)
    book.prospects.take(harbour.id)
    assert book.clients.one(harbour.id).state == "active"
    scope, payment = (
        book.boundaries.standing("scope", harbour.id),
        book.boundaries.standing("payment_terms", harbour.id),
    )
    assert scope.reached[Rung.TOLD].how == "writing" and scope.has(Rung.WRITTEN)
    assert payment.reached[Rung.TOLD].how == "agreed" and not payment.has(Rung.WRITTEN)
    assert not book.boundaries.standing("revision_rounds", harbour.id).has(Rung.TOLD)
    change = book.records.undo()
    assert change is not None and change.verb == "take_prospect"
    assert book.clients.one(harbour.id).state == "prospect" and not book.boundaries.standing("scope", harbour.id).has(
        Rung.TOLD
    )


def test_declined_they_are_put_away_and_undo_brings_them_back(book: Casebook) -> None:
    harbour = book.prospects.add("Harbour Books")
    considered(book, harbour.id, given(seen__law="yes"))
    book.prospects.decline(harbour.id)
    assert book.prospects.everyone() == [] and [each.name for each in book.clients.everyone("archived")] == [
        "Harbour Books"
    ]
    assert book.prospects.considered(harbour.id) is not None
    book.records.undo()
    assert [each.client.name for each in book.prospects.everyone()] == ["Harbour Books"]


def test_a_later_check_finds_again_what_could_be_seen(book: Casebook) -> None:
    harbour = book.prospects.add("Harbour Books")
    considered(book, harbour.id, given(seen__late="yes", seen__changing="yes"))
    book.prospects.take(harbour.id)
    told = checked(book, harbour.id, TODAY, *told_kept("after_hours", 3))
    before = book.prospects.before(told)
    assert before is not None and before.outcome is Advice.TAKE
    assert [(each.item, each.now) for each in before.seen] == [("seen.late", ("after_hours",)), ("seen.changing", ())]
    said = ProspectWording(book.library).before(before)
    assert said == [
        "This could be seen before signing, on 21 November 2026.",
        "Late messages; today: contact outside hours.",
        "Wishes that change; today nothing of the kind.",
    ]
    assert book.checks.latest(harbour.id) is not None and book.overview.page(harbour.id).history[0].told.id == told.id


def test_without_a_check_before_signing_nothing_is_said_of_one(book: Casebook) -> None:
    client = book.clients.add("Acme")
    assert book.prospects.before(checked(book, client.id, TODAY)) is None


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_can_be_looked_at(book: Casebook, name: str) -> None:
    shown = book.prospects.add(name).name
    assert [line.client.name for line in book.prospects.everyone()] == [shown]
    assert "\x1b" not in shown and "\u202e" not in shown and len(shown) <= 80


def test_every_state_is_counted_where_it_belongs(book: Casebook) -> None:
    for name, state in (("A", "active"), ("B", "prospect"), ("C", "archived")):
        with book.store.write("add_client", book.clock.now(), None) as writer:
            clients.add(writer, name, book.clock.now(), state)
    assert {
        state: [each.name for each in book.clients.everyone(state)] for state in ("active", "prospect", "archived")
    } == {
        "active": ["A"],
        "prospect": ["B"],
        "archived": ["C"],
    }
