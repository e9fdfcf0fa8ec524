"""Take, take with terms, decline: the rules of the content, checked as a person would check them by hand."""

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from coach.engine.interview.answer import Answer
from coach.engine.prospect import ADVICE, Advice, consider, visible
from coach.library.library import Library
from tests.shared.prospects import GOOD, answer, given

SHELF = Library()
MODEL = SHELF.prospect
ITEMS = SHELF.instrument("prospect-check").items
SILENT = ("dont_know", "rather_not_say", "skipped")


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Answer]:
    """Any answers to all of it."""
    return {item.id: answer(item.id, draw(st.sampled_from((*item.options, *SILENT)))) for item in ITEMS.values()}


def test_everything_settled_is_a_yes() -> None:
    result = consider(given(), MODEL)
    assert (result.outcome, result.rules, result.questions, result.terms) == (Advice.TAKE, (), (), ())


@pytest.mark.parametrize(
    ("changed", "outcome", "rule"),
    [
        ({"seen__law": "yes"}, Advice.DECLINE, "law"),
        ({"seen__conduct": "yes"}, Advice.DECLINE, "conduct"),
        ({"seen__untrue": "yes"}, Advice.DECLINE, "untrue"),
        ({"seen__rule": "yes"}, Advice.DECLINE, "rule_refused"),
        ({"agreed__payment": "refused"}, Advice.DECLINE, "rule_refused"),
        ({"signed": "refused"}, Advice.DECLINE, "rule_refused"),
        ({"their_terms": "cannot"}, Advice.DECLINE, "their_terms"),
        ({"offer": "below_fixed"}, Advice.DECLINE, "offer_fixed"),
        ({"doubt": "slight", "doubt__settled": "no"}, Advice.DECLINE, "doubt"),
        ({"fit__room": "no", "fit__goal": "no"}, Advice.DECLINE, "misfits"),
        ({"seen__late": "yes", "seen__free": "yes", "seen__price": "yes"}, Advice.DECLINE, "pattern"),
        ({"seen__late": "yes", "agreed__hours": "aloud"}, Advice.TAKE_WITH_TERMS, "signs"),
        ({"seen__price": "yes", "agreed__payment": "no"}, Advice.TAKE_WITH_TERMS, "signs"),
        ({"seen__hurry": "yes", "signed": "later"}, Advice.TAKE_WITH_TERMS, "signs"),
        ({"fit__room": "no"}, Advice.TAKE_WITH_TERMS, "misfit"),
        ({"doubt": "strong", "doubt__settled": "yes"}, Advice.TAKE_WITH_TERMS, "doubt_term"),
        ({"offer": "below_open"}, Advice.TAKE_WITH_TERMS, "offer_open"),
        ({"their_terms": "talk"}, Advice.TAKE_WITH_TERMS, "their_terms_talk"),
        ({"asked__goal": "no"}, Advice.TAKE_WITH_TERMS, "unasked"),
        ({"agreed__scope": "aloud"}, Advice.TAKE_WITH_TERMS, "unwritten"),
        ({"signed": "later"}, Advice.TAKE_WITH_TERMS, "unwritten"),
        ({"seen__conduct": "skipped"}, Advice.TAKE_WITH_TERMS, "unknown"),
    ],
)
def test_each_rule_by_itself(changed: dict[str, str], outcome: Advice, rule: str) -> None:
    result = consider(given(**changed), MODEL)
    assert result.outcome is outcome and result.rules[0] == rule


def test_what_has_shown_is_settled_once_the_term_for_it_stands_in_writing() -> None:
    shown = dict.fromkeys(("seen__late", "seen__changing"), "yes")
    assert consider(given(**shown), MODEL).outcome is Advice.TAKE
    assert consider(given(**shown, agreed__rounds="aloud"), MODEL).terms == ("rounds",)


def test_what_is_open_becomes_a_question_or_a_term() -> None:
    result = consider(given(asked__goal="no", agreed__scope="aloud", seen__changing="yes", offer="below_open"), MODEL)
    assert result.questions == ("goal",)
    assert result.terms == ("scope", "rate")


@drawn(answers(), st.sampled_from(("seen.law", "seen.conduct", "seen.untrue", "seen.rule")))
def test_nothing_makes_up_for_what_declines(given_to_all: dict[str, Answer], sign: str) -> None:
    assert consider({**given_to_all, sign: answer(sign, "yes")}, MODEL).outcome is Advice.DECLINE


@drawn(answers(), st.sampled_from([item for item in GOOD if item.startswith("seen.")]))
def test_one_more_thing_seen_never_softens(given_to_all: dict[str, Answer], sign: str) -> None:
    before = consider({**given_to_all, sign: answer(sign, "no")}, MODEL).outcome
    after = consider({**given_to_all, sign: answer(sign, "yes")}, MODEL).outcome
    assert ADVICE.index(after) >= ADVICE.index(before)


@drawn(answers())
def test_a_yes_leaves_nothing_open(given_to_all: dict[str, Answer]) -> None:
    result = consider(given_to_all, MODEL)
    if result.outcome is Advice.TAKE:
        assert not result.questions and not result.terms
    assert (result.outcome is Advice.TAKE) == (not result.rules)


@drawn(answers(), st.randoms())
def test_the_order_of_answering_does_not_matter(given_to_all: dict[str, Answer], order: object) -> None:
    mixed = list(given_to_all.items())
    order.shuffle(mixed)  # type: ignore[attr-defined]
    assert consider(dict(mixed), MODEL) == consider(given_to_all, MODEL)


def test_what_could_be_seen_is_named_with_what_it_may_become() -> None:
    seen = visible(given(seen__late="yes", offer="below_fixed"), MODEL)
    assert [(each.item, each.signs[0]) for each in seen] == [("seen.late", "after_hours"), ("offer", "below_floor")]
