"""A questionnaire read from its file, and each mistake its author can make."""

from pathlib import Path

import pytest

from coach.engine.interview.instrument import Ask, Card, Depth, Instrument, Item, Ladder, Part, Unit, Window
from coach.engine.interview.relevance import FigureIs, Is
from coach.library.checks.instruments import instrument, response_sets
from coach.library.faults import Fault

RESPONSES = """
[sets]
yes_no = ["no", "yes"]
frequency = ["0", "1", "2", "3", "4"]
told = ["writing", "aloud", "no"]
kept = ["each", "mostly", "rarely"]
then = ["respected", "went_on", "refused"]
"""
HEAD = 'id = "small"\nversion = 3\n'
FILE = "instruments/small.toml"

OWED = '[[step]]\nitem = "owed"\nresponses = "yes_no"\n'
HAPPENED = '[[step]]\ncard = "happened"\nrows = ["calls", "mails"]\nresponses = "frequency"\nblank = "0"\n'
LADDER = '[[step]]\nladder = ["calls", "mails"]\n'


def read(root: Path, *steps: str, head: str = HEAD, responses: str = RESPONSES) -> tuple[Instrument, list[Fault]]:
    """The instrument these steps make."""
    (root / "instruments").mkdir()
    (root / "responses.toml").write_text(responses, encoding="utf-8")
    (root / FILE).write_text(head + "\n".join(steps), encoding="utf-8")
    return instrument(root, "small", {"calls": 2}, frozenset({"limits.floor"}))


def step(item: str, *lines: str, responses: str = "yes_no") -> str:
    return "\n".join(["[[step]]", f'item = "{item}"', f'responses = "{responses}"', *lines, ""])


# ---- What is read


def test_items_cards_and_ladders_in_their_order(tmp_path: Path) -> None:
    amount = '[[step]]\nitem = "amount"\nask = "number"\nunit = "money"\nleast = 0\n'
    amount += 'relevant = { item = "owed", is = ["yes"] }\n'
    built, faults = read(tmp_path, OWED, amount, HAPPENED, LADDER, head=HEAD + "weeks = 6\n")
    assert faults == []
    assert (built.id, built.version, built.weeks, built.weights) == ("small", 3, 6, {"calls": 2})
    owed, money, card, ladder = built.order
    assert owed == Item("owed", options=("no", "yes"), responses="yes_no")
    assert money == Item("amount", Ask.NUMBER, relevant=Is("owed", frozenset({"yes"})), unit=Unit.MONEY, least=0)
    assert card == Card("happened", ("calls", "mails"), "0", window=Window.NOW)
    assert ladder == Ladder(("calls", "mails"), 3)
    assert [item.id for item in built.follow_ups("calls")] == [f"calls.{part}" for part in Part]
    assert built.items["calls.kept"].options == ("each", "mostly", "rarely")


def test_the_ladder_says_how_deep_its_follow_ups_are_and_what_they_rest_on(tmp_path: Path) -> None:
    built, faults = read(tmp_path, HAPPENED, LADDER, head=HEAD + '[ladder]\ndepth = "full"\nsources = ["S000-04"]\n')
    assert faults == []
    assert (built.items["calls.told"].depth, built.items["calls.told"].sources) == (Depth.FULL, ("S000-04",))


def test_limits_may_be_asked_for_though_they_stand_elsewhere(tmp_path: Path) -> None:
    built, faults = read(tmp_path, step("paid", 'relevant = { item = "limits.floor", at_least = 1 }'))
    assert faults == []
    assert built.items["paid"].relevant == FigureIs("limits.floor", at_least=1)


# ---- What is wrong with a step


@pytest.mark.parametrize(
    ("steps", "block", "problem", "remedy"),
    [
        (
            [step("owed", responses="yes_noo")],
            "owed",
            "uses the answers 'yes_noo', which responses.toml does not list",
            "Did you mean yes_no?",
        ),
        ([OWED, OWED], "owed", "has an id that is used twice", "Give one of them another id"),
        ([HAPPENED, step("calls")], "calls", "has an id that is used twice", "Give one of them another id"),
        (
            [HAPPENED, HAPPENED.replace('"calls", "mails"', '"favours"')],
            "happened",
            "has an id that is used twice",
            "Give one of them another id",
        ),
        (
            [HAPPENED.replace('"mails"', '"calls"')],
            "calls",
            "has an id that is used twice",
            "Give one of them another id",
        ),
        (
            [OWED, step("left", 'relevant = { item = "owd", is = ["yes"] }')],
            "left",
            "names the item owd, which does not exist",
            "Did you mean owed?",
        ),
        (
            [step("left", 'relevant = { item = "owed", is = ["yes"] }'), OWED],
            "left",
            "leans on owed, which is asked later",
            "Move it below, or ask for an earlier item",
        ),
        (
            [step("left", 'relevant = { item = "left", is = ["yes"] }')],
            "left",
            "leans on left, which is asked later",
            "Move it below, or ask for an earlier item",
        ),
        (
            [OWED, step("left", 'relevant = { item = "owed", is = ["yess"] }')],
            "left",
            "asks whether owed is yess, which is none of its answers",
            "Did you mean yes?",
        ),
        (
            [OWED, step("left", 'relevant = { item = "owed", at_least = 3 }')],
            "left",
            "compares owed, which is no number",
            "Use is = [ … ]",
        ),
        (
            [OWED, step("left", 'relevant = { measure = "told", reaches = 1 }')],
            "left",
            "asks for the measure told",
            "Ask for items here; measures belong to the model",
        ),
        (
            [
                OWED,
                step("left", 'relevant = { all = [{ item = "owed", is = ["yes"] }, { item = "owed", is = ["no"] }] }'),
            ],
            "left",
            "can never be asked: its condition never holds",
            "Mend `relevant`",
        ),
        (
            [OWED, step("left", 'depth = "quick"', 'relevant = { item = "owed", is = ["yes"] }')],
            "left",
            "is quick but leans on owed, which only the full check asks",
            "Give both one depth",
        ),
        (
            [OWED, step("left", 'relevant = { item = "owed", is = "yes" }')],
            "left",
            "asks whether owed is 'yes'",
            'Write is = ["yes"], a list of option ids',
        ),
        (
            [OWED, step("left", "relevent = 3")],
            "left",
            "has a field `relevent` that nothing reads",
            "Did you mean relevant or lever or heaviest?",
        ),
        (
            [OWED, step("left", 'relevant = "always"')],
            "left",
            "has text at `relevant`, where a table in braces belongs",
            "Write it in braces: { … = … }",
        ),
        (
            [OWED, step("left", "depth = 2")],
            "left",
            "has a whole number at `depth`, where text in quotes belongs",
            "Use one of full, quick",
        ),
        (
            ['[[step]]\nitem = "amount"\nask = "number"\n'],
            "amount",
            "asks for a number without a unit",
            'Add unit = one of "money", "hours", "minutes", "days", "months", "percent", "count", "time"',
        ),
        (
            [OWED, step("left", 'card = "both"')],
            "left",
            "is not one item, one card or one ladder",
            "Give exactly one of item, card, ladder",
        ),
        (
            [OWED, '[[step]]\nresponses = "yes_no"\n'],
            "step 2",
            "is not one item, one card or one ladder",
            "Give exactly one of item, card, ladder",
        ),
        ([HAPPENED.replace('"calls", "mails"', "")], "happened", "has no rows", 'Name its items: rows = ["…"]'),
        (
            [HAPPENED.replace('blank = "0"', 'blank = "never"')],
            "happened",
            "has blank = 'never', which is none of its answers",
            "Use one of 0, 1, 2, 3, 4",
        ),
        (
            [HAPPENED + 'unsure = "perhaps"\n'],
            "happened",
            "has unsure = 'perhaps', which is none of its answers",
            "Use one of 0, 1, 2, 3, 4",
        ),
        (
            [HAPPENED, LADDER.replace("mails", "male")],
            "ladder",
            "names male, which no card before it asks",
            "Did you mean mails?",
        ),
        ([LADDER.replace(', "mails"', ""), HAPPENED], "ladder", "names calls, which no card before it asks", None),
        ([OWED, "[[step]]\nitem = 3\n"], "3", "has a whole number at `item`, where text in quotes belongs", None),
    ],
)
def test_each_mistake_in_a_step(tmp_path: Path, steps: list[str], block: str, problem: str, remedy: str | None) -> None:
    _, (fault,) = read(tmp_path, *steps)
    assert (fault.file, fault.block, fault.problem) == (FILE, block, problem)
    assert remedy is None or fault.remedy == remedy


def test_a_card_with_unknown_answers_is_one_fault(tmp_path: Path) -> None:
    _, faults = read(tmp_path, HAPPENED.replace("frequency", "frequncy"))
    problem = "uses the answers 'frequncy', which responses.toml does not list"
    assert faults == [Fault(FILE, "happened", problem, "Did you mean frequency?")]


def test_a_quick_step_may_lean_on_one_that_both_depths_ask(tmp_path: Path) -> None:
    quick = step("owed", 'depth = "quick"')
    _, faults = read(tmp_path, quick, step("left", 'depth = "quick"', 'relevant = { item = "owed", is = ["yes"] }'))
    assert faults == []


@pytest.mark.parametrize(
    ("head", "problem", "remedy"),
    [
        ('id = "small"\n', "has no whole-number version", "Write version = 1 at the top"),
        ('id = "small"\nversion = "1"\n', "has no whole-number version", "Write version = 1 at the top"),
        ('id = "small"\nversion = 0\n', "has no whole-number version", "Write version = 1 at the top"),
        (HEAD + "weeks = 0\n", "has weeks outside 1 to 52", "Write weeks = 4"),
        (HEAD + "weeks = 53\n", "has weeks outside 1 to 52", "Write weeks = 4"),
        ('id = "smal"\nversion = 1\n', "has the id 'smal'", 'Write id = "small", as the file is named'),
        ("version = 1\n", "has the id None", 'Write id = "small", as the file is named'),
    ],
)
def test_each_mistake_at_the_top(tmp_path: Path, head: str, problem: str, remedy: str) -> None:
    assert read(tmp_path, OWED, head=head)[1] == [Fault(FILE, "file", problem, remedy)]


def test_a_mistake_in_the_ladders_own_block(tmp_path: Path) -> None:
    _, faults = read(tmp_path, HAPPENED, LADDER, head=HEAD + "[ladder]\ndeep = true\n")
    assert faults == [Fault(FILE, "ladder", "has a field `deep` that nothing reads", "Did you mean depth?")]


def test_a_ladder_needs_the_answers_of_its_rungs(tmp_path: Path) -> None:
    short = "\n".join(line for line in RESPONSES.splitlines() if not line.startswith("kept"))
    _, faults = read(tmp_path, HAPPENED, LADDER.replace(', "mails"', ""), responses=short)
    assert [(fault.block, fault.problem) for fault in faults] == [
        ("ladder", "uses the answers 'kept', which responses.toml does not list")
    ]


def test_the_faults_of_several_steps_come_together(tmp_path: Path) -> None:
    _, faults = read(
        tmp_path,
        OWED,
        step("left", "relevent = 3"),
        step("paid", responses="maybe"),
        step("late", 'relevant = { item = "owd", is = ["yes"] }'),
        OWED,
    )
    assert {fault.block for fault in faults} == {"left", "paid", "late", "owed"}


# ---- Response sets


@pytest.mark.parametrize(
    ("text", "block", "problem"),
    [
        ('[sets]\nyes_no = ["no", "yes", "no"]', "sets.yes_no", "lists an option twice"),
        ('[sets]\nyes_no = "no, yes"', "sets.yes_no", "is text, where a list in square brackets belongs"),
        ("[sets]\nyes_no = [0, 1]", "sets.yes_no", "has a whole number at entry 1, where text in quotes belongs"),
    ],
)
def test_each_mistake_in_a_set_of_answers(tmp_path: Path, text: str, block: str, problem: str) -> None:
    (tmp_path / "responses.toml").write_text(text, encoding="utf-8")
    _, (fault,) = response_sets(tmp_path)
    assert (fault.file, fault.block, fault.problem) == ("responses.toml", block, problem)


def test_sets_of_answers_keep_their_order(tmp_path: Path) -> None:
    (tmp_path / "responses.toml").write_text(RESPONSES, encoding="utf-8")
    sets, faults = response_sets(tmp_path)
    assert faults == []
    assert sets["told"] == ("writing", "aloud", "no")
