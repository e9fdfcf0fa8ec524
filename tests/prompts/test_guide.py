"""The guide in typed lines."""

import contextlib

from coach.casebook.book import Casebook
from coach.prompts.console import Console
from coach.prompts.guide import GuidePrompts
from coach.prompts.letters import LetterPrompts
from tests.prompts.scripted import Script


def typed(book: Casebook, *lines: str) -> Script:
    """The letters, with those lines typed until the input ends."""
    script = Script(*lines)
    with contextlib.suppress(EOFError):
        LetterPrompts(book, Console(book.library.words, script.read, script.said.append)).through()
    return script


def test_the_guide_reads_a_page_and_searches(book: Casebook) -> None:
    script = Script("1", "s", "renteloven", "1", "")
    with contextlib.suppress(EOFError):
        GuidePrompts(book, Console(book.library.words, script.read, script.said.append)).through()
    assert script.lines == []
    assert "Why set boundaries at all" in script.said and "1 paragraph holds this." in script.said
    assert "Paragraph 1 rests on:" in script.said and "Money and late payment" in script.said
