"""Recommendations in words: true to their figures, whole in every case, calm about what they do not know."""

from datetime import date

import pytest

from coach.casebook.book import Casebook
from coach.casebook.checks.grounds import as_json
from coach.engine.interview.instrument import Depth
from coach.engine.trend import Point, Series
from coach.engine.value import replace
from coach.engine.verdict.signs import SignState
from coach.engine.verdict.verdict import Outcome, Reason
from coach.wording.checks.recommendation import RecommendationWording
from coach.wording.trends import TrendWording
from tests.shared.checks import KEPT, check


@pytest.fixture
def phrases(book: Casebook) -> RecommendationWording:
    return RecommendationWording(book.library)


def test_the_reason_names_the_signs_their_sum_and_the_limit_it_met(
    book: Casebook, phrases: RecommendationWording
) -> None:
    told = check(book, "Acme", {"after_hours": ("3", "aloud", "rarely", "went_on"), "rude_tone": ("1", "no")})
    why = phrases.why(told)
    reason = next(reason for reason in told.grounds.reasons if reason.outcome is told.outcome)
    assert f"{reason.figures['told']:.0f} points: contact outside your hours." in why
    assert f"about {reason.figures['C']:.0f} on" in why
    assert "rude tone" not in why, "what was never told is no part of what they were told"
    assert "$" not in why


def test_one_sign_over_its_own_limit_is_named_alone(book: Casebook, phrases: RecommendationWording) -> None:
    behaviours = {"after_hours": KEPT, "favours": ("1", "writing", "rarely", "went_on")}
    told = check(book, "Acme", {**behaviours, "good_kind": "yes", "good_on_time": "yes"})
    reason = next(each for each in told.grounds.reasons if each.rule == "enforced")
    assert reason.figures["told"] < reason.figures["C"], "the case is one where only the single sign is over"
    sentence = next(text for text, _ in phrases.reasons(told) if "last try is due" in text)
    assert "6 points: contact outside your hours." in sentence
    assert "about 6 on" in sentence


def test_every_rule_that_held_is_said_the_hardest_first(book: Casebook, phrases: RecommendationWording) -> None:
    told = check(book, "Acme", {"scope_creep": KEPT, "after_hours": KEPT, "owed": "yes", "owed.state": "unasked"})
    said = phrases.reasons(told)
    assert [outcome for _, outcome in said] == [reason.outcome for reason in told.grounds.reasons]
    assert len(said) > 1 and all(sentence and "$" not in sentence for sentence, _ in said)


def test_beside_a_reason_to_stop_nothing_else_is_said(book: Casebook, phrases: RecommendationWording) -> None:
    told = check(book, "Acme", {"violence": "yes", "scope_creep": ("3", "no"), "owed": "yes", "owed.state": "unasked"})
    assert len(told.grounds.reasons) > 1
    assert {outcome for _, outcome in phrases.reasons(told)} == {Outcome.LEAVE_NOW}


def test_bars_tell_what_was_answered_the_heaviest_first(book: Casebook, phrases: RecommendationWording) -> None:
    happened = {"rude_tone": ("1", "no"), "after_hours": KEPT, "no_shows": ("2", "aloud", "each", "respected")}
    late = {"late_payment": "two", "late_payment.days": "up_to_14", "late_payment.effect": "nuisance"}
    told = check(book, "Acme", {**happened, **late})
    bars = phrases.bars(told, book.checks.resume(told.assessment.id).interview.relevant())
    assert [bar.name for bar in bars] == ["Contact outside hours", "Late payments", "A rude tone"]
    assert bars[0].evidence == "about every week · told in writing · kept each time · it went on"
    assert bars[1].evidence.startswith("two of the last three invoices")
    assert (bars[2].theirs, bars[2].mine, bars[2].evidence) == (0.5, 1.5, "once · not told")
    assert phrases.works(told) == ["Booked times are kept: go on."]
    without = phrases.bars(told)
    assert without[0].evidence == "you told the rule and kept it each time, and it went on"


def test_a_missing_boundary_is_named_once_with_its_earliest_open_step(
    book: Casebook, phrases: RecommendationWording
) -> None:
    happened = {"rude_tone": ("3", "aloud", "rarely", "went_on"), "conduct_to_staff": ("1", "no"), "after_hours": KEPT}
    told = check(book, "Acme", {**happened, "scope_creep": ("1", "aloud", "mostly", "went_on")})
    step = phrases.words.say("boundaries", "conduct.told")
    kept = phrases.words.say("boundaries", "scope.kept")
    assert [(each.boundary, each.step) for each in phrases.missing(told)] == [
        ("Decent treatment", step),
        ("What the job includes", kept),
    ]


def test_safety_stands_before_the_law_and_both_are_whole(book: Casebook, phrases: RecommendationWording) -> None:
    told = check(book, "Acme", {"coercion": "yes", "coercion.form": "said", "violence": "yes"})
    assert [branch.id for branch in phrases.branch_lines(told)] == ["safety", "legal"]
    assert all(4 <= len(branch.lines) <= 6 for branch in phrases.branch_lines(told))
    assert phrases.law(told)


def test_care_is_offered_where_health_decided_and_only_there(book: Casebook, phrases: RecommendationWording) -> None:
    harmed = check(book, "Acme", {"effect": "harms", "would_ease": "yes"})
    assert [branch.id for branch in phrases.branch_lines(harmed)] == ["care"]
    assert "23 November 2026" in phrases.second_look(harmed)
    calm = check(book, "Borg", {"good_kind": "yes"})
    assert phrases.branch_lines(calm) == []
    assert (phrases.second_look(calm), phrases.law(calm), phrases.paces(calm)) == ("", "", [])
    assert phrases.speaks(calm) == ["Kind to deal with"]
    assert phrases.why(calm) == phrases.words.say("verdict", "rule.keep.reason")


def test_how_sure_is_firm_or_names_both_ends(book: Casebook, phrases: RecommendationWording) -> None:
    client = book.clients.add("Acme")
    told = book.checks.assess(client.id, {}, Depth.QUICK)
    assert told.outcome is Outcome.NOT_ENOUGH
    sure = phrases.sure(told)
    assert phrases.outcome(told.grounds.sure[0]) in sure
    assert phrases.outcome(told.grounds.sure[-1]) in sure
    assert f"{told.grounds.open_answers} answers" in sure
    assert phrases.coverage(book.checks.resume(told.assessment.id).interview).startswith("0 of the ")
    firm = check(book, "Borg", {"violence": "yes"})
    assert phrases.sure(firm) == phrases.words.say("verdict", "sure.firm")
    assert phrases.unchanging(firm) == "", "nothing was tried against a reason to stop"


def test_what_would_change_it_is_said_with_question_and_answer(book: Casebook, phrases: RecommendationWording) -> None:
    told = check(book, "Acme", {"after_hours": KEPT})
    every = phrases.changes(told)
    assert every == [*phrases.changes(told, lever=True), *phrases.changes(told, lever=False)]
    assert 'Contact outside hours, and then: "they respected it" would give "keep"' in every


def test_the_subtype_is_said_in_place_of_its_outcome(book: Casebook, phrases: RecommendationWording) -> None:
    told = check(book, "Acme", {"owed": "yes", "owed.state": "unasked"})
    assert told.subtype == "demand"
    said = [phrases.line(told), phrases.said(told), phrases.act(told), phrases.tag(told)]
    assert said == [phrases.words.say("verdict", f"subtype.demand.{field}") for field in ("line", "said", "act", "tag")]


def test_ids_of_an_older_record_are_said_as_they_stand(book: Casebook, phrases: RecommendationWording) -> None:
    told = check(book, "Acme", {"after_hours": KEPT})
    weighed = replace(told.grounds.weighed[0], sign="long_gone", boundary="also_gone", state=SignState.UNSTATED)
    reason = Reason("retired_rule", Outcome.RESET, "retired", ("long_gone",), {"told": 6.0, "Z": 5.0})
    old = replace(
        told,
        subtype="retired",
        kept=as_json(replace(
            told.grounds, reasons=(reason,), weighed=(weighed,), speaks=("good_old",), paces=("slowly",), branch="gone",
            sure=(), changes=(),
        )),
    )  # fmt: skip
    assert phrases.why(old) == "retired_rule"
    assert [bar.name for bar in phrases.bars(old)] == ["long_gone"]
    assert [(each.boundary, each.step) for each in phrases.missing(old)] == [("also_gone", "")]
    assert (phrases.speaks(old), phrases.paces(old), phrases.branch_lines(old)) == (["good_old"], ["slowly"], [])
    assert (phrases.sure(old), phrases.changes(old), phrases.unchanging(old)) == ("", [], "")
    assert phrases.line(old) == phrases.words.say("verdict", "outcome.reset.line")


def test_a_long_list_of_signs_is_counted_after_a_few(book: Casebook, phrases: RecommendationWording) -> None:
    happened = ("after_hours", "scope_creep", "stalling", "rude_tone", "distrust", "favours")
    told = check(book, "Acme", dict.fromkeys(happened, ("1", "no")))
    why = phrases.why(told)
    assert "and 3 more" in why
    assert len(why) < 260


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((), "nothing measured"),
        ((4,), "4 points on 1 March 2026"),
        ((4, 4), "as on 1 March 2026"),
        ((4, 9), "from 4 to 9"),
        ((1, 4, 7, 9), "rising"),
        ((9, 7, 4, 1), "falling"),
        ((5, 5, 5, 5), "about the same"),
    ],
)
def test_a_trend_names_a_direction_only_from_enough_points_on(
    phrases: RecommendationWording, values: tuple[float, ...], said: str
) -> None:
    points = tuple(Point(date(2026, 3, 1 + 7 * place), value) for place, value in enumerate(values))
    assert said in TrendWording(phrases.library).trend(Series("theirs", points))
