"""The whole of content checked: each mistake an author can make, and exactly what is said of it."""

import re
import shutil
from pathlib import Path

import pytest

from coach.library.library import Library
from coach.library.proof.content import check, citations
from coach.library.reader import content_root
from tests.library.authors import change

CHECK, WORDS = "instruments/client-check.toml", "languages/en/client-check.toml"


def faults(root: Path) -> list[str]:
    return [str(fault) for fault in check(root) if not fault.warning]


def test_the_content_that_ships_has_no_fault() -> None:
    assert faults(content_root()) == []


# ---- Structure


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            CHECK,
            'is = ["ignored", "refused"]',
            'is = ["ignored", "refuse"]',
            "still_to_deliver: asks whether owed.state is refuse, which is none of its answers. Did you mean refused?",
        ),
        (
            CHECK,
            'relevant = { item = "owed", is = ["yes"] }',
            'relevant = { item = "owned", is = ["yes"] }',
            "owed.state: names the item owned, which does not exist. Did you mean owed or own_rule or own_late?",
        ),
        (
            CHECK,
            'relevant = { item = "owed", is = ["yes"] }',
            'relevant = "owed is yes"',
            "owed.state: has text at `relevant`, where a table in braces belongs. Write it in braces: { … = … }",
        ),
        (
            CHECK,
            'item = "share"\nask = "number"',
            'item = "share"\nask = "figure"',
            "share: has figure at `ask`, which is none of its choices. Use one of choice, code, number, words",
        ),
        (
            CHECK,
            'item = "share"\nask = "number"\nunit = "percent"\n',
            'item = "share"\nask = "number"\n',
            'share: asks for a number without a unit. Add unit = one of "money", "hours", "minutes", "days", "months", '
            '"percent", "count", "time"',
        ),
        (
            CHECK,
            "least = 0\nmost = 100",
            "least = 200\nmost = 100",
            "share: wants at least 200 and at most 100. Write the smaller one as least",
        ),
        (
            CHECK,
            'item = "worth_it"\n',
            'item = "worth_it"\nsource = ["S003-11"]\n',
            "worth_it: has a field `source` that nothing reads. Did you mean sources or unsure?",
        ),
        (
            CHECK,
            'sources = ["S003-11", "S002-48", "S002-49"]',
            'sources = ["S003-11", "S002-48", "S002-94"]',
            "worth_it: cites S002-94, which sources.toml does not hold. Did you mean S002-49 or S002-48 or S002-47?",
        ),
        (
            CHECK,
            'sources = ["S003-11", "S002-48", "S002-49"]',
            "sources = []",
            'worth_it: rests on no source. Add sources = ["…"] with ids of sources.toml',
        ),
        ("model.toml", "enough = 0.70", "enough = 70", "enough: is 70. Write it as a part of one, such as 0.70"),
        ("model.toml", "near = 1.0", "near = -1.0", "near: is -1. Write points, 0 or more"),
        ("model.toml", "near = 1.0", "near = nan", "near: is nan. Write points, 0 or more"),
        ("model.toml", "strong = 4", "strong = 0", "strong: is 0. Write points, 1 or more"),
        ("model.toml", "D = { value = 4 }", "D = { value = 0 }", "thresholds.D: has the value 0. Write points above 0"),
        (
            "model.toml",
            'sources = ["S001-82", "S002-42", "S003-53"]\n',
            "",
            'below_floor: rests on no source. Add sources = ["…"] with ids of sources.toml',
        ),
        (
            "signs.toml",
            'class = "conditional"\nweight = 1\nboundary = "channels"',
            'class = "conditional"\nweight = 1',
            'channel: names no boundary. Add boundary = "…" with an id of boundaries.toml',
        ),
        (
            "signs.toml",
            'class = "speaks"\nconfirmed = { item = "good_kind", is = ["yes"] }',
            'class = "speaks"',
            'good_kind: can never count. Add confirmed = { item = "…", is = ["…"] }',
        ),
        (
            "sources.toml",
            'S000-01 = {seed = "000", says = ',
            'S000-01 = {seed = "000", claim = ',
            "S000-01: has a field `claim` that nothing reads. Use one of says, seed, tags",
        ),
        (
            "sources.toml",
            'S000-01 = {seed = "000", ',
            "S000-01 = {seed = 0, ",
            'S000-01: has a whole number at `seed`, where text in quotes belongs. Put it in quotes: "…"',
        ),
    ],
)
def test_each_mistake_in_the_structure(root: Path, file: str, old: str, new: str, said: str) -> None:
    change(root, file, old, new)
    end = "" if said.endswith(("?", "…")) else "."
    assert faults(root) == [f"{file}: {said}{end}"]


def test_a_behaviour_that_no_ladder_follows_up(root: Path) -> None:
    change(root, CHECK, '"friend_terms"]\nheaviest', '"friend_term"]\nheaviest')
    assert faults(root) == [
        f"{CHECK}: ladder: names friend_term, which no card before it asks. Did you mean friend_terms or rude_tone?",
        "signs.toml: friend_terms: is asked without told, kept and then. Add it to the ladder of its instrument.",
    ]


def test_what_only_follows_from_a_fault_is_left_out(root: Path) -> None:
    change(root, CHECK, 'card = "happened_most"', 'card = "happened_most"\nrelevent = 3')
    assert faults(root) == [
        f"{CHECK}: happened_most: has a field `relevent` that nothing reads. "
        "Did you mean relevant or lever or heaviest?"
    ]


def test_a_file_that_cannot_be_read_is_the_only_fault(root: Path) -> None:
    change(root, CHECK, 'item = "stage"', 'item = "stage')
    (said,) = faults(root)
    assert said.startswith(f"{CHECK}: file: has a quote that is not closed, at line 1")


def test_a_heading_that_nothing_reads(root: Path) -> None:
    change(root, "boundaries.toml", "[boundary]", "[boundaries]\nx = 1\n[boundary]")
    assert faults(root) == ["boundaries.toml: boundaries: is a heading that nothing reads. Did you mean boundary?"]


def test_an_id_that_two_instruments_use(root: Path) -> None:
    change(root, "instruments/limits.toml", 'item = "limits.private"', 'item = "share"')
    found = [said for said in faults(root) if said.startswith("instruments/limits.toml: share: ")]
    assert found == [
        "instruments/limits.toml: share: has an id that instruments/client-check.toml uses too. "
        "Give one of them another id."
    ]


def test_the_same_mistake_is_said_once(root: Path) -> None:
    change(root, "boundaries.toml", "conduct = { stress", "conduct = { stres")
    said = [each for each in faults(root) if each.startswith("boundaries.toml: conduct: has")]
    assert said == ["boundaries.toml: conduct: has a field `stres` that nothing reads. Did you mean stress or sources?"]


# ---- Wording


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (WORDS, 'short = "Worth it to me"\n', "", 'item.worth_it: has no wording `short`. Add short = "…".'),
        (
            WORDS,
            'short = "Worth it to me"\n',
            'short = " "\n',
            'item.worth_it: has no wording `short`. Add short = "…".',
        ),
        (
            WORDS,
            'short = "Worth it to me"\n',
            "short = 3\n",
            'item.worth_it: has a wording `short` that is no text. Put it in quotes: "…".',
        ),
        (WORDS, 'row = "They pay well"\n', "", 'item.good_pays_well: has no wording `row`. Add row = "…".'),
        ("languages/en/responses.toml", 'mostly = "mostly"\n', "", 'kept: has no wording `mostly`. Add mostly = "…".'),
        (
            "languages/en/responses.toml",
            'mostly = "mostly"\n',
            'mostly = "mostly"\nmostli = "mostly"\n',
            "kept.mostli: is worded, and nothing uses it. Did you mean mostly?",
        ),
        (
            "languages/en/signs.toml",
            'works = "You named the tone, and it changed: go on."\n',
            "",
            'rude_tone: has no wording `works`. Add works = "…".',
        ),
        (
            "languages/en/boundaries.toml",
            'name = "Decent treatment"\n',
            "",
            'conduct: has no wording `name`. Add name = "…".',
        ),
        (
            "languages/en/verdict.toml",
            'title = "Your safety comes first"\n',
            "",
            'branch.safety: has no wording `title`. Add title = "…".',
        ),
        (
            "languages/en/screens.toml",
            '[app]\ntitle = "Coach"',
            "[app]\ntitle = 3",
            'app.title: has no wording. Add title = "…".',
        ),
    ],
)
def test_each_mistake_in_the_wording(root: Path, file: str, old: str, new: str, said: str) -> None:
    change(root, file, old, new)
    assert faults(root) == [f"{file}: {said}"]


def test_words_whose_item_has_another_id_lack_one_and_have_one_to_spare(root: Path) -> None:
    change(root, WORDS, "[item.worth_it]", "[item.worthit]")
    assert faults(root) == [
        f'{WORDS}: item.worth_it: has no wording `ask`. Add ask = "…".',
        f'{WORDS}: item.worth_it: has no wording `short`. Add short = "…".',
        f'{WORDS}: item.worth_it: has no wording `why`. Add why = "…".',
        f"{WORDS}: item.worthit: is worded, and nothing uses it. Did you mean worth_it?",
    ]


def test_words_that_are_no_table(root: Path) -> None:
    change(root, "languages/en/signs.toml", '[rude_tone]\nname = "A rude tone"', '[rude]\nname = "A rude tone"')
    change(root, "languages/en/signs.toml", "# ---- Reasons to stop\n", 'rude_tone = "A rude tone"\n')
    said = "rude_tone: is no table of words. Write a heading [rude_tone] with lines below it."
    assert f"languages/en/signs.toml: {said}" in faults(root)


def test_a_wording_file_that_cannot_be_read(root: Path) -> None:
    change(root, "languages/en/plain.toml", '"', "“")
    (said,) = faults(root)
    assert said.startswith("languages/en/plain.toml: file: has a value that is not understood, at line ")


# ---- Languages


def test_without_english_there_is_nothing_to_hold_a_language_against(root: Path) -> None:
    (root / "languages" / "en").rename(root / "languages" / "nl")
    assert "languages: folder: holds no en. Put languages/en back." in faults(root)


def test_a_second_language_may_say_everything_in_other_words(root: Path) -> None:
    shutil.copytree(root / "languages" / "en", root / "languages" / "nl")
    change(root, "languages/nl/screens.toml", 'title = "Coach"', 'title = "Raadgever"')
    assert faults(root) == []


def test_what_a_second_language_lacks_is_named_in_its_own_files(root: Path) -> None:
    shutil.copytree(root / "languages" / "en", root / "languages" / "nl")
    change(root, "languages/nl/screens.toml", 'title = "Coach"\n', "")
    change(root, "languages/nl/responses.toml", 'mostly = "mostly"\n', "")
    (root / "languages" / "nl" / "limits.toml").unlink()
    said = faults(root)
    assert {each.split(": ")[0] for each in said} == {
        "languages/nl/screens.toml",
        "languages/nl/responses.toml",
        "languages/nl/limits.toml",
    }
    assert 'languages/nl/screens.toml: app.title: has no wording. Add title = "…".' in said
    assert "languages/nl/limits.toml: file: is missing. Put it back, or remove what names it." in said


# ---- What is cited


def test_a_claim_that_nothing_cites_is_a_warning_and_comes_last(root: Path) -> None:
    change(root, "sources.toml", "S000-01 = ", 'S009-01 = {seed = "009", says = "A claim of our own."}\nS000-01 = ')
    change(root, "signs.toml", "weight = 3", "weight = 9")
    found = check(root)
    claim = next(each for each in found if each.block == "S009-01")
    assert claim.warning
    assert str(claim) == "sources.toml: S009-01: is cited by nothing yet. Cite it where it bears on something."
    assert [each.warning for each in found] == sorted(each.warning for each in found)
    change(root, CHECK, 'sources = ["S004-20", "S004-21"]', 'sources = ["S004-20", "S004-21", "S009-01"]')
    assert "S009-01" not in {each.block for each in check(root)}


def test_every_kind_of_block_cites(root: Path) -> None:
    files = {file for file, _, _ in citations(root)}
    assert {file.split("/")[0] for file in files} == {
        *(
            "signs.toml",
            "boundaries.toml",
            "model.toml",
            "letters.toml",
            "incidents.toml",
            "exit.toml",
            "call.toml",
            "prospect.toml",
        ),
        *("instruments", "playbooks", "languages"),
    }
    assert (CHECK, "ladder") in {(file, where) for file, where, _ in citations(root)}


@pytest.mark.parametrize("file", ["signs.toml", "boundaries.toml", "model.toml", CHECK, "sources.toml", WORDS])
@pytest.mark.parametrize("text", ['sign = "x"\nrule = 3\nstep = 3\nboundary = []\nitem = 3\nladder = 3', "step = [3]"])
def test_a_file_of_another_shape_is_no_crash(root: Path, file: str, text: str) -> None:
    (root / file).write_text(text, encoding="utf-8")
    assert any(said.startswith(f"{file}: ") for said in faults(root))


# ---- What the page for authors teaches

PAGE = (content_root() / "README.md").read_text(encoding="utf-8")
SECTIONS = {part.split("\n", 1)[0]: part for part in PAGE.split("\n## ")[1:] if "```toml" in part}
EXAMPLE = re.compile(r"```toml\n# (\S+), (.+)\n((?:.+\n)+)```")


def follow(root: Path, section: str) -> None:
    """Do with a content folder what the examples of a section say."""
    examples = EXAMPLE.findall(section)
    assert len(examples) == section.count("```toml")
    for file, place, lines in examples:
        path = root / file
        assert path.exists() == (place != "a new file")
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(edited(before, place, lines), encoding="utf-8")


def edited(text: str, place: str, lines: str) -> str:
    """A file with an example in its place."""
    if place in ("at the end", "a new file"):
        return f"{text}\n{lines}"
    way, begins = place.split(" that begins with: ")
    heading = re.search(r"in (\[\S+\]) ", way)
    start = text.index(f"\n{heading[1]}\n") if heading else 0
    at = text.index(f"\n{begins}", start) + 1
    end = text.index("\n", at) + 1
    if way == "into the list":
        line = text[at:end].rstrip()
        assert line.endswith("]")
        return f"{text[:at]}{line[:-1]}, {lines.strip()}]\n{text[end:]}"
    assert way.endswith("in place of the line")
    return text[:at] + lines + text[end:]


def test_every_way_of_changing_content_is_taught_with_an_example() -> None:
    assert list(SECTIONS) == [
        "Add a source",
        "Add a question",
        "Add a row to a card",
        "Add something that can happen",
        "Add something to write down",
        "Add a boundary",
        "Change a number, or add a rule",
        "Change a wording",
    ]


@pytest.mark.parametrize("name", SECTIONS)
def test_an_example_can_be_followed_to_the_letter(root: Path, name: str) -> None:
    before = check(root)
    follow(root, SECTIONS[name])
    assert faults(root) == []
    assert len(check(root)) <= len(before)


def test_all_examples_can_be_followed_after_each_other(root: Path) -> None:
    for section in SECTIONS.values():
        follow(root, section)
    assert faults(root) == []
    library = Library(root)
    asked = library.instrument("client-check").items
    assert {"asked_back", "referral", "good_thanks", "uncredited", "uncredited.told"} <= set(asked)
    assert library.model.thresholds["D"].value == 5
    assert library.words.item("client-check", "worth_it", "ask").startswith("If they came")


@pytest.mark.parametrize("name", [name for name in SECTIONS if "languages/en" in SECTIONS[name]][:5])
def test_an_example_half_followed_is_a_fault(root: Path, name: str) -> None:
    structure = re.sub(r"```toml\n# languages/en(?:.+\n)+```\n", "", SECTIONS[name])
    assert structure != SECTIONS[name]
    follow(root, structure)
    assert any("has no wording" in said for said in faults(root))


def test_the_faults_shown_as_examples_are_said_so(root: Path) -> None:
    follow(root, SECTIONS["Add a question"])
    change(
        root,
        CHECK,
        'relevant = { item = "worth_it", is = ["yes", "changed"] }',
        'relevant = { item = "worthit", is = ["yes"] }',
    )
    change(root, WORDS, 'short = "New clients through them"\n', "")
    shown = [line.strip() for line in PAGE.splitlines() if line.startswith("    ") and ": " in line]
    assert faults(root) == shown
