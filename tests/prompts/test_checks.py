"""A check in typed lines: letters, lists, figures, going back, the review, and what is kept when it ends early."""

import pytest

from coach.casebook.book import Casebook
from coach.casebook.checks.sitting import Sitting
from coach.engine.interview.answer import Answer, AnswerKind
from coach.engine.interview.instrument import Ask, Depth
from coach.engine.value import replace
from coach.prompts.checks.ask import InterviewPrompts
from coach.store import assessments
from coach.store.clients import Client
from tests.prompts.scripted import Script

QUIET = ["", "", "1", "1", "1", "1"]
"""A quick check of a client there is nothing to say of, up to the review."""


@pytest.fixture
def client(set_up: Casebook) -> Client:
    return set_up.clients.add("Acme [/] Ltd")


def check(book: Casebook, client: Client, *lines: str, depth: Depth = Depth.QUICK) -> tuple[int, Script]:
    script = Script(*lines)
    return script.shell(book).run(lambda shell: shell.checks.through(client, depth)), script


def kept(book: Casebook, client: Client) -> dict[str, str]:
    """The answers on disk of the check under way, as tokens by item."""
    (waiting,) = book.checks.unfinished(client.id)
    return {item: given.token for item, given in assessments.answers(book.store, waiting.assessment.id).items()}


def test_a_quiet_client_is_kept_after_nine_lines(set_up: Casebook, client: Client) -> None:
    code, script = check(set_up, client, "1", *QUIET, "f", "q")
    told = set_up.checks.latest(client.id)
    assert (code, told and told.outcome.value) == (0, "keep")
    assert "Keep this client" in script.text


def test_window_is_said_as_dates_and_normal_weeks_may_be_others(set_up: Casebook, client: Client) -> None:
    _, script = check(set_up, client, "2", "", "31 Octember", "3 Oct", "q")
    assert "since 24 October 2026, 4 weeks, until today" in script.text
    assert "read that day" in script.text
    (waiting,) = set_up.checks.unfinished(client.id)
    assert waiting.assessment.since_day and waiting.assessment.since_day.isoformat() == "2026-09-05"
    assert waiting.assessment.on_day.isoformat() == "2026-11-21"


def test_a_check_may_be_dated_back_but_not_forward(set_up: Casebook, client: Client) -> None:
    _, script = check(set_up, client, "2", "2027-01-01", "2026-06-14", "", "q")
    assert "still to come" in script.text
    assert "From 14 June 2025 to 14 June 2026." in script.text
    assert set_up.checks.unfinished(client.id)[0].assessment.on_day.isoformat() == "2026-06-14"


def test_end_of_input_keeps_every_answer_and_a_later_check_goes_on_there(set_up: Casebook, client: Client) -> None:
    code, script = check(set_up, client, "1", "", "2 4r")
    assert (code, script.said[-1]) == (2, "Everything you answered is saved.")
    assert kept(set_up, client)["availability_drain"] == "ticked"
    assert kept(set_up, client)["scope_creep"] == "rather_not_say"
    _, script = check(set_up, client, "", "q")
    assert "Question 3 of 7." in script.text
    assert "Question 1 of" not in script.text


def test_ctrl_c_says_what_is_saved_and_gives_130(set_up: Casebook, client: Client) -> None:
    script = Script("1", "")
    typing = script.read

    def read(prompt: str) -> str:
        if not script.lines:
            raise KeyboardInterrupt
        return typing(prompt)

    script.read = read  # type: ignore[method-assign]
    assert script.shell(set_up).run(lambda shell: shell.checks.through(client, Depth.QUICK)) == 130
    assert script.said[-1] == "Everything you answered is saved."
    assert kept(set_up, client)["violence"] == "no"


def test_a_list_takes_numbers_spans_and_a_letter_for_one_line(set_up: Casebook, client: Client) -> None:
    check(set_up, client, "1", "1? 3-4, 8r", "q")
    assert {item: token for item, token in kept(set_up, client).items() if token != "no"} == {
        "violence": "not_sure",
        "degrading": "yes",
        "demeaning": "yes",
        "grey": "rather_not_say",
    }


@pytest.mark.parametrize("line", ["9", "0 9", "1 x", "4-2", "1 1 99", "-1", "²"])
def test_a_list_mistyped_is_asked_again_and_nothing_is_kept(set_up: Casebook, client: Client, line: str) -> None:
    _, script = check(set_up, client, "1", line, "q")
    assert "Type numbers from 1 to 8" in script.text
    assert kept(set_up, client) == {}


def test_not_sure_is_refused_where_a_line_is_ticked_or_not(set_up: Casebook, client: Client) -> None:
    _, script = check(set_up, client, "1", "", "3?", "q")
    assert "put d behind the number" in script.text


@pytest.mark.parametrize(
    ("letter", "kind"), [("n", "not_applicable"), ("d", "dont_know"), ("R", "rather_not_say"), ("s", "skipped")]
)
def test_the_four_ways_of_not_answering(set_up: Casebook, client: Client, letter: str, kind: str) -> None:
    check(set_up, client, "1", "", "", letter, "q")
    assert kept(set_up, client)["recent"] == kind


def test_not_knowing_how_often_does_not_undo_that_it_happened(set_up: Casebook, client: Client) -> None:
    check(set_up, client, "1", "", "1", "d", "q")
    (waiting,) = set_up.checks.unfinished(client.id)
    given = assessments.answers(set_up.store, waiting.assessment.id)["after_hours"]
    assert (given.kind, given.option) == (AnswerKind.TICKED, "dont_know")


def test_enter_alone_answers_no_question_but_leaves_an_old_answer(set_up: Casebook, client: Client) -> None:
    _, script = check(set_up, client, "1", "", "", "", "2", "b", "", "q")
    assert "Nothing was typed." in script.text
    assert "Your answer so far: yes." in script.text
    assert kept(set_up, client)["recent"] == "yes"
    assert script.text.count("Question 4 of 6.") == 2


def test_back_goes_line_by_line_through_a_row(set_up: Casebook, client: Client) -> None:
    script = check(set_up, client, "1", "", "1", "2", "1", "b", "b", "3", "b", "", "q")[1]
    assert "Your answer so far: once." in script.text
    assert "Your answer so far: in writing." in script.text
    answers = kept(set_up, client)
    assert (answers["after_hours"], answers["after_hours.told"]) == ("2", "writing")


@pytest.mark.parametrize("back", ["b", "<"])
def test_back_at_the_first_question_says_so(set_up: Casebook, client: Client, back: str) -> None:
    assert "This is the first question." in check(set_up, client, "1", back, "q")[1].text


@pytest.mark.parametrize("letter", ["b", "q", "n", "d", "s", "?"])
def test_a_lone_letter_is_a_note_and_only_the_sign_goes_back(set_up: Casebook, client: Client, letter: str) -> None:
    _, script = check(set_up, client, "1", "m", "<", "m", "3", "<", "m", "3", letter, "q")
    (waiting,) = set_up.checks.unfinished(client.id)
    sitting = set_up.checks.resume(waiting.assessment.id)
    assert set_up.checks.note(sitting, "degrading") == letter
    assert script.text.count("The note is saved.") == 1 and not script.lines


def test_where_words_are_written_a_lone_letter_is_the_answer_and_signs_act(
    set_up: Casebook, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Answer] = []

    def record(sitting: Sitting, *given: Answer) -> Sitting:
        kept.extend(given)
        return sitting

    asked = InterviewPrompts._asked
    monkeypatch.setattr(
        InterviewPrompts, "_asked", lambda self, *of: replace(asked(self, *of), ask=Ask.WORDS, options=())
    )
    sitting = set_up.checks.begin(client.id, Depth.FULL)
    script = Script("?", "b", "q", "-", "<")
    shell = script.shell(set_up)
    asking = InterviewPrompts(set_up, shell.console, shell.limits, lambda _: None)
    monkeypatch.setattr(asking, "_keep", lambda sitting, step, given: record(sitting, *given))
    with pytest.raises(EOFError):
        asking.through(sitting)
    assert [(each.kind, each.text) for each in kept] == [
        (AnswerKind.TEXT, "b"),
        (AnswerKind.TEXT, "q"),
        (AnswerKind.SKIPPED, ""),
    ]
    assert "In your own words (< back, ? why it is asked, - skip):" in script.said
    assert "This is the first question." in script.text and "It rests on" in script.text


def test_a_note_longer_than_is_kept_says_where_it_ends(set_up: Casebook, client: Client) -> None:
    _, script = check(set_up, client, "1", "m", "3", "word " * 1000, "q")
    assert "longer than the 4000 characters there is room for" in script.text


def test_why_gives_the_reason_and_its_sources_and_asks_again(set_up: Casebook, client: Client) -> None:
    _, script = check(set_up, client, "1", "?", "2", "q")
    why = set_up.library.words.card("client-check", "reasons_to_stop", "why")
    assert script.text.index(why) < script.text.index("It rests on:")
    assert kept(set_up, client)["sexual"] == "yes"


def test_a_note_goes_with_the_answer_given_after_it(set_up: Casebook, client: Client) -> None:
    _, script = check(set_up, client, "1", "m", "3", "on the \x1b[31mphone", "3", "", "m", "it was late", "2", "q")
    (waiting,) = set_up.checks.unfinished(client.id)
    answers = assessments.answers(set_up.store, waiting.assessment.id)
    assert answers["degrading"].text == "on the \ufffd[31mphone"
    assert answers["degrading.form"].text == "it was late"
    assert "\x1b" not in script.text


def test_own_answers_are_read_out_before_worth_it(set_up: Casebook, client: Client) -> None:
    said = check(set_up, client, "1", "", "1", "3", "3", "1", "1", "1", "q")[1].text
    before = said[said.index("What you have said so far:") :]
    assert "Contact outside hours: two or three times; Told: no" in before
    assert "Reasons to stop" not in before
    assert before.index("Contact outside hours") < before.index("on today's terms")


def test_review_reads_all_answers_out_and_changes_the_one_named(set_up: Casebook, client: Client) -> None:
    _, script = check(set_up, client, "1", *QUIET, "99", "5", "2", "f", "q")
    assert "5  Money owed: no" in script.text
    assert "Type a number from 1 to 6" in script.text
    assert "What has been done about it so far?" in script.text
    assert set_up.checks.latest(client.id) is None
    assert kept(set_up, client)["owed"] == "yes"


def test_review_counts_what_is_open(set_up: Casebook, client: Client) -> None:
    said = check(set_up, client, "1", "r", "", "d", "1", "1", "1", "q")[1].text
    assert "9 questions are still open." in said


def test_a_quick_check_deepens_in_place_and_asks_nothing_twice(set_up: Casebook, client: Client) -> None:
    _, script = check(set_up, client, "1", *QUIET, "f", "2", "q")
    (waiting,) = set_up.checks.unfinished(client.id)
    assert waiting.assessment.depth == "full"
    assert "Where does the job stand?" in script.text
    assert script.text.count("did any of this happen") == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("forty", "read that length of time. Try 1:30, 90 min or 1.5 h. It has to lie between 0 and 744."),
        ("800", "It has to lie between 0 and 744."),
        ("5-3", "first number is larger than the second. Try 40-60. It has to lie between 0 and 744."),
        ("abc", "read that length of time. Try 1:30, 90 min or 1.5 h. It has to lie between 0 and 744."),
        ("EUR 500", "read that length of time. Try 1:30, 90 min or 1.5 h. It has to lie between 0 and 744."),
    ],
)
def test_a_figure_mistyped_is_asked_again_in_one_line(set_up: Casebook, client: Client, line: str, said: str) -> None:
    lines = ["1", "1", "", "", "1", "4", "", "", "2", "3", "1", line, "3-5,5", "q"]
    _, script = check(set_up, client, *lines, depth=Depth.FULL)
    assert said in script.text
    (waiting,) = set_up.checks.unfinished(client.id)
    given = assessments.answers(set_up.store, waiting.assessment.id)["unpaid"]
    assert (given.low, given.high) == (180, 330)


def test_limits_are_asked_when_first_needed_and_shown_beside_the_question(book: Casebook) -> None:
    client = book.clients.add("Acme")
    lines = ["1", "1", "", "", "1", "1", "", "", "1-4", "9", "16:30", "2", "b", "q"]
    _, script = check(book, client, *lines, depth=Depth.FULL)
    assert "Your hours: Monday to Thursday, 9:00 to 16:30" in script.text
    assert script.text.count("On which days do you work") == 1
    assert book.limits.standing()["limits.until"].low == 990


def test_a_limit_passed_over_is_not_asked_again_in_the_same_check(book: Casebook) -> None:
    client = book.clients.add("Acme")
    lines = ["1", "1", "", "", "1", "1", "", "", "s", "", "", "2", "b", "q"]
    _, script = check(book, client, *lines, depth=Depth.FULL)
    assert script.text.count("On which days do you work") == 1
    assert "limits.from" not in book.limits.answered()
