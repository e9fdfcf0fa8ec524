"""What a check costs the person who answers it: words to read, keys to press, and whether each question is owed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from coach.casebook.checks.answers_file import answers_from, read_answers_file
from coach.engine.interview.answer import Answers
from coach.engine.interview.instrument import Depth, Instrument
from coach.engine.interview.interview import Interview, Step, StepKind
from coach.engine.pulse import FIXED, NOTE
from coach.formats.units import write_figure
from coach.library.library import Library

SHELF = Library()
LEXICON = SHELF.words.lexicon
CHECK = SHELF.instrument("client-check")
WORDS_A_SECOND = 4
SECONDS_A_KEY = 1
BEFORE = SHELF.instrument("prospect-check")
QUICK, FULL, SIGNING = 90, 7 * 60, 4 * 60
HEAVY_QUICK, HEAVIEST_QUICK = 110, 130
"""Seconds for a quick check in which everything happened at once; the ninety are for the usual client."""
STEPS = 30
LATER = ("late_payment.", "owed.")
"""The follow-ups of late payment and of money owed."""
CASES = sorted(Path(__file__).parent.glob("C*.toml"))

HEAVY: dict[str, object] = {
    "depth": "quick", "confirm_cards": True,
    "refuses_limits": ["2", "writing", "each", "went_on"], "after_hours": ["3", "aloud", "mostly", "went_on"],
    "scope_creep": ["3", "writing", "each", "went_on"], "recent": "yes",
    "late_payment": "two", "late_payment.days": "up_to_30", "late_payment.effect": "hurts",
    "owed": "yes", "owed.state": "reminded", "owed.agreed": "writing", "worth_it": "no",
}  # fmt: skip
"""Three of nine behaviours with their follow-ups, late payment, and money owed."""
REFUSED = {**HEAVY, "owed.state": "refused", "still_to_deliver": "can_stop", "other_contact": "asked"}
"""The same, and the money was refused: nothing quick is longer."""


@dataclass(frozen=True)
class Effort:
    """What one check takes."""

    steps: int
    words: int
    keys: int

    @property
    def seconds(self) -> float:
        return self.words / WORDS_A_SECOND + self.keys * SECONDS_A_KEY

    def __str__(self) -> str:
        return f"{self.steps} steps, {self.words} words, {self.keys} keys, {self.seconds:.0f} s"


def effort(depth: Depth, answers: Answers, check: Instrument = CHECK) -> Effort:
    """The effort of a check that gets these answers, with one key at the end to finish."""
    run = Interview.begin(check, depth, answers)
    assert run.step is None
    # What comes back word for word, a ticked row or the questions and answers of the ladder, is known by then.
    texts = dict.fromkeys(text for step in run.steps() for text in read(step, run.answers, check))
    words = sum(len(text.split()) for text in texts)
    return Effort(len(run.steps()), words, 1 + sum(presses(step, run.answers) for step in run.steps()))


def read(step: Step, answers: Answers, check: Instrument = CHECK) -> Iterator[str]:
    """The words of a step that one must read: a card's question and rows, or a question and its options.

    Options are read down to the one that is chosen, or all of them where none is.
    """
    words = SHELF.words
    if step.card is not None:
        yield words.card(check.id, step.card.id, "ask")
        yield from (words.item(check.id, row, "row") for row in step.card.rows)
        return
    for item in step.items:
        how_often = step.kind is StepKind.ROW and item.part is None
        yield words("ask.how_often_asked") if how_often else words.item(check.id, item.id, "ask")
        for option in item.options:
            yield words.option(item.responses, option)
            if option == answers[item.id].option:
                break


def presses(step: Step, answers: Answers) -> int:
    """The keys of a step: a digit a tick or an answer, each digit of a figure, and Enter after a card or a figure."""
    if step.card is not None:
        ticks = [answers[row] for row in step.card.rows if answers[row].token != step.card.blank]
        return 1 + sum(2 if tick.option == step.card.unsure and tick.option else 1 for tick in ticks)
    keys = 0
    for item in step.items:
        given = answers[item.id]
        figures = given.low is not None and given.high is not None and item.unit is not None
        keys += 1 + len(write_figure(given.low, given.high, item.unit)) if figures else 1
    return keys


def of_case(path: Path, depth: Depth) -> Effort:
    """The effort of a calibration case; in the quick depth, of what that asks of it."""
    answers = dict(read_answers_file(path, CHECK, LEXICON).answers)
    quick = {item for item, each in CHECK.items.items() if each.depth is Depth.QUICK}
    return effort(depth, {item: each for item, each in answers.items() if depth is Depth.FULL or item in quick})


# ---- What it comes to


@pytest.mark.parametrize(("depth", "most"), [(Depth.QUICK, QUICK), (Depth.FULL, FULL)])
def test_the_median_case_takes_no_longer_than_promised(depth: Depth, most: int) -> None:
    efforts = sorted((of_case(path, depth) for path in CASES), key=lambda each: each.seconds)
    assert len(efforts) > 30
    median = efforts[len(efforts) // 2]
    assert median.seconds <= most, f"median {median}; longest {efforts[-1]}"
    assert median.steps <= STEPS, f"median {median}; longest {efforts[-1]}"


def test_the_longest_full_case_takes_no_longer_than_promised() -> None:
    longest = max((of_case(path, Depth.FULL) for path in CASES), key=lambda each: each.seconds)
    assert longest.seconds <= FULL, str(longest)


@pytest.mark.parametrize(("name", "said", "most"), [("owed", HEAVY, HEAVY_QUICK), ("refused", REFUSED, HEAVIEST_QUICK)])
def test_a_quick_check_in_which_everything_happened_stays_short(name: str, said: dict[str, object], most: int) -> None:
    taken = effort(Depth.QUICK, answers_from(said, CHECK, LEXICON).answers)
    assert taken.seconds <= most, f"{name}: {taken}"


def test_the_check_before_signing_takes_no_longer_than_promised_whatever_is_answered() -> None:
    said = {item: each.options[-1] for item, each in BEFORE.items.items()}
    longest = effort(Depth.FULL, answers_from(said, BEFORE, LEXICON).answers, BEFORE)
    assert longest.seconds <= SIGNING, str(longest)
    assert longest.steps == len(BEFORE.order)


def test_all_words_are_counted_and_each_key() -> None:
    said = {**HEAVY, "late_payment": "none", "owed": "no"}
    without = effort(
        Depth.QUICK, answers_from({k: v for k, v in said.items() if not k.startswith(LATER)}, CHECK, LEXICON).answers
    )
    taken = effort(Depth.QUICK, answers_from(HEAVY, CHECK, LEXICON).answers)
    assert (taken.steps - without.steps, taken.keys - without.keys) == (4, 4)
    assert taken.words > without.words


# ---- What it is owed


def test_every_item_says_why_and_what_it_rests_on() -> None:
    shelves = (CHECK, SHELF.instrument("limits"), SHELF.instrument("pulse"), BEFORE)
    items = [(shelf, item) for shelf in shelves for item in shelf.items.values()]
    assert len(items) > 100
    assert [item.id for shelf, item in items if not SHELF.words.item(shelf.id, item.id, "why").strip()] == []
    assert [item.id for _, item in items if not item.sources] == []


@pytest.mark.parametrize("name", ["client-check", "limits", "pulse", "prospect-check"])
def test_nothing_to_read_is_longer_than_its_place(name: str) -> None:
    asked = SHELF.instrument(name)
    rows = asked.carded()
    long = [f"{item.id}: ask" for item in asked.items.values() if len(SHELF.words.item(name, item.id, "ask")) > 150]
    long += [f"{row}: row" for row in rows if len(SHELF.words.item(name, row, "row")) > 66]
    long += [
        f"{item.id}: {option}"
        for item in asked.items.values()
        for option in item.options
        if len(SHELF.words.option(item.responses, option)) > 60
    ]
    assert long == []


# ---- The check-in

MINUTE = 60


def pulse_effort(watched: int, money: bool, note: bool) -> Effort:
    """A check-in with everything said: its questions and answers read once, and every key until the next one."""
    pulse, words = SHELF.instrument("pulse"), SHELF.words
    fixed = [item for name, item in pulse.items.items() if name in FIXED]
    texts = [words.item("pulse", item.id, "ask") for item in fixed]
    texts += [words.option(item.responses, option) for item in fixed for option in item.options]
    keys = sum(1 if item.options else 3 for item in fixed)  # two digits and Tab, or one digit
    if watched or money or note:
        keys += 2  # Enter opens the rest, Esc closes it
    heavy = sorted((words.item("client-check", row, "row") for row in HEAVY_ROWS), key=lambda each: -len(each.split()))
    texts += heavy[:watched]
    keys += 2 * watched
    if money:
        texts += [words.item("pulse", item.id, "ask") for item in pulse.items.values() if item.group == "money"]
        keys += 4 + 6
    if note:
        texts.append(words.item("pulse", NOTE, "ask"))
        keys += 1
    return Effort(len(fixed) + watched, sum(len(text.split()) for text in texts), keys)


HEAVY_ROWS = ("scope_creep", "mind_changing", "stalling", "rude_tone", "terms_changed", "availability_drain")


@pytest.mark.parametrize(
    ("watched", "money", "note"), [(0, False, False), (3, False, False), (3, True, False), (3, False, True)]
)
def test_a_check_in_takes_less_than_a_minute(watched: int, money: bool, note: bool) -> None:
    taken = pulse_effort(watched, money, note)
    assert taken.seconds < MINUTE, str(taken)


def test_nine_check_ins_in_one_table_take_less_than_five_minutes() -> None:
    words = sum(len(SHELF.words.item("pulse", item, "ask").split()) for item in FIXED)
    alone = pulse_effort(0, False, False)
    assert words / WORDS_A_SECOND + 9 * alone.keys * SECONDS_A_KEY < 5 * MINUTE
