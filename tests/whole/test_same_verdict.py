"""The same answers, typed, pressed on the screens or read from a file, give the same recommendation to the byte."""

import asyncio
import json
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from coach.casebook.book import Casebook
from coach.casebook.checks.answers_file import read_answers_file
from coach.casebook.checks.sitting import Sitting
from coach.engine.interview.answer import Answer, AnswerKind
from coach.engine.interview.instrument import Depth
from coach.formats.units import write_figure
from coach.library.library import Library
from screens.app import CoachApp
from screens.checks.ask import AskScreen
from screens.frame.keys import echo as key_echo
from tests.prompts.scripted import LETTERS, Script, typed
from tests.screens.pilots import press, settled
from tests.shared.answer_sets import CHECK, Given, all_given, answer_sets

NAMES = count()
FEW = settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def kept(book: Casebook, assessment_id: int) -> str:
    """What was kept of a recommendation, as it stands in the file."""
    query = "SELECT outcome, subtype, reasons, context FROM verdict WHERE assessment_id = ?"
    row = book.store.one(query, [assessment_id])
    assert row is not None
    return "\n".join(str(value) for value in row)


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same key may follow itself at once, as a pilot presses it."""
    monkeypatch.setattr(key_echo, "WITHIN", 0.0)


# ---- Keys


def pressed(given: Given) -> list[str]:
    """The keys somebody presses to give those answers."""
    if given.item is None:
        assert given.step.card is not None
        blank = given.step.card.blank
        rows = [_row(str(place), answer) for place, answer in enumerate(given.answers, 1) if answer.token != blank]
        return [*(key for keys in rows for key in keys), "enter"]
    line = typed(given)
    if not given.item.unit:
        return [line]
    return ["escape", line] if line in LETTERS.values() else [*line, "enter"]


def _row(digit: str, answer: Answer) -> list[str]:
    """A digit ticks its row, twice says that one is not sure, and a letter leaves the row under the cursor unsaid."""
    if answer.option == "not_sure":
        return [digit, digit]
    return [digit, LETTERS[answer.kind]] if answer.kind in LETTERS else [digit]


async def on_screen(book: Casebook, sitting: Sitting, acts: list[Given]) -> None:
    """Press all of it, and finish."""
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = AskScreen(sitting)
        await app.push_screen(screen)
        await settled(pilot)
        for act in acts:
            await pilot.press(*pressed(act))
        assert screen.current.step is None
        await press(pilot, "f")


# ---- An answers file


def written(depth: Depth, answers: dict[str, Answer]) -> str:
    """An answers file that says the same."""
    lines = [f'depth = "{depth}"']
    for item, answer in answers.items():
        lines.append(f"{json.dumps(item)} = {json.dumps(_value(item, answer))}")
    return "\n".join(lines) + "\n"


def _value(item: str, answer: Answer) -> str:
    unit = CHECK.items[item].unit
    if answer.kind is AnswerKind.NUMBER:
        assert unit is not None and answer.low is not None and answer.high is not None
        return write_figure(answer.low, answer.high, unit.value)
    return answer.option if answer.kind is AnswerKind.OPTION else answer.kind.value


# ---- The same


@FEW
@given(answer_sets())
def test_typed_pressed_and_handed_over_give_the_same(
    set_up: Casebook, steady: None, tmp_path: Path, answers: tuple[Depth, list[Given]]
) -> None:
    depth, acts = answers
    book, client = set_up, set_up.clients.add(f"Client {next(NAMES)}")

    file = tmp_path / "answers.toml"
    file.write_text(written(depth, dict(all_given(depth, acts))), encoding="utf-8")
    sheet = read_answers_file(file, CHECK, Library().words.lexicon)
    handed = book.checks.assess(client.id, sheet.answers, sheet.depth)

    script = Script("1", *map(typed, acts), "f", "q")
    assert script.shell(book).run(lambda shell: shell.checks.through(client, depth)) == 0
    assert not script.lines, script.text[-3000:]
    prompted = book.checks.latest(client.id)

    sitting = book.checks.begin(client.id, depth)
    asyncio.run(on_screen(book, sitting, acts))
    shown = book.checks.latest(client.id)

    assert prompted is not None
    assert shown is not None
    assert len({handed.id, prompted.id, shown.id}) == 3
    assert kept(book, prompted.assessment.id) == kept(book, handed.assessment.id)
    assert kept(book, shown.assessment.id) == kept(book, handed.assessment.id)
    book.clients.archive(client.id)
