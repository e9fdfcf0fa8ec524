"""Signs, boundaries and the decision model read from their files, and each mistake their author can make."""

from pathlib import Path

import pytest

from coach.engine.interview.instrument import Ask, Item
from coach.engine.interview.relevance import NEVER, Is, Reaches
from coach.engine.verdict.signs import Shares, Sign, SignClass
from coach.engine.verdict.verdict import Outcome, Rule, Threshold
from coach.library.checks.model import boundaries, cited, model, model_faults, signs
from coach.library.faults import BrokenContent, Fault
from coach.library.library import Library

BOUNDARIES = '[boundary]\nscope = { sources = ["S000-17"] }\nchannels = {}\n'
SIGNS = """
[sign.channel]
class = "conditional"
weight = 1
boundary = "channels"
sources = ["S001-95"]

[sign.lie]
class = "knock_out"
branch = "legal"
confirmed = { item = "lie", is = ["yes"] }
unclear = { item = "lie", is = ["not_sure"] }
"""
MODEL = """
version = 2
enough = 0.7
near = 1.0
strong = 4

[shares]
refused = 1.0
enforced = 1.0
mostly_kept = 0.75
rarely_kept = 0.5
unstated = 0.25

[thresholds]
A = { value = 10 }
C = { value = 6, raised = 8, speaks = 2 }

[when]
worse = { item = "direction", is = ["worse"] }

[pace]
collect_first = { item = "owed", is = ["yes"] }

[[rule]]
id = "stop"
outcome = "leave_now"
when = { measure = "knock_outs", reaches = 1 }

[[rule]]
id = "told"
outcome = "reset"
subtype = "restart"
second_look = true
when = { measure = "told", reaches = "C" }
"""
ITEMS = {
    "channel": Item("channel", options=("0", "1", "2", "3", "4")),
    "lie": Item("lie", options=("no", "yes", "not_sure")),
    "direction": Item("direction", options=("better", "same", "worse")),
    "owed": Item("owed", options=("no", "yes")),
    "share": Item("share", ask=Ask.NUMBER),
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    for name, text in (("model", MODEL), ("signs", SIGNS), ("boundaries", BOUNDARIES)):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def change(pack: Path, name: str, old: str, new: str) -> None:
    path = pack / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# ---- What is read


def test_boundaries_keep_their_order_and_sources(pack: Path) -> None:
    assert boundaries(pack) == ({"scope": ("S000-17",), "channels": ()}, [])


def test_signs(pack: Path) -> None:
    (channel, lie), faults = signs(pack)
    assert faults == []
    assert channel == Sign("channel", SignClass.CONDITIONAL, 1, "channels", sources=("S001-95",))
    assert (lie.kind, lie.branch) == (SignClass.KNOCK_OUT, "legal")
    assert lie.confirmed == Is("lie", frozenset({"yes"}))
    assert cited(lie) == ("lie", "lie")


def test_levels_and_weights_of_a_sign(pack: Path) -> None:
    more = """
levels = [{ level = 2, when = { item = "late", is = ["two"] } }, { level = 1, when = { item = "late", is = ["one"] } }]
weights = [{ weight = 3, when = { item = "late.effect", is = ["hurts"] } }]
"""
    change(pack, "signs", 'boundary = "channels"', 'boundary = "channels"' + more)
    (channel, _), faults = signs(pack)
    assert faults == []
    assert channel.levels == ((2, Is("late", frozenset({"two"}))), (1, Is("late", frozenset({"one"}))))
    assert channel.weights == ((3, Is("late.effect", frozenset({"hurts"}))),)
    assert cited(channel) == ("late", "late", "late.effect")


def test_the_model(pack: Path) -> None:
    built, faults = model(pack)
    assert faults == []
    assert built is not None
    assert (built.version, built.enough, built.near, built.strong) == (2, 0.7, 1.0, 4)
    assert built.shares == Shares(1.0, 1.0, 0.75, 0.5, 0.25)
    assert built.thresholds == {"A": Threshold(10), "C": Threshold(6, 8, 2)}
    assert built.rules == (
        Rule("stop", Outcome.LEAVE_NOW, Reaches("knock_outs", 1)),
        Rule("told", Outcome.RESET, Reaches("told", "C"), "restart", True),
    )
    assert (built.worse, built.better) == (Is("direction", frozenset({"worse"})), NEVER)
    assert built.paces == {"collect_first": Is("owed", frozenset({"yes"}))}
    assert model_faults(built, ITEMS, frozenset()) == []


# ---- What is wrong


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        (
            "boundaries",
            "channels = {}",
            'channels = { sauces = ["S1"] }',
            Fault(
                "boundaries.toml",
                "channels",
                "has a field `sauces` that nothing reads",
                "Did you mean sources or stress?",
            ),
        ),
        (
            "boundaries",
            "channels = {}",
            'channels = { sources = "S1" }',
            Fault(
                "boundaries.toml",
                "channels",
                "has text at `sources`, where a list in square brackets belongs",
                'Write it in square brackets: ["…", "…"]',
            ),
        ),
        (
            "signs",
            '"channels"',
            '"chanels"',
            Fault(
                "signs.toml",
                "channel",
                "names the boundary chanels, which boundaries.toml does not list",
                "Did you mean channels?",
            ),
        ),
        ("signs", "weight = 1", "weight = 4", Fault("signs.toml", "channel", "has the weight 4", "Give it 1, 2 or 3")),
        ("signs", "weight = 1\n", "", Fault("signs.toml", "channel", "has the weight 0", "Give it 1, 2 or 3")),
        (
            "signs",
            "weight = 1",
            "weight = 1.5",
            Fault(
                "signs.toml",
                "channel",
                "has a number with a point at `weight`, where a whole number belongs",
                "Write a whole number without quotes, such as 2",
            ),
        ),
        (
            "signs",
            '"knock_out"',
            '"knockout"',
            Fault(
                "signs.toml", "lie", "has knockout at `class`, which is none of its choices", "Did you mean knock_out?"
            ),
        ),
        (
            "signs",
            'is = ["yes"]',
            'is = "yes"',
            Fault("signs.toml", "lie", "asks whether lie is 'yes'", 'Write is = ["yes"], a list of option ids'),
        ),
        ("model", "strong = 4\n", "", Fault("model.toml", "file", "lacks the field `strong`", "Add a line strong = …")),
        (
            "model",
            "near = 1.0",
            "near = 1.0\nnaer = 2",
            Fault("model.toml", "file", "has a field `naer` that nothing reads", "Did you mean near or pace?"),
        ),
        (
            "model",
            "unstated = 0.25",
            "unstated = 1.25",
            Fault("model.toml", "shares", "has a share outside 0 to 1", "Write each as a part of one"),
        ),
        (
            "model",
            "unstated = 0.25\n",
            "",
            Fault("model.toml", "shares", "lacks the field `unstated`", "Add a line unstated = …"),
        ),
        (
            "model",
            "A = { value = 10 }",
            "A = { vallue = 10 }",
            Fault("model.toml", "thresholds.A", "has a field `vallue` that nothing reads", "Did you mean value?"),
        ),
        (
            "model",
            "A = { value = 10 }",
            "A = { speaks = 2 }",
            Fault("model.toml", "thresholds.A", "lacks the field `value`", "Add a line value = …"),
        ),
        (
            "model",
            'reaches = "C"',
            'reaches = "Q"',
            Fault("model.toml", "told", "names the threshold Q", "Use one of A, C"),
        ),
        (
            "model",
            'id = "told"',
            'id = "stop"',
            Fault("model.toml", "stop", "has an id that is used twice", "Give one of them another id"),
        ),
        ("model", 'id = "told"\n', "", Fault("model.toml", "rule 2", "lacks the field `id`", "Add a line id = …")),
        (
            "model",
            'outcome = "reset"',
            'outcome = "rest"',
            Fault("model.toml", "told", "has rest at `outcome`, which is none of its choices", "Did you mean reset?"),
        ),
        (
            "model",
            "worse =",
            "wores =",
            Fault("model.toml", "when.wores", "is a word nothing reads", "Did you mean worse?"),
        ),
        (
            "model",
            'collect_first = { item = "owed", is = ["yes"] }',
            "collect_first = { all = [] }",
            Fault(
                "model.toml", "pace.collect_first", "has an empty `all`", "Put at least one condition into all = [ … ]"
            ),
        ),
    ],
)
def test_each_mistake(pack: Path, name: str, old: str, new: str, fault: Fault) -> None:
    change(pack, name, old, new)
    assert model(pack)[1] == [fault]


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        (
            "model",
            '"knock_outs"',
            '"knockouts"',
            Fault("model.toml", "stop", "asks for the measure knockouts", "Did you mean knock_outs?"),
        ),
        (
            "model",
            'item = "direction"',
            'item = "directon"',
            Fault(
                "model.toml", "when.worse", "names the item directon, which does not exist", "Did you mean direction?"
            ),
        ),
        (
            "model",
            'is = ["yes"]',
            'is = ["yess"]',
            Fault(
                "model.toml",
                "pace.collect_first",
                "asks whether owed is yess, which is none of its answers",
                "Did you mean yes?",
            ),
        ),
        (
            "model",
            'item = "owed", is = ["yes"]',
            'item = "owed", below = 3',
            Fault("model.toml", "pace.collect_first", "compares owed, which is no number", "Use is = [ … ]"),
        ),
        (
            "signs",
            'item = "lie", is = ["not_sure"]',
            'item = "lies", is = ["not_sure"]',
            Fault("signs.toml", "lie", "names the item lies, which does not exist", "Did you mean lie?"),
        ),
        (
            "signs",
            "[sign.channel]",
            "[sign.chatter]",
            Fault("signs.toml", "chatter", "is asked by no item", "Add it to a card of an instrument"),
        ),
    ],
)
def test_each_name_that_stands_for_nothing(pack: Path, name: str, old: str, new: str, fault: Fault) -> None:
    change(pack, name, old, new)
    built, faults = model(pack)
    assert built is not None
    assert faults == []
    assert model_faults(built, ITEMS, frozenset()) == [fault]


def test_limits_may_be_asked_for_though_no_check_asks_them(pack: Path) -> None:
    change(pack, "model", 'item = "owed", is = ["yes"]', 'item = "limits.buffer", below = 3')
    built, _ = model(pack)
    assert built is not None
    assert model_faults(built, ITEMS, frozenset({"limits.buffer"})) == []
    assert [fault.block for fault in model_faults(built, ITEMS, frozenset())] == ["pace.collect_first"]


def test_the_faults_of_several_blocks_come_together(pack: Path) -> None:
    change(pack, "boundaries", "channels = {}", "channels = { sauces = [] }")
    change(pack, "signs", "weight = 1", "weight = 9")
    change(pack, "model", "A = { value = 10 }", "A = {}")
    change(pack, "model", "[when]", '[when]\nsoon = { item = "owed", is = ["yes"] }')
    change(pack, "model", 'id = "told"\n', "")
    found = [(fault.file, fault.block) for fault in model(pack)[1]]
    assert set(found) == {
        ("boundaries.toml", "channels"),
        ("signs.toml", "channel"),
        ("model.toml", "thresholds.A"),
        ("model.toml", "when.soon"),
        ("model.toml", "rule 2"),
    }
    assert len(found) == 5


def test_a_model_without_its_shares_cannot_be_used(pack: Path) -> None:
    change(pack, "model", "refused = 1.0\n", "")
    assert model(pack)[0] is None


def test_a_threshold_may_only_be_raised_upwards(pack: Path) -> None:
    change(pack, "model", "raised = 8", "raised = 4")
    assert [fault.block for fault in model(pack)[1]] == ["thresholds.C"]


@pytest.mark.parametrize("line", ["levels = [{ level = 9, ", "weights = [{ weight = 9, "])
def test_levels_run_to_four_and_weights_to_three(pack: Path, line: str) -> None:
    change(
        pack,
        "signs",
        'boundary = "channels"',
        'boundary = "channels"\n' + line + 'when = { item = "lie", is = ["yes"] } }]',
    )
    assert [fault.block for fault in signs(pack)[1]] == ["channel"]


def test_the_thresholds_alone_are_those_of_the_model(pack: Path) -> None:
    alone, whole = Library(pack), Library(pack)
    assert alone.thresholds == whole.model.thresholds == {"A": Threshold(10), "C": Threshold(6, 8, 2)}
    assert "model" not in vars(alone) and whole.thresholds is whole.model.thresholds


@pytest.mark.parametrize("line", ['A = { value = "ten" }', "A = 10", "A = { value = 10, nearly = 1 }", "A = {}"])
def test_thresholds_that_cannot_be_used_are_said_by_the_whole_model(pack: Path, line: str) -> None:
    written = (pack / "model.toml").read_text().replace("A = { value = 10 }", line)
    (pack / "model.toml").write_text(written)
    with pytest.raises(BrokenContent) as refused:
        Library(pack).thresholds  # noqa: B018
    assert refused.value.faults == tuple(model(pack)[1])
