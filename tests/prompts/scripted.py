"""A reader that types prepared lines, and answers as somebody types them."""

from coach.casebook.book import Casebook
from coach.engine.interview.answer import Answer, AnswerKind
from coach.formats.units import write_figure
from coach.prompts import Console, Shell
from tests.shared.answer_sets import Given

LETTERS = {
    AnswerKind.NOT_APPLICABLE: "n",
    AnswerKind.DONT_KNOW: "d",
    AnswerKind.RATHER_NOT_SAY: "r",
    AnswerKind.SKIPPED: "s",
}


class Script:
    """Types its lines one after another; then the input has ended. ``said`` holds all that was shown, prompts too."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.said: list[str] = []

    def read(self, prompt: str) -> str:
        self.said.append(prompt)
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)

    def shell(self, book: Casebook) -> Shell:
        return Shell(book, Console(book.library.words, self.read, self.said.append))

    @property
    def text(self) -> str:
        return "\n".join(self.said)


def at_menu(book: Casebook, *lines: str) -> Script:
    """The menu with those lines typed, each of which is asked for."""
    script = Script(*lines)
    assert script.shell(book).start() == 0, script.text[-2000:]
    assert not script.lines
    return script


def offered(book: Casebook, what: str) -> str:
    """The number under which the menu offers something."""
    return next(line.split()[0] for line in at_menu(book, "q").said if what in line and line[:1].isdigit())


def typed(given: Given) -> str:
    """The line somebody types to give those answers."""
    if given.item is None:
        assert given.step.card is not None
        blank = given.step.card.blank
        return " ".join(
            f"{place}{_mark(answer)}" for place, answer in enumerate(given.answers, 1) if answer.token != blank
        )
    (answer,) = given.answers
    if answer.kind is AnswerKind.OPTION:
        return str(given.item.options.index(answer.option) + 1)
    if answer.kind is AnswerKind.NUMBER:
        assert given.item.unit is not None and answer.low is not None and answer.high is not None
        return write_figure(answer.low, answer.high, given.item.unit.value)
    return LETTERS[AnswerKind(answer.option) if answer.kind is AnswerKind.TICKED else answer.kind]


def _mark(answer: Answer) -> str:
    return LETTERS.get(answer.kind, "?" if answer.option == "not_sure" else "")
