"""One run through a questionnaire: cards, rows, going back, leaving unsaid, deepening, resuming."""

import pytest

from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent, ticked
from coach.engine.interview.instrument import Ask, Card, Depth, Instrument, Item, Ladder, Part, Unit, follow_up
from coach.engine.interview.interview import Interview, StepKind, confirm
from coach.engine.interview.relevance import Is
from tests.engine.strategies import told

OFTEN = ("0", "1", "2", "3", "4")
RUNGS = {
    Part.TOLD: ("writing", "aloud", "no"),
    Part.KEPT: ("each", "mostly", "rarely"),
    Part.THEN: ("respected", "went_on", "refused"),
}
WEIGHTS = {"calls": 2, "favours": 1, "scope": 2, "refuses": 3, "mails": 1}


def yes(item: str) -> Is:
    return Is(item, frozenset({"yes"}))


def questionnaire() -> Instrument:
    """Small enough to know by heart: a stage, reasons to stop, what happened with its ladder, money owed, worth it."""
    stops = [Item(name, options=("no", "yes", "not_sure"), depth=Depth.QUICK) for name in ("violence", "lie")]
    behaviours = [Item(name, options=OFTEN, depth=Depth.QUICK) for name in WEIGHTS]
    ladder = [follow_up(sign, part, RUNGS[part], Depth.QUICK, ()) for sign in WEIGHTS for part in Part]
    stage = Item("stage", options=("running", "finished"))
    form = Item(
        "lie.form", options=("small", "kept_up"), depth=Depth.QUICK, relevant=Is("lie", frozenset({"yes", "not_sure"}))
    )
    owed = Item("owed", options=("no", "yes"), depth=Depth.QUICK)
    state = Item("owed.state", options=("promised", "refused"), depth=Depth.QUICK, relevant=yes("owed"))
    left = Item(
        "left", options=("nothing", "much"), depth=Depth.QUICK, relevant=Is("owed.state", frozenset({"refused"}))
    )
    amount = Item("owed.amount", ask=Ask.NUMBER, unit=Unit.MONEY, relevant=yes("owed"))
    worth = Item("worth", options=("yes", "no"), depth=Depth.QUICK)
    places = (
        stage,
        Card("stops", ("violence", "lie"), "no", "not_sure", Depth.QUICK),
        form,
        Card("happened", tuple(WEIGHTS), "0", depth=Depth.QUICK),
        Ladder(tuple(WEIGHTS), 3),
        owed,
        state,
        left,
        amount,
        worth,
    )
    items = {item.id: item for item in (stage, *stops, form, *behaviours, *ladder, owed, state, left, amount, worth)}
    return Instrument("small", 1, items, places, WEIGHTS)


SMALL = questionnaire()


def card(run: Interview, **marks: str) -> Interview:
    """Confirm the card that is shown, with these rows marked."""
    step = run.step
    assert step is not None
    assert step.card is not None
    return run.answer(*confirm(step.card, SMALL.items, marks, run.answers))


def after_card(*behaviours: str, depth: Depth = Depth.QUICK) -> Interview:
    """An interview in which no reason to stop was ticked and these behaviours were."""
    run = Interview.begin(SMALL, depth)
    if depth is Depth.FULL:
        run = run.answer(chosen("stage", "running"))
    return card(card(run), **dict.fromkeys(behaviours, "yes"))


def shown(run: Interview) -> list[str]:
    return [step.id for step in run.steps()]


def asks(run: Interview) -> list[str]:
    """The items of the step shown."""
    return [item.id for item in run.step.items] if run.step else []


# ---- Where it begins and how it goes on


@pytest.mark.parametrize(("depth", "first"), [(Depth.QUICK, "stops"), (Depth.FULL, "stage")])
def test_it_begins_with_what_its_depth_asks_first(depth: Depth, first: str) -> None:
    assert Interview.begin(SMALL, depth).at == first


def test_an_answer_goes_on_to_the_next_step_and_leaves_the_old_interview_as_it_was() -> None:
    run = Interview.begin(SMALL, Depth.FULL)
    on = run.answer(chosen("stage", "running"))
    assert (on.at, run.at, run.answers) == ("stops", "stage", {})


def test_only_what_is_asked_can_be_answered() -> None:
    run = Interview.begin(SMALL, Depth.QUICK)
    with pytest.raises(ValueError, match="not what is being asked"):
        run.answer(chosen("owed", "yes"))
    done = _done()
    assert done.step is None
    with pytest.raises(ValueError, match="not what is being asked"):
        done.answer(chosen("owed", "yes"))


def test_what_an_answer_opens_comes_next() -> None:
    run = card(Interview.begin(SMALL, Depth.QUICK), lie="unsure")
    assert run.at == "lie.form"
    assert card(Interview.begin(SMALL, Depth.QUICK)).at == "happened"


def test_progress_counts_what_is_relevant() -> None:
    run = Interview.begin(SMALL, Depth.QUICK)
    assert run.progress() == (0, 4)
    assert card(run, lie="yes").progress() == (1, 5)
    assert _done().progress() == (4, 4)


def _done() -> Interview:
    return after_card().answer(chosen("owed", "no")).answer(chosen("worth", "yes"))


# ---- Cards


def test_a_confirmed_card_answers_every_row() -> None:
    stops, happened = (place for place in SMALL.order if isinstance(place, Card))
    assert confirm(stops, SMALL.items, {"violence": "yes"}, {}) == (chosen("violence", "yes"), chosen("lie", "no"))
    assert confirm(stops, SMALL.items, {"lie": "unsure"}, {}) == (chosen("violence", "no"), chosen("lie", "not_sure"))
    ticks = confirm(happened, SMALL.items, {"scope": "yes"}, {})
    assert ticks == tuple(ticked(row) if row == "scope" else chosen(row, "0") for row in WEIGHTS)


def test_a_row_that_stays_ticked_keeps_how_often_it_happened() -> None:
    happened = next(place for place in SMALL.order if isinstance(place, Card) and place.id == "happened")
    standing = {"scope": chosen("scope", "3"), "calls": chosen("calls", "0"), "mails": chosen("mails", "2")}
    said = {each.item: each for each in confirm(happened, SMALL.items, {"scope": "yes", "calls": "yes"}, standing)}
    assert said["scope"] == chosen("scope", "3")
    assert said["calls"] == ticked("calls")
    assert said["mails"] == chosen("mails", "0")


def test_a_card_answered_in_part_stays() -> None:
    run = Interview.begin(SMALL, Depth.QUICK).answer(chosen("violence", "no"))
    assert run.at == "stops"
    assert run.answer(chosen("lie", "no")).at == "happened"


# ---- What happened, and what became of the rule


def test_a_quick_check_asks_of_the_three_heaviest_one_row_each() -> None:
    run = after_card("mails", "calls", "scope", "refuses", "favours")
    rows = [step for step in run.steps() if step.kind is StepKind.ROW]
    assert [step.id for step in rows] == ["refuses", "calls", "scope"]
    assert asks(run) == ["refuses", "refuses.told"]


def test_a_row_already_answered_stays_though_heavier_ones_are_ticked_later() -> None:
    run = after_card("mails").answer(*told("mails", "3", "no").values())
    run = card(run.go("happened"), **dict.fromkeys(WEIGHTS, "yes"))
    assert [step.id for step in run.steps() if step.kind is StepKind.ROW] == ["refuses", "calls", "scope", "mails"]
    assert run.relevant()["mails.told"] == chosen("mails.told", "no")


def test_a_row_grows_with_its_answers_and_is_done_when_nothing_in_it_is_open() -> None:
    run = after_card("calls")
    run = run.answer(chosen("calls", "2"))
    assert run.at == "calls"
    run = run.answer(chosen("calls.told", "aloud"))
    assert asks(run) == ["calls", "calls.told", "calls.kept", "calls.then"]
    run = run.answer(chosen("calls.kept", "each"), chosen("calls.then", "went_on"))
    assert run.at == "owed"


def test_a_row_of_what_was_never_told_is_done_at_once() -> None:
    assert after_card("calls").answer(chosen("calls", "2"), chosen("calls.told", "no")).at == "owed"


def test_a_full_check_asks_of_everything_that_happened_one_item_at_a_time() -> None:
    run = after_card("favours", "mails", "calls", "scope", depth=Depth.FULL)
    order = ["calls", "calls.told", "favours", "favours.told", "scope", "scope.told", "mails", "mails.told"]
    assert [step.id for step in run.steps() if step.id.split(".")[0] in WEIGHTS] == order
    run = run.answer(chosen("calls", "4")).answer(chosen("calls.told", "writing"))
    assert (run.at, run.step and run.step.kind) == ("calls.kept", StepKind.ITEM)
    assert shown(run)[3:8] == ["calls", "calls.told", "calls.kept", "calls.then", "favours"]


def test_what_turns_out_not_to_have_happened_is_asked_no_further() -> None:
    run = after_card("calls", depth=Depth.FULL).answer(chosen("calls", "0"))
    assert run.at == "owed"
    assert "calls" not in shown(run)


# ---- Back and to and fro


def test_back_goes_to_the_step_before_and_stops_at_the_first() -> None:
    run = after_card()
    assert run.step_back().at == "happened"
    assert run.step_back().step_back().step_back() == run.go("stops")
    assert _done().step_back().at == "worth"


def test_back_keeps_the_answer_given() -> None:
    run = after_card().answer(chosen("owed", "yes"))
    assert run.at == "owed.state"
    back = run.step_back()
    assert (back.at, back.answers["owed"]) == ("owed", chosen("owed", "yes"))
    assert back.answer(chosen("owed", "no")).at == "worth"


def test_going_on_skips_what_is_answered_and_ends_where_something_was_left_open() -> None:
    run = after_card().go("worth").answer(chosen("worth", "yes"))
    assert run.at == "owed"
    run = run.answer(chosen("owed", "no"))
    assert run.step is None


def test_there_is_no_going_to_a_step_that_is_not_relevant() -> None:
    with pytest.raises(ValueError, match=r"owed\.state"):
        after_card().go("owed.state")


# ---- Left unsaid


@pytest.mark.parametrize(
    "kind", [AnswerKind.NOT_APPLICABLE, AnswerKind.DONT_KNOW, AnswerKind.RATHER_NOT_SAY, AnswerKind.SKIPPED]
)
def test_an_item_can_be_left_unsaid_in_four_ways(kind: AnswerKind) -> None:
    run = after_card().pass_over(kind)
    assert (run.at, run.answers["owed"]) == ("worth", silent("owed", kind))


def test_a_whole_card_can_be_left_unsaid() -> None:
    run = Interview.begin(SMALL, Depth.QUICK).pass_over(AnswerKind.RATHER_NOT_SAY)
    assert run.at == "happened"
    assert {run.answers[row].kind for row in ("violence", "lie")} == {AnswerKind.RATHER_NOT_SAY}


def test_only_what_is_open_in_a_row_is_left_unsaid() -> None:
    run = (
        after_card("calls").answer(chosen("calls", "3"), chosen("calls.told", "aloud")).pass_over(AnswerKind.DONT_KNOW)
    )
    assert run.at == "owed"
    assert run.answers["calls"] == chosen("calls", "3")
    assert run.answers["calls.told"] == chosen("calls.told", "aloud")
    assert {run.answers[f"calls.{part}"].kind for part in (Part.KEPT, Part.THEN)} == {AnswerKind.DONT_KNOW}


@pytest.mark.parametrize("depth", list(Depth))
def test_what_was_ticked_stays_ticked_though_nobody_says_how_often(depth: Depth) -> None:
    run = after_card("calls", depth=depth).pass_over(AnswerKind.DONT_KNOW)
    assert run.answers["calls"] == Answer("calls", AnswerKind.TICKED, option="dont_know")
    assert run.at == ("owed" if depth is Depth.QUICK else "calls.told")
    assert "calls" in shown(run)


def test_a_row_already_answered_is_unsaid_whole_and_still_happened() -> None:
    run = after_card("calls").answer(chosen("calls", "3"), chosen("calls.told", "no"))
    run = run.go("calls").pass_over(AnswerKind.SKIPPED)
    assert run.answers["calls"] == Answer("calls", AnswerKind.TICKED, option="skipped")
    assert run.answers["calls.told"] == silent("calls.told", AnswerKind.SKIPPED)


def test_there_is_nothing_to_leave_unsaid_at_the_end() -> None:
    done = _done()
    assert done.pass_over(AnswerKind.SKIPPED) == done


# ---- What no longer counts


def test_answers_no_longer_relevant_stay_in_the_record_and_leave_the_result() -> None:
    run = (
        after_card()
        .answer(chosen("owed", "yes"))
        .answer(chosen("owed.state", "refused"))
        .answer(chosen("left", "much"))
    )
    run = run.go("owed").answer(chosen("owed", "no"))
    assert run.at == "worth"
    assert run.answers["left"] == chosen("left", "much")
    assert {"owed.state", "left"}.isdisjoint(run.relevant())
    assert {"owed.state", "left"}.isdisjoint(run.asked())
    again = run.go("owed").answer(chosen("owed", "yes"))
    assert again.relevant()["left"] == chosen("left", "much")


def test_the_follow_ups_of_what_was_unticked_leave_the_result() -> None:
    run = after_card("calls").answer(*told("calls", "3", "no").values())
    run = card(run.go("happened"))
    assert run.answers["calls.told"] == chosen("calls.told", "no")
    assert "calls.told" not in run.relevant()
    assert run.relevant()["calls"] == chosen("calls", "0")


# ---- Deeper, and later


def test_a_deepened_check_asks_only_what_is_still_open() -> None:
    run = after_card("calls", "scope", "refuses", "favours")
    for sign in ("refuses", "calls", "scope"):
        run = run.answer(chosen(sign, "2"), chosen(f"{sign}.told", "no"))
    run = run.answer(chosen("owed", "yes")).answer(chosen("owed.state", "promised")).answer(chosen("worth", "yes"))
    assert run.step is None
    run, seen = run.deepen(), []
    answers = {
        "stage": chosen("stage", "running"),
        "favours": chosen("favours", "1"),
        "favours.told": chosen("favours.told", "no"),
        "owed.amount": figure("owed.amount", 120000),
    }
    while run.step is not None:
        seen.append(run.step.id)
        run = run.answer(answers[run.step.id])
    assert seen == list(answers)


def test_what_was_passed_over_is_not_asked_again_when_deepened() -> None:
    run = after_card("calls").pass_over(AnswerKind.SKIPPED).answer(chosen("owed", "no")).answer(chosen("worth", "yes"))
    assert run.deepen().at == "stage"
    assert run.deepen().answer(chosen("stage", "running")).step is None


def test_a_check_resumes_from_its_answers_alone() -> None:
    run = after_card("calls", "scope").answer(chosen("calls", "2"))
    resumed = Interview.begin(SMALL, Depth.QUICK, run.answers)
    assert resumed == run
    assert resumed.at == "calls"


def test_a_finished_check_resumed_is_finished() -> None:
    done = _done()
    assert Interview.begin(SMALL, Depth.QUICK, done.answers) == done


def test_an_instrument_knows_its_follow_ups_and_what_stands_on_cards() -> None:
    assert [item.id for item in SMALL.follow_ups("calls")] == ["calls.told", "calls.kept", "calls.then"]
    assert SMALL.follow_ups("owed") == ()
    assert SMALL.carded() == {"violence", "lie", *WEIGHTS}


def test_a_step_is_a_card_a_row_or_an_item() -> None:
    run = after_card("calls")
    assert [(step.id, step.kind) for step in run.steps()] == [
        ("stops", StepKind.CARD),
        ("happened", StepKind.CARD),
        ("calls", StepKind.ROW),
        ("owed", StepKind.ITEM),
        ("worth", StepKind.ITEM),
    ]
