"""The guide: its pages, what a search finds, which page a question leads to, and the example worked by hand."""

import re
from pathlib import Path

import pytest

from coach.casebook.book import Casebook
from coach.casebook.checks.answers_file import read_answers_file
from coach.engine.verdict.verdict import Outcome
from coach.library.guide import GuidePage, Passage, guide, read_page, search, title_for, topic_for
from coach.library.library import Library

LIBRARY = Library()
PAGES = LIBRARY.guide
HEAD = '+++\ntopic = "a"\ntitle = "A"\ngist = "About a."\n+++\n'


def page(topic: str, *sources: str, text: str = "words") -> GuidePage:
    return GuidePage(topic, topic.title(), "gist", (Passage("paragraph", text, sources),))


def test_a_page_is_read_in_its_notation() -> None:
    read = read_page(HEAD + "## Head\nOne\ntwo.\n[S000-01 S000-02]\n\n- a\n- b\n[S000-03]\n")
    assert (read.topic, read.title, read.gist) == ("a", "A", "About a.")
    assert read.passages == (
        Passage("heading", "Head"),
        Passage("paragraph", "One two.", ("S000-01", "S000-02")),
        Passage("list", "a\nb", ("S000-03",)),
    )
    assert list(read.lines()) == ["A", "", "Head", "One two.", "", "- a", "- b", ""]


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (b"no head", "cannot be read"),
        (b'+++\ntopic = "a"\n+++\nText.\n[S000-01]', "cannot be read"),
        (b"+++\ntopic = a\n+++\n", "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (HEAD.encode() + b"A paragraph.\n", "rests on nothing"),
    ],
)
def test_a_page_that_cannot_be_used_is_a_fault(tmp_path: Path, written: bytes, problem: str) -> None:
    folder = tmp_path / "languages" / "en" / "guide"
    folder.mkdir(parents=True)
    (folder / "01-a.md").write_bytes(written)
    (folder / "02-b.md").write_text(HEAD + "Fine.\n[S000-01]\n")
    pages, faults = guide(tmp_path, "en")
    assert [fault.file for fault in faults] == ["languages/en/guide/01-a.md"] and problem in faults[0].problem
    assert pages[-1].passages[-1].text == "Fine."


def test_a_question_leads_to_the_page_that_shares_most_of_its_claims() -> None:
    pages = (page("one", "S1"), page("two", "S1", "S2"), page("three", "S2", "S1"))
    assert topic_for(pages, ["S2", "S1"]) == "two" and title_for(pages, ["S2", "S1"]) == "Two"
    assert topic_for(pages, ["S1"]) == "one"
    assert topic_for(pages, ["S9"]) == topic_for((), ["S1"]) == title_for(pages, []) == ""


def test_every_question_with_claims_has_a_page() -> None:
    for name in ("client-check", "boundary-audit", "limits"):
        for item in LIBRARY.instrument(name).items.values():
            assert not item.sources or topic_for(PAGES, item.sources), item.id


def test_a_search_wants_every_word_wherever_it_stands() -> None:
    pages = (page("one", text="Late Money\nand dates"), page("two", text="Money"))
    assert [(hit.page.topic, hit.line) for hit in search(pages, "money LATE")] == [("one", "Late Money")]
    assert [hit.page.topic for hit in search(pages, "money")] == ["one", "two"]
    assert search(pages, "  ") == search(pages, "nothing") == []
    assert len(search(PAGES, "the")) > 100


def test_the_example_of_the_last_page_is_what_the_model_says(book: Casebook, tmp_path: Path) -> None:
    text = next(each for each in PAGES if each.topic == "how-the-coach-decides")
    example = " ".join(each.text for each in text.passages)
    figures = re.search(r"In all, ([\d.]+) is theirs and ([\d.]+) yours", example)
    assert figures is not None

    def told(after: tuple[str, ...], creep: tuple[str, ...]) -> tuple[float, float, Outcome]:
        sheet = tmp_path / "answers.toml"
        sheet.write_text(
            'depth = "quick"\nconfirm_cards = true\nrecent = "no"\nlate_payment = "none"\nowed = "no"\n'
            'worth_it = "yes"\n'
            f"after_hours = {list(after)}\nscope_creep = {list(creep)}\n"
        )
        given = read_answers_file(sheet, book.library.instrument("client-check"), book.library.words.lexicon)
        client = book.clients.add(f"Acme {after} {creep}")
        found = book.checks.assess(client.id, given.answers, given.depth)
        return found.grounds.theirs, found.grounds.mine, found.outcome

    theirs, mine, outcome = told(("3", "aloud", "mostly", "went_on"), ("2", "no"))
    assert (theirs, mine) == (float(figures[1]), float(figures[2]))
    assert outcome is Outcome.RESET
    assert told(("3", "aloud", "each", "went_on"), ("2", "no"))[2] is Outcome.RESET
    assert told(("3", "aloud", "each", "went_on"), ("2", "aloud", "each", "went_on"))[2] is Outcome.PLAN_EXIT
