"""A reader that types prepared lines, and answers as somebody types them."""

from coach.casebook.book import Casebook
from coach.engine.interview.answer import Answer, Kind
from coach.formats.figures import write_figure
from coach.prompts import Shell, Talk
from coach.reports.checks import Report
from coach.wording.checks.recommendation import Phrases
from tests.answer_sets import Given

LETTERS = {Kind.NOT_APPLICABLE: "n", Kind.DONT_KNOW: "d", Kind.RATHER_NOT_SAY: "r", Kind.SKIPPED: "s"}


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
        report = Report(Phrases(book.library), book.library.words)
        return Shell(book, report, Talk(book.library.words, self.read, self.said.append))

    @property
    def text(self) -> str:
        return "\n".join(self.said)


def typed(given: Given) -> str:
    """The line somebody types to give those answers."""
    if given.item is None:
        assert given.step.card is not None
        blank = given.step.card.blank
        return " ".join(
            f"{place}{_mark(answer)}" for place, answer in enumerate(given.answers, 1) if answer.token != blank
        )
    (answer,) = given.answers
    if answer.kind is Kind.OPTION:
        return str(given.item.options.index(answer.option) + 1)
    if answer.kind is Kind.NUMBER:
        assert given.item.unit is not None and answer.low is not None and answer.high is not None
        return write_figure(answer.low, answer.high, given.item.unit.value)
    return LETTERS[Kind(answer.option) if answer.kind is Kind.TICKED else answer.kind]


def _mark(answer: Answer) -> str:
    return LETTERS.get(answer.kind, "?" if answer.option == "not_sure" else "")
