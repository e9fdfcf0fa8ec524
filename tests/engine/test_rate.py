"""Earnings an hour against one's own minimum: examples reckoned by hand, and what must hold for all figures."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent
from coach.engine.rate import Figures, derived, effective_rate, pay_level

BELOW = chosen("pay_level", "below")
ranges = st.tuples(st.integers(0, 10**7), st.integers(0, 10**6)).map(lambda pair: (pair[0], sum(pair)))
months = st.tuples(st.integers(1, 44_640), st.integers(0, 10_000)).map(lambda pair: (pair[0], sum(pair)))
floors = st.tuples(st.integers(1, 10**5), st.integers(0, 10**4)).map(lambda pair: (pair[0], sum(pair)))


@pytest.mark.parametrize(
    ("revenue", "minutes", "rate"),
    [
        ((200_000, 200_000), (2400, 2400), (5000, 5000)),  # 2000.00 for forty hours: 50.00
        ((200_000, 240_000), (2400, 3000), (4000, 6000)),  # least for most time, most for least
        ((10_000, 10_000), (180, 180), (3333, 3333)),  # 33.33
        ((0, 0), (60, 60), (0, 0)),
        ((5000, 5000), (0, 60), None),  # perhaps no time at all
    ],
)
def test_a_rate_is_income_by_the_hour(revenue: Figures, minutes: Figures, rate: Figures | None) -> None:
    assert effective_rate(revenue, minutes) == rate


@pytest.mark.parametrize("figures", [((-1, 5), (60, 60)), ((5, 4), (60, 60)), ((5, 5), (-60, 60)), ((5, 5), (60, 30))])
def test_impossible_figures_are_refused(figures: tuple[Figures, Figures]) -> None:
    with pytest.raises(ValueError, match="from nothing upwards"):
        effective_rate(*figures)


@pytest.mark.parametrize(
    ("rate", "floor", "level"),
    [
        ((6601, 6601), (6000, 6000), "above"),
        ((6600, 6600), (6000, 6000), "about"),  # a tenth above is still about
        ((6000, 6000), (6000, 6000), "about"),
        ((5999, 5999), (6000, 6000), "below"),
        ((5000, 7000), (6000, 6000), None),
        ((5900, 6100), (6000, 6000), None),
        ((5000, 5500), (5400, 6000), None),  # below the one minimum, above the other
        ((7000, 9000), (5000, 6000), "above"),
    ],
)
def test_a_rate_stands_above_about_or_below(rate: Figures, floor: Figures, level: str | None) -> None:
    assert pay_level(rate, floor) == level


@given(ranges, months)
def test_a_rate_encloses_every_pair_of_its_figures(revenue: Figures, minutes: Figures) -> None:
    rate = effective_rate(revenue, minutes)
    assert rate is not None
    for money in revenue:
        for time in minutes:
            exact = Fraction(money * 60, time)
            assert rate[0] - Fraction(1, 2) <= exact <= rate[1] + Fraction(1, 2)


@given(ranges, floors)
def test_a_level_said_of_a_range_holds_for_its_ends(rate: Figures, floor: Figures) -> None:
    level = pay_level(rate, floor)
    ends = {pay_level((one, one), (other, other)) for one in rate for other in floor}
    assert ends == {level} if level else len(ends) > 1


@given(ranges, floors, st.integers(0, 10**5))
def test_more_an_hour_never_stands_lower(rate: Figures, floor: Figures, more: int) -> None:
    order = {"below": 0, "about": 1, "above": 2}
    before, after = pay_level(rate, floor), pay_level((rate[0] + more, rate[1] + more), floor)
    assert before is None or after is None or order[before] <= order[after]


def answers(*given: Answer) -> dict[str, Answer]:
    figures = [figure("revenue", 200_000), figure("hours", 2400), figure("limits.floor", 6000)]
    return {each.item: each for each in (*figures, *given)}


@pytest.mark.parametrize("kind", [AnswerKind.DONT_KNOW, AnswerKind.RATHER_NOT_SAY, AnswerKind.SKIPPED])
def test_what_was_left_unsaid_is_reckoned(kind: AnswerKind) -> None:
    assert derived(answers(silent("pay_level", kind))) == {"pay_level": BELOW}
    assert derived(answers(silent("pay_level", kind, "a guess")))["pay_level"].text == "a guess"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"pay_level": chosen("pay_level", "above")},
        {"pay_level": silent("pay_level", AnswerKind.NOT_APPLICABLE)},
        {"pay_level": silent("pay_level", AnswerKind.DONT_KNOW), "hours": silent("hours", AnswerKind.DONT_KNOW)},
        {"pay_level": silent("pay_level", AnswerKind.DONT_KNOW), "hours": figure("hours", 0, 60)},
        {
            "pay_level": silent("pay_level", AnswerKind.DONT_KNOW),
            "limits.floor": silent("limits.floor", AnswerKind.SKIPPED),
        },
        {"pay_level": silent("pay_level", AnswerKind.DONT_KNOW), "revenue": figure("revenue", 100_000, 400_000)},
    ],
)
def test_nothing_is_reckoned_over_a_word_or_from_half_the_figures(given: dict[str, Answer]) -> None:
    assert derived({**answers(), **given}) == {}
