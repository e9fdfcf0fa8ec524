"""The menu in typed lines: what is to do, what is offered, and what each number leads to."""

from datetime import UTC, date, datetime

from coach.casebook.book import Casebook, open_casebook
from coach.clock import fixed_clock
from coach.engine.interview.answer import chosen
from coach.engine.interview.instrument import Depth
from tests.prompts.scripted import at_menu, offered

HOSTILE = "Acme [/] \x1b]0;x\x07 \u202eLtd"


def stopped(book: Casebook, name: str) -> None:
    book.checks.assess(book.clients.add(name).id, {"violence": chosen("violence", "yes")}, Depth.QUICK)


def test_an_empty_casebook_offers_what_works_and_nothing_else(book: Casebook) -> None:
    said = at_menu(book, "q").said
    lines = [line[3:] for line in said if line[:1].isdigit()]
    assert lines[1].startswith("Something just happened")
    assert [lines[0], *lines[2:3]] == ["Add a client", "My limits"] and lines[-1] == "Quit"
    assert not any("check of a client" in line or "recommendation" in line for line in lines)
    assert "There are no clients yet. Add one to begin: a name is enough." in said


def test_a_client_is_added_cleaned_and_offered_a_check(book: Casebook) -> None:
    script = at_menu(book, "1", HOSTILE, "1", "1", "q", "q")
    (client,) = book.clients.everyone()
    assert client.name == "Acme [/] \ufffd]0;x\ufffd Ltd"
    assert not {"\x1b", "\x07", "\u202e"} & set(script.text)
    assert "Go on with a check" in script.text
    assert "quick check of 21 November 2026, 0 of 6 answered" in at_menu(book, "3", "q", "q").text


def test_a_name_that_is_taken_or_empty_is_one_line_and_asked_again(book: Casebook) -> None:
    book.clients.add("Acme")
    script = at_menu(book, "1", "", "acme", "<", "q")
    assert "There is already a client called acme." in script.said
    assert "A client needs a name." in script.said
    assert len(book.clients.everyone()) == 1


def test_a_name_of_one_letter_is_a_name_and_the_sign_goes_back(book: Casebook) -> None:
    at_menu(book, "1", "<", "1", "q", "2", "1", "b", "2", "q")
    assert [each.name for each in book.clients.everyone()] == ["b", "q"]


def test_the_recommendation_is_read_out_of_the_client_chosen(book: Casebook) -> None:
    stopped(book, "Acme")
    stopped(book, "Østfold Bygg")
    choose = offered(book, "Read the recommendation for a client")
    said = at_menu(book, choose, "2", "q").text
    assert "Your safety comes first" in said[said.rindex("Østfold Bygg\n") :]


def test_a_decision_is_kept_with_its_reason_and_shown_again(book: Casebook) -> None:
    stopped(book, "Acme")
    choose = offered(book, "Write down your decision about a client")
    said = at_menu(book, choose, "2", "the notice runs\tuntil June", "next week", "2026-01-01", "6w", "q").text
    assert "read that day" in said
    assert "That day has passed." in said
    decision = book.overview.lines()[0].decision
    assert decision is not None
    assert (decision.decided, decision.because) == ("plan_exit", "the notice runs until June")
    assert decision.look_again_on == date(2027, 1, 2)
    said = at_menu(book, choose, "q", "q").text
    assert "On 21 November 2026 you decided: plan the exit." in said
    assert "Because: the notice runs until June" in said


def test_enter_alone_decides_nothing_and_going_back_goes_back(book: Casebook) -> None:
    stopped(book, "Acme")
    choose = offered(book, "Write down your decision about a client")
    at_menu(book, choose, "", "1", "<", "2", "because", "<", "<", "q", "q")
    assert book.overview.lines()[0].decision is None
    at_menu(book, choose, "1", "", "-", "q")
    decision = book.overview.lines()[0].decision
    assert decision is not None and decision.look_again_on is None


def test_what_is_due_is_said_first(book: Casebook) -> None:
    stopped(book, "Acme")
    told = book.checks.latest(1)
    assert told is not None
    book.checks.decide(told, told.outcome, "", date(2026, 11, 28))
    book.checks.begin(book.clients.add("Bond").id, Depth.QUICK)
    later = fixed_clock(datetime(2026, 12, 1, 8, 0, tzinfo=UTC))
    other = open_casebook(book.places.data, later)
    said = at_menu(other, "q").said
    other.records.close()
    at = said.index("To do:")
    assert said[at + 1] == "- Check in on Acme, since 27 November 2026"
    assert said[at + 2] == "- Bond: go on with the quick check of 21 November 2026, 0 of 6 answered"
    assert said[at + 3] == "- Look again at Acme: you decided stop now, due on 28 November 2026"
    assert "- Bond: not checked yet" in said


def test_a_trend_is_sentences_and_days(book: Casebook) -> None:
    client = book.clients.add("Acme")
    for day in (date(2026, 9, 1), date(2026, 11, 1)):
        book.checks.assess(client.id, {"violence": chosen("violence", "no")}, Depth.QUICK, day)
    choose = offered(book, "Read how a client has gone")
    said = at_menu(book, choose, "q").text
    assert "2026-09-01: theirs 0, mine to fix 0 (quick)" in said
    assert said.isascii() or not set(said) & set("│─┌┐└┘╭╮╰╯━┃")


def test_the_last_change_can_be_taken_back(book: Casebook) -> None:
    stopped(book, "Acme")
    choose = offered(book, "Take back the last change: a check entered")
    assert "Taken back: a check entered." in at_menu(book, choose, "q").said
    assert book.checks.latest(1) is None


def test_limits_are_read_out_by_group_and_changed_by_number(book: Casebook) -> None:
    script = at_menu(book, "3", "2", "0", "sixty", "60", "7", "1-2", "", "q", "q")
    assert book.limits.standing()["limits.floor"].low == 6000
    ticked = [item for item, given in book.limits.standing().items() if given.token == "yes"]
    assert len(ticked) == 2
    assert "Money put by: not said yet" in script.text
