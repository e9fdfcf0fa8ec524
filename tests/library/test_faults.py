"""Files that cannot be read, blocks that do not fit their shape, and what an author is told of them."""

import tomllib
from pathlib import Path

import msgspec
import pytest

from coach.library.blocks import block
from coach.library.checks.instruments import LadderBlock, StepBlock, instrument, response_sets
from coach.library.checks.model import RuleBlock, SignBlock, boundaries, model, signs
from coach.library.faults import BrokenContent, Fault, nearest
from coach.library.library import Library
from coach.library.reader import MOST, content_root, read


def test_a_fault_reads_as_a_line() -> None:
    fault = Fault("signs.toml", "channel", "has the weight 9", "Give it 1, 2 or 3")
    assert str(fault) == "signs.toml: channel: has the weight 9. Give it 1, 2 or 3."
    asked = Fault("signs.toml", "channel", "names chanels", "Did you mean channels?")
    assert str(asked) == "signs.toml: channel: names chanels. Did you mean channels?"


def test_broken_content_carries_its_faults() -> None:
    faults = [Fault("a.toml", "x", "is wrong", "Mend it"), Fault("b.toml", "y", "is missing", "Put it back")]
    broken = BrokenContent(iter(faults))
    assert broken.faults == tuple(faults)
    assert str(broken) == "a.toml: x: is wrong. Mend it.; b.toml: y: is missing. Put it back."


@pytest.mark.parametrize(
    ("word", "known", "remedy"),
    [
        ("yess", ["no", "yes"], "Did you mean yes?"),
        ("offce_hours", ["office_hours", "capacity_cap"], "Did you mean office_hours?"),
        ("kept", ["keep", "kept_up", "swept"], "Did you mean keep or kept_up or swept?"),
        ("zzz", ["b", "a"], "Use one of a, b"),
    ],
)
def test_a_remedy_names_what_comes_close(word: str, known: list[str], remedy: str) -> None:
    assert nearest(word, known) == remedy


def test_a_remedy_is_a_whole_sentence_where_nothing_is_known() -> None:
    assert not nearest("yes", []).endswith("of ")


# ---- Files


@pytest.mark.parametrize(
    ("written", "problem", "remedy"),
    [
        (b'version = 1\nid = "x', "has a quote that is not closed, near its end", 'Close it with " on the same line'),
        (b"version = \xff", "is not UTF-8 text", "Save it as UTF-8"),
        ("says = 'déjà'".encode("latin-1"), "is not UTF-8 text", "Save it as UTF-8"),
        (b"#" * (MOST + 1), "is larger than a megabyte", "Split it by noun"),
        (b"deep = " + b"[" * 5000 + b"]" * 5000, "is nested too deeply", "Write it flat"),
        (None, "is missing", "Put it back, or remove what names it"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, written: bytes | None, problem: str, remedy: str) -> None:
    if written is not None:
        (tmp_path / "signs.toml").write_bytes(written)
    raw, (fault,) = read(tmp_path, "signs.toml")
    assert raw == {}
    assert (fault.file, fault.block, fault.remedy) == ("signs.toml", "file", remedy)
    assert fault.problem.startswith(problem)


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        ('a = 1\nb = "x\nc = 2\n', "has a quote that is not closed, at line 2", "Close it"),
        ("a = 1\na = 2\n", "gives the same thing twice, at line 2", "Keep one"),
        ("a = {b = 1, b = 2}\n", "gives the same thing twice, at line 1", "Keep one"),
        ("[a]\n[b]\n[a]\n", "has the same heading in brackets twice, at line 3", "Put both under one heading"),
        ('a = ["x" "y"]\n', "has a list that is not closed, at line 1", "Put commas"),
        ('a = ["x",\n', "ends in the middle of a value, near its end", "Close the bracket"),
        ("a = {b = 1 c = 2}\n", "has braces that are not closed, at line 1", "Put commas between"),
        ("a = {b = 1,,}\n", "has a name that is not plain, at line 1", "Put it in quotes"),
        ("über = 1\n", "has a line that begins with no plain name, at line 1", "Write name = value"),
        ('a = "C:\\q"\n', "has a backslash in a text, at line 1", "Write two"),
        ("a = yes\n", "has a value that is not understood, at line 1", "Put words in straight quotes"),
        ("a = “x”\n", "has a value that is not understood, at line 1", "Put words in straight quotes"),
        ("a: 1\n", "has a line without an equals sign, at line 1", "Write name = value"),
        ("a = 1 b = 2\n", "has something left over behind a value, at line 1", "Begin a new line"),
        ("[a\nb = 1\n", "has a heading that is not closed, at line 1", "Close it with the bracket"),
    ],
)
def test_what_is_not_toml_is_said_in_words_with_its_line(tmp_path: Path, text: str, problem: str, remedy: str) -> None:
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    raw, (fault,) = read(tmp_path, "x.toml")
    assert raw == {}
    assert fault.problem.startswith(problem)
    assert fault.remedy.startswith(remedy)


def test_a_mark_before_the_first_letter_means_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("a = 1\n", encoding="utf-8-sig")
    assert read(tmp_path, "x.toml") == ({"a": 1}, [])


def test_a_folder_in_the_place_of_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "x.toml").mkdir()
    assert [fault.problem for fault in read(tmp_path, "x.toml")[1]] == ["cannot be opened"]


def test_a_file_of_a_megabyte_is_still_read(tmp_path: Path) -> None:
    text = "a = 1\n"
    (tmp_path / "x.toml").write_text(text + "#" * (MOST - len(text)), encoding="utf-8")
    assert read(tmp_path, "x.toml") == ({"a": 1}, [])


def test_a_broken_model_is_one_fault(tmp_path: Path) -> None:
    _pack(tmp_path, model="version = ")
    built, faults = model(tmp_path)
    assert built is None
    assert [(fault.file, fault.block) for fault in faults] == [("model.toml", "file")]


def test_a_broken_instrument_is_one_fault(tmp_path: Path) -> None:
    _pack(tmp_path)
    (tmp_path / "instruments").mkdir()
    (tmp_path / "instruments" / "x.toml").write_text("id = ", encoding="utf-8")
    _, faults = instrument(tmp_path, "x", {})
    assert [(fault.file, fault.block) for fault in faults] == [("instruments/x.toml", "file")]


def _pack(root: Path, **texts: str) -> None:
    for name, text in {"responses": "[sets]\n", "signs": "", "boundaries": "", **texts}.items():
        (root / f"{name}.toml").write_text(text, encoding="utf-8")


def test_faults_of_several_files_come_together(tmp_path: Path) -> None:
    _pack(tmp_path, model="version = ", signs="sign = ", boundaries="[boundary]\nconduct = { sauces = [] }\n")
    _, faults = model(tmp_path)
    assert {fault.file for fault in faults} == {"model.toml", "signs.toml", "boundaries.toml"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("responses", 'sets = "yes, no"'),
        ("responses", 'sets = [["no", "yes"]]'),
        ("boundaries", 'boundary = ["conduct"]'),
        ("signs", '[[sign]]\nid = "channel"'),
        ("instruments/x", "step = 3"),
    ],
)
def test_a_table_of_the_wrong_kind_is_a_fault(tmp_path: Path, name: str, text: str) -> None:
    _pack(tmp_path)
    (tmp_path / "instruments").mkdir()
    (tmp_path / "instruments" / "x.toml").write_text('id = "x"\nversion = 1\n', encoding="utf-8")
    (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    found = [
        *response_sets(tmp_path)[1],
        *boundaries(tmp_path)[1],
        *signs(tmp_path)[1],
        *instrument(tmp_path, "x", {})[1],
    ]
    assert f"{name}.toml" in {fault.file for fault in found}


# ---- Blocks


@pytest.mark.parametrize(
    ("shape", "text", "problem", "remedy"),
    [
        (
            SignBlock,
            'class = "conditional"\nwieght = 2',
            "has a field `wieght` that nothing reads",
            "Did you mean weight or weights?",
        ),
        (SignBlock, 'kind = "conditional"', "has a field `kind` that nothing reads", None),
        (SignBlock, "weight = 2", "lacks the field `class`", "Add a line class = …"),
        (RuleBlock, 'id = "x"\nwhen = {}', "lacks the field `outcome`", "Add a line outcome = …"),
        (
            SignBlock,
            'class = "conditional"\nweight = "two"',
            "has text at `weight`, where a whole number belongs",
            "Write a whole number without quotes, such as 2",
        ),
        (
            StepBlock,
            'card = "x"\nrows = ["a", 3]',
            "has a whole number at entry 2 of `rows`, where text in quotes belongs",
            'Put it in quotes: "…"',
        ),
        (
            SignBlock,
            'class = "economic"\nlevels = [{ level = 1, wen = {} }]',
            "has a field `wen` that nothing reads, in entry 1 of `levels`",
            "Did you mean when?",
        ),
        (
            SignBlock,
            'class = "economic"\nlevels = [{ level = "a", when = {} }]',
            "has text at `level` of entry 1 of `levels`, where a whole number belongs",
            "Write a whole number without quotes, such as 2",
        ),
        (
            SignBlock,
            'class = "economic"\nlevels = [{ level = 1, when = {} }, { level = 2 }]',
            "lacks the field `when`, in entry 2 of `levels`",
            "Add when = …",
        ),
        (
            StepBlock,
            'needs = { calls = "limits.from" }',
            "has text at an entry of `needs`, where a list in square brackets belongs",
            'Write it in square brackets: ["…", "…"]',
        ),
        (
            StepBlock,
            "needs = 3",
            "has a whole number at `needs`, where a table in braces or a list in square brackets belongs",
            "Write it in braces: { … = … }",
        ),
        (
            StepBlock,
            "summary = 2026-01-01",
            "has a date at `summary`, where true or false belongs",
            "Write true or false, without quotes",
        ),
        (LadderBlock, 'depth = "deep"', "has deep at `depth`, which is none of its choices", "Use one of full, quick"),
    ],
)
def test_a_block_that_does_not_fit(shape: type[msgspec.Struct], text: str, problem: str, remedy: str | None) -> None:
    faults: list[Fault] = []
    assert block(tomllib.loads(text), shape, "a.toml", "here", faults) is None
    (fault,) = faults
    assert (fault.file, fault.block, fault.problem) == ("a.toml", "here", problem)
    assert remedy is None or fault.remedy == remedy


def test_a_field_written_otherwise_in_the_file_is_offered_as_it_is_written() -> None:
    faults: list[Fault] = []
    block({"clas": "conditional"}, SignBlock, "a.toml", "here", faults)
    assert faults[0].remedy.startswith("Did you mean class")


# ---- The content that is really there


def test_a_library_refuses_what_it_cannot_use(tmp_path: Path) -> None:
    _pack(tmp_path, model="version = ", boundaries="[boundary]\nconduct = { sauces = [] }\n")
    library = Library(tmp_path)
    with pytest.raises(BrokenContent) as broken:
        _ = library.boundaries
    assert [fault.block for fault in broken.value.faults] == ["conduct"]
    with pytest.raises(BrokenContent):
        _ = library.model


def test_the_content_of_this_checkout_is_found_and_sound() -> None:
    library = Library()
    assert library.root == content_root()
    assert library.model.rules
    assert library.boundaries
    assert library.instrument("client-check") is library.instrument("client-check")


def test_an_instrument_nobody_wrote_is_a_fault() -> None:
    with pytest.raises(BrokenContent, match=r"instruments/weather\.toml: file: is missing"):
        Library().instrument("weather")
